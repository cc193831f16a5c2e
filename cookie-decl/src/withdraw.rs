//! Taking the agreement back: what the server can remove, and what it cannot.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeSet;
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
            // Rows may share a scope, an exact name and a pattern say: one header removes it for both.
            Ok(removal) if self.of_last(name).any(|other| other.replaces(&removal)) => {}
            Ok(removal) => self.removals.push(removal),
            Err(error) if self.failed.last().is_none_or(|(other, _)| other != name) => {
                self.failed.push((name.to_owned(), error));
            }
            Err(_) => {}
        }
    }

    /// The removals of the name that came last. Every name comes once, so there are no others of it.
    fn of_last(&self, name: &str) -> impl Iterator<Item = &SetCookie> {
        self.removals.iter().rev().take_while(move |removal| removal.name() == name)
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

impl<K: Categories> Policy<K> {
    /// The removals of what the request brings although the visitor denies it, and of what is retired; and what a
    /// server cannot remove. For tables without a configuration; see [`PolicyAt::withdraw`].
    pub fn withdraw(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        self.under(Config::NONE).withdraw(consent, cookies)
    }

    /// The same for a response that sets cookies already; see [`PolicyAt::withdraw_after`].
    pub fn withdraw_after(
        self,
        set: &mut Vec<SetCookie>,
        consent: &Consent<K>,
        cookies: RequestCookies<'_>,
    ) -> Withdrawal {
        self.under(Config::NONE).withdraw_after(set, consent, cookies)
    }
}

impl<K: Categories> PolicyAt<'_, K> {
    /// The removals of what the request brings although the visitor denies it, and of what is retired; and what a
    /// server cannot remove.
    ///
    /// Every cookie of the request that a row of a denied category stands for is removed with the row's domain and
    /// path; name the `Domain` of a script's cookie in the table where it has one. Rows that this deployment switches
    /// off are removed as well: another one may have set them.
    pub fn withdraw(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        self.withdraw_names(consent, cookies.names())
    }

    /// The same for a response that sets cookies already: those that the visitor denies are taken out of `set` and
    /// removed as well, since a response names a cookie once.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Audience
    /// #     #[allow(no_consent_row)]
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT = "recent" | 30 days;
    /// #     }
    /// # } }
    /// use cookie_decl::RequestCookies;
    /// use cookies::{Consent, POLICY, RECENT};
    /// let before = Consent::accept_all(1_795_305_600); // seconds since 1970
    /// let mut set = vec![RECENT.set(before.granted().unwrap(), "42")?];
    /// // In the same response the visitor takes it back.
    /// let consent = Consent::refuse_all(1_795_305_601);
    /// let withdrawal = POLICY.withdraw_after(&mut set, &consent, RequestCookies::from_header(""));
    /// assert!(set.is_empty());
    /// assert_eq!(withdrawal.removals[0].name(), "recent");
    /// # Ok::<(), cookie_decl::SetError>(())
    /// ```
    pub fn withdraw_after(
        self,
        set: &mut Vec<SetCookie>,
        consent: &Consent<K>,
        cookies: RequestCookies<'_>,
    ) -> Withdrawal {
        let brought = cookies.names();
        let withdrawal = self.withdraw_names(consent, brought.chain(set.iter().map(SetCookie::name)));
        set.retain(|cookie| !withdrawal.removals.iter().any(|removal| removal.replaces(cookie)));
        withdrawal
    }

    fn withdraw_names<'n>(self, consent: &Consent<K>, names: impl Iterator<Item = &'n str>) -> Withdrawal {
        let denies = |category: K| !consent.allows(category);
        let mut withdrawal = self.remove(names, denies);
        for category in K::ALL.iter().filter(|category| denies(**category)) {
            let rows = self.categories()[category.index()].of(self.rows).iter();
            withdrawal.left.extend(rows.filter_map(|row| Some((row, left(row)?))));
        }
        withdrawal
    }

    /// The removals of these names, where they are of denied categories or retired.
    pub(crate) fn remove<'n>(self, names: impl Iterator<Item = &'n str>, denies: impl Fn(K) -> bool) -> Withdrawal {
        let mut withdrawal = Withdrawal::default();
        let denies = |row: &Declaration| denies(row.category_in());
        let is_removed = |row: &&Declaration| denies(row) && left(row).is_none();
        // What an allowed category declares more exactly is not the denied one's.
        let is_anothers = |name| self.find(name).is_some_and(|row| row.pattern().is_none() && !denies(row));
        // A hostile request names thousands, which are not held against each other.
        let mut seen = BTreeSet::new();
        for name in names {
            let rows = self.all(name).filter(is_removed);
            let rows = rows.filter(|row| row.pattern().is_none() || !is_anothers(name)).map(scope);
            let retired = self.retired().iter().filter(|retired| retired.matches(name));
            let mut scopes = rows.chain(retired.map(|retired| retired.attributes)).peekable();
            if scopes.peek().is_some() && seen.insert(name) {
                scopes.for_each(|attributes| withdrawal.remove(name, attributes, self.config));
            }
        }
        withdrawal
    }
}

/// The removals of all that a request brings of a row.
pub(crate) fn removals(
    row: &Declaration,
    config: Config<'_>,
    cookies: RequestCookies<'_>,
) -> Result<Vec<SetCookie>, SetError> {
    let mut seen = BTreeSet::new();
    let names = cookies.names().filter(|name| is_brought(row, name) && seen.insert(*name));
    names.map(|name| SetCookie::removal_of(scope(row), config, name.to_owned().into())).collect()
}

/// What a request brings of a row, names and values.
pub(crate) fn brought<'r>(row: &Declaration, cookies: RequestCookies<'r>) -> impl Iterator<Item = (&'r str, &'r str)> {
    cookies.iter().filter(|(name, _)| is_brought(row, name))
}

/// Whether a cookie of a request may be one of a row.
fn is_brought(row: &Declaration, name: &str) -> bool {
    left(row).is_none() && row.matches(name)
}

/// What others set without a word in the table has most likely the scope that browsers give it.
fn scope(row: &Declaration) -> &'static DeclaredAttributes {
    static BASE: DeclaredAttributes = DeclaredAttributes::BASE;
    row.declared_attributes().unwrap_or(&BASE)
}

/// Why a server cannot remove what a row is about, if it cannot.
fn left(row: &Declaration) -> Option<Left> {
    match (row.set_by(), row.storage()) {
        (SetBy::ThirdParty(_), _) => Some(Left::OtherDomain),
        // Of a pixel nothing is stored that could be removed.
        (_, Storage::Cookie | Storage::Pixel) => None,
        _ => Some(Left::ScriptOnly),
    }
}
