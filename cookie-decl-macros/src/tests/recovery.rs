//! Half a table, or a wrong one: what was understood is still written, and nothing panics.

use std::collections::HashMap;
use std::ops::Range;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::{checked, exempt, krate, tokens, understood};
use crate::declare::declare;

/// A table that uses the whole grammar.
const RICH: &str = include_str!("rich.txt");

/// Its constants.
const CONSTANTS: [&str; 8] = [
    "SESSION",
    "LANGUAGE",
    "PREFERENCES",
    "BALANCE",
    "BALANCE_CORS",
    "VISITOR",
    "COUNTER",
    "PLAYER",
];

/// Expands a table. The expansion must parse.
#[track_caller]
fn expansion(table: TokenStream) -> String {
    let expansion = declare(table, &krate(), crate::model::Reader::Compiler).to_string();
    let read: Result<TokenStream, _> = expansion.parse();
    assert!(read.is_ok(), "no Rust tokens: {expansion}");
    expansion
}

fn constants(expansion: &str) -> Vec<&'static str> {
    CONSTANTS
        .into_iter()
        .filter(|constant| expansion.contains(&format!("const {constant} :")))
        .collect()
}

#[test]
fn rich_table_is_valid() {
    let table = checked(RICH);
    assert_eq!(
        (
            table.declarations.len(),
            table.categories.len(),
            table.retired.len()
        ),
        (11, 4, 2)
    );
    assert_eq!(constants(&expansion(tokens(RICH))), CONSTANTS);
}

#[test]
fn ten_mistakes_are_ten_errors_in_order_and_all_rows_are_kept() {
    let table = "pub policy;
        provider Acme = \"Acme\";
        /// Needed\n///\n/// Reason.
        #[allow(no_purpose)] category Necessary: exempt {
            cookie | function | duration;
            GOOD_1 = \"good1\" | \"f\" | 1 day;
            BAD_1 = \"bad1\" | \"f\" | 2weeks;
            BAD_2 = \"bad2\" | \"f\";
            GOOD_2 = \"good2\" | \"f\" | 1 day;
            BAD_3 = \"bad3\" | \"f\" | 1 day | provider = Acne;
            BAD_4 = \"bad4\" | \"f\" | 1 day | attributes = Secure, HttpOnly;
            BAD_5 = \"bad 5\" | \"f\" | 1 day;
            BAD_6 = \"__Host-bad6\" | \"f\" | 1 day | attributes = .. Path=\"/app\";
            BAD_7 = \"bad7\" | \"f\" | 2 years
            BAD_8 = bad8 | \"f\" | 1 day;
            BAD_9 = \"bad9\" | \"f\" | 1 day | nte = \"n\";
            #[cfg(test)] BAD_10 = \"bad10\" | \"f\" | 1 day;
            GOOD_3 = \"good3\" | \"f\" | 1 day;
        }";
    let (_, reported) = understood(table);
    let reported: Vec<_> = reported
        .iter()
        .map(|reported| (reported.line, reported.at.as_str()))
        .collect();
    let expected = [
        (9, "2weeks"),
        (10, "\"bad2\""),
        (12, "Acne"),
        (13, ","),
        (14, "\"bad 5\""),
        (15, ".. Path=\"/app\""),
        (16, "years"),
        (17, "bad8"),
        (18, "nte"),
        (19, "cfg"),
    ];
    assert_eq!(reported, expected);
    let expansion = expansion(tokens(table));
    assert_eq!(expansion.matches("compile_error as").count(), 10);
    for row in (1..=10)
        .map(|bad| format!("BAD_{bad}"))
        .chain((1..=3).map(|good| format!("GOOD_{good}")))
    {
        assert!(
            expansion.contains(&format!("const {row} :")),
            "{row} is lost"
        );
    }
}

#[test]
fn every_prefix_keeps_the_rows_that_are_finished() {
    let table = tokens(RICH);
    let finished = finished(&table);
    assert_eq!(finished.len(), CONSTANTS.len());
    for end in 0..=count(&table) {
        let expansion = expansion(prefix(&table, &mut end.clone()));
        for (constant, finished) in &finished {
            assert!(
                end < *finished || constants(&expansion).contains(constant),
                "{constant} is lost of prefix {end}"
            );
        }
    }
}

#[test]
fn half_typed_row_is_one_error_and_costs_no_constant() {
    for half in [
        "HALF",
        "HALF:",
        "HALF: Locale",
        "HALF =",
        "HALF = \"half\"",
        "HALF = \"half\" |",
        "HALF = \"half\" | 2",
    ] {
        let table = exempt(&format!(
            "{half}\n/// Below\nBELOW = \"below\" | 1 day;\n{half}\nLAST = \"last\" | 1 day;"
        ));
        let expansion = expansion(tokens(&table.replacen("HALF", "FIRST", 1)));
        for constant in ["FIRST", "BELOW", "HALF", "LAST"] {
            assert!(
                expansion.contains(&format!("const {constant} :")),
                "{constant} is lost of\n{table}"
            );
        }
        let errors = expansion.matches("compile_error as").count();
        assert_eq!(errors, 2, "{:#?} of\n{table}", understood(&table).1);
    }
}

