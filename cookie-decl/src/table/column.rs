//! The columns of the page.

/// A column of the page, for [`Page::columns`](crate::Page::columns).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Column<'a> {
    /// The names.
    Cookie,
    /// Who is responsible for the cookie.
    Provider,
    /// The part of the site that uses the cookie.
    Function,
    /// Why the cookie is stored.
    Purpose,
    /// How long the cookie is kept.
    Duration,
    /// The attributes that the cookie is sent with.
    Attributes,
    /// Who stores the cookie.
    SetBy,
    /// Whether it belongs to the first party or a third party.
    Party,
    /// Where the item is stored; left out while everything is a cookie.
    ///
    /// Without this column, a name says it unless it is a cookie's: "`map_view` (local storage)".
    Storage,
    /// Why the site may process the data (GDPR, article 6).
    Basis,
    /// A remark.
    Note,
    /// One of the site's own columns, by its title in the table.
    Own(&'a str),
}
