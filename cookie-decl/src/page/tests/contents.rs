//! The content of the page and its order.

use alloc::string::String;
use alloc::vec::Vec;

use super::*;

fn headings(document: &Document<'_>) -> Vec<String> {
    sections(document)
        .iter()
        .map(|section| sentence(&section.heading))
        .collect()
}

#[test]
fn sections_are_in_order() {
    let providers = leak(alloc::vec![provider("P")]);
    let rows = [Row {
        provider: Some(&providers[0]),
        ..cookie("a")
    }];
    let site =
        Site::of(Gate::Exempt, rows).category(category("Statistics", Gate::OptIn), [cookie("b")]);
    let policy = site.providers(providers).policy();
    let expected = [
        "What is a cookie?",
        "Cookies used on this site",
        "Test",
        "Statistics",
        "Your choice",
        "Providers",
    ];
    assert_eq!(headings(&policy.page().document()), expected);
}

#[test]
fn sections_of_the_site_keep_their_place_in_the_table() {
    let site = Site::of(Gate::Exempt, [cookie("a")])
        .category(category("Statistics", Gate::OptIn), [cookie("b")]);
    let parts = const {
        &[
            Part::Section(None, &["Hello."]),
            Part::Section(Some("Who we are"), &[]),
            Part::Category(0),
            Part::Section(Some("Why we count"), &["Because."]),
            Part::Category(1),
            Part::Section(Some("Contact"), &[]),
        ]
    };
    let policy = site.with(|table| table.parts = parts).policy();
    let expected = [
        "",
        "Who we are",
        "What is a cookie?",
        "Cookies used on this site",
        "Test",
        "Why we count",
        "Statistics",
        "Contact",
        "Your choice",
    ];
    let page = policy.page();
    assert_eq!(headings(&page.document()), expected);
    assert_eq!(
        sentences(section(&page.document(), "cookie-section-4")),
        ["Because."]
    );
}

#[test]
fn table_without_a_title_gets_the_built_in_one() {
    assert_eq!(
        Site::new().policy().page().document().title.as_str(),
        "Cookie policy"
    );
    let policy = Site::new()
        .with(|table| table.title = Some("Biscuits"))
        .policy();
    assert_eq!(policy.page().document().title.as_str(), "Biscuits");
}

#[test]
fn heading_says_the_host_of_an_address_and_other_names_as_they_are() {
    for (site, said) in [
        ("https://example.org", "example.org"),
        ("HTTP://example.org:8080/en?a=b", "example.org"),
        ("example.org", "example.org"),
        ("Our shop", "Our shop"),
        ("javascript:1", "javascript:1"),
        ("https://", "https://"),
    ] {
        let page = Site::new().policy().page().site(site);
        let document = page.document();
        let heading = &section(&document, "cookie-used").heading;
        assert_eq!(sentence(heading), ["Cookies used on ", said].concat());
        let is_link = |piece: &Inline<'_>| matches!(piece, Inline::Link { .. });
        assert!(!heading.iter().any(is_link), "{site}");
    }
}

#[test]
fn version_and_date_come_before_the_introduction_in_every_format() {
    let policy = Site::new()
        .with(|table| {
            table.version = Some("3.1");
            table.introduction = &["Hello."];
        })
        .policy();
    let page = policy.page().last_updated("2026-11-22");
    let json = std::format!("{:?}", page.document());
    let formats = [page.html_fragment(), page.markdown(), page.text(), json];
    for format in formats {
        let place = |text: &str| format.find(text).unwrap();
        assert!(place("Cookie policy") < place("3.1"), "{format}");
        assert!(place("3.1") < place("22 November 2026"), "{format}");
        assert!(place("22 November 2026") < place("Hello."), "{format}");
    }
}

