//! Texts before they are printed. They are borrowed or written on demand, so they allocate nothing.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

use cookie_decl_core::browser::LONGEST_AGE;
use cookie_decl_core::date::Date;
use cookie_decl_core::markup::{Span, spans};

use crate::page::document::Address;
use crate::run_time::{Config, Setting};
use crate::table::Table;
use crate::table::attributes::{Attributes, DeclaredAttributes};
use crate::table::declaration::Storage;
use crate::table::duration::{Duration, Term, Unit};
use crate::table::pattern::Pattern;
use crate::table::provider::ProviderInfo;
use crate::texts::built_in::DurationTexts;
use crate::texts::date::{DateTexts, number};

/// A text that is written on demand.
#[derive(Clone, Copy)]
pub(super) enum LazyText<'a> {
    /// The text itself.
    Plain(&'a str),
    /// A text between two others.
    Between(&'static [&'static str; 2], &'a str),
    /// Domains of a third party, with commas between them.
    Domains(&'static [&'static str]),
    /// A third party's domain between two texts.
    ThirdParty(&'static [&'static str; 2], &'a str),
    /// A text followed by a number.
    Numbered(&'static str, u32),
    /// The anchor of a part of the category with this name.
    PartOf(&'a str, usize),
    /// A pattern, with each hole in the angle brackets that visitors know from manuals.
    Pattern(&'a Pattern),
    /// A date.
    Date(&'a DateTexts, Date),
    /// How long something is kept.
    Duration(&'a DurationTexts, Kept<'a>),
    /// One duration.
    Term(&'a DurationTexts, Term),
    /// The attributes as in a header.
    Attributes(&'a DeclaredAttributes, Config<'a>),
    /// The `Path` attribute in this deployment.
    Path(&'a Setting<Cow<'static, str>>, Config<'a>),
    /// The `Domain` attribute in this deployment, or nothing without one.
    Domain(&'a Setting<Option<Cow<'static, str>>>, Config<'a>),
}

/// What the words for a duration depend on.
#[derive(Clone, Copy)]
pub(super) struct Kept<'a> {
    pub(super) duration: &'a Duration,
    pub(super) storage: Storage,
    pub(super) config: Config<'a>,
}

impl<'a> LazyText<'a> {
    /// The text; only a [`Plain`](Self::Plain) one is borrowed.
    pub(super) fn text(&self) -> Cow<'a, str> {
        if let Self::Plain(text) = *self {
            return Cow::Borrowed(text);
        }
        let mut text = String::new();
        self.write(&mut text).expect("a `String` takes everything");
        Cow::Owned(text)
    }

    #[inline]
    pub(super) fn write(&self, out: &mut impl Write) -> fmt::Result {
        match self {
            Self::Plain(text) => out.write_str(text),
            words => words.write_parts(out),
        }
    }

    fn write_parts(&self, out: &mut impl Write) -> fmt::Result {
        match *self {
            Self::Plain(text) => out.write_str(text),
            Self::Between([before, after], text) => {
                out.write_str(before)?;
                out.write_str(text)?;
                out.write_str(after)
            }
            Self::Domains(domains) => {
                for (index, domain) in domains.iter().enumerate() {
                    out.write_str(if index > 0 { ", " } else { "" })?;
                    write_domain(domain, out)?;
                }
                Ok(())
            }
            Self::ThirdParty([before, after], domain) => {
                out.write_str(before)?;
                write_domain(domain, out)?;
                out.write_str(after)
            }
            Self::Numbered(before, count) => {
                out.write_str(before)?;
                number(count, out)
            }
            Self::PartOf(category, part) => {
                write!(out, "cookie-category-{category}-{part}")
            }
            Self::Pattern(pattern) => {
                out.write_str(pattern.head)?;
                pattern
                    .holes
                    .iter()
                    .try_for_each(|(hole, text)| write_all(&["<", hole, ">", text], out))
            }
            Self::Date(texts, date) => texts.write(date, out),
            Self::Duration(texts, kept) => kept.write(texts, out),
            Self::Term(texts, term) => write_term(texts, term, out),
            Self::Attributes(attributes, config) => header_attributes(&attributes.at(config), out),
            Self::Path(path, config) => out.write_str(&path.at(config)),
            Self::Domain(domain, config) => {
                out.write_str(domain.at(config).as_deref().unwrap_or_default())
            }
        }
    }
}

/// Writes a domain, with each hole as that of a name.
fn write_domain(domain: &str, out: &mut impl Write) -> fmt::Result {
    domain.split_inclusive(['{', '}']).try_for_each(|part| {
        let (text, mark) = match part.as_bytes().last() {
            Some(b'{') => (&part[..part.len() - 1], "<"),
            Some(b'}') => (&part[..part.len() - 1], ">"),
            _ => (part, ""),
        };
        write_all(&[text, mark], out)
    })
}

/// A text of the site or of the library; see [`Text`](super::document::Text).
#[derive(Clone, Copy)]
pub(super) enum Sourced<'a> {
    Site(&'a str),
    BuiltIn(LazyText<'a>),
}

impl<'a> Sourced<'a> {
    pub(super) fn built_in(text: &'static str) -> Self {
        Self::BuiltIn(LazyText::Plain(text))
    }

    pub(super) fn text(&self) -> Cow<'a, str> {
        self.lazy().text()
    }

    pub(super) fn lazy(&self) -> LazyText<'a> {
        match *self {
            Self::Site(text) => LazyText::Plain(text),
            Self::BuiltIn(words) => words,
        }
    }
}

/// A piece of a sentence; see [`Inline`](super::document::Inline).
#[derive(Clone, Copy)]
pub(super) enum Piece<'a> {
    /// Nothing, to fill an array.
    Nothing,
    Text(Sourced<'a>),
    Strong(Sourced<'a>),
    /// The name of a provider, where the page lists it. The tables link to it.
    Provider(&'static ProviderInfo),
    Code(LazyText<'a>),
    Link(Sourced<'a>, Address<'a>),
    /// A text of the site with emphasis, names or links.
    Marked(&'a str),
}

/// The pieces of a text with emphasis, names or links.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    spans(text).map(|span| match span {
        Span::Text(text) => Piece::site(text),
        Span::Strong(text) => Piece::Strong(Sourced::Site(text)),
        Span::Code(text) => Piece::Code(LazyText::Plain(text)),
        Span::Link { text, address } => Piece::address(text, Address::new(address)),
    })
}

impl<'a> Piece<'a> {
    /// A built-in text; nothing if it is empty, because a language needs no words there.
    pub(super) fn built_in(text: &'static str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(Sourced::built_in(text))
        }
    }

    pub(super) fn site(text: &'a str) -> Self {
        Self::Text(Sourced::Site(text))
    }

    /// A text of the site's table that may have emphasis, names or links.
    pub(super) fn marked(text: &'a str, table: &Table) -> Self {
        if table.has_markup {
            Self::Marked(text)
        } else {
            Self::site(text)
        }
    }

    /// A text that links to the address, if there is one.
    pub(super) fn address(text: &'a str, address: Option<Address<'a>>) -> Self {
        match address {
            Some(address) => Self::Link(Sourced::Site(text), address),
            None => Self::site(text),
        }
    }

    /// A link to the address of a page or of e-mail.
    pub(super) fn contact(address: &'a str) -> Self {
        let text = address.strip_prefix("mailto:").unwrap_or(address);
        Self::address(text, Address::new(address))
    }

    /// A sentence around a link.
    pub(super) fn around(
        [before, link, after]: [&'static str; 3],
        address: Address<'a>,
    ) -> [Self; 3] {
        [
            Self::built_in(before),
            Self::Link(Sourced::built_in(link), address),
            Self::built_in(after),
        ]
    }
}

fn write_all(texts: &[&str], out: &mut impl Write) -> fmt::Result {
    texts
        .iter()
        .filter(|text| !text.is_empty())
        .try_for_each(|text| out.write_str(text))
}

impl Kept<'_> {
    fn write(self, texts: &DurationTexts, out: &mut impl Write) -> fmt::Result {
        match (self.storage, self.duration) {
            (Storage::Pixel, _) => return out.write_str(texts.nothing),
            (_, Duration::Persistent) => return out.write_str(texts.persistent),
            (_, Duration::Unknown) => return out.write_str(texts.unknown),
            _ => {}
        }
        for (index, term) in terms(self.duration, self.config).enumerate() {
            if index > 0 {
                out.write_str(texts.or)?;
            }
            match (self.storage, term.unit) {
                (Storage::SessionStorage, Unit::Session) => out.write_str(texts.tab)?,
                _ => write_term(texts, term, out)?,
            }
        }
        Ok(())
    }

    /// The longest time that browsers keep a cookie for which the table names this duration.
    ///
    /// `None` if it is not a cookie, or not kept for a time.
    pub(super) fn longest_of_cookie(self) -> Option<Term> {
        const MOST: Term = Term::new(400, Unit::Day);
        if self.storage != Storage::Cookie {
            return None;
        }
        if matches!(self.duration, Duration::Unknown) {
            return Some(MOST);
        }
        let longest = terms(self.duration, self.config)
            .filter(|term| term.unit != Unit::Session)
            .max_by_key(Term::seconds)?;
        Some(if longest.seconds() > MOST.seconds() {
            MOST
        } else {
            longest
        })
    }

    /// Whether browsers keep a cookie for less than the duration that the table names.
    pub(super) fn exceeds_browsers(self) -> bool {
        let is_over = |term: Term| term.seconds().is_some_and(|seconds| seconds > LONGEST_AGE);
        self.storage == Storage::Cookie && terms(self.duration, self.config).any(is_over)
    }
}

/// The terms of a duration in this deployment.
#[inline]
pub(super) fn terms(duration: &Duration, config: Config<'_>) -> impl Iterator<Item = Term> {
    let (at_run_time, written) = match duration {
        Duration::RunTime { max, value } => {
            (Some(run_time_term(value(config).as_secs(), *max)), &[][..])
        }
        _ => (None, duration.terms()),
    };
    at_run_time.into_iter().chain(written.iter().copied())
}

/// A run-time duration in the largest unit that divides it, or its bound if it is not shorter. Less
/// than a second is zero, because `Max-Age` counts whole seconds.
fn run_time_term(seconds: u64, max: Term) -> Term {
    if max.seconds().is_some_and(|max| max <= seconds) {
        return max;
    }
    let units = [
        Unit::Year,
        Unit::Month,
        Unit::Week,
        Unit::Day,
        Unit::Hour,
        Unit::Minute,
    ];
    let divides = |unit: &Unit| {
        unit.seconds()
            .is_some_and(|unit| seconds > 0 && seconds.is_multiple_of(unit))
    };
    let unit = units.into_iter().find(divides).unwrap_or(Unit::Second);
    let count = seconds / unit.seconds().unwrap_or(1);
    Term {
        count: u32::try_from(count).unwrap_or(u32::MAX),
        unit,
        rolling: max.rolling,
    }
}

fn header_attributes(attributes: &Attributes, out: &mut impl Write) -> fmt::Result {
    for (is_set, name) in [
        (attributes.secure(), "Secure; "),
        (attributes.http_only(), "HttpOnly; "),
        (attributes.partitioned(), "Partitioned; "),
    ] {
        if is_set {
            out.write_str(name)?;
        }
    }
    write_all(&["SameSite=", attributes.same_site().as_str()], out)?;
    if let Some(domain) = attributes.domain() {
        write_all(&["; Domain=", domain], out)?;
    }
    write_all(&["; Path=", attributes.path()], out)
}

fn write_term(texts: &DurationTexts, term: Term, out: &mut impl Write) -> fmt::Result {
    texts.write(term.count, term.unit, term.rolling, out)
}
