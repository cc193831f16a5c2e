//! What each server does.

use crate::client::{Browser, Server};

const ANSWER: &str = "__Host-cookie_preferences";

pub fn first_visit_is_asked_and_sets_no_cookie(server: &Server) {
    let response = Browser::new(server).get("/");
    assert_eq!(response.status, 200);
    assert!(response.body.contains("Reject all"), "{}", response.body);
    assert!(response.body.contains("/cookies/script.js"));
    assert_eq!(response.set_cookies(), [""; 0]);
}

pub fn refusal_is_kept_and_nothing_else_is_set(server: &Server) {
    let mut visitor = Browser::new(server);
    let response = visitor.choose("choice=refuse");
    assert_eq!(response.status, 303);
    assert!(
        response.set_cookie(ANSWER).is_some(),
        "{:?}",
        response.headers
    );
    assert!(!visitor.get("/").body.contains("Reject all"));
    assert_eq!(visitor.get("/set").set_cookies(), [""; 0]);
}

pub fn agreement_is_kept_and_cookies_are_set(server: &Server) {
    let mut visitor = Browser::new(server);
    assert_eq!(visitor.choose("choice=accept").status, 303);
    let response = visitor.get("/set");
    let recent = response.set_cookie("recent").expect("the visitor agreed");
    assert!(
        recent.starts_with("recent=42;") && recent.contains("Max-Age=2592000"),
        "{recent}"
    );
    let offer = response.set_cookie("offer").expect("the visitor agreed");
    assert!(offer.starts_with("offer=7;"), "{offer}");
}

pub fn withdrawal_removes_the_cookie(server: &Server) {
    let mut visitor = Browser::new(server);
    visitor.choose("choice=accept");
    visitor.get("/set");
    assert!(visitor.cookies.contains_key("recent"));
    let response = visitor.choose("choice=refuse");
    let removal = response.set_cookie("recent").expect("it is denied");
    assert!(removal.contains("Max-Age=0"), "{removal}");
    assert_eq!(visitor.cookies.keys().collect::<Vec<_>>(), [ANSWER]);
}

pub fn page_removes_a_denied_cookie(server: &Server) {
    let mut visitor = Browser::new(server);
    visitor.choose("choice=refuse");
    visitor.cookies.insert("recent".into(), "42".into());
    assert!(visitor.get("/").set_cookie("recent").is_some());
    assert!(!visitor.cookies.contains_key("recent"));
}

pub fn undeclared_cookie_is_dropped(server: &Server) {
    let response = Browser::new(server).get("/rogue");
    assert_eq!(response.status, 200);
    assert_eq!(response.set_cookies(), [""; 0]);
}

pub fn cookie_that_lives_too_long_is_shortened(server: &Server) {
    let response = Browser::new(server).get("/long");
    let session = response.set_cookie("session").expect("it is declared");
    assert!(session.contains("Max-Age=1209600"), "{session}");
    assert_eq!(response.set_cookies().len(), 1);
}

pub fn response_with_a_cookie_is_kept_from_shared_caches(server: &Server) {
    let caches = Browser::new(server).get("/long").header("cache-control");
    assert!(
        caches.contains("private") || caches.contains("no-store"),
        "{caches}"
    );
}

pub fn response_of_a_visitor_is_private(server: &Server) {
    let response = Browser::new(server).get("/");
    let (vary, caches) = (response.header("vary"), response.header("cache-control"));
    assert!(vary.to_ascii_lowercase().contains("cookie"), "{vary}");
    assert!(caches.contains("private"), "{caches}");
}

pub fn assets_are_cached_and_revalidated(server: &Server) {
    let mut visitor = Browser::new(server);
    let page = visitor.get("/").body;
    let (_, after) = page
        .split_once("/cookies/script.js")
        .expect("the script is linked");
    let (query, _) = after.split_once('"').expect("the attribute ends");
    let path = format!("/cookies/script.js{query}");
    let response = visitor.send("GET", &path, &[], "");
    assert_eq!(response.status, 200);
    assert!(response.header("content-type").contains("javascript"));
    assert!(
        response.header("cache-control").contains("immutable"),
        "{:?}",
        response.headers
    );
    let tag = response.header("etag");
    let again = visitor.send("GET", &path, &[("If-None-Match", &tag)], "");
    assert_eq!((again.status, &*again.body), (304, ""));
}

