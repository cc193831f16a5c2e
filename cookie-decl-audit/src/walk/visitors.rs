//! The visitors, who all send the same requests.

use std::fmt::Display;

use axum_core::body::Body;
use bytes::Bytes;
use cookie_decl::__private::Categories;
use cookie_decl::guard::{Lifetime, Received, Watch};
use cookie_decl::{Consent, SetCookie};
use http::{HeaderValue, Request, Response};
use tower_service::Service;

use crate::audit::Audit;
use crate::policy_file::Gate;
use crate::walk::caches::{is_shared, varies_on_visitor};
use crate::walk::exchange::{Exchange, send};
use crate::walk::form::hidden_fields;
use crate::walk::jar::Jar;
use crate::walk::step::Step;

/// The visitors in their order.
pub(crate) const VISITORS: [&str; 4] = ["never asked", "refused", "agreed", "withdrew"];
const NEVER_ASKED: usize = 0;
const REFUSED: usize = 1;
const AGREED: usize = 2;
/// The visitor who agreed first, and then denied everything.
pub(crate) const WITHDREW: usize = 3;

/// Everything that was seen.
pub(crate) struct Visits {
    pub(crate) steps: Vec<Step>,
    pub(crate) exchanges: Vec<Exchange>,
    /// Requests without a response: step, visitor, and what happened.
    pub(crate) failures: Vec<(usize, usize, String)>,
    /// Steps whose response depends on the visitor, although shared caches keep it.
    pub(crate) mixed_up: Vec<usize>,
    /// The name of the cookie that keeps the answer.
    pub(crate) answer: Option<String>,
    /// What the visitor who withdrew still has.
    pub(crate) left: Vec<String>,
    pub(crate) notes: Vec<String>,
}

/// Lets every visitor send the requests.
pub(crate) async fn visit_all<K, S, R>(
    audit: &Audit<K>,
    service: &mut S,
    steps: Vec<Step>,
) -> Visits
where
    K: Categories,
    S: Service<Request<Body>, Response = Response<R>>,
    S::Error: Display,
    R: http_body::Body,
    R::Error: Display,
{
    let answers = [
        Consent::refuse_all(audit.now()),
        Consent::accept_all(audit.now()),
    ];
    let [refusal, agreement] = answers.map(|consent| audit.answer(&consent).map(|it| kept(&it)));
    let mut visits = Visits {
        steps,
        exchanges: Vec::new(),
        failures: Vec::new(),
        mixed_up: Vec::new(),
        answer: refusal.as_ref().map(|answer| answer.name.clone()),
        left: Vec::new(),
        notes: Vec::new(),
    };
    let mut browser = Browser {
        audit,
        service,
        jar: Jar::new(audit.site()),
        inside: Watch::new(audit.now()),
        outside: Watch::new(audit.now()),
        page: None,
    };
    browser.walk(NEVER_ASKED, &mut visits).await;
    match (refusal, agreement) {
        (Some(refusal), Some(agreement)) => {
            browser.start_again();
            browser.jar.store(&refusal);
            browser.walk(REFUSED, &mut visits).await;
            browser.start_again();
            browser.jar.store(&agreement);
            browser.walk(AGREED, &mut visits).await;
            browser.jar.store(&refusal);
            browser.walk(WITHDREW, &mut visits).await;
            visits.left = browser.jar.names().into_iter().map(String::from).collect();
            browser.start_again();
            browser.answer(&refusal.name, &mut visits).await;
        }
        _ if audit
            .file
            .categories
            .values()
            .any(|it| it.gate != Gate::Exempt) =>
        {
            visits.notes.push(
                "the table has no row of type `Consent`, so all visitors were never asked".into(),
            );
        }
        _ => {}
    }
    browser.compare(&mut visits).await;
    visits
}

/// A cookie of the library as a browser keeps it.
fn kept(cookie: &SetCookie) -> Received {
    let attributes = cookie.attributes();
    Received {
        header: HeaderValue::from(cookie.clone()),
        name: cookie.name().to_owned(),
        value: cookie.value().into(),
        path: attributes.path().to_owned(),
        domain: attributes.domain().map(String::from),
        partitioned: attributes.partitioned(),
        lifetime: Lifetime::Session,
    }
}

/// What a visitor sends requests with.
struct Browser<'a, K, S> {
    audit: &'a Audit<K>,
    service: &'a mut S,
    jar: Jar,
    /// In every request, for the guard of the application.
    inside: Watch,
    outside: Watch,
    /// The path and content of the last page.
    page: Option<(String, Bytes)>,
}

