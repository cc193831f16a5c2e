//! P1 to P4.

use super::{fine, refused};

#[test]
fn secure_prefix_without_secure_is_refused() {
    refused(
        r#""__Secure-id" | session | attributes = HttpOnly;"#,
        "browsers refuse a `__Secure-` cookie without `Secure`",
    );
    refused(
        r#""__Secure-id" | session | attributes = .. !Secure;"#,
        "[P1]",
    );
    refused(r#""__Secure-id" | session | attributes = none;"#, "[P1]");
}

#[test]
fn secure_prefix_with_secure_alone_is_fine() {
    fine(r#""__Secure-id" | session | attributes = Secure Path="/app" Domain="example.com";"#);
}

#[test]
fn secure_prefix_with_secure_at_run_time_is_fine() {
    fine(r#""__Secure-id" | session | attributes = Secure={ tls() };"#);
}

#[test]
fn host_prefix_alone_is_fine() {
    fine(r#""__Host-id" | session;"#);
}

#[test]
fn host_prefix_without_secure_is_refused() {
    refused(
        r#""__Host-id" | session | attributes = .. !Secure;"#,
        "`__Host-` cookie without `Secure`",
    );
}

#[test]
fn host_prefix_with_domain_is_refused() {
    refused(
        r#""__Host-id" | session | attributes = .. Domain="example.com";"#,
        "`__Host-` cookie with `Domain`",
    );
}

#[test]
fn host_prefix_with_path_is_refused() {
    refused(
        r#""__Host-id" | session | attributes = .. Path="/app";"#,
        "with a `Path` other than `/`",
    );
}

#[test]
fn host_prefix_with_the_root_as_path_is_fine() {
    fine(r#""__Host-id" | session | attributes = .. Path="/";"#);
}

#[test]
fn host_prefix_with_all_mistakes_is_one_message() {
    refused(
        r#""__Host-id" | session | attributes = Path="/app" Domain="example.com";"#,
        "without `Secure` and with `Domain` and with a `Path` other than `/` (draft-ietf-httpbis-rfc6265bis-22): add `Secure`, \
         leave out `Domain` (`__Secure-` allows it), write `Path=/` [P2]",
    );
}

#[test]
fn host_prefix_in_other_capitals_is_enforced() {
    refused(
        r#"#[allow(prefix_case)] "__hOsT-id" | session | attributes = .. Domain="example.com";"#,
        "browsers refuse a `__Host-` cookie with `Domain`",
    );
}

#[test]
fn http_prefix_without_secure_is_refused() {
    refused(
        r#""__Http-id" | session | attributes = HttpOnly;"#,
        "`__Http-` cookie without `Secure`",
    );
}

#[test]
fn http_prefix_without_http_only_is_refused() {
    refused(
        r#""__Http-id" | session | attributes = Secure;"#,
        "`__Http-` cookie without `HttpOnly` (draft-ietf-httpbis-rfc6265bis-22): add `HttpOnly` [P3]",
    );
}

#[test]
fn http_prefix_with_domain_is_fine() {
    fine(r#""__Http-id" | session | attributes = .. Domain="example.com";"#);
}

#[test]
fn host_http_prefix_without_http_only_is_refused() {
    refused(
        r#""__Host-Http-id" | session | attributes = .. !HttpOnly;"#,
        "`__Host-Http-` cookie without `HttpOnly`",
    );
}

#[test]
fn host_http_prefix_with_domain_is_refused() {
    refused(
        r#""__Host-Http-id" | session | attributes = .. Domain="example.com";"#,
        "[P4]",
    );
}

#[test]
fn host_http_prefix_alone_is_fine() {
    fine(r#""__Host-Http-id" | session;"#);
}

#[test]
fn prefix_of_a_pattern_is_enforced() {
    refused(
        r#""__Host-id_{n}" | session | attributes = .. Path="/app";"#,
        "[P2]",
    );
}

#[test]
fn prefix_against_the_attributes_of_with_is_refused_at_each_row() {
    let rows = "with attributes = Secure Path=\"/app\";\n\"__Host-a\" | session;\n\"plain\" | session;\n\"__Host-b\" | session;";
    let table = super::exempt(rows);
    let lines: Vec<_> = crate::tests::numbered_messages(&table)
        .into_iter()
        .map(|(line, _)| line)
        .collect();
    assert_eq!(lines, [10, 12]);
}
