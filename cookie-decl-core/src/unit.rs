//! The units of durations.

/// The unit of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// The browser session.
    Session,
    /// A second.
    Second,
    /// 60 seconds.
    Minute,
    /// 3,600 seconds.
    Hour,
    /// 86,400 seconds.
    Day,
    /// 7 days.
    Week,
    /// 30 days.
    Month,
    /// 365 days.
    Year,
}

const DAY: u64 = 86_400;

impl Unit {
    /// Every unit.
    #[doc(hidden)]
    pub const ALL: [Self; 8] = [
        Self::Session,
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Year,
    ];

    /// Returns the unit's length in seconds; `None` for a session.
    pub const fn seconds(self) -> Option<u64> {
        Some(match self {
            Self::Session => return None,
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => DAY,
            Self::Week => 7 * DAY,
            Self::Month => 30 * DAY,
            Self::Year => 365 * DAY,
        })
    }

    /// Returns the unit as a table writes it, in the singular, such as `month`. `None` for a
    /// session.
    pub const fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Session => return None,
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        })
    }

    /// Returns the longest length of the unit in seconds: a month of 31 days, a year of 366.
    #[doc(hidden)]
    pub const fn longest(self) -> Option<u64> {
        match self {
            Self::Month => Some(31 * DAY),
            Self::Year => Some(366 * DAY),
            _ => self.seconds(),
        }
    }

    /// Returns the unit's letter in the layout of a table.
    ///
    /// A session has a space, which means "not a unit" there.
    #[doc(hidden)]
    pub const fn letter(self) -> u8 {
        match self {
            Self::Session => b' ',
            Self::Second => b's',
            Self::Minute => b'm',
            Self::Hour => b'h',
            Self::Day => b'd',
            Self::Week => b'w',
            Self::Month => b'M',
            Self::Year => b'y',
        }
    }

    /// Returns the unit of a letter; a session for any unknown letter.
    #[doc(hidden)]
    pub const fn from_letter(letter: u8) -> Self {
        match letter {
            b's' => Self::Second,
            b'm' => Self::Minute,
            b'h' => Self::Hour,
            b'd' => Self::Day,
            b'w' => Self::Week,
            b'M' => Self::Month,
            b'y' => Self::Year,
            _ => Self::Session,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_is_read_back() {
        for unit in Unit::ALL {
            assert_eq!(Unit::from_letter(unit.letter()), unit);
            assert!(unit.longest() >= unit.seconds());
        }
    }
}
