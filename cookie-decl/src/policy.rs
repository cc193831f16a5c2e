//! The whole table as a value: iteration, look-up and withdrawal.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::consent::Consent;
use crate::consent::gate::Categories;
use crate::consent::gpc::Gpc;
use crate::consent::unix_time::UnixTime;
use crate::consent::withdraw::{Withdrawal, retain, withdraw};
use crate::run_time::{At, Config, Configured, WithConfig};
use crate::table::Table;
use crate::table::attributes::Attributes;
use crate::table::declaration::Declaration;
use crate::wire::request::RequestCookies;
use crate::wire::set_cookie::SetCookie;

/// A site's cookie policy, with the categories `K` of its table: the generated `POLICY`.
///
/// ```
/// mod cookies { cookie_decl::declare_cookies! {
///     /// Cookies
///     pub policy;
///     provider Matomo = "Matomo" { privacy: "https://matomo.org/privacy-policy/" }
///     /// Audience measurement
///     ///
///     /// Tells us which pages are read.
///     #[allow(no_consent_row)]
///     category Statistics: opt_in {
///         with provider = Matomo;
///         cookie | duration | set_by;
///         /// Recognises a returning visitor
///         "_pk_id.{site}.{hash}" | 13 months | script;
///         /// Marks the first visit
///         "_pk_id.1.first" | 1 day | script;
///     }
/// } }
/// use cookies::{Category, POLICY, Provider};
/// // An exact name wins over a pattern, and names are case-sensitive.
/// assert_eq!(POLICY.find("_pk_id.1.first").unwrap().purpose(), Some("Marks the first visit"));
/// assert_eq!(POLICY.find("_pk_id.1.1fff").unwrap().name(), "_pk_id.{site}.{hash}");
/// assert!(POLICY.find("_PK_ID.1.1fff").is_none());
/// assert_eq!(POLICY.find_all("_pk_id.1.first").count(), 2);
/// // A script sets it, and the table does not declare its attributes.
/// assert!(POLICY.attributes(POLICY.find("_pk_id.1.first").unwrap()).is_none());
/// assert_eq!(POLICY.in_category(Category::Statistics).count(), 2);
/// assert_eq!(POLICY.by_provider(Provider::Matomo).count(), 2);
/// assert!(POLICY.page().html().contains("Recognises a returning visitor"));
/// ```
pub struct Policy<K> {
    table: &'static Table,
    categories: PhantomData<fn() -> K>,
}

impl<K> Policy<K> {
    #[doc(hidden)]
    pub const fn new(table: &'static Table) -> Self {
        Self {
            table,
            categories: PhantomData,
        }
    }

    #[doc(hidden)]
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// Finds the declaration for the name of a cookie or stored item.
    ///
    /// An exact name wins over a pattern, and a longer literal part over a shorter one. The site's
    /// own cookie wins over a cookie of a third party or an item of another storage with the same
    /// name. It allocates nothing.
    ///
    /// A name does not show where an item was stored: [`find_all`](Self::find_all) returns every
    /// declaration that matches.
    pub fn find(self, name: &str) -> Option<&'static Declaration> {
        self.with_config(Config::NONE).find(name)
    }

    /// Finds every declaration that a name matches, in the order of [`find`](Self::find).
    pub fn find_all(self, name: &str) -> impl Iterator<Item = &'static Declaration> {
        self.with_config(Config::NONE).find_all(name)
    }

    /// Evaluates the attributes that a declared cookie is sent with.
    ///
    /// Returns `None` if it is not a cookie, or if somebody else sets it and the table does not
    /// declare its attributes.
    pub fn attributes(self, declaration: &Declaration) -> Option<Attributes> {
        self.with_config(Config::NONE).attributes(declaration)
    }
}

impl<K> Deref for Policy<K> {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.table
    }
}

impl<K> Clone for Policy<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Policy<K> {}

impl<K> fmt::Debug for Policy<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Policy").field(self.table).finish()
    }
}

impl<K> WithConfig for Policy<K> {
    type Output<'a> = At<'a, Self>;

    fn with_config(self, config: Config<'_>) -> At<'_, Self> {
        At {
            value: self,
            config,
        }
    }
}

impl<C: 'static, K> Configured<C, Policy<K>> {
    #[doc(hidden)]
    pub const fn table(&self) -> &'static Table {
        self.value.table
    }
}

impl<'a, K> At<'a, Policy<K>> {
    #[doc(hidden)]
    pub fn table(self) -> &'static Table {
        self.value.table
    }

    /// The declarations of this deployment: those that `when` does not switch off.
    pub fn active_declarations(self) -> impl Iterator<Item = &'static Declaration> + use<'a, K> {
        let rows = self.value.table.declarations().iter();
        rows.filter(move |row| row.is_on(self.config))
    }

    /// Finds the declaration for a name in this deployment; see [`Policy::find`].
    pub fn find(self, name: &str) -> Option<&'static Declaration> {
        self.value.table.first_named(name, self.config)
    }

    /// Finds every declaration that a name matches in this deployment; see [`Policy::find_all`].
    pub fn find_all<'n>(
        self,
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n, 'a, K> {
        let config = self.config;
        let rows = self.value.table.rows_named(name);
        rows.filter(move |row| row.is_on(config))
    }

    /// Evaluates the attributes of a declared cookie in this deployment; see
    /// [`Policy::attributes`].
    pub fn attributes(self, declaration: &Declaration) -> Option<Attributes> {
        declaration.attributes_in(self.config)
    }
}

