//! The configuration of `CookieConsent`.

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::{Export, Format};

use super::{exported, remarks_on, shop};

/// A category whose name is that of every object's prototype.
#[allow(non_camel_case_types, reason = "JavaScript writes it so")]
mod inherited {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        consent elsewhere "CookieConsent";
        /// Audience
        category __proto__: opt_in {
            cookie | duration | set_by;
            /// Counts visits
            "visits" | 1 day | script;
        }
    }
}

#[test]
fn no_category_has_a_name_that_every_object_has() {
    let file = PolicyFile::from(inherited::POLICY);
    let text = Export::new(&file).write(Format::CookieConsent);
    let text = text.unwrap().text;
    assert!(text.contains("\"__proto__-\": {"), "{text}");
    assert!(text.contains("linkedCategory: \"__proto__-\""), "{text}");
}

#[test]
fn each_gate_has_its_words() {
    let text = exported(Format::CookieConsent).text;
    for part in [
        "mode: \"opt-out\"",
        "Necessary: { enabled: true, readOnly: true }",
        "Hints: { enabled: true, autoClear: { cookies: [{ name: \"seen\" }] } }",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn a_category_by_provider_has_services() {
    let text = exported(Format::CookieConsent).text;
    let service = "Ads: { label: \"Ads &amp; Co\", cookies: [{ name: \"cap\" }] }";
    assert!(text.contains(service), "{text}");
}

#[test]
fn a_denied_category_leaves_the_names_of_others() {
    let text = exported(Format::CookieConsent).text;
    assert!(
        text.contains(r"{ name: /^(?!_pk_ignore$)_pk_[^]+$/ }"),
        "{text}"
    );
    let scoped = r#"{ name: /^a_[^]+_z$/, path: "/shop", domain: "shop.example" }"#;
    assert!(text.contains(scoped), "{text}");
}

#[test]
fn what_it_cannot_remove_is_said() {
    let exported = exported(Format::CookieConsent);
    for remark in [
        "does not remove `scroll` after a denial: it is in `local_storage`",
        "does not remove `ad` after a denial: it belongs to another site",
        "does not remove `sale` after a denial: it is `HttpOnly`",
        "`Statistics`: CookieConsent does not send the signals",
        "`Marketing`: the page says that Global Privacy Control denies it",
        "keeps the answer in the cookie `cc_cookie`, for 182 days",
    ] {
        remarks_on(&exported, remark);
    }
}

#[test]
fn the_answer_is_kept_for_the_time_of_its_row() {
    let mut file = PolicyFile::from(shop::POLICY);
    let mut row = file.find("cookie", "basket")[0].clone();
    row.name = "cc_cookie".to_owned();
    row.duration = "6 months".parse().unwrap();
    file.rows.push(row);
    let exported = Export::new(&file).write(Format::CookieConsent).unwrap();
    assert!(exported.text.contains("cookie: { expiresAfterDays: 180 }"));
    assert!(!exported.remarks.iter().any(|it| it.contains("cc_cookie")));
}

#[test]
fn texts_are_html_in_every_language() {
    let text = exported(Format::CookieConsent).text;
    for part in [
        r#"We sell <strong>shoes</strong> &amp; <a href=\"https://shop.example/boots\">boots</a>."#,
        "<p>Wir zählen Besuche.</p><p>• Niemand sonst liest sie.</p>",
        "duration: \"Browsersitzung oder 2 Wochen\"",
        "name: \"_pk_&lt;site&gt;\"",
        "acceptNecessaryBtn: \"Alle ablehnen\"",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn the_revision_changes_with_what_visitors_answer_about() {
    let revision = |file: &PolicyFile| {
        let text = Export::new(file).write(Format::CookieConsent).unwrap().text;
        let line = text.lines().find(|line| line.contains("revision")).unwrap();
        line.to_owned()
    };
    let file = PolicyFile::from(shop::POLICY);
    let mut wider = file.clone();
    let category = wider.categories.get_mut("Statistics").unwrap();
    category.fingerprint = "0123456789abcdef".to_owned();
    assert_ne!(revision(&file), revision(&wider));
    let mut other_words = file.clone();
    other_words
        .categories
        .get_mut("Necessary")
        .unwrap()
        .fingerprint = "1".to_owned();
    assert_eq!(revision(&file), revision(&other_words));
}

#[test]
fn the_chosen_language_is_the_first() {
    let file = PolicyFile::from(shop::POLICY);
    let export = Export::new(&file).language("DE");
    let text = export.write(Format::CookieConsent).unwrap().text;
    assert!(text.contains("default: \"de\""), "{text}");
}
