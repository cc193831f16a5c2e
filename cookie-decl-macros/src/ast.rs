//! The table as it was typed. Nothing is resolved or checked, and every span is kept.

use std::rc::Rc;

use cookie_decl_core::wording::Key;
use proc_macro2::{Ident, Span, TokenStream};
use syn::LitStr;

use crate::errors::{Allow, SourceRange};
use crate::markup::Problem;
use crate::vocabulary;

/// A whole table. What a table has once is a list here, so that an error can point at the second.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) policies: Vec<PolicyItem>,
    pub(crate) languages: Vec<Tag>,
    pub(crate) dates: Vec<Text>,
    pub(crate) versions: Vec<Text>,
    pub(crate) controllers: Vec<Controller>,
    pub(crate) consents: Vec<ConsentItem>,
    pub(crate) prints: Vec<Print>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) parts: Vec<Part>,
    /// The includes outside of categories.
    pub(crate) includes: Vec<Include>,
    /// What proves that a library's category is allowed, from the rows that were included.
    pub(crate) proofs: Vec<Proof>,
    /// Of a table that is only exported.
    pub(crate) holes: Vec<Hole>,
    pub(crate) retired: Vec<Retired>,
    pub(crate) wording: Vec<Wording>,
    pub(crate) translations: Vec<Translation>,
}

/// The item `consent`.
pub(crate) enum ConsentItem {
    /// Who asks the visitor instead of the site.
    Elsewhere(Text),
    /// The visitor's answer contains an identifier.
    Tied(Span),
}

impl ConsentItem {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Elsewhere(name) => name.span,
            Self::Tied(word) => *word,
        }
    }
}

/// A text, and where it was typed.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl From<LitStr> for Text {
    fn from(literal: LitStr) -> Self {
        Self {
            text: literal.value(),
            span: literal.span(),
        }
    }
}

/// What is above an item: the paragraphs of `///`, and `#[allow(..)]`.
#[derive(Default, Clone)]
pub(crate) struct Docs {
    pub(crate) paragraphs: Vec<Text>,
    /// What the texts have that no page prints.
    pub(crate) problems: Vec<Problem>,
    pub(crate) allows: Vec<Allow>,
    /// The first `#[allow(..)]`.
    pub(crate) allow: Option<Span>,
}

/// `pub policy for ".." with config: Config in crate::cookies export shop_cookies;`
pub(crate) struct PolicyItem {
    pub(crate) docs: Docs,
    pub(crate) visibility: Visibility,
    pub(crate) keyword: Span,
    pub(crate) site: Option<Text>,
    pub(crate) config: Option<Config>,
    pub(crate) path: Option<TokenStream>,
    /// The name of the table for `include`.
    pub(crate) export: Option<Ident>,
}

/// The visibility of everything that is generated.
#[derive(Clone)]
pub(crate) enum Visibility {
    Private,
    Public(Span),
    /// `pub(crate)`, `pub(super)`, `pub(in path)`: the tokens between the parentheses.
    Restricted(Span, TokenStream),
}

/// `with config: crate::Config`
#[derive(Clone)]
pub(crate) struct Config {
    pub(crate) name: Ident,
    pub(crate) ty: TokenStream,
}

/// A language tag.
pub(crate) struct Tag {
    pub(crate) tag: String,
    pub(crate) span: Span,
}

/// `print provider "Provider" | cookie;`
pub(crate) struct Print {
    pub(crate) keyword: Span,
    pub(crate) columns: Vec<(ColumnName, Option<Text>)>,
}

/// The columns of a header. `None` is one that was not understood, which has been reported.
pub(crate) type Header = Vec<Option<ColumnName>>;

/// A column of the table, or of the page.
#[derive(Clone)]
pub(crate) struct ColumnName {
    pub(crate) name: ColumnKind,
    pub(crate) span: Span,
}

#[derive(Clone, PartialEq)]
pub(crate) enum ColumnKind {
    Cookie,
    Known(vocabulary::Column),
    Own(String),
}

impl ColumnKind {
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Cookie => "cookie",
            Self::Known(column) => column.word(),
            Self::Own(title) => title,
        }
    }
}

/// `provider Matomo = "Matomo" { privacy: ".." }`
pub(crate) struct Provider {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) title: Text,
    pub(crate) keys: Keys,
}

/// What a provider or the controller has in braces.
pub(crate) type Keys = Vec<(vocabulary::ProviderKey, Span, Option<Text>)>;

/// `controller "Example Ltd" { contact: ".." }`
pub(crate) struct Controller {
    pub(crate) keyword: Span,
    pub(crate) title: Text,
    pub(crate) keys: Keys,
}

/// What the page prints, in the order of the table.
pub(crate) enum Part {
    Section(Docs),
    About(About),
    Category(Box<Category>),
}

