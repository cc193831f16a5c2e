//! `POLICY.find` and `find_all`.

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: super::Config;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// exact
            "_pk_id.1.first" | 1 day;
            /// small letters
            "token" | 1 day;
            /// capitals
            #[allow(case_twins, reason = "the test looks up both")]
            "Token" | 1 day;
            /// in the page
            "scoped" | persistent | set_by = script | storage = local_storage;
            /// elsewhere
            #[allow(exempt_third_party, reason = "the test looks it up")]
            "scoped" | 1 day | set_by = "ads.example";
            /// at the shop
            SHOP = "scoped" | 1 day | attributes = .. Path="/shop";
            /// at the blog
            BLOG = "scoped" | 1 day | attributes = .. Path="/blog";
            /// on all hosts
            WIDE = "scoped" | 1 day | attributes = .. Domain="example.org";
            /// switched on by the configuration
            "preview" | 1 day | when = { config.preview };
            /// switched on by the configuration
            "preview_{page}" | 1 day | when = { config.preview };
            with when = { config.preview } {
                /// switched off in a group that is switched on
                "both" | 1 day | when = { false };
                /// as its group
                "group" | 1 day;
                /// whatever its group says
                "always" | 1 day | when = none;
            }
            /// always off
            "never" | 1 day | when = { false };
            /// beyond ASCII, where others set it
            #[allow(not_a_token, reason = "the test looks it up")]
            "clé" | 1 day | set_by = script;
        }

        /// Remembered
        #[allow(no_description)]
        category Remembered: exempt {
            cookie | duration;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Audience
        #[allow(pattern_overlap, reason = "the test looks up such names")]
        category Statistics: opt_in {
            with set_by = script;
            cookie | duration;

            /// short
            "_pk_{rest}" | 1 day;
            /// long
            "_pk_id.{site}.{hash}" | 13 months;
            /// suffix
            "{shard}.session.example" | 1 day;
            /// twin, first
            "ab{x}" | 1 day;
            /// twin, second
            "ab{x}b" | 1 day;
            /// longest in the middle
            "{a}_middle_{b}" | 1 day;
            /// everything of a domain
            any | 1 day | set_by = "ads.example";
        }
    }
}

/// A table whose first row equals that of the other table.
mod twin {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// exact
            "_pk_id.1.first" | 1 day;
        }
    }
}

pub(crate) struct Config {
    preview: bool,
}

use cookies::POLICY;

fn found(name: &str) -> Option<&'static str> {
    POLICY
        .at(&Config { preview: false })
        .find(name)
        .map(|row| row.purpose().expect("every row has one"))
}

fn all_found(name: &str) -> Vec<&'static str> {
    let rows = POLICY.at(&Config { preview: true });
    rows.find_all(name)
        .map(|row| row.purpose().expect("every row has one"))
        .collect()
}

#[test]
fn an_exact_name_comes_before_a_pattern() {
    assert_eq!(found("_pk_id.1.first"), Some("exact"));
    assert_eq!(found("_pk_id.1.second"), Some("long"));
    assert_eq!(all_found("_pk_id.1.first"), ["exact", "long", "short"]);
}

#[test]
fn the_pattern_with_the_longest_literal_part_comes_first() {
    assert_eq!(all_found("_pk_id.1.2"), ["long", "short"]);
    assert_eq!(all_found("_pk_id.1"), ["short"]);
    assert_eq!(
        all_found("_pk_x_middle_y"),
        ["longest in the middle", "short"]
    );
    // The longest text of both is "ab", and the second has more text.
    assert_eq!(all_found("abxb"), ["twin, second", "twin, first"]);
    assert_eq!(
        all_found("ab_middle_.session.example"),
        ["suffix", "longest in the middle", "twin, first"]
    );
}

#[test]
fn a_declaration_equals_itself_only() {
    let config = Config { preview: false };
    let policy = POLICY.at(&config);
    assert_eq!(policy.find("scoped"), Some(&*cookies::SHOP));
    // Another row with the same name.
    assert_ne!(policy.find("scoped"), Some(&*cookies::BLOG));
    // The row with the same number in another table.
    let (first, other) = (&POLICY.declarations()[0], &twin::POLICY.declarations()[0]);
    assert_eq!(first.name(), other.name());
    assert_ne!(first, other);
}

