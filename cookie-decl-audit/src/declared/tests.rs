use crate::declared::is_as_declared;
use crate::policy_file::Attributes;

fn attributes(same_site: &str, secure: bool) -> Attributes {
    Attributes {
        path: "/".to_owned(),
        domain: Some("shop.example".to_owned()),
        same_site: same_site.to_owned(),
        secure,
        http_only: false,
        partitioned: false,
    }
}

#[test]
fn cookie_of_others_may_be_stricter_than_declared_and_not_weaker() {
    let declared = attributes("Lax", false);
    for stricter in [
        attributes("", false),
        attributes("Lax", true),
        attributes("Strict", true),
    ] {
        assert!(is_as_declared(&declared, &stricter, false), "{stricter}");
        assert!(!is_as_declared(&declared, &stricter, true), "{stricter}");
    }
    let elsewhere = Attributes {
        domain: None,
        ..declared.clone()
    };
    for weaker in [attributes("None", true), elsewhere] {
        assert!(!is_as_declared(&declared, &weaker, false), "{weaker}");
    }
    assert!(!is_as_declared(&attributes("Lax", true), &declared, false));
}
