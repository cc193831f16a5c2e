//! Finds steps that some visitors could not take.

use std::collections::BTreeSet;

use cookie_decl::guard::Lifetime;
use http::StatusCode;

use crate::findings::Findings;
use crate::policy_file::{Gate, PolicyFile};
use crate::report::{Finding, Rule};
use crate::visitor::Visitor;
use crate::walk::exchange::Exchange;
use crate::walk::step::Step;
use crate::walk::visitors::Visits;

/// Adds findings and notes about steps that not every visitor could take.
pub(crate) fn judge_steps(
    visits: &Visits,
    file: &PolicyFile,
    findings: &mut Findings<Visitor>,
    notes: &mut Vec<String>,
) {
    for (number, step) in visits.steps.iter().enumerate() {
        let exchanges = visits.exchanges.iter();
        let taken: Vec<_> = exchanges.filter(|it| it.step == Some(number)).collect();
        let outcomes = outcomes(&taken, visits);
        if outcomes.iter().all(|it| !it.is_error()) {
            notes.extend(set_for_some(step, &taken, file));
        }
        // Consent is not the reason if another visitor who allows no more could take the step.
        let is_like = |one: &Outcome, other: &Outcome| {
            !other.is_error() && allows_no_more(other.visitor, one.visitor, file)
        };
        let is_unexplained = |one: &Outcome| outcomes.iter().any(|other| is_like(one, other));
        let all_failed = outcomes.iter().all(Outcome::is_error);
        let mut told: Vec<&Outcome> = Vec::new();
        for outcome in outcomes.iter().filter(|it| it.is_error()) {
            let mut same = outcomes.iter().filter(|it| it.status == outcome.status);
            let well = outcomes.iter().find(|it| !it.is_error());
            match well.filter(|_| same.any(is_unexplained)) {
                // The same browser took the step before.
                Some(_) if outcome.visitor == Visitor::Withdrew => told.push(outcome),
                Some(other) => {
                    let finding = not_repeated(step, outcome.status, other, file);
                    findings.add(&step.to_string(), outcome.visitor, finding, None);
                }
                None if all_failed || outcome.status.is_server_error() => told.push(outcome),
                None => {}
            }
        }
        let Some(first) = told.first() else {
            continue;
        };
        let names = visits.names(&told.iter().map(|it| it.visitor).collect(), file);
        let status = first.status;
        notes.push(if told.iter().any(|it| it.status.is_server_error()) {
            format!("{step} ({names}) was answered with {status}")
        } else if told.len() == outcomes.len() {
            format!("{step} failed with {status} for {names}; check the step")
        } else {
            format!("{step} failed with {status} for the visitor who {names}")
        });
    }
}

/// Returns how a step ended for a visitor.
struct Outcome {
    visitor: Visitor,
    status: StatusCode,
}

impl Outcome {
    fn is_error(&self) -> bool {
        self.status.is_client_error() || self.status.is_server_error()
    }
}

fn outcomes(taken: &[&Exchange], visits: &Visits) -> Vec<Outcome> {
    // After redirects, the last response counts.
    let last = |visitor: &Visitor| {
        let exchange = taken.iter().rev().find(|it| it.visitor == *visitor)?;
        Some(Outcome {
            visitor: *visitor,
            status: exchange.response.status(),
        })
    };
    visits.visitors.iter().filter_map(last).collect()
}

/// Whether the other visitor allows everything that this one allows.
fn allows_no_more(visitor: Visitor, other: Visitor, file: &PolicyFile) -> bool {
    let mut categories = file.categories.values();
    categories.all(|it| !visitor.allows(it, file) || other.allows(it, file))
}

fn not_repeated(step: &Step, status: StatusCode, other: &Outcome, file: &PolicyFile) -> Finding {
    Finding::new(
        Rule::Failed,
        &step.to_string(),
        format!(
            "the step ended with {status}, and with {} for another visitor ({}): what needs the \
             step was not seen",
            other.status,
            other.visitor.words(file)
        ),
        "let every visitor take the step; if each needs its own data, write `{visitor}` in \
         the value of a field, such as `ada{visitor}`"
            .into(),
    )
}

/// Adds notes about strictly necessary cookies that a step set for only some visitors.
fn set_for_some(step: &Step, taken: &[&Exchange], file: &PolicyFile) -> Vec<String> {
    let exempt = |name: &str| {
        let rows = file.find("cookie", name);
        rows.first()
            .is_some_and(|row| file.category(row).gate == Gate::Exempt)
    };
    // A visitor who withdrew still has the cookies from before.
    let taken = || taken.iter().filter(|it| it.visitor != Visitor::Withdrew);
    let sets = |it: &Exchange, name: &str| {
        let mut cookies = it.outside.cookies.iter();
        cookies.any(|it| it.name == name && it.lifetime != Lifetime::Removal)
    };
    let cookies = taken().flat_map(|it| &it.outside.cookies);
    let names: BTreeSet<_> = cookies
        .map(|it| &*it.name)
        .filter(|it| exempt(it))
        .collect();
    let note = |name: &str| {
        let (with, all): (BTreeSet<_>, BTreeSet<_>) = (
            taken()
                .filter(|it| sets(it, name))
                .map(|it| it.visitor)
                .collect(),
            taken().map(|it| it.visitor).collect(),
        );
        let without: Vec<_> = all.difference(&with).map(|it| it.words(file)).collect();
        let with: Vec<_> = with.iter().map(|it| it.words(file)).collect();
        (!with.is_empty() && !without.is_empty()).then(|| {
            format!(
                "{step} set `{name}` for some visitors ({}) and not for others ({}): can each of \
                 them take the step?",
                with.join(", "),
                without.join(", ")
            )
        })
    };
    names.into_iter().filter_map(note).collect()
}
