//! Each published crate has the licences in its own package.

#[test]
fn every_package_has_the_licences() {
    let mit = include_str!("../../../LICENSE-MIT");
    assert_eq!(include_str!("../../../cookie-decl/LICENSE-MIT"), mit);
    assert_eq!(include_str!("../../../cookie-decl-core/LICENSE-MIT"), mit);
    assert_eq!(include_str!("../../../cookie-decl-macros/LICENSE-MIT"), mit);
    let apache = include_str!("../../../LICENSE-APACHE");
    assert_eq!(include_str!("../../../cookie-decl/LICENSE-APACHE"), apache);
    assert_eq!(
        include_str!("../../../cookie-decl-core/LICENSE-APACHE"),
        apache
    );
    assert_eq!(
        include_str!("../../../cookie-decl-macros/LICENSE-APACHE"),
        apache
    );
}
