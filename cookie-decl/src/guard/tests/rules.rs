//! Each rule, with fields that pass and fields that break it.

use super::{
    DAY, NOW, breaks, denied_all, differs, enforced, findings_about, granted_all, guard, headers,
    pair, passes, response, visit,
};
use crate::guard::{Action, Guard, Violation};
use crate::table::duration::{Term, Unit};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use http::{HeaderMap, Method, Uri};

const SESSION: &str = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax";
const RECENT: &str = "recent=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
const ADVERT: &str = "advert=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
const FONT: &str = "font=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
const STATISTICS: Violation = Violation::NotConsented {
    category: "Statistics",
};
const ADVERTS: Violation = Violation::NotConsented {
    category: "Adverts",
};
const COMFORT: Violation = Violation::NotConsented {
    category: "Comfort",
};

#[test]
fn a_declared_cookie_passes_and_an_undeclared_one_does_not() {
    passes("", SESSION);
    breaks(
        "",
        "tracker=a; Path=/; Secure; HttpOnly; SameSite=Lax",
        Violation::Undeclared,
    );
}

#[test]
fn names_are_compared_byte_by_byte() {
    breaks("", &SESSION.replace("sid", "SID"), Violation::Undeclared);
}

#[test]
fn disabled_row_is_undeclared() {
    breaks("", &SESSION.replace("sid", "absent"), Violation::Undeclared);
}

#[test]
fn rows_of_third_parties_and_other_storage_do_not_count() {
    for name in ["uid", "seen"] {
        breaks(
            &pair(&granted_all()),
            &SESSION.replace("sid", name),
            Violation::Undeclared,
        );
    }
}

#[test]
fn opt_in_cookie_is_dropped_until_granted() {
    breaks("", RECENT, STATISTICS);
    breaks(&pair(&denied_all()), RECENT, STATISTICS);
    passes(&pair(&granted_all()), RECENT);
}

#[test]
fn gated_cookie_makes_the_response_vary_even_if_dropped() {
    let guard = guard();
    let varies = |answer: &str, field: &str| {
        let visitor = visit(&guard, "/", &headers(&[("cookie", answer)]));
        let mut response = response(&[field]);
        guard.finish(&visitor, &mut response);
        response.contains_key("vary")
    };
    assert!(varies("", RECENT));
    assert!(varies(&pair(&granted_all()), RECENT));
    assert!(!varies("", SESSION));
    assert!(!varies("", "tracker=1"));
}

#[test]
fn opt_out_cookie_is_sent_until_denied() {
    passes("", FONT);
    passes(&pair(&granted_all()), FONT);
    breaks(&pair(&denied_all()), FONT, COMFORT);
}

fn with_signal(answer: &str, signal: &str, field: &str) -> Option<Violation> {
    let guard = guard();
    let request = headers(&[("sec-gpc", signal), ("cookie", answer)]);
    let findings = guard.finish(&visit(&guard, "/", &request), &mut response(&[field]));
    findings.into_iter().next().map(|finding| finding.violation)
}

#[test]
fn signal_denies_undecided_categories() {
    assert_eq!(with_signal("", "1", FONT), Some(COMFORT));
    assert_eq!(with_signal("", "0", FONT), None);
    assert_eq!(with_signal("", "true", FONT), None);
    assert_eq!(with_signal(&pair(&granted_all()), "1", FONT), None);
}

#[test]
fn signal_denies_a_gpc_category_despite_the_answer() {
    assert_eq!(
        with_signal(&pair(&granted_all()), "1", ADVERT),
        Some(ADVERTS)
    );
    assert_eq!(with_signal(&pair(&granted_all()), "0", ADVERT), None);
    assert_eq!(with_signal(&pair(&granted_all()), "1", RECENT), None);
}

