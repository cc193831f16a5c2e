//! Matomo with `disableCookies`.

// Read on 2026-11-27:
// - https://matomo.org/faq/general/faq_146/
// Not reached on 2026-11-27, read it when you change something:
// - https://matomo.org/faq/general/faq_157/
cookie_decl::export_cookies! {
    /// Matomo with `disableCookies`: it stores nothing in the browser. `host` is the domain of the
    /// Matomo server.
    export matomo_cookieless;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Matomo = "Matomo" {
        domain: "{host}",
    }
}
