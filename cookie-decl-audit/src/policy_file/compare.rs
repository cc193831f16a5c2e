//! What differs between two policy files, sorted by what it means for visitors.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::policy_file::duration::Duration;
use crate::policy_file::{Category, Controller, Gate, Listed, Part, PolicyFile, Provider, Row};

/// The differences between two policy files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Every difference, the weightiest first.
    pub differences: Vec<Difference>,
    /// The categories whose earlier answers no longer count, and whose visitors are asked again.
    pub asked_again: Vec<AskedAgain>,
    /// Whether the date that visitors read has moved.
    pub date: Date,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// What it means for visitors.
    pub weight: Weight,
    /// What differs: a category, a name, a provider, or a part of the page.
    pub subject: String,
    /// How it differs, a sentence without its full stop.
    pub message: String,
    /// Whether the site now does less than visitors were told before.
    pub narrows: bool,
    /// The identifiers of the categories whose answers were about it.
    #[serde(skip)]
    categories: BTreeSet<String>,
}

/// What a difference means for visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Something is stored now without the choice that it needed before.
    GateLoosened,
    /// Another recipient, purpose, duration, storage or gate.
    Material,
    /// Wording, order, translation.
    Editorial,
}

/// A category whose visitors are asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedAgain {
    /// The category's identifier.
    pub category: String,
    /// The fingerprint that earlier answers were about, if all differences in the category narrow
    /// it. With `opt_in(also ..)` in the table, those answers still count.
    pub also: Option<String>,
    /// Whether the category is `opt_out`. Then visitors are not asked; for those who have answered,
    /// the category is denied.
    pub opt_out: bool,
}

/// Whether the date that visitors read has moved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Date {
    /// The table has no date.
    #[default]
    Missing,
    /// It is the same as before.
    Same(String),
    /// It is another one now.
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
        differences.texts();
        let mut found = differences.found;
        found.sort();
        let asked_again = asked_again(old, new, &mut found);
        found.sort();
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

    /// Whether visitors read the old date above a policy that differs in more than its wording.
    #[must_use]
    pub fn needs_new_date(&self) -> bool {
        let is_more_than_wording = |it: &Difference| it.weight < Weight::Editorial;
        matches!(self.date, Date::Same(_))
            && (!self.asked_again.is_empty() || self.differences.iter().any(is_more_than_wording))
    }
}

/// The categories whose fingerprint is no longer the one that visitors answered.
fn asked_again(old: &PolicyFile, new: &PolicyFile, found: &mut Vec<Difference>) -> Vec<AskedAgain> {
    let mut asked = Vec::new();
    for (name, category) in &new.categories {
        let before = old.categories.get(name);
        let is_same = before.is_some_and(|before| before.fingerprint == category.fingerprint);
        if category.gate == Gate::Exempt || is_same {
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
                    message: "earlier answers still count (`also`), although the category is not \
                              only narrower"
                        .to_owned(),
                    narrows: false,
                    categories: BTreeSet::new(),
                });
            }
            continue;
        }
        asked.push(AskedAgain {
            category: name.clone(),
            also: also.filter(|_| is_narrower),
            opt_out: category.gate == Gate::OptOut,
        });
    }
    asked
}

