//! The visitors, who answer differently.

use crate::policy_file::{Category, Gate, PolicyFile};

/// How a visitor answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Visitor {
    NeverAsked,
    /// Never asked, and the browser sends `Sec-GPC: 1`.
    SendsGpc,
    Refused,
    Agreed,
    /// Granted everything first, and then withdrew.
    Withdrew,
}

impl Visitor {
    /// The visitors who start with an empty browser. They answer only if there is something to
    /// answer.
    pub(crate) fn of(file: &PolicyFile) -> Vec<Self> {
        let categories = || file.categories.values();
        let mut visitors = vec![Self::NeverAsked];
        // The signal of a visitor who was never asked is an objection, whether or not a category
        // says `gpc`. It only matters for `opt_out`.
        if categories().any(|it| it.gate == Gate::OptOut) {
            visitors.push(Self::SendsGpc);
        }
        if categories().any(|it| it.gate != Gate::Exempt) {
            visitors.extend([Self::Refused, Self::Agreed]);
        }
        visitors
    }

    /// Names the visitor in a finding.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NeverAsked => "never asked",
            Self::SendsGpc => "never asked but sends Sec-GPC",
            Self::Refused => "refused",
            Self::Agreed => "agreed",
            Self::Withdrew => "withdrew",
        }
    }

    /// Whether the visitor allows a category.
    pub(crate) fn allows(self, category: &Category) -> bool {
        match (category.gate, self) {
            (Gate::Exempt, _) | (_, Self::Agreed) | (Gate::OptOut, Self::NeverAsked) => true,
            (Gate::OptIn | Gate::OptOut, _) => false,
        }
    }
}