#[test]
fn all_tables_of_a_page_have_the_same_columns() {
    let first = Row {
        purpose: Some("Signs in"),
        ..cookie("a")
    };
    let second = Row {
        note: Some("Gone soon"),
        ..cookie("b")
    };
    let site = Site::of(Gate::Exempt, [first]);
    let site = site.category(category("Other", Gate::OptIn), [second]);
    let tables = tables(&site.policy().page().document());
    let titles = ["Cookie", "Purpose", "Duration", "Note"];
    assert_eq!(tables[0], [titles, ["a", "Signs in", "2 weeks", "–"]]);
    assert_eq!(tables[1], [titles, ["b", "–", "2 weeks", "Gone soon"]]);
}

#[test]
fn column_of_the_storage_is_left_out_while_everything_is_a_cookie() {
    let print = const { &[(Column::Cookie, None), (Column::Storage, None)] };
    let with = |storage| {
        let row = Row {
            storage,
            ..cookie("b")
        };
        let site = Site::of(Gate::Exempt, [cookie("a"), row]);
        table(site.with(|table| table.print = print).policy())
    };
    assert_eq!(with(Storage::Cookie), [["Cookie"], ["a"], ["b"]]);
    let expected = [["Cookie", "Type"], ["a", "cookie"], ["b", "local storage"]];
    assert_eq!(with(Storage::LocalStorage), expected);
}

#[test]
fn name_says_where_it_is_stored_if_no_column_does() {
    let stored = |storage| Row {
        storage,
        ..cookie("b")
    };
    let rows = [cookie("a"), stored(Storage::Pixel)];
    assert_eq!(names("en", rows), ["a", "b (tracking pixel)"]);
    let rows = [
        stored(Storage::LocalStorage),
        Row {
            continues: true,
            ..stored(Storage::LocalStorage)
        },
    ];
    let both = "b (stockage local), b (stockage local)";
    assert_eq!(names("fr", rows), [both]);
}

#[test]
fn the_page_replaces_the_site_of_the_table() {
    let policy = Site::new()
        .with(|table| table.site = Some("https://example.org"))
        .policy();
    let page = policy.page().site("https://example.com");
    let document = page.document();
    assert_eq!(document.site.as_deref(), Some("https://example.com"));
    assert_eq!(
        sentence(&section(&document, "cookie-used").heading),
        "Cookies used on example.com"
    );
}

