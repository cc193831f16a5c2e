//! Jars of other frameworks under the layer: declared cookies pass, and others are caught.

use axum::Router;
use axum::routing::get;
use axum_extra::extract::cookie::{
    Cookie, CookieJar, Key, PrivateCookieJar, SameSite, SignedCookieJar,
};
use tower_cookies::{CookieManagerLayer, Cookies};
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

use crate::{found, guard, names, set};

/// The declared session, as a jar creates it.
fn session<'c>() -> Cookie<'c> {
    let cookie = Cookie::build(("sid", "secret"))
        .path("/")
        .secure(true)
        .http_only(true);
    cookie.same_site(SameSite::Lax).build()
}

const FOUND: [&str; 1] = [
    "GET /: cookie `tracker`: the table does not declare it: add a row for it, or stop setting it; it was not sent",
];

/// Returns what the app sets first, and its response when the cookie comes back.
async fn visit_twice(app: &Router) -> (Vec<String>, String) {
    let first = crate::get(app, "/", "").await;
    let cookie = set(first.headers())
        .first()
        .map_or("", |field| field.split(';').next().unwrap())
        .to_owned();
    (
        names(first.headers()),
        crate::get(app, "/", &cookie).await.into_body(),
    )
}

#[tokio::test]
async fn the_plain_jar_of_axum_extra() {
    let (guard, log) = guard();
    let handler = async |jar: CookieJar| {
        let seen = jar
            .get("sid")
            .map(|cookie| cookie.value().to_owned())
            .unwrap_or_default();
        (jar.add(session()).add(Cookie::new("tracker", "1")), seen)
    };
    let app = Router::new().route("/", get(handler)).layer(guard.clone());
    assert_eq!(
        visit_twice(&app).await,
        (vec!["sid".into()], "secret".into())
    );
    // Each kind is reported once a minute.
    assert_eq!(found(&log), FOUND);
}

#[tokio::test]
async fn the_signed_jar_of_axum_extra() {
    let (guard, log) = guard();
    let handler = async |jar: SignedCookieJar| {
        let seen = jar
            .get("sid")
            .map(|cookie| cookie.value().to_owned())
            .unwrap_or_default();
        (jar.add(session()).add(Cookie::new("tracker", "1")), seen)
    };
    let app = Router::new()
        .route("/", get(handler))
        .layer(guard.clone())
        .with_state(Key::generate());
    assert_eq!(
        visit_twice(&app).await,
        (vec!["sid".into()], "secret".into())
    );
    // Each kind is reported once a minute.
    assert_eq!(found(&log), FOUND);
}

#[tokio::test]
async fn the_private_jar_of_axum_extra() {
    let (guard, log) = guard();
    let handler = async |jar: PrivateCookieJar| {
        let seen = jar
            .get("sid")
            .map(|cookie| cookie.value().to_owned())
            .unwrap_or_default();
        (jar.add(session()).add(Cookie::new("tracker", "1")), seen)
    };
    let app = Router::new()
        .route("/", get(handler))
        .layer(guard.clone())
        .with_state(Key::generate());
    assert_eq!(
        visit_twice(&app).await,
        (vec!["sid".into()], "secret".into())
    );
    // Each kind is reported once a minute.
    assert_eq!(found(&log), FOUND);
}

#[tokio::test]
async fn the_removal_of_a_jar_passes() {
    let (guard, log) = guard();
    let handler = async |jar: CookieJar| {
        (
            jar.remove(Cookie::build("sid").path("/")).remove("tracker"),
            "gone",
        )
    };
    let app = Router::new().route("/", get(handler)).layer(guard.clone());
    let response = crate::get(&app, "/", "sid=1; tracker=2").await;
    let mut names = names(response.headers());
    names.sort();
    assert_eq!(names, ["-sid", "-tracker"]);
    // The removal of an undeclared cookie passes, but its presence in the request is a finding.
    let found = log.lock().unwrap();
    let rules: Vec<_> = found
        .iter()
        .map(|finding| finding.violation.name())
        .collect();
    assert_eq!(rules, ["undeclared_in_request"]);
}

#[tokio::test]
async fn our_cookies_go_through_a_jar() {
    let (guard, log) = guard();
    let handler = async |jar: CookieJar| {
        jar.add(crate::cookies::SESSION.set("abc").unwrap())
            .add(crate::cookies::COUNT.removal().unwrap())
    };
    let app = Router::new().route("/", get(handler)).layer(guard.clone());
    let mut names = names(crate::get(&app, "/", "").await.headers());
    names.sort();
    assert_eq!(names, ["-count", "sid"]);
    assert!(found(&log).is_empty());
}

#[tokio::test]
async fn the_jar_of_tower_cookies() {
    let (guard, log) = guard();
    let handler = async |cookies: Cookies| {
        let seen = cookies
            .get("sid")
            .map(|cookie| cookie.value().to_owned())
            .unwrap_or_default();
        cookies.add(session());
        cookies.add(Cookie::new("tracker", "1"));
        seen
    };
    let app = Router::new()
        .route("/", get(handler))
        .layer(CookieManagerLayer::new())
        .layer(guard.clone());
    assert_eq!(
        visit_twice(&app).await,
        (vec!["sid".into()], "secret".into())
    );
    // Each kind is reported once a minute.
    assert_eq!(found(&log), FOUND);
}

async fn count(session: Session) -> String {
    let count = session
        .get::<u32>("count")
        .await
        .unwrap()
        .unwrap_or_default()
        + 1;
    session.insert("count", count).await.unwrap();
    count.to_string()
}

#[tokio::test]
async fn a_declared_session_of_tower_sessions() {
    let (guard, log) = guard();
    let sessions = SessionManagerLayer::new(MemoryStore::default())
        .with_name("sid")
        .with_same_site(SameSite::Lax);
    let app = Router::new()
        .route("/", get(count))
        .layer(sessions)
        .layer(guard.clone());
    assert_eq!(visit_twice(&app).await, (vec!["sid".into()], "2".into()));
    assert!(found(&log).is_empty());
}

#[tokio::test]
async fn an_undeclared_session_of_tower_sessions() {
    let (guard, log) = guard();
    let sessions = SessionManagerLayer::new(MemoryStore::default()).with_name("tracker");
    let app = Router::new()
        .route("/", get(count))
        .layer(sessions)
        .layer(guard.clone());
    assert_eq!(visit_twice(&app).await, (vec![], "1".into()));
    // Each kind is reported once a minute.
    assert_eq!(found(&log), FOUND);
}

#[tokio::test]
async fn a_session_that_is_not_as_declared() {
    let (guard, log) = guard();
    let sessions = SessionManagerLayer::new(MemoryStore::default()).with_name("sid"); // `SameSite=Strict`
    let app = Router::new()
        .route("/", get(count))
        .layer(sessions)
        .layer(guard.clone());
    assert_eq!(visit_twice(&app).await.0, [""; 0]);
    let found = found(&log);
    assert!(
        found[0].starts_with(
            "GET /: cookie `sid`: it was sent with `SameSite=Strict`, but the table declares it with `SameSite=Lax` \
             (declared in "
        ),
        "{found:?}"
    );
}
