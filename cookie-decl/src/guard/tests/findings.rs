//! Findings: their content, the log and the callback.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::Mutex;

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use super::{NOW, differs, enforced, guard, headers, response, sent, visit};
use crate::guard::Mode;
use crate::guard::{Action, Finding, Violation};
use crate::table::duration::{Term, Unit};
use crate::wire::set_cookie::error::SetError;

const TRACKER: &str = "tracker=secret; Path=/";

#[test]
fn a_finding_names_cookie_rule_and_route_and_no_value() {
    let (_, findings) = enforced("/basket?token=secret", "", &[TRACKER]);
    let expected = Finding {
        cookie: "tracker".into(),
        violation: Violation::Undeclared,
        declared_at: None,
        route: "GET /basket".into(),
        action: Action::Dropped,
        times: 1,
    };
    assert_eq!(findings, [expected]);
    assert_eq!(
        findings[0].to_string(),
        "GET /basket: cookie `tracker`: the table does not declare it: add a row for it, or stop setting it; \
         it was not sent"
    );
    assert!(!format!("{findings:?}").contains("secret"));
}

/// The list of all rules, which has a row for each violation.
const RULES: &str = include_str!("../../../docs/rules.md");

#[test]
#[allow(clippy::too_many_lines, reason = "a list")]
fn every_rule_says_what_is_wrong() {
    let two_weeks = Term::new(2, Unit::Week);
    for (rule, text) in [
        (
            Violation::Undeclared,
            "undeclared: the table does not declare it: add a row for it, or stop setting it",
        ),
        (
            Violation::NotConsented {
                category: "Adverts",
            },
            "not_consented: the visitor does not allow `Adverts`: set it with `set_if`, or after asking `Consent`",
        ),
        (
            Violation::NotSetByServer,
            "not_set_by_server: the table says that a script sets it: correct `set_by` in its row, or stop setting it",
        ),
        (
            differs("Path", "Path=/app", "Path=/"),
            "not_as_declared: it was sent with `Path=/app`, but the table declares it with `Path=/`",
        ),
        (
            differs("HttpOnly", "HttpOnly", ""),
            "not_as_declared: it was sent with `HttpOnly`, but the table declares it without `HttpOnly`",
        ),
        (
            differs("SameSite", "", "SameSite=Lax"),
            "not_as_declared: it was sent without `SameSite`, but the table declares it with `SameSite=Lax`",
        ),
        (
            Violation::TooLong {
                declared: two_weeks,
                sent: Some(14 * 86_400 + 1),
            },
            "too_long: it is kept for 14 days 1 second, but the table declares `2 weeks`",
        ),
        (
            Violation::TooLong {
                declared: Term::SESSION,
                sent: Some(365 * 86_400),
            },
            "too_long: it is kept for 365 days, but the table declares `session`",
        ),
        (
            Violation::TooLong {
                declared: Term::new(1, Unit::Minute),
                sent: None,
            },
            "too_long: it is kept for a session, which can outlast the `1 minute` that the table declares",
        ),
        (
            Violation::Ambiguous {
                attribute: "Max-Age",
                sent: "Max-Age=0; Max-Age=x".into(),
            },
            "ambiguous: browsers read its `Max-Age` differently: it was sent with `Max-Age=0; Max-Age=x`; write one `Max-Age` \
             in digits",
        ),
        (
            Violation::TooLarge { bytes: 5_000 },
            "too_large: browsers refuse a cookie over 4096 bytes: name and value are 5000",
        ),
        (
            Violation::Twice,
            "twice: the response sets it again later: set it once",
        ),
        (
            Violation::Nameless,
            "nameless: the field does not set a cookie with a name",
        ),
        (
            Violation::RemovalRefused(SetError::PrefixSecure { prefix: "__Host-" }),
            "removal_refused: its removal does nothing: browsers refuse a `__Host-` cookie without `Secure`",
        ),
        (
            Violation::RemovalElsewhere {
                sent: "Path=/a".into(),
                declared: "Path=/".into(),
            },
            "removal_elsewhere: its removal does nothing: it was sent with `Path=/a`, but the table declares `Path=/`",
        ),
        (
            Violation::Survived,
            "survived: it was removed, but the browser sent it again: a script set it again, or the row needs the \
             `Domain` and `Path` that it is set with",
        ),
        (
            Violation::UndeclaredInRequest,
            "undeclared_in_request: the request contains it, but the table does not declare it: add a row for it, or \
             find the script, proxy or other host of this domain that sets it",
        ),
        (
            Violation::NotConsentedInRequest {
                category: "Adverts",
            },
            "not_consented_in_request: the request contains it, but the visitor does not allow `Adverts`: start what \
             sets it with `data-cookie-category=\"Adverts\"`, or the answer has expired",
        ),
    ] {
        assert_eq!(format!("{}: {rule}", rule.name()), text);
        assert!(
            RULES.contains(&format!("\n| `{}` | ", rule.name())),
            "{text}"
        );
    }
}

