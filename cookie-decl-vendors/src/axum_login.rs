//! The crate `axum-login` over `tower-sessions`, with the default settings of both.

// Read on 2026-11-27:
// - https://github.com/maxcountryman/tower-sessions/blob/main/src/service.rs
// Not reached on 2026-11-27, read it when you change something:
// - https://docs.rs/axum-login
cookie_decl::export_cookies! {
    /// The crate `axum-login` over `tower-sessions`, with the default settings of both. `name` is
    /// the name of the cookie, by default `id`.
    export axum_login;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = server | attributes = Secure HttpOnly SameSite=Strict;
    cookie | duration;

    /// Keeps you signed in
    "{name}" | session;
}
