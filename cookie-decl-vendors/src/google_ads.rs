//! Google Ads.

// Read on 2026-11-27:
// - https://cookiesentry.com/cookies/providers/google-ads
// Not reached on 2026-11-27, read it when you change something:
// - https://business.safety.google/adscookies/
// Durations that these do not give are those of the Open Cookie Database.
// `IDE` lasts 13 months in the European Economic Area and the United Kingdom, and 24 months
// elsewhere.
cookie_decl::export_cookies! {
    /// Google Ads: conversions and remarketing. `domain` is the site’s domain, on which the cookies
    /// are set.
    export google_ads;
    last_updated "2026-11-27";
    consent_mode(ad_storage, ad_user_data, ad_personalization);
    translation from "locales/{language}.ftl";

    provider GoogleAds = "Google Ads (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        opt_out: "https://myadcenter.google.com/",
        domain: "googleads.g.doubleclick.net",
        domain: "www.googleadservices.com",
        domain: "www.googletagmanager.com",
        domain: "www.google.com",
        country: "Ireland",
        third_party,
    }

    with provider = GoogleAds;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Measures the success of advertisements
        "_gcl_au" | 90 days;
        /// Remembers which advertisement you clicked
        "_gcl_aw", "_gcl_dc", "_gcl_gb", "_gcl_gs", "_gcl_ag" | 90 days;
        /// Remembers which advertisement you clicked
        "_gac_{property}", "_gac_gb_{property}" | 90 days;
    }
    with set_by = "doubleclick.net" {
        /// Recognises your browser across sites for advertising
        "IDE" | 13 months;
        /// Matches your browser with an account or a profile for advertising
        "DSID" | 2 weeks;
        /// Tests whether the browser keeps cookies
        "test_cookie" | 15 minutes;
    }
}
