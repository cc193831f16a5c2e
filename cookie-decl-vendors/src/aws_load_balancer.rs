//! AWS Elastic Load Balancing, with the load balancer’s own stickiness cookies.

// Read on 2026-11-27:
// - https://acedexam.com/sticky-connections-network-design-ans-c01
// - https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LBCookieStickinessPolicy.html
// Not reached on 2026-11-27, read it when you change something:
// - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
// Durations that these do not give are those of the Open Cookie Database.
// The `AWSALB` cookies last 7 days whatever the stickiness. `AWSELB` lasts for the session unless
// the site sets a period.
cookie_decl::export_cookies! {
    /// AWS Elastic Load Balancing, with the load balancer’s own stickiness cookies.
    export aws_load_balancer;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Aws = "Amazon Web Services EMEA SARL" {
        privacy: "https://aws.amazon.com/privacy/",
        country: "Luxembourg",
    }

    with provider = Aws | set_by = other;
    cookie | duration;

    /// Sends your requests to the same server
    "AWSALB", "AWSALBCORS", "AWSALBTG", "AWSALBTGCORS" | 7 days;
    /// Sends your requests to the same server
    "AWSELB", "AWSELBCORS" | session;
}
