//! Dates, in digits and in words.

use alloc::string::String;
use core::fmt::{self, Write};

/// The words of a date.
#[derive(Debug)]
pub(crate) struct DateTexts {
    /// The order of the parts, with `{day}`, `{month}` and `{year}`.
    pub(crate) pattern: &'static str,
    /// The first day of a month: `1`, or the text for it.
    pub(crate) first: &'static str,
    pub(crate) months: [&'static str; 12],
}

impl DateTexts {
    pub(crate) fn to_text(&self, date: Date) -> String {
        let mut text = String::new();
        self.write(date, &mut text)
            .expect("a `String` takes everything");
        text
    }

    pub(crate) fn write(&self, date: Date, out: &mut impl Write) -> fmt::Result {
        let mut text = self.pattern;
        while let Some((before, rest)) = text.split_once('{')
            && let Some((part, after)) = rest.split_once('}')
        {
            out.write_str(before)?;
            match part {
                "day" if date.day == 1 => out.write_str(self.first)?,
                "day" => number(date.day, out)?,
                "month" => out.write_str(self.months[date.month - 1])?,
                _ => number(date.year, out)?,
            }
            text = after;
        }
        out.write_str(text)
    }
}

/// A calendar date.
#[derive(Clone, Copy)]
pub(crate) struct Date {
    year: u32,
    month: usize,
    day: u32,
}

impl Date {
    /// The date in UTC of a time in seconds since 1970.
    pub(crate) fn from_seconds(seconds: u64) -> Self {
        // Counts years from March: then the leap day comes last, and five months have 153 days.
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
    pub(crate) fn parse(text: &str) -> Option<Self> {
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

/// Writes a number in digits, which is faster than `write!`.
pub(crate) fn number(number: u32, out: &mut impl Write) -> fmt::Result {
    if number >= 10 {
        self::number(number / 10, out)?;
    }
    out.write_char(char::from(b'0' + (number % 10) as u8))
}
