//! Checks one `Set-Cookie` field against the table.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use cookie_decl_core::browser::LONGEST_PAIR;
use http::HeaderValue;

use crate::consent::answer::SKEW;
use crate::consent::any::AnyConsent;
use crate::guard::finding::{Difference, Violation, bounded};
use crate::guard::request::Request;
use crate::guard::settings::Settings;
use crate::table::attributes::{Attributes, SameSite, is_same_domain};
use crate::table::category::Gate;
use crate::table::declaration::{Declaration, SetBy};
use crate::table::duration::{Duration, Term};
use crate::wire::received::{Basis, Clock, Field, Lifetime};
use crate::wire::set_cookie::check;

const DAY: u64 = 86_400;

/// A `Set-Cookie` field of the response, with the scope and lifetime of its cookie.
pub(super) struct Sent<'f> {
    pub(super) header: &'f HeaderValue,
    pub(super) field: Field<'f>,
    pub(super) path: Cow<'f, str>,
    pub(super) domain: Option<Cow<'f, str>>,
    pub(super) lifetime: Lifetime,
    /// The field with the declared lifetime, if its own is too long and nothing else is wrong.
    pub(super) shortened: Option<HeaderValue>,
    /// Whether the field stays in the response, once it is checked.
    pub(super) is_kept: bool,
    /// Whether the field also takes effect in browsers, so that an earlier field for the same
    /// cookie does not.
    pub(super) takes_effect: bool,
}

impl<'f> Sent<'f> {
    #[inline]
    pub(super) fn new(header: &'f HeaderValue, request: &'f Request, clock: &Clock<'_>) -> Self {
        let field = Field::read(header);
        let (path, domain, lifetime) = (
            field.path(request.path()),
            field.domain(),
            field.lifetime(clock),
        );
        Self {
            header,
            field,
            path,
            domain,
            lifetime,
            shortened: None,
            is_kept: true,
            takes_effect: true,
        }
    }

    pub(super) fn has_scope(&self, attributes: &Attributes) -> bool {
        attributes.has_scope(&self.path, self.domain.as_deref(), self.field.partitioned)
    }

    /// Whether both set the same cookie in browsers (RFC 6265bis section 5.7, CHIPS).
    pub(super) fn is_same_cookie(&self, other: &Self) -> bool {
        self.field.name == other.field.name
            && self.path == other.path
            && is_same_domain(self.domain.as_deref(), other.domain.as_deref())
            && self.field.partitioned == other.field.partitioned
    }
}

/// Returns the rules that a field breaks. `answer` is the answer that the response sets, if any.
/// `is_again` says whether a later field sets the same cookie.
pub(super) fn violations(
    sent: &Sent<'_>,
    is_again: bool,
    answer: Option<&AnyConsent>,
    request: &Request,
) -> Vec<Violation> {
    let settings = &*request.settings;
    let Sent {
        field, lifetime, ..
    } = sent;
    if is_again {
        return vec![Violation::Twice];
    }
    if *lifetime == Lifetime::Removal {
        return without_effect(settings, sent).into_iter().collect();
    }
    let Some(name) = field.name().filter(|name| !name.is_empty()) else {
        return vec![if field.name.is_empty() {
            Violation::Nameless
        } else {
            Violation::Undeclared
        }];
    };
    let Some((row, declared)) = row_of(settings, name, sent) else {
        return vec![Violation::Undeclared];
    };
    if !is_allowed(row, answer, request) {
        return vec![Violation::NotConsented {
            category: row.category().name(),
        }];
    }
    if row.set_by() == SetBy::Script {
        return vec![Violation::NotSetByServer];
    }
    let mut rules = Vec::new();
    if let Some(declared) = declared {
        rules.extend(
            differences(sent, &declared)
                .into_iter()
                .map(Violation::Attribute),
        );
    }
    let lifetime_in_doubt = match lifetime {
        Lifetime::Ambiguous(attribute) => Some(*attribute),
        _ => None,
    };
    let doubt = field.doubt().or(lifetime_in_doubt);
    rules.extend(doubt.map(|attribute| Violation::Ambiguous {
        attribute,
        sent: bounded(&field.all(attribute)),
    }));
    rules.extend(too_long(row.duration(), *lifetime));
    let bytes = field.name.len() + field.value.len();
    rules.extend((bytes > LONGEST_PAIR).then_some(Violation::TooLarge { bytes }));
    rules
}

/// Whether the visitor allows the category of a row.
fn is_allowed(row: &Declaration, answer: Option<&AnyConsent>, request: &Request) -> bool {
    if row.category().gate() == Gate::Exempt {
        return true;
    }
    // Even if the cookie is dropped: a shared cache would give the response to visitors with
    // another answer.
    request.vary_on_consent();
    answer
        .unwrap_or_else(|| request.consent_untracked())
        .allows(row.category())
}

/// Returns why the removal of a declared name removes nothing.
fn without_effect(settings: &Settings, sent: &Sent<'_>) -> Option<Violation> {
    let name = sent.field.name()?;
    let table = settings.table;
    let rows = || table.rows_named(name).filter(|row| row.is_own_cookie());
    let retired = table.retired_named(name).map(|retired| retired.attributes);
    let mut scopes = rows()
        .filter_map(|row| settings.attributes(row))
        .chain(retired.map(|it| it.at(settings.config())));
    let first = scopes.next();
    // The scope of a cookie that a script sets is not known.
    let is_known = rows().all(|row| row.set_by() == SetBy::Server);
    let is_declared = first
        .iter()
        .cloned()
        .chain(scopes)
        .any(|scope| sent.has_scope(&scope));
    if first.is_none() && rows().next().is_none() {
        return None;
    }
    if let Err(reason) = check::attributes(name, &attributes(sent)) {
        return Some(Violation::RemovalRefused(reason));
    }
    let declared = first.filter(|_| is_known && !is_declared)?;
    Some(Violation::RemovalElsewhere {
        sent: scope(&attributes(sent)),
        declared: scope(&declared),
    })
}

