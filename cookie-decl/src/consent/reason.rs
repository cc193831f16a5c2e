//! Why a visitor has to be asked.

use alloc::vec::Vec;

/// Why a visitor has to be asked, from [`Consent::needs_prompt`](crate::Consent::needs_prompt).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason<K> {
    /// The request has no readable answer, or only one to a single question beside an element of a
    /// page.
    NeverAsked,
    /// The answer is older than the duration of its row.
    Expired,
    /// These categories have changed since the answer, or are new.
    Changed(Vec<K>),
}

impl<K> Reason<K> {
    /// The same reason with each category as another type.
    pub(super) fn map<L>(self, to: impl Fn(K) -> L) -> Reason<L> {
        match self {
            Self::NeverAsked => Reason::NeverAsked,
            Self::Expired => Reason::Expired,
            Self::Changed(categories) => Reason::Changed(categories.into_iter().map(to).collect()),
        }
    }
}
