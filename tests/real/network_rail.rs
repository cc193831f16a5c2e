//! A railway, after `www.networkrail.co.uk/footer/cookie-policy/`: the necessary ones of its declaration by Cookiebot,
//! where the provider is often a host.

use cookie_decl::table::{SetBy, Storage};

cookie_decl::declare_cookies! {
    language en-GB;

    /// Cookie policy
    ///
    /// Which small files we keep on your device, what for, and for how long. We review this page often.
    ///
    /// Who we are, and how we treat personal data, is in our [privacy notice](https://www.networkrail.co.uk/footer/privacy-notice/).
    pub(crate) policy for "https://www.networkrail.co.uk" in crate::network_rail;

    last_updated "2026-05-24";

    print cookie "Name" | provider "Provider" | purpose "Purpose" | duration "Maximum storage duration" | storage "Type";

    consent elsewhere "Cookiebot";

    provider NetworkRail = "www.networkrail.co.uk";
    provider Cookiebot = "Cookiebot";
    provider OracleStatic = "static.oracle.com" { domain: "static.oracle.com", third_party }
    provider OracleBuilder = "oic-vbcs-nrln-oic-vb-lrvz8x4ojms2.builder.uk-london-1.ocp.oraclecloud.com" {
        domain: "oic-vbcs-nrln-oic-vb-lrvz8x4ojms2.builder.uk-london-1.ocp.oraclecloud.com", third_party
    }
    provider LinkedIn = "LinkedIn" { domain: "linkedin.com", third_party }
    provider Google = "Google" { domain: "doubleclick.net", third_party }

    /// The cookies that we use
    ///
    /// Your consent is for `www.networkrail.co.uk`.
    section;

    /// Necessary
    ///
    /// Moving between pages and signing in to secure areas do not work without these.
    #[allow(exempt_third_party, reason = "as published: an application of the site runs at these hosts")]
    category Necessary: exempt {
        with set_by = third_party;
        cookie | provider | duration;

        /// Tells people from robots, so that our reports on the site's use are right
        "__cf_bm" | NetworkRail | 1 day | set_by = other;
        /// Delivers the scripts of pages that Oracle hosts
        "_pouch_check_localstorage" | OracleStatic | persistent | storage = local_storage;
        /// Keeps your answer about cookies for this domain
        "CookieConsent" | Cookiebot | 1 year | set_by = script;
        /// Keeps your state from page to page
        "JSESSIONID" | OracleBuilder | session;
        /// Keeps your answer about cookies there
        "li_gc" | LinkedIn | 180 days;
        /// Tests whether your browser takes cookies
        "test_cookie" | Google | 1 day;
        /// Counts the visitors of each hour
        "VBCS_HOURLY_METRICS_{account}" | OracleBuilder | 1 day "until midnight of the day it is created";
    }
}

#[test]
fn a_host_is_a_provider_and_a_domain() {
    let row = POLICY
        .find("VBCS_HOURLY_METRICS_98C023DE3D89445F8DB275E711DBF566")
        .unwrap();
    assert!(
        row.provider()
            .unwrap()
            .title()
            .ends_with("ocp.oraclecloud.com")
    );
    assert!(
        matches!(row.set_by(), SetBy::ThirdParty(Some(domain)) if domain.ends_with("ocp.oraclecloud.com"))
    );
    assert_eq!(
        POLICY.find("_pouch_check_localstorage").unwrap().storage(),
        Storage::LocalStorage
    );
}

#[test]
fn a_link_of_the_introduction_is_one_on_the_page() {
    let notice = "<a href=\"https://www.networkrail.co.uk/footer/privacy-notice/\"";
    assert!(POLICY.page().html().contains(notice));
    assert!(
        POLICY
            .page()
            .markdown()
            .contains("[privacy notice](https://www.networkrail.co.uk/footer/privacy-notice/)")
    );
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 7);
}
