//! The visitor who sends a request, and the headers for caches.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU64, Ordering};

use http::header::{CACHE_CONTROL, HeaderMap, VARY};

use super::cookies::Category;
use super::{DAY, NOW, denied_all, granted_all, guard, headers, pair, visit};
use crate::consent::Reason;
use crate::guard::caches::keep_private;
use crate::wire::set_cookie::error::SetError;

fn allows(fields: &[(&'static str, &str)]) -> bool {
    let guard = guard();
    visit(&guard, "/", &headers(fields))
        .consent()
        .allows(Category::Statistics)
}

#[test]
fn answer_is_read_at_any_position_of_the_request() {
    let answer = pair(&granted_all());
    assert!(!allows(&[]));
    assert!(allows(&[("cookie", &answer)]));
    assert!(allows(&[
        ("cookie", "sid=1"),
        ("cookie", &format!("lb=2; {answer}"))
    ]));
}

#[test]
fn clock_is_read_once_and_only_for_an_answer() {
    let times = Arc::new(AtomicU64::new(0));
    let clock = {
        let times = Arc::clone(&times);
        move || NOW + times.fetch_add(1, Ordering::Relaxed)
    };
    let guard = guard().clock(clock);
    let visitor = visit(&guard, "/", &headers(&[("cookie", &pair(&granted_all()))]));
    assert_eq!(times.load(Ordering::Relaxed), 0);
    assert_eq!(visitor.consent().decided_at(), granted_all().decided_at());
    assert_eq!(visitor.now(), NOW);
    assert_eq!(times.load(Ordering::Relaxed), 1);
}

#[test]
fn newest_of_several_answers_counts() {
    let at = |minutes: u64, allows: bool| {
        let decide = if allows {
            super::Answer::accept_all
        } else {
            super::Answer::refuse_all
        };
        pair(&decide(NOW - 60 * minutes))
    };
    let both = |first: &str, second: &str| {
        let one_field = allows(&[("cookie", &format!("{first}; {second}"))]);
        assert_eq!(allows(&[("cookie", first), ("cookie", second)]), one_field);
        one_field
    };
    assert!(both(&at(3, true), &at(3, true)));
    for (older, newer) in [(true, false), (false, true)] {
        assert_eq!(both(&at(9, older), &at(3, newer)), newer);
        assert_eq!(both(&at(3, newer), &at(9, older)), newer);
    }
    // An answer that is damaged or dated in the future does not count beside a valid one.
    for other in [
        "__Host-prefs=x",
        "__Host-prefs=",
        "__Host-prefs=\u{e9}",
        &pair(&super::Answer::accept_all(NOW + DAY)),
    ] {
        assert!(
            both(&at(3, true), other) && both(other, &at(3, true)),
            "{other}"
        );
        assert!(!both(&at(3, false), other), "{other}");
    }
}

#[test]
fn denial_counts_among_answers_of_the_same_minute() {
    let (granted_all, denied_all) = (
        pair(&super::Answer::accept_all(NOW)),
        pair(&super::Answer::refuse_all(NOW + 30)),
    );
    for cookie in [
        format!("{granted_all}; {denied_all}"),
        format!("{denied_all}; {granted_all}"),
    ] {
        assert!(!allows(&[("cookie", &cookie)]));
    }
}

/// The cookies that a choice sets for this row.
fn answers_to(host: &str, cookie: &str) -> Vec<String> {
    let guard = guard();
    let request = headers(&[("host", host), ("cookie", cookie)]);
    let visitor = guard.visitor(
        &http::Method::POST,
        &http::Uri::from_static("/cookies/preferences"),
        &request,
    );
    let cookies = visitor.decide(&super::Answer::refuse_all(NOW)).unwrap();
    let ours = cookies
        .iter()
        .filter(|cookie| cookie.name() == "__Host-prefs");
    ours.map(|cookie| {
        cookie
            .to_string()
            .split("; Max-Age")
            .next()
            .unwrap()
            .to_string()
    })
    .collect()
}

#[test]
fn choice_removes_answers_in_other_scopes() {
    let double = format!("{}; {}", pair(&granted_all()), pair(&denied_all()));
    // A `__Host-` name has one scope; only a partitioned one is another cookie.
    assert_eq!(
        answers_to("www.shop.example", &double)[1..],
        ["__Host-prefs=; Path=/"]
    );
    assert_eq!(
        answers_to("www.shop.example", &pair(&granted_all())).len(),
        1
    );
    assert_eq!(answers_to("www.shop.example", "").len(), 1);
}

#[test]
fn damaged_answer_is_ignored() {
    let answer = pair(&granted_all());
    let dots: Vec<_> = answer.match_indices('.').map(|(dot, _)| dot).collect();
    let earlier = answer.replacen("__Host-prefs=6b", "__Host-prefs=6a", 1);
    assert_ne!(earlier, answer);
    let longer = format!("{}x{}", &answer[..=dots[1]], &answer[dots[1] + 1..]);
    for damaged in [
        &answer[..dots[1]],
        &answer[..dots[1] + 8],
        &longer,
        "__Host-prefs=",
        &earlier,
    ] {
        assert!(!allows(&[("cookie", damaged)]), "{damaged}");
    }
}

#[test]
fn answer_expires_with_its_cookie() {
    let old = |seconds| super::Answer::accept_all(NOW - seconds);
    let guard = guard();
    let prompt =
        |seconds| visit(&guard, "/", &headers(&[("cookie", &pair(&old(seconds)))])).needs_prompt();
    assert_eq!(prompt(6 * 30 * DAY), None);
    assert_eq!(prompt(6 * 30 * DAY + 1), Some(Reason::Expired));
}

#[test]
fn the_signal_is_exactly_1() {
    let guard = guard();
    let signal = |values: &[&str]| {
        let fields: Vec<_> = values.iter().map(|value| ("sec-gpc", *value)).collect();
        visit(&guard, "/", &headers(&fields))
            .consent()
            .gpc()
            .is_on()
    };
    assert!(signal(&["1"]));
    assert!(signal(&["0", "1"]));
    for values in [
        &[][..],
        &["0"],
        &["true"],
        &["11"],
        &["1;a"],
        &["\"1\""],
        &["1, 1"],
        &["?1"],
    ] {
        assert!(!signal(values), "{values:?}");
    }
}

/// `Vary` and `Cache-Control` of a response with these fields, after the consent was read.
fn kept(is_asked: bool, response: &[(&'static str, &str)]) -> (Vec<String>, Vec<String>) {
    let guard = guard();
    let visitor = visit(&guard, "/", &HeaderMap::new());
    if is_asked {
        visitor.clone().consent();
    }
    let mut response = headers(response);
    keep_private(visitor.any().request(), &mut response);
    let all = |name| {
        response
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap().to_string())
            .collect()
    };
    (all(VARY), all(CACHE_CONTROL))
}

#[test]
fn only_a_response_that_depends_on_the_answer_varies_on_it() {
    let (vary, cache) = kept(true, &[]);
    assert_eq!(
        (vary.join(", "), cache.join(", ")),
        ("cookie, sec-gpc".into(), "private".into())
    );
    assert_eq!(kept(false, &[]), (Vec::new(), Vec::new()));
}

#[test]
fn cache_control_of_the_application_stays() {
    let (vary, cache) = kept(
        true,
        &[("vary", "Accept, COOKIE"), ("cache-control", "no-store")],
    );
    assert_eq!(vary, ["Accept, COOKIE, sec-gpc"]);
    assert_eq!(cache, ["no-store"]);
    let (vary, _) = kept(true, &[("vary", "accept-language"), ("vary", "Sec-GPC")]);
    // There is one field, because some caches read only one.
    assert_eq!(vary, ["accept-language, Sec-GPC, cookie"]);
}

#[test]
fn response_with_cookies_is_private_to_shared_caches() {
    for is_asked in [true, false] {
        let cache = |value| {
            kept(
                is_asked,
                &[("set-cookie", "sid=1"), ("cache-control", value)],
            )
            .1
        };
        for (value, kept_as) in [
            ("public, max-age=60", "private, max-age=60"),
            ("max-age=60", "private, max-age=60"),
            ("s-maxage=60, must-revalidate", "private, must-revalidate"),
            ("no-cache", "private, no-cache"),
            (
                "no-cache=\"set-cookie\"",
                "private, no-cache=\"set-cookie\"",
            ),
            ("private=\"a, private, b\"", "private"),
            ("x=\"a\\\", private\"", "private, x=\"a\\\", private\""),
            ("immutable, PUBLIC", "private, immutable"),
            ("must-understand, no-store, public", "private, no-store"),
            ("", "private"),
        ] {
            assert_eq!(cache(value), [kept_as], "{value}");
        }
        for own in [
            "private, max-age=60",
            "max-age=0, NO-STORE",
            "no-cache, private",
        ] {
            assert_eq!(cache(own), [own]);
        }
        assert_eq!(kept(is_asked, &[("set-cookie", "sid=1")]).1, ["private"]);
    }
    // A response that depends on the answer and sets no cookie has a `Vary`; the application
    // decides about caches.
    assert_eq!(
        kept(true, &[("cache-control", "public, max-age=60")]).1,
        ["public, max-age=60"]
    );
    assert!(kept(false, &[]).1.is_empty());
}

#[test]
fn response_with_cookies_is_private_to_targeted_caches() {
    let guard = guard();
    let fields = [
        "cdn-cache-control",
        "surrogate-control",
        "cloudflare-cdn-cache-control",
        "x-litespeed-cache-control",
        "x-accel-expires",
    ];
    let finished = |cookie: &[(&'static str, &str)], value: &str| {
        let values = fields.map(|name| (name, value));
        let mut response = headers(&[cookie, &values].concat());
        guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
        fields.map(|name| response[name].to_str().unwrap().to_string())
    };
    let sid = [(
        "set-cookie",
        "sid=1; Path=/; Secure; HttpOnly; SameSite=Lax",
    )];
    assert_eq!(
        finished(&sid, "max-age=600"),
        ["no-store", "no-store", "no-store", "no-store", "0"]
    );
    assert_eq!(finished(&sid, "no-store"), ["no-store"; 5]);
    assert_eq!(finished(&[], "max-age=600"), ["max-age=600"; 5]);
    // The page depends on the facts about the visitor.
    let visitor = visit(&guard, "/", &HeaderMap::new());
    drop(visitor.head());
    let mut response = headers(&[("cdn-cache-control", "max-age=600")]);
    guard.finish(&visitor, &mut response);
    assert_eq!(
        (&response["cache-control"], &response["cdn-cache-control"]),
        (&"private".parse().unwrap(), &"no-store".parse().unwrap())
    );
}

#[test]
fn hiding_by_the_signal_varies_on_it() {
    let guard = guard();
    let vary = |cookie: &'static str| {
        let mut request = headers(&[("cookie", cookie)]);
        let visitor = visit(&guard, "/", &request);
        guard.hide(&visitor, &mut request);
        let mut response = HeaderMap::new();
        guard.finish(&visitor, &mut response);
        response
            .get(VARY)
            .map(|value| value.to_str().unwrap().to_string())
    };
    assert_eq!(vary("font=1; sid=2").as_deref(), Some("sec-gpc"));
    assert_eq!(vary("sid=2; lb=1"), None);
    assert_eq!(vary(""), None);
}

#[test]
fn vary_on_everything_stays() {
    assert_eq!(kept(true, &[("vary", "*")]).0, ["*"]);
    assert_eq!(kept(true, &[("vary", "accept, *")]).0, ["accept, *"]);
}

#[test]
fn links_have_the_addresses_of_the_pages_and_the_return_path() {
    let guard = guard();
    let links = visit(&guard, "/basket?a=1", &HeaderMap::new()).links();
    assert!(links.contains("<a href=\"/cookies\">"), "{links}");
    let form = "<a href=\"/cookies/preferences?return=/basket%3Fa%3D1\">";
    assert!(links.contains(form), "{links}");
}

#[test]
fn the_systems_time_counts_in_seconds_since_1970() {
    let time = std::time::SystemTime::UNIX_EPOCH + core::time::Duration::from_secs(NOW);
    let decided = super::cookies::Consent::decide(time);
    assert_eq!(decided, super::cookies::Consent::decide(NOW));
}

#[test]
fn each_fact_used_from_the_visitor_is_in_vary() {
    use super::Visitor;
    let asks: [fn(&Visitor<Category>); 6] = [
        |visitor| assert!(visitor.cookies().first("x").is_none()),
        |visitor| drop(visitor.needs_prompt()),
        |visitor| drop(visitor.banner()),
        |visitor| drop(visitor.head()),
        |visitor| drop(visitor.links()),
        |visitor| drop(visitor.preferences()),
    ];
    for ask in asks {
        let guard = guard();
        let visitor = visit(&guard, "/", &HeaderMap::new());
        ask(&visitor);
        let mut response = HeaderMap::new();
        keep_private(visitor.any().request(), &mut response);
        assert!(response.contains_key(VARY));
    }
}

/// The names that pass in a response with these answers, for a visitor who had this one.
fn sent_with(before: &str, answers: &[&str]) -> Vec<String> {
    let recent = "recent=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    let (sent, _) = super::enforced("/", before, &[answers, &[recent]].concat());
    sent.iter()
        .map(|field| field.split('=').next().unwrap().to_string())
        .collect()
}

fn set(answer: &super::Answer) -> String {
    super::cookies::PREFERENCES
        .set(answer)
        .unwrap()
        .to_header_value()
}

#[test]
fn answer_set_by_the_response_counts() {
    assert_eq!(
        sent_with("", &[&set(&granted_all())]),
        ["__Host-prefs", "recent"]
    );
    assert_eq!(
        sent_with(&pair(&granted_all()), &[&set(&denied_all())]),
        ["__Host-prefs"]
    );
}

#[test]
fn last_of_two_answers_set_by_the_response_counts() {
    assert_eq!(
        sent_with("", &[&set(&denied_all()), &set(&granted_all())]),
        ["__Host-prefs", "recent"]
    );
    assert_eq!(
        sent_with("", &[&set(&granted_all()), &set(&denied_all())]),
        ["__Host-prefs"]
    );
}

#[test]
fn dropped_answer_does_not_count() {
    let not_as_declared = set(&granted_all()).replace("SameSite=Lax", "SameSite=None");
    assert_eq!(sent_with("", &[&not_as_declared]), [""; 0]);
    assert_eq!(
        sent_with(
            &pair(&granted_all()),
            &[&set(&denied_all()).replace("; Secure", "")]
        ),
        ["recent"]
    );
}

#[test]
fn removed_answer_does_not_count() {
    let removed = set(&granted_all()).replace("Max-Age=15552000", "Max-Age=0");
    assert_eq!(
        sent_with(&pair(&granted_all()), &[&removed]),
        ["__Host-prefs"]
    );
}

#[test]
fn decide_returns_the_answer_and_the_removals() {
    let guard = guard();
    let visitor = visit(
        &guard,
        "/",
        &headers(&[(
            "cookie",
            &format!("recent=1; sid=2; old=3; {}", pair(&granted_all())),
        )]),
    );
    let cookies = visitor.decide(&denied_all()).unwrap();
    let names: Vec<_> = cookies
        .iter()
        .map(|cookie| (cookie.name(), cookie.is_removal()))
        .collect();
    assert_eq!(
        names,
        [("__Host-prefs", false), ("recent", true), ("old", true)]
    );
}

#[test]
fn decide_removes_cookies_that_the_signal_denies() {
    let guard = guard();
    let visitor = visit(
        &guard,
        "/",
        &headers(&[("cookie", "advert=1; recent=2"), ("sec-gpc", "1")]),
    );
    let cookies = visitor.decide(&granted_all()).unwrap();
    assert_eq!(
        cookies
            .iter()
            .map(crate::SetCookie::name)
            .collect::<Vec<_>>(),
        ["__Host-prefs", "advert"]
    );
}

#[test]
fn decide_without_a_decision_is_an_error() {
    let guard = guard();
    let visitor = visit(&guard, "/", &HeaderMap::new());
    assert_eq!(visitor.decide(visitor.consent()), Err(SetError::Undecided));
}

mod without_a_row {
    #[allow(unreachable_pub, reason = "a policy as a user would write it")]
    pub(super) mod cookies {
        crate::declare_cookies! {
            pub policy;
            /// Audience
            #[allow(no_consent_row)]
            category Statistics: opt_in {
                cookie | duration;
                /// Remembers what you looked at last
                "recent" | 30 days;
            }
        }
    }
}

#[test]
fn decide_without_a_consent_row_is_an_error() {
    use without_a_row::cookies::{Consent, POLICY};
    let guard = crate::Guard::new(POLICY);
    let visitor = guard.visitor(
        &http::Method::GET,
        &http::Uri::from_static("/"),
        &HeaderMap::new(),
    );
    let error = visitor.decide(&Consent::accept_all(NOW)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the table has no row of type `Consent` to store the consent in"
    );
    assert_eq!(visitor.banner(), "");
}

#[test]
fn debug_of_a_visitor_has_no_cookie_value() {
    let guard = guard();
    let text = format!(
        "{:?}",
        visit(
            &guard,
            "/x?token=secret",
            &headers(&[("cookie", "sid=secret; recent=secret")])
        )
    );
    assert!(
        text.contains("sid") && text.contains("GET /x") && !text.contains("secret"),
        "{text}"
    );
}
