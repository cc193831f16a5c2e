//! The configuration of Klaro.

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::{Export, Format};

use super::{exported, remarks_on, shop};

/// Categories and providers whose names are alike, and a category with a name that Klaro uses.
#[allow(
    non_camel_case_types,
    reason = "Klaro's words start with a small letter"
)]
mod alike {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        consent elsewhere "Klaro";
        provider Sense = "Sense";
        provider AdSense = "AdSense";
        cookie | provider | duration | set_by;
        /// Advertising
        category Ad: opt_in {
            /// Counts
            "ad" | Sense | 1 day | script;
            /// Counts again
            "again" | AdSense | 1 day | script;
        }
        /// More advertising
        category AdAd: opt_in {
            /// Counts more
            "more" | Sense | 1 day | script;
        }
        /// Most advertising
        category AdSense: opt_in {
            /// Counts most
            "most" | _ | 1 day | script;
        }
        /// Well
        category ok: opt_in {
            /// Counts well
            "well" | _ | 1 day | script;
        }
    }
}

#[test]
fn each_provider_of_a_category_is_a_service_with_its_gate() {
    let text = exported(Format::Klaro).text;
    for part in [
        "purposes: [\"Necessary\"],\n            required: true,\n            default: true,",
        "name: \"Statistics-Matomo\"",
        "purposes: [\"Hints\"],\n            default: true,\n            optOut: true,",
        "{ name: \"Marketing-Ads\", purposes: [\"Marketing\"], cookies: [\"cap\"] }",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn every_service_has_a_name_of_its_own() {
    let file = PolicyFile::from(alike::POLICY);
    let text = Export::new(&file).write(Format::Klaro).unwrap().text;
    let names = text.split("name: \"").skip(1);
    let names: Vec<_> = names.map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(
        names,
        ["Ad-Sense", "Ad-AdSense", "AdAd-Sense", "AdSense", "ok-"]
    );
    // The word on Klaro's button is still there.
    assert_eq!(text.matches(" ok: \"Accept all\"").count(), 1, "{text}");
    assert!(text.contains("purposes: [\"ok-\"]"), "{text}");
}

#[test]
fn a_cookie_has_its_scope() {
    let text = exported(Format::Klaro).text;
    assert!(
        text.contains(r#"[/^(?!_pk_ignore$)_pk_[^]+$/, [/^a_[^]+_z$/, "/shop", "shop.example"]]"#),
        "{text}"
    );
}

#[test]
fn purposes_of_a_service_are_said_once_in_every_language() {
    let text = exported(Format::Klaro).text;
    assert!(text.contains("description: \"Unterscheidet Besucher · Unterscheidet Kampagnen\""));
    assert!(text.contains("title: \"Besucherzahlen\""));
}

#[test]
fn what_it_cannot_list_or_remove_is_said() {
    let exported = exported(Format::Klaro);
    for remark in [
        "`scroll` is left out: Klaro lists only cookies of the site",
        "`ad` is left out: Klaro lists only cookies of the site",
        "does not remove `sale` after a denial: it is `HttpOnly`",
        "`Hints`: the page says that Global Privacy Control denies it",
        "keeps the answer in the cookie `klaro`, for 120 days",
    ] {
        remarks_on(&exported, remark);
    }
    assert!(exported.text.contains("\"__Host-preferences\""));
}

#[test]
fn a_region_is_left_out_unless_the_language_is_there_twice() {
    let mut file = PolicyFile::from(shop::POLICY);
    let texts = file.translations["de"].clone();
    file.translations = [("pt-BR".to_owned(), texts.clone())].into();
    let exported = Export::new(&file).write(Format::Klaro).unwrap();
    assert!(exported.text.contains("\n        pt: {"));
    file.translations.insert("pt".to_owned(), texts);
    let exported = Export::new(&file).write(Format::Klaro).unwrap();
    assert!(exported.text.contains("\n        \"pt-BR\": {"));
    remarks_on(&exported, "shows `pt-BR` only where the page sets");
}

#[test]
fn the_language_of_the_page_counts_unless_one_is_chosen() {
    let file = PolicyFile::from(shop::POLICY);
    let text = |export: Export<'_>| export.write(Format::Klaro).unwrap().text;
    assert!(!text(Export::new(&file)).contains("lang:"));
    assert!(text(Export::new(&file).language("de")).contains("lang: \"de\""));
}
