//! Stripe.js.

// Read on 2026-11-27:
// - https://www.captaincompliance.com/education/__stripe_sid/
// Not reached on 2026-11-27, read it when you change something:
// - https://stripe.com/legal/cookies-policy
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Stripe.js. `domain` is the site’s domain, on which the cookies are set.
    export stripe;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Stripe = "Stripe Payments Europe, Limited" {
        privacy: "https://stripe.com/privacy",
        domain: "js.stripe.com",
        domain: "m.stripe.com",
        domain: "m.stripe.network",
        domain: "api.stripe.com",
        country: "Ireland",
        third_party,
    }

    with provider = Stripe;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Protects payments from fraud
        "__stripe_mid" | 1 year;
        /// Protects payments from fraud
        "__stripe_sid" | 30 minutes;
    }
    with set_by = "m.stripe.com" {
        /// Protects payments from fraud
        "m" | 2 years;
    }
}
