//! The guard as middleware of poem. Copy this file.

use cookie_decl::consent::Categories;
use cookie_decl::{Guard, Visitor};
use poem::{Endpoint, Middleware, Request, Response, Result};
use tokio::io::AsyncReadExt as _;

/// One byte more than the longest form, which is then refused.
const LIMIT: u64 = 16 * 1024 + 1;

/// Wraps an endpoint, pages included. Use it last: `app.with(Guarded(guard))`.
pub(crate) struct Guarded<K>(pub(crate) Guard<K>);

impl<K: Categories, E: Endpoint> Middleware<E> for Guarded<K> {
    type Output = GuardedEndpoint<K, E>;

    fn transform(&self, inner: E) -> Self::Output {
        let guard = self.0.clone();
        GuardedEndpoint { guard, inner }
    }
}

pub(crate) struct GuardedEndpoint<K, E> {
    guard: Guard<K>,
    inner: E,
}

impl<K: Categories, E: Endpoint> Endpoint for GuardedEndpoint<K, E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let guard = &self.guard;
        let visitor = guard.visitor(request.method(), request.uri(), request.headers());
        visitor.record_objection().await;
        let mut response = if guard.is_page(request.uri().path()) {
            page(guard, &visitor, request).await
        } else {
            request.extensions_mut().insert(visitor.clone());
            // An error is a response as well, which may set cookies.
            self.inner.get_response(request).await
        };
        guard.finish(&visitor, response.headers_mut());
        Ok(response)
    }
}

async fn page<K: Categories>(
    guard: &Guard<K>,
    visitor: &Visitor<K>,
    mut request: Request,
) -> Response {
    let mut body = Vec::new();
    let read = request
        .take_body()
        .into_async_read()
        .take(LIMIT)
        .read_to_end(&mut body)
        .await;
    if read.is_err() {
        body.clear();
    }
    let response = guard
        .respond(visitor, request.method(), request.headers(), &body)
        .await;
    let (head, body) = response.into_parts();
    let mut response = Response::builder().status(head.status).body(body);
    *response.headers_mut() = head.headers;
    response
}
