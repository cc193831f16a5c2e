//! The options of the page.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::run_time::{Config, WithConfig};
use crate::table::Table;
use crate::table::column::Column;

/// The published page; print it with [`html`](Self::html), [`markdown`](Self::markdown) or
/// [`text`](Self::text).
///
/// All formats have the same content: one walk over the table produces each of them and the
/// [`Document`](crate::page::document::Document), which is also what `serde` writes. Every text of
/// the table and of the options is escaped for its format. The HTML contains no script. Its only
/// style is the [stylesheet](Self::STYLESHEET) in [`html`](Self::html). A strict Content Security
/// Policy needs no exception for a page that [links](Self::stylesheet) to it, and for
/// [`html_fragment`](Self::html_fragment).
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
/// use cookie_decl::page::Column;
/// let columns = [Column::Cookie, Column::Duration];
/// let page = cookies::POLICY.page().site("https://shop.example").columns(columns);
/// assert!(page.html().starts_with("<!DOCTYPE html>"));
/// assert!(page.html_fragment().starts_with("<article"));
/// assert!(page.markdown().contains("| `sessionid` | 2 weeks |"));
/// assert!(page.text().contains("Cookies used on shop.example"));
/// ```
#[derive(Debug, Clone)]
pub struct Page<'a> {
    pub(super) table: &'static Table,
    pub(super) config: Config<'a>,
    pub(super) site: Option<Cow<'a, str>>,
    pub(super) language: Option<Cow<'a, str>>,
    pub(super) columns: Option<Vec<Column<'a>>>,
    pub(super) heading_level: u8,
    pub(super) settings: Option<Cow<'a, str>>,
    pub(super) last_updated: Option<Cow<'a, str>>,
    pub(super) security: bool,
    pub(super) stylesheet: Option<Cow<'a, str>>,
    pub(super) summary: Option<String>,
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

    /// Sets the site that the page is for, instead of the one that the table names.
    ///
    /// Of an `http` or `https` address the page says the host.
    pub fn site(mut self, site: impl Into<Cow<'a, str>>) -> Self {
        self.site = non_empty(site);
        self
    }

    /// Sets the language of the page, a BCP 47 tag such as `fr-CA`.
    ///
    /// The site's own texts are printed in this language if the table has it or a less specific one
    /// (`fr`; RFC 4647 section 3.4). Otherwise the whole page is in the table's own language, never
    /// in a mixture. Names of providers are not translated. The built-in texts follow the language
    /// of the site's texts; if the library does not have that language, they are English, and HTML
    /// marks them so.
    pub fn language(mut self, tag: impl Into<Cow<'a, str>>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Sets the columns and their order, instead of those that the table prints.
    ///
    /// All tables of the page have the same columns. A column that is empty in every row of the page
    /// is left out, and so is [`Column::Storage`] if everything is a cookie. A column that is given
    /// twice is printed once.
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

    /// Sets the level of the title, 1 to 6, for a page inside another one.
    ///
    /// Values out of this range are moved into it. Other headings are one or two levels below the
    /// title, at most 6.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level.clamp(1, 6);
        self
    }

    /// Sets the address where visitors change their choice.
    ///
    /// It is relative, or has the scheme `http`, `https` or `mailto`. An address that
    /// [`Href::new`](crate::page::document::Href::new) refuses is ignored.
    ///
    /// A table with an `opt_out` category needs it: visitors must be able to object, and without an
    /// address the page can only ask them to tell the site.
    pub fn settings(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.settings = non_empty(address);
        self
    }

    /// Sets when the page was last updated, instead of `last_updated` in the table.
    ///
    /// A date such as `2026-11-22` is printed in words, "22 November 2026", and marked up as a
    /// date. Any other text is printed as it is.
    pub fn last_updated(mut self, date: impl Into<Cow<'a, str>>) -> Self {
        self.last_updated = non_empty(date);
        self
    }

    /// Sets whether the tables have a column with the attributes of the cookies.
    pub fn security(mut self, print: bool) -> Self {
        self.security = print;
        self
    }

    /// Sets the address of the stylesheet that [`html`](Self::html) links to.
    ///
    /// Without it the document contains [`STYLESHEET`](Self::STYLESHEET). An unsafe address, which
    /// [`Href::new`](crate::page::document::Href::new) refuses, is ignored.
    pub fn stylesheet(mut self, address: impl Into<Cow<'a, str>>) -> Self {
        self.stylesheet = non_empty(address);
        self
    }

    /// Adds HTML about this visitor's choices to the section about choosing.
    #[cfg(feature = "http")]
    pub(crate) fn summary(mut self, html: String) -> Self {
        self.summary = Some(html);
        self
    }
}

/// The text, unless it is empty.
fn non_empty<'a>(text: impl Into<Cow<'a, str>>) -> Option<Cow<'a, str>> {
    Some(text.into()).filter(|text| !text.trim().is_empty())
}

impl WithConfig for Page<'static> {
    type Output<'a> = Page<'a>;

    fn with_config(self, config: Config<'_>) -> Page<'_> {
        Page { config, ..self }
    }
}
