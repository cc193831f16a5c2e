//! Walks over HTTP through a shop on a local port, and through shops whose code differs from their
//! table.

#![allow(unreachable_pub, reason = "a table is `pub`")]

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://shop.example" in crate::cookies;
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "__Host-session" | 2 weeks;
            /// Protects the forms
            CSRF = "__Host-csrf" | session;
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Remembers what you looked at last
            RECENT: u32 = "recent" | 30 days;
            /// Recognises you
            "_pk_id.{site}" | 13 months | set_by = script;
        }
        /// Partners
        category Partners: opt_out(gpc) {
            /// Remembers who sent you
            CAMPAIGN = "campaign" | 30 days;
        }
        retired { "_ga" Path="/"; }
    }
}

use std::net::SocketAddr;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::{fs, thread};

use axum::Router;
use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use cookie_decl::error::SetError;
use cookie_decl::{Guard, Visitor};
use cookie_decl_audit::remote::{Walk, WalkError};
use cookie_decl_audit::{PolicyFile, Report, Rule, Step};
use cookies::{CAMPAIGN, CSRF, Category, POLICY, RECENT, SESSION};
use std::collections::{HashMap, HashSet};

type Result<T> = std::result::Result<T, SetError>;

const SET_RECENT: &str = "recent=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";

async fn product(visitor: Visitor<Category>) -> Result<impl IntoResponse> {
    let consent = visitor.consent();
    let page = Html(format!("<body>Product 42{}</body>", visitor.banner()));
    Ok((
        RECENT.set_if(consent, 42)?,
        CAMPAIGN.set_if(consent, "spring")?,
        page,
    ))
}

async fn sign_in_form() -> Result<impl IntoResponse> {
    let form = "<form method=post action='/sign-in'><input type=hidden name=csrf value=t0k></form>";
    Ok((CSRF.set("t0k")?, Html(form)))
}

async fn sign_in(
    visitor: Visitor<Category>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response> {
    let token = CSRF.get(visitor.cookies()).ok().flatten();
    if token.is_none() || form.get("csrf") != token.as_ref() {
        return Ok(StatusCode::FORBIDDEN.into_response());
    }
    Ok((SESSION.set("abc")?, Redirect::to("/account")).into_response())
}

fn routes() -> Router {
    Router::new()
        .route("/", get(product))
        .route("/product", get(product))
        .route("/sign-in", get(sign_in_form).post(sign_in))
        .route("/account", get(async || Html("Your account")))
}

fn guarded(routes: Router) -> Router {
    let guard = Guard::new(POLICY);
    routes.merge(guard.routes()).layer(guard)
}

/// Returns a route at `/mutant` that responds with these headers, outside of any guard.
fn mutant(headers: &[(header::HeaderName, &'static str)]) -> Router {
    let headers = headers.to_vec();
    let respond = || async move {
        let mut response = Html("Mutant").into_response();
        for (name, value) in headers {
            response.headers_mut().append(name, value.parse().unwrap());
        }
        response
    };
    Router::new().route("/mutant", get(respond))
}

/// Runs an application until the tests end, and returns its address.
fn serve(app: Router) -> String {
    let listener = std::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, app).await.unwrap();
        });
    });
    format!("http://{address}")
}

/// The requests that reach everything in the shop.
fn steps() -> Vec<Step> {
    vec![
        Step::get("/"),
        Step::get("/sign-in"),
        Step::submit("/sign-in", [("name", "Ada")]),
    ]
}

fn walk(app: Router) -> Report {
    let steps = steps().into_iter().chain(["/mutant".into()]);
    Walk::new(&POLICY.into()).visit(&serve(app), steps).unwrap()
}

/// Walks through the shop with one more route, which sets a header.
fn walk_with(cookie: &'static str) -> Report {
    walk(guarded(routes()).merge(mutant(&[(header::SET_COOKIE, cookie)])))
}

/// Returns the rule, subject and place of the only finding.
#[track_caller]
fn only(report: &Report) -> (Rule, &str, String) {
    let [finding] = &*report.findings else {
        panic!("not one finding:\n{report}");
    };
    (finding.rule, &finding.subject, finding.place.to_string())
}

