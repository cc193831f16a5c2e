//! The built-in texts, one file a language, and what else depends on a language.
//!
//! A new language is a file like the others and a line in [`ALL`]. A text that it lacks does not compile.

mod en;
mod fr;

use alloc::string::String;

use super::document::Direction;
use crate::Term;

/// Every language that the library speaks. The first one stands in for all others.
const ALL: &[&Texts] = &[&en::TEXTS, &fr::TEXTS];

/// The built-in texts in one language. An array of texts is one sentence around something else, blanks included.
pub(super) struct Texts {
    /// A BCP 47 tag, which serves its regional forms as well: `fr` is for `fr-CA` too.
    pub(super) language: &'static str,
    pub(super) title: &'static str,
    pub(super) columns: Columns,
    pub(super) about: About,
    pub(super) used: Used,
    pub(super) scope: Scope,
    pub(super) set_by: SetByTexts,
    pub(super) storage: StorageTexts,
    pub(super) duration: DurationTexts,
    pub(super) choice: Choice,
    pub(super) providers: Providers,
    /// Before a date.
    pub(super) last_updated: &'static str,
    /// A date in words.
    pub(super) date: fn(Date) -> String,
}

/// The titles of the columns.
pub(super) struct Columns {
    pub(super) cookie: &'static str,
    pub(super) provider: &'static str,
    pub(super) function: &'static str,
    pub(super) purpose: &'static str,
    pub(super) duration: &'static str,
    pub(super) attributes: &'static str,
    pub(super) set_by: &'static str,
    pub(super) storage: &'static str,
    pub(super) note: &'static str,
}

/// What a cookie is.
pub(super) struct About {
    pub(super) heading: &'static str,
    pub(super) paragraphs: &'static [&'static str],
    /// For a page that lists more than cookies.
    pub(super) storage: &'static str,
    pub(super) kinds: &'static str,
    /// Each kind: its name, and the rest of the sentence.
    pub(super) kind: &'static [(&'static str, &'static str)],
}

/// What the site uses.
pub(super) struct Used {
    /// Around the site.
    pub(super) heading_on: [&'static str; 2],
    pub(super) heading: &'static str,
    /// For a table without categories.
    pub(super) nothing: &'static str,
    /// Around a hole in angle brackets.
    pub(super) hole: [&'static str; 2],
    pub(super) exempt: &'static str,
    pub(super) opt_in: &'static str,
    pub(super) opt_out: &'static str,
    /// Before, in and after the link by which visitors object.
    pub(super) object: [&'static str; 3],
    /// For a page that is given no link.
    pub(super) object_no_link: &'static str,
    pub(super) gpc: &'static str,
    /// For a category that nothing is in.
    pub(super) empty: &'static str,
    /// Around a category's title.
    pub(super) caption: [&'static str; 2],
    /// Around a domain.
    pub(super) any_of: [&'static str; 2],
    pub(super) any: &'static str,
}

/// What tells a name apart from the same one in another row.
pub(super) struct Scope {
    /// Around the rest.
    pub(super) around: [&'static str; 2],
    pub(super) separator: &'static str,
    /// Before the path.
    pub(super) path: &'static str,
    /// Before the domain.
    pub(super) domain: &'static str,
}

/// Who stores it.
pub(super) struct SetByTexts {
    pub(super) server: &'static str,
    pub(super) script: &'static str,
    pub(super) other: &'static str,
    pub(super) third_party: &'static str,
    /// Around a domain.
    pub(super) third_party_domain: [&'static str; 2],
}

/// Where it is stored.
pub(super) struct StorageTexts {
    pub(super) cookie: &'static str,
    pub(super) local_storage: &'static str,
    pub(super) session_storage: &'static str,
    pub(super) indexed_db: &'static str,
    pub(super) pixel: &'static str,
}

/// How long it is kept.
pub(super) struct DurationTexts {
    /// Writes one duration: a session, a time (zero: less than a second), or a time that starts again with every visit.
    pub(super) term: fn(Term, &mut String),
    /// Between alternatives.
    pub(super) or: &'static str,
    pub(super) persistent: &'static str,
}

/// How visitors change their choice.
pub(super) struct Choice {
    pub(super) heading: &'static str,
    /// Before, in and after the link.
    pub(super) link: [&'static str; 3],
    /// For a page that is given no link: to visitors who agreed or refused.
    pub(super) no_link: &'static str,
    /// The same to visitors who can object.
    pub(super) object_no_link: &'static str,
    pub(super) browser: &'static str,
}

/// Who stands behind what is stored.
pub(super) struct Providers {
    pub(super) heading: &'static str,
    pub(super) introduction: &'static str,
    /// Between a provider's name and the facts about it.
    pub(super) separator: &'static str,
    pub(super) third_party: &'static str,
    /// Before the country.
    pub(super) country: &'static str,
    /// Before the domain.
    pub(super) domain: &'static str,
    /// Before the address.
    pub(super) privacy: &'static str,
}

/// A calendar date.
#[derive(Clone, Copy)]
pub(super) struct Date {
    year: u32,
    month: usize,
    day: u32,
}

impl Date {
    /// A date as HTML's `<time>` wants it: year, month and day in digits.
    pub(super) fn parse(text: &str) -> Option<Self> {
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
pub(super) fn texts(language: &str) -> &'static Texts {
    lookup(language, &ALL.iter().copied(), |texts| texts.language).unwrap_or(ALL[0])
}

/// The item of a language, found as RFC 4647 section 3.4 has it: by the whole tag, then by ever less of its end.
pub(super) fn lookup<T: Copy>(
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
pub(super) fn is_same_language(tag: &str, other: &str) -> bool {
    primary(tag).eq_ignore_ascii_case(primary(other))
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The direction of a language: that of its script when the tag names one (`az-Arab`), its usual one otherwise.
pub(super) fn direction(tag: &str) -> Direction {
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
