//! Matomo on a server of the site’s own.

// Read on 2026-11-27:
// - https://matomo.org/faq/general/faq_146/
// - https://developer.matomo.org/guides/tracking-consent
cookie_decl::export_cookies! {
    /// Matomo on a server of the site’s own. `site` is the number of the site in Matomo; `domain`
    /// is the domain of the cookies, if it is set with `setCookieDomain`. A site with
    /// `disableCookies` includes [`matomo_cookieless`] instead. Matomo sends nothing before the
    /// visitor agrees; a site that counts without cookies before writes `signals(matomo_cookies)`
    /// into the gate.
    export matomo;
    last_updated "2026-11-27";
    signals(matomo);
    translation from "locales/{language}.ftl";

    with set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Tells visitors apart
    "_pk_id.{site}.{hash}" | 13 months;
    /// Links the pages of one visit
    "_pk_ses.{site}.{hash}" | rolling 30 minutes;
    /// Remembers how you came to the site
    "_pk_ref.{site}.{hash}" | 6 months;
    /// Stores details of your visit
    "_pk_cvar.{site}.{hash}" | 30 minutes;
    /// Records how you use a page
    "_pk_hsr.{site}.{hash}" | 30 minutes;
    /// Tests whether the browser keeps cookies
    "_pk_testcookie.{hash}" | session;
}
