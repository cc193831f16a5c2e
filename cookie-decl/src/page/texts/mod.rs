//! The built-in texts, one file a language, and what else depends on a language.
//!
//! A new language is a file like the others and a line in [`ALL`]. A text that it lacks does not compile.

mod en;
mod fr;

use alloc::string::String;

use super::document::Direction;
use crate::Term;
use crate::preferences::choices::Ask;

/// Every language that the library speaks. The first one stands in for all others.
const ALL: &[&Texts] = &[&en::TEXTS, &fr::TEXTS];

/// The built-in texts in one language. An array of texts is one sentence around something else, blanks included.
pub(crate) struct Texts {
    /// A BCP 47 tag, which serves its regional forms as well: `fr` is for `fr-CA` too.
    pub(crate) language: &'static str,
    pub(crate) title: &'static str,
    pub(crate) columns: Columns,
    pub(crate) about: About,
    pub(crate) used: Used,
    pub(crate) scope: Scope,
    pub(crate) set_by: SetByTexts,
    pub(crate) storage: StorageTexts,
    pub(crate) duration: DurationTexts,
    pub(crate) choice: Choice,
    pub(crate) ask: Ask,
    pub(crate) providers: Providers,
    /// Before a date.
    pub(crate) last_updated: &'static str,
    /// A date in words.
    pub(crate) date: fn(Date) -> String,
}

/// The titles of the columns.
pub(crate) struct Columns {
    pub(crate) cookie: &'static str,
    pub(crate) provider: &'static str,
    pub(crate) function: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) duration: &'static str,
    pub(crate) attributes: &'static str,
    pub(crate) set_by: &'static str,
    pub(crate) storage: &'static str,
    pub(crate) note: &'static str,
}

/// What a cookie is.
pub(crate) struct About {
    pub(crate) heading: &'static str,
    pub(crate) paragraphs: &'static [&'static str],
    /// For a page that lists more than cookies.
    pub(crate) storage: &'static str,
    pub(crate) kinds: &'static str,
    /// Each kind: its name, and the rest of the sentence.
    pub(crate) kind: &'static [(&'static str, &'static str)],
}

