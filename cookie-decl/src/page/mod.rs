//! The published page: options, and the ways to print it.

mod contents;
pub mod document;
mod escape;
mod html;
mod language;
mod markdown;
mod record;
mod rows;
#[cfg(test)]
mod tests;
mod text;
pub mod texts;
mod words;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use self::document::Document;
pub(crate) use self::escape::escape_html;
pub(crate) use self::language::Language;
use self::texts::Texts;
pub(crate) use self::texts::{Date, direction};
use crate::config::{At, Config};
use crate::policy::Table;
use cookie_decl_core::fnv::fnv;

/// The texts of the table in another language.
#[doc(hidden)]
#[derive(Debug)]
pub struct Translation {
    /// A BCP 47 tag.
    pub language: &'static str,
    /// The built-in texts in it, English where the library does not speak it.
    pub built_in: &'static Texts,
    /// Text of the table and its translation, sorted by the text of the table.
    pub texts: &'static [(&'static str, &'static str)],
}

/// A column of the page's tables, for [`Page::columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Column<'a> {
    /// The names.
    Cookie,
    /// Who stands behind it.
    Provider,
    /// What part of the site uses it.
    Function,
    /// Why it is stored.
    Purpose,
    /// How long it is kept.
    Duration,
    /// The attributes that it is sent with.
    Attributes,
    /// Who stores it.
    SetBy,
    /// Where it is stored.
    Storage,
    /// A remark.
    Note,
    /// A column of the site's own, by its title in the table.
    Own(&'a str),
}

impl Column<'_> {
    /// The column that a table calls so, such as `set_by`; `None` for any other word, which may name a column of the
    /// site's own.
    ///
    /// ```
    /// use cookie_decl::Column;
    /// assert_eq!(Column::named("set_by"), Some(Column::SetBy));
    /// assert_eq!(Column::named("colour"), None);
    /// ```
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "cookie" => Self::Cookie,
            "provider" => Self::Provider,
            "function" => Self::Function,
            "purpose" => Self::Purpose,
            "duration" => Self::Duration,
            "attributes" => Self::Attributes,
            "set_by" => Self::SetBy,
            "storage" => Self::Storage,
            "note" => Self::Note,
            _ => return None,
        })
    }
}