#[test]
fn each_gate_is_explained() {
    let gate = |gate, gpc, page: fn(crate::Page<'static>) -> crate::Page<'static>| {
        let policy = Site::new()
            .category(
                CategoryInfo {
                    gpc,
                    ..category("Test", gate)
                },
                [cookie("a")],
            )
            .policy();
        let page = page(policy.page());
        sentences(section(&page.document(), "cookie-category-Test"))
            .pop()
            .unwrap()
    };
    assert_eq!(
        gate(Gate::Exempt, false, |page| page),
        "We do not need your consent for these cookies."
    );
    assert_eq!(
        gate(Gate::OptIn, false, |page| page),
        "We only use these cookies with your consent."
    );
    assert_eq!(
        gate(Gate::OptOut, false, |page| page),
        "We use these cookies unless you object. You can object at any time by contacting us. \
         If your browser sends the Global Privacy Control signal, we treat that as an objection, \
         unless you tell us otherwise.",
    );
    assert_eq!(
        gate(Gate::OptOut, true, |page| page.settings("/cookies")),
        "We use these cookies unless you object. You can object at any time in the cookie settings. \
         If your browser sends the Global Privacy Control signal, we treat that as an objection.",
    );
}

#[test]
fn category_without_rows_is_marked_as_empty() {
    const OFF: Setting<bool> = Setting::RunTime(|_| false);
    let rows = [
        Row {
            when: OFF,
            ..pattern()
        },
        Row {
            when: OFF,
            ..also("b")
        },
    ];
    let described = CategoryInfo {
        description: &["Later."],
        ..category("Test", Gate::OptIn)
    };
    let policy = Site::new().category(described, rows).policy();
    let page = policy.page();
    let document = page.document();
    assert!(tables(&document).is_empty());
    let expected = [
        "Later.",
        "We do not use anything in this category at the moment.",
    ];
    assert_eq!(
        sentences(section(&document, "cookie-category-Test")),
        expected
    );
    assert!(sentences(section(&document, "cookie-used")).is_empty());
}

#[test]
fn table_without_categories_is_marked_as_empty() {
    let page = Site::new().policy().page();
    assert_eq!(
        sentences(section(&page.document(), "cookie-used")),
        ["This site has not listed any cookies."]
    );
}

#[test]
fn choice_is_offered_only_with_a_gated_category() {
    let choice = |gate| {
        let page = Site::of(gate, [cookie("a")]).policy().page();
        page.document()
            .sections
            .iter()
            .any(|section| section.id == "cookie-choice")
    };
    assert!(!choice(Gate::Exempt));
    assert!(choice(Gate::OptIn));
    assert!(choice(Gate::OptOut));
}

#[test]
fn the_settings_are_linked_when_they_are_known() {
    let policy = Site::of(Gate::OptIn, [cookie("a")]).policy();
    let choice =
        |page: crate::Page<'_>| sentences(section(&page.document(), "cookie-choice")).remove(0);
    let with = "You can change your choice at any time in the cookie settings.";
    let without = "You can change your choice at any time in the place where you made it.";
    assert_eq!(choice(policy.page().settings("/cookies")), with);
    assert_eq!(choice(policy.page()), without);
    assert_eq!(
        choice(policy.page().settings("javascript:alert(1)")),
        without
    );
}

#[test]
fn opt_out_only_page_does_not_mention_an_earlier_choice() {
    let paragraphs = |site: Site, settings: &'static str| {
        let page = site.policy().page().settings(settings);
        let mut paragraphs = sentences(section(&page.document(), "cookie-choice"));
        paragraphs.pop();
        paragraphs
    };
    let objection =
        "We use some cookies unless you object. You can object at any time by contacting us.";
    let both = || {
        Site::of(Gate::OptOut, [cookie("a")]).category(category("Ads", Gate::OptIn), [cookie("b")])
    };
    assert_eq!(
        paragraphs(Site::of(Gate::OptOut, [cookie("a")]), ""),
        [objection]
    );
    let choice = "You can change your choice at any time in the place where you made it.";
    assert_eq!(paragraphs(both(), ""), [choice, objection]);
    assert_eq!(
        paragraphs(both(), "/cookies"),
        ["You can change your choice at any time in the cookie settings."]
    );
}

#[test]
fn blank_option_is_ignored() {
    let policy = Site::of(Gate::OptIn, [cookie("a")])
        .with(|table| table.site = Some("example.org"))
        .policy();
    for nothing in ["", " \n"] {
        let page = policy
            .page()
            .site(nothing)
            .settings(nothing)
            .last_updated(nothing)
            .stylesheet(nothing);
        assert_eq!(page.html(), policy.page().html());
        let policy = Site::new()
            .with(|table| table.site = Some(nothing))
            .policy();
        assert_eq!(policy.page().html(), Site::new().policy().page().html());
    }
}

#[test]
fn other_storage_is_explained_if_used() {
    let explains = |storage| {
        let page = Site::of(
            Gate::OptIn,
            [Row {
                storage,
                ..cookie("a")
            }],
        )
        .policy()
        .page();
        page.markdown().contains("local storage")
    };
    assert!(!explains(Storage::Cookie));
    assert!(explains(Storage::LocalStorage));
    assert!(explains(Storage::Pixel));
}

