//! What differs between two policy files, sorted by what it means for visitors.

mod category;
mod page;
mod pairs;
mod provider;
mod row;
mod wording;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::policy_file::{Category, Gate, PolicyFile};

/// The differences between two policy files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Every difference, the most important first.
    pub differences: Vec<Difference>,
    /// The categories whose earlier answers no longer count, and whose visitors are asked again.
    pub asked_again: Vec<AskedAgain>,
    /// Whether the date that visitors read has changed.
    pub date: Date,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// What it means for visitors.
    pub weight: Weight,
    /// What differs: a category, a name, a provider, or a part of the page.
    pub subject: String,
    /// How it differs: a sentence without a full stop.
    pub message: String,
    /// Whether the site now does less than the old policy said.
    pub narrows: bool,
    /// The identifiers of the categories that it belongs to.
    #[serde(skip)]
    categories: BTreeSet<String>,
}

/// What a difference means for visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Something is stored now without the choice that it needed before.
    GateLoosened,
    /// The recipient, purpose, duration, storage or gate is another one.
    Material,
    /// Only wording, order or translations differ.
    Editorial,
}

/// A category whose visitors are asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedAgain {
    /// The category's identifier.
    pub category: String,
    /// The provider, if the fingerprint is that of a choice about one (`also Google ".."`).
    pub provider: Option<String>,
    /// The earlier fingerprint, if all differences narrow the category. With `opt_in(also ..)` in
    /// the table, answers to it still count.
    pub also: Option<String>,
    /// Whether the category is `opt_out`. Then visitors are not asked, and the category is denied
    /// for those who have answered.
    pub opt_out: bool,
}

/// Whether the date that visitors read has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Date {
    /// The table has no date.
    #[default]
    Missing,
    /// It is the same as before.
    Same(String),
    /// It has changed.
    Moved(String),
}

impl Comparison {
    /// Compares an earlier policy file with a later one.
    #[must_use]
    pub fn of(old: &PolicyFile, new: &PolicyFile) -> Self {
        let mut differences = Differences {
            old,
            new,
            found: Vec::new(),
        };
        differences.categories();
        differences.rows();
        differences.providers();
        differences.page();
        differences.built_in_texts();
        let mut found = differences.found;
        let asked_again = asked_again(old, new, &mut found);
        found.sort();
        // With `by provider`, several categories have the same texts.
        found.dedup_by(|it, first| {
            let is_same = (it.weight, it.narrows) == (first.weight, first.narrows)
                && (&it.subject, &it.message) == (&first.subject, &first.message);
            if is_same {
                first.categories.append(&mut it.categories);
            }
            is_same
        });
        let date = match (&old.last_updated, &new.last_updated) {
            (_, None) => Date::Missing,
            (Some(old), Some(new)) if old == new => Date::Same(new.clone()),
            (_, Some(new)) => Date::Moved(new.clone()),
        };
        Self {
            differences: found,
            asked_again,
            date,
        }
    }

    /// Whether the two files say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
            && self.asked_again.is_empty()
            && !matches!(self.date, Date::Moved(_))
    }

    /// Whether the policy differs in more than its wording, but still has the old date.
    #[must_use]
    pub fn needs_new_date(&self) -> bool {
        let is_more_than_wording = |it: &Difference| it.weight < Weight::Editorial;
        matches!(self.date, Date::Same(_))
            && (!self.asked_again.is_empty() || self.differences.iter().any(is_more_than_wording))
    }
}

