//! Which pages there are, and under which addresses.

use alloc::string::String;

use http::header::{HeaderMap, LOCATION};
use http::{Method, Response, StatusCode, Uri};

use super::cookies::Category;
use super::{guard, headers, pair, refused};
use crate::guard::Guard;

fn ask(guard: &Guard<Category>, method: &Method, path: &str, request: &HeaderMap) -> Response<String> {
    let visitor = guard.visitor(method, &path.parse::<Uri>().unwrap(), request);
    guard.respond(&visitor, method, request, b"")
}

fn get(path: &str) -> Response<String> {
    ask(&guard(), &Method::GET, path, &HeaderMap::new())
}

#[test]
fn every_page_is_there_and_nothing_else() {
    for (path, content_type) in [
        ("/cookies", "text/html; charset=utf-8"),
        ("/cookies/", "text/html; charset=utf-8"),
        ("/cookies?x=y", "text/html; charset=utf-8"),
        ("/cookies/preferences", "text/html; charset=utf-8"),
        ("/cookies/choice", "application/json"),
        ("/cookies/style.css", "text/css; charset=utf-8"),
        ("/cookies/script.js", "text/javascript; charset=utf-8"),
    ] {
        let response = get(path);
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()["content-type"], content_type, "{path}");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert_eq!(ask(&guard(), &Method::HEAD, path, &HeaderMap::new()).status(), StatusCode::OK);
    }
    for path in ["/", "/cookiesx", "/cookies/x", "/cookies//", "/cookies/preferences/", "/Cookies", "/x/cookies", "*"] {
        assert_eq!(get(path).status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!guard().is_page(path), "{path}");
    }
}

#[test]
fn another_method_is_told_which_ones_there_are() {
    for (path, allowed) in
        [("/cookies", "GET, HEAD"), ("/cookies/style.css", "GET, HEAD"), ("/cookies/preferences", "GET, HEAD, POST")]
    {
        for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::POST, Method::TRACE] {
            let response = ask(&guard(), &method, path, &headers(&[("sec-fetch-site", "same-origin")]));
            if method == Method::POST && path.ends_with("preferences") {
                assert_eq!(response.status(), StatusCode::BAD_REQUEST);
            } else {
                assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
                assert_eq!(response.headers()["allow"], allowed);
            }
        }
    }
}

#[test]
fn what_is_for_one_visitor_is_not_cached_and_files_are() {
    for path in ["/cookies", "/cookies/preferences", "/cookies/choice"] {
        assert_eq!(get(path).headers()["cache-control"], "private, no-store");
        assert!(get(path).headers().get_all("vary").iter().eq(["cookie", "sec-gpc"]));
    }
    for path in ["/cookies/style.css", "/cookies/script.js"] {
        assert_eq!(get(path).headers()["cache-control"], "public, max-age=3600");
        assert!(!get(path).headers().contains_key("vary"));
    }
}

#[test]
fn the_pages_are_wherever_the_site_wants_them() {
    for address in ["/legal/cookies", "/legal/cookies/", "legal/cookies"] {
        let guard = guard().address(address);
        let status = |path| ask(&guard, &Method::GET, path, &HeaderMap::new()).status();
        assert_eq!(status("/legal/cookies"), StatusCode::OK);
        assert_eq!(status("/legal/cookies/preferences"), StatusCode::OK);
        assert_eq!(status("/cookies"), StatusCode::NOT_FOUND);
        assert!(guard.is_page("/legal/cookies") && !guard.is_page("/legal"));
        assert!(guard.head().contains("\"/legal/cookies/style.css\""));
    }
}

#[test]
fn at_the_root_they_leave_the_rest_of_the_site_alone() {
    for address in ["/", ""] {
        let guard = guard().address(address);
        assert!(guard.is_page("/") && guard.is_page("/preferences") && guard.is_page("/style.css"));
        assert!(!guard.is_page("/basket"));
        let policy = ask(&guard, &Method::GET, "/", &HeaderMap::new());
        assert_eq!(policy.status(), StatusCode::OK);
        assert!(policy.body().contains("action=\"/preferences\""));
        let request = headers(&[("sec-fetch-site", "same-origin")]);
        let visitor = guard.visitor(&Method::POST, &Uri::from_static("/preferences"), &request);
        let response = guard.respond(&visitor, &Method::POST, &request, b"choice=refuse");
        assert!(response.headers()[LOCATION].to_str().unwrap().starts_with("/preferences?saved="));
    }
}

#[test]
fn the_form_brings_the_visitor_back_and_nowhere_else() {
    let form = |query: &str| get(&alloc::format!("/cookies/preferences?return={query}")).into_body();
    assert!(form("/basket%3Fa%3Db").contains("name=\"return\" value=\"/basket?a=b\""));
    assert!(form("/%22%3E%3Cscript%3E").contains("value=\"/&quot;&gt;&lt;script&gt;\""));
    for evil in
        ["//evil.example", "https://evil.example", "javascript:alert(1)", "/%5Cevil.example", "/%09/evil.example"]
    {
        let form = form(evil);
        assert!(form.contains("name=\"return\" value=\"\"") && !form.contains("evil"), "{evil}");
        assert!(!form.contains("javascript:"));
    }
}

#[test]
fn the_banner_brings_the_visitor_back_to_its_page() {
    let guard = guard();
    let banner = |path: &str| guard.visitor(&Method::GET, &path.parse().unwrap(), &HeaderMap::new()).banner();
    assert!(banner("/basket?a=b").contains("value=\"/basket?a=b\""));
    assert!(banner("https://evil.example/basket").contains("value=\"/basket\""));
    assert!(banner("//evil.example/").contains("value=\"/\""));
    assert!(banner("*").contains("value=\"/\""));
}

#[test]
fn the_banner_is_there_as_long_as_something_is_open() {
    let guard = guard();
    let banner = |request: &HeaderMap| guard.visitor(&Method::GET, &Uri::from_static("/"), request).banner();
    assert!(banner(&HeaderMap::new()).contains("data-cookie-banner"));
    assert_eq!(banner(&headers(&[("cookie", &pair(&refused()))])), "");
}
