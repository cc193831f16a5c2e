//! `cookie!` with a name that is not a declared literal: an error at the literal.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Result, Token, bracketed};

use crate::check::holes::matched_length;
use crate::errors::compile_error;
use crate::vocabulary::nearest;

/// A declared name, and the path of its constant. The path is empty if it has no constant.
type Known = (String, TokenStream);

/// Reads `[module::] ["name" CONSTANT, ..] typed`. Writes the path of the constant, or an error
/// with the nearest declared name.
pub(crate) fn undeclared(input: TokenStream, krate: &Ident) -> TokenStream {
    match Parser::parse2(read, input) {
        Ok((names, typed)) => resolve(&names, typed, krate),
        Err(error) => compile_error(krate, error.span(), &error.to_string()),
    }
}

fn read(input: ParseStream<'_>) -> Result<(Vec<Known>, TokenStream)> {
    let module;
    bracketed!(module in input);
    let module: TokenStream = module.parse()?;
    let list;
    bracketed!(list in input);
    let mut names = Vec::new();
    while !list.is_empty() {
        let name = list.parse::<LitStr>()?.value();
        let constant = list.parse::<Option<Ident>>()?;
        list.parse::<Token![,]>()?;
        names.push((
            name,
            constant.map_or_else(TokenStream::new, |constant| quote!(#module #constant)),
        ));
    }
    Ok((names, input.parse()?))
}

/// Writes the path, or an error and the constant that was probably meant: then an editor shows one
/// mistake, not two.
fn resolve(names: &[Known], typed: TokenStream, krate: &Ident) -> TokenStream {
    let span = typed
        .clone()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |tree| tree.span());
    let constants = || names.iter().filter(|(_, path)| !path.is_empty());
    let any = constants()
        .next()
        .map(|(_, path)| path.clone())
        .unwrap_or_default();
    let Ok(literal) = syn::parse2::<LitStr>(ungroup(typed)) else {
        let error = compile_error(
            krate,
            span,
            "expected the name of a declared cookie: `cookie!(\"sessionid\")`",
        );
        return quote!({ #error #any });
    };
    let name = literal.value();
    let same: Vec<_> = constants()
        .filter(|(known, _)| *known == name)
        .map(|(_, path)| path)
        .collect();
    let (message, path) = match same.as_slice() {
        [path] => return located(path, literal.span()),
        [first, ..] => {
            let paths: Vec<_> = same
                .iter()
                .map(|path| format!("`{}`", constant(path)))
                .collect();
            (
                format!(
                    "`{name}` is declared more than once; use its constant: {}",
                    paths.join(" or ")
                ),
                (*first).clone(),
            )
        }
        [] if names.iter().any(|(known, _)| *known == name) => (
            format!(
                "`{name}` is declared without a constant: give it one in the table, `NAME = \"{name}\"`"
            ),
            any,
        ),
        [] => not_declared(&name, names, any),
    };
    let error = compile_error(krate, literal.span(), &message);
    quote!({ #error #path })
}

/// A path whose last word, the constant, is shown at the name.
fn located(path: &TokenStream, name: Span) -> TokenStream {
    let mut trees: Vec<_> = path.clone().into_iter().collect();
    if let Some(constant) = trees.last_mut() {
        constant.set_span(constant.span().located_at(name));
    }
    trees.into_iter().collect()
}

/// The message for a name that is not in the table, and the constant that was probably meant, or
/// else `any`.
fn not_declared(name: &str, names: &[Known], any: TokenStream) -> (String, TokenStream) {
    if let Some((pattern, path)) = pattern(name, names) {
        let matches = format!("`{pattern}` matches `{name}`");
        return if path.is_empty() {
            (
                format!(
                    "{matches}, but has no constant: give it one in the table, `NAME = \"{pattern}\"`"
                ),
                any,
            )
        } else {
            (
                format!("{matches}: use its constant, `{}`", constant(path)),
                path.clone(),
            )
        };
    }
    let Some(near) = nearest(name, names.iter().map(|(known, _)| known.as_str())) else {
        return (format!("no cookie `{name}` is declared"), any);
    };
    let path = names
        .iter()
        .find(|(known, path)| known == near && !path.is_empty());
    let path = path.map_or(any, |(_, path)| path.clone());
    (
        format!("no cookie `{name}` is declared, did you mean `{near}`?"),
        path,
    )
}

/// The declared pattern that matches a name. Of several, it is the one that a look-up finds.
fn pattern<'n>(name: &str, names: &'n [Known]) -> Option<&'n Known> {
    let matching = names
        .iter()
        .filter_map(|known| Some((matched_length(&known.0, name)?, known)));
    // `max_by_key` returns the last of equals; a look-up finds the first.
    matching
        .rev()
        .max_by_key(|(longest, _)| *longest)
        .map(|(_, known)| known)
}

/// The identifier at the end of a path.
fn constant(path: &TokenStream) -> String {
    path.clone()
        .into_iter()
        .last()
        .map_or_else(String::new, |last| last.to_string())
}

/// Unwraps an invisible group: another macro forwards `$name:literal` in one.
fn ungroup(tokens: TokenStream) -> TokenStream {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            ungroup(group.stream())
        }
        _ => tokens,
    }
}
