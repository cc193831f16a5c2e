//! What the log gets of a decision, and what counts if the log fails.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::Mutex;

use http::header::HeaderMap;
use http::{Method, Response, StatusCode, Uri};

use super::cookies::Category;
use super::{NOW, denied_all, granted_all, guard, headers, pair, ready, sent, visit};
use crate::consent::Consent;
use crate::consent::gpc::Gpc;
use crate::consent_log::{Action, Event, MemoryLog, RecordedChoice, Via};
use crate::guard::Guard;
use crate::wire::request::RequestCookies;

const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");

fn recording() -> (Guard<Category>, Arc<MemoryLog>) {
    let log = Arc::new(MemoryLog::new());
    (guard().record(Arc::clone(&log)), log)
}

fn post_with(
    guard: &Guard<Category>,
    fields: &[(&'static str, &str)],
    body: &str,
) -> Response<String> {
    let headers = headers(&[&[SAME], fields].concat());
    let uri = Uri::from_static("/cookies/preferences");
    let visitor = guard.visitor(&Method::POST, &uri, &headers);
    let mut response = ready(guard.respond(&visitor, &Method::POST, &headers, body.as_bytes()));
    // As the layer does.
    assert_eq!(guard.finish(&visitor, response.headers_mut()), []);
    response
}

/// Posts the form with this earlier answer.
fn post(guard: &Guard<Category>, cookie: &str, body: &str) -> Response<String> {
    post_with(guard, &[("cookie", cookie)], body)
}

fn recorded(cookie: &str, body: &str) -> Arc<Event> {
    let (guard, log) = recording();
    post(&guard, cookie, body);
    let events = log.events();
    assert_eq!(events.len(), 1, "{body}");
    Arc::clone(&events[0])
}

/// The answer that a response sets, if it sets one.
fn answer_in(response: &Response<String>) -> Option<Consent<Category>> {
    let set = sent(response.headers());
    let answer = set
        .iter()
        .find(|field| field.starts_with("__Host-prefs="))?;
    let pair = answer.split(';').next().unwrap();
    Some(Consent::from_request(
        RequestCookies::from_header(pair),
        Gpc::OFF,
        NOW,
    ))
}

#[test]
fn decision_is_recorded_as_it_was_made() {
    let event = recorded("", "choice=save&allow=Statistics&via=banner");
    let choice = |category: Category, granted| RecordedChoice {
        category: category.name(),
        fingerprint: crate::consent::gate::info(category).fingerprint(),
        granted: Some(granted),
    };
    assert_eq!(
        event.choices,
        [
            choice(Category::Statistics, true),
            choice(Category::Adverts, false),
            choice(Category::Comfort, false)
        ]
    );
    assert_eq!((event.at, event.action), (NOW, Action::Agree));
    assert_eq!((event.via, &*event.language), (Via::Banner, "en"));
    assert_eq!(event.release, env!("CARGO_PKG_VERSION"));
    assert_eq!((event.visitor, &*event.note), (None, ""));
    assert_ne!(event.key, recorded("", "choice=accept").key);
}

#[test]
fn the_request_adds_nothing_to_an_event() {
    let (guard, log) = recording();
    post_with(
        &guard,
        &[
            ("cookie", "sid=secret-session"),
            ("user-agent", "Secret/1"),
            ("x-forwarded-for", "192.0.2.7"),
            ("referer", "https://shop.example/secret"),
        ],
        "choice=accept&return=/secret",
    );
    let event = format!("{:?}", log.events()[0]).to_lowercase();
    assert!(!event.contains("secret") && !event.contains("192.0.2.7"));
}

#[test]
fn site_adds_what_it_wants_from_the_headers() {
    let (guard, log) = recording();
    let note = |headers: &HeaderMap| headers["x-network"].to_str().unwrap().to_string();
    let guard = guard.record_note(note);
    post_with(&guard, &[("x-network", "192.0.2.0")], "choice=accept");
    assert_eq!(log.events()[0].note, "192.0.2.0");
}

#[test]
fn each_form_says_where_it_is() {
    let visitor = visit(&guard(), "/", &HeaderMap::new());
    let preferences = visitor.preferences();
    let via = |html: &str| {
        let (_, field) = html.split_once("name=\"via\" value=\"")?;
        Some(field.split('"').next().unwrap().to_string())
    };
    assert_eq!(via(&preferences.banner()).as_deref(), Some("banner"));
    let embed = visitor.embed(Category::Statistics, "<iframe></iframe>");
    assert_eq!(via(&embed).as_deref(), Some("embed"));
    assert_eq!(via(&preferences.form()), None);
    assert_eq!(via(&preferences.summary()), None);
}

#[test]
fn form_that_says_nothing_or_something_unknown_is_the_form() {
    for (field, via) in [
        ("&via=banner", Via::Banner),
        ("&via=embed", Via::Embed),
        ("", Via::Form),
        ("&via=gpc", Via::Form),
        ("&via=site", Via::Form),
        ("&via=%00", Via::Form),
    ] {
        let event = recorded("", &format!("choice=refuse{field}"));
        assert_eq!(event.via, via, "{field}");
    }
}

#[test]
fn every_pair_of_answers_has_its_action() {
    const NAMES: [&str; 3] = ["Statistics", "Adverts", "Comfort"];
    let all = [Category::Statistics, Category::Adverts, Category::Comfort];
    let is_in = |set: u8, number: usize| set >> number & 1 == 1;
    for before in (0..8).map(Some).chain([None]) {
        let cookie = before.map_or(String::new(), |granted| {
            let answer = Consent::decide(NOW - 60);
            let numbers = (0..3).filter(|number| is_in(granted, *number));
            pair(&numbers.fold(answer, |answer, number| answer.grant(all[number])))
        });
        for after in 0..8u8 {
            let boxes = (0..3).filter(|number| is_in(after, *number));
            let boxes = boxes.map(|number| format!("&allow={}", NAMES[number]));
            let body = format!("choice=save{}", boxes.collect::<String>());
            // The table of `Action`: earlier answer, grants in addition, denies in addition, grants.
            let old = before.unwrap_or_default();
            let facts = (
                before.is_some(),
                after & !old != 0,
                old & !after != 0,
                after != 0,
            );
            let action = match facts {
                (true, true, ..) => Action::Change,
                (_, false, true, _) => Action::Withdraw,
                (false, true, ..) | (_, false, false, true) => Action::Agree,
                (_, false, false, false) => Action::Refuse,
            };
            let event = recorded(&cookie, &body);
            assert_eq!(event.action, action, "{before:?} {after}");
        }
    }
}

#[test]
fn answer_that_does_not_count_any_more_had_granted_nothing() {
    let old = pair(&Consent::accept_all(NOW - 400 * super::DAY));
    assert_eq!(recorded(&old, "choice=accept").action, Action::Agree);
    assert_eq!(recorded(&old, "choice=refuse").action, Action::Refuse);
}

#[test]
fn question_beside_an_element_leaves_the_others_open() {
    let event = recorded("", "choice=grant&allow=Statistics&via=embed");
    let granted: Vec<_> = event.choices.iter().map(|choice| choice.granted).collect();
    assert_eq!(granted, [Some(true), None, None]);
}

#[test]
fn what_is_no_choice_is_not_recorded() {
    let (guard, log) = recording();
    post(&guard, "", "choice=maybe");
    post(&guard, "", "");
    let headers = headers(&[("sec-fetch-site", "cross-site")]);
    let uri = Uri::from_static("/cookies/preferences");
    let visitor = guard.visitor(&Method::POST, &uri, &headers);
    ready(guard.respond(&visitor, &Method::POST, &headers, b"choice=accept"));
    assert_eq!(log.events(), []);
}

#[test]
fn site_records_its_own_calls() {
    let (guard, log) = recording();
    let visitor = visit(&guard, "/account", &HeaderMap::new());
    let decided = ready(visitor.decide_recorded(&Consent::refuse_all(NOW))).unwrap();
    assert!(decided.is_saved);
    assert_eq!(
        decided.cookies,
        visitor.decide(&Consent::refuse_all(NOW)).unwrap()
    );
    let events = log.events();
    assert_eq!(events.len(), 1, "`decide` records nothing");
    assert_eq!(
        (events[0].via, events[0].action),
        (Via::Site, Action::Refuse)
    );
    let undecided = ready(visitor.decide_recorded(visitor.consent()));
    assert!(undecided.is_err());
    assert_eq!(log.events().len(), 1, "nothing was decided");
}

#[test]
fn refusal_and_withdrawal_count_while_the_log_fails() {
    let (working, _) = recording();
    let (failing, log) = recording();
    log.set_down(true);
    for cookie in [String::new(), pair(&granted_all()), pair(&denied_all())] {
        for accept in ["text/html", "application/json"] {
            let fields = [("cookie", &*cookie), ("accept", accept)];
            let [expected, response] =
                [&working, &failing].map(|guard| post_with(guard, &fields, "choice=refuse"));
            assert_eq!(response.status(), expected.status(), "{cookie} {accept}");
            assert_eq!(response.headers(), expected.headers());
            assert_eq!(response.body(), expected.body());
        }
    }
}

#[test]
fn grant_does_not_count_while_the_log_fails() {
    let (guard, log) = recording();
    log.set_down(true);
    for cookie in [String::new(), pair(&denied_all())] {
        for body in ["choice=accept", "choice=grant&allow=Statistics"] {
            for accept in ["text/html", "application/json"] {
                let fields = [("cookie", &*cookie), ("accept", accept)];
                let response = post_with(&guard, &fields, &format!("{body}&return=/x"));
                assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
                assert_eq!(answer_in(&response), None, "the earlier answer stays");
                let page = response.body();
                let failed = "role=\"alert\" tabindex=\"-1\" lang=\"en\" dir=\"ltr\" \
                              data-cookie-message=\"true\">Your choice could not be saved.";
                assert!(page.contains(failed), "{page}");
                assert!(page.contains("<form") && page.contains("value=\"/x\""));
                // The script shows the same text because the response is not JSON.
                assert!(serde_json::from_str::<serde_json::Value>(page).is_err());
            }
        }
    }
}

#[test]
fn denials_count_and_grants_do_not_while_the_log_fails() {
    let (guard, log) = recording();
    log.set_down(true);
    let before = Consent::decide(NOW - 60).grant(Category::Statistics);
    let response = post(&guard, &pair(&before), "choice=save&allow=Adverts");
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    let answer = answer_in(&response).unwrap();
    assert_eq!(answer.choice(Category::Statistics), Some(false));
    assert_eq!(answer.choice(Category::Adverts), Some(false), "as before");
    // The page says and does what counts now.
    let page = response.body();
    assert!(page.contains("data-cookie-status=\"Statistics\">Not in use: you rejected this."));
    assert!(page.contains("data-granted=\"Necessary\""), "{page}");
}

#[test]
fn visitor_is_asked_again_about_what_was_not_recorded() {
    let (guard, log) = recording();
    log.set_down(true);
    let response = post(&guard, "", "choice=save&allow=Statistics");
    let answer = answer_in(&response).unwrap();
    assert_eq!(answer.choice(Category::Statistics), None);
    assert_eq!(answer.choice(Category::Adverts), Some(false));
    assert_eq!(answer.choice(Category::Comfort), Some(false));
    assert!(answer.needs_prompt().is_some());
    assert!(!answer.allows(Category::Statistics));
}

#[test]
fn objection_that_was_not_asked_about_stays_while_the_log_fails() {
    let (guard, log) = recording();
    log.set_down(true);
    // A damaged answer may have objected.
    let response = post(&guard, "__Host-prefs=damaged", "choice=save&allow=Comfort");
    let answer = answer_in(&response).unwrap();
    assert!(!answer.allows(Category::Comfort));
    // Without an answer nobody has objected.
    let response = post(&guard, "", "choice=save&allow=Comfort");
    assert!(answer_in(&response).unwrap().allows(Category::Comfort));
}

#[test]
fn failure_is_reported_with_the_event() {
    let reports = Arc::new(Mutex::new(Vec::new()));
    let (guard, log) = recording();
    let kept = Arc::clone(&reports);
    let guard = guard.report_unrecorded(move |unrecorded| {
        let action = unrecorded.event.action;
        kept.lock().unwrap().push((action, unrecorded.to_string()));
    });
    post(&guard, "", "choice=refuse");
    assert_eq!(*reports.lock().unwrap(), []);
    log.set_down(true);
    post(&guard, "", "choice=refuse&via=banner");
    assert_eq!(
        *reports.lock().unwrap(),
        [(
            Action::Refuse,
            "a decision (Refuse, Banner) could not be recorded: the log is set down".to_string()
        )]
    );
}

#[test]
fn response_waits_for_the_log() {
    use crate::consent_log::{ConsentLog, LogFuture, VisitorId};
    use alloc::boxed::Box;
    use core::task::{Context, Poll, Waker};

    /// Keeps an event when it is asked for the second time.
    struct Slow(Arc<MemoryLog>);

    impl ConsentLog for Slow {
        fn record(&self, event: Arc<Event>) -> LogFuture<()> {
            let (mut is_asked, log) = (false, Arc::clone(&self.0));
            let mut recorded = core::future::poll_fn(move |_| {
                if core::mem::replace(&mut is_asked, true) {
                    return Poll::Ready(());
                }
                Poll::Pending
            });
            Box::pin(async move {
                (&mut recorded).await;
                log.record(event).await
            })
        }

        fn knows(&self, visitor: VisitorId) -> LogFuture<bool> {
            self.0.knows(visitor)
        }
    }

    let log = Arc::new(MemoryLog::new());
    let guard = guard().record(Slow(Arc::clone(&log)));
    let headers = headers(&[SAME]);
    let uri = Uri::from_static("/cookies/preferences");
    let visitor = guard.visitor(&Method::POST, &uri, &headers);
    let response = guard.respond(&visitor, &Method::POST, &headers, b"choice=accept");
    let mut response = core::pin::pin!(response);
    let mut context = Context::from_waker(Waker::noop());
    assert!(response.as_mut().poll(&mut context).is_pending());
    assert_eq!(log.events(), []);
    assert!(response.as_mut().poll(&mut context).is_ready());
    assert_eq!(log.events().len(), 1);
}

#[test]
fn banner_that_asks_is_counted() {
    let (guard, log) = recording();
    let count = |method: &Method, path: &str, cookie: &str| {
        let request = headers(&[("cookie", cookie)]);
        let visitor = guard.visitor(method, &path.parse::<Uri>().unwrap(), &request);
        let before = log.banners();
        if path == "/" {
            visitor.banner();
        } else {
            ready(guard.respond(&visitor, method, &request, b""));
        }
        log.banners() - before
    };
    let answered = pair(&denied_all());
    assert_eq!(count(&Method::GET, "/", ""), 1);
    assert_eq!(count(&Method::GET, "/", &answered), 0);
    assert_eq!(count(&Method::HEAD, "/", ""), 0);
    assert_eq!(count(&Method::GET, "/cookies/choice?part=banner", ""), 1);
    assert_eq!(
        count(&Method::GET, "/cookies/choice?part=banner", &answered),
        0
    );
    assert_eq!(count(&Method::GET, "/cookies/choice", ""), 0);
    assert_eq!(count(&Method::GET, "/cookies", ""), 0);
    post(&guard, "", "choice=accept");
    assert_eq!(
        log.banners(),
        2,
        "the text that is recorded is shown to nobody"
    );
}