#[test]
fn grant_in_the_response_does_not_override_the_signal() {
    let guard = guard();
    let visitor = visit(&guard, "/", &headers(&[("sec-gpc", "1")]));
    let set = super::cookies::PREFERENCES
        .set(&granted_all())
        .unwrap()
        .to_header_value();
    let findings = guard.finish(&visitor, &mut response(&[ADVERT, &set]));
    assert_eq!(findings[0].violation, ADVERTS);
    assert_eq!(findings.len(), 1);
}

#[test]
fn each_attribute_is_checked() {
    for (from, to, difference) in [
        (
            "Path=/",
            "Path=/app",
            differs("Path", "Path=/app", "Path=/"),
        ),
        (
            "Path=/",
            "Path=/; Domain=shop.example",
            differs("Domain", "Domain=shop.example", ""),
        ),
        ("; Secure", "", differs("Secure", "", "Secure")),
        ("; HttpOnly", "", differs("HttpOnly", "", "HttpOnly")),
        (
            "; Secure",
            "; Secure; Partitioned",
            differs("Partitioned", "Partitioned", ""),
        ),
        (
            "SameSite=Lax",
            "SameSite=None",
            differs("SameSite", "SameSite=None", "SameSite=Lax"),
        ),
        (
            "SameSite=Lax",
            "SameSite=Strict",
            differs("SameSite", "SameSite=Strict", "SameSite=Lax"),
        ),
        (
            "SameSite=Lax",
            "SameSite=Sometimes",
            differs("SameSite", "SameSite=Sometimes", "SameSite=Lax"),
        ),
        (
            "; SameSite=Lax",
            "",
            differs("SameSite", "", "SameSite=Lax"),
        ),
    ] {
        breaks("", &SESSION.replacen(from, to, 1), difference);
    }
    let inside = "inside=a; Path=/; Secure; SameSite=None; Partitioned; Max-Age=60";
    passes("", inside);
    breaks(
        "",
        &format!("{inside}; HttpOnly"),
        differs("HttpOnly", "HttpOnly", ""),
    );
    breaks(
        "",
        &inside.replace("; Partitioned", ""),
        differs("Partitioned", "", "Partitioned"),
    );
    let answer = format!("{}; Path=/; Secure; SameSite=Lax", pair(&granted_all()));
    passes("", &answer);
    breaks(
        "",
        &format!("{answer}; HttpOnly"),
        differs("HttpOnly", "HttpOnly", ""),
    );
}

#[test]
fn all_differences_are_reported_at_once() {
    let (sent, findings) = enforced("/", "", &["sid=a; Path=/app"]);
    assert!(sent.is_empty());
    assert_eq!(findings.len(), 4);
}

#[test]
fn attributes_are_compared_case_insensitively() {
    passes("", "sid=a; PATH=/; SECURE; httponly; samesite=LAX");
}

#[test]
fn domain_ignores_case_and_a_leading_dot() {
    let wide = "wide=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    for domain in ["shop.example", "SHOP.example", ".shop.example"] {
        passes("", &format!("{wide}; Domain={domain}"));
    }
    breaks("", wide, differs("Domain", "", "Domain=shop.example"));
    let other = differs("Domain", "Domain=www.shop.example", "Domain=shop.example");
    breaks("", &format!("{wide}; Domain=www.shop.example"), other);
}

#[test]
fn missing_path_is_the_directory_of_the_request() {
    let pathless = "sid=a; Secure; HttpOnly; SameSite=Lax";
    for (request, is_root) in [
        ("/", true),
        ("/basket", true),
        ("/app/", false),
        ("/app/basket", false),
        ("*", true),
        ("/a/b/c?d=/", false),
    ] {
        let (_, findings) = enforced(request, "", &[pathless]);
        assert_eq!(findings.is_empty(), is_root, "{request}");
    }
    let form = "form_1=a; Secure; HttpOnly; SameSite=Strict";
    assert_eq!(enforced("/forms/new", "", &[form]).1, []);
    // A path that is empty or does not start with `/` is ignored.
    assert_eq!(
        enforced(
            "/forms/new",
            "",
            &["form_1=a; Path=forms; Secure; HttpOnly; SameSite=Strict"]
        )
        .1,
        []
    );
    assert_eq!(
        enforced(
            "/forms/new",
            "",
            &["form_1=a; Path; Secure; HttpOnly; SameSite=Strict"]
        )
        .1,
        []
    );
}

