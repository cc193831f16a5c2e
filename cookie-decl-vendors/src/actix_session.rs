//! The crate `actix-session` with its default settings.

// Read on 2026-11-27:
// - https://github.com/actix/actix-extras/blob/master/actix-session/src/config.rs
cookie_decl::export_cookies! {
    /// The crate `actix-session` with its default settings. `name` is the name of the cookie, by
    /// default `id`.
    export actix_session;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = server | attributes = Secure HttpOnly SameSite=Lax;
    cookie | duration;

    /// Keeps your session from page to page
    "{name}" | session;
}
