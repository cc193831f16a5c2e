//! Compares the visits with the table.

use std::collections::BTreeSet;

use crate::browse::declare::declare;
use crate::browse::hosts::OwnHosts;
use crate::browse::seen::{Identity, Item, Kind, Look, Refused, Request};
use crate::browse::visit::Visit;
use crate::declared::{differences, gate_it, is_third, no_row, not_allowed};
use crate::findings::Findings;
use crate::policy_file::lookup::is_within;
use crate::policy_file::{PolicyFile, Row};
use crate::report::{Finding, Report, Rule};
use crate::visitor::Visitor;

/// The storages whose items are compared by name.
const STORAGES: &[&str] = &["cookie", "local_storage", "session_storage", "indexed_db"];

/// Compares the visits with the table.
pub(crate) fn judge(file: &PolicyFile, own: &OwnHosts, visits: &[Visit]) -> Report {
    let mut judge = Judge {
        file,
        own,
        findings: Findings::new(),
        seen: BTreeSet::new(),
        notes: BTreeSet::new(),
    };
    for visit in visits {
        judge.visit(visit);
    }
    let never_seen = judge.never_seen();
    let mut findings = judge.findings.finish(|visitors| {
        let words: Vec<_> = visitors.into_iter().map(|it| it.words(file)).collect();
        words.join("; ")
    });
    // The most serious rule first.
    findings.sort_by(|one, other| (one.rule, &one.subject).cmp(&(other.rule, &other.subject)));
    findings.extend(never_seen);
    let mut report = Report::default();
    (report.findings, report.notes) = (findings, judge.notes.into_iter().collect());
    report
}

struct Judge<'f> {
    file: &'f PolicyFile,
    own: &'f OwnHosts,
    findings: Findings<Visitor>,
    /// The rows that a visit has seen.
    seen: BTreeSet<&'f Row>,
    notes: BTreeSet<String>,
}

impl<'f> Judge<'f> {
    fn visit(&mut self, visit: &Visit) {
        let visitor = visit.visitor;
        for (page, status) in &visit.failed {
            self.notes.insert(format!(
                "{page} was answered with the status {status}; check its path"
            ));
        }
        // An item that is removed and stored again was not left over.
        let mut left = visit
            .before
            .iter()
            .map(Item::identity)
            .collect::<BTreeSet<_>>();
        // What was stored before this visitor withdrew was judged in the visit before.
        let mut known = match visitor {
            Visitor::Withdrew => &*visit.before,
            _ => &[],
        };
        for look in &visit.looks {
            let kept: BTreeSet<_> = look.items.iter().map(Item::identity).collect();
            left.retain(|identity| kept.contains(identity));
            // A finding names the page that stored the item, not the pages after it.
            let is_new = |item: &&Item| !known.iter().any(|known| item.is_still(known));
            for item in look.items.iter().filter(is_new) {
                self.item(look, visitor, item, &left);
            }
            for request in &look.requests {
                self.request(look, visitor, request);
            }
            for refused in &look.refused {
                self.refused(look, visitor, refused);
            }
            known = &look.items;
        }
        if let Some(look) = visit.looks.first() {
            self.survived(look, visitor, &left);
        }
    }

    fn item(&mut self, look: &Look, visitor: Visitor, item: &Item, left: &BTreeSet<Identity>) {
        let rows = self.rows_of(item);
        let (name, noun) = (shown(item), item.kind.noun());
        let is_own = self.own.are_within(&item.host);
        let place = self.place(&item.host);
        if rows.is_empty() {
            let retired = self.file.retired.iter().any(|it| it.matches(&item.name));
            let reason = no_row(retired && item.kind == Kind::Cookie && is_own);
            let finding = Finding::new(
                Rule::Undeclared,
                &item.name,
                format!("{noun} `{name}`{place}: {reason}"),
                declare(self.file, item, is_own),
            );
            return self.findings.add(&look.page, visitor, finding, None);
        }
        self.seen.extend(&rows);
        let row = rows[0];
        if !rows.iter().any(|row| self.allows(visitor, row)) && !left.contains(&item.identity()) {
            let finding = Finding::new(
                Rule::NotConsented,
                &item.name,
                format!("{noun} `{name}`{place}: {}", not_allowed(self.file, row)),
                gate_it(row),
            );
            self.findings.add(&look.page, visitor, finding, None);
        }
        if let Some(cookie) = &item.cookie {
            for finding in differences(&rows, &item.name, cookie) {
                self.findings.add(&look.page, visitor, finding, None);
            }
        }
    }

