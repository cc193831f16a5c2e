//! How a site is visited, and when a visit fails.

use std::time::Duration;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use cookie_decl_audit::browse::{Browse, BrowseError, Page};
use cookie_decl_audit::policy_file::Gate;
use cookie_decl_audit::{PolicyFile, Rule};

use crate::browse::site::cookies::POLICY;
use crate::browse::site::{clean, page, sets, shop};
use crate::browse::{finding, has_browser, place, rules};
use crate::server::serve;

fn table() -> PolicyFile {
    PolicyFile::from(POLICY)
}

fn pages() -> Vec<Page> {
    let buy = Page::new("/buy")
        .fill("[name=product]", "book")
        .fill("select", "m");
    let mut pages: Vec<_> = ["/", "/stored", "/map", "/visits"].map(Page::new).into();
    pages.push(buy.click("form:has(select) button"));
    pages
}

#[test]
fn a_site_that_does_as_its_table_says_has_no_finding() {
    if has_browser() {
        let address = format!("http://localhost:{}", serve(clean()));
        Browse::new(&table())
            .visit(&address, pages())
            .assert_clean();
    }
}

#[test]
fn a_cookie_that_a_third_party_keeps_after_withdrawing_is_a_note() {
    if has_browser() {
        let address = format!("http://localhost:{}", serve(clean()));
        let report = Browse::new(&table()).visit(&address, ["/map"]);
        let is_it = |note: &String| note.contains("`tile` of tiles.localhost is still there");
        assert!(report.notes.iter().any(is_it), "{report}");
        assert!(rules(&report, "tile").is_empty(), "{report}");
    }
}

#[test]
fn a_request_of_an_advanced_category_needs_no_consent_but_a_cookie_does() {
    if has_browser() {
        let image = |path| {
            let code = "<script>new Image().src = `//tiles.localhost:${location.port}";
            Html(format!("<!DOCTYPE html>{code}{path}`</script>"))
        };
        let outside = Router::new()
            .route("/at-once", get(async move || image("/plain.png")))
            .route("/keeps", get(async move || image("/tile.png")))
            .route(
                "/tile.png",
                sets("tile=1; Max-Age=60; Secure; SameSite=None"),
            );
        let address = format!("http://localhost:{}", serve(shop(Router::new(), outside)));
        let mut table = table();
        let report = Browse::new(&table).visit(&address, ["/at-once"]);
        assert_eq!(rules(&report, "tiles.localhost"), [Rule::NotConsented]);
        let maps = table
            .categories
            .get_mut("Maps")
            .expect("it is in the table");
        maps.advanced = true;
        let report = Browse::new(&table).visit(&address, ["/at-once", "/keeps"]);
        assert!(rules(&report, "tiles.localhost").is_empty(), "{report}");
        finding(&report, Rule::NotConsented, "tile");
    }
}

#[test]
fn a_row_that_no_page_stored_is_found() {
    if has_browser() {
        let address = format!("http://localhost:{}", serve(clean()));
        let report = Browse::new(&table()).visit(&address, ["/stored"]);
        finding(&report, Rule::NeverSeen, "basket");
        assert!(rules(&report, "products").is_empty(), "{report}");
        // A third party may store it only on the real host.
        assert!(rules(&report, "tile").is_empty(), "{report}");
    }
}

#[test]
fn a_database_that_is_still_being_opened_is_found() {
    if has_browser() {
        let address = format!("http://localhost:{}", serve(clean()));
        // The browser opens one after the other, and nobody waits for them.
        let opens = "for (let at = 1; at <= 200; at++) indexedDB.open('events-' + at); null";
        let table = table();
        let browse = Browse::new(&table).linger(Duration::ZERO);
        let browse = browse.agree(Page::new("/")).refuse(Page::new("/"));
        let report = browse.visit(&address, [Page::new("/").script(opens)]);
        finding(&report, Rule::Undeclared, "events-200");
    }
}

/// Visits the site at two hosts of `shop.example`.
fn browse(table: &PolicyFile, port: u16) -> Browse<'_> {
    Browse::new(table).resolve("*.example", format!("127.0.0.1:{port}"))
}

/// A table for a site without TLS, whose answer is kept without `Secure`.
fn table_without_tls() -> PolicyFile {
    let mut table = table();
    for row in &mut table.rows {
        if row.set_by == "script" {
            row.attributes = row.attributes.take().map(|mut attributes| {
                attributes.domain = None;
                attributes
            });
        }
    }
    table
}

#[test]
fn an_answer_that_the_browser_does_not_keep_is_an_error() {
    if has_browser() {
        let (table, port) = (table(), serve(clean()));
        let visited = browse(&table, port).try_visit("http://www.shop.example", ["/"]);
        let error = visited.unwrap_err();
        assert!(matches!(error, BrowseError::Answer { .. }), "{error}");
        assert!(error.to_string().contains("`Secure`"), "{error}");
    }
}

