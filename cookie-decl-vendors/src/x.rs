//! X pixel and embedded posts.

// Read on 2026-11-27:
// - https://cookiesentry.com/cookies/providers/x-twitter
// Not reached on 2026-11-27, read it when you change something:
// - https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites/about-conversion-tracking
// - https://help.x.com/en/rules-and-policies/x-cookies
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// X pixel and embedded posts. `domain` is the site’s domain, on which the cookies are set.
    export x;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider X = "X Internet Unlimited Company" {
        privacy: "https://x.com/privacy",
        opt_out: "https://x.com/personalization",
        domain: "static.ads-twitter.com",
        domain: "analytics.twitter.com",
        domain: "t.co",
        domain: "platform.twitter.com",
        domain: "syndication.twitter.com",
        country: "Ireland",
        third_party,
    }

    with provider = X;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Remembers which advertisement you clicked
        "_twclid" | unknown;
        /// Tells visitors apart to show and measure advertisements
        "_twpid", "_twsid" | 13 months;
    }
    with set_by = "twitter.com" {
        /// Recognises your browser across sites for advertising
        "personalization_id" | 2 years;
        /// Tells visitors apart to show and measure advertisements
        "guest_id", "guest_id_ads", "guest_id_marketing" | 2 years;
    }
    with set_by = "t.co" {
        /// Recognises your browser across sites for advertising
        "muc_ads" | 2 years;
    }
}
