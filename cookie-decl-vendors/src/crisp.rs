//! Crisp chat.

// Read on 2026-11-27:
// - https://help.crisp.chat/en/article/crisp-cookie-policy-1147xor/
// - https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/cookie-policies/
cookie_decl::export_cookies! {
    /// Crisp chat. `website` is the ID of the website at Crisp; `domain` is the site’s domain, on
    /// which the cookies are set.
    export crisp;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Crisp = "Crisp IM SAS" {
        privacy: "https://crisp.chat/en/privacy/",
        domain: "client.crisp.chat",
        domain: "client.relay.crisp.chat",
        domain: "image.crisp.chat",
        country: "France",
        third_party,
    }

    with provider = Crisp | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Shows your conversation again on the next page
    "crisp-client%2Fsession%2F{website}" | rolling 6 months;
}
