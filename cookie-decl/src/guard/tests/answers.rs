//! Posting a choice: who may post it, what it sets, and where it redirects.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{HeaderMap, LOCATION};
use http::{Method, Response, StatusCode, Uri};

use super::cookies::Category;
use super::{denied_all, granted_all, guard, headers, pair, ready, sent};
use crate::consent::gpc::Gpc;
use crate::consent::{Consent, Reason};
use crate::guard::Guard;
use crate::wire::request::RequestCookies;

const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");

fn post_to(
    guard: &Guard<Category>,
    uri: &str,
    fields: &[(&'static str, &str)],
    body: &str,
) -> Response<String> {
    let headers = headers(fields);
    let visitor = guard.visitor(&Method::POST, &uri.parse::<Uri>().unwrap(), &headers);
    let mut response = ready(guard.respond(&visitor, &Method::POST, &headers, body.as_bytes()));
    // As the layer does.
    assert_eq!(guard.finish(&visitor, response.headers_mut()), []);
    response
}

fn post(fields: &[(&'static str, &str)], body: &str) -> Response<String> {
    post_to(&guard(), "/cookies/preferences", fields, body)
}

fn answer_in(response: &Response<String>) -> Consent<Category> {
    Consent::from_request(
        RequestCookies::from_header(&kept(response)),
        Gpc::OFF,
        super::NOW,
    )
}

fn granted(body: &str) -> Vec<&'static str> {
    let response = post(&[SAME], body);
    assert_eq!(response.status(), StatusCode::SEE_OTHER, "{body}");
    let answer = answer_in(&response);
    let all = [Category::Statistics, Category::Adverts, Category::Comfort];
    assert!(
        all.iter()
            .all(|category| answer.choice(*category).is_some()),
        "everything is answered"
    );
    all.into_iter()
        .filter(|category| answer.allows(*category))
        .map(Category::name)
        .collect()
}

#[test]
fn accept_refuse_and_save_set_the_answer() {
    assert_eq!(
        granted("choice=accept"),
        ["Statistics", "Adverts", "Comfort"]
    );
    assert_eq!(granted("choice=refuse"), [""; 0]);
    assert_eq!(
        granted("choice=save&allow=Statistics&allow=Comfort"),
        ["Statistics", "Comfort"]
    );
    assert_eq!(granted("choice=save"), [""; 0]);
    // The boxes are in the same form as the buttons.
    assert_eq!(granted("allow=Statistics&choice=refuse"), [""; 0]);
}

#[test]
fn unknown_boxes_are_ignored() {
    assert_eq!(
        granted("choice=save&allow=statistics&allow=Necessary&allow=&allow=Everything&x=y"),
        [""; 0]
    );
    assert_eq!(
        granted("choice=save&allow=Statistics&allow=Statistics"),
        ["Statistics"]
    );
}

#[test]
fn unknown_choice_is_rejected() {
    for body in [
        "",
        "choice=",
        "choice=maybe",
        "choice=Accept",
        "accept",
        "{\"choice\":\"accept\"}",
        "\u{0}",
        "choice",
    ] {
        let response = post(&[SAME], body);
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
        assert!(sent(response.headers()).is_empty());
    }
}

#[test]
fn two_choices_are_rejected() {
    for body in [
        "choice=refuse&choice=accept",
        "choice=accept&choice=accept",
        "choice=accept&x=y&choice=",
    ] {
        let response = post(&[SAME], body);
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
        assert!(sent(response.headers()).is_empty());
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn only_the_content_type_of_a_form_is_accepted() {
    let status = |types: &[&str]| {
        let types = types.iter().map(|text| ("content-type", *text));
        let response = post(
            &[SAME].into_iter().chain(types).collect::<Vec<_>>(),
            "choice=accept",
        );
        assert_eq!(
            response.status() == StatusCode::SEE_OTHER,
            !sent(response.headers()).is_empty()
        );
        response.status().as_u16()
    };
    for taken in [
        FORM,
        "Application/X-WWW-Form-Urlencoded",
        "application/x-www-form-urlencoded ; charset=UTF-8",
    ] {
        assert_eq!(status(&[taken]), 303, "{taken}");
    }
    assert_eq!(status(&[]), 303);
    for other in [
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json",
        "",
        "application/x-www-form",
    ] {
        assert_eq!(status(&[other]), 415, "{other}");
    }
    assert_eq!(status(&[FORM, "text/plain"]), 415);
}

#[test]
fn body_of_arbitrary_bytes_does_not_panic() {
    let guard = guard();
    let headers = headers(&[SAME]);
    let visitor = guard.visitor(
        &Method::POST,
        &Uri::from_static("/cookies/preferences"),
        &headers,
    );
    for body in [
        &b"\xFF\xFE=\xFF&choice=%FF"[..],
        b"%%%=%&&&===",
        b"choice=accept&return=%FF%00",
    ] {
        let status = ready(guard.respond(&visitor, &Method::POST, &headers, body)).status();
        assert!(status == StatusCode::BAD_REQUEST || status == StatusCode::SEE_OTHER);
    }
}

#[test]
fn body_over_sixteen_kibibytes_is_rejected() {
    let body = |length: usize| format!("choice=refuse&x={}", "x".repeat(length - 16));
    assert_eq!(
        post(&[SAME], &body(16 * 1024)).status(),
        StatusCode::SEE_OTHER
    );
    let response = post(&[SAME], &body(16 * 1024 + 1));
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(sent(response.headers()).is_empty());
}

fn is_accepted(fields: &[(&'static str, &str)]) -> bool {
    is_accepted_at(&guard(), "/cookies/preferences", fields)
}

fn is_accepted_at(guard: &Guard<Category>, uri: &str, fields: &[(&'static str, &str)]) -> bool {
    let response = post_to(guard, uri, fields, "choice=accept");
    let is_accepted = response.status() == StatusCode::SEE_OTHER;
    assert_eq!(is_accepted, !sent(response.headers()).is_empty());
    assert!(is_accepted || response.status() == StatusCode::FORBIDDEN);
    is_accepted
}

#[test]
fn sec_fetch_site_decides_where_a_post_comes_from() {
    assert!(is_accepted(&[("sec-fetch-site", "same-origin")]));
    for site in [
        "same-site",
        "cross-site",
        "none",
        "",
        "SAME-ORIGIN",
        "same-origin, cross-site",
        "unknown",
    ] {
        assert!(!is_accepted(&[("sec-fetch-site", site)]), "{site}");
    }
    assert!(!is_accepted(&[SAME, SAME]));
    assert!(!is_accepted(&[("sec-fetch-site", "cross-site"), SAME]));
}

#[test]
fn sec_fetch_site_takes_precedence_over_origin() {
    let same = [("origin", "https://a.example"), ("host", "a.example")];
    for site in ["cross-site", "none", "", "same-site, same-origin"] {
        assert!(
            !is_accepted(&[same[0], same[1], ("sec-fetch-site", site)]),
            "{site}"
        );
    }
    assert!(!is_accepted(&[
        same[0],
        same[1],
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "same-site")
    ]));
    assert!(is_accepted(&[
        ("origin", "null"),
        ("host", "a.example"),
        SAME
    ]));
}

#[test]
fn same_site_post_needs_the_same_origin() {
    let from = |origin: &str| {
        is_accepted(&[
            ("sec-fetch-site", "same-site"),
            ("origin", origin),
            ("host", "www.shop.example"),
        ])
    };
    assert!(!from("https://users.shop.example"));
    assert!(!from("null"));
    // The page is on the host of the table, or its origin has `http` and this host `https`.
    assert!(from("https://shop.example"));
    assert!(from("https://www.shop.example"));
}

#[test]
fn origin_decides_without_sec_fetch_site() {
    let origin = |origin: &str, host: &str| is_accepted(&[("origin", origin), ("host", host)]);
    assert!(origin("https://a.example", "a.example"));
    assert!(origin("http://a.example:8080", "a.example:8080"));
    assert!(origin("http://127.0.0.1:8080", "127.0.0.1:8080"));
    assert!(origin("http://[::1]:8080", "[::1]:8080"));
    assert!(origin("https://a.example", "A.example"));
    for (from, host) in [
        ("null", "a.example"),
        ("", "a.example"),
        ("a.example", "a.example"),
        ("ftp://a.example", "a.example"),
        ("https://b.example", "a.example"),
        ("https://a.example.evil.example", "a.example"),
        ("https://evil.example/a.example", "a.example"),
        ("https://a.example:8080", "a.example"),
        ("https://a.example", "a.example:8080"),
        ("https://a.example@evil.example", "a.example"),
        ("https://a.example", "evil@a.example"),
        ("https://a.example, https://a.example", "a.example"),
        ("https://", ""),
        ("https://a b", "a b"),
    ] {
        assert!(!origin(from, host), "{from} to {host}");
    }
}

#[test]
fn default_port_in_host_is_ignored() {
    let origin = |origin: &str, host: &str| is_accepted(&[("origin", origin), ("host", host)]);
    assert!(origin("https://a.example", "a.example:443"));
    assert!(origin("http://a.example", "a.example:80"));
    assert!(!origin("https://a.example", "a.example:80"));
    assert!(!origin("http://a.example", "a.example:443"));
}

#[test]
fn post_without_a_single_origin_and_host_is_rejected() {
    let (origin, host) = (("origin", "https://a.example"), ("host", "a.example"));
    assert!(!is_accepted(&[]));
    assert!(!is_accepted(&[host]));
    assert!(!is_accepted(&[origin]));
    assert!(!is_accepted(&[origin, origin, host]));
    assert!(!is_accepted(&[origin, host, host]));
    assert!(!is_accepted(&[("referer", "https://a.example/"), host]));
}

#[test]
fn http_2_has_the_host_in_the_address() {
    let guard = guard();
    let uri = "https://a.example/cookies/preferences";
    assert!(is_accepted_at(
        &guard,
        uri,
        &[("origin", "https://a.example")]
    ));
    assert!(!is_accepted_at(
        &guard,
        uri,
        &[("origin", "https://b.example")]
    ));
    assert!(!is_accepted_at(
        &guard,
        uri,
        &[("origin", "https://b.example"), ("host", "b.example")]
    ));
}

#[test]
fn origin_of_the_tables_site_is_accepted_behind_a_proxy() {
    assert!(is_accepted(&[
        ("origin", "https://shop.example"),
        ("host", "127.0.0.1:8080")
    ]));
    assert!(!is_accepted(&[
        ("origin", "https://evil.example"),
        ("host", "127.0.0.1:8080")
    ]));
    assert!(!is_accepted(&[
        ("origin", "https://shop.example:8080"),
        ("host", "127.0.0.1:8080")
    ]));
}

fn location<T>(response: &Response<T>) -> &str {
    response.headers()[LOCATION].to_str().unwrap()
}

/// Returns the response to a browser with these cookies, at the address after a choice.
fn opened(guard: &Guard<Category>, address: &str, cookie: &str) -> Response<String> {
    let headers = headers(&[("cookie", cookie)]);
    let visitor = guard.visitor(&Method::GET, &address.parse::<Uri>().unwrap(), &headers);
    ready(guard.respond(&visitor, &Method::GET, &headers, b""))
}

/// The first cookie of a response, as the next request contains it.
fn kept(response: &Response<String>) -> String {
    sent(response.headers())[0]
        .split(';')
        .next()
        .unwrap()
        .to_string()
}

fn accepts(address: &str) -> Response<String> {
    let mut form = form_urlencoded::Serializer::new(String::from("choice=accept"));
    let response = post(&[SAME], &form.append_pair("return", address).finish());
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    response
}

/// The address after a choice: the form, where the answer comes back.
fn redirect_after(address: &str) -> String {
    let response = accepts(address);
    let form = location(&response);
    assert!(form.starts_with(&default()), "{form}");
    let response = opened(&guard(), form, &kept(&response));
    if response.status() == StatusCode::OK {
        return form.to_string();
    }
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    location(&response).to_string()
}

fn default() -> String {
    format!("/cookies/preferences?saved={:x}.yyy", super::NOW)
}

#[test]
fn saved_message_is_shown_if_the_answer_came_back() {
    let response = post(&[SAME], "choice=refuse");
    let page = opened(&guard(), location(&response), &kept(&response));
    assert!(
        page.body().contains("Your choice has been saved."),
        "{}",
        page.body()
    );
}

#[test]
fn failed_message_is_shown_if_the_answer_did_not_come_back() {
    let before = pair(&granted_all());
    // There is no answer, another one, or one that is cut off.
    for cookie in ["", &before, &before[..before.len() - 20]] {
        let response = post(&[SAME], "choice=refuse&return=/basket");
        let page = opened(&guard(), location(&response), cookie);
        assert_eq!(page.status(), StatusCode::OK, "{cookie}");
        assert!(!page.body().contains("has been saved"), "{cookie}");
        assert!(page.body().contains("role=\"alert\""), "{cookie}");
        assert!(
            page.body().contains(">Your choice could not be saved"),
            "{cookie}"
        );
        assert!(page.body().contains("<a href=\"/basket\""), "{cookie}");
    }
}

#[test]
fn made_up_mark_shows_no_saved_message() {
    let (answer, good) = (pair(&granted_all()), format!("{:x}.yyy", super::NOW - 60));
    let page = |saved: &str, cookie: &str| {
        opened(
            &guard(),
            &format!("/cookies/preferences?saved={saved}&return=/basket"),
            cookie,
        )
    };
    assert_eq!(page(&good, &answer).status(), StatusCode::SEE_OTHER);
    for saved in [
        "",
        "1",
        "x",
        "%3Cscript%3E",
        "%FF",
        "ffffffffffffffffffff.yyy",
        ".yyy",
        &good[..10],
        &good.repeat(99),
    ] {
        for cookie in ["", &answer] {
            let page = page(saved, cookie);
            assert_eq!(page.status(), StatusCode::OK, "{saved}");
            assert!(!page.body().contains("has been saved"), "{saved}");
        }
    }
    // A later answer counts, and nothing failed.
    let earlier = page(&format!("{:x}.nnn", super::NOW - 120), &answer);
    assert!(
        !earlier.body().contains("role=\"alert\"") && !earlier.body().contains("has been saved")
    );
}

#[test]
fn form_does_not_return_to_itself() {
    // The banner in the layout of the form posts this after the last choice.
    let saved = default();
    assert_eq!(redirect_after(&saved), saved);
    assert_eq!(redirect_after("/cookies/preferences"), saved);
    assert_eq!(
        redirect_after("/cookies/preferencesx"),
        "/cookies/preferencesx#cookie-saved"
    );
}

#[test]
fn redirect_keeps_the_language_of_the_form() {
    let guard = Guard::new(super::languages::cookies::POLICY).clock(|| super::NOW);
    let headers = headers(&[SAME]);
    let uri = Uri::from_static("/cookies/preferences?language=fr");
    let visitor = guard.visitor(&Method::POST, &uri, &headers);
    let response = ready(guard.respond(
        &visitor,
        &Method::POST,
        &headers,
        b"choice=accept&return=/x",
    ));
    assert!(
        location(&response).ends_with("&return=/x&language=fr"),
        "{}",
        location(&response)
    );
}

#[test]
fn visitor_returns_to_the_page_of_the_banner() {
    for path in [
        "/",
        "/basket",
        "/search?q=a%20b&lang=fr",
        "/%2F/x",
        "/a//b",
        "/?next=//evil.example",
        "/@evil.example",
    ] {
        assert_eq!(redirect_after(path), format!("{path}#cookie-saved"));
    }
    // Where the site named a place itself, the visitor goes there.
    assert_eq!(redirect_after("/basket#sum"), "/basket#sum");
}

#[test]
fn visitor_returns_to_the_summary_of_the_policy_page() {
    let mark = format!("saved={:x}.yyy#cookie-present", super::NOW);
    assert_eq!(redirect_after("/cookies"), format!("/cookies?{mark}"));
    assert_eq!(
        redirect_after("/cookies/?a=b"),
        format!("/cookies/?a=b&{mark}")
    );
}

#[test]
fn policy_page_says_that_the_answer_came_back_and_only_then() {
    let title = "<title>Your choice has been saved. Cookie policy</title>";
    let address = redirect_after("/cookies");
    let page = |cookie: &str| opened(&guard(), &address, cookie).into_body();
    let saved = page(&kept(&accepts("/cookies")));
    assert!(
        saved.contains(title) && saved.contains(">Your choice has been saved.</p>"),
        "{saved}"
    );
    for cookie in ["", &pair(&denied_all())] {
        assert!(!page(cookie).contains("has been saved"), "{cookie}");
    }
}

#[test]
fn message_for_visitors_who_return_is_hidden_and_only_for_those_who_decided() {
    let banner = |cookie: &str| {
        let headers = headers(&[("cookie", cookie)]);
        guard()
            .visitor(&Method::GET, &Uri::from_static("/"), &headers)
            .banner()
    };
    let decided = banner(&pair(&granted_all()));
    assert!(
        decided.contains("id=\"cookie-saved\"") && decided.contains(" hidden="),
        "{decided}"
    );
    assert!(!banner("").contains("cookie-saved"));
}

#[test]
fn return_address_of_another_site_is_ignored() {
    for address in [
        "",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        " /basket",
        "/a b",
        "https://evil.example",
        "HTTPS://evil.example",
        "https:evil.example",
        "http:/evil.example",
        "evil.example",
        "@evil.example",
        ".evil.example",
        "?x",
        "#x",
        "javascript:alert(1)",
        "JavaScript:alert(1)//",
        "data:text/html,x",
        "/basket\r\nSet-Cookie: sid=evil",
        "/basket\nLocation: //evil.example",
        "/\u{0}",
        "/caf\u{e9}",
        "/\u{2028}",
        "/\u{FF0F}evil.example",
        "\u{FF0F}/evil.example",
        "\u{FEFF}//evil.example",
        "/\\/evil.example",
        "/a\\b",
    ] {
        assert_eq!(redirect_after(address), default(), "{address:?}");
    }
}

/// No accepted address is on another host, as a browser reads it.
#[test]
fn accepted_return_addresses_stay_on_the_host() {
    use proptest::prelude::*;
    let parts = prop::sample::select(alloc::vec![
        "/",
        "\\",
        "//",
        "evil.example",
        "@",
        ":",
        "?",
        "#",
        ".",
        "..",
        "%09",
        "%2f",
        "%5c",
        "\t",
        "\n",
        "\r",
        " ",
        "http",
        "javascript",
        ";",
        "%",
        "é",
        "[",
        "]",
    ]);
    let site: url::Url = "https://shop.example/cookies/preferences".parse().unwrap();
    proptest!(|(parts in prop::collection::vec(parts, 0..8))| {
        let location = redirect_after(&parts.concat());
        let url = site.join(&location).unwrap();
        prop_assert_eq!(url.origin(), site.origin(), "{}", location);
    });
}

#[test]
fn long_return_address_is_ignored() {
    let long = |length| format!("/{}", "x".repeat(length));
    let address = format!("{}#cookie-saved", long(2_047));
    assert_eq!(redirect_after(&long(2_047)), address);
    assert_eq!(redirect_after(&long(2_048)), default());
}

#[test]
fn last_of_several_return_addresses_counts() {
    let response = post(&[SAME], "choice=accept&return=/a&return=//evil.example");
    assert_eq!(location(&response), default());
}

#[test]
fn json_is_sent_only_if_accepted() {
    let is_json = |accept: &str| {
        let response = post(&[SAME, ("accept", accept)], "choice=accept&return=/basket");
        assert!(!sent(response.headers()).is_empty());
        assert_eq!(
            response.headers().contains_key(LOCATION),
            response.status() == StatusCode::SEE_OTHER
        );
        response.headers()["content-type"] == "application/json"
            && response.status() == StatusCode::OK
    };
    assert!(is_json("application/json"));
    for accept in [
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "*/*",
        "",
        "application/jsonp",
        "text/html, application/json",
    ] {
        assert!(!is_json(accept), "{accept}");
    }
}

#[test]
fn json_contains_the_current_answer() {
    let json = |body| -> serde_json::Value {
        serde_json::from_str(post(&[SAME, ("accept", "application/json")], body).body()).unwrap()
    };
    let state = json("choice=save&allow=Statistics");
    assert_eq!(
        state["granted"],
        serde_json::json!(["Necessary", "Statistics"])
    );
    assert_eq!(state["remove"], serde_json::json!([]));
    // A category that the signal denies is not granted.
    let fields = [SAME, ("accept", "application/json"), ("sec-gpc", "1")];
    let state: serde_json::Value =
        serde_json::from_str(post(&fields, "choice=accept").body()).unwrap();
    assert_eq!(
        state["granted"],
        serde_json::json!(["Necessary", "Statistics", "Comfort"])
    );
    // The storage that only scripts can remove.
    let left = serde_json::json!([["cookie", r"^_pk_id\.[^]+$"], ["localStorage", "^seen$"]]);
    assert_eq!(json("choice=refuse")["remove"], left);
    // The mark of the answer.
    assert_eq!(
        json("choice=save&allow=Statistics")["mark"],
        format!("{:x}.ynn", super::NOW)
    );
    assert_eq!(json("choice=refuse")["open"], false);
}

/// The part of a page that the script asks for.
fn part(guard: &Guard<Category>, query: &str, cookie: &str) -> Option<String> {
    let answer = opened(guard, &format!("/cookies/choice?{query}"), cookie);
    let json: serde_json::Value = serde_json::from_str(answer.body()).unwrap();
    json.get("html")
        .map(|html| html.as_str().unwrap().to_string())
}

#[test]
fn form_in_a_dialog_returns_to_the_page() {
    let dialog = part(&guard(), "part=form&return=/basket", "").unwrap();
    assert!(
        dialog.starts_with(
            "<dialog class=\"cookie-ui cookie-dialog\" aria-label=\"Cookie settings\""
        ),
        "{dialog}"
    );
    assert!(dialog.contains("value=\"/basket\"") && dialog.contains("value=\"Statistics\""));
    let elsewhere = part(&guard(), "part=form&return=//evil.example", "").unwrap();
    assert!(
        elsewhere.contains("value=\"/\"") && !elsewhere.contains("evil"),
        "{elsewhere}"
    );
}

#[test]
fn banner_of_a_shared_page_is_for_visitors_who_have_to_be_asked() {
    use crate::preferences::BannerShape;
    let banner = part(&guard(), "part=banner&return=/news?a=b", "").unwrap();
    // A bar would move what is being read.
    assert!(
        banner.starts_with("<section") && banner.contains("data-cookie-banner=\"corner\""),
        "{banner}"
    );
    assert!(banner.contains("value=\"/news?a=b\""));
    let guard = guard();
    assert_eq!(
        part(&guard, "part=banner&return=/news", &pair(&denied_all())),
        None
    );
    assert_eq!(part(&guard, "", ""), None);
    assert_eq!(part(&guard, "part=x", ""), None);
    let guard = guard.banner_shape(BannerShape::Dialog);
    assert!(
        part(&guard, "part=banner", "")
            .unwrap()
            .starts_with("<dialog")
    );
}

#[test]
fn withdrawn_cookies_are_removed_in_the_same_response() {
    let cookie = format!(
        "recent=1; _pk_id.7=2; sid=3; old=4; {}",
        pair(&granted_all())
    );
    let response = post(&[SAME, ("cookie", &cookie)], "choice=refuse");
    let fields = sent(response.headers());
    let names: Vec<_> = fields
        .iter()
        .map(|field| field.split('=').next().unwrap())
        .collect();
    assert_eq!(
        names,
        ["__Host-prefs", "recent", "_pk_id.7", "_pk_id.7", "old"]
    );
    assert!(
        fields[0].ends_with("; Path=/; Max-Age=15552000; Secure; SameSite=Lax"),
        "{}",
        fields[0]
    );
    assert!(
        fields[1..]
            .iter()
            .all(|field| field.contains("; Max-Age=0"))
    );
}

#[test]
fn granted_cookies_are_not_removed() {
    let cookie = format!("recent=1; advert=2; {}", pair(&denied_all()));
    let response = post(&[SAME, ("cookie", &cookie)], "choice=save&allow=Statistics");
    let fields = sent(response.headers());
    assert_eq!(fields.len(), 2);
    assert!(fields[1].starts_with("advert=; "), "{}", fields[1]);
}

#[test]
fn signal_removes_cookies_despite_a_grant() {
    let response = post(
        &[SAME, ("sec-gpc", "1"), ("cookie", "advert=1; recent=2")],
        "choice=accept",
    );
    let fields = sent(response.headers());
    assert_eq!(fields.len(), 2);
    assert!(fields[1].starts_with("advert=; "));
    // The answer is kept as it was given.
    assert_eq!(answer_in(&response).choice(Category::Adverts), Some(true));
}

#[test]
fn prefetched_pages_are_cleared_after_a_choice() {
    let clears = |response: &Response<String>| response.headers().contains_key("clear-site-data");
    for fields in [&[SAME][..], &[SAME, ("accept", "application/json")]] {
        let response = post(fields, "choice=accept");
        assert_eq!(
            response.headers()["clear-site-data"],
            "\"prefetchCache\", \"prerenderCache\""
        );
        assert!(!clears(&post(fields, "choice=maybe")));
    }
    assert!(!clears(&post(&[], "choice=accept")));
    assert!(!clears(&opened(&guard(), "/cookies/choice", "")));
}

#[test]
fn responses_to_a_choice_are_not_cached() {
    for (fields, body) in [
        (&[SAME][..], "choice=accept"),
        (&[SAME, ("accept", "application/json")], "choice=accept"),
    ] {
        let response = post(fields, body);
        assert_eq!(response.headers()["cache-control"], "private, no-store");
    }
}

#[test]
fn table_without_consent_row_has_no_form() {
    #[allow(unreachable_pub, reason = "a policy as a user would write it")]
    mod cookies {
        crate::declare_cookies! {
            pub policy;
            /// Needed
            ///
            /// The site does not work without these.
            category Necessary: exempt {
                cookie | duration;
                /// Remembers what you chose
                PREFERENCES: Consent = "prefs" | 6 months | when = { false };
            }
            /// Audience
            category Statistics: opt_in {
                cookie | duration;
                /// Remembers what you looked at last
                "recent" | 30 days;
            }
        }
    }
    let guard = Guard::new(cookies::POLICY);
    let headers = headers(&[SAME]);
    let visitor = guard.visitor(
        &Method::POST,
        &Uri::from_static("/cookies/preferences"),
        &headers,
    );
    let response = ready(guard.respond(&visitor, &Method::POST, &headers, b"choice=accept"));
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        visitor.decide(&Consent::accept_all(1)).unwrap_err(),
        crate::error::SetError::Off
    );
    // An answer of another deployment does not count.
    let consent = cookies::Consent::accept_all(super::NOW);
    let policy =
        crate::run_time::WithConfig::with_config(cookies::POLICY, crate::run_time::Config::NONE);
    let answer = consent.any().value(policy.config).unwrap();
    let request = super::headers(&[("cookie", &format!("prefs={answer}"))]);
    let guard = guard.clock(|| super::NOW);
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &request);
    assert!(!visitor.consent().allows(cookies::Category::Statistics));
    let mut response = HeaderMap::new();
    response.append(
        "set-cookie",
        format!("prefs={answer}; Path=/").parse().unwrap(),
    );
    assert_eq!(guard.finish(&visitor, &mut response).len(), 1);
}

/// The answer after a visitor with this cookie has granted one category beside an element, and
/// whether they are asked again.
fn after_granting(fields: &[(&'static str, &str)], category: &str) -> Consent<Category> {
    let body = format!("choice=grant&allow={category}");
    let response = post(&[&[SAME], fields].concat(), &body);
    assert_eq!(response.status(), StatusCode::SEE_OTHER, "{body}");
    answer_in(&response)
}

#[test]
fn granting_one_category_keeps_what_was_answered_about_the_others() {
    let before = Consent::decide(super::NOW - 60)
        .grant(Category::Adverts)
        .deny(Category::Comfort);
    let after = after_granting(&[("cookie", &pair(&before))], "Statistics");
    let choice = |category| after.choice(category);
    assert_eq!(choice(Category::Statistics), Some(true));
    assert_eq!(choice(Category::Adverts), Some(true));
    assert_eq!(choice(Category::Comfort), Some(false));
    assert_eq!(after.needs_prompt(), None);
    assert_eq!(after.decided_at(), Some(super::NOW));
}

#[test]
fn granting_one_category_before_the_first_answer_leaves_the_others_open() {
    let after = after_granting(&[], "Statistics");
    assert_eq!(after.choice(Category::Statistics), Some(true));
    assert_eq!(after.choice(Category::Adverts), None);
    // Not `Changed`: nothing has changed since an answer.
    assert_eq!(after.needs_prompt(), Some(Reason::NeverAsked));
    // The visitor has neither objected nor agreed to it, so that a signal still counts.
    assert!(after.allows(Category::Comfort));
    assert_eq!(after.choice(Category::Comfort), None);
    assert!(!after.with_gpc(Gpc::ON).allows(Category::Comfort));
    let later = after_granting(&[("cookie", &pair(&after))], "Adverts");
    assert!(later.allows(Category::Statistics) && later.allows(Category::Adverts));
    assert_eq!(later.needs_prompt(), None);
}

#[test]
fn a_full_answer_after_a_grant_of_one_category_leaves_nothing_open() {
    let after = after_granting(&[], "Statistics");
    let response = post(&[SAME, ("cookie", &pair(&after))], "choice=refuse");
    assert_eq!(answer_in(&response).needs_prompt(), None);
    assert!(!answer_in(&response).allows(Category::Statistics));
}

#[test]
fn granting_one_category_does_not_override_a_signal_about_another() {
    let after = after_granting(&[("sec-gpc", "1")], "Statistics");
    assert!(after.allows(Category::Statistics));
    assert_eq!(after.choice(Category::Adverts), None);
    let is_comfortable = |gpc| after.with_gpc(gpc).allows(Category::Comfort);
    assert!(!is_comfortable(Gpc::ON) && is_comfortable(Gpc::OFF));
}

#[test]
fn granting_one_category_does_not_revoke_an_objection_that_cannot_be_read() {
    let after = after_granting(&[("cookie", "__Host-prefs=damaged")], "Statistics");
    assert!(after.allows(Category::Statistics) && !after.allows(Category::Comfort));
    let both = format!(
        "{}; __Host-prefs=damaged",
        pair(&after_granting(&[], "Statistics"))
    );
    let both = Consent::from_request(RequestCookies::from_header(&both), Gpc::OFF, super::NOW);
    assert!(both.allows(Category::Statistics) && !both.allows(Category::Comfort));
}

#[test]
fn a_grant_of_no_category_that_can_be_denied_is_rejected() {
    for body in [
        "choice=grant",
        "choice=grant&allow=",
        "choice=grant&allow=statistics",
        "choice=grant&allow=Necessary",
    ] {
        let response = post(&[SAME], body);
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
        assert!(sent(response.headers()).is_empty());
    }
    let foreign = post(
        &[("sec-fetch-site", "cross-site")],
        "choice=grant&allow=Statistics",
    );
    assert_eq!(foreign.status(), StatusCode::FORBIDDEN);
}
