//! PostHog.

// Read on 2026-11-28:
// - https://posthog.com/docs/libraries/js/persistence
// - posthog-js 1.449.2, which a browser test runs
cookie_decl::export_cookies! {
    /// PostHog. `token` is the project’s API key; `domain` is the site’s domain, on which the
    /// cookies are set.
    export posthog;
    last_updated "2026-11-28";
    translation from "locales/{language}.ftl";

    provider PostHog = "PostHog, Inc." {
        privacy: "https://posthog.com/privacy",
        domain: "us.i.posthog.com",
        domain: "eu.i.posthog.com",
        domain: "us-assets.i.posthog.com",
        domain: "eu-assets.i.posthog.com",
        country: "United States",
        third_party,
    }

    with provider = PostHog;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart
        "ph_{token}_posthog" | 365 days;
    }
    with set_by = script | storage = local_storage {
        /// Stores details of your visit
        "ph_{token}_posthog" | persistent;
        /// Remembers whether you consented to measurement
        "__ph_opt_in_out_{token}" | persistent;
    }
    with set_by = script | storage = session_storage {
        /// Tells browser windows apart
        "ph_{token}_window_id", "ph_{token}_primary_window_exists" | session;
        /// Stores details of your visit
        "ph_{token}_posthog", "ph_{token}_session_registered_properties" | session;
    }
}
