//! Compares the sites with the table.

use std::collections::{BTreeSet, HashSet};

use crate::policy_file::{self, PolicyFile, Row, Term, is_within};
use crate::report::{Finding, Place, Report, Rule};
use crate::row::{cells, with_holes};
use crate::scan::files::Files;
use crate::scan::resolve::Located;
use crate::scan::settings::Settings;
use crate::scan::site::{Act, By, EITHER, Gate, Name, Site, Store, word};

/// The storages that a table has a word for.
const KNOWN: [&str; 5] = [
    "cookie",
    "local_storage",
    "session_storage",
    "indexed_db",
    "pixel",
];

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
    // Two branches of one function find the same.
    report.findings.dedup_by(|one, other| {
        (one.rule, &one.place, &one.subject) == (other.rule, &other.place, &other.subject)
    });
    report
}

struct Judge<'s> {
    settings: &'s Settings<'s>,
    files: &'s Files,
    report: Report,
    /// File and line of the comments that settled something.
    used_comments: HashSet<(usize, usize)>,
    /// The entries of the test's list that settled something.
    used_lists: HashSet<usize>,
}

impl Judge<'_> {
    fn table(&self) -> &PolicyFile {
        self.settings.file
    }

    fn find(&mut self, at: &Located, rule: Rule, subject: &str, message: String, help: String) {
        let source = &self.files.sources[at.file];
        let (line, column) = source.position(at.site.offset);
        self.report.findings.push(Finding {
            rule,
            place: Place::Source {
                file: source.path.clone(),
                line,
                column,
            },
            subject: subject.to_owned(),
            message,
            help,
        });
    }

    fn site(&mut self, at: &Located) {
        match &at.site.act {
            Act::Store(store) => self.store(at, store),
            Act::Load(Name::Text(address)) => self.load(at, address),
            Act::Load(_) => {}
            Act::Category(category) => self.category(at, category),
            Act::Runs(category) => {
                self.category(at, category);
                let code = &at.site.code;
                let message = if code == "<script>" {
                    format!(
                        "a script of `{category}` runs at once: browsers only wait with `text/plain`"
                    )
                } else {
                    format!(
                        "`{code}` of `{category}` loads at once: it only waits with its address in `data-src`"
                    )
                };
                self.find(
                    at,
                    Rule::NotConsented,
                    category,
                    message,
                    waits(code, category),
                );
            }
        }
    }

    /// The names that a comment or the list of the test gives to a site.
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

    fn store(&mut self, at: &Located, store: &Store) {
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
            format!("`{code}` stores {what} whose name cannot be seen here"),
            "name it in a comment above, `// cookie-decl: NAME` (or `none` if nothing is stored); an own function \
             that sets cookies is named once, `.wrapper(\"function\", 0)`"
                .to_owned(),
        );
    }

    /// A name that is stored. One from a comment is settled: only whether it is declared counts.
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
                "shorten it here, or declare the longer time".to_owned(),
            );
        }
    }

    fn undeclared(&mut self, at: &Located, store: &Store, name: &str) {
        let nearest = self.table().nearest(name);
        let nearest = nearest.map_or_else(String::new, |row| {
            format!("; the nearest row is `{}`", row.name)
        });
        let what = item(store.storage);
        let message = format!(
            "`{}` stores {what} `{name}`, which the table does not declare{nearest}",
            at.site.code
        );
        let help = format!(
            "add a row, or do not store it:\n        {}",
            row_to_add(store, name)
        );
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
                        "the script stores `{name}` of `{category}` {}",
                        self.at_once(category)
                    ),
                    waits(&at.site.code, category),
                );
            }
            Gate::Waits(other) if other != category => {
                self.find(
                    at,
                    Rule::NotConsented,
                    name,
                    format!("the script waits for `{other}`, but stores `{name}` of `{category}`"),
                    waits(&at.site.code, category),
                );
            }
            _ if store.by == By::Library => {
                self.find(
                    at,
                    Rule::NotConsented,
                    name,
                    format!("`{}` sets `{name}` of `{category}` whatever the visitor chose", at.site.code),
                    "declare it in an exempt category if it is strictly necessary, or run the layer only with consent"
                        .to_owned(),
                );
            }
            _ => {}
        }
    }

    /// What is wrong with code that does not wait for a category.
    fn at_once(&self, category: &str) -> &'static str {
        match self.table().categories[category].gate {
            policy_file::Gate::OptOut => "also after the visitor denied it",
            _ => "without waiting for consent",
        }
    }

    fn load(&mut self, at: &Located, address: &str) {
        let Some(host) = host_of(address) else {
            return;
        };
        if self.is_own(&host) {
            return;
        }
        let table = self.table();
        let categories = categories_of(table, &host);
        let Some(categories) = categories else {
            let code = &at.site.code;
            self.find(
                at,
                Rule::UndeclaredHost,
                &host,
                format!("`{code}` asks `{host}`, which no row or provider of the table names"),
                format!(
                    "serve the file yourself; or declare what is stored there, `any | .. | set_by = \"{host}\"`, and \
                     let the element wait for that category"
                ),
            );
            return;
        };
        let is_gated = |name: &&String| table.categories[*name].gate != policy_file::Gate::Exempt;
        let all_gated = !categories.is_empty() && categories.iter().all(is_gated);
        let is_wrong = match &at.site.gate {
            Gate::Open => all_gated,
            Gate::Waits(category) => all_gated && !categories.contains(&category),
            Gate::Unseen => false,
        };
        if is_wrong {
            let category = categories[0].clone();
            self.find(
                at,
                Rule::NotConsented,
                &host,
                format!(
                    "`{}` asks `{host}` of `{category}` {}",
                    at.site.code,
                    self.at_once(&category)
                ),
                waits(&at.site.code, &category),
            );
        }
    }

    fn category(&mut self, at: &Located, category: &str) {
        let table = self.table();
        if table.categories.contains_key(category) || category.contains("{}") {
            return;
        }
        let names = table.categories.keys();
        let known = names
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ");
        self.find(
            at,
            Rule::UnknownCategory,
            category,
            format!("`{category}` is not a category of the table, so the element never starts"),
            format!("the categories are {known}"),
        );
    }

    /// Files that nobody looked at could have anything.
    fn unread(&mut self) {
        for (file, reason) in &self.files.unread {
            self.report.findings.push(Finding {
                rule: Rule::Undecided,
                place: Place::Source {
                    file: file.clone(),
                    line: 1,
                    column: 1,
                },
                subject: file.clone(),
                message: format!("this was not read: {reason}"),
                help: "correct the path; or leave the file out of the folders of the scan, or name it in `.gitignore`"
                    .to_owned(),
            });
        }
    }

    /// Rows with a constant that no code sets, though the server should, or that no code uses.
    fn unused_rows(&mut self) {
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
            let (line, column) = source.position(row.offset);
            self.report.findings.push(Finding {
                rule: Rule::NeverSeen,
                place: Place::Source {
                    file: source.path.clone(),
                    line,
                    column,
                },
                subject: row.name.clone(),
                message,
                help: "remove the row, and list the name in `retired` if it was ever set; if something else sets it, \
                       say so with `set_by` and leave out the constant"
                    .to_owned(),
            });
        }
    }

    /// What settled code that is gone could hide the next one.
    fn unused_settlements(&mut self) {
        for (file, source) in self.files.sources.iter().enumerate() {
            for comment in source.comments() {
                if self.used_comments.contains(&(file, comment.line)) {
                    continue;
                }
                self.report.findings.push(Finding {
                    rule: Rule::Outdated,
                    place: Place::Source {
                        file: source.path.clone(),
                        line: comment.line,
                        column: 1,
                    },
                    subject: comment.names.join(", "),
                    message: "the comment settles nothing: the code below it stores nothing whose name cannot be seen"
                        .to_owned(),
                    help: "remove the comment, or move it to the line above the code that it is about".to_owned(),
                });
            }
        }
        for (index, (file, names)) in self.settings.settled.iter().enumerate() {
            if !self.used_lists.contains(&index) {
                self.report.findings.push(Finding {
                    rule: Rule::Outdated,
                    place: Place::Table,
                    subject: file.clone(),
                    message: format!("`.settle({file:?}, {names:?})` settles nothing"),
                    help: "remove it, or correct the path".to_owned(),
                });
            }
        }
    }

    /// The constant of a row, or the macro that finds it.
    fn constant(&self, name: &str) -> String {
        let mut rows = self.files.constants.rows.iter();
        let found = rows.find(|(_, row)| row.name == name);
        found.map_or_else(
            || format!("cookie!({name:?})"),
            |(constant, _)| constant.clone(),
        )
    }

    fn is_own(&self, host: &str) -> bool {
        let site = self.table().site.as_deref().and_then(host_of);
        let is_local =
            matches!(host, "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".localhost");
        let own = self.settings.own_hosts.iter().map(String::as_str);
        let is_own = own
            .chain(site.as_deref())
            .any(|own| own.eq_ignore_ascii_case(host));
        is_own || is_local
    }
}

