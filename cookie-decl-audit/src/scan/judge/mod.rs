//! Compares the sites with the table.

mod loaded;
mod stored;
mod unused;

use std::collections::HashSet;

use crate::help::let_wait;
use crate::policy_file::{self, PolicyFile};
use crate::report::{Finding, Place, Report, Rule};
use crate::scan::files::Files;
use crate::scan::resolve::Located;
use crate::scan::settings::Settings;
use crate::scan::site::{Act, Name};

/// Compares all sites with the table.
pub(crate) fn judge(settings: &Settings<'_>, files: &Files, sites: &[Located]) -> Report {
    let mut judge = Judge {
        settings,
        files,
        report: Report {
            findings: Vec::new(),
            notes: Vec::new(),
        },
        used_comments: HashSet::new(),
        used_lists: HashSet::new(),
    };
    for located in sites {
        judge.site(located);
    }
    judge.unread();
    judge.unused_rows();
    judge.unused_settlements();
    let mut report = judge.report;
    report
        .findings
        .sort_by(|one, other| one.place.cmp(&other.place));
    // Two branches of one function make the same finding.
    report.findings.dedup_by(|one, other| {
        (one.rule, &one.place, &one.subject) == (other.rule, &other.place, &other.subject)
    });
    report
}

struct Judge<'s> {
    settings: &'s Settings<'s>,
    files: &'s Files,
    report: Report,
    /// The file and line of each comment that settled something.
    used_comments: HashSet<(usize, usize)>,
    /// The numbers of the `settle` settings that settled something.
    used_lists: HashSet<usize>,
}

impl Judge<'_> {
    fn table(&self) -> &PolicyFile {
        self.settings.file
    }

    fn find(&mut self, at: &Located, rule: Rule, subject: &str, message: String, help: String) {
        let place = self.files.sources[at.file].place(at.site.offset);
        self.add(place, Finding::new(rule, subject, message, help));
    }

    fn add(&mut self, place: Place, finding: Finding) {
        self.report.findings.push(Finding { place, ..finding });
    }

    fn site(&mut self, at: &Located) {
        match &at.site.act {
            Act::Store(store) => self.store(at, store),
            Act::Load(Name::Text(address)) => self.load(at, address),
            Act::Load(_) => {}
            Act::Category(category) => self.category(at, category),
            Act::Runs(category) => {
                self.category(at, category);
                let categories = &self.table().categories;
                if categories.get(category).is_some_and(|it| it.advanced) {
                    return;
                }
                let code = &at.site.code;
                let message = if code == "<script>" {
                    format!(
                        "a script of `{category}` runs at once, because its type is not `text/plain`"
                    )
                } else {
                    format!(
                        "`{code}` of `{category}` loads at once, because its address is not in `data-src`"
                    )
                };
                let help = let_wait(code, category);
                self.find(at, Rule::NotConsented, category, message, help);
            }
        }
    }

    /// Returns the names that a comment or a `settle` setting gives to a site.
    fn settled(&mut self, at: &Located) -> Option<Vec<String>> {
        let source = &self.files.sources[at.file];
        if let Some(comment) = source.settled(at.site.offset) {
            self.used_comments.insert((at.file, comment.line));
            return Some(comment.names.clone());
        }
        let mut listed = self.settings.settled.iter().enumerate();
        let listed = listed.find(|(_, (file, _))| source.path.ends_with(&**file));
        let (index, (_, names)) = listed?;
        self.used_lists.insert(index);
        Some(names.clone())
    }

    fn category(&mut self, at: &Located, category: &str) {
        let table = self.table();
        if table.categories.contains_key(category) || category.contains("{}") {
            return;
        }
        let all = table.categories.iter();
        let (parts, others): (Vec<_>, Vec<_>) =
            all.partition(|(name, it)| it.of_provider.is_some() && it.declared(name) == category);
        let (names, found) = if parts.is_empty() {
            (others, "the categories are")
        } else {
            (parts, "visitors choose for each provider:")
        };
        let known = names
            .into_iter()
            .map(|(name, _)| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ");
        self.find(
            at,
            Rule::UnknownCategory,
            category,
            format!("the table has no category `{category}`, so the element never starts"),
            format!("{found} {known}"),
        );
    }

    /// Says how code ignores the gate of a category.
    fn at_once(&self, category: &str) -> &'static str {
        match self.table().categories[category].gate {
            policy_file::Gate::OptOut => "even after the visitor denied it",
            _ => "without waiting for consent",
        }
    }
}
