//! Auth0’s sign-in page.

// Read on 2026-11-27:
// - https://auth0.com/docs/manage-users/cookies/authentication-api-cookies
// Durations that these do not give are those of the Open Cookie Database.
// The lifetimes of the sign-in are settings of the tenant.
cookie_decl::export_cookies! {
    /// Auth0’s sign-in page. `host` is the domain of the tenant or the site’s custom domain.
    export auth0;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Auth0 = "Auth0 (Okta, Inc.)" {
        privacy: "https://www.okta.com/privacy-policy/",
        domain: "{host}",
        country: "United States",
    }

    with provider = Auth0 | set_by = "{host}";
    cookie | duration;

    /// Keeps you signed in
    "auth0", "auth0_compat" | unknown;
    /// Remembers a device on which you confirmed who you are
    "auth0-mf", "auth0-mf_compat" | unknown;
    /// Recognises your device to notice attacks on accounts
    "did", "did_compat" | unknown;
    /// Protects forms from requests of other sites
    #[allow(not_a_token, reason = "Auth0 documents the names in this form")]
    "a0_users:sess", "a0_users:sess.sig" | session;
}
