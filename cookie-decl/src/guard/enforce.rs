//! Outgoing `Set-Cookie` fields against the table, and incoming cookies against the visitor's answer.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

use super::field::{Field, Lifetime};
use super::{Difference, Finding, Guard, Mode, Rule, Settings, Visitor, is_asked_for};
use crate::attributes::is_same_domain;
use crate::{
    Attributes, Categories, Consent, Declaration, Duration, Gate, RequestCookies, SetBy, SetCookie, Storage, Term,
};

/// The most cookies that one response removes on sight.
const MOST_REMOVALS: usize = 20;

impl<K: Categories> Guard<K> {
    /// Holds the `Set-Cookie` fields of a response against the table and the visitor's answer, and does with what it
    /// finds as its [mode](Self::mode) says.
    ///
    /// An answer that the response itself sets counts, where it is sent. Removals always pass. What the request brings
    /// although it is retired, or refused by an answer, is removed.
    ///
    /// # Panics
    /// In [`Mode::Panic`] at the first finding.
    pub fn enforce(&self, visitor: &Visitor<K>, response: &mut HeaderMap) -> Vec<Finding> {
        // Once through the few fields of a response costs less than to look for one.
        let sets = response.keys().any(|name| *name == SET_COOKIE);
        let removes = self.settings.mode == Mode::Enforce && self.may_remove(visitor);
        if sets || removes { self.hold(visitor, response, removes) } else { Vec::new() }
    }

    /// Not compiled into the way of most responses.
    #[inline(never)]
    fn hold(&self, visitor: &Visitor<K>, response: &mut HeaderMap, removes: bool) -> Vec<Finding> {
        let drops = self.settings.mode == Mode::Enforce;
        let mut findings = Vec::new();
        let mut fields: Vec<Sent<'_>> = response.get_all(SET_COOKIE).iter().map(Sent::read).collect();
        let answer = self.answer_in(&fields, visitor);
        // From the last one, so that it is known of each what becomes of those behind it.
        for index in (0..fields.len()).rev() {
            let rules = self.broken(&fields[index..], answer.as_ref(), visitor);
            let field = &mut fields[index];
            field.is_kept = rules.is_empty() || !drops;
            for rule in rules.into_iter().rev() {
                let cookie = Field::name_of(field.value).into_owned();
                findings.push(Finding { cookie, rule, route: visitor.route(), dropped: drops });
            }
        }
        findings.reverse();
        if !fields.iter().all(|field| field.is_kept) {
            let kept: Vec<_> = fields.iter().filter(|field| field.is_kept).map(|field| field.value.clone()).collect();
            response.remove(SET_COOKIE);
            for value in kept {
                response.append(SET_COOKIE, value);
            }
        }
        if removes {
            self.remove_on_sight(visitor, answer.as_ref(), response);
        }
        for finding in &findings {
            self.tell(finding);
        }
        findings
    }

