//! What the guard allocates when everything is as the table says, measured by a counting allocator.

use cookie_decl::{Guard, Visitor};
use http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use http::{Method, Uri};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            SESSION = "sid" | session;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
            /// Tells forms apart
            "form_{id}" | 1 day;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            "recent" | 30 days;
            /// Recognises a returning visitor
            "_pk_id.{site}" | 13 months | set_by = script;
        }
        retired { "old" Path="/"; "legacy_{id}" Path="/"; }
    }
}

use cookies::{Category, Consent, PREFERENCES};

const NOW: u64 = 1_795_305_600;

const FIELDS: [&str; 3] = [
    "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax",
    "form_7=b; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax",
    "recent=c; Path=/; Expires=Sat, 21 Nov 2026 23:59:59 GMT; Max-Age=60; Secure; HttpOnly; SameSite=Lax",
];

fn allocations(of: impl FnOnce()) -> u64 {
    allocation_counter::measure(of).count_total
}

/// A request of a visitor who agreed or refused, with declared cookies.
fn request(consent: &Consent) -> HeaderMap {
    let answer = PREFERENCES.set(consent).expect("it is an answer");
    let cookies = format!(
        "sid=1; form_1=2; form_2=3; {}={}",
        answer.name(),
        answer.value()
    );
    let mut request = HeaderMap::new();
    let field = HeaderValue::try_from(cookies).expect("it is a field");
    // As in a server, the value shares the memory of what was received.
    request.insert(COOKIE, field.clone());
    request
}

fn visit(guard: &Guard<Category>, request: &HeaderMap) -> Visitor<Category> {
    guard.visitor(&Method::GET, &Uri::from_static("/"), request)
}

#[test]
fn a_visitor_is_one_allocation() {
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    let request = request(&Consent::accept_all(NOW));
    assert_eq!(
        allocations(|| assert!(
            visit(&guard, &request)
                .consent()
                .allows(Category::Statistics)
        )),
        1
    );
    assert_eq!(allocations(|| drop(visit(&guard, &HeaderMap::new()))), 1);
}

#[test]
fn a_response_without_cookies_allocates_nothing() {
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    for consent in [Consent::accept_all(NOW), Consent::refuse_all(NOW)] {
        let visitor = visit(&guard, &request(&consent));
        let mut response = HeaderMap::new();
        let count = allocations(|| {
            assert!(guard.finish(&visitor, &mut response).is_empty());
        });
        assert_eq!((count, response.len()), (0, 0));
    }
}

#[test]
fn a_few_cookies_as_declared_are_one_allocation() {
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    let visitor = visit(&guard, &request(&Consent::accept_all(NOW)));
    let mut response: HeaderMap = FIELDS
        .iter()
        .map(|field| (SET_COOKIE, HeaderValue::from_static(field)))
        .collect();
    assert_eq!(
        allocations(|| assert!(guard.finish(&visitor, &mut response).is_empty())),
        1
    );
    assert!(response.get_all(SET_COOKIE).iter().eq(FIELDS));
}

#[test]
fn hiding_allocates_nothing_if_everything_is_allowed() {
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    let mut request = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("sid=1; form_1=2"))]);
    let visitor = visit(&guard, &request);
    assert_eq!(allocations(|| guard.hide(&visitor, &mut request)), 0);
    assert_eq!(request[COOKIE], "sid=1; form_1=2");
}
