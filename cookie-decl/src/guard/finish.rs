//! A response on its way out: its `Set-Cookie` fields against the table, removals, and what it says to caches.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::sync::atomic::Ordering;

use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

use super::field::{Clock, Lifetime, Parts};
use super::judge::Sent;
use super::{Action, Finding, Guard, Mode, Rule, Settings, Visitor, is_asked_for};
use crate::consent::moved;
use crate::{Categories, Consent, Declaration, RequestCookies, Retired, SetCookie, SetError};

/// The most names that cannot be removed and are reported at once: a hostile request has thousands.
const MOST_FAILURES: usize = 20;

/// So many fields are compared with each other; more are sorted first.
const FEW: usize = 16;

impl<K: Categories> Guard<K> {
    /// The one call at the end of a request: checks the `Set-Cookie` fields of the response against the table and the
    /// visitor's answer, removes what is retired or refused, and says to caches what depends on the visitor. The
    /// [mode](Self::mode) decides what happens to a cookie that breaks a rule.
    ///
    /// An answer that the response itself sets counts, where it is sent with the scope of its row. A removal passes, unless
    /// the response sets the same cookie after it. A page (not an asset) removes what the request contains although it is
    /// retired, or refused by an answer.
    ///
    /// # Panics
    /// In [`Mode::Panic`] at the first finding.
    pub fn finish(&self, visitor: &Visitor<K>, response: &mut HeaderMap) -> Vec<Finding> {
        // Once through the few fields of a response costs less than to look for one.
        let sets = response.keys().any(|name| *name == SET_COOKIE);
        let (mut findings, answer) = if sets {
            self.check(visitor, response)
        } else {
            (Vec::new(), None)
        };
        let removes = self.settings.mode == Mode::Enforce
            && self.may_remove(visitor)
            && is_page(visitor, response);
        if removes {
            findings.extend(self.remove_on_sight(visitor, answer.as_ref(), response));
        }
        visitor.keep_private(response);
        findings
    }

    /// The findings about what a response sets, and the answer that it sets.
    // Out of line: most responses set no cookie.
    #[inline(never)]
    fn check(
        &self,
        visitor: &Visitor<K>,
        response: &mut HeaderMap,
    ) -> (Vec<Finding>, Option<Consent<K>>) {
        let enforces = self.settings.mode == Mode::Enforce;
        let clock = Clock::new(&*self.settings.clock, response);
        let values = response.get_all(SET_COOKIE).iter();
        let mut fields: Vec<_> = values
            .map(|value| Sent::new(value, visitor, &clock))
            .collect();
        let answer = self.answer_in(&fields, visitor);
        let mut found: Vec<(usize, Rule)> = Vec::new();
        let mut shortened: Vec<(usize, HeaderValue)> = Vec::new();
        let mut later = BTreeSet::new();
        // From the last one: a cookie comes twice only where a later field that sets it is sent.
        for index in (0..fields.len()).rev() {
            let sent = &fields[index];
            let is_again = if fields.len() <= FEW {
                fields[index + 1..]
                    .iter()
                    .any(|other| other.takes_effect && sent.is_same_cookie(other))
            } else {
                later.contains(&identity(sent))
            };
            let rules = self.broken(sent, is_again, answer.as_ref(), visitor);
            let is_kept = self.keeps(&rules);
            if let (true, [Rule::TooLong { declared, .. }]) = (enforces, &*rules) {
                shortened.extend(
                    kept_for(sent.header, declared.seconds()).map(|header| (index, header)),
                );
            }
            let takes_effect = is_kept
                && !rules
                    .iter()
                    .any(|rule| matches!(rule, Rule::RemovalRefused(_)));
            if takes_effect && fields.len() > FEW {
                later.insert(identity(sent));
            }
            found.extend(rules.into_iter().rev().map(|rule| (index, rule)));
            (fields[index].is_kept, fields[index].takes_effect) = (is_kept, takes_effect);
        }
        let route = if found.is_empty() {
            String::new()
        } else {
            visitor.route()
        };
        let mut findings = Vec::with_capacity(found.len());
        for (index, rule) in found.into_iter().rev() {
            let sent = &fields[index];
            let name = String::from_utf8_lossy(sent.field.name);
            let action = match rule {
                _ if !sent.is_kept => Action::Dropped,
                Rule::TooLong { .. } if enforces => Action::Shortened,
                _ => Action::Sent,
            };
            let row = self.rows(&name).next().map_or(&*name, |row| row.name());
            findings.push((Finding::new(&name, rule, &route, action), String::from(row)));
        }
        if !shortened.is_empty() || !fields.iter().all(|sent| sent.is_kept) {
            let mut values: Vec<_> = response
                .get_all(SET_COOKIE)
                .iter()
                .cloned()
                .map(Some)
                .collect();
            for (value, sent) in values.iter_mut().zip(&fields) {
                value.take_if(|_| !sent.is_kept);
            }
            for (index, value) in shortened {
                values[index] = Some(value);
            }
            response.remove(SET_COOKIE);
            for value in values.into_iter().flatten() {
                response.append(SET_COOKIE, value);
            }
        }
        for (finding, row) in &findings {
            self.tell(finding, row);
        }
        (
            findings.into_iter().map(|(finding, _)| finding).collect(),
            answer,
        )
    }

