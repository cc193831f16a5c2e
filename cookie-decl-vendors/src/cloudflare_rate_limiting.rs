//! Rate limiting rules of Cloudflare that count by visitor.

// Read on 2026-11-27:
// - https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
cookie_decl::export_cookies! {
    /// Rate limiting rules of Cloudflare that count by visitor.
    export cloudflare_rate_limiting;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Cloudflare = "Cloudflare, Inc." {
        privacy: "https://www.cloudflare.com/privacypolicy/",
        country: "United States",
    }

    with provider = Cloudflare | set_by = other;
    cookie | duration;

    /// Limits how many requests one visitor can send
    "_cfuvid" | session;
    /// Limits how many requests one visitor can send
    "__cfruid" | session;
}
