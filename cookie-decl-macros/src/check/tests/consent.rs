//! C1 to C7, and the options of gates.

use super::{fine, refused};
use crate::tests::{assert_says, exempt, opt_in};

/// A table with one category, with this head and description.
fn category(head: &str) -> String {
    format!(
        "#[allow(empty_category, unused_allow)] policy; /// Title\n///\n/// Description.\n{head} {{ }}"
    )
}

#[test]
fn category_without_a_gate_is_refused() {
    assert_says(
        &category("category Statistics"),
        &["a category says what its cookies need: `: exempt` (no consent)"],
    );
    assert_says(&category("category Statistics"), &["[C1]"]);
}

#[test]
fn category_without_a_gate_keeps_its_rows() {
    let table = "policy; category Statistics { cookie | duration; A = \"a\" | 2 weks; }";
    assert_says(table, &["[C1]", "unknown unit `weks`"]);
}

#[test]
fn category_with_each_gate_is_fine() {
    for gate in ["exempt", "opt_out"] {
        assert_says(&category(&format!("category Statistics: {gate}")), &[]);
    }
    assert_says(
        &category("#[allow(no_consent_row)] category Statistics: opt_in"),
        &[],
    );
}

#[test]
fn exempt_category_without_a_description_warns() {
    for docs in ["", "/// Title\n"] {
        assert_says(
            &format!("policy; {docs} category Necessary: exempt {{ }}"),
            &[
                "no_description: no description: visitors want to know why this is stored without asking them",
            ],
        );
    }
}

#[test]
fn category_that_asks_needs_no_description() {
    assert_says(
        "policy; /// Title\n#[allow(empty_category)] category Statistics: opt_out { }",
        &[],
    );
}

#[test]
fn category_that_asks_about_nothing_warns() {
    for gate in ["opt_in", "opt_out", "opt_out(gpc)"] {
        let table = |allow: &str| {
            let category = format!(
                "#[allow(no_consent_row, unused_allow{allow})] category Statistics: {gate} {{ cookie | duration; }}"
            );
            format!("policy; cookie | duration; {category} retired {{ \"old\"; }}")
        };
        assert_says(
            &table(""),
            &["empty_category: this category has no row, so visitors would be asked about nothing"],
        );
        assert_says(&table(", empty_category"), &[]);
    }
}

#[test]
fn category_that_asks_about_a_row_or_does_not_ask_is_fine() {
    let when = r#"cookie | duration; "a" | 1 day | purpose = none | when = { cfg!(feature = "statistics") };"#;
    assert_says(
        &format!("policy; category Statistics: opt_out {{ {when} }}"),
        &[],
    );
    assert_says(
        "policy; /// Title\n///\n/// Description.\ncategory Necessary: exempt { }",
        &[],
    );
}

#[test]
fn category_whose_only_row_is_wrong_is_not_called_empty() {
    assert_says(
        "policy; category Statistics: opt_out { cookie | duration; = ; }",
        &["expected a row"],
    );
}

#[test]
fn exempt_row_of_a_third_party_warns() {
    refused(
        r#""id" | 1 day | set_by = "ads.example";"#,
        "exempt_third_party: a third party sets this without consent: is it strictly necessary for what the visitor asked for?",
    );
    refused(
        r#""id" | 1 day | provider = Acme | set_by = third_party;"#,
        "[C2]",
    );
}

