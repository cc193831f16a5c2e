//! Microsoft Advertising, universal event tracking.

// Read on 2026-11-27:
// - https://www.consentstack.io/vendors/microsoft-advertising-uet-tag
// Not reached on 2026-11-27, read it when you change something:
// - https://help.ads.microsoft.com/apex/index/3/en/53056
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Microsoft Advertising, universal event tracking. `domain` is the site’s domain, on which the
    /// cookies are set.
    export microsoft_uet;
    last_updated "2026-11-27";
    signals(uet);
    translation from "locales/{language}.ftl";

    provider MicrosoftAdvertising = "Microsoft Advertising (Microsoft Ireland Operations Limited)" {
        privacy: "https://www.microsoft.com/privacy/privacystatement",
        opt_out: "https://account.microsoft.com/privacy/ad-settings",
        domain: "bat.bing.com",
        domain: "bat.bing.net",
        domain: "c.bing.com",
        country: "Ireland",
        third_party,
    }

    with provider = MicrosoftAdvertising;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Links the pages of one visit
        "_uetsid" | 1 day;
        /// Tells visitors apart to show and measure advertisements
        "_uetvid" | 13 months;
        /// Remembers which advertisement you clicked
        "_uetmsclkid" | 90 days;
    }
    with set_by = script | storage = local_storage {
        /// Links the pages of one visit
        "_uetsid" | persistent;
        /// Tells visitors apart to show and measure advertisements
        "_uetvid" | persistent;
        /// Remembers when other stored data expires
        "_uetsid_exp", "_uetvid_exp" | persistent;
    }
    with set_by = "bing.com" {
        /// Recognises your browser across sites for advertising
        "MUID" | 13 months;
        /// Recognises your browser across sites for advertising
        "MSPTC" | 13 months;
    }
    with set_by = "bat.bing.com" {
        /// Remembers when other stored data expires
        "MR" | 7 days;
    }
}
