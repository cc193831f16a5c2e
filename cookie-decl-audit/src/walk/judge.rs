//! What the visits say about the table.

use std::collections::BTreeSet;

use cookie_decl::__private::Categories;
use cookie_decl::guard::{self, Lifetime, Received, Violation};
use cookie_decl::table::{Term, Unit};

use crate::audit::Audit;
use crate::findings::Findings;
use crate::policy_file::{Gate, PolicyFile, Row};
use crate::report::{Finding, Report, Rule};
use crate::row::constant;
use crate::walk::caches::is_shared;
use crate::walk::exchange::Exchange;
use crate::walk::visitors::{VISITORS, Visits, WITHDREW};

/// How much shorter a cookie may be, in seconds: the application may have a clock of its own.
const SKEW: u64 = 300;

/// Compares the visits with the table.
pub(crate) fn judge<K: Categories>(audit: &Audit<K>, visits: &Visits) -> Report {
    let file = &audit.file;
    let has_guard = visits
        .exchanges
        .iter()
        .any(|it| it.inside.address.is_some());
    let mut findings = Findings::new();
    for (step, visitor, message) in &visits.failures {
        let message = format!("the application did not respond: {message}");
        let request = visits.steps[*step].to_string();
        let finding = Finding::new(Rule::Failed, "", message, String::new());
        findings.add(&request, *visitor, finding, None);
    }
    for exchange in &visits.exchanges {
        let request = visits.steps[exchange.step].to_string();
        for finding in about(exchange, audit, has_guard) {
            findings.add(&request, exchange.visitor, finding, None);
        }
    }
    for step in &visits.mixed_up {
        let others = visits.exchanges.iter().filter(|it| it.step == *step);
        for exchange in others {
            let request = visits.steps[*step].to_string();
            findings.add(&request, exchange.visitor, mixed_up(), None);
        }
    }
    let mut notes = visits.notes.clone();
    survived(visits, file, &mut findings, &mut notes);
    let mut findings = findings.finish(|visitors| names(&visitors));
    findings.extend(never_seen(visits, file));
    notes.extend(refused(visits));
    if !has_guard && !visits.exchanges.is_empty() {
        notes.push("no request reached a guard of the application".into());
    }
    let mut report = Report::default();
    (report.findings, report.notes) = (findings, notes);
    report
}

/// The findings about one response.
fn about<K: Categories>(exchange: &Exchange, audit: &Audit<K>, has_guard: bool) -> Vec<Finding> {
    let file = &audit.file;
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
    // Something may hide from the walk what the application's guard saw.
    let hidden = inside.findings.iter().filter(|it| !is_known(it));
    let broken = outside.findings.iter().chain(hidden);
    let mut findings: Vec<_> = broken
        // What a visitor brings was judged when it was set.
        .filter(|it| !it.violation.is_of_request())
        .map(|it| broken_rule(it, file, escaped.contains(&&*it.cookie)))
        .collect();
    for cookie in &outside.cookies {
        findings.extend(too_short(cookie, file));
        let is_told = findings.iter().any(|it| it.subject == cookie.name);
        if is_outside(cookie) && !is_told && cookie.lifetime != Lifetime::Removal {
            findings.push(past_the_guard(&cookie.name));
        }
    }
    let (status, headers) = (exchange.response.status(), exchange.response.headers());
    if is_shared(status, headers, audit.now()) {
        let cookies = outside.cookies.iter();
        findings.extend(cookies.map(|cookie| given_to_others(&cookie.name)));
    }
    findings
}