/// The subject of a difference in the explanation of cookies.
const ABOUT: &str = "the explanation of cookies";

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

    fn categories(&mut self) {
        for (name, category) in &self.new.categories {
            if let Some(before) = self.old.categories.get(name) {
                self.category(name, before, category);
            } else {
                let gate = category.gate.word();
                let message = format!("the category is new, with the gate `{gate}`");
                self.push(Weight::Material, name, message);
            }
        }
        for name in self.old.categories.keys() {
            if !self.new.categories.contains_key(name) {
                self.push(Weight::Material, name, "the category is gone".to_owned());
            }
        }
    }

    fn category(&mut self, name: &str, before: &Category, after: &Category) {
        let first = self.found.len();
        if after.gate != before.gate {
            let (weight, effect) = gate_change(before.gate, after.gate);
            let (was, is) = (before.gate.word(), after.gate.word());
            let message = format!("the gate is `{is}`, it was `{was}`: {effect}");
            self.push(weight, name, message);
        }
        if after.revision != before.revision {
            let (was, is) = (before.revision, after.revision);
            let message = format!("the revision is {is}, it was {was}");
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
                    let message = format!("it lists `{}` as well (`also`)", listed.name);
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
            let message = "the prose between its rows differs".to_owned();
            self.push(Weight::Editorial, name, message);
        }
        if (&after.consent_mode, &after.tcf) != (&before.consent_mode, &before.tcf) {
            let message = "the signals to others (`consent_mode`, `tcf`) differ".to_owned();
            self.push(Weight::Material, name, message);
        }
        self.is_about(first, name);
    }

    /// Says that answers to a category were about the differences from this one on.
    fn is_about(&mut self, first: usize, category: &str) {
        for difference in &mut self.found[first..] {
            difference.categories.insert(category.to_owned());
        }
    }

    /// A text that says what visitors agree to.
    fn meaning(&mut self, subject: &str, what: &str, was: &str, is: &str) {
        if was == is {
            return;
        }
        let (was_quoted, is_quoted) = (quoted(was), quoted(is));
        if letters(was) == letters(is) {
            let message = format!("the {what} is {is_quoted}, it was {was_quoted}");
            self.push(Weight::Editorial, subject, message);
        } else {
            let message = format!(
                "the {what} is {is_quoted}, it was {was_quoted}; if it means something else, \
                 raise `revision`"
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
            let message = format!("the {what} is {is}, it was {was}");
            self.push(Weight::Editorial, subject, message);
        }
    }

    /// Says whether the last difference narrows.
    fn narrows(&mut self, narrows: bool) {
        if let Some(last) = self.found.last_mut() {
            last.narrows = narrows;
        }
    }

    fn rows(&mut self) {
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
        if before.category != after.category {
            let (was, is) = (
                self.old.category(before).gate,
                self.new.category(after).gate,
            );
            let (weight, effect) = gate_change(was, is);
            let message = format!(
                "it is in `{}` ({}), it was in `{}` ({}): {effect}",
                after.category,
                is.word(),
                before.category,
                was.word(),
            );
            self.push(weight, name, message);
        }
        if before.name != after.name {
            let message = format!(
                "it is called `{}`, it was called `{}`",
                after.name, before.name
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
                    format!("the {what} is `{is}`, it was `{was}`"),
                );
            }
        }
        if before.provider != after.provider {
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
                format!("the provider is {is}, it was {was}"),
            );
            self.narrows(after.provider.is_none());
        }
        self.duration(name, &before.duration, &after.duration);
        if before.basis != after.basis {
            let basis = |row: &'_ Row| row.basis.clone().unwrap_or("not stated".to_owned());
            let message = format!(
                "the legal basis is `{}`, it was `{}`",
                basis(after),
                basis(before)
            );
            self.push(Weight::Material, name, message);
        }
        if before.varies != after.varies {
            let message = if after.varies {
                "the deployment decides about it now (`when`, or a duration in braces)"
            } else {
                "every deployment has it now as the page says; before, the deployment decided (`when`, or a duration in braces)"
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
            let message = format!("visitors read {is} as its duration, they read {was}");
            self.push(Weight::Material, name, message);
        }
        let origin = |row: &'_ Row| match (&row.included_from, &row.facts_of) {
            (None, _) => "this table".to_owned(),
            (Some(table), None) => format!("`{table}`"),
            (Some(table), Some(date)) => format!("`{table}` of {date}"),
        };
        if origin(before) != origin(after) {
            let message = format!(
                "it is from {}, it was from {}",
                origin(after),
                origin(before)
            );
            self.push(Weight::Editorial, name, message);
        }
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

    fn duration(&mut self, name: &str, was: &Duration, is: &Duration) {
        if was == is {
            return;
        }
        let message = format!("it is kept for `{is}`, it was kept for `{was}`");
        // Without a stated duration, nothing was promised.
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
            "its attributes are {}, they were {}",
            text(after),
            text(before)
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

    fn providers(&mut self) {
        let names: BTreeSet<_> = self
            .old
            .providers
            .keys()
            .chain(self.new.providers.keys())
            .collect();
        for name in names {
            match (self.old.providers.get(name), self.new.providers.get(name)) {
                (Some(before), Some(after)) => self.provider(name, before, after),
                (None, Some(after)) => {
                    let message = format!("the provider {} is new", after.title);
                    self.push(Weight::Material, name, message);
                }
                (Some(before), None) => {
                    let message = format!("the provider {} is gone", before.title);
                    self.push(Weight::Material, name, message);
                    self.narrows(true);
                }
                (None, None) => {}
            }
        }
    }

    fn provider(&mut self, name: &str, before: &Provider, after: &Provider) {
        let first = self.found.len();
        let facts = |provider: &Provider| {
            [
                ("title", Some(provider.title.clone())),
                (
                    "domain",
                    (!provider.domains.is_empty()).then(|| provider.domains.join(", ")),
                ),
                ("country", provider.country.clone()),
                ("transfer", provider.transfer.clone()),
            ]
        };
        for ((what, was), (_, is)) in facts(before).into_iter().zip(facts(after)) {
            if was != is {
                let text =
                    |text: Option<String>| text.map_or("nothing".into(), |text| quoted(&text));
                let message = format!("its {what} is {}, it was {}", text(is), text(was));
                self.push(Weight::Material, name, message);
            }
        }
        if before.third_party != after.third_party {
            let message = if after.third_party {
                "it is a third party now: it reads what is stored"
            } else {
                "it is not a third party any more"
            };
            self.push(Weight::Material, name, message.to_owned());
            self.narrows(!after.third_party);
        }
        for (what, was, is) in [
            (
                "address of the privacy policy",
                &before.privacy,
                &after.privacy,
            ),
            ("page for objections", &before.opt_out, &after.opt_out),
            ("contact", &before.contact, &after.contact),
            ("address", &before.address, &after.address),
        ] {
            self.wording(name, what, was.as_deref(), is.as_deref());
        }
        for row in &self.new.rows {
            if row.provider.as_deref() == Some(name) {
                self.is_about(first, &row.category);
            }
        }
    }

    /// Who is responsible, and who asks visitors. Another controller is material, another address is
    /// wording.
    fn responsible(&mut self) {
        let (old, new) = (self.old, self.new);
        if old.consent_elsewhere != new.consent_elsewhere {
            let who = |file: &PolicyFile| {
                let elsewhere = file.consent_elsewhere.as_deref();
                elsewhere.map_or("the site itself".to_owned(), quoted)
            };
            let message = format!("visitors are asked by {}, it was {}", who(new), who(old));
            self.push(Weight::Material, "the policy", message);
        }
        let (old, new) = (self.old.controller.as_ref(), self.new.controller.as_ref());
        let title = |controller: Option<&Controller>| {
            controller.map_or("nobody".to_owned(), |it| quoted(&it.title))
        };
        if title(old) != title(new) {
            let message = format!("it is {}, it was {}", title(new), title(old));
            self.push(Weight::Material, "the controller", message);
        }
        let facts = |controller: Option<&Controller>| {
            controller.map_or_else(Default::default, |it| {
                [
                    &it.address,
                    &it.contact,
                    &it.officer,
                    &it.privacy,
                    &it.authority,
                ]
                .map(Clone::clone)
            })
        };
        let names = [
            "address",
            "contact",
            "data protection officer",
            "privacy policy",
            "authority",
        ];
        let (old, new): ([Option<String>; 5], [Option<String>; 5]) = (facts(old), facts(new));
        for (what, (was, is)) in names.into_iter().zip(old.iter().zip(&new)) {
            self.wording("the controller", what, was.as_deref(), is.as_deref());
        }
    }

    fn texts(&mut self) {
        self.responsible();
        let (old, new) = (self.old, self.new);
        self.wording(
            "the policy",
            "version",
            old.version.as_deref(),
            new.version.as_deref(),
        );
        self.wording(
            "the site",
            "address",
            old.site.as_deref(),
            new.site.as_deref(),
        );
        self.wording(
            "the policy",
            "title",
            old.title.as_deref(),
            new.title.as_deref(),
        );
        self.wording(
            "the policy",
            "language",
            Some(&old.language),
            Some(&new.language),
        );
        if old.introduction != new.introduction {
            self.wording(
                "the policy",
                "introduction",
                Some(&old.introduction.join(" ")),
                Some(&new.introduction.join(" ")),
            );
        }
        let sections = |file: &PolicyFile| -> Vec<(String, String)> {
            let parts = file.page.iter();
            parts
                .filter_map(|part| match part {
                    Part::Section {
                        heading,
                        paragraphs,
                    } => Some((heading.clone().unwrap_or_default(), paragraphs.join(" "))),
                    Part::About { paragraphs, .. } => {
                        Some((ABOUT.to_owned(), paragraphs.join(" ")))
                    }
                    Part::Category(_) | Part::BuiltInAbout => None,
                })
                .collect()
        };
        let (was, is) = (sections(old), sections(new));
        for (heading, text) in &is {
            match was.iter().find(|(other, _)| other == heading) {
                Some((_, before)) => self.wording(heading, "section", Some(before), Some(text)),
                None => self.wording(heading, "section", None, Some(text)),
            }
        }
        for (heading, text) in &was {
            if !is.iter().any(|(other, _)| other == heading) {
                self.wording(heading, "section", Some(text), None);
            }
        }
        let order = |file: &PolicyFile| -> Vec<String> {
            let parts = file.page.iter();
            parts
                .map(|part| match part {
                    Part::Section { heading, .. } => heading.clone().unwrap_or_default(),
                    Part::About { .. } | Part::BuiltInAbout => ABOUT.to_owned(),
                    Part::Category(name) => name.clone(),
                })
                .collect()
        };
        let (was, is) = (order(old), order(new));
        let in_both = |order: &[String], other: &[String]| -> Vec<String> {
            order
                .iter()
                .filter(|it| other.contains(it))
                .cloned()
                .collect()
        };
        if in_both(&was, &is) != in_both(&is, &was) {
            let message = format!("its parts have another order: {}", is.join(", "));
            self.push(Weight::Editorial, "the page", message);
        }
        for (name, after) in &new.categories {
            if let Some(before) = old.categories.get(name)
                && in_both(&before.rows, &after.rows) != in_both(&after.rows, &before.rows)
            {
                let message = format!("its rows have another order: {}", after.rows.join(", "));
                self.push(Weight::Editorial, name, message);
            }
        }
        self.retired();
        self.translations();
    }

    fn retired(&mut self) {
        let (old, new) = (self.old, self.new);
        for retired in new.retired.iter().filter(|it| !old.retired.contains(it)) {
            self.push(Weight::Editorial, &retired.name, "it is retired".to_owned());
        }
        for retired in old.retired.iter().filter(|it| !new.retired.contains(it)) {
            self.push(
                Weight::Editorial,
                &retired.name,
                "it is no longer retired".to_owned(),
            );
        }
    }

    fn translations(&mut self) {
        let (old, new) = (self.old, self.new);
        let languages: BTreeSet<_> = old
            .translations
            .keys()
            .chain(new.translations.keys())
            .collect();
        for language in languages {
            let subject = format!("translation {language}");
            match (
                old.translations.get(language),
                new.translations.get(language),
            ) {
                (Some(before), Some(after)) => self.translation(&subject, before, after),
                (before, _) => {
                    let message = if before.is_none() {
                        "it is new"
                    } else {
                        "it is gone"
                    };
                    self.push(Weight::Editorial, &subject, message.to_owned());
                }
            }
        }
    }

    fn translation(
        &mut self,
        subject: &str,
        before: &BTreeMap<String, String>,
        after: &BTreeMap<String, String>,
    ) {
        for (text, translated) in after {
            let was = before.get(text);
            if was != Some(translated) {
                let what = format!("text for {}", quoted(text));
                self.wording(subject, &what, was.map(String::as_str), Some(translated));
            }
        }
    }
}

