//! The table as it is meant: resolved, checked, in the order of the page. Only `check` makes one.
//!
//! A harmless value replaces whatever was wrong, so that the rest of the table still expands beside
//! the error.

use std::borrow::Cow;
use std::iter;
use std::rc::Rc;

use cookie_decl_core::layout::category::BEFORE_PROVIDER;
use cookie_decl_core::wording::Key;
use proc_macro2::{Ident, Span, TokenStream};

use crate::ast::{self, ColumnKind, Config, Expr, Included, Term, Text, Visibility};
use crate::errors::{Allow, SourceRange};
use crate::vocabulary::{self, Gate, SameSite, Signal};

pub(crate) struct Table {
    pub(crate) visibility: Visibility,
    pub(crate) reader: Reader,
    /// What the whole table allows.
    pub(crate) allows: Vec<Allow>,
    /// The word `policy`.
    pub(crate) keyword: Span,
    pub(crate) title: Option<String>,
    pub(crate) introduction: Vec<String>,
    pub(crate) site: Option<String>,
    pub(crate) config: Option<Config>,
    pub(crate) path: Option<TokenStream>,
    /// The name of the table for `include`.
    pub(crate) export: Option<Ident>,
    pub(crate) language: String,
    /// An ISO 8601 date.
    pub(crate) last_updated: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) controller: Option<Controller>,
    /// Who asks the visitor instead of the site.
    pub(crate) elsewhere: Option<Text>,
    /// The word `tied`.
    pub(crate) tied: Option<Span>,
    /// The printed columns, each with its title if that is not the built-in one.
    pub(crate) print: Vec<(ColumnKind, Option<String>)>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) categories: Vec<Category>,
    pub(crate) parts: Vec<Part>,
    /// Category by category.
    pub(crate) declarations: Vec<Declaration>,
    /// The declarations that another category lists too, each with its purpose there.
    pub(crate) listed: Vec<Declaration>,
    /// A category of a library, and the number of the one that proves it.
    pub(crate) proofs: Vec<(TokenStream, usize)>,
    pub(crate) retired: Vec<Retired>,
    /// The built-in texts that the site replaces in its own language.
    pub(crate) wording: Vec<Wording>,
    pub(crate) translations: Vec<Translation>,
}

/// Who reads the expansion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reader {
    Compiler,
    /// Shows everything that has the span of a word when the user points at that word.
    Editor,
}

pub(crate) struct Provider {
    pub(crate) ident: Ident,
    pub(crate) title: String,
    pub(crate) privacy: Option<String>,
    pub(crate) opt_out: Option<String>,
    pub(crate) contact: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) domains: Vec<String>,
    pub(crate) third_party: bool,
    pub(crate) country: Option<String>,
    pub(crate) transfer: Option<String>,
}

/// Who decides what is stored and why (GDPR, article 4(7)).
pub(crate) struct Controller {
    pub(crate) title: String,
    pub(crate) privacy: Option<String>,
    pub(crate) contact: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) officer: Option<String>,
    pub(crate) authority: Option<String>,
}

pub(crate) enum Part {
    Section {
        heading: Option<String>,
        paragraphs: Vec<String>,
    },
    /// The explanation of cookies, at this place; nothing without paragraphs.
    About {
        heading: Option<String>,
        paragraphs: Vec<String>,
    },
    /// The built-in explanation, at this place.
    BuiltInAbout,
    /// The category with this number; with `by provider`, the first of them.
    Category(usize),
}

/// What visitors choose about: a category of the table, or with `by provider` its rows of one
/// provider. Those of one category of the table follow each other.
#[derive(Clone)]
pub(crate) struct Category {
    pub(crate) ident: Ident,
    /// The identifier in the table.
    pub(crate) declared: Ident,
    /// The number of the provider, with `by provider`.
    pub(crate) of_provider: Option<usize>,
    pub(crate) title: String,
    pub(crate) description: Vec<String>,
    pub(crate) gate: Gate,
    /// Whether the table states the gate; an error is reported if not.
    pub(crate) has_gate: bool,
    pub(crate) revision: u32,
    pub(crate) gpc: bool,
    pub(crate) consent_mode: Vec<String>,
    pub(crate) signals: Vec<(Signal, Span)>,
    /// Where the gate says that the tags are loaded before the visitor agrees.
    pub(crate) advanced: Option<Span>,
    pub(crate) tcf: Vec<u8>,
    /// Earlier fingerprints whose answers still count.
    pub(crate) also: Vec<(u64, Span)>,
    /// What consent to the category is about, as a hash.
    pub(crate) fingerprint: u64,
    pub(crate) allows: Vec<Allow>,
    /// What is between the rows, before the declaration with this number.
    pub(crate) breaks: Vec<(usize, Break)>,
}

