//! Rows as data, and the typed constants that point at them.

use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use super::visibility::visibility;
use super::{docs, gate, group, mark, option, run_time, small};
use crate::ast::Key;
use crate::errors::located;
use crate::keys::{SameSite, Unit};
use crate::map::Map;
use crate::model::{
    Attributes, Config, Constant, Duration, Expr, Keys, Name, Policy, Row, SetBy, Setting, Storage,
    Term, Text,
};
use cookie_decl_core::layout::row::{NONE, Numbers};

/// What the rows of a table share, each once: a row holds their number.
#[derive(Default)]
pub(super) struct Shared {
    attributes: Vec<Attributes>,
    pub(super) attribute_sets: TokenStream,
    /// The text of each `More` to its number.
    seen: Map<String, u16>,
    pub(super) mores: TokenStream,
}

impl Shared {
    fn attributes(&mut self, attributes: &Attributes, config: Option<&Config>) -> u16 {
        let index = self
            .attributes
            .iter()
            .position(|other| other == attributes)
            .unwrap_or_else(|| {
                self.attributes.push(attributes.clone());
                self.attribute_sets.extend(set(attributes, config));
                self.attributes.len() - 1
            });
        small(index)
    }

    fn more(&mut self, fields: &TokenStream) -> u16 {
        let next = small(self.seen.len());
        *self.seen.entry(fields.to_string()).or_insert_with(|| {
            self.mores
                .extend(quote!(__c::More { #fields ..__c::More::NONE },));
            next
        })
    }
}

/// What tells a [`Term`] from another: count and unit, and whether it is rolling.
type Time = (Option<(u32, Unit)>, bool);

/// The rows in few tokens, which is what a row costs: their texts one behind the other in one literal, and their numbers
/// in another. The library reads a row from both when it is asked for.
#[derive(Default)]
pub(super) struct Rows {
    /// Of each duration that is one time and no more.
    counts: Vec<u32>,
    units: Vec<u8>,
    other_durations: TokenStream,
    /// Each duration that can be the same for several rows to its number.
    seen: Map<Vec<Time>, u16>,
    pub(super) texts: String,
    pub(super) numbers: Vec<u8>,
    /// The columns as the user typed them, for hover and completion; and the last of them.
    columns: TokenStream,
    keys: Keys,
    /// The providers where the user typed them.
    providers: Vec<TokenTree>,
}

impl Rows {
    pub(super) fn new(policy: &Policy, shared: &mut Shared) -> Self {
        let mut rows = Self::default();
        for row in &policy.rows {
            rows.add(row, policy, shared);
        }
        rows
    }

    fn add(&mut self, row: &Row, policy: &Policy, shared: &mut Shared) {
        let config = policy.config.as_ref();
        self.columns(&row.places.keys);
        let provider = row.provider.map_or(NONE, |(index, span)| {
            let mut ident = policy.providers[index].ident.clone();
            ident.set_span(span);
            let provider = TokenTree::from(Ident::new("Provider", Span::call_site()));
            self.providers.extend([
                provider,
                mark(':', Spacing::Joint),
                mark(':', Spacing::Alone),
                ident.into(),
                mark(',', Spacing::Alone),
            ]);
            small(index)
        });
        let more = more(row, config);
        let texts = [&row.function, &row.purpose, &row.note]
            .map(|text| text.as_ref().map_or("", |text| &text.text));
        let mut add = |text: &str| {
            self.texts.push_str(text);
            u32::try_from(self.texts.len()).unwrap_or(u32::MAX)
        };
        let (start, name) = (add(""), add(&row.name.text));
        let [function, purpose, note] = texts.map(add);
        let numbers = Numbers {
            texts: [start, name, function, purpose, note],
            category: small(row.category),
            provider,
            attributes: row
                .attributes
                .as_ref()
                .map_or(NONE, |attributes| shared.attributes(attributes, config)),
            more: if more.is_empty() {
                NONE
            } else {
                shared.more(&more)
            },
            duration: self.duration(&row.duration, config),
        };
        self.numbers.extend(numbers.to_bytes());
    }

    /// Each column of a row that was named anew for it.
    fn columns(&mut self, keys: &Keys) {
        let mut fields = TokenStream::new();
        macro_rules! columns {
            ($($column:ident),+) => {
                $(if let Some(key) = &keys.$column && !self.keys.$column.as_ref().is_some_and(|last| last.is(key)) {
                    field(&mut fields, stringify!($column), Some(key), &quote!(()));
                    self.keys.$column = Some(key.clone());
                })+
            };
        }
        columns!(provider, attributes, function, purpose, note, duration);
        if !fields.is_empty() {
            self.columns
                .extend(quote!(let _ = __c::Columns { #fields ..__c::Columns::ALL };));
        }
    }

    fn duration(&mut self, duration: &Duration, config: Option<&Config>) -> u16 {
        let next = small(self.counts.len());
        let times = match duration {
            Duration::Terms(terms, _) => {
                Some(terms.iter().map(|term| (term.time, term.rolling)).collect())
            }
            Duration::Unstated => Some(Vec::new()),
            // No session is rolling.
            Duration::Persistent(_) => Some(vec![(None, true)]),
            Duration::RunTime(..) => None,
        };
        let number = times.map_or(next, |times| *self.seen.entry(times).or_insert(next));
        if number == next {
            if let Some((count, unit)) = one_time(duration) {
                self.counts.push(count);
                self.units.push(unit.core().letter());
            } else {
                self.counts.push(0);
                self.units.push(b' ');
                let duration = self::duration(duration, config);
                self.other_durations.extend(quote!(#duration,));
            }
        }
        number
    }

    pub(super) fn durations(&self) -> TokenStream {
        let Self {
            counts,
            units,
            other_durations,
            ..
        } = self;
        let units = Literal::byte_string(units);
        quote!(&__c::durations([#(#counts),*], #units, &[#other_durations]))
    }

    /// What an editor needs to show a column or a provider at the place where the user typed it.
    pub(super) fn places(&self) -> Option<TokenStream> {
        let Self {
            columns, providers, ..
        } = self;
        let providers = providers.iter().cloned().collect::<TokenStream>();
        let providers = (!providers.is_empty()).then(|| quote!(let _ = [#providers];));
        (!columns.is_empty() || providers.is_some())
            .then(|| quote!(const _: () = { #columns #providers };))
    }
}

/// A column's name, shown where the user typed it.
fn key(name: &str, place: Option<&Key>) -> Ident {
    Ident::new(name, place.map_or_else(Span::mixed_site, Key::span))
}

/// The fields that most rows leave out.
fn more(row: &Row, config: Option<&Config>) -> TokenStream {
    let keys = &row.places.keys;
    let mut fields = TokenStream::new();
    if row.name.pattern.is_some() {
        field(
            &mut fields,
            "pattern",
            None,
            &pattern(&row.name, row.storage == Storage::Cookie),
        );
    }
    if row.name.any {
        field(&mut fields, "any", None, &quote!(true));
    }
    if row.continues {
        field(&mut fields, "continues", None, &quote!(true));
    }
    if let Some(Text { text, .. }) = row.duration.text() {
        field(&mut fields, "duration_text", None, &quote!(#text));
    }
    if row.set_by != SetBy::Server {
        field(
            &mut fields,
            "set_by",
            keys.set_by.as_ref(),
            &set_by(&row.set_by),
        );
    }
    if row.storage != Storage::Cookie {
        field(
            &mut fields,
            "storage",
            keys.storage.as_ref(),
            &storage(&row.storage),
        );
    }
    if let Some(expr) = &row.when {
        let when = run_time(expr, config, |value, _| value);
        field(
            &mut fields,
            "when",
            keys.when.as_ref(),
            &quote!(__c::Value::RunTime(#when)),
        );
    }
    if !row.own.is_empty() {
        let cells = row
            .own
            .iter()
            .map(|(title, Text { text, .. })| quote!((#title, #text)));
        field(&mut fields, "own", None, &quote!(&[#(#cells),*]));
    }
    fields
}

fn field(fields: &mut TokenStream, name: &str, place: Option<&Key>, value: &TokenStream) {
    let key = key(name, place);
    fields.extend(quote!(#key: #value,));
}

fn pattern(name: &Name, token: bool) -> TokenStream {
    let Some(pattern) = &name.pattern else {
        return quote!(__c::None);
    };
    let head = &pattern.head;
    let holes = pattern
        .holes
        .iter()
        .map(|(hole, text)| quote!((#hole, #text)));
    quote!(__c::Some(&__c::Pattern { head: #head, holes: &[#(#holes),*], token: #token }))
}

/// The time, where the duration is one and no more.
fn one_time(duration: &Duration) -> Option<(u32, Unit)> {
    match duration {
        Duration::Terms(terms, _) => match terms[..] {
            [
                Term {
                    time,
                    rolling: false,
                    ..
                },
            ] => time,
            _ => None,
        },
        _ => None,
    }
}

fn duration(duration: &Duration, config: Option<&Config>) -> TokenStream {
    match duration {
        Duration::Unstated => quote!(__c::Duration::Unstated),
        Duration::Terms(terms, _) => match terms.as_slice() {
            [term] => {
                let term = self::term(term);
                quote!(__c::Duration::Term(#term))
            }
            terms => {
                let terms = terms.iter().map(term);
                quote!(__c::Duration::Terms(&[#(#terms),*]))
            }
        },
        Duration::Persistent(_) => quote!(__c::Duration::Persistent),
        Duration::RunTime(expr, max, _) => {
            let max = term(max);
            let value = run_time(expr, config, |value, _| value);
            quote!(__c::Duration::RunTime { max: #max, value: #value })
        }
    }
}

fn term(term: &Term) -> TokenStream {
    let Some((count, unit)) = term.time else {
        return quote!(__c::Term::SESSION);
    };
    let unit = self::unit(unit);
    let make = format_ident!("{}", if term.rolling { "rolling" } else { "of" });
    quote!(__c::Term::#make(#count, __c::Unit::#unit))
}

fn unit(unit: Unit) -> Ident {
    format_ident!("{unit:?}")
}

fn set_by(set_by: &SetBy) -> TokenStream {
    match set_by {
        SetBy::Server => quote!(__c::SetBy::Server),
        SetBy::Script => quote!(__c::SetBy::Script),
        SetBy::Other => quote!(__c::SetBy::Other),
        SetBy::ThirdParty(domain) => {
            let domain = option(domain.as_ref());
            quote!(__c::SetBy::ThirdParty(#domain))
        }
    }
}

fn storage(storage: &Storage) -> TokenStream {
    match storage {
        Storage::Cookie => quote!(__c::Storage::Cookie),
        Storage::LocalStorage => quote!(__c::Storage::LocalStorage),
        Storage::SessionStorage => quote!(__c::Storage::SessionStorage),
        Storage::IndexedDb => quote!(__c::Storage::IndexedDb),
        Storage::Pixel => quote!(__c::Storage::Pixel),
        Storage::Other(name) => quote!(__c::Storage::Other(#name)),
    }
}

/// The retired rows.
pub(super) fn retired(policy: &Policy, shared: &mut Shared) -> TokenStream {
    let retired = |retired: &Row| {
        let name = &retired.name.text;
        let pattern = pattern(&retired.name, true);
        let attributes = retired.attributes.as_ref()?;
        let number = usize::from(shared.attributes(attributes, policy.config.as_ref()));
        Some(
            quote!(__c::Retired { name: #name, pattern: #pattern, attributes: &__LEGEND.attributes[#number] },),
        )
    };
    policy.retired.iter().filter_map(retired).collect()
}

fn set(attributes: &Attributes, config: Option<&Config>) -> TokenStream {
    let flag = |flag: &Setting<bool>| setting(flag, config, |flag| quote!(#flag), |value, _| value);
    let secure = flag(&attributes.secure);
    let http_only = flag(&attributes.http_only);
    let partitioned = flag(&attributes.partitioned);
    let same_site = |value: &SameSite| {
        let value = format_ident!("{}", value.word());
        quote!(__c::SameSite::#value)
    };
    let same_site = setting(&attributes.same_site, config, same_site, |value, _| value);
    let path = setting(
        &attributes.path,
        config,
        |path| quote!(__c::Cow::Borrowed(#path)),
        |value, span| quote_spanned!(span=> __c::IntoPath::into_path(#value)),
    );
    let domain = setting(
        &attributes.domain,
        config,
        |domain| match domain {
            Some(domain) => quote!(__c::Some(__c::Cow::Borrowed(#domain))),
            None => quote!(__c::None),
        },
        |value, span| quote_spanned!(span=> __c::IntoDomain::into_domain(#value)),
    );
    quote! {
        __c::DeclaredAttributes {
            secure: #secure,
            http_only: #http_only,
            partitioned: #partitioned,
            same_site: #same_site,
            path: #path,
            domain: #domain,
        },
    }
}

fn setting<T>(
    setting: &Setting<T>,
    config: Option<&Config>,
    fixed: impl FnOnce(&T) -> TokenStream,
    convert: impl FnOnce(TokenStream, Span) -> TokenStream,
) -> TokenStream {
    match setting {
        Setting::Fixed(value) => {
            let value = fixed(value);
            quote!(__c::Value::Fixed(#value))
        }
        Setting::RunTime(expr) => {
            let expr: &Expr = expr;
            let value = run_time(expr, config, convert);
            quote!(__c::Value::RunTime(#value))
        }
    }
}

/// The typed constants.
pub(super) fn constants(policy: &Policy, krate: &Ident) -> TokenStream {
    let (mut types, mut trees) = (Map::default(), Vec::new());
    let mut aliases = TokenStream::new();
    for (index, row) in policy.rows.iter().enumerate() {
        let Some(constant) = &row.constant else {
            continue;
        };
        if constant.ty.is_some() || row.has_expressions() {
            trees.extend(self::constant(small(index), row, constant, policy, krate));
            continue;
        }
        let ty = types
            .entry((row.category, kind(row)))
            .or_insert_with_key(|(category, kind)| {
                let alias = format_ident!("__{kind}{category}");
                let kind = Ident::new(kind, Span::call_site());
                let value = row
                    .is_set_by_us()
                    .then(|| quote!(, #krate::__private::String));
                let category = &policy.categories[*category];
                let (gate, marker) = (gate(category.gate), &category.ident);
                let ty = quote!(#krate::#kind<#krate::#gate<category::#marker> #value>);
                aliases.extend(quote!(#[doc(hidden)] type #alias = #ty;));
                Short {
                    vis: visibility(&policy.visibility, Span::call_site())
                        .into_iter()
                        .collect(),
                    ty: alias.into(),
                }
            });
        ty.constant(&mut trees, constant, &docs::row(row, policy), small(index));
    }
    aliases.extend(trees);
    aliases
}

/// What the constants of one type have in common.
///
/// Of a constant, nothing but the documentation is code of a macro for the compiler, nor does a span reach from it to
/// another place: it would be compiled again whenever the length of the table changes. All but its name is shown at the
/// `=`, where no editor explains what stands there.
struct Short {
    vis: Vec<TokenTree>,
    ty: TokenTree,
}

impl Short {
    /// Written without a stream that another one takes in, which costs a call into the compiler.
    fn constant(&self, trees: &mut Vec<TokenTree>, constant: &Constant, doc: &str, number: u16) {
        let shown = |mut tree: TokenTree| {
            tree.set_span(constant.place);
            tree
        };
        let alone = |character| shown(mark(character, Spacing::Alone));
        let word = |word| TokenTree::from(Ident::new(word, constant.place));
        let ty = || shown(self.ty.clone());
        let doc = vec![word("doc"), alone('='), Literal::string(doc).into()];
        trees.extend([alone('#'), shown(group(Delimiter::Bracket, doc))]);
        trees.extend(self.vis.iter().cloned().map(shown));
        trees.extend([
            word("const"),
            constant.ident.clone().into(),
            alone(':'),
            ty(),
            alone('='),
            ty(),
        ]);
        trees.extend([shown(mark(':', Spacing::Joint)), alone(':'), word("new")]);
        let number = shown(Literal::u16_suffixed(number).into());
        trees.extend([
            shown(group(Delimiter::Parenthesis, vec![number])),
            alone(';'),
        ]);
    }
}

/// A use of each constant, in a body that nothing evaluates. As the constants, no code of a macro for the compiler.
pub(super) fn uses(policy: &Policy) -> Option<TokenStream> {
    let mut trees = Vec::new();
    for constant in policy.rows.iter().filter_map(|row| row.constant.as_ref()) {
        let mut ident = constant.ident.clone();
        ident.set_span(constant.place);
        let mut comma = mark(',', Spacing::Alone);
        comma.set_span(constant.place);
        trees.extend([ident.into(), comma]);
    }
    let (span, uses) = (policy.keyword, trees.into_iter().collect::<TokenStream>());
    (!uses.is_empty()).then(|| quote_spanned!(span=> const _: fn() = || { let _ = (#uses); };))
}

fn kind(row: &Row) -> &'static str {
    match (row.is_set_by_us(), row.name.pattern.is_some()) {
        (true, false) => "Cookie",
        (true, true) => "CookieFamily",
        (false, _) => "Declared",
    }
}

fn constant(
    index: u16,
    row: &Row,
    constant: &Constant,
    policy: &Policy,
    krate: &Ident,
) -> TokenStream {
    let ident = &constant.ident;
    let span = ident.span();
    let krate = &located(krate, span);
    let vis = visibility(&policy.visibility, span);
    let doc = docs::row(row, policy);
    let category = &policy.categories[row.category];
    let (gate, marker) = (gate(category.gate), &category.ident);
    let value = match (&constant.ty, row.is_set_by_us()) {
        (_, false) => TokenStream::new(),
        (Some(ty), _) => quote_spanned!(span=> , #ty),
        (None, _) => quote_spanned!(span=> , #krate::__private::String),
    };
    let kind = Ident::new(kind(row), span);
    match policy.config.as_ref().filter(|_| row.has_expressions()) {
        None => quote_spanned! {span=>
            #[doc = #doc]
            #vis const #ident: #krate::#kind<#krate::#gate<category::#marker> #value> = #krate::#kind::new(#index);
        },
        Some(Config { ty: config, .. }) => quote_spanned! {span=>
            #[doc = #doc]
            #vis const #ident: #krate::Configured<#config, #krate::#kind<#krate::#gate<category::#marker> #value>> =
                #krate::Configured::new(#krate::#kind::new(#index));
        },
    }
}
