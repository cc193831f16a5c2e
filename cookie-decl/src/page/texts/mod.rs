//! The built-in texts, one file a language, and what else depends on a language.
//!
//! They are data compiled in, not files in a format of translators' tools that are read at run time: a text that a
//! language lacks does not compile, users of the library get no further dependency, and of a language that no table
//! names not a byte is linked, as each is a `static` that only the table refers to.
//!
//! A new language is a file like the others, a line in [`ALL`] and a word in `languages.rs` of the macros.
#![allow(missing_docs, reason = "hidden, for the code of a table")]

pub mod ar;
mod date;
pub mod de;
pub mod el;
pub mod en;
pub mod es;
pub mod fr;
pub mod it;
pub mod ja;
pub mod nl;
pub mod pl;
mod plural;
pub mod pt;
pub mod sv;
#[cfg(test)]
mod tests;
pub mod uk;
pub mod zh;

use core::fmt;

use cookie_decl_core::tag::{is_traditional_chinese, primary};

use super::document::Direction;
use crate::preferences::choices::Ask;

pub(crate) use self::date::{Date, DateTexts};
use self::plural::Forms;
use crate::{Term, Unit};

/// What the file of a language names.
mod prelude {
    pub(super) use super::plural::Forms;
    pub(super) use super::{
        About, Choice, Columns, DateTexts, DurationTexts, Providers, Scope, SetByTexts,
        StorageTexts, Texts, Used,
    };
    pub(super) use crate::preferences::choices::{Ask, States};
}

/// Every language that the library speaks, for tests. Whoever refers to it links all of them.
pub const ALL: &[&Texts] = &[
    &ar::TEXTS,
    &de::TEXTS,
    &el::TEXTS,
    &en::TEXTS,
    &es::TEXTS,
    &fr::TEXTS,
    &it::TEXTS,
    &ja::TEXTS,
    &nl::TEXTS,
    &pl::TEXTS,
    &pt::TEXTS,
    &sv::TEXTS,
    &uk::TEXTS,
    &zh::TEXTS,
];

/// The built-in texts in one language. An array of texts is one sentence around something else, blanks included.
pub struct Texts {
    /// A BCP 47 tag, which serves its regional forms as well: `fr` is for `fr-CA` too.
    pub(crate) language: &'static str,
    /// What the language calls itself.
    #[cfg_attr(
        not(feature = "http"),
        allow(dead_code, reason = "pages that lead to each other are served")
    )]
    pub(crate) name: &'static str,
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
    pub(crate) date: DateTexts,
    /// Between two sentences.
    pub(crate) between_sentences: &'static str,
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
    pub(crate) second: Forms,
    pub(crate) minute: Forms,
    pub(crate) hour: Forms,
    pub(crate) day: Forms,
    pub(crate) week: Forms,
    pub(crate) month: Forms,
    pub(crate) year: Forms,
    pub(crate) less_than_a_second: &'static str,
    /// Around a time that starts again with every visit.
    pub(crate) rolling: [&'static str; 2],
    pub(crate) session: &'static str,
    pub(crate) persistent: &'static str,
    /// Between alternatives.
    pub(crate) or: &'static str,
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

impl Texts {
    /// The language, a BCP 47 tag.
    pub const fn language(&self) -> &'static str {
        self.language
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl DurationTexts {
    /// Writes one duration.
    pub(crate) fn write(&self, term: Term, out: &mut impl fmt::Write) -> fmt::Result {
        let unit = match term.unit {
            Unit::Session => return out.write_str(self.session),
            Unit::Second => &self.second,
            Unit::Minute => &self.minute,
            Unit::Hour => &self.hour,
            Unit::Day => &self.day,
            Unit::Week => &self.week,
            Unit::Month => &self.month,
            Unit::Year => &self.year,
        };
        if term.rolling {
            out.write_str(self.rolling[0])?;
        }
        match term.count {
            0 => out.write_str(self.less_than_a_second)?,
            count => {
                let form = unit.of(count);
                match form.strip_prefix("{n}") {
                    Some(after) => {
                        number(count, out)?;
                        out.write_str(after)?;
                    }
                    None => out.write_str(form)?,
                }
            }
        }
        if term.rolling {
            out.write_str(self.rolling[1])
        } else {
            Ok(())
        }
    }
}

/// Writes a number in digits, which takes less than `write!` does.
pub(super) fn number(number: u32, out: &mut impl fmt::Write) -> fmt::Result {
    if number >= 10 {
        self::number(number / 10, out)?;
    }
    out.write_char(char::from(b'0' + (number % 10) as u8))
}

/// The item of a language, found as RFC 4647 section 3.4 has it: by the whole tag, then by ever less of its end.
///
/// That would give simplified characters (`zh`) to readers of traditional ones (`zh-TW`). As CLDR has it, the two do
/// not stand in for each other; a browser that accepts both says so (`zh-TW,zh`).
pub(crate) fn lookup<T: Copy>(
    mut range: &str,
    items: &(impl Iterator<Item = T> + Clone),
    language: impl Fn(T) -> &'static str,
) -> Option<T> {
    let shortest = if is_traditional_chinese(range) {
        "zh-".len()
    } else {
        0
    };
    while range.len() >= shortest {
        if let Some(item) = items
            .clone()
            .find(|item| language(*item).eq_ignore_ascii_case(range))
        {
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
    None
}

/// Whether two tags name the same language, whatever the region.
pub(crate) fn is_same_language(tag: &str, other: &str) -> bool {
    primary(tag).eq_ignore_ascii_case(primary(other))
}

/// The direction of a language: that of its script when the tag names one (`az-Arab`), its usual one otherwise.
pub(crate) fn direction(tag: &str) -> Direction {
    const SCRIPTS: &[&str] = &[
        "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
    ];
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let subtags = rest.split('-').take_while(|subtag| subtag.len() > 1);
    let script = subtags
        .filter(|tag| tag.len() == 4)
        .find(|tag| tag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let is_rtl = match script {
        Some(script) => SCRIPTS
            .iter()
            .any(|other| other.eq_ignore_ascii_case(script)),
        None => is_written_rtl(language),
    };
    if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// Whether a language is usually written from right to left. Every page asks: one comparison with all of them takes less
/// than one with each.
fn is_written_rtl(language: &str) -> bool {
    let mut small = [0; 3];
    let Some(small) = small.get_mut(..language.len()) else {
        return false;
    };
    small.copy_from_slice(language.as_bytes());
    small.make_ascii_lowercase();
    matches!(
        &*small,
        b"ar"
            | b"arc"
            | b"azb"
            | b"bgn"
            | b"bqi"
            | b"ckb"
            | b"dv"
            | b"fa"
            | b"glk"
            | b"he"
            | b"iw"
            | b"ji"
            | b"ks"
            | b"lrc"
            | b"mzn"
            | b"nqo"
            | b"pnb"
            | b"prs"
            | b"ps"
            | b"sd"
            | b"skr"
            | b"syr"
            | b"ug"
            | b"ur"
            | b"yi"
    )
}

/// The direction that a letter is written in.
pub(super) fn direction_of(letter: char) -> Direction {
    let letter = u32::from(letter);
    // Most letters stand before all that are written so.
    if letter < 0x0590 {
        return Direction::Ltr;
    }
    let is_rtl = matches!(
        letter,
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF
    );
    if is_rtl {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}
