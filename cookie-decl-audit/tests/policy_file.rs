//! The policy file of a table, as JSON.

#![allow(unreachable_pub, reason = "a table is `pub`")]

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://shop.example" in crate::cookies;
        provider Matomo = "Matomo" { domain: "stats.example", third_party }
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "__Host-session" | session or 2 weeks;
            /// Remembers your choice
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            with provider = Matomo | set_by = script;
            /// Recognises you
            "_pk_id.{site}.{hash}" | 13 months;
            /// Counts
            "counter" | persistent | storage = local_storage;
        }
    }
}

#[test]
fn print() {
    let file = cookie_decl_audit::PolicyFile::from(cookies::POLICY);
    println!("{}", serde_json::to_string_pretty(&file).unwrap());
    let again: cookie_decl_audit::PolicyFile =
        serde_json::from_str(&serde_json::to_string(&file).unwrap()).unwrap();
    assert_eq!(file, again);
}
