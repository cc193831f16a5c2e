//! What is a removal, and for how long a cookie is kept: the guard's reading of a field beside the browser's. What the
//! guard lets pass as a removal the browser removes; and what the browser keeps longer than the table says does not pass.

use cookie_decl::Guard;
use http::header::{DATE, HeaderMap, SET_COOKIE};
use http::{Method, Uri};

use crate::client::{Context, StoredCookie};
use crate::server::{Answer, Server};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    field_passes_as_a_removal_where_the_browser_removes
    declared_cookie_is_kept_no_longer_than_declared
    removal_of_a_partitioned_cookie_is_not_that_of_its_twin
    removal_that_is_reported_removes_nothing
];

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The browser says what it thinks of them.
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Is kept for two weeks
            "sid" | 2 weeks | SameSite=Lax Path="/";
            /// Is kept for frames
            "framed" | session | Secure SameSite=None Partitioned Path="/";
            /// Has a prefix
            "__Host-seen" | session | Secure SameSite=Lax;
        }
    }
}

/// What the browser removes, and what the guard lets pass.
enum Reading {
    /// Both: it is a removal to everybody.
    Removal,
    /// The browser removes it; another one may not.
    InDoubt,
    /// The browser keeps it.
    Kept,
}

use Reading::{InDoubt, Kept, Removal};

const PAST: &str = "Expires=Thu, 01 Jan 1970 00:00:00 GMT";

/// The attributes of `tracker=1`, with the `Date` of the response.
fn fields() -> Vec<(String, &'static str, Reading)> {
    let now = "";
    let epoch = "Thu, 01 Jan 1970 00:00:00 GMT";
    vec![
        ("Max-Age=0".into(), now, Removal),
        ("Max-Age=-1".into(), now, Removal),
        ("max-age = -99999999999999999999".into(), now, Removal),
        (
            "Max-Age=0; Expires=Sat, 21 Nov 2099 23:59:59 GMT".into(),
            now,
            Removal,
        ),
        (PAST.into(), now, Removal),
        (
            "Expires=Thursday, 01-Jan-70 00:00:00 GMT".into(),
            now,
            Removal,
        ),
        ("Expires=Thu Jan  1 00:00:00 1970".into(), now, Removal),
        ("Max-Age=0".into(), epoch, Removal),
        // By RFC 6265bis these are removals, or no lifetimes at all.
        (format!("{PAST}; Max-Age=+31536000"), now, Kept),
        ("Max-Age=0; Max-Age=x".into(), now, Kept),
        ("Max-Age=0; Max-Age=".into(), now, Kept),
        ("Max-Age=x; Max-Age=0".into(), now, InDoubt),
        ("Max-Age=0; Max-Age=60".into(), now, Kept),
        (
            format!("{PAST}; Expires=Sat, 21 Nov 2099 23:59:59 GMT"),
            now,
            Kept,
        ),
        (PAST.into(), epoch, InDoubt),
        ("Expires=Fri, 01 Jan 1971 00:00:00 GMT".into(), epoch, Kept),
        ("Expires=Thu, 01 Jan 1970 00:00:00Z".into(), now, Kept),
        ("Expires=Thu, 1st Jan 1970 00:00:00 GMT".into(), now, Kept),
        ("Expires=Thu, 01 Jan 1970 08:04:19AM".into(), now, Kept),
        ("Expires=Thu, 01-Jan-1970 00:00:01 GMT".into(), now, InDoubt),
        ("Expires=Tue, 31 Feb 1970 00:00:00 GMT".into(), now, Kept),
        ("Expires=0".into(), now, Kept),
        ("Expires=".into(), now, Kept),
        ("Max-Age=+0".into(), now, InDoubt),
        ("Max-Age=00".into(), now, InDoubt),
        ("Max-Age=\"0\"".into(), now, Kept),
        ("Max-Age=0x".into(), now, Kept),
        ("Max-Age=".into(), now, Kept),
        (String::new(), now, Kept),
    ]
}

fn date(answer: Answer, date: &str) -> Answer {
    if date.is_empty() {
        answer
    } else {
        answer.header("Date", date)
    }
}

