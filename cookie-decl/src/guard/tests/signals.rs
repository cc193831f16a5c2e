//! The script that tells vendors what the visitor grants.

use alloc::string::{String, ToString as _};

use http::header::HeaderMap;
use http::{Method, Response, StatusCode, Uri};
use serde_json::{Value, json};

use super::{NOW, ready};
use crate::consent::gate::Categories;
use crate::guard::{ConsentMode, Guard};

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod shop {
    crate::declare_cookies! {
        pub policy with config: bool in crate::guard::tests::signals::shop;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt(consent_mode(security_storage)) {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months;
        }
        /// Audience
        category Statistics: opt_in(consent_mode(analytics_storage), signals(clarity_analytics, uet)) {
            cookie | duration | set_by;
            /// Recognises you
            "_ga" | 13 months | script;
        }
        /// Tests
        category Experiments: opt_in(consent_mode(analytics_storage)) {
            cookie | duration | set_by | when;
            /// Shows the same variant
            "variant" | 1 month | script | { *config };
        }
    }
}

fn guard(has_experiments: bool) -> Guard<shop::Category> {
    Guard::with_config(shop::POLICY, has_experiments).clock(|| NOW)
}

fn get<K: Categories>(guard: &Guard<K>, address: &str) -> Response<String> {
    let headers = HeaderMap::new();
    let uri = address.parse::<Uri>().unwrap();
    let visitor = guard.visitor(&Method::GET, &uri, &headers);
    ready(guard.respond(&visitor, &Method::GET, &headers, b""))
}

/// The address in the links.
fn address<K: Categories>(guard: &Guard<K>) -> String {
    let head = guard.head();
    let link = head.strip_prefix("<script src=\"").expect("it is first");
    link.split('"').next().unwrap().to_string()
}

/// The table that the script reads.
fn table(guard: &Guard<shop::Category>) -> Value {
    let script = get(guard, &address(guard)).into_body();
    let (_, rest) = script.split_once("}=").unwrap();
    let mut values = serde_json::Deserializer::from_str(rest).into_iter();
    values.next().expect("it is there").unwrap()
}

#[test]
fn each_signal_has_its_categories() {
    let expected = json!({
        "google": {
            "analytics_storage": ["Statistics", "Experiments"],
            "security_storage": ["Necessary"],
        },
        "vendors": { "clarity_analytics": ["Statistics"], "uet": ["Statistics"] },
        "wait_for_update": 500,
        "ads_data_redaction": true,
        "url_passthrough": false,
    });
    assert_eq!(table(&guard(true)), expected);
}

#[test]
fn category_without_rows_in_this_deployment_is_left_out() {
    // Nobody is asked about it, so it could never be granted.
    let google = &table(&guard(false))["google"];
    assert_eq!(google["analytics_storage"], json!(["Statistics"]));
}

#[test]
fn link_comes_first_and_is_not_deferred() {
    let head = guard(true).head_with_nonce("abc");
    let first = head.split("</script>").next().unwrap();
    let address = address(&guard(true));
    assert_eq!(
        first,
        alloc::format!("<script src=\"{address}\" nonce=\"abc\">")
    );
}

#[test]
fn visitor_has_the_same_link() {
    let guard = guard(true);
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    assert!(visitor.head().contains(&address(&guard)));
}

#[test]
fn file_is_kept_until_the_table_is_another() {
    let address = address(&guard(true));
    let response = get(&guard(true), &address);
    let cached = &response.headers()["cache-control"];
    assert_eq!(cached, "public, max-age=31536000, immutable");
    let cached = &get(&guard(false), &address).headers()["cache-control"].clone();
    assert_eq!(cached, "public, no-cache");
}

#[test]
fn options_change_the_address() {
    let options = ConsentMode::new().wait_for_update(50);
    let guard_with_options = guard(true).consent_mode(options);
    assert_ne!(address(&guard_with_options), address(&guard(true)));
    assert_eq!(table(&guard_with_options)["wait_for_update"], 50);
}

#[test]
fn main_script_knows_which_categories_are_told() {
    let head = guard(false).head();
    assert!(head.contains(" data-signals=\"Statistics\""), "{head}");
    assert!(!head.contains("data-advanced"), "{head}");
}

#[test]
fn table_without_signals_has_no_link_and_no_file() {
    let guard = super::guard().consent_mode(ConsentMode::new());
    assert!(!guard.head().contains("signals"));
    let response = get(&guard, "/cookies/signals.js");
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
}