    fn survived(&mut self, look: &Look, visitor: Visitor, left: &BTreeSet<Identity>) {
        for item in look.items.iter().filter(|it| left.contains(&it.identity())) {
            let rows = self.rows_of(item);
            if rows.is_empty() || rows.iter().any(|row| self.allows(visitor, row)) {
                continue;
            }
            let (name, noun) = (shown(item), item.kind.noun());
            if !self.own.are_within(&item.host) {
                self.notes.insert(format!(
                    "{noun} `{name}` of {} is still there after the visitor withdrew; only {} can remove it",
                    item.host, item.host
                ));
                continue;
            }
            let finding = Finding::new(
                Rule::Survived,
                &item.name,
                format!(
                    "{noun} `{name}` is still there after the visitor denied `{}`",
                    rows[0].category
                ),
                "set it as its row declares, so that the guard and its script know where to remove \
                 it; or remove it where the site handles the answer"
                    .into(),
            );
            self.findings.add(&look.page, visitor, finding, None);
        }
    }

    fn request(&mut self, look: &Look, visitor: Visitor, request: &Request) {
        let Request { host, starter } = request;
        if self.own.contain(host) {
            return;
        }
        let file = self.file;
        let rows: Vec<_> = file
            .rows
            .iter()
            .filter(|row| self.is_of_host(row, host))
            .collect();
        let finding = if rows.is_empty() {
            let mut providers = file.providers.values();
            if providers.any(|it| it.domains.iter().any(|it| is_within(host, it))) {
                return;
            }
            let help = if self.own.are_near(host) {
                format!("if the host is the site's own, `.own_host({host:?})`")
            } else {
                format!(
                    "do not load it; or declare who gets the visitor's address: a provider with \
                     `domain: {host:?}`, and rows for what it stores"
                )
            };
            let message = format!("a request to {host}, which the table does not declare");
            Finding::new(Rule::UndeclaredHost, host, message, help)
        } else {
            let pixels = rows.iter().filter(|row| row.storage == "pixel");
            self.seen.extend(pixels);
            let is_advanced = |row: &&Row| self.file.category(row).advanced;
            if rows
                .iter()
                .any(|row| self.allows(visitor, row) || is_advanced(row))
            {
                return;
            }
            Finding::new(
                Rule::NotConsented,
                host,
                format!("a request to {host}: {}", not_allowed(self.file, rows[0])),
                gate_it(rows[0]),
            )
        };
        let starter = Some(&**starter);
        self.findings.add(&look.page, visitor, finding, starter);
    }

    /// Judges a cookie that the browser refused.
    fn refused(&mut self, look: &Look, visitor: Visitor, refused: &Refused) {
        let Refused { name, host, reason } = refused;
        let item = Item {
            kind: Kind::Cookie,
            name: name.clone(),
            host: host.clone(),
            cookie: None,
        };
        let (rows, is_own) = (self.rows_of(&item), self.own.are_within(host));
        let end = format!("; the browser refused it ({reason})");
        let finding = if rows.is_empty() && is_own {
            Finding::new(
                Rule::Undeclared,
                name,
                format!("cookie `{name}`: the table does not declare it{end}"),
                declare(self.file, &item, true),
            )
        } else if is_own && !rows.iter().any(|row| self.allows(visitor, row)) {
            Finding::new(
                Rule::NotConsented,
                name,
                format!("cookie `{name}`: {}{end}", not_allowed(self.file, rows[0])),
                gate_it(rows[0]),
            )
        } else {
            self.notes.insert(format!(
                "the browser refused the cookie `{name}` of {host}: {reason}"
            ));
            return;
        };
        self.findings.add(&look.page, visitor, finding, None);
    }

