//! Removals: those of the application pass, and pages remove retired and denied cookies.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{HeaderMap, HeaderValue};
use http::{Method, Uri};

use super::{
    NOW, breaks, denied_all, enforced, granted_all, guard, headers, pair, passes, response, sent,
    visit,
};
use crate::guard::Violation;
use crate::guard::{Guard, Mode};

const OLD: &str = "old=; Path=/old; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax";

#[test]
fn removal_of_any_name_passes() {
    for name in ["tracker", "_pk_id.1", "uid", "lb"] {
        for lifetime in [
            "Max-Age=0",
            "Max-Age=-1",
            "Max-Age=-99999999999999999999",
            "Max-Age=0; Expires=Sat, 21 Nov 2099 23:59:59 GMT",
            "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
            "Expires=Thursday, 01-Jan-70 00:00:00 GMT",
            "Expires=Thu Jan  1 00:00:00 1970",
            "Expires=Sat, 21 Nov 2026 23:59:59 GMT",
        ] {
            passes("", &format!("{name}=; Path=/; {lifetime}"));
        }
    }
}

/// Fields that set a cookie in at least one browser.
#[test]
fn removal_that_some_browsers_misread_is_checked_as_set() {
    for lifetime in [
        "Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "Max-Age=",
        "Max-Age",
        "Max-Age=0x",
        "Max-Age=+0",
        "Max-Age=00",
        "Max-Age=\"0\"",
        "Max-Age=0; Max-Age=x",
        "Max-Age=x; Max-Age=0",
        "Max-Age=0; Max-Age=0",
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=+31536000",
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=",
        "Expires=Thu, 01 Jan 1970 00:00:00Z",
        "Expires=Thu, 1st Jan 1970 00:00:00 GMT",
        "Expires=Thu, 01 Jan 1970 08:04:19AM",
        "Expires=Thu, 01 Jan 1970 00:00:00 -0000",
        "Expires=Thu, 01-Jan-1970 00:00:01 GMT",
        "Expires=Tue, 31 Feb 1970 00:00:00 GMT",
        "Expires=0",
        "Expires=-1",
        "Expires=",
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=Sat, 21 Nov 2099 23:59:59 GMT",
        // Another ambiguous attribute does not hide an ambiguous lifetime.
        "Path=/a; Max-Age=x; Max-Age=0",
        "SameSite=Lax; SameSite=None; Max-Age=31536000; Max-Age=0",
    ] {
        breaks(
            "",
            &format!("tracker=1; Path=/; {lifetime}"),
            Violation::Undeclared,
        );
    }
    // Browsers ignore an attribute over 1,024 bytes.
    let long = format!("Max-Age=-{}", "1".repeat(1_024));
    breaks(
        "",
        &format!("tracker=1; Max-Age=31536000; {long}"),
        Violation::Undeclared,
    );
    breaks(
        "",
        &format!("tracker=1; Path=/; {long}"),
        Violation::Undeclared,
    );
    passes("", "tracker=1; Expires=a; Expires=b; Max-Age=0");
}

fn with_date(date: &str, field: &str) -> usize {
    let guard = guard();
    let mut response = response(&[field]);
    response.insert("date", date.parse().unwrap());
    guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    sent(&response).len()
}

#[test]
fn date_before_clock_and_response_date_is_a_removal() {
    let (epoch, now) = (
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Sun, 22 Nov 2026 00:00:00 GMT",
    );
    assert_eq!(with_date(now, &format!("tracker=; Expires={epoch}")), 1);
    // Chromium assumes that the clock of this server is wrong, and keeps the cookie.
    assert_eq!(with_date(epoch, &format!("tracker=1; Expires={epoch}")), 0);
    assert_eq!(
        with_date(epoch, "tracker=1; Expires=Fri, 01 Jan 1971 00:00:00 GMT"),
        0
    );
    assert_eq!(
        with_date("today", &format!("tracker=1; Expires={epoch}")),
        0
    );
    assert_eq!(with_date(epoch, "tracker=1; Max-Age=0"), 1);
}

/// The finding about a removal, which is sent anyway.
fn without_effect(path: &str, field: &str) -> Option<Violation> {
    let (sent, findings) = enforced(path, "", &[field]);
    assert_eq!(sent, [field]);
    assert!(findings.len() < 2);
    findings.into_iter().next().map(|finding| finding.violation)
}

