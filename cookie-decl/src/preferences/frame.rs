//! The parts of a page around its content.

use alloc::borrow::Cow;
use core::any::Any;

/// The parts of a page, for [`Look::document`](crate::preferences::Look::document).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Frame<'a> {
    /// The language of the page, a BCP 47 tag.
    pub language: &'a str,
    /// The title.
    pub title: &'a str,
    /// The links to stylesheet and script, HTML for the `head`.
    pub head: &'a str,
    /// The content, HTML for `main`.
    pub content: &'a str,
    /// The links to the page in each language of the table; empty if there is only one.
    pub languages: &'a [LanguageLink<'a>],
    pub(crate) visitor: &'a dyn Any,
}

impl<'a> Frame<'a> {
    /// The visitor, so that a layout can show more of the site:
    /// `frame.visitor::<cookie_decl::Visitor<Category>>()`.
    ///
    /// `None` if the visitor belongs to another table.
    pub fn visitor<V: 'static>(&self) -> Option<&'a V> {
        self.visitor.downcast_ref()
    }
}

/// A link to the page in one of the site's languages.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LanguageLink<'a> {
    /// The language, a BCP 47 tag.
    pub tag: &'a str,
    /// The language's own name, or the tag if the library does not know it.
    pub name: &'a str,
    /// The address, relative to the page.
    pub address: Cow<'a, str>,
    /// Whether this is the current page.
    pub is_current: bool,
}
