//! What Matomo’s own opt-out and consent functions store.

// Read on 2026-11-27:
// - https://matomo.org/faq/general/faq_146/
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// What Matomo’s own opt-out and consent functions store. `domain` is as in [`matomo`].
    export matomo_opt_out;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Remembers whether you consented to measurement
        "mtm_consent", "mtm_cookie_consent" | 30 years;
        /// Remembers that you do not want your visits to be measured
        "mtm_consent_removed" | 30 years;
    }
    with set_by = other {
        /// Remembers that you do not want your visits to be measured
        "matomo_ignore" | 30 years;
        /// Protects forms from requests of other sites
        "matomo_sessid" | 14 days;
    }
}
