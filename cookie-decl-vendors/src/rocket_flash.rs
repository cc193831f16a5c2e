//! Rocket’s flash messages.

// Read on 2026-11-27:
// - https://github.com/rwf2/Rocket: core/lib/src/response/flash.rs (an earlier release)
// Not reached on 2026-11-27, read it when you change something:
// - https://api.rocket.rs/v0.5/rocket/http/struct.CookieJar
// - https://api.rocket.rs/v0.5/rocket/response/struct.Flash
cookie_decl::export_cookies! {
    /// Rocket’s flash messages.
    export rocket_flash;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = server | attributes = SameSite=Strict;
    cookie | duration;

    /// Shows a message once, on the next page
    "_flash" | 5 minutes;
}