/// A rule of the guard that a cookie breaks.
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
        Violation::NotConsented { category } => (
            Rule::NotConsented,
            format!(
                "set it with `.set_if(visitor.consent(), ..)` of its constant, which sends it only \
                 to visitors who grant `{category}`"
            ),
        ),
        Violation::NotSetByServer => (
            Rule::Guard,
            "leave it to the script, or take `set_by = script` out of its row".into(),
        ),
        Violation::Attribute(_) => (
            Rule::NotAsDeclared,
            "set it by the constant of its row, which has the declared attributes".into(),
        ),
        Violation::TooLong { .. } => (
            Rule::TooLong,
            "set it by the constant of its row, which has the declared duration; or change the \
             row, which visitors read"
                .into(),
        ),
        Violation::RemovalElsewhere { .. } | Violation::RemovalRefused(_) => (
            Rule::Guard,
            "remove it with `.removal()` of its constant, which has the attributes of the row"
                .into(),
        ),
        Violation::Survived => (Rule::Survived, String::new()),
        _ => (Rule::Guard, String::new()),
    };
    Finding::new(rule, cookie, message, help)
}

/// What to type about a cookie that the table does not declare.
fn declare(name: &str, file: &PolicyFile) -> String {
    let constant = constant(name);
    let add = format!(
        "add a row to the table, `{constant} = {name:?} | 30 days;`, and set it by that constant"
    );
    match file.nearest(name) {
        Some(row) => format!(
            "if it is `{}`, set it by the constant of that row; if not, {add}",
            row.name
        ),
        None => add,
    }
}

fn past_the_guard(name: &str) -> Finding {
    Finding::new(
        Rule::PastTheTable,
        name,
        format!("cookie `{name}` is set outside of the guard, where nothing holds it to the table"),
        "put the guard around the whole application, with `guard.protect(app)` after all routes and \
         layers are added"
            .into(),
    )
}

fn given_to_others(name: &str) -> Finding {
    Finding::new(
        Rule::Cached,
        name,
        format!(
            "a shared cache keeps this response, and gives the cookie `{name}` to other visitors"
        ),
        "send `Cache-Control: private`, or `no-store`; inside of the guard it is added".into(),
    )
}

fn mixed_up() -> Finding {
    Finding::new(
        Rule::Cached,
        "",
        "a shared cache keeps this response, but visitors get different ones".into(),
        "send `Cache-Control: private` or `Vary: Cookie`; the guard adds them if the handler reads \
         cookies from the `Visitor`"
            .into(),
    )
}

/// The finding if a cookie is kept for less time than its row says.
fn too_short(cookie: &Received, file: &PolicyFile) -> Option<Finding> {
    let rows = file.find("cookie", &cookie.name);
    let mut own = rows.iter().filter(|row| row.set_by == "server");
    let row = own.next()?;
    let declared = row.duration.shortest()?;
    let sent = match cookie.lifetime {
        Lifetime::Session => "until the browser is closed".to_owned(),
        // A time that is over the declared one is found by the guard.
        Lifetime::Seconds(sent, _) if sent + SKEW < declared => format!("for {}", words(sent)),
        _ => return None,
    };
    let (name, duration) = (&cookie.name, &row.duration);
    Some(Finding::new(
        Rule::TooShort,
        name,
        format!("cookie `{name}` is kept {sent}, but the table declares {duration}"),
        "set it by the constant of its row, which has the declared duration; or change the row, \
         which visitors read"
            .into(),
    ))
}

/// A time as the table writes it, in the largest unit that fits.
fn words(seconds: u64) -> String {
    let units = [
        Unit::Week,
        Unit::Day,
        Unit::Hour,
        Unit::Minute,
        Unit::Second,
    ];
    let term = |unit: Unit| {
        let size = unit.seconds()?;
        let count = u32::try_from(seconds / size).ok()?;
        seconds.is_multiple_of(size).then_some(Term {
            count,
            unit,
            rolling: false,
        })
    };
    let term = units.into_iter().find_map(term);
    term.map_or_else(|| format!("{seconds} seconds"), |term| term.to_string())
}

