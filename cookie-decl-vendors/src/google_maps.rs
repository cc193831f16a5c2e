//! Google Maps, embedded.

// Read on 2026-11-27:
// - https://policies.google.com/technologies/cookies
cookie_decl::export_cookies! {
    /// Google Maps, embedded.
    export google_maps;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider GoogleMaps = "Google Maps (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        domain: "www.google.com",
        domain: "maps.googleapis.com",
        domain: "maps.gstatic.com",
        domain: "fonts.googleapis.com",
        domain: "fonts.gstatic.com",
        country: "Ireland",
        third_party,
    }

    with provider = GoogleMaps | set_by = "google.com";
    cookie | duration;

    /// Remembers your settings with this provider
    "NID" | 6 months;
    /// Makes sure that requests come from you and not from another site
    "AEC" | 6 months;
}