#[test]
fn a_shop_that_is_as_its_table_says_is_clean() {
    let report =
        walk_with("__Host-session=1; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax");
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
}

#[test]
fn visitors_answer_in_the_form_of_the_policy_page_if_no_page_has_one() {
    let plain = Router::new().route("/plain", get(async || Html("Plain")));
    let address = serve(guarded(routes().merge(plain)));
    let steps = || ["/plain".into()].into_iter().chain(steps());
    let file = POLICY.into();
    Walk::new(&file)
        .visit(&address, steps())
        .unwrap()
        .assert_clean();
    let error = Walk::new(&file)
        .policy_page("/privacy")
        .visit(&address, steps());
    let error = error.unwrap_err();
    assert!(matches!(error, WalkError::Answer { .. }), "{error}");
    assert!(error.to_string().contains("--policy-page"), "{error}");
}

#[test]
fn an_undeclared_cookie_is_found_for_every_visitor() {
    let report = walk_with("tracker=1; Path=/; Secure; SameSite=Lax");
    let place = "GET /mutant (every visitor)".to_owned();
    assert_eq!(only(&report), (Rule::Undeclared, "tracker", place));
    assert!(
        report.findings[0].help.contains("TRACKER = \"tracker\""),
        "{report}"
    );
}

#[test]
fn a_cookie_without_consent_is_found_for_visitors_who_did_not_agree() {
    let report = walk_with(SET_RECENT);
    let place =
        "GET /mutant (never asked, never asked but sends Sec-GPC, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "recent", place));
}

#[test]
fn a_cookie_that_ignores_the_signal_of_the_browser_is_found() {
    let report = walk_with("campaign=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax");
    let place = "GET /mutant (never asked but sends Sec-GPC, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "campaign", place));
}