/// A thing that is stored, with its article.
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

/// How the code of a category waits: an element by itself, or else the script that it is in.
fn waits(code: &str, category: &str) -> String {
    let element = code.trim_start_matches('<').split([' ', '>']).next();
    let how = match element.filter(|_| code.starts_with('<')) {
        None | Some("script") => {
            format!("`<script type=\"text/plain\" data-cookie-category=\"{category}\" ..>`")
        }
        Some(name @ ("iframe" | "img")) => format!(
            "`visitor.embed(Category::{category}, ..)`, or `<{name} data-cookie-category=\"{category}\" data-src=..>`"
        ),
        Some(_) => format!(
            "`visitor.embed(Category::{category}, ..)`, or `<template data-cookie-category=\"{category}\">`"
        ),
    };
    format!("let it wait: {how}")
}

/// The row to type for what is stored.
fn row_to_add(store: &Store, name: &str) -> String {
    let name = with_holes(name);
    let cells = match store.storage {
        "cookie" if store.by == By::Script => " | TODO days | set_by = script",
        "cookie" => " | TODO days",
        storage => cells(word(storage)),
    };
    format!("/// TODO: why\n        {name:?}{cells};")
}

/// The rows that declare a name, which may have parts that cannot be seen.
fn rows<'f>(table: &'f PolicyFile, storage: &str, name: &str) -> Vec<&'f Row> {
    if storage == EITHER {
        let mut rows = table.find("local_storage", &sample(name));
        rows.extend(table.find("session_storage", &sample(name)));
        return rows;
    }
    if KNOWN.contains(&storage) {
        return table.find(storage, &sample(name));
    }
    // The table names such a storage in its own words.
    let rows = table.rows.iter();
    rows.filter(|row| !KNOWN.contains(&&*row.storage) && row.matches(&sample(name)))
        .collect()
}

