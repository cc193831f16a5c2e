//! The table of the application behind the proxy.

cookie_decl::declare_cookies! {
    language en;

    /// Cookie policy
    pub(crate) policy;

    cookie | duration;

    /// Needed for the shop to work
    ///
    /// Without these you could not stay signed in.
    category Necessary: exempt {
        /// Keeps you signed in
        "session" | 2 weeks;
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    }

    /// Audience measurement
    category Statistics: opt_in {
        /// Remembers which product you saw last
        "recent" | 30 days;
    }

    /// Offers
    category Offers: opt_out {
        /// Remembers which offer you saw
        "offer" | 7 days;
    }
}
