//! Each rule, with what it lets through beside what it stops.

use super::{DAY, NOW, agreed, breaks, enforced, guard, headers, pair, passes, refused, response, visit};
use crate::SameSite;
use crate::guard::{Difference, Rule};
use alloc::format;
use alloc::string::{String, ToString as _};

const SESSION: &str = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax";
const RECENT: &str = "recent=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
const ADVERT: &str = "advert=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
const FONT: &str = "font=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
const STATISTICS: Rule = Rule::NotConsented { category: "Statistics" };
const ADVERTS: Rule = Rule::NotConsented { category: "Adverts" };
const COMFORT: Rule = Rule::NotConsented { category: "Comfort" };

#[test]
fn a_declared_cookie_passes_and_an_undeclared_one_does_not() {
    passes("", SESSION);
    breaks("", "tracker=a; Path=/; Secure; HttpOnly; SameSite=Lax", Rule::Undeclared);
}

#[test]
fn names_are_compared_byte_by_byte() {
    breaks("", &SESSION.replace("sid", "SID"), Rule::Undeclared);
}

#[test]
fn a_row_that_is_off_is_undeclared() {
    breaks("", &SESSION.replace("sid", "absent"), Rule::Undeclared);
}

#[test]
fn the_rows_of_third_parties_and_of_scripts_storage_are_not_ours() {
    for name in ["uid", "seen"] {
        breaks(&pair(&agreed()), &SESSION.replace("sid", name), Rule::Undeclared);
    }
}

#[test]
fn an_opt_in_cookie_waits_for_agreement() {
    breaks("", RECENT, STATISTICS);
    breaks(&pair(&refused()), RECENT, STATISTICS);
    passes(&pair(&agreed()), RECENT);
}

#[test]
fn a_response_with_a_cookie_that_needs_agreement_is_for_one_visitor_sent_or_not() {
    let guard = guard();
    let varies = |answer: &str, field: &str| {
        let visitor = visit(&guard, "/", &headers(&[("cookie", answer)]));
        let mut response = response(&[field]);
        guard.enforce(&visitor, &mut response);
        guard.keep_private(&visitor, &mut response);
        response.contains_key("vary")
    };
    assert!(varies("", RECENT));
    assert!(varies(&pair(&agreed()), RECENT));
    assert!(!varies("", SESSION));
    assert!(!varies("", "tracker=1"));
}

#[test]
fn an_opt_out_cookie_waits_for_an_objection() {
    passes("", FONT);
    passes(&pair(&agreed()), FONT);
    breaks(&pair(&refused()), FONT, COMFORT);
}

fn with_signal(answer: &str, signal: &str, field: &str) -> Option<Rule> {
    let guard = guard();
    let request = headers(&[("sec-gpc", signal), ("cookie", answer)]);
    let findings = guard.enforce(&visit(&guard, "/", &request), &mut response(&[field]));
    findings.first().map(|finding| finding.rule)
}

#[test]
fn the_signal_denies_what_nobody_answered() {
    assert_eq!(with_signal("", "1", FONT), Some(COMFORT));
    assert_eq!(with_signal("", "0", FONT), None);
    assert_eq!(with_signal("", "true", FONT), None);
    assert_eq!(with_signal(&pair(&agreed()), "1", FONT), None);
}

#[test]
fn the_signal_denies_a_category_with_the_option_whatever_the_answer_is() {
    assert_eq!(with_signal(&pair(&agreed()), "1", ADVERT), Some(ADVERTS));
    assert_eq!(with_signal(&pair(&agreed()), "0", ADVERT), None);
    assert_eq!(with_signal(&pair(&agreed()), "1", RECENT), None);
}

#[test]
fn an_agreement_under_the_signal_in_this_response_does_not_open_the_category() {
    let guard = guard();
    let visitor = visit(&guard, "/", &headers(&[("sec-gpc", "1")]));
    let set = super::cookies::PREFERENCES.set(&agreed()).unwrap().to_header_value();
    let findings = guard.enforce(&visitor, &mut response(&[ADVERT, &set]));
    assert_eq!(findings[0].rule, ADVERTS);
    assert_eq!(findings.len(), 1);
}

