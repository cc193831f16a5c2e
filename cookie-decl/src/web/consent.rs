//! The visitor's answer, and cookies of the server, in a page.

use alloc::string::ToString as _;

use crate::consent::Consent;
use crate::consent::gate::{Categories, Unconfigured, question};
use crate::consent::gpc::Gpc;
use crate::policy::Policy;
use crate::run_time::{At, Config};
use crate::web::error::PageError;
use crate::web::page;
use crate::wire::request::RequestCookies;
use crate::wire::set_cookie::SetCookie;
use crate::wire::set_cookie::error::SetError;

impl<K: Categories> Consent<K> {
    /// Reads the visitor's answer from `document.cookie`, with the Global Privacy Control signal and
    /// the clock of the browser.
    ///
    /// For a table `with config`, use `POLICY.at(&config).consent_in_page()`.
    ///
    /// # Errors
    /// If the row of type `Consent` is `HttpOnly`, because nothing would ever be granted; if the
    /// table has no such row; and where there is no page.
    pub fn from_page() -> Result<Self, PageError>
    where
        K: Unconfigured,
    {
        read(Config::NONE)
    }
}

impl<K: Categories> At<'_, Policy<K>> {
    /// Reads the visitor's answer from `document.cookie`; see [`Consent::from_page`].
    ///
    /// # Errors
    /// Those of [`Consent::from_page`].
    pub fn consent_in_page(&self) -> Result<Consent<K>, PageError> {
        read(self.config)
    }
}

fn read<K: Categories>(config: Config<'_>) -> Result<Consent<K>, PageError> {
    let row = question::<K>().row_in(config);
    let row = row.ok_or(SetError::NoConsentRow)?;
    if row.attributes_in(config).is_some_and(|it| it.http_only()) {
        return Err(PageError::HttpOnly {
            cookie: row.name().into(),
        });
    }
    let gpc = if page::has_gpc()? { Gpc::ON } else { Gpc::OFF };
    let cookies = page::cookies()?;
    let cookies = RequestCookies::from_header(&cookies);
    Ok(Consent::read(config, cookies, gpc, page::now()))
}

impl SetCookie {
    /// Sets or removes the cookie in the page, as a browser does for a `Set-Cookie` field.
    ///
    /// Use it for the answer of a visitor who decides in the page. The row of the answer must not
    /// be `HttpOnly`.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     cookie | duration;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         /// Remembers what you chose
    /// #         PREFERENCES: Consent = "preferences" | 6 months | attributes = .. !HttpOnly;
    /// #     }
    /// # } }
    /// # use cookie_decl::web::PageError;
    /// use cookies::{Consent, PREFERENCES};
    /// let answer = PREFERENCES.set(&Consent::accept_all(1_795_305_600))?;
    /// assert_eq!(answer.store(), Err(PageError::NoPage)); // not in a browser
    /// # Ok::<(), cookie_decl::error::SetError>(())
    /// ```
    ///
    /// # Errors
    /// If the cookie is `HttpOnly`, and where there is no page.
    pub fn store(&self) -> Result<(), PageError> {
        if self.attributes().http_only() {
            let cookie = self.name().into();
            return Err(PageError::HttpOnly { cookie });
        }
        page::write_cookie(&self.to_string())
    }
}