#[test]
fn removal_without_effect_is_sent_and_reported() {
    let elsewhere = |sent: &str, declared: &str| {
        Some(Violation::RemovalElsewhere {
            sent: sent.into(),
            declared: declared.into(),
        })
    };
    // By the name alone, from a page in a directory.
    assert_eq!(
        without_effect("/shop/basket", "sid=; Max-Age=0"),
        elsewhere("Path=/shop", "Path=/")
    );
    assert_eq!(without_effect("/basket", "sid=; Max-Age=0"), None);
    assert_eq!(
        without_effect("/", "wide=; Path=/; Max-Age=0"),
        elsewhere("Path=/", "Path=/; Domain=shop.example")
    );
    let (path, domain) = ("Path=/; Domain=shop.example", "Path=/");
    assert_eq!(
        without_effect("/", "sid=; Path=/; Domain=shop.example; Max-Age=0"),
        elsewhere(path, domain)
    );
    assert_eq!(
        without_effect("/", "inside=; Path=/; Secure; SameSite=None; Max-Age=0"),
        elsewhere("Path=/", "Path=/; Partitioned")
    );
    assert_eq!(
        without_effect(
            "/",
            "inside=; Path=/; Secure; SameSite=None; Partitioned; Max-Age=0"
        ),
        None
    );
    // The scope of any of the rows passes, also that of a retired one.
    for path in ["/", "/office", "/statistics"] {
        assert_eq!(
            without_effect("/", &format!("theme=; Path={path}; Max-Age=0")),
            None
        );
    }
    assert_eq!(without_effect("/", "old=; Path=/old; Max-Age=0"), None);
    assert_eq!(
        without_effect("/", "old=; Path=/; Max-Age=0"),
        elsewhere("Path=/", "Path=/old")
    );
    // The scope of a cookie that a script or a proxy sets is not known.
    assert_eq!(
        without_effect("/", "_pk_id.1=; Path=/x; Domain=shop.example; Max-Age=0"),
        None
    );
    assert_eq!(without_effect("/a/b", "lb=; Max-Age=0"), None);
    assert_eq!(without_effect("/", "tracker=; Path=/x; Max-Age=0"), None);
}

#[test]
fn a_removal_that_browsers_refuse_is_sent_and_reported() {
    let denied_all = |field: &str| match without_effect("/", field) {
        Some(Violation::RemovalRefused(reason)) => Some(reason.to_string()),
        None => None,
        other => panic!("{other:?}"),
    };
    let prefs = "__Host-prefs=; Path=/; Max-Age=0";
    assert_eq!(
        denied_all(prefs).unwrap(),
        "browsers refuse a `__Host-` cookie without `Secure`"
    );
    assert_eq!(denied_all(&format!("{prefs}; Secure")), None);
    assert!(denied_all(&format!("{prefs}; Secure; Domain=shop.example")).is_some());
    assert!(denied_all("sid=; Path=/; Max-Age=0; SameSite=None").is_some());
    assert!(denied_all("sid=; Path=/; Max-Age=0; Partitioned").is_some());
    assert_eq!(
        denied_all("sid=; Path=/; Max-Age=0; SameSite=None; Secure"),
        None
    );
}

#[test]
fn removal_before_a_kept_field_is_dropped() {
    let session = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    let (sent, findings) = enforced("/", "", &["sid=; Path=/; Max-Age=0", session]);
    assert_eq!(sent, [session]);
    assert_eq!(findings[0].violation, Violation::Twice);
}

#[test]
fn removal_before_a_dropped_field_stays() {
    let (sent, findings) = enforced(
        "/",
        "",
        &["tracker=; Path=/; Max-Age=0", "tracker=a; Path=/"],
    );
    assert_eq!(sent, ["tracker=; Path=/; Max-Age=0"]);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].violation, Violation::Undeclared);
}

#[test]
fn removal_after_a_field_wins() {
    let session = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    let (sent, findings) = enforced("/", "", &[session, "sid=; Path=/; Max-Age=0"]);
    assert_eq!(sent, ["sid=; Path=/; Max-Age=0"]);
    assert_eq!(findings[0].violation, Violation::Twice);
}

#[test]
fn retired_cookie_is_removed_once_with_its_scope() {
    let (sent, findings) = enforced("/", "old=1; old=2; legacy_a=1; sid=1", &[]);
    assert_eq!(
        sent,
        [
            OLD.to_string(),
            OLD.replace("old=", "legacy_a=").replace("/old", "/")
        ]
    );
    assert_eq!(findings, []);
    assert!(enforced("/", "older=1; legacy_=1", &[]).0.is_empty());
}