    /// The answer that a response sets. One that is not sent leaves the visitor with the old one.
    fn answer_in(&self, fields: &[Sent<'_>], visitor: &Visitor<K>) -> Option<Consent<K>> {
        let row = self.consent_row()?;
        let is_row = |sent: &Sent<'_>| sent.field.as_ref().is_some_and(|field| field.name == row.name());
        let fields = &fields[fields.iter().rposition(is_row)?..];
        let field = fields[0].field.as_ref()?;
        let is_sent = self.settings.mode != Mode::Enforce || self.broken(fields, None, visitor).is_empty();
        let is_removal = field.lifetime(visitor.now()) == Lifetime::Removal;
        let pair = alloc::format!("{}={}", field.name, if is_removal { "" } else { field.value });
        let answer = || Consent::from_request(RequestCookies::from_header(&pair), visitor.gpc(), visitor.now());
        is_sent.then(answer)
    }

    /// The rules that the first of these fields breaks, with all that are behind it, and an answer that is sent as well.
    fn broken(&self, fields: &[Sent<'_>], answer: Option<&Consent<K>>, visitor: &Visitor<K>) -> Vec<Rule> {
        let [Sent { field: Some(field), .. }, behind @ ..] = fields else { return vec![Rule::Unreadable] };
        let path = path(field, visitor);
        let is_again = |other: &Sent<'_>| {
            other.field.as_ref().is_some_and(|other| {
                other.name == field.name
                    && self::path(other, visitor) == path
                    && is_same_domain(other.domain, field.domain)
            })
        };
        let lifetime = field.lifetime(visitor.now());
        if lifetime == Lifetime::Removal {
            // Nothing is lost with it only where another one takes its place.
            let is_replaced = behind.iter().any(|other| other.is_kept && is_again(other));
            return if is_replaced { vec![Rule::Twice] } else { Vec::new() };
        }
        if behind.iter().any(is_again) {
            return vec![Rule::Twice];
        }
        let Some((row, declared)) = self.row(field, path) else { return vec![Rule::Undeclared] };
        if row.category().gate() != Gate::Exempt {
            // Whether it is sent or not: a shared cache would give it to those who did not agree, or nobody.
            visitor.ask();
            if !answer.unwrap_or_else(|| visitor.answer()).allows(row.category_in()) {
                return vec![Rule::NotConsented { category: row.category().name() }];
            }
        }
        if row.set_by() == SetBy::Script {
            return vec![Rule::NotSetByServer];
        }
        let mut rules = Vec::new();
        if let Some(declared) = declared {
            rules.extend(differences(field, path, &declared).map(Rule::Attribute));
        }
        rules.extend(too_long(row.duration(), lifetime));
        rules
    }

    /// The row of a cookie of this server: the one with the same path and domain where several have the name.
    fn row(&self, field: &Field<'_>, path: &str) -> Option<(&'static Declaration, Option<Attributes>)> {
        let mut first = None;
        for row in self.rows(field.name) {
            let declared = self.policy().attributes(row);
            if declared.as_ref().is_some_and(|declared| declared.has_scope(path, field.domain)) {
                return Some((row, declared));
            }
            first = first.or(Some((row, declared)));
        }
        first
    }

    /// Whether a request may bring what is removed on sight.
    fn may_remove(&self, visitor: &Visitor<K>) -> bool {
        let Settings { table, answer, .. } = &*self.settings;
        !table.retired().is_empty() || visitor.brought().names_but(answer).any(|name| is_asked_for(table, name))
    }

    fn remove_on_sight(&self, visitor: &Visitor<K>, answer: Option<&Consent<K>>, response: &mut HeaderMap) {
        let consent = answer.unwrap_or_else(|| visitor.answer());
        if self.settings.table.retired().is_empty() && !consent.refuses() {
            return;
        }
        let refused = |category| consent.answer(category) == Some(false);
        let names = visitor.brought().names();
        let mut removals = self.policy().remove(names, refused).removals;
        if removals.is_empty() {
            return;
        }
        let fields: Vec<_> = response.get_all(SET_COOKIE).iter().filter_map(Field::read).collect();
        removals.retain(|removal| {
            !fields.iter().any(|field| {
                field.name == removal.name() && removal.attributes().has_scope(path(field, visitor), field.domain)
            })
        });
        // The rest with the responses that follow: servers in front refuse a head of many kilobytes.
        for removal in removals.into_iter().take(MOST_REMOVALS) {
            // A shared cache would remove the cookie of those who agreed.
            visitor.ask();
            response.append(SET_COOKIE, HeaderValue::from(removal));
        }
    }

    fn tell(&self, finding: &Finding) {
        assert!(self.settings.mode != Mode::Panic, "{finding}");
        let Finding { cookie, rule, route, dropped } = finding;
        // A name may hold what a terminal obeys.
        let cookie = cookie.escape_debug();
        tracing::warn!(target: "cookie_decl", %cookie, rule = rule.name(), route, dropped, "{rule}");
        if let Some(report) = &self.settings.report {
            report(finding);
        }
    }

    /// Takes out of a request what the visitor does not allow, and what the table does not declare: reading needs
    /// consent as well. The visitor still has all of them.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Keeps you signed in
    /// #         SESSION = "sessionid" | 2 weeks;
    /// #     }
    /// # } }
    /// use cookie_decl::Guard;
    /// use http::header::{COOKIE, HeaderMap};
    /// let guard = Guard::new(cookies::POLICY);
    /// let mut request = HeaderMap::from_iter([(COOKIE, "tracker=1; sessionid=abc".parse()?)]);
    /// let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &request);
    /// guard.hide(&visitor, &mut request);
    /// assert_eq!(request[COOKIE], "sessionid=abc");
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    pub fn hide(&self, visitor: &Visitor<K>, request: &mut HeaderMap) {
        let is_allowed = |name: &str| self.may_read(name, visitor);
        // What has no name or is not text is not among those that are brought, and hidden as well.
        let is_all = |field: &HeaderValue| {
            let pairs = field.as_bytes().split(|byte| *byte == b';').filter(|pair| !pair.trim_ascii().is_empty());
            let mut names = 0;
            RequestCookies::from_header_bytes(field.as_bytes()).iter().all(|(name, _)| {
                names += 1;
                is_allowed(name)
            }) && names == pairs.count()
        };
        if request.get_all(COOKIE).iter().all(is_all) {
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

    /// Whether the application may see a cookie: a request does not say which row of a name it is of.
    fn may_read(&self, name: &str, visitor: &Visitor<K>) -> bool {
        self.rows(name).any(|row| visitor.answer().allows(row.category_in()))
    }

    /// The rows that a cookie of this server can be of: patterns only where nothing says the very name.
    fn rows<'n>(&self, name: &'n str) -> impl Iterator<Item = &'static Declaration> + use<'_, 'n, K> {
        let mut rows = self.policy().find_all(name).filter(|row| is_ours(row)).peekable();
        let is_exact = rows.peek().is_some_and(|row| row.pattern().is_none());
        rows.take_while(move |row| row.pattern().is_none() == is_exact)
    }
}

/// A field of the response.
struct Sent<'f> {
    value: &'f HeaderValue,
    /// `None` where it cannot be read.
    field: Option<Field<'f>>,
    /// Whether it stays in the response, once it is judged.
    is_kept: bool,
}

