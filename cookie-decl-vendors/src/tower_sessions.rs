//! The crate `tower-sessions` with its default settings.

// Read on 2026-11-27:
// - https://github.com/maxcountryman/tower-sessions/blob/main/src/service.rs
cookie_decl::export_cookies! {
    /// The crate `tower-sessions` with its default settings. `name` is the name of the cookie, by
    /// default `id`.
    export tower_sessions;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = server | attributes = Secure HttpOnly SameSite=Strict;
    cookie | duration;

    /// Keeps your session from page to page
    "{name}" | session;
}
