//! How the texts of two pages differ.

use std::collections::{BTreeMap, BTreeSet};

use crate::policy_file::compare::{Differences, Weight, quoted};
use crate::policy_file::{Controller, Part, PolicyFile};

const ABOUT: &str = "the explanation of cookies";

impl Differences<'_> {
    /// Compares who is responsible, and who asks visitors. Another controller is material; another
    /// address is wording.
    fn responsible(&mut self) {
        let (old, new) = (self.old, self.new);
        if old.consent_elsewhere != new.consent_elsewhere {
            let who = |file: &PolicyFile| {
                let elsewhere = file.consent_elsewhere.as_deref();
                elsewhere.map_or("the site itself".to_owned(), quoted)
            };
            let message = format!(
                "who asks visitors changed from {} to {}",
                who(old),
                who(new)
            );
            self.push(Weight::Material, "the policy", message);
        }
        let message = match (old.consent_tied, new.consent_tied) {
            (false, true) => {
                "the visitor's answer now contains an identifier, which connects their decisions"
            }
            (true, false) => "the visitor's answer no longer contains an identifier",
            _ => "",
        };
        if !message.is_empty() {
            self.push(Weight::Material, "the policy", message.to_owned());
        }
        let (old, new) = (self.old.controller.as_ref(), self.new.controller.as_ref());
        let title = |controller: Option<&Controller>| {
            controller.map_or("nobody".to_owned(), |it| quoted(&it.title))
        };
        if title(old) != title(new) {
            let message = format!("it changed from {} to {}", title(old), title(new));
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

    pub(super) fn page(&mut self) {
        self.responsible();
        let (old, new) = (self.old, self.new);
        let facts = |file: &PolicyFile| {
            [
                ("the policy", "version", file.version.clone()),
                ("the site", "address", file.site.clone()),
                ("the policy", "title", file.title.clone()),
                ("the policy", "language", Some(file.language.clone())),
            ]
        };
        for ((subject, what, was), (_, _, is)) in facts(old).into_iter().zip(facts(new)) {
            self.wording(subject, what, was.as_deref(), is.as_deref());
        }
        let introduction = |file: &PolicyFile| file.introduction.join(" ");
        self.wording(
            "the policy",
            "introduction",
            Some(&introduction(old)),
            Some(&introduction(new)),
        );
        self.sections();
        self.order();
        self.retired();
        self.translations();
    }

    fn sections(&mut self) {
        let sections = |file: &PolicyFile| -> Vec<(String, String)> {
            let parts = file.page.iter();
            parts
                .filter_map(|part| match part {
                    Part::Section { paragraphs, .. } | Part::About { paragraphs, .. } => {
                        Some((heading(part), paragraphs.join(" ")))
                    }
                    Part::Category(_) | Part::BuiltInAbout => None,
                })
                .collect()
        };
        let (was, is) = (sections(self.old), sections(self.new));
        let text = |sections: &[(String, String)], heading: &str| {
            let mut sections = sections.iter();
            let found = sections.find(|(other, _)| other == heading);
            found.map(|(_, text)| text.clone())
        };
        for (heading, after) in &is {
            let before = text(&was, heading);
            self.wording(heading, "section", before.as_deref(), Some(after));
        }
        for (heading, before) in &was {
            if text(&is, heading).is_none() {
                self.wording(heading, "section", Some(before), None);
            }
        }
    }

    fn order(&mut self) {
        let (old, new) = (self.old, self.new);
        let order = |file: &PolicyFile| file.page.iter().map(heading).collect::<Vec<_>>();
        let (was, is) = (order(old), order(new));
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

/// Returns the heading of a part of the page, or the name of its category.
fn heading(part: &Part) -> String {
    match part {
        Part::Section { heading, .. } => heading.clone().unwrap_or_default(),
        Part::About { .. } | Part::BuiltInAbout => ABOUT.to_owned(),
        Part::Category(name) => name.clone(),
    }
}

/// Returns the texts of one list that another list has as well.
fn in_both<'t>(order: &'t [String], other: &[String]) -> Vec<&'t String> {
    order.iter().filter(|it| other.contains(it)).collect()
}
