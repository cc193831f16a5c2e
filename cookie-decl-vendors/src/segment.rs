//! Twilio Segment, Analytics.js 2.

// Not reached on 2026-11-27, read it when you change something:
// - https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/cookie-validity-update/
// Run on 2026-11-28 by a browser test: @segment/analytics-next 1.84.3.
// The Open Cookie Database lists the first three under Trustpilot, with the same durations.
cookie_decl::export_cookies! {
    /// Twilio Segment, Analytics.js 2. `domain` is the site’s domain, on which the cookies are set.
    export segment;
    last_updated "2026-11-28";
    translation from "locales/{language}.ftl";

    provider Segment = "Segment (Twilio Inc.)" {
        privacy: "https://www.twilio.com/en-us/legal/privacy",
        domain: "cdn.segment.com",
        domain: "api.segment.io",
        country: "United States",
        third_party,
    }

    with provider = Segment;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "ajs_anonymous_id" | 1 year;
        /// Recognises you in the statistics after you signed in
        "ajs_user_id" | 1 year;
        /// Recognises in the statistics which organisation you belong to
        "ajs_group_id" | 1 year;
        /// Links the pages of one visit
        "analytics_session_id" | 1 year;
    }
    with set_by = script | storage = local_storage {
        /// Tells visitors apart
        "ajs_anonymous_id" | persistent;
        /// Recognises you in the statistics after you signed in
        "ajs_user_id" | persistent;
        /// Recognises in the statistics which organisation you belong to
        "ajs_group_id" | persistent;
        /// Stores what the site tells the service about you
        "ajs_user_traits", "ajs_group_properties" | persistent;
        /// Keeps data until it has been sent to the provider
        "persisted-queue:{queue}" | persistent;
    }
}
