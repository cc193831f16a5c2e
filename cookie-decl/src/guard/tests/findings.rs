//! Where findings go, and what they say.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::Mutex;

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use super::{enforced, guard, headers, response, sent, visit};
use crate::SameSite;
use crate::guard::{Difference, Finding, Mode, Rule};

const TRACKER: &str = "tracker=secret; Path=/";

#[test]
fn a_finding_names_cookie_rule_and_route_and_no_value() {
    let (_, findings) = enforced("/basket?token=secret", "", &[TRACKER]);
    let expected =
        Finding { cookie: "tracker".into(), rule: Rule::Undeclared, route: "GET /basket".into(), dropped: true };
    assert_eq!(findings, [expected]);
    assert_eq!(
        findings[0].to_string(),
        "GET /basket: cookie `tracker`: the table does not declare it; it was not sent"
    );
    assert!(!format!("{findings:?}").contains("secret"));
}

#[test]
fn every_rule_says_what_is_wrong() {
    for (rule, text) in [
        (Rule::Undeclared, "undeclared: the table does not declare it"),
        (Rule::NotConsented { category: "Adverts" }, "not_consented: the visitor does not allow `Adverts`"),
        (Rule::NotSetByServer, "not_set_by_server: the table says that a script sets it"),
        (Rule::Attribute(Difference::Path), "not_as_declared: its `Path` is not the declared one"),
        (Rule::Attribute(Difference::Domain), "not_as_declared: its `Domain` is not the declared one"),
        (Rule::Attribute(Difference::Secure(true)), "not_as_declared: the table declares it with `Secure`"),
        (Rule::Attribute(Difference::HttpOnly(false)), "not_as_declared: the table declares it without `HttpOnly`"),
        (Rule::Attribute(Difference::Partitioned(true)), "not_as_declared: the table declares it with `Partitioned`"),
        (
            Rule::Attribute(Difference::SameSite(SameSite::Lax)),
            "not_as_declared: the table declares it with `SameSite=Lax`",
        ),
        (Rule::TooLong { declared: None, sent: Some(1) }, "too_long: the table declares it for a session"),
        (
            Rule::TooLong { declared: Some(1), sent: Some(2) },
            "too_long: it is kept for 2 s, and the table declares 1 s at most",
        ),
        (
            Rule::TooLong { declared: Some(1), sent: None },
            "too_long: its `Expires` cannot be read, and the table declares 1 s at most",
        ),
        (Rule::Twice, "twice: the response sets it again later on"),
        (Rule::Unreadable, "unreadable: the field does not set a cookie with a name"),
    ] {
        assert_eq!(format!("{}: {rule}", rule.name()), text);
    }
}

#[test]
fn nothing_wrong_leaves_every_byte_where_it_is() {
    let fields = [
        "sid=a ;path=/;SECURE; httponly;  samesite=lax",
        "lb=;unknown",
        "tracker=; max-age=0",
        "wide=a; Domain=.shop.example; Path=/; Secure; HttpOnly; SameSite=Lax",
    ];
    let mut response = headers(&[("x-first", "1"), ("set-cookie", fields[0]), ("x-second", "2")]);
    for field in &fields[1..] {
        response.append(SET_COOKIE, HeaderValue::from_str(field).unwrap());
    }
    let before = response.clone();
    let guard = guard();
    let findings = guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(findings, []);
    assert!(before.iter().eq(response.iter()));
}

#[test]
fn what_is_dropped_leaves_the_others_in_order() {
    let fields = ["lb=1", TRACKER, "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax", "sid", "lb=2; Path=/x"];
    let (sent, findings) = enforced("/", "", &fields);
    assert_eq!(sent, [fields[0], fields[2], fields[4]]);
    assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::Undeclared, Rule::Unreadable]);
}

#[test]
fn reporting_sends_everything() {
    let guard = guard().mode(Mode::Report);
    let mut response = response(&[TRACKER, "sid", TRACKER]);
    let findings = guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(sent(&response), [TRACKER, "sid", TRACKER]);
    assert_eq!(findings.len(), 3);
    assert!(findings.iter().all(|finding| !finding.dropped));
    assert_eq!(findings[1].to_string(), "GET /: cookie ``: the field does not set a cookie with a name");
}

#[test]
#[should_panic(expected = "GET /basket: cookie `tracker`: the table does not declare it")]
fn in_tests_a_finding_panics() {
    let guard = guard().mode(Mode::Panic);
    guard.enforce(&visit(&guard, "/basket", &HeaderMap::new()), &mut response(&[TRACKER]));
}

#[test]
fn in_tests_what_is_right_does_not_panic() {
    let guard = guard().mode(Mode::Panic);
    let mut response = response(&["lb=1"]);
    guard.enforce(&visit(&guard, "/basket", &headers(&[("cookie", "old=1")])), &mut response);
    assert_eq!(sent(&response), ["lb=1"]);
}

#[test]
fn the_callback_is_told_each_finding_in_order() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&told);
    let guard = guard().report(move |finding| log.lock().unwrap().push(finding.clone()));
    let findings = guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response(&[TRACKER, "sid", "lb=1"]));
    assert_eq!(findings.len(), 2);
    assert_eq!(*told.lock().unwrap(), findings);
}

/// What reaches a subscriber: the level, the target and the fields.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn core::fmt::Debug) {
        self.0.lock().unwrap().push(format!("{}={value:?}", field.name()));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.lock().unwrap().push(format!("{}={value}", field.name()));
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
        assert_eq!((*event.metadata().level(), event.metadata().target()), (Level::WARN, "cookie_decl"));
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
        guard.enforce(&visit(&guard, "/basket", &HeaderMap::new()), &mut response);
    });
    log.0.lock().unwrap().clone()
}

#[test]
fn the_log_is_told_as_well() {
    let expected = [
        "message=the table does not declare it",
        "cookie=tracker",
        "rule=undeclared",
        "route=GET /basket",
        "dropped=true",
    ];
    assert_eq!(logged(TRACKER.as_bytes()), expected);
    assert_eq!(logged(b"lb=1"), [""; 0]);
}

#[test]
fn a_hostile_name_forges_no_line() {
    // A header takes no line end, but what some readers of logs take for one, and what turns a line round.
    let name = "x\u{85}\u{2028}GET /: cookie\u{202E}\u{9b}31m";
    for line in logged(format!("{name}=1").as_bytes()) {
        assert!(line.chars().all(|c| matches!(c, ' '..='~')), "{line:?}");
    }
    let (_, findings) = enforced("/", "", &[]);
    assert!(findings.is_empty());
    let finding = Finding { cookie: name.into(), rule: Rule::Undeclared, route: "GET /\n".into(), dropped: true };
    assert!(finding.to_string().chars().all(|c| matches!(c, ' '..='~')), "{finding}");
}
