//! Intercom Messenger.

// Read on 2026-11-27:
// - https://www.intercom.com/help/en/articles/2361922-intercom-messenger-cookies
cookie_decl::export_cookies! {
    /// Intercom Messenger. `app` is the ID of the workspace; `domain` is the site’s domain, on
    /// which the cookies are set.
    export intercom;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Intercom = "Intercom R&D Unlimited Company" {
        privacy: "https://www.intercom.com/legal/privacy",
        domain: "widget.intercom.io",
        domain: "js.intercomcdn.com",
        domain: "api-iam.intercom.io",
        domain: "nexus-websocket-a.intercom.io",
        country: "Ireland",
        third_party,
    }

    with provider = Intercom | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Recognises you in the chat
    "intercom-id-{app}" | 9 months;
    /// Shows your conversation again on the next page
    "intercom-session-{app}" | rolling 1 week;
    /// Protects the service from abuse
    "intercom-device-id-{app}" | rolling 9 months;
}
