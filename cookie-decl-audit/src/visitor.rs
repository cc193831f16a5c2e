//! The visitors, who decide differently about their cookies.

use crate::policy_file::{Category, Gate, PolicyFile};

/// What a visitor decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Visitor {
    NeverAsked,
    /// Never asked, with a browser that sends `Sec-GPC: 1`.
    SendsGpc,
    Refused,
    Agreed,
    /// Agreed first, and then denied everything.
    Withdrew,
}

impl Visitor {
    /// Who visits a site with an empty browser. Those who can answer only do if there is something
    /// to answer.
    pub(crate) fn of(file: &PolicyFile) -> Vec<Self> {
        let categories = || file.categories.values();
        let mut visitors = vec![Self::NeverAsked];
        // Whether or not a category says `gpc`, the signal of a visitor who was never asked is an
        // objection. Elsewhere it changes nothing.
        if categories().any(|it| it.gate == Gate::OptOut) {
            visitors.push(Self::SendsGpc);
        }
        if categories().any(|it| it.gate != Gate::Exempt) {
            visitors.extend([Self::Refused, Self::Agreed]);
        }
        visitors
    }

    /// The visitor in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NeverAsked => "never asked",
            Self::SendsGpc => "never asked but sends Sec-GPC",
            Self::Refused => "refused",
            Self::Agreed => "agreed",
            Self::Withdrew => "withdrew",
        }
    }

    /// Whether the visitor allows what is in a category.
    pub(crate) fn allows(self, category: &Category) -> bool {
        match (category.gate, self) {
            (Gate::Exempt, _) | (_, Self::Agreed) | (Gate::OptOut, Self::NeverAsked) => true,
            (Gate::OptIn | Gate::OptOut, _) => false,
        }
    }
}
