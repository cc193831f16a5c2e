//! AWS WAF with challenges or CAPTCHA.

// Not reached on 2026-11-27, read it when you change something:
// - https://docs.aws.amazon.com/waf/latest/developerguide/waf-tokens.html
cookie_decl::export_cookies! {
    /// AWS WAF with challenges or CAPTCHA. `domain` is the site’s domain, on which the cookies are
    /// set.
    export aws_waf;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider AwsWaf = "AWS WAF (Amazon Web Services EMEA SARL)" {
        privacy: "https://aws.amazon.com/privacy/",
        domain: "token.awswaf.com",
        domain: "captcha.awswaf.com",
        country: "Luxembourg",
    }

    with provider = AwsWaf | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Remembers that you passed a check against robots
    "aws-waf-token" | unknown;
}
