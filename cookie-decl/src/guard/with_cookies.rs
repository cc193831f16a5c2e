//! A response with cookies.

use crate::wire::set_cookie::{SetCookie, SetCookies};

/// A response of actix-web or Rocket with cookies.
///
/// Rocket's `CookieJar` would encode the values a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithCookies<R> {
    pub(super) cookies: SetCookies,
    pub(super) response: R,
}

impl<R> WithCookies<R> {
    /// Adds cookies to a response: a [`SetCookie`], as from [`set`](crate::Cookie::set), an `Option`
    /// of it, as from [`set_if`](crate::Cookie::set_if), a list, or [`SetCookies`].
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// You could not stay signed in.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Keeps you signed in
    /// #         SESSION = "__Host-session" | 2 weeks;
    /// #     }
    /// #     /// Audience
    /// #     #[allow(no_consent_row)]
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT: u32 = "recent" | 30 days;
    /// #     }
    /// # } }
    /// use cookie_decl::Visitor;
    /// use cookie_decl::error::SetError;
    /// use cookie_decl::guard::WithCookies;
    /// use cookies::{Category, RECENT, SESSION};
    ///
    /// fn product(visitor: Visitor<Category>) -> Result<WithCookies<&'static str>, SetError> {
    ///     Ok(WithCookies::new(RECENT.set_if(visitor.consent(), 42)?, "Product 42"))
    /// }
    ///
    /// fn sign_in() -> Result<WithCookies<&'static str>, SetError> {
    ///     Ok(WithCookies::new(SESSION.set("abc")?, "Welcome"))
    /// }
    /// # assert!(sign_in().is_ok());
    /// ```
    pub fn new(cookies: impl IntoIterator<Item = SetCookie>, response: R) -> Self {
        Self {
            cookies: cookies.into_iter().collect(),
            response,
        }
    }
}
