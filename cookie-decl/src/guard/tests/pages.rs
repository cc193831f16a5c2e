//! The pages and their addresses.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{HeaderMap, LOCATION};
use http::{Method, Response, StatusCode, Uri};

use super::cookies::Category;
use super::{denied_all, guard, headers, pair, ready};
use crate::guard::{Guard, Mode};

fn ask(
    guard: &Guard<Category>,
    method: &Method,
    path: &str,
    request: &HeaderMap,
) -> Response<String> {
    let visitor = guard.visitor(method, &path.parse::<Uri>().unwrap(), request);
    ready(guard.respond(&visitor, method, request, b""))
}

fn get(path: &str) -> Response<String> {
    ask(&guard(), &Method::GET, path, &HeaderMap::new())
}

const GPC: &str = "/.well-known/gpc.json";

mod dated {
    crate::declare_cookies! {
        last_updated "2026-11-22";
        pub(super) policy;
    }
}

#[test]
fn a_site_that_states_it_obeys_the_signal_says_since_when() {
    let stating = guard().state_gpc();
    let response = ask(&stating, &Method::GET, GPC, &HeaderMap::new());
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.body(), r#"{"gpc":true}"#);
    let response = ask(&stating, &Method::POST, GPC, &HeaderMap::new());
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()["allow"], "GET, HEAD");
    let guard = Guard::new(dated::POLICY).state_gpc();
    let visitor = guard.visitor(&Method::GET, &Uri::from_static(GPC), &HeaderMap::new());
    let response = ready(guard.respond(&visitor, &Method::GET, &HeaderMap::new(), b""));
    let statement = r#"{"gpc":true,"lastUpdate":"2026-11-22"}"#;
    assert_eq!(response.body(), statement);
}

#[test]
fn nobody_states_it_for_the_site_or_where_cookies_are_only_reported() {
    for guard in [guard(), guard().state_gpc().mode(Mode::Report)] {
        let response = ask(&guard, &Method::GET, GPC, &HeaderMap::new());
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert!(!guard.is_page(GPC));
    }
}

#[test]
fn only_the_pages_are_found() {
    for (path, content_type) in [
        ("/cookies", "text/html; charset=utf-8"),
        ("/cookies/", "text/html; charset=utf-8"),
        ("/cookies?x=y", "text/html; charset=utf-8"),
        ("/cookies/preferences", "text/html; charset=utf-8"),
        ("/cookies/choice", "application/json"),
        ("/cookies/style.css", "text/css; charset=utf-8"),
        ("/cookies/style.css?x", "text/css; charset=utf-8"),
        ("/cookies/script.js", "text/javascript; charset=utf-8"),
    ] {
        let response = get(path);
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()["content-type"], content_type, "{path}");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert_eq!(
            ask(&guard(), &Method::HEAD, path, &HeaderMap::new()).status(),
            StatusCode::OK
        );
    }
    for path in [
        "/",
        "/cookiesx",
        "/cookies/x",
        "/cookies//",
        "/cookies/preferences/",
        "/Cookies",
        "/x/cookies",
        "*",
    ] {
        assert_eq!(get(path).status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!guard().is_page(path), "{path}");
    }
}

#[test]
fn other_methods_get_the_allowed_ones() {
    for (path, allowed) in [
        ("/cookies", "GET, HEAD"),
        ("/cookies/style.css", "GET, HEAD"),
        ("/cookies/preferences", "GET, HEAD, POST"),
    ] {
        for method in [
            Method::PUT,
            Method::DELETE,
            Method::OPTIONS,
            Method::POST,
            Method::TRACE,
        ] {
            let response = ask(
                &guard(),
                &method,
                path,
                &headers(&[("sec-fetch-site", "same-origin")]),
            );
            if method == Method::POST && path.ends_with("preferences") {
                assert_eq!(response.status(), StatusCode::BAD_REQUEST);
            } else {
                assert_eq!(
                    response.status(),
                    StatusCode::METHOD_NOT_ALLOWED,
                    "{method} {path}"
                );
                assert_eq!(response.headers()["allow"], allowed);
            }
        }
    }
}

