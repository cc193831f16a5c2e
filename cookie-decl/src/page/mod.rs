//! The published page: options, and the ways to print it.

pub mod document;
mod html;
mod lazy_text;
mod markdown;
mod options;
mod record;
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

/// Printing.
impl Page<'_> {
    /// The language and the title, for what stands around a fragment.
    #[cfg(feature = "http")]
    pub(crate) fn title(&self) -> (&'static str, alloc::borrow::Cow<'_, str>) {
        let source = source::Source::new(self);
        (source.language.tag, source.title().lazy().into())
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
        self.string(|out| markdown::page(self, out))
    }

    /// The page as plain text in lines of about 80 characters.
    pub fn text(&self) -> String {
        self.string(|out| text::page(self, out))
    }

    /// A number for the page as it is read now: every word of it, in this language and with these options.
    ///
    /// Kept beside a visitor's answer it is evidence of what the visitor was shown (GDPR article 7(1)). It changes with
    /// every word, so it says nothing of whether to ask again; that is
    /// [`CategoryInfo::fingerprint`](crate::table::CategoryInfo::fingerprint).
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
    /// The published page, once it is given the configuration: `POLICY.page().at(&config)`.
    pub fn page(&self) -> Configured<C, Page<'static>> {
        Configured::new(self.value.page())
    }
}

/// The page as its [`Document`].
#[cfg(feature = "serde")]
impl serde::Serialize for Page<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}
