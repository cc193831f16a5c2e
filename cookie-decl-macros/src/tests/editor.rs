//! What is written for editors alone. That they understand it, rust-analyzer says in `cookie-decl-tests-editor`.

use syn::{Item, parse_file};

use super::{exempt, krate, tokens};
use crate::declare::declare;
use crate::expand::editor::LISTS;
use crate::model::Reader;
use crate::vocabulary::{self, List};

fn in_editor(table: &str) -> String {
    declare(tokens(table), &krate(), Reader::Editor).to_string()
}

#[test]
fn compiler_sees_no_words() {
    let table = exempt("SESSION = \"sessionid\" | 2 weeks;");
    assert!(in_editor(&table).contains("words :: unit :: weeks"));
    let compiled = declare(tokens(&table), &krate(), Reader::Compiler).to_string();
    assert!(!compiled.contains("words"), "{compiled}");
}

#[test]
fn word_that_is_not_known_is_used_as_well() {
    for (row, word) in [
        ("\"a\" | 2 wee", "unit :: wee"),
        ("\"a\" | ses", "duration :: ses"),
        ("\"a\" | 1 day | attributes = Sec;", "attribute :: Sec"),
        ("\"a\" | 1 day | no;", "column :: no"),
        ("\"a\" | 1 day | no = \"n\";", "column :: no"),
        ("\"a\" | 1 day | provider = Ac;", "Provider :: Ac"),
        ("with prov", "column :: prov"),
        ("with set_by = scr { }", "set_by :: scr"),
        ("wi", "line :: wi"),
    ] {
        let expansion = in_editor(&exempt(row));
        assert!(
            expansion.contains(&format!("{word} ;")),
            "`{word}` of `{row}`: {expansion}"
        );
    }
}

/// The editor looks up what is typed in the expansion without it.
#[test]
fn expansion_without_a_word_has_a_path_to_the_same_list_in_its_place() {
    for (without, with) in [
        ("\"a\" | 2;", "\"a\" | 2 TYPED;"),
        (
            "\"a\" | 1 day | attributes = Secure;",
            "\"a\" | 1 day | attributes = Secure TYPED;",
        ),
        ("\"a\" | 1 day | ;", "\"a\" | 1 day | TYPED;"),
        (
            "\"a\" | 1 day | provider = ;",
            "\"a\" | 1 day | provider = TYPED;",
        ),
        ("with { \"a\" | 1 day; }", "with TYPED { \"a\" | 1 day; }"),
        ("\n with note = \"n\";", "\n typed with note = \"n\";"),
    ] {
        let [without, with] = [without, with].map(|row| in_editor(&exempt(row)));
        let typed = with.to_uppercase().find("TYPED").expect("it is used");
        let start = with[..typed].rfind("let").expect("it is in a statement");
        assert_eq!(
            without.get(start..typed),
            Some(&with[start..typed]),
            "{without}\n{with}"
        );
    }
}

#[test]
fn key_of_a_built_in_text_is_completed_in_the_table_and_in_a_translation() {
    for around in ["wording { ? }", "translation fr { wording { ? } }"] {
        let [known, unknown] = ["accept = \"Yes\";", "acc"].map(|line| {
            let items = around.replace('?', line);
            in_editor(&format!("policy; {items}"))
        });
        assert!(known.contains("wording :: accept ;"), "{known}");
        assert!(unknown.contains("wording :: acc ;"), "{unknown}");
    }
}

#[test]
fn table_without_tokens_is_left_to_the_editor() {
    assert_eq!(in_editor(""), "");
    assert_ne!(
        declare(tokens(""), &krate(), Reader::Compiler).to_string(),
        ""
    );
}

/// The library explains the words of each list.
#[test]
fn library_explains_every_word() {
    let file = include_str!("../../../cookie-decl/src/table/words.rs");
    let file = parse_file(file).expect("it is Rust");
    for (list, name) in LISTS
        .into_iter()
        // Those of the table, and those whose list explains them.
        .filter(|(list, _)| ![List::Provider, List::Wording].contains(list))
    {
        let module = file.items.iter().find_map(|item| match item {
            Item::Mod(module) if module.ident == name => module.content.as_ref(),
            _ => None,
        });
        let (_, items) = module.unwrap_or_else(|| panic!("no module `{name}`"));
        let [Item::Macro(words)] = items.as_slice() else {
            panic!("`{name}` is `words!`");
        };
        let words = words
            .mac
            .tokens
            .clone()
            .into_iter()
            .filter_map(|tree| match tree {
                proc_macro2::TokenTree::Ident(word) => Some(word.to_string()),
                _ => None,
            });
        let words: Vec<_> = words.collect();
        for word in &words {
            assert!(list.has(word), "`{word}` is not in the list `{name}`");
        }
        let of_the_grammar = match list {
            List::Basis => vocabulary::Basis::WORDS,
            List::Attribute => vocabulary::Attribute::WORDS,
            List::Column => vocabulary::Column::WORDS,
            List::Gate => vocabulary::Gate::WORDS,
            List::GateOption => vocabulary::GateOption::WORDS,
            List::Item => vocabulary::Item::WORDS,
            List::ProviderKey => vocabulary::ProviderKey::WORDS,
            List::SameSite => vocabulary::SameSite::WORDS,
            List::SetBy => vocabulary::SetBy::WORDS,
            List::Signal => vocabulary::Signal::WORDS,
            List::Storage => vocabulary::Storage::WORDS,
            List::Unit => vocabulary::Unit::WORDS,
            List::Duration | List::Line | List::Provider | List::Wording => &[],
        };
        for word in of_the_grammar {
            assert!(
                words.iter().any(|other| other == word),
                "`{word}` is not in `{name}`"
            );
        }
    }
}
