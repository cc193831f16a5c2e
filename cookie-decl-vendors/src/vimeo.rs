//! Vimeo’s embedded player.

// Read on 2026-11-27:
// - https://help.vimeo.com/hc/en-us/articles/26080940921361
cookie_decl::export_cookies! {
    /// Vimeo’s embedded player. With `dnt=1` in its address it sets only the cookies against
    /// robots.
    export vimeo;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Vimeo = "Vimeo.com, Inc." {
        privacy: "https://vimeo.com/privacy",
        domain: "player.vimeo.com",
        domain: "f.vimeocdn.com",
        domain: "i.vimeocdn.com",
        domain: "vod-adaptive-ak.vimeocdn.com",
        domain: "fresnel.vimeocdn.com",
        country: "United States",
        third_party,
    }

    with provider = Vimeo | set_by = "vimeo.com";
    cookie | duration;

    /// Measures how videos are watched
    "vuid" | 2 years;
    /// Remembers your settings of the player
    "player" | 1 year;
    /// Decides which new features you see
    "flags" | 1 year;
    /// Remembers the password that you entered for a video
    "{clip}_password" | session;
    /// Remembers that you registered for a video
    "{webinar}_webinar_registrant", "lc_{hash}" | 7 days;
    /// Remembers that you passed a check against robots
    "player_clearance" | 7 days;
    /// Tells people from robots
    "__cf_bm" | 30 minutes;
    /// Limits how many requests one visitor can send
    "_cfuvid" | session;
    /// Remembers that you passed a check against robots
    "cf_clearance" | 1 year;
}
