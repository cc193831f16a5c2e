//! Google reCAPTCHA.

// Not reached on 2026-11-27, read it when you change something:
// - https://developers.google.com/recaptcha/docs/faq
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Google reCAPTCHA.
    export recaptcha;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Recaptcha = "reCAPTCHA (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        domain: "www.google.com",
        domain: "www.gstatic.com",
        country: "Ireland",
        third_party,
    }

    with provider = Recaptcha;
    cookie | duration;

    with set_by = "www.google.com" {
        /// Tells people from robots
        "_GRECAPTCHA" | 6 months;
    }
    with set_by = script | storage = local_storage {
        /// Tells people from robots
        "_grecaptcha" | persistent;
    }
    with set_by = "www.google.com" | storage = local_storage {
        /// Tells people from robots
        "rc::a", "rc::f" | persistent;
    }
    with set_by = "www.google.com" | storage = session_storage {
        /// Tells people from robots
        "rc::b", "rc::c" | session;
    }
}
