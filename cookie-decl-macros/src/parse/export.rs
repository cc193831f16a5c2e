//! The table of somebody whose code does not use it: rows for others to include.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::LitStr;

use crate::errors::Errors;
use crate::parse::fluent;
use crate::vocabulary::{self, Item};

/// A table that is only exported.
pub(crate) struct Rows {
    /// Absent if it is missing, which has been reported.
    pub(crate) name: Option<Ident>,
    /// What is above the name, for who includes the table.
    pub(crate) docs: TokenStream,
    /// The items as those of a whole table, with the rows in one category.
    pub(crate) items: TokenStream,
    /// The files of all languages, `locales/{language}.ftl`.
    pub(crate) files: Option<LitStr>,
}

/// The items of a table that is only exported.
const ITEMS: &[&str] = &[
    "consent_mode",
    "export",
    "hole",
    "language",
    "last_updated",
    "provider",
    "retired",
    "signals",
    "translation",
];

/// Reads the items, and leaves their insides to the reader of tables.
pub(crate) fn rows(tokens: TokenStream, errors: &mut Errors) -> Rows {
    let mut rows = Rows {
        name: None,
        docs: TokenStream::new(),
        items: quote!(policy;),
        files: None,
    };
    let (mut body, mut signals) = (TokenStream::new(), TokenStream::new());
    let (mut has_date, mut exports) = (false, 0);
    for statement in statements(tokens) {
        let [first, second] = [0, 1].map(|number| statement.trees.get(number));
        let word = statement.word();
        let is_item = !matches!(second, Some(TokenTree::Punct(mark)) if mark.as_char() != ';');
        match (word.as_str(), second) {
            ("export", Some(TokenTree::Ident(name))) => {
                exports += 1;
                if exports > 1 {
                    errors.push(name.span(), "a table has one name: `export`");
                }
                rows.name = Some(name.clone());
                rows.docs = statement.above;
            }
            ("translation", Some(TokenTree::Ident(from))) if from == "from" => {
                rows.files = statement.trees.get(2).and_then(|tree| match tree {
                    TokenTree::Literal(_) => syn::parse2(quote!(#tree)).ok(),
                    _ => None,
                });
                if rows.files.is_none() {
                    errors.push(from.span(), "expected the files of all languages: `translation from \"locales/{language}.ftl\";`");
                }
            }
            ("consent_mode" | "signals", _) if is_item => {
                // A table that includes the rows gets these signals as it gets those of a gate.
                let ends = |tree: &TokenTree| matches!(tree, TokenTree::Punct(mark) if mark.as_char() == ';');
                let option = statement.trees.into_iter().filter(|tree| !ends(tree));
                signals.extend(option.chain([Punct::new(',', Spacing::Alone).into()]));
            }
            (word, _) if is_item && ITEMS.contains(&word) => {
                has_date |= word == "last_updated";
                rows.items.extend(statement.tokens());
            }
            (word, _) if is_item && first.is_some() && is_of_a_page(word) => {
                let place = first.map_or_else(Span::call_site, TokenTree::span);
                errors.push(
                    place,
                    format!(
                        "a table that is only exported has no `{word}`: it has rows, and {}",
                        vocabulary::one_of(ITEMS)
                    ),
                );
            }
            _ => body.extend(statement.tokens()),
        }
    }
    let place = rows.name.as_ref().map_or_else(Span::call_site, Ident::span);
    if rows.name.is_none() {
        errors.push(place, "the table has no name for `include`: `export name;`");
    } else if !has_date {
        errors.push(
            place,
            "say when these facts were last true, which the tables that include them keep: `last_updated \"2026-11-26\";`",
        );
    }
    rows.items.extend(quote! {
        #[allow(no_consent_row, empty_category, unused_allow)]
        category Exported: opt_in(#signals) { #body }
    });
    rows
}

/// Whether a word is an item or a line that only a site with a page has.
fn is_of_a_page(word: &str) -> bool {
    ["also", "pub"].contains(&word)
        || Item::parse(word).is_some_and(|item| item != Item::Header) && !ITEMS.contains(&word)
}

/// The items of a table that others include: rows, and what rows refer to.
pub(crate) fn items_for_others(tokens: TokenStream) -> TokenStream {
    const WORDS: &[&str] = &[
        "category",
        "cookie",
        "hole",
        "include",
        "language",
        "last_updated",
        "provider",
        "retired",
    ];
    let kept = statements(tokens).into_iter();
    kept.filter(|statement| WORDS.contains(&statement.word().as_str()))
        .flat_map(Statement::tokens)
        .collect()
}

/// Tokens up to a `;` or a group in braces.
struct Statement {
    /// `///` and `#[allow(..)]`
    above: TokenStream,
    trees: Vec<TokenTree>,
}

impl Statement {
    fn word(&self) -> String {
        match self.trees.first() {
            Some(TokenTree::Ident(word)) => word.to_string(),
            _ => String::new(),
        }
    }

    fn tokens(self) -> TokenStream {
        self.above.into_iter().chain(self.trees).collect()
    }
}

fn statements(tokens: TokenStream) -> Vec<Statement> {
    let mut statements = Vec::new();
    let (mut above, mut trees) = (Vec::new(), Vec::new());
    for tree in tokens {
        let is_mark = matches!(&tree, TokenTree::Punct(mark) if mark.as_char() == '#');
        let is_attribute =
            matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        if trees.is_empty() && (is_mark || is_attribute) {
            above.push(tree);
            continue;
        }
        let ends = match &tree {
            TokenTree::Punct(mark) => mark.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        trees.push(tree);
        if ends {
            let above = std::mem::take(&mut above).into_iter().collect();
            statements.push(Statement {
                above,
                trees: std::mem::take(&mut trees),
            });
        }
    }
    if !(above.is_empty() && trees.is_empty()) {
        let above = above.into_iter().collect();
        statements.push(Statement { above, trees });
    }
    statements
}

/// The translations of these texts: each language's tag and file, and its texts in their order.
pub(crate) fn files(
    pattern: &LitStr,
    texts: &[&str],
    errors: &mut Errors,
) -> Vec<(String, String, Vec<String>)> {
    let paths = match fluent::languages(&pattern.value()) {
        Ok(paths) => paths,
        Err(mistake) => {
            errors.push(pattern.span(), format!("`{}`: {mistake}", pattern.value()));
            return Vec::new();
        }
    };
    let mut languages = Vec::new();
    for (tag, path) in paths {
        let messages = fluent::messages_of(&path);
        for mistake in messages.mistakes {
            errors.push(pattern.span(), format!("`{path}`: {mistake}"));
        }
        let mut missing = Vec::new();
        let translated = texts.iter().map(|text| {
            let found = messages.texts.iter().find(|(source, _)| source == text);
            if found.is_none() {
                missing.push(*text);
            }
            found.map_or_else(String::new, |(_, translation)| translation.clone())
        });
        let translated = translated.collect();
        if !missing.is_empty() {
            errors.push(pattern.span(), fluent::lacks(&path, &missing));
        }
        languages.push((tag, path, translated));
    }
    languages
}
