//! Microsoft Clarity.

// Read on 2026-11-28:
// - https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list (on 2026-11-27)
// - clarity-js 0.8.70, which a browser test runs
// The page has no durations. These are seen in browsers and agree with what sites publish.
cookie_decl::export_cookies! {
    /// Microsoft Clarity. `domain` is the site’s domain, on which the cookies are set. A site that
    /// also grants advertising writes `signals(clarity_ads)` into the gate.
    export microsoft_clarity;
    last_updated "2026-11-28";
    signals(clarity_analytics);
    translation from "locales/{language}.ftl";

    provider MicrosoftClarity = "Microsoft Clarity (Microsoft Ireland Operations Limited)" {
        privacy: "https://www.microsoft.com/privacy/privacystatement",
        domain: "www.clarity.ms",
        domain: "c.clarity.ms",
        domain: "scripts.clarity.ms",
        domain: "c.bing.com",
        country: "Ireland",
        third_party,
    }

    with provider = MicrosoftClarity;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "_clck" | 1 year;
        /// Links the pages of a visit to one recording of how the site is used
        "_clsk" | 1 day;
    }
    with set_by = script | storage = session_storage {
        /// Tells browser windows apart
        "_cltk" | session;
    }
    with set_by = "www.clarity.ms" {
        /// Tells visitors apart
        "CLID" | 1 year;
    }
    with set_by = "clarity.ms" {
        /// Recognises your browser across sites for advertising
        "MUID" | 13 months;
    }
    with set_by = "c.clarity.ms" {
        /// Remembers when other stored data expires
        "MR" | 7 days;
        /// Matches your browser with an account or a profile for advertising
        "SM" | session;
        /// Matches your browser with an account or a profile for advertising
        "ANONCHK" | 10 minutes;
    }
}
