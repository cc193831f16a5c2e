//! Hotjar.

// Read on 2026-11-27:
// - https://angleplc.com/cookies-declaration (Hotjar’s list, quoted)
// - https://careerswales.gov.wales/node/785 (Hotjar’s list, quoted)
// Not reached on 2026-11-27, read it when you change something:
// - https://help.hotjar.com/hc/en-us/articles/6952777582999
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Hotjar. `site` is the number of the site at Hotjar; `domain` is the site’s domain, on which
    /// the cookies are set.
    export hotjar;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Hotjar = "Hotjar Limited" {
        privacy: "https://www.hotjar.com/legal/policies/privacy/",
        opt_out: "https://www.hotjar.com/policies/do-not-track/",
        domain: "static.hotjar.com",
        domain: "script.hotjar.com",
        domain: "vars.hotjar.com",
        domain: "hotjar.io",
        country: "Malta",
        third_party,
    }

    with provider = Hotjar;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "_hjSessionUser_{site}" | 365 days;
        /// Links the pages of one visit
        "_hjSession_{site}" | rolling 30 minutes;
        /// Checks whether data stored about you is up to date
        "_hjHasCachedUserAttributes" | session;
        /// Checks whether data stored about you is up to date
        "_hjUserAttributesHash" | 2 minutes;
        /// Tests whether the browser keeps cookies
        "_hjCookieTest" | session;
        /// Finds the domain for which the site can set cookies
        "_hjTLDTest" | session;
        /// Remembers that you answered a survey
        "_hjDonePolls" | 365 days;
        /// Remembers that you closed an invitation to a survey
        "_hjClosedSurveyInvites" | 365 days;
        /// Remembers that you made a window of the service smaller
        "_hjMinimizedPolls", "_hjShownFeedbackMessage" | 365 days;
    }
    with set_by = script | storage = local_storage {
        /// Stores what the site tells the service about you
        "_hjUserAttributes" | persistent;
        /// Tells browser windows apart
        "hjActiveViewportIds" | persistent;
    }
    with set_by = script | storage = session_storage {
        /// Stores the size of the browser window
        "hjViewportId" | session;
    }
}