#[test]
fn pages_are_not_cached_and_files_are() {
    for path in ["/cookies", "/cookies/preferences", "/cookies/choice"] {
        assert_eq!(get(path).headers()["cache-control"], "private, no-store");
        assert!(
            get(path)
                .headers()
                .get_all("vary")
                .iter()
                .eq(["cookie, sec-gpc"])
        );
    }
    for path in FILES {
        assert_eq!(get(path).headers()["cache-control"], "public, no-cache");
        assert!(!get(path).headers().contains_key("vary"));
    }
}

const FILES: [&str; 2] = ["/cookies/style.css", "/cookies/script.js"];

/// The addresses in the head of every page.
fn linked(path: &str) -> String {
    let head = guard().head();
    head[head.find(path).unwrap()..]
        .split('"')
        .next()
        .unwrap()
        .to_string()
}

#[test]
fn file_under_its_own_hash_is_immutable() {
    for path in FILES {
        let address = linked(path);
        assert!(address.len() == path.len() + 17, "{address}");
        for method in [Method::GET, Method::HEAD] {
            let response = ask(&guard(), &method, &address, &HeaderMap::new());
            assert_eq!(
                response.headers()["cache-control"],
                "public, max-age=31536000, immutable"
            );
        }
        // A server of another release has another file at the address.
        for other in [
            &address[..address.len() - 1],
            &format!("{address}0"),
            &format!("{path}?x"),
        ] {
            assert_eq!(
                get(other).headers()["cache-control"],
                "public, no-cache",
                "{other}"
            );
            assert_eq!(get(other).body(), get(path).body());
        }
    }
    assert_ne!(
        linked(FILES[0])[FILES[0].len()..],
        linked(FILES[1])[FILES[1].len()..]
    );
}

#[test]
fn unchanged_file_is_not_sent_again() {
    for path in FILES {
        let tag = get(path).headers()["etag"].to_str().unwrap().to_string();
        let status = |fields: &[&str]| {
            let fields: Vec<_> = fields
                .iter()
                .map(|field| ("if-none-match", *field))
                .collect();
            let response = ask(&guard(), &Method::GET, path, &headers(&fields));
            assert_eq!(response.headers()["etag"], *tag);
            assert!(response.headers().contains_key("cache-control"));
            assert_eq!(
                response.body().is_empty(),
                response.status() == StatusCode::NOT_MODIFIED
            );
            response.status().as_u16()
        };
        for known in [
            &tag,
            "*",
            &format!("W/{tag}"),
            &format!("\"a,b\", W/{tag} , \"c\""),
            &format!("\"\",{tag}"),
        ] {
            assert_eq!(status(&[known]), 304, "{known}");
        }
        assert_eq!(status(&["\"x\"", &tag]), 304);
        for other in [
            "",
            "\"x\"",
            tag.trim_matches('"'),
            "W/*",
            "\"*\"",
            &tag.replacen('"', "\"x", 1),
            ",",
        ] {
            assert_eq!(status(&[other]), 200, "{other}");
        }
    }
}

#[test]
fn page_with_a_nonce_passes_it_to_the_script() {
    let head = guard().head_with_nonce("r4nd0m");
    assert_eq!(head.matches(" nonce=\"r4nd0m\"").count(), 2, "{head}");
    let guard = guard();
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    assert!(
        visitor
            .head_with_nonce("\"><b>")
            .contains("nonce=\"&quot;&gt;&lt;b&gt;\"")
    );
    assert!(!visitor.head().contains("nonce"));
}