#[test]
fn a_hole_is_explained_once() {
    let policy = Site::of(Gate::Exempt, [pattern(), pattern()]).policy();
    let explanation = "In a name, the part in angle brackets, such as <container>, varies.";
    let page = policy.page();
    assert_eq!(
        sentences(section(&page.document(), "cookie-used")),
        [explanation]
    );
    let page = policy.page().columns([Column::Duration]);
    assert!(sentences(section(&page.document(), "cookie-used")).is_empty());
    let page = Site::of(Gate::Exempt, [cookie("a")]).policy().page();
    assert!(sentences(section(&page.document(), "cookie-used")).is_empty());
}

#[test]
fn providers_of_printed_rows_and_those_without_any_row_are_listed() {
    let google = ProviderInfo {
        title: "Google",
        privacy: Some("https://example.org/privacy"),
        domains: &["example.org", "cdn.example"],
        third_party: true,
        country: Some("Ireland"),
        ..provider("G")
    };
    let providers = leak(alloc::vec![
        provider("Counter"),
        google,
        provider("Plain"),
        provider("Off")
    ]);
    let by = |index: usize| Row {
        provider: Some(&providers[index]),
        ..cookie("a")
    };
    let off = Row {
        when: Setting::Fixed(false),
        ..by(3)
    };
    let policy = Site::of(Gate::Exempt, [by(2), by(1), by(2), off])
        .providers(providers)
        .policy();
    let page = policy.page();
    let document = page.document();
    let expected = [
        "The cookies listed on this page come from:",
        "Counter; nothing is stored on your device",
        "Google; third party that can read the stored data; country: Ireland; domain: example.org, cdn.example; \
         privacy policy: https://example.org/privacy",
        "Plain",
    ];
    assert_eq!(sentences(section(&document, "cookie-providers")), expected);
    assert_eq!(
        document
            .providers
            .iter()
            .map(|provider| &*provider.name)
            .collect::<Vec<_>>(),
        ["Counter", "G", "Plain"]
    );
}

#[test]
fn names_of_a_row_share_a_row() {
    let policy = Site::of(Gate::Exempt, [cookie("a"), also("b"), cookie("c")]).policy();
    assert_eq!(
        table(policy),
        [
            ["Cookie", "Duration"],
            ["a, b", "2 weeks"],
            ["c", "2 weeks"]
        ]
    );
}

#[test]
fn a_row_that_is_off_is_not_printed() {
    let off = |name| Row {
        when: Setting::RunTime(|_| false),
        ..cookie(name)
    };
    let rows = [
        off("a"),
        Row {
            continues: true,
            ..off("b")
        },
        cookie("c"),
    ];
    assert_eq!(
        table(Site::of(Gate::Exempt, rows).policy()),
        [["Cookie", "Duration"], ["c", "2 weeks"]]
    );
}

#[test]
fn any_row_prints_as_a_phrase() {
    let any = |domain| Row {
        any: true,
        set_by: SetBy::ThirdParty(domain),
        ..cookie("any")
    };
    let rows = table(Site::of(Gate::Exempt, [any(Some("ads.example")), any(None)]).policy());
    assert_eq!(rows[1][0], "all cookies from ads.example");
    assert_eq!(rows[2][0], "all cookies from this third party");
    let holes = any(Some("ads-{account}.{region}.example"));
    let rows = table(Site::of(Gate::Exempt, [holes]).policy());
    assert_eq!(
        rows[1][0],
        "all cookies from ads-<account>.<region>.example"
    );
}

/// The name cells of a table with these rows.
fn names(language: &'static str, rows: impl IntoIterator<Item = Row>) -> Vec<String> {
    let page = Site::of(Gate::Exempt, rows)
        .language(language)
        .policy()
        .page();
    let table = tables(&page.columns([Column::Cookie]).document())
        .pop()
        .unwrap();
    table.into_iter().skip(1).flatten().collect()
}

const fn sent_to(path: &'static str, domain: Option<&'static str>) -> DeclaredAttributes {
    use alloc::borrow::Cow::Borrowed;
    let domain = match domain {
        Some(domain) => Some(Borrowed(domain)),
        None => None,
    };
    DeclaredAttributes {
        path: Setting::Fixed(Borrowed(path)),
        domain: Setting::Fixed(domain),
        ..DeclaredAttributes::BASE
    }
}

