//! Umami Cloud.

// Read on 2026-11-27:
// - policies of sites that use it, such as thestreamic.in
// Not reached on 2026-11-27, read it when you change something:
// - https://umami.is/docs/faq
// The tracker reads the entry `umami.disabled` of the local storage, which only a visitor’s own
// action writes.
cookie_decl::export_cookies! {
    /// Umami Cloud, which stores nothing in the browser.
    export umami;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Umami = "Umami Software, Inc." {
        privacy: "https://umami.is/privacy",
        domain: "cloud.umami.is",
        country: "United States",
    }
}
