//! The module for the site's own scripts.

use alloc::string::String;

use http::header::HeaderMap;
use http::{Method, Response, StatusCode, Uri};
use serde_json::{Value, json};

use super::ready;
use crate::consent::gate::Categories;
use crate::guard::Guard;

struct Config {
    has_variants: bool,
    days: u64,
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod shop {
    crate::declare_cookies! {
        pub policy with config: crate::guard::tests::table_module::Config
            in crate::guard::tests::table_module::shop;
        cookie | duration | set_by;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months | server;
            /// Remembers the theme
            "__Secure-theme" | session or 2 days | script;
            /// Keeps what you typed
            "draft" | session | script | storage = session_storage;
            /// Balances requests
            "node" | session | other;
        }
        /// Audience
        category Statistics: opt_in {
            /// Recognises you
            "_ga_{container}" | { std::time::Duration::from_secs(config.days * 86_400) } max 13 months | script
                | attributes = SameSite=Strict Path="/a" Domain="shop.example" Secure;
            /// Counts you
            "uid" | 1 day | "vendor.example";
            /// Ends some day
            "odd" | unknown | script;
            /// Shows the same variant
            "variant" | 1 month | script | when = { config.has_variants };
        }
    }
}

fn guard(has_variants: bool) -> Guard<shop::Category> {
    let days = 2;
    Guard::with_config(shop::POLICY, Config { has_variants, days })
}

fn get<K: Categories>(guard: &Guard<K>, address: &str) -> Response<String> {
    let headers = HeaderMap::new();
    let visitor = guard.visitor(&Method::GET, &address.parse::<Uri>().unwrap(), &headers);
    ready(guard.respond(&visitor, &Method::GET, &headers, b""))
}

/// The table that the module reads.
fn table(guard: &Guard<shop::Category>) -> Value {
    let script = get(guard, &guard.table_module()).into_body();
    let (_, rest) = script.split_once("}=").unwrap();
    let mut values = serde_json::Deserializer::from_str(rest).into_iter();
    values.next().expect("it is there").unwrap()
}

#[test]
fn rows_of_this_site_are_in_it_with_their_attributes_and_durations() {
    let expected = json!({
        "exempt": ["Necessary"],
        "gated": ["Statistics"],
        "rows": [
            {
                "name": "__Host-prefs", "category": "Necessary", "storage": "cookie", "by": "the server",
                "hidden": true, "attributes": "; Path=/; Secure; SameSite=Lax",
                "durations": [["6 months", 15_552_000]],
            },
            {
                "name": "__Secure-theme", "category": "Necessary", "storage": "cookie",
                "attributes": "; Path=/; Secure; SameSite=Lax",
                "durations": [["session", null], ["2 days", 172_800]],
            },
            { "name": "draft", "category": "Necessary", "storage": "sessionStorage" },
            {
                "name": "node", "category": "Necessary", "storage": "cookie", "by": "something else",
                "attributes": "; Path=/; SameSite=Lax", "durations": [["session", null]],
            },
            {
                "name": "_ga_{container}", "category": "Statistics", "storage": "cookie",
                "attributes": "; Path=/a; Domain=shop.example; Secure; SameSite=Strict",
                "durations": [["13 months", 172_800]],
            },
            {
                "name": "odd", "category": "Statistics", "storage": "cookie",
                "attributes": "; Path=/; SameSite=Lax",
            },
        ],
    });
    assert_eq!(table(&guard(false)), expected);
}

#[test]
fn row_that_this_deployment_has_is_in_it() {
    let rows = &table(&guard(true))["rows"];
    assert_eq!(rows.as_array().unwrap().last().unwrap()["name"], "variant");
}

#[test]
fn file_is_kept_until_the_table_is_another() {
    let address = guard(true).table_module();
    let response = get(&guard(true), &address);
    assert_eq!(response.status(), StatusCode::OK);
    let cached = &response.headers()["cache-control"];
    assert_eq!(cached, "public, max-age=31536000, immutable");
    let cached = &get(&guard(false), &address).headers()["cache-control"].clone();
    assert_eq!(cached, "public, no-cache");
}

#[test]
fn nothing_loads_it_unless_the_site_does() {
    assert!(!guard(true).head().contains("table.js"));
    let moved = guard(true).address("/privacy").table_module();
    assert!(moved.starts_with("/privacy/table.js?"));
}
