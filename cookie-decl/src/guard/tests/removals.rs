//! Removals: those of the application pass, and what is retired or refused is removed on sight.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::HeaderMap;
use http::{Method, Uri};

use super::{NOW, agreed, enforced, guard, headers, pair, passes, refused, response, sent, visit};
use crate::guard::{Guard, Mode, Rule};

const OLD: &str = "old=; Path=/old; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax";

#[test]
fn a_removal_of_whatever_there_is_passes() {
    for name in ["sid", "recent", "tracker", "_pk_id.1", "uid"] {
        for lifetime in [
            "Max-Age=0",
            "Max-Age=-1",
            "Max-Age=-99999999999999999999",
            "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
            "Expires=Thu, 01-Jan-1970 00:00:01 GMT",
            "Expires=Thu, 01 Jan 1970 00:00:00 -0000",
            "Expires=Sat, 21 Nov 2026 23:59:59 GMT",
            "Max-Age=0; Expires=Sat, 21 Nov 2099 23:59:59 GMT",
        ] {
            passes("", &format!("{name}=; Path=/; {lifetime}"));
        }
    }
}

#[test]
fn what_only_looks_like_a_removal_does_not() {
    for lifetime in ["Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "Max-Age=", "Max-Age=0x", "Max-Age=+0"] {
        let (sent, findings) = enforced("/", "", &[&format!("tracker=; Path=/; {lifetime}")]);
        assert!(sent.is_empty(), "{lifetime}");
        assert_eq!(findings[0].rule, Rule::Undeclared);
    }
}

#[test]
fn a_removal_before_what_is_sent_is_not_sent_as_well() {
    let session = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    let (sent, findings) = enforced("/", "", &["sid=; Path=/; Max-Age=0", session]);
    assert_eq!(sent, [session]);
    assert_eq!(findings[0].rule, Rule::Twice);
}

#[test]
fn a_removal_before_what_is_not_sent_stays() {
    let (sent, findings) = enforced("/", "", &["tracker=; Path=/; Max-Age=0", "tracker=a; Path=/"]);
    assert_eq!(sent, ["tracker=; Path=/; Max-Age=0"]);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].rule, Rule::Undeclared);
}

#[test]
fn a_removal_behind_what_was_set_wins() {
    let session = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    let (sent, findings) = enforced("/", "", &[session, "sid=; Path=/; Max-Age=0"]);
    assert_eq!(sent, ["sid=; Path=/; Max-Age=0"]);
    assert_eq!(findings[0].rule, Rule::Twice);
}

#[test]
fn what_is_retired_is_removed_with_its_scope_and_once() {
    let (sent, findings) = enforced("/", "old=1; old=2; legacy_a=1; sid=1", &[]);
    assert_eq!(sent, [OLD.to_string(), OLD.replace("old=", "legacy_a=").replace("/old", "/")]);
    assert_eq!(findings, []);
    assert!(enforced("/", "older=1; legacy_=1", &[]).0.is_empty());
}

#[test]
fn what_the_response_removes_already_is_not_removed_again() {
    let (sent, _) = enforced("/", "old=1", &["old=; path=/old; max-age=0"]);
    assert_eq!(sent, ["old=; path=/old; max-age=0"]);
    // Another path is another cookie.
    assert_eq!(enforced("/", "old=1", &["old=; Path=/; Max-Age=0"]).0.len(), 2);
}

#[test]
fn what_sets_a_retired_cookie_is_dropped_and_the_cookie_removed() {
    let (sent, findings) = enforced("/", "old=1", &["old=2; Path=/old"]);
    assert_eq!(sent, [OLD]);
    assert_eq!(findings[0].rule, Rule::Undeclared);
}

fn names(fields: &[String]) -> Vec<&str> {
    fields.iter().map(|field| field.split('=').next().unwrap()).collect()
}

