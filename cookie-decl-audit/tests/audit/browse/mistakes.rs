//! The findings on a site that has one page for each mistake. All pages are visited once, together.

use std::sync::LazyLock;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use cookie_decl_audit::browse::Browse;
use cookie_decl_audit::{PolicyFile, Report, Rule};

use crate::browse::site::cookies::POLICY;
use crate::browse::site::{page, script, sets, shop};
use crate::browse::{finding, has_browser, place, rules};
use crate::server::serve;

const EVERYONE: &str = "never asked; never asked but sends Sec-GPC; refused; agreed; withdrew";
/// Nothing removes what no row declares, so it is there before the visitor withdraws.
const STORES: &str = "never asked; never asked but sends Sec-GPC; refused; agreed";
const NOT_ALLOWED: &str = "never asked; never asked but sends Sec-GPC; refused; withdrew";

/// The pages, each with a script.
const SCRIPTS: &[(&str, &str)] = &[
    (
        "/cookie",
        "<script>document.cookie = 'tracker=secret-value; Max-Age=864000'</script>",
    ),
    (
        "/local",
        "<script>localStorage.tracked = 'secret-value'</script>",
    ),
    (
        "/session",
        "<script>sessionStorage.tab = 'secret-value'; sessionStorage.draft_a = 1</script>",
    ),
    ("/database", "<script>indexedDB.open('events')</script>"),
    ("/cache", "<script>caches.open('assets')</script>"),
    (
        "/worker",
        "<script>navigator.serviceWorker.register('/other-worker.js')</script>",
    ),
    (
        "/late",
        "<script>onload = () => setTimeout(() => { document.cookie = 'late=1' }, 200)</script>",
    ),
    (
        "/no-consent",
        "<script>document.cookie = '_id.1=1; Path=/; SameSite=Lax; Max-Age=60'</script>",
    ),
    (
        "/long",
        "<script>document.cookie = '_id.2=1; Path=/; SameSite=Lax; Max-Age=34560000'</script>",
    ),
    (
        "/path",
        "<script>document.cookie = '_id.3=1; Path=/path; SameSite=Lax; Max-Age=60'</script>",
    ),
    ("/hints", "<script>localStorage.hints = 1</script>"),
    (
        "/image",
        "<script>new Image().src = `//pixel.localhost:${location.port}/pixel.png`</script>",
    ),
    (
        "/map",
        "<script>new Image().src = `//tiles.localhost:${location.port}/tile.png`</script>",
    ),
    (
        "/frame",
        "<div style='height: 9000px'></div><iframe loading=lazy></iframe><script>
            document.querySelector('iframe').src = `//frame.localhost:${location.port}/framed`
        </script>",
    ),
    ("/loaded", "<script src=/loader.js></script>"),
    (
        "/socket",
        "<script>new WebSocket(`ws://socket.localhost:${location.port}/`)</script>",
    ),
    (
        "/dialog",
        "<script>alert('Hello'); localStorage.after_dialog = 1</script>",
    ),
];

/// The pages whose responses set a cookie outside of the guard.
const SET: &[(&str, &str)] = &[
    (
        "/server",
        "sid=secret-value; HttpOnly; Path=/; Max-Age=86400",
    ),
    (
        "/server/long",
        "basket=1; Max-Age=34560000; Path=/; Secure; HttpOnly; SameSite=Lax",
    ),
    (
        "/server/attributes",
        "basket=1; Max-Age=60; Path=/server; Secure; SameSite=None",
    ),
    (
        "/server/order",
        "order=1; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax",
    ),
    ("/server/refused", "refused=1; Domain=other.example"),
    (
        "/server/no-consent",
        "visits=1; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Lax",
    ),
];

/// Returns the report about all pages.
static REPORT: LazyLock<Option<Report>> = LazyLock::new(|| {
    has_browser().then(|| {
        let (mut inside, mut outside) = (Router::new(), Router::new());
        for (path, content) in SCRIPTS {
            inside = inside.route(path, page(content));
        }
        for (path, line) in SET {
            outside = outside.route(path, sets(line));
        }
        let stopped = "<!DOCTYPE html><script>
            new Image().src = `//stopped.localhost:${location.port}/a.png`;
            fetch(`//stopped.localhost:${location.port}/a.txt`)
        </script>";
        let policy = "img-src 'self'; connect-src 'none'";
        let policy = move || async move { ([("content-security-policy", policy)], Html(stopped)) };
        let framed = "<script>localStorage.framed = 1</script>";
        let loader = "\nnew Image().src = `//loaded.localhost:${location.port}/a.png`";
        outside = outside
            .route("/policy", get(policy))
            .route("/other-worker.js", script(""))
            .route("/loader.js", script(loader))
            .route("/framed", get(move || async move { Html(framed) }))
            .route(
                "/pixel.png",
                sets("pixel=1; Max-Age=60; Secure; SameSite=None"),
            )
            .route(
                "/tile.png",
                sets("tile=1; Max-Age=864000; Secure; SameSite=None"),
            );
        let address = format!("http://localhost:{}", serve(shop(inside, outside)));
        let pages = SCRIPTS.iter().chain(SET).map(|(path, _)| *path);
        let pages = pages.chain(["/policy"]);
        Browse::new(&PolicyFile::from(POLICY)).visit(&address, pages)
    })
});

