//! What the table says about a cookie that was set.

#[cfg(test)]
mod tests;

use crate::policy_file::{Attributes, PolicyFile, Row, Term};
use crate::report::{Finding, Rule};
use crate::row::in_words;

/// How much later a cookie may expire, in seconds: servers have clocks of their own.
const SKEW: u64 = 60;

/// The facts of a cookie, but its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cookie {
    /// `SameSite` is empty if it was set without.
    pub(crate) attributes: Attributes,
    /// How long it is still kept, in seconds; `None` until the browser is closed.
    pub(crate) left: Option<u64>,
}

/// How a cookie differs from its rows.
pub(crate) fn differences(rows: &[&Row], name: &str, cookie: &Cookie) -> Vec<Finding> {
    let mut findings = Vec::new();
    let declared: Vec<_> = rows
        .iter()
        .filter_map(|row| row.attributes.as_ref())
        .collect();
    if let Some(first) = declared.first() {
        let is_own = rows[0].set_by == "server";
        let mut same = declared.iter();
        if !same.any(|attributes| is_as_declared(attributes, &cookie.attributes, is_own)) {
            let set = cookie.attributes.to_string();
            let set = set.trim_end_matches("; SameSite=");
            let help = if is_own {
                "set it by the constant of its row, which has the declared attributes".to_owned()
            } else {
                format!("set it as declared, or write in its row `attributes = {set}`")
            };
            findings.push(Finding::new(
                Rule::NotAsDeclared,
                name,
                format!("cookie `{name}` is set with `{set}`, but the table declares `{first}`"),
                help,
            ));
        }
    }
    // The first row is the most exact, but for its scope.
    let longest: Vec<_> = rows
        .iter()
        .filter_map(|row| row.duration.longest())
        .collect();
    if let (Some(longest), Some(left)) = (longest.iter().max(), cookie.left) {
        let is_longer = match longest {
            Term::Session => true,
            Term::Time(seconds) => left > seconds + SKEW,
            Term::Persistent | Term::Unknown => false,
        };
        if is_longer {
            let (kept, declared) = (in_words(left), &rows[0].duration);
            let help = if rows[0].set_by == "server" {
                "set it by the constant of its row, which has the declared duration; or change \
                 the row, which visitors read"
                    .to_owned()
            } else {
                format!("let it end earlier, or write `{kept}` in its row, which visitors read")
            };
            findings.push(Finding::new(
                Rule::TooLong,
                name,
                format!("cookie `{name}` is kept for {kept}, but the table declares `{declared}`"),
                help,
            ));
        }
    }
    findings
}

/// What others set may be stricter than declared: their scripts choose `Secure` and `SameSite` by the page.
fn is_as_declared(declared: &Attributes, set: &Attributes, is_own: bool) -> bool {
    let as_set = Attributes {
        path: set.path.clone(),
        domain: set.domain.clone(),
        ..declared.clone()
    };
    let is_stricter = || {
        declared.partitioned == set.partitioned
            && (set.secure || !declared.secure)
            && (set.http_only || !declared.http_only)
            && strictness(&set.same_site) >= strictness(&declared.same_site)
    };
    has_scope(&declared.path, declared.domain.as_deref(), set)
        && (as_set == *set || (!is_own && is_stricter()))
}

/// A cookie without `SameSite` is `Lax`.
fn strictness(same_site: &str) -> u8 {
    match same_site {
        "None" => 0,
        "Strict" => 2,
        _ => 1,
    }
}

/// Whether a cookie was set for the path and domain that are declared.
pub(crate) fn has_scope(path: &str, domain: Option<&str>, set: &Attributes) -> bool {
    // What is known only at run time is as it was set.
    let is_at_run_time = |text: &str| text.contains('{');
    let is_domain = match (domain, set.domain.as_deref()) {
        (Some(declared), _) if is_at_run_time(declared) => true,
        (Some(declared), Some(set)) => declared.eq_ignore_ascii_case(set),
        (declared, set) => declared == set,
    };
    is_domain && (is_at_run_time(path) || path == set.path)
}

/// What to type so that something waits for its category.
pub(crate) fn gate_it(row: &Row) -> String {
    let category = &row.category;
    if row.set_by == "server" && row.storage == "cookie" {
        format!(
            "set it with `.set_if(visitor.consent(), ..)` of its constant, which sends it only to \
             visitors who allow `{category}`"
        )
    } else {
        format!(
            "let the script wait: `<script type=\"text/plain\" data-cookie-category=\
             \"{category}\" src=..>`; let other elements be added by such a script"
        )
    }
}

/// What the table says about a name that has no row.
pub(crate) fn no_row(is_retired: bool) -> &'static str {
    if is_retired {
        "the table says that it is no longer set"
    } else {
        "the table does not declare it"
    }
}

/// Why a visitor does not allow what a row declares.
pub(crate) fn not_allowed(file: &PolicyFile, row: &Row) -> String {
    let (category, gate) = (&row.category, file.category(row).gate.word());
    format!("the table has it in `{category}` ({gate}), which the visitor did not allow")
}

/// Whether a third party stores what a row declares.
pub(crate) fn is_third(row: &Row) -> bool {
    row.set_by.contains('.') || row.set_by == "third_party"
}