/// What is between the rows of a category.
#[derive(Clone)]
pub(crate) enum Break {
    Section {
        heading: Option<String>,
        paragraphs: Vec<String>,
    },
    /// The number of a listed declaration.
    Listed(usize),
}

/// One name with everything that its row declares. A row with several names is several of these.
#[derive(Clone)]
pub(crate) struct Declaration {
    pub(crate) constant: Option<Constant>,
    pub(crate) name: Name,
    /// Whether it shares its row with the declaration before it.
    pub(crate) continues: bool,
    /// The number of its category.
    pub(crate) category: usize,
    /// The provider's number.
    pub(crate) provider: Option<usize>,
    pub(crate) function: Option<Text>,
    pub(crate) purpose: Option<Text>,
    pub(crate) duration: Duration,
    pub(crate) attributes: Option<Attributes>,
    pub(crate) set_by: SetBy,
    pub(crate) storage: Storage,
    pub(crate) basis: Option<vocabulary::Basis>,
    pub(crate) note: Option<Text>,
    pub(crate) when: Option<Expr>,
    /// The cells of the user's own columns, each after the title of its column.
    pub(crate) own: Vec<(String, Text)>,
    pub(crate) included: Option<Rc<Included>>,
    pub(crate) ranges: Ranges,
    /// Whether a cell was not understood, which has been reported. Other oddities may only follow
    /// from that.
    pub(crate) broken: bool,
    pub(crate) allows: Vec<Allow>,
}

/// Where the cells of a row were typed. For a cell that is shared or missing: where the name was.
#[derive(Clone)]
pub(crate) struct Ranges {
    pub(crate) duration: SourceRange,
    pub(crate) attributes: SourceRange,
    /// Where the list of attributes was typed, even if it is shared.
    pub(crate) attribute_list: SourceRange,
    pub(crate) set_by: SourceRange,
}

#[derive(Clone)]
pub(crate) struct Constant {
    pub(crate) ident: Ident,
    /// `String` if absent.
    pub(crate) ty: Option<TokenStream>,
    /// Whether this cookie stores the visitor's consent.
    pub(crate) consent: bool,
    /// The `=` after the identifier and its type.
    pub(crate) eq_span: Span,
}

#[derive(Clone)]
pub(crate) struct Name {
    /// As written; `any` for all cookies of a domain.
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) pattern: Option<Pattern>,
    pub(crate) any: bool,
}

/// A name with holes.
#[derive(Clone)]
pub(crate) struct Pattern {
    pub(crate) head: String,
    /// Each hole's name and the text after it.
    pub(crate) holes: Vec<(String, String)>,
}

impl Name {
    /// The name without the names of its holes: two spellings of one family have the same shape.
    pub(crate) fn shape(&self) -> Cow<'_, str> {
        match &self.pattern {
            Some(pattern) => pattern.literals().collect::<Vec<_>>().join("{}").into(),
            None => self.text.as_str().into(),
        }
    }
}

impl Pattern {
    /// The text after the last hole.
    pub(crate) fn tail(&self) -> &str {
        self.holes.last().map_or("", |(_, text)| text)
    }

    /// The texts between the holes.
    pub(crate) fn literals(&self) -> impl Iterator<Item = &str> {
        iter::once(self.head.as_str()).chain(self.holes.iter().map(|(_, text)| text.as_str()))
    }

    pub(crate) fn matches(&self, name: &str) -> bool {
        let texts = self.holes.iter().map(|(_, text)| text.as_str());
        cookie_decl_core::pattern::matches(&self.head, texts, name)
    }
}

/// A duration, and the text that the page prints instead.
#[derive(Clone)]
pub(crate) enum Duration {
    Unstated,
    Terms(Vec<Term>, Option<Text>),
    Persistent(Option<Text>),
    /// No time is known.
    Unknown(Option<Text>),
    /// An expression and its bound.
    RunTime(Expr, Term, Option<Text>),
}

impl Duration {
    /// The text that the page prints instead.
    pub(crate) fn text(&self) -> Option<&Text> {
        match self {
            Self::Unstated => None,
            Self::Terms(_, text)
            | Self::Persistent(text)
            | Self::Unknown(text)
            | Self::RunTime(_, _, text) => text.as_ref(),
        }
    }
}

