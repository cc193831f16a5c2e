//! Zendesk Web Widget and Chat.

// Read on 2026-11-27:
// - https://support.zendesk.com/hc/en-us/articles/4408828505754-Enabling-cookie-consent-for-the-Chat-widget
// Not reached on 2026-11-27, read it when you change something:
// - https://support.zendesk.com/hc/en-us/articles/4408824378650
// Durations that these do not give are those of the Open Cookie Database.
cookie_decl::export_cookies! {
    /// Zendesk Web Widget and Chat. `domain` is the site’s domain, on which the cookies are set.
    export zendesk;
    last_updated "2026-11-27";
    translation from "locales/{language}.ftl";

    provider Zendesk = "Zendesk, Inc." {
        privacy: "https://www.zendesk.com/company/agreements-and-terms/privacy-notice/",
        domain: "static.zdassets.com",
        domain: "ekr.zdassets.com",
        domain: "zendesk.com",
        country: "United States",
        third_party,
    }

    with provider = Zendesk;
    cookie | duration;

    with set_by = script | attributes = Domain="{domain}" {
        /// Recognises you in the chat
        "__zlcmid" | 1 year;
    }
    with set_by = script | storage = local_storage {
        /// Recognises you in the chat
        "ZD-buid" | persistent;
        /// Stores settings of the chat
        "ZD-settings", "ZD-store" | persistent;
        /// Remembers whether the chat window is open
        "ZD-widgetOpen", "ZD-launcherLabelRemoved" | persistent;
    }
    with set_by = script | storage = session_storage {
        /// Shows your conversation again on the next page
        "ZD-suid" | session;
    }
    with set_by = "zendesk.com" {
        /// Tells people from robots
        "__cf_bm" | rolling 30 minutes;
        /// Limits how many requests one visitor can send
        "_cfuvid" | session;
    }
}
