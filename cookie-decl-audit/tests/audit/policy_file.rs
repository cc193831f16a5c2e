//! The policy file of a table, as JSON.

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://shop.example" in crate::policy_file::cookies;
        wording { accept = "Yes to everything"; question = "May we use {categories}?"; }
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

use cookie_decl_audit::PolicyFile;

#[test]
fn a_table_is_read_back_from_its_file() {
    let file = PolicyFile::from(cookies::POLICY);
    assert_eq!(PolicyFile::from_json(&file.to_json()).unwrap(), file);
}

#[test]
fn built_in_texts_are_in_the_words_of_the_site() {
    let file = PolicyFile::from(cookies::POLICY);
    let texts: Vec<_> = file.wording["en"].iter().collect();
    let expected = [
        ("accept", "Yes to everything"),
        ("question", "May we use {categories}?"),
    ];
    let read = texts
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()));
    assert!(read.eq(expected), "{texts:?}");
}

#[test]
fn a_row_has_one_fact_a_line() {
    let text = PolicyFile::from(cookies::POLICY).to_json();
    let row = r#"
    {
      "category": "Necessary",
      "name": "__Host-session",
      "set_by": "server",
      "purpose": "Keeps you signed in",
      "duration": "session or 2 weeks",
      "attributes": {
        "path": "/",
        "same_site": "Lax",
        "secure": true,
        "http_only": true
      }
    },"#;
    assert!(text.contains(row), "{text}");
}