/// A value that is written down, or evaluated at run time.
#[derive(Clone)]
pub(crate) enum Setting<T> {
    Fixed(T),
    RunTime(Expr),
}

/// Two expressions never count as equal: nobody knows their values.
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
    pub(crate) same_site: Setting<SameSite>,
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

/// A cookie that the site no longer sets. The library removes it from browsers.
pub(crate) struct Retired {
    pub(crate) name: Name,
    pub(crate) attributes: Attributes,
    pub(crate) allows: Vec<Allow>,
}

pub(crate) struct Translation {
    pub(crate) language: String,
    pub(crate) span: Span,
    pub(crate) allows: Vec<Allow>,
    /// The file that contains the texts, if they are not in the table.
    pub(crate) file: Option<ast::File>,
    /// Sorted by the text of the table.
    pub(crate) texts: Vec<(Text, Text)>,
    pub(crate) wording: Vec<Wording>,
}

/// A text instead of a built-in one: as many words as its template has.
pub(crate) struct Wording {
    pub(crate) key: Key,
    pub(crate) words: Vec<String>,
}

/// What tells two cookies of one name apart (RFC 6265bis section 5.7).
pub(crate) struct Scope<'a> {
    storage: Storage,
    /// The domain, unless the cookie belongs to the site's own host; or an expression.
    domain: Option<String>,
    /// The path, or an expression.
    path: Cow<'a, str>,
    /// A browser keeps partitioned cookies in a jar of their own (CHIPS). `None` is only known at
    /// run time.
    partitioned: Option<bool>,
}

impl Scope<'_> {
    /// Whether two cookies of one name in these scopes are one cookie.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let same_jar = match (self.partitioned, other.partitioned) {
            (Some(this), Some(other)) => this == other,
            _ => true,
        };
        same_jar
            && self.storage == other.storage
            && self.domain == other.domain
            && self.path == other.path
    }
}

impl Category {
    /// Whether both are one category of the table.
    pub(crate) fn is_with(&self, other: &Self) -> bool {
        self.declared == other.declared
    }

    /// Whether scripts are told about the visitor's choice.
    pub(crate) fn has_signals(&self) -> bool {
        !(self.consent_mode.is_empty() && self.signals.is_empty())
    }

    /// Whether tags are loaded before the visitor agrees, and are told so. With `by provider`, that
    /// is only so for providers with a signal.
    pub(crate) fn is_advanced(&self) -> bool {
        self.advanced.is_some() && self.has_signals()
    }

    /// The title that also says which provider the category is about.
    pub(crate) fn full_title(&self, table: &Table) -> Cow<'_, str> {
        self.of_provider.map_or_else(
            || self.title.as_str().into(),
            |number| {
                let provider = &table.providers[number];
                [&self.title, BEFORE_PROVIDER, &provider.title]
                    .concat()
                    .into()
            },
        )
    }
}

impl Table {
    /// Whether a declaration is in the category of the table that this category is of.
    pub(crate) fn is_in(&self, declaration: &Declaration, category: &Category) -> bool {
        self.categories[declaration.category].is_with(category)
    }

    /// The files of translations.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        let translations = self.translations.iter();
        let files = translations.filter_map(|translation| translation.file.as_ref());
        files
            .filter(|file| file.is_whole)
            .map(|file| file.path.as_str())
    }

    /// The span of code that is generated once for the whole table: at the keyword, but marked as
    /// generated, because the user cannot fix what lints say about its style.
    pub(crate) fn span(&self) -> Span {
        Span::mixed_site().located_at(self.span_of(self.keyword))
    }

    /// The span of code that is generated for an item: a compiler points at the item, but an editor
    /// would show all that code there.
    pub(crate) fn span_of(&self, item: Span) -> Span {
        match self.reader {
            Reader::Compiler => item,
            Reader::Editor => Span::call_site().resolved_at(item),
        }
    }

    /// An item as generated code refers to it.
    pub(crate) fn reference(&self, item: &Ident) -> Ident {
        let mut reference = item.clone();
        reference.set_span(self.span_of(item.span()));
        reference
    }

    /// The name that defines something for the whole table: an editor goes to the keyword.
    pub(crate) fn name(&self, word: &str) -> Ident {
        let span = match self.reader {
            Reader::Compiler => self.span(),
            Reader::Editor => self.keyword,
        };
        Ident::new(word, span)
    }
}

impl Declaration {
    /// Whether the deployment decides what the page shows of it.
    pub(crate) fn varies(&self) -> bool {
        self.when.is_some() || matches!(self.duration, Duration::RunTime(..))
    }

