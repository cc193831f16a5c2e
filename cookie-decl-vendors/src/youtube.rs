//! YouTube, embedded from `www.youtube.com`.

// Read on 2026-11-27:
// - https://policies.google.com/technologies/cookies
// Durations that these do not give are those of the Open Cookie Database.
// The names in other storage were seen in browsers; Google does not document them.
cookie_decl::export_cookies! {
    /// YouTube, embedded from `www.youtube.com`.
    export youtube;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider YouTube = "YouTube (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        opt_out: "https://myadcenter.google.com/",
        domain: "www.youtube.com",
        domain: "i.ytimg.com",
        domain: "googlevideo.com",
        domain: "yt3.ggpht.com",
        domain: "www.google.com",
        domain: "www.gstatic.com",
        domain: "fonts.gstatic.com",
        domain: "jnn-pa.googleapis.com",
        domain: "googleads.g.doubleclick.net",
        country: "Ireland",
        third_party,
    }

    with provider = YouTube;
    cookie | duration;

    with set_by = "youtube.com" {
        /// Makes sure that requests come from you and not from another site
        "YSC" | session;
        /// Remembers settings of the player and helps to find its faults
        "VISITOR_INFO1_LIVE" | 6 months;
        /// Remembers what you chose about the cookies of this provider
        "VISITOR_PRIVACY_METADATA" | 6 months;
        /// Decides which new features you see
        "__Secure-ROLLOUT_TOKEN" | 6 months;
        /// Protects the service from abuse
        "__Secure-YNID" | 6 months;
        /// Remembers your settings of the player
        "PREF" | 8 months;
    }
    with set_by = "www.youtube.com" | storage = local_storage {
        /// Remembers your settings of the player
        "yt-player-headers-readable" | persistent;
        /// Finds devices on which you can play the video
        "yt-remote-device-id", "yt-remote-connected-devices" | persistent;
        /// Keeps data until it has been sent to the provider
        "yt.innertube::requests", "yt.innertube::nextId" | persistent;
    }
    with set_by = "www.youtube.com" | storage = session_storage {
        /// Finds devices on which you can play the video
        "yt-remote-session-app", "yt-remote-session-name", "yt-remote-cast-installed", "yt-remote-cast-available", "yt-remote-fast-check-period" | session;
    }
    with set_by = "www.youtube.com" | storage = indexed_db {
        /// Keeps data until it has been sent to the provider
        "LogsDatabaseV2:{user}" | persistent;
        /// Keeps data until it has been sent to the provider
        "YtIdbMeta" | persistent;
    }
}
