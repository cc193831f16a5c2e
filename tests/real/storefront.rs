//! A shop on Shopify, composed from several sources: the platform's list of first-party cookies as
//! merchants publish it, two rows of the shop's own (`cookie_choice`, `wishlist`), and the tags
//! that such a shop loads, with the lifetimes and domains that their makers publish. Cookies, web
//! storage, databases and pixels.

use cookie_decl::table::{SetBy, Storage};

cookie_decl::declare_cookies! {
    language en;

    /// Cookie policy
    ///
    /// What this shop and its partners store on your device, for how long, and what for.
    pub(crate) policy for "https://shop.example" in crate::storefront;

    print cookie "Name" | provider "Provider" | purpose "Function" | duration "Duration" | storage "Type" | party "First or third party";

    provider Shop = "This shop";
    provider Shopify = "Shopify" { privacy: "https://www.shopify.com/legal/privacy", domain: "shopify.com", third_party, country: "Canada" }
    provider Stripe = "Stripe" { privacy: "https://stripe.com/privacy", domain: "m.stripe.com", third_party, country: "United States" }
    provider Cloudflare = "Cloudflare" { privacy: "https://www.cloudflare.com/privacypolicy/", third_party, country: "United States" }
    provider Recaptcha = "Google reCAPTCHA" { privacy: "https://policies.google.com/privacy", domain: "www.google.com", third_party, country: "United States" }
    provider GoogleAnalytics = "Google Analytics" { privacy: "https://policies.google.com/privacy", third_party, country: "United States" }
    provider GoogleAds = "Google Ads" { privacy: "https://policies.google.com/privacy", domain: "doubleclick.net", third_party, country: "United States" }
    provider YouTube = "YouTube" { privacy: "https://policies.google.com/privacy", domain: "youtube.com", third_party, country: "United States" }
    provider LinkedIn = "LinkedIn" { privacy: "https://www.linkedin.com/legal/privacy-policy", domain: "linkedin.com", third_party, country: "Ireland" }
    provider Meta = "Meta" { privacy: "https://www.facebook.com/privacy/policy/", domain: "facebook.com", third_party, country: "Ireland" }
    provider TikTok = "TikTok" { privacy: "https://www.tiktok.com/legal/privacy-policy", domain: "tiktok.com", third_party, country: "Ireland" }
    provider Hotjar = "Hotjar" { privacy: "https://www.hotjar.com/legal/policies/privacy/", third_party, country: "Malta" }
    provider Klaviyo = "Klaviyo" { privacy: "https://www.klaviyo.com/legal/privacy", third_party, country: "United States" }
    provider Vimeo = "Vimeo" { privacy: "https://vimeo.com/privacy", domain: "vimeo.com", third_party, country: "United States" }
    provider Xandr = "Xandr" { privacy: "https://about.ads.microsoft.com/en-us/solutions/xandr/platform-privacy-policy", domain: "adnxs.com", third_party }

    cookie | duration;

    /// Necessary
    ///
    /// The basket, the checkout and signing in do not work without these.
    #[allow(exempt_too_long, exempt_third_party, reason = "as the platform and its payment service publish them")]
    category Necessary: exempt {
        with provider = Shopify | set_by = other;

        /// Keeps the administrator's bar away from visitors
        "_ab" | 2 years;
        /// Keeps your way through the checkout together
        "_secure_session_id" | 24 hours;
        /// Remembers the country that was found for you
        "_shopify_country" | session;
        /// Keeps your privacy settings
        "_shopify_m" | 1 year;
        /// Keeps your privacy settings
        "_shopify_tm" | 30 minutes;
        /// Keeps your privacy settings
        "_shopify_tw" | 2 weeks;
        /// Helps to update your customer account
        "_storefront_u" | 1 minute;
        /// Keeps what you decided about tracking
        "_tracking_consent" | 1 year;
        /// Is part of the checkout
        "c", "checkout_token", "previous_step", "remember_me", "shopify_pay", "tracked_start_checkout" | 1 year;
        /// Holds your basket
        "cart", "cart_currency", "cart_ver" | 2 weeks;
        /// Guards your basket against changes
        "cart_sig", "cart_ts" | 2 weeks;
        /// Is part of the checkout
        "checkout" | 4 weeks;
        /// Remembers that fast payment was offered
        "dynamic_checkout_shown_on_cart" | 30 minutes;
        /// Is part of the checkout
        "hide_shopify_pay_for_checkout", "checkout_one_experiment" | session;
        /// Adapts the shop to where you are
        "keep_alive" | 2 weeks;
        /// Recognises the merchant's device
        "master_device_id" | 2 years;
        /// Recognises you as a customer
        "secure_customer_sig" | 20 years;
        /// Leads you to fast payment
        "shopify_pay_redirect" | 30 minutes or 3 weeks or 1 year "30 minutes, 3 weeks or 1 year, depending on the value";
        /// Opens the shop to those who have its password
        "storefront_digest" | 2 years;
        /// Finds your checkout again
        "checkout_session_lookup", "checkout_session_token_{token}" | 3 weeks;
        /// Guards your signing in
        "identity-state", "identity-state-{token}" | 24 hours;

        /// Remembers what you chose about cookies
        CHOICE: Consent = "cookie_choice" | 6 months | provider = Shop | set_by = server;
        /// Remembers the basket while you are offline
        "wishlist" | persistent | provider = Shop | set_by = script | storage = local_storage;

        with provider = Stripe | set_by = script {
            /// Tells payments from fraud
            "__stripe_mid" | 1 year;
            /// Tells payments from fraud
            "__stripe_sid" | 30 minutes;
            /// Tells which device pays
            "m" | 2 years | set_by = third_party;
        }
        with provider = Cloudflare | set_by = other {
            /// Tells people from robots
            "__cf_bm" | rolling 30 minutes;
            /// Tells people from robots
            "__cf_bm" | rolling 30 minutes | set_by = "vimeo.com";
            /// Tells people from robots
            "__cf_bm" | rolling 30 minutes | set_by = "klaviyo.com";
            /// Tells visitors at one address apart
            "_cfuvid" | session | set_by = "vimeo.com";
            /// Remembers that you passed a check
            "cf_clearance" | 30 minutes or 1 year "as long as the site's operator sets, 30 minutes by default";
        }
        with provider = Recaptcha | set_by = script {
            /// Tells people from robots
            "_GRECAPTCHA" | 6 months | set_by = third_party;
            /// Tells people from robots
            "rc::a", "rc::f" | persistent | storage = local_storage;
            /// Tells people from robots
            "rc::b", "rc::c" | session | storage = session_storage;
        }
    }

    /// Statistics
    ///
    /// Show us what is read and bought.
    category Statistics: opt_in(consent_mode(analytics_storage)) {
        with set_by = script;

        with provider = Shopify {
            /// Shows where you came from
            "_landing_page", "_orig_referrer" | 2 weeks;
            /// Counts visitors
            "_shopify_y" | 1 year;
            /// Counts visits
            "_shopify_s", "_shopify_sa_p", "_shopify_sa_t" | 30 minutes;
            /// Counts visitors
            "_s" | 30 minutes;
            /// Counts visitors
            "_y" | 1 year;
        }
        with provider = GoogleAnalytics {
            /// Tells visitors apart
            "_ga" | 2 years;
            /// Keeps the state of a visit
            "_ga_{container}" | 2 years;
            /// Tells the visitors of a day apart
            "_gid" | 24 hours;
            /// Slows down the reports
            "_gat", "_gat_{tracker}", "_dc_gtm_{property}" | 1 minute;
            /// Reports the visit
            "collect" | session | storage = pixel | set_by = "google-analytics.com";
        }
        with provider = Hotjar {
            /// Recognises you on your next visit
            "_hjSessionUser_{site}" | 365 days;
            /// Keeps the data of this visit
            "_hjSession_{site}" | rolling 30 minutes;
            /// Knows whether what is stored of you is current
            "_hjHasCachedUserAttributes" | session;
            /// Knows when something of you changed
            "_hjUserAttributesHash" | rolling 2 minutes "2 minutes, extended every 30 seconds";
            /// Stores what is known of you
            "_hjUserAttributes" | persistent "no expiry" | storage = local_storage;
            /// Stores the size of your screen
            "hjViewportId" | session | storage = session_storage;
            /// Tests whether local storage works
            "_hjLocalStorageTest" | 1 second "under 100 milliseconds" | storage = local_storage;
            /// Finds the widest domain that a cookie may have
            "_hjTLDTest" | session;
            /// Is the current state of a recording
            "_hjRecordingLastActivity" | session | storage = session_storage;
        }
    }

    /// Marketing
    ///
    /// Show you what you looked at on other sites, and count whether that helped.
    category Marketing: opt_in(gpc, consent_mode(ad_storage, ad_user_data, ad_personalization), tcf(1, 2, 3, 4, 7)) {
        with set_by = third_party;

        with provider = GoogleAds {
            /// Counts what you do after an advertisement
            "IDE" | 13 months;
            /// Tests whether cookies work
            "test_cookie" | 15 minutes;
            /// Keeps your search preferences
            "NID" | 6 months | set_by = "google.com";
            /// Remembers your click on an advertisement
            "_gcl_au", "_gcl_aw", "_gac_{property}" | 90 days | set_by = script;
            /// Puts you on a list of those interested
            "pagead/1p-user-list/{list}" | session | storage = pixel | set_by = "google.com";
        }
        with provider = YouTube {
            /// Estimates your bandwidth
            "VISITOR_INFO1_LIVE" | 180 days;
            /// Keeps your answer about cookies there
            "VISITOR_PRIVACY_METADATA" | 180 days;
            /// Counts which videos are seen
            "YSC" | session;
            /// Rolls new functions out
            "__Secure-ROLLOUT_TOKEN" | 180 days;
            /// Guards against fraud
            "__Secure-YEC" | 13 months;
            /// Keeps the settings of the player
            "yt-remote-device-id", "yt-remote-connected-devices", "ytidb::LAST_RESULT_ENTRY_KEY" | persistent | storage = local_storage;
            /// Keeps the settings of the player
            "yt-remote-session-app", "yt-remote-session-name", "yt-remote-cast-installed" | session | storage = session_storage;
            /// Logs how the player is used
            "LogsDatabaseV2:V{user}||LogsRequestsStore", "ServiceWorkerLogsDatabase#SWHealthLog" | persistent | storage = indexed_db;
        }
        with provider = LinkedIn {
            /// Recognises your browser
            "bcookie" | 1 year;
            /// Recognises your browser, securely
            "bscookie" | 1 year | set_by = "www.linkedin.com";
            /// Keeps your answer about cookies there
            "li_gc" | 6 months;
            /// Picks the data centre
            "lidc" | 24 hours;
            /// Keeps your language
            "lang" | session;
            /// Keeps your language
            "lang" | session | set_by = "ads.linkedin.com";
            /// Matches you with its members
            "li_sugr" | 3 months;
            /// Matches you with its members
            "UserMatchHistory", "AnalyticsSyncHistory" | 30 days;
            /// Guards against forged requests
            "JSESSIONID" | session | set_by = "www.linkedin.com";
            /// Tells whether you are signed in there
            "li_at" | 1 year | set_by = "www.linkedin.com";
            /// Tells whether you are signed in there
            "liap" | 1 year;
        }
        with provider = Meta {
            /// Recognises your browser for advertisements
            "_fbp" | 3 months | set_by = script;
            /// Remembers your click on an advertisement
            "_fbc" | 3 months | set_by = script;
            /// Shows you advertisements
            "fr" | 3 months;
            /// Reports what you look at
            "tr" | session | storage = pixel;
        }
        with provider = TikTok {
            /// Measures advertisements
            "_ttp" | 13 months;
            /// Measures advertisements
            "_ttp" | 13 months | set_by = script;
            /// Is the state of the visit
            "tt_appInfo", "tt_sessionId", "tt_pixel_session_index" | session | set_by = script | storage = session_storage;
        }
        with provider = Klaviyo {
            /// Links your visit to our letters
            "__kla_id" | 2 years | set_by = script;
        }
        with provider = Vimeo {
            /// Counts which videos are seen
            "vuid" | 2 years;
        }
        with provider = Xandr {
            /// Whatever the auction of advertisements stores
            any | unknown "see the policy of the provider";
        }
    }
}

