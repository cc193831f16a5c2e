//! ARR affinity of Azure App Service.

// Not reached on 2026-11-27, read it when you change something:
// - https://learn.microsoft.com/en-us/azure/app-service/configure-common
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// ARR affinity of Azure App Service.
    export azure_app_service;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Azure = "Microsoft Azure (Microsoft Ireland Operations Limited)" {
        privacy: "https://www.microsoft.com/privacy/privacystatement",
        country: "Ireland",
    }

    with provider = Azure | set_by = other;
    cookie | duration;

    /// Sends your requests to the same server
    "ARRAffinity", "ARRAffinitySameSite" | session;
}
