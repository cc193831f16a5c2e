//! HubSpot’s tracking code.

// Read on 2026-11-27:
// - https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser (quoted by ek-en.ux-essentials.de, acuitykp.com and unmade.com)
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// HubSpot’s tracking code. `domain` is the site’s domain, on which the cookies are set.
    export hubspot;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider HubSpot = "HubSpot, Inc." {
        privacy: "https://legal.hubspot.com/privacy-policy",
        domain: "js.hs-scripts.com",
        domain: "js.hs-analytics.net",
        domain: "js.hs-banner.com",
        domain: "js.usemessages.com",
        domain: "track.hubspot.com",
        domain: "forms.hubspot.com",
        domain: "api.hubspot.com",
        country: "United States",
        third_party,
    }

    with provider = HubSpot;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "__hstc" | 6 months;
        /// Tells visitors apart
        "hubspotutk" | 6 months;
        /// Links the pages of one visit
        "__hssc" | 30 minutes;
        /// Notices when a new visit begins
        "__hssrc" | session;
        /// Remembers that you do not want your visits to be measured
        "__hs_do_not_track" | 6 months;
    }
    with set_by = "hubspot.com" {
        /// Tells people from robots
        "__cf_bm" | rolling 30 minutes;
        /// Limits how many requests one visitor can send
        "_cfuvid" | session;
    }
}
