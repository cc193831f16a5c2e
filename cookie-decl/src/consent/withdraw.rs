//! Withdrawing consent: what the server can remove, and what it cannot.

use alloc::borrow::ToOwned as _;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use cookie_decl_core::browser::ends_in_a_number;

use crate::consent::any::AnyConsent;
use crate::run_time::Config;
use crate::table::Table;
use crate::table::attributes::{Attributes, DeclaredAttributes, is_same_domain};
use crate::table::category::CategoryInfo;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::wire::request::{RequestCookies, position};
use crate::wire::set_cookie::SetCookie;
use crate::wire::set_cookie::error::SetError;

/// The most removals that are sent at once.
const MOST_REMOVALS: usize = 20;
/// The most bytes of removals that are sent at once. Proxies refuse headers of over 4 KB.
const MOST_BYTES: usize = 2_048;

/// The most parent domains of a host from which a script's cookie is removed.
const MOST_PARENTS: usize = 5;

/// The removals that a consent requires, from [`Policy::withdraw`](crate::Policy::withdraw).
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Withdrawal {
    /// The removals, for the response: at most 20 and about 2 KB, unless a single name needs more.
    ///
    /// A cookie has several if the table does not say on which domain a script set it.
    pub removals: Vec<SetCookie>,
    /// The number of names that still have to be removed.
    ///
    /// Withdraw again with the next request, in which the browser sends them again. The `Guard`
    /// does so.
    pub postponed: usize,
    /// Names that no header can remove, because of a character or a value known only at run time.
    pub failed: Vec<(String, SetError)>,
    /// Rows of denied categories that no server can remove, and why.
    pub not_removable: Vec<(&'static Declaration, NotRemovable)>,
}

/// Why a server cannot remove something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotRemovable {
    /// It belongs to another domain.
    OtherDomain,
    /// It is in the browser's storage, which only scripts can reach.
    ScriptOnly,
}

/// Removes what a visitor denies. The address of the site or a `Host` names the host.
pub(crate) fn withdraw<'n>(
    table: &'static Table,
    config: Config<'_>,
    address: Option<&str>,
    consent: &AnyConsent,
    names: impl Iterator<Item = &'n str>,
) -> Withdrawal {
    let denies = |category: &CategoryInfo| !consent.allows(category);
    let hosts = address.map(host_of);
    let mut withdrawal = remove(
        table,
        config,
        Vec::new(),
        names,
        hosts.as_slice(),
        0,
        denies,
    );
    for category in table.categories().iter().filter(|it| denies(it)) {
        let rows = table.rows_of(category);
        withdrawal
            .not_removable
            .extend(rows.filter_map(|row| Some((row, why_not_removable(row)?))));
    }
    withdrawal
}

/// Takes the cookies that the visitor denies out of a response.
pub(crate) fn retain(
    table: &'static Table,
    config: Config<'_>,
    set: &mut Vec<SetCookie>,
    consent: &AnyConsent,
) {
    let is_denied = |cookie: &SetCookie| {
        let mut rows = table
            .rows_named(cookie.name())
            .filter(|row| row.is_own_cookie());
        rows.any(|row| {
            let has_scope = |attributes: &DeclaredAttributes| {
                attributes.at(config).is_same_scope(cookie.attributes())
            };
            !consent.allows(row.category()) && row.declared_attributes().is_some_and(has_scope)
        })
    };
    set.retain(|cookie| !is_denied(cookie));
}

/// Adds the removals of those names that are denied or retired.
///
/// `turn` is the number of the name to start with. If not all removals fit, and a name survives its
/// removal, the others still get their turn.
pub(crate) fn remove<'n>(
    table: &'static Table,
    config: Config<'_>,
    removals: Vec<SetCookie>,
    names: impl Iterator<Item = &'n str>,
    hosts: &[&str],
    turn: usize,
    denies: impl Fn(&CategoryInfo) -> bool,
) -> Withdrawal {
    let mut withdrawal = Withdrawal {
        removals,
        ..Withdrawal::default()
    };
    let search = Search {
        table,
        config,
        hosts,
        denies: |row: &Declaration| denies(row.category()),
    };
    let names: Vec<_> = names.filter(|name| search.may_find(name)).collect();
    // Counts in a map, because a hostile request may have thousands of names.
    let mut times = BTreeMap::new();
    for name in &names {
        *times.entry(*name).or_insert(0) += 1;
    }
    let once = names
        .into_iter()
        .filter_map(|name| Some((name, times.remove(name)? > 1)));
    let all = once.map(|(name, is_twice)| (name, search.scopes(name, is_twice)));
    let mut removed: Vec<_> = all.filter(|(_, scopes)| !scopes.is_empty()).collect();
    if !removed.is_empty() {
        let start = turn % removed.len();
        removed.rotate_left(start);
    }
    for (name, scopes) in removed {
        withdrawal.remove(name, scopes);
    }
    withdrawal
}

