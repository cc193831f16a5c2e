//! Akamai with Bot Manager.

// Read on 2026-11-27:
// - https://www.flowconsent.com/en/services/security/akamai-bot-manager
// Not reached on 2026-11-27, read it when you change something:
// - https://techdocs.akamai.com/bot-manager/docs
// Durations that these do not give are those of the Open Cookie Database.
// Akamai does not publish durations. These are what its servers send.
// `AKA_A2` tells Akamai’s Adaptive Acceleration whether a browser keeps cookies and has been there
// before.
cookie_decl::export_cookies! {
    /// Akamai with Bot Manager.
    export akamai;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Akamai = "Akamai Technologies, Inc." {
        privacy: "https://www.akamai.com/legal/privacy-statement",
        country: "United States",
    }

    with provider = Akamai | set_by = other;
    cookie | duration;

    /// Tells people from robots
    "_abck" | 1 year;
    /// Tells people from robots
    "ak_bmsc" | 2 hours;
    /// Tells people from robots
    "bm_sz" | 4 hours;
    /// Tells people from robots
    "bm_sv", "bm_mi" | 2 hours;
    /// Helps to load pages faster
    "AKA_A2" | 1 hour;
}
