//! A duration in the words of the table.

use std::fmt;
use std::str::FromStr;

use cookie_decl_core::unit::Unit;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How long an item is kept, as the table writes it: `session or 2 weeks`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    text: String,
    terms: Vec<Term>,
    /// In seconds, with months of 30 days and years of 365. `None` for a session.
    nominal: Vec<Option<u64>>,
}

/// One of the alternatives of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// Until the browser session ends.
    Session,
    /// A time in seconds, with months of 31 days and years of 366.
    Time(u64),
    /// Until somebody removes the item.
    Persistent,
    /// For an unknown time, which counts as the longest.
    Unknown,
}

impl Duration {
    /// The alternatives. Empty if the table does not state a duration.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether both are the same time in different units, such as `12 months` and `360 days`.
    pub(super) fn is_same_time(&self, other: &Self) -> bool {
        let is_endless = |duration: &Self, end| duration.terms.contains(&end);
        self.nominal == other.nominal
            && self.is_rolling() == other.is_rolling()
            && [Term::Persistent, Term::Unknown]
                .into_iter()
                .all(|end| is_endless(self, end) == is_endless(other, end))
    }

    /// Returns the shortest declared time in seconds, with months of 30 days and years of 365.
    /// `None` if it may be a session, if the table does not state a duration, and if it is unknown
    /// or known only at run time.
    #[must_use]
    pub fn shortest(&self) -> Option<u64> {
        let is_at_run_time = self.text.starts_with("{ .. }");
        let times: Option<Vec<_>> = self.nominal.iter().copied().collect();
        times?.into_iter().min().filter(|_| !is_at_run_time)
    }

    /// Returns the longest declared time in seconds, with months of 30 days and years of 365. That
    /// is the `Max-Age` of the cookie; 0 if it only ends with the session. `None` if the table does
    /// not state a time.
    #[must_use]
    pub fn max_age(&self) -> Option<u64> {
        let times = self.nominal.iter();
        times.map(|time| time.unwrap_or_default()).max()
    }

    /// Whether the time starts again with each visit.
    #[must_use]
    pub fn is_rolling(&self) -> bool {
        self.text.contains("rolling")
    }

    /// Returns the alternatives that are times or the session, as the table writes them.
    #[cfg(feature = "export")]
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        terms(&self.text).filter(|_| !self.nominal.is_empty())
    }

    /// Returns the alternatives as the table writes them: the count, the unit, and whether it is
    /// rolling.
    #[cfg(feature = "export")]
    pub(crate) fn written(&self) -> impl Iterator<Item = (u32, Unit, bool)> {
        self.words().filter_map(|term| match term {
            "session" => Some((1, Unit::Session, false)),
            _ => time(term).map(|(count, unit)| (count, unit, term.starts_with("rolling "))),
        })
    }

    /// Returns the longest term; `None` if the table does not state a duration.
    #[must_use]
    pub fn longest(&self) -> Option<Term> {
        self.terms.iter().copied().max()
    }
}

/// Reads a duration as [`cookie_decl::table::Duration`] writes it.
impl FromStr for Duration {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut duration = Self {
            text: text.to_owned(),
            terms: Vec::new(),
            nominal: Vec::new(),
        };
        match text {
            "_" => {}
            "persistent" => duration.terms.push(Term::Persistent),
            "unknown" => duration.terms.push(Term::Unknown),
            _ => {
                for term in terms(text) {
                    if term == "session" {
                        duration.terms.push(Term::Session);
                        duration.nominal.push(None);
                        continue;
                    }
                    let (nominal, longest) =
                        seconds(term).ok_or_else(|| format!("`{text}` is not a duration"))?;
                    duration.terms.push(Term::Time(longest));
                    duration.nominal.push(Some(nominal));
                }
            }
        }
        Ok(duration)
    }
}

/// Splits a text into the alternatives.
fn terms(text: &str) -> impl Iterator<Item = &str> {
    let terms = text.strip_prefix("{ .. } max ").unwrap_or(text);
    terms.split(" or ")
}

/// Reads a time: its seconds, and those with the longest months and years.
fn seconds(text: &str) -> Option<(u64, u64)> {
    let (count, unit) = time(text)?;
    let count = u64::from(count);
    Some((count * unit.seconds()?, count * unit.longest()?))
}

/// Reads a time: its count and its unit.
fn time(text: &str) -> Option<(u32, Unit)> {
    let text = text.strip_prefix("rolling ").unwrap_or(text);
    let (count, unit) = text.split_once(' ')?;
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    let is_called = |known: &Unit| known.word() == Some(unit);
    let unit = Unit::ALL.into_iter().find(is_called)?;
    Some((count.parse().ok()?, unit))
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
