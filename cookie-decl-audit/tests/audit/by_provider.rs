//! Visitors who grant only one of several providers.

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::by_provider::cookies;
        provider Adverts = "Adverts";
        provider Badges = "Badges";
        provider Charts = "Charts";
        provider Dials = "Dials";
        cookie | provider | duration;
        /// Needed
        ///
        /// Without it we would ask you on every page.
        category Necessary: exempt {
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;
        }
        /// Partners
        ///
        /// They pay for the shop.
        category Partners: opt_in(by provider) {
            /// Remembers adverts
            ADVERT = "advert" | Adverts | 30 days;
            /// Remembers badges
            BADGE = "badge" | Badges | 30 days;
            /// Remembers which badges were seen
            "badges" | Badges | persistent | storage = local_storage;
            /// Remembers charts
            CHART = "chart" | Charts | 30 days;
        }
        /// Comfort
        category Comfort: opt_in(by provider) {
            /// Remembers the scale
            SCALE = "scale" | Badges | 30 days;
            /// Remembers dials
            DIAL = "dial" | Dials | 30 days;
        }
    }
}

use std::time::SystemTime;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse};
use axum::routing::{MethodRouter, get};
use cookie_decl::error::SetError;
use cookie_decl::{Gpc, Guard, Visitor};
use cookie_decl_audit::{Audit, Report, Rule};
use cookies::{ADVERT, BADGE, CHART, Category, Consent, DIAL, POLICY, SCALE};

/// Sets what each provider may store.
async fn home(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
    let consent = visitor.consent();
    Ok((
        ADVERT.set_if(consent, "1")?,
        BADGE.set_if(consent, "1")?,
        CHART.set_if(consent, "1")?,
        SCALE.set_if(consent, "1")?,
        DIAL.set_if(consent, "1")?,
        Html(format!(
            "<!DOCTYPE html>{}{}",
            visitor.head(),
            visitor.banner()
        )),
    ))
}

/// Sets what Badges stores as soon as a visitor granted anything.
async fn careless(headers: HeaderMap) -> impl IntoResponse {
    let consent = Consent::from_request((&headers).into(), Gpc::OFF, SystemTime::now());
    let set = "badge=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let is_any = [Category::PartnersAdverts, Category::PartnersBadges];
    let is_any = is_any.into_iter().any(|it| consent.allows(it));
    let set = is_any.then_some([("set-cookie", set)]);
    (set, Html("Careless"))
}

/// Starts a tag of Badges for visitors who granted this category.
fn tag(category: &'static str) -> MethodRouter {
    get(move |visitor: Visitor<Category>| async move {
        let head = visitor.head();
        let tag = format!(
            "<script type=text/plain data-cookie-category={category}>localStorage.badges = 1</script>"
        );
        Html(format!("<!DOCTYPE html><title>Shop</title>{head}{tag}"))
    })
}

fn site() -> Router {
    let guard = Guard::new(POLICY);
    let pages = Router::new()
        .route("/", get(home))
        .route("/tag", tag("PartnersBadges"))
        .route("/careless-tag", tag("PartnersAdverts"))
        .route("/careless", get(careless));
    // The guard would drop what this sets.
    let outside = Router::new().route("/careless-outside", get(careless));
    pages.merge(guard.routes()).layer(guard).merge(outside)
}

/// Asserts that the only finding is about the visitor who granted Adverts alone.
#[track_caller]
fn assert_found(report: &Report, subject: &str, page: &str) {
    let [finding] = &*report.findings else {
        panic!("not one finding:\n{report}");
    };
    assert_eq!(
        (finding.rule, &*finding.subject),
        (Rule::NotConsented, subject)
    );
    assert_eq!(
        finding.place.to_string(),
        format!("{page} (granted only Adverts)")
    );
}

const LEFT_OUT: &str = "3 visitors granted only one provider each, and none only Dials";
#[cfg(any(feature = "browse", feature = "walk-url"))]
const NONE_ALONE: &str =
    "no visitor granted only one provider, because the banner is not the guard's";

#[tokio::test]
async fn a_site_that_waits_for_each_provider_is_clean() {
    let report = Audit::new(POLICY).walk(site(), ["/"]).await;
    report.assert_clean();
    assert_eq!(report.notes, [LEFT_OUT]);
}

#[tokio::test]
async fn what_a_provider_stores_when_another_was_granted_is_found() {
    let report = Audit::new(POLICY).walk(site(), ["/", "/careless"]).await;
    assert_found(&report, "badge", "GET /careless");
}

#[cfg(feature = "walk-url")]
#[test]
fn it_is_found_over_http_as_well() {
    use cookie_decl_audit::remote::Walk;

    let address = format!("http://127.0.0.1:{}", crate::server::serve(site()));
    let table = POLICY.into();
    let report = Walk::new(&table).visit(&address, ["/", "/careless-outside"]);
    let report = report.unwrap();
    assert_found(&report, "badge", "GET /careless-outside");
    assert_eq!(report.notes, [LEFT_OUT]);
    // In another banner, nobody can grant one provider.
    let walk = Walk::new(&table).granted("all", "1").refused("none", "1");
    let report = walk.visit(&address, ["/"]).unwrap();
    assert_eq!(report.notes, [NONE_ALONE]);
}

#[cfg(feature = "browse")]
#[test]
fn it_is_found_in_the_browser_as_well() {
    use cookie_decl_audit::browse::{Browse, Page};

    if !crate::browse::has_browser() {
        return;
    }
    let address = format!("http://localhost:{}", crate::server::serve(site()));
    let table = POLICY.into();
    let report = Browse::new(&table).visit(&address, ["/", "/tag", "/careless-tag"]);
    assert_found(&report, "badges", "/careless-tag");
    assert_eq!(report.notes, [LEFT_OUT]);
    // In another banner, nobody can grant one provider.
    let click =
        |choice| Page::new("/cookies/preferences").click(format!("[name=choice][value={choice}]"));
    let browse = Browse::new(&table)
        .agree(click("accept"))
        .refuse(click("refuse"));
    let report = browse.visit(&address, ["/", "/tag", "/careless-tag"]);
    report.assert_clean();
    assert_eq!(report.notes, [NONE_ALONE]);
}