#[test]
fn cookie_that_the_response_removes_is_not_removed_again() {
    let (sent, _) = enforced("/", "old=1", &["old=; path=/old; max-age=0"]);
    assert_eq!(sent, ["old=; path=/old; max-age=0"]);
    // Another path is another cookie.
    assert_eq!(
        enforced("/", "old=1", &["old=; Path=/; Max-Age=0"]).0.len(),
        2
    );
}

#[test]
fn setting_a_retired_cookie_is_dropped_and_it_is_removed() {
    let (sent, findings) = enforced("/", "old=1", &["old=2; Path=/old"]);
    assert_eq!(sent, [OLD]);
    assert_eq!(findings[0].violation, Violation::Undeclared);
}

fn names(fields: &[String]) -> Vec<&str> {
    fields
        .iter()
        .map(|field| field.split('=').next().unwrap())
        .collect()
}

#[test]
fn denied_cookies_are_removed_even_those_of_scripts() {
    let request_cookies = format!(
        "recent=1; _pk_id.1=2; sid=3; font=4; {}",
        pair(&denied_all())
    );
    let (sent, _) = enforced("/", &request_cookies, &[]);
    // The scope that the script used is not known.
    assert_eq!(names(&sent), ["recent", "_pk_id.1", "_pk_id.1", "font"]);
    assert!(
        sent.iter()
            .all(|field| field.contains("; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"))
    );
}

#[test]
fn undecided_and_granted_cookies_stay() {
    for answer in [String::new(), pair(&granted_all())] {
        assert!(
            enforced("/", &format!("recent=1; advert=2; font=3; {answer}"), &[])
                .0
                .is_empty()
        );
    }
}

#[test]
fn answer_set_by_the_response_removes_denied_cookies() {
    let answer = super::cookies::PREFERENCES
        .set(&denied_all())
        .unwrap()
        .to_header_value();
    let (sent, findings) = enforced(
        "/",
        &format!("recent=1; {}", pair(&granted_all())),
        &[&answer],
    );
    assert_eq!(names(&sent), ["__Host-prefs", "recent"]);
    assert_eq!(findings, []);
}

#[test]
fn only_enforce_mode_removes_cookies() {
    let guard = guard().mode(Mode::Report);
    let mut response = HeaderMap::new();
    guard.finish(
        &visit(&guard, "/", &headers(&[("cookie", "old=1")])),
        &mut response,
    );
    assert!(response.is_empty());
}

/// The removals and the `Cache-Control` of a response with these fields, after a request with
/// these.
fn page(request: &[(&'static str, &str)], fields: &[(&'static str, &str)]) -> (usize, String) {
    let guard = guard();
    let mut response = headers(fields);
    guard.finish(&visit(&guard, "/", &headers(request)), &mut response);
    let cache = response
        .get("cache-control")
        .map(|value| value.to_str().unwrap().to_string());
    (sent(&response).len(), cache.unwrap_or_default())
}

#[test]
fn page_with_removals_is_private() {
    let html = ("content-type", "text/html; charset=utf-8");
    assert_eq!(page(&[("cookie", "old=1")], &[html]), (1, "private".into()));
    assert_eq!(page(&[("cookie", "sid=1")], &[html]), (0, String::new()));
}

#[test]
fn asset_removes_nothing_and_stays_cacheable() {
    let old = ("cookie", "old=1");
    let immutable = ("cache-control", "public, max-age=31536000, immutable");
    let is_kept = |request: &[_], fields: &[_]| page(request, fields) == (0, immutable.1.into());
    assert!(is_kept(
        &[old],
        &[("content-type", "text/javascript"), immutable]
    ));
    assert!(is_kept(&[old], &[("content-type", "image/png"), immutable]));
    assert!(is_kept(
        &[old, ("sec-fetch-dest", "document")],
        &[("content-type", "text/html"), immutable]
    ));
    assert!(is_kept(&[old, ("sec-fetch-dest", "script")], &[immutable]));
    let html = ("content-type", "text/html");
    for (destination, removals) in [("document", 1), ("iframe", 1), ("empty", 0), ("image", 0)] {
        assert_eq!(
            page(&[old, ("sec-fetch-dest", destination)], &[html]).0,
            removals,
            "{destination}"
        );
    }
    // After a redirect, the next page removes the cookies.
    assert_eq!(
        page(&[old, ("sec-fetch-dest", "document")], &[("location", "/")]).0,
        0
    );
}