#[test]
fn family_passes_under_every_name_of_its_pattern() {
    let form = "form_1=a; Path=/forms; Max-Age=60; Secure; HttpOnly; SameSite=Strict";
    passes("", form);
    passes("", &form.replace("form_1", "form_a.b"));
    breaks("", &form.replace("form_1", "form_"), Violation::Undeclared);
}

#[test]
fn row_with_the_same_scope_counts_among_namesakes() {
    let theme =
        |path, age| format!("theme=a; Path={path}; Max-Age={age}; Secure; HttpOnly; SameSite=Lax");
    passes("", &theme("/", 365 * DAY));
    passes("", &theme("/office", DAY));
    breaks("", &theme("/office", DAY + 1), too_long(ONE_DAY, DAY + 1));
    breaks("", &theme("/statistics", DAY), STATISTICS);
    passes(&pair(&granted_all()), &theme("/statistics", DAY));
    breaks(
        "",
        &theme("/elsewhere", DAY),
        differs("Path", "Path=/elsewhere", "Path=/"),
    );
}

#[test]
fn exact_name_takes_precedence_over_a_pattern() {
    // As `form_{id}` it would be exempt.
    let field = "form_last=a; Path=/forms; Max-Age=60; Secure; HttpOnly; SameSite=Strict";
    breaks("", field, STATISTICS);
    breaks(
        &pair(&granted_all()),
        field,
        differs("Path", "Path=/forms", "Path=/"),
    );
}

#[test]
fn cookie_of_a_script_is_dropped_if_the_server_sets_it() {
    let field = "_pk_id.1=a; Path=/; Max-Age=60; SameSite=Lax";
    breaks(&pair(&granted_all()), field, Violation::NotSetByServer);
    breaks("", field, STATISTICS);
}

#[test]
fn cookie_set_by_other_passes_with_any_attributes() {
    passes("", "lb=a; Path=/x; Domain=shop.example");
}

fn lives(name: &str, lifetime: &str) -> String {
    let strict = if name.starts_with("form") {
        "Path=/forms; SameSite=Strict"
    } else {
        "Path=/; SameSite=Lax"
    };
    format!("{name}=a; {strict}; Secure; HttpOnly; {lifetime}")
}

const ONE_DAY: Term = Term::new(1, Unit::Day);

fn too_long(declared: Term, sent: impl Into<Option<u64>>) -> Violation {
    Violation::TooLong {
        declared,
        sent: sent.into(),
    }
}

#[test]
fn lifetime_over_the_declared_one_is_reported() {
    passes("", &lives("font", &format!("Max-Age={DAY}")));
    passes("", &lives("font", "Max-Age=1"));
    passes("", &lives("font", "SameSite=Lax"));
    breaks(
        "",
        &lives("font", &format!("Max-Age={}", DAY + 1)),
        too_long(ONE_DAY, DAY + 1),
    );
    breaks(
        "",
        &lives("font", "Max-Age=99999999999999999999"),
        too_long(ONE_DAY, u64::MAX),
    );
}

