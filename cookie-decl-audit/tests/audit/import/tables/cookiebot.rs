// A first table, from a list of Cookiebot. Each TODO needs somebody who knows the site. A row
// without a domain is taken to be set by a script: write `set_by = server` where your server sets
// the cookie, and `set_by = script` where a domain is your own.
cookie_decl::declare_cookies! {
    /// Cookie policy
    pub policy; // TODO: `pub policy in crate::cookies;`, the module that has the table

    cookie | duration;

    /// Necessary
    ///
    /// TODO: what would not work without these
    category Necessary: exempt {
        // TODO: check that each is strictly necessary for what visitors ask for
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        /// Keeps you signed in
        SESSION = "session" | session | set_by = server;
        /// Remembers your basket
        BASKET = "basket" | 400 days | set_by = server | attributes = .. !Secure Path="/shop"; // TODO: it was "2 years", and browsers keep a cookie for 400 days
    }

    /// Statistics
    category Statistics: opt_in {
        /// Counts visits & pages
        "_ga_{id}" | 2 years | set_by = script;
    }

    /// Marketing
    category Marketing: opt_in {
        /// Follows visitors over several sites
        "collect" | session | set_by = "analytics.example" | storage = pixel;
        /// Remembers the player
        "yt-remote-device-id" | persistent | set_by = "youtube.com" | storage = local_storage;
    }

    /// Preferences
    category Preferences: opt_in {
        /// Remembers how far you read
        "scroll" | session | set_by = script | storage = session_storage;
    }

    /// Unclassified
    category Unclassified: opt_in {
        // TODO: `exempt` if these are strictly necessary for what visitors ask for
        /// TODO: why it is stored
        "LogsDatabaseV2:V{id}||LogsRequestsStore" | persistent | set_by = "youtube.com" | storage = indexed_db;
    }
}
