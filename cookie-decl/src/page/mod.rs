//! The published page: its options and its formats.

mod cells;
mod columns;
pub mod document;
mod html;
mod lazy_text;
mod markdown;
mod options;
pub(crate) mod record;
mod rows;
mod sections;
mod source;
#[cfg(test)]
mod tests;
mod text;

use alloc::string::String;
use core::fmt;

use cookie_decl_core::fnv::fnv;

pub use crate::page::document::Document;
pub use crate::page::options::Page;
use crate::policy::Policy;
use crate::run_time::{At, Config, Configured, WithConfig as _};
pub use crate::table::column::Column;
use crate::table::declaration::Declaration;

/// The formats of the page.
impl Page<'_> {
    /// The stylesheet of the page.
    ///
    /// [`html`](Self::html) contains it, and the guard serves it with its own. A site whose Content
    /// Security Policy forbids styles in a page serves it from an address and gives that to
    /// [`stylesheet`](Self::stylesheet). Custom properties such as `--cookie-accent` change its
    /// colours.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     /// Cookies
    /// #     pub policy;
    /// # } }
    /// use cookie_decl::Page;
    /// assert!(cookies::POLICY.page().html().contains(Page::STYLESHEET));
    /// assert!(!cookies::POLICY.page().stylesheet("/policy.css").html().contains(Page::STYLESHEET));
    /// ```
    pub const STYLESHEET: &'static str = include_str!("policy.min.css");

    /// The language and the title, for the document around a fragment.
    #[cfg(feature = "http")]
    pub(crate) fn title(&self) -> (&'static str, alloc::borrow::Cow<'_, str>) {
        let source = source::Source::new(self);
        (source.language.tag, source.title().text())
    }

    /// The page as data, for a layout of your own.
    pub fn document(&self) -> Document<'_> {
        record::document(self)
    }

    /// How long a row is kept, as the page says it.
    ///
    /// Returns `None` if the table does not state a duration, and for a row of another table.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     translation fr {
    /// #         "Audience" => "Audience"; "Remembers what you saw" => "Retient ce que vous avez vu";
    /// #     }
    /// #     /// Audience
    /// #     #[allow(no_consent_row)]
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you saw
    /// #         RECENT = "recent" | 13 months;
    /// #     }
    /// # } }
    /// // RECENT = "recent" | 13 months;
    /// use cookies::{POLICY, RECENT};
    /// let words = POLICY.page().duration(&RECENT);
    /// assert_eq!(words.as_deref(), Some("13 months"));
    /// let words = POLICY.page().language("fr").duration(&RECENT);
    /// assert_eq!(words.as_deref(), Some("13 mois"));
    /// ```
    pub fn duration(&self, row: &Declaration) -> Option<String> {
        record::duration(self, row)
    }

    /// The page as a complete HTML document, which contains its stylesheet or
    /// [links to one](Self::stylesheet).
    pub fn html(&self) -> String {
        self.string(|out| self.write_html(out))
    }

    /// The page as an HTML `<article>` for the site's own layout.
    pub fn html_fragment(&self) -> String {
        self.string(|out| self.write_html_fragment(out))
    }

    /// Writes what [`html`](Self::html) returns, piece by piece, for example into a response or a
    /// file.
    ///
    /// It allocates nothing, except for an `{ expr }` of the table whose value is a `String`, and
    /// for more than 16 columns.
    ///
    /// # Errors
    /// Returns the writer's error; nothing more is written after it.
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

    /// Writes what [`html_fragment`](Self::html_fragment) returns, piece by piece.
    ///
    /// # Errors
    /// Returns the writer's error; nothing more is written after it.
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
        self.string(|out| markdown::page(self, out))
    }

    /// The page as plain text, in lines of at most about 80 characters.
    pub fn text(&self) -> String {
        self.string(|out| text::page(self, out))
    }

    /// A hash of every word of the page, in this language and with these options.
    ///
    /// Stored beside a visitor's answer, and with the text of each version archived, it identifies
    /// the version of the page that was published at that time. It does not cover the banner. It
    /// changes with every word; whether to ask visitors again is decided by
    /// [`CategoryInfo::fingerprint`](crate::table::CategoryInfo::fingerprint).
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     /// Cookies
    /// #     pub policy;
    /// # } }
    /// let page = cookies::POLICY.page();
    /// assert_eq!(page.evidence(), cookies::POLICY.page().evidence());
    /// let other = page.clone().site("https://shop.example");
    /// assert_ne!(page.evidence(), other.evidence());
    /// ```
    pub fn evidence(&self) -> u64 {
        fnv(self.text().bytes())
    }

    fn string(&self, write: impl FnOnce(&mut String) -> fmt::Result) -> String {
        // The texts around the rows take about 4 kB, and a row in HTML about 400 bytes.
        let mut out = String::with_capacity(4096 + 512 * self.table.rows.len());
        write(&mut out).expect("a `String` takes everything");
        out
    }
}

impl<K> Policy<K> {
    /// The published page.
    pub fn page(self) -> Page<'static> {
        self.with_config(Config::NONE).page()
    }
}

impl<'a, K> At<'a, Policy<K>> {
    /// The published page of this deployment.
    pub fn page(self) -> Page<'a> {
        Page::new(self.table(), self.config)
    }
}

impl<C: 'static, K> Configured<C, Policy<K>> {
    /// The published page, which `at` completes with a configuration: `POLICY.page().at(&config)`.
    pub fn page(&self) -> Configured<C, Page<'static>> {
        Configured::new(self.value.page())
    }
}

/// Serializes the page as its [`Document`].
#[cfg(feature = "serde")]
impl serde::Serialize for Page<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}
