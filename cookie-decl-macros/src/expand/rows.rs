//! The declarations as data.

use std::fmt;

use cookie_decl_core::layout::row::{NONE, Numbers};
use proc_macro2::{Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use crate::ast::{ColumnSpan, Config, Term, Text};
use crate::expand::tokens::{mark, option, run_time, small};
use crate::map::Map;
use crate::model::{
    Attributes, ColumnSpans, Declaration, Duration, Name, Retired, SetBy, Setting, Storage, Table,
};
use crate::vocabulary::{SameSite, Unit};

/// What the rows of a table share, each once: a row holds their number.
#[derive(Default)]
pub(super) struct Interner {
    attributes: Vec<Attributes>,
    pub(super) attribute_sets: TokenStream,
    /// The text of each `More` to its number.
    seen: Map<String, u16>,
    pub(super) mores: TokenStream,
}

impl Interner {
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
    last_columns: ColumnSpans,
    /// The providers where the user typed them.
    providers: Vec<TokenTree>,
}

impl Rows {
    pub(super) fn new(table: &Table, interner: &mut Interner) -> Self {
        let mut rows = Self::default();
        for declaration in &table.declarations {
            rows.add(declaration, table, interner);
        }
        rows
    }

    fn add(&mut self, declaration: &Declaration, table: &Table, interner: &mut Interner) {
        let config = table.config.as_ref();
        self.hint_columns(&declaration.columns);
        let provider = declaration.provider.map_or(NONE, |(index, span)| {
            let mut ident = table.providers[index].ident.clone();
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
        let more = more(declaration, config);
        let texts = [
            &declaration.function,
            &declaration.purpose,
            &declaration.note,
        ]
        .map(|text| text.as_ref().map_or("", |text| &text.text));
        let mut add = |text: &str| {
            self.texts.push_str(text);
            u32::try_from(self.texts.len()).unwrap_or(u32::MAX)
        };
        let (start, name) = (add(""), add(&declaration.name.text));
        let [function, purpose, note] = texts.map(add);
        let numbers = Numbers {
            texts: [start, name, function, purpose, note],
            category: small(declaration.category),
            provider,
            attributes: declaration
                .attributes
                .as_ref()
                .map_or(NONE, |attributes| interner.attributes(attributes, config)),
            more: if more.is_empty() {
                NONE
            } else {
                interner.more(&more)
            },
            duration: self.duration(&declaration.duration, config),
        };
        self.numbers.extend(numbers.to_bytes());
    }

    /// Each column of a row that was named anew for it.
    fn hint_columns(&mut self, columns: &ColumnSpans) {
        let mut fields = TokenStream::new();
        macro_rules! columns {
            ($($column:ident),+) => {
                $(if let Some(key) = &columns.$column && !self.last_columns.$column.as_ref().is_some_and(|last| last.is(key)) {
                    field(&mut fields, stringify!($column), Some(key), &quote!(()));
                    self.last_columns.$column = Some(key.clone());
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
    pub(super) fn editor_hints(&self) -> Option<TokenStream> {
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
fn key(name: &str, place: Option<&ColumnSpan>) -> Ident {
    Ident::new(name, place.map_or_else(Span::mixed_site, ColumnSpan::span))
}

/// The fields that most rows leave out.
fn more(declaration: &Declaration, config: Option<&Config>) -> TokenStream {
    let columns = &declaration.columns;
    let mut fields = TokenStream::new();
    if declaration.name.pattern.is_some() {
        field(
            &mut fields,
            "pattern",
            None,
            &pattern(&declaration.name, declaration.storage == Storage::Cookie),
        );
    }
    if declaration.name.any {
        field(&mut fields, "any", None, &quote!(true));
    }
    if declaration.continues {
        field(&mut fields, "continues", None, &quote!(true));
    }
    if let Some(Text { text, .. }) = declaration.duration.text() {
        field(&mut fields, "duration_text", None, &quote!(#text));
    }
    if declaration.set_by != SetBy::Server {
        field(
            &mut fields,
            "set_by",
            columns.set_by.as_ref(),
            &set_by(&declaration.set_by),
        );
    }
    if declaration.storage != Storage::Cookie {
        field(
            &mut fields,
            "storage",
            columns.storage.as_ref(),
            &storage(&declaration.storage),
        );
    }
    if let Some(expr) = &declaration.when {
        let when = run_time(expr, config, |value, _| value);
        field(
            &mut fields,
            "when",
            columns.when.as_ref(),
            &quote!(__c::Value::RunTime(#when)),
        );
    }
    if !declaration.own.is_empty() {
        let cells = declaration
            .own
            .iter()
            .map(|(title, Text { text, .. })| quote!((#title, #text)));
        field(&mut fields, "own", None, &quote!(&[#(#cells),*]));
    }
    fields
}

fn field(fields: &mut TokenStream, name: &str, place: Option<&ColumnSpan>, value: &TokenStream) {
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
    let unit = ident(unit);
    let make = format_ident!("{}", if term.rolling { "rolling" } else { "of" });
    quote!(__c::Term::#make(#count, __c::Unit::#unit))
}

/// The variant of the library's enum: it has the same name as ours.
fn ident(variant: impl fmt::Debug) -> Ident {
    Ident::new(&format!("{variant:?}"), Span::call_site())
}

fn set_by(set_by: &SetBy) -> TokenStream {
    let name = ident(set_by.key());
    match set_by {
        SetBy::ThirdParty(domain) => {
            let domain = option(domain.as_ref());
            quote!(__c::SetBy::#name(#domain))
        }
        _ => quote!(__c::SetBy::#name),
    }
}

fn storage(storage: &Storage) -> TokenStream {
    let name = ident(storage.key());
    match storage {
        Storage::Other(text) => quote!(__c::Storage::#name(#text)),
        _ => quote!(__c::Storage::#name),
    }
}

/// Writes the retired cookies.
pub(super) fn retired(table: &Table, interner: &mut Interner) -> TokenStream {
    let retired = |retired: &Retired| {
        let name = &retired.name.text;
        let pattern = pattern(&retired.name, true);
        let number = interner.attributes(&retired.attributes, table.config.as_ref());
        let number = usize::from(number);
        quote! {
            __c::Retired {
                name: #name,
                pattern: #pattern,
                attributes: &__LEGEND.attributes[#number]
            },
        }
    };
    table.retired.iter().map(retired).collect()
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
            let value = run_time(expr, config, convert);
            quote!(__c::Value::RunTime(#value))
        }
    }
}
