//! Amplitude Browser SDK 2.

// Read on 2026-11-28:
// - https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management
// - @amplitude/analytics-browser 2.48.1, which a browser test runs
// Durations that these do not give are those of the Open Cookie Database.
// The test cookies are deleted after the test.
cookie_decl::export_cookies! {
    /// Amplitude Browser SDK 2. `key` is the project’s API key; the names contain its first ten
    /// characters. `domain` is the site’s domain, on which the cookies are set.
    export amplitude;
    hole key: first 10;
    last_updated "2026-11-28";
    translation from "locales/{language}.ftl";

    provider Amplitude = "Amplitude, Inc." {
        privacy: "https://amplitude.com/privacy",
        domain: "cdn.amplitude.com",
        domain: "api2.amplitude.com",
        country: "United States",
        third_party,
    }

    with provider = Amplitude;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "AMP_{key}" | 1 year;
        /// Remembers how you came to the site
        "AMP_MKTG_{key}" | 1 year;
        /// Tests whether the browser keeps cookies
        "AMP_TEST", "AMP_TEST_{time}" | session;
        /// Finds the domain for which the site can set cookies
        "AMP_TLDTEST_{time}" | session;
    }
    with set_by = script | storage = local_storage {
        /// Keeps data until it has been sent to the provider
        "AMP_unsent_{key}" | persistent;
        /// Stores settings of the measurement
        "AMP_remote_config_{key}" | persistent;
    }
    with set_by = script | storage = session_storage {
        /// Links the pages of one visit
        "AMP_PAGE_VIEW", "AMP_URL_INFO" | session;
    }
    with set_by = script | storage = indexed_db {
        /// Keeps data until it has been sent to the provider
        "AMP_diagnostics_{key}" | persistent;
    }
}