#[test]
fn too_long_cookie_is_shortened() {
    let cut = |field: &str| {
        let (sent, findings) = enforced("/", "", &[SESSION, field]);
        assert_eq!(findings[0].action, Action::Shortened);
        assert_eq!(sent[0], SESSION);
        sent[1].clone()
    };
    let day = "font=a; Path=/; SameSite=Lax; Secure; HttpOnly; Max-Age=86400";
    assert_eq!(cut(&lives("font", "max-age=259200")), day);
    assert_eq!(
        cut(&lives("font", "Expires=Mon, 30 Nov 2026 00:00:00 GMT")),
        day
    );
    assert_eq!(
        cut(&lives(
            "font",
            "Expires=Mon, 30 Nov 2026 00:00:00 GMT ; Max-Age = 259200"
        )),
        day
    );
    // A value that looks like the attribute stays.
    let answer = cut(
        "wide=Max-Age; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=9999999",
    );
    assert_eq!(
        answer,
        "wide=Max-Age; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=1209600"
    );
    // A session may outlast less than a day.
    assert_eq!(
        cut(&lives("bounded", "")),
        lives("bounded", "; Max-Age=7200")
    );
    // The table declares a session, so no lifetime is allowed.
    let session = enforced("/", "", &[&format!("{SESSION}; Max-Age=60")]).0;
    assert_eq!(session, [SESSION]);
}

#[test]
fn too_long_cookie_with_another_violation_is_dropped() {
    let (sent, findings) = enforced(
        "/",
        "",
        &[&lives("font", "Max-Age=259200").replace("; Secure", "")],
    );
    assert!(sent.is_empty());
    assert!(
        findings
            .iter()
            .all(|finding| finding.action == Action::Dropped)
    );
    assert_eq!(findings.len(), 2);
}

/// Sets `font` in a response with these fields, with this clock.
fn at(clock: u64, date: Option<&str>, expires: &str) -> Vec<Violation> {
    let guard = guard().clock(move || clock);
    let mut response = response(&[&lives("font", &format!("Expires={expires}"))]);
    response.extend(date.map(|date| (http::header::DATE, date.parse().unwrap())));
    let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    findings
        .into_iter()
        .map(|finding| finding.violation)
        .collect()
}

#[test]
fn expires_counts_from_the_check_of_the_response() {
    let field = |seconds| lives("font", &format!("Expires={}", date(seconds)));
    passes("", &field(DAY));
    // Another machine may have computed the date, and some time may have passed.
    passes("", &field(DAY + 300));
    breaks("", &field(DAY + 301), too_long(ONE_DAY, DAY + 301));
    // `Max-Age` takes precedence, before or after `Expires`, and needs no clock.
    passes("", &format!("{}; Max-Age=60", field(8 * DAY)));
    passes(
        "",
        &lives("font", &format!("Max-Age=60; Expires={}", date(8 * DAY))),
    );
    breaks(
        "",
        &lives("font", &format!("Max-Age={}", DAY + 1)),
        too_long(ONE_DAY, DAY + 1),
    );
}

#[test]
fn slow_handler_keeps_its_cookie() {
    use core::sync::atomic::{AtomicU64, Ordering};
    static CLOCK: AtomicU64 = AtomicU64::new(NOW);
    let guard = guard().clock(|| CLOCK.load(Ordering::Relaxed));
    let visitor = visit(&guard, "/", &headers(&[("cookie", &pair(&granted_all()))]));
    assert_eq!(visitor.now(), NOW);
    CLOCK.store(NOW + 3_600, Ordering::Relaxed);
    let mut response = response(&[&lives("font", &format!("Expires={}", date(DAY + 3_600)))]);
    assert_eq!(guard.finish(&visitor, &mut response), []);
}

#[test]
fn expires_counts_from_the_date_of_the_response_as_well() {
    // Chromium corrects `Expires` by the clock of the server.
    assert_eq!(at(NOW, Some(&date(0)), &date(DAY)), []);
    assert_eq!(at(NOW, Some(&date(DAY)), &date(DAY)), []);
    let longer = Violation::TooLong {
        declared: ONE_DAY,
        sent: Some(2 * DAY),
    };
    assert_eq!(
        at(NOW + DAY, Some(&date(0)), &date(2 * DAY)),
        core::slice::from_ref(&longer)
    );
    assert_eq!(at(NOW, Some(&date(DAY)), &date(2 * DAY)), [longer]);
    let ambiguous = Violation::Ambiguous {
        attribute: "Expires",
        sent: format!("Expires={}", date(DAY)),
    };
    assert_eq!(at(NOW, Some("yesterday"), &date(DAY)), [ambiguous]);
}