#[test]
fn case_matters() {
    assert_eq!(found("token"), Some("small letters"));
    assert_eq!(found("Token"), Some("capitals"));
    assert_eq!(found("TOKEN"), None);
    assert_eq!(found("_PK_ID.1.first"), None);
}

#[test]
fn a_name_with_several_scopes_finds_all_rows_and_the_sites_own_first() {
    assert_eq!(found("scoped"), Some("at the shop"));
    assert_eq!(
        all_found("scoped"),
        [
            "at the shop",
            "at the blog",
            "on all hosts",
            "in the page",
            "elsewhere"
        ]
    );
    let rows = POLICY.at(&Config { preview: true });
    let domains: Vec<_> = rows
        .find_all("scoped")
        .map(cookie_decl::Declaration::domain)
        .collect();
    assert_eq!(
        domains,
        [None, None, Some("example.org"), None, Some("ads.example")]
    );
}

#[test]
fn a_row_that_is_off_is_not_found() {
    let (off, on) = (Config { preview: false }, Config { preview: true });
    for name in ["preview", "preview_home"] {
        assert!(POLICY.at(&off).find(name).is_none());
        assert_eq!(
            POLICY.at(&on).find(name).unwrap().purpose(),
            Some("switched on by the configuration")
        );
    }
    assert!(POLICY.at(&on).find("never").is_none());
    assert_eq!(POLICY.at(&on).find_all("never").count(), 0);
    assert!(
        POLICY
            .declarations()
            .iter()
            .any(|row| row.name() == "never")
    );
}

#[test]
fn a_row_is_on_when_it_and_its_group_are() {
    let (off, on) = (Config { preview: false }, Config { preview: true });
    let is_on = |name| [&off, &on].map(|config| POLICY.at(config).find(name).is_some());
    assert_eq!(is_on("both"), [false, false]);
    assert_eq!(is_on("group"), [false, true]);
    assert_eq!(is_on("always"), [true, true]);
}

#[test]
fn the_text_of_a_pattern_is_looked_up_like_any_name() {
    // `{rest}` matches one character or more, so it also matches the text "{rest}".
    assert_eq!(found("_pk_{rest}"), Some("short"));
    assert_eq!(found("_pk_"), None);
    assert_eq!(found("any"), None);
}

#[test]
fn names_that_nobody_declared_are_not_found() {
    let long = "_ga".repeat(100_000);
    let close = "scoped\0";
    let names = [
        "",
        " ",
        "\0",
        "scope",
        "scopedd",
        " scoped",
        "scoped ",
        close,
        "\u{feff}scoped",
        "_pk",
        "ab",
        &long,
    ];
    for name in names {
        assert_eq!(found(name), None, "{:?}", &name[..name.len().min(20)]);
    }
}

#[test]
fn hostile_names_are_looked_up_like_any_other() {
    let long = format!("_pk_{}", "é\u{1F36A}".repeat(100_000));
    assert_eq!(found(&long), Some("short"));
    assert_eq!(found("_pk_\r\nSet-Cookie: x"), Some("short"));
    assert_eq!(found("clé"), Some("beyond ASCII, where others set it"));
    assert_eq!(found("cle\u{301}"), None);
    assert_eq!(found("ab\u{1F36A}b"), Some("twin, second"));
}

mod patterns_only {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        #[allow(no_description)]
        category Necessary: exempt {
            cookie | duration;
            /// Tells pages apart
            "page.{number}" | 1 day;
        }
    }
}

mod empty {
    cookie_decl::declare_cookies! {
        pub(super) policy;
    }
}

#[test]
fn a_table_without_literal_names_or_without_rows_is_searched_as_well() {
    assert!(patterns_only::POLICY.find("page.1").is_some());
    assert!(patterns_only::POLICY.find("page.").is_none());
    assert!(patterns_only::POLICY.find("").is_none());
    assert!(empty::POLICY.find("page.1").is_none());
    assert!(empty::POLICY.find("").is_none());
    assert_eq!(empty::POLICY.declarations().len(), 0);
}
