//! Tables with edits in their tokens. The macro must say what is wrong, never panic, and write Rust
//! tokens.

use std::fs;
use std::path::Path;

use bolero::{TypeGenerator, check};
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

use crate::SHORT;

/// Replaces some adjacent tokens.
#[derive(Debug, TypeGenerator)]
struct Edit {
    at: u16,
    #[generator(0..4_u8)]
    remove: u8,
    insert: Insert,
}

#[derive(Debug, TypeGenerator)]
enum Insert {
    Nothing,
    /// Adjacent tokens of one of the tables.
    Copy {
        table: u8,
        at: u16,
        #[generator(1..16_u8)]
        length: u8,
    },
    Text(String),
    Number(u64),
    /// This text, if it consists of tokens.
    Typed(String),
    /// The removed tokens, twice.
    Twice,
    /// The removed tokens, in reverse order.
    Reversed,
    /// The removed tokens, in a group. 3 is the group that a `macro_rules!` puts around a fragment.
    Grouped(#[generator(0..4_u8)] u8),
    /// The removed tokens, without their groups.
    Opened,
}

#[derive(Debug, TypeGenerator)]
struct Case {
    table: u8,
    #[generator(bolero::generator::produce::<Vec<Edit>>().with().len(0..8_usize))]
    edits: Vec<Edit>,
}

impl Case {
    /// The edited tokens of one of the tables. Long tables are slow, so tokens are only copied from
    /// them.
    fn tokens(&self, tables: &[String]) -> TokenStream {
        let table =
            |number: u8, tables: &[String]| tokens(&tables[usize::from(number) % tables.len()]);
        let short = tables.partition_point(|table| table.len() < 6_000);
        self.edits
            .iter()
            .fold(table(self.table, &tables[..short]), |tokens, edit| {
                let mut at = Some(usize::from(edit.at) % count(&tokens));
                splice(tokens, &mut at, &mut |trees| {
                    let removed: Vec<_> = trees.take(edit.remove.into()).collect();
                    match &edit.insert {
                        Insert::Nothing => TokenStream::new(),
                        Insert::Copy {
                            table: number,
                            at,
                            length,
                        } => {
                            let (tokens, mut copy) = (table(*number, tables), TokenStream::new());
                            let mut at = Some(usize::from(*at) % count(&tokens));
                            splice(tokens, &mut at, &mut |trees| {
                                copy = trees.take((*length).into()).collect();
                                TokenStream::new()
                            });
                            copy
                        }
                        Insert::Text(text) => TokenTree::from(Literal::string(text)).into(),
                        Insert::Number(number) => {
                            TokenTree::from(Literal::u64_unsuffixed(*number)).into()
                        }
                        Insert::Typed(text) => text.parse().unwrap_or_default(),
                        Insert::Twice => removed.iter().chain(&removed).cloned().collect(),
                        Insert::Reversed => removed.into_iter().rev().collect(),
                        Insert::Grouped(delimiter) => {
                            let delimiters = [
                                Delimiter::Parenthesis,
                                Delimiter::Brace,
                                Delimiter::Bracket,
                                Delimiter::None,
                            ];
                            let delimiter = delimiters[usize::from(*delimiter)];
                            TokenTree::from(Group::new(delimiter, removed.into_iter().collect()))
                                .into()
                        }
                        Insert::Opened => removed.into_iter().flat_map(opened).collect(),
                    }
                })
            })
    }
}

fn opened(tree: TokenTree) -> TokenStream {
    if let TokenTree::Group(group) = tree {
        group.stream()
    } else {
        tree.into()
    }
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("a table is tokens")
}

/// Returns the number of places: before each token, and at the end of each group.
fn count(tokens: &TokenStream) -> usize {
    let inner = |tree| {
        if let TokenTree::Group(group) = tree {
            count(&group.stream())
        } else {
            0
        }
    };
    1 + tokens
        .clone()
        .into_iter()
        .map(|tree| 1 + inner(tree))
        .sum::<usize>()
}

/// Replaces trees at one place, `at`.
fn splice(
    tokens: TokenStream,
    at: &mut Option<usize>,
    insert: &mut dyn FnMut(&mut dyn Iterator<Item = TokenTree>) -> TokenStream,
) -> TokenStream {
    let mut out = TokenStream::new();
    let mut trees = tokens.into_iter();
    loop {
        if *at == Some(0) {
            *at = None;
            out.extend(insert(&mut trees));
        }
        *at = at.map(|before| before - 1);
        match trees.next() {
            None => return out,
            Some(TokenTree::Group(group)) => {
                let mut spliced = Group::new(group.delimiter(), splice(group.stream(), at, insert));
                spliced.set_span(group.span());
                out.extend([TokenTree::from(spliced)]);
            }
            Some(tree) => out.extend([tree]),
        }
    }
}

/// The tables of real sites and of all tested mistakes, the shortest first.
fn tables() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files: Vec<_> = ["real", "messages/ui", "messages/ui-rustc"]
        .iter()
        .flat_map(|folder| fs::read_dir(tests.join(folder)).expect("it is there"))
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    // An input names a table by its number, but the order of a folder differs between machines.
    files.sort();
    let mut tables = vec![include_str!("../../cookie-decl-macros/src/tests/rich.txt").to_owned()];
    for file in files {
        let text = fs::read_to_string(file).expect("it is text");
        find(tokens(&text), &mut tables);
    }
    assert!(tables.len() > 80, "{} tables", tables.len());
    tables.sort_by_key(String::len);
    tables
}

