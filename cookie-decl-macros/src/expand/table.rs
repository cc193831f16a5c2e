//! `POLICY`: the whole table as data.

use cookie_decl_core::languages;
use cookie_decl_core::layout::provider::{
    ADDRESS, CONTACT, COUNTRY, OPT_OUT, PRIVACY, THIRD_PARTY, TRANSFER,
};
use cookie_decl_core::markup::{Block, is_marked};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;

use crate::ast::ColumnKind;
use crate::check::fingerprint;
use crate::expand::declarations::{Declarations, Interner};
use crate::expand::tokens::{self, configured, option, small};
use crate::expand::visibility::visibility;
use crate::expand::{declarations, docs, editor, lookup};
use crate::model::{Break, Category, Controller, Declaration, Part, Reader, Table, Wording};

/// Writes `POLICY`, with everything in it that needs no name of its own.
pub(super) fn policy(table: &Table, krate: &Ident) -> TokenStream {
    let span = table.span();
    let vis = visibility(&table.visibility, span);
    let docs = docs::table(table);
    let ident = table.name("POLICY");
    let mut interner = Interner::default();
    let data = Declarations::new(table, &mut interner);
    let retired = declarations::retired(table, &mut interner);
    let Interner {
        attribute_sets,
        rare_fields,
        ..
    } = interner;
    let (durations, texts) = (data.durations(), &data.texts);
    let numbers = Literal::byte_string(&data.numbers);
    let count = table.declarations.len();
    let (listed_rows, listed) = listed(table);
    let fingerprint = fingerprint::of_table(table);
    let categories = categories(table);
    let providers = providers(table);
    let index = lookup::index(&table.declarations);
    let Table {
        language,
        introduction,
        ..
    } = table;
    let built_in = built_in_texts(language, &table.wording);
    let file = declarations::file(table);
    let (title, site) = (option(table.title.as_ref()), option(table.site.as_ref()));
    let last_updated = option(table.last_updated.as_ref());
    let version = option(table.version.as_ref());
    let controller = controller(table);
    let elsewhere = option(table.elsewhere.as_ref().map(|name| &name.text));
    let is_tied = table.tied.is_some();
    let (print, parts, consent) = (print(table), parts(table), consent(table));
    let translations = translations(table);
    let has_markup = has_markup(table);
    let policy_type = quote!(#krate::Policy<Category>);
    let value = quote!(__c::Policy::new(&__TABLE));
    let (ty, value) = configured(table.config.as_ref(), krate, &policy_type, value);
    let (category_count, provider_count) = (table.categories.len(), table.providers.len());
    // The library compares the addresses of categories and providers, and only a static has one
    // address: rustc copies a value without a name into every codegen unit that uses it.
    //
    // The expressions of the table are inside this block, so its names must not shadow theirs.
    let value = quote_spanned! {span=>
        {
            use #krate::__private as __c;
            static __CATEGORIES: [__c::CategoryInfo; #category_count] = [#(#categories),*];
            static __PROVIDERS: [__c::ProviderInfo; #provider_count] = #providers;
            static __DATA: __c::TableData = __c::TableData {
                categories: &__CATEGORIES,
                providers: &__PROVIDERS,
                attributes: &[#attribute_sets],
                rare_fields: &[#rare_fields],
                durations: #durations,
                texts: #texts,
                numbers: #numbers.as_chunks().0,
                file: #file,
            };
            static __ROWS: [__c::Declaration; #count] =
                __c::rows(0, [const { __c::Declaration::new(&__DATA, 0) }; #count]);
            #listed_rows
            static __TABLE: __c::Table = __c::Table {
                language: #language,
                built_in: #built_in,
                title: #title,
                introduction: &[#(#introduction),*],
                last_updated: #last_updated,
                version: #version,
                controller: #controller,
                elsewhere: #elsewhere,
                is_tied: #is_tied,
                site: #site,
                has_markup: #has_markup,
                print: &[#(#print),*],
                parts: &[#(#parts),*],
                data: &__DATA,
                rows: &__ROWS,
                listed: #listed,
                consent: #consent,
                fingerprint: #fingerprint,
                index: #index,
                retired: &[#retired],
                translations: &[#(#translations),*],
            };
            #value
        }
    };
    let (value_of_its_own, value) = match table.reader {
        Reader::Compiler => (None, value),
        Reader::Editor => editor::value_of_its_own(&ty, &value, span),
    };
    quote_spanned!(span=> #value_of_its_own #docs #vis static #ident: #ty = #value;)
}

/// The printed columns with their titles.
fn print(table: &Table) -> impl Iterator<Item = TokenStream> {
    table.print.iter().map(|(name, title)| {
        let (column, title) = (column(name), option(title.as_ref()));
        quote!((#column, #title))
    })
}

fn column(column: &ColumnKind) -> TokenStream {
    let name = match column {
        ColumnKind::Own(title) => return quote!(__c::Column::Own(#title)),
        ColumnKind::Cookie => format_ident!("Cookie"),
        ColumnKind::Known(column) => format_ident!("{column:?}"),
    };
    quote!(__c::Column::#name)
}

/// The sections and categories in the order of the page.
fn parts(table: &Table) -> impl Iterator<Item = TokenStream> {
    table.parts.iter().map(|part| match part {
        Part::Section {
            heading,
            paragraphs,
        } => {
            let heading = option(heading.as_ref());
            quote!(__c::Part::Section(#heading, &[#(#paragraphs),*]))
        }
        Part::About {
            heading,
            paragraphs,
        } => {
            let heading = option(heading.as_ref());
            quote!(__c::Part::About(#heading, &[#(#paragraphs),*]))
        }
        Part::BuiltInAbout => quote!(__c::Part::BuiltInAbout),
        Part::Category(number) => {
            let number = small(*number);
            quote!(__c::Part::Category(#number))
        }
    })
}

/// The number of the cookie that stores the visitor's consent.
fn consent(table: &Table) -> TokenStream {
    let mut declarations = table.declarations.iter();
    match declarations
        .position(Declaration::stores_consent)
        .map(small)
    {
        Some(number) => quote!(__c::Some(#number)),
        None => quote!(__c::None),
    }
}

fn translations(table: &Table) -> impl Iterator<Item = TokenStream> {
    table.translations.iter().map(|translation| {
        let language = &translation.language;
        let texts = translation.texts.iter().map(|(source, text)| {
            let (source, text) = (&source.text, &text.text);
            quote!((#source, #text))
        });
        let built_in = built_in_texts(language, &translation.wording);
        quote!(__c::Translation { language: #language, built_in: #built_in, texts: &[#(#texts),*] })
    })
}

/// Whether a text has lists, headings, emphasis, names or links, so that the page has to look for
/// them.
fn has_markup(table: &Table) -> bool {
    let prose = table.parts.iter().flat_map(|part| match part {
        Part::Section { paragraphs, .. } | Part::About { paragraphs, .. } => paragraphs.as_slice(),
        Part::BuiltInAbout => &[],
        Part::Category(number) => table.categories[*number].description.as_slice(),
    });
    let inner = table.categories.iter().flat_map(|category| {
        category.breaks.iter().flat_map(|(_, found)| match found {
            Break::Section { paragraphs, .. } => paragraphs.as_slice(),
            Break::Listed(_) => &[],
        })
    });
    let declarations = table.declarations.iter().chain(&table.listed);
    let cells = declarations.flat_map(|declaration| {
        let Declaration {
            function,
            purpose,
            note,
            own,
            duration,
            ..
        } = declaration;
        [function, purpose, note]
            .into_iter()
            .flatten()
            .chain(duration.text())
            .chain(own.iter().map(|(_, text)| text))
    });
    let translated = table
        .translations
        .iter()
        .flat_map(|translation| translation.texts.iter().map(|(_, text)| text));
    let lines = cells.chain(translated).map(|text| text.text.as_str());
    let prose = table
        .introduction
        .iter()
        .chain(prose)
        .chain(inner)
        .map(String::as_str);
    let is_block = |text: &str| !matches!(Block::new(text), Block::Paragraph(_));
    let transfers = table
        .providers
        .iter()
        .filter_map(|provider| provider.transfer.as_deref());
    let authority = table
        .controller
        .iter()
        .filter_map(|controller| controller.authority.as_deref());
    let lines = lines.chain(transfers).chain(authority);
    prose.clone().any(is_block) || prose.chain(lines).any(is_marked)
}

/// The built-in texts for a language tag, with the words of the site.
fn built_in_texts(tag: &str, wording: &[Wording]) -> TokenStream {
    let file = languages::built_in(tag).replace('-', "_").to_lowercase();
    let language = format_ident!("{file}");
    let built_in = quote!(&__c::texts::#language::TEXTS);
    if wording.is_empty() {
        return built_in;
    }
    let wording = wording.iter().map(|Wording { key, words }| {
        let key = format_ident!("{key:?}");
        quote!((__c::Key::#key, &[#(#words),*]))
    });
    quote!({
        static __TEXTS: __c::Texts = __c::reworded(#built_in, &[#(#wording),*]);
        &__TEXTS
    })
}

/// The rows that another category lists too. Their data follow those of all others.
fn listed(table: &Table) -> (TokenStream, TokenStream) {
    if table.listed.is_empty() {
        return (TokenStream::new(), quote!(&[]));
    }
    let (first, count) = (small(table.declarations.len()), table.listed.len());
    let rows = quote! {
        static __LISTED: [__c::Declaration; #count] =
            __c::rows(#first, [const { __c::Declaration::new(&__DATA, 0) }; #count]);
    };
    (rows, quote!(&__LISTED))
}

/// What is between the rows of a category.
fn between(before: usize, found: &Break) -> TokenStream {
    let before = small(before);
    let found = match found {
        Break::Section {
            heading,
            paragraphs,
        } => {
            let heading = option(heading.as_ref());
            quote!(Section(#heading, &[#(#paragraphs),*]))
        }
        Break::Listed(number) => {
            let number = small(*number);
            quote!(Listed(#number))
        }
    };
    quote!((#before, __c::Break::#found))
}

/// The category of the table and the provider, with `by provider`.
fn of_provider(category: &Category, table: &Table) -> TokenStream {
    let Some(number) = category.of_provider else {
        return quote!(__c::None);
    };
    let (declared, title) = (category.declared.unraw().to_string(), &category.title);
    let provider = &table.providers[number];
    let (name, provider) = (provider.ident.unraw().to_string(), &provider.title);
    quote! {
        __c::Some(__c::OfProvider {
            category: #declared,
            title: #title,
            provider: #name,
            provider_title: #provider,
        })
    }
}

/// The categories. Each refers to its declarations by the first and the one after the last, those of
/// other providers included.
fn categories(table: &Table) -> impl Iterator<Item = TokenStream> {
    let mut first = 0;
    table
        .categories
        .iter()
        .enumerate()
        .map(move |(number, category)| {
            let declarations = table.declarations[first..].iter();
            let declarations: Vec<_> = declarations
                .take_while(|declaration| table.is_in(declaration, category))
                .collect();
            let range = first..first + declarations.len();
            let next = table.categories.get(number + 1);
            if !next.is_some_and(|next| next.is_with(category)) {
                first = range.end;
            }
            let varies = declarations
                .into_iter()
                .any(|declaration| declaration.category == number && declaration.varies());
            let full_title = category.full_title(table);
            let of_provider = of_provider(category, table);
            let (start, end) = (small(range.start), small(range.end));
            let Category {
                ident,
                description,
                gate,
                revision,
                gpc,
                consent_mode,
                signals,
                tcf,
                fingerprint,
                also,
                breaks,
                ..
            } = category;
            let signals = signals
                .iter()
                .map(|(signal, _)| format_ident!("{signal:?}"));
            let advanced = category.is_advanced();
            let also = also.iter().map(|(fingerprint, _)| fingerprint);
            let breaks = breaks.iter().map(|(before, found)| between(*before, found));
            let (name, gate) = (ident.unraw().to_string(), tokens::gate(*gate));
            let number = small(number);
            quote! {
                __c::CategoryInfo {
                    number: #number,
                    name: #name,
                    title: #full_title,
                    of_provider: #of_provider,
                    description: &[#(#description),*],
                    gate: __c::Gate::#gate,
                    revision: #revision,
                    gpc: #gpc,
                    fingerprint: #fingerprint,
                    also: &[#(#also),*],
                    consent_mode: &[#(#consent_mode),*],
                    signals: &[#(__c::Signal::#signals),*],
                    advanced: #advanced,
                    tcf: &[#(#tcf),*],
                    varies: #varies,
                    breaks: &[#(#breaks),*],
                    first: #start,
                    end: #end,
                }
            }
        })
}

fn controller(table: &Table) -> TokenStream {
    let Some(controller) = &table.controller else {
        return quote!(__c::None);
    };
    let Controller {
        title,
        privacy,
        contact,
        address,
        officer,
        authority,
    } = controller;
    let [privacy, contact, address, officer, authority] =
        [privacy, contact, address, officer, authority].map(|text| option(text.as_ref()));
    quote! {
        __c::Some(__c::ControllerInfo {
            title: #title,
            privacy: #privacy,
            contact: #contact,
            address: #address,
            officer: #officer,
            authority: #authority,
        })
    }
}

/// The providers as a list of texts, a byte of flags and the number of domains each. As calls or struct literals, rustc
/// would check each on its own.
fn providers(table: &Table) -> TokenStream {
    let (mut texts, mut flags, mut counts) = (Vec::new(), Vec::new(), Vec::new());
    for provider in &table.providers {
        let optional = [
            (&provider.privacy, PRIVACY),
            (&provider.opt_out, OPT_OUT),
            (&provider.contact, CONTACT),
            (&provider.address, ADDRESS),
            (&provider.country, COUNTRY),
            (&provider.transfer, TRANSFER),
        ];
        let mut flag = if provider.third_party { THIRD_PARTY } else { 0 };
        texts.extend([provider.ident.unraw().to_string(), provider.title.clone()]);
        for (text, bit) in optional {
            if let Some(text) = text {
                flag |= bit;
                texts.push(text.clone());
            }
        }
        texts.extend(provider.domains.iter().cloned());
        flags.push(flag);
        counts.push(u8::try_from(provider.domains.len()).unwrap_or(u8::MAX));
    }
    let [flags, counts] = [flags, counts].map(|bytes| Literal::byte_string(&bytes));
    quote!(__c::providers(#flags, #counts, &[#(#texts),*]))
}
