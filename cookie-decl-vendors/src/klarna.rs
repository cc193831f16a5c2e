//! Klarna’s on-site messaging and payments.

// Read on 2026-11-27:
// - https://docs.klarna.com/on-site-messaging/faq/
// Klarna does not publish durations.
cookie_decl::export_cookies! {
    /// Klarna’s on-site messaging and payments. `domain` is the site’s domain, on which the cookies
    /// are set.
    export klarna;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Klarna = "Klarna Bank AB" {
        privacy: "https://www.klarna.com/international/privacy-policy/",
        domain: "klarnaservices.com",
        domain: "klarnacdn.net",
        domain: "klarna.com",
        country: "Sweden",
        third_party,
    }

    with provider = Klarna;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Recognises you to show suitable ways to pay
        "ku1-vid" | unknown;
        /// Recognises you to show suitable ways to pay
        "ku1-sid" | unknown;
    }
    with set_by = "klarnaservices.com" {
        /// Recognises you to show suitable ways to pay
        "ku3-vid" | unknown;
    }
}
