//! Fastly with client challenges of its Bot Management.

// Read on 2026-11-27:
// - https://docs.fastly.com/products/bot-management
cookie_decl::export_cookies! {
    /// Fastly with client challenges of its Bot Management. Fastly as a cache stores nothing.
    export fastly;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Fastly = "Fastly, Inc." {
        privacy: "https://www.fastly.com/privacy",
        country: "United States",
    }

    with provider = Fastly | set_by = other;
    cookie | duration;

    /// Carries out a check against robots
    "_fs_ch_st_{id}" | unknown;
    /// Remembers that you passed a check against robots
    "_fs_ch_cp_{id}" | unknown;
}