    /// Whether one of its values is only known at run time.
    pub(crate) fn has_expressions(&self) -> bool {
        let attributes = self.attributes.as_ref();
        self.varies() || attributes.is_some_and(Attributes::has_expressions)
    }

    /// Whether the application sets it, in a `Set-Cookie` header.
    pub(crate) fn is_set_by_us(&self) -> bool {
        self.set_by == SetBy::Server && self.storage == Storage::Cookie && !self.name.any
    }

    pub(crate) fn stores_consent(&self) -> bool {
        let constant = self.constant.as_ref();
        constant.is_some_and(|constant| constant.consent)
    }

    pub(crate) fn scope(&self) -> Scope<'_> {
        let third_party = match &self.set_by {
            SetBy::ThirdParty(domain) => domain.as_ref().map(|domain| domain.to_lowercase()),
            _ => None,
        };
        // Only on request is a cookie partitioned.
        let (domain, path, partitioned) = match &self.attributes {
            Some(attributes) => attributes.scope(),
            None => (None, "/".into(), Some(false)),
        };
        Scope {
            storage: self.storage.clone(),
            domain: domain.or(third_party),
            path,
            partitioned,
        }
    }
}

impl Retired {
    pub(crate) fn scope(&self) -> Scope<'_> {
        let (domain, path, partitioned) = self.attributes.scope();
        Scope {
            storage: Storage::Cookie,
            domain,
            path,
            partitioned,
        }
    }
}

impl Attributes {
    /// What every list starts from: `SameSite=Lax` and `Path=/`, which are always sent.
    pub(crate) fn base() -> Self {
        Self {
            secure: Setting::Fixed(false),
            http_only: Setting::Fixed(false),
            partitioned: Setting::Fixed(false),
            same_site: Setting::Fixed(SameSite::Lax),
            path: Setting::Fixed("/".to_owned()),
            domain: Setting::Fixed(None),
        }
    }

    /// The default of a cookie that the server sets.
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

    /// The domain, the path, and whether it is partitioned.
    fn scope(&self) -> (Option<String>, Cow<'_, str>, Option<bool>) {
        let domain = match &self.domain {
            Setting::Fixed(domain) => domain.as_ref().map(|domain| domain.to_lowercase()),
            Setting::RunTime(expr) => Some(expr.tokens.to_string()),
        };
        let path = match &self.path {
            Setting::Fixed(path) => path.into(),
            Setting::RunTime(expr) => expr.tokens.to_string().into(),
        };
        (domain, path, self.partitioned.fixed().copied())
    }
}

impl SetBy {
    /// The word for it.
    pub(crate) fn key(&self) -> vocabulary::SetBy {
        match self {
            Self::Server => vocabulary::SetBy::Server,
            Self::Script => vocabulary::SetBy::Script,
            Self::Other => vocabulary::SetBy::Other,
            Self::ThirdParty(_) => vocabulary::SetBy::ThirdParty,
        }
    }
}

impl From<vocabulary::SetBy> for SetBy {
    fn from(key: vocabulary::SetBy) -> Self {
        match key {
            vocabulary::SetBy::Server => Self::Server,
            vocabulary::SetBy::Script => Self::Script,
            vocabulary::SetBy::Other => Self::Other,
            vocabulary::SetBy::ThirdParty => Self::ThirdParty(None),
        }
    }
}

impl Storage {
    /// The word for it.
    pub(crate) fn key(&self) -> vocabulary::Storage {
        match self {
            Self::Cookie => vocabulary::Storage::Cookie,
            Self::LocalStorage => vocabulary::Storage::LocalStorage,
            Self::SessionStorage => vocabulary::Storage::SessionStorage,
            Self::IndexedDb => vocabulary::Storage::IndexedDb,
            Self::Pixel => vocabulary::Storage::Pixel,
            Self::Other(_) => vocabulary::Storage::Other,
        }
    }
}

impl From<ast::Storage> for Storage {
    fn from(storage: ast::Storage) -> Self {
        match storage {
            ast::Storage::Known(vocabulary::Storage::LocalStorage) => Self::LocalStorage,
            ast::Storage::Known(vocabulary::Storage::SessionStorage) => Self::SessionStorage,
            ast::Storage::Known(vocabulary::Storage::IndexedDb) => Self::IndexedDb,
            ast::Storage::Known(vocabulary::Storage::Pixel) => Self::Pixel,
            ast::Storage::Known(vocabulary::Storage::Cookie | vocabulary::Storage::Other) => {
                Self::Cookie
            }
            ast::Storage::Other(text) => Self::Other(text.text),
        }
    }
}
