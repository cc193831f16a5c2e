//! A package for many sites, after `whitecube/laravel-cookie-consent`: three categories, lifetimes
//! in minutes from the configuration, names from the name of the site, and Google's cookies in one
//! call.

use core::time::Duration as Time;

/// The settings of a site in `.env` and in `config/`.
pub(crate) struct Config {
    /// `session.lifetime`, in minutes
    pub(crate) lifetime: u64,
    /// `cookieconsent.cookie.duration`, in minutes
    pub(crate) consent: u64,
    /// The number of the Google tag, if there is one.
    pub(crate) analytics: Option<&'static str>,
}

cookie_decl::declare_cookies! {
    /// Cookies
    ///
    /// This site uses cookies so that it is pleasant to use.
    pub(crate) policy with config: Config in crate::laravel;

    print cookie "Cookie" | purpose "Description" | duration "Duration";

    provider Google = "Google Analytics" { third_party }

    cookie | duration;

    /// Essential cookies
    ///
    /// Some pages work with these only, so we need not ask.
    category Essentials: exempt {
        /// Keeps what you chose about cookies
        #[allow(long_consent, reason = "a year, as the package has it")]
        CHOICE: Consent = "laravel_cookie_consent" | { Time::from_secs(60 * config.consent) } max 12 months;
        with duration = { Time::from_secs(60 * config.lifetime) } max 1 year {
            /// Holds your session
            SESSION = "laravel_session" | _;
            /// Shows that a form was sent from this site
            TOKEN = "XSRF-TOKEN" | _ | attributes = .. !HttpOnly;
        }
    }

    /// Analytics cookies
    ///
    /// They show us how the site is used, and what to make better.
    category Analytics: opt_in {
        with provider = Google | set_by = script | when = { config.analytics.is_some() };

        /// Tells visitors apart
        "_ga" | 2 years;
        /// Keeps the state of a visit
        "_ga_{tag}" | 2 years;
        /// Tells the visitors of a day apart
        "_gid" | 24 hours;
        /// Slows down the reports
        "_gat" | 1 minute;
    }
}

#[test]
fn a_lifetime_of_the_configuration_is_printed_and_sent() {
    let config = Config {
        lifetime: 120,
        consent: 60 * 24 * 180,
        analytics: None,
    };
    let page = POLICY.page().at(&config).text();
    assert!(page.contains("2 hours"), "{page}");
    assert!(page.contains("6 months"), "{page}");
    assert!(!page.contains("_ga"), "{page}");
    let session = SESSION.at(&config).set("abc").unwrap().to_header_value();
    assert!(session.contains("Max-Age=7200"), "{session}");
}

#[test]
fn googles_cookies_only_with_a_tag() {
    let config = Config {
        lifetime: 120,
        consent: 60,
        analytics: Some("G-ABC"),
    };
    assert_eq!(
        POLICY.at(&config).find("_ga_ABC").unwrap().name(),
        "_ga_{tag}"
    );
    assert_eq!(POLICY.declarations().len(), 7);
}
