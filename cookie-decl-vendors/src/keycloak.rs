//! A Keycloak server of the site’s own.

// Read on 2026-11-27:
// - https://github.com/keycloak/keycloak: server-spi-private/src/main/java/org/keycloak/cookie/CookieType.java
// Not reached on 2026-11-27, read it when you change something:
// - https://www.keycloak.org/docs/latest/server_admin/
// Durations that these do not give are those of the Open Cookie Database.
// `KC_AUTH_SESSION` is called `KC_AUTH_SESSION_HASH` by other releases.
// `KEYCLOAK_SESSION` lasts as long as the realm’s longest session, by default 10 hours. With
// “remember me”, `KEYCLOAK_IDENTITY` does as well.
cookie_decl::export_cookies! {
    /// A Keycloak server of the site’s own. Its cookies are set for the path of the realm.
    export keycloak;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = other;
    cookie | duration;

    /// Remembers the steps while you sign in
    "AUTH_SESSION_ID" | session;
    /// Remembers the steps while you sign in
    "KC_RESTART" | session;
    /// Remembers the steps while you sign in
    "KC_AUTH_SESSION", "KC_AUTH_SESSION_HASH" | 1 minute;
    /// Keeps you signed in
    "KEYCLOAK_IDENTITY" | session;
    /// Tells pages whether you are signed in
    "KEYCLOAK_SESSION" | 10 hours;
    /// Remembers your user name for the next time you sign in
    "KEYCLOAK_REMEMBER_ME" | 1 year;
    /// Remembers your language
    "KEYCLOAK_LOCALE" | session;
    /// Protects forms from requests of other sites
    "KC_STATE_CHECKER" | session;
}
