//! SoundCloud’s embedded player.

// Read on 2026-11-27:
// - https://plasterbrain.com/cookies/
// - https://www.flowconsent.com/en/services/video/soundcloud
// Not reached on 2026-11-27, read it when you change something:
// - https://pages.soundcloud.com/legal/cookie-policy
cookie_decl::export_cookies! {
    /// SoundCloud’s embedded player.
    export soundcloud;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider SoundCloud = "SoundCloud Global Limited & Co. KG" {
        privacy: "https://soundcloud.com/pages/privacy",
        domain: "w.soundcloud.com",
        domain: "widget.sndcdn.com",
        domain: "api-widget.soundcloud.com",
        domain: "i1.sndcdn.com",
        domain: "wave.sndcdn.com",
        country: "Germany",
        third_party,
    }

    with provider = SoundCloud;
    cookie | duration;

    with set_by = "soundcloud.com" {
        /// Measures how recordings are listened to
        "sc_anonymous_id" | 10 years;
        /// Remembers your language
        "sclocale" | 1 year;
    }
    with set_by = "w.soundcloud.com" | storage = local_storage {
        /// Decides which new features you see
        "WIDGET::local::assignments" | persistent;
        /// Remembers your settings of the player
        "WIDGET::local::broadcast" | persistent;
    }
}
