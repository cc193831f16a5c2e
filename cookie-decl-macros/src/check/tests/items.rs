//! What a table has one of, and what refers to something else.

use super::{fine, refused};
use crate::tests::{assert_says, exempt, said};

#[test]
fn table_without_a_policy_is_refused() {
    assert_says("language en;", &["a table has a policy: write `pub policy;` above the categories"]);
    assert_says("", &["a table has a policy"]);
}

#[test]
fn table_with_nothing_but_a_policy_is_fine() {
    assert_says("policy;", &[]);
}

#[test]
fn item_twice_is_refused_at_both_places() {
    for (item, what) in [("policy;", "policy"), ("language en;", "language"), ("print cookie;", "`print`")] {
        let rest = if what == "policy" { "" } else { "policy;" };
        let second = format!("a second {what}: a table has one");
        assert_eq!(
            said(&format!("{rest}\n{item}\n{item}")),
            [(2, "first declared here".to_owned()), (3, second)],
            "{item}"
        );
    }
}

#[test]
fn second_header_is_refused() {
    assert_says("policy; cookie | duration; cookie | note;", &["a second header for the whole table"]);
}

#[test]
fn header_of_the_table_and_of_a_category_are_fine() {
    assert_says("policy; cookie | duration; category S: opt_out { cookie | note; }", &[]);
}

#[test]
fn second_header_of_a_category_is_refused() {
    assert_says("policy; category S: opt_out { cookie | duration; cookie | note; }", &["a category has one header"]);
    assert_says(
        "policy; cookie | duration; #[allow(no_purpose)] category S: opt_out { \"a\" | 1 day; cookie | duration; }",
        &["a category has one header, above its rows"],
    );
}

#[test]
fn category_twice_is_refused_at_both_places() {
    let table = "policy; category S: opt_out { }\ncategory S: opt_out { }";
    assert_eq!(said(table), [(1, "first declared here".to_owned()), (2, "the category `S` twice".to_owned())]);
}

#[test]
fn provider_twice_is_refused_at_both_places() {
    assert_says("policy; provider P = \"a\"; provider P = \"b\";", &["first declared here", "the provider `P` twice"]);
}

#[test]
fn categories_and_providers_that_differ_are_fine() {
    assert_says("policy; provider P = \"a\"; provider Q = \"a\"; category P: opt_out { } category Q: opt_out { }", &[]);
}

#[test]
fn item_called_all_is_refused() {
    assert_says("policy; category ALL: opt_out { }", &["`ALL` lists every category; choose another identifier"]);
    assert_says("policy; provider ALL = \"a\";", &["`ALL` lists every provider; choose another identifier"]);
}

#[test]
fn unknown_provider_is_refused_with_the_nearest() {
    refused(r#""a" | 1 day | provider = Acne;"#, "unknown provider `Acne`, did you mean `Acme`?");
    refused(r#""a" | 1 day | provider = Google;"#, "unknown provider `Google`: `Acme` or `Plain`");
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
    assert_says(&exempt(r#""a" | 2 years | provider = Acne;"#), &["over 400 days", "unknown provider `Acne`"]);
    let rows = r#""a" | 1 day | provider = Acne; "a" | 1 day;"#;
    assert_says(&exempt(rows), &["first declared here", "unknown provider", "[N8]"]);
}

#[test]
fn unknown_provider_is_no_missing_domain() {
    refused("#[allow(exempt_third_party)] any | 1 day | provider = Acne | set_by = third_party;", "unknown provider");
}

#[test]
fn unknown_provider_in_with_is_said_once() {
    refused(r#"with provider = Acne; "a" | 1 day; "b" | 1 day;"#, "unknown provider `Acne`");
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
    assert_says("policy; provider P = \"a\" { country: \"FR\", country: \"DE\" }", &["`country` twice"]);
}

#[test]
fn keys_of_a_provider_are_held_to_their_form() {
    let table = |key: &str| format!("policy; provider P = \"a\" {{ {key} }}");
    assert_says(&table("privacy: \"matomo.org\""), &["the address of a privacy policy starts with `https://`"]);
    assert_says(&table("domain: \"https://matomo.org\""), &["[D1]"]);
    assert_says(&table("privacy: \"https://matomo.org/p\", domain: \"matomo.org\", third_party, country: \"NZ\""), &[]);
}

#[test]
fn provider_without_a_name_is_refused() {
    assert_says("policy; provider P = \" \";", &["a provider has a name that visitors read"]);
}

#[test]
fn site_without_a_scheme_is_refused() {
    assert_says("policy for \"data.ajman.ae\";", &["the address of a site starts with `https://`"]);
    assert_says("policy for \"https://data ajman.ae\";", &["the address of a site"]);
}

#[test]
fn site_with_a_scheme_is_fine() {
    assert_says("policy for \"https://data.ajman.ae\";", &[]);
    assert_says("policy for \"http://localhost:8080\";", &[]);
}

#[test]
fn module_that_does_not_start_at_the_root_is_refused() {
    for path in ["cookies", "self::cookies", "super::cookies"] {
        assert_says(
            &format!("policy in {path};"),
            &["the module of the table is named from the root: `in crate::cookies`"],
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
    assert_says("policy; print cookie | purpose | cookie;", &["the column `cookie` is printed twice"]);
}

#[test]
fn own_column_that_no_row_has_is_refused_with_the_nearest() {
    let table =
        |column: &str| format!("print cookie | {column:?}; {}", exempt(r#""a" | 1 day | "Sites concerned" = "x";"#));
    assert_says(&table("Sites concernd"), &["unknown column `Sites concernd`, did you mean `Sites concerned`?"]);
    assert_says(&table("Sites concerned"), &[]);
}

#[test]
fn title_behind_a_pipe_is_no_column() {
    assert_says(
        "policy; print cookie | \"Sites\";",
        &["no row has a cell `\"Sites\"`; the title of a column stands right behind it: `cookie \"Sites\"`"],
    );
    assert_says("policy; print cookie \"Sites\";", &[]);
}

#[test]
fn condition_as_printed_column_is_refused() {
    assert_says(
        "policy; print cookie | when;",
        &["`when` says which deployments have a row, which is nothing to print"],
    );
}
