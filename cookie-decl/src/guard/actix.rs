//! The guard as middleware of actix-web, extractors, and responses.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::future::{Future, Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    self, HeaderMap, HeaderName, HeaderValue, InvalidHeaderValue, TryIntoHeaderPair,
};
use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest, HttpResponse, Responder, ResponseError, web,
};

use crate::consent::gate::{Categories, Gated};
use crate::consent::{Consent, Granted};
use crate::guard::copied::{HeaderChange, changes, copied_request};
use crate::guard::handle::Guard;
use crate::guard::hide::hide;
use crate::guard::pages::{refuse_body, respond};
use crate::guard::post::LONGEST_FORM;
use crate::guard::rejection::{MissingLayer, NotGranted, Respond, for_each_error, granted};
use crate::guard::visitor::Visitor;
use crate::guard::with_cookies::WithCookies;
use crate::wire::set_cookie::SetCookie;

/// Wraps an application, with `App::wrap`. It also serves the pages.
///
/// Call `wrap` with it last, because the middleware that is added last sees a response last.
impl<K, S, B> Transform<S, ServiceRequest> for Guard<K>
where
    K: Categories,
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type InitError = ();
    type Transform = Middleware<K, S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        let (guard, inner) = (self.clone(), Rc::new(inner));
        ready(Ok(Middleware { guard, inner }))
    }
}

/// A service of actix-web inside a [`Guard`].
pub struct Middleware<K, S> {
    guard: Guard<K>,
    inner: Rc<S>,
}

impl<K, S, B> Service<ServiceRequest> for Middleware<K, S>
where
    K: Categories,
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>>>>;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let (guard, inner) = (self.guard.clone(), Rc::clone(&self.inner));
        Box::pin(async move {
            let address = alloc::format!("{}", request.uri());
            let mut copy = copied_request(request.method().as_str(), &address, request.headers());
            let visitor = guard.read(copy.method(), copy.uri(), copy.headers());
            visitor.record_objection().await;
            if guard.is_page(request.path()) {
                let body = request.extract::<web::Payload>().await?;
                let response = match body.to_bytes_limited(LONGEST_FORM).await {
                    Ok(Ok(body)) => respond(&visitor, copy.method(), copy.headers(), &body).await,
                    failed => refuse_body(&visitor, failed.is_err()),
                };
                let mut response = request.into_response(answer(response));
                finish(&guard, &visitor, response.headers_mut());
                return Ok(response.map_into_right_body());
            }
            if guard.settings.hides {
                let before = copy.headers().clone();
                hide(visitor.request(), copy.headers_mut());
                edit(request.headers_mut(), changes(&before, copy.headers()));
            }
            request.extensions_mut().insert(visitor.clone());
            match inner.call(request).await {
                Ok(mut response) => {
                    finish(&guard, &visitor, response.headers_mut());
                    Ok(response.map_into_left_body())
                }
                // The server turns it into a response outside of the guard, so this is done here.
                Err(error) => {
                    let mut response = error.error_response();
                    finish(&guard, &visitor, response.headers_mut());
                    Err(InternalError::from_response(error, response).into())
                }
            }
        })
    }
}

fn finish<K: Categories>(guard: &Guard<K>, visitor: &Visitor<K>, headers: &mut HeaderMap) {
    let changes = guard.finish_copied(visitor, &*headers);
    edit(headers, changes);
}

fn edit(headers: &mut HeaderMap, changes: Vec<HeaderChange>) {
    for (name, values) in changes {
        let name = HeaderName::from_bytes(name.as_ref()).expect("it was a name of `http` 1");
        headers.remove(&name);
        for value in values {
            let value = HeaderValue::from_bytes(value.as_bytes());
            headers.append(name.clone(), value.expect("it was a value of `http` 1"));
        }
    }
}

fn answer(response: http::Response<String>) -> HttpResponse {
    let (head, body) = response.into_parts();
    let status = StatusCode::from_u16(head.status.as_u16()).unwrap_or_default();
    let mut answer = HttpResponse::build(status);
    for (name, value) in &head.headers {
        answer.append_header((name.as_str(), value.as_bytes()));
    }
    answer.body(body)
}

fn visitor<K: Categories>(request: &HttpRequest) -> Result<Visitor<K>, MissingLayer> {
    let visitor = request.extensions().get().cloned();
    visitor.ok_or(MissingLayer)
}

macro_rules! extract {
    ($([$($parameters:tt)*] $type:ty, $error:ty: $read:expr;)+) => {$(
        impl<$($parameters)*> FromRequest for $type {
            type Error = $error;
            type Future = Ready<Result<Self, $error>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                ready($read(request))
            }
        }
    )+};
}

extract! {
    [K: Categories] Visitor<K>, MissingLayer: visitor;
    [K: Categories] Consent<K>, MissingLayer: |request| visitor(request).map(|it| *it.consent());
    [C: Gated] Granted<'static, C>, NotGranted: |request| {
        granted(visitor(request).as_ref().map_err(|missing| *missing))
    };
}

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
    type Error = InvalidHeaderValue;

    fn try_into_pair(self) -> Result<(HeaderName, HeaderValue), Self::Error> {
        Ok((header::SET_COOKIE, self.to_header_value().try_into()?))
    }
}

/// Adds a `Set-Cookie` field for each cookie.
impl<R: Responder> Responder for WithCookies<R> {
    type Body = R::Body;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<R::Body> {
        let mut response = self.response.respond_to(request);
        for cookie in self.cookies {
            let (name, value) = cookie.try_into_pair().expect("a cookie is a header value");
            response.headers_mut().append(name, value);
        }
        response
    }
}
