//! The guard as a tower layer, and the pages as a tower service.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use http::{Request, Response};
use http_body::Body;
use http_body_util::{BodyExt as _, Limited};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::answer::LONGEST_FORM;
use super::{Guard, Visitor};
use crate::Categories;

impl<K> Guard<K> {
    /// The guard as a layer: it reads the visitor's answer once for each request, offers it to the application as a
    /// [`Visitor`] in the request's extensions, and holds the response against the table.
    ///
    /// It is the outermost of all layers that set cookies, sessions say: with `Router::layer` the last one, in a
    /// `ServiceBuilder` the first one. What is outside is not seen.
    pub fn layer(&self) -> GuardLayer<K> {
        GuardLayer {
            guard: self.clone(),
        }
    }

    /// The pages as a service, for any router: it answers requests for paths under the guard's
    /// [address](Self::address). The layer has to be around it.
    pub fn pages(&self) -> Pages<K> {
        Pages {
            guard: self.clone(),
        }
    }
}

/// The guard as a tower layer, from [`Guard::layer`].
pub struct GuardLayer<K> {
    guard: Guard<K>,
}

impl<K, S> Layer<S> for GuardLayer<K> {
    type Service = GuardService<K, S>;

    fn layer(&self, inner: S) -> Self::Service {
        GuardService {
            guard: self.guard.clone(),
            inner,
        }
    }
}

/// A service behind the guard, from [`GuardLayer`].
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
    type Future = Guarded<K, S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    #[inline]
    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let visitor = self
            .guard
            .visitor(request.method(), request.uri(), request.headers());
        if self.guard.settings.hides {
            self.guard.hide(&visitor, request.headers_mut());
        }
        request.extensions_mut().insert(visitor.clone());
        Guarded {
            response: self.inner.call(request),
            visitor,
        }
    }
}

pin_project! {
    /// The response of a service behind the guard.
    pub struct Guarded<K, F> {
        #[pin]
        response: F,
        visitor: Visitor<K>,
    }
}

impl<K, F, R, E> Future for Guarded<K, F>
where
    K: Categories,
    F: Future<Output = Result<Response<R>, E>>,
{
    type Output = F::Output;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // Where it is: a response is large.
        let mut polled = this.response.poll(context);
        if let Poll::Ready(Ok(response)) = &mut polled {
            let guard = this.visitor.guard();
            guard.finish(this.visitor, response.headers_mut());
        }
        polled
    }
}

/// The pages as a tower service, from [`Guard::pages`].
pub struct Pages<K> {
    guard: Guard<K>,
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
        let (head, body) = request.into_parts();
        // Without the layer the answer is read here, and nothing else depends on it.
        let visitor = head.extensions.get::<Visitor<K>>().cloned();
        let visitor =
            visitor.unwrap_or_else(|| guard.visitor(&head.method, &head.uri, &head.headers));
        Box::pin(async move {
            if !guard.reads_body(&visitor, &head.method) {
                return Ok(guard.respond(&visitor, &head.method, &head.headers, &[]));
            }
            let body = Limited::new(body, LONGEST_FORM).collect().await;
            Ok(match body {
                Ok(body) => guard.respond(&visitor, &head.method, &head.headers, &body.to_bytes()),
                Err(error) => {
                    Guard::<K>::refuse_body(error.is::<http_body_util::LengthLimitError>())
                }
            })
        })
    }
}

impl<K> Clone for GuardLayer<K> {
    fn clone(&self) -> Self {
        Self {
            guard: self.guard.clone(),
        }
    }
}

impl<K> fmt::Debug for GuardLayer<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("GuardLayer").field(&self.guard).finish()
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

impl<K, F> fmt::Debug for Guarded<K, F> {
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
