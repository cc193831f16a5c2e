//! That the client does what its names say.

use serde_json::json;

use crate::client::axe::AXE;
use crate::client::npm::File;
use crate::client::{Blocked, Context};
use crate::server::{Answer, Server};
use crate::{Test, TestWithFile, tests};

pub(crate) const TESTS: &[Test] = tests![
    redirects_are_followed
    page_is_loaded_again
    back_shows_the_page_before
    click_is_a_real_one_where_the_element_is
    click_opens_the_page_of_a_link
    click_on_what_is_covered_fails
    keys_reach_what_has_the_focus
    fields_are_filled_and_options_picked
    promise_is_awaited
    picture_has_the_size_asked_for
    preferences_of_the_visitor_reach_the_style_sheet
    page_works_without_scripts
    extra_headers_are_sent
    cookies_of_two_visitors_are_apart
    planted_cookie_is_sent
    refused_cookie_of_a_redirect_is_told
    console_and_uncaught_errors_are_kept
    forbidden_script_is_told
    third_party_cookies_are_let_in
];

pub(crate) const WITH_FILES: &[(&File, &[TestWithFile])] = &[(AXE, WITH_AXE)];

const WITH_AXE: &[TestWithFile] = tests![
    axe_finds_a_picture_without_a_text_despite_the_policy
    axe_finds_nothing_wrong_with_a_plain_page
];

