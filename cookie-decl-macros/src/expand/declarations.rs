//! The declarations as data.

use std::fmt;

use cookie_decl_core::layout::row::{NONE, Numbers};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::ast::{Config, Included, Term, Text};
use crate::check::durations;
use crate::expand::tokens::{option, run_time, small};
use crate::map::Map;
use crate::model::{
    Attributes, Declaration, Duration, Name, Retired, SetBy, Setting, Storage, Table,
};
use crate::vocabulary::{SameSite, Unit};

/// What several declarations share, each once: a declaration has its number.
#[derive(Default)]
pub(super) struct Interner {
    attributes: Vec<Attributes>,
    pub(super) attribute_sets: TokenStream,
    /// The numbers of the rare fields, by their text.
    seen: Map<String, u16>,
    pub(super) rare_fields: TokenStream,
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

    fn rare_fields(&mut self, fields: &TokenStream) -> u16 {
        let next = small(self.seen.len());
        *self.seen.entry(fields.to_string()).or_insert_with(|| {
            self.rare_fields
                .extend(quote!(__c::RareFields { #fields ..__c::RareFields::NONE },));
            next
        })
    }
}

/// What tells a [`Term`] from another: count and unit, and whether it is rolling.
type Time = (Option<(u32, Unit)>, bool);

/// The declarations in few tokens, because tokens are what a declaration costs: one literal has all
/// texts, another all numbers. The library reads a declaration from both on demand.
#[derive(Default)]
pub(super) struct Declarations {
    /// The count and the unit of each duration that is a single time.
    counts: Vec<u32>,
    units: Vec<u8>,
    other_durations: TokenStream,
    /// The numbers of the durations that declarations may share.
    seen: Map<Vec<Time>, u16>,
    pub(super) texts: String,
    pub(super) numbers: Vec<u8>,
}

impl Declarations {
    pub(super) fn new(table: &Table, interner: &mut Interner) -> Self {
        let mut declarations = Self::default();
        for declaration in table.declarations.iter().chain(&table.listed) {
            declarations.add(declaration, table, interner);
        }
        declarations
    }

    fn add(&mut self, declaration: &Declaration, table: &Table, interner: &mut Interner) {
        let config = table.config.as_ref();
        let provider = declaration.provider.map_or(NONE, small);
        let rare = rare_fields(declaration, table);
        let Declaration {
            function,
            purpose,
            note,
            ..
        } = declaration;
        let texts = [function, purpose, note];
        let texts = texts.map(|text| text.as_ref().map_or("", |text| &text.text));
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
            attributes: match &declaration.attributes {
                Some(attributes) => interner.attributes(attributes, config),
                None => NONE,
            },
            rare_fields: if rare.is_empty() {
                NONE
            } else {
                interner.rare_fields(&rare)
            },
            duration: self.duration(&declaration.duration, config),
            line: line(declaration.name.span, table),
        };
        self.numbers.extend(numbers.to_bytes());
    }

    /// The number of a duration.
    fn duration(&mut self, duration: &Duration, config: Option<&Config>) -> u16 {
        let next = small(self.counts.len());
        let times = match duration {
            Duration::Terms(terms, _) => {
                Some(terms.iter().map(|term| (term.time, term.rolling)).collect())
            }
            Duration::Unstated => Some(Vec::new()),
            // This key is free: a session is never rolling.
            Duration::Persistent(_) => Some(vec![(None, true)]),
            // So is this one.
            Duration::Unknown(_) => Some(vec![(None, true), (None, true)]),
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

    /// Writes all durations.
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
}

/// The line of a row, or 0 if a macro of another file wrote it.
fn line(span: Span, table: &Table) -> u32 {
    if span.file() == table.keyword.file() {
        u32::try_from(span.start().line).unwrap_or_default()
    } else {
        0
    }
}

/// The file of the rows, as `file!` writes it.
pub(super) fn file(table: &Table) -> TokenStream {
    match table.keyword.file() {
        // Only compilers know files.
        unknown if unknown.is_empty() || unknown.starts_with('<') => quote!(__c::file!()),
        file => quote!(#file),
    }
}

/// The fields that most declarations leave out.
fn rare_fields(declaration: &Declaration, table: &Table) -> TokenStream {
    let config = table.config.as_ref();
    let mut fields = TokenStream::new();
    let mut field = |name: &str, value: TokenStream| {
        let name = Ident::new(name, Span::mixed_site());
        fields.extend(quote!(#name: #value,));
    };
    if declaration.name.pattern.is_some() {
        let is_cookie = declaration.storage == Storage::Cookie;
        field("pattern", pattern(&declaration.name, is_cookie));
    }
    if declaration.name.any {
        field("any", quote!(true));
    }
    if declaration.continues {
        field("continues", quote!(true));
    }
    if let Some(Text { text, .. }) = declaration.duration.text() {
        field("duration_text", quote!(#text));
        if durations::contradicts(declaration, table) {
            field("duration_too", quote!(true));
        }
    }
    if declaration.set_by != SetBy::Server {
        field("set_by", set_by(&declaration.set_by));
    }
    if declaration.storage != Storage::Cookie {
        field("storage", storage(&declaration.storage));
    }
    if let Some(basis) = declaration.basis {
        let basis = format_ident!("{basis:?}");
        field("basis", quote!(__c::Some(__c::LegalBasis::#basis)));
    }
    if let Some(expr) = &declaration.when {
        let when = run_time(expr, config, |value, _| value);
        field("when", quote!(__c::Setting::RunTime(#when)));
    }
    if let Some(Included {
        table,
        last_updated,
        ..
    }) = declaration.included.as_deref()
    {
        let date = option(last_updated.as_ref());
        field("included", quote!(__c::Some((#table, #date))));
    }
    if !declaration.own.is_empty() {
        let own = declaration.own.iter();
        let cells = own.map(|(title, Text { text, .. })| quote!((#title, #text)));
        field("own", quote!(&[#(#cells),*]));
    }
    fields
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

/// The time of a duration that is a single one.
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
        Duration::Unknown(_) => quote!(__c::Duration::Unknown),
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
    let make = format_ident!("{}", if term.rolling { "rolling" } else { "new" });
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
                attributes: &__DATA.attributes[#number]
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
            quote!(__c::Setting::Fixed(#value))
        }
        Setting::RunTime(expr) => {
            let value = run_time(expr, config, convert);
            quote!(__c::Setting::RunTime(#value))
        }
    }
}
