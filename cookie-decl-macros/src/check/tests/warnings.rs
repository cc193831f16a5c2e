//! Every warning: it is reported, and its name silences it.

use crate::rules::Rule;
use crate::tests::{assert_says, messages};

/// A table with this warning and no other message. `ROW` and `CATEGORY` are where it can be
/// silenced.
fn triggering(rule: Rule) -> String {
    let row = |row: &str| exempt(&format!("ROW {row}"));
    match rule {
        Rule::NotAToken => row(r#""a b" | 1 day | set_by = script;"#),
        Rule::PrefixCase => row(r#""__HOST-a" | 1 day;"#),
        Rule::DeadPrefix => row(r#""__HttpOnly-a" | 1 day;"#),
        Rule::CaseTwins => exempt(r#""a" | 1 day; ROW "A" | 1 day;"#),
        Rule::PatternOverlap => format!(
            "{} /// T\n///\n/// D\nCATEGORY category Other: exempt {{ cookie | duration; ROW \"a_{{x}}\" | 1 day | purpose = \"p\"; }}",
            exempt(r#""a_b" | 1 day;"#).replace("CATEGORY", "")
        ),
        Rule::LooksLikePattern => row(r#""a*" | 1 day;"#),
        Rule::UnstatedDuration => row(r#""a" | _;"#),
        Rule::OtherQuantity => row(r#""a" | 1 day "2 days" | set_by = script;"#),
        Rule::PartitionedSameSite => row(r#""a" | 1 day | attributes = Secure Partitioned;"#),
        Rule::ForeignDomain => row(r#""a" | 1 day | attributes = Domain="other.example";"#)
            .replace("policy;", "policy for \"https://shop.example\";"),
        Rule::NoDescription => "policy; CATEGORY category N: exempt { }".to_owned(),
        Rule::ExemptThirdParty => row(r#""a" | 1 day | set_by = "ads.example";"#),
        Rule::ExemptTooLong => row(r#""a" | 400 days;"#),
        Rule::EmptyCategory => "policy; CATEGORY category N: opt_out { }".to_owned(),
        Rule::NoConsentRow => {
            "policy; CATEGORY category N: opt_in { cookie | duration; \"a\" | 1 day | purpose = none; }".to_owned()
        }
        Rule::LongConsent => row(r#"A: Consent = "a" | 1 year;"#),
        Rule::NoPurpose => "policy; CATEGORY category N: opt_out { cookie | duration; ROW \"a\" | 1 day; }".to_owned(),
        Rule::UnprintedNote => {
            let table = exempt(r#""a" | 1 day | note = "n";"#).replace("CATEGORY", "");
            table.replace("policy;", "CATEGORY policy; print cookie | purpose;")
        }
        Rule::UnusedAllow => row(r#"#[allow(case_twins)] "a" | 1 day;"#),
        Rule::UnprintedMarkup => row(r#""a" | 1 day | note = "*n*";"#),
        Rule::UnusedTranslation => "policy; CATEGORY translation fr { \"a\" => \"b\"; }".to_owned(),
        error => unreachable!("{error:?} is an error"),
    }
}

/// A table with these rows, which share a purpose.
fn exempt(rows: &str) -> String {
    format!(
        "policy; /// T\n///\n/// D\nCATEGORY category N: exempt {{
            cookie | duration;
            with purpose = \"p\";
            {rows}
        }}"
    )
}

fn with_allow(rule: Rule, place: &str) -> String {
    let allow = format!("#[allow({}, reason = \"meant\")]", rule.name());
    without_allow(&triggering(rule).replace(place, &allow))
}

fn without_allow(table: &str) -> String {
    table.replace("ROW", "").replace("CATEGORY", "")
}

#[test]
fn every_warning_fires_alone_with_its_name_and_id() {
    for rule in Rule::warnings() {
        let messages = messages(&without_allow(&triggering(rule)));
        assert_eq!(messages.len(), 1, "{rule:?}: {messages:#?}");
        assert!(
            messages[0].starts_with(&format!("{}: ", rule.name())),
            "{messages:?}"
        );
        let id = format!("[{}]", rule.id());
        assert_eq!(messages[0].matches(&id).count(), 1, "{messages:?}");
    }
}

#[test]
fn every_warning_is_silenced_above_its_row() {
    for rule in Rule::warnings().filter(|rule| triggering(*rule).contains("ROW")) {
        assert_says(&with_allow(rule, "ROW"), &[]);
    }
}

#[test]
fn every_warning_is_silenced_above_its_category() {
    for rule in Rule::warnings() {
        assert_says(&with_allow(rule, "CATEGORY"), &[]);
    }
}

#[test]
fn every_warning_says_truly_what_silences_it() {
    for rule in Rule::warnings() {
        let place = match triggering(rule) {
            table if table.contains("ROW") => "the row or its category",
            table if table.contains("CATEGORY policy") => "the policy",
            table if table.contains("category") => "the category",
            _ => "the translation",
        };
        let advice = format!("`#[allow({})]` above {place} silences this", rule.name());
        assert_says(&without_allow(&triggering(rule)), &[&advice]);
    }
}

#[test]
fn warning_is_not_silenced_by_another_name() {
    for (rule, other) in
        Rule::warnings().zip(Rule::warnings().skip(1).chain(Rule::warnings().take(1)))
    {
        let allow = format!("#[allow({}, unused_allow)]", other.name());
        // Then it would silence the rule itself.
        if rule == Rule::UnusedAllow {
            continue;
        }
        assert_says(
            &without_allow(&triggering(rule).replace("CATEGORY", &allow)),
            &[rule.name()],
        );
    }
}

#[test]
fn warning_is_silenced_for_the_whole_table_above_the_policy() {
    let table = "#[allow(no_description, no_purpose)] policy; category N: exempt { cookie | duration; \"a\" | 1 day; }";
    assert_says(table, &[]);
}

#[test]
fn two_warnings_are_silenced_at_once() {
    assert_says(
        "policy; #[allow(no_description, no_purpose)] category N: exempt { cookie | duration; \"a\" | 1 day; }",
        &[],
    );
}

#[test]
fn an_allow_that_silences_nothing_warns_where_it_is() {
    let rows = |category: &str, row: &str| {
        format!(
            "policy; #[allow({category})] category N: opt_out {{ cookie | duration; {row} \"a\" | 1 day; }}"
        )
    };
    let unused = |rule: &str| format!("unused_allow: `{rule}` silences nothing here: remove it");
    // The inner one silences, so the outer one has nothing to do.
    assert_says(
        &rows("no_purpose", "#[allow(no_purpose)]"),
        &[&unused("no_purpose")],
    );
    assert_says(
        &rows("no_purpose, case_twins", "#[allow(exempt_too_long)]"),
        &[&unused("case_twins"), &unused("exempt_too_long")],
    );
    assert_says(&rows("no_purpose", ""), &[]);
    assert_says(
        "#[allow(case_twins)] policy; retired { #[allow(not_a_token)] \"a\"; }",
        &[&unused("case_twins"), &unused("not_a_token")],
    );
    // A row that was not understood may be what it is for.
    assert_says(
        &rows("no_purpose, case_twins", "\"A\" | 1 dy;"),
        &["unknown unit"],
    );
}

#[test]
fn unknown_warning_is_refused_with_the_nearest() {
    assert_says(
        "policy; #[allow(no_desciption)] category N: opt_out { }",
        &["unknown warning `no_desciption`, did you mean `no_description`?"],
    );
}

#[test]
fn id_instead_of_a_name_is_refused() {
    assert_says(
        "policy; #[allow(N5)] category N: opt_out { }",
        &["unknown warning `N5`, did you mean `case_twins`?"],
    );
}