#[test]
fn every_attribute_counts() {
    for (from, to, difference) in [
        ("Path=/", "Path=/app", Difference::Path),
        ("Path=/", "Path=/; Domain=shop.example", Difference::Domain),
        ("; Secure", "", Difference::Secure(true)),
        ("; HttpOnly", "", Difference::HttpOnly(true)),
        ("; Secure", "; Secure; Partitioned", Difference::Partitioned(false)),
        ("SameSite=Lax", "SameSite=None", Difference::SameSite(SameSite::Lax)),
        ("SameSite=Lax", "SameSite=Strict", Difference::SameSite(SameSite::Lax)),
        ("SameSite=Lax", "SameSite=Sometimes", Difference::SameSite(SameSite::Lax)),
        ("; SameSite=Lax", "", Difference::SameSite(SameSite::Lax)),
    ] {
        breaks("", &SESSION.replacen(from, to, 1), Rule::Attribute(difference));
    }
    let inside = "inside=a; Path=/; Secure; SameSite=None; Partitioned";
    passes("", inside);
    breaks("", &format!("{inside}; HttpOnly"), Rule::Attribute(Difference::HttpOnly(false)));
    breaks("", &inside.replace("; Partitioned", ""), Rule::Attribute(Difference::Partitioned(true)));
    let answer = format!("{}; Path=/; Secure; SameSite=Lax", pair(&agreed()));
    passes("", &answer);
    breaks("", &format!("{answer}; HttpOnly"), Rule::Attribute(Difference::HttpOnly(false)));
}

#[test]
fn all_differences_are_told_at_once() {
    let (sent, findings) = enforced("/", "", &["sid=a; Path=/app"]);
    assert!(sent.is_empty());
    assert_eq!(findings.len(), 4);
}

#[test]
fn names_and_values_of_attributes_come_in_any_capitals() {
    passes("", "sid=a; PATH=/; SECURE; httponly; samesite=LAX");
}

#[test]
fn a_domain_is_the_same_in_other_capitals_and_with_the_dot_of_old() {
    let wide = "wide=a; Path=/; Secure; HttpOnly; SameSite=Lax";
    for domain in ["shop.example", "SHOP.example", ".shop.example"] {
        passes("", &format!("{wide}; Domain={domain}"));
    }
    breaks("", wide, Rule::Attribute(Difference::Domain));
    breaks("", &format!("{wide}; Domain=www.shop.example"), Rule::Attribute(Difference::Domain));
}

#[test]
fn without_a_path_browsers_take_the_directory_of_the_request() {
    let pathless = "sid=a; Secure; HttpOnly; SameSite=Lax";
    for (request, is_root) in
        [("/", true), ("/basket", true), ("/app/", false), ("/app/basket", false), ("*", true), ("/a/b/c?d=/", false)]
    {
        let (_, findings) = enforced(request, "", &[pathless]);
        assert_eq!(findings.is_empty(), is_root, "{request}");
    }
    let form = "form_1=a; Secure; HttpOnly; SameSite=Strict";
    assert_eq!(enforced("/forms/new", "", &[form]).1, []);
    // A path that does not start with `/`, and an empty one, count as none.
    assert_eq!(enforced("/forms/new", "", &["form_1=a; Path=forms; Secure; HttpOnly; SameSite=Strict"]).1, []);
    assert_eq!(enforced("/forms/new", "", &["form_1=a; Path; Secure; HttpOnly; SameSite=Strict"]).1, []);
}

#[test]
fn a_family_passes_under_every_name_of_its_pattern() {
    let form = "form_1=a; Path=/forms; Max-Age=60; Secure; HttpOnly; SameSite=Strict";
    passes("", form);
    passes("", &form.replace("form_1", "form_a.b"));
    breaks("", &form.replace("form_1", "form_"), Rule::Undeclared);
}

#[test]
fn of_rows_with_one_name_the_one_with_the_path_counts() {
    let theme = |path, age| format!("theme=a; Path={path}; Max-Age={age}; Secure; HttpOnly; SameSite=Lax");
    passes("", &theme("/", 365 * DAY));
    passes("", &theme("/office", DAY));
    breaks("", &theme("/office", DAY + 1), Rule::TooLong { declared: Some(DAY), sent: Some(DAY + 1) });
    breaks("", &theme("/statistics", DAY), STATISTICS);
    passes(&pair(&agreed()), &theme("/statistics", DAY));
    breaks("", &theme("/elsewhere", DAY), Rule::Attribute(Difference::Path));
}

#[test]
fn a_name_that_a_row_says_is_not_one_of_a_pattern() {
    // As `form_{id}` it would need no agreement.
    let field = "form_last=a; Path=/forms; Max-Age=60; Secure; HttpOnly; SameSite=Strict";
    breaks("", field, STATISTICS);
    breaks(&pair(&agreed()), field, Rule::Attribute(Difference::Path));
}

#[test]
fn what_a_script_sets_the_server_does_not() {
    let field = "_pk_id.1=a; Path=/; Max-Age=60; SameSite=Lax";
    breaks(&pair(&agreed()), field, Rule::NotSetByServer);
    breaks("", field, STATISTICS);
}

#[test]
fn what_a_proxy_sets_passes_with_any_attributes() {
    passes("", "lb=a; Path=/x; Domain=shop.example");
}

