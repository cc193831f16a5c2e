//! `consent tied`: the answer contains an identifier that connects a visitor's decisions.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;

use http::{Method, Response, Uri};

use super::{DAY, NOW, headers, ready, sent};
use crate::consent::Consent;
use crate::consent::gate::Categories;
use crate::consent::gpc::Gpc;
use crate::consent_log::{Event, MemoryLog, VisitorId};
use crate::guard::Guard;
use crate::wire::request::RequestCookies;

/// Declares a table with the answer in `__Host-prefs`.
macro_rules! table {
    ($module:ident, $($item:tt)*) => {
        #[allow(unreachable_pub, reason = "a policy as a user would write it")]
        mod $module {
            crate::declare_cookies! {
                pub policy;
                $($item)*
                /// Needed
                ///
                /// The site does not work without these.
                category Necessary: exempt {
                    cookie | duration;
                    /// Remembers what you chose
                    PREFERENCES: Consent = "__Host-prefs" | 6 months;
                }
            }
        }
    };
}

table! {
    tied, consent tied;
    /// Audience
    category Statistics: opt_in(gpc) {
        cookie | duration;
        /// Remembers what you looked at last
        RECENT = "recent" | 30 days;
    }
}

table! {
    anonymous,
    /// Audience
    category Statistics: opt_in(gpc) {
        cookie | duration;
        /// Remembers what you looked at last
        RECENT = "recent" | 30 days;
    }
}

table! {
    neighbour,
    /// Another question
    category Other: opt_in {
        cookie | duration;
        /// Remembers something else
        OTHER = "other" | 30 days;
    }
}

use tied::Category;

struct Site {
    guard: Guard<Category>,
    log: Arc<MemoryLog>,
}

fn site() -> Site {
    let log = Arc::new(MemoryLog::new());
    Site {
        guard: Guard::new(tied::POLICY)
            .clock(|| NOW)
            .record(Arc::clone(&log)),
        log,
    }
}

impl Site {
    fn post(&self, cookie: &str, body: &str) -> Response<String> {
        let headers = headers(&[("sec-fetch-site", "same-origin"), ("cookie", cookie)]);
        let uri = Uri::from_static("/cookies/preferences");
        let visitor = self.guard.visitor(&Method::POST, &uri, &headers);
        ready(
            self.guard
                .respond(&visitor, &Method::POST, &headers, body.as_bytes()),
        )
    }

    /// The cookie after a choice.
    fn choose(&self, cookie: &str, body: &str) -> String {
        kept(&self.post(cookie, body))
    }

    fn id(&self, cookie: &str) -> Option<VisitorId> {
        let request = headers(&[("cookie", cookie)]);
        let visitor = self
            .guard
            .visitor(&Method::GET, &Uri::from_static("/"), &request);
        visitor.id()
    }

    fn last(&self) -> Arc<Event> {
        Arc::clone(self.log.events().last().unwrap())
    }
}

fn kept(response: &Response<String>) -> String {
    let set = sent(response.headers());
    set[0].split(';').next().unwrap().to_string()
}

/// The pair of an answer with this identifier.
fn with_id(answer: Consent<Category>, id: [u8; 16]) -> String {
    let answer = tied::PREFERENCES
        .set(&Consent::new(answer.any().tied(Some(id))))
        .unwrap();
    format!("__Host-prefs={}", answer.value())
}

#[test]
fn answer_and_events_have_the_same_identifier() {
    let site = site();
    let cookie = site.choose("", "choice=accept");
    let id = site.id(&cookie);
    assert!(id.is_some());
    assert_eq!(site.last().visitor, id);
    assert_ne!(
        site.id(&site.choose("", "choice=accept")),
        id,
        "it is random"
    );
}

