//! Outgoing `Set-Cookie` fields against the table, and incoming cookies against the visitor's answer.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

use super::field::{Field, Lifetime};
use super::{Difference, Finding, Guard, Mode, Rule, Visitor};
use crate::{
    Attributes, Categories, Consent, Declaration, Duration, Gpc, RequestCookies, SetBy, SetCookie, Storage, Term,
};

impl<K: Categories> Guard<K> {
    /// Holds the `Set-Cookie` fields of a response against the table and the visitor's answer, and does with what it
    /// finds as its [mode](Self::mode) says.
    ///
    /// An answer that the response itself sets counts. Removals always pass. What the request brings although it is
    /// retired, or refused by an answer, is removed.
    ///
    /// # Panics
    /// In [`Mode::Panic`] at the first finding.
    pub fn enforce(&self, visitor: &Visitor<K>, response: &mut HeaderMap) -> Vec<Finding> {
        let mut consent = *visitor.answer();
        let mut findings = Vec::new();
        if response.contains_key(SET_COOKIE) {
            let fields: Vec<HeaderValue> = response.get_all(SET_COOKIE).iter().cloned().collect();
            let read: Vec<Option<Field<'_>>> = fields.iter().map(Field::read).collect();
            consent = Self::answer_in(&read, visitor.now()).unwrap_or(consent);
            let mut kept = Vec::with_capacity(fields.len());
            for (index, field) in fields.iter().enumerate() {
                let before = findings.len();
                self.judge(index, &read, &consent, visitor, &mut findings);
                if findings.len() == before || self.settings.mode != Mode::Enforce {
                    kept.push(field);
                }
            }
            if kept.len() < fields.len() {
                response.remove(SET_COOKIE);
                for field in kept {
                    response.append(SET_COOKIE, field.clone());
                }
            }
        }
        if self.settings.mode == Mode::Enforce {
            self.remove_on_sight(visitor, &consent, response);
        }
        for finding in &findings {
            self.tell(finding);
        }
        findings
    }

