//! The visitors, who answer differently.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::policy_file::{Category, Gate, PolicyFile};

/// How many visitors grant a single provider. One visitor finds what any of the other providers
/// stores, so more of them would seldom find more.
const MOST_SINGLE: usize = 3;

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
    /// Granted only one of the providers that visitors choose (`by provider`): that with this
    /// number.
    GrantedOnly(usize),
}

/// Why no visitor granted a single provider: nobody says how to do that in a banner that is not the
/// guard's.
pub(crate) const NONE_ALONE: &str =
    "no visitor granted only one provider, because the banner is not the guard's";

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
        let single = match chosen_providers(file).len() {
            // Whoever agreed granted the only one as well.
            0 | 1 => 0,
            several => several.min(MOST_SINGLE),
        };
        visitors.extend((0..single).map(Self::GrantedOnly));
        visitors
    }

    /// Whether the visitor grants a single provider.
    pub(crate) fn is_single(self) -> bool {
        matches!(self, Self::GrantedOnly(_))
    }

    /// Says which providers nobody granted alone, if there are too many of them.
    pub(crate) fn left_out(file: &PolicyFile) -> Option<String> {
        let providers = chosen_providers(file);
        let left_out: Vec<_> = providers.into_iter().skip(MOST_SINGLE).collect();
        let names = left_out.join(", ");
        (!left_out.is_empty()).then(|| {
            format!("{MOST_SINGLE} visitors granted only one provider each, and none only {names}")
        })
    }

    /// Names the visitor in a finding.
    pub(crate) fn words(self, file: &PolicyFile) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NeverAsked => "never asked",
            Self::SendsGpc => "never asked but sends Sec-GPC",
            Self::Refused => "refused",
            Self::Agreed => "agreed",
            Self::Withdrew => "withdrew",
            Self::GrantedOnly(_) => {
                let provider = self.only_provider(file).unwrap_or_default();
                return format!("granted only {provider}").into();
            }
        })
    }

    /// Whether the visitor allows a category.
    pub(crate) fn allows(self, category: &Category, file: &PolicyFile) -> bool {
        match (category.gate, self) {
            (Gate::Exempt, _) | (_, Self::Agreed) | (Gate::OptOut, Self::NeverAsked) => true,
            (_, Self::GrantedOnly(_)) => {
                let part = category.of_provider.as_ref();
                part.is_some_and(|it| Some(&*it.provider) == self.only_provider(file))
            }
            (Gate::OptIn | Gate::OptOut, _) => false,
        }
    }

    /// The value of the button in the guard's form.
    pub(crate) fn choice(self) -> &'static str {
        match self {
            Self::Agreed => "accept",
            Self::GrantedOnly(_) => "save",
            _ => "refuse",
        }
    }

    /// The identifiers of the categories that the visitor granted.
    pub(crate) fn granted(self, file: &PolicyFile) -> impl Iterator<Item = &str> {
        let categories = file.categories.iter();
        let granted =
            categories.filter(move |(_, it)| it.gate != Gate::Exempt && self.allows(it, file));
        granted.map(|(name, _)| &**name)
    }

    /// A number that no other visitor has.
    pub(crate) fn number(self) -> usize {
        match self {
            Self::NeverAsked => 1,
            Self::SendsGpc => 2,
            Self::Refused => 3,
            Self::Agreed => 4,
            Self::Withdrew => 5,
            Self::GrantedOnly(number) => 6 + number,
        }
    }

    /// The identifier of the only provider that the visitor granted.
    fn only_provider(self, file: &PolicyFile) -> Option<&str> {
        match self {
            Self::GrantedOnly(number) => chosen_providers(file).into_iter().nth(number),
            _ => None,
        }
    }
}

/// The identifiers of the providers that visitors choose.
fn chosen_providers(file: &PolicyFile) -> BTreeSet<&str> {
    let parts = file
        .categories
        .values()
        .filter_map(|it| it.of_provider.as_ref());
    parts.map(|it| &*it.provider).collect()
}