#[test]
fn form_is_not_listed_or_framed_and_sends_its_origin() {
    let same = headers(&[("sec-fetch-site", "same-origin")]);
    let field = |response: &Response<String>, name| {
        response
            .headers()
            .get(name)
            .map(|field| field.to_str().unwrap().to_string())
            .unwrap_or_default()
    };
    let visitor = guard().visitor(
        &Method::POST,
        &Uri::from_static("/cookies/preferences"),
        &same,
    );
    let answer = ready(guard().respond(&visitor, &Method::POST, &same, b"choice=refuse"));
    for (response, what) in [(get("/cookies/preferences"), "form"), (answer, "answer")] {
        assert_eq!(
            field(&response, "content-security-policy"),
            "frame-ancestors 'self'",
            "{what}"
        );
        assert_eq!(field(&response, "x-robots-tag"), "noindex", "{what}");
        assert_eq!(field(&response, "referrer-policy"), "same-origin", "{what}");
    }
    assert_eq!(field(&get("/cookies/choice"), "x-robots-tag"), "noindex");
    // The policy may be listed and framed anywhere.
    assert_eq!(
        field(&get("/cookies"), "x-robots-tag")
            + &field(&get("/cookies"), "content-security-policy"),
        ""
    );
    assert_eq!(field(&get("/cookies"), "referrer-policy"), "same-origin");
}

#[test]
fn pages_follow_the_address_of_the_guard() {
    for address in ["/legal/cookies", "/legal/cookies/", "legal/cookies"] {
        let guard = guard().address(address);
        let status = |path| ask(&guard, &Method::GET, path, &HeaderMap::new()).status();
        assert_eq!(status("/legal/cookies"), StatusCode::OK);
        assert_eq!(status("/legal/cookies/preferences"), StatusCode::OK);
        assert_eq!(status("/cookies"), StatusCode::NOT_FOUND);
        assert!(guard.is_page("/legal/cookies") && !guard.is_page("/legal"));
        assert!(guard.head().contains("\"/legal/cookies/style.css?"));
    }
}

#[test]
fn pages_at_the_root_leave_other_paths_alone() {
    for address in ["/", ""] {
        let guard = guard().address(address);
        assert!(guard.is_page("/") && guard.is_page("/preferences") && guard.is_page("/style.css"));
        assert!(!guard.is_page("/basket"));
        let policy = ask(&guard, &Method::GET, "/", &HeaderMap::new());
        assert_eq!(policy.status(), StatusCode::OK);
        assert!(policy.body().contains("action=\"/preferences\""));
        let request = headers(&[("sec-fetch-site", "same-origin")]);
        let visitor = guard.visitor(&Method::POST, &Uri::from_static("/preferences"), &request);
        let response = ready(guard.respond(&visitor, &Method::POST, &request, b"choice=refuse"));
        assert!(
            response.headers()[LOCATION]
                .to_str()
                .unwrap()
                .starts_with("/preferences?saved=")
        );
    }
}

#[test]
fn form_returns_to_paths_of_the_site_only() {
    let form = |query: &str| get(&format!("/cookies/preferences?return={query}")).into_body();
    assert!(form("/basket%3Fa%3Db").contains("name=\"return\" value=\"/basket?a=b\""));
    assert!(form("/%22%3E%3Cscript%3E").contains("value=\"/&quot;&gt;&lt;script&gt;\""));
    for evil in [
        "//evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/%5Cevil.example",
        "/%09/evil.example",
    ] {
        let form = form(evil);
        assert!(
            form.contains("name=\"return\" value=\"\"") && !form.contains("evil"),
            "{evil}"
        );
        assert!(!form.contains("javascript:"));
    }
}

#[test]
fn banner_returns_to_its_page() {
    let guard = guard();
    let banner = |path: &str| {
        guard
            .visitor(&Method::GET, &path.parse().unwrap(), &HeaderMap::new())
            .banner()
    };
    assert!(banner("/basket?a=b").contains("value=\"/basket?a=b\""));
    assert!(banner("https://evil.example/basket").contains("value=\"/basket\""));
    assert!(banner("//evil.example/").contains("value=\"/\""));
    assert!(banner("*").contains("value=\"/\""));
}

#[test]
fn banner_is_shown_while_something_is_open() {
    let guard = guard();
    let banner = |request: &HeaderMap| {
        guard
            .visitor(&Method::GET, &Uri::from_static("/"), request)
            .banner()
    };
    assert!(banner(&HeaderMap::new()).contains("data-cookie-banner"));
    let decided = banner(&headers(&[("cookie", &pair(&denied_all()))]));
    assert!(!decided.contains("data-cookie-banner"), "{decided}");
}