#[test]
fn name_that_cannot_be_removed_is_reported() {
    let cookie = "legacy_\u{e9}=1; legacy_a b=2; legacy_\"=3; =4; ;;; legacy_x";
    let (sent, findings) = enforced("/", cookie, &[]);
    assert_eq!(names(&sent), ["legacy_a b", "legacy_\""]);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].cookie, "legacy_\u{e9}");
    assert!(matches!(
        findings[0].violation,
        Violation::RemovalRefused(_)
    ));
    let many: Vec<_> = (0..1_000)
        .map(|number| format!("legacy_{number}\u{e9}=1"))
        .collect();
    assert_eq!(enforced("/", &many.join("; "), &[]).1.len(), 20);
}

#[test]
fn thousands_of_names_are_removed_over_several_responses() {
    // Comparing all pairs would take minutes.
    let names: Vec<String> = (0..10_000)
        .map(|number| format!("legacy_{number}=1; _pk_id.{number}=1"))
        .collect();
    let (sent, _) = enforced(
        "/",
        &format!("{}; {}", names.join("; "), pair(&denied_all())),
        &[],
    );
    assert!((18..=20).contains(&sent.len()), "{}", sent.len());
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
fn denied_cookie_with_the_name_of_the_answer_is_removed() {
    let guard = Guard::new(twins::POLICY).clock(|| NOW);
    let removed = |consent: &twins::Consent, others: &str| -> Vec<String> {
        let request = headers(&[(
            "cookie",
            &format!(
                "{others}prefs={}",
                twins::PREFERENCES.set(consent).unwrap().value()
            ),
        )]);
        let mut response = headers(&[("content-type", "text/html")]);
        guard.finish(
            &guard.visitor(&Method::GET, &Uri::from_static("/"), &request),
            &mut response,
        );
        let removals = sent(&response);
        let mut scopes: Vec<_> = removals
            .iter()
            .map(|field| field.split("; Max-Age").next().unwrap().into())
            .collect();
        scopes.sort();
        scopes
    };
    let (granted_all, denied_all) = (
        twins::Consent::accept_all(NOW),
        twins::Consent::refuse_all(NOW),
    );
    assert_eq!(removed(&denied_all, ""), ["prefs=; Path=/shop"]);
    assert_eq!(
        removed(&denied_all, "recent=1; "),
        ["prefs=; Path=/shop", "recent=; Path=/"]
    );
    assert!(removed(&granted_all, "recent=1; ").is_empty());
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod measured {
    crate::declare_cookies! {
        pub policy for "https://www.shop.example";
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
            /// Keeps you signed in
            "sid" | session | attributes = .. Domain="shop.example";
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            with set_by = script {
                /// Recognises you
                "_ga" | 13 months;
                /// Recognises you once more
                "_fbp" | 3 months | attributes = SameSite=Lax Domain="shop.example";
                /// Recognises you in each frame
                "frame_{id}" | 3 months;
                /// Is of this host alone
                "__Host-seen" | 1 day;
            }
            /// Set by a proxy
            "__cf" | 1 day | set_by = other;
        }
        retired { "sid" Path="/"; "gone" Path="/"; "prefs" Path="/app"; }
    }
}

type Measured = Guard<measured::Category>;

fn measured() -> Measured {
    Guard::new(measured::POLICY).clock(|| NOW)
}

/// The cookies that a page removes at a host, for a visitor who denied everything a minute ago.
fn removed(guard: &Measured, host: &str, cookies: &str) -> Vec<String> {
    let denied_all = measured::PREFERENCES
        .set(&measured::Consent::refuse_all(NOW - 60))
        .unwrap();
    let request = headers(&[
        ("host", host),
        (
            "cookie",
            &format!("{cookies}; prefs={}", denied_all.value()),
        ),
    ]);
    let mut response = headers(&[("content-type", "text/html")]);
    guard.finish(
        &guard.visitor(&Method::GET, &Uri::from_static("/"), &request),
        &mut response,
    );
    let scope = |field: &String| field.split("; Max-Age").next().unwrap().to_string();
    sent(&response).iter().map(scope).collect()
}

#[test]
fn cookie_of_a_script_is_removed_on_every_possible_domain() {
    let all = [
        "_ga=; Path=/",
        "_ga=; Path=/; Domain=www.shop.example",
        "_ga=; Path=/; Domain=shop.example",
    ];
    assert_eq!(removed(&measured(), "www.shop.example", "_ga=1"), all);
    assert_eq!(removed(&measured(), "WWW.shop.example:8443", "_ga=1"), all);
    let all = [
        "__cf=; Path=/",
        "__cf=; Path=/; Domain=www.shop.example",
        "__cf=; Path=/; Domain=shop.example",
    ];
    assert_eq!(removed(&measured(), "www.shop.example", "__cf=1"), all);
}

#[test]
fn a_scripts_cookie_with_a_domain_is_removed_on_the_host_as_well() {
    let both = ["_fbp=; Path=/; Domain=shop.example", "_fbp=; Path=/"];
    assert_eq!(removed(&measured(), "www.shop.example", "_fbp=1"), both);
    // On another host, such as staging, on the domains of that host.
    let staging = [
        "_fbp=; Path=/; Domain=shop.example",
        "_fbp=; Path=/",
        "_fbp=; Path=/; Domain=shop.staging.test",
        "_fbp=; Path=/; Domain=staging.test",
    ];
    assert_eq!(removed(&measured(), "shop.staging.test", "_fbp=1"), staging);
}

#[test]
fn a_removal_of_a_scripts_cookie_with_another_scope_is_not_reported() {
    let guard = measured();
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    let mut response = response(&["_fbp=; Path=/x; Max-Age=0"]);
    assert!(guard.finish(&visitor, &mut response).is_empty());
}

#[test]
fn an_address_or_localhost_has_no_parent_domain() {
    for host in ["localhost:3000", "127.0.0.1", "[::1]:80"] {
        // Behind a proxy the host is that of the table.
        let all = [
            "_ga=; Path=/",
            "_ga=; Path=/; Domain=www.shop.example",
            "_ga=; Path=/; Domain=shop.example",
        ];
        assert_eq!(removed(&measured(), host, "_ga=1"), all, "{host}");
    }
}

#[test]
fn a_host_only_name_is_removed_on_the_host_only() {
    assert_eq!(
        removed(&measured(), "www.shop.example", "__Host-seen=1"),
        ["__Host-seen=; Path=/"]
    );
}

#[test]
fn retired_scope_of_a_current_name_is_removed_if_sent_twice() {
    let guard = measured();
    assert!(removed(&guard, "www.shop.example", "sid=1").is_empty());
    assert_eq!(
        removed(&guard, "www.shop.example", "sid=1; sid=2"),
        ["sid=; Path=/"]
    );
    assert_eq!(
        removed(&guard, "www.shop.example", "gone=1"),
        ["gone=; Path=/"]
    );
}

#[test]
fn further_removals_follow_with_the_next_pages() {
    let guard = measured();
    let names: Vec<_> = (0..150).map(|number| format!("frame_{number}")).collect();
    // No removal has an effect: the browser sends all cookies again.
    let cookies = names
        .iter()
        .map(|name| format!("{name}=1"))
        .collect::<Vec<_>>()
        .join("; ");
    let mut tried = alloc::collections::BTreeSet::new();
    for _ in 0..400 {
        let removals = removed(&guard, "www.shop.example", &cookies);
        assert!((1..=20).contains(&removals.len()));
        tried.extend(
            removals
                .into_iter()
                .map(|field| field.split('=').next().unwrap().to_string()),
        );
    }
    assert_eq!(tried.len(), 150, "each has its turn");
}

#[test]
fn denial_with_many_cookies_fits_into_the_header() {
    let guard = measured();
    let cookies: Vec<_> = (0..150).map(|number| format!("frame_{number}=1")).collect();
    let request = headers(&[
        ("host", "www.shop.example"),
        ("cookie", &cookies.join("; ")),
    ]);
    let visitor = guard.visitor(
        &Method::POST,
        &Uri::from_static("/cookies/preferences"),
        &request,
    );
    let cookies = visitor.decide(&measured::Consent::refuse_all(NOW)).unwrap();
    let bytes: usize = cookies
        .iter()
        .map(|cookie| "set-cookie: \r\n".len() + cookie.to_header_value().len())
        .sum();
    assert!(
        cookies.len() > 3 && bytes < 3_000,
        "{} with {bytes} bytes",
        cookies.len()
    );
    let withdrawal =
        measured::POLICY.withdraw(&measured::Consent::refuse_all(NOW), visitor.cookies());
    assert_eq!(withdrawal.removals.len() / 3 + withdrawal.postponed, 150);
}

/// The findings of a page, for a visitor who denied everything a minute ago.
fn found(guard: &Measured, kind: &str, cookies: &[u8]) -> Vec<(String, &'static str)> {
    let denied_all = measured::PREFERENCES
        .set(&measured::Consent::refuse_all(NOW - 60))
        .unwrap();
    let cookies = [cookies, b"; prefs=", denied_all.value().as_bytes()].concat();
    let mut request = HeaderMap::new();
    request.insert("cookie", HeaderValue::from_bytes(&cookies).unwrap());
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &request);
    let findings = guard.finish(&visitor, &mut headers(&[("content-type", kind)]));
    findings
        .into_iter()
        .map(|finding| (finding.cookie, finding.violation.name()))
        .collect()
}

