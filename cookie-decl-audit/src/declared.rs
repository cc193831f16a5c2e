//! Compares a cookie that was set with its rows.

#[cfg(test)]
mod tests;

use crate::help;
use crate::policy_file::{Attributes, PolicyFile, Row, Term};
use crate::report::{Finding, Rule};
use crate::row::in_words;

/// How much later than declared a cookie may expire, in seconds. The clock of a server may be
/// wrong.
const SKEW: u64 = 60;

/// A cookie without its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cookie {
    /// `SameSite` is empty if the cookie was set without it.
    pub(crate) attributes: Attributes,
    /// How long the cookie is still kept, in seconds. `None`: until the browser is closed.
    pub(crate) left: Option<u64>,
}

/// Returns the differences between a cookie and its rows.
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
                help::SET_AS_DECLARED.to_owned()
            } else {
                format!("set it as declared, or write `attributes = {set}` in its row")
            };
            findings.push(Finding::new(
                Rule::NotAsDeclared,
                name,
                format!("cookie `{name}` is set with `{set}`, but the table declares `{first}`"),
                help,
            ));
        }
    }
    // The first row has the most exact name, but another one may have the scope of the cookie.
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
                help::KEEP_AS_DECLARED.to_owned()
            } else {
                format!("let it expire earlier, or write `{kept}` in its row, which visitors read")
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

/// Whether a cookie was set with the declared path and domain.
pub(crate) fn has_scope(path: &str, domain: Option<&str>, set: &Attributes) -> bool {
    // A value that is known only at run time matches whatever was set.
    let is_at_run_time = |text: &str| text.contains('{');
    let is_domain = match (domain, set.domain.as_deref()) {
        (Some(declared), _) if is_at_run_time(declared) => true,
        (Some(declared), Some(set)) => declared.eq_ignore_ascii_case(set),
        (declared, set) => declared == set,
    };
    is_domain && (is_at_run_time(path) || path == set.path)
}

/// Says how to let something wait for its category.
pub(crate) fn gate_it(row: &Row) -> String {
    let category = &row.category;
    if row.set_by == "server" && row.storage == "cookie" {
        help::set_if(category)
    } else {
        let wait = help::let_script_wait(category);
        format!("{wait}; let such a script add other elements")
    }
}

/// Says why a name has no row.
pub(crate) fn no_row(is_retired: bool) -> &'static str {
    if is_retired {
        "the table says that it is no longer set"
    } else {
        "the table does not declare it"
    }
}

/// Says that the visitor did not allow the category of a row.
pub(crate) fn not_allowed(file: &PolicyFile, row: &Row) -> String {
    let (category, gate) = (&row.category, file.category(row).gate.word());
    format!("the table has it in `{category}` ({gate}), which the visitor did not allow")
}

/// Whether a third party stores what a row declares.
pub(crate) fn is_third(row: &Row) -> bool {
    row.set_by.contains('.') || row.set_by == "third_party"
}