#[test]
fn valid_response_keeps_every_byte() {
    let fields = [
        "sid=a ;path=/;SECURE; httponly;  samesite=lax",
        "lb=;unknown",
        "tracker=; max-age=0",
        "wide=a; Domain=.shop.example; Path=/; Secure; HttpOnly; SameSite=Lax",
    ];
    let own = ("cache-control", "private, max-age=60");
    let mut response = headers(&[own, ("set-cookie", fields[0]), ("x-second", "2")]);
    for field in &fields[1..] {
        response.append(SET_COOKIE, HeaderValue::from_str(field).unwrap());
    }
    let before = response.clone();
    let guard = guard();
    let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(findings, []);
    assert!(before.iter().eq(response.iter()));
}

#[test]
fn dropping_a_field_keeps_the_order_of_the_others() {
    let fields = [
        "lb=1",
        TRACKER,
        "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax",
        "sid",
        "lb=2; Path=/x",
    ];
    let (sent, findings) = enforced("/", "", &fields);
    assert_eq!(sent, [fields[0], fields[2], fields[4]]);
    assert_eq!(
        findings
            .into_iter()
            .map(|finding| finding.violation)
            .collect::<Vec<_>>(),
        [Violation::Undeclared, Violation::Nameless]
    );
}

#[test]
fn report_mode_sends_everything() {
    let guard = guard().mode(Mode::Report);
    let mut response = response(&[TRACKER, "sid", TRACKER]);
    let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(sent(&response), [TRACKER, "sid", TRACKER]);
    assert_eq!(findings.len(), 3);
    assert!(
        findings
            .iter()
            .all(|finding| finding.action == Action::Sent)
    );
    assert_eq!(
        findings[1].to_string(),
        "GET /: cookie ``: the field does not set a cookie with a name"
    );
}

#[test]
#[should_panic(expected = "GET /basket: cookie `tracker`: the table does not declare it")]
fn panic_mode_panics_at_a_finding() {
    let guard = guard().mode(Mode::Panic);
    guard.finish(
        &visit(&guard, "/basket", &HeaderMap::new()),
        &mut response(&[TRACKER]),
    );
}

#[test]
fn panic_mode_accepts_a_valid_response() {
    let guard = guard().mode(Mode::Panic);
    let mut response = response(&["lb=1"]);
    guard.finish(
        &visit(&guard, "/basket", &headers(&[("cookie", "old=1")])),
        &mut response,
    );
    assert_eq!(sent(&response), ["lb=1"]);
}

#[test]
fn callback_gets_each_finding_in_order() {
    let reported = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&reported);
    let guard = guard().report(move |finding| log.lock().unwrap().push(finding.clone()));
    let findings = guard.finish(
        &visit(&guard, "/", &HeaderMap::new()),
        &mut response(&[TRACKER, "sid", "lb=1"]),
    );
    assert_eq!(findings.len(), 2);
    assert_eq!(*reported.lock().unwrap(), findings);
}

/// An event as a subscriber receives it: the level, the target and the fields.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn core::fmt::Debug) {
        self.0
            .lock()
            .unwrap()
            .push(format!("{}={value:?}", field.name()));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0
            .lock()
            .unwrap()
            .push(format!("{}={value}", field.name()));
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        assert_eq!(
            (*event.metadata().level(), event.metadata().target()),
            (Level::WARN, "cookie_decl")
        );
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

fn logged(field: &[u8]) -> Vec<String> {
    let log = Log::default();
    let guard = guard();
    let mut response = HeaderMap::new();
    response.append(SET_COOKIE, HeaderValue::from_bytes(field).unwrap());
    tracing::subscriber::with_default(log.clone(), || {
        guard.finish(&visit(&guard, "/basket", &HeaderMap::new()), &mut response);
    });
    log.0.lock().unwrap().clone()
}

#[test]
fn log_gets_each_finding() {
    let expected = [
        "message=the table does not declare it: add a row for it, or stop setting it",
        "cookie=`tracker`",
        "rule=undeclared",
        "route=GET /basket",
        "dropped=true",
        "times=1",
    ];
    assert_eq!(logged(TRACKER.as_bytes()), expected);
    assert_eq!(logged(b"lb=1"), [""; 0]);
}

#[test]
fn a_finding_about_a_declared_cookie_names_the_place_of_its_row() {
    let (_, findings) = enforced("/", "", &["sid=1; Path=/other; HttpOnly; SameSite=Lax"]);
    let text = findings[0].to_string();
    let place = findings[0].declared_at.unwrap();
    assert!(place.file.contains("guard") && place.line > 1, "{place}");
    assert!(text.contains(&format!("(declared in {place})")), "{text}");
}

