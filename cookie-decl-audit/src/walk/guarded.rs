//! Judges the visits of an application in the same process with the guard.

use cookie_decl::guard::{self, Lifetime, Received, Violation};

use crate::help;
use crate::policy_file::{PolicyFile, Row};
use crate::report::{Finding, Report, Rule};
use crate::walk::exchange::Exchange;
use crate::walk::judge::{declare, judge};
use crate::walk::visitors::Visits;

/// Compares the visits with the table. `answer` is the name of the cookie with the visitor's
/// answer.
pub(crate) fn judge_by_guard(
    file: &PolicyFile,
    now: u64,
    visits: &Visits,
    answer: Option<&str>,
) -> Report {
    let mut exchanges = visits.exchanges.iter();
    let has_guard = exchanges.any(|it| it.inside.address.is_some());
    let help = |row: &Row| {
        let name = &row.name;
        if answer == Some(name) {
            "with axum, merge `guard.routes()` into the router; or add the request that stores the visitor's \
             answer to the walk"
                .to_owned()
        } else {
            format!(
                "add the request that sets it to the walk, or remove the row; if no test can set \
                 it, `audit.allow(Rule::NeverSeen, {name:?}, \"why\")`"
            )
        }
    };
    let about = |exchange: &Exchange| about(exchange, file, has_guard);
    let mut report = judge(file, now, visits, about, help);
    if !has_guard && !visits.exchanges.is_empty() {
        report
            .notes
            .push("no request reached a guard of the application".into());
    }
    report
}

/// Returns the findings about one response.
fn about(exchange: &Exchange, file: &PolicyFile, has_guard: bool) -> Vec<Finding> {
    let (inside, outside) = (&exchange.inside, &exchange.outside);
    let is_outside = |cookie: &Received| {
        let mut seen = inside.cookies.iter();
        has_guard && !seen.any(|it| it.header == cookie.header)
    };
    let escaped = outside.cookies.iter().filter(|it| is_outside(it));
    let escaped: Vec<_> = escaped.map(|cookie| &*cookie.name).collect();
    let is_known = |it: &guard::Finding| {
        let is_same = |other: &guard::Finding| {
            other.cookie == it.cookie && other.violation.name() == it.violation.name()
        };
        outside.findings.iter().any(is_same)
    };
    // A layer may hide from the walk what the application's guard saw.
    let hidden = inside.findings.iter().filter(|it| !is_known(it));
    let broken = outside.findings.iter().chain(hidden);
    let mut findings: Vec<_> = broken
        // A cookie of the request was judged when it was set.
        .filter(|it| !it.violation.is_of_request())
        .map(|it| broken_rule(it, file, escaped.contains(&&*it.cookie)))
        .collect();
    for cookie in &outside.cookies {
        let is_told = findings.iter().any(|it| it.subject == cookie.name);
        if is_outside(cookie) && !is_told && cookie.lifetime != Lifetime::Removal {
            findings.push(past_the_guard(&cookie.name));
        }
    }
    findings
}

/// Converts a finding of the guard.
fn broken_rule(found: &guard::Finding, file: &PolicyFile, is_outside: bool) -> Finding {
    let guard::Finding {
        cookie, violation, ..
    } = found;
    let end = if is_outside {
        "; it is set outside of the guard"
    } else {
        ""
    };
    let name = cookie.escape_debug();
    let message = format!("cookie `{name}`: {violation}{end}");
    let (rule, help) = match violation {
        Violation::Undeclared => (Rule::Undeclared, declare(cookie, file)),
        Violation::NotConsented { category } => (Rule::NotConsented, help::set_if(category)),
        Violation::NotSetByServer => (Rule::Guard, help::LEAVE_IT_TO_THE_SCRIPT.into()),
        Violation::Attribute(_) => (Rule::NotAsDeclared, help::SET_AS_DECLARED.into()),
        Violation::TooLong { .. } => (Rule::TooLong, help::KEEP_AS_DECLARED.into()),
        Violation::RemovalElsewhere { .. } | Violation::RemovalRefused(_) => {
            (Rule::Guard, help::REMOVE_AS_DECLARED.into())
        }
        Violation::Survived => (Rule::Survived, String::new()),
        _ => (Rule::Guard, String::new()),
    };
    Finding::new(rule, cookie, message, help)
}

fn past_the_guard(name: &str) -> Finding {
    Finding::new(
        Rule::PastTheTable,
        name,
        format!("cookie `{name}` is set outside of the guard, which cannot check it there"),
        "put the guard around the whole application, after all routes and layers are added: with \
         `guard.protect(app)` for axum, `App::wrap` for actix-web, `Rocket::attach` for Rocket"
            .into(),
    )
}