    /// Returns findings about rows that no visit has seen, and adds notes.
    fn never_seen(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for row in &self.file.rows {
            let name = &row.name;
            // If several rows have one name, one that was seen is enough.
            let is_seen = self
                .seen
                .iter()
                .any(|seen| seen.name == *name && seen.storage == row.storage);
            if is_seen {
                continue;
            }
            if is_third(row) || row.any || row.storage == "pixel" {
                self.notes.insert(format!(
                    "`{name}` of a third party was not seen; check that the site still loads it"
                ));
            } else if STORAGES.contains(&&*row.storage) {
                findings.push(Finding::new(
                    Rule::NeverSeen,
                    name,
                    format!("the table declares `{name}`, but no page stored it"),
                    "add the page or the step that stores it to the visit, or remove the row"
                        .into(),
                ));
            } else {
                self.notes.insert(format!(
                    "`{name}` was not seen; check by hand whether `{}` has it",
                    row.storage
                ));
            }
        }
        findings
    }

    /// Returns the rows that declare an item, the most exact first.
    fn rows_of(&self, item: &Item) -> Vec<&'f Row> {
        let rows = if let Some(storage) = item.kind.word() {
            self.file.find(storage, &item.name)
        } else {
            let is_other =
                |row: &&Row| !STORAGES.contains(&&*row.storage) && row.storage != "pixel";
            let rows = self.file.rows.iter().filter(is_other);
            rows.filter(|row| row.matches(&item.name)).collect()
        };
        let any = self.file.rows.iter().filter(|row| row.any);
        let any = any.filter(|row| item.kind.word() == Some(&*row.storage));
        rows.into_iter()
            .chain(any)
            .filter(|row| self.keeps(row, &item.host))
            .collect()
    }

    /// Whether a row is about a host.
    fn keeps(&self, row: &Row, host: &str) -> bool {
        let mut domains = self.domains(row).peekable();
        if domains.peek().is_none() {
            return is_third(row) != self.own.are_within(host);
        }
        // A third party may set its cookies for its parent domain.
        domains.any(|domain| is_within(host, domain) || is_within(domain, host))
    }

    /// Returns the domains of the third party of a row.
    fn domains(&self, row: &'f Row) -> impl Iterator<Item = &'f str> {
        let own = Some(&*row.set_by).filter(|it| it.contains('.'));
        // A row may name one of several domains of its provider.
        let provider = self.provider_domains(row).iter().map(String::as_str);
        let is_of_provider =
            is_third(row) && own.is_none_or(|own| provider.clone().any(|it| it == own));
        own.into_iter()
            .chain(provider.filter(move |_| is_of_provider))
    }

    fn provider_domains(&self, row: &'f Row) -> &'f [String] {
        let provider = row.provider.as_ref();
        let provider = provider.and_then(|it| self.file.providers.get(it));
        provider.map_or(&[], |it| &it.domains)
    }

    /// Whether a row declares requests to a host.
    fn is_of_host(&self, row: &'f Row, host: &str) -> bool {
        let set_by = Some(&*row.set_by).filter(|it| it.contains('.'));
        let provider = self.provider_domains(row).iter().map(String::as_str);
        set_by
            .into_iter()
            .chain(provider)
            .any(|domain| is_within(host, domain))
    }

    fn allows(&self, visitor: Visitor, row: &Row) -> bool {
        visitor.allows(self.file.category(row), self.file)
    }

    fn place(&self, host: &str) -> String {
        if self.own.are_within(host) {
            String::new()
        } else {
            format!(" of {host}")
        }
    }
}

/// Returns the name of an item for a message. A name may have any characters.
fn shown(item: &Item) -> String {
    item.name.escape_debug().to_string()
}
