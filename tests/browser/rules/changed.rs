//! Lines that the browser takes, and makes another cookie of than was written; and those that it takes although we
//! do not.

use std::time::SystemTime;

use cookie_decl::error::SetError;
use serde_json::json;

use super::cookies::{FAMILY, LONG, PLAIN};
use super::{Config, PLACE, changed, kept, verdict};
use crate::client::Context;
use crate::server::{Answer, Server};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    days_over_400_are_cut
    no_duration_at_all_removes
    path_of_1025_bytes_is_ignored
    domain_over_1024_bytes_is_ignored
    path_without_a_slash_is_ignored
    path_beyond_ascii_is_never_met
    path_with_what_addresses_escape_is_never_met
    path_ends_at_a_semicolon
    leading_dot_of_a_domain_says_nothing
    value_ends_at_a_semicolon
    value_loses_the_blanks_around_it
    name_ends_at_a_semicolon
    cookie_without_a_name_is_kept
    attribute_given_twice_is_the_last_one
    secure_is_on_whatever_it_is_given
    prefix_of_a_dead_draft_promises_nothing
    partitioned_without_same_site_none_is_kept
    name_that_is_no_token_is_kept
];

fn days_over_400_are_cut(visitor: &Context<'_>) {
    let ours = LONG
        .at(&Config {
            seconds: 730 * 86_400,
            ..Config::default()
        })
        .set("1")
        .unwrap();
    assert!(ours.clamped() && ours.max_age() == Some(400 * 86_400));
    let cut = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() + 400 * 86_400;
    let expires = kept(visitor, "long=1; Path=/; Max-Age=63072000")
        .expires
        .expect("it is no session");
    assert!(expires.abs_diff(cut) <= 10, "{expires} {cut}");
}

fn no_duration_at_all_removes(visitor: &Context<'_>) {
    let ours = LONG
        .at(&Config {
            seconds: 0,
            ..Config::default()
        })
        .set("1");
    assert_eq!(ours, Err(SetError::ZeroDuration));
    let verdict = verdict(visitor, "long=1; Path=/; Max-Age=0");
    assert_eq!((verdict.kept, verdict.reasons), (None, vec![]));
}

fn path_of_1025_bytes_is_ignored(visitor: &Context<'_>) {
    let path = format!("/{}", "p".repeat(1_024));
    let ours = PLAIN
        .at(&Config {
            path: path.clone(),
            ..Config::default()
        })
        .set("1");
    let cookie = changed(
        visitor,
        &ours,
        &SetError::PathTooLong { bytes: 1_025 },
        &format!("plain=1; Path={path}"),
    );
    assert_eq!(cookie.path, "/here");
}

fn domain_over_1024_bytes_is_ignored(visitor: &Context<'_>) {
    let domain = format!("{}localhost", "sub.".repeat(254));
    let ours = PLAIN
        .at(&Config {
            domain: Some(domain.clone()),
            ..Config::default()
        })
        .set("1");
    let error = SetError::DomainTooLong { bytes: 1_025 };
    let cookie = changed(
        visitor,
        &ours,
        &error,
        &format!("plain=1; Path=/; Domain={domain}"),
    );
    assert_eq!(cookie.domain, "localhost");
}

fn path_without_a_slash_is_ignored(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            path: "app".to_owned(),
            ..Config::default()
        })
        .set("1");
    assert_eq!(
        changed(visitor, &ours, &SetError::PathStart, "plain=1; Path=app").path,
        "/here"
    );
}

// The address has `%C3%A9` there.
fn path_beyond_ascii_is_never_met(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            path: "/é".to_owned(),
            ..Config::default()
        })
        .set("1");
    let cookie = changed(
        visitor,
        &ours,
        &SetError::PathCharacter { character: 'é' },
        "plain=1; Path=/é",
    );
    assert_eq!(cookie.path, "/é");
    let server = Server::start([("/%C3%A9/", Answer::html(""))]);
    visitor.page().navigate(&server.url("/é/"));
    assert_eq!(server.cookies("/%C3%A9/"), "");
}

