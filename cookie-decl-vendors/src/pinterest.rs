//! Pinterest tag.

// Read on 2026-11-27:
// - https://help.pinterest.com/en/business/article/pinterest-tag-parameters-and-cookies
// - https://cookiesentry.com/cookies/providers/pinterest
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Pinterest tag. `domain` is the site’s domain, on which the cookies are set.
    export pinterest;
    last_updated "2026-11-27";
    signals(pinterest);
    translation from "locales/{language}.ftl";

    provider Pinterest = "Pinterest tag (Pinterest Europe Limited)" {
        privacy: "https://policy.pinterest.com/privacy-policy",
        domain: "s.pinimg.com",
        domain: "ct.pinterest.com",
        domain: "www.pinterest.com",
        country: "Ireland",
        third_party,
    }

    with provider = Pinterest;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart to show and measure advertisements
        "_pin_unauth" | 1 year;
        /// Remembers which advertisement you clicked
        "_epik" | 1 year;
        /// Matches your browser with an account or a profile for advertising
        "_derived_epik" | 1 year;
    }
    with set_by = "ct.pinterest.com" {
        /// Recognises your browser across sites for advertising
        "_pinterest_ct_ua", "_pinterest_ct_rt", "_pinterest_ct" | 1 year;
    }
    with set_by = "pinterest.com" {
        /// Recognises your browser across sites for advertising
        "_pinterest_sess" | 1 year;
        /// Decides which new features you see
        "_routing_id" | 1 day;
    }
}