#[test]
fn what_the_visitor_refused_is_removed_that_of_scripts_too() {
    let brought = format!("recent=1; _pk_id.1=2; sid=3; font=4; {}", pair(&refused()));
    let (sent, _) = enforced("/", &brought, &[]);
    assert_eq!(names(&sent), ["recent", "_pk_id.1", "font"]);
    assert!(sent.iter().all(|field| field.contains("; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT")));
}

#[test]
fn what_nobody_answered_or_agreed_to_stays() {
    for answer in [String::new(), pair(&agreed())] {
        assert!(enforced("/", &format!("recent=1; advert=2; font=3; {answer}"), &[]).0.is_empty());
    }
}

#[test]
fn an_answer_of_this_response_removes_what_it_refuses() {
    let answer = super::cookies::PREFERENCES.set(&refused()).unwrap().to_header_value();
    let (sent, findings) = enforced("/", &format!("recent=1; {}", pair(&agreed())), &[&answer]);
    assert_eq!(names(&sent), ["__Host-prefs", "recent"]);
    assert_eq!(findings, []);
}

#[test]
fn only_enforcing_removes_on_sight() {
    let guard = guard().mode(Mode::Report);
    let mut response = HeaderMap::new();
    guard.enforce(&visit(&guard, "/", &headers(&[("cookie", "old=1")])), &mut response);
    assert!(response.is_empty());
}

#[test]
fn a_response_that_removes_something_is_for_one_visitor() {
    let guard = guard();
    let kept = |cookie: &'static str| {
        let visitor = visit(&guard, "/", &headers(&[("cookie", cookie)]));
        let mut response = response(&[]);
        guard.enforce(&visitor, &mut response);
        guard.keep_private(&visitor, &mut response);
        (sent(&response).len(), response.contains_key("vary"))
    };
    assert_eq!(kept("old=1"), (1, true));
    assert_eq!(kept("sid=1"), (0, false));
}

#[test]
fn a_hostile_name_is_not_removed_but_harms_nobody() {
    let cookie = "legacy_\u{e9}=1; legacy_a b=2; legacy_\"=3; =4; ;;; legacy_x";
    let (sent, _) = enforced("/", cookie, &[]);
    assert_eq!(names(&sent), ["legacy_a b", "legacy_\""]);
}

#[test]
fn thousands_of_names_are_removed_a_few_with_each_response() {
    // Each held against each other would take minutes.
    let names: Vec<String> = (0..10_000).map(|number| format!("legacy_{number}=1; _pk_id.{number}=1")).collect();
    let (sent, _) = enforced("/", &format!("{}; {}", names.join("; "), pair(&refused())), &[]);
    assert_eq!(sent.len(), 20);
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod twins {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
        }
        /// Shop
        category Shop: opt_in {
            cookie | duration | attributes;
            /// Remembers the order of the goods
            "prefs" | 30 days | Path="/shop";
            /// Remembers what you looked at last
            "recent" | 30 days | Path="/";
        }
    }
}

#[test]
fn what_is_called_as_the_answer_is_and_refused_is_removed() {
    let guard = Guard::new(twins::POLICY).clock(|| NOW);
    let removed = |consent: &twins::Consent, others: &str| {
        let request = headers(&[("cookie", &format!("{others}prefs={}", consent.encode().unwrap()))]);
        let mut response = HeaderMap::new();
        guard.enforce(&guard.visitor(&Method::GET, &Uri::from_static("/"), &request), &mut response);
        let removals = sent(&response);
        removals.iter().map(|field| field.split("; Max-Age").next().unwrap().to_string()).collect::<Vec<_>>()
    };
    let (agreed, refused) = (twins::Consent::accept_all(NOW), twins::Consent::refuse_all(NOW));
    assert_eq!(removed(&refused, ""), ["prefs=; Path=/shop"]);
    assert_eq!(removed(&refused, "recent=1; "), ["recent=; Path=/", "prefs=; Path=/shop"]);
    assert!(removed(&agreed, "recent=1; ").is_empty());
}
