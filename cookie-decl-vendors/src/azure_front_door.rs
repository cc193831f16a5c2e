//! Session affinity of Azure Front Door.

// Read on 2026-11-27:
// - https://learn.microsoft.com/en-us/azure/frontdoor/routing-methods (its source in MicrosoftDocs)
cookie_decl::export_cookies! {
    /// Session affinity of Azure Front Door.
    export azure_front_door;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Azure = "Microsoft Azure (Microsoft Ireland Operations Limited)" {
        privacy: "https://www.microsoft.com/privacy/privacystatement",
        country: "Ireland",
    }

    with provider = Azure | set_by = other;
    cookie | duration;

    /// Sends your requests to the same server
    "ASLBSA", "ASLBSACORS" | session;
}
