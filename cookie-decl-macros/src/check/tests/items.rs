//! Items that occur once, and items that refer to others.

use super::{fine, refused};
use crate::tests::{assert_says, checked, exempt, numbered_messages};
use crate::vocabulary;

#[test]
fn table_without_a_policy_is_refused() {
    assert_says(
        "language en;",
        &["the policy is missing: write `pub policy;` above the categories"],
    );
    assert_says(
        "",
        &["the policy is missing: write `pub policy;` above the categories"],
    );
}

#[test]
fn table_with_nothing_but_a_policy_is_fine() {
    assert_says("policy;", &[]);
}

#[test]
fn item_twice_is_refused_with_the_line_of_the_first() {
    for (item, what) in [
        ("policy;", "policy"),
        ("language en;", "language"),
        ("print cookie;", "`print`"),
        ("last_updated \"2026-11-26\";", "date"),
    ] {
        let rest = if what == "policy" { "" } else { "policy;" };
        let second = format!("a table has one {what}; the first is on line 2");
        assert_eq!(
            numbered_messages(&format!("{rest}\n{item}\n{item}")),
            [(3, second)],
            "{item}"
        );
    }
}

#[test]
fn second_header_is_refused() {
    assert_says(
        "policy; cookie | duration; cookie | note;",
        &["a table has one header outside of its categories; each category may have another"],
    );
}

#[test]
fn header_of_the_table_and_of_a_category_are_fine() {
    assert_says(
        "policy; cookie | duration; #[allow(empty_category)] category S: opt_out { cookie | note; }",
        &[],
    );
}

#[test]
fn second_header_of_a_category_is_refused() {
    assert_says(
        "policy; category S: opt_out { cookie | duration; cookie | note; }",
        &["a category has one header"],
    );
    assert_says(
        "policy; cookie | duration; #[allow(no_purpose)] category S: opt_out { \"a\" | 1 day; cookie | duration; }",
        &["a category has one header, and it is above the rows"],
    );
}

#[test]
fn category_twice_is_refused_with_the_line_of_the_first() {
    let table = "policy; category S: opt_out { }\ncategory S: opt_out { }";
    assert_eq!(
        numbered_messages(table),
        [(
            2,
            "the category `S` is declared twice; the first is on line 1".to_owned()
        )]
    );
}

#[test]
fn provider_twice_is_refused() {
    assert_says(
        "policy; provider P = \"a\"; provider P = \"b\";",
        &["the provider `P` is declared twice"],
    );
}

#[test]
fn categories_and_providers_that_differ_are_fine() {
    let providers = "provider P = \"a\"; provider Q = \"a\";";
    let categories = "category P: opt_out { } category Q: opt_out { }";
    assert_says(
        &format!("#[allow(empty_category)] policy; {providers} {categories}"),
        &[],
    );
}

#[test]
fn item_called_all_is_refused() {
    assert_says(
        "policy; category ALL: opt_out { }",
        &["`ALL` lists every category; choose another identifier"],
    );
    assert_says(
        "policy; provider ALL = \"a\";",
        &["`ALL` lists every provider; choose another identifier"],
    );
}

#[test]
fn unknown_provider_is_refused_with_the_nearest() {
    refused(
        r#""a" | 1 day | provider = Acne;"#,
        "unknown provider `Acne`, did you mean `Acme`?",
    );
    refused(
        r#""a" | 1 day | provider = Google;"#,
        "unknown provider `Google`: `Acme` or `Plain`",
    );
}

#[test]
fn unknown_provider_where_none_is_declared_says_how() {
    assert_says(
        "policy; #[allow(no_purpose)] category S: opt_out { cookie | provider | duration; \"a\" | Acme | 1 day; }",
        &["unknown provider `Acme`: declare it, `provider Acme = \"..\";`"],
    );
}