/// `about;` or `about none;`
pub(crate) struct About {
    pub(crate) docs: Docs,
    pub(crate) keyword: Span,
    pub(crate) is_none: bool,
}

/// `category Statistics: opt_in { .. }`
pub(crate) struct Category {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// `None` if it is missing or wrong, which has been reported.
    pub(crate) gate: Option<vocabulary::Gate>,
    pub(crate) options: Vec<GateOption>,
    pub(crate) with: Cells,
    pub(crate) rows: Vec<Row>,
    /// What is between the rows, after the number of rows before it.
    pub(crate) breaks: Vec<(usize, Break)>,
    pub(crate) includes: Vec<Placed>,
    pub(crate) brought: Vec<Brought>,
}

/// The signals that an included table brings.
#[derive(Clone)]
pub(crate) struct Brought {
    pub(crate) consent_mode: Vec<Ident>,
    pub(crate) signals: Vec<Ident>,
    /// The providers of the rows; of a table without rows, all of them.
    pub(crate) providers: Vec<Ident>,
    /// Whether the table has no rows, because its programs store nothing.
    pub(crate) is_rowless: bool,
}

impl Brought {
    pub(crate) fn is_empty(&self) -> bool {
        self.consent_mode.is_empty() && self.signals.is_empty()
    }
}

/// An `include` in a category, after so many rows and breaks.
pub(crate) struct Placed {
    pub(crate) rows: usize,
    pub(crate) breaks: usize,
    pub(crate) include: Include,
}

/// `include auth::auth_cookies(host = "..") in Necessary { without "old"; }`
pub(crate) struct Include {
    pub(crate) docs: Docs,
    pub(crate) path: TokenStream,
    /// The last word of the path.
    pub(crate) name: Ident,
    /// What fills the holes of this name.
    pub(crate) values: Vec<(Ident, Text)>,
    /// The category that takes all rows, outside of categories.
    pub(crate) category: Option<Ident>,
    /// `Stats in Audience;`: a category of the library, and one of this table.
    pub(crate) categories: Vec<(Ident, Ident)>,
    /// The names of the rows that are left out.
    pub(crate) without: Vec<Text>,
    /// Where `without signals;` leaves these out.
    pub(crate) without_signals: Option<Span>,
    /// The cells of all rows.
    pub(crate) with: Cells,
    /// Rows by one of their names, with the cells that differ.
    pub(crate) rows: Vec<Row>,
}

/// Which table a row was included from.
pub(crate) struct Included {
    pub(crate) table: String,
    /// The date of that table.
    pub(crate) last_updated: Option<String>,
    /// The module of its constants, from the root of its crate.
    pub(crate) module: Option<TokenStream>,
}

/// A visitor who allows a category of this table allows that of a library.
#[derive(Clone)]
pub(crate) struct Proof {
    pub(crate) library: TokenStream,
    pub(crate) category: Ident,
}

/// What is between the rows of a category.
pub(crate) enum Break {
    /// A heading and prose, after which another table begins.
    Section(Docs),
    Listed(Box<Listed>),
}

/// `also "name";`: a row of another category, which the page lists here too.
pub(crate) struct Listed {
    pub(crate) docs: Docs,
    pub(crate) name: Text,
    pub(crate) cells: Cells,
}

pub(crate) struct GateOption {
    pub(crate) span: Span,
    pub(crate) value: GateOptionValue,
}

pub(crate) enum GateOptionValue {
    /// Visitors choose for each provider of the rows.
    ByProvider,
    Revision(u32),
    /// The fingerprints of earlier states: of the category, or of the choice for a provider.
    Also(Option<Ident>, Vec<Text>),
    Gpc,
    ConsentMode(Vec<Ident>),
    Signals(Vec<Ident>),
    Advanced,
    Tcf(Vec<(u8, Span)>),
}

/// One row: its names, and the cells that are written in it.
pub(crate) struct Row {
    pub(crate) docs: Docs,
    pub(crate) names: Vec<Name>,
    pub(crate) cells: Cells,
    /// The cells of the group around the row.
    pub(crate) group: Cells,
    pub(crate) included: Option<Rc<Included>>,
}

/// `SESSION: Type = "sessionid"`, `"sessionid"` or `any`
pub(crate) struct Name {
    pub(crate) constant: Option<Constant>,
    /// `None` for `any`.
    pub(crate) text: Option<String>,
    pub(crate) span: Span,
}

#[derive(Clone)]
pub(crate) struct Constant {
    pub(crate) ident: Ident,
    pub(crate) ty: Option<TokenStream>,
    /// The `=` after the identifier and its type.
    pub(crate) eq_span: Span,
}

