//! The constants of a table in WebAssembly: `tests/crates/web`, built as a site would build it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::SystemTime;
use std::{env, fs, thread};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::Html;
use axum::routing::get;
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use super::{Site, javascript, keeps, stored};
use crate::client::npm::run;
use crate::client::{Context, Page, WORKSHOP};
use crate::tests;

/// A test with the program.
type TestWithProgram = (&'static str, fn(&Context<'_>, &'static Program));

pub(crate) const WITH_PROGRAM: &[TestWithProgram] = tests![
    webassembly_stores_with_the_attributes_and_durations_of_the_rows
    webassembly_stores_for_the_other_duration_of_a_row
    webassembly_stores_nothing_before_an_answer
    webassembly_reads_the_signal_of_the_browser
    webassembly_removes_without_consent_and_in_all_scopes
    webassembly_says_what_is_wrong
    webassembly_is_small
];

pub(crate) struct Program {
    script: String,
    wasm: Vec<u8>,
}

/// What a front end with a table has at most, gzipped, more than a program without one.
const MOST: usize = 19 * 1024;

const TARGET: &str = "wasm32-unknown-unknown";

/// The program, or why it cannot be built here.
pub(crate) fn program() -> Result<&'static Program, &'static str> {
    static BUILT: LazyLock<Result<Program, String>> = LazyLock::new(|| {
        let libraries =
            run(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
        if Path::new(libraries.trim()).exists() {
            Ok(build("shop"))
        } else {
            Err(format!(
                "there is no target {TARGET}: rustup target add {TARGET}"
            ))
        }
    });
    BUILT.as_ref().map_err(String::as_str)
}

/// Builds the program with a part of it, which is one of its features.
fn build(part: &str) -> Program {
    let built = Path::new(WORKSHOP).join("../wasm");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo)
        .args([
            "build",
            "--quiet",
            "--release",
            "--package",
            "cookie-decl-tests-web",
            "--no-default-features",
            "--features",
            part,
            "--target",
            TARGET,
        ])
        .arg("--target-dir")
        .arg(&built)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z")
        .env("CARGO_PROFILE_RELEASE_LTO", "true")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort"))
    .unwrap_or_else(|error| panic!("{error}"));
    let folder = built.join("page").join(part);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(
            built
                .join(TARGET)
                .join("release/cookie_decl_tests_web.wasm"),
        )
        .out_name("app")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let bindgen = bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&folder));
    bindgen.unwrap_or_else(|error| panic!("{error}"));
    Program {
        script: fs::read_to_string(folder.join("app.js")).expect("it was written"),
        wasm: fs::read(folder.join("app_bg.wasm")).expect("it was written"),
    }
}

const PAGE: &str = "<!DOCTYPE html><title>Test</title><script type=module>
    import init, * as app from '/app.js';
    await init({ module_or_path: '/app_bg.wasm' });
    window.app = app;
</script>";

fn site(program: &'static Program) -> Site {
    let wasm = get(|| async { ([(CONTENT_TYPE, "application/wasm")], &*program.wasm) });
    let app = Router::new()
        .route("/", get(|| async { Html(PAGE) }))
        .route("/app.js", get(|| async { javascript(&program.script) }))
        .route("/app_bg.wasm", wasm);
    Site::start(app)
}

fn open<'c>(visitor: &'c Context<'_>, site: &Site) -> Page<'c> {
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("Boolean(window.app)");
    page
}

/// The value of a call, or what it throws.
#[track_caller]
fn call(page: &Page<'_>, call: &str) -> Value {
    page.evaluate(&format!("(() => {{ try {{ return app.{call} ?? null }} catch (error) {{ return String(error) }} }})()"))
}

#[track_caller]
fn accept(page: &Page<'_>) {
    assert_eq!(call(page, "decide(Date.now() / 1000, true)"), json!(null));
}

fn webassembly_stores_with_the_attributes_and_durations_of_the_rows(
    visitor: &Context<'_>,
    program: &'static Program,
) {
    let site = site(program);
    let page = open(visitor, &site);
    accept(&page);
    assert_eq!(call(&page, "granted()"), "Necessary Statistics Marketing ");
    assert_eq!(call(&page, "store(42, 'shop', 'x')"), true);
    keeps(visitor, &["count_shop", "preferences", "recent"]);
    let kept = visitor.cookie("recent").expect("it is kept");
    assert_eq!((&*kept.value, &*kept.path), ("42", "/"));
    assert_eq!(kept.same_site.as_deref(), Some("Strict"));
    let now = SystemTime::UNIX_EPOCH
        .elapsed()
        .expect("after 1970")
        .as_secs();
    let left = kept.expires.expect("not a session") - now;
    assert!((2_591_900..=2_592_000).contains(&left), "{left}");
    assert_eq!(page.evaluate("localStorage.place_a"), "x");
    assert_eq!(call(&page, "draft('a; \u{e9}')"), "a; \u{e9}");
    assert_eq!(page.evaluate("sessionStorage.length"), 1);
}