impl<K, S, R> Browser<'_, K, S>
where
    K: Categories,
    S: Service<Request<Body>, Response = Response<R>>,
    S::Error: Display,
    R: http_body::Body,
    R::Error: Display,
{
    /// The browser of another visitor.
    fn start_again(&mut self) {
        let (now, site) = (self.audit.now(), self.audit.site());
        self.jar = Jar::new(site);
        (self.inside, self.outside) = (Watch::new(now), Watch::new(now));
        self.page = None;
    }

    async fn walk(&mut self, visitor: usize, visits: &mut Visits) {
        for step in 0..visits.steps.len() {
            self.take(step, visitor, visits).await;
        }
    }

    /// Sends one request, and keeps what it brings.
    async fn take(&mut self, number: usize, visitor: usize, visits: &mut Visits) {
        let step = &visits.steps[number];
        let hidden = if step.is_of_page() {
            let page = self.page.as_ref();
            let fields = page.and_then(|(path, page)| hidden_fields(page, path, step.path()));
            if fields.is_none() {
                visits.notes.push(format!(
                    "{step} ({}): the page before has no form for it; add its page as the step \
                     before",
                    VISITORS[visitor]
                ));
            }
            fields.unwrap_or_default()
        } else {
            Vec::new()
        };
        let cookie = self.jar.field(step.path());
        let request = step.request(self.audit.site(), cookie, &hidden);
        match self.exchange(number, visitor, request).await {
            Ok(exchange) => {
                for cookie in &exchange.outside.cookies {
                    self.jar.store(cookie);
                }
                if exchange.is_page() {
                    let path = exchange.request.uri().path().to_owned();
                    self.page = Some((path, exchange.response.body().clone()));
                }
                visits.exchanges.push(exchange);
            }
            Err(message) => visits.failures.push((number, visitor, message)),
        }
    }

    async fn exchange(
        &mut self,
        step: usize,
        visitor: usize,
        request: Request<Bytes>,
    ) -> Result<Exchange, String> {
        let mut sent = request.clone();
        sent.extensions_mut().insert(self.inside.clone());
        let response = send(self.service, sent).await;
        let inside = self.inside.take();
        let response = response?;
        let guard = self.audit.guard.watched(&self.outside);
        let reader = guard.visitor(request.method(), request.uri(), request.headers());
        // A copy, because the response has to stay as caches and browsers get it.
        guard.finish(&reader, &mut response.headers().clone());
        Ok(Exchange {
            step,
            visitor,
            request,
            response,
            inside,
            outside: self.outside.take(),
        })
    }

    /// Posts the form of the guard's pages, unless a step set the answer.
    async fn answer(&mut self, name: &str, visits: &mut Visits) {
        let mut cookies = visits.exchanges.iter().flat_map(|it| &it.outside.cookies);
        let is_set = cookies.any(|it| it.name == name && it.lifetime != Lifetime::Removal);
        let mut addresses = visits.exchanges.iter().map(|it| &it.inside.address);
        let address = addresses.find_map(Option::as_deref);
        if let Some(address) = address.filter(|_| !is_set) {
            let form = Step::post(&format!("{address}/preferences")).form([("choice", "refuse")]);
            visits.steps.push(form);
            self.take(visits.steps.len() - 1, NEVER_ASKED, visits).await;
        }
    }

    /// Looks for responses that a shared cache would give to the wrong visitors.
    async fn compare(&mut self, visits: &mut Visits) {
        for step in 0..visits.steps.len() {
            let is_kept = |it: &&Exchange| {
                it.step == step
                    && it.request.method() == http::Method::GET
                    && is_shared(
                        it.response.status(),
                        it.response.headers(),
                        self.audit.now(),
                    )
                    && !varies_on_visitor(it.response.headers())
            };
            let mut kept = visits.exchanges.iter().filter(is_kept);
            let Some(first) = kept.next() else {
                continue;
            };
            let mut all = visits.exchanges.iter().filter(|it| it.step == step);
            if all.all(|other| other.content() == first.content()) {
                continue;
            }
            // A response that differs each time does not depend on the visitor.
            let again = self
                .exchange(step, first.visitor, first.request.clone())
                .await;
            if again.is_ok_and(|again| again.content() == first.content()) {
                visits.mixed_up.push(step);
            }
        }
    }
}