/// What the guard lets pass of a response with this field.
fn passed(line: &str, date: &str) -> Option<String> {
    let mut response = HeaderMap::from_iter([(SET_COOKIE, line.parse().expect("a field"))]);
    if !date.is_empty() {
        response.insert(DATE, date.parse().expect("a date"));
    }
    let guard = Guard::new(cookies::POLICY);
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    guard.finish(&visitor, &mut response);
    response
        .get(SET_COOKIE)
        .map(|field| field.to_str().expect("it is text").to_owned())
}

/// The cookies of a visitor who had `name=0` and got this line.
fn after(visitor: &Context<'_>, before: &str, line: &str, sent_at: &str) -> Vec<StoredCookie> {
    let set = Answer::html("").header("Set-Cookie", before);
    let server = Server::start([
        ("/", set),
        (
            "/then",
            date(Answer::html("").header("Set-Cookie", line), sent_at),
        ),
    ]);
    let visitor = visitor.another();
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.navigate(&server.url("/then"));
    visitor.cookies()
}

fn field_passes_as_a_removal_where_the_browser_removes(visitor: &Context<'_>) {
    let mut wrong = Vec::new();
    for (attributes, date, reading) in fields() {
        let line = format!("tracker=1; Path=/; {attributes}");
        let is_removed = after(visitor, "tracker=0; Path=/", &line, date).is_empty();
        let is_passed = passed(&line, date).is_some();
        let expected = (
            matches!(reading, Removal | InDoubt),
            matches!(reading, Removal),
        );
        if (is_removed, is_passed) != expected {
            wrong.push(format!(
                "{attributes:?} {date:?}: removed {is_removed}, passed {is_passed}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn declared_cookie_is_kept_no_longer_than_declared(visitor: &Context<'_>) {
    let now = std::time::SystemTime::UNIX_EPOCH
        .elapsed()
        .expect("it is later")
        .as_secs();
    let two_weeks = now + 14 * 86_400;
    for attributes in [
        "Max-Age=1209600; Max-Age=+99999999",
        "Max-Age=99999999",
        "Expires=Sat, 21 Nov 2099 23:59:59 GMT",
        "Max-Age=1209600",
    ] {
        let line = format!("sid=1; Path=/; SameSite=Lax; {attributes}");
        let Some(passed) = passed(&line, "") else {
            continue;
        };
        let kept = after(visitor, "other=0; Path=/", &passed, "")
            .into_iter()
            .find(|cookie| cookie.name == "sid");
        let expires = kept.expect("it is sent").expires.expect("it is no session");
        assert!(expires.abs_diff(two_weeks) < 60, "{attributes}: {expires}");
    }
}

fn removal_of_a_partitioned_cookie_is_not_that_of_its_twin(visitor: &Context<'_>) {
    let before = "framed=1; Path=/; Secure; SameSite=None; Partitioned";
    let removal = "framed=; Max-Age=0; Path=/; Secure; SameSite=None";
    assert_eq!(after(visitor, before, removal, "").len(), 1);
    assert_eq!(
        after(visitor, before, &format!("{removal}; Partitioned"), "").len(),
        0
    );
}

/// The guard reports these, and they do nothing.
fn removal_that_is_reported_removes_nothing(visitor: &Context<'_>) {
    let sid = "sid=1; Path=/; SameSite=Lax";
    for (before, removal) in [
        (
            "__Host-seen=1; Path=/; Secure; SameSite=Lax",
            "__Host-seen=; Path=/; Max-Age=0",
        ),
        (sid, "sid=; Path=/basket; Max-Age=0"),
        (sid, "sid=; Path=/; Max-Age=0; SameSite=None"),
        (sid, "sid=; Path=/; Max-Age=0; Domain=elsewhere.example"),
        (
            "framed=1; Path=/; Secure; SameSite=None; Partitioned",
            "framed=; Path=/; Max-Age=0; Secure; SameSite=None",
        ),
    ] {
        assert_eq!(after(visitor, before, removal, "").len(), 1, "{removal}");
        let guard = Guard::new(cookies::POLICY);
        let visitor = guard.visitor(&Method::GET, &Uri::from_static("/then"), &HeaderMap::new());
        let mut response = HeaderMap::from_iter([(SET_COOKIE, removal.parse().expect("a field"))]);
        assert_eq!(guard.finish(&visitor, &mut response).len(), 1, "{removal}");
        assert!(response.contains_key(SET_COOKIE));
    }
}
