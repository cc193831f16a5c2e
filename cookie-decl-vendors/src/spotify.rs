//! Spotify’s embedded player.

// Not reached on 2026-11-27, read it when you change something:
// - https://www.spotify.com/legal/cookies-policy/
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Spotify’s embedded player.
    export spotify;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Spotify = "Spotify AB" {
        privacy: "https://www.spotify.com/legal/privacy-policy/",
        domain: "open.spotify.com",
        domain: "embed-cdn.spotifycdn.com",
        domain: "i.scdn.co",
        country: "Sweden",
        third_party,
    }

    with provider = Spotify | set_by = "spotify.com";
    cookie | duration;

    /// Measures how recordings are listened to
    "sp_t" | 1 year;
    /// Remembers the page on which you arrived
    "sp_landing" | 1 day;
}