#[test]
fn a_missing_attribute_is_found() {
    let report = walk_with("__Host-csrf=1; Path=/; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::NotAsDeclared);
    let message = "cookie `__Host-csrf` is set with `Path=/; Secure; SameSite=Lax`, but the table \
                   declares `Path=/; Secure; HttpOnly; SameSite=Lax`";
    assert_eq!(report.findings[0].message, message);
}

#[test]
fn a_cookie_that_is_kept_too_long_or_too_short_is_found() {
    for (time, rule) in [("9999999", Rule::TooLong), ("60", Rule::TooShort)] {
        let cookie =
            format!("__Host-session=1; Path=/; Max-Age={time}; Secure; HttpOnly; SameSite=Lax");
        assert_eq!(only(&walk_with(cookie.leak())).0, rule);
    }
}

#[test]
fn a_cookie_of_a_script_is_not_set_by_the_server() {
    let set = async |visitor: Visitor<Category>| {
        let cookie = "_pk_id.1=x; Path=/; Max-Age=60; SameSite=Lax";
        let is_allowed = visitor.consent().allows(Category::Statistics);
        (
            is_allowed.then_some([(header::SET_COOKIE, cookie)]),
            Html("Mutant"),
        )
    };
    let guard = Guard::new(POLICY).mode(cookie_decl::guard::Mode::Report);
    let app = routes()
        .route("/mutant", get(set))
        .merge(guard.routes())
        .layer(guard);
    let report = walk(app);
    assert!(
        report.findings.iter().any(|it| it.rule == Rule::Guard),
        "{report}"
    );
}

#[test]
fn a_field_that_browsers_refuse_or_read_differently_is_found() {
    const SESSION: &str = "__Host-session=1; Path=/; Secure; HttpOnly; SameSite=Lax";
    let large = format!(
        "__Host-csrf={}; Path=/; Secure; HttpOnly; SameSite=Lax",
        "x".repeat(4096)
    );
    let ambiguous = format!("{SESSION}; Max-Age=two");
    for (cookie, reason) in [
        ("1; Path=/".to_owned(), "names no cookie"),
        (ambiguous, "browsers do not agree on its `Max-Age`"),
        (large, "browsers refuse more than 4096 bytes"),
    ] {
        let report = walk_with(cookie.leak());
        assert_eq!(only(&report).0, Rule::Guard);
        assert!(report.findings[0].message.contains(reason), "{report}");
    }
}

#[test]
fn a_retired_cookie_is_undeclared_until_it_is_removed() {
    let report = walk_with("_ga=1; Path=/; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::Undeclared);
    let message = &report.findings[0].message;
    assert!(
        message.ends_with("the table says that it is no longer set"),
        "{report}"
    );
    walk_with("_ga=; Path=/; Max-Age=0; Secure; SameSite=Lax").assert_clean();
    let report = walk_with("_ga=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::Guard);
}

#[test]
fn a_removal_with_another_path_is_found() {
    let report = walk_with("__Host-csrf=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::Guard);
    walk_with("__Host-csrf=; Path=/; Max-Age=0; Secure; SameSite=Lax").assert_clean();
    walk_with("unknown=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax").assert_clean();
}

#[test]
fn a_cookie_in_a_response_that_a_shared_cache_keeps_is_found() {
    let headers = |cache| {
        [
            (
                header::SET_COOKIE,
                "__Host-csrf=1; Path=/; Secure; HttpOnly; SameSite=Lax",
            ),
            (header::CACHE_CONTROL, cache),
        ]
    };
    let app = |cache| guarded(routes()).merge(mutant(&headers(cache)));
    assert_eq!(only(&walk(app("public, max-age=60"))).0, Rule::Cached);
    walk(app("private, max-age=60")).assert_clean();
}

#[test]
fn a_row_that_nothing_sets_is_found() {
    let address = serve(guarded(routes()));
    let report = Walk::new(&POLICY.into())
        .visit(&address, ["/", "/sign-in"])
        .unwrap();
    assert_eq!(
        only(&report),
        (Rule::NeverSeen, "__Host-session", "the table".into())
    );
}

#[test]
fn a_cookie_that_stays_after_withdrawal_is_found() {
    const COOKIE: &str = "recent=1; Path=/mutant; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let set = async |visitor: Visitor<Category>| {
        let is_allowed = visitor.consent().allows(Category::Statistics);
        (
            is_allowed.then_some([(header::SET_COOKIE, COOKIE)]),
            Html("Mutant"),
        )
    };
    let guard = Guard::new(POLICY).mode(cookie_decl::guard::Mode::Report);
    let app = routes().route("/mutant", get(set));
    let report = walk(app.merge(guard.routes()).layer(guard));
    let rules: Vec<_> = report.findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::NotAsDeclared, Rule::Survived], "{report}");
}

#[test]
fn each_response_of_a_redirect_is_judged() {
    let first = async || {
        (
            [(header::SET_COOKIE, "hop=1; Path=/; Secure; SameSite=Lax")],
            Redirect::to("mutant"),
        )
    };
    let app = guarded(routes()).route("/first", get(first));
    let app = app.merge(mutant(&[(
        header::SET_COOKIE,
        "tracker=1; Path=/; Secure; SameSite=Lax",
    )]));
    let steps = steps().into_iter().chain(["/first".into()]);
    let report = Walk::new(&POLICY.into()).visit(&serve(app), steps).unwrap();
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|it| (&*it.subject, it.place.to_string()))
        .collect();
    let place = |path| format!("GET {path} (every visitor)");
    assert_eq!(
        found,
        [("hop", place("/first")), ("tracker", place("/mutant"))]
    );
}

#[test]
fn a_redirect_to_another_site_is_a_note() {
    let away = async || Redirect::to("https://pay.example/checkout");
    let app = guarded(routes()).route("/mutant", get(away));
    let report = walk(app);
    report.assert_clean();
    assert!(
        report.notes[0].starts_with("GET /mutant redirects to https://pay.example/checkout, "),
        "{report}"
    );
}