/// The search for the scopes to remove, in this deployment.
struct Search<'r, D> {
    table: &'static Table,
    config: Config<'r>,
    /// The hosts that a script may have set a cookie on.
    hosts: &'r [&'r str],
    denies: D,
}

impl<D: Fn(&Declaration) -> bool> Search<'_, D> {
    /// Whether a cookie with this name may have to be removed.
    fn may_find(&self, name: &str) -> bool {
        self.own_rows(name).any(|row| (self.denies)(row))
            || self.table.retired_named(name).next().is_some()
    }

    fn own_rows(&self, name: &str) -> impl Iterator<Item = &'static Declaration> {
        self.table
            .rows_named(name)
            .filter(|row| row.is_own_cookie())
    }

    /// The scopes from which to remove a name.
    fn scopes(&self, name: &str, is_twice: bool) -> Vec<Scope> {
        let denies = &self.denies;
        // An exact name in an allowed category wins over a pattern of a denied one.
        let is_allowed_exactly = || {
            self.table
                .first_named(name, self.config)
                .is_some_and(|row| row.pattern().is_none() && !denies(row))
        };
        let removed = self
            .own_rows(name)
            .filter(|row| denies(row) && (row.pattern().is_none() || !is_allowed_exactly()));
        let mut scopes: Vec<_> = removed
            .flat_map(|row| scopes_of(row, name, self.config, self.hosts))
            .collect();
        // If a row still has the retired name, a single cookie may be the row's. Only of two is
        // one the retired cookie.
        if is_twice || !self.own_rows(name).any(|row| row.is_on(self.config)) {
            scopes.extend(self.table.retired_named(name).map(|retired| Scope {
                attributes: retired.attributes.at(self.config),
                is_guess: false,
            }));
        }
        if scopes.is_empty() {
            return scopes;
        }
        let allowed: Vec<_> = self
            .own_rows(name)
            .filter(|row| !denies(row))
            .filter_map(|row| row.attributes_in(self.config))
            .collect();
        let mut once: Vec<Scope> = Vec::with_capacity(scopes.len());
        for scope in scopes {
            let is_same = |other: &Attributes| scope.attributes.is_same_scope(other);
            let is_allowed = scope.is_guess && allowed.iter().any(is_same);
            if !is_allowed && !once.iter().any(|other| is_same(&other.attributes)) {
                once.push(scope);
            }
        }
        once
    }
}

/// A scope that a cookie may have.
pub(crate) struct Scope {
    attributes: Attributes,
    /// Whether the scope is not from the table. Then it is not an error if browsers refuse it.
    is_guess: bool,
}

impl Scope {
    /// The removal of a cookie, or `None` if the scope is a guess that browsers refuse.
    pub(crate) fn removal(self, name: &str) -> Option<Result<SetCookie, SetError>> {
        match SetCookie::removal_with(self.attributes, name.to_owned().into()) {
            Err(_) if self.is_guess => None,
            removal => Some(removal),
        }
    }
}

impl Withdrawal {
    /// Adds all removals of a name, or none: with only some of them the cookie could survive.
    fn remove(&mut self, name: &str, scopes: Vec<Scope>) {
        let mut removals = Vec::with_capacity(scopes.len());
        for removal in scopes.into_iter().filter_map(|scope| scope.removal(name)) {
            match removal {
                Ok(removal) if self.removals.iter().any(|other| other.replaces(&removal)) => {}
                Ok(removal) => removals.push(removal),
                Err(error) if self.failed.last().is_none_or(|(other, _)| other != name) => {
                    self.failed.push((name.to_owned(), error));
                }
                Err(_) => {}
            }
        }
        let bytes = |removals: &[SetCookie]| {
            removals
                .iter()
                .map(|it| it.to_header_value().len())
                .sum::<usize>()
        };
        // The removals of the first name always fit, as otherwise they never would.
        let fits = || {
            self.removals.len() + removals.len() <= MOST_REMOVALS
                && bytes(&self.removals) + bytes(&removals) <= MOST_BYTES
        };
        if removals.is_empty() {
            return;
        }
        if self.removals.is_empty() || self.postponed == 0 && fits() {
            self.removals.extend(removals);
        } else {
            self.postponed += 1;
        }
    }
}

