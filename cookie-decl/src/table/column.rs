//! The columns of the page.

/// A column of the page's tables, for [`Page::columns`](crate::Page::columns).
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