    /// The answer that a response sets.
    fn answer_in(fields: &[Option<Field<'_>>], now: u64) -> Option<Consent<K>> {
        let row = K::TABLE.consent_row()?;
        let field = fields.iter().flatten().rfind(|field| field.name == row.name())?;
        let pair = alloc::format!("{}={}", field.name, field.value);
        Some(Consent::from_request(RequestCookies::from_header(&pair), Gpc::OFF, now))
    }

    fn judge(
        &self,
        index: usize,
        fields: &[Option<Field<'_>>],
        consent: &Consent<K>,
        visitor: &Visitor<K>,
        findings: &mut Vec<Finding>,
    ) {
        let mut find = |cookie: &str, rule| {
            let dropped = self.settings.mode == Mode::Enforce;
            findings.push(Finding { cookie: cookie.to_owned(), rule, route: visitor.route(), dropped });
        };
        let Some(field) = &fields[index] else { return find("", Rule::Unreadable) };
        let scope = |field: &Field<'_>| (path(field, visitor).to_owned(), field.domain.map(str::to_ascii_lowercase));
        let is_same = |other: &Field<'_>| other.name == field.name && scope(other) == scope(field);
        if fields[index + 1..].iter().flatten().any(is_same) {
            return find(field.name, Rule::Twice);
        }
        let lifetime = field.lifetime(visitor.now());
        if lifetime == Lifetime::Removal {
            return;
        }
        let Some((row, declared)) = self.row(field, visitor) else {
            return find(field.name, Rule::Undeclared);
        };
        if !consent.with_gpc(visitor.gpc()).allows(K::ALL[usize::from(row.category)]) {
            return find(field.name, Rule::NotConsented { category: row.category().name() });
        }
        if row.set_by() == SetBy::Script {
            return find(field.name, Rule::NotSetByServer);
        }
        if let Some(declared) = declared {
            differences(field, path(field, visitor), &declared, |difference| {
                find(field.name, Rule::Attribute(difference));
            });
        }
        if let Some(rule) = too_long(row.duration(), lifetime) {
            find(field.name, rule);
        }
    }

    /// The row of a cookie of this server: the one with the same path and domain where several have the name.
    fn row(&self, field: &Field<'_>, visitor: &Visitor<K>) -> Option<(&'static Declaration, Option<Attributes>)> {
        let is_ours =
            |row: &&Declaration| row.storage() == Storage::Cookie && !matches!(row.set_by(), SetBy::ThirdParty(_));
        let rows = || {
            let rows = self.policy().find_all(field.name).filter(is_ours);
            rows.map(|row| (row, self.policy().attributes(row)))
        };
        let has_scope = |(_, declared): &(_, Option<Attributes>)| {
            declared.as_ref().is_some_and(|declared| {
                declared.path() == path(field, visitor) && is_same_domain(field.domain, declared.domain())
            })
        };
        rows().find(has_scope).or_else(|| rows().next())
    }

    fn remove_on_sight(&self, visitor: &Visitor<K>, consent: &Consent<K>, response: &mut HeaderMap) {
        let refused = |category| consent.answer(category) == Some(false);
        let names = visitor.brought().iter().map(|(name, _)| name);
        for removal in self.policy().remove(names, refused).removals {
            let is_named = response.get_all(SET_COOKIE).iter().filter_map(Field::read).any(|field| {
                let attributes = removal.attributes();
                field.name == removal.name()
                    && path(&field, visitor) == attributes.path()
                    && is_same_domain(field.domain, attributes.domain())
            });
            if !is_named {
                response.append(SET_COOKIE, HeaderValue::from(removal));
            }
        }
    }

    fn tell(&self, finding: &Finding) {
        assert!(self.settings.mode != Mode::Panic, "{finding}");
        let Finding { cookie, rule, route, dropped } = finding;
        tracing::warn!(target: "cookie_decl", cookie, rule = rule.name(), route, dropped, "{rule}");
        if let Some(report) = &self.settings.report {
            report(finding);
        }
    }

    /// Takes out of a request what the visitor does not allow, and what the table does not declare: reading needs
    /// consent as well.
    pub fn hide(&self, visitor: &Visitor<K>, request: &mut HeaderMap) {
        let policy = self.policy();
        let allows = |row: &Declaration| visitor.answer().allows(K::ALL[usize::from(row.category)]);
        let is_allowed = |name: &str| policy.find(name).is_some_and(allows);
        // What is not text is not seen here, and hidden as well.
        if visitor.is_text() && visitor.brought().iter().all(|(name, _)| is_allowed(name)) {
            return;
        }
        let mut kept = String::new();
        for (name, value) in visitor.brought().iter().filter(|(name, _)| is_allowed(name)) {
            let separator = if kept.is_empty() { "" } else { "; " };
            kept.extend([separator, name, "=", value]);
        }
        request.remove(COOKIE);
        // It is made of parts of a header value.
        if let Ok(kept) = HeaderValue::from_bytes(kept.as_bytes())
            && !kept.is_empty()
        {
            request.insert(COOKIE, kept);
        }
    }
}

/// The path that browsers keep the cookie under (RFC 6265bis section 5.1.4).
fn path<'f, K: Categories>(field: &Field<'f>, visitor: &'f Visitor<K>) -> &'f str {
    field.path.unwrap_or_else(|| match visitor.path().rsplit_once('/') {
        Some((directory, _)) if !directory.is_empty() => directory,
        _ => "/",
    })
}

fn is_same_domain(domain: Option<&str>, other: Option<&str>) -> bool {
    match (domain, other) {
        (Some(domain), Some(other)) => domain.eq_ignore_ascii_case(other),
        (domain, other) => domain == other,
    }
}

fn differences(field: &Field<'_>, path: &str, declared: &Attributes, mut find: impl FnMut(Difference)) {
    let is_same_site = field.same_site.is_some_and(|sent| sent.eq_ignore_ascii_case(declared.same_site().as_str()));
    let all = [
        (path == declared.path(), Difference::Path),
        (is_same_domain(field.domain, declared.domain()), Difference::Domain),
        (field.secure == declared.secure(), Difference::Secure(declared.secure())),
        (field.http_only == declared.http_only(), Difference::HttpOnly(declared.http_only())),
        (field.partitioned == declared.partitioned(), Difference::Partitioned(declared.partitioned())),
        (is_same_site, Difference::SameSite(declared.same_site())),
    ];
    for (_, difference) in all.into_iter().filter(|(is_same, _)| !is_same) {
        find(difference);
    }
}

/// M1 and principle 4: never longer than printed, read at its longest.
fn too_long(duration: Duration, lifetime: Lifetime) -> Option<Rule> {
    let longest = duration.terms().iter().copied().filter_map(Term::longest).max();
    match (duration, lifetime) {
        (Duration::Unstated | Duration::Persistent, _) | (_, Lifetime::Session | Lifetime::Removal) => None,
        (_, Lifetime::Unknown) => Some(Rule::TooLong { declared: longest, sent: None }),
        (_, Lifetime::Seconds(sent)) => (longest.is_none_or(|longest| sent > longest))
            .then_some(Rule::TooLong { declared: longest, sent: Some(sent) }),
    }
}

/// Its text is ASCII without control characters, which any header takes.
impl From<SetCookie> for HeaderValue {
    fn from(cookie: SetCookie) -> Self {
        Self::try_from(cookie.to_header_value()).expect("a checked field is a header value")
    }
}
