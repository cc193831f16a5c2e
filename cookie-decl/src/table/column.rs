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

impl Column<'_> {
    /// The column that a table calls so, such as `set_by`; `None` for any other word, which may name a column of the
    /// site's own.
    ///
    /// ```
    /// use cookie_decl::page::Column;
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
