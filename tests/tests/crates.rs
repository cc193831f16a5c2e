//! The table in other crates. Most of the test is that they compile under the lints of this
//! workspace.

#[test]
fn under_another_name_of_the_library() {
    assert_eq!(renamed::cookies::cookie!("sessionid").name(), "sessionid");
    let tls = renamed::Config { tls: true };
    assert!(renamed::cookies::POLICY.at(&tls).find("visit.1").is_some());
}

#[test]
fn from_a_crate_that_does_not_know_the_library() {
    assert_eq!(downstream::session(), "sessionid");
    assert_eq!(downstream::forwarded(), "language");
    assert!(downstream::is_secure(true) && !downstream::is_secure(false));
}

#[test]
fn without_the_standard_library() {
    assert_eq!(no_std::session(), "sessionid");
    let attributes = no_std::cookies::LANGUAGE
        .at(&no_std::Config { tls: true })
        .attributes()
        .unwrap();
    assert_eq!(attributes.domain(), Some("example.org"));
}

#[test]
fn in_older_editions() {
    assert_eq!(edition_2018::session(), "sessionid");
    assert_eq!(edition_2021::session(), "sessionid");
    assert_eq!(
        edition_2018::category("Statistics"),
        Some(edition_2018::cookies::Category::Statistics)
    );
    assert_eq!(edition_2021::category("statistics"), None);
}

mod included {
    use cookie_decl::consent::Reason;
    use include_auth::Device;
    use include_site::cookies::{self, Category, Consent, POLICY, category};

    fn row(name: &str) -> &'static cookie_decl::Declaration {
        POLICY
            .find(name)
            .unwrap_or_else(|| panic!("`{name}` is declared"))
    }

    #[test]
    fn rows_are_in_the_categories_of_the_site() {
        for (name, category) in [
            ("__Host-session", Category::Necessary),
            ("_cap", Category::Necessary),
            ("device", Category::Comfort),
            ("recent", Category::Comfort),
            ("_ms_id.7", Category::Statistics),
            ("_ms_ses", Category::Statistics),
        ] {
            assert_eq!(row(name).category().title(), category.title(), "{name}");
        }
    }

    #[test]
    fn rows_know_their_table_and_its_date() {
        assert_eq!(
            row("device").included(),
            Some(("auth_cookies", Some("2026-11-24")))
        );
        assert_eq!(
            row("_cap").included(),
            Some(("captcha", Some("2026-11-22")))
        );
        assert_eq!(row("recent").included(), None);
    }

    #[test]
    fn rows_bring_the_signals_of_their_table() {
        let statistics = Category::Statistics.info();
        assert_eq!(statistics.consent_mode(), ["analytics_storage"]);
        assert_eq!(statistics.signals(), [cookie_decl::table::Signal::Matomo]);
        assert!(Category::Comfort.info().signals().is_empty());
    }

    #[test]
    fn library_keeps_its_own_page_for_itself() {
        assert!(POLICY.find("__Host-auth-choice").is_none());
        assert_eq!(POLICY.find("__Host-preferences").unwrap().included(), None);
    }

    #[test]
    fn holes_are_filled_where_the_site_knows_their_text() {
        assert!(POLICY.find("_ms_id.8").is_none());
        let attributes = POLICY.attributes(row("_ms_ses.7")).unwrap();
        assert_eq!(attributes.domain(), Some("shop.example"));
        let domains = row("_ms_ses").provider().unwrap().domains();
        assert_eq!(domains, ["measure.example", "captcha.example"]);
    }

    #[test]
    fn row_is_left_out_or_changed_by_its_name() {
        assert!(POLICY.find("_ms_test").is_none());
        let page = POLICY.page().html();
        assert!(page.contains("6 months"), "{page}");
        assert!(!page.contains("13 months"), "{page}");
        assert_eq!(row("_cap").note(), Some("At sign-in only"));
    }

    #[test]
    fn constants_are_those_of_the_library() {
        let same: [cookie_decl::Cookie<_, String>; 2] =
            [include_auth::cookies::SESSION, cookies::SESSION];
        assert_eq!(same[0].name(), cookies::cookie!("__Host-session").name());
        let set = include_auth::sign_in("abc").unwrap();
        assert_eq!(set.name(), row("__Host-session").name());
    }

    #[test]
    fn consent_of_the_site_is_a_proof_for_the_library() {
        let now = 1_795_305_600;
        let consent = Consent::decide(now).grant(Category::Comfort);
        let proof = consent.granted::<category::Comfort>().unwrap();
        let set = include_auth::remember(proof.included(), Device(7)).unwrap();
        assert_eq!((set.name(), set.value()), ("device", "7"));
        assert!(consent.granted::<category::Statistics>().is_none());
        let asked = Consent::from_request(
            cookie_decl::RequestCookies::from_header(""),
            cookie_decl::Gpc::OFF,
            now,
        );
        assert_eq!(asked.needs_prompt(), Some(Reason::NeverAsked));
    }

    #[test]
    fn translations_come_along_and_those_of_the_site_win() {
        let page = |language| POLICY.page().language(language).html();
        let (german, french) = (page("de"), page("fr"));
        assert!(
            german.contains("Unterscheidet Menschen von Robotern"),
            "{german}"
        );
        assert!(
            german.contains("Irland") && german.contains("Wo"),
            "{german}"
        );
        assert!(
            french.contains("Garde la session") && french.contains("Partout"),
            "{french}"
        );
        assert!(french.contains("Sépare les visites"), "{french}");
        assert!(!french.contains("Distingue les visites<"), "{french}");
    }

    #[test]
    fn retired_cookies_come_along() {
        let retired: Vec<_> = POLICY
            .retired()
            .iter()
            .map(cookie_decl::table::Retired::name)
            .collect();
        assert_eq!(retired, ["_ms_old"]);
    }
}
