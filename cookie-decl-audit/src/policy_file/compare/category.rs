//! How two categories differ.

use crate::policy_file::compare::{Differences, Weight};
use crate::policy_file::{Category, Gate, Listed, PolicyFile};

impl Differences<'_> {
    pub(super) fn categories(&mut self) {
        for (name, category) in &self.new.categories {
            let declared = category.declared(name);
            if let Some(before) = self.old.categories.get(name) {
                self.category(name, before, category);
            } else if let Some(whole) = self.old.categories.get(declared) {
                self.category(name, whole, category);
                let first = self.found.len();
                let message = "visitors now choose for each provider (`by provider`)".to_owned();
                self.push(Weight::Material, declared, message);
                self.narrows(true);
                self.is_about(first, name);
            } else if let Some((_, part)) = parts(self.old, name).next() {
                self.category(name, part, category);
                let message = "visitors no longer choose for each provider (`by provider`)";
                self.push(Weight::GateLoosened, name, message.to_owned());
            } else {
                let gate = category.gate.word();
                let message = format!("the category is new, with the gate `{gate}`");
                self.push(Weight::Material, name, message);
            }
        }
        for (name, before) in &self.old.categories {
            let is_split = parts(self.new, name).next().is_some();
            let is_joined = self.new.categories.contains_key(before.declared(name));
            if !self.new.categories.contains_key(name) && !is_split && !is_joined {
                self.push(Weight::Material, name, "the category is gone".to_owned());
            }
        }
    }

    fn category(&mut self, identifier: &str, before: &Category, after: &Category) {
        let (first, name) = (self.found.len(), after.declared(identifier));
        if after.gate != before.gate {
            let (weight, effect) = gate_change(before.gate, after.gate);
            let (was, is) = (before.gate.word(), after.gate.word());
            let message = format!("the gate changed from `{was}` to `{is}`: {effect}");
            self.push(weight, name, message);
        }
        if after.revision != before.revision {
            let (was, is) = (before.revision, after.revision);
            let message = format!("the revision changed from {was} to {is}");
            self.push(Weight::Material, name, message);
        }
        if after.gpc != before.gpc {
            let (weight, effect) = if after.gpc {
                (Weight::Material, "`Sec-GPC: 1` now denies it")
            } else {
                (Weight::GateLoosened, "`Sec-GPC: 1` no longer denies it")
            };
            self.push(weight, name, effect.to_owned());
        }
        if after.advanced != before.advanced {
            let (weight, effect) = if after.advanced {
                (
                    Weight::GateLoosened,
                    "its tags are now loaded before the visitor agrees (`advanced`)",
                )
            } else {
                (
                    Weight::Material,
                    "its tags now wait until the visitor agrees (`advanced`)",
                )
            };
            self.push(weight, name, effect.to_owned());
            self.narrows(before.advanced);
        }
        self.meaning(name, "title", &before.title, &after.title);
        let join = |texts: &[String]| texts.join(" ");
        let (was, is) = (join(&before.description), join(&after.description));
        self.meaning(name, "description", &was, &is);
        for listed in &after.listed {
            let was = before.listed.iter().find(|it| it.name == listed.name);
            let purpose = |it: &Listed| it.purpose.clone().unwrap_or_default();
            match was {
                Some(was) => {
                    let what = format!("purpose of `{}`", listed.name);
                    self.meaning(name, &what, &purpose(was), &purpose(listed));
                }
                None => {
                    let message = format!("it now lists `{}` as well (`also`)", listed.name);
                    self.push(Weight::Material, name, message);
                }
            }
        }
        for listed in &before.listed {
            if !after.listed.iter().any(|it| it.name == listed.name) {
                let message = format!("it no longer lists `{}` (`also`)", listed.name);
                self.push(Weight::Material, name, message);
                self.narrows(true);
            }
        }
        if after.sections != before.sections {
            let message = "the text between its rows differs".to_owned();
            self.push(Weight::Editorial, name, message);
        }
        let signals = |it: &Category| (it.consent_mode.clone(), it.signals.clone(), it.tcf.clone());
        if signals(after) != signals(before) {
            let message = "its signals (`consent_mode`, `signals`, `tcf`) differ".to_owned();
            self.push(Weight::Material, name, message);
        }
        self.is_about(first, identifier);
    }
}

/// Returns the categories that are parts of one category of a table (`by provider`).
fn parts<'f>(
    file: &'f PolicyFile,
    declared: &str,
) -> impl Iterator<Item = (&'f String, &'f Category)> {
    let parts = file.categories.iter();
    parts.filter(move |(name, category)| {
        category.of_provider.is_some() && category.declared(name) == declared
    })
}

/// Says what a change of gate means: its weight, and its effect for visitors.
pub(super) fn gate_change(was: Gate, is: Gate) -> (Weight, &'static str) {
    match (was, is) {
        (was, is) if was == is => (Weight::Material, "the gate is the same"),
        (_, Gate::OptIn) => (Weight::Material, "visitors are now asked first"),
        (Gate::OptIn, Gate::OptOut) => (
            Weight::GateLoosened,
            "it is now stored until the visitor denies it",
        ),
        (Gate::OptIn | Gate::OptOut, Gate::Exempt) => (
            Weight::GateLoosened,
            "it is now stored whatever the visitor chooses",
        ),
        _ => (Weight::Material, "visitors can now deny it"),
    }
}