#[test]
fn same_name_in_two_rows_is_printed_with_its_scope() {
    static SHOP: DeclaredAttributes = sent_to("/shop", None);
    static DOMAIN: DeclaredAttributes = sent_to("/", Some("example.org"));
    static BOTH: DeclaredAttributes = sent_to("/shop", Some("example.org"));
    static RUN_TIME: DeclaredAttributes = DeclaredAttributes {
        path: Setting::RunTime(|_| "/app".into()),
        ..DeclaredAttributes::BASE
    };
    let basket = |attributes| Row {
        attributes: Some(attributes),
        ..cookie("basket")
    };
    assert_eq!(
        names("en", [basket(&SHOP), basket(&BASE)]),
        ["basket (path /shop)", "basket (path /)"]
    );
    assert_eq!(
        names("fr", [basket(&SHOP), basket(&BASE)]),
        ["basket (chemin /shop)", "basket (chemin /)"]
    );
    assert_eq!(
        names("en", [basket(&BASE), basket(&DOMAIN)]),
        ["basket", "basket (domain example.org)"]
    );
    let expected = [
        "basket (path /app)",
        "basket (chemin /shop, domaine example.org)",
    ];
    assert_eq!(
        names("en", [basket(&RUN_TIME), basket(&BASE)])[0],
        expected[0]
    );
    assert_eq!(names("fr", [basket(&BOTH), basket(&BASE)])[0], expected[1]);
    let local = Row {
        attributes: None,
        storage: Storage::LocalStorage,
        ..cookie("basket")
    };
    assert_eq!(
        names("en", [basket(&BASE), local]),
        ["basket (cookie)", "basket (local storage)"]
    );
    let third_party = Row {
        attributes: None,
        set_by: SetBy::ThirdParty(Some("ads.example")),
        ..cookie("basket")
    };
    assert_eq!(
        names("en", [basket(&BASE), third_party]),
        ["basket", "basket (domain ads.example)"]
    );
    let pattern = || Row {
        attributes: Some(&SHOP),
        ..pattern()
    };
    assert_eq!(
        names("en", [pattern(), super::pattern()])[0],
        "_ga_<container> (path /shop)"
    );
}

#[test]
fn unique_name_is_printed_without_its_scope() {
    static SHOP: DeclaredAttributes = sent_to("/shop", Some("example.org"));
    let basket = |attributes| Row {
        attributes: Some(attributes),
        ..cookie("basket")
    };
    assert_eq!(names("en", [basket(&SHOP), also("b")]), ["basket, b"]);
    let off = Row {
        when: Setting::Fixed(false),
        ..basket(&BASE)
    };
    assert_eq!(names("en", [basket(&SHOP), off]), ["basket"]);
    let any = Row {
        any: true,
        ..cookie("any")
    };
    assert_eq!(
        names(
            "en",
            [
                any,
                Row {
                    attributes: Some(&SHOP),
                    ..cookie("any")
                }
            ]
        )[1],
        "any"
    );
    let site = Site::of(Gate::Exempt, [basket(&SHOP)])
        .category(category("Other", Gate::Exempt), [basket(&BASE)]);
    let tables = tables(&site.policy().page().document());
    assert_eq!(
        tables.iter().map(|table| &*table[1][0]).collect::<Vec<_>>(),
        ["basket", "basket"]
    );
}

#[test]
fn every_format_prints_the_scope_of_namesakes() {
    static SHOP: DeclaredAttributes = sent_to("/shop", None);
    let rows = [
        cookie("basket"),
        Row {
            attributes: Some(&SHOP),
            ..cookie("basket")
        },
    ];
    let page = Site::of(Gate::Exempt, rows).policy().page();
    assert!(
        page.text().contains("basket (path /shop)\n"),
        "{}",
        page.text()
    );
    assert!(
        page.markdown().contains("| `basket` (path `/shop`) |"),
        "{}",
        page.markdown()
    );
    let html = "<code dir=\"ltr\">basket</code> (path <code dir=\"ltr\">/shop</code>)</th>";
    assert!(page.html().contains(html), "{}", page.html());
}

