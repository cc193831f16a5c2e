//! [`model::Policy`](Policy) to Rust. Nothing can be wrong here: what could be was found in `check`.
//!
//! Every name of ours is reached through `$crate`, so that the table works under a renamed dependency, with shadowed
//! names and without a prelude. What is generated for an item of the table carries that item's span.

mod cookie;
mod docs;
mod enums;
mod fingerprint;
mod lookup;
mod rows;
mod visibility;

use cookie_decl_core::layout::provider::{COUNTRY, DOMAIN, PRIVACY, THIRD_PARTY};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;

use self::visibility::{deeper, visibility};
use crate::errors::located;
use crate::keys::Gate;
use crate::languages;
use crate::model::{ColumnKind, Config, Constant, Expr, Part, Policy, Row};

/// The code that a table stands for.
pub(crate) fn expand(policy: &Policy, krate: &Ident) -> TokenStream {
    let krate = &located(krate, policy.keyword);
    let table = table(policy, krate);
    let categories = enums::categories(policy, krate);
    let providers = enums::providers(policy, krate);
    let constants = rows::constants(policy, krate);
    let consent = consent(policy, krate);
    let cookie = cookie::cookie(policy, krate);
    let used = used(policy, krate);
    let files = files(policy, krate);
    let same_table = policy.path.as_ref().map(same_table);
    quote! { #table #categories #providers #consent #constants #cookie #same_table #used #files }
}

/// Cargo compiles again when a file changes that is included.
fn files(policy: &Policy, krate: &Ident) -> TokenStream {
    let files = policy
        .translations
        .iter()
        .filter_map(|translation| translation.file.as_ref());
    let paths = files
        .filter(|file| file.is_whole)
        .map(|file| format!("/{}", file.path));
    let krate = quote!(#krate::__private);
    quote! {
        #(const _: &[#krate::u8] =
            #krate::include_bytes!(#krate::concat!(#krate::env!("CARGO_MANIFEST_DIR"), #paths));)*
    }
}

/// `POLICY`, with everything in it that needs no name of its own.
fn table(policy: &Policy, krate: &Ident) -> TokenStream {
    let span = policy.span();
    let vis = visibility(&policy.visibility, span);
    let docs = docs::policy(policy);
    let ident = Ident::new("POLICY", span);
    let mut shared = rows::Shared::default();
    let rows = rows::Rows::new(policy, &mut shared);
    let count = policy.rows.len();
    let retired = rows::retired(policy, &mut shared);
    let rows::Shared {
        attribute_sets,
        mores,
        ..
    } = shared;
    let (durations, texts, numbers) = (
        rows.durations(),
        &rows.texts,
        Literal::byte_string(&rows.numbers),
    );
    let Policy {
        language,
        introduction,
        ..
    } = policy;
    let built_in = built_in_texts(language);
    let (title, site) = (option(policy.title.as_ref()), option(policy.site.as_ref()));
    let print = policy.print.iter().map(|(name, title)| {
        let (column, title) = (column(name), option(title.as_ref()));
        quote!((#column, #title))
    });
    let parts = policy.parts.iter().map(|part| match part {
        Part::Section {
            heading,
            paragraphs,
        } => {
            let heading = option(heading.as_ref());
            quote!(__c::Part::Section(#heading, &[#(#paragraphs),*]))
        }
        Part::Category(index) => {
            let index = small(*index);
            quote!(__c::Part::Category(#index))
        }
    });
    let fingerprints = fingerprint::categories(policy);
    let fingerprint = fingerprint::table(&fingerprints);
    let categories = categories(policy, &fingerprints);
    let providers = providers(policy);
    let index = lookup::index(&policy.rows);
    let places = rows.places();
    let is_consent = |row: &Row| {
        row.constant
            .as_ref()
            .is_some_and(|constant| constant.consent)
    };
    let consent = match policy.rows.iter().position(is_consent).map(small) {
        Some(row) => quote!(__c::Some(#row)),
        None => quote!(__c::None),
    };
    let translations = policy.translations.iter().map(|translation| {
        let language = &translation.language;
        let texts = translation.texts.iter().map(|(source, text)| {
            let (source, text) = (&source.text, &text.text);
            quote!((#source, #text))
        });
        let built_in = built_in_texts(language);
        quote!(__c::Translation { language: #language, built_in: #built_in, texts: &[#(#texts),*] })
    });
    let policy_type = quote!(#krate::Policy<Category>);
    let (ty, value) = configured(
        policy.config.as_ref(),
        krate,
        &policy_type,
        quote!(__c::Policy::new(&__TABLE)),
    );
    // The names within stand around the expressions of the table, which mean their own.
    quote_spanned! {span=>
        #docs
        #vis static #ident: #ty = {
            use #krate::__private as __c;
            static __LEGEND: __c::Legend = __c::Legend {
                categories: &[#(#categories),*],
                providers: #providers,
                attributes: &[#attribute_sets],
                more: &[#mores],
                durations: #durations,
                texts: #texts,
                numbers: #numbers.as_chunks().0,
            };
            static __ROWS: [__c::Declaration; #count] =
                __c::rows([const { __c::Declaration::new(&__LEGEND, 0) }; #count]);
            #places
            static __TABLE: __c::Table = __c::Table {
                language: #language,
                built_in: #built_in,
                title: #title,
                introduction: &[#(#introduction),*],
                site: #site,
                print: &[#(#print),*],
                parts: &[#(#parts),*],
                legend: &__LEGEND,
                rows: &__ROWS,
                consent: #consent,
                fingerprint: #fingerprint,
                index: #index,
                retired: &[#retired],
                translations: &[#(#translations),*],
            };
            #value
        };
    }
}

fn categories(policy: &Policy, fingerprints: &[u64]) -> impl Iterator<Item = TokenStream> {
    policy
        .categories
        .iter()
        .enumerate()
        .map(|(index, category)| {
            let name = category.ident.unraw().to_string();
            let (title, description, consent_mode, tcf) = (
                &category.title,
                &category.description,
                &category.consent_mode,
                &category.tcf,
            );
            let (revision, gpc, fingerprint) =
                (category.revision, category.gpc, fingerprints[index]);
            let gate = gate(category.gate);
            let first = policy
                .rows
                .iter()
                .take_while(|row| row.category < index)
                .count();
            let end = policy
                .rows
                .iter()
                .take_while(|row| row.category <= index)
                .count();
            let varies = policy.rows[first..end].iter().any(Row::varies);
            let (first, end) = (small(first), small(end));
            quote! {
                __c::CategoryInfo {
                    name: #name,
                    title: #title,
                    description: &[#(#description),*],
                    gate: __c::Gate::#gate,
                    revision: #revision,
                    gpc: #gpc,
                    fingerprint: #fingerprint,
                    consent_mode: &[#(#consent_mode),*],
                    tcf: &[#(#tcf),*],
                    varies: #varies,
                    first: #first,
                    end: #end,
                }
            }
        })
}

/// The providers as a list of their texts, and what each of them has. Built by calls, or word for word, each would be
/// checked on its own.
fn providers(policy: &Policy) -> TokenStream {
    let (mut texts, mut flags) = (Vec::new(), Vec::new());
    for provider in &policy.providers {
        let more = [&provider.privacy, &provider.domain, &provider.country];
        let bits = more
            .iter()
            .zip([PRIVACY, DOMAIN, COUNTRY])
            .filter(|(text, _)| text.is_some())
            .map(|(_, bit)| bit);
        flags.push(bits.sum::<u8>() + if provider.third_party { THIRD_PARTY } else { 0 });
        texts.extend([provider.ident.unraw().to_string(), provider.title.clone()]);
        texts.extend(more.into_iter().flatten().cloned());
    }
    let flags = Literal::byte_string(&flags);
    quote!(&__c::providers(#flags, &[#(#texts),*]))
}

/// The gate's name, as a value and as a type.
fn gate(gate: Gate) -> Ident {
    format_ident!("{gate:?}")
}

fn column(column: &ColumnKind) -> TokenStream {
    let name = match column {
        ColumnKind::Own(title) => return quote!(__c::Column::Own(#title)),
        ColumnKind::Cookie => format_ident!("Cookie"),
        ColumnKind::Known(column) => format_ident!("{column:?}"),
    };
    quote!(__c::Column::#name)
}

/// The type of the visitor's answer.
fn consent(policy: &Policy, krate: &Ident) -> TokenStream {
    let span = policy.span();
    let vis = visibility(&policy.visibility, span);
    quote_spanned! {span=>
        /// What a visitor agreed to, over the categories of this table.
        #vis type Consent = #krate::Consent<Category>;
    }
}

/// A type and a value that need the configuration, if the table has one.
fn configured(
    config: Option<&Config>,
    krate: &Ident,
    ty: &TokenStream,
    value: TokenStream,
) -> (TokenStream, TokenStream) {
    match config {
        Some(Config { ty: config, .. }) => (
            quote!(#krate::Configured<#config, #ty>),
            quote!(#krate::Configured::new(#value)),
        ),
        None => (ty.clone(), value),
    }
}

/// A function for `{ expr }`, which ends with a conversion of its value.
fn run_time(
    expr: &Expr,
    config: Option<&Config>,
    convert: impl FnOnce(TokenStream, Span) -> TokenStream,
) -> TokenStream {
    let tokens = &expr.tokens;
    // A wrong type is shown at the braces, which no lint finds superfluous.
    let span = Span::mixed_site().located_at(expr.span);
    let value = convert(quote_spanned!(span=> { #tokens }), span);
    match config {
        Some(Config { name, ty }) => quote! {
            |__config: __c::Config<'_>| {
                let #name: &#ty = __config.get();
                let _ = #name;
                #value
            }
        },
        None => quote!(|_: __c::Config<'_>| #value),
    }
}

/// `in crate::cookies` is where the table stands: an error at the path otherwise.
fn same_table(path: &TokenStream) -> TokenStream {
    let last = path
        .clone()
        .into_iter()
        .last()
        .map_or_else(Span::call_site, |tree| tree.span());
    // Generated, or the path would be an unnecessary qualification.
    let span = Span::mixed_site().located_at(last);
    let category = Ident::new("Category", span);
    quote_spanned! {span=>
        const _: fn(#path::#category) -> #category = |same_table| same_table;
    }
}

/// A use of everything that a user may leave unused, which no `#[allow]` can do under `#![forbid(dead_code)]`.
fn used(policy: &Policy, krate: &Ident) -> TokenStream {
    let constants = rows::uses(policy);
    let markers = policy.categories.iter().map(|category| &category.ident);
    let provider = (!policy.providers.is_empty()).then(|| {
        quote!(
            Provider::ALL,
            Provider::name,
            Provider::title,
            Provider::info,
        )
    });
    let cookie = cookie::one_use(policy);
    // A type that is no value of a cookie is said so here, at the type, and not at each `set`.
    let values = policy
        .rows
        .iter()
        .filter(|row| row.is_set_by_us())
        .filter_map(|row| {
            let Constant {
                ty: Some(ty),
                consent: false,
                ident,
                ..
            } = row.constant.as_ref()?
            else {
                return None;
            };
            let place = ty.clone().into_iter().next()?.span();
            let span = Span::mixed_site().located_at(place);
            let krate = located(krate, span);
            let mut ident = ident.clone();
            ident.set_span(ident.span().located_at(place));
            Some(quote_spanned!(span=> let _: fn() = || #krate::__private::has_a_value(#ident);))
        });
    quote! {
        const _: () = {
            #(#values)*
            let _ = (&POLICY, Category::ALL, Category::name, Category::title, Category::info, #provider);
            #cookie
            let _: #krate::__private::Option<(Consent, #(category::#markers),*)> = #krate::__private::None;
        };
        #constants
    }
}

/// The built-in texts for a language.
fn built_in_texts(tag: &str) -> TokenStream {
    let language = format_ident!("{}", languages::built_in(tag));
    quote!(&__c::texts::#language::TEXTS)
}

/// `None`, or `Some` of a text.
fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(__c::Some(#text)),
        None => quote!(__c::None),
    }
}

fn mark(mark: char, spacing: Spacing) -> TokenTree {
    Punct::new(mark, spacing).into()
}

fn group(delimiter: Delimiter, trees: Vec<TokenTree>) -> TokenTree {
    Group::new(delimiter, trees.into_iter().collect()).into()
}

/// A number that `check` has found to fit.
fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
