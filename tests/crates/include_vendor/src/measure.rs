cookie_decl::export_cookies! {
    /// Example Measure. `site` is the number of the site there.
    export measure;
    last_updated "2026-11-20";
    consent_mode(analytics_storage);
    signals(matomo);
    translation from "locales/{language}.ftl";

    provider Example = "Example Inc." {
        privacy: "https://example.com/privacy",
        domain: "{host}", domain: "measure.example",
        third_party, country: "Ireland",
    }

    with provider = Example | set_by = script | attributes = .. Domain="{domain}";
    cookie | duration;

    /// Tells visitors apart
    "_ms_id.{site}" | 13 months;
    /// Tells visits apart
    "_ms_ses.{site}", "_ms_ses" | 30 minutes | note = "Starts again with every page";
    /// Tries whether cookies work
    "_ms_test" | session | set_by = "{host}";

    retired { "_ms_old"; }
}