/// The cells of a row, of a group or of a category's `with`.
#[derive(Default, Clone)]
pub(crate) struct Cells {
    /// Whether a cell was not understood, which has been reported. A cell that is absent may be
    /// that one.
    pub(crate) broken: bool,
    pub(crate) provider: Option<Cell<Ident>>,
    pub(crate) function: Option<Cell<Text>>,
    pub(crate) purpose: Option<Cell<Text>>,
    pub(crate) duration: Option<Cell<Duration>>,
    pub(crate) attributes: Option<Cell<Attributes>>,
    pub(crate) set_by: Option<Cell<SetBy>>,
    pub(crate) storage: Option<Cell<Storage>>,
    pub(crate) basis: Option<Cell<vocabulary::Basis>>,
    pub(crate) note: Option<Cell<Text>>,
    pub(crate) when: Option<Cell<Expr>>,
    pub(crate) own: Vec<(String, Cell<Text>)>,
}

#[derive(Clone)]
pub(crate) struct Cell<T> {
    /// Where its column is named: in the header, or before the cell.
    pub(crate) column_span: Span,
    pub(crate) range: SourceRange,
    pub(crate) content: Content<T>,
}

#[derive(Clone)]
pub(crate) enum Content<T> {
    /// `_`, or an empty cell: the value of `with`, or else the default.
    Default,
    /// `none`: no value, even if `with` has one.
    Nothing,
    Value(T),
    /// Not understood, which has been reported.
    Broken,
}

/// The inside of `{ expr }`.
#[derive(Clone)]
pub(crate) struct Expr {
    pub(crate) tokens: TokenStream,
    pub(crate) span: Span,
}

#[derive(Clone)]
pub(crate) struct Duration {
    pub(crate) value: DurationValue,
    /// The text that the page prints instead.
    pub(crate) text: Option<Text>,
}

#[derive(Clone)]
pub(crate) enum DurationValue {
    Terms(Vec<Term>),
    RunTime(Expr, Term),
    Persistent,
    /// No time is known.
    Unknown,
}

#[derive(Clone, Copy)]
pub(crate) struct Term {
    pub(crate) range: SourceRange,
    /// Count and unit; `None` for `session`.
    pub(crate) time: Option<(u32, vocabulary::Unit)>,
    pub(crate) rolling: bool,
}

/// `.. Secure !HttpOnly Path="/app"`
#[derive(Default, Clone)]
pub(crate) struct Attributes {
    pub(crate) inherit: bool,
    pub(crate) list: Vec<Attribute>,
}

impl Attributes {
    /// Whether the list has been started.
    pub(crate) fn is_stated(&self) -> bool {
        self.inherit || !self.list.is_empty()
    }
}

#[derive(Clone)]
pub(crate) struct Attribute {
    pub(crate) key: vocabulary::Attribute,
    pub(crate) span: Span,
    pub(crate) value: AttributeValue,
}

#[derive(Clone)]
pub(crate) enum AttributeValue {
    /// `Secure`
    Flag,
    /// `!Secure`
    Taken,
    SameSite(vocabulary::SameSite),
    /// `Path="/app"`, `Domain="example.com"`
    Text(Text),
    RunTime(Expr),
}

#[derive(Clone)]
pub(crate) enum SetBy {
    Known(vocabulary::SetBy),
    /// A third party's domain.
    Domain(Text),
}

#[derive(Clone)]
pub(crate) enum Storage {
    Known(vocabulary::Storage),
    Other(Text),
}

/// `hole container: after "G-";` says which part of a value fills a hole.
#[derive(Clone)]
pub(crate) struct Hole {
    pub(crate) name: Ident,
    pub(crate) part: ValuePart,
}

#[derive(Clone)]
pub(crate) enum ValuePart {
    After(Text),
    First(usize),
}

/// One row of `retired { .. }`
pub(crate) struct Retired {
    pub(crate) allows: Vec<Allow>,
    pub(crate) name: Text,
    pub(crate) attributes: Attributes,
}

/// `translation fr { "source" => "text"; }`
pub(crate) struct Translation {
    pub(crate) tag: Tag,
    pub(crate) allows: Vec<Allow>,
    /// The file that contains the texts, if they are not in the table.
    pub(crate) file: Option<File>,
    pub(crate) texts: Vec<(Text, Text)>,
    pub(crate) wording: Vec<Wording>,
}

/// `accept = "Accept everything";`: a text instead of a built-in one.
pub(crate) struct Wording {
    pub(crate) key: Key,
    /// The key's.
    pub(crate) span: Span,
    pub(crate) text: Text,
}

/// A file that the table names. Its path starts in the folder of `Cargo.toml`.
pub(crate) struct File {
    pub(crate) path: String,
    /// Whether all of it was understood.
    pub(crate) is_whole: bool,
}