    /// Whether a field that breaks these rules stays in the response. One that is only kept too long is shortened.
    fn keeps(&self, rules: &[Rule]) -> bool {
        self.settings.mode != Mode::Enforce
            || matches!(rules, [Rule::TooLong { .. }])
            || rules.iter().all(Rule::is_harmless)
    }

    /// The answer that a response sets, or removes. One that is not sent, or with another scope than that of its row,
    /// leaves the visitor with the old one.
    fn answer_in(&self, fields: &[Sent<'_>], visitor: &Visitor<K>) -> Option<Consent<K>> {
        let (policy, row) = (self.policy(), self.consent_row()?);
        let declared = policy.attributes(row)?;
        let mut answers = fields.iter().rev();
        let sent = answers.find(|sent| {
            let is_row = sent.field.name == row.name().as_bytes() && sent.has_scope(&declared);
            is_row && self.keeps(&self.broken(sent, false, None, visitor))
        })?;
        let is_removal = sent.lifetime == Lifetime::Removal;
        let value = if is_removal {
            &[][..]
        } else {
            sent.field.value
        };
        let pair = [sent.field.name, if is_removal { b"" } else { b"=" }, value].concat();
        Some(policy.consent(
            RequestCookies::from_header_bytes(&pair),
            visitor.gpc(),
            visitor.now(),
        ))
    }

    /// Whether a page may have something to remove, or to move.
    fn may_remove(&self, visitor: &Visitor<K>) -> bool {
        let Settings { table, answer, .. } = &*self.settings;
        !table.retired().is_empty()
            || visitor.known_answer().is_some_and(Consent::is_elsewhere)
            || visitor
                .request_cookies()
                .names_except(answer)
                .any(|name| is_asked_for(table, name))
    }

    /// Removes what is retired or refused, and moves an answer that was set where its row was once. `answer` is the one
    /// that the response sets.
    #[inline(never)]
    fn remove_on_sight(
        &self,
        visitor: &Visitor<K>,
        answer: Option<&Consent<K>>,
        response: &mut HeaderMap,
    ) -> Vec<Finding> {
        let consent = answer.unwrap_or_else(|| visitor.answer());
        let removes = K::ALL.iter().any(|category| consent.removes(*category));
        let mut findings = Vec::new();
        let mut cookies: Vec<_> = if answer.is_none() {
            self.moved(visitor).into_iter().collect()
        } else {
            Vec::new()
        };
        if removes || !self.settings.table.retired().is_empty() {
            let turn = spread(self.settings.turn.fetch_add(1, Ordering::Relaxed));
            let names = visitor.request_cookies().names();
            let withdrawal =
                self.policy()
                    .remove(Vec::new(), names, &visitor.hosts(), turn, |it| {
                        consent.removes(it)
                    });
            findings.extend(self.survived(visitor, &withdrawal.removals));
            let odd = visitor.request_cookies().odd_names().filter(|name| {
                self.rows(name)
                    .any(|row| consent.removes(row.category_in()))
            });
            let odd = odd.map(|name| {
                (
                    name,
                    SetError::Name {
                        character: char::REPLACEMENT_CHARACTER,
                    },
                )
            });
            for (name, error) in withdrawal.failed.into_iter().chain(odd).take(MOST_FAILURES) {
                let finding = Finding::new(
                    &name,
                    Rule::RemovalRefused(error),
                    &visitor.route(),
                    Action::Sent,
                );
                self.tell(&finding, "");
                findings.push(finding);
            }
            let is_old = |name: &str| {
                consent.is_elsewhere() && self.consent_row().is_some_and(|row| row.name() == name)
            };
            cookies.extend(
                withdrawal
                    .removals
                    .into_iter()
                    .filter(|removal| !is_old(removal.name())),
            );
        }
        if !cookies.is_empty() {
            // A shared cache would remove the cookie of those who agreed.
            visitor.ask();
            let clock = Clock::new(&*self.settings.clock, response);
            let values = response.get_all(SET_COOKIE).iter();
            let sent: Vec<_> = values
                .map(|value| Sent::new(value, visitor, &clock))
                .collect();
            cookies.retain(|cookie| {
                let is_cookie = |sent: &Sent<'_>| sent.field.name == cookie.name().as_bytes();
                !sent
                    .iter()
                    .any(|sent| is_cookie(sent) && sent.has_scope(cookie.attributes()))
            });
        }
        for cookie in cookies {
            response.append(SET_COOKIE, HeaderValue::from(cookie));
        }
        findings
    }

    /// The answer, to be set where its row is now.
    fn moved(&self, visitor: &Visitor<K>) -> Option<SetCookie> {
        let (policy, row) = (self.policy(), self.consent_row()?);
        let (value, left) = moved(
            visitor.answer(),
            policy,
            visitor.request_cookies(),
            visitor.now(),
        )?;
        let cookie = SetCookie::set(row, policy.config, row.name().into(), &value, None);
        Some(cookie.ok()?.kept_for(left))
    }

    /// What was removed on an earlier page, and this request contains again.
    fn survived(&self, visitor: &Visitor<K>, removals: &[SetCookie]) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut names: Vec<_> = removals.iter().map(SetCookie::name).collect();
        names.dedup();
        let mut rows = BTreeSet::new();
        for name in names {
            let values: Vec<_> = visitor.request_cookies().all_bytes(name).collect();
            let was_removed = self.settings.reports.was_removed(name, &values.concat());
            let declared = self.rows(name).next().map(Declaration::name);
            let retired = || {
                self.settings
                    .table
                    .retired()
                    .iter()
                    .find(|retired| retired.matches(name))
            };
            let row = declared
                .or_else(|| retired().map(Retired::name))
                .unwrap_or(name);
            // Each row once: a hostile request has thousands of names.
            if was_removed && rows.insert(row) {
                let finding = Finding::new(name, Rule::Survived, &visitor.route(), Action::Sent);
                self.tell(&finding, row);
                findings.push(finding);
            }
        }
        findings
    }
}

