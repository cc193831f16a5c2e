//! Storage that only scripts can remove, as the script gets it.

use super::ready;
use http::header::HeaderMap;
use http::{Method, Uri};

use super::NOW;
use crate::guard::Guard;

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod cookies {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | storage;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months | cookie;
            /// Keeps the theme
            "view.theme" | persistent | local_storage;
            /// Keeps the theme of one tab
            "view.tab" | session | session_storage;
            /// Keeps the place
            "seen.here" | session | cookie;
            /// Tells visits apart
            "visit" | session | cookie | attributes = .. Path="/here";
        }
        /// Maps
        category Maps: opt_in {
            cookie | duration | storage;
            /// Keeps what you looked at
            #[allow(pattern_overlap)]
            "view.{map}" | persistent | local_storage;
            /// Keeps the maps
            "maps" | persistent | indexed_db;
            /// Counts what you looked at
            #[allow(pattern_overlap)]
            "seen.{map}" | session | cookie | set_by = script;
            /// The proxy tells visits apart
            "balance" | session | cookie | set_by = other;
            /// The same, and hides it from scripts
            "hidden" | session | cookie | set_by = other | attributes = Secure HttpOnly SameSite=Lax;
            /// The server removes it alone
            "ours" | session | cookie | attributes = .. !HttpOnly;
            /// Has the name of what is needed
            "visit" | session | cookie | set_by = script | attributes = Path="/maps" SameSite=Lax;
        }
    }
}

#[test]
fn name_of_an_allowed_category_is_excluded_from_a_denied_pattern() {
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    let visitor = guard.visitor(
        &Method::GET,
        &Uri::from_static("/cookies/choice"),
        &HeaderMap::new(),
    );
    let response = ready(guard.respond(&visitor, &Method::GET, &HeaderMap::new(), b""));
    let state: serde_json::Value = serde_json::from_str(response.body()).unwrap();
    let pattern = r"^(?!view\.theme$)view\.[^]+$";
    assert_eq!(
        state["remove"],
        serde_json::json!([
            ["localStorage", pattern],
            ["indexedDB", "^maps$"],
            ["cookie", r"^(?!seen\.here$)seen\.[^]+$"],
            ["cookie", "^balance$"]
        ])
    );
}
