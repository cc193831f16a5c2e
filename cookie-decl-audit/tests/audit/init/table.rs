// A first table, from what the source stores. Each TODO needs somebody who knows the site.
cookie_decl::declare_cookies! {
    /// Cookie policy
    pub policy; // TODO: `pub policy in crate::cookies;`, the module that has the table

    cookie | duration;

    /// Necessary for the site to work
    ///
    /// Here somebody writes what would not work without these
    category Necessary: exempt {
        // TODO: move rows here that are strictly necessary for what visitors ask for
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    }

    /// Here somebody writes a title that visitors understand
    ///
    /// Here somebody writes what the rows below are for
    category Other: opt_in {
        // app.js:11
        /// Here somebody writes why it is stored
        "v1" | persistent | storage = other("Cache storage") | set_by = script;

        // main.rs:6
        /// Here somebody writes why it is stored
        COOKIE_2FA = "2fa" | 30 days; // TODO: how long

        // main.rs:3
        /// Here somebody writes why it is stored
        SESSION = "__Host-session" | 30 days; // TODO: how long

        // app.js:3
        /// Here somebody writes why it is stored
        "_pk_id.{id}" | 30 days | set_by = script; // TODO: how long

        // main.rs:11
        /// Here somebody writes why it is stored
        CART = "cart" | 30 days; // TODO: how long

        // main.rs:10
        /// Here somebody writes why it is stored
        "cart{id}" | 30 days; // TODO: how long

        // main.rs:8
        /// Here somebody writes why it is stored
        POLICY2 = "policy" | 30 days; // TODO: how long

        // main.rs:7
        /// Here somebody writes why it is stored
        PREFERENCES2 = "preferences" | 30 days; // TODO: how long

        // app.js:2
        /// Here somebody writes why it is stored
        THEME = "theme" | 30 days; // TODO: how long

        // main.rs:4
        /// Here somebody writes why it is stored
        USER_ID = "user-id" | 30 days; // TODO: how long

        // main.rs:5
        /// Here somebody writes why it is stored
        USER_ID2 = "user_id" | 30 days; // TODO: how long

        // app.js:10
        /// Here somebody writes why it is stored
        "notes" | persistent | storage = indexed_db;

        // app.js:5
        /// Here somebody writes why it is stored
        "a{id}b" | persistent | storage = local_storage;

        // app.js:6
        /// Here somebody writes why it is stored
        "a|b;" | persistent | storage = local_storage;

        // app.js:9
        /// Here somebody writes why it is stored
        "draft" | persistent | storage = local_storage;

        // app.js:4
        /// Here somebody writes why it is stored
        "last page" | persistent | storage = local_storage;

        // app.js:7
        /// Here somebody writes why it is stored
        "seen" | persistent | storage = local_storage;

        // app.js:12
        /// Here somebody writes why it is stored
        "/sw.js" | persistent | storage = other("Service worker") | set_by = script;

        // app.js:8
        /// Here somebody writes why it is stored
        "seen" | session | storage = session_storage;
    }
}
