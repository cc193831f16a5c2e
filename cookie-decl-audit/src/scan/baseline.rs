//! The baseline: findings that an old site starts with.

use std::path::Path;
use std::{env, fs};

use serde::{Deserialize, Serialize};

use crate::policy_file::check::BLESS;
use crate::report::{Finding, Place, Report, Rule};

/// A known finding. It has no line, because lines change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Entry {
    rule: String,
    file: String,
    subject: String,
}

impl Entry {
    fn of(finding: &Finding) -> Self {
        let file = match &finding.place {
            Place::Source { file, .. } => file.clone(),
            other => other.to_string(),
        };
        Self {
            rule: finding.rule.name().to_owned(),
            file,
            subject: finding.subject.clone(),
        }
    }
}

/// Removes the known findings from a report, and adds a finding for each one that no longer occurs.
pub(crate) fn apply(path: &Path, report: &mut Report) {
    if env::var_os(BLESS).is_some_and(|value| !value.is_empty()) {
        let mut entries: Vec<_> = report.findings.iter().map(Entry::of).collect();
        entries.sort();
        entries.dedup();
        let text = serde_json::to_string_pretty(&entries).expect("texts can be written as JSON");
        match fs::write(path, text + "\n") {
            Ok(()) => report.findings.clear(),
            Err(error) => report
                .notes
                .push(format!("{} cannot be written: {error}", path.display())),
        }
        return;
    }
    let text = fs::read_to_string(path);
    let entries = text.map_err(|error| error.to_string()).and_then(|text| {
        serde_json::from_str::<Vec<Entry>>(&text).map_err(|error| error.to_string())
    });
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let path = path.display();
            report.notes.push(format!(
                "the baseline {path} cannot be read: {error}; run the test with {BLESS}=1 to write it"
            ));
            return;
        }
    };
    let found: Vec<_> = report.findings.iter().map(Entry::of).collect();
    report
        .findings
        .retain(|finding| !entries.contains(&Entry::of(finding)));
    for entry in entries.iter().filter(|entry| !found.contains(entry)) {
        let Entry {
            rule,
            file,
            subject,
        } = entry;
        report.findings.push(Finding {
            rule: Rule::Outdated,
            place: Place::Table,
            subject: subject.clone(),
            message: format!(
                "the baseline lists `{subject}` ({rule}) in {file}, which no longer occurs"
            ),
            help: format!("run the test with {BLESS}=1 to update the baseline"),
        });
    }
}
