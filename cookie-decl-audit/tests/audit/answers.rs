//! What every test of a site needs: visitors who have answered, and a clock.

pub struct Config {
    audience: bool,
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy with config: crate::answers::Config;
        cookie | duration;
        /// Needed
        ///
        /// Without it we would ask you on every page.
        category Necessary: exempt {
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Remembers what you looked at last
            RECENT = "recent" | 30 days | when = { config.audience };
        }
        /// Advertising
        category Marketing: opt_in {
            /// Remembers which advertisement brought you here
            CAMPAIGN = "campaign" | 7 days;
        }
    }
}

mod bare {
    cookie_decl::declare_cookies! {
        pub policy;
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "session" | 2 weeks;
        }
    }
}

use axum::Router;
use axum::routing::get;
use cookie_decl::{Gpc, Guard, RequestCookies};
use cookie_decl_audit::{Audit, Rule};
use cookies::{CAMPAIGN, Category, POLICY, RECENT};

const NOW: u64 = 1_795_305_600;

fn audit(audience: bool) -> Audit<Category> {
    Audit::with_config(POLICY, Config { audience }).at(NOW)
}

/// Returns whether a `Cookie` field grants audience, and whether it grants advertising.
fn granted(cookie: &str) -> [bool; 2] {
    let config = Config { audience: true };
    let cookies = RequestCookies::from_header(cookie);
    let consent = POLICY.at(&config).consent(cookies, Gpc::OFF, NOW);
    [Category::Statistics, Category::Marketing].map(|category| consent.allows(category))
}

#[test]
fn the_field_of_a_visitor_has_the_answer() {
    let audit = audit(true);
    assert_eq!(granted(&audit.granting_all()), [true, true]);
    assert_eq!(
        granted(&audit.granting([Category::Marketing])),
        [false, true]
    );
    assert_eq!(granted(&audit.refusing()), [false, false]);
}

#[test]
fn the_clock_stands_still() {
    assert_eq!(audit(true).clock()(), NOW);
}

#[test]
#[should_panic(expected = "the table has a row of type `Consent`")]
fn a_table_that_keeps_no_answer_has_no_visitor_who_agreed() {
    let _ = Audit::new(bare::POLICY).granting_all();
}

#[tokio::test]
async fn a_table_without_consent_has_one_visitor() {
    let app = Router::new().route("/", get(async || bare::SESSION.set("abc").unwrap()));
    let app = app.layer(Guard::new(bare::POLICY));
    let report = Audit::new(bare::POLICY).walk(app, ["/"]).await;
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
}

#[tokio::test]
async fn a_row_that_is_switched_off_is_not_expected() {
    let app = |audience| {
        let guard = Guard::with_config(POLICY, Config { audience });
        let set = async move |visitor: cookie_decl::Visitor<Category>| {
            let config = Config { audience };
            let consent = visitor.consent();
            // The constant is an error where the row is switched off.
            let recent = RECENT.at(&config).set_if(consent, "1").ok().flatten();
            let campaign = CAMPAIGN.at(&config).set_if(consent, "1").ok().flatten();
            (recent, campaign, "Hello")
        };
        let routes = Router::new().route("/", get(set));
        routes.merge(guard.routes()).layer(guard)
    };
    for audience in [true, false] {
        audit(audience)
            .walk(app(audience), ["/"])
            .await
            .assert_clean();
    }
    let report = audit(true).walk(app(false), ["/"]).await;
    assert_eq!(
        (report.findings[0].rule, &*report.findings[0].subject),
        (Rule::NeverSeen, "recent")
    );
}
