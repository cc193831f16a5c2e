//! GOV.UK: names and categories of `govuk_publishing_components` (`cookie-functions.js`). The
//! lifetimes of Google's cookies, the consent cookie and the sessions are on its pages; those of
//! surveys, settings and `ABTest-` are from memory. The site's script sets `cookies_policy`; a
//! table that remembers the answer itself lets the server do so.

use cookie_decl::table::{Duration, Gate, SetBy, Unit};

cookie_decl::declare_cookies! {
    language en-GB;

    /// Details about cookies on GOV.UK
    ///
    /// GOV.UK stores small files on your device to make the site work and to learn how it is used.
    pub(crate) policy for "https://www.gov.uk";

    print cookie "Name" | purpose "Purpose" | duration "Expires";

    provider Gds = "Government Digital Service" { domain: "www.gov.uk", country: "United Kingdom" }
    provider GoogleAnalytics = "Google Analytics" { privacy: "https://policies.google.com/privacy", third_party }

    cookie | duration;

    /// Essential cookies
    ///
    /// These keep your choices and your forms together while you use the site, so we do not ask for them.
    category Essential: exempt {
        with provider = Gds | set_by = script;

        /// Keeps the choice you made about cookies
        #[allow(long_consent, reason = "a year, as published; the six months are French advice")]
        POLICY_CHOICE: Consent = "cookies_policy" | 1 year | set_by = server | attributes = Secure SameSite=Lax;
        /// Remembers that you have answered the cookie banner
        "cookies_preferences_set" | 1 year;
        with set_by = server {
            /// Remembers you while you change what you are e-mailed about
            EMAIL_SESSION = "_email-alert-frontend_session" | session;
            /// Holds a licence application together from page to page
            LICENSING = "licensing_session" | session;
        }
        /// Tells the contact form which page you came from
        "govuk_contact_referrer" | session;
        /// Remembers which surveys you have seen or taken, so that they are not shown again
        "govuk_surveySeen{survey}", "govuk_taken{survey}" | 4 months;
    }

    /// Cookies that remember your settings
    category Settings: opt_in {
        with provider = Gds | set_by = script;

        /// Counts how often you have seen the banner at the top, to stop showing it
        "global_bar_seen" | 84 days;
        /// Remembers which nation's bank holidays you look at
        "user_nation" | 1 year;
        /// Remembers that you closed the notice of the beta
        "dgu_beta_banner_dismissed" | 1 year;
    }

    /// Cookies that measure website use
    ///
    /// With your permission we count how the site is used.
    category Usage: opt_in {
        with provider = GoogleAnalytics | set_by = script;

        /// Tells whether you have been here before, to count visitors
        "_ga" | 2 years;
        /// The same for one measuring account
        "_ga_{container}" | 2 years;
        /// Tells visitors of one day apart
        "_gid" | 24 hours;
        /// Limits how often a page view is reported
        "_gat" | 10 minutes;
        /// The same for one measuring account
        "_gat_{tracker}" | 1 minute;
        with provider = Gds {
            /// Tells whether scripts run in your browser, and which encryption it uses
            "JS-Detection", "TLSversion" | session | set_by = other;
            /// Keeps you in the same group of a test of two page designs
            "ABTest-{test}" | 24 hours | set_by = other;
            /// Passes on where on the page you clicked
            "analytics_next_page_call" | session;
        }
    }

    retired {
        // Before 2020, with Google's first tracker.
        "_utma" Domain="www.gov.uk";
        "_utmb" Domain="www.gov.uk";
        "_utmc" Domain="www.gov.uk";
        "_utmz" Domain="www.gov.uk";
        /// The introduction of the trial site
        "{name}-tour" Secure;
        "govukgeo";
    }
}

#[test]
fn names_match_their_rows() {
    let row = POLICY.find("_ga_ABC123").unwrap();
    assert_eq!(row.name(), "_ga_{container}");
    assert_eq!(row.category().name(), "Usage");
    assert_eq!(row.category().gate(), Gate::OptIn);
    assert_eq!(
        POLICY.find("_ga").unwrap().purpose(),
        Some("Tells whether you have been here before, to count visitors")
    );
    assert_eq!(
        POLICY.find("_gat_UA-26179049-1").unwrap().name(),
        "_gat_{tracker}"
    );
    assert_eq!(
        POLICY
            .find("govuk_surveySeenUserSatisfactionSurvey")
            .unwrap()
            .category()
            .name(),
        "Essential"
    );
    assert!(POLICY.find("_gcl_au").is_none());
}

#[test]
fn durations_are_the_published_ones() {
    assert_eq!(
        POLICY.find("_ga").unwrap().duration().max_age(),
        Some(2 * 365 * 86_400)
    );
    assert_eq!(
        POLICY.find("_gid").unwrap().duration().max_age(),
        Some(86_400)
    );
    assert!(
        matches!(POLICY.find("_gid").unwrap().duration(), Duration::Term(term) if term.unit == Unit::Hour)
    );
    assert_eq!(
        POLICY.find("global_bar_seen").unwrap().duration().max_age(),
        Some(84 * 86_400)
    );
    assert_eq!(EMAIL_SESSION.duration().max_age(), None);
}

#[test]
fn who_sets_what() {
    assert_eq!(POLICY.find("TLSversion").unwrap().set_by(), SetBy::Other);
    assert_eq!(
        POLICY
            .find("TLSversion")
            .unwrap()
            .provider()
            .unwrap()
            .name(),
        "Gds"
    );
    assert_eq!(POLICY.find("_gid").unwrap().set_by(), SetBy::Script);
    assert!(
        POLICY
            .find("_gid")
            .unwrap()
            .provider()
            .unwrap()
            .third_party()
    );
    assert_eq!(EMAIL_SESSION.set_by(), SetBy::Server);
    assert!(EMAIL_SESSION.attributes().unwrap().http_only());
    assert!(
        !POLICY_CHOICE.attributes().unwrap().http_only(),
        "the banner's script reads it"
    );
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.categories().len(), 3);
    assert_eq!(POLICY.declarations().len(), 19);
    assert_eq!(POLICY.in_category(Category::Settings).count(), 3);
    assert_eq!(POLICY.by_provider(Provider::GoogleAnalytics).count(), 5);
    assert_eq!(POLICY.retired().len(), 6);
    assert!(
        POLICY
            .retired()
            .iter()
            .any(|retired| retired.matches("whitehall-tour"))
    );
}