fn redirects_are_followed(visitor: &Context<'_>) {
    let server = Server::start([
        ("/", Answer::redirect("/there")),
        ("/there", Answer::html("<h1>There</h1>")),
    ]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    assert_eq!(page.url(), server.url("/there"));
    assert_eq!(
        page.evaluate("document.querySelector('h1').textContent"),
        "There"
    );
}

fn page_is_loaded_again(visitor: &Context<'_>) {
    let server = Server::start([("/", Answer::html(""))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.evaluate("window.mark = true");
    page.reload();
    assert_eq!(page.evaluate("window.mark === undefined"), true);
    assert_eq!(server.requests("/").len(), 2);
}

fn back_shows_the_page_before(visitor: &Context<'_>) {
    let server = Server::start([("/", Answer::html("")), ("/next", Answer::html(""))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.navigate(&server.url("/next"));
    page.back();
    page.wait_for("location.pathname === '/'");
}

fn click_is_a_real_one_where_the_element_is(visitor: &Context<'_>) {
    let body = "<div style='height: 3000px'></div><button onclick='seen = event.isTrusted'>Accept</button>";
    let server = Server::start([("/", Answer::html(body))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.click("button");
    page.wait_for("window.seen === true");
}

fn click_opens_the_page_of_a_link(visitor: &Context<'_>) {
    let server = Server::start([
        ("/", Answer::html("<a href='/next'>Next</a>")),
        ("/next", Answer::html("")),
    ]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.loading(|| page.click("a"));
    assert_eq!(page.url(), server.url("/next"));
}

fn click_on_what_is_covered_fails(visitor: &Context<'_>) {
    let body = "<button>Accept</button><div id=cover style='position: fixed; inset: 0'></div>";
    let server = Server::start([("/", Answer::html(body))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    let why = page.place_of("button").unwrap_err();
    assert!(why.contains("is covered by <div id=\"cover\""), "{why}");
    assert!(
        page.place_of("#elsewhere")
            .unwrap_err()
            .contains("is not there")
    );
}

fn keys_reach_what_has_the_focus(visitor: &Context<'_>) {
    let body = "<form action='/sent'><input id=agree type=checkbox name=agree> <button>Send</button></form>";
    let server = Server::start([
        ("/", Answer::html(body)),
        ("/sent?agree=on", Answer::html("<h1>Sent</h1>")),
    ]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.press("Tab");
    page.press("Space");
    assert_eq!(
        page.evaluate("agree.checked && document.activeElement === agree"),
        true
    );
    page.press("Tab");
    page.press("Shift+Tab");
    page.press("Tab");
    page.loading(|| page.press("Enter"));
    assert_eq!(page.url(), server.url("/sent?agree=on"));
}

fn fields_are_filled_and_options_picked(visitor: &Context<'_>) {
    let body = "<input id=name value=old><select id=tongue onchange='changed = true'><option>en<option>fr</select>";
    let server = Server::start([("/", Answer::html(body))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.fill("#name", "Zoë \"Z\"");
    page.select("#tongue", "fr");
    assert_eq!(
        page.evaluate("[document.getElementById('name').value, tongue.value, changed]"),
        json!(["Zoë \"Z\"", "fr", true])
    );
}

fn promise_is_awaited(visitor: &Context<'_>) {
    let page = visitor.page();
    assert_eq!(
        page.evaluate("new Promise(done => setTimeout(() => done({ all: [1, null] }), 10))"),
        json!({ "all": [1, null] })
    );
}

fn picture_has_the_size_asked_for(visitor: &Context<'_>) {
    let page = visitor.page();
    page.viewport(320, 200, 2);
    let picture = page.screenshot();
    // The header of a PNG ends with width and height.
    assert!(picture.starts_with(b"\x89PNG\r\n"));
    assert_eq!(
        picture[16..24],
        [
            0,
            0,
            640_u16.to_be_bytes()[0],
            640_u16.to_be_bytes()[1],
            0,
            0,
            400_u16.to_be_bytes()[0],
            400_u16.to_be_bytes()[1]
        ]
    );
}

fn preferences_of_the_visitor_reach_the_style_sheet(visitor: &Context<'_>) {
    let page = visitor.page();
    let all = "['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)'].map(query => matchMedia(query).matches)";
    assert_eq!(page.evaluate(all), json!([false, false, false]));
    page.media(&[
        ("prefers-color-scheme", "dark"),
        ("prefers-reduced-motion", "reduce"),
        ("forced-colors", "active"),
    ]);
    assert_eq!(page.evaluate(all), json!([true, true, true]));
}

fn page_works_without_scripts(visitor: &Context<'_>) {
    let body = "<h1>Plain</h1><a href='/next'>Next</a><script>document.querySelector('h1').textContent = 'Fancy'</script>";
    let server = Server::start([("/", Answer::html(body)), ("/next", Answer::html(""))]);
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&server.url("/"));
    assert_eq!(
        page.evaluate("document.querySelector('h1').textContent"),
        "Plain"
    );
    page.loading(|| page.click("a"));
    assert_eq!(page.url(), server.url("/next"));
}

fn extra_headers_are_sent(visitor: &Context<'_>) {
    let server = Server::start([("/", Answer::html(""))]);
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&server.url("/"));
    let lines = &server.requests("/")[0];
    assert!(
        lines
            .iter()
            .any(|line| line.eq_ignore_ascii_case("sec-gpc: 1")),
        "{lines:?}"
    );
}

fn cookies_of_two_visitors_are_apart(visitor: &Context<'_>) {
    let server = Server::start([("/", Answer::html("").header("Set-Cookie", "mine=1"))]);
    visitor.page().navigate(&server.url("/"));
    assert_eq!(visitor.cookie("mine").expect("it is stored").value, "1");
    let another = visitor.another();
    assert!(another.cookies().is_empty());
}

fn planted_cookie_is_sent(visitor: &Context<'_>) {
    let server = Server::start([("/", Answer::html(""))]);
    visitor.set_cookie(&json!({ "name": "_ga", "value": "GA1.1", "url": server.url("/") }));
    visitor.page().navigate(&server.url("/"));
    assert_eq!(server.cookies("/"), "_ga=GA1.1");
}

fn refused_cookie_of_a_redirect_is_told(visitor: &Context<'_>) {
    let first = Answer::redirect("/there")
        .header("Set-Cookie", "__Host-a=1")
        .header("Set-Cookie", "b=1");
    let server = Server::start([
        ("/", first),
        (
            "/there",
            Answer::html("").header("Set-Cookie", "c=1; SameSite=None"),
        ),
    ]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    let blocked = |line: &str, reason: &str| Blocked {
        line: line.to_owned(),
        reasons: vec![reason.to_owned()],
    };
    let told = [
        blocked("__Host-a=1", "InvalidPrefix"),
        blocked("c=1; SameSite=None", "SameSiteNoneInsecure"),
    ];
    assert_eq!(page.blocked_cookies(), told);
}

fn console_and_uncaught_errors_are_kept(visitor: &Context<'_>) {
    let body = "<script>console.log('so', 1, { a: 1 }); missing()</script>";
    let server = Server::start([("/", Answer::html(body))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    assert_eq!(page.console(), ["so 1 Object"]);
    let thrown = page.exceptions();
    assert!(
        thrown.len() == 1 && thrown[0].contains("missing is not defined"),
        "{thrown:?}"
    );
}

fn forbidden_script_is_told(visitor: &Context<'_>) {
    let body =
        "<script>fancy = true</script><script src='/no.js'></script><i style='color: red'></i>";
    let answer = Answer::html(body).header("Content-Security-Policy", "default-src 'none'");
    let server = Server::start([("/", answer)]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    assert_eq!(page.evaluate("typeof fancy"), "undefined");
    let violations = page.csp_violations();
    let blocked = format!("script-src-elem {}", server.url("/no.js"));
    assert_eq!(
        violations,
        [
            "script-src-elem kInlineViolation",
            &blocked,
            "style-src-attr kInlineViolation"
        ]
    );
}

fn third_party_cookies_are_let_in(visitor: &Context<'_>) {
    let widget = Answer::html("").header("Set-Cookie", "follows=1; Secure; SameSite=None");
    let server = Server::start([("/widget", widget), ("/", Answer::html(""))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    page.embed(&server.at("widget.localhost", "/widget"));
    assert_eq!(
        visitor.cookie("follows").expect("it is stored").domain,
        "widget.localhost"
    );
}

fn axe_finds_a_picture_without_a_text_despite_the_policy(visitor: &Context<'_>, axe: &str) {
    let answer = Answer::html("<h1>Test</h1><img src='/no.png'>")
        .header("Content-Security-Policy", "default-src 'none'");
    let server = Server::start([("/", answer)]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    let violations = page.axe(axe);
    assert!(
        violations.len() == 1 && violations[0].rule == "image-alt",
        "{violations:?}"
    );
    assert!(
        violations[0].to_string().ends_with("[\"img\"]"),
        "{}",
        violations[0]
    );
}

fn axe_finds_nothing_wrong_with_a_plain_page(visitor: &Context<'_>, axe: &str) {
    let server = Server::start([("/", Answer::html("<h1>Test</h1>"))]);
    let page = visitor.page();
    page.navigate(&server.url("/"));
    let violations = page.axe(axe);
    assert!(violations.is_empty(), "{violations:?}");
}