/// The date `seconds` after now.
fn date(seconds: u64) -> String {
    httpdate::fmt_http_date(std::time::UNIX_EPOCH + core::time::Duration::from_secs(NOW + seconds))
}

#[test]
fn months_have_31_days_and_years_366() {
    let inside =
        |age: u64| format!("inside=a; Path=/; Max-Age={age}; Secure; Partitioned; SameSite=None");
    passes("", &inside(31 * DAY));
    breaks(
        "",
        &inside(31 * DAY + 1),
        too_long(Term::new(1, Unit::Month), 31 * DAY + 1),
    );
    passes("", &lives("theme", &format!("Max-Age={}", 366 * DAY)));
    breaks(
        "",
        &lives("theme", &format!("Max-Age={}", 366 * DAY + 1)),
        too_long(Term::new(1, Unit::Year), 366 * DAY + 1),
    );
}

#[test]
fn session_row_allows_no_lifetime() {
    passes("", SESSION);
    breaks("", &lives("sid", "Max-Age=1"), too_long(Term::SESSION, 1));
    breaks(
        "",
        &lives("sid", "Expires=tomorrow"),
        Violation::Ambiguous {
            attribute: "Expires",
            sent: "Expires=tomorrow".into(),
        },
    );
}

#[test]
fn session_cookie_may_outlast_a_duration_under_a_day() {
    breaks(
        "",
        &lives("bounded", "SameSite=Lax"),
        too_long(Term::new(2, Unit::Hour), None),
    );
    passes("", &lives("bounded", "Max-Age=60"));
    passes("", &lives("font", "SameSite=Lax")); // a day
    passes("", &lives("wide", "Domain=shop.example")); // a session or two weeks
    // A session is shortened to the declared lifetime.
    let (sent, _) = enforced("/", "", &[&lives("bounded", "SameSite=Lax")]);
    assert!(sent[0].ends_with("; Max-Age=7200"), "{}", sent[0]);
}

#[test]
fn longest_alternative_counts() {
    let wide = |age: u64| lives("wide", &format!("Domain=shop.example; Max-Age={age}"));
    passes("", &wide(14 * DAY));
    breaks(
        "",
        &wide(14 * DAY + 1),
        too_long(Term::new(2, Unit::Week), 14 * DAY + 1),
    );
}

#[test]
fn run_time_duration_is_checked_against_its_bound() {
    passes("", &lives("bounded", "Max-Age=7200"));
    breaks(
        "",
        &lives("bounded", "Max-Age=7201"),
        too_long(Term::new(2, Unit::Hour), 7201),
    );
}

#[test]
fn row_without_a_duration_has_no_bound() {
    passes("", &lives("open", "Max-Age=34560000"));
}

#[test]
fn a_cookie_over_4096_bytes_is_not_sent() {
    let sid = |length: usize| {
        format!(
            "sid={}; Path=/; Secure; HttpOnly; SameSite=Lax",
            "x".repeat(length - 3)
        )
    };
    passes("", &sid(4_096));
    breaks("", &sid(4_097), Violation::TooLarge { bytes: 4_097 });
}

fn rules(fields: &[&str]) -> (Vec<String>, Vec<Violation>) {
    let (sent, findings) = enforced("/", "", fields);
    (
        sent,
        findings
            .into_iter()
            .map(|finding| finding.violation)
            .collect(),
    )
}

#[test]
fn last_of_two_fields_for_a_cookie_counts() {
    let other = SESSION.replace("sid=a", "sid=b");
    let (sent, rules) = rules(&[SESSION, FONT, &other]);
    assert_eq!(sent, [FONT.to_string(), other]);
    assert_eq!(rules, [Violation::Twice]);
}

