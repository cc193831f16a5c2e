//! Dates, in digits and in words.

use alloc::string::String;
use core::fmt::{self, Write};

use cookie_decl_core::date::Date;

/// The words of a date.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DateTexts {
    /// The order of the parts, with `{day}`, `{month}` and `{year}`.
    pub(crate) pattern: &'static str,
    /// The first day of a month: `1`, or the text for it.
    pub(crate) first: &'static str,
    pub(crate) months: [&'static str; 12],
}

impl DateTexts {
    pub(crate) fn in_words(&self, date: Date) -> String {
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

/// Writes a number in digits, which is faster than `write!`.
pub(crate) fn number(number: u32, out: &mut impl Write) -> fmt::Result {
    if number >= 10 {
        self::number(number / 10, out)?;
    }
    out.write_char(char::from(b'0' + (number % 10) as u8))
}