/// What another gate means: whether it is looser, and the effect in words.
fn gate_change(was: Gate, is: Gate) -> (Weight, &'static str) {
    match (was, is) {
        (was, is) if was == is => (Weight::Material, "the gate is the same"),
        (_, Gate::OptIn) => (Weight::Material, "visitors are asked first now"),
        (Gate::OptIn, Gate::OptOut) => (
            Weight::GateLoosened,
            "it is stored now until the visitor denies it",
        ),
        (Gate::OptIn | Gate::OptOut, Gate::Exempt) => (
            Weight::GateLoosened,
            "it is stored now whatever the visitor chooses",
        ),
        _ => (Weight::Material, "visitors can deny it now"),
    }
}

/// How a finding names a row: by its name, and its storage unless that is a cookie.
fn subject(row: &Row) -> String {
    match &*row.storage {
        "cookie" => format!("`{}`", row.name),
        storage => format!("`{}` ({storage})", row.name),
    }
}

/// Earlier and later rows that are the same thing.
struct Pairs<'f> {
    gone: Vec<&'f Row>,
    kept: Vec<(&'f Row, &'f Row)>,
    added: Vec<&'f Row>,
}

impl<'f> Pairs<'f> {
    /// Pairs rows with the same name: the most alike first, as several rows can have one name.
    fn of(old: &'f [Row], new: &'f [Row]) -> Self {
        let mut pairs = Self {
            gone: old.iter().collect(),
            kept: Vec::new(),
            added: new.iter().collect(),
        };
        pairs.pair(|one, other| {
            one.storage == other.storage
                && one.set_by == other.set_by
                && one.scope() == other.scope()
                && one.category == other.category
        });
        pairs.pair(|one, other| one.storage == other.storage);
        pairs.pair(|_, _| true);
        pairs
    }

    fn pair(&mut self, is_like: impl Fn(&Row, &Row) -> bool) {
        let Self { gone, kept, added } = self;
        gone.retain(|before| {
            let is_same =
                |after: &&Row| shape(&before.name) == shape(&after.name) && is_like(before, after);
            match added.iter().position(is_same) {
                Some(found) => {
                    kept.push((*before, added.remove(found)));
                    false
                }
                None => true,
            }
        });
    }
}

/// A name without the names of its holes.
fn shape(name: &str) -> String {
    let mut pieces = name.split('{');
    let head = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(head, |shape, piece| {
        shape + "{}" + piece.split_once('}').map_or("", |(_, text)| text)
    })
}

/// The letters and digits of a text, which tell other words from other punctuation.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
