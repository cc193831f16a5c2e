//! The table in other crates. Most of the test is that they compile under the lints of this
//! workspace.

#[test]
fn under_another_name_of_the_library() {
    assert_eq!(renamed::cookies::cookie!("sessionid").name(), "sessionid");
    let tls = renamed::Config { tls: true };
    assert!(renamed::cookies::POLICY.at(&tls).find("visit.1").is_some());
}

#[test]
fn from_a_crate_that_does_not_know_the_library() {
    assert_eq!(downstream::session(), "sessionid");
    assert_eq!(downstream::forwarded(), "language");
    assert!(downstream::is_secure(true) && !downstream::is_secure(false));
}

#[test]
fn without_the_standard_library() {
    assert_eq!(no_std::session(), "sessionid");
    let attributes = no_std::cookies::LANGUAGE
        .at(&no_std::Config { tls: true })
        .attributes()
        .unwrap();
    assert_eq!(attributes.domain(), Some("example.org"));
}

#[test]
fn in_older_editions() {
    assert_eq!(edition_2018::session(), "sessionid");
    assert_eq!(edition_2021::session(), "sessionid");
    assert_eq!(
        edition_2018::category("Statistics"),
        Some(edition_2018::cookies::Category::Statistics)
    );
    assert_eq!(edition_2021::category("statistics"), None);
}
