cookie_decl::declare_cookies! {
    pub(crate) policy;
    /// Needed
    ///
    /// The site does not work without these.
    category Necessary: exempt {
        cookie | duration;
        /// Remembers the answer
        PREFERENCES: Consent = "preferences" | 6 months;
    }
    /// Statistics
    category Statistics: opt_in {
        cookie | duration;
        /// Counts
        RECENT = "recent" | 30 days;
        /// Recognises
        VISIT = "visit" | 1 day | set_by = script;
    }
    /// Appearance
    #[allow(empty_category)] category Appearance: opt_out {}
}
