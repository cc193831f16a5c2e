//! The whole expansion of a small table that uses every feature. `BLESS=1 cargo test` writes it to
//! a file; read the difference before you keep it. The tests of what the code does are in the
//! package `cookie-decl-tests`.

use std::{env, fs};

use crate::tests::{krate, tokens};

const EXPANSION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/expansion.rs");

#[test]
fn a_table_with_a_bit_of_everything() {
    let table = tokens(include_str!("../tests/golden/table.rs"));
    let expansion = crate::declare::declare(table, &krate(), crate::model::Reader::Compiler);
    let expansion = syn::parse2(expansion).expect("the expansion is Rust");
    let expansion = format!(
        "// Written by `BLESS=1 cargo test -p cookie-decl-macros golden`.\n{}",
        prettyplease::unparse(&expansion)
    );
    if env::var_os("BLESS").is_some() {
        fs::write(EXPANSION, &expansion).expect("the expansion can be written");
    }
    let kept = fs::read_to_string(EXPANSION).unwrap_or_default();
    if let Some((line, (new, old))) = expansion
        .lines()
        .zip(kept.lines())
        .enumerate()
        .find(|(_, (new, old))| new != old)
    {
        panic!(
            "line {} is now\n{new}\nand was\n{old}\n`BLESS=1` writes it down",
            line + 1
        );
    }
    assert_eq!(
        expansion.lines().count(),
        kept.lines().count(),
        "`BLESS=1` writes the rest down"
    );
}