#[test]
fn unknown_provider_hides_no_other_mistake() {
    assert_says(
        &exempt(r#""a" | 2 years | provider = Acne;"#),
        &["over 400 days", "unknown provider `Acne`"],
    );
    let rows = r#""a" | 1 day | provider = Acne; "a" | 1 day;"#;
    assert_says(&exempt(rows), &["unknown provider", "[N8]"]);
}

#[test]
fn unknown_provider_is_not_a_missing_domain() {
    refused(
        "#[allow(exempt_third_party)] any | 1 day | provider = Acne | set_by = third_party;",
        "unknown provider",
    );
}

#[test]
fn unknown_provider_in_with_is_reported_once() {
    refused(
        r#"with provider = Acne; "a" | 1 day; "b" | 1 day;"#,
        "unknown provider `Acne`",
    );
}

#[test]
fn known_provider_is_fine() {
    fine(r#""a" | 1 day | provider = Acme;"#);
}

#[test]
fn provider_below_its_use_is_fine() {
    assert_says(
        "policy; #[allow(no_purpose)] category S: opt_out { cookie | provider | duration; \"a\" | Acme | 1 day; }
        provider Acme = \"Acme\";",
        &[],
    );
}

#[test]
fn key_of_a_provider_twice_is_refused() {
    assert_says(
        "policy; provider P = \"a\" { country: \"FR\", country: \"DE\" }",
        &["`country` is written twice"],
    );
}

#[test]
fn keys_of_a_provider_have_a_form() {
    let table = |key: &str| format!("policy; provider P = \"a\" {{ {key} }}");
    assert_says(
        &table("privacy: \"matomo.org\""),
        &["the address of a privacy policy starts with `https://`"],
    );
    assert_says(&table("domain: \"https://matomo.org\""), &["[D1]"]);
    assert_says(
        &table("domain: \"matomo\u{202e}.org\""),
        &["the invisible character U+202E"],
    );
    assert_says(
        &table(
            "privacy: \"https://matomo.org/p\", domain: \"matomo.org\", third_party, country: \"NZ\"",
        ),
        &[],
    );
}

#[test]
fn provider_without_a_name_is_refused() {
    assert_says(
        "policy; provider P = \" \";",
        &["the name of the provider is empty"],
    );
}

#[test]
fn site_without_a_scheme_is_refused() {
    let start = "the address of a site starts with `https://`";
    assert_says(
        "policy for \"data.ajman.ae\";",
        &[&format!("{start}: write \"https://data.ajman.ae\"")],
    );
    for site in [
        "",
        "://shop.example",
        "ftp://shop.example",
        "https:/shop.example",
        "https:\\\\shop.example",
    ] {
        assert_says(&format!("policy for {site:?};"), &[start]);
    }
}

#[test]
fn site_is_the_origin_that_browsers_send() {
    for (site, origin) in [
        ("https://data.ajman.ae", "https://data.ajman.ae"),
        ("https://data.ajman.ae/", "https://data.ajman.ae"),
        ("HTTPS://Data.Ajman.AE", "https://data.ajman.ae"),
        ("https://shop.example:443", "https://shop.example"),
        ("http://shop.example:80/", "http://shop.example"),
        ("https://shop.example:80", "https://shop.example:80"),
        ("http://localhost:08080", "http://localhost:8080"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ("http://[0:0::1]:3000", "http://[::1]:3000"),
        ("https://my_shop.example", "https://my_shop.example"),
        (
            "https://xn--bcher-kva.example",
            "https://xn--bcher-kva.example",
        ),
    ] {
        assert_eq!(
            checked(&format!("policy for {site:?};")).site.as_deref(),
            Some(origin)
        );
    }
}

#[test]
fn site_with_more_than_an_origin_is_told_what_to_write() {
    for (site, message) in [
        (
            "https://Shop.example/en",
            "a site has no path: write \"https://shop.example\"",
        ),
        (
            "https://shop.example//",
            "a site has no path: write \"https://shop.example\"",
        ),
        (
            "https://shop.example\\",
            "a site has no path: write \"https://shop.example\"",
        ),
        (
            "https://shop.example:8443?a=/",
            "a site has no query: write \"https://shop.example:8443\"",
        ),
        (
            "https://shop.example/#top",
            "a site has no path: write \"https://shop.example\"",
        ),
        (
            "https://shop.example#top",
            "a site has no fragment: write \"https://shop.example\"",
        ),
        (
            "https://me:word@shop.example/en",
            "a site has no user name: write \"https://shop.example\"",
        ),
    ] {
        assert_says(&format!("policy for {site:?};"), &[message]);
    }
}

#[test]
fn site_that_is_not_an_origin_is_refused_with_its_reason() {
    for (site, reason) in [
        ("https://", "has no host"),
        ("https:///shop.example", "has no host"),
        ("https://:8443", "has no host"),
        (
            "https://shop.example:99999",
            "has the port `99999`: a port is a number from 1 to 65535",
        ),
        ("https://shop.example:+1", "has the port `+1`"),
        ("https://shop.example:0", "has the port `0`"),
        ("https://shop.example:", "has the port ``"),
        ("https://data ajman.ae", "contains a space in its host"),
        (" https://shop.example", "starts with `https://`"),
        ("https://shop.example ", "contains a space in its host"),
        (
            "https://shop\u{200b}.example",
            "contains the invisible character U+200B in its host",
        ),
        (
            "https://b\u{fc}cher.example",
            "write the `xn--` form of its host (punycode)",
        ),
        (
            "https://*.shop.example",
            "contains `*`, which is not allowed in a host",
        ),
        (
            "https://shop%2eexample",
            "contains `%`, which is not allowed in a host",
        ),
        (
            "https://shop.example.",
            "each part between its dots has 1 to 63 letters",
        ),
        (
            "https://127.1",
            "the site \"https://127.1\" has the host `127.1`, which browsers read as an IPv4 address: write all four numbers",
        ),
        (
            "https://[::g]",
            "the site \"https://[::g]\" has the host `[::g]`, which is not an IPv6 address",
        ),
        (
            "https://[::1]x",
            "the site \"https://[::1]x\" has the host `[::1]x`, which is not an IPv6 address",
        ),
    ] {
        assert_says(&format!("policy for {site:?};"), &[reason]);
    }
}

#[test]
fn site_with_a_host_of_254_letters_is_refused() {
    let host = |length| {
        format!(
            "https://{}",
            format!("{}.", "a".repeat(31)).repeat(8)[..length].to_owned()
        )
    };
    assert_says(&format!("policy for {:?};", host(253)), &[]);
    assert_says(
        &format!("policy for {:?};", host(254)),
        &["each part between its dots has 1 to 63 letters"],
    );
}

#[test]
fn address_of_a_privacy_policy_names_a_host() {
    let table = |address: &str| format!("policy; provider P = \"a\" {{ privacy: {address:?} }}");
    for (address, reason) in [
        ("https://", "the address of a privacy policy has no host"),
        ("https:///privacy", "has no host"),
        ("https://?q", "has no host"),
        ("https://:443/", "has no host"),
        ("mailto:me@p.example", "starts with `https://`"),
        (
            "javascript://p.example/%0aalert(1)",
            "starts with `https://`",
        ),
        (
            "https://p.example@evil.example/",
            "has a user name, which visitors may take for the host",
        ),
        ("https://p.example:99999/", "has the port `99999`"),
        (
            "https://p.example/a b",
            "contains a space: an address has `%20` instead",
        ),
        (
            "https://p<.example/",
            "contains `<`, which is not allowed in a host",
        ),
    ] {
        assert_says(&table(address), &[reason]);
    }
    for address in [
        "https://p.example/privacy?lang=fr#cookies",
        "HTTP://P.example:8080/",
        "https://b\u{fc}cher.example/datenschutz\u{fc}",
        "https://p.example/@me",
    ] {
        assert_says(&table(address), &[]);
    }
}

#[test]
fn module_that_does_not_start_at_the_root_is_refused() {
    for path in ["cookies", "self::cookies", "super::cookies"] {
        assert_says(
            &format!("policy in {path};"),
            &["name the module of the table from the root of the crate: `in crate::cookies`"],
        );
    }
}

#[test]
fn module_from_the_root_is_fine() {
    assert_says("policy in crate::cookies;", &[]);
    assert_says("policy in crate;", &[]);
}

#[test]
fn column_printed_twice_is_refused() {
    assert_says(
        "policy; print cookie | purpose | cookie;",
        &["the column `cookie` is printed twice"],
    );
}

#[test]
fn own_column_that_no_row_has_is_refused_with_the_nearest() {
    let table = |column: &str| {
        format!(
            "print cookie | {column:?}; {}",
            exempt(r#""a" | 1 day | "Sites concerned" = "x";"#)
        )
    };
    assert_says(
        &table("Sites concernd"),
        &["unknown column `Sites concernd`, did you mean `Sites concerned`?"],
    );
    assert_says(&table("Sites concerned"), &[]);
}

#[test]
fn title_after_a_pipe_is_not_a_column() {
    assert_says(
        "policy; print cookie | \"Sites\";",
        &[
            "no row has a cell `\"Sites\"`; write the title of a column after it: `cookie \"Sites\"`",
        ],
    );
    assert_says("policy; print cookie \"Sites\";", &[]);
}

#[test]
fn condition_as_printed_column_is_refused() {
    assert_says(
        "policy; print cookie | when;",
        &["`when` is not printed: it says which deployments have a row"],
    );
}

#[test]
fn notes_that_no_column_prints_warn() {
    let table = |print: &str, row: &str| format!("{print} {}", exempt(row));
    let noted = r#""a" | none | note = "The town's library does not say";"#;
    let message =
        "unprinted_note: rows have notes for visitors, but no column prints them: add `note` [M4]";
    assert_says(&table("print cookie | duration;", noted), &[message]);
    assert_says(
        &table("print cookie | duration | note \"Remarks\";", noted),
        &[],
    );
    assert_says(&table("print cookie | duration;", r#""a" | 1 day;"#), &[]);
    assert_says(&table("", noted), &[]);
}

#[test]
fn date_of_the_calendar_is_fine() {
    assert_says("policy; last_updated \"2024-02-29\";", &[]);
}

#[test]
fn text_that_is_not_a_date_is_refused() {
    for date in ["2026-02-29", "26.11.2026", "yesterday"] {
        let message = format!(
            "`{date}` is not a date: write year, month and day, `last_updated \"2026-11-26\";`"
        );
        assert_says(&format!("policy; last_updated {date:?};"), &[&message]);
    }
    assert_says(
        "policy; last_updated 2026;",
        &["expected a date such as `2026-11-26` in quotes"],
    );
}

fn also(gate: &str) -> String {
    format!(
        "policy; #[allow(empty_category, no_consent_row, no_description, unused_allow)] category S: {gate} {{ }}"
    )
}

#[test]
fn earlier_fingerprints_are_fine() {
    for gate in [
        "opt_in(also \"8f81bb5b69bed8a9\")",
        "opt_out(also(\"8f81bb5b69bed8a9\", \"0000000000000001\"))",
    ] {
        assert_says(&also(gate), &[]);
    }
}

#[test]
fn text_that_is_not_a_fingerprint_is_refused() {
    for (gate, message) in [
        (
            "opt_in(also)",
            "`also` needs an earlier fingerprint of the category: `also \"8f81bb5b69bed8a9\"`",
        ),
        (
            "opt_in(also())",
            "`also` needs an earlier fingerprint of the category: `also \"8f81bb5b69bed8a9\"`",
        ),
        (
            "opt_in(also \"8f81\")",
            "`8f81` is not a fingerprint: it has 16 digits, as the policy file prints them",
        ),
        (
            "opt_in(also \"8f81bb5b69bed8ax\")",
            "`8f81bb5b69bed8ax` is not a fingerprint: it has 16 digits, as the policy file prints them",
        ),
        (
            "opt_in(also(\"8f81bb5b69bed8a9\", \"8f81bb5b69bed8a9\"))",
            "the fingerprint `8f81bb5b69bed8a9` is written twice",
        ),
        (
            "exempt(also \"8f81bb5b69bed8a9\")",
            "`also` keeps earlier answers, and visitors give none about an exempt category",
        ),
    ] {
        assert_says(&also(gate), &[message]);
    }
}

#[test]
fn the_present_fingerprint_is_not_an_earlier_one() {
    let table = also("opt_in");
    let present = checked(&table).categories[0].fingerprint;
    assert_says(
        &also(&format!("opt_in(also \"{present:016x}\")")),
        &[
            "this is the fingerprint of the category as it is now; `also` names that of an earlier state",
        ],
    );
}

#[test]
fn everything_about_controller_and_provider_is_fine() {
    assert_says(
        r#"policy; version "3";
        controller "Example Ltd" {
            address: "1 Example Street", contact: "privacy@shop.example", officer: "mailto:dpo@shop.example",
            privacy: "https://shop.example/privacy", authority: "[CNIL](https://www.cnil.fr)",
        }
        provider Ads = "Ads" {
            domain: "ads.example", domain: "cdn.example", opt_out: "https://ads.example/out",
            contact: "https://ads.example/contact", address: "2 Example Street", country: "Ireland",
            transfer: "United States ([Data Privacy Framework](https://www.dataprivacyframework.gov))",
        }"#,
        &[],
    );
}

#[test]
fn wrong_facts_about_controller_and_provider_are_refused() {
    for (item, message) in [
        (
            r#"controller = "Example Ltd";"#,
            "the controller has no identifier: `controller \"..\" { contact: \"..\" }`",
        ),
        (
            r#"controller "Example Ltd" { contact: "1 Example Street" }"#,
            "`contact` is an e-mail address or starts with `https://`; a postal address is `address`",
        ),
        (
            r#"controller "Example Ltd" { domain: "shop.example" }"#,
            "`domain` is about a `provider`",
        ),
        (
            r#"controller "A"; controller "B";"#,
            "a table has one controller",
        ),
        (
            r#"provider A = "A" { authority: "CNIL" }"#,
            "`authority` is about the `controller`, who decides what is stored",
        ),
        (
            r#"provider A = "A" { opt_out: "nowhere" }"#,
            "the address of a page for objections starts with `https://`",
        ),
        ("version 3;", "expected the version in quotes"),
        ("about; about none;", "a table has one `about`"),
        (
            "/// Text\nabout none;",
            "`about none` prints nothing; to replace the built-in explanation with this text, write `about;`",
        ),
    ] {
        assert_says(&format!("policy; {item}"), &[message]);
    }
}

#[test]
fn the_explanation_is_placed_replaced_or_left_out() {
    for about in [
        "about;",
        "about none;",
        "/// What is a cookie?\n///\n/// A crumb.\nabout;",
    ] {
        assert_says(&format!("policy;\n{about}"), &[]);
    }
}

#[test]
fn consent_elsewhere_says_who_asks() {
    let category = |rows: &str| {
        format!(
            "policy; consent elsewhere \"OneTrust\";
            /// T
            ///
            /// D
            category Choice: exempt {{ cookie | duration; with purpose = \"p\"; \"own\" | 1 day; {rows} }}
            /// T
            category S: opt_in {{ cookie | duration; \"a\" | 1 day | purpose = \"p\"; }}"
        )
    };
    assert_says(&category(""), &[]);
    assert_says(
        &category("ANSWER: Consent = \"answer\" | 6 months;"),
        &["the table says that OneTrust asks visitors, so this row would never be set"],
    );
}

#[test]
fn consent_elsewhere_in_other_words_is_refused() {
    for (item, message) in [
        (
            "consent \"OneTrust\";",
            "expected `consent elsewhere \"OneTrust\";`, if that tool asks visitors, or `consent tied;`",
        ),
        (
            "consent elsewhere;",
            "expected the name of the tool that asks visitors in quotes",
        ),
        (
            "consent elsewhere = \"OneTrust\";",
            "expected the name of the tool that asks visitors in quotes",
        ),
        (
            "cmp \"OneTrust\";",
            "unknown item `cmp`; if another tool asks visitors, write `consent elsewhere \"OneTrust\";`",
        ),
        (
            "consent elsewhere \" \";",
            "visitors read who asks them: write a name",
        ),
        (
            "consent elsewhere \"A\"; consent elsewhere \"B\";",
            "a table has one `consent`",
        ),
        (
            "consent elsewhere \"A\"; consent tied;",
            "a table has one `consent`",
        ),
        ("consent tied \"A\";", "expected `;`"),
    ] {
        assert_says(&format!("policy; {item}"), &[message]);
    }
}

#[test]
fn every_legal_basis_is_fine() {
    for basis in vocabulary::Basis::WORDS {
        assert_says(&exempt(&format!("\"a\" | 1 day | basis = {basis};")), &[]);
    }
}

#[test]
fn what_is_not_a_legal_basis_is_refused() {
    for (cell, message) in [
        (
            "legitimate_interest",
            "unknown legal basis `legitimate_interest`, did you mean `legitimate_interests`?",
        ),
        (
            "f",
            "unknown legal basis `f`, did you mean `legitimate_interests`?",
        ),
        (
            "law",
            "unknown legal basis `law`, did you mean `legal_obligation`?",
        ),
        (
            "\"consent\"",
            "a legal basis is a word, which pages print in their language",
        ),
        (
            "whatever_it_is",
            "unknown legal basis `whatever_it_is`: `consent`, `contract`",
        ),
    ] {
        assert_says(
            &exempt(&format!("\"a\" | 1 day | basis = {cell};")),
            &[message],
        );
    }
}
