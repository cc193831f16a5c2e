//! The macro lays out what the library looks up, and writes what it reads.

#[test]
fn both_crates_hash_with_the_same_file() {
    let macros = include_str!("../../../cookie-decl-macros/src/hash.rs");
    let library = include_str!("../../../cookie-decl/src/hash.rs");
    assert_eq!(macros, library);
}

#[test]
fn both_crates_have_the_numbers_of_a_row_in_the_same_file() {
    let macros = include_str!("../../../cookie-decl-macros/src/numbers.rs");
    let library = include_str!("../../../cookie-decl/src/numbers.rs");
    assert_eq!(macros, library);
}
