//! The guard without a framework, on headers alone.

mod answers;
mod arrivals;
mod consent;
mod elsewhere;
mod embedded;
mod every_row;
mod exchange;
mod fields;
mod findings;
mod hide;
mod languages;
mod moved;
mod objections;
mod pages;
mod recorded;
mod refused;
mod removals;
mod rules;
mod security;
mod shown;
mod signals;
mod storage;
mod table_module;
mod tied;

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use http::{Method, Uri};

use super::{Action, Difference, Finding, Guard, Violation, Visitor};
use crate::consent::Consent;

const NOW: u64 = 1_795_305_600;
const DAY: u64 = 86_400;

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
pub(super) mod cookies {
    crate::declare_cookies! {
        pub policy for "https://shop.example" in crate::guard::tests::cookies;

        provider Ads = "Ads" { domain: "ads.example" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            SESSION = "sid" | session;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months | attributes = .. !HttpOnly;
            /// Tells forms apart
            #[allow(pattern_overlap)]
            FORM = "form_{id}" | 1 day | attributes = .. SameSite=Strict Path="/forms";
            /// For the whole of the site
            WIDE = "wide" | session or 2 weeks | attributes = .. Domain="shop.example";
            /// For shops inside others
            INSIDE = "inside" | 1 month | attributes = Secure Partitioned SameSite=None;
            /// The whole site's theme
            THEME = "theme" | 1 year;
            /// The theme of the office
            OFFICE_THEME = "theme" | 1 day | attributes = .. Path="/office";
            /// Set by the proxy in front
            "lb" | session | set_by = other;
            /// Not here
            ABSENT = "absent" | session | when = { false };
            /// Nobody knows how long
            #[allow(unstated_duration)]
            OPEN = "open" | _;
            /// Bounded
            BOUNDED = "bounded" | { core::time::Duration::from_secs(60) } max 2 hours;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            RECENT = "recent" | 30 days;
            /// Recognises you
            "_pk_id.{site}" | 13 months | set_by = script;
            /// Is kept in the page
            "seen" | persistent | storage = local_storage;
            /// Somebody else's
            "uid" | 1 year | provider = Ads | set_by = third_party;
            /// Remembers the last form
            "form_last" | 1 day | attributes = .. SameSite=Strict Path="/";
            /// The same word in another place
            "theme" | 1 day | attributes = .. Path="/statistics";
        }
        /// Adverts
        category Adverts: opt_in(gpc) {
            cookie | duration;
            /// Chooses adverts
            ADVERT = "advert" | 1 day;
        }
        /// Comfort
        category Comfort: opt_out {
            cookie | duration;
            /// Remembers the font
            FONT = "font" | 1 day;
        }
        retired { "old" Path="/old"; "legacy_{id}" Path="/"; }
    }
}

use cookies::{Category, POLICY};

type Answer = Consent<Category>;

fn guard() -> Guard<Category> {
    Guard::new(POLICY).clock(|| NOW)
}

/// The output of a future that does not wait for anything.
pub(crate) fn ready<F: Future>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it waits"),
    }
}

fn headers(fields: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        headers.append(*name, value.parse().unwrap());
    }
    headers
}

fn visit(guard: &Guard<Category>, path: &str, request: &HeaderMap) -> Visitor<Category> {
    guard.visitor(&Method::GET, &path.parse::<Uri>().unwrap(), request)
}

/// The `Cookie` pair of an answer given a minute ago.
fn pair(answer: &Answer) -> String {
    format!(
        "__Host-prefs={}",
        cookies::PREFERENCES.set(answer).unwrap().value()
    )
}

fn granted_all() -> Answer {
    Answer::accept_all(NOW - 60)
}

fn denied_all() -> Answer {
    Answer::refuse_all(NOW - 60)
}

fn response(fields: &[&str]) -> HeaderMap {
    headers(
        &fields
            .iter()
            .map(|field| ("set-cookie", *field))
            .collect::<Vec<_>>(),
    )
}

fn sent(response: &HeaderMap) -> Vec<String> {
    let text = |field: &HeaderValue| String::from_utf8_lossy(field.as_bytes()).to_string();
    response.get_all(SET_COOKIE).iter().map(text).collect()
}

/// The fields that are kept of these, and the findings, for a visitor who sends `cookie` to `path`.
fn enforced(path: &str, cookie: &str, fields: &[&str]) -> (Vec<String>, Vec<Finding>) {
    let guard = guard();
    let mut request = HeaderMap::new();
    if !cookie.is_empty() {
        request.insert(COOKIE, cookie.parse().unwrap());
    }
    let mut response = response(fields);
    response.insert("content-type", HeaderValue::from_static("text/html"));
    let findings = guard.finish(&visit(&guard, path, &request), &mut response);
    (sent(&response), findings)
}

/// The rules that one field breaks at `/`. It is sent unchanged only if it breaks none.
fn findings_about(cookie: &str, field: &str) -> Vec<Violation> {
    let (sent, findings) = enforced("/", cookie, &[field]);
    let is_sent = sent.iter().any(|sent| sent == field);
    assert_eq!(
        is_sent,
        findings
            .iter()
            .all(|finding| finding.action == Action::Sent),
        "{field}"
    );
    findings
        .into_iter()
        .map(|finding| finding.violation)
        .collect()
}

fn passes(cookie: &str, field: &str) {
    assert_eq!(findings_about(cookie, field), [], "{field}");
}

fn breaks(cookie: &str, field: &str, violation: Violation) {
    assert_eq!(findings_about(cookie, field), [violation], "{field}");
}

/// An attribute that was sent as `sent` and is declared as `declared`; empty without the attribute.
fn differs(attribute: &'static str, sent: &str, declared: &str) -> Violation {
    let text = |text: &str| (!text.is_empty()).then(|| String::from(text));
    Violation::Attribute(Difference {
        attribute,
        declared: text(declared),
        sent: text(sent),
    })
}
