//! The walk: an application's own service is asked as visitors of every kind would.

mod caches;
pub(crate) mod exchange;
mod form;
mod guarded;
mod jar;
pub(crate) mod judge;
mod process;
mod redirect;
mod repeat;
pub(crate) mod step;
pub(crate) mod visitors;

use std::fmt::Display;

use axum_core::body::Body;
use cookie_decl::__private::Categories;
use http::{Request, Response};
use tower_service::Service;

use crate::audit::Audit;
use crate::report::Report;
use crate::walk::guarded::judge_by_guard;
use crate::walk::process::{Process, answers};
pub use crate::walk::step::Step;
use crate::walk::visitors::{Answers, visit_all};

impl<K: Categories> Audit<K> {
    /// Sends requests to an application, in process, and compares the responses with the table.
    ///
    /// The requests are a sequence: cookies are kept from one to the next, and redirects on the
    /// site are followed, as a browser does. The whole sequence is sent by four visitors: one who
    /// was never asked, one who refused, one who agreed, and this last one again after withdrawing.
    /// If the table has a category that is `opt_out`, one more visitor sends `Sec-GPC`.
    ///
    /// The report has the cookies that break the table, wherever in the application they were set.
    /// A guard of the application does not drop them, whatever its mode, takes the time of the
    /// audit, and never panics. The report also has:
    ///
    /// - rows that the server should set, and that no response set
    /// - cookies that are kept for less time than the table says
    /// - cookies that no page removed after the visitor withdrew
    /// - cookies that were set outside of the application's guard
    /// - responses that a shared cache would give to the wrong visitors
    /// - panics of handlers
    /// - steps that were refused to some visitors, for a reason that is not their consent: what
    ///   comes after was not seen for them. Where each visitor needs data of its own,
    ///   [`Step::form`] has the number of the visitor
    ///
    /// A request that fails for every visitor is a note, because its path may be wrong.
    ///
    /// The application is a service of tower, such as a router of axum. One with another type of
    /// body than [`Body`](axum_core::body::Body) is wrapped in `tower::util::MapRequest`. The walk
    /// needs no runtime of its own, but the application may.
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
    /// If a path is not one: it starts with `/`, and may have a query. If a cookie that was
    /// [`granted`](Self::granted) or [`refused`](Self::refused) has characters that no header has.
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