#[test]
fn cookie_that_survives_its_removal_is_reported_once_per_row() {
    let guard = measured();
    let cookies = b"_ga=1; frame_1=1; frame_2=1; sid=1; gone=1";
    assert_eq!(
        found(&guard, "text/html", cookies),
        [],
        "it is removed for the first time"
    );
    let survived = ["_ga", "frame_1", "gone"].map(|name| (name.to_string(), "survived"));
    let mut again = found(&guard, "text/html", cookies);
    again.sort();
    assert_eq!(again, survived);
    assert_eq!(found(&guard, "image/png", cookies), []);
    // A cookie with another value is a new one.
    assert_eq!(found(&guard, "text/html", b"_ga=2"), []);
}

#[test]
fn a_denied_name_that_is_not_utf_8_is_reported() {
    let odd = [("frame_\u{FFFD}".to_string(), "removal_refused")];
    assert_eq!(found(&measured(), "text/html", b"frame_\xE9=1; sid=1"), odd);
    assert_eq!(found(&measured(), "text/html", b"other_\xE9=1"), []);
}

#[test]
fn response_that_is_not_a_page_removes_nothing() {
    let old = ("cookie", "old=1");
    for kind in [
        "application/json; profile=\"https://x/html\"",
        "image/svg+xml",
        "text/css",
        "text/htmlx",
        "",
    ] {
        assert_eq!(
            page(&[old], &[("content-type", kind)]),
            (0, String::new()),
            "{kind}"
        );
    }
    // A response without a body, an upgrade, a beacon.
    assert_eq!(
        page(&[old], &[("cache-control", "public, max-age=600")]),
        (0, "public, max-age=600".into())
    );
    for kind in [
        "text/html;charset=utf-8",
        "Text/HTML ; charset=utf-8",
        "application/xhtml+xml",
        "text/plain",
    ] {
        assert_eq!(page(&[old], &[("content-type", kind)]).0, 1, "{kind}");
    }
    assert_eq!(page(&[old, ("sec-fetch-dest", "document")], &[]).0, 1);
}

#[test]
fn refused_removal_does_not_replace_an_earlier_field() {
    let prefs = format!("{}; Path=/; Secure; SameSite=Lax", pair(&granted_all()));
    let denied_all = "__Host-prefs=; Path=/; Max-Age=0";
    let (sent, findings) = enforced("/", "", &[&prefs, denied_all]);
    assert_eq!(sent, [prefs.as_str(), denied_all]);
    assert!(matches!(
        findings[0].violation,
        Violation::RemovalRefused(_)
    ));
    assert_eq!(findings.len(), 1);
}

#[test]
fn ten_thousand_fields_and_names_are_checked_quickly() {
    // Comparing all pairs would take minutes.
    let fields: Vec<_> = (0..10_000)
        .map(|number| format!("tracker{number}=1; Path=/"))
        .collect();
    let (sent, findings) = enforced(
        "/",
        "",
        &fields.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    assert_eq!((sent.len(), findings.len()), (0, 10_000));
    let fields: Vec<_> = (0..10_000)
        .map(|number| format!("lb=1; Path=/{number}"))
        .collect();
    assert_eq!(
        enforced(
            "/",
            "",
            &fields.iter().map(String::as_str).collect::<Vec<_>>()
        )
        .0
        .len(),
        10_000
    );
}
