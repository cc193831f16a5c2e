//! N5, N7 to N9, and retired cookies that are declared.

use super::{fine, fine_opt_in, refused, refused_opt_in};
use crate::tests::{assert_says, exempt, numbered_messages, opt_in};

/// A table with a category `Necessary` and a category `Statistics`.
fn two_categories(necessary: &str, statistics: &str) -> String {
    format!(
        "policy;
        cookie | duration;
        /// Needed\n///\n/// Reason.
        #[allow(no_purpose)] category Necessary: exempt {{ {necessary} }}
        #[allow(no_purpose, no_consent_row)] category Statistics: opt_in {{ {statistics} }}"
    )
}

#[test]
fn names_that_differ_only_in_case_warn() {
    refused(
        r#""sid" | session; "SID" | session;"#,
        "case_twins: `SID` and `sid` differ only in case, so they are two cookies [N5]",
    );
}

#[test]
fn twins_that_others_set_are_fine() {
    fine_opt_in(r#""u" | 1 day | set_by = script; "U" | 1 day | set_by = "ads.example";"#);
    refused_opt_in(
        r#""u" | 1 day | set_by = "ads.example"; MINE = "U" | 1 day | set_by = script;"#,
        "case_twins: `U` and `u` differ only in case",
    );
}

#[test]
fn names_that_differ_in_a_letter_are_fine() {
    fine(r#""sid" | session; "sib" | session;"#);
}

#[test]
fn any_is_not_a_twin_of_a_name() {
    assert_says(
        &opt_in(r#""ANY" | session; any | 1 day | set_by = "ads.example";"#),
        &[],
    );
}

#[test]
fn constant_twice_is_refused_with_the_line_of_the_first() {
    let reported = numbered_messages(&exempt("SID = \"a\" | session;\nSID = \"b\" | session;"));
    assert_eq!(
        reported,
        [(
            10,
            "the constant `SID` is declared twice; the first is on line 9 [N7]".to_owned()
        )]
    );
}

#[test]
fn constant_twice_in_one_row_is_refused() {
    assert_says(&exempt(r#"SID = "a", SID = "b" | session;"#), &["[N7]"]);
}

#[test]
fn constants_that_differ_are_fine() {
    fine(r#"SID = "a" | session; SID2 = "b" | session;"#);
}

#[test]
fn constant_called_policy_is_refused() {
    refused(
        r#"POLICY = "a" | session;"#,
        "`POLICY` is the whole table; choose another identifier",
    );
}

#[test]
fn cookie_twice_is_refused_with_the_line_of_the_first() {
    let reported = numbered_messages(&exempt("\"a\" | session;\n\"a\" | 1 day;"));
    let second = "`a` is declared twice with the same domain and path; the first is on line 9 [N8]";
    assert_eq!(reported, [(10, second.to_owned())]);
}

#[test]
fn cookie_three_times_is_refused_twice_with_the_line_of_the_first() {
    let parts = ["on line 9 [N8]", "on line 9 [N8]"];
    assert_says(
        &exempt("\"a\" | session;\n\"a\" | 1 day;\n\"a\" | 2 days;"),
        &parts,
    );
}

#[test]
fn cookie_twice_in_one_row_is_refused() {
    assert_says(&exempt(r#""a", "a" | session;"#), &["[N8]"]);
}

#[test]
fn pasted_row_is_one_mistake() {
    let row = "SID = \"a\" | session;\n";
    assert_says(
        &exempt(&row.repeat(2)),
        &["`a` is declared twice with the same domain and path; the first is on line 9 [N8]"],
    );
}

#[test]
fn cookie_twice_in_two_categories_is_refused() {
    assert_says(
        &two_categories(r#""a" | session;"#, r#""a" | session;"#),
        &["[N8]"],
    );
}

#[test]
fn pattern_twice_is_refused() {
    assert_says(
        &exempt(r#""_ga_{id}" | session; "_ga_{id}" | 1 day;"#),
        &["[N8]"],
    );
}

#[test]
fn cookie_with_another_path_or_domain_is_fine() {
    fine(r#""a" | session; "a" | session | attributes = .. Path="/app";"#);
    fine(r#""a" | session; "a" | session | attributes = .. Domain="example.com";"#);
}

/// Two rows of one name, with these attributes.
fn twins(a: &str, b: &str) -> String {
    let row = |attributes: &str| {
        format!("\"a\" | 1 day | attributes = Secure SameSite=None {attributes};")
    };
    [row(a), row(b)].concat()
}

#[test]
fn cookie_in_the_jar_of_another_site_is_another_cookie() {
    fine(&twins("", "Partitioned"));
    fine(
        r#""a" | 1 day | set_by = script; "a" | 1 day | set_by = script | attributes = Secure SameSite=None Partitioned;"#,
    );
    fine(
        &[
            &twins("", "Partitioned"),
            "\"a\" | 1 day | attributes = Path=\"/a\";",
        ]
        .concat(),
    );
}

#[test]
fn cookie_twice_in_one_jar_or_in_what_may_be_one_is_refused() {
    for (a, b) in [
        ("Partitioned", "Partitioned"),
        ("", "Partitioned={ embedded() }"),
        ("Partitioned={ embedded() }", "Partitioned"),
    ] {
        assert_says(
            &exempt(&twins(a, b)),
            &["`a` is declared twice with the same domain and path [N8]"],
        );
    }
}

#[test]
fn domain_is_compared_without_case() {
    let rows = r#""a" | session | attributes = .. Domain="example.com";
        "a" | session | attributes = .. Domain="EXAMPLE.com";"#;
    assert_says(&exempt(rows), &["[N8]"]);
}

#[test]
fn path_is_compared_with_case() {
    fine(
        r#""a" | session | attributes = .. Path="/a"; "a" | session | attributes = .. Path="/A";"#,
    );
}

#[test]
fn cookie_of_two_third_parties_is_fine() {
    assert_says(
        &opt_in(r#""a" | 1 day | set_by = "a.example"; "a" | 1 day | set_by = "b.example";"#),
        &[],
    );
}

#[test]
fn cookie_and_stored_item_of_one_name_are_fine() {
    fine(
        r#""a" | session; "a" | 1 day | storage = local_storage; "a" | session | storage = session_storage;"#,
    );
}

#[test]
fn stored_item_twice_is_refused() {
    let rows = r#""a" | 1 day | storage = local_storage; "a" | 2 days | storage = local_storage;"#;
    assert_says(&exempt(rows), &["[N8]"]);
}

#[test]
fn constant_of_a_name_with_two_paths_is_refused_only_if_it_is_the_same() {
    let second = |constant: &str| {
        exempt(&format!(
            r#"A = "a" | session; {constant} = "a" | session | attributes = .. Path="/app";"#
        ))
    };
    assert_says(&second("A"), &["the constant `A` is declared twice [N7]"]);
    assert_says(&second("B"), &[]);
}

#[test]
fn pattern_that_matches_a_name_of_another_category_warns() {
    assert_says(
        &two_categories(r#""ga_session" | session;"#, r#""ga_{id}" | 1 day;"#),
        &["`ga_{id}` also matches names of `ga_session` in the category `Necessary` [N9]"],
    );
}

#[test]
fn pattern_that_overlaps_one_of_another_category_warns() {
    assert_says(
        &two_categories(r#""a_{x}_b" | session;"#, r#""{y}_b" | 1 day;"#),
        &["pattern_overlap: `{y}_b` also matches names of `a_{x}_b`"],
    );
    assert_says(
        &two_categories(r#""a_{x}" | session;"#, r#""a_{y}_c" | 1 day;"#),
        &["[N9]"],
    );
}

#[test]
fn pattern_with_a_hole_in_front_beside_one_with_a_hole_at_the_end_is_fine() {
    for (one, other) in [
        ("a_{x}", "{y}_b"),
        ("{y}_b", "a_{x}"),
        ("{x}.a.{y}", "a_{x}"),
        ("{x}_b", "{x}.a.{y}"),
    ] {
        let row = |name: &str| format!("{name:?} | 1 day;");
        assert_says(&two_categories(&row(one), &row(other)), &[]);
    }
    assert_says(
        &two_categories(r#""a_{x}" | session;"#, r#""a_{x}.b.{y}" | 1 day;"#),
        &["[N9]"],
    );
}

#[test]
fn pattern_that_overlaps_one_of_its_category_is_fine() {
    fine(r#""a_{x}" | session; "a_b" | session; "a_{x}_c" | session;"#);
}

#[test]
fn hole_takes_at_least_one_character() {
    assert_says(
        &two_categories(r#""ga_" | session;"#, r#""ga_{id}" | 1 day;"#),
        &[],
    );
}

#[test]
fn one_name_in_two_storages_is_two_rows() {
    fine(r#""_hjid" | 1 day; "_hjid" | persistent | storage = local_storage;"#);
    fine(
        r#""a_{b}" | persistent | storage = indexed_db; "a_{b}" | persistent | storage = local_storage;"#,
    );
}

#[test]
fn patterns_with_nothing_in_common_are_fine() {
    assert_says(
        &two_categories(r#""a_{x}_b" | session;"#, r#""a_{x}_c" | 1 day;"#),
        &[],
    );
    assert_says(
        &two_categories(r#""a_{x}" | session;"#, r#""b_{x}" | 1 day;"#),
        &[],
    );
}

#[test]
fn retired_cookie_that_is_declared_is_refused_with_its_line() {
    let table = format!(
        "{} retired {{ \"old\" ; \"a\"; }}",
        exempt(r#""a" | session;"#)
    );
    assert_says(
        &table,
        &["`a` is declared, and would be removed; the first is on line"],
    );
}

#[test]
fn retired_scope_of_a_cookie_that_lives_on_is_fine() {
    for scope in [
        "Path=\"/app\"",
        "Domain=\"example.com\"",
        "Secure SameSite=None Partitioned",
    ] {
        let table = format!(
            "{} retired {{ \"a\" {scope}; \"b\"; }}",
            exempt(r#""a" | session;"#)
        );
        assert_says(&table, &[]);
    }
}

#[test]
fn retired_family_that_a_declared_one_is_part_of_is_fine() {
    let table = format!(
        "{} retired {{ \"x_{{b}}\"; }}",
        exempt(r#""x_{a}_y" | session;"#)
    );
    assert_says(&table, &[]);
}

#[test]
fn retired_cookie_without_a_name_is_refused() {
    assert_says("policy; retired { \"\"; }", &["[N1]"]);
    assert_says("policy; retired { \"a\\u{200b}\"; }", &["U+200B [N2]"]);
    assert_says("policy; retired { \"{x}\"; }", &["[N6]"]);
    assert_says("policy; retired { \"old_{x}\"; }", &[]);
}

#[test]
fn family_twice_under_other_holes_is_refused() {
    let rows = r#""x_{a}" | session; "x_{b}" | session;"#;
    assert_says(
        &exempt(rows),
        &["`x_{b}` is declared twice with the same domain and path [N8]"],
    );
}

#[test]
fn holes_that_differ_in_case_are_no_twins() {
    fine(r#""x_{a}" | session; "y_{A}" | session;"#);
}

#[test]
fn third_party_domain_in_other_capitals_is_the_same() {
    let rows = r#""a" | 1 day | set_by = "Ads.example"; "a" | 1 day | set_by = "ads.example";"#;
    let messages = crate::tests::messages(&opt_in(rows));
    assert!(
        messages.iter().any(|message| message.contains("[N8]")),
        "{messages:#?}"
    );
}

#[test]
fn names_in_other_storage_that_differ_in_case_are_fine() {
    let rows = r#""LS" | persistent | storage = local_storage; "ls" | persistent | storage = local_storage;"#;
    assert_says(&opt_in(rows), &[]);
}

#[test]
fn more_names_than_a_number_can_tell_are_refused() {
    let rows: Vec<_> = (0..65_536)
        .map(|row| format!("\"a{row}\" | 1 day;"))
        .collect();
    assert_says(
        &exempt(&rows.concat()),
        &["a table has at most 65,534 names"],
    );
}

#[test]
fn more_categories_than_an_answer_has_bits_are_refused() {
    let table = |count: usize| {
        let categories = (0..count)
            .map(|index| format!("#[allow(empty_category)] category C{index}: opt_out {{}}"));
        format!("policy; {}", categories.collect::<String>())
    };
    assert_says(&table(64), &[]);
    assert_says(&table(65), &["a table has at most 64 categories"]);
}
