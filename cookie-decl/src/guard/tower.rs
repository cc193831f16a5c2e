//! The guard as a tower layer, and the pages as a tower service.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

#[cfg(feature = "axum")]
use axum::extract::OriginalUri;
use http::{Request, Response, Uri};
use http_body::Body;
use http_body_util::{BodyExt as _, Limited};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::consent::gate::Categories;
use crate::guard::any_visitor::AnyVisitor;
use crate::guard::handle::Guard;
use crate::guard::hide::hide;
use crate::guard::objection::{Objecting, objection};
use crate::guard::pages::{reads_body, refuse_body, respond};
use crate::guard::post::LONGEST_FORM;
use crate::guard::response::finish;
use crate::guard::visitor::Visitor;

impl<K, S> Layer<S> for Guard<K> {
    type Service = GuardService<K, S>;

    fn layer(&self, inner: S) -> Self::Service {
        GuardService {
            guard: self.clone(),
            inner,
        }
    }
}

/// The address that visitors know: a nested router of axum sees it without its prefix.
fn shown_address<B>(request: &Request<B>) -> &Uri {
    #[cfg(feature = "axum")]
    if let Some(OriginalUri(uri)) = request.extensions().get() {
        return uri;
    }
    request.uri()
}

/// A service inside a [`Guard`].
pub struct GuardService<K, S> {
    guard: Guard<K>,
    inner: S,
}

impl<K, S, B, R> Service<Request<B>> for GuardService<K, S>
where
    K: Categories,
    S: Service<Request<B>, Response = Response<R>>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Guarded<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    #[inline]
    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let guard = self.guard.watched(request.extensions().get());
        let visitor = guard.read(request.method(), shown_address(&request), request.headers());
        if guard.settings.hides {
            hide(visitor.request(), request.headers_mut());
        }
        let extension = Visitor::<K>::new(visitor.clone());
        request.extensions_mut().insert(extension);
        Guarded {
            objecting: objection(&visitor),
            response: self.inner.call(request),
            visitor,
        }
    }
}

pin_project! {
    /// The response of a service inside a [`Guard`].
    pub struct Guarded<F> {
        #[pin]
        response: F,
        // Records the visitor's objection, before the response is sent.
        objecting: Option<Objecting>,
        visitor: AnyVisitor,
    }
}

impl<F, R, E> Future for Guarded<F>
where
    F: Future<Output = Result<Response<R>, E>>,
{
    type Output = F::Output;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Some(objecting) = this.objecting {
            ready!(objecting.as_mut().poll(context));
            *this.objecting = None;
        }
        // Not moved, because a response is large.
        let mut polled = this.response.poll(context);
        if let Poll::Ready(Ok(response)) = &mut polled {
            finish(this.visitor.request(), response.headers_mut());
        }
        polled
    }
}

/// The pages as a tower service, from [`Guard::pages`].
pub struct Pages<K> {
    guard: Guard<K>,
}

impl<K> Pages<K> {
    pub(super) fn new(guard: &Guard<K>) -> Self {
        Self {
            guard: guard.clone(),
        }
    }
}

impl<K, B> Service<Request<B>> for Pages<K>
where
    K: Categories,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn core::error::Error + Send + Sync>>,
{
    type Response = Response<String>;
    type Error = core::convert::Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let guard = self.guard.clone();
        // Without the layer the visitor is read here.
        let visitor = match request.extensions().get::<Visitor<K>>() {
            Some(visitor) => visitor.any().clone(),
            None => guard.read(request.method(), shown_address(&request), request.headers()),
        };
        let (head, body) = request.into_parts();
        Box::pin(async move {
            if !reads_body(&visitor, &head.method) {
                return Ok(respond(&visitor, &head.method, &head.headers, &[]).await);
            }
            let body = Limited::new(body, LONGEST_FORM).collect().await;
            Ok(match body {
                Ok(body) => respond(&visitor, &head.method, &head.headers, &body.to_bytes()).await,
                Err(error) => refuse_body(&visitor, error.is::<http_body_util::LengthLimitError>()),
            })
        })
    }
}

impl<K, S: Clone> Clone for GuardService<K, S> {
    fn clone(&self) -> Self {
        Self {
            guard: self.guard.clone(),
            inner: self.inner.clone(),
        }
    }
}

impl<K, S: fmt::Debug> fmt::Debug for GuardService<K, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GuardService")
            .field("guard", &self.guard)
            .field("inner", &self.inner)
            .finish()
    }
}

impl<F> fmt::Debug for Guarded<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guarded").finish_non_exhaustive()
    }
}

impl<K> Clone for Pages<K> {
    fn clone(&self) -> Self {
        Self {
            guard: self.guard.clone(),
        }
    }
}

impl<K> fmt::Debug for Pages<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pages").field(&self.guard).finish()
    }
}
