//! The table as it is meant: resolved, checked, in the order of the page. Only `check` makes one.
//!
//! Where something was wrong there stands a harmless value instead, so that the other rows can be emitted beside the
//! error.

use std::borrow::Cow;

use proc_macro2::{Ident, Span, TokenStream};

use crate::ast::{self, Key};
use crate::errors::Place;
use crate::keys;

pub(crate) use crate::ast::{ColumnKind, Config, Expr, Term, Text, Visibility};

pub(crate) struct Policy {
    pub(crate) visibility: Visibility,
    /// The keyword `policy`.
    pub(crate) keyword: Span,
    pub(crate) title: Option<String>,
    pub(crate) introduction: Vec<String>,
    pub(crate) site: Option<String>,
    pub(crate) config: Option<Config>,
    pub(crate) path: Option<TokenStream>,
    pub(crate) language: String,
    pub(crate) print: Vec<(ColumnKind, Option<String>)>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) categories: Vec<Category>,
    pub(crate) parts: Vec<Part>,
    /// Category by category.
    pub(crate) rows: Vec<Row>,
    /// What the site no longer sets; of a row only name and attributes.
    pub(crate) retired: Vec<Row>,
    pub(crate) translations: Vec<Translation>,
}

pub(crate) struct Provider {
    pub(crate) ident: Ident,
    pub(crate) title: String,
    pub(crate) privacy: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) third_party: bool,
    pub(crate) country: Option<String>,
}

pub(crate) enum Part {
    Section {
        heading: Option<String>,
        paragraphs: Vec<String>,
    },
    Category(usize),
}

pub(crate) struct Category {
    pub(crate) ident: Ident,
    pub(crate) title: String,
    pub(crate) description: Vec<String>,
    pub(crate) gate: keys::Gate,
    /// Whether the table says so; it has been reported if not.
    pub(crate) has_gate: bool,
    pub(crate) revision: u32,
    pub(crate) gpc: bool,
    pub(crate) consent_mode: Vec<String>,
    pub(crate) tcf: Vec<u8>,
    pub(crate) allows: Vec<crate::rules::Rule>,
}

/// One name with all that is declared of it. A row with several names is several of these.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) constant: Option<Constant>,
    pub(crate) name: Name,
    /// Whether it shares its row with the one before.
    pub(crate) continues: bool,
    pub(crate) category: usize,
    /// Its number, and where the row names it.
    pub(crate) provider: Option<(usize, Span)>,
    pub(crate) function: Option<Text>,
    pub(crate) purpose: Option<Text>,
    pub(crate) duration: Duration,
    pub(crate) attributes: Option<Attributes>,
    pub(crate) set_by: SetBy,
    pub(crate) storage: Storage,
    pub(crate) note: Option<Text>,
    pub(crate) when: Option<Expr>,
    pub(crate) own: Vec<(String, Text)>,
    pub(crate) places: Places,
    /// Whether a cell was not understood, which has been reported: what else is odd may only follow from that.
    pub(crate) broken: bool,
    pub(crate) allows: Vec<crate::rules::Rule>,
}

/// Where the cells of a row were typed, or its name where the cell is shared or missing.
#[derive(Clone)]
pub(crate) struct Places {
    pub(crate) duration: Place,
    pub(crate) attributes: Place,
    /// Where the list itself stands, be it shared.
    pub(crate) attribute_list: Place,
    pub(crate) set_by: Place,
    pub(crate) keys: Keys,
}

/// Where the columns of a row are named, in the header or in front of a cell.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    pub(crate) provider: Option<Key>,
    pub(crate) function: Option<Key>,
    pub(crate) purpose: Option<Key>,
    pub(crate) duration: Option<Key>,
    pub(crate) attributes: Option<Key>,
    pub(crate) set_by: Option<Key>,
    pub(crate) storage: Option<Key>,
    pub(crate) note: Option<Key>,
    pub(crate) when: Option<Key>,
}

#[derive(Clone)]
pub(crate) struct Constant {
    pub(crate) ident: Ident,
    /// `String` if absent.
    pub(crate) ty: Option<TokenStream>,
    /// The row that holds the visitor's answer.
    pub(crate) consent: bool,
    /// Of the `=`.
    pub(crate) place: Span,
}

