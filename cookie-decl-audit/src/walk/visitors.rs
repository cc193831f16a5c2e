//! The visitors, who all send the same requests.

use std::collections::BTreeSet;

use bytes::Bytes;
use cookie_decl::guard::{Lifetime, Received, Watched};
use http::{HeaderValue, Method, Request, Response};

use crate::policy_file::PolicyFile;
use crate::visitor::{NONE_ALONE, Visitor};
use crate::walk::answers::Answers;
use crate::walk::caches::{is_shared, varies_on_visitor};
use crate::walk::exchange::Exchange;
use crate::walk::form::{Form, forms, guard_address};
use crate::walk::jar::Jar;
use crate::walk::redirect::{Target, target};
use crate::walk::step::Step;

/// How many redirects are followed. Browsers have the same limit.
const MOST_REDIRECTS: usize = 20;

/// Where the requests are sent.
pub(crate) trait Site {
    fn file(&self) -> &PolicyFile;

    /// Scheme, host and port.
    fn origin(&self) -> &str;

    /// The time in seconds since 1970.
    fn now(&self) -> u64;

    /// Prepares for another visitor.
    fn start_again(&mut self);

    /// Sends a request, and reads what the response sets.
    ///
    /// # Errors
    /// Returns why there is no response.
    async fn send(&mut self, request: Request<Bytes>) -> Result<Reply, String>;
}

/// A response, and what guards saw of it.
pub(crate) struct Reply {
    pub(crate) response: Response<Bytes>,
    pub(crate) inside: Watched,
    pub(crate) outside: Watched,
}

/// Everything that was seen.
#[derive(Default)]
pub(crate) struct Visits {
    pub(crate) visitors: BTreeSet<Visitor>,
    pub(crate) steps: Vec<Step>,
    pub(crate) exchanges: Vec<Exchange>,
    /// The requests without a response, each with its visitor and the reason.
    pub(crate) failures: Vec<(String, Visitor, String)>,
    /// The cookies of the banner, which no response has to set.
    pub(crate) given: BTreeSet<String>,
    /// Why visitors could not answer.
    pub(crate) unanswered: Option<(Visitor, String)>,
    /// The numbers of the exchanges whose response depends on the visitor although shared caches
    /// keep it.
    pub(crate) mixed_up: Vec<usize>,
    /// What the visitor who withdrew still has.
    pub(crate) left: Vec<String>,
    pub(crate) notes: Vec<String>,
}

impl Visits {
    /// Names some of the visitors.
    pub(crate) fn names(&self, visitors: &BTreeSet<Visitor>, file: &PolicyFile) -> String {
        if *visitors == self.visitors {
            return "every visitor".to_owned();
        }
        let names: Vec<_> = visitors.iter().map(|it| it.words(file)).collect();
        names.join(", ")
    }

    fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// Sends the requests as every visitor.
pub(crate) async fn visit_all(site: &mut impl Site, steps: Vec<Step>, answers: &Answers) -> Visits {
    let mut visitors = Visitor::of(site.file());
    if let Some(agreed) = visitors.iter().position(|it| *it == Visitor::Agreed) {
        visitors.insert(agreed + 1, Visitor::Withdrew);
    }
    let given = match answers {
        Answers::Banner { refusal, agreement } => {
            let cookies = refusal.iter().chain(agreement);
            cookies.map(|cookie| cookie.name.clone()).collect()
        }
        _ => BTreeSet::new(),
    };
    let mut visits = Visits {
        steps,
        given,
        ..Visits::default()
    };
    let mut browser = Browser {
        jar: Jar::new(site.origin()),
        site,
        page: None,
    };
    for visitor in visitors {
        if visitor != Visitor::Withdrew {
            browser.start_again();
        }
        match browser.answer(visitor, answers, &mut visits).await {
            Ok(true) => {}
            Ok(false) => continue,
            Err(reason) => {
                visits.unanswered = Some((visitor, reason));
                return visits;
            }
        }
        visits.visitors.insert(visitor);
        for step in 0..visits.steps.len() {
            browser.take(step, visitor, &mut visits).await;
        }
        if visitor == Visitor::Withdrew {
            visits.left = browser.jar.names().into_iter().map(String::from).collect();
        }
    }
    if visits.visitors.iter().any(|it| it.is_single()) {
        visits.notes.extend(Visitor::left_out(browser.site.file()));
    }
    browser.start_again();
    if let Answers::Cookies { refusal, .. } = answers {
        browser.post_form(refusal, &mut visits).await;
    }
    browser.compare(&mut visits).await;
    visits
}

/// The browser of a visitor.
struct Browser<'a, S> {
    site: &'a mut S,
    jar: Jar,
    /// The path and content of the last page.
    page: Option<(String, Bytes)>,
}

