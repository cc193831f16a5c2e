//! What only scripts can remove, as the script is told it.

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
            #[allow(pattern_overlap, exempt_too_long)]
            "view.theme" | persistent | local_storage;
            /// Keeps the theme of one tab
            "view.tab" | session | session_storage;
        }
        /// Maps
        category Maps: opt_in {
            cookie | duration | storage;
            /// Keeps what you looked at
            #[allow(pattern_overlap)]
            "view.{map}" | persistent | local_storage;
            /// Keeps the maps
            "maps" | persistent | indexed_db;
        }
    }
}

#[test]
fn what_an_allowed_category_names_is_not_removed_by_a_denied_pattern() {
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/cookies/choice"), &HeaderMap::new());
    let response = guard.respond(&visitor, &Method::GET, &HeaderMap::new(), b"");
    let state: serde_json::Value = serde_json::from_str(response.body()).unwrap();
    let pattern = r"^(?!view\.theme$)view\.[^]+$";
    assert_eq!(state["remove"], serde_json::json!([["localStorage", pattern], ["indexedDB", "^maps$"]]));
}