/// A shop in which each name can be registered once.
fn shop_with_names() -> Router {
    let names = Arc::new(Mutex::new(HashSet::new()));
    let register = async move |Form(form): Form<HashMap<String, String>>| {
        let is_new = names.lock().unwrap().insert(form["name"].clone());
        if is_new {
            StatusCode::CREATED
        } else {
            StatusCode::CONFLICT
        }
    };
    guarded(routes()).route("/register", axum::routing::post(register))
}

#[test]
fn a_step_that_only_the_first_visitor_can_take_is_found() {
    let walk = |name| {
        let steps = steps()
            .into_iter()
            .chain([Step::post("/register").form([("name", name)])]);
        Walk::new(&POLICY.into())
            .visit(&serve(shop_with_names()), steps)
            .unwrap()
    };
    let report = walk("ada");
    let place = "POST /register (never asked but sends Sec-GPC, refused, agreed)".to_owned();
    let message = &report.findings[0].message;
    assert!(
        message.starts_with("the step ended with 409 Conflict, and with 201 Created"),
        "{report}"
    );
    assert_eq!(report.findings[0].rule, Rule::Failed);
    assert_eq!(report.findings[0].place.to_string(), place);
    walk("ada{visitor}").assert_clean();
}

#[test]
fn an_own_banner_is_answered_with_its_cookies() {
    let page = async |headers: HeaderMap| {
        let cookies = format!("{:?}", headers.get_all(header::COOKIE));
        let is_allowed = cookies.contains("banner=all");
        (
            is_allowed.then_some([(header::SET_COOKIE, SET_RECENT)]),
            Html("Page"),
        )
    };
    let address = serve(Router::new().route("/", get(page)));
    let mut file = PolicyFile::from(POLICY);
    file.rows.retain(|row| row.name == "recent");
    let walk = Walk::new(&file).granted("banner", "all");
    let report = walk.visit(&address, ["/"]).unwrap();
    assert_eq!(report.notes.len(), 2, "{report}");
    // Nothing removes it.
    let report = walk
        .refused("banner", "none")
        .visit(&address, ["/"])
        .unwrap();
    assert_eq!(only(&report).0, Rule::Survived);
}

#[test]
fn a_site_below_a_path_is_walked_there() {
    let app = Router::new().nest("/shop", routes());
    let guard = Guard::new(POLICY).address("/shop/cookies");
    let app = app.merge(guard.routes()).layer(guard);
    let address = format!("{}/shop", serve(app));
    let report = Walk::new(&POLICY.into())
        .visit(&address, ["/product", "/sign-in"])
        .unwrap();
    assert_eq!(only(&report).1, "__Host-session");
}

#[test]
fn a_name_and_password_in_the_address_are_sent_and_not_shown() {
    let page = async |headers: HeaderMap| match headers.get(header::AUTHORIZATION) {
        Some(field) if field == "Basic YWRhOnNlY3JldA==" => Redirect::to("/").into_response(),
        _ => StatusCode::UNAUTHORIZED.into_response(),
    };
    let address = serve(guarded(routes()).route("/staging", get(page)));
    let with_password = address.replace("://", "://ada:secret@");
    let steps = || steps().into_iter().chain(["/staging".into()]);
    let file = POLICY.into();
    let report = Walk::new(&file).visit(&with_password, steps()).unwrap();
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
    let report = Walk::new(&file).visit(&address, steps()).unwrap();
    assert!(report.notes[0].contains("401 Unauthorized"), "{report}");
}

#[test]
fn an_answer_for_another_domain_is_not_kept() {
    let form = "<form method=post action=/answer data-cookie-choice></form>";
    let answer = async || {
        (
            [(header::SET_COOKIE, "answer=1; Domain=shop.example")],
            "Thanks",
        )
    };
    let app = Router::new().route("/", get(async move || Html(form)));
    let address = serve(app.route("/answer", axum::routing::post(answer)));
    let error = Walk::new(&POLICY.into())
        .visit(&address, ["/"])
        .unwrap_err();
    assert!(
        error.to_string().contains("no browser keeps `answer`"),
        "{error}"
    );
}

