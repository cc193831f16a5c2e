//! Taking the agreement back: what the server can remove, and what it cannot.

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use crate::config::{At as _, Config};
use crate::{
    Categories, Consent, Declaration, DeclaredAttributes, Policy, PolicyAt, RequestCookies, SetBy, SetCookie, SetError,
    Storage,
};

/// What follows from an answer, from [`Policy::withdraw`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Withdrawal {
    /// The removals, for the response.
    pub removals: Vec<SetCookie>,
    /// Rows whose removal is none that browsers take, because of a value that is known at run time only.
    pub failed: Vec<(&'static Declaration, SetError)>,
    /// Rows of denied categories that no server can remove, and why.
    pub left: Vec<(&'static Declaration, Left)>,
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
    /// path; name the `Domain` of a script's cookie in the table where it has one. Rows that this deployment switches off are removed as well: another one may have set them.
    pub fn withdraw<K: Categories>(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        let mut withdrawal = Withdrawal { removals: Vec::new(), failed: Vec::new(), left: Vec::new() };
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
                self.remove(row, cookies, denied, &mut withdrawal);
            }
        }
        for (name, _) in cookies.iter() {
            for retired in self.retired().iter().filter(|retired| retired.matches(name)) {
                let removal = SetCookie::removal_of(retired.attributes, self.config, name.to_owned().into());
                withdrawal.removals.extend(removal);
            }
        }
        withdrawal
    }

    fn remove(
        self,
        row: &'static Declaration,
        cookies: RequestCookies<'_>,
        denied: impl Fn(&str) -> bool,
        withdrawal: &mut Withdrawal,
    ) {
        let names = cookies.iter().map(|(name, _)| name);
        let mut names: Vec<&str> = names.filter(|name| row.matches(name) && denied(name)).collect();
        names.sort_unstable();
        names.dedup();
        // What others set without a word in the table has most likely the scope that browsers give it.
        let attributes = row.declared_attributes().unwrap_or(&BASE);
        for name in names {
            match SetCookie::removal_of(attributes, self.config, name.to_owned().into()) {
                Ok(removal) => withdrawal.removals.push(removal),
                Err(error) => withdrawal.failed.push((row, error)),
            }
        }
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