impl<S: Site> Browser<'_, S> {
    /// Returns the browser of another visitor.
    fn start_again(&mut self) {
        self.jar = Jar::new(self.site.origin());
        self.site.start_again();
        self.page = None;
    }

    /// Answers as a visitor. Returns `false` if the visitor cannot answer.
    ///
    /// # Errors
    /// Returns why the answer was not kept.
    async fn answer(
        &mut self,
        visitor: Visitor,
        answers: &Answers,
        visits: &mut Visits,
    ) -> Result<bool, String> {
        if matches!(visitor, Visitor::NeverAsked | Visitor::SendsGpc) {
            return Ok(true);
        }
        match (answers, visitor) {
            (Answers::Cookies { single, .. }, Visitor::GrantedOnly(number)) => {
                self.jar.store(&single[number]);
            }
            (Answers::Banner { .. }, Visitor::GrantedOnly(_)) => {
                visits.note(NONE_ALONE.to_owned());
                return Ok(false);
            }
            (
                Answers::Cookies {
                    refusal, agreement, ..
                }
                | Answers::Banner { refusal, agreement },
                _,
            ) => {
                let agrees = visitor == Visitor::Agreed;
                let cookies = if agrees { agreement } else { refusal };
                if cookies.is_empty() {
                    visits.note(format!(
                        "no visitor {}: name the cookies of that answer",
                        visitor.words(self.site.file())
                    ));
                    return Ok(false);
                }
                for cookie in cookies {
                    self.jar.store(cookie);
                }
            }
            (Answers::Form { policy_page, guess }, _) => {
                let (page, form) = self
                    .find_form(visitor, policy_page.as_ref(), guess, visits)
                    .await?;
                let choice = visitor.choice();
                let path = form.target(&page).to_owned();
                self.page = None;
                let mut fields = form.hidden;
                fields.push(("choice".to_owned(), choice.to_owned()));
                if choice == "save" {
                    let granted = visitor.granted(self.site.file());
                    fields.extend(granted.map(|name| ("allow".to_owned(), name.to_owned())));
                }
                let step = Step::post(&path).form(fields);
                let sent = visits.exchanges.len();
                self.follow(&step, None, visitor, &[], visits).await;
                let Some(posted) = visits.exchanges.get(sent) else {
                    return Err(format!("{step} got no response"));
                };
                let status = posted.response.status();
                let mut cookies = posted.outside.cookies.iter();
                let answer = cookies.find(|it| it.lifetime != Lifetime::Removal);
                let Some(answer) = answer.map(|it| &*it.name) else {
                    return Err(format!(
                        "{step} with `choice={choice}` set no cookie, and was answered with {status}"
                    ));
                };
                if !self.jar.names().contains(&answer) {
                    return Err(format!(
                        "no browser keeps `{answer}` of {step}: its `Domain` is not that of {}",
                        self.site.origin()
                    ));
                }
            }
            (Answers::Impossible(reason), _) => {
                visits.note((*reason).to_owned());
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Finds the form of the guard as a visitor does. Returns the path of its page.
    async fn find_form(
        &mut self,
        visitor: Visitor,
        policy_page: Option<&String>,
        guess: &str,
        visits: &mut Visits,
    ) -> Result<(String, Form), String> {
        // Until the form is posted the visitor has not answered.
        let before = match visitor {
            Visitor::Withdrew => Visitor::Agreed,
            _ => Visitor::NeverAsked,
        };
        let first = visits.steps.iter().find(|it| *it.method() == Method::GET);
        let first = first.map_or("/", Step::path).to_owned();
        if let Some(found) = self.form_on(&first, before, visits).await {
            return Ok(found);
        }
        let named = self.page.as_ref().and_then(|(_, page)| guard_address(page));
        let policy = policy_page.cloned().or(named);
        let policy = policy.unwrap_or_else(|| guess.to_owned());
        let policy = policy.trim_end_matches('/');
        for page in [format!("{policy}/preferences"), policy.to_owned()] {
            if let Some(found) = self.form_on(&page, before, visits).await {
                return Ok(found);
            }
        }
        Err(format!(
            "there is no form of the guard on {first}, and none on {policy}/preferences: name the \
             policy page with `--policy-page /privacy`; if the site has its own form, name \
             the cookies of its answers with `--cookie granted=NAME=VALUE` and \
             `--cookie refused=NAME=VALUE`"
        ))
    }

    /// Returns the form on a page. A missing page was only a guess.
    async fn form_on(
        &mut self,
        path: &str,
        visitor: Visitor,
        visits: &mut Visits,
    ) -> Option<(String, Form)> {
        self.page = None;
        let sent = visits.exchanges.len();
        self.follow(&Step::get(path), None, visitor, &[], visits)
            .await;
        let is_there = |it: &Exchange| it.response.status().is_success();
        if !visits.exchanges.last().is_some_and(is_there) {
            visits.exchanges.truncate(sent);
            return None;
        }
        let (path, page) = self.page.as_ref()?;
        let form = forms(page).into_iter().find(|form| form.is_choice)?;
        Some((path.clone(), form))
    }

    /// Sends the request of a step.
    async fn take(&mut self, number: usize, visitor: Visitor, visits: &mut Visits) {
        let step = visits.steps[number].clone();
        let hidden = if step.is_of_page() {
            let form = self.page.as_ref().and_then(|(path, page)| {
                let is_meant = |form: &Form| form.target(path) == step.path();
                forms(page).into_iter().find(is_meant)
            });
            if form.is_none() {
                visits.notes.push(format!(
                    "{step} ({}): the page before has no form for it; add its page as the step \
                     before",
                    visitor.words(self.site.file())
                ));
            }
            form.map(|form| form.hidden).unwrap_or_default()
        } else {
            Vec::new()
        };
        self.follow(&step, Some(number), visitor, &hidden, visits)
            .await;
    }

    /// Sends a request, follows its redirects, and keeps the exchanges.
    async fn follow(
        &mut self,
        step: &Step,
        number: Option<usize>,
        visitor: Visitor,
        hidden: &[(String, String)],
        visits: &mut Visits,
    ) {
        let mut step = step.clone();
        for hop in 0..=MOST_REDIRECTS {
            let cookie = self.jar.field(step.path());
            let hidden = if hop == 0 { hidden } else { &[] };
            let mut request = step.request(self.site.origin(), cookie, hidden, visitor);
            if visitor == Visitor::SendsGpc {
                let headers = request.headers_mut();
                headers.insert("sec-gpc", HeaderValue::from_static("1"));
            }
            let Reply {
                response,
                inside,
                outside,
            } = match self.site.send(request.clone()).await {
                Ok(reply) => reply,
                Err(message) => {
                    visits.failures.push((step.to_string(), visitor, message));
                    return;
                }
            };
            for cookie in &outside.cookies {
                self.jar.store(cookie);
            }
            let exchange = Exchange {
                step: number,
                hop,
                visitor,
                request,
                response,
                inside,
                outside,
            };
            if exchange.is_page() {
                let path = exchange.request.uri().path().to_owned();
                self.page = Some((path, exchange.response.body().clone()));
            }
            let target = target(&exchange.response, step.path(), self.site.origin());
            visits.exchanges.push(exchange);
            match target {
                None => return,
                Some(Target::Here(path)) => {
                    let status = visits.exchanges[visits.exchanges.len() - 1]
                        .response
                        .status();
                    step = step.redirected(status, path);
                }
                Some(Target::Elsewhere(address)) => {
                    visits.note(format!(
                        "{step} redirects to {address}, which was not followed, because it is not below {}",
                        self.site.origin()
                    ));
                    return;
                }
            }
        }
        visits.note(format!(
            "{step} ({}): there are more than {MOST_REDIRECTS} redirects",
            visitor.words(self.site.file())
        ));
    }

    /// Posts the form of the guard, unless a step set the answer.
    async fn post_form(&mut self, refusal: &[Received], visits: &mut Visits) {
        let is_answer = |it: &Received| {
            it.lifetime != Lifetime::Removal && refusal.iter().any(|answer| answer.name == it.name)
        };
        let mut cookies = visits.exchanges.iter().flat_map(|it| &it.outside.cookies);
        let is_set = cookies.any(is_answer);
        let mut addresses = visits.exchanges.iter().map(|it| &it.inside.address);
        let address = addresses.find_map(Option::as_deref);
        if let Some(address) = address.filter(|_| !is_set) {
            let form = Step::post(&format!("{address}/preferences")).form([("choice", "refuse")]);
            self.follow(&form, None, Visitor::NeverAsked, &[], visits)
                .await;
        }
    }

    /// Finds responses that a shared cache would give to the wrong visitors.
    async fn compare(&mut self, visits: &mut Visits) {
        let is_kept = |it: &Exchange| {
            let (status, headers) = (it.response.status(), it.response.headers());
            it.step.is_some()
                && it.request.method() == Method::GET
                && is_shared(status, headers, self.site.now())
                && !varies_on_visitor(headers)
        };
        let exchanges = &visits.exchanges;
        let mut kept: Vec<usize> = Vec::new();
        for (number, exchange) in exchanges.iter().enumerate() {
            if is_kept(exchange) && !kept.iter().any(|it| exchange.is_same_as(&exchanges[*it])) {
                kept.push(number);
            }
        }
        for first in kept {
            let first = &visits.exchanges[first];
            let all: Vec<_> = (0..visits.exchanges.len())
                .filter(|it| visits.exchanges[*it].is_same_as(first))
                .collect();
            let mut others = all.iter().map(|it| &visits.exchanges[*it]);
            if others.all(|other| other.content() == first.content()) {
                continue;
            }
            // A response that differs each time does not depend on the visitor.
            let again = self.site.send(first.request.clone()).await;
            let again = again.ok();
            if again.is_some_and(|it| (it.response.status(), it.response.body()) == first.content())
            {
                visits.mixed_up.extend(all);
            }
        }
    }
}
