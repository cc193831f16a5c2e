//! Optimizely Web Experimentation.

// Not reached on 2026-11-27, read it when you change something:
// - https://support.optimizely.com/hc/en-us/articles/4410284260365-Cookies-and-localStorage-in-snippets
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Optimizely Web Experimentation. `domain` is the site’s domain, on which the cookies are set.
    export optimizely;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Optimizely = "Optimizely North America Inc." {
        privacy: "https://www.optimizely.com/legal/privacy-notice/",
        opt_out: "https://www.optimizely.com/legal/opt-out/",
        domain: "cdn.optimizely.com",
        domain: "logx.optimizely.com",
        country: "United States",
        third_party,
    }

    with provider = Optimizely;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart in experiments
        "optimizelyEndUserId" | 6 months;
        /// Keeps you out of experiments
        "optimizelyOptOut" | 10 years;
        /// Carries data of an experiment to the page that you are sent to
        "optimizelyRedirectData" | 5 seconds;
        /// Finds the domain for which the site can set cookies
        "optimizelyDomainTestCookie" | 6 months;
    }
    with set_by = script | storage = local_storage {
        /// Stores data of experiments
        "optimizely_data{key}" | persistent;
    }
}