/// Counts the tokens. The two marks of a group are one.
fn count(tokens: &TokenStream) -> usize {
    let inner = |tree: TokenTree| {
        if let TokenTree::Group(group) = tree {
            count(&group.stream())
        } else {
            0
        }
    };
    tokens.clone().into_iter().map(|tree| 1 + inner(tree)).sum()
}

/// The first tokens; open groups are closed.
fn prefix(tokens: &TokenStream, left: &mut usize) -> TokenStream {
    let mut out = TokenStream::new();
    for tree in tokens.clone() {
        if *left == 0 {
            break;
        }
        *left -= 1;
        out.extend([map_group(tree, |inner| prefix(&inner, left))]);
    }
    out
}

fn map_group(tree: TokenTree, map: impl FnOnce(TokenStream) -> TokenStream) -> TokenTree {
    let TokenTree::Group(group) = tree else {
        return tree;
    };
    let mut mapped = Group::new(group.delimiter(), map(group.stream()));
    mapped.set_span(group.span());
    mapped.into()
}

/// The number of tokens up to the `;` of each constant's row.
fn finished(tokens: &TokenStream) -> HashMap<&'static str, usize> {
    let mut flat = Vec::new();
    flatten(tokens, &mut flat);
    let mut finished = HashMap::new();
    for (index, token) in flat.iter().enumerate() {
        if let Some(constant) = CONSTANTS.into_iter().find(|constant| constant == token) {
            let length = flat[index..]
                .iter()
                .position(|token| token == ";")
                .expect("every row has its `;`");
            finished.insert(constant, index + length + 1);
        }
    }
    finished
}

fn flatten(tokens: &TokenStream, flat: &mut Vec<String>) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Group(group) => {
                flat.push("(".to_owned());
                flatten(&group.stream(), flat);
            }
            tree => flat.push(tree.to_string()),
        }
    }
}

/// A change to one token.
#[derive(Clone, Copy, Debug)]
enum Mutation {
    Delete,
    Duplicate,
    /// With the next one.
    Swap,
}

const MUTATIONS: [Mutation; 3] = [Mutation::Delete, Mutation::Duplicate, Mutation::Swap];

#[test]
fn one_wrong_token_in_a_category_costs_two_rows_at_most() {
    let table = tokens(RICH);
    let bodies = category_bodies(&table);
    for at in (0..count(&table)).filter(|at| bodies.iter().any(|body| body.contains(at))) {
        for mutation in MUTATIONS {
            let kept = constants(&expansion(mutate(&table, mutation, at)));
            assert!(
                kept.len() + 2 >= CONSTANTS.len(),
                "{mutation:?} of token {at} leaves {kept:?}"
            );
        }
    }
}

#[test]
fn one_token_less_in_a_category_is_one_error_mostly_and_never_many() {
    let table = tokens(RICH);
    let bodies = category_bodies(&table);
    let mut numbers: Vec<_> = bodies
        .into_iter()
        .flatten()
        .map(|at| {
            expansion(mutate(&table, Mutation::Delete, at))
                .matches("compile_error as")
                .count()
        })
        .collect();
    numbers.sort_unstable();
    assert!(numbers[numbers.len() / 2] <= 1, "{numbers:?}");
    assert!(numbers.last().is_some_and(|most| *most <= 4), "{numbers:?}");
}

/// The numbers of the tokens inside the braces of each category.
fn category_bodies(table: &TokenStream) -> Vec<Range<usize>> {
    let mut bodies = Vec::new();
    let (mut at, mut category) = (0, false);
    for tree in table.clone() {
        let length = count(&tree.clone().into());
        category |= tree.to_string() == "category";
        let brace =
            matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if category && brace {
            bodies.push(at + 1..at + length);
            category = false;
        }
        at += length;
    }
    bodies
}

/// Changes one token. A group is changed as a whole.
fn mutate(tokens: &TokenStream, mutation: Mutation, at: usize) -> TokenStream {
    mutate_in(tokens, mutation, &mut Some(at))
}

/// `at` is the number of tokens before the changed one. After it, it is `None`.
fn mutate_in(tokens: &TokenStream, mutation: Mutation, at: &mut Option<usize>) -> TokenStream {
    let mut out = TokenStream::new();
    let mut trees = tokens.clone().into_iter();
    while let Some(tree) = trees.next() {
        match at {
            Some(0) => {
                *at = None;
                match mutation {
                    Mutation::Delete => {}
                    Mutation::Duplicate => out.extend([tree.clone(), tree]),
                    Mutation::Swap => out.extend(trees.next().into_iter().chain([tree])),
                }
            }
            Some(before) => {
                *before -= 1;
                out.extend([map_group(tree, |inner| mutate_in(&inner, mutation, at))]);
            }
            None => out.extend([tree]),
        }
    }
    out
}
