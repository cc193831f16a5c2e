//! A whole site inside the guard, with the pages.

use alloc::boxed::Box;
use alloc::string::String;
use core::convert::Infallible;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use http::{Request, Response};
use http_body::Body;
use http_body_util::Either;
use pin_project_lite::pin_project;
use tower_layer::Layer as _;
use tower_service::Service;

use crate::consent::gate::Categories;
use crate::guard::handle::Guard;
use crate::guard::tower::{GuardService, Pages};

/// A service beside the pages, from [`Guard::protect_service`].
pub struct Site<K, S> {
    guard: Guard<K>,
    inner: S,
}

pub(super) fn protect_service<K, S>(guard: &Guard<K>, inner: S) -> GuardService<K, Site<K, S>> {
    let guard = guard.clone();
    guard.clone().layer(Site { guard, inner })
}

impl<K, S, B, R> Service<Request<B>> for Site<K, S>
where
    K: Categories,
    S: Service<Request<B>, Response = Response<R>>,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn core::error::Error + Send + Sync>>,
{
    type Response = Response<Either<String, R>>;
    type Error = S::Error;
    type Future = Served<<Pages<K> as Service<Request<B>>>::Future, S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let by = if self.guard.is_page(request.uri().path()) {
            let page = Pages::new(&self.guard).call(request);
            By::Page { page }
        } else {
            let inner = self.inner.call(request);
            By::Inner { inner }
        };
        Served { by }
    }
}

pin_project! {
    /// The response of a [`Site`].
    pub struct Served<P, F> {
        #[pin]
        by: By<P, F>,
    }
}

pin_project! {
    #[project = Polled]
    enum By<P, F> {
        Page { #[pin] page: P },
        Inner { #[pin] inner: F },
    }
}

impl<P, F, R, E> Future for Served<P, F>
where
    P: Future<Output = Result<Response<String>, Infallible>>,
    F: Future<Output = Result<Response<R>, E>>,
{
    type Output = Result<Response<Either<String, R>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project().by.project() {
            Polled::Page { page } => {
                let polled = page.poll(context);
                let polled = polled.map_ok(|page| page.map(Either::Left));
                polled.map_err(|never| match never {})
            }
            Polled::Inner { inner } => {
                let polled = inner.poll(context);
                polled.map_ok(|response| response.map(Either::Right))
            }
        }
    }
}

impl<K, S: Clone> Clone for Site<K, S> {
    fn clone(&self) -> Self {
        Self {
            guard: self.guard.clone(),
            inner: self.inner.clone(),
        }
    }
}

impl<K, S: fmt::Debug> fmt::Debug for Site<K, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site")
            .field("guard", &self.guard)
            .field("inner", &self.inner)
            .finish()
    }
}

impl<P, F> fmt::Debug for Served<P, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Served").finish_non_exhaustive()
    }
}