#[test]
fn identifier_survives_changes() {
    let site = site();
    let mut cookie = site.choose("", "choice=refuse");
    let id = site.id(&cookie);
    for body in [
        "choice=accept",
        "choice=refuse",
        "choice=grant&allow=Statistics",
    ] {
        cookie = site.choose(&cookie, body);
        assert_eq!(site.id(&cookie), id, "{body}");
        assert_eq!(site.last().visitor, id);
    }
}

#[test]
fn identifier_that_the_log_does_not_know_is_replaced() {
    let site = site();
    let forged = with_id(Consent::accept_all(NOW - 60), [7; 16]);
    assert_eq!(site.id(&forged), Some(VisitorId([7; 16])));
    let cookie = site.choose(&forged, "choice=refuse");
    assert_ne!(site.id(&cookie), Some(VisitorId([7; 16])));
    assert_eq!(site.last().visitor, site.id(&cookie));
}

#[test]
fn identifier_dies_with_the_answer() {
    let site = site();
    let expired = with_id(Consent::accept_all(NOW - 200 * DAY), [7; 16]);
    assert_eq!(site.id(&expired), None);
}

#[test]
fn answer_without_identifier_counts_and_gets_one() {
    let site = site();
    let before = Consent::accept_all(NOW - 60);
    let cookie = format!("__Host-prefs={}", anonymous_value(NOW - 60));
    assert_eq!(
        cookie,
        format!(
            "__Host-prefs={}",
            tied::PREFERENCES.set(&before).unwrap().value()
        )
    );
    let request = headers(&[("cookie", &cookie)]);
    let visitor = site
        .guard
        .visitor(&Method::GET, &Uri::from_static("/"), &request);
    assert!(visitor.consent().allows(Category::Statistics));
    assert_eq!(visitor.id(), None);
    assert!(site.id(&site.choose(&cookie, "choice=accept")).is_some());
}

/// The value of an answer to the same table without `consent tied`.
fn anonymous_value(at: u64) -> String {
    let answer = anonymous::Consent::accept_all(at);
    anonymous::PREFERENCES
        .set(&answer)
        .unwrap()
        .value()
        .to_string()
}

#[test]
fn tied_answer_counts_in_the_same_table_without_it() {
    let pair = with_id(Consent::accept_all(NOW - 60), [7; 16]);
    let cookies = RequestCookies::from_header(&pair);
    let consent = anonymous::Consent::from_request(cookies, Gpc::OFF, NOW);
    assert!(consent.allows(anonymous::Category::Statistics));
    assert_eq!(consent.any().id(), None);
    assert_eq!(
        consent.needs_prompt(),
        None,
        "the identifier is in no fingerprint"
    );
}

#[test]
fn identifier_stays_in_an_answer_to_another_table() {
    let site = site();
    let cookie = site.choose("", "choice=accept");
    let request = headers(&[("cookie", &cookie), ("sec-fetch-site", "same-origin")]);
    let guard = Guard::new(neighbour::POLICY).clock(|| NOW);
    let uri = Uri::from_static("/cookies/preferences");
    let visitor = guard.visitor(&Method::POST, &uri, &request);
    let both = kept(&ready(guard.respond(
        &visitor,
        &Method::POST,
        &request,
        b"choice=accept",
    )));
    assert_eq!(site.id(&both), site.id(&cookie));
    let again = site.choose(&both, "choice=refuse");
    assert_eq!(site.id(&again), site.id(&cookie));
    let id = again.matches(&id_digits(&cookie)).count();
    assert_eq!(id, 1, "{again}");
}

/// The identifier as it is in the cookie: the only part of its length.
fn id_digits(cookie: &str) -> String {
    let mut parts = cookie.split(['.', '=', '~']);
    parts.find(|part| part.len() == 8 + 22).unwrap()[8..].to_string()
}

#[test]
fn guard_without_log_gives_no_identifier() {
    let guard = Guard::new(tied::POLICY).clock(|| NOW);
    let site = Site {
        guard,
        log: Arc::new(MemoryLog::new()),
    };
    let cookie = site.choose("", "choice=accept");
    assert_eq!(site.id(&cookie), None);
    let earlier = with_id(Consent::accept_all(NOW - 60), [7; 16]);
    assert_eq!(site.id(&site.choose(&earlier, "choice=refuse")), None);
}