impl<'f> Sent<'f> {
    fn read(value: &'f HeaderValue) -> Self {
        Self { value, field: Field::read(value), is_kept: true }
    }
}

/// Whether a row is about a cookie of this server.
fn is_ours(row: &Declaration) -> bool {
    row.storage() == Storage::Cookie && !matches!(row.set_by(), SetBy::ThirdParty(_))
}

/// The path that browsers keep the cookie under (RFC 6265bis section 5.1.4).
fn path<'f, K: Categories>(field: &Field<'f>, visitor: &'f Visitor<K>) -> &'f str {
    field.path.unwrap_or_else(|| match visitor.path().rsplit_once('/') {
        Some((directory, _)) if !directory.is_empty() => directory,
        _ => "/",
    })
}

fn differences(field: &Field<'_>, path: &str, declared: &Attributes) -> impl Iterator<Item = Difference> + use<> {
    let is_same_site = field.same_site.is_some_and(|sent| sent.eq_ignore_ascii_case(declared.same_site().as_str()));
    let all = [
        (path == declared.path(), Difference::Path),
        (is_same_domain(field.domain, declared.domain()), Difference::Domain),
        (field.secure == declared.secure(), Difference::Secure(declared.secure())),
        (field.http_only == declared.http_only(), Difference::HttpOnly(declared.http_only())),
        (field.partitioned == declared.partitioned(), Difference::Partitioned(declared.partitioned())),
        (is_same_site, Difference::SameSite(declared.same_site())),
    ];
    all.into_iter().filter(|(is_same, _)| !is_same).map(|(_, difference)| difference)
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
