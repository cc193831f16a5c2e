//! Files that two crates have, since neither could be published with a file of the other.

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

#[test]
fn both_crates_have_the_licences_in_their_packages() {
    let mit = include_str!("../../../LICENSE-MIT");
    assert_eq!(include_str!("../../../cookie-decl/LICENSE-MIT"), mit);
    assert_eq!(include_str!("../../../cookie-decl-macros/LICENSE-MIT"), mit);
    let apache = include_str!("../../../LICENSE-APACHE");
    assert_eq!(include_str!("../../../cookie-decl/LICENSE-APACHE"), apache);
    assert_eq!(include_str!("../../../cookie-decl-macros/LICENSE-APACHE"), apache);
}
