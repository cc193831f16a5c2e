//! The table of everything that the portal stores on its visitors' devices.

use crate::language::Language;

cookie_decl::declare_cookies! {
    language en;
    last_updated "2026-11-22";

    /// Cookie policy
    ///
    /// This portal publishes open data. It keeps what it needs to work, and asks before it keeps
    /// anything else.
    pub(crate) policy for "https://data.example.org" in crate::cookies;

    print cookie | provider | function | purpose | duration;

    provider Portal = "Open Data Portal";
    provider Matomo = "Matomo (self-hosted)" { privacy: "https://matomo.org/privacy-policy/" }
    provider Tiles = "Example Tiles" { privacy: "https://tiles.example.net/privacy", domain: "tiles.example.net", third_party }

    /// Necessary for the portal to work
    ///
    /// Without these nobody could sign in, read the portal in their language or send us a message.
    category Necessary: exempt {
        with provider = Portal;
        cookie | function | duration;

        /// Keeps you signed in from one page to another
        SESSION = "__Host-session" | "Authentication" | 2 weeks;
        /// Remembers the language that you chose
        LANGUAGE: Language = "language" | "Language selection" | 12 months;
        /// Makes sure that a form was sent from this portal, and by you
        CSRF = "__Host-csrf" | "Forms" | session;
        /// Remembers what you chose on the page about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | "Cookie settings" | 6 months;
    }

    /// Audience measurement
    ///
    /// Tells us which data sets are read, so that we can improve them.
    category Statistics: opt_in {
        with provider = Matomo | function = "Audience measurement";
        cookie | duration;

        with set_by = script | attributes = SameSite=Lax {
            /// Recognises a returning visitor
            "_pk_id.{site}.{hash}" | 13 months;
            /// Groups the pages of one visit
            "_pk_ses.{site}.{hash}" | rolling 30 minutes;
        }
        /// Counts which data set you read last
        RECENT = "recent" | 30 days | provider = Portal;
    }

    /// Maps
    ///
    /// Shows data on a map, whose pictures come from another company.
    category Maps: opt_in {
        cookie | provider | function | duration;

        /// Keeps the part of the map that you looked at
        "map_view" | Portal | "Map" | persistent | storage = local_storage;
        /// Tells visitors apart, to limit how many pictures each of them loads
        "tiles_visitor" | Tiles | "Map" | 1 day | set_by = "tiles.example.net";
    }

    // Replaced by `language` in 2026.
    retired { "django_language" Path="/"; }

    translation fr from "locales/cookies.fr.ftl";
    translation ar from "locales/cookies.ar.ftl";
}
