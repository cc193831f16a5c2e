//! How two rows differ.

use std::collections::BTreeSet;

use crate::policy_file::compare::category::gate_change;
use crate::policy_file::compare::pairs::Pairs;
use crate::policy_file::compare::{Differences, Weight, quoted};
use crate::policy_file::duration::Duration;
use crate::policy_file::{PolicyFile, Row};

impl Differences<'_> {
    pub(super) fn rows(&mut self) {
        let Pairs { gone, kept, added } = Pairs::of(&self.old.rows, &self.new.rows);
        for row in gone {
            let first = self.found.len();
            self.push(
                Weight::Material,
                &subject(row),
                "the row is gone".to_owned(),
            );
            self.narrows(true);
            self.is_about(first, &row.category);
        }
        for row in added {
            let first = self.found.len();
            let gate = self.new.category(row).gate.word();
            let message = format!("the row is new, in `{}` ({gate})", row.category);
            self.push(Weight::Material, &subject(row), message);
            self.is_about(first, &row.category);
        }
        for (before, after) in kept {
            let first = self.found.len();
            self.row(before, after);
            self.is_about(first, &after.category);
        }
    }

    fn row(&mut self, before: &Row, after: &Row) {
        let name = &subject(after);
        let (old, new) = (self.old.category(before), self.new.category(after));
        let (was, is) = (old.gate, new.gate);
        let is_together = old.declared(&before.category) == new.declared(&after.category);
        // The effect of `by provider` is said once, for the category.
        if before.category != after.category && (was != is || !is_together) {
            let (weight, effect) = gate_change(was, is);
            let message = format!(
                "it moved from `{}` ({}) to `{}` ({}): {effect}",
                before.category,
                was.word(),
                after.category,
                is.word(),
            );
            self.push(weight, name, message);
        }
        if before.name != after.name {
            let message = format!(
                "the name changed from `{}` to `{}`",
                before.name, after.name
            );
            self.push(Weight::Editorial, name, message);
        }
        for (what, was, is) in [
            ("storage", &before.storage, &after.storage),
            ("`set_by`", &before.set_by, &after.set_by),
        ] {
            if was != is {
                self.push(
                    Weight::Material,
                    name,
                    format!("the {what} changed from `{was}` to `{is}`"),
                );
            }
        }
        self.provider_of(name, before, after);
        self.duration(name, &before.duration, &after.duration);
        if before.basis != after.basis {
            let basis = |row: &'_ Row| row.basis.clone().unwrap_or("not stated".to_owned());
            let message = format!(
                "the legal basis changed from `{}` to `{}`",
                basis(before),
                basis(after)
            );
            self.push(Weight::Material, name, message);
        }
        if before.varies != after.varies {
            let message = if after.varies {
                "it now depends on the deployment (`when`, or a duration in braces)"
            } else {
                "it no longer depends on the deployment (`when`, or a duration in braces)"
            };
            self.push(Weight::Material, name, message.to_owned());
            self.narrows(after.varies);
        }
        self.meaning(
            name,
            "purpose",
            before.purpose.as_deref().unwrap_or_default(),
            after.purpose.as_deref().unwrap_or_default(),
        );
        if before.duration_text != after.duration_text {
            let text = |text: &Option<String>| text.as_deref().map_or("nothing".into(), quoted);
            let (was, is) = (text(&before.duration_text), text(&after.duration_text));
            let message = format!("the text of the duration changed from {was} to {is}");
            self.push(Weight::Material, name, message);
        }
        self.origin(name, before, after);
        self.attributes(name, before, after);
        let texts = |row: &'_ Row| [row.function.clone(), row.note.clone()];
        for (what, (was, is)) in ["function", "note"]
            .into_iter()
            .zip(texts(before).into_iter().zip(texts(after)))
        {
            self.wording(name, what, was.as_deref(), is.as_deref());
        }
        let columns: BTreeSet<_> = before.columns.keys().chain(after.columns.keys()).collect();
        for column in columns {
            let cell = |row: &'_ Row| row.columns.get(column).cloned();
            self.wording(
                name,
                &format!("cell `{column}`"),
                cell(before).as_deref(),
                cell(after).as_deref(),
            );
        }
    }

    fn provider_of(&mut self, name: &str, before: &Row, after: &Row) {
        if before.provider == after.provider {
            return;
        }
        let title = |file: &PolicyFile, name: &Option<String>| {
            let provider = name.as_ref().and_then(|name| file.providers.get(name));
            provider.map_or("nobody".to_owned(), |provider| provider.title.clone())
        };
        let (was, is) = (
            title(self.old, &before.provider),
            title(self.new, &after.provider),
        );
        self.push(
            Weight::Material,
            name,
            format!("the provider changed from {was} to {is}"),
        );
        self.narrows(after.provider.is_none());
    }

    /// Says which other table a row is from. An update of that table shows here, beside what it
    /// changed.
    fn origin(&mut self, name: &str, before: &Row, after: &Row) {
        let origin = |row: &'_ Row| match (&row.included_from, &row.facts_of) {
            (None, _) => "this table".to_owned(),
            (Some(table), None) => format!("`{table}`"),
            (Some(table), Some(date)) => format!("`{table}` of {date}"),
        };
        let (was, is) = (origin(before), origin(after));
        if was != is {
            let message = format!("it was from {was}, and is from {is} now");
            self.push(Weight::Editorial, name, message);
        }
    }

    fn duration(&mut self, name: &str, was: &Duration, is: &Duration) {
        if was == is {
            return;
        }
        let message = format!("the duration changed from `{was}` to `{is}`");
        // A row without a duration promised nothing, so every duration is shorter.
        let rank = |duration: &Duration| duration.longest().map_or(u8::MAX, |_| 0);
        let key = |duration: &Duration| (rank(duration), duration.longest());
        let weight = if was.is_same_time(is) {
            Weight::Editorial
        } else {
            Weight::Material
        };
        self.push(weight, name, message);
        let is_subset = is.terms().iter().all(|term| was.terms().contains(term));
        self.narrows(key(is) < key(was) || !is.terms().is_empty() && is_subset);
    }

    fn attributes(&mut self, name: &str, before: &Row, after: &Row) {
        if before.attributes == after.attributes {
            return;
        }
        let domain = |row: &Row| {
            let attributes = row.attributes.as_ref();
            attributes.and_then(|attributes| attributes.domain.clone())
        };
        let text = |row: &Row| {
            let attributes = row.attributes.as_ref();
            attributes.map_or("not declared".to_owned(), |it| format!("`{it}`"))
        };
        let message = format!(
            "the attributes changed from {} to {}",
            text(before),
            text(after)
        );
        // A domain lets other hosts read it.
        let weight = if domain(before) == domain(after) {
            Weight::Editorial
        } else {
            Weight::Material
        };
        self.push(weight, name, message);
        self.narrows(domain(after).is_none());
    }
}

/// Names a row in a difference: its name, and its storage unless it is a cookie.
fn subject(row: &Row) -> String {
    match &*row.storage {
        "cookie" => format!("`{}`", row.name),
        storage => format!("`{}` ({storage})", row.name),
    }
}
