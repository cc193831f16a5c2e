//! Visits a site that has one page for each mistake.

mod mistakes;
mod site;
mod visits;

use cookie_decl_audit::{Finding, Place, Report, Rule};

/// Whether there is a browser. In CI it is required.
pub(crate) fn has_browser() -> bool {
    match cookie_decl_audit::browse::chromium() {
        Ok(_) => true,
        Err(reason) => {
            assert!(std::env::var("CI").as_deref() != Ok("true"), "{reason}");
            eprintln!("ignored: {reason}");
            false
        }
    }
}

/// Returns the only finding about a subject that breaks this rule.
#[track_caller]
fn finding<'r>(report: &'r Report, rule: Rule, subject: &str) -> &'r Finding {
    let mut found = report.findings.iter();
    let is_it = |it: &&Finding| it.rule == rule && it.subject == subject;
    let Some(finding) = found.find(is_it) else {
        panic!("no {} of `{subject}` in\n{report}", rule.name());
    };
    assert!(!found.any(|it| is_it(&it)), "twice in\n{report}");
    finding
}

/// Returns the rules that a subject breaks.
fn rules(report: &Report, subject: &str) -> Vec<Rule> {
    let found = report.findings.iter();
    let found = found.filter(|it| it.subject == subject);
    found.map(|it| it.rule).collect()
}

/// Returns the pages and the visitors of a finding.
#[track_caller]
fn place(finding: &Finding) -> (&str, &str) {
    match &finding.place {
        Place::Visit { request, visitor } => (request, visitor),
        other => panic!("{other} is not a visit"),
    }
}