#[test]
fn earlier_field_stays_if_the_later_one_is_dropped() {
    let large = format!(
        "sid={}; Path=/; Secure; HttpOnly; SameSite=Lax",
        "x".repeat(5_000)
    );
    for bad in [&SESSION.replace("; Secure", ""), &large] {
        let (sent, rules) = rules(&[SESSION, bad]);
        assert_eq!(sent, [SESSION]);
        assert_eq!(rules.len(), 1, "{rules:?}");
        assert_ne!(rules, [Violation::Twice]);
    }
}

#[test]
fn another_path_or_domain_is_another_cookie() {
    let office = lives("theme", "Max-Age=60").replace("Path=/;", "Path=/office;");
    assert_eq!(rules(&[&lives("theme", "Max-Age=60"), &office]).1, []);
    let (_, found) = rules(&[
        &lives("wide", "Domain=shop.example"),
        &lives("wide", "Domain=example"),
    ]);
    assert_eq!(
        found,
        [differs("Domain", "Domain=example", "Domain=shop.example")]
    );
    // In another case, and with the path of the request, the cookie is the same.
    let wide = |domain| lives("wide", &format!("Domain={domain}"));
    assert_eq!(
        rules(&[&wide("shop.example"), &wide(".SHOP.example")]).1,
        [Violation::Twice]
    );
    assert_eq!(
        rules(&[SESSION, &SESSION.replace(" Path=/;", "")]).1,
        [Violation::Twice]
    );
}

#[test]
fn partitioned_and_unpartitioned_cookies_differ() {
    let inside = "inside=1; Path=/; Secure; SameSite=None; Partitioned; Max-Age=60";
    let removal = "inside=; Max-Age=0; Path=/; Secure; SameSite=None";
    for fields in [[removal, inside], [inside, removal]] {
        let (sent, rules) = rules(&fields);
        assert_eq!(sent, fields);
        assert!(
            matches!(&*rules, [Violation::RemovalElsewhere { .. }]),
            "{rules:?}"
        );
    }
    let partitioned = removal.replace("Path=/", "Path=/; Partitioned");
    assert_eq!(rules(&[&partitioned, inside]).1, [Violation::Twice]);
}

#[test]
fn many_fields_are_compared_like_few() {
    let fields: Vec<_> = (0..40)
        .map(|number| format!("lb=a; Path=/{}", number % 20))
        .collect();
    let fields: Vec<_> = fields.iter().map(String::as_str).collect();
    let (sent, rules) = rules(&fields);
    assert_eq!(sent, fields[20..]);
    assert_eq!(rules, alloc::vec![Violation::Twice; 20]);
}

#[test]
fn both_violations_of_a_field_are_reported() {
    let field = "sid=a; Path=/; HttpOnly; SameSite=Lax; Max-Age=60";
    assert_eq!(
        findings_about("", field),
        [differs("Secure", "", "Secure"), too_long(Term::SESSION, 60)]
    );
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod embedded {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The shop does not work without these.
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Holds what you buy in the shop
            "cart" | 1 day | Secure SameSite=Lax;
            /// Holds what you buy in the shop within another site
            "cart" | 1 day | Secure SameSite=None Partitioned;
        }
    }
}

#[test]
fn row_with_the_same_partitioned_counts() {
    let guard = Guard::new(embedded::POLICY);
    let findings = |field: &str| {
        let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
        guard.finish(&visitor, &mut response(&[field])).len()
    };
    let cart = "cart=1; Path=/; Max-Age=60; Secure";
    assert_eq!(findings(&format!("{cart}; SameSite=Lax")), 0);
    assert_eq!(findings(&format!("{cart}; SameSite=None; Partitioned")), 0);
    assert_eq!(findings(&format!("{cart}; SameSite=None")), 1);
}