/// Returns the row of a cookie of this server: if several have the name, the one with the same
/// scope.
fn row_of(
    settings: &Settings,
    name: &str,
    sent: &Sent<'_>,
) -> Option<(&'static Declaration, Option<Attributes>)> {
    let mut first = None;
    for row in settings.rows(name) {
        let declared = settings.attributes(row);
        if declared
            .as_ref()
            .is_some_and(|declared| sent.has_scope(declared))
        {
            return Some((row, declared));
        }
        let is_nearer = |declared: &Attributes| declared.with_partitioned(sent.field.partitioned);
        let is_near = declared
            .as_ref()
            .is_some_and(|declared| sent.has_scope(&is_nearer(declared)));
        if is_near || first.is_none() {
            first = Some((row, declared));
        }
    }
    first
}

fn attributes(sent: &Sent<'_>) -> Attributes {
    let same_site = match sent.field.same_site {
        Some(text) if text.eq_ignore_ascii_case(b"None") => SameSite::None,
        Some(text) if text.eq_ignore_ascii_case(b"Strict") => SameSite::Strict,
        _ => SameSite::Lax,
    };
    let Field {
        secure,
        http_only,
        partitioned,
        ..
    } = sent.field;
    let (path, domain) = (
        sent.path.to_string(),
        sent.domain.as_deref().map(String::from),
    );
    Attributes::new(secure, http_only, partitioned, same_site, path, domain)
}

/// Writes the scope of a cookie as a header does.
fn scope(attributes: &Attributes) -> String {
    let domain = attributes
        .domain()
        .map(|domain| format!("; Domain={domain}"))
        .unwrap_or_default();
    let partitioned = if attributes.partitioned() {
        "; Partitioned"
    } else {
        ""
    };
    bounded(&format!("Path={}{domain}{partitioned}", attributes.path()))
}

fn differences(sent: &Sent<'_>, declared: &Attributes) -> Vec<Difference> {
    let Field {
        secure,
        http_only,
        partitioned,
        same_site,
        ..
    } = sent.field;
    let is_same_site = same_site
        .is_some_and(|it| it.eq_ignore_ascii_case(declared.same_site().as_str().as_bytes()));
    let is_same_path = sent.path == declared.path();
    let is_same_domain = is_same_domain(sent.domain.as_deref(), declared.domain());
    let flags = [
        ("Secure", declared.secure(), secure),
        ("HttpOnly", declared.http_only(), http_only),
        ("Partitioned", declared.partitioned(), partitioned),
    ];
    let same_flags = flags.iter().all(|(_, declared, sent)| declared == sent);
    // Fast path: nearly every cookie is as declared.
    if is_same_path && is_same_domain && same_flags && is_same_site {
        return Vec::new();
    }
    let value = |attribute, is_same: bool, declared: Option<&str>, sent: Option<&str>| {
        let text = |value| bounded(&format!("{attribute}={value}"));
        (!is_same).then(|| Difference {
            attribute,
            declared: declared.map(text),
            sent: sent.map(text),
        })
    };
    let flag = |(attribute, declared, sent): (&'static str, bool, bool)| {
        let text = |is_set: bool| is_set.then(|| String::from(attribute));
        (declared != sent).then(|| Difference {
            attribute,
            declared: text(declared),
            sent: text(sent),
        })
    };
    let (path, domain) = (declared.path(), declared.domain());
    let same_site = same_site.map(String::from_utf8_lossy);
    let declared_same_site = Some(declared.same_site().as_str());
    let [secure, http_only, partitioned] = flags.map(flag);
    [
        value("Path", is_same_path, Some(path), Some(&sent.path)),
        value("Domain", is_same_domain, domain, sent.domain.as_deref()),
        secure,
        http_only,
        partitioned,
        value(
            "SameSite",
            is_same_site,
            declared_same_site,
            same_site.as_deref(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether a lifetime is longer than the one on the page. Months and years have their greatest
/// length.
fn too_long(duration: Duration, lifetime: Lifetime) -> Option<Violation> {
    let terms = duration.terms();
    let declared = *terms.iter().max_by_key(|term| term.longest())?;
    match lifetime {
        Lifetime::Removal | Lifetime::Ambiguous(_) => None,
        Lifetime::Session => {
            let is_short = !terms.contains(&Term::SESSION)
                && declared.longest().is_some_and(|longest| longest < DAY);
            is_short.then_some(Violation::TooLong {
                declared,
                sent: None,
            })
        }
        Lifetime::Seconds(sent, basis) => {
            // Another machine may have computed the date, and some time may have passed.
            let tolerance = if basis == Basis::Expires { SKEW } else { 0 };
            let is_longer = declared
                .longest()
                .is_none_or(|longest| sent > longest.saturating_add(tolerance));
            is_longer.then_some(Violation::TooLong {
                declared,
                sent: Some(sent),
            })
        }
    }
}