#[test]
fn a_server_that_does_not_run_is_an_error() {
    let error = Walk::new(&POLICY.into())
        .visit("http://127.0.0.1:1", ["/"])
        .unwrap_err();
    assert!(matches!(error, WalkError::NoResponse { .. }), "{error}");
    let error = Walk::new(&POLICY.into())
        .visit("shop.example", ["/"])
        .unwrap_err();
    assert_eq!(error, WalkError::Address("shop.example".into()));
}

/// Runs the command. Returns its exit code, standard output and standard error.
fn command(address: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let text = PolicyFile::from(POLICY).to_json();
    fs::write(folder.path().join("cookie-policy.json"), text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cookies"));
    let command = command
        .args(["walk", address])
        .args(arguments)
        .current_dir(folder.path());
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

const SIGN_IN: &[&str] = &["/", "/sign-in", "POST /sign-in name=Ada"];

#[test]
fn the_command_exits_with_zero_and_shows_progress_only_in_a_terminal() {
    let address = serve(guarded(routes()));
    let (code, text, error) = command(&address, SIGN_IN);
    assert_eq!((code, &*text, &*error), (Some(0), "no findings\n", ""));
}

#[test]
fn the_command_exits_with_one_if_something_is_found() {
    let address = serve(guarded(routes()));
    let (code, text, _) = command(&address, &[]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.starts_with("never_seen the table\n"), "{text}");
    for (format, key) in [("json", "findings"), ("sarif", "runs")] {
        let (_, text, _) = command(&address, &["/", "--format", format]);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(json[key].is_array(), "{text}");
    }
    let (_, text, _) = command(&address, &["/", "--format", "github"]);
    assert!(text.starts_with("::error title=never_seen::"), "{text}");
}

#[test]
fn the_command_exits_with_two_if_it_cannot_walk() {
    let address = serve(guarded(routes()));
    for (address, arguments, reason) in [
        ("http://127.0.0.1:1", &["/"][..], "GET / (never asked): "),
        (
            &*address,
            &["basket"],
            "`basket` is not a path such as `/basket`",
        ),
        (
            &*address,
            &["POST /a\u{7f}b x=1"],
            "is not a path such as `/basket`",
        ),
        (&*address, &["--policy", "none.json"], "none.json: "),
        (
            &*address,
            &["--cookie", "all=banner=1"],
            "is not an answer with its cookie",
        ),
        (
            &*address,
            &["--policy-page", "/privacy", "/account"],
            "could not answer: ",
        ),
    ] {
        let (code, _, error) = command(address, arguments);
        assert_eq!(code, Some(2), "{error}");
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn the_command_takes_the_cookies_of_an_own_banner() {
    let address = serve(guarded(routes()));
    let cookies = [
        "/",
        "--cookie",
        "refused=banner=0",
        "--cookie",
        "granted=banner=1",
    ];
    let (code, text, error) = command(&address, &cookies);
    assert_eq!((code, &*error), (Some(1), ""), "{text}");
}

#[test]
fn the_command_leaves_out_findings_that_its_arguments_allow() {
    let address = serve(guarded(routes()));
    let (code, text, _) = command(&address, &["/sign-in", "--allow", "never_seen=recent"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(!text.contains("should set `recent`"), "{text}");
    assert!(text.contains("`recent` (never_seen) is allowed: on the command line"));
    let others =
        ["campaign", "__Host-csrf", "__Host-session"].map(|name| format!("never_seen={name}"));
    let mut line = vec!["/sign-in", "--allow", "never_seen=recent"];
    line.extend(others.iter().flat_map(|it| ["--allow", it]));
    let (code, text, error) = command(&address, &line);
    assert_eq!((code, &*error), (Some(0), ""), "{text}");
}

#[test]
fn the_command_names_the_rules_that_can_be_allowed() {
    let (code, _, error) = command("http://localhost", &["--allow", "unseen=order"]);
    assert_eq!(code, Some(2));
    assert!(
        error.contains("`unseen` is not a rule: undeclared, "),
        "{error}"
    );
    let (code, _, error) = command("http://localhost", &["--allow", "order"]);
    assert_eq!(code, Some(2));
    assert!(
        error.contains("`order` is not a rule with a name, such as"),
        "{error}"
    );
}
