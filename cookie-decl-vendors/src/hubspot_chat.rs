//! HubSpot’s chat.

// Read on 2026-11-27:
// - https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser (quoted by ek-en.ux-essentials.de, acuitykp.com and unmade.com)
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// HubSpot’s chat. `domain` is the site’s domain, on which the cookies are set.
    export hubspot_chat;
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

    with provider = HubSpot | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Recognises you in the chat
    "messagesUtk" | 6 months;
    /// Remembers whether the chat window is open
    "hs-messages-is-open" | 30 minutes;
    /// Remembers that you closed the chat’s welcome message
    "hs-messages-hide-welcome-message" | 1 day;
}
