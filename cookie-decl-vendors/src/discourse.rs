//! A Discourse forum on a server of the site’s own.

// Read on 2026-11-27:
// - https://meta.discourse.org/t/list-of-cookies-used-by-discourse/83690
// `_t` lasts as long as the setting “maximum session age”, by default 1,440 hours.
// `authentication_data` and `dosp` are deleted at the next page.
cookie_decl::export_cookies! {
    /// A Discourse forum on a server of the site’s own.
    export discourse;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    with set_by = other;
    cookie | duration;

    /// Keeps you signed in
    "_t" | 60 days;
    /// Keeps your session from page to page
    "_forum_session" | session;
    /// Leads you to the page that you asked for after you sign in
    "destination_url", "sso_destination_url" | session;
    /// Remembers the steps while you sign in
    "sso_payload", "authentication_data" | session;
    /// Fills in your e-mail address when you sign up
    "email" | session;
    /// Remembers the design that you chose
    "theme_ids", "color_scheme_id", "dark_scheme_id" | 1 year;
    /// Remembers that you dismissed notifications
    "cn" | session;
    /// Tells pages that the server is overloaded
    "dosp" | session;
    /// Remembers the steps while you sign in
    "_bypass_cache" | session;
}
