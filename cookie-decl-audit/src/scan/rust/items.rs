//! Names in functions and imports.

use std::collections::HashMap;

use syn::{Attribute, FnArg, Meta, Pat};

/// Whether attributes say `#[cfg(test)]` or `#[test]`.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string().replace(' ', "");
            let word = |word: &str| condition.split(['(', ',', ')']).any(|it| it == word);
            word("test") && !condition.contains("not(test)")
        }
        meta => meta
            .path()
            .segments
            .last()
            .is_some_and(|it| it.ident == "test"),
    })
}

/// Whether the name of a function says that it removes cookies.
pub(crate) fn removes_cookie(name: &str) -> bool {
    let verbs = ["remove", "delete", "clear", "unset", "expire"];
    let is_cookie = name.ends_with("cookie") || name.ends_with("cookies");
    is_cookie && verbs.iter().any(|verb| name.starts_with(verb))
}

pub(crate) fn parameters<'a>(inputs: impl Iterator<Item = &'a FnArg>) -> Vec<String> {
    let parameters = inputs.filter_map(|input| match input {
        FnArg::Typed(it) => Some(binding(&it.pat).unwrap_or_default()),
        FnArg::Receiver(_) => None,
    });
    parameters.collect()
}

pub(crate) fn binding(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(it) => Some(it.ident.to_string()),
        Pat::Type(it) => binding(&it.pat),
        Pat::Reference(it) => binding(&it.pat),
        Pat::TupleStruct(it) if it.elems.len() == 1 => binding(it.elems.first()?),
        _ => None,
    }
}

pub(crate) fn imports(
    tree: &syn::UseTree,
    first: Option<&str>,
    found: &mut HashMap<String, String>,
) {
    let mut add = |name: String, own: &syn::Ident| {
        found.insert(name, first.map_or_else(|| own.to_string(), str::to_owned));
    };
    match tree {
        syn::UseTree::Path(it) => {
            let own = it.ident.to_string();
            imports(&it.tree, Some(first.unwrap_or(&own)), found);
        }
        syn::UseTree::Name(it) => add(it.ident.to_string(), &it.ident),
        syn::UseTree::Rename(it) => add(it.rename.to_string(), &it.ident),
        syn::UseTree::Group(it) => {
            for item in &it.items {
                imports(item, first, found);
            }
        }
        syn::UseTree::Glob(_) => {}
    }
}
