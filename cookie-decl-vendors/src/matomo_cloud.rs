//! Matomo Cloud.

// Read on 2026-11-27:
// - https://matomo.org/faq/general/faq_146/
// - https://developer.matomo.org/guides/tracking-consent
// Not reached on 2026-11-27, read it when you change something:
// - https://matomo.org/matomo-cloud-privacy-policy/
cookie_decl::export_cookies! {
    /// Matomo Cloud. `account` is the first part of its address at `matomo.cloud`, `site` the
    /// number of the site, and `domain` the domain of the cookies, if it is set with
    /// `setCookieDomain`. Before the visitor agrees, it is as with [`matomo`].
    export matomo_cloud;
    last_updated "2026-11-27";
    signals(matomo);
    translation from "locales/{language}.ftl";

    provider MatomoCloud = "Matomo Cloud (InnoCraft Limited)" {
        privacy: "https://matomo.org/matomo-cloud-privacy-policy/",
        domain: "{account}.matomo.cloud",
        domain: "cdn.matomo.cloud",
        country: "New Zealand",
    }

    with provider = MatomoCloud | set_by = script | attributes = Domain="{domain}";
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
