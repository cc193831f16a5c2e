//! Collects the findings of visits: each once, with all its requests and visitors.

use std::collections::BTreeSet;

use crate::report::{Finding, Place, Rule};

/// The most requests, or starters of requests, that one finding names.
const MOST_NAMED: usize = 3;

/// The findings so far. `V` is a visitor.
pub(crate) struct Findings<V>(Vec<Found<V>>);

struct Found<V> {
    /// The finding, without its place.
    finding: Finding,
    requests: Vec<String>,
    visitors: BTreeSet<V>,
    /// What started the requests, such as a script.
    starters: Vec<String>,
}

impl<V: Ord> Findings<V> {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a finding about a request of a visitor. `starter` is what started the request.
    pub(crate) fn add(
        &mut self,
        request: &str,
        visitor: V,
        finding: Finding,
        starter: Option<&str>,
    ) {
        let known = self.0.iter().position(|it| it.finding == finding);
        let known = known.unwrap_or_else(|| {
            self.0.push(Found {
                finding,
                requests: Vec::new(),
                visitors: BTreeSet::new(),
                starters: Vec::new(),
            });
            self.0.len() - 1
        });
        let found = &mut self.0[known];
        note(&mut found.requests, request);
        found.visitors.insert(visitor);
        if let Some(starter) = starter {
            note(&mut found.starters, starter);
        }
    }

    /// Whether there is a finding about this subject that breaks this rule.
    pub(crate) fn has(&self, rule: Rule, subject: &str) -> bool {
        let mut known = self.0.iter().map(|it| &it.finding);
        known.any(|it| it.rule == rule && it.subject == subject)
    }

    /// Returns the findings with their places. `words` names the visitors.
    pub(crate) fn finish(self, words: impl Fn(BTreeSet<V>) -> String) -> Vec<Finding> {
        let place = |found: Found<V>| {
            let mut finding = found.finding;
            if !found.starters.is_empty() {
                let starters = listed(&found.starters);
                finding.message = format!("{}, started by {starters}", finding.message);
            }
            finding.place = Place::Visit {
                request: listed(&found.requests),
                visitor: words(found.visitors),
            };
            finding
        };
        self.0.into_iter().map(place).collect()
    }
}

fn note(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|it| it == name) {
        names.push(name.to_owned());
    }
}

fn listed(names: &[String]) -> String {
    let first = names[..names.len().min(MOST_NAMED)].join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
