//! The response to a visitor who denies what a page needs.

use alloc::string::String;
use core::fmt;

use http::{Response, StatusCode};

use crate::consent::gate::{Categories, Gated, info};
use crate::consent::granted::Granted;
use crate::guard::asset::typed;
use crate::guard::pages::needs_consent;
use crate::guard::visitor::Visitor;

impl<K: Categories> Visitor<K> {
    /// Returns the proof that this visitor grants a category, for a handler that does nothing
    /// without it.
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
    /// use cookie_decl::Visitor;
    /// use cookies::{Category, category::Statistics};
    /// use http::Response;
    ///
    /// fn charts(visitor: &Visitor<Category>) -> Response<String> {
    ///     match visitor.granted::<Statistics>() {
    ///         Ok(_proof) => Response::new(String::from("Charts")),
    ///         Err(denied) => denied.into(),
    ///     }
    /// }
    /// # use http::{HeaderMap, Method, Uri};
    /// # let guard = cookie_decl::Guard::new(cookies::POLICY);
    /// # let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    /// assert_eq!(charts(&visitor).status(), 403);
    /// ```
    ///
    /// # Errors
    /// Returns an error if the visitor denies the category, or has not been asked. It converts into
    /// a page that says so in the visitor's language.
    pub fn granted<C: Gated<Set = K>>(&self) -> Result<Granted<'_, C>, Denied> {
        self.consent().granted().ok_or_else(|| Denied {
            category: info(C::CATEGORY).name(),
            page: needs_consent(self.any(), info(C::CATEGORY)),
        })
    }
}

/// The visitor denies a category, or has not been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denied {
    category: &'static str,
    page: String,
}

impl Denied {
    /// The category's identifier in the table.
    pub const fn category(&self) -> &'static str {
        self.category
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the visitor does not allow `{}`", self.category)
    }
}

impl core::error::Error for Denied {}

/// The response with 403. The page says in the visitor's language which consent is needed, and links
/// to the form.
impl From<Denied> for Response<String> {
    fn from(denied: Denied) -> Self {
        let mut response = typed("text/html; charset=utf-8", denied.page);
        *response.status_mut() = StatusCode::FORBIDDEN;
        response
    }
}
