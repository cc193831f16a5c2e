//! Cloudflare Turnstile without pre-clearance.

// Not reached on 2026-11-27, read it when you change something:
// - https://developers.cloudflare.com/turnstile/
cookie_decl::export_cookies! {
    /// Cloudflare Turnstile without pre-clearance, which stores nothing on the site.
    export cloudflare_turnstile;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider CloudflareTurnstile = "Cloudflare Turnstile (Cloudflare, Inc.)" {
        privacy: "https://www.cloudflare.com/privacypolicy/",
        domain: "challenges.cloudflare.com",
        country: "United States",
    }
}
