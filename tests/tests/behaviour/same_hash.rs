//! The macro lays out what the library looks up.

#[test]
fn both_crates_hash_with_the_same_file() {
    let macros = include_str!("../../../cookie-decl-macros/src/hash.rs");
    let library = include_str!("../../../cookie-decl/src/hash.rs");
    assert_eq!(macros, library);
}