#[test]
fn failing_log_gives_no_new_identifier_and_takes_none() {
    let site = site();
    let cookie = site.choose("", "choice=accept");
    site.log.set_down(true);
    let denied = site.choose(&cookie, "choice=refuse");
    assert_eq!(site.id(&denied), site.id(&cookie));
    assert_eq!(site.id(&site.choose("", "choice=refuse")), None);
}

#[test]
fn decision_that_is_not_recorded_keeps_the_identifier() {
    let site = site();
    let cookie = site.choose("", "choice=accept");
    let request = headers(&[("cookie", &cookie)]);
    let visitor = site
        .guard
        .visitor(&Method::GET, &Uri::from_static("/"), &request);
    let set = visitor.decide(&Consent::refuse_all(NOW)).unwrap();
    let denied = format!("__Host-prefs={}", set[0].value());
    assert_eq!(site.id(&denied), site.id(&cookie));
}

#[test]
fn each_visitor_has_an_objection_of_their_own() {
    let site = site();
    let object = |cookie: &str| {
        let request = headers(&[("cookie", cookie), ("sec-gpc", "1")]);
        let visitor = site
            .guard
            .visitor(&Method::GET, &Uri::from_static("/"), &request);
        ready(visitor.record_objection());
        site.last()
    };
    let [first, second] = [(); 2].map(|()| site.choose("", "choice=accept"));
    let (one, other) = (object(&first), object(&second));
    assert_eq!(one.visitor, site.id(&first));
    assert_eq!(other.visitor, site.id(&second));
    assert_ne!(one.key, other.key);
    let forged = object(&with_id(Consent::accept_all(NOW - 60), [7; 16]));
    assert_eq!(forged.visitor, None);
}

#[test]
fn page_form_and_summary_say_what_the_answer_contains() {
    const SENTENCE: &str = "contains a random identifier. It connects your choices, so that they \
                            can be shown to you or deleted.";
    let html = format!("<code dir=\"ltr\">__Host-prefs</code> {SENTENCE}");
    let answer = Consent::refuse_all(NOW);
    let preferences = tied::POLICY.preferences(&answer);
    for part in [preferences.form(), preferences.summary()] {
        assert!(part.contains(&format!("<p>The cookie {html}")), "{part}");
    }
    let page = tied::POLICY.page();
    let fragment = page.html_fragment();
    let (other, needed) = fragment.split_once("Needed").unwrap();
    assert!(
        needed.contains(SENTENCE) && !other.contains(SENTENCE),
        "{fragment}"
    );
    assert!(
        page.markdown()
            .contains(&format!("`__Host-prefs` {SENTENCE}"))
    );

    let answer = anonymous::Consent::refuse_all(NOW);
    let preferences = anonymous::POLICY.preferences(&answer);
    let page = anonymous::POLICY.page().html_fragment();
    for part in [preferences.form(), preferences.summary(), page] {
        assert!(!part.contains("identifier"), "{part}");
    }
}

#[test]
fn event_has_the_second_only_if_decisions_are_tied() {
    fn at<K: Categories>(guard: Guard<K>) -> u64 {
        let log = Arc::new(MemoryLog::new());
        let guard = guard.clock(|| NOW + 59).record(Arc::clone(&log));
        let visitor = guard.visitor(&Method::POST, &Uri::from_static("/"), &headers(&[]));
        ready(visitor.decide_recorded(&Consent::refuse_all(NOW + 59))).unwrap();
        log.events()[0].at
    }
    assert_eq!(at(Guard::new(tied::POLICY)), NOW + 59);
    // The site's access log has the second and the address of each request.
    assert_eq!(at(Guard::new(anonymous::POLICY)), NOW);
}
