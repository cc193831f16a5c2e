//! Compares the responses of a server with the policy file.

use cookie_decl::guard::{Lifetime, Received};
use cookie_decl_core::browser::LONGEST_PAIR;

use crate::declared::{Cookie, differences, gate_it, has_scope, is_third, no_row, not_allowed};
use crate::help;
use crate::policy_file::{Attributes, PolicyFile, Row};
use crate::report::{Finding, Report, Rule};
use crate::visitor::Visitor;
use crate::walk::exchange::Exchange;
use crate::walk::judge::{declare, judge};
use crate::walk::visitors::Visits;

/// Compares the visits with the table.
pub(crate) fn judge_by_file(file: &PolicyFile, now: u64, visits: &Visits) -> Report {
    let about = |exchange: &Exchange| {
        let cookies = exchange.outside.cookies.iter();
        let findings = cookies.flat_map(|cookie| about(cookie, exchange.visitor, file));
        findings.collect()
    };
    let help = |_: &Row| {
        "walk to the page that sets it, or remove the row; a form is sent with \
         `\"POST /sign-in name=Ada\"`"
            .to_owned()
    };
    judge(file, now, visits, about, help)
}

/// Returns the findings about one cookie.
fn about(cookie: &Received, visitor: Visitor, file: &PolicyFile) -> Vec<Finding> {
    let name = &*cookie.name;
    let shown = name.escape_debug();
    let finding =
        |rule, message: String, help: String| vec![Finding::new(rule, name, message, help)];
    if name.is_empty() {
        let message = "a `Set-Cookie` field names no cookie".to_owned();
        return finding(Rule::Guard, message, String::new());
    }
    let rows = file.find("cookie", name);
    let rows: Vec<_> = rows.into_iter().filter(|row| !is_third(row)).collect();
    let facts = facts(cookie);
    if cookie.lifetime == Lifetime::Removal {
        return without_effect(name, &facts.attributes, &rows, file)
            .into_iter()
            .collect();
    }
    let Some(row) = rows.first() else {
        let is_retired = file.retired.iter().any(|it| it.matches(name));
        let reason = no_row(is_retired);
        return finding(
            Rule::Undeclared,
            format!("cookie `{shown}`: {reason}"),
            declare(name, file),
        );
    };
    if !rows
        .iter()
        .any(|row| visitor.allows(file.category(row), file))
    {
        let message = format!("cookie `{shown}`: {}", not_allowed(file, row));
        return finding(Rule::NotConsented, message, gate_it(row));
    }
    if rows.iter().all(|row| row.set_by == "script") {
        return finding(
            Rule::Guard,
            format!("cookie `{shown}`: the table says that a script sets it"),
            help::LEAVE_IT_TO_THE_SCRIPT.into(),
        );
    }
    let mut findings = differences(&rows, name, &facts);
    if let Lifetime::Ambiguous(attribute) = cookie.lifetime {
        findings.push(Finding::new(
            Rule::Guard,
            name,
            format!("cookie `{shown}`: browsers do not agree on its `{attribute}`"),
            "write one `Max-Age` in digits".into(),
        ));
    }
    let bytes = name.len() + cookie.value.len();
    if bytes > LONGEST_PAIR {
        let message = format!(
            "cookie `{shown}`: browsers refuse more than {LONGEST_PAIR} bytes, and name and value \
             have {bytes}"
        );
        findings.extend(finding(Rule::Guard, message, String::new()));
    }
    findings
}

/// Returns a cookie, as browsers read it.
fn facts(cookie: &Received) -> Cookie {
    let same_site = cookie.same_site.as_deref().unwrap_or_default();
    let known = ["Strict", "Lax", "None"];
    let known = known
        .into_iter()
        .find(|it| it.eq_ignore_ascii_case(same_site));
    Cookie {
        attributes: Attributes {
            path: cookie.path.clone(),
            domain: cookie.domain.as_ref().map(|it| it.to_ascii_lowercase()),
            same_site: known.unwrap_or(same_site).to_owned(),
            secure: cookie.secure,
            http_only: cookie.http_only,
            partitioned: cookie.partitioned,
        },
        left: match cookie.lifetime {
            Lifetime::Seconds(seconds, _) => Some(seconds),
            _ => None,
        },
    }
}

/// Returns a finding if a removal does not match the scope of the declared cookie.
fn without_effect(
    name: &str,
    sent: &Attributes,
    rows: &[&Row],
    file: &PolicyFile,
) -> Option<Finding> {
    // The scope of a cookie that a script sets is not known.
    if rows.iter().any(|row| row.set_by != "server") {
        return None;
    }
    let rows: Option<Vec<_>> = rows.iter().map(|row| row.attributes.as_ref()).collect();
    let retired = file.retired.iter().filter(|it| it.matches(name));
    let rows = rows?
        .into_iter()
        .map(|it| (&*it.path, it.domain.as_deref()));
    let scopes = rows.chain(retired.map(|it| (&*it.path, it.domain.as_deref())));
    let scopes: Vec<_> = scopes.collect();
    let (path, domain) = scopes.first()?;
    if scopes
        .iter()
        .any(|(path, domain)| has_scope(path, *domain, sent))
    {
        return None;
    }
    let scope = |path: &str, domain: Option<&str>| {
        let domain = domain.map(|domain| format!("; Domain={domain}"));
        format!("Path={path}{}", domain.unwrap_or_default())
    };
    Some(Finding::new(
        Rule::Guard,
        name,
        format!(
            "cookie `{name}`: its removal does nothing: it was sent with `{}`, but the table \
             declares `{}`",
            scope(&sent.path, sent.domain.as_deref()),
            scope(path, *domain)
        ),
        help::REMOVE_AS_DECLARED.into(),
    ))
}
