//! Retired cookies: browsers must accept their removal, and the table must not declare them.

use crate::tests::assert_says;

#[track_caller]
fn retired(rows: &str, parts: &[&str]) {
    let declared =
        r#"#[allow(no_purpose)] category A: opt_out { cookie | duration; "x_{a}" | 1 day; }"#;
    assert_says(&format!("policy; {declared} retired {{ {rows} }}"), parts);
}

#[test]
fn retired_cookie_that_was_set_once_is_fine() {
    retired(
        r#""old" Path="/app"; "old" Path="/"; "old_{id}" Secure;"#,
        &[],
    );
}

#[test]
fn retired_name_that_no_cookie_has_is_refused() {
    retired(r#""a b";"#, &["[N2]"]);
    retired(r#""";"#, &["[N1]"]);
}

#[test]
fn retired_name_that_looks_like_a_pattern_warns_until_it_is_silenced() {
    retired(r#""old_*";"#, &["looks_like_pattern"]);
    retired(r#"#[allow(looks_like_pattern)] "old_*";"#, &[]);
}

#[test]
fn retired_attributes_that_browsers_refuse_are_refused() {
    retired(r#""part" Partitioned SameSite=None;"#, &["[S1]", "[S3]"]);
    retired(r#""__Secure-x";"#, &["[P1]"]);
}

#[test]
fn retired_twice_is_refused() {
    retired(r#""old_{a}"; "old_{b}";"#, &["`old_{b}` is retired twice"]);
}

#[test]
fn retired_family_that_is_declared_under_another_hole_is_refused() {
    retired(
        r#""x_{c}";"#,
        &["`x_{a}` is declared, and would be removed"],
    );
}
