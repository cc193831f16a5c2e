//! A private cookie of Rocket with the default settings.

// Not reached on 2026-11-27, read it when you change something:
// - https://api.rocket.rs/v0.5/rocket/http/struct.CookieJar
// - https://api.rocket.rs/v0.5/rocket/response/struct.Flash
cookie_decl::export_cookies! {
    /// A private cookie of Rocket with the default settings. `name` is its name.
    export rocket_private;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = server | attributes = HttpOnly SameSite=Strict;
    cookie | duration;

    /// Stores data that only the server can read
    "{name}" | 1 week;
}
