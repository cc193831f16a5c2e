//! Disqus comments.

// Read on 2026-11-27:
// - http://help.disqus.com/customer/portal/articles/466235-use-of-cookies
// Partners of Disqus set cookies as well, unless the site turned sharing of data off.
cookie_decl::export_cookies! {
    /// Disqus comments.
    export disqus;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Disqus = "Disqus, Inc." {
        privacy: "https://help.disqus.com/en/articles/1717103-disqus-privacy-policy",
        opt_out: "https://disqus.com/data-sharing-settings/",
        domain: "disqus.com",
        domain: "disquscdn.com",
        domain: "referrer.disqus.com",
        country: "United States",
        third_party,
    }

    with provider = Disqus;
    cookie | duration;

    with set_by = "disqus.com" {
        /// Tells the readers of comments apart
        "disqus_unique" | unknown;
    }
    with set_by = "mediacdn.disqus.com" {
        /// Tests whether the browser keeps cookies
        "testCookie" | unknown;
    }
}
