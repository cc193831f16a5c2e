//! VWO.

// Read on 2026-11-27:
// - https://help.vwo.com/hc/en-us/articles/360033990873
// - https://vwo.com/knowledge/cookies-used-by-vwo/
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// VWO. `domain` is the site’s domain, on which the cookies are set.
    export vwo;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Vwo = "VWO (Wingify Software Private Limited)" {
        privacy: "https://vwo.com/privacy-policy/",
        opt_out: "https://vwo.com/opt-out/",
        domain: "dev.visualwebsiteoptimizer.com",
        country: "India",
        third_party,
    }

    with provider = Vwo | set_by = script | attributes = Domain="{domain}";
    cookie | duration;

    /// Tells visitors apart in experiments
    "_vwo_uuid", "_vwo_uuid_v2" | 1 year;
    /// Notices when a new visit begins
    "_vis_opt_s" | 100 days;
    /// Tests whether the browser keeps cookies
    "_vis_opt_test_cookie" | session;
    /// Stores data of experiments
    "_vwo_ds" | 2 months;
    /// Links the pages of one visit
    "_vwo_sn" | 1 day;
    /// Remembers how you came to the site
    "_vwo_referrer" | session;
    /// Shows you the same variant of a page each time
    "_vis_opt_exp_{experiment}_combi" | 100 days;
    /// Notes that you reached the goal of an experiment
    "_vis_opt_exp_{experiment}_goal_{goal}" | 100 days;
    /// Keeps you out of experiments
    "_vis_opt_exp_{experiment}_exclude" | 100 days;
    /// Carries data of an experiment to the page that you are sent to
    "_vis_opt_exp_{experiment}_split" | 100 days;
    /// Keeps you out of experiments
    "_vis_opt_out" | 10 years;
}
