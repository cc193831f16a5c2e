//! Rows as data, and the typed constants that point at them.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use super::visibility::visibility;
use super::{docs, gate, mark, option, run_time, small};
use crate::ast::Key;
use crate::errors::located;
use crate::keys::{SameSite, Unit};
use crate::model::{
    Attributes, Config, Constant, Duration, Expr, Keys, Name, Policy, Row, SetBy, Setting, Storage, Term, Text,
};

/// What the rows of a table share, each once: a row holds their number.
#[derive(Default)]
pub(super) struct Shared {
    attributes: Vec<Attributes>,
    pub(super) attribute_sets: TokenStream,
    /// The text of each `More` to its number.
    seen: HashMap<String, u16>,
    pub(super) mores: TokenStream,
}

impl Shared {
    fn attributes(&mut self, attributes: &Attributes, config: Option<&Config>) -> u16 {
        let index = self.attributes.iter().position(|other| other == attributes).unwrap_or_else(|| {
            self.attributes.push(attributes.clone());
            self.attribute_sets.extend(set(attributes, config));
            self.attributes.len() - 1
        });
        small(index)
    }

    fn more(&mut self, fields: &TokenStream) -> u16 {
        let next = small(self.seen.len());
        *self.seen.entry(fields.to_string()).or_insert_with(|| {
            self.mores.extend(quote!(__c::More { #fields ..__c::More::NONE },));
            next
        })
    }
}

/// What tells a [`Term`] from another: count and unit, and whether it is rolling.
type Time = (Option<(u32, Unit)>, bool);

/// The rows in few tokens, which is what a row costs: their texts one behind the other, and their numbers as bytes, from
/// which the library's `rows` makes a list of declarations when the table is compiled.
#[derive(Default)]
struct Lists {
    durations: TokenStream,
    /// Each duration that can be the same for several rows to its number.
    seen: HashMap<Vec<Time>, u16>,
    duration_count: usize,
    // No streams: each that another one takes in costs a call into the compiler.
    texts: Vec<TokenTree>,
    numbers: Vec<u8>,
    /// The columns as the user typed them, for hover and completion; and the last of them.
    columns: TokenStream,
    keys: Keys,
    /// The providers where the user typed them.
    providers: Vec<TokenTree>,
}

/// What no row has the number of.
const NONE: u16 = u16::MAX;

impl Lists {
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
        let attributes = row.attributes.as_ref().map_or(NONE, |attributes| shared.attributes(attributes, config));
        let more = more(row, config);
        let more = if more.is_empty() { NONE } else { shared.more(&more) };
        let duration = self.duration(&row.duration, config);
        for number in [small(row.category), provider, attributes, more, duration] {
            self.numbers.extend(number.to_le_bytes());
        }
        self.text(&row.name.text);
        let mut which = 0;
        for (index, text) in [&row.function, &row.purpose, &row.note].into_iter().enumerate() {
            if let Some(text) = text {
                which |= 1 << index;
                self.text(&text.text);
            }
        }
        self.numbers.push(which);
    }

    fn text(&mut self, text: &str) {
        self.texts.push(Literal::string(text).into());
        self.texts.push(mark(',', Spacing::Alone));
    }

    /// Each column of a row that was named anew for it.
    fn columns(&mut self, keys: &Keys) {
        let mut fields = TokenStream::new();
        macro_rules! columns {
            ($($column:ident: $value:expr),+) => {
                $(if let Some(key) = &keys.$column && !self.keys.$column.as_ref().is_some_and(|last| last.is(key)) {
                    field(&mut fields, stringify!($column), Some(key), &$value);
                    self.keys.$column = Some(key.clone());
                })+
            };
        }
        columns! {
            provider: quote!(0),
            attributes: quote!(0),
            function: quote!(""),
            purpose: quote!(""),
            note: quote!(""),
            duration: quote!(__c::Duration::Unstated)
        }
        if !fields.is_empty() {
            self.columns.extend(quote!(let _ = __c::Declaration { #fields ..__ROW };));
        }
    }

    fn duration(&mut self, duration: &Duration, config: Option<&Config>) -> u16 {
        let next = small(self.duration_count);
        let times = match duration {
            Duration::Terms(terms, _) => Some(terms.iter().map(|term| (term.time, term.rolling)).collect()),
            Duration::Unstated => Some(Vec::new()),
            // No session is rolling.
            Duration::Persistent(_) => Some(vec![(None, true)]),
            Duration::RunTime(..) => None,
        };
        let number = times.map_or(next, |times| *self.seen.entry(times).or_insert(next));
        if number == next {
            self.duration_count += 1;
            let duration = if let Some((count, unit)) = one_time(duration) {
                let unit = Ident::new(unit.word(), Span::mixed_site());
                quote!(__c::#unit(#count))
            } else {
                self::duration(duration, config)
            };
            self.durations.extend(quote!(#duration,));
        }
        number
    }
}

/// Every row, and what an editor needs to show a column or a provider at the place where the user typed it.
pub(super) fn rows(policy: &Policy, shared: &mut Shared) -> TokenStream {
    let mut lists = Lists::default();
    for row in &policy.rows {
        lists.add(row, policy, shared);
    }
    let Lists { durations, texts, numbers, columns, providers, .. } = lists;
    let (texts, numbers): (TokenStream, _) = (texts.into_iter().collect(), Literal::byte_string(&numbers));
    let columns = (!columns.is_empty()).then(|| quote!(const _: () = { #columns };));
    let providers: TokenStream = providers.into_iter().collect();
    let providers = (!providers.is_empty()).then(|| quote!(const _: &[Provider] = &[#providers];));
    // Pieces of about the same length, so that hardly a row too many is compiled.
    let pieces = policy.rows.len().div_ceil(64).max(1);
    let length = policy.rows.len().div_ceil(pieces);
    quote! {
        static __ROWS: [[__c::Declaration; #length]; #pieces] = __c::rows(&__LEGEND, &[#durations], &[#texts], #numbers);
        #columns
        #providers
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
        field(&mut fields, "pattern", None, &pattern(&row.name, row.storage == Storage::Cookie));
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
        field(&mut fields, "set_by", keys.set_by.as_ref(), &set_by(&row.set_by));
    }
    if row.storage != Storage::Cookie {
        field(&mut fields, "storage", keys.storage.as_ref(), &storage(&row.storage));
    }
    if let Some(expr) = &row.when {
        let when = run_time(expr, config, |value, _| value);
        field(&mut fields, "when", keys.when.as_ref(), &quote!(__c::Value::RunTime(#when)));
    }
    if !row.own.is_empty() {
        let cells = row.own.iter().map(|(title, Text { text, .. })| quote!((#title, #text)));
        field(&mut fields, "own", None, &quote!(&[#(#cells),*]));
    }
    fields
}

fn field(fields: &mut TokenStream, name: &str, place: Option<&Key>, value: &TokenStream) {
    let key = key(name, place);
    fields.extend(quote!(#key: #value,));
}

fn pattern(name: &Name, token: bool) -> TokenStream {
    let Some(pattern) = &name.pattern else { return quote!(__c::None) };
    let head = &pattern.head;
    let holes = pattern.holes.iter().map(|(hole, text)| quote!((#hole, #text)));
    quote!(__c::Some(&__c::Pattern { head: #head, holes: &[#(#holes),*], token: #token }))
}

/// The time, where the duration is one and no more.
fn one_time(duration: &Duration) -> Option<(u32, Unit)> {
    match duration {
        Duration::Terms(terms, _) => match terms[..] {
            [Term { time, rolling: false, .. }] => time,
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
    let Some((count, unit)) = term.time else { return quote!(__c::Term::SESSION) };
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
        Some(quote!(__c::Retired { name: #name, pattern: #pattern, attributes: &__ATTRIBUTES[#number] },))
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
    let mut trees = Vec::new();
    let mut last: Option<(&Row, Written)> = None;
    for (index, row) in policy.rows.iter().enumerate() {
        let Some(constant) = &row.constant else { continue };
        if constant.ty.is_some() || row.has_expressions() {
            trees.extend(self::constant(small(index), row, constant, policy, krate));
            continue;
        }
        let like_last = |(last, _): &(&Row, _)| last.category == row.category && kind(last) == kind(row);
        let (_, written) = match last.take_if(|last| like_last(last)) {
            Some(last) => last,
            None => (row, Written::new(row, policy, krate)),
        };
        written.write(&mut trees, &constant.ident, &docs::row(row, policy), small(index));
        last = Some((row, written));
    }
    trees.into_iter().collect()
}

/// What the constants of one type have in common: said once, and written out for each without a stream that another one
/// takes in, which costs a call into the compiler.
struct Written(Vec<Piece>);

enum Piece {
    /// `$crate`, shown at the constant.
    Krate(Ident),
    /// The constant.
    Name,
    /// The category, shown where it is declared.
    Marker(Ident),
    /// Shown at the constant.
    Tree(TokenTree),
}

impl Written {
    fn new(row: &Row, policy: &Policy, krate: &Ident) -> Self {
        let category = &policy.categories[row.category];
        let (gate, kind) = (gate(category.gate), format_ident!("{}", kind(row)));
        let vis = visibility(&policy.visibility, Span::call_site());
        let value = row.is_set_by_us().then(|| quote!(, __KRATE::__private::String));
        let trees = quote! {
            #vis const __NAME: __KRATE::#kind<__KRATE::#gate<category::__MARKER> #value> = __KRATE::#kind::new
        };
        let piece = |tree| match tree {
            TokenTree::Ident(ident) if ident == "__KRATE" => Piece::Krate(krate.clone()),
            TokenTree::Ident(ident) if ident == "__MARKER" => Piece::Marker(category.ident.clone()),
            TokenTree::Ident(ident) if ident == "__NAME" => Piece::Name,
            tree => Piece::Tree(tree),
        };
        Self(trees.into_iter().map(piece).collect())
    }

    fn write(&self, trees: &mut Vec<TokenTree>, name: &Ident, doc: &str, number: u16) {
        let span = name.span();
        let shown = |mut tree: TokenTree| {
            tree.set_span(span);
            tree
        };
        let group = |delimiter, trees: Vec<TokenTree>| shown(Group::new(delimiter, trees.into_iter().collect()).into());
        let doc = [Ident::new("doc", span).into(), shown(mark('=', Spacing::Alone)), Literal::string(doc).into()];
        trees.extend([shown(mark('#', Spacing::Alone)), group(Delimiter::Bracket, doc.into())]);
        trees.extend(self.0.iter().map(|piece| match piece {
            Piece::Krate(krate) => located(krate, span).into(),
            Piece::Name => name.clone().into(),
            Piece::Marker(marker) => marker.clone().into(),
            Piece::Tree(tree) => shown(tree.clone()),
        }));
        let number = Literal::u16_suffixed(number).into();
        trees.extend([group(Delimiter::Parenthesis, vec![number]), shown(mark(';', Spacing::Alone))]);
    }
}

fn kind(row: &Row) -> &'static str {
    match (row.is_set_by_us(), row.name.pattern.is_some()) {
        (true, false) => "Cookie",
        (true, true) => "CookieFamily",
        (false, _) => "Declared",
    }
}

fn constant(index: u16, row: &Row, constant: &Constant, policy: &Policy, krate: &Ident) -> TokenStream {
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
