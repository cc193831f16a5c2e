//! Amplitude Browser SDK 2.

// Read on 2026-11-27:
// - https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management
// Durations that these do not give are those of the Open Cookie Database.
// The test cookies are deleted after the test.
cookie_decl::export_cookies! {
    /// Amplitude Browser SDK 2. `key` is the project’s API key; the names contain its first ten
    /// characters. `domain` is the site’s domain, on which the cookies are set.
    export amplitude;
    hole key: first 10;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Amplitude = "Amplitude, Inc." {
        privacy: "https://amplitude.com/privacy",
        domain: "cdn.amplitude.com",
        domain: "api2.amplitude.com",
        country: "United States",
        third_party,
    }

    with provider = Amplitude | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Tells visitors apart
    "AMP_{key}" | 1 year;
    /// Remembers how you came to the site
    "AMP_MKTG_{key}" | 1 year;
    /// Tests whether the browser keeps cookies
    "AMP_TEST_{time}" | session;
    /// Finds the domain for which the site can set cookies
    "AMP_TLDTEST_{time}" | session;
}
