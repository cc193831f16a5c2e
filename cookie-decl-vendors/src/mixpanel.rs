//! Mixpanel.

// Read on 2026-11-28:
// - https://app.unpkg.com/mixpanel-browser@2.67.0/files/src/mixpanel-persistence.js
// - mixpanel-browser 2.83.0, which a browser test runs
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Mixpanel. `token` is the token of the project; `domain` is the site’s domain, on which the
    /// cookies are set.
    export mixpanel;
    last_updated "2026-11-28";
    translation from "locales/{language}.ftl";

    provider Mixpanel = "Mixpanel, Inc." {
        privacy: "https://mixpanel.com/legal/privacy-policy/",
        opt_out: "https://mixpanel.com/optout/",
        domain: "cdn.mxpnl.com",
        domain: "api-js.mixpanel.com",
        country: "United States",
        third_party,
    }

    with provider = Mixpanel;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "mp_{token}_mixpanel" | 1 year;
    }
    with set_by = script | storage = local_storage {
        /// Remembers whether you consented to measurement
        "__mp_opt_in_out_{token}" | persistent;
        /// Keeps data until it has been sent to the provider
        "__mpq_{token}_{queue}", "__mprec_{recording}" | persistent;
    }
    with set_by = script | storage = session_storage {
        /// Tells browser windows apart
        "mp_tab_id_mixpanel_{token}", "mp_gen_new_tab_id_mixpanel_{token}" | session;
    }
    with set_by = script | storage = indexed_db {
        /// Keeps data until it has been sent to the provider
        "mixpanelBrowserDb" | persistent;
        /// Decides which new features you see
        "mixpanelFlagsDb" | persistent;
    }
}