/// Writes tests that read the report.
macro_rules! tests {
    ($($(#[$about:meta])* fn $name:ident($report:ident) $body:block)*) => { $(
        $(#[$about])*
        #[test]
        fn $name() {
            let Some($report) = &*REPORT else { return };
            $body
        }
    )* };
}

tests! {
    fn a_cookie_of_a_script_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "tracker");
        assert_eq!(place(found), ("/cookie", STORES));
        assert!(found.help.contains("`\"tracker\" | 10 days | set_by = script;`"), "{found}");
    }

    fn an_item_of_local_storage_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "tracked");
        assert_eq!(place(found), ("/local", STORES));
        assert!(found.help.contains("storage = local_storage"), "{found}");
    }

    fn an_item_of_session_storage_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "tab");
        assert!(found.help.contains("storage = session_storage"), "{found}");
        // This one has a row with a hole.
        assert!(rules(report, "draft_a").is_empty());
    }

    fn a_database_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "events");
        assert!(found.message.starts_with("database `events`"), "{found}");
    }

    fn a_cache_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "assets");
        assert!(found.message.starts_with("cache `assets`"), "{found}");
    }

    fn a_service_worker_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "/other-worker.js");
        assert_eq!(place(found), ("/worker", STORES));
    }

    fn a_cookie_that_is_set_some_time_after_the_page_has_loaded(report) {
        assert_eq!(place(finding(report, Rule::Undeclared, "late")).0, "/late");
    }

    fn a_cookie_of_the_server_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "sid");
        assert_eq!(place(found), ("/server", STORES));
        assert!(found.help.contains("`SID = \"sid\" | 24 hours;`"), "{found}");
    }

    fn a_script_that_stores_without_consent(report) {
        let found = finding(report, Rule::NotConsented, "_id.1");
        assert_eq!(place(found), ("/no-consent", NOT_ALLOWED));
        assert!(found.help.contains("data-cookie-category=\"Statistics\""), "{found}");
    }

    fn a_server_that_stores_without_consent(report) {
        let found = finding(report, Rule::NotConsented, "visits");
        assert_eq!(place(found), ("/server/no-consent", NOT_ALLOWED));
        assert!(found.help.contains(".set_if(visitor.consent(), ..)"), "{found}");
    }

    fn a_cookie_that_is_still_there_after_withdrawing(report) {
        let found = finding(report, Rule::Survived, "_id.3");
        assert_eq!(place(found), ("/cookies/preferences", "withdrew"));
        assert!(!rules(report, "_id.1").contains(&Rule::Survived));
    }

    fn a_cookie_of_a_script_that_is_kept_for_too_long(report) {
        let found = finding(report, Rule::TooLong, "_id.2");
        assert!(found.message.contains("400 days"), "{found}");
        assert!(found.message.contains("6 months"), "{found}");
        assert!(!rules(report, "_id.1").contains(&Rule::TooLong));
    }

    fn a_cookie_of_the_server_that_is_kept_for_too_long(report) {
        assert_eq!(place(finding(report, Rule::TooLong, "basket")).0, "/server/long");
    }

    fn a_cookie_that_should_end_with_the_session(report) {
        let found = finding(report, Rule::TooLong, "order");
        assert!(found.message.contains("10 minutes"), "{found}");
    }

    fn a_cookie_of_a_script_with_another_path(report) {
        let found = finding(report, Rule::NotAsDeclared, "_id.3");
        assert!(found.message.contains("Path=/path"), "{found}");
    }

    fn a_cookie_of_the_server_with_other_attributes(report) {
        let found = finding(report, Rule::NotAsDeclared, "basket");
        assert_eq!(place(found).0, "/server/attributes");
    }

    fn a_cookie_that_the_browser_refuses(report) {
        let found = finding(report, Rule::Undeclared, "refused");
        assert!(found.message.contains("InvalidDomain"), "{found}");
    }

    fn an_item_that_is_allowed_until_it_is_denied(report) {
        let found = finding(report, Rule::NotConsented, "hints");
        assert_eq!(place(found), ("/hints", "never asked but sends Sec-GPC; refused; withdrew"));
    }

    fn a_request_to_a_host_that_no_row_declares(report) {
        let found = finding(report, Rule::UndeclaredHost, "pixel.localhost");
        assert_eq!(place(found), ("/image", EVERYONE));
        assert!(found.message.ends_with("started by the page"), "{found}");
    }

    fn a_request_that_a_script_of_the_site_makes(report) {
        let found = finding(report, Rule::UndeclaredHost, "loaded.localhost");
        assert!(found.message.ends_with("started by /loader.js:2"), "{found}");
    }

    fn a_socket_to_a_host_that_no_row_declares(report) {
        finding(report, Rule::UndeclaredHost, "socket.localhost");
    }

    fn a_request_that_the_pages_policy_stops(report) {
        assert!(rules(report, "stopped.localhost").is_empty(), "{report}");
    }

    fn a_cookie_of_another_host_that_no_row_declares(report) {
        let found = finding(report, Rule::Undeclared, "pixel");
        assert!(found.message.contains("cookie `pixel` of pixel.localhost"), "{found}");
        assert!(found.help.contains("set_by = \"pixel.localhost\""), "{found}");
    }

    fn a_declared_host_before_consent(report) {
        let found = finding(report, Rule::NotConsented, "tiles.localhost");
        assert_eq!(place(found), ("/map", NOT_ALLOWED));
    }

    fn a_declared_cookie_of_another_host_before_consent(report) {
        finding(report, Rule::NotConsented, "tile");
        finding(report, Rule::TooLong, "tile");
    }

    fn what_a_frame_of_another_host_stores(report) {
        finding(report, Rule::UndeclaredHost, "frame.localhost");
        let found = finding(report, Rule::Undeclared, "framed");
        assert!(found.message.starts_with("local storage `framed` of frame.localhost"), "{found}");
    }

    fn a_page_that_asks_in_a_dialog(report) {
        finding(report, Rule::Undeclared, "after_dialog");
    }

    fn what_is_stored_is_in_no_report(report) {
        let report = format!("{report:?}");
        assert!(!report.contains("secret-value"), "{report}");
    }
}
