//! Session affinity of Cloudflare Load Balancing.

// Read on 2026-11-27:
// - https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
// The site chooses a time of up to 24 hours.
cookie_decl::export_cookies! {
    /// Session affinity of Cloudflare Load Balancing.
    export cloudflare_load_balancing;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Cloudflare = "Cloudflare, Inc." {
        privacy: "https://www.cloudflare.com/privacypolicy/",
        country: "United States",
    }

    with provider = Cloudflare | set_by = other;
    cookie | duration;

    /// Sends your requests to the same server
    "__cflb" | 1 day;
}