fn webassembly_stores_nothing_before_an_answer(visitor: &Context<'_>, program: &'static Program) {
    let site = site(program);
    let page = open(visitor, &site);
    assert_eq!(call(&page, "granted()"), "Necessary ");
    assert_eq!(call(&page, "store(42, 'shop', 'x')"), false);
    assert_eq!(call(&page, "decide(Date.now() / 1000, false)"), json!(null));
    assert_eq!(call(&page, "store(42, 'shop', 'x')"), false);
    keeps(visitor, &["preferences"]);
    assert_eq!(page.evaluate("localStorage.length"), 0);
    // Without a gate nothing has to be asked.
    assert_eq!(call(&page, "draft('text')"), "text");
    // An answer does not count for longer than its row says.
    assert_eq!(
        call(&page, "decide(Date.now() / 1000 - 200 * 86400, true)"),
        json!(null)
    );
    assert_eq!(call(&page, "granted()"), "Necessary ");
}

fn webassembly_stores_for_the_other_duration_of_a_row(
    visitor: &Context<'_>,
    program: &'static Program,
) {
    let site = site(program);
    let page = open(visitor, &site);
    accept(&page);
    assert_eq!(call(&page, "store_for_a_day()"), json!(null));
    keeps(visitor, &["preferences", "recent"]);
    let kept = visitor.cookie("recent").expect("it is kept");
    let now = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    let left = kept.expires.expect("not a session") - now.as_secs();
    assert!((86_300..=86_400).contains(&left), "{left}");
}

fn webassembly_reads_the_signal_of_the_browser(visitor: &Context<'_>, program: &'static Program) {
    let site = site(program);
    let page = open(visitor, &site);
    accept(&page);
    page.evaluate("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }), true");
    assert_eq!(call(&page, "granted()"), "Necessary Statistics with GPC");
    assert_eq!(call(&page, "click()"), false);
    page.evaluate("Object.defineProperty(navigator, 'globalPrivacyControl', { value: false, configurable: true }), true");
    assert_eq!(call(&page, "click()"), true);
}

fn webassembly_removes_without_consent_and_in_all_scopes(
    visitor: &Context<'_>,
    program: &'static Program,
) {
    let site = site(program);
    let page = visitor.page();
    page.navigate(&site.at("www.shop.example", "/"));
    page.wait_for("Boolean(window.app)");
    for cookie in [
        "recent=1",
        "recent=2; Domain=shop.example",
        "count_shop=1",
        "count_other=1",
    ] {
        page.evaluate(&format!("document.cookie = '{cookie}; Path=/'"));
    }
    page.evaluate("localStorage.place_a = localStorage.place_b = localStorage.other = '1'; sessionStorage.draft = '1'");
    assert_eq!(call(&page, "remove()"), json!(null));
    keeps(visitor, &["count_other"]);
    assert_eq!(page.evaluate("Object.keys(localStorage)"), json!(["other"]));
    assert_eq!(page.evaluate("sessionStorage.length"), 0);
}

fn webassembly_says_what_is_wrong(visitor: &Context<'_>, program: &'static Program) {
    let site = site(program);
    let page = open(visitor, &site);
    assert_eq!(
        call(&page, "decide_hidden()"),
        "`__Host-preferences` is `HttpOnly`, so no script sees it: write `attributes = .. !HttpOnly` into its row"
    );
    accept(&page);
    let mistakes = call(&page, "mistakes()");
    assert_eq!(mistakes[0], "the hole `{part}` has no value");
    let words = mistakes[1].as_str().expect("a text");
    assert!(
        words.starts_with("the row is not a cookie or an item"),
        "{words}"
    );
    assert_eq!(mistakes.as_array().map(Vec::len), Some(3), "{mistakes}");
    page.evaluate("document.cookie = 'recent=many; Path=/'");
    assert_eq!(
        call(&page, "recent()"),
        "`recent`: the value of the cookie cannot be read as `u32`"
    );
    assert_eq!(stored(visitor), ["preferences", "recent"]);
    // The browser refuses where the visitor forbids storage.
    page.evaluate("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } }), true");
    assert_eq!(
        call(&page, "draft('x')"),
        "the browser refused to store or read it"
    );
}

fn webassembly_is_small(_: &Context<'_>, _: &'static Program) {
    let (with, without) = (gzipped(&build("front").wasm), gzipped(&build("").wasm));
    assert!(
        with - without <= MOST,
        "{with} bytes, and {without} without a table"
    );
}

/// The length after `gzip -9`.
fn gzipped(bytes: &[u8]) -> usize {
    let mut gzip = Command::new("gzip")
        .args(["-9", "-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("gzip runs");
    let mut stdin = gzip.stdin.take().expect("it is piped");
    let output = thread::scope(|scope| {
        // Its output would otherwise fill the pipe before all input is written.
        scope.spawn(move || stdin.write_all(bytes).expect("gzip reads it"));
        gzip.wait_with_output()
    });
    output.expect("gzip ends").stdout.len()
}
