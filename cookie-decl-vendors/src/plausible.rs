//! Plausible Analytics.

// Read on 2026-11-27:
// - https://plausible.io/docs/compliance
// Not reached on 2026-11-27, read it when you change something:
// - https://plausible.io/data-policy
cookie_decl::export_cookies! {
    /// Plausible Analytics, which stores nothing in the browser.
    export plausible;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Plausible = "Plausible Analytics (Plausible Insights OÜ)" {
        privacy: "https://plausible.io/privacy",
        domain: "plausible.io",
        country: "Estonia",
    }
}
