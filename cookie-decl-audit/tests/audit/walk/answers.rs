//! Visitors who answer by a signal, or in a banner of somebody else.

use crate::walk::only;
use axum::Router;
use axum::http::header;
use axum::response::Html;
use axum::routing::get;
use cookie_decl::{Guard, Visitor};
use cookie_decl_audit::{Audit, Rule};

mod partners {
    cookie_decl::declare_cookies! {
        pub policy in crate::walk::answers::partners;
        cookie | duration;
        /// Needed
        ///
        /// We would ask you on every page.
        category Necessary: exempt {
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Partners
        category Partners: opt_out {
            /// Remembers who sent you
            CAMPAIGN = "campaign" | 30 days;
        }
    }
}

#[tokio::test]
async fn the_signal_of_a_visitor_who_was_never_asked_is_an_objection_without_gpc() {
    const CAMPAIGN: &str = "campaign=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let guard = Guard::new(partners::POLICY);
    let set = async |visitor: Visitor<partners::Category>| {
        let campaign = partners::CAMPAIGN.set_if(visitor.consent(), "spring");
        (campaign.unwrap(), Html("Page"))
    };
    let ignore = async || ([(header::SET_COOKIE, CAMPAIGN)], Html("Page"));
    let app = Router::new()
        .route("/", get(set))
        .route("/mutant", get(ignore));
    let app = app.merge(guard.routes()).layer(guard);
    let audit = Audit::new(partners::POLICY);
    audit.walk(app.clone(), ["/"]).await.assert_clean();
    let report = audit.walk(app, ["/", "/mutant"]).await;
    let place = "GET /mutant (never asked but sends Sec-GPC, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "campaign", place));
}

mod banner {
    cookie_decl::declare_cookies! {
        pub policy in crate::walk::answers::banner;
        consent elsewhere "Banner & Co.";
        cookie | duration;
        /// Needed
        ///
        /// The site does not work without it.
        category Necessary: exempt {
            /// The answer to the banner
            BANNER = "banner" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Remembers what you looked at
            RECENT = "recent" | 30 days;
        }
    }
}

/// Reads the answer as the application does.
fn read_banner(cookies: cookie_decl::RequestCookies<'_>) -> Option<banner::Consent> {
    let answer = banner::BANNER.get(cookies).ok()??;
    let consent = banner::Consent::decide(0);
    Some(match answer.as_str() {
        "yes" => consent.grant(banner::Category::Statistics),
        _ => consent.deny(banner::Category::Statistics),
    })
}

fn with_banner() -> Router {
    const RECENT: &str = "recent=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let set = async |visitor: Visitor<banner::Category>| {
        let recent = banner::RECENT.set_if(visitor.consent(), "42");
        (recent.unwrap(), Html("Page"))
    };
    let ignore = async || ([(header::SET_COOKIE, RECENT)], Html("Page"));
    let guard = Guard::new(banner::POLICY).read_consent(read_banner);
    Router::new()
        .route("/", get(set))
        .route("/mutant", get(ignore))
        .layer(guard)
}

fn audit_of_banner() -> Audit<banner::Category> {
    Audit::new(banner::POLICY)
        .read_consent(read_banner)
        .granted("banner", "yes")
        .refused("banner", "no")
}

#[tokio::test]
async fn a_banner_of_somebody_else_is_answered_with_its_cookies() {
    let audit = audit_of_banner();
    audit.walk(with_banner(), ["/"]).await.assert_clean();
    let report = audit.walk(with_banner(), ["/", "/mutant"]).await;
    let place = "GET /mutant (never asked, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "recent", place));
}

#[tokio::test]
async fn a_walk_without_the_cookies_of_the_banner_says_that_nobody_was_asked() {
    let audit = Audit::new(banner::POLICY).read_consent(read_banner);
    let report = audit.walk(with_banner(), ["/"]).await;
    assert!(report.notes[0].contains("no visitor was asked"), "{report}");
}
