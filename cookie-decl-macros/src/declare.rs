//! The stages, one after the other.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ast;
use crate::check::{check, included, translations};
use crate::errors::Errors;
use crate::expand::export::{Export, ask, export};
use crate::expand::{editor, expand, files};
use crate::model::{Reader, Table};
use crate::parse::export::{files as translated, items_for_others, rows};
use crate::parse::parse;

/// Expands a table: its errors and warnings, then the code of everything that was understood. If it
/// includes others, it asks for them first.
pub(crate) fn declare(tokens: TokenStream, krate: &Ident, reader: Reader) -> TokenStream {
    // With unbalanced quotes, which it reports itself, an editor passes no tokens.
    if reader == Reader::Editor && tokens.is_empty() {
        return tokens;
    }
    let mut errors = Errors::default();
    let table = parse(tokens.clone(), &mut errors);
    let paths: Vec<_> = included::includes(&table)
        .map(|include| include.path.clone())
        .collect();
    if !paths.is_empty() {
        errors.postpone();
        return ask(krate, &quote!({ #tokens } []), &paths);
    }
    whole(table, tokens, Vec::new(), errors, krate, reader)
}

/// Goes on with a table that has got one more of those that it includes.
pub(crate) fn included(
    krate: &Ident,
    tokens: TokenStream,
    exported: Vec<TokenStream>,
    missing: &[TokenStream],
    reader: Reader,
) -> TokenStream {
    if !missing.is_empty() {
        return ask(krate, &quote!({ #tokens } [#({ #exported })*]), missing);
    }
    let mut errors = Errors::default();
    let table = parse(tokens.clone(), &mut errors);
    whole(table, tokens, exported, errors, krate, reader)
}

/// Expands a table that has all that it includes.
fn whole(
    table: ast::Table,
    tokens: TokenStream,
    exported: Vec<TokenStream>,
    mut errors: Errors,
    krate: &Ident,
    reader: Reader,
) -> TokenStream {
    let nested = exported.clone();
    let mut table = check(table, exported, &mut errors);
    table.reader = reader;
    let mut out = match reader {
        Reader::Compiler => TokenStream::new(),
        Reader::Editor => editor::words(errors.words(), &table, krate),
    };
    let is_right = errors.count() == 0;
    out.extend(errors.report(krate));
    out.extend(expand(&table, krate));
    out.extend(for_others(&table, tokens, nested, is_right).map(export));
    out
}

/// The macro of a table with `export`. A table with mistakes is empty for others, or they would
/// report them too.
fn for_others(
    table: &Table,
    tokens: TokenStream,
    nested: Vec<TokenStream>,
    is_right: bool,
) -> Option<Export<'_>> {
    let name = table.export.as_ref()?;
    let texts = translations::texts_of_rows(table);
    let docs = "The rows of this table for another one: `include` takes them.";
    let items = items_for_others(tokens);
    Some(Export {
        name,
        docs: quote!(#[doc = #docs]),
        module: table.path.clone().unwrap_or_default(),
        items: if is_right { items } else { TokenStream::new() },
        nested: if is_right { nested } else { Vec::new() },
        translations: in_languages(table, &texts).collect(),
        texts,
    })
}

/// Texts of a table in its languages. A text that a language lacks is empty.
fn in_languages<'t>(
    table: &'t Table,
    texts: &[&'t str],
) -> impl Iterator<Item = (&'t str, Vec<&'t str>)> {
    table.translations.iter().map(|translation| {
        let find = |text: &&str| {
            let found = translation
                .texts
                .iter()
                .find(|(source, _)| source.text == **text);
            found.map_or("", |(_, text)| text.text.as_str())
        };
        (
            translation.language.as_str(),
            texts.iter().map(find).collect(),
        )
    })
}

/// Expands a table that is only for others.
pub(crate) fn export_cookies(tokens: TokenStream, krate: &Ident) -> TokenStream {
    let mut errors = Errors::default();
    let rows = rows(tokens, &mut errors);
    let mut table = parse(rows.items.clone(), &mut errors);
    included::complete(&mut table, rows.name.as_ref(), &mut errors);
    included::only_names(&table, &mut errors);
    let table = check(table, Vec::new(), &mut errors);
    for declaration in table
        .declarations
        .iter()
        .filter(|row| row.has_expressions())
    {
        let message = "a table that is only exported has no `{ .. }`: its values are known";
        errors.push(declaration.name.span, message);
    }
    let texts = translations::texts_of_rows(&table);
    let languages = match &rows.files {
        Some(pattern) => translated(pattern, &texts, &mut errors),
        None => Vec::new(),
    };
    let is_right = errors.count() == 0;
    let mut out = errors.report(krate);
    out.extend(files(
        languages.iter().map(|(_, path, _)| path.as_str()),
        krate,
    ));
    out.extend(files(table.files(), krate));
    let Some(name) = &rows.name else {
        return out;
    };
    let inline = in_languages(&table, &texts);
    let from_files = languages
        .iter()
        .map(|(tag, _, texts)| (tag.as_str(), texts.iter().map(String::as_str).collect()));
    let translations = inline.chain(from_files).collect();
    out.extend(export(Export {
        name,
        docs: rows.docs,
        module: TokenStream::new(),
        items: if is_right {
            items_for_others(rows.items)
        } else {
            TokenStream::new()
        },
        nested: Vec::new(),
        translations,
        texts,
    }));
    out
}