/// What tells a cookie from others, to be looked up.
fn identity(sent: &Sent<'_>) -> (Vec<u8>, String, Option<String>, bool) {
    let domain = sent
        .domain
        .as_ref()
        .map(|domain| domain.to_ascii_lowercase());
    (
        sent.field.name.to_vec(),
        sent.path.clone().into_owned(),
        domain,
        sent.field.partitioned,
    )
}

/// A field with the declared time in the place of its own.
fn kept_for(value: &HeaderValue, seconds: Option<u64>) -> Option<HeaderValue> {
    let mut kept = Vec::with_capacity(value.len() + 24);
    for (index, part) in value.as_bytes().split(|byte| *byte == b';').enumerate() {
        let is_lifetime = |name: &[u8]| {
            name.eq_ignore_ascii_case(b"Max-Age") || name.eq_ignore_ascii_case(b"Expires")
        };
        let name = Parts(Some(part)).next().map(|(name, _)| name);
        if index > 0 && name.is_some_and(is_lifetime) {
            continue;
        }
        if index > 0 {
            kept.push(b';');
        }
        kept.extend_from_slice(part);
    }
    if let Some(seconds) = seconds {
        kept.extend_from_slice(alloc::format!("; Max-Age={seconds}").as_bytes());
    }
    HeaderValue::from_bytes(&kept).ok()
}

/// Whether a response is a document: removals are sent once a page load, and assets stay in caches.
fn is_page<K: Categories>(visitor: &Visitor<K>, response: &HeaderMap) -> bool {
    let said = |name| {
        response
            .get_all(name)
            .iter()
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
    };
    let is_text = || {
        said(CONTENT_TYPE).any(|value| {
            let essence = value.split(';').next().unwrap_or_default().trim();
            TEXTS.iter().any(|text| text.eq_ignore_ascii_case(essence))
        })
    };
    let is_immutable =
        || said(CACHE_CONTROL).any(|value| value.to_ascii_lowercase().contains("immutable"));
    // Browsers say so over HTTPS and on this machine.
    let is_shown = visitor.is_navigation().unwrap_or_else(is_text);
    // The page that a redirect leads to comes next.
    is_shown && !response.contains_key(LOCATION) && !is_immutable()
}

/// What browsers show as a page.
const TEXTS: [&str; 3] = ["text/html", "application/xhtml+xml", "text/plain"];

/// Turns that follow each other far apart, so that each of many names has its turn soon.
fn spread(turn: usize) -> usize {
    turn.wrapping_mul(0x9e37_79b9) >> 4
}
