//! The visitor behind a request, and what follows for caches.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU64, Ordering};

use http::header::{CACHE_CONTROL, HeaderMap, VARY};

use super::cookies::Category;
use super::{DAY, NOW, agreed, guard, headers, pair, refused, visit};
use crate::{Reason, SetError};

fn allows(fields: &[(&'static str, &str)]) -> bool {
    let guard = guard();
    visit(&guard, "/", &headers(fields)).consent().allows(Category::Statistics)
}

#[test]
fn an_answer_is_read_wherever_it_stands() {
    let answer = pair(&agreed());
    assert!(!allows(&[]));
    assert!(allows(&[("cookie", &answer)]));
    assert!(allows(&[("cookie", "sid=1"), ("cookie", &format!("lb=2; {answer}"))]));
}

#[test]
fn the_clock_is_read_once_and_only_for_an_answer() {
    let times = Arc::new(AtomicU64::new(0));
    let clock = {
        let times = Arc::clone(&times);
        move || NOW + times.fetch_add(1, Ordering::Relaxed)
    };
    let guard = guard().clock(clock);
    let visitor = visit(&guard, "/", &headers(&[("cookie", &pair(&agreed()))]));
    assert_eq!(times.load(Ordering::Relaxed), 0);
    assert_eq!(visitor.consent().decided_at(), agreed().decided_at());
    assert_eq!(visitor.now(), NOW);
    assert_eq!(times.load(Ordering::Relaxed), 1);
}

#[test]
fn two_answers_are_none_even_when_they_are_the_same() {
    let answer = pair(&agreed());
    assert!(!allows(&[("cookie", &format!("{answer}; {answer}"))]));
    assert!(!allows(&[("cookie", &answer), ("cookie", &answer)]));
    assert!(!allows(&[("cookie", &format!("{}; {answer}", pair(&refused())))]));
}

#[test]
fn a_damaged_answer_is_none() {
    let answer = pair(&agreed());
    let dot = answer.find('.').unwrap();
    let earlier = answer.replacen("__Host-prefs=6b", "__Host-prefs=6a", 1);
    assert_ne!(earlier, answer);
    for damaged in [&answer[..dot], &answer[..dot + 8], &answer.replacen('.', "..x", 1), "__Host-prefs=", &earlier] {
        assert!(!allows(&[("cookie", damaged)]), "{damaged}");
    }
}

#[test]
fn an_answer_ends_with_its_cookie() {
    let old = |seconds| super::Answer::accept_all(NOW - seconds);
    let guard = guard();
    let prompt = |seconds| visit(&guard, "/", &headers(&[("cookie", &pair(&old(seconds)))])).needs_prompt();
    assert_eq!(prompt(6 * 30 * DAY), None);
    assert_eq!(prompt(6 * 30 * DAY + 1), Some(Reason::Expired));
}

#[test]
fn the_signal_is_exactly_1() {
    let guard = guard();
    let signal = |values: &[&str]| {
        let fields: Vec<_> = values.iter().map(|value| ("sec-gpc", *value)).collect();
        visit(&guard, "/", &headers(&fields)).consent().gpc().is_on()
    };
    assert!(signal(&["1"]));
    assert!(signal(&["0", "1"]));
    for values in [&[][..], &["0"], &["true"], &["11"], &["1;a"], &["\"1\""], &["1, 1"], &["?1"]] {
        assert!(!signal(values), "{values:?}");
    }
}

/// `Vary` and `Cache-Control` of a response that had these, where the answer was asked for.
fn kept(is_asked: bool, response: &[(&'static str, &str)]) -> (Vec<String>, Vec<String>) {
    let guard = guard();
    let visitor = visit(&guard, "/", &HeaderMap::new());
    if is_asked {
        visitor.clone().consent();
    }
    let mut response = headers(response);
    guard.keep_private(&visitor, &mut response);
    let all = |name| response.get_all(name).iter().map(|value| value.to_str().unwrap().to_string()).collect();
    (all(VARY), all(CACHE_CONTROL))
}

#[test]
fn a_response_that_depends_on_the_answer_says_so_and_no_other_one() {
    let (vary, cache) = kept(true, &[]);
    assert_eq!((vary.join(", "), cache.join(", ")), ("cookie, sec-gpc".into(), "private".into()));
    assert_eq!(kept(false, &[]), (Vec::new(), Vec::new()));
}

#[test]
fn what_the_application_says_about_caches_stays() {
    let (vary, cache) = kept(true, &[("vary", "Accept, COOKIE"), ("cache-control", "no-store")]);
    assert_eq!(vary, ["Accept, COOKIE", "sec-gpc"]);
    assert_eq!(cache, ["no-store"]);
    let (vary, _) = kept(true, &[("vary", "accept-language"), ("vary", "Sec-GPC")]);
    assert_eq!(vary, ["accept-language", "Sec-GPC", "cookie"]);
}

#[test]
fn a_shared_cache_keeps_no_cookie_that_depends_on_the_answer() {
    let cache = |said| kept(true, &[("set-cookie", "recent=1"), ("cache-control", said)]).1;
    for shared in ["public, max-age=3600", "max-age=60", "s-maxage=60", "no-cache=\"set-cookie\""] {
        assert_eq!(cache(shared), ["private"], "{shared}");
        assert_eq!(kept(true, &[("cache-control", shared)]).1, [shared]);
    }
    for own in ["private, max-age=60", "max-age=0, NO-STORE", "no-cache"] {
        assert_eq!(cache(own), [own]);
    }
}

#[test]
fn a_response_that_varies_with_everything_needs_no_names() {
    assert_eq!(kept(true, &[("vary", "*")]).0, ["*"]);
    assert_eq!(kept(true, &[("vary", "accept, *")]).0, ["accept, *"]);
}

#[test]
fn whatever_is_asked_of_the_visitor_is_noted() {
    use super::Visitor;
    let asks: [fn(&Visitor<Category>); 5] = [
        |visitor| assert!(visitor.cookies().first("x").is_none()),
        |visitor| drop(visitor.needs_prompt()),
        |visitor| drop(visitor.banner()),
        |visitor| drop(visitor.head()),
        |visitor| drop(visitor.preferences()),
    ];
    for ask in asks {
        let guard = guard();
        let visitor = visit(&guard, "/", &HeaderMap::new());
        ask(&visitor);
        let mut response = HeaderMap::new();
        guard.keep_private(&visitor, &mut response);
        assert!(response.contains_key(VARY));
    }
}

/// The names that a response which sets these answers can set, for a visitor who had this one.
fn sent_with(before: &str, answers: &[&str]) -> Vec<String> {
    let recent = "recent=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    let (sent, _) = super::enforced("/", before, &[answers, &[recent]].concat());
    sent.iter().map(|field| field.split('=').next().unwrap().to_string()).collect()
}

fn set(answer: &super::Answer) -> String {
    super::cookies::PREFERENCES.set(answer).unwrap().to_header_value()
}

#[test]
fn an_answer_of_the_response_counts() {
    assert_eq!(sent_with("", &[&set(&agreed())]), ["__Host-prefs", "recent"]);
    assert_eq!(sent_with(&pair(&agreed()), &[&set(&refused())]), ["__Host-prefs"]);
}

#[test]
fn of_two_answers_of_the_response_the_last_one_counts() {
    assert_eq!(sent_with("", &[&set(&refused()), &set(&agreed())]), ["__Host-prefs", "recent"]);
    assert_eq!(sent_with("", &[&set(&agreed()), &set(&refused())]), ["__Host-prefs"]);
}

#[test]
fn an_answer_that_is_not_sent_does_not_count() {
    let not_as_declared = set(&agreed()).replace("SameSite=Lax", "SameSite=None");
    assert_eq!(sent_with("", &[&not_as_declared]), [""; 0]);
    assert_eq!(sent_with(&pair(&agreed()), &[&set(&refused()).replace("; Secure", "")]), ["recent"]);
}

#[test]
fn an_answer_that_is_removed_does_not_count() {
    let removed = set(&agreed()).replace("Max-Age=15552000", "Max-Age=0");
    assert_eq!(sent_with(&pair(&agreed()), &[&removed]), ["__Host-prefs"]);
}

#[test]
fn deciding_gives_the_answer_and_the_removals() {
    let guard = guard();
    let visitor = visit(&guard, "/", &headers(&[("cookie", &format!("recent=1; sid=2; old=3; {}", pair(&agreed())))]));
    let cookies = visitor.decide(&refused()).unwrap();
    let names: Vec<_> = cookies.iter().map(|cookie| (cookie.name(), cookie.is_removal())).collect();
    assert_eq!(names, [("__Host-prefs", false), ("recent", true), ("old", true)]);
}

#[test]
fn deciding_removes_what_the_signal_denies() {
    let guard = guard();
    let visitor = visit(&guard, "/", &headers(&[("cookie", "advert=1; recent=2"), ("sec-gpc", "1")]));
    let cookies = visitor.decide(&agreed()).unwrap();
    assert_eq!(cookies.iter().map(crate::SetCookie::name).collect::<Vec<_>>(), ["__Host-prefs", "advert"]);
}

#[test]
fn nothing_decided_is_no_answer() {
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
fn a_table_without_a_row_for_the_answer_says_so() {
    use without_a_row::cookies::{Consent, POLICY};
    let guard = crate::Guard::new(POLICY);
    let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &HeaderMap::new());
    let error = visitor.decide(&Consent::accept_all(NOW)).unwrap_err();
    assert_eq!(error.to_string(), "the table has no row of type `Consent` to keep the answer in");
    assert_eq!(visitor.banner(), "");
}

#[test]
fn the_visitors_debug_holds_no_value() {
    let guard = guard();
    let text = format!("{:?}", visit(&guard, "/x?token=secret", &headers(&[("cookie", "sid=secret; recent=secret")])));
    assert!(text.contains("sid") && text.contains("GET /x") && !text.contains("secret"), "{text}");
}
