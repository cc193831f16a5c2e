//! Adyen’s Drop-in and Components.

// Read on 2026-11-27:
// - https://www.consentstack.io/vendors/adyen
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Adyen’s Drop-in and Components. `domain` is the site’s domain, on which the cookies are set.
    export adyen;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Adyen = "Adyen N.V." {
        privacy: "https://www.adyen.com/policies-and-disclaimer/privacy-policy",
        domain: "checkoutshopper-live.adyen.com",
        domain: "checkoutanalytics-live.adyen.com",
        country: "Netherlands",
        third_party,
    }

    with provider = Adyen;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Protects payments from fraud
        "_rp_uid" | 30 days;
    }
    with set_by = script | storage = session_storage {
        /// Carries out payments
        "adyen-checkout__session" | session;
    }
}