#[test]
fn hostile_name_cannot_forge_a_log_line() {
    // A header cannot contain a line end, but characters that some log viewers read as one, or that
    // reverse the text.
    let name = "x\u{85}\u{2028}GET /: cookie\u{202E}\u{9b}31m";
    for line in logged(format!("{name}=1").as_bytes()) {
        assert!(line.chars().all(|c| matches!(c, ' '..='~')), "{line:?}");
    }
    let (_, findings) = enforced("/", "", &[]);
    assert!(findings.is_empty());
    let finding = Finding {
        cookie: name.into(),
        violation: Violation::Undeclared,
        declared_at: None,
        route: "GET /\n".into(),
        action: Action::Dropped,
        times: 1,
    };
    assert!(
        finding.to_string().chars().all(|c| matches!(c, ' '..='~')),
        "{finding}"
    );
}

#[test]
fn hostile_name_cannot_forge_a_log_field() {
    let logged = logged(b"x rule=\"ok\" dropped=false ` y=1; Path=/");
    assert_eq!(logged[1], "cookie=`x rule`");
    let logged = self::logged(b"x` rule:\"ok\"=1; Path=/");
    assert_eq!(logged[1], "cookie=`x\\` rule:\\\"ok\\\"`");
}

#[test]
fn long_names_and_paths_are_cut() {
    let path = format!("/{}", "p".repeat(1_000));
    let (_, findings) = enforced(&path, "", &[&format!("{}=1", "é".repeat(30_000))]);
    assert_eq!(findings[0].cookie, format!("{}…", "é".repeat(128)));
    assert_eq!(findings[0].route.chars().count(), 129);
    assert!(findings[0].to_string().len() < 1_000);
    let (_, findings) = enforced(
        "/",
        "",
        &[&format!(
            "sid=1; Path=/{}; Secure; HttpOnly; SameSite=Lax",
            "p".repeat(900)
        )],
    );
    assert!(findings[0].to_string().len() < 400);
}

#[test]
fn one_kind_of_finding_is_reported_once_a_minute_and_counted() {
    use core::sync::atomic::{AtomicU64, Ordering};
    let (reported, clock) = (
        Arc::new(Mutex::new(Vec::new())),
        Arc::new(AtomicU64::new(NOW)),
    );
    let (log, time) = (Arc::clone(&reported), Arc::clone(&clock));
    let guard = guard()
        .report(move |finding| {
            log.lock()
                .unwrap()
                .push((finding.cookie.clone(), finding.times));
        })
        .clock(move || time.load(Ordering::Relaxed));
    let find = |fields: &[&str]| {
        guard
            .finish(
                &visit(&guard, "/", &HeaderMap::new()),
                &mut response(fields),
            )
            .len()
    };
    for _ in 0..10 {
        assert_eq!(find(&[TRACKER, "other=1"]), 2, "every finding is returned");
    }
    clock.fetch_add(59, Ordering::Relaxed);
    find(&[TRACKER]);
    clock.fetch_add(1, Ordering::Relaxed);
    find(&[TRACKER]);
    let expected = [("tracker", 1), ("other", 1), ("tracker", 11)]
        .map(|(name, times)| (name.to_string(), times));
    assert_eq!(*reported.lock().unwrap(), expected);
}

#[test]
fn each_attribute_is_reported_separately() {
    let reported = Arc::new(Mutex::new(0));
    let count = Arc::clone(&reported);
    let guard = guard().report(move |_| *count.lock().unwrap() += 1);
    guard.finish(
        &visit(&guard, "/", &HeaderMap::new()),
        &mut response(&["sid=1; Path=/x; SameSite=None"]),
    );
    assert_eq!(*reported.lock().unwrap(), 4);
}

#[test]
fn findings_are_reported_after_the_clock_is_set_back() {
    use core::sync::atomic::{AtomicU64, Ordering};
    static CLOCK: AtomicU64 = AtomicU64::new(NOW + 1_000_000);
    let reported = Arc::new(Mutex::new(0));
    let count = Arc::clone(&reported);
    let guard = guard()
        .report(move |_| *count.lock().unwrap() += 1)
        .clock(|| CLOCK.load(Ordering::Relaxed));
    let find = || {
        guard
            .finish(
                &visit(&guard, "/", &HeaderMap::new()),
                &mut response(&[TRACKER]),
            )
            .len()
    };
    find();
    CLOCK.store(NOW, Ordering::Relaxed);
    find();
    assert_eq!(*reported.lock().unwrap(), 2);
}

#[test]
fn too_many_names_are_one_kind() {
    let count = Arc::new(Mutex::new(0));
    let reported = Arc::clone(&count);
    let guard = guard().report(move |_| *reported.lock().unwrap() += 1);
    for number in 0..3_000 {
        guard.finish(
            &visit(&guard, "/", &HeaderMap::new()),
            &mut response(&[&format!("tracker{number}=1")]),
        );
    }
    assert_eq!(*count.lock().unwrap(), 1_025);
}