/// Returns the content of each `declare_cookies! { .. }`.
fn find(tokens: TokenStream, tables: &mut Vec<String>) {
    let mut called = false;
    for tree in tokens {
        if let TokenTree::Group(group) = &tree {
            if called {
                tables.push(group.stream().to_string());
            } else {
                find(group.stream(), tables);
            }
        }
        called = matches!(&tree, TokenTree::Ident(ident) if ident == "declare_cookies")
            || called && matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '!');
    }
}

fn krate() -> Ident {
    Ident::new("cookie_decl", Span::call_site())
}

fn assert_lexable(expansion: &TokenStream) {
    let text = expansion.to_string();
    assert!(
        text.parse::<TokenStream>().is_ok(),
        "no Rust tokens: {text}"
    );
    // Otherwise every text would be kept in memory for its spans.
    proc_macro2::extra::invalidate_current_thread_spans();
}

#[test]
fn any_table() {
    let tables = tables();
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|case: &Case| {
            let table = case.tokens(&tables);
            let mut expansion = macros::declare(table.clone(), &krate());
            expansion.extend(macros::declare_in_editor(table, &krate()));
            assert_lexable(&expansion);
        });
}

#[test]
fn any_table_that_others_include() {
    let tables = tables();
    let site = r#"pub policy; category Site: opt_in { include any::table(container = "A"); }"#;
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|case: &Case| {
            let table = case.tokens(&tables);
            let mut expansion = macros::export_cookies(table.clone(), &krate());
            let exported = vec![exported(table, [])];
            expansion.extend(macros::included(tokens(site), exported, &krate()));
            assert_lexable(&expansion);
        });
}

#[test]
fn any_table_that_includes() {
    let tables = tables();
    let rows = r#"provider Vendor = "Vendor"; cookie | provider | duration;
        /// Tells visitors apart
        "_ga_{container}" | Vendor | 2 years;"#;
    let texts = ["Tells visitors apart"];
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|case: &Case| {
            let all = vec![exported(tokens(rows), texts); 4];
            assert_lexable(&macros::included(case.tokens(&tables), all, &krate()));
        });
}

/// The tokens that the macro of an exported table gives.
fn exported<const N: usize>(rows: TokenStream, texts: [&str; N]) -> TokenStream {
    let group = |delimiter, stream| TokenTree::from(Group::new(delimiter, stream));
    let texts: TokenStream = texts
        .map(|text| TokenTree::from(Literal::string(text)))
        .into_iter()
        .collect();
    let empty = || group(Delimiter::Bracket, TokenStream::new());
    let rows = group(Delimiter::Brace, rows);
    [empty(), rows, empty(), group(Delimiter::Bracket, texts)]
        .into_iter()
        .collect()
}

#[test]
fn any_name_of_cookie() {
    let calls = [
        r#"[m::] ["sessionid" SESSION, "_ga_{container}" CONTAINER, "twice" A, "twice" B, "none",] "sesionid""#,
        r#"["{a}.{b}" AB, "_pk_{rest}",] "_pk_1" "twice" "none" "1.2" """#,
    ];
    let calls = calls.map(str::to_owned);
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|case: &Case| {
            assert_lexable(&macros::undeclared(case.tokens(&calls), &krate()));
        });
}
