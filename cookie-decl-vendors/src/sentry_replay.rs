//! Sentry with Session Replay.

// Read on 2026-11-27:
// - getsentry/sentry-javascript: `REPLAY_SESSION_KEY`
// Not reached on 2026-11-27, read it when you change something:
// - https://docs.sentry.io/platforms/javascript/session-replay/
cookie_decl::export_cookies! {
    /// Sentry with Session Replay.
    export sentry_replay;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Sentry = "Sentry (Functional Software, Inc.)" {
        privacy: "https://sentry.io/privacy/",
        domain: "browser.sentry-cdn.com",
        domain: "js.sentry-cdn.com",
        domain: "ingest.sentry.io",
        country: "United States",
    }

    with provider = Sentry | set_by = script | storage = session_storage;
    cookie | duration;

    /// Links the pages of a visit to one recording of how the site is used
    "sentryReplaySession" | session;
}
