//! Compares the visits as a whole with the table. Other files judge single cookies.

use cookie_decl::guard::{Lifetime, Received};
use cookie_decl::table::{Term, Unit};

use crate::findings::Findings;
use crate::help;
use crate::policy_file::{Gate, PolicyFile, Row};
use crate::report::{Finding, Report, Rule};
use crate::row::constant;
use crate::visitor::Visitor;
use crate::walk::caches::is_shared;
use crate::walk::exchange::Exchange;
use crate::walk::repeat::judge_steps;
use crate::walk::visitors::Visits;

/// How much less time than declared a cookie may be kept, in seconds. The application may use its
/// own clock.
const SKEW: u64 = 300;

/// Compares the visits with the table.
///
/// `about` judges the cookies of one response. `help` says what to do about a row that nothing set.
pub(crate) fn judge(
    file: &PolicyFile,
    now: u64,
    visits: &Visits,
    about: impl Fn(&Exchange) -> Vec<Finding>,
    help: impl Fn(&Row) -> String,
) -> Report {
    let mut findings = Findings::new();
    for (request, visitor, message) in &visits.failures {
        let message = format!("the application did not respond: {message}");
        let finding = Finding::new(Rule::Failed, "", message, String::new());
        findings.add(request, *visitor, finding, None);
    }
    for exchange in &visits.exchanges {
        let request = exchange.address();
        let mut found = about(exchange);
        let cookies = || exchange.outside.cookies.iter();
        found.extend(cookies().filter_map(|cookie| too_short(cookie, file)));
        let (status, headers) = (exchange.response.status(), exchange.response.headers());
        if is_shared(status, headers, now) {
            found.extend(cookies().map(|cookie| given_to_others(&cookie.name)));
        }
        for finding in found {
            findings.add(&request, exchange.visitor, finding, None);
        }
    }
    for number in &visits.mixed_up {
        let exchange = &visits.exchanges[*number];
        findings.add(&exchange.address(), exchange.visitor, mixed_up(), None);
    }
    let mut notes = visits.notes.clone();
    judge_steps(visits, file, &mut findings, &mut notes);
    survived(visits, file, &mut findings, &mut notes);
    let mut findings = findings.finish(|visitors| visits.names(&visitors, file));
    findings.extend(never_seen(visits, file, help));
    let mut report = Report::default();
    (report.findings, report.notes) = (findings, notes);
    report
}

/// Says what to do about a cookie that the table does not declare.
pub(crate) fn declare(name: &str, file: &PolicyFile) -> String {
    let row = format!("{} = {name:?} | 30 days;", constant(name));
    let help = help::declare(file, name, &row);
    format!("{help}; then set it by the constant of its row")
}

fn given_to_others(name: &str) -> Finding {
    Finding::new(
        Rule::Cached,
        name,
        format!(
            "a shared cache keeps this response, and gives the cookie `{name}` to other visitors"
        ),
        "send `Cache-Control: private` or `no-store`; inside the guard, the guard adds it".into(),
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

/// Returns a finding if a cookie is kept for less time than its row says.
fn too_short(cookie: &Received, file: &PolicyFile) -> Option<Finding> {
    let rows = file.find("cookie", &cookie.name);
    let mut own = rows.iter().filter(|row| row.set_by == "server");
    let row = own.next()?;
    let declared = row.duration.shortest()?;
    let sent = match cookie.lifetime {
        Lifetime::Session => "until the browser is closed".to_owned(),
        // The guard finds a time that is too long.
        Lifetime::Seconds(sent, _) if sent + SKEW < declared => format!("for {}", words(sent)),
        _ => return None,
    };
    let (name, duration) = (&cookie.name, &row.duration);
    Some(Finding::new(
        Rule::TooShort,
        name,
        format!("cookie `{name}` is kept {sent}, but the table declares {duration}"),
        help::KEEP_AS_DECLARED.into(),
    ))
}

/// Writes a time as the table does, in the largest unit that fits.
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

/// Adds findings about cookies that the visitor who withdrew still has.
fn survived(
    visits: &Visits,
    file: &PolicyFile,
    findings: &mut Findings<Visitor>,
    notes: &mut Vec<String>,
) {
    let withdrew = || {
        visits
            .exchanges
            .iter()
            .filter(|it| it.visitor == Visitor::Withdrew)
    };
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
    // A cookie that is set again is a finding already.
    let is_new = |name: &&String| !is_set_again(name) && !findings.has(Rule::Survived, name);
    let left: Vec<_> = left.filter(is_new).collect();
    let Some(page) = withdrew().filter(|it| it.is_page()).last() else {
        if !left.is_empty() {
            notes.push("no page was visited, so withdrawn cookies were not removed".into());
        }
        return;
    };
    let request = page.address();
    for name in left {
        let message = format!("cookie `{name}` is still there after the visitor withdrew");
        let help = "the guard removes it with the next page; or remove it with `.removal()` of its constant"
            .into();
        let finding = Finding::new(Rule::Survived, name, message, help);
        findings.add(&request, Visitor::Withdrew, finding, None);
    }
}

/// Returns findings about rows of the server that no response set.
fn never_seen(visits: &Visits, file: &PolicyFile, help: impl Fn(&Row) -> String) -> Vec<Finding> {
    let cookies = visits.exchanges.iter().flat_map(|it| &it.outside.cookies);
    let set: Vec<_> = cookies
        .filter(|it| it.lifetime != Lifetime::Removal)
        .filter_map(|it| file.find("cookie", &it.name).first().copied())
        .collect();
    let is_expected = |row: &&Row| {
        let is_set = set.iter().any(|it| it.name == row.name);
        let is_given = visits.given.contains(&row.name);
        row.set_by == "server" && row.storage == "cookie" && !row.any && !is_set && !is_given
    };
    let unset = file.rows.iter().filter(is_expected);
    let finding = |row: &Row| {
        let name = &row.name;
        Finding::new(
            Rule::NeverSeen,
            name,
            format!("the server should set `{name}`, but no response of the walk did"),
            help(row),
        )
    };
    unset.map(finding).collect()
}
