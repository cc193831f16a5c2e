//! LinkedIn Insight Tag.

// Read on 2026-11-27:
// - https://cookiesentry.com/cookies/providers/linkedin
// Not reached on 2026-11-27, read it when you change something:
// - https://www.linkedin.com/legal/l/cookie-table
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// LinkedIn Insight Tag. `domain` is the site’s domain, on which the cookies are set.
    export linkedin;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider LinkedIn = "LinkedIn Insight Tag (LinkedIn Ireland Unlimited Company)" {
        privacy: "https://www.linkedin.com/legal/privacy-policy",
        opt_out: "https://www.linkedin.com/psettings/guest-controls/retargeting-opt-out",
        domain: "snap.licdn.com",
        domain: "px.ads.linkedin.com",
        domain: "www.linkedin.com",
        country: "Ireland",
        third_party,
    }

    with provider = LinkedIn;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Matches your browser with an account or a profile for advertising
        "li_fat_id" | 30 days;
        /// Matches your browser with an account or a profile for advertising
        "li_giant" | 7 days;
        /// Decides whether your visit is reported
        "ln_or" | 1 day;
    }
    with set_by = script | storage = local_storage {
        /// Tells visitors apart to show and measure advertisements
        "li_adsId" | persistent;
    }
    with set_by = "linkedin.com" {
        /// Protects the service from abuse
        "bcookie" | 1 year;
        /// Chooses the data centre that answers you
        "lidc" | 1 day;
        /// Matches your browser with an account or a profile for advertising
        "li_sugr" | 90 days;
        /// Remembers what you chose about the cookies of this provider
        "li_gc" | 6 months;
        /// Remembers when identifiers were last matched
        "UserMatchHistory", "AnalyticsSyncHistory" | 30 days;
        /// Matches your browser with an account or a profile for advertising
        "lms_ads", "lms_analytics" | 30 days;
        /// Recognises your browser across sites for advertising
        "_guid" | 90 days;
    }
    with set_by = "www.linkedin.com" {
        /// Protects the service from abuse
        "bscookie" | 1 year;
    }
}