/// Adds the cookies that the visitor who withdrew still has.
fn survived(
    visits: &Visits,
    file: &PolicyFile,
    findings: &mut Findings<usize>,
    notes: &mut Vec<String>,
) {
    let withdrew = || visits.exchanges.iter().filter(|it| it.visitor == WITHDREW);
    let is_gated = |name: &&String| {
        let rows = file.find("cookie", name);
        let row = rows.first();
        row.is_some_and(|row| file.category(row).gate != Gate::Exempt)
    };
    let is_set_again = |name: &&String| {
        let mut cookies = withdrew().flat_map(|it| &it.outside.cookies);
        cookies.any(|it| it.name == **name && it.lifetime != Lifetime::Removal)
    };
    let left = visits.left.iter().filter(is_gated);
    // One that is set again is a finding of its own.
    let is_new = |name: &&String| !is_set_again(name) && !findings.has(Rule::Survived, name);
    let left: Vec<_> = left.filter(is_new).collect();
    let Some(page) = withdrew().filter(|it| it.is_page()).last() else {
        if !left.is_empty() {
            notes.push("no page was visited, so withdrawn cookies were not removed".into());
        }
        return;
    };
    let request = visits.steps[page.step].to_string();
    for name in left {
        let message = format!("cookie `{name}` is still there after the visitor withdrew");
        let help = "the guard removes it with the next page that it is around; or remove it with \
                    `.removal()` of its constant"
            .into();
        let finding = Finding::new(Rule::Survived, name, message, help);
        findings.add(&request, WITHDREW, finding, None);
    }
}

/// The rows that the server should set, and that no response set.
fn never_seen(visits: &Visits, file: &PolicyFile) -> Vec<Finding> {
    let cookies = visits.exchanges.iter().flat_map(|it| &it.outside.cookies);
    let set: Vec<_> = cookies
        .filter(|it| it.lifetime != Lifetime::Removal)
        .filter_map(|it| file.find("cookie", &it.name).first().copied())
        .collect();
    let is_expected = |row: &&Row| {
        let is_set = set.iter().any(|it| it.name == row.name);
        row.set_by == "server" && row.storage == "cookie" && !row.any && !is_set
    };
    let unset = file.rows.iter().filter(is_expected);
    let finding = |row: &Row| {
        let name = &row.name;
        let help = if visits.answer.as_ref() == Some(name) {
            "merge `guard.routes()` into the router; or add the request that stores the visitor's \
             answer to the walk"
                .to_owned()
        } else {
            format!(
                "add the request that sets it to the walk, or remove the row; if no test can set \
                 it, `audit.allow(Rule::NeverSeen, {name:?}, \"why\")`"
            )
        };
        Finding::new(
            Rule::NeverSeen,
            name,
            format!("the server should set `{name}`, but no response of the walk did"),
            help,
        )
    };
    unset.map(finding).collect()
}

/// Notes about requests that failed.
fn refused(visits: &Visits) -> Vec<String> {
    let mut notes = Vec::new();
    for (number, step) in visits.steps.iter().enumerate() {
        let responses = || visits.exchanges.iter().filter(|it| it.step == number);
        let is_error = |it: &&Exchange| it.response.status().is_server_error();
        let failed: BTreeSet<_> = responses().filter(is_error).map(|it| it.visitor).collect();
        let first = responses().find(is_error).or_else(|| responses().next());
        let Some(status) = first.map(|it| it.response.status()) else {
            continue;
        };
        if !failed.is_empty() {
            notes.push(format!(
                "{step} ({}) was answered with {status}",
                names(&failed)
            ));
        } else if responses().all(|it| it.response.status().is_client_error()) {
            let is_everyone = responses().count() == VISITORS.len();
            let visitors = if is_everyone {
                "every visitor"
            } else {
                "the visitor"
            };
            notes.push(format!(
                "{step} was refused with {status} for {visitors}: is the step right?"
            ));
        }
    }
    notes
}

/// The visitors in words.
fn names(visitors: &BTreeSet<usize>) -> String {
    if visitors.len() == VISITORS.len() {
        return "every visitor".to_owned();
    }
    let names: Vec<_> = visitors.iter().map(|it| VISITORS[*it]).collect();
    names.join(", ")
}