#[test]
fn a_cookie_for_the_parent_domain_is_not_as_declared() {
    if has_browser() {
        let set = "<script>
            document.cookie = '_id.1=x; Path=/; SameSite=Lax; Max-Age=99; Domain=shop.example';
            document.cookie = 'other=x; Domain=shop.example';
        </script>";
        let mut table = table_without_tls();
        // Nobody is asked, because the answer cannot be kept at this address.
        for category in table.categories.values_mut() {
            category.gate = Gate::Exempt;
        }
        let port = serve(shop(Router::new().route("/set", page(set)), Router::new()));
        let report = browse(&table, port).visit("http://www.shop.example", ["/set"]);
        let parent = finding(&report, Rule::NotAsDeclared, "_id.1");
        assert!(parent.message.contains("Domain=shop.example"), "{parent}");
        finding(&report, Rule::Undeclared, "other");
    }
}

#[test]
fn a_host_of_the_site_is_no_finding_once_it_is_named() {
    if has_browser() {
        let content = "<script>new Image().src =
            `//static.localhost:${location.port}/a.png`</script>";
        let port = serve(shop(
            Router::new().route("/image", page(content)),
            Router::new(),
        ));
        let (address, table) = (format!("http://localhost:{port}"), table());
        let report = Browse::new(&table).visit(&address, ["/image"]);
        let host = finding(&report, Rule::UndeclaredHost, "static.localhost");
        assert!(
            host.help.contains(".own_host(\"static.localhost\")"),
            "{host}"
        );
        let named = Browse::new(&table).own_host("static.localhost");
        let report = named.visit(&address, ["/image"]);
        assert!(rules(&report, "static.localhost").is_empty(), "{report}");
    }
}

#[test]
fn a_site_with_its_own_form_says_how_visitors_answer() {
    if has_browser() {
        let own = || async {
            Html(
                "<!DOCTYPE html><button id=yes onclick=\"localStorage.read = 1\">Yes</button>
                <button id=no onclick=\"localStorage.clear()\">No</button>",
            )
        };
        let address = format!(
            "http://localhost:{}",
            serve(Router::new().route("/own", get(own)))
        );
        let table = table();
        let error = Browse::new(&table)
            .try_visit(&address, ["/own"])
            .unwrap_err();
        assert!(error.to_string().contains(".agree(Page::new("), "{error}");
        let report = Browse::new(&table)
            .agree(Page::new("/own").click("#yes"))
            .refuse(Page::new("/own").click("#no"))
            .visit(&address, ["/own"]);
        assert!(rules(&report, "read").is_empty(), "{report}");
    }
}

#[test]
fn a_step_that_cannot_be_taken_is_an_error() {
    if has_browser() {
        let address = format!("http://localhost:{}", serve(clean()));
        let table = table();
        let visited = Browse::new(&table).try_visit(&address, [Page::new("/").click("#nowhere")]);
        let error = visited.unwrap_err();
        assert!(
            error.to_string().contains("no element matches `#nowhere`"),
            "{error}"
        );
    }
}

#[test]
fn a_page_that_does_not_exist_is_a_note() {
    if has_browser() {
        let address = format!("http://localhost:{}", serve(clean()));
        let report = Browse::new(&table()).visit(&address, ["/", "/nowhere"]);
        let is_it = |note: &String| note.contains("/nowhere was answered with the status 404");
        assert!(report.notes.iter().any(is_it), "{report}");
    }
}

#[test]
fn a_site_that_is_not_there_is_an_error() {
    if has_browser() {
        let table = table();
        let visited = Browse::new(&table).try_visit("http://localhost:1", ["/"]);
        let error = visited.unwrap_err();
        assert!(
            matches!(error, BrowseError::Page { .. } | BrowseError::Answer { .. }),
            "{error}"
        );
    }
}

#[test]
fn a_script_that_waits_is_seen_by_a_visit_that_lingers() {
    if has_browser() {
        let late = "<script>setTimeout(() => { localStorage.late = 1 }, 1500)</script>";
        let port = serve(shop(
            Router::new().route("/late", page(late)),
            Router::new(),
        ));
        let (address, table) = (format!("http://localhost:{port}"), table());
        let browse = Browse::new(&table).linger(Duration::from_secs(2));
        let report = browse.visit(&address, ["/late"]);
        let late = finding(&report, Rule::Undeclared, "late");
        assert_eq!(place(late).0, "/late");
    }
}

#[test]
fn a_program_that_is_not_a_browser_is_an_error() {
    let table = table();
    let error = Browse::new(&table)
        .program("/bin/false")
        .try_visit("http://localhost:1", ["/"]);
    assert!(matches!(error, Err(BrowseError::Browser(_))), "{error:?}");
}

#[test]
fn a_response_that_never_ends_delays_only_its_own_page() {
    if has_browser() {
        let waits = || async {
            std::future::pending::<()>().await;
        };
        let content = "<script>fetch('/waits'); localStorage.asked = 1</script>";
        let inside = Router::new().route("/asks", page(content));
        let outside = Router::new().route("/waits", get(waits));
        let address = format!("http://localhost:{}", serve(shop(inside, outside)));
        let report = Browse::new(&table()).visit(&address, ["/", "/asks", "/"]);
        assert_eq!(
            place(finding(&report, Rule::Undeclared, "asked")).0,
            "/asks"
        );
    }
}
