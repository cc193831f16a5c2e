//! A consent row that gets another `Domain` or `Path`: visitors keep their answer.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::{Method, Uri};

use super::{DAY, NOW, headers, sent};
use crate::guard::Guard;

macro_rules! release {
    ($module:ident, [$($attributes:tt)*], $retired:tt) => {
        #[allow(unreachable_pub, reason = "a policy as a user would write it")]
        mod $module {
            crate::declare_cookies! {
                pub policy for "https://www.shop.example";
                /// Needed
                ///
                /// The site does not work without these.
                category Necessary: exempt {
                    cookie | duration;
                    /// Remembers what you chose
                    PREFERENCES: Consent = "prefs" | 6 months | attributes = $($attributes)*;
                }
                /// Audience
                category Statistics: opt_in {
                    cookie | duration;
                    /// Remembers what you looked at last
                    RECENT = "recent" | 30 days;
                }
                retired $retired
            }
        }
    };
}

release!(before, [Secure], {});
release!(after, [.. Domain="shop.example"], { "prefs" Path="/"; });
release!(partitioned, [Secure SameSite=None Partitioned], {});

const RECENT: &str = "recent=1; Path=/; Secure; HttpOnly; SameSite=Lax";

fn guard() -> Guard<after::Category> {
    Guard::new(after::POLICY).clock(|| NOW)
}

/// The pair of an answer that the previous release set `ago` seconds ago.
fn old(accepts: bool, ago: u64) -> String {
    let consent = if accepts {
        before::Consent::accept_all
    } else {
        before::Consent::refuse_all
    };
    format!(
        "prefs={}",
        before::PREFERENCES
            .set(&consent(NOW - ago))
            .unwrap()
            .value()
    )
}

/// A page of the next release for a visitor with these cookies: whether statistics are allowed, and
/// the cookies that it sets.
fn page(cookie: &str, fields: &[&str]) -> (bool, Vec<String>) {
    let (guard, request) = (guard(), headers(&[("cookie", cookie)]));
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &request);
    let allows = visitor.consent().allows(after::Category::Statistics);
    let html = ("content-type", "text/html");
    let fields: Vec<_> = fields
        .iter()
        .map(|field| ("set-cookie", *field))
        .chain([html])
        .collect();
    let mut response = headers(&fields);
    guard.finish(&visitor, &mut response);
    (allows, sent(&response))
}

fn pair(field: &str) -> &str {
    field.split(';').next().unwrap()
}

#[test]
fn answer_moves_to_the_present_scope_for_its_remaining_time() {
    for accepts in [true, false] {
        let (allows, sent) = page(&old(accepts, 10 * DAY), &[]);
        assert_eq!(allows, accepts);
        let [moved] = &*sent else { panic!("{sent:?}") };
        let max_age = 6 * 30 * DAY - 10 * DAY;
        let end = format!(
            "; Path=/; Domain=shop.example; Max-Age={max_age}; Secure; HttpOnly; SameSite=Lax"
        );
        assert!(moved.ends_with(&end), "{moved}");
        // From then on the answer stays, and the old one is removed.
        let (allows, sent) = page(&format!("{}; {}", old(accepts, 10 * DAY), pair(moved)), &[]);
        assert_eq!(allows, accepts);
        assert_eq!(
            sent,
            ["prefs=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax"]
        );
        assert_eq!(page(pair(moved), &[]), (accepts, Vec::new()));
    }
}

#[test]
fn asset_neither_moves_nor_removes_an_answer() {
    let guard = guard();
    let visitor = guard.visitor(
        &Method::GET,
        &Uri::from_static("/x.js"),
        &headers(&[("cookie", &old(true, 60))]),
    );
    let mut response = headers(&[("content-type", "text/javascript")]);
    guard.finish(&visitor, &mut response);
    assert!(sent(&response).is_empty());
}