/// A name with something in each part that cannot be seen.
fn sample(name: &str) -> String {
    name.replace("{}", "0")
}

/// The host of an address of the network; `None` if it is relative, or if the host is not seen.
fn host_of(address: &str) -> Option<String> {
    let address = address.trim().to_ascii_lowercase();
    let rest = ["https://", "http://", "wss://", "ws://", "//"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))?;
    let host = rest.split(['/', '?', '#', '"', '\'']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.split(':').next()?.to_owned();
    let is_host = host.contains('.') || host == "localhost";
    (is_host && !host.contains(['{', '}', '$', ' ', '<'])).then_some(host)
}

/// The categories of the rows that a host takes part in; `None` if the table does not name it.
fn categories_of<'f>(table: &'f PolicyFile, host: &str) -> Option<Vec<&'f String>> {
    let host = host.to_ascii_lowercase();
    let is_below =
        |domain: &str| is_within(&host, &domain.trim_start_matches('.').to_ascii_lowercase());
    let providers: Vec<_> = table
        .providers
        .iter()
        .filter(|(_, provider)| provider.domains.iter().any(|it| is_below(it)))
        .map(|(name, _)| name)
        .collect();
    let rows = table.rows.iter().filter(|row| {
        is_below(&row.set_by)
            || row
                .provider
                .as_ref()
                .is_some_and(|name| providers.contains(&name))
    });
    let categories: BTreeSet<_> = rows.map(|row| &row.category).collect();
    (!categories.is_empty() || !providers.is_empty()).then(|| categories.into_iter().collect())
}

/// What a site does, for a table that does not exist yet.
pub(crate) fn stored(site: &Site) -> Option<(&Store, &str)> {
    match &site.act {
        Act::Store(store) if !store.removal => match &store.name {
            Name::Text(name) => Some((store, name)),
            _ => None,
        },
        _ => None,
    }
}