#[derive(Clone)]
pub(crate) struct Name {
    /// As written; `any` when the row stands for all cookies of a domain.
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) pattern: Option<Pattern>,
    pub(crate) any: bool,
}

/// A name with holes.
#[derive(Clone)]
pub(crate) struct Pattern {
    pub(crate) head: String,
    /// Each hole's name and the text behind it.
    pub(crate) holes: Vec<(String, String)>,
}

impl Name {
    /// The name without what its holes are called: two spellings of one family are the same.
    pub(crate) fn shape(&self) -> Cow<'_, str> {
        match &self.pattern {
            Some(pattern) => pattern.literals().collect::<Vec<_>>().join("{}").into(),
            None => self.text.as_str().into(),
        }
    }
}

impl Pattern {
    /// The text behind the last hole.
    pub(crate) fn tail(&self) -> &str {
        self.holes.last().map_or("", |(_, text)| text)
    }

    /// The texts between the holes.
    pub(crate) fn literals(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.head.as_str()).chain(self.holes.iter().map(|(_, text)| text.as_str()))
    }
}

#[derive(Clone)]
pub(crate) enum Duration {
    Unstated,
    Terms(Vec<Term>, Option<Text>),
    Persistent(Option<Text>),
    RunTime(Expr, Term, Option<Text>),
}

impl Duration {
    /// The text that is printed instead.
    pub(crate) fn text(&self) -> Option<&Text> {
        match self {
            Self::Unstated => None,
            Self::Terms(_, text) | Self::Persistent(text) | Self::RunTime(_, _, text) => {
                text.as_ref()
            }
        }
    }
}

/// A value that is written down, or evaluated at run time.
#[derive(Clone)]
pub(crate) enum Setting<T> {
    Fixed(T),
    RunTime(Expr),
}

/// Two expressions are never known to be the same.
impl<T: PartialEq> PartialEq for Setting<T> {
    fn eq(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Fixed(a), Self::Fixed(b)) if a == b)
    }
}

impl<T> Setting<T> {
    pub(crate) fn fixed(&self) -> Option<&T> {
        match self {
            Self::Fixed(value) => Some(value),
            Self::RunTime(_) => None,
        }
    }
}

#[derive(Clone, PartialEq)]
pub(crate) struct Attributes {
    pub(crate) secure: Setting<bool>,
    pub(crate) http_only: Setting<bool>,
    pub(crate) partitioned: Setting<bool>,
    pub(crate) same_site: Setting<keys::SameSite>,
    pub(crate) path: Setting<String>,
    pub(crate) domain: Setting<Option<String>>,
}

#[derive(Clone, PartialEq)]
pub(crate) enum SetBy {
    Server,
    Script,
    Other,
    ThirdParty(Option<String>),
}

#[derive(Clone, PartialEq)]
#[allow(clippy::enum_variant_names, reason = "the words are those of the web")]
pub(crate) enum Storage {
    Cookie,
    LocalStorage,
    SessionStorage,
    IndexedDb,
    Pixel,
    Other(String),
}

pub(crate) struct Translation {
    pub(crate) language: String,
    pub(crate) span: Span,
    pub(crate) allows: Vec<crate::rules::Rule>,
    /// The file that the texts are from.
    pub(crate) file: Option<ast::File>,
    /// Sorted by the text of the table.
    pub(crate) texts: Vec<(Text, Text)>,
}

impl Policy {
    /// The span of what is generated once for the whole table: at the keyword, but as generated code, since what lints
    /// say of style is nothing that the user could change.
    pub(crate) fn span(&self) -> Span {
        Span::mixed_site().located_at(self.keyword)
    }
}

impl Row {
    /// Whether what visitors are shown of the row depends on the deployment.
    pub(crate) fn varies(&self) -> bool {
        self.when.is_some() || matches!(self.duration, Duration::RunTime(..))
    }

    /// Whether a value of the row is only known at run time.
    pub(crate) fn has_expressions(&self) -> bool {
        self.varies()
            || self
                .attributes
                .as_ref()
                .is_some_and(Attributes::has_expressions)
    }

