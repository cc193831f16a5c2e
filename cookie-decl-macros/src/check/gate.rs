//! The options of a gate.

use proc_macro2::{Ident, Span};

use crate::ast::{self, Brought, GateOptionValue};
use crate::check::fingerprint;
use crate::errors::Errors;
use crate::model::{Category, Declaration, Provider};
use crate::rules::Rule;
use crate::vocabulary::{self, Signal};

/// Reads the options of a category's gate into the category.
pub(super) fn resolve(category: &ast::Category, resolved: &mut Category, errors: &mut Errors) {
    let mut seen = Vec::new();
    for option in &category.options {
        let provider = match &option.value {
            GateOptionValue::Also(provider, _) => provider.as_ref(),
            _ => None,
        };
        let kind = (std::mem::discriminant(&option.value), provider);
        if seen.contains(&kind) {
            errors.push(option.span, "this option is written twice");
        }
        seen.push(kind);
        match &option.value {
            GateOptionValue::ByProvider => {}
            GateOptionValue::Revision(revision) => resolved.revision = *revision,
            GateOptionValue::Also(provider, fingerprints) => {
                if category.gate == Some(vocabulary::Gate::Exempt) {
                    errors.push(
                        option.span,
                        "`also` keeps earlier answers, and visitors give none about an exempt category",
                    );
                }
                if let Some(provider) = provider {
                    if by_provider(category).is_none() {
                        let message =
                            "`also` names a provider only where visitors choose `by provider`";
                        errors.push(provider.span(), message);
                    }
                } else {
                    resolved.also = fingerprint::earlier(fingerprints, errors);
                }
            }
            GateOptionValue::Gpc => {
                resolved.gpc = true;
                if category.gate == Some(vocabulary::Gate::Exempt) {
                    errors.push_rule(
                        Rule::GpcOnExempt,
                        option.span,
                        "`gpc` denies what needs consent, and an exempt category needs none",
                    );
                }
            }
            GateOptionValue::ConsentMode(signals) => {
                for signal in signals {
                    consent_mode(signal, &mut resolved.consent_mode, errors);
                }
            }
            GateOptionValue::Signals(signals) => {
                for signal in signals {
                    self::signal(signal, &mut resolved.signals, errors);
                }
            }
            GateOptionValue::Advanced => resolved.advanced = Some(option.span),
            GateOptionValue::Tcf(purposes) => {
                for (purpose, span) in purposes {
                    if !(1..=11).contains(purpose) {
                        errors.push(*span, "the framework's purposes are numbered from 1 to 11");
                    }
                    if resolved.tcf.contains(purpose) {
                        errors.push(*span, format!("the purpose {purpose} is written twice"));
                    }
                    resolved.tcf.push(*purpose);
                }
            }
        }
    }
}

/// Where the category says `by provider`.
pub(super) fn by_provider(category: &ast::Category) -> Option<&ast::GateOption> {
    let mut options = category.options.iter();
    options.find(|option| matches!(option.value, GateOptionValue::ByProvider))
}

/// C6. The page says that the programs of all providers in an `advanced` category are told what the
/// visitor chose. If the gate has no signal, only the included tables that have some tell them.
pub(super) fn all_are_told(
    brought: &[Brought],
    rows: &[Declaration],
    providers: &[Provider],
    category: &Category,
    errors: &mut Errors,
) {
    let Some(span) = category.advanced.filter(|_| !category.has_signals()) else {
        return;
    };
    let telling: Vec<_> = brought.iter().filter(|it| !it.is_empty()).collect();
    let is_told = |provider: &Ident| telling.iter().any(|it| it.providers.contains(provider));
    let of_rows = rows.iter().filter_map(|row| row.provider);
    let of_rows = of_rows.map(|number| &providers[number].ident);
    let rowless = brought.iter().filter(|it| it.is_rowless);
    let mut named = of_rows.chain(rowless.flat_map(|it| &it.providers));
    // If there is no signal at all, the check of the category reports it.
    if let (Some(provider), false) = (named.find(|it| !is_told(it)), telling.is_empty()) {
        let message = format!(
            "no signal tells `{provider}` what the visitor chose: declare it in a category without `advanced`, write \
             its signal into the gate, or write `by provider`"
        );
        errors.push_rule(Rule::AdvancedWithoutSignals, span, message);
    }
}

/// Adds the signals that included rows bring, if the category does not have them. Of the two modes of
/// Matomo, that of the category's own gate wins.
pub(super) fn bring<'b>(
    brought: impl Iterator<Item = &'b Brought>,
    category: &mut Category,
    errors: &mut Errors,
) {
    let is_matomo = |signal| matches!(signal, Signal::Matomo | Signal::MatomoCookies);
    let has_matomo = category
        .signals
        .iter()
        .any(|(signal, _)| is_matomo(*signal));
    for Brought {
        consent_mode: types,
        signals,
        ..
    } in brought
    {
        for signal in types {
            if !category.consent_mode.iter().any(|known| signal == known) {
                consent_mode(signal, &mut category.consent_mode, errors);
            }
        }
        for signal in signals {
            let found = Signal::parse(&signal.to_string());
            let is_known = category
                .signals
                .iter()
                .any(|(known, _)| Some(*known) == found);
            if !(is_known || has_matomo && found.is_some_and(is_matomo)) {
                self::signal(signal, &mut category.signals, errors);
            }
        }
    }
}

/// Adds a signal of Google's consent mode.
fn consent_mode(signal: &Ident, known: &mut Vec<String>, errors: &mut Errors) {
    let word = signal.to_string();
    if !vocabulary::CONSENT_MODE.contains(&word.as_str()) {
        let message =
            vocabulary::unknown("signal of consent mode", &word, vocabulary::CONSENT_MODE);
        errors.push(signal.span(), message);
    }
    if known.contains(&word) {
        errors.push(signal.span(), twice(&word));
    }
    known.push(word);
}

/// Adds a signal to another vendor.
fn signal(signal: &Ident, known: &mut Vec<(Signal, Span)>, errors: &mut Errors) {
    let word = signal.to_string();
    let Some(found) = Signal::parse(&word) else {
        let message = if vocabulary::CONSENT_MODE.contains(&word.as_str()) {
            format!("`{word}` is a signal of Google: `consent_mode({word})`")
        } else {
            Signal::unknown(&word)
        };
        errors.push(signal.span(), message);
        return;
    };
    if known.iter().any(|(other, _)| *other == found) {
        errors.push(signal.span(), twice(&word));
    }
    known.push((found, signal.span()));
}

fn twice(word: &str) -> String {
    format!("the signal `{word}` is written twice")
}
