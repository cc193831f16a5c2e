//! Collects findings, each once, with all requests and visitors that it was made for.

use crate::report::{Finding, Place, Rule};
use crate::walk::visitors::VISITORS;

/// How many requests of one finding are named.
const MOST_NAMED: usize = 3;

/// The findings so far, with the requests and the numbers of the visitors.
#[derive(Default)]
pub(crate) struct Findings(Vec<(Finding, Vec<String>, Vec<usize>)>);

impl Findings {
    /// Adds a finding about a request of a visitor.
    pub(crate) fn add(&mut self, request: &str, visitor: usize, finding: Finding) {
        let known = self.0.iter().position(|(known, ..)| *known == finding);
        let known = known.unwrap_or_else(|| {
            self.0.push((finding, Vec::new(), Vec::new()));
            self.0.len() - 1
        });
        let (_, requests, visitors) = &mut self.0[known];
        if !requests.iter().any(|it| it == request) {
            requests.push(request.to_owned());
        }
        if !visitors.contains(&visitor) {
            visitors.push(visitor);
        }
    }

    /// Whether a rule is broken by a subject.
    pub(crate) fn has(&self, rule: Rule, subject: &str) -> bool {
        let mut known = self.0.iter();
        known.any(|(it, ..)| it.rule == rule && it.subject == subject)
    }

    /// The findings with their places.
    pub(crate) fn finish(self) -> Vec<Finding> {
        let place = |(finding, requests, mut visitors): (Finding, Vec<String>, Vec<usize>)| {
            visitors.sort_unstable();
            Finding {
                place: Place::Visit {
                    request: listed(&requests),
                    visitor: names(&visitors),
                },
                ..finding
            }
        };
        self.0.into_iter().map(place).collect()
    }
}

/// A finding whose place is added later.
pub(crate) fn finding(rule: Rule, subject: &str, message: String, help: String) -> Finding {
    Finding {
        rule,
        place: Place::Table,
        subject: subject.to_owned(),
        message,
        help,
    }
}

/// The visitors in words.
pub(crate) fn names(visitors: &[usize]) -> String {
    if visitors.len() == VISITORS.len() {
        return "every visitor".to_owned();
    }
    let names: Vec<_> = visitors.iter().map(|visitor| VISITORS[*visitor]).collect();
    names.join(", ")
}

fn listed(requests: &[String]) -> String {
    let named = requests[..requests.len().min(MOST_NAMED)].join(", ");
    match requests.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
