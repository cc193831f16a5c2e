//! A site of Rocket as a service that a walk takes.

use std::sync::Arc;

use axum_core::body::Body;
use cookie_decl::guard::Watch;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use rocket::http::{Header, Method};
use rocket::local::asynchronous::Client;
use rocket::{Phase, Rocket};
use tower::Service;

use crate::walk::exchange::is_stream;

/// Makes a site of Rocket a service for [`Audit::walk`](crate::Audit::walk).
///
/// Call it inside `#[rocket::async_test]`.
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
/// use cookie_decl::guard::WithCookies;
/// use cookie_decl::{Guard, Visitor, error::SetError};
/// use cookie_decl_audit::{Audit, walk};
/// use cookies::{Category, POLICY, RECENT};
/// use rocket::{get, routes};
///
/// #[get("/product")]
/// fn product(visitor: Visitor<Category>) -> Result<WithCookies<&'static str>, SetError> {
///     Ok(WithCookies::new(RECENT.set_if(visitor.consent(), 42)?, "Product 42"))
/// }
///
/// # rocket::async_test(async {
/// let rocket = rocket::build().mount("/", routes![product]).attach(Guard::new(POLICY));
/// let site = walk::rocket(rocket).await?;
/// Audit::new(POLICY).walk(site, ["/product"]).await.assert_clean();
/// # Ok::<(), rocket::Error>(()) })?;
/// # Ok::<(), rocket::Error>(())
/// ```
///
/// # Errors
/// If the site does not start.
pub async fn rocket(
    rocket: Rocket<impl Phase>,
) -> Result<impl Service<Request<Body>, Response = Response<Body>, Error = String>, rocket::Error> {
    // The walk itself keeps the cookies.
    let client = Arc::new(Client::untracked(rocket).await?);
    Ok(tower::service_fn(move |request: Request<Body>| {
        let client = Arc::clone(&client);
        // Rocket's future is large.
        Box::pin(async move { dispatch(&client, request).await })
    }))
}

async fn dispatch(client: &Client, request: Request<Body>) -> Result<Response<Body>, String> {
    let (head, body) = request.into_parts();
    let method = head.method.as_str().parse::<Method>();
    let method = method.map_err(|()| format!("Rocket has no method {}", head.method))?;
    let mut request = client.req(method, head.uri.to_string());
    for (name, value) in &head.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        request.add_header(Header::new(name.to_string(), value));
    }
    let body = body.collect().await.map_err(|error| error.to_string())?;
    request.set_body(body.to_bytes());
    request
        .inner()
        .local_cache(|| head.extensions.get::<Watch>().cloned());
    let answer = request.dispatch().await;
    let mut response = Response::builder().status(answer.status().code);
    for header in answer.headers().iter() {
        response = response.header(header.name().as_str(), header.value());
    }
    let response = response
        .body(Body::empty())
        .map_err(|error| error.to_string())?;
    if is_stream(&response) {
        return Ok(response);
    }
    let body = answer.into_bytes().await.unwrap_or_default();
    Ok(response.map(|_| body.into()))
}
