//! YouTube, embedded from `www.youtube-nocookie.com`.

// Not reached on 2026-11-27, read it when you change something:
// - https://support.google.com/youtube/answer/171780
// The names in other storage were seen in browsers; Google does not document them.
cookie_decl::export_cookies! {
    /// YouTube, embedded from `www.youtube-nocookie.com`: no cookies before a video is played, but
    /// other storage.
    export youtube_nocookie;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider YouTubeNoCookie = "YouTube, enhanced privacy (Google Ireland Limited)" {
        privacy: "https://policies.google.com/privacy",
        domain: "www.youtube-nocookie.com",
        domain: "i.ytimg.com",
        domain: "googlevideo.com",
        domain: "yt3.ggpht.com",
        domain: "www.google.com",
        domain: "www.gstatic.com",
        domain: "fonts.gstatic.com",
        domain: "jnn-pa.googleapis.com",
        country: "Ireland",
        third_party,
    }

    with provider = YouTubeNoCookie;
    cookie | duration;

    with set_by = "www.youtube-nocookie.com" | storage = local_storage {
        /// Remembers your settings of the player
        "yt-player-headers-readable" | persistent;
        /// Finds devices on which you can play the video
        "yt-remote-device-id", "yt-remote-connected-devices" | persistent;
        /// Keeps data until it has been sent to the provider
        "yt.innertube::requests", "yt.innertube::nextId" | persistent;
    }
    with set_by = "www.youtube-nocookie.com" | storage = session_storage {
        /// Finds devices on which you can play the video
        "yt-remote-session-app", "yt-remote-session-name", "yt-remote-cast-installed", "yt-remote-cast-available", "yt-remote-fast-check-period" | session;
    }
    with set_by = "www.youtube-nocookie.com" | storage = indexed_db {
        /// Keeps data until it has been sent to the provider
        "LogsDatabaseV2:{user}" | persistent;
        /// Keeps data until it has been sent to the provider
        "YtIdbMeta" | persistent;
    }
}