#[test]
fn columns_are_in_the_default_order() {
    let providers = leak(alloc::vec![provider("P")]);
    let row = Row {
        provider: Some(&providers[0]),
        function: Some("F"),
        purpose: Some("Q"),
        note: Some("N"),
        set_by: SetBy::ThirdParty(Some("ads.example")),
        storage: Storage::LocalStorage,
        own: &[("Sites", "all"), ("Empty", " ")],
        ..cookie("a")
    };
    let other = Row {
        own: &[("Team", "us"), ("Sites", "one")],
        ..cookie("b")
    };
    let expected = [
        [
            "Cookie", "Provider", "Purpose", "Function", "Duration", "Set by", "Sites", "Team",
            "Note",
        ],
        [
            "a (local storage)",
            "P",
            "Q",
            "F",
            "2 weeks",
            "ads.example (third party)",
            "all",
            "–",
            "N",
        ],
        ["b", "–", "–", "–", "2 weeks", "this site", "one", "us", "–"],
    ];
    assert_eq!(
        table(
            Site::of(Gate::Exempt, [row, other])
                .providers(providers)
                .policy()
        ),
        expected
    );
}

#[test]
fn the_table_chooses_its_columns_and_titles() {
    let print = const {
        &[
            (Column::Duration, Some("Kept for")),
            (Column::Note, None),
            (Column::Cookie, None),
        ]
    };
    let policy = Site::of(Gate::Exempt, [cookie("a")])
        .with(|table| table.print = print)
        .policy();
    assert_eq!(table(policy), [["Kept for", "Cookie"], ["2 weeks", "a"]]);
    // The page's columns take precedence over the table's, with the titles of the table.
    let page = policy
        .page()
        .columns([Column::Cookie, Column::Duration, Column::SetBy]);
    assert_eq!(
        tables(&page.document())[0],
        [
            ["Cookie", "Kept for", "Set by"],
            ["a", "2 weeks", "this site"]
        ]
    );
}

#[test]
fn column_given_twice_is_printed_once() {
    let policy = Site::of(Gate::Exempt, [cookie("a")]).policy();
    let page = policy.page().columns([
        Column::Duration,
        Column::Cookie,
        Column::Duration,
        Column::Cookie,
    ]);
    assert_eq!(
        tables(&page.document())[0],
        [["Duration", "Cookie"], ["2 weeks", "a"]]
    );
}

#[test]
fn names_are_printed_if_all_columns_are_empty() {
    let policy = Site::of(Gate::Exempt, [cookie("a")]).policy();
    for columns in [&[Column::Note] as &[_], &[]] {
        let page = policy.page().columns(columns.iter().copied());
        assert_eq!(tables(&page.document())[0], [["Cookie"], ["a"]]);
    }
}

#[test]
fn attributes_are_printed_on_request() {
    static ATTRIBUTES: DeclaredAttributes = DeclaredAttributes {
        secure: Setting::Fixed(true),
        http_only: Setting::RunTime(|_| true),
        partitioned: Setting::Fixed(true),
        path: Setting::Fixed(alloc::borrow::Cow::Borrowed("/app")),
        domain: Setting::Fixed(Some(alloc::borrow::Cow::Borrowed("example.org"))),
        ..DeclaredAttributes::BASE
    };
    let rows = [
        Row {
            attributes: Some(&ATTRIBUTES),
            ..cookie("a")
        },
        cookie("b"),
    ];
    let policy = Site::of(Gate::Exempt, rows).policy();
    assert_eq!(table(policy)[0], ["Cookie", "Duration"]);
    let page = policy.page().security(true);
    let expected = [
        ["Cookie", "Duration", "Attributes"],
        [
            "a",
            "2 weeks",
            "Secure; HttpOnly; Partitioned; SameSite=Lax; Domain=example.org; Path=/app",
        ],
        ["b", "2 weeks", "SameSite=Lax; Path=/"],
    ];
    assert_eq!(tables(&page.document())[0], expected);
    let page = policy.page().security(true).columns([Column::Attributes]);
    assert_eq!(tables(&page.document())[0].len(), 3);
    assert_eq!(tables(&page.document())[0][0], ["Attributes"]);
}

