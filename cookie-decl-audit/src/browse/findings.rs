//! Collects findings, each once, with all pages and visitors that it was made for.

use std::collections::BTreeSet;

use crate::browse::visit::Visitor;
use crate::report::{Finding, Place};

/// How many pages or starters of one finding are named.
const MOST_NAMED: usize = 3;

/// The findings so far.
#[derive(Default)]
pub(crate) struct Findings(Vec<Found>);

struct Found {
    /// Without its place.
    finding: Finding,
    /// Who made the requests that it is about.
    starters: Vec<String>,
    pages: Vec<String>,
    visitors: BTreeSet<Visitor>,
}

impl Findings {
    /// Adds a finding about a page of a visitor; `starter` is who made the request.
    pub(crate) fn add(
        &mut self,
        page: &str,
        visitor: Visitor,
        finding: Finding,
        starter: Option<&str>,
    ) {
        let known = self.0.iter().position(|it| it.finding == finding);
        let known = known.unwrap_or_else(|| {
            self.0.push(Found {
                finding,
                starters: Vec::new(),
                pages: Vec::new(),
                visitors: BTreeSet::new(),
            });
            self.0.len() - 1
        });
        let found = &mut self.0[known];
        note(&mut found.pages, page);
        if let Some(starter) = starter {
            note(&mut found.starters, starter);
        }
        found.visitors.insert(visitor);
    }

    /// The findings with their places, the gravest rule first.
    pub(crate) fn finish(self) -> Vec<Finding> {
        let place = |found: Found| {
            let mut finding = found.finding;
            if !found.starters.is_empty() {
                let starters = listed(&found.starters);
                finding.message = format!("{}, started by {starters}", finding.message);
            }
            let visitors: Vec<_> = found.visitors.into_iter().map(Visitor::words).collect();
            finding.place = Place::Visit {
                request: listed(&found.pages),
                visitor: visitors.join("; "),
            };
            finding
        };
        let mut findings: Vec<_> = self.0.into_iter().map(place).collect();
        findings.sort_by(|one, other| {
            let key = |it: &Finding| (it.rule, it.subject.clone());
            key(one).cmp(&key(other))
        });
        findings
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