#[test]
fn names_match_their_rows() {
    let row = POLICY.find("_ga_ABC123").unwrap();
    assert_eq!(
        (row.name(), row.category().name()),
        ("_ga_{container}", "Statistics")
    );
    assert_eq!(
        POLICY
            .find("pagead/1p-user-list/980891242")
            .unwrap()
            .storage(),
        Storage::Pixel
    );
    let logs = POLICY
        .find("LogsDatabaseV2:V1a2b||LogsRequestsStore")
        .unwrap();
    assert_eq!(
        (logs.storage(), logs.provider().unwrap().name()),
        (Storage::IndexedDb, "YouTube")
    );
    assert_eq!(
        POLICY.find("identity-state-42").unwrap().name(),
        "identity-state-{token}"
    );
    assert_eq!(
        POLICY.find("_hjSession_12").unwrap().duration().max_age(),
        Some(1800)
    );
}

#[test]
fn one_name_on_several_domains() {
    let domains: Vec<_> = POLICY
        .find_all("__cf_bm")
        .map(cookie_decl::Declaration::domain)
        .collect();
    assert_eq!(domains, [None, Some("vimeo.com"), Some("klaviyo.com")]);
    assert_eq!(POLICY.find_all("lang").count(), 2);
    assert_eq!(
        POLICY
            .find_all("_ttp")
            .map(cookie_decl::Declaration::set_by)
            .collect::<Vec<_>>(),
        [SetBy::Script, SetBy::ThirdParty(Some("tiktok.com"))]
    );
}

#[test]
fn the_domains_of_third_parties() {
    let mut domains: Vec<_> = POLICY
        .declarations()
        .iter()
        .filter_map(|row| match row.set_by() {
            SetBy::ThirdParty(domain) => domain,
            _ => None,
        })
        .collect();
    domains.sort_unstable();
    domains.dedup();
    assert_eq!(
        domains,
        [
            "adnxs.com",
            "ads.linkedin.com",
            "doubleclick.net",
            "facebook.com",
            "google-analytics.com",
            "google.com",
            "klaviyo.com",
            "linkedin.com",
            "m.stripe.com",
            "tiktok.com",
            "vimeo.com",
            "www.google.com",
            "www.linkedin.com",
            "youtube.com"
        ]
    );
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.categories().len(), 3);
    assert_eq!(POLICY.declarations().len(), 115);
    assert_eq!(Category::Marketing.info().tcf(), [1, 2, 3, 4, 7]);
    assert_eq!(
        POLICY
            .find("shopify_pay_redirect")
            .unwrap()
            .duration()
            .max_age(),
        Some(365 * 86_400)
    );
}
