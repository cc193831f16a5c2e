//! How long a cookie is kept, in the unit that the author wrote and in seconds.

pub use cookie_decl_core::unit::Unit;

use core::fmt;

use crate::run_time::Config;

/// How long a row's cookie or stored item is kept, from the `duration` column.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Keeps the visitor signed in
/// #         SESSION = "sessionid" | 2 weeks;
/// #     }
/// # } }
/// use cookie_decl::table::Unit;
/// let duration = cookies::SESSION.duration();
/// assert_eq!(duration.max_age(), Some(1_209_600)); // seconds
/// assert_eq!(duration.terms()[0].unit, Unit::Week);
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Duration {
    /// The table does not state a duration (`_` or `none`).
    Unstated,
    /// One duration.
    Term(Term),
    /// Alternatives. The first is the default; the code can pick another one.
    Terms(&'static [Term]),
    /// Until somebody deletes the item. Not for cookies.
    Persistent,
    /// For an unknown time. The [text](crate::table::Declaration::duration_text) may say when it
    /// ends.
    Unknown,
    /// A duration that is known only at run time, at most `max`.
    RunTime {
        /// The longest duration that the table promises.
        max: Term,
        #[doc(hidden)]
        value: fn(Config<'_>) -> core::time::Duration,
    },
}

impl Duration {
    /// The durations that the table names.
    ///
    /// These are all alternatives, or the bound of a duration that is known only at run time. The
    /// list is empty if the table does not state a duration, for [`Self::Persistent`], and for
    /// [`Self::Unknown`].
    pub const fn terms(&self) -> &[Term] {
        match self {
            Self::Term(term) | Self::RunTime { max: term, .. } => core::slice::from_ref(term),
            Self::Terms(terms) => terms,
            Self::Unstated | Self::Persistent | Self::Unknown => &[],
        }
    }

    /// Returns the longest `Max-Age` that the duration allows, in seconds (RFC 6265bis section
    /// 4.1.2.2).
    ///
    /// A cookie that somebody else sets may ask for more than the 400 days that browsers keep it.
    /// `None` for a session, for an unstated or unknown duration, and for [`Self::Persistent`].
    pub fn max_age(&self) -> Option<u64> {
        self.terms().iter().filter_map(Term::seconds).max()
    }
}

/// Writes the duration as the table does: `session or 2 weeks`, `persistent`, `unknown`, `_`.
///
/// A duration that is known only at run time is written with its bound, `{ .. } max 4 weeks`.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unstated => f.write_str("_"),
            Self::Persistent => f.write_str("persistent"),
            Self::Unknown => f.write_str("unknown"),
            Self::RunTime { max, .. } => write!(f, "{{ .. }} max {max}"),
            Self::Term(term) => term.fmt(f),
            Self::Terms(terms) => {
                for (number, term) in terms.iter().enumerate() {
                    let separator = if number == 0 { "" } else { " or " };
                    write!(f, "{separator}{term}")?;
                }
                Ok(())
            }
        }
    }
}

/// One duration, in the unit that the author wrote.
///
/// ```
/// use cookie_decl::table::{Term, Unit};
/// let term = Term { count: 6, unit: Unit::Month, rolling: false };
/// assert_eq!(term.seconds(), Some(6 * 30 * 86_400));
/// assert_eq!(Term::SESSION.seconds(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term {
    /// The number of units; 0 for a session.
    pub count: u32,
    /// The unit.
    pub unit: Unit,
    /// Whether the time starts again with every visit (`rolling 30 minutes`).
    pub rolling: bool,
}

impl Term {
    /// Until the browser session ends.
    pub const SESSION: Self = Self {
        count: 0,
        unit: Unit::Session,
        rolling: false,
    };

    #[doc(hidden)]
    pub const fn new(count: u32, unit: Unit) -> Self {
        Self {
            count,
            unit,
            rolling: false,
        }
    }

    #[doc(hidden)]
    pub const fn rolling(count: u32, unit: Unit) -> Self {
        Self {
            count,
            unit,
            rolling: true,
        }
    }

    /// Returns the time in seconds, with months of 30 days and years of 365. `None` for a session.
    pub const fn seconds(&self) -> Option<u64> {
        match self.unit.seconds() {
            Some(unit) => Some(self.count as u64 * unit),
            None => None,
        }
    }

    /// Returns the longest time in seconds, with months of 31 days and years of 366.
    #[cfg(feature = "http")]
    pub(crate) fn longest(self) -> Option<u64> {
        Some(u64::from(self.count) * self.unit.longest()?)
    }
}

/// Writes the duration as the table does: `13 months`, `session`, `rolling 30 minutes`.
///
/// ```
/// use cookie_decl::table::{Term, Unit};
/// let term = Term { count: 30, unit: Unit::Minute, rolling: true };
/// assert_eq!(term.to_string(), "rolling 30 minutes");
/// ```
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(unit) = self.unit.word() else {
            return f.write_str("session");
        };
        let rolling = if self.rolling { "rolling " } else { "" };
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{rolling}{} {unit}{plural}", self.count)
    }
}

/// Builds the durations of a table, each from a count and the letter of a unit.
///
/// If a letter is not that of a unit, the duration is the next of `others`.
#[doc(hidden)]
pub const fn durations<const COUNT: usize>(
    counts: [u32; COUNT],
    units: &[u8; COUNT],
    others: &[Duration],
) -> [Duration; COUNT] {
    let mut durations = [Duration::Unstated; COUNT];
    let (mut number, mut other) = (0, 0);
    while number < COUNT {
        let unit = Unit::from_letter(units[number]);
        durations[number] = if matches!(unit, Unit::Session) {
            other += 1;
            others[other - 1]
        } else {
            Duration::Term(Term::new(counts[number], unit))
        };
        number += 1;
    }
    durations
}