pub fn choice_from_another_site_is_refused(server: &Server) {
    let mut visitor = Browser::new(server);
    let headers = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Origin", "https://evil.example"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    let response = visitor.send("POST", "/cookies/preferences", &headers, "choice=accept");
    assert_eq!(response.status, 403);
    assert_eq!(response.set_cookies(), [""; 0]);
}

pub fn global_privacy_control_denies_what_is_opt_out(server: &Server) {
    let mut visitor = Browser::new(server);
    assert!(visitor.get("/set").set_cookie("offer").is_some());
    visitor.headers.push(("Sec-GPC", "1"));
    assert_eq!(visitor.get("/set").set_cookies(), [""; 0]);
}

pub fn form_without_a_script_returns_to_the_page(server: &Server) {
    let mut visitor = Browser::new(server);
    let form = visitor.get("/cookies/preferences?return=%2Fset");
    assert!(form.body.contains("<form") && form.body.contains("value=\"/set\""));
    let response = visitor.choose("choice=save&allow=Statistics&return=%2Fset");
    assert_eq!(response.status, 303);
    let form = visitor.get(&response.header("location"));
    assert_eq!(
        (form.status, &*form.header("location")),
        (303, "/set#cookie-saved")
    );
    let response = visitor.get("/set");
    assert!(response.set_cookie("recent").is_some());
    assert!(response.set_cookie("offer").is_none());
}

pub fn too_large_form_is_refused(server: &Server) {
    let form = format!("choice=accept&allow={}", "x".repeat(20 * 1024));
    let response = Browser::new(server).choose(&form);
    assert_eq!(response.status, 413);
    assert_eq!(response.set_cookies(), [""; 0]);
}

pub fn page_of_a_missing_grant_is_in_the_visitors_language(server: &Server) {
    let mut visitor = Browser::new(server);
    visitor.headers.push(("Accept-Language", "fr"));
    let response = visitor.get("/granted");
    assert_eq!(response.status, 403);
    assert!(!response.body.contains("Charts"));
    assert!(response.header("content-type").contains("text/html"));
    assert!(
        response.body.contains("Mesure d’audience"),
        "{}",
        response.body
    );
}

pub fn handler_runs_with_a_grant(server: &Server) {
    let mut visitor = Browser::new(server);
    visitor.choose("choice=save&allow=Statistics");
    let response = visitor.get("/granted");
    assert_eq!(response.status, 200);
    assert!(response.body.contains("Charts"), "{}", response.body);
}

pub fn policy_page_lists_the_table(server: &Server) {
    let mut visitor = Browser::new(server);
    for path in ["/cookies", "/cookies/"] {
        let response = visitor.get(path);
        assert_eq!(response.status, 200, "{path}");
        assert!(response.body.contains("Keeps you signed in"));
    }
}

pub fn head_has_no_body(server: &Server) {
    let response = Browser::new(server).send("HEAD", "/cookies", &[], "");
    assert_eq!((response.status, &*response.body), (200, ""));
}

pub fn other_methods_are_refused(server: &Server) {
    let response = Browser::new(server).send("POST", "/cookies", &[], "");
    assert_eq!(response.status, 405);
}

pub fn unknown_page_is_guarded(server: &Server) {
    let mut visitor = Browser::new(server);
    visitor.choose("choice=refuse");
    visitor.cookies.insert("recent".into(), "42".into());
    let response = visitor.get("/missing");
    assert_eq!(response.status, 404);
    assert!(
        response.set_cookie("recent").is_some(),
        "{:?}",
        response.headers
    );
}

/// Only for a server that hides denied cookies.
pub fn denied_cookies_are_hidden(server: &Server) {
    let mut visitor = Browser::new(server);
    visitor.cookies = ["session", "recent", "tracker"]
        .map(|name| (name.to_owned(), "1".to_owned()))
        .into();
    assert_eq!(visitor.get("/cookies-seen").body, "session");
}

/// Only for a server whose session, in the framework's own cookie, counts visits.
pub fn session_of_the_framework_is_kept(server: &Server) {
    let mut visitor = Browser::new(server);
    assert_eq!(visitor.get("/visits").body, "1");
    assert_eq!(visitor.get("/visits").body, "2");
}