/// Removes all cookies of a row that a request contains.
pub(crate) fn removals(
    row: &Declaration,
    config: Config<'_>,
    site: Option<&str>,
    cookies: RequestCookies<'_>,
) -> Result<Vec<SetCookie>, SetError> {
    let mut removals: Vec<SetCookie> = Vec::new();
    let mut seen = BTreeSet::new();
    for name in cookies.names().filter(|name| may_be_of(row, name)) {
        if !seen.insert(name) {
            continue;
        }
        for scope in scopes_of(row, name, config, site.map(host_of).as_slice()) {
            let Some(removal) = scope.removal(name) else {
                continue;
            };
            let removal = removal?;
            if !removals.iter().any(|other| other.replaces(&removal)) {
                removals.push(removal);
            }
        }
    }
    Ok(removals)
}

/// The cookies of a row in a request, names and values.
pub(crate) fn cookies_of<'r>(
    row: &Declaration,
    cookies: RequestCookies<'r>,
) -> impl Iterator<Item = (&'r str, &'r str)> {
    cookies.iter().filter(|(name, _)| may_be_of(row, name))
}

/// Whether a cookie of a request may belong to a row.
pub(crate) fn may_be_of(row: &Declaration, name: &str) -> bool {
    row.is_own_cookie() && row.matches(name)
}

/// The scopes that a row's cookie may have.
///
/// That is the declared scope and, for a cookie that somebody else sets, each that the host allows.
pub(crate) fn scopes_of(
    row: &Declaration,
    name: &str,
    config: Config<'_>,
    hosts: &[&str],
) -> Vec<Scope> {
    let declared = row.attributes_or_base(name, config);
    let guess = |domain: Option<&str>| Scope {
        attributes: declared.with_domain(domain.map(str::to_ascii_lowercase)),
        is_guess: true,
    };
    let mut scopes = alloc::vec![Scope {
        attributes: declared.clone(),
        is_guess: false,
    }];
    if row.set_by() == SetBy::Server {
        return scopes;
    }
    // The host alone, and its parents, unless the declared domain is one of them.
    scopes.push(guess(None));
    for host in hosts {
        let parents = parents(host);
        let is_declared = |parent: &&str| is_same_domain(Some(parent), declared.domain());
        if parents.iter().any(is_declared) {
            continue;
        }
        for parent in &parents {
            let is_same = |scope: &Scope| is_same_domain(scope.attributes.domain(), Some(parent));
            if !scopes.iter().any(is_same) {
                scopes.push(guess(Some(parent)));
            }
        }
    }
    scopes
}

/// A host and the domains that it is in, without the top-level domain.
///
/// Browsers do not keep cookies on a top-level domain. They also refuse other public suffixes, such
/// as `co.uk`; a removal there does no harm.
pub(crate) fn parents(host: &str) -> Vec<&str> {
    let mut parents = Vec::new();
    if host.as_bytes().starts_with(b"[") || ends_in_a_number(host) {
        return parents;
    }
    let dots = host.bytes().filter(|byte| *byte == b'.').count();
    let mut far = dots.saturating_sub(MOST_PARENTS);
    let mut name = host;
    while let Some(dot) = position(name.as_bytes(), b'.') {
        if far == 0 {
            parents.push(name);
        } else {
            far -= 1;
        }
        name = name.get(dot + 1..).unwrap_or_default();
    }
    parents
}

/// The host of an address or a `Host` field.
pub(crate) fn host_of(address: &str) -> &str {
    let authority = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = authority.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let end = if host.starts_with('[') {
        host.find(']').map(|end| end + 1)
    } else {
        host.find(':')
    };
    host[..end.unwrap_or(host.len())].trim_end_matches('.')
}

/// Why a server cannot remove what a row declares, or `None` if it can.
fn why_not_removable(row: &Declaration) -> Option<NotRemovable> {
    match (row.set_by(), row.storage()) {
        (SetBy::ThirdParty(_), _) => Some(NotRemovable::OtherDomain),
        // A pixel does not store anything.
        (_, Storage::Cookie | Storage::Pixel) => None,
        _ => Some(NotRemovable::ScriptOnly),
    }
}
