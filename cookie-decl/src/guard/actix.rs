//! The guard as middleware of actix-web, extractors, and responses.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use core::future::{Future, Ready, ready};
use core::pin::Pin;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::{Error, InternalError, ResponseError};
use actix_web::http::header::{self, HeaderMap, TryIntoHeaderPair};
use actix_web::middleware::{Next, from_fn};
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse, Responder, web};

use crate::consent::gate::Categories;
use crate::guard::exchange::HeaderChange;
use crate::guard::extract::{Extract as _, for_each_extract};
use crate::guard::handle::Guard;
use crate::guard::post::LONGEST_FORM;
use crate::guard::rejection::{Respond, for_each_error};
use crate::guard::with_cookies::WithCookies;
use crate::wire::set_cookie::SetCookie;

type Local<T> = Pin<Box<dyn Future<Output = T>>>;
type Reply = Local<Result<ServiceResponse, Error>>;
type Site = dyn Service<ServiceRequest, Response = ServiceResponse, Error = Error, Future = Reply>;

/// Wraps an application, with `App::wrap`. It also serves the pages.
///
/// Call `wrap` with it last, because the middleware that is added last sees a response last.
impl<K: Categories, S, B> Transform<S, ServiceRequest> for Guard<K>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type InitError = ();
    type Transform = Box<Site>;
    type Future = Local<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        let guard = self.clone();
        let serve = move |request, next| Box::pin(serve(guard.clone(), request, next)) as Reply;
        let service = from_fn::<_, ()>(serve).new_transform(inner);
        Box::pin(async { Ok(Box::new(service.await?) as Box<Site>) })
    }
}

async fn serve<K: Categories>(
    guard: Guard<K>,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse, Error> {
    let guard = guard.watched(request.extensions().get());
    let address = request.uri().to_string();
    let exchange = guard.receive(request.method().as_str(), &address, request.headers());
    exchange.visitor().record_objection().await;
    let mut response = if exchange.is_page() {
        let body = request.extract::<web::Payload>().await?;
        let page = match body.to_bytes_limited(LONGEST_FORM).await {
            Ok(Ok(body)) => exchange.respond(&body).await,
            failed => exchange.refuse(failed.is_err()),
        };
        request.into_response(answer(page))
    } else {
        edit(exchange.hide(), request.headers_mut());
        request.extensions_mut().insert(exchange.visitor().clone());
        // The server turns an error into a response outside of the guard, so this is done here.
        let respond = |error: Error| {
            let mut response = error.error_response();
            edit(exchange.finish(response.headers()), response.headers_mut());
            InternalError::from_response(error, response)
        };
        let response = next.call(request).await.map_err(respond)?;
        response.map_into_boxed_body()
    };
    edit(exchange.finish(response.headers()), response.headers_mut());
    Ok(response)
}

fn edit(changes: impl IntoIterator<Item = HeaderChange>, headers: &mut HeaderMap) {
    for (name, values) in changes {
        headers.remove(name.as_str());
        for value in &values {
            let pair = (name.as_str(), value.as_bytes()).try_into_pair();
            let (name, value) = pair.expect("it was a header of `http` 1");
            headers.append(name, value);
        }
    }
}

fn answer(page: http::Response<String>) -> HttpResponse {
    let status = page.status().as_u16().try_into().unwrap_or_default();
    let mut answer = HttpResponse::build(status);
    for (name, value) in page.headers() {
        answer.append_header((name.as_str(), value.as_bytes()));
    }
    answer.body(page.into_body())
}

macro_rules! extract {
    ($([$($parameters:tt)*] $type:ty, $error:ty, $status:literal;)+) => {$(
        impl<$($parameters)*> FromRequest for $type {
            type Error = $error;
            type Future = Ready<Result<Self, $error>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                ready(Self::from_visitor(request.extensions().get()))
            }
        }
    )+};
}
for_each_extract!(extract);

macro_rules! respond {
    ($(#[$doc:meta] $error:ty;)+) => {$(
        #[$doc]
        impl ResponseError for $error {
            fn error_response(&self) -> HttpResponse {
                answer(Respond::respond(self))
            }
        }
    )+};
}
for_each_error!(respond);

/// A `Set-Cookie` field, for `append_header`.
impl TryIntoHeaderPair for SetCookie {
    type Error = header::InvalidHeaderValue;

    fn try_into_pair(self) -> Result<(header::HeaderName, header::HeaderValue), Self::Error> {
        Ok((header::SET_COOKIE, self.to_header_value().try_into()?))
    }
}

/// Adds a `Set-Cookie` field for each cookie.
impl<R: Responder> Responder for WithCookies<R> {
    type Body = EitherBody<R::Body>;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<Self::Body> {
        let response = self.response.customize();
        let cookies = self.cookies.into_iter();
        let response = cookies.fold(response, actix_web::CustomizeResponder::append_header);
        response.respond_to(request)
    }
}
