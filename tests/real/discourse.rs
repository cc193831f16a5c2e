//! A Discourse forum, after "List of cookies used by Discourse" on meta.discourse.org: names,
//! expiry, whether essential, whether personal data is in them. Google Analytics is there only if
//! the forum uses it.

use core::time::Duration as Time;

use cookie_decl::table::SetBy;

/// The site settings that the cookies depend on.
pub(crate) struct Settings {
    /// `maximum_session_age`, in hours
    pub(crate) maximum_session_age: u64,
    /// `ga_universal_tracking_code`
    pub(crate) analytics: Option<&'static str>,
    /// Whether this is a developer's machine.
    pub(crate) profiler: bool,
}

cookie_decl::declare_cookies! {
    /// Cookies used by this forum
    pub(crate) policy with settings: Settings in crate::discourse;

    print cookie "Name" | duration "Expires" | purpose "Description" | "Contains personal data";

    provider Discourse = "This forum (Discourse)";
    provider Google = "Google Analytics" { privacy: "https://policies.google.com/privacy", third_party }

    cookie | duration | "Contains personal data";

    /// Essential cookies
    ///
    /// Signing in, and what you set for this device only.
    category Essential: exempt {
        with provider = Discourse;

        /// Fills in the form when an address came with the link
        EMAIL = "email" | session | "yes";
        /// Takes you to the page you asked for, once you have signed in
        DESTINATION = "destination_url" | session | "no";
        /// The same when you sign in through another service
        SSO_DESTINATION = "sso_destination_url" | session | "no";
        /// Holds the other service's answer while a second factor is asked for
        SSO_PAYLOAD = "sso_payload" | session | "yes";
        /// Hands the sign-in over to the page
        AUTHENTICATION = "authentication_data" | session "until the next page view" | "yes";
        /// Remembers the theme of this device
        THEME = "theme_ids" | 1 year | "no";
        /// Remembers the colours of this device
        COLOURS = "color_scheme_id" | 1 year | "no";
        /// Remembers the dark colours of this device
        DARK_COLOURS = "dark_scheme_id" | 1 year | "no";
        /// Remembers which notifications you have cleared
        #[allow(exempt_too_long, reason = "forever, as published")]
        "cn" | unknown "forever" | "no" | set_by = script;
        /// Gets you a fresh page while you sign in
        BYPASS = "_bypass_cache" | session | "no";
        /// Keeps you signed in
        #[allow(exempt_too_long, reason = "the bound for those who configure it longer")]
        TOKEN = "_t" | { Time::from_secs(3600 * settings.maximum_session_age) } max 400 days "1440 hours unless configured otherwise" | "yes";
        /// Holds your session
        SESSION = "_forum_session" | session | "no";
        /// Tells the page that the forum is under attack
        DOSP = "dosp" | session "until the next page view" | "no";
    }

    /// Cookies for developers
    category Development: opt_out {
        /// Tells the profiler what to skip
        "__profilin" | session | "no" | set_by = other | when = { settings.profiler };
    }

    /// Analytics
    ///
    /// Only where this forum is set up to use it.
    #[allow(no_consent_row, reason = "as published; Discourse asks nobody")]
    category Analytics: opt_in {
        with provider = Google | set_by = script | when = { settings.analytics.is_some() };

        /// Tells visitors apart
        "_ga", "_gat" | 2 years | "no";
        /// Tells the visitors of a day apart
        "_gid" | 24 hours | "no";
    }
}

fn settings(analytics: Option<&'static str>) -> Settings {
    Settings {
        maximum_session_age: 1440,
        analytics,
        profiler: false,
    }
}

#[test]
fn analytics_only_where_configured() {
    let (off, on) = (settings(None), settings(Some("G-XYZ")));
    assert!(POLICY.at(&off).find("_ga").is_none());
    assert_eq!(
        POLICY.at(&on).find("_ga").unwrap().category().name(),
        "Analytics"
    );
    assert!(POLICY.at(&on).find("__profilin").is_none());
    assert_eq!(POLICY.in_category(Category::Analytics).count(), 3);
}

#[test]
fn names_match_their_rows() {
    let off = settings(None);
    let token = POLICY.at(&off).find("_t").unwrap();
    assert_eq!(
        token.duration_text(),
        Some("1440 hours unless configured otherwise")
    );
    assert_eq!(token.own("Contains personal data"), Some("yes"));
    assert_eq!(
        POLICY
            .at(&off)
            .find("authentication_data")
            .unwrap()
            .duration_text(),
        Some("until the next page view")
    );
    assert_eq!(POLICY.at(&off).find("cn").unwrap().set_by(), SetBy::Script);
    assert!(POLICY.at(&off).find("rack.session").is_none());
    assert!(TOKEN.at(&off).attributes().unwrap().http_only());
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 17);
    assert_eq!(POLICY.categories().len(), 3);
    assert_eq!(POLICY.by_provider(Provider::Discourse).count(), 13);
}