/// What the site uses.
pub(crate) struct Used {
    /// Around the site.
    pub(crate) heading_on: [&'static str; 2],
    pub(crate) heading: &'static str,
    /// For a table without categories.
    pub(crate) nothing: &'static str,
    /// Around a hole in angle brackets.
    pub(crate) hole: [&'static str; 2],
    pub(crate) exempt: &'static str,
    pub(crate) opt_in: &'static str,
    pub(crate) opt_out: &'static str,
    /// Before, in and after the link by which visitors object.
    pub(crate) object: [&'static str; 3],
    /// For a page that is given no link.
    pub(crate) object_no_link: &'static str,
    pub(crate) gpc: &'static str,
    /// For a category that nothing is in.
    pub(crate) empty: &'static str,
    /// Around a category's title.
    pub(crate) caption: [&'static str; 2],
    /// Around a domain.
    pub(crate) any_of: [&'static str; 2],
    pub(crate) any: &'static str,
}

/// What tells a name apart from the same one in another row.
pub(crate) struct Scope {
    /// Around the rest.
    pub(crate) around: [&'static str; 2],
    pub(crate) separator: &'static str,
    /// Before the path.
    pub(crate) path: &'static str,
    /// Before the domain.
    pub(crate) domain: &'static str,
}

/// Who stores it.
pub(crate) struct SetByTexts {
    pub(crate) server: &'static str,
    pub(crate) script: &'static str,
    pub(crate) other: &'static str,
    pub(crate) third_party: &'static str,
    /// Around a domain.
    pub(crate) third_party_domain: [&'static str; 2],
}

/// Where it is stored.
pub(crate) struct StorageTexts {
    pub(crate) cookie: &'static str,
    pub(crate) local_storage: &'static str,
    pub(crate) session_storage: &'static str,
    pub(crate) indexed_db: &'static str,
    pub(crate) pixel: &'static str,
}

/// How long it is kept.
pub(crate) struct DurationTexts {
    /// Writes one duration: a session, a time (zero: less than a second), or a time that starts again with every visit.
    pub(crate) term: fn(Term, &mut String),
    /// Between alternatives.
    pub(crate) or: &'static str,
    pub(crate) persistent: &'static str,
}

/// How visitors change their choice.
pub(crate) struct Choice {
    pub(crate) heading: &'static str,
    /// Before, in and after the link.
    pub(crate) link: [&'static str; 3],
    /// For a page that is given no link: to visitors who agreed or refused.
    pub(crate) no_link: &'static str,
    /// The same to visitors who can object.
    pub(crate) object_no_link: &'static str,
    pub(crate) browser: &'static str,
}

/// Who stands behind what is stored.
pub(crate) struct Providers {
    pub(crate) heading: &'static str,
    pub(crate) introduction: &'static str,
    /// Between a provider's name and the facts about it.
    pub(crate) separator: &'static str,
    pub(crate) third_party: &'static str,
    /// Before the country.
    pub(crate) country: &'static str,
    /// Before the domain.
    pub(crate) domain: &'static str,
    /// Before the address.
    pub(crate) privacy: &'static str,
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
    pub(crate) fn of_seconds(seconds: u64) -> Self {
        // In years that begin in March leap days come last, and months follow a pattern of 153 days in five.
        let days = seconds / 86_400 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = era * 400 + year_of_era + next;
        let small = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self { year: small(year), month: small(month) as usize, day: small(day) }
    }

    /// A date as HTML's `<time>` wants it: year, month and day in digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
        let mut parts = text.split('-');
        let [year, month, day] = [4, 2, 2].map(|digits| parts.next().filter(|part| part.len() == digits));
        let (year, month, day) = (number(year?)?, number(month?)?, number(day?)?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let is_date = year > 0 && (1..=days).contains(&day) && parts.next().is_none();
        is_date.then_some(Self { year, month: month as usize, day })
    }
}

/// The built-in texts for a language: its own, or the first of [`ALL`].
pub(crate) fn texts(language: &str) -> &'static Texts {
    lookup(language, &ALL.iter().copied(), |texts| texts.language).unwrap_or(ALL[0])
}

/// The item of a language, found as RFC 4647 section 3.4 has it: by the whole tag, then by ever less of its end.
pub(crate) fn lookup<T: Copy>(
    mut range: &str,
    items: &(impl Iterator<Item = T> + Clone),
    language: impl Fn(T) -> &'static str,
) -> Option<T> {
    loop {
        if let Some(item) = items.clone().find(|item| language(*item).eq_ignore_ascii_case(range)) {
            return Some(item);
        }
        range = range.rsplit_once('-')?.0;
        // A single letter or digit only introduces what follows it.
        if let Some((shorter, last)) = range.rsplit_once('-')
            && last.len() == 1
        {
            range = shorter;
        }
    }
}

/// Whether two tags name the same language, whatever the region.
pub(crate) fn is_same_language(tag: &str, other: &str) -> bool {
    primary(tag).eq_ignore_ascii_case(primary(other))
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The direction of a language: that of its script when the tag names one (`az-Arab`), its usual one otherwise.
pub(crate) fn direction(tag: &str) -> Direction {
    const LANGUAGES: &[&str] = &[
        "ar", "arc", "azb", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb",
        "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
    ];
    const SCRIPTS: &[&str] = &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"];
    let is_in = |list: &[&str], subtag: &str| list.iter().any(|item| item.eq_ignore_ascii_case(subtag));
    let subtags = tag.split('-').skip(1).take_while(|subtag| subtag.len() > 1);
    let script = subtags.filter(|tag| tag.len() == 4).find(|tag| tag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let is_rtl = script.map_or_else(|| is_in(LANGUAGES, primary(tag)), |script| is_in(SCRIPTS, script));
    if is_rtl { Direction::Rtl } else { Direction::Ltr }
}
