//! Google Analytics 4.

// Read on 2026-11-27:
// - https://support.google.com/analytics/answer/11397207
cookie_decl::export_cookies! {
    /// Google Analytics 4. `container` is the measurement ID, with or without `G-`; `domain` is the
    /// site’s domain, on which the cookies are set.
    export ga4;
    hole container: after "G-";
    last_updated "2026-11-27";
    consent_mode(analytics_storage);
    translation from "locales/{language}.ftl";

    provider GoogleAnalytics = "Google Analytics (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        opt_out: "https://tools.google.com/dlpage/gaoptout",
        domain: "google-analytics.com",
        domain: "analytics.google.com",
        domain: "www.googletagmanager.com",
        country: "Ireland",
        third_party,
    }

    with provider = GoogleAnalytics | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Tells visitors apart
    "_ga" | 2 years;
    /// Remembers the state of your visit
    "_ga_{container}" | 2 years;
}