/// Returns the categories whose fingerprint is no longer the one that visitors answered.
fn asked_again(old: &PolicyFile, new: &PolicyFile, found: &mut Vec<Difference>) -> Vec<AskedAgain> {
    let mut asked = Vec::new();
    for (name, category) in &new.categories {
        if category.gate == Gate::Exempt {
            continue;
        }
        others_count(old, name, category, found);
        let own = old.categories.get(name);
        let before = own.or_else(|| old.categories.get(category.declared(name)));
        if own.is_some_and(|own| own.fingerprint == category.fingerprint) {
            continue;
        }
        let was_asked = before.filter(|before| before.gate != Gate::Exempt);
        let here = |it: &&Difference| it.categories.contains(name);
        let is_narrower = was_asked.is_some_and(|before| before.gate == category.gate)
            && found
                .iter()
                .filter(here)
                .all(|it| it.narrows || it.weight == Weight::Editorial);
        let also = was_asked.map(|before| before.fingerprint.clone());
        if also
            .as_ref()
            .is_some_and(|also| category.also.contains(also))
        {
            if !is_narrower {
                found.push(Difference {
                    weight: Weight::GateLoosened,
                    subject: name.clone(),
                    message: "earlier answers still count (`also`), but the category has not only become narrower"
                        .to_owned(),
                    narrows: false,
                    categories: BTreeSet::new(),
                });
            }
            continue;
        }
        asked.push(AskedAgain {
            category: name.clone(),
            provider: own
                .and(category.of_provider.as_ref())
                .map(|part| part.provider.clone()),
            also: also.filter(|_| is_narrower),
            opt_out: category.gate == Gate::OptOut,
        });
    }
    asked
}

/// Adds differences for answers about another provider of the same category that count for this one
/// (`also`).
fn others_count(old: &PolicyFile, name: &str, category: &Category, found: &mut Vec<Difference>) {
    for (other, before) in &old.categories {
        if other != name
            && before.of_provider.is_some()
            && before.declared(other) == category.declared(name)
            && category.also.contains(&before.fingerprint)
        {
            found.push(Difference {
                weight: Weight::GateLoosened,
                subject: name.to_owned(),
                message: format!(
                    "earlier answers about `{other}` count for it (`also`), although they were \
                     about one provider"
                ),
                narrows: false,
                categories: BTreeSet::new(),
            });
        }
    }
}

/// The differences so far. Each file of this folder adds those of its subject.
struct Differences<'f> {
    old: &'f PolicyFile,
    new: &'f PolicyFile,
    found: Vec<Difference>,
}

impl Differences<'_> {
    fn push(&mut self, weight: Weight, subject: &str, message: String) {
        self.found.push(Difference {
            weight,
            subject: subject.to_owned(),
            message,
            narrows: false,
            categories: BTreeSet::new(),
        });
    }

    /// Says that the differences from this one on belong to a category.
    fn is_about(&mut self, first: usize, category: &str) {
        for difference in &mut self.found[first..] {
            difference.categories.insert(category.to_owned());
        }
    }

    /// Compares a text that says what visitors consent to.
    fn meaning(&mut self, subject: &str, what: &str, was: &str, is: &str) {
        if was == is {
            return;
        }
        let (was_quoted, is_quoted) = (quoted(was), quoted(is));
        if letters(was) == letters(is) {
            let message = format!("the {what} changed from {was_quoted} to {is_quoted}");
            self.push(Weight::Editorial, subject, message);
        } else {
            let message = format!(
                "the {what} changed from {was_quoted} to {is_quoted}; if it means something else, raise `revision`"
            );
            self.push(Weight::Material, subject, message);
        }
    }

    fn wording(&mut self, subject: &str, what: &str, was: Option<&str>, is: Option<&str>) {
        if was != is {
            let (was, is) = (
                was.map_or("nothing".into(), quoted),
                is.map_or("nothing".into(), quoted),
            );
            let message = format!("the {what} changed from {was} to {is}");
            self.push(Weight::Editorial, subject, message);
        }
    }

    /// Says whether the last difference narrows the category.
    fn narrows(&mut self, narrows: bool) {
        if let Some(last) = self.found.last_mut() {
            last.narrows = narrows;
        }
    }
}

/// Returns the letters and digits of a text, to ignore punctuation and case.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
