//! A program does not contain the built-in texts of languages that its table does not have.

use std::fs;

/// A heading of the page in some languages.
const ENGLISH: &str = "What is a cookie?";
const FRENCH: &str = "Qu’est-ce qu’un cookie";
const GREEK: &str = "Τι είναι ένα cookie;";
const ARABIC: &str = "ما هو ملف تعريف الارتباط؟";

fn is_in(program: &str, text: &str) -> bool {
    let bytes = fs::read(program).expect("cargo has built it");
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn a_program_contains_only_the_language_of_its_table() {
    let program = env!("CARGO_BIN_EXE_linked_english");
    assert!(is_in(program, ENGLISH));
    assert_eq!(
        [FRENCH, GREEK, ARABIC].map(|text| is_in(program, text)),
        [false; 3]
    );
}

#[test]
fn a_translation_adds_its_language() {
    let program = env!("CARGO_BIN_EXE_linked_greek");
    assert!(is_in(program, ENGLISH) && is_in(program, GREEK));
    assert_eq!(
        [FRENCH, ARABIC].map(|text| is_in(program, text)),
        [false; 2]
    );
}
