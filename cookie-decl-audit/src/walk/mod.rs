//! The walk: sends the requests of several visitors to an application's own service.

#[cfg(feature = "actix")]
mod actix;
pub(crate) mod answers;
mod caches;
pub(crate) mod exchange;
mod form;
mod guarded;
mod jar;
pub(crate) mod judge;
mod process;
mod redirect;
mod repeat;
#[cfg(feature = "rocket")]
mod rocket;
pub(crate) mod step;
pub(crate) mod visitors;

use std::fmt::Display;

use axum_core::body::Body;
use cookie_decl::__private::Categories;
use http::{Request, Response};
use tower_service::Service;

use crate::audit::Audit;
use crate::report::Report;
#[cfg(feature = "actix")]
pub use crate::walk::actix::actix;
use crate::walk::answers::Answers;
use crate::walk::guarded::judge_by_guard;
use crate::walk::process::{Process, answers};
#[cfg(feature = "rocket")]
pub use crate::walk::rocket::rocket;
pub use crate::walk::step::Step;
use crate::walk::visitors::visit_all;

impl<K: Categories> Audit<K> {
    /// Compares the responses of an application with the table, in the same process.
    ///
    /// The requests are a sequence. As in a browser, cookies are kept from one to the next, and
    /// redirects on the site are followed. Four visitors send the whole sequence: one who was never
    /// asked, one who refused, one who agreed, and the last one again after withdrawing. If the
    /// table has an `opt_out` category, one more visitor sends `Sec-GPC`. If visitors choose for
    /// several providers (`by provider`), up to three more grant only one of them each.
    ///
    /// The report has every cookie that is not as the table says, wherever the application set it.
    /// During the walk, a guard of the application drops no cookies and never panics, whatever its
    /// mode, and uses the clock of the audit. The report also has:
    ///
    /// - rows of the server that no response set
    /// - cookies that are kept for less time than the table says
    /// - cookies that no page removed after the visitor withdrew
    /// - cookies that were set outside of the application's guard
    /// - responses that a shared cache would give to the wrong visitors
    /// - panics of handlers
    /// - steps that failed for some visitors, for another reason than their consent: the walk did
    ///   not see what comes after. If each visitor needs data of its own, [`Step::form`] can use
    ///   the number of the visitor
    ///
    /// A request that fails for every visitor is a note, because its path may be wrong.
    ///
    /// The application is a tower service, such as an axum router. `walk::actix` and `walk::rocket`
    /// make one of an application of these frameworks (features `actix` and `rocket`). If its body
    /// is not [`Body`](axum_core::body::Body), wrap it in `tower::util::MapRequest`. The walk needs
    /// no async runtime, but the application may.
    ///
    /// ```
    /// mod cookies { cookie_decl::declare_cookies! {
    ///     pub policy;
    ///     cookie | duration;
    ///     /// Needed
    ///     ///
    ///     /// Without it we would ask you on every page.
    ///     category Necessary: exempt {
    ///         /// Remembers your choice about cookies
    ///         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    ///     }
    ///     /// Audience
    ///     category Statistics: opt_in {
    ///         /// Remembers what you looked at last
    ///         RECENT: u32 = "recent" | 30 days;
    ///     }
    /// } }
    ///
    /// use axum::{Router, response::IntoResponse, routing::get};
    /// use cookie_decl::{Guard, Visitor, error::SetError};
    /// use cookie_decl_audit::{Audit, Rule};
    /// use cookies::{Category, POLICY, RECENT};
    ///
    /// async fn product(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
    ///     Ok((RECENT.set_if(visitor.consent(), 42)?, "Product 42"))
    /// }
    ///
    /// async fn old() -> impl IntoResponse {
    ///     ([("set-cookie", "recent=41; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=Lax")], "Product 41")
    /// }
    ///
    /// fn app() -> Router {
    ///     let guard = Guard::new(POLICY);
    ///     let routes = Router::new().route("/product", get(product)).route("/old", get(old));
    ///     routes.merge(guard.routes()).layer(guard)
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let audit = Audit::new(POLICY);
    /// audit.walk(app(), ["/product"]).await.assert_clean();
    ///
    /// let report = audit.walk(app(), ["/product", "/old"]).await;
    /// assert_eq!(report.findings[0].rule, Rule::NotConsented);
    /// assert!(report.to_string().starts_with("GET /old (never asked, refused, withdrew): "));
    /// # }
    /// ```
    ///
    /// # Panics
    /// If a path does not start with `/` or is not valid, or if a cookie of
    /// [`granted`](Self::granted) or [`refused`](Self::refused) has characters that a header cannot
    /// have.
    pub async fn walk<S, R>(
        &self,
        mut service: S,
        requests: impl IntoIterator<Item = impl Into<Step>>,
    ) -> Report
    where
        S: Service<Request<Body>, Response = Response<R>>,
        S::Error: Display,
        R: http_body::Body,
        R::Error: Display,
    {
        let steps = requests.into_iter().map(Into::into).collect();
        let answers = answers(self);
        let answer = match &answers {
            Answers::Cookies { refusal, .. } => refusal.first().map(|cookie| &*cookie.name),
            _ => None,
        };
        let mut site = Process::new(self, &mut service);
        let visits = visit_all(&mut site, steps, &answers).await;
        self.settle(judge_by_guard(&self.file, self.now(), &visits, answer))
    }
}