#[test]
fn newer_answer_of_both_scopes_counts() {
    let newer = |accepts| {
        let consent = if accepts {
            after::Consent::accept_all
        } else {
            after::Consent::refuse_all
        };
        format!(
            "prefs={}",
            after::PREFERENCES.set(&consent(NOW - 60)).unwrap().value()
        )
    };
    for accepts in [true, false] {
        assert_eq!(
            page(&format!("{}; {}", old(!accepts, DAY), newer(accepts)), &[]).0,
            accepts
        );
        assert_eq!(
            page(&format!("{}; {}", newer(accepts), old(!accepts, DAY)), &[]).0,
            accepts
        );
    }
}

#[test]
fn answer_set_with_another_scope_does_not_count() {
    let old_scope = "prefs=; Path=/; Max-Age=0; Secure";
    // The removal of the old scope does not withdraw the answer …
    let accepted = format!(
        "prefs={}",
        after::PREFERENCES
            .set(&after::Consent::accept_all(NOW - 60))
            .unwrap()
            .value()
    );
    assert!(
        page(&accepted, &[RECENT, old_scope])
            .1
            .contains(&RECENT.to_string())
    );
    // … and that of the row does.
    let own = "prefs=; Path=/; Domain=shop.example; Max-Age=0; Secure";
    assert!(
        !page(&accepted, &[RECENT, own])
            .1
            .contains(&RECENT.to_string())
    );
    // The answer of a choice counts, though the old scope is removed after it.
    let cookies = decided(&accepted, &after::Consent::refuse_all(NOW));
    let fields: Vec<_> = [RECENT]
        .into_iter()
        .chain(cookies.iter().map(String::as_str))
        .chain([old_scope])
        .collect();
    assert!(!page(&accepted, &fields).1.contains(&RECENT.to_string()));
}

fn decided(cookie: &str, consent: &after::Consent) -> Vec<String> {
    let (guard, request) = (
        guard(),
        headers(&[("host", "www.shop.example"), ("cookie", cookie)]),
    );
    let visitor = guard.visitor(
        &Method::POST,
        &Uri::from_static("/cookies/preferences"),
        &request,
    );
    visitor
        .decide(consent)
        .unwrap()
        .iter()
        .map(crate::SetCookie::to_header_value)
        .collect()
}

#[test]
fn choice_removes_answers_in_all_other_scopes() {
    let sent = decided(
        &format!("{}; {}", old(true, DAY), old(false, DAY)),
        &after::Consent::accept_all(NOW),
    );
    let scopes: Vec<_> = sent[1..]
        .iter()
        .map(|field| field.split("; Max-Age").next().unwrap())
        .collect();
    assert_eq!(
        scopes,
        [
            "prefs=; Path=/",
            "prefs=; Path=/; Domain=www.shop.example",
            "prefs=; Path=/cookies",
            "prefs=; Path=/cookies; Domain=shop.example",
            "prefs=; Path=/cookies; Domain=www.shop.example",
            "prefs=; Path=/; Domain=shop.example",
        ]
    );
    assert!(sent[6].ends_with("; Partitioned"));
    // An answer in the scope of its row has no others.
    let own = format!(
        "prefs={}",
        after::PREFERENCES
            .set(&after::Consent::accept_all(NOW - 60))
            .unwrap()
            .value()
    );
    assert_eq!(decided(&own, &after::Consent::accept_all(NOW)).len(), 1);
}

#[test]
fn answer_moves_to_a_partitioned_row() {
    let guard = Guard::new(partitioned::POLICY).clock(|| NOW);
    let visitor = guard.visitor(
        &Method::GET,
        &Uri::from_static("/"),
        &headers(&[("cookie", &old(true, DAY))]),
    );
    assert!(visitor.consent().allows(partitioned::Category::Statistics));
    let mut response = headers(&[("content-type", "text/html")]);
    guard.finish(&visitor, &mut response);
    assert!(
        sent(&response)[0].ends_with("; Partitioned"),
        "{:?}",
        sent(&response)
    );
}
