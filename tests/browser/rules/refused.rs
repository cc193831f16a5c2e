//! Lines that the browser does not take at all.

use cookie_decl::error::SetError;
use cookie_decl::table::SameSite;

use super::cookies::{FAMILY, HOST, HOST_HTTP, HTTP, PLAIN, SECURE};
use super::{Config, refused, refused_line, verdict};
use crate::client::Context;
use crate::server::{Answer, Server};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    secure_prefix_without_secure
    secure_prefix_in_other_capitals
    host_prefix_without_secure
    host_prefix_with_a_domain
    host_prefix_with_another_path
    http_prefix_without_secure
    http_prefix_without_http_only
    host_http_prefix_without_http_only
    host_http_prefix_with_another_path
    prefix_in_a_cookie_without_a_name
    same_site_none_without_secure
    partitioned_without_secure
    name_and_value_of_4097_bytes
    name_with_a_control_character
    value_with_a_control_character
    path_with_a_control_character
    domain_with_a_scheme
    domain_with_a_port
    domain_with_a_star
    domain_with_a_trailing_dot
    domain_that_is_an_address
    domain_with_a_blank
    domain_of_another_site
    nothing_at_all
    http_only_from_a_script
    http_prefix_from_a_script
];

fn secure_prefix_without_secure(visitor: &Context<'_>) {
    let ours = SECURE
        .at(&Config {
            secure: false,
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixSecure {
        prefix: "__Secure-",
    };
    refused(
        visitor,
        &ours,
        &error,
        "__Secure-a=1; Path=/; HttpOnly; SameSite=Lax",
        "InvalidPrefix",
    );
}

// A table warns of such a name, and holds it to the same rule.
fn secure_prefix_in_other_capitals(visitor: &Context<'_>) {
    refused_line(visitor, "__sEcUrE-a=1; Path=/", "InvalidPrefix");
}

fn host_prefix_without_secure(visitor: &Context<'_>) {
    let ours = HOST
        .at(&Config {
            secure: false,
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixSecure { prefix: "__Host-" };
    refused(
        visitor,
        &ours,
        &error,
        "__Host-a=1; Path=/; HttpOnly; SameSite=Lax",
        "InvalidPrefix",
    );
}

fn host_prefix_with_a_domain(visitor: &Context<'_>) {
    let ours = HOST
        .at(&Config {
            domain: Some("app.localhost".to_owned()),
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixDomain { prefix: "__Host-" };
    refused(
        visitor,
        &ours,
        &error,
        "__Host-a=1; Path=/; Domain=localhost; Secure; SameSite=Lax",
        "InvalidPrefix",
    );
}

fn host_prefix_with_another_path(visitor: &Context<'_>) {
    let ours = HOST
        .at(&Config {
            path: "/here".to_owned(),
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixPath { prefix: "__Host-" };
    refused(
        visitor,
        &ours,
        &error,
        "__Host-a=1; Path=/here; Secure; SameSite=Lax",
        "InvalidPrefix",
    );
}

fn http_prefix_without_secure(visitor: &Context<'_>) {
    let ours = HTTP
        .at(&Config {
            secure: false,
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixSecure { prefix: "__Http-" };
    refused(
        visitor,
        &ours,
        &error,
        "__Http-a=1; Path=/; HttpOnly; SameSite=Lax",
        "InvalidPrefix",
    );
}

fn http_prefix_without_http_only(visitor: &Context<'_>) {
    let ours = HTTP
        .at(&Config {
            http_only: false,
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixHttpOnly { prefix: "__Http-" };
    refused(
        visitor,
        &ours,
        &error,
        "__Http-a=1; Path=/; Secure; SameSite=Lax",
        "InvalidPrefix",
    );
}

fn host_http_prefix_without_http_only(visitor: &Context<'_>) {
    let ours = HOST_HTTP
        .at(&Config {
            http_only: false,
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixHttpOnly {
        prefix: "__Host-Http-",
    };
    refused(
        visitor,
        &ours,
        &error,
        "__Host-Http-a=1; Path=/; Secure; SameSite=Lax",
        "InvalidPrefix",
    );
}

fn host_http_prefix_with_another_path(visitor: &Context<'_>) {
    let ours = HOST_HTTP
        .at(&Config {
            path: "/here".to_owned(),
            ..Config::default()
        })
        .set("1");
    let error = SetError::PrefixPath {
        prefix: "__Host-Http-",
    };
    let line = "__Host-Http-a=1; Path=/here; Secure; HttpOnly; SameSite=Lax";
    refused(visitor, &ours, &error, line, "InvalidPrefix");
}

fn prefix_in_a_cookie_without_a_name(visitor: &Context<'_>) {
    refused_line(visitor, "=__Host-a=1; Path=/", "InvalidPrefix");
}

fn same_site_none_without_secure(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            secure: false,
            same_site: SameSite::None,
            ..Config::default()
        })
        .set("1");
    let line = "plain=1; Path=/; HttpOnly; SameSite=None";
    refused(
        visitor,
        &ours,
        &SetError::SameSiteNone,
        line,
        "SameSiteNoneInsecure",
    );
}

// Chromium drops it without giving a reason.
fn partitioned_without_secure(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            secure: false,
            partitioned: true,
            ..Config::default()
        })
        .set("1");
    assert_eq!(ours, Err(SetError::Partitioned));
    let verdict = verdict(
        visitor,
        "plain=1; Path=/; HttpOnly; SameSite=Lax; Partitioned",
    );
    assert_eq!((verdict.kept, verdict.reasons), (None, vec![]));
}

fn name_and_value_of_4097_bytes(visitor: &Context<'_>) {
    let value = "v".repeat(4_097 - "plain".len());
    let ours = PLAIN.at(&Config::default()).set(&*value);
    let line = format!("plain={value}");
    refused(
        visitor,
        &ours,
        &SetError::TooLong { bytes: 4_097 },
        &line,
        "NameValuePairExceedsMaxSize",
    );
}

fn name_with_a_control_character(visitor: &Context<'_>) {
    assert!(FAMILY.pattern().unwrap().fill(["a\tb"]).is_err());
    refused_line(visitor, "seen_a\tb=1; Path=/", "DisallowedCharacter");
}

fn value_with_a_control_character(visitor: &Context<'_>) {
    assert!(matches!(
        PLAIN.at(&Config::default()).set("a\u{1}b"),
        Err(SetError::Value(_))
    ));
    refused_line(visitor, "plain=a\u{1}b; Path=/", "DisallowedCharacter");
}

fn path_with_a_control_character(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            path: "/a\tb".to_owned(),
            ..Config::default()
        })
        .set("1");
    let error = SetError::PathCharacter { character: '\t' };
    refused(
        visitor,
        &ours,
        &error,
        "plain=1; Path=/a\tb",
        "DisallowedCharacter",
    );
}

#[track_caller]
fn refused_domain(visitor: &Context<'_>, domain: &str, error: &SetError) {
    let ours = PLAIN
        .at(&Config {
            domain: Some(domain.to_owned()),
            ..Config::default()
        })
        .set("1");
    refused(
        visitor,
        &ours,
        error,
        &format!("plain=1; Path=/; Domain={domain}"),
        "InvalidDomain",
    );
}

fn domain_with_a_scheme(visitor: &Context<'_>) {
    refused_domain(visitor, "http://localhost", &SetError::Domain);
}

fn domain_with_a_port(visitor: &Context<'_>) {
    refused_domain(visitor, "localhost:80", &SetError::Domain);
}

fn domain_with_a_star(visitor: &Context<'_>) {
    refused_domain(visitor, "*.localhost", &SetError::Domain);
}

fn domain_with_a_trailing_dot(visitor: &Context<'_>) {
    refused_domain(visitor, "localhost.", &SetError::Domain);
}

fn domain_that_is_an_address(visitor: &Context<'_>) {
    refused_domain(visitor, "127.0.0.1", &SetError::DomainAddress);
}

fn domain_with_a_blank(visitor: &Context<'_>) {
    refused_domain(visitor, "local host", &SetError::Domain);
}

// A table warns of it where it names its site.
fn domain_of_another_site(visitor: &Context<'_>) {
    refused_line(
        visitor,
        "plain=1; Path=/; Domain=other.localhost",
        "InvalidDomain",
    );
}

fn nothing_at_all(visitor: &Context<'_>) {
    refused_line(visitor, "=", "NoCookieContent");
}

#[track_caller]
fn refused_from_a_script(visitor: &Context<'_>, line: &str) {
    let server = Server::start([("/", Answer::html(""))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.evaluate(&format!("document.cookie = '{line}'"));
    // Reading makes the browser finish the writes before.
    page.evaluate("document.cookie = 'last=1'; document.cookie");
    assert_eq!(visitor.cookies().len(), 1, "{line}");
    assert!(visitor.cookie("last").is_some());
}

fn http_only_from_a_script(visitor: &Context<'_>) {
    refused_from_a_script(visitor, "plain=1; Path=/; HttpOnly");
}

fn http_prefix_from_a_script(visitor: &Context<'_>) {
    refused_from_a_script(visitor, "__Http-a=1; Path=/; Secure");
}
