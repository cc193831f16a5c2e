//! PayPal’s buttons and checkout.

// Not reached on 2026-11-27, read it when you change something:
// - https://www.paypal.com/myaccount/privacy/cookiePrefs
// Durations that these do not give are those of the Open Cookie Database.
// PayPal does not publish durations.
cookie_decl::export_cookies! {
    /// PayPal’s buttons and checkout.
    export paypal;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider PayPal = "PayPal (Europe) S.à r.l. et Cie, S.C.A." {
        privacy: "https://www.paypal.com/webapps/mpp/ua/privacy-full",
        domain: "www.paypal.com",
        domain: "www.paypalobjects.com",
        country: "Luxembourg",
        third_party,
    }

    with provider = PayPal;
    cookie | duration;

    with set_by = "paypal.com" {
        /// Protects payments from fraud
        "ts", "ts_c" | 3 years;
        /// Carries out payments
        "nsid", "x-pp-s" | session;
        /// Carries out payments
        "tsrce" | session;
        /// Chooses the data centre that answers you
        "l7_az" | 1 day;
        /// Remembers your settings with this provider
        "enforce_policy" | 1 year;
    }
    with set_by = script | storage = local_storage {
        /// Carries out payments
        "__paypal_storage__" | persistent;
    }
}
