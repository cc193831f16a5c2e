//! Compares what code stores with the rows of the table.

use crate::help::{declare, let_script_wait};
use crate::policy_file::{self, PolicyFile, Row, Term};
use crate::report::Rule;
use crate::row::{cells, with_holes};
use crate::scan::judge::Judge;
use crate::scan::resolve::Located;
use crate::scan::site::{By, EITHER, Gate, Name, Store, word};

/// The storages that a table has a word for.
const KNOWN: [&str; 5] = [
    "cookie",
    "local_storage",
    "session_storage",
    "indexed_db",
    "pixel",
];

impl Judge<'_> {
    pub(super) fn store(&mut self, at: &Located, store: &Store) {
        let is_seen = matches!(store.name, Name::Text(_));
        let comment = self.files.sources[at.file]
            .settled(at.site.offset)
            .is_some();
        if comment || !is_seen {
            match self.settled(at) {
                Some(names) => {
                    for name in names {
                        self.name(at, store, &name, true);
                    }
                }
                None if store.removal => {}
                None => self.undecided(at, store),
            }
            return;
        }
        if let Name::Text(name) = &store.name {
            self.name(at, store, name, false);
        }
    }

    fn undecided(&mut self, at: &Located, store: &Store) {
        let what = item(store.storage);
        let code = &at.site.code;
        self.find(
            at,
            Rule::Undecided,
            code,
            format!("`{code}` stores {what}, but the source does not show its name"),
            "name it in a comment above, `// cookie-decl: NAME` (or `none` if nothing is stored); if a \
             function of your own sets cookies, name it once with `.wrapper(\"function\", 0)`"
                .to_owned(),
        );
    }

    /// Judges a stored name. A comment may have settled it; then the name only has to be declared.
    fn name(&mut self, at: &Located, store: &Store, name: &str, is_settled: bool) {
        let rows = rows(self.table(), store.storage, name);
        let Some(row) = rows.first().copied() else {
            let is_retired = self
                .table()
                .retired
                .iter()
                .any(|it| it.matches(&sample(name)));
            if !(store.removal || is_retired) {
                self.undeclared(at, store, name);
            }
            return;
        };
        let row = row.clone();
        if is_settled && store.by == By::Server {
            return;
        }
        match (store.by, &*row.set_by) {
            (By::Server, "server") => self.past_the_table(at, store, &row),
            (By::Server | By::Library, "script") => self.by_other(at, &row, "a script", "server"),
            (By::Script, "server") if !store.removal => {
                self.by_other(at, &row, "the server", "script");
            }
            _ => {}
        }
        if store.removal {
            return;
        }
        if self.table().category(&row).gate != policy_file::Gate::Exempt {
            self.gated(at, store, &row);
        }
        if let (Some(seconds), Some(Term::Time(longest))) =
            (store.age.seconds(), row.duration.longest())
            && seconds > longest
        {
            self.find(
                at,
                Rule::TooLong,
                &row.name,
                format!(
                    "`{}` is kept for {seconds} seconds, but the table declares `{}`",
                    row.name, row.duration
                ),
                "shorten the lifetime here, or declare the longer one".to_owned(),
            );
        }
    }

    fn undeclared(&mut self, at: &Located, store: &Store, name: &str) {
        let what = item(store.storage);
        let message = format!(
            "`{}` stores {what} `{name}`, which the table does not declare",
            at.site.code
        );
        let help = declare(self.table(), name, &row_to_add(store, name));
        self.find(at, Rule::Undeclared, name, message, help);
    }

    fn past_the_table(&mut self, at: &Located, store: &Store, row: &Row) {
        let constant = self.constant(&row.name);
        let gate = self.table().category(row).gate;
        let (verb, call) = match (store.removal, gate) {
            (true, _) => ("removes", format!("{constant}.removal()")),
            (false, policy_file::Gate::Exempt) => ("sets", format!("{constant}.set(value)")),
            (false, _) => (
                "sets",
                format!("{constant}.set_if(visitor.consent(), value)"),
            ),
        };
        self.find(
            at,
            Rule::PastTheTable,
            &row.name,
            format!(
                "`{}` {verb} `{}` without the constant of its row",
                at.site.code, row.name
            ),
            format!("use `{call}`, which has the attributes that the row declares"),
        );
    }

    fn by_other(&mut self, at: &Located, row: &Row, declared: &str, found: &str) {
        let found_word = if found == "server" {
            "the server"
        } else {
            "a script"
        };
        self.find(
            at,
            Rule::NotAsDeclared,
            &row.name,
            format!(
                "{found_word} stores `{}`, but the table says that {declared} does",
                row.name
            ),
            format!("declare the row `set_by = {found}`, or leave it to {declared}"),
        );
    }

    fn gated(&mut self, at: &Located, store: &Store, row: &Row) {
        let Row { name, category, .. } = row;
        match &at.site.gate {
            Gate::Open if store.by == By::Script => {
                self.find(
                    at,
                    Rule::NotConsented,
                    name,
                    format!(
                        "the script stores `{name}`, which is in `{category}`, {}",
                        self.at_once(category)
                    ),
                    let_script_wait(category),
                );
            }
            Gate::Waits(other) if other != category => {
                self.find(
                    at,
                    Rule::NotConsented,
                    name,
                    format!("the script waits for `{other}`, but stores `{name}`, which is in `{category}`"),
                    let_script_wait(category),
                );
            }
            _ if store.by == By::Library => {
                self.find(
                    at,
                    Rule::NotConsented,
                    name,
                    format!("`{}` sets `{name}`, which is in `{category}`, without checking the visitor's \
                             choice", at.site.code),
                    "declare it in an exempt category if it is strictly necessary, or run the layer only for \
                     visitors who consent"
                        .to_owned(),
                );
            }
            _ => {}
        }
    }

    /// Returns the constant of a row, or the macro call for its name.
    fn constant(&self, name: &str) -> String {
        let mut rows = self.files.constants.rows.iter();
        let found = rows.find(|(_, row)| row.name == name);
        found.map_or_else(
            || format!("cookie!({name:?})"),
            |(constant, _)| constant.clone(),
        )
    }
}

/// Names what is stored, with its article.
fn item(storage: &str) -> &'static str {
    match storage {
        "cookie" => "the cookie",
        "local_storage" => "the item of local storage",
        "session_storage" => "the item of session storage",
        EITHER => "the item of local or session storage",
        "indexed_db" => "the database",
        "cache_storage" => "the cache",
        _ => "the service worker",
    }
}

/// Returns a row for something that is stored.
fn row_to_add(store: &Store, name: &str) -> String {
    let name = with_holes(name);
    let cells = match store.storage {
        "cookie" if store.by == By::Script => " | TODO days | set_by = script",
        "cookie" => " | TODO days",
        storage => cells(word(storage)),
    };
    format!("{name:?}{cells};")
}

/// Returns the rows that declare a name. The source may not show all of the name.
fn rows<'f>(table: &'f PolicyFile, storage: &str, name: &str) -> Vec<&'f Row> {
    if storage == EITHER {
        let mut rows = table.find("local_storage", &sample(name));
        rows.extend(table.find("session_storage", &sample(name)));
        return rows;
    }
    if KNOWN.contains(&storage) {
        return table.find(storage, &sample(name));
    }
    // The table has its own words for such a storage.
    let rows = table.rows.iter();
    rows.filter(|row| !KNOWN.contains(&&*row.storage) && row.matches(&sample(name)))
        .collect()
}

/// Fills the parts that the source does not show.
fn sample(name: &str) -> String {
    name.replace("{}", "0")
}
