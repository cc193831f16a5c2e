//! Cloudflare Waiting Room.

// Read on 2026-11-27:
// - https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
cookie_decl::export_cookies! {
    /// Cloudflare Waiting Room.
    export cloudflare_waiting_room;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Cloudflare = "Cloudflare, Inc." {
        privacy: "https://www.cloudflare.com/privacypolicy/",
        country: "United States",
    }

    with provider = Cloudflare | set_by = other;
    cookie | duration;

    /// Keeps your place in the waiting room
    "__cfwaitingroom" | unknown;
}
