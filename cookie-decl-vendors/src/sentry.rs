//! Sentry for errors.

// Not reached on 2026-11-27, read it when you change something:
// - https://docs.sentry.io/platforms/javascript/
cookie_decl::export_cookies! {
    /// Sentry for errors, which stores nothing in the browser.
    export sentry;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Sentry = "Sentry (Functional Software, Inc.)" {
        privacy: "https://sentry.io/privacy/",
        domain: "browser.sentry-cdn.com",
        domain: "js.sentry-cdn.com",
        domain: "ingest.sentry.io",
        country: "United States",
    }
}
