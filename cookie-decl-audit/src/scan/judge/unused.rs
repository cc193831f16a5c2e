//! Rows that no code uses, comments that settle nothing, and files that were not read.

use crate::report::{Finding, Place, Rule};
use crate::scan::judge::Judge;

impl Judge<'_> {
    /// A file that was not read may store anything.
    pub(super) fn unread(&mut self) {
        for (file, reason) in &self.files.unread {
            let message = format!("the file was not read: {reason}");
            let help = "correct the path; or leave the file out of the folders of the scan, or name it in \
                        `.gitignore`";
            let finding = Finding::new(Rule::Undecided, file, message, help.to_owned());
            let place = Place::Source {
                file: file.clone(),
                line: 1,
                column: 1,
            };
            self.add(place, finding);
        }
    }

    /// Finds rows whose constant no code uses, and rows of the server whose constant no code sets.
    pub(super) fn unused_rows(&mut self) {
        let constants = &self.files.constants;
        let mut rows: Vec<_> = constants
            .rows
            .iter()
            .filter(|(_, row)| !row.is_consent)
            .collect();
        rows.sort_by_key(|(constant, _)| (*constant).clone());
        for (constant, row) in rows {
            let declared = self.table().rows.iter().find(|it| it.name == row.name);
            let by_server = declared.is_some_and(|it| it.set_by == "server");
            let message = if !constants.used.contains(constant) {
                format!(
                    "the page declares `{}`, but no code uses `{constant}`",
                    row.name
                )
            } else if by_server && !constants.set.contains(constant) {
                format!(
                    "the page declares `{}`, but no code sets it: `{constant}` is only read or removed",
                    row.name
                )
            } else {
                continue;
            };
            let source = &self.files.sources[row.file];
            let help = "remove the row, and list the name in `retired` if it was ever set; if something else sets \
                        it, say so with `set_by` and leave out the constant";
            let finding = Finding::new(Rule::NeverSeen, &row.name, message, help.to_owned());
            self.add(source.place(row.offset), finding);
        }
    }

    /// A comment without its code could settle other code later.
    pub(super) fn unused_settlements(&mut self) {
        for (file, source) in self.files.sources.iter().enumerate() {
            for comment in source.comments() {
                if self.used_comments.contains(&(file, comment.line)) {
                    continue;
                }
                let message = "the comment settles nothing: the source shows every name that the code below it stores";
                let help =
                    "remove the comment, or move it to the line above the code that it is about";
                let names = comment.names.join(", ");
                let finding =
                    Finding::new(Rule::Outdated, &names, message.to_owned(), help.to_owned());
                let place = Place::Source {
                    file: source.path.clone(),
                    line: comment.line,
                    column: 1,
                };
                self.add(place, finding);
            }
        }
        for (index, (file, names)) in self.settings.settled.iter().enumerate() {
            if !self.used_lists.contains(&index) {
                let message = format!("`.settle({file:?}, {names:?})` settles nothing");
                let help = "remove it, or correct the path".to_owned();
                let finding = Finding::new(Rule::Outdated, file, message, help);
                self.add(Place::Table, finding);
            }
        }
    }
}