#[test]
fn exempt_row_of_the_site_is_fine() {
    for set_by in ["server", "script", "other"] {
        fine(&format!(r#""id" | 1 day | set_by = {set_by};"#));
    }
}

#[test]
fn row_of_a_third_party_with_consent_is_fine() {
    assert_says(&opt_in(r#""id" | 1 day | set_by = "ads.example";"#), &[]);
}

#[test]
fn exempt_row_longer_than_13_months_warns() {
    refused(
        r#""id" | 398 days;"#,
        "exempt_too_long: this is kept for over 13 months without consent",
    );
    refused(r#""id" | 2 years | storage = local_storage;"#, "[C2]");
}

#[test]
fn exempt_item_that_is_kept_until_somebody_deletes_it_is_fine() {
    for storage in ["local_storage", "indexed_db", "other(\"Cache storage\")"] {
        fine(&format!(r#""id" | persistent | storage = {storage};"#));
    }
}

#[test]
fn exempt_row_of_an_unknown_time_warns() {
    refused(
        r#""id" | unknown | set_by = script;"#,
        "exempt_too_long: nobody says how long this is kept without consent",
    );
    assert_says(&opt_in(r#""id" | unknown | set_by = script;"#), &[]);
}

#[test]
fn exempt_row_of_13_months_is_fine() {
    fine(r#""id" | 13 months;"#);
    fine(r#""id" | 397 days;"#);
}

#[test]
fn row_longer_than_13_months_with_consent_is_fine() {
    assert_says(&opt_in(r#""id" | 400 days;"#), &[]);
}

#[test]
fn gpc_on_an_exempt_category_is_refused() {
    assert_says(
        &category("category Necessary: exempt(gpc)"),
        &["`gpc` denies what needs consent, and an exempt category needs none [C3]"],
    );
}

#[test]
fn gpc_on_a_category_that_asks_is_fine() {
    assert_says(&category("category Marketing: opt_out(gpc)"), &[]);
    assert_says(
        &category("#[allow(no_consent_row)] category Marketing: opt_in(gpc)"),
        &[],
    );
}

#[test]
fn two_consent_rows_are_refused() {
    let rows = r#"A: Consent = "a" | 6 months; B: Consent = "b" | 6 months;"#;
    assert_says(
        &exempt(rows),
        &["a table has one row of type `Consent` [C4]"],
    );
}

#[test]
fn consent_row_by_a_path_to_its_type_is_one() {
    let rows = r#"A: Consent = "a" | 6 months; B: crate::cookies::Consent = "b" | 6 months;"#;
    assert_says(&exempt(rows), &["[C4]"]);
}

#[test]
fn one_consent_row_is_fine() {
    fine(r#"A: Consent = "a" | 6 months; B: ConsentOfOthers = "b" | 6 months;"#);
}

#[test]
fn opt_in_category_without_a_consent_row_warns() {
    assert_says(
        "#[allow(empty_category, unused_allow)] policy; category Statistics: opt_in { } category Marketing: opt_in { }",
        &[
            "no_consent_row: no row remembers the visitor's consent: add one to an `exempt` category, `PREFERENCES: Consent = \"cookie_preferences\" | 6 months;`",
        ],
    );
}

#[test]
fn opt_in_category_beside_a_consent_row_is_fine() {
    let table = format!(
        "{} #[allow(empty_category)] category Statistics: opt_in {{ }}",
        exempt(r#"A: Consent = "a" | 6 months;"#)
    );
    assert_says(&table, &[]);
}

#[test]
fn exempt_category_needs_no_consent_row() {
    fine(r#""a" | 6 months;"#);
}

#[test]
fn consent_row_that_needs_consent_is_refused() {
    assert_says(
        &opt_in(r#"A: Consent = "a" | 6 months;"#),
        &[
            "the row of type `Consent` is in an `exempt` category, because denying is remembered too",
        ],
    );
    assert_says(
        &category("category X: opt_out").replace(
            "{ }",
            "{ cookie | duration; A: Consent = \"a\" | 6 months | purpose = \"p\"; }",
        ),
        &["[C5]"],
    );
}

#[test]
fn consent_row_over_13_months_is_refused() {
    refused(
        r#"A: Consent = "a" | 398 days;"#,
        "the consent is kept for at most 13 months; then the visitor is asked again [C5]",
    );
}

#[test]
fn consent_row_over_400_days_is_one_mistake() {
    refused(r#"A: Consent = "a" | 2 years;"#, "over 400 days");
}

#[test]
fn consent_row_over_6_months_warns() {
    refused(
        r#"A: Consent = "a" | 13 months;"#,
        "long_consent: the French regulator recommends asking visitors again after six months",
    );
    refused(r#"A: Consent = "a" | 185 days;"#, "long_consent");
    refused(r#"A: Consent = "a" | 397 days;"#, "long_consent");
}

#[test]
fn consent_row_of_6_months_is_fine() {
    fine(r#"A: Consent = "a" | 6 months;"#);
    fine(r#"A: Consent = "a" | session;"#);
}

#[test]
fn consent_row_with_a_bound_is_checked_against_it() {
    refused(r#"A: Consent = "a" | { ttl() } max 399 days;"#, "[C5]");
    fine(r#"A: Consent = "a" | { ttl() } max 6 months;"#);
}

#[test]
fn unknown_signal_of_consent_mode_is_refused() {
    assert_says(
        &category("category X: opt_out(consent_mode(ad_storage, analitics_storage))"),
        &["unknown signal of consent mode `analitics_storage`, did you mean `analytics_storage`?"],
    );
}

#[test]
fn signals_of_consent_mode_are_fine() {
    assert_says(
        &category("category X: opt_out(consent_mode(ad_storage, analytics_storage))"),
        &[],
    );
}

#[test]
fn unknown_signal_is_refused() {
    assert_says(
        &category("category X: opt_out(signals(clarity_analitics))"),
        &["unknown signal `clarity_analitics`, did you mean `clarity_analytics`?"],
    );
    assert_says(
        &category("category X: opt_out(signals(ad_storage))"),
        &["`ad_storage` is a signal of Google: `consent_mode(ad_storage)`"],
    );
}

#[test]
fn signal_twice_is_refused() {
    assert_says(
        &category("category X: opt_out(signals(meta, uet, meta))"),
        &["the signal `meta` is written twice"],
    );
}

#[test]
fn all_signals_are_fine() {
    let signals = "clarity_analytics, clarity_ads, uet, meta, matomo, tiktok, pinterest";
    let gate = format!("category X: opt_out(signals({signals}))");
    assert_says(&category(&gate), &[]);
}

#[test]
fn both_modes_of_matomo_in_one_table_are_refused() {
    let table = format!(
        "{} #[allow(empty_category)] category Y: opt_out(signals(matomo_cookies)) {{ }}",
        category("category X: opt_out(signals(matomo))")
    );
    assert_says(&table, &["[C7]"]);
    assert_says(
        &category("category X: opt_out(signals(matomo_cookies))"),
        &[],
    );
}

#[test]
fn advanced_without_a_signal_is_refused() {
    assert_says(
        &category("category X: opt_out(advanced)"),
        &["nothing tells these tags about the visitor's choice"],
    );
    for signal in ["consent_mode(ad_storage)", "signals(meta)"] {
        for gate in ["opt_out", "#[allow(no_consent_row)] opt_in"] {
            let (allow, gate) = gate.rsplit_once(' ').unwrap_or(("", gate));
            let gate = format!("{allow} category X: {gate}(advanced, {signal})");
            assert_says(&category(&gate), &[]);
        }
    }
}

#[test]
fn advanced_in_an_exempt_category_is_refused() {
    assert_says(
        &category("category X: exempt(advanced, signals(meta))"),
        &["so `advanced` would change nothing [C6]"],
    );
}

#[test]
fn purpose_beyond_the_framework_is_refused() {
    assert_says(
        &category("category X: opt_out(tcf(0))"),
        &["the framework's purposes are numbered from 1 to 11"],
    );
    assert_says(
        &category("category X: opt_out(tcf(1, 12))"),
        &["from 1 to 11"],
    );
    assert_says(
        &category("category X: opt_out(tcf(1, 256))"),
        &["from 1 to 11"],
    );
}

#[test]
fn purposes_of_the_framework_are_fine() {
    assert_says(&category("category X: opt_out(tcf(1, 11))"), &[]);
}

#[test]
fn option_twice_is_refused() {
    assert_says(
        &category("category X: opt_out(revision 1, revision 2)"),
        &["this option is written twice"],
    );
}

#[test]
fn tied_consent_needs_a_cookie_of_this_host() {
    let table = |name: &str| {
        exempt(&format!("ANSWER: Consent = \"{name}\" | 6 months;")).replacen(
            "policy;",
            "policy; consent tied;",
            1,
        )
    };
    for name in ["__Host-answer", "__Host-Http-answer"] {
        assert_says(&table(name), &[]);
    }
    for name in ["answer", "__Secure-answer", "__Http-answer"] {
        let message = "another subdomain could set this cookie, which contains an identifier of the visitor (`consent \
                       tied`): name it `__Host-answer`";
        assert_says(&table(name), &[message]);
    }
}

#[test]
fn tied_consent_needs_a_row() {
    let table = exempt("A = \"a\" | 1 day;").replacen("policy;", "policy; consent tied;", 1);
    assert_says(
        &table,
        &["`consent tied` needs a row that keeps the visitor's answer"],
    );
}
