//! Calendar dates.

/// A calendar date.
#[derive(Debug, Clone, Copy)]
pub struct Date {
    /// The year.
    pub year: u32,
    /// The month, from 1 to 12.
    pub month: usize,
    /// The day of the month, from 1.
    pub day: u32,
}

impl Date {
    /// Returns the date in UTC of a time in seconds since 1970.
    pub fn from_seconds(seconds: u64) -> Self {
        // Years are counted from March: then the leap day comes last, and every five months have
        // 153 days.
        let days = seconds / 86_400 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 {
            (month + 3, 0)
        } else {
            (month - 9, 1)
        };
        let year = era * 400 + year_of_era + next;
        let small = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            year: small(year),
            month: small(month) as usize,
            day: small(day),
        }
    }

    /// Parses a date in the format of HTML's `<time>`, `2026-11-22`.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| text.parse().ok())?
        };
        let mut parts = text.split('-');
        let [year, month, day] =
            [4, 2, 2].map(|digits| parts.next().filter(|part| part.len() == digits));
        let (year, month, day) = (number(year?)?, number(month?)?, number(day?)?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let is_date = year > 0 && (1..=days).contains(&day) && parts.next().is_none();
        is_date.then_some(Self {
            year,
            month: month as usize,
            day,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for date in ["2026-11-22", "2024-02-29", "2000-02-29"] {
            assert!(Date::parse(date).is_some(), "{date}");
        }
        for date in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-11-31",
            "2026-1-1",
            "22.11.2026",
            "",
        ] {
            assert!(Date::parse(date).is_none(), "{date}");
        }
    }
}
