//! Cloudflare as a proxy with bot products and challenges.

// Read on 2026-11-27:
// - https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
// Not reached on 2026-11-27, read it when you change something:
// - https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
// How long `cf_clearance` proves something, 30 minutes by default, is a setting; the cookie itself
// stays for a year.
cookie_decl::export_cookies! {
    /// Cloudflare as a proxy with bot products and challenges.
    export cloudflare;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Cloudflare = "Cloudflare, Inc." {
        privacy: "https://www.cloudflare.com/privacypolicy/",
        country: "United States",
    }

    with provider = Cloudflare | set_by = other;
    cookie | duration;

    /// Tells people from robots
    "__cf_bm" | rolling 30 minutes;
    /// Remembers that you passed a check against robots
    "cf_clearance" | 1 year;
    /// Carries out a check against robots
    "cf_chl_rc_i", "cf_chl_rc_ni", "cf_chl_rc_m" | unknown;
}
