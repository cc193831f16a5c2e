//! The disclosures of a vendor, against the field lists of *Vendor Device Storage & Operational
//! Disclosures* 1.1 (IAB Europe, January 2026), for which no validator is published.

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::{Export, Exported, Format};
use serde_json::{Value, json};

use super::{exported, remarks_on, shop};

fn vendor(name: &str) -> Exported {
    Export::new(&PolicyFile::from(shop::POLICY))
        .provider(name)
        .write(Format::TcfDisclosures)
        .unwrap()
}

fn json(exported: &Exported) -> Value {
    serde_json::from_str(&exported.text).unwrap()
}

/// Returns the disclosure of a name.
#[track_caller]
fn disclosure(exported: &Exported, identifier: &str) -> Value {
    let document = json(exported);
    let disclosures = document["disclosures"].as_array().unwrap();
    let mut named = disclosures
        .iter()
        .filter(|it| it["identifier"] == identifier);
    named.next().expect("it is disclosed").clone()
}

/// Asserts that an object has the required fields, and none that the specification does not have.
#[track_caller]
fn has_fields(object: &Value, required: &[&str], optional: &[&str]) {
    let object = object.as_object().unwrap();
    for field in required {
        assert!(object.contains_key(*field), "{field} in {object:?}");
    }
    for field in object.keys() {
        let is_known = required.contains(&&**field) || optional.contains(&&**field);
        assert!(is_known, "{field} in {object:?}");
    }
}

fn is_of_numbers(list: &Value) -> bool {
    list.as_array().unwrap().iter().all(Value::is_u64)
}

#[test]
fn every_field_is_one_of_the_specification() {
    for exported in [
        exported(Format::TcfDisclosures),
        vendor("Matomo"),
        vendor("Ads"),
    ] {
        let document = json(&exported);
        has_fields(&document, &["disclosures", "domains"], &["sdks"]);
        for item in document["disclosures"].as_array().unwrap() {
            has_fields(
                item,
                &["identifier", "type", "maxAgeSeconds", "domains", "purposes"],
                &["cookieRefresh", "specialPurposes", "description", "optOut"],
            );
            let identifier = item["identifier"].as_str().unwrap();
            let inner = identifier.trim_start_matches('*').trim_end_matches('*');
            assert!(!inner.is_empty() && !inner.contains('*'), "{identifier}");
            assert!(identifier.matches('*').count() < 2, "{identifier}");
            let kind = item["type"].as_str().unwrap();
            assert!(["cookie", "web", "app"].contains(&kind));
            let age = &item["maxAgeSeconds"];
            assert!(age.is_null() || (age.is_u64() && kind == "cookie"), "{age}");
            assert!(is_of_numbers(&item["purposes"]));
        }
        for domain in document["domains"].as_array().unwrap() {
            has_fields(domain, &["domain", "purposes"], &["specialPurposes", "use"]);
            assert!(!domain["domain"].as_str().unwrap().contains('/'));
            assert!(is_of_numbers(&domain["purposes"]));
        }
    }
}

#[test]
fn a_site_discloses_what_it_stores_itself() {
    let exported = exported(Format::TcfDisclosures);
    let document = json(&exported);
    let disclosures = document["disclosures"].as_array().unwrap().iter();
    let names: Vec<_> = disclosures
        .filter_map(|it| it["identifier"].as_str())
        .collect();
    assert!(names.contains(&"basket") && names.contains(&"_pk_*"));
    assert!(!names.contains(&"ad") && !names.contains(&"cap"));
    assert_eq!(document["domains"][0]["domain"], "shop.example");
    assert_eq!(document["domains"][0]["purposes"], json!([1, 3, 4, 8]));
}

#[test]
fn a_provider_discloses_its_own_items_and_domains() {
    let exported = vendor("Ads");
    assert_eq!(
        json(&exported),
        json!({
            "disclosures": [
                {
                    "identifier": "ad",
                    "type": "cookie",
                    "maxAgeSeconds": 31_536_000,
                    "cookieRefresh": false,
                    "domains": ["ads.example"],
                    "purposes": [3, 4],
                    "description": "Picks advertisements",
                },
                {
                    "identifier": "cap",
                    "type": "cookie",
                    "maxAgeSeconds": 86_400,
                    "cookieRefresh": false,
                    "domains": ["shop.example"],
                    "purposes": [3, 4],
                    "description": "Limits repetitions",
                },
            ],
            "domains": [
                { "domain": "ads.example", "purposes": [3, 4], "use": "Auction" },
                { "domain": "cdn.ads.example", "purposes": [3, 4] },
            ],
        })
    );
}

#[test]
fn a_time_is_in_seconds_and_a_session_is_zero() {
    let exported = exported(Format::TcfDisclosures);
    assert_eq!(
        disclosure(&exported, "basket")["maxAgeSeconds"],
        14 * 86_400
    );
    let rolling = disclosure(&exported, "a_*");
    assert_eq!(rolling["maxAgeSeconds"], 30 * 86_400);
    assert_eq!(rolling["cookieRefresh"], true);
    let file = r#"{"schema": 1, "language": "en", "page": [{"category": "A"}], "categories":
        {"A": {"gate": "exempt", "title": "A", "description": [], "fingerprint": "0", "rows": ["s"]}},
        "rows": [{"category": "A", "name": "s", "set_by": "server", "duration": "session"}]}"#;
    let file = PolicyFile::from_json(file).unwrap();
    let exported = Export::new(&file).write(Format::TcfDisclosures).unwrap();
    assert_eq!(disclosure(&exported, "s")["maxAgeSeconds"], 0);
    remarks_on(&exported, "the table names no domain");
}

#[test]
fn what_is_not_a_cookie_has_no_time() {
    let scroll = disclosure(&exported(Format::TcfDisclosures), "scroll");
    assert_eq!(scroll["type"], "web");
    assert!(scroll["maxAgeSeconds"].is_null() && scroll.get("cookieRefresh").is_none());
}

#[test]
fn a_time_that_the_table_does_not_know_is_null_and_said() {
    let exported = exported(Format::TcfDisclosures);
    assert!(disclosure(&exported, "*_seen")["maxAgeSeconds"].is_null());
    remarks_on(
        &exported,
        "the specification needs the seconds of `{day}_seen`",
    );
}

#[test]
fn a_domain_attribute_covers_subdomains() {
    let exported = exported(Format::TcfDisclosures);
    let domains = &disclosure(&exported, "a_*")["domains"];
    assert_eq!(*domains, json!(["shop.example", "*.shop.example"]));
}

#[test]
fn a_hole_in_the_middle_becomes_a_prefix_and_is_said() {
    let exported = exported(Format::TcfDisclosures);
    remarks_on(
        &exported,
        "`a_{campaign}_z` is written as `a_*`, which matches more names",
    );
    assert!(
        !exported
            .remarks
            .iter()
            .any(|it| it.contains("`_pk_{site}`"))
    );
}

#[test]
fn a_gate_without_its_purpose_is_said() {
    let exported = exported(Format::TcfDisclosures);
    remarks_on(
        &exported,
        "`Marketing` needs consent, and only purpose 1 says so",
    );
    assert!(
        !exported
            .remarks
            .iter()
            .any(|it| it.contains("`Statistics`"))
    );
}

#[test]
fn descriptions_are_in_the_wanted_language() {
    let file = PolicyFile::from(shop::POLICY);
    let export = Export::new(&file).language("de");
    let exported = export.write(Format::TcfDisclosures).unwrap();
    assert_eq!(
        disclosure(&exported, "basket")["description"],
        "Bewahrt Ihren Warenkorb"
    );
}
