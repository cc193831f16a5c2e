//! GitHub, after `content/site-policy/privacy-policies/github-cookies.md` of `github/docs`: one table of name, provider,
//! description and expiry, which "generally apply on a rolling basis". The page names no categories and no domains.

use cookie_decl::table::Duration;

cookie_decl::declare_cookies! {
    language en;

    /// GitHub cookies
    ///
    /// We tell you how we use your data, how we collect it, and with whom we share it; more is in the
    /// [privacy statement](https://docs.github.com/site-policy/privacy-policies/github-general-privacy-statement).
    ///
    /// Names change, and then this table does too. How to be told is in
    /// [About notifications](https://docs.github.com/account-and-profile/managing-subscriptions-and-notifications-on-github).
    pub(crate) policy for "https://github.com" in crate::github;

    print provider "Provider of cookie" | cookie "Cookie name" | purpose "Description" | duration "Expiration";

    provider GitHub = "GitHub";
    provider HockeyStack = "HockeyStack" { privacy: "https://www.hockeystack.com/legal/privacy-policy", third_party }
    provider Microsoft = "Microsoft" { privacy: "https://privacy.microsoft.com/en-us/privacystatement", third_party }
    provider Adobe = "Adobe" { privacy: "https://www.adobe.com/privacy/policy.html", third_party }
    provider Contentsquare = "Contentsquare" { privacy: "https://go.contentsquare.com/en/tracking-tag-cookies", third_party }
    provider Facebook = "Facebook" { privacy: "https://www.facebook.com/policies/cookies/", third_party }
    provider Fullstory = "Fullstory" { privacy: "https://help.fullstory.com/hc/en-us/articles/360020623394-GDPR-FAQs", third_party }
    provider Google = "Google" { privacy: "https://policies.google.com/privacy", third_party }
    provider LinkedIn = "LinkedIn" { privacy: "https://www.linkedin.com/legal/privacy-policy", third_party }
    provider Quantcast = "Quantcast" { privacy: "https://www.quantcast.com/privacy/", third_party }
    provider Yahoo = "Yahoo" { privacy: "https://policies.yahoo.com/us/en/yahoo/privacy/index.htm?redirect=no", third_party }

    about none;

    cookie | duration;

    /// Cookies of GitHub
    ///
    /// You could not sign in, or work safely, without these.
    category Own: exempt {
        with provider = GitHub;

        /// Keeps the state of the App Manifest flow while you are sent to sign in
        "app_manifest_token" | 5 minutes;
        /// Is the theme that you chose
        "color_mode" | session;
        /// Recognises a device, for security
        "_device_id" | rolling 1 year;
        /// Tells us that you are signed in
        "dotcom_user", "logged_in" | rolling 1 year;
        /// Remembers whether the tree of files was open
        "fileTreeExpanded" | rolling 30 days;
        /// Keeps what you chose about cookies
        CHOICE: Consent = "ghcc" | rolling 180 days;
        /// Keeps the state of the program from page to page, such as the step of a form
        "_gh_ent" | rolling 2 weeks;
        /// Keeps the state of the program from page to page, such as the step of a form
        "_gh_sess" | session;
        /// Shows that who began to sign in at Gist also ended it
        "gist_oauth_csrf" | session "deleted when the state is validated";
        /// Signs you in at Gist, on a host of its own
        "gist_user_session" | rolling 2 weeks;
        /// Keeps a warning away from who was here lately
        "has_recent_activity" | rolling 1 hour;
        /// Shows that a request comes from GitHub
        "__Host-gist_user_session_same_site", "__Host-user_session_same_site" | rolling 2 weeks;
        /// Takes part in installing from the marketplace
        "marketplace_repository_ids", "marketplace_suggested_target_id" | rolling 1 hour;
        /// Manages the session: cached content, access to functions, support requests, our own statistics
        "_octo" | rolling 1 year;
        /// Brings notice that an organisation is being transformed
        "org_transform_notice" | rolling 1 hour;
        /// Signs you in at GitHub Enterprise
        "private_mode_user_session" | rolling 2 weeks;
        with duration = session "until you close the browser or have signed in" {
            /// Links a token of SAML with your browser
            "saml_csrf_token", "saml_csrf_token_legacy" | _;
            /// Keeps the state while you sign in by SAML
            "saml_return_to", "saml_return_to_legacy" | _;
        }
        /// Knows by your region whether to ask about cookies
        "show_cookie_banner" | session;
        /// Shows that who began to sign in elsewhere also ended it
        "social_csrf_token" | rolling 5 minutes;
        /// Shows times in your time zone
        "tz" | session;
        /// Signs you in
        USER_SESSION = "user_session" | rolling 2 weeks;
    }

    /// Cookies of others
    category Others: opt_in {
        with set_by = other;

        with provider = HockeyStack {
            /// Tracks visits to the resource pages
            "HockeyStack_Website_Tracking_Fingerprint" | session "until you close the browser or have signed in";
        }
        with provider = Microsoft {
            /// Is the session of Application Insights
            "ai_session" | rolling 1 year;
            /// Is the visitor of Application Insights
            "ai_user" | rolling 30 minutes;
            /// Watches how fast the site is
            "ANONCHK" | rolling 1 year;
            /// Notes that you want your details kept
            "isFirstSession" | session;
            /// Is a session
            "MSO" | rolling 1 year;
            /// Serves advertising, statistics and operation
            "MC1", "MSFPC" | rolling 1 year;
            /// Checks whether to keep `MUID` for longer
            "MR" | rolling 1 year;
            /// Is the visitor of Bing, for advertising, statistics and operation
            "MUID" | rolling 13 months;
            /// Carries `MUID` between Microsoft's domains
            "SM" | session;
            /// Tracks visits over several sites
            "_uetsid" | rolling 1 year;
            /// Tracks visits over several sites, for Bing Ads
            "_uetvid" | rolling 13 months;
            /// Counts, and spreads the load
            "X-FD-FEATURES", "X-FD-Time" | rolling 1 year;
        }
        with provider = Adobe {
            /// Manages audiences
            "aam_uuid" | rolling 13 months;
            /// Spreads the load of what chooses content for you
            "mboxEdgeCluster" | rolling 13 months;
            /// Tracks what you do here
            "AMCV_EA76ADE95776D2EC7F000101%40AdobeOrg" | rolling 13 months;
            /// Tracks what you do here
            "AMCVS_EA76ADE95776D2EC7F000101%40AdobeOrg" | session;
            /// Counts who becomes a customer
            "at_check" | session;
            /// Is the session of what chooses content for you
            "mbox" | rolling 13 months;
        }
        with provider = Contentsquare {
            /// Is your consent to measurement, a digit from 0 to 3
            "_cs_c" | rolling 13 months;
            /// Measures
            "_cs_cvars" | session;
            /// Is who you are, since when, and how often you came
            "_cs_id" | rolling 13 months;
            /// Counts pages, and knows whether it records
            "_cs_s" | rolling 1 year;
            /// Counts pages or visits
            "__CT_Data" | rolling 1 year;
            /// Measures
            "_CT_RS_", "WRUID" | rolling 1 year;
        }
        with provider = Facebook {
            /// Chooses content and advertising, measures it, and keeps you safe
            "_fbc", "_fbp" | rolling 90 days;
            /// Delivers advertising and measures it
            "fr" | rolling 90 days;
            /// Fits the page to your screen
            "wd" | rolling 7 days;
            /// Notes that you opted out at the Digital Advertising Alliance
            "oo" | rolling 5 years;
        }
        with provider = Fullstory {
            /// Tracks what you do on a page
            "fs_uid" | rolling 1 year;
        }
        with provider = Google {
            /// Tries how well advertising works over several sites
            "_gcl_au" | rolling 90 days;
            /// Is a profile of what interests you
            #[allow(other_quantity, reason = "three ends, one of them a date")]
            "id" | 13 months or 24 months "until 9 November 2030 if you opted out; otherwise 13 months in the EEA and the UK, 24 months elsewhere";
            /// Is a profile of what interests you
            "IDE" | 13 months or 24 months "13 months in the EEA and the UK, 24 months elsewhere";
            /// Tells how you use the site, and which advertising you saw before
            "lsid", "SSID" | rolling 90 days;
            /// Is a profile of what interests you
            "NID", "PREF", "SAPISID" | rolling 90 days;
            /// Tests whether your browser takes cookies
            "test_cookie" | rolling 90 days;
        }
        with provider = LinkedIn {
            /// Recognises your device, against abuse
            "bcookie" | rolling 1 year;
            /// Notes that you proved who you are by two factors
            "bscookie" | rolling 1 year;
            /// Lets advertisers track you over several devices
            "u" | rolling 3 months;
            /// Recognises your browser
            "U" | rolling 3 months;
            /// Shows you advertising that fits
            "UserMatchHistory" | rolling 1 month;
            /// Guards against forged requests
            "JSESSIONID" | session;
            /// Keeps your language there
            "lang" | session;
            /// Picks the data centre
            "lidc" | rolling 24 hours;
            /// Leads you to the database that has what you just wrote
            "sdsc" | session;
            /// Keeps your answer about cookies there
            "li_gc", "li_mc" | rolling 6 months;
            /// Knows when another cookie was matched
            "AnalyticsSyncHistory" | rolling 30 days;
            /// Finds members outside of LinkedIn, for advertising or for statistics
            "lms_ads", "lms_analytics" | rolling 30 days;
            /// Counts who becomes a customer, and finds you again
            "li_fat_id" | rolling 30 days;
            /// Guesses who you are
            "li_sugr" | rolling 90 days;
            /// Notes that who is no member opted out
            "BizographicsOptOutBizographicsOptOut" | rolling 10 years;
            /// Counts who becomes a customer
            "li_giant" | rolling 7 days;
        }
        with provider = Quantcast {
            /// Sorts audiences, for advertising
            "cref" | rolling 13 months;
            /// Sorts audiences, for advertising
            "d" | rolling 3 months;
            /// Tells how the site is used
            "mc" | rolling 13 months;
        }
        with provider = Yahoo {
            /// Serves search and advertising
            "A3" | rolling 1 year;
            /// Sorts you by what you look at, to fit content to you
            "b" | rolling 1 year;
        }
    }
}

#[test]
fn a_lifetime_that_starts_again_is_printed_so() {
    let page = POLICY.page().html();
    assert!(
        page.contains("until 9 November 2030 if you opted out"),
        "{page}"
    );
    assert_eq!(USER_SESSION.duration().max_age(), Some(14 * 86_400));
    assert!(matches!(POLICY.find("oo").unwrap().duration(), Duration::Term(term) if term.rolling));
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.by_provider(Provider::GitHub).count(), 27);
    assert_eq!(POLICY.declarations().len(), 93);
}
