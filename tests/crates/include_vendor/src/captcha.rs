cookie_decl::export_cookies! {
    /// Example Captcha.
    export captcha;
    last_updated "2026-11-22";
    translation from "locales/{language}.ftl";

    provider Example = "Example Inc." { privacy: "https://example.com/privacy", domain: "captcha.example", third_party }

    cookie | duration;

    /// Tells people from robots
    "_cap" | 1 hour | set_by = script | provider = Example;
}
