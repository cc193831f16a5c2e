//! Rows as data, and the typed constants that point at them.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::visibility::visibility;
use super::{docs, gate, option, run_time, small};
use crate::errors::located;
use crate::keys::{SameSite, Unit};
use crate::model::{
    Attributes, Config, Constant, Duration, Expr, Name, Policy, Row, SetBy, Setting, Storage, Term, Text,
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

/// Every row as a struct literal, under the column names that the user typed: hover and completion see them.
pub(super) fn rows(policy: &Policy, shared: &mut Shared) -> TokenStream {
    policy.rows.iter().map(|row| self::row(row, policy, shared)).collect()
}

// One `quote!` a row: every stream inside another one costs a call into the compiler.
fn row(row: &Row, policy: &Policy, shared: &mut Shared) -> TokenStream {
    let config = policy.config.as_ref();
    let name = &row.name.text;
    let keys = &row.places.keys;
    let (text_keys, texts): (Vec<_>, Vec<_>) = [
        ("function", keys.function, &row.function),
        ("purpose", keys.purpose, &row.purpose),
        ("note", keys.note, &row.note),
    ]
    .into_iter()
    .filter_map(|(column, key, text)| Some((self::key(column, key), &text.as_ref()?.text)))
    .unzip();
    let (provider_key, provider): (Vec<_>, Vec<_>) = row
        .provider
        .iter()
        .map(|(index, span)| {
            let mut ident = policy.providers[*index].ident.clone();
            ident.set_span(*span);
            (key("provider", keys.provider), ident)
        })
        .unzip();
    let mut numbers = vec![(key("category", None), small(row.category))];
    if let Some(attributes) = &row.attributes {
        numbers.push((key("attributes", keys.attributes), shared.attributes(attributes, config)));
    }
    let more = more(row, config);
    if !more.is_empty() {
        numbers.push((key("more", None), shared.more(&more)));
    }
    let (number_keys, numbers): (Vec<_>, Vec<_>) = numbers.into_iter().unzip();
    let duration_key = key("duration", keys.duration);
    let duration = if let Some((count, unit)) = one_time(&row.duration) {
        let unit = Ident::new(unit.word(), Span::mixed_site());
        quote!(#duration_key: __c::#unit(#count),)
    } else {
        let duration = duration(&row.duration, config);
        quote!(#duration_key: #duration,)
    };
    quote! {
        __c::Declaration {
            cookie: #name,
            #(#number_keys: #numbers,)*
            #(#provider_key: Provider::#provider as u16,)*
            #(#text_keys: #texts,)*
            #duration
            ..__ROW
        },
    }
}

/// A column's name, shown where the user typed it.
fn key(name: &str, place: Option<Span>) -> Ident {
    Ident::new(name, place.unwrap_or_else(Span::mixed_site))
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
        field(&mut fields, "set_by", keys.set_by, &set_by(&row.set_by));
    }
    if row.storage != Storage::Cookie {
        field(&mut fields, "storage", keys.storage, &storage(&row.storage));
    }
    if let Some(expr) = &row.when {
        let when = run_time(expr, config, |value, _| value);
        field(&mut fields, "when", keys.when, &quote!(__c::Value::RunTime(#when)));
    }
    if !row.own.is_empty() {
        let cells = row.own.iter().map(|(title, Text { text, .. })| quote!((#title, #text)));
        field(&mut fields, "own", None, &quote!(&[#(#cells),*]));
    }
    fields
}

fn field(fields: &mut TokenStream, name: &str, place: Option<Span>, value: &TokenStream) {
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
    let constant =
        |(index, row): (usize, &Row)| Some(constant(small(index), row, row.constant.as_ref()?, policy, krate));
    policy.rows.iter().enumerate().filter_map(constant).collect()
}

fn constant(index: u16, row: &Row, constant: &Constant, policy: &Policy, krate: &Ident) -> TokenStream {
    let ident = &constant.ident;
    let span = ident.span();
    let krate = &located(krate, span);
    let vis = visibility(&policy.visibility, span);
    let doc = docs::row(row, policy);
    let category = &policy.categories[row.category];
    let (gate, marker) = (gate(category.gate), &category.ident);
    let kind = match (row.is_set_by_us(), row.name.pattern.is_some()) {
        (true, false) => "Cookie",
        (true, true) => "CookieFamily",
        (false, _) => "Declared",
    };
    let value = match (&constant.ty, row.is_set_by_us()) {
        (_, false) => TokenStream::new(),
        (Some(ty), _) => quote_spanned!(span=> , #ty),
        (None, _) => quote_spanned!(span=> , #krate::__private::String),
    };
    let kind = Ident::new(kind, span);
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
