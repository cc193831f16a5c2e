//! Translations from a file beside the table.

mod plain {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            "sessionid" | 2 weeks;
        }
    }
}

mod translated {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        translation fr from "locales/cookies.fr.ftl";
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            "sessionid" | 2 weeks;
        }
    }
}

#[test]
fn a_page_is_in_the_language_of_the_file() {
    let page = translated::POLICY.page().language("fr").text();
    assert!(
        page.contains("Vous garde connecté") && !page.contains("Keeps you signed in"),
        "{page}"
    );
    assert!(
        translated::POLICY
            .page()
            .text()
            .contains("Keeps you signed in")
    );
}

#[test]
fn another_language_asks_nobody_again() {
    let fingerprints = |table: &cookie_decl::table::Table| {
        table
            .categories()
            .iter()
            .map(cookie_decl::table::CategoryInfo::fingerprint)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fingerprints(&plain::POLICY),
        fingerprints(&translated::POLICY)
    );
    assert_eq!(
        plain::POLICY.fingerprint(),
        translated::POLICY.fingerprint()
    );
}