#[test]
fn storage_prints_in_words() {
    let stored = |storage| {
        let row = Row {
            storage,
            ..cookie("a")
        };
        let page = Site::of(Gate::Exempt, [row])
            .policy()
            .page()
            .columns([Column::Storage]);
        tables(&page.document())[0][1].remove(0)
    };
    assert_eq!(stored(Storage::SessionStorage), "session storage");
    assert_eq!(stored(Storage::IndexedDb), "browser database (IndexedDB)");
    assert_eq!(stored(Storage::Pixel), "tracking pixel");
    assert_eq!(stored(Storage::Other("smoke signal")), "smoke signal");
}

#[test]
fn the_domain_says_whose_cookie_it_is() {
    static PROVIDERS: [ProviderInfo; 2] = [
        ProviderInfo {
            third_party: true,
            ..provider("Google")
        },
        ProviderInfo {
            domains: &["pixels.example"],
            ..provider("Pixels")
        },
    ];
    let of = |name, set_by, number: usize| Row {
        set_by,
        provider: Some(&PROVIDERS[number]),
        ..cookie(name)
    };
    let pixel = |row| Row {
        storage: Storage::Pixel,
        ..row
    };
    let rows = [
        (of("own", SetBy::Server, 1), "first party"),
        (
            of("script of a third party", SetBy::Script, 0),
            "first party",
        ),
        (of("proxy", SetBy::Other, 0), "first party"),
        (
            of("their server", SetBy::ThirdParty(None), 0),
            "third party",
        ),
        (
            of("their domain", SetBy::ThirdParty(Some("ads.example")), 1),
            "third party",
        ),
        (
            of("subdomain", SetBy::ThirdParty(Some("cdn.shop.example")), 1),
            "first party",
        ),
        (pixel(of("their pixel", SetBy::Script, 0)), "third party"),
        (
            pixel(of("pixel on their domain", SetBy::Server, 1)),
            "third party",
        ),
        (pixel(cookie("own pixel")), "first party"),
    ];
    let (rows, expected): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let policy = Site::of(Gate::OptIn, rows)
        .providers(&PROVIDERS)
        .with(|table| table.site = Some("https://www.shop.example"))
        .policy();
    let page = policy.page().columns([Column::Party]);
    let printed = tables(&page.document()).remove(0);
    assert_eq!(printed[0], ["First or third party"]);
    let cells: Vec<_> = printed[1..].iter().map(|row| &*row[0]).collect();
    assert_eq!(cells, expected);
    for format in [page.html(), page.markdown(), page.text()] {
        assert!(
            format.contains("first party") && format.contains("third party"),
            "{format}"
        );
    }
}

#[test]
fn evidence_changes_with_words_and_order() {
    let evidence = |rows: [Row; 2]| Site::of(Gate::Exempt, rows).policy().page().evidence();
    let why = |name, purpose| Row {
        purpose: Some(purpose),
        ..cookie(name)
    };
    let as_it_was = evidence([why("a", "Why"), cookie("b")]);
    assert_eq!(evidence([why("a", "Why"), cookie("b")]), as_it_was);
    assert_ne!(evidence([why("a", "Because"), cookie("b")]), as_it_was);
    assert_ne!(evidence([cookie("b"), why("a", "Why")]), as_it_was);
}