fn lives(name: &str, lifetime: &str) -> String {
    let strict = if name.starts_with("form") { "Path=/forms; SameSite=Strict" } else { "Path=/; SameSite=Lax" };
    format!("{name}=a; {strict}; Secure; HttpOnly; {lifetime}")
}

fn too_long(declared: impl Into<Option<u64>>, sent: impl Into<Option<u64>>) -> Rule {
    Rule::TooLong { declared: declared.into(), sent: sent.into() }
}

#[test]
fn a_cookie_lives_as_long_as_printed() {
    passes("", &lives("font", &format!("Max-Age={DAY}")));
    passes("", &lives("font", "Max-Age=1"));
    passes("", &lives("font", "SameSite=Lax"));
    breaks("", &lives("font", &format!("Max-Age={}", DAY + 1)), too_long(DAY, DAY + 1));
    breaks("", &lives("font", "Max-Age=99999999999999999999"), too_long(DAY, i64::MAX.unsigned_abs()));
}

#[test]
fn a_date_counts_from_the_time_of_the_request() {
    let at = |seconds| {
        let date = httpdate(NOW + seconds);
        lives("font", &format!("Expires={date}"))
    };
    passes("", &at(DAY));
    breaks("", &at(DAY + 1), too_long(DAY, DAY + 1));
    // `Max-Age` counts more, before it and behind it.
    passes("", &format!("{}; Max-Age=60", at(8 * DAY)));
    passes("", &lives("font", &format!("Max-Age=60; Expires={}", httpdate(NOW + 8 * DAY))));
    // What is no number is left out.
    breaks("", &format!("{}; Max-Age=soon", at(8 * DAY)), too_long(DAY, 8 * DAY));
    breaks("", &lives("font", "Expires=tomorrow"), too_long(DAY, None));
}

/// The last days of November 2026.
fn httpdate(at: u64) -> String {
    let (day, second) = (22 + (at - NOW) / DAY, (at - NOW) % DAY);
    format!("{day:02} Nov 2026 00:00:{second:02} GMT")
}

#[test]
fn months_have_31_days_and_years_366() {
    let inside = |age: u64| format!("inside=a; Path=/; Max-Age={age}; Secure; Partitioned; SameSite=None");
    passes("", &inside(31 * DAY));
    breaks("", &inside(31 * DAY + 1), too_long(31 * DAY, 31 * DAY + 1));
    passes("", &lives("theme", &format!("Max-Age={}", 366 * DAY)));
    breaks("", &lives("theme", &format!("Max-Age={}", 366 * DAY + 1)), too_long(366 * DAY, 366 * DAY + 1));
}

#[test]
fn a_session_has_no_time_at_all() {
    passes("", SESSION);
    breaks("", &lives("sid", "Max-Age=1"), too_long(None, 1));
    breaks("", &lives("sid", "Expires=tomorrow"), too_long(None, None));
}

#[test]
fn of_alternatives_the_longest_counts() {
    let wide = |age: u64| lives("wide", &format!("Domain=shop.example; Max-Age={age}"));
    passes("", &wide(14 * DAY));
    breaks("", &wide(14 * DAY + 1), too_long(14 * DAY, 14 * DAY + 1));
}

#[test]
fn of_what_is_known_at_run_time_the_bound_counts() {
    passes("", &lives("bounded", "Max-Age=7200"));
    breaks("", &lives("bounded", "Max-Age=7201"), too_long(7200, 7201));
}

#[test]
fn what_states_no_duration_has_no_bound() {
    passes("", &lives("open", "Max-Age=34560000"));
}

#[test]
fn set_twice_the_last_one_counts() {
    let other = SESSION.replace("sid=a", "sid=b");
    let (sent, findings) = enforced("/", "", &[SESSION, FONT, &other]);
    assert_eq!(sent, [FONT.to_string(), other]);
    assert_eq!(findings.iter().map(|finding| finding.rule).collect::<alloc::vec::Vec<_>>(), [Rule::Twice]);
}

#[test]
fn another_path_or_domain_is_another_cookie() {
    let office = lives("theme", "Max-Age=60").replace("Path=/;", "Path=/office;");
    assert_eq!(enforced("/", "", &[&lives("theme", "Max-Age=60"), &office]).1, []);
    let (_, findings) = enforced("/", "", &[&lives("wide", "Domain=shop.example"), &lives("wide", "Domain=example")]);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].rule, Rule::Attribute(Difference::Domain));
    // In other capitals, and with the path of the request, it is the same.
    let wide = |domain| lives("wide", &format!("Domain={domain}"));
    assert_eq!(enforced("/", "", &[&wide("shop.example"), &wide(".SHOP.example")]).1[0].rule, Rule::Twice);
    assert_eq!(enforced("/", "", &[SESSION, &SESSION.replace(" Path=/;", "")]).1[0].rule, Rule::Twice);
}
