//! Google Tag Manager.

// Not reached on 2026-11-27, read it when you change something:
// - https://support.google.com/tagmanager/answer/9323295
cookie_decl::export_cookies! {
    /// Google Tag Manager, which stores nothing itself. Include what its tags store as well.
    export google_tag_manager;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider GoogleTagManager = "Google Tag Manager (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        domain: "www.googletagmanager.com",
        country: "Ireland",
    }
}
