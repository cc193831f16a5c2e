//! Meta pixel.

// Read on 2026-11-27:
// - https://cookiesentry.com/cookies/providers/meta
// Not reached on 2026-11-27, read it when you change something:
// - https://www.facebook.com/privacy/policies/cookies/
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Meta pixel. `domain` is the site’s domain, on which the cookies are set.
    export meta_pixel;
    last_updated "2026-11-27";
    signals(meta);
    translation from "locales/{language}.ftl";

    provider MetaPixel = "Meta pixel (Meta Platforms Ireland Limited)" {
        privacy: "https://www.facebook.com/privacy/policy/",
        opt_out: "https://www.facebook.com/adpreferences",
        domain: "connect.facebook.net",
        domain: "www.facebook.com",
        country: "Ireland",
        third_party,
    }

    with provider = MetaPixel;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Tells visitors apart to show and measure advertisements
        "_fbp" | 90 days;
        /// Remembers which advertisement you clicked
        "_fbc" | 90 days;
    }
    with set_by = "facebook.com" {
        /// Recognises your browser across sites for advertising
        "fr" | 90 days;
    }
    with set_by = "www.facebook.com" | storage = pixel {
        /// Tells the provider that you opened a page
        "tr" | none;
    }
}
