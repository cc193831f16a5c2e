//! Taking the agreement back: what the server can remove, and what it cannot.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use crate::config::{At as _, Config};
use crate::{
    Categories, Consent, Declaration, DeclaredAttributes, Policy, PolicyAt, RequestCookies, SetBy, SetCookie, SetError,
    Storage,
};

/// What follows from an answer, from [`Policy::withdraw`].
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Withdrawal {
    /// The removals, for the response: one for each name, domain and path.
    pub removals: Vec<SetCookie>,
    /// Names whose removal is none that browsers take, because of a value that is known at run time only.
    pub failed: Vec<(String, SetError)>,
    /// Rows of denied categories that no server can remove, and why.
    pub left: Vec<(&'static Declaration, Left)>,
}

impl Withdrawal {
    fn remove(&mut self, name: &str, attributes: &DeclaredAttributes, config: Config<'_>) {
        match SetCookie::removal_of(attributes, config, name.to_owned().into()) {
            Ok(removal) => {
                let scope = |cookie: &SetCookie| {
                    let attributes = cookie.attributes();
                    (attributes.domain().map(str::to_ascii_lowercase), attributes.path().to_owned())
                };
                let is_same = |other: &SetCookie| other.name() == name && scope(other) == scope(&removal);
                // Rows may share a scope, an exact name and a pattern say: one header removes it for both.
                if !self.removals.iter().any(is_same) {
                    self.removals.push(removal);
                }
            }
            Err(error) => self.failed.push((name.to_owned(), error)),
        }
    }
}

/// Why a server cannot remove something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Left {
    /// It belongs to another domain.
    OtherDomain,
    /// It is kept in the browser's storage, which scripts reach only.
    ScriptOnly,
}

impl Policy {
    /// The removals of what the request brings although the visitor denies it, and of what is retired; and what a
    /// server cannot remove. For tables without a configuration; see [`PolicyAt::withdraw`].
    pub fn withdraw<K: Categories>(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        self.at(Config::NONE).withdraw(consent, cookies)
    }
}

impl PolicyAt<'_> {
    /// The removals of what the request brings although the visitor denies it, and of what is retired; and what a
    /// server cannot remove.
    ///
    /// Every cookie of the request that a row of a denied category stands for is removed with the row's domain and
    /// path; name the `Domain` of a script's cookie in the table where it has one. Rows that this deployment switches
    /// off are removed as well: another one may have set them.
    pub fn withdraw<K: Categories>(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        let mut withdrawal = Withdrawal::default();
        let mut names: Vec<&str> = cookies.iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        for category in K::ALL.iter().filter(|category| !consent.allows(**category)) {
            for row in self.categories()[category.index()].of(self.table.rows) {
                if let Some(left) = left(row) {
                    withdrawal.left.push((row, left));
                    continue;
                }
                // What an allowed category declares more exactly is not the denied one's.
                let denied = |name: &str| {
                    let found = self.find(name).filter(|found| row.pattern().is_some() && found.pattern().is_none());
                    found.is_none_or(|found| !consent.allows(K::ALL[usize::from(found.category)]))
                };
                // What others set without a word in the table has most likely the scope that browsers give it.
                let attributes = row.declared_attributes().unwrap_or(&BASE);
                for name in names.iter().filter(|name| row.matches(name) && denied(name)) {
                    withdrawal.remove(name, attributes, self.config);
                }
            }
        }
        for retired in self.retired() {
            for name in names.iter().filter(|name| retired.matches(name)) {
                withdrawal.remove(name, retired.attributes, self.config);
            }
        }
        withdrawal
    }
}

static BASE: DeclaredAttributes = DeclaredAttributes::BASE;

/// Why a server cannot remove what a row is about, if it cannot.
fn left(row: &Declaration) -> Option<Left> {
    match (row.set_by(), row.storage()) {
        (SetBy::ThirdParty(_), _) => Some(Left::OtherDomain),
        // Of a pixel nothing is stored that could be removed.
        (_, Storage::Cookie | Storage::Pixel) => None,
        _ => Some(Left::ScriptOnly),
    }
}
