//! An application of actix-web as a service that a walk takes.

use std::rc::Rc;

use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{Service as _, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpMessage as _};
use axum_core::body::Body;
use cookie_decl::guard::Watch;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use tower::Service;

use crate::walk::exchange::is_stream;

/// Makes an application of actix-web a service for [`Audit::walk`](crate::Audit::walk).
///
/// Call it inside `#[actix_web::test]`.
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
/// use actix_web::{App, Responder, web};
/// use cookie_decl::guard::WithCookies;
/// use cookie_decl::{Guard, Visitor, error::SetError};
/// use cookie_decl_audit::{Audit, walk};
/// use cookies::{Category, POLICY, RECENT};
///
/// async fn product(visitor: Visitor<Category>) -> Result<impl Responder, SetError> {
///     Ok(WithCookies::new(RECENT.set_if(visitor.consent(), 42)?, "Product 42"))
/// }
///
/// # actix_web::rt::System::new().block_on(async {
/// let app = App::new().route("/product", web::get().to(product)).wrap(Guard::new(POLICY));
/// let app = walk::actix(app).await;
/// Audit::new(POLICY).walk(app, ["/product"]).await.assert_clean();
/// # });
/// ```
///
/// # Panics
/// If the application does not start.
pub async fn actix<T, B>(
    app: App<T>,
) -> impl Service<Request<Body>, Response = Response<Body>, Error = String>
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let app = Rc::new(init_service(app).await);
    tower::service_fn(move |request: Request<Body>| {
        let app = Rc::clone(&app);
        async move {
            let (head, body) = request.into_parts();
            let body = body.collect().await.map_err(|error| error.to_string())?;
            let mut request = TestRequest::with_uri(&head.uri.to_string())
                .method(head.method.as_str().parse().expect("it is a method"))
                .set_payload(body.to_bytes());
            for (name, value) in &head.headers {
                request = request.append_header((name.as_str(), value.as_bytes()));
            }
            let request = request.to_request();
            if let Some(watch) = head.extensions.get::<Watch>() {
                request.extensions_mut().insert(watch.clone());
            }
            // As actix-web's server does.
            let answer = app.call(request).await.map_or_else(
                |error| error.error_response().map_into_boxed_body(),
                |response| response.into_parts().1.map_into_boxed_body(),
            );
            let mut response = Response::builder().status(answer.status().as_u16());
            for (name, value) in answer.headers() {
                response = response.header(name.as_str(), value.as_bytes());
            }
            let response = response.body(Body::empty());
            let response = response.map_err(|error| error.to_string())?;
            if is_stream(&response) {
                return Ok(response);
            }
            let body = to_bytes(answer.into_body()).await;
            let body = body.map_err(|error| error.to_string())?;
            Ok(response.map(|_| body.into()))
        }
    })
}
