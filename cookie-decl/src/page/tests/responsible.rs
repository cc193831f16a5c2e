//! Who is responsible: the controller, the providers, and the version of the policy. And the
//! explanation of cookies, which a site may place, replace or leave out.

mod cookies {
    crate::declare_cookies! {
        pub(super) policy;
        version "3.1";
        controller "Example Ltd" {
            address: "1 Example Street", contact: "privacy@shop.example", officer: "https://shop.example/dpo",
            authority: "[CNIL](https://www.cnil.fr)",
        }
        provider Ads = "Ads Inc." {
            domain: "ads.example", domain: "cdn.example", country: "Ireland", third_party,
            address: "2 Example Street", contact: "https://ads.example/contact",
            privacy: "https://ads.example/privacy", opt_out: "https://ads.example/out",
            transfer: "United States, [safeguards](https://ads.example/scc)",
        }
        /// Advertising
        category Marketing: opt_in {
            cookie | provider | duration;
            /// Tells adverts apart
            "ad" | Ads | 1 day | set_by = third_party | basis = legitimate_interests;
        }
        /// Needed
        ///
        /// The site does not work without it.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
        }
    }
}

mod own {
    crate::declare_cookies! {
        pub(super) policy;
        /// First
        ///
        /// Before.
        section;
        /// What is a crumb?
        ///
        /// **Ours**.
        about;
        /// Second
        ///
        /// After.
        section;
    }
}

mod without {
    crate::declare_cookies! {
        pub(super) policy;
        about none;
    }
}

#[track_caller]
fn contains(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} in\n{page}");
    }
}

#[test]
fn html_names_controller_providers_and_version() {
    contains(
        &cookies::POLICY.page().html_fragment(),
        &[
            "<h2 id=\"cookie-controller\">Data controller</h2>\n<p><strong>Example Ltd</strong>; \
             postal address: 1 Example Street; contact: \
             <a href=\"mailto:privacy@shop.example\" dir=\"ltr\">privacy@shop.example</a>; data protection officer: \
             <a href=\"https://shop.example/dpo\" dir=\"ltr\">https://shop.example/dpo</a>; supervisory authority: \
             <a href=\"https://www.cnil.fr\">CNIL</a></p>",
            "<strong id=\"cookie-provider-Ads\">Ads Inc.</strong>; third party that can read the stored data; country: Ireland; \
             postal address: 2 Example Street; domain: <code dir=\"ltr\">ads.example, cdn.example</code>; \
             data transfer: United States, <a href=\"https://ads.example/scc\">safeguards</a>; contact: ",
            "opt-out page: <a href=\"https://ads.example/out\"",
            "<p>Version: 3.1</p>",
        ],
    );
}

#[test]
fn markdown_and_text_name_them_too() {
    contains(
        &cookies::POLICY.page().markdown(),
        &[
            "**Example Ltd**; postal address: 1 Example Street; contact: [`privacy@shop.example`](mailto:privacy@shop.example); ",
            "supervisory authority: [CNIL](https://www.cnil.fr)",
            "Version: 3.1",
        ],
    );
    contains(
        &cookies::POLICY.page().text().replace('\n', " "),
        &[
            "supervisory authority: CNIL (https://www.cnil.fr)",
            "Version: 3.1",
        ],
    );
}

#[test]
fn the_document_names_them_for_programs() {
    let page = cookies::POLICY.page();
    let document = page.document();
    let controller = document.controller.unwrap();
    assert_eq!(
        controller.contact.as_deref(),
        Some("mailto:privacy@shop.example")
    );
    assert_eq!(document.version.as_deref(), Some("3.1"));
    assert_eq!(
        document.providers[0].domains,
        ["ads.example", "cdn.example"]
    );
    assert_eq!(document.providers[0].transfer.len(), 2);
}

#[test]
fn the_explanation_is_about_the_kinds_that_the_table_has() {
    let html = cookies::POLICY.page().html_fragment();
    for (kind, is_explained) in [
        ("Necessary cookies", true),
        ("Statistics cookies", false),
        ("First-party cookies", true),
        ("Third-party cookies", true),
    ] {
        assert_eq!(html.contains(kind), is_explained, "{kind} in\n{html}");
    }
}

mod within {
    crate::declare_cookies! {
        pub(super) policy for "https://www.shop.example";
        /// Pictures
        #[allow(no_consent_row)]
        category Pictures: opt_in {
            cookie | duration | set_by;
            /// Finds the nearest server
            "cdn" | 1 day | "cdn.shop.example";
        }
    }
}

#[test]
fn cookie_of_the_sites_own_domain_is_explained_as_first_party() {
    let html = within::POLICY.page().html_fragment();
    assert!(html.contains("First-party cookies"), "{html}");
    assert!(!html.contains("Third-party cookies"), "{html}");
}

#[test]
fn the_sites_own_explanation_replaces_the_built_in_one_at_its_place() {
    let html = own::POLICY.page().html_fragment();
    contains(
        &html,
        &["<h2 id=\"cookie-about\">What is a crumb?</h2>\n<p><strong>Ours</strong>.</p>"],
    );
    assert!(!html.contains("What is a cookie?"), "{html}");
    let place = |text: &str| html.find(text).unwrap();
    assert!(place("Before.") < place("crumb") && place("crumb") < place("After."));
}

#[test]
fn the_explanation_can_be_left_out() {
    let html = without::POLICY.page().html_fragment();
    assert!(!html.contains("cookie-about"), "{html}");
}

#[test]
fn the_legal_basis_is_printed_in_the_language_of_the_page() {
    contains(
        &cookies::POLICY.page().html_fragment(),
        &[
            " scope=\"col\">Legal basis</th>",
            ">legitimate interests</td>",
        ],
    );
}