/// The published page, on its way to [`html`](Self::html), [`markdown`](Self::markdown) or [`text`](Self::text).
///
/// All forms say the same: HTML and the [`Document`] are told it by one walk over the table, and the others are printed
/// from the document, which is also what `serde` writes. Whatever the table and the options say is escaped for the
/// format. Nothing in the HTML is inline, no style and no script, so that it needs no exception from a strict Content
/// Security Policy.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         /// Cookies policy
///         pub policy;
///         /// Needed
///         ///
///         /// The site does not work without these.
///         category Necessary: exempt {
///             cookie | duration;
///             /// Keeps you signed in
///             SESSION = "sessionid" | 2 weeks;
///         }
///     }
/// }
///
/// use cookie_decl::Column;
/// let page = cookies::POLICY.page().site("https://shop.example").columns([Column::Cookie, Column::Duration]);
/// assert!(page.html().starts_with("<!DOCTYPE html>"));
/// assert!(page.html_fragment().starts_with("<article"));
/// assert!(page.markdown().contains("| `sessionid` | 2 weeks |"));
/// assert!(page.text().contains("Cookies used on https://shop.example"));
/// ```
#[derive(Debug, Clone)]
pub struct Page<'a> {
    table: &'static Table,
    config: Config<'a>,
    site: Option<Cow<'a, str>>,
    language: Option<Cow<'a, str>>,
    columns: Option<Vec<Column<'a>>>,
    heading_level: u8,
    settings: Option<Cow<'a, str>>,
    last_updated: Option<Cow<'a, str>>,
    security: bool,
    stylesheet: Option<Cow<'a, str>>,
    summary: Option<String>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(table: &'static Table, config: Config<'a>) -> Self {
        Self {
            table,
            config,
            site: None,
            language: None,
            columns: None,
            heading_level: 1,
            settings: None,
            last_updated: None,
            security: false,
            stylesheet: None,
            summary: None,
        }
    }

    /// The site that the page is for, instead of the one that the table names. An `http` or `https` address is printed
    /// as a link.
    pub fn site(mut self, site: impl Into<Cow<'a, str>>) -> Self {
        self.site = given(site);
        self
    }

    /// The language of the page, a BCP 47 tag such as `fr-CA`.
    ///
    /// The site's own texts are printed in it when the table has that language or a less specific one (`fr`; RFC 4647
    /// section 3.4). Otherwise the whole page is in the table's own language, never a mixture. Names of providers stay
    /// as they are. The built-in texts follow the site's texts; where the library does not speak their language, they
    /// are English, and HTML marks them so.
    pub fn language(mut self, tag: impl Into<Cow<'a, str>>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// The columns and their order, instead of those that the table prints. A column that would be empty in every row
    /// of a category is left out there; one that is given twice is printed once.
    pub fn columns(mut self, columns: impl IntoIterator<Item = Column<'a>>) -> Self {
        let mut unique = Vec::new();
        for column in columns {
            if !unique.contains(&column) {
                unique.push(column);
            }
        }
        self.columns = Some(unique);
        self
    }

    /// The level of the title, 1 to 6, for a page inside another one; 0 counts as 1, and more than 6 as 6. Headings
    /// below it are one or two levels further down, at most 6.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level.clamp(1, 6);
        self
    }

    /// The address where visitors change their choice: relative, or with the scheme `http`, `https` or `mailto`.
    /// Another one, which [`Href::new`](document::Href::new) refuses, is not linked, as if it had not been given.
    ///
    /// A table with an `opt_out` category needs it: visitors must be able to object, and without an address the page
    /// can only ask them to tell the site.
    pub fn settings(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.settings = given(address);
        self
    }

    /// When the page was last updated. A date like `2026-11-22` is printed in words, "22 November 2026", and marked up
    /// as a date; any other text is printed as it is.
    pub fn last_updated(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.last_updated = given(date);
        self
    }

    /// Whether the tables have a column with the attributes that cookies are sent with, for readers who check them.
    pub fn security(mut self, print: bool) -> Self {
        self.security = print;
        self
    }

    /// The address of the stylesheet that [`html`](Self::html) links to. Without one the page is plain but readable; so
    /// it is with an unsafe address, which [`Href::new`](document::Href::new) refuses and the page leaves out.
    pub fn stylesheet(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.stylesheet = given(address);
        self
    }

    /// What this visitor chose, in HTML, for the section about choosing.
    #[cfg(feature = "http")]
    pub(crate) fn summary(mut self, html: String) -> Self {
        self.summary = Some(html);
        self
    }

    /// The language and the title, for what stands around a fragment.
    #[cfg(feature = "http")]
    pub(crate) fn title(&self) -> (&'static str, Cow<'_, str>) {
        let source = contents::Source::new(self);
        (source.language.tag, source.title().words().into())
    }

    /// The page as data, to be laid out by somebody else.
    pub fn document(&self) -> Document<'_> {
        record::document(self)
    }

    /// The page as a complete HTML document.
    pub fn html(&self) -> String {
        self.string(|out| self.write_html(out))
    }

    /// The page as an HTML `<article>`, to stand in the site's own layout.
    pub fn html_fragment(&self) -> String {
        self.string(|out| self.write_html_fragment(out))
    }

    /// Writes what [`html`](Self::html) gives, piece by piece: into a response or a file, nothing is kept in between.
    ///
    /// Nothing is allocated either, except by an `{ expr }` of the table whose value is a `String`, and for a table of
    /// more than 16 columns.
    ///
    /// # Errors
    /// That of the writer, which gets no more then.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     /// Cookies
    /// #     pub policy;
    /// # } }
    /// let page = cookies::POLICY.page();
    /// let mut out = String::new();
    /// page.write_html(&mut out)?;
    /// assert_eq!(out, page.html());
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    pub fn write_html(&self, out: &mut impl fmt::Write) -> fmt::Result {
        html::page(self, out)
    }

    /// The same for [`html_fragment`](Self::html_fragment).
    ///
    /// # Errors
    /// As of [`write_html`](Self::write_html).
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     /// Cookies
    /// #     pub policy;
    /// # } }
    /// let page = cookies::POLICY.page();
    /// let mut out = String::from("<body>");
    /// page.write_html_fragment(&mut out)?;
    /// assert_eq!(out, format!("<body>{}", page.html_fragment()));
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    pub fn write_html_fragment(&self, out: &mut impl fmt::Write) -> fmt::Result {
        html::fragment(self, out)
    }

    /// The page in GitHub Flavored Markdown.
    pub fn markdown(&self) -> String {
        self.string(|out| markdown::page(&self.document(), self.heading_level, out))
    }

    /// The page as plain text in lines of about 80 characters.
    pub fn text(&self) -> String {
        self.string(|out| text::page(&self.document(), out))
    }

    /// A number for the page as it is read now: every word of it, in this language and with these options.
    ///
    /// Kept beside a visitor's answer it is evidence of what the visitor was shown (GDPR article 7(1)). It changes with
    /// every word, so it says nothing of whether to ask again; that is
    /// [`CategoryInfo::fingerprint`](crate::CategoryInfo::fingerprint).
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     /// Cookies
    /// #     pub policy;
    /// # } }
    /// let page = cookies::POLICY.page();
    /// assert_eq!(page.evidence(), cookies::POLICY.page().evidence());
    /// assert_ne!(page.evidence(), page.clone().language("fr").site("https://shop.example").evidence());
    /// ```
    pub fn evidence(&self) -> u64 {
        fnv(self.text().bytes())
    }

    fn string(&self, write: impl FnOnce(&mut String) -> fmt::Result) -> String {
        // The texts around the rows take about 4 kB, a row in HTML about 400 bytes.
        let mut out = String::with_capacity(4096 + 512 * self.table.rows.len());
        write(&mut out).expect("a `String` takes everything");
        out
    }
}

/// An option, unless it says nothing.
fn given<'a>(text: impl Into<Cow<'a, str>>) -> Option<Cow<'a, str>> {
    Some(text.into()).filter(|text| !text.trim().is_empty())
}

/// Whether a character has no place in a published text: a control character that is not white space to HTML, or a
/// Unicode noncharacter. HTML does not allow them even as references, and a terminal obeys them. U+FFFD is printed in
/// their place.
fn is_unprintable(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}'))
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

impl At for Page<'static> {
    type Output<'a> = Page<'a>;

    fn under(self, config: Config<'_>) -> Page<'_> {
        Page { config, ..self }
    }
}

/// The page as its [`Document`].
#[cfg(feature = "serde")]
impl serde::Serialize for Page<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}