impl<K: Categories> Policy<K> {
    /// Removes the cookies of a request that the visitor denies, and those that are retired.
    ///
    /// The result also lists what a server cannot remove.
    ///
    /// Every cookie that matches a row of a denied category is removed with the row's domain and
    /// path. A cookie that a script sets is also removed on this host and, if the row has no
    /// `Domain`, on each parent domain, because analytics scripts use the highest one that they
    /// can. The host is that of the table's site (`policy for ..`);
    /// [`withdraw_from`](Self::withdraw_from) takes another one. Rows that this deployment switches
    /// off are removed too, because another deployment may have set them.
    pub fn withdraw(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        self.with_config(Config::NONE).withdraw(consent, cookies)
    }

    /// Removes cookies as [`withdraw`](Self::withdraw) does, for a request to `host`.
    ///
    /// The host may have a port.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Audience
    /// #     #[allow(no_consent_row)]
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Recognises a returning visitor
    /// #         "_ga" | 13 months | set_by = script;
    /// #     }
    /// # } }
    /// use cookie_decl::RequestCookies;
    /// use cookies::{Consent, POLICY};
    /// let denied = Consent::refuse_all(1_795_305_600); // seconds since 1970
    /// let cookies = RequestCookies::from_header("_ga=1");
    /// let removals = POLICY.withdraw_from("www.shop.example", &denied, cookies).removals;
    /// let domains: Vec<_> = removals.iter().map(|it| it.attributes().domain()).collect();
    /// assert_eq!(domains, [None, Some("www.shop.example"), Some("shop.example")]);
    /// ```
    pub fn withdraw_from(
        self,
        host: &str,
        consent: &Consent<K>,
        cookies: RequestCookies<'_>,
    ) -> Withdrawal {
        self.with_config(Config::NONE)
            .withdraw_from(host, consent, cookies)
    }

    /// Removes cookies as [`withdraw`](Self::withdraw) does, for a response that already sets
    /// cookies.
    ///
    /// Cookies in `set` that the visitor denies are taken out of `set` and removed as well, because
    /// a response must not name a cookie twice.
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
    /// // In the same response the visitor withdraws the consent.
    /// let consent = Consent::refuse_all(1_795_305_601);
    /// let withdrawal = POLICY.withdraw_after(&mut set, &consent, RequestCookies::from_header(""));
    /// assert!(set.is_empty());
    /// assert_eq!(withdrawal.removals[0].name(), "recent");
    /// # Ok::<(), cookie_decl::error::SetError>(())
    /// ```
    pub fn withdraw_after(
        self,
        set: &mut Vec<SetCookie>,
        consent: &Consent<K>,
        cookies: RequestCookies<'_>,
    ) -> Withdrawal {
        self.with_config(Config::NONE)
            .withdraw_after(set, consent, cookies)
    }
}

impl<K: Categories> At<'_, Policy<K>> {
    /// Reads the visitor's consent from a request; see [`Consent::from_request`].
    ///
    /// ```
    /// pub struct Config { analytics: bool }
    ///
    /// mod cookies { cookie_decl::declare_cookies! {
    ///     pub policy with config: crate::Config;
    ///     /// Needed
    ///     ///
    ///     /// The site does not work without these.
    ///     category Necessary: exempt {
    ///         cookie | duration;
    ///         /// Remembers what you chose
    ///         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    ///     }
    ///     /// Audience
    ///     category Statistics: opt_in {
    ///         cookie | duration;
    ///         /// Remembers what you looked at last
    ///         RECENT = "recent" | 30 days | when = { config.analytics };
    ///     }
    /// } }
    /// # fn main() {
    /// use cookie_decl::{Gpc, RequestCookies};
    /// let prompt = |analytics| {
    ///     let config = Config { analytics };
    ///     let request = RequestCookies::from_header("");
    ///     cookies::POLICY.at(&config).consent(request, Gpc::OFF, 1_795_305_600).needs_prompt()
    /// };
    /// assert!(prompt(true).is_some());
    /// assert!(prompt(false).is_none()); // this deployment has no gated cookie
    /// # }
    /// ```
    pub fn consent(self, cookies: RequestCookies<'_>, gpc: Gpc, now: impl UnixTime) -> Consent<K> {
        Consent::read(self.config, cookies, gpc, now.seconds())
    }

    /// Removes what the visitor denies; see [`Policy::withdraw`].
    pub fn withdraw(self, consent: &Consent<K>, cookies: RequestCookies<'_>) -> Withdrawal {
        withdraw(
            self.table(),
            self.config,
            self.site(),
            consent.any(),
            cookies.names(),
        )
    }

    /// Removes what the visitor denies on a host; see [`Policy::withdraw_from`].
    pub fn withdraw_from(
        self,
        host: &str,
        consent: &Consent<K>,
        cookies: RequestCookies<'_>,
    ) -> Withdrawal {
        withdraw(
            self.table(),
            self.config,
            Some(host),
            consent.any(),
            cookies.names(),
        )
    }

    /// Removes what the visitor denies, including from a response; see [`Policy::withdraw_after`].
    pub fn withdraw_after(
        self,
        set: &mut Vec<SetCookie>,
        consent: &Consent<K>,
        cookies: RequestCookies<'_>,
    ) -> Withdrawal {
        // The names in `set` come first. What does not fit is removed when the browser sends the
        // cookie again, but a cookie that is not stored yet is not sent again.
        let names = set.iter().map(SetCookie::name).chain(cookies.names());
        let withdrawal = withdraw(self.table(), self.config, self.site(), consent.any(), names);
        retain(self.table(), self.config, set, consent.any());
        withdrawal
    }
}
