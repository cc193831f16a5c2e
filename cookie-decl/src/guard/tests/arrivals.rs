//! What requests contain: cookies that are undeclared or not allowed.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;

use http::header::HeaderMap;

use super::{DAY, NOW, cookies, denied_all, enforced, granted_all, guard, headers, pair, visit};
use crate::guard::{Action, Finding, Guard, Mode, Violation};

/// Returns the findings about a request, as name and rule.
fn found(cookie: &str) -> Vec<String> {
    let (_, findings) = enforced("/", cookie, &[]);
    let text = |finding: &Finding| format!("{} {}", finding.cookie, finding.violation.name());
    findings.iter().map(text).collect()
}

#[test]
fn a_cookie_that_the_table_does_not_declare_is_reported() {
    assert_eq!(
        found("sid=1; tracker=secret; form_7=2; lb=3"),
        ["tracker undeclared_in_request"]
    );
    let (_, findings) = enforced("/basket?token=x", "tracker=secret", &[]);
    let expected = Finding {
        cookie: "tracker".into(),
        violation: Violation::UndeclaredInRequest,
        declared_at: None,
        route: "GET /basket".into(),
        action: Action::Sent,
        times: 1,
    };
    assert_eq!(findings, [expected]);
    assert!(!format!("{findings:?}").contains("secret"));
}

#[test]
fn a_request_without_cookies_has_no_finding() {
    assert_eq!(found(""), [""; 0]);
}

#[test]
fn a_cookie_of_another_place_or_a_disabled_row_is_undeclared() {
    let answer = pair(&granted_all());
    let expected = ["uid", "seen", "absent"].map(|name| format!("{name} undeclared_in_request"));
    assert_eq!(
        found(&format!("uid=1; seen=2; absent=3; {answer}")),
        expected
    );
}

#[test]
fn a_cookie_before_consent_is_reported_until_it_is_allowed() {
    let expected = [
        "_pk_id.1 not_consented_in_request",
        "recent not_consented_in_request",
    ];
    // One finding for each row.
    assert_eq!(found("_pk_id.1=a; _pk_id.2=b; recent=1"), expected);
    let answer = pair(&granted_all());
    assert_eq!(found(&format!("_pk_id.1=a; recent=1; {answer}")), [""; 0]);
}

#[test]
fn a_name_of_several_rows_is_fine_if_one_is_allowed() {
    assert_eq!(found("theme=dark"), [""; 0]);
}

#[test]
fn a_cookie_that_is_being_removed_is_not_reported() {
    // Retired, or denied in an answer.
    assert_eq!(found("old=1; legacy_7=2"), [""; 0]);
    assert_eq!(
        found(&format!("recent=1; {}", pair(&denied_all()))),
        [""; 0]
    );
    // The response to the choice removes it.
    let answer = cookies::PREFERENCES.set(&denied_all()).unwrap();
    let (_, findings) = enforced("/", "recent=1", &[&answer.to_string()]);
    assert_eq!(findings, []);
}

#[test]
fn a_denied_cookie_is_reported_where_nothing_removes_it() {
    let guard = guard().mode(Mode::Report);
    let request = headers(&[("cookie", &format!("recent=1; {}", pair(&denied_all())))]);
    let findings = guard.finish(&visit(&guard, "/", &request), &mut HeaderMap::new());
    let category = "Statistics";
    assert_eq!(
        findings[0].violation,
        Violation::NotConsentedInRequest { category }
    );
}

#[test]
fn the_response_does_not_depend_on_it() {
    let guard = guard();
    let request = headers(&[("cookie", "recent=1; tracker=2")]);
    let mut response = HeaderMap::new();
    let findings = guard.finish(&visit(&guard, "/", &request), &mut response);
    assert_eq!(findings.len(), 2);
    assert!(response.is_empty(), "{response:?}");
}

#[test]
fn panic_mode_reports_it_only() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&log);
    let guard = guard().mode(Mode::Panic);
    let guard = guard.report(move |finding| heard.lock().unwrap().push(finding.cookie.clone()));
    let request = headers(&[("cookie", "tracker=1")]);
    guard.finish(&visit(&guard, "/", &request), &mut HeaderMap::new());
    assert_eq!(*log.lock().unwrap(), ["tracker"]);
}

#[test]
fn a_hidden_cookie_is_reported_as_hidden() {
    let guard = guard().hide_denied(true);
    let request = headers(&[("cookie", "tracker=1")]);
    let findings = guard.finish(&visit(&guard, "/", &request), &mut HeaderMap::new());
    assert_eq!(findings[0].action, Action::Hidden);
    assert!(findings[0].to_string().ends_with("; it was hidden"));
}

/// Counts what the callback hears of requests at these times, as the sum of `times` and the number
/// of calls.
fn heard(times: &[u64], cookie: impl Fn(usize) -> String) -> (u64, usize) {
    let (clock, log) = (
        Arc::new(AtomicU64::new(NOW)),
        Arc::new(Mutex::new(Vec::new())),
    );
    let (now, heard) = (Arc::clone(&clock), Arc::clone(&log));
    let guard = Guard::new(cookies::POLICY).clock(move || now.load(Ordering::Relaxed));
    let guard = guard.report(move |finding| heard.lock().unwrap().push(finding.times));
    for (number, time) in times.iter().enumerate() {
        clock.store(*time, Ordering::Relaxed);
        let request = headers(&[("cookie", &cookie(number))]);
        guard.finish(&visit(&guard, "/", &request), &mut HeaderMap::new());
    }
    let log = log.lock().unwrap();
    (log.iter().sum(), log.len())
}

#[test]
fn a_name_is_reported_once_a_day_and_counted() {
    let same = |_| String::from("tracker=1");
    assert_eq!(heard(&[NOW, NOW + 60, NOW + DAY - 1], same), (1, 1));
    assert_eq!(heard(&[NOW, NOW + 60, NOW + DAY], same), (3, 2));
}

#[test]
fn any_number_of_names_needs_little_memory() {
    let (_, reports) = heard(&[NOW; 2_000], |number| format!("n{number}=1"));
    // There is one report for each distinguished kind, and one for the rest.
    assert_eq!(reports, 1_025);
}

#[test]
fn a_request_with_a_thousand_names_has_few_findings() {
    let names: Vec<_> = (0..1_000).map(|number| format!("n{number}=1")).collect();
    assert_eq!(found(&names.join("; ")).len(), 20);
}
