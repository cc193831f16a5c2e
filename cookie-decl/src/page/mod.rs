//! The published page: options, and the ways to print it.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::config::{At, Config};
use crate::policy::PolicyAt;

/// The texts of the table in another language.
#[doc(hidden)]
#[derive(Debug)]
pub struct Translation {
    /// A BCP 47 tag.
    pub language: &'static str,
    /// Text of the table and its translation, sorted by the text of the table.
    pub texts: &'static [(&'static str, &'static str)],
}

/// A column of the page's tables.
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
    /// A column of the site's own, by its title.
    Own(&'a str),
}

/// The published page, on its way to [`html`](Self::html), [`markdown`](Self::markdown) or [`text`](Self::text).
#[derive(Debug, Clone)]
pub struct Page<'a> {
    policy: PolicyAt<'a>,
    site: Option<Cow<'a, str>>,
    language: Option<Cow<'a, str>>,
    columns: Option<Vec<Column<'a>>>,
    heading_level: u8,
    settings: Option<Cow<'a, str>>,
    last_updated: Option<Cow<'a, str>>,
    security: bool,
}

impl<'a> Page<'a> {
    pub(crate) fn new(policy: PolicyAt<'a>) -> Self {
        Self {
            policy,
            site: None,
            language: None,
            columns: None,
            heading_level: 1,
            settings: None,
            last_updated: None,
            security: false,
        }
    }
}

impl At for Page<'static> {
    type Output<'a> = Page<'a>;

    fn at(self, config: Config<'_>) -> Page<'_> {
        Page { policy: PolicyAt { config, ..self.policy }, ..self }
    }
}
