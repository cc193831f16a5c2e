//! The site as a service in the same process.

use std::fmt::Display;

use axum_core::body::Body;
use bytes::Bytes;
use cookie_decl::__private::Categories;
use cookie_decl::guard::{Lifetime, Received, Watch};
use cookie_decl::table::CategoryInfo;
use cookie_decl::{Consent, SetCookie};
use http::{HeaderValue, Request, Response};
use tower_service::Service;

use crate::audit::Audit;
use crate::policy_file::PolicyFile;
use crate::visitor::Visitor;
use crate::walk::answers::Answers;
use crate::walk::exchange::send;
use crate::walk::visitors::{Reply, Site};

/// The service, with its observers.
pub(crate) struct Process<'a, K, S> {
    audit: &'a Audit<K>,
    service: &'a mut S,
    /// The observer of the application's guard, in every request.
    inside: Watch,
    /// The observer of the walk's guard, which wraps the application.
    outside: Watch,
}

impl<'a, K: Categories, S> Process<'a, K, S> {
    pub(crate) fn new(audit: &'a Audit<K>, service: &'a mut S) -> Self {
        Self {
            audit,
            service,
            inside: Watch::new(audit.now()),
            outside: Watch::new(audit.now()),
        }
    }
}

impl<K, S, R> Site for Process<'_, K, S>
where
    K: Categories,
    S: Service<Request<Body>, Response = Response<R>>,
    S::Error: Display,
    R: http_body::Body,
    R::Error: Display,
{
    fn file(&self) -> &PolicyFile {
        &self.audit.file
    }

    fn origin(&self) -> &str {
        self.audit.site()
    }

    fn now(&self) -> u64 {
        self.audit.now()
    }

    fn start_again(&mut self) {
        let now = self.audit.now();
        (self.inside, self.outside) = (Watch::new(now), Watch::new(now));
    }

    async fn send(&mut self, request: Request<Bytes>) -> Result<Reply, String> {
        let mut sent = request.clone();
        sent.extensions_mut().insert(self.inside.clone());
        let response = send(self.service, sent).await;
        let inside = self.inside.take();
        let response = response?;
        let guard = self.audit.guard.watched(Some(&self.outside));
        let reader = guard.visitor(request.method(), request.uri(), request.headers());
        // A copy, because caches and browsers receive the response unchanged.
        guard.finish(&reader, &mut response.headers().clone());
        Ok(Reply {
            response,
            inside,
            outside: self.outside.take(),
        })
    }
}

/// Returns the answers of visitors as cookies.
pub(crate) fn answers<K: Categories>(audit: &Audit<K>) -> Answers {
    if !audit.granted.is_empty() || !audit.refused.is_empty() {
        let answers = Answers::in_banner(&audit.granted, &audit.refused);
        return answers
            .unwrap_or_else(|(name, value)| panic!("a cookie cannot be `{name}={value}`"));
    }
    if audit.file.consent_elsewhere.is_some() {
        return Answers::Impossible(
            "visitors answer in a banner that is not the guard's, so no visitor was asked: name its cookies \
             with `granted` and `refused`",
        );
    }
    let kept = |consent: Consent<K>| audit.answer(&consent).as_ref().map(received);
    let refusal = kept(Consent::refuse_all(audit.now()));
    let agreement = kept(Consent::accept_all(audit.now()));
    let single = Visitor::of(&audit.file).into_iter();
    let single = single.filter(|it| it.is_single());
    let single = single.filter_map(|visitor| kept(grants(visitor, audit)));
    match refusal.zip(agreement) {
        Some((refusal, agreement)) => Answers::Cookies {
            refusal: vec![refusal],
            agreement: vec![agreement],
            single: single.collect(),
        },
        None => {
            Answers::Impossible("the table has no row of type `Consent`, so no visitor was asked")
        }
    }
}

/// Returns what a visitor granted.
fn grants<K: Categories>(visitor: Visitor, audit: &Audit<K>) -> Consent<K> {
    let granted: Vec<_> = visitor.granted(&audit.file).collect();
    let is_granted = |category: &K| granted.contains(&<&CategoryInfo>::from(*category).name());
    let categories = K::ALL.iter().copied().filter(is_granted);
    categories.fold(Consent::decide(audit.now()), Consent::grant)
}

/// Returns a cookie of the library as a browser receives it.
fn received(cookie: &SetCookie) -> Received {
    let attributes = cookie.attributes();
    Received {
        header: HeaderValue::from(cookie.clone()),
        name: cookie.name().to_owned(),
        value: cookie.value().into(),
        path: attributes.path().to_owned(),
        domain: attributes.domain().map(String::from),
        same_site: Some(attributes.same_site().as_str().to_owned()),
        secure: attributes.secure(),
        http_only: attributes.http_only(),
        partitioned: attributes.partitioned(),
        lifetime: Lifetime::Session,
    }
}
