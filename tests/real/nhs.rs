//! The NHS website, after its "Cookies policy" (names and expiry as listed there; `QSI_HistorySession`, and which
//! script sets what, from memory).

use cookie_decl::table::{SetBy, Storage};

cookie_decl::declare_cookies! {
    language en-GB;

    /// Cookies on the NHS website
    ///
    /// Cookies are files that websites save on your phone, tablet or computer.
    ///
    /// They hold information about how you use the site. Some can be switched on and off here.
    pub(crate) policy for "https://www.nhs.uk";

    print cookie "Name" | purpose "Purpose" | duration "Expires";

    provider Nhs = "NHS England";
    provider Adobe = "Adobe Analytics" { privacy: "https://www.adobe.com/privacy.html", domain: "demdex.net", third_party, country: "United States" }
    provider Google = "Google Analytics" { privacy: "https://policies.google.com/privacy", third_party }
    provider Qualtrics = "Qualtrics" { privacy: "https://www.qualtrics.com/privacy-statement/", third_party }

    cookie | duration;

    /// Cookies needed for the NHS website to work
    ///
    /// These make the website secure and keep it up, and cannot be switched off.
    category Necessary: exempt {
        with provider = Nhs;

        /// Guards forms against requests that are forged on other sites
        ".AspNetCore.Antiforgery.{id}" | session;
        /// Keeps what you entered together over several pages
        ".ASPXANONYMOUS" | 69 days;
        /// Remembers what you entered in the quit-smoking tools
        "_smokefree_session", "_tobacco_session" | session;
        with set_by = other {
            /// Keeps your place once you were let through to order a test
            "akavpau_waitingroom" | rolling 10 minutes "up to 10 minutes after you have finished";
            /// Holds you back while no test is to be had
            "akavpwr_waitingroom" | 30 seconds "up to 30 seconds after you have left the waiting page";
            /// Spreads visitors over several servers
            "ARRAffinity", "ARRAffinitySameSite" | session;
        }
        /// Remembers what you chose about cookies
        #[allow(long_consent, reason = "a year, as published; the six months are French advice")]
        CONSENT: Consent = "nhsuk-cookie-consent" | session or 1 year "when you close the browser (no choice made) or 1 year" | attributes = Secure;
    }

    /// Cookies that remember pop-ups
    category PopUps: opt_in {
        with provider = Nhs | set_by = script;

        /// Remembers that you closed the invitation to a survey
        "Banner{number}", "nhsuk-banner-{number}" | 99 days;
    }

    /// Cookies that measure website use
    ///
    /// We only use them if you agree.
    category Analytics: opt_in {
        with set_by = script;

        with provider = Google {
            /// Shows how the pages of our health campaigns are used
            "_ga" | 2 years;
            /// Keeps the measuring servers from being flooded
            "_gat" | 1 day;
            /// Tells visits of one day apart
            "_gid" | 1 day;
        }
        with provider = Adobe {
            /// Tells whether you have used the site before
            "AMCV_{organisation}AdobeOrg" | 2 years;
            /// Marks that your visit has begun
            "AMCVS_{organisation}AdobeOrg" | session;
            /// Notes that older cookies were taken over
            "com.adobe.reactor.dataElementCookiesMigrated" | persistent "until you clear your browser's local storage" | storage = local_storage;
            /// Links visits to several NHS sites
            "demdex" | 180 days | set_by = third_party;
            /// Shows which answers were picked when booking a vaccination
            "nbs_sess" | session;
            /// Tests whether cookies work
            "s_cc" | session;
            /// Tells new visitors from returning ones
            "s_getNewRepeat" | 30 days;
            /// Reads which page you were on before
            "s_ppn" | 1 day;
            /// Shows which link you clicked last
            "s_sq" | session;
        }
        with provider = Qualtrics {
            /// Counts the pages seen before a survey is offered
            "QSI_HistorySession" | session | storage = session_storage;
        }
    }
}

#[test]
fn names_match_their_rows() {
    let antiforgery = POLICY.find(".AspNetCore.Antiforgery.9TtSrW0hzOs").unwrap();
    assert_eq!(antiforgery.category().name(), "Necessary");
    let adobe = POLICY
        .find("AMCV_4A8581745834114C0A495E2B%40AdobeOrg")
        .unwrap();
    assert_eq!(adobe.name(), "AMCV_{organisation}AdobeOrg");
    assert_eq!(adobe.category().name(), "Analytics");
    assert_eq!(
        POLICY
            .find("AMCVS_4A85%40AdobeOrg")
            .unwrap()
            .duration()
            .max_age(),
        None
    );
    assert_eq!(POLICY.find("Banner42").unwrap().category().name(), "PopUps");
    assert!(POLICY.find("Banner").is_none());
}

#[test]
fn storage_and_domains() {
    let migrated = POLICY
        .find("com.adobe.reactor.dataElementCookiesMigrated")
        .unwrap();
    assert_eq!(migrated.storage(), Storage::LocalStorage);
    assert_eq!(
        migrated.duration_text(),
        Some("until you clear your browser's local storage")
    );
    assert_eq!(
        POLICY.find("demdex").unwrap().set_by(),
        SetBy::ThirdParty(Some("demdex.net"))
    );
    assert_eq!(POLICY.find("demdex").unwrap().domain(), Some("demdex.net"));
    assert_eq!(
        POLICY.find("QSI_HistorySession").unwrap().storage(),
        Storage::SessionStorage
    );
}

#[test]
fn the_answer_lasts_a_session_or_a_year() {
    assert_eq!(CONSENT.duration().max_age(), Some(365 * 86_400));
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.categories().len(), 3);
    assert_eq!(POLICY.declarations().len(), 24);
    assert_eq!(POLICY.by_provider(Provider::Adobe).count(), 9);
    assert_eq!(POLICY.introduction().len(), 2);
}
