//! Warnings that `#[allow(..)]` silences in a table, where a warning is an error.

#![deny(deprecated)]

cookie_decl::declare_cookies! {
    policy;

    /// Needed
    ///
    /// The site does not work without these.
    category Necessary: exempt {
        cookie | duration;
        /// Keeps the visitor signed in
        SESSION = "sessionid" | 2 weeks;
        /// Keeps the visitor signed in on the old site
        #[allow(case_twins, reason = "the old site wrote it so")]
        OLD_SESSION = "SessionID" | 2 weeks;
    }

    /// Shop
    #[allow(no_description, looks_like_pattern, reason = "a whole category")]
    category Shop: exempt {
        cookie | duration;
        /// Keeps the basket
        "basket*" | 2 weeks;
    }
}
