//! TikTok pixel.

// Not reached on 2026-11-27, read it when you change something:
// - https://ads.tiktok.com/help/article/using-cookies-with-tiktok-pixel
// - https://ads.tiktok.com/help/article/how-to-use-cookies-with-tiktok-pixel
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// TikTok pixel. `domain` is the site’s domain, on which the cookies are set.
    export tiktok;
    last_updated "2026-11-27";
    signals(tiktok);
    translation from "locales/{language}.ftl";

    provider TikTok = "TikTok pixel (TikTok Technology Limited)" {
        privacy: "https://www.tiktok.com/legal/privacy-policy",
        domain: "analytics.tiktok.com",
        country: "Ireland",
        third_party,
    }

    with provider = TikTok;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart to show and measure advertisements
        "_ttp" | 13 months;
        /// Tests whether the browser keeps cookies
        "_tt_enable_cookie" | 13 months;
        /// Links the pages of one visit
        "ttcsid", "ttcsid_{pixel}" | unknown;
        /// Remembers which advertisement you clicked
        "ttclid" | unknown;
    }
    with set_by = script | storage = session_storage {
        /// Links the pages of one visit
        "tt_sessionId" | session;
        /// Stores details of your visit
        "tt_appInfo" | session;
        /// Stores details of your visit
        "tt_pixel_session_index" | session;
    }
    with set_by = "tiktok.com" {
        /// Recognises your browser across sites for advertising
        "_ttp" | 13 months;
    }
}