    /// Whether the application sets it, in a `Set-Cookie` header.
    pub(crate) fn is_set_by_us(&self) -> bool {
        self.set_by == SetBy::Server && self.storage == Storage::Cookie && !self.name.any
    }

    /// The domain that it belongs to, if it is not the site's own host. An expression stands for itself.
    pub(crate) fn domain(&self) -> Option<String> {
        match (&self.attributes, &self.set_by) {
            (
                Some(Attributes {
                    domain: Setting::Fixed(Some(domain)),
                    ..
                }),
                _,
            ) => Some(domain.to_lowercase()),
            (
                Some(Attributes {
                    domain: Setting::RunTime(expr),
                    ..
                }),
                _,
            ) => Some(expr.tokens.to_string()),
            (_, SetBy::ThirdParty(domain)) => domain.as_ref().map(|domain| domain.to_lowercase()),
            _ => None,
        }
    }

    /// The path that it belongs to. An expression stands for itself.
    pub(crate) fn path(&self) -> String {
        match self.attributes.as_ref().map(|attributes| &attributes.path) {
            Some(Setting::Fixed(path)) => path.clone(),
            Some(Setting::RunTime(expr)) => expr.tokens.to_string(),
            None => "/".to_owned(),
        }
    }

    /// Whether two rows of one name are one cookie: the same storage, domain and path (RFC 6265bis section 5.7), and the
    /// same jar of a browser, which keeps what is partitioned by itself (CHIPS).
    pub(crate) fn has_scope_of(&self, other: &Self) -> bool {
        let same_jar = match (self.is_partitioned(), other.is_partitioned()) {
            (Some(this), Some(other)) => this == other,
            _ => true,
        };
        same_jar
            && self.storage == other.storage
            && self.domain() == other.domain()
            && self.path() == other.path()
    }

    /// `None` where it is only known at run time. Nobody partitions a cookie unasked.
    fn is_partitioned(&self) -> Option<bool> {
        self.attributes.as_ref().map_or(Some(false), |attributes| {
            attributes.partitioned.fixed().copied()
        })
    }
}

impl Attributes {
    /// What every row starts from: nothing but `SameSite=Lax` and `Path=/`, which are always sent.
    pub(crate) fn base() -> Self {
        Self {
            secure: Setting::Fixed(false),
            http_only: Setting::Fixed(false),
            partitioned: Setting::Fixed(false),
            same_site: Setting::Fixed(keys::SameSite::Lax),
            path: Setting::Fixed("/".to_owned()),
            domain: Setting::Fixed(None),
        }
    }

    /// What the server sends where the table says nothing.
    pub(crate) fn server() -> Self {
        Self {
            secure: Setting::Fixed(true),
            http_only: Setting::Fixed(true),
            ..Self::base()
        }
    }

    fn has_expressions(&self) -> bool {
        let Self {
            secure,
            http_only,
            partitioned,
            same_site,
            path,
            domain,
        } = self;
        [secure, http_only, partitioned]
            .iter()
            .any(|flag| flag.fixed().is_none())
            || same_site.fixed().is_none()
            || path.fixed().is_none()
            || domain.fixed().is_none()
    }
}

impl From<keys::SetBy> for SetBy {
    fn from(key: keys::SetBy) -> Self {
        match key {
            keys::SetBy::Server => Self::Server,
            keys::SetBy::Script => Self::Script,
            keys::SetBy::Other => Self::Other,
            keys::SetBy::ThirdParty => Self::ThirdParty(None),
        }
    }
}

impl From<ast::Storage> for Storage {
    fn from(storage: ast::Storage) -> Self {
        match storage {
            ast::Storage::Known(keys::Storage::LocalStorage) => Self::LocalStorage,
            ast::Storage::Known(keys::Storage::SessionStorage) => Self::SessionStorage,
            ast::Storage::Known(keys::Storage::IndexedDb) => Self::IndexedDb,
            ast::Storage::Known(keys::Storage::Pixel) => Self::Pixel,
            ast::Storage::Known(keys::Storage::Cookie | keys::Storage::Other) => Self::Cookie,
            ast::Storage::Other(text) => Self::Other(text.text),
        }
    }
}