// A table takes such a path: the browser keeps the cookie, and never sends it.
fn path_with_what_addresses_escape_is_never_met(visitor: &Context<'_>) {
    let escaped = " \"<>^`{|}";
    // A backslash becomes a slash, and with the others the path ends.
    let characters: String = (' '..='~').filter(|c| !r"/\;?#".contains(*c)).collect();
    let set = |answer: Answer, c| answer.header("Set-Cookie", &format!("plain=1; Path=/a{c}b"));
    let server = Server::start([("/", characters.chars().fold(Answer::html(""), set))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    assert_eq!(visitor.cookies().len(), characters.len());
    let fetch = format!(
        "Promise.all({}.map(c => fetch(`/a${{c}}b`))).then(() => null)",
        json!(characters.chars().collect::<Vec<_>>())
    );
    page.evaluate(&fetch);
    for c in characters.chars() {
        if escaped.contains(c) {
            assert_eq!(
                server.cookies(&format!("/a%{:02X}b", u32::from(c))),
                "",
                "{c}"
            );
        } else {
            assert_eq!(server.cookies(&format!("/a{c}b")), "plain=1", "{c}");
        }
    }
}

fn path_ends_at_a_semicolon(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            path: "/a;b".to_owned(),
            ..Config::default()
        })
        .set("1");
    let cookie = changed(
        visitor,
        &ours,
        &SetError::PathCharacter { character: ';' },
        "plain=1; Path=/a;b",
    );
    assert_eq!(cookie.path, "/a");
}

fn leading_dot_of_a_domain_says_nothing(visitor: &Context<'_>) {
    let ours = PLAIN
        .at(&Config {
            domain: Some(".shop.localhost".to_owned()),
            ..Config::default()
        })
        .set("1");
    assert_eq!(ours, Err(SetError::DomainDot));
    let with = Answer::html("").header("Set-Cookie", "with=1; Path=/; Domain=.shop.localhost");
    let both = with.header("Set-Cookie", "without=1; Path=/; Domain=shop.localhost");
    let server = Server::start([(PLACE, both)]);
    visitor.page().navigate(&server.at("shop.localhost", PLACE));
    for name in ["with", "without"] {
        assert_eq!(
            visitor.cookie(name).expect("it is kept").domain,
            ".shop.localhost"
        );
    }
}

fn value_ends_at_a_semicolon(visitor: &Context<'_>) {
    assert!(matches!(
        PLAIN.at(&Config::default()).set("a;Path=/b"),
        Err(SetError::Value(_))
    ));
    let cookie = kept(visitor, "plain=a;Path=/b");
    assert_eq!((&*cookie.value, &*cookie.path), ("a", "/b"));
}

fn value_loses_the_blanks_around_it(visitor: &Context<'_>) {
    assert!(matches!(
        PLAIN.at(&Config::default()).set(" a "),
        Err(SetError::Value(_))
    ));
    assert_eq!(kept(visitor, "plain= a ; Path=/").value, "a");
}

fn name_ends_at_a_semicolon(visitor: &Context<'_>) {
    assert!(FAMILY.pattern().unwrap().fill(["a;b"]).is_err());
    let cookie = kept(visitor, "seen_a;b=1; Path=/");
    assert_eq!((&*cookie.name, &*cookie.value), ("", "seen_a"));
}

fn cookie_without_a_name_is_kept(visitor: &Context<'_>) {
    let cookie = kept(visitor, "=1; Path=/");
    assert_eq!((&*cookie.name, &*cookie.value), ("", "1"));
}

fn attribute_given_twice_is_the_last_one(visitor: &Context<'_>) {
    let cookie = kept(
        visitor,
        "plain=1; Path=/a; Path=/b; SameSite=Strict; SameSite=Lax",
    );
    assert_eq!(
        (&*cookie.path, cookie.same_site.as_deref()),
        ("/b", Some("Lax"))
    );
}

fn secure_is_on_whatever_it_is_given(visitor: &Context<'_>) {
    assert!(kept(visitor, "plain=1; Path=/; Secure=false").secure);
}

fn prefix_of_a_dead_draft_promises_nothing(visitor: &Context<'_>) {
    for name in ["__HttpOnly-a", "__HostHttpOnly-a", "__HostHttp-a"] {
        let cookie = kept(&visitor.another(), &format!("{name}=1; Path=/here"));
        assert!(
            !cookie.secure && !cookie.http_only && cookie.path == "/here",
            "{cookie:?}"
        );
    }
}

// So a table only warns of it.
fn partitioned_without_same_site_none_is_kept(visitor: &Context<'_>) {
    let cookie = kept(
        visitor,
        "plain=1; Path=/; Secure; SameSite=Lax; Partitioned",
    );
    assert!(cookie.partition.is_some());
}

// A server may not send it all the same (RFC 6265bis section 4.1.1), and a table only warns of it in what others set.
fn name_that_is_no_token_is_kept(visitor: &Context<'_>) {
    for name in [
        "seen_a b",
        "seen_(a)",
        "seen_\"a\"",
        "seen_a,b",
        "seen_é",
        "seen_a\u{200b}b",
    ] {
        assert!(
            FAMILY
                .pattern()
                .unwrap()
                .fill([&name["seen_".len()..]])
                .is_err()
        );
        assert_eq!(
            kept(&visitor.another(), &format!("{name}=1; Path=/")).name,
            name
        );
    }
}
