//! The first error is ours. The others are about the names that both tables define.

cookie_decl::declare_cookies! {
    policy;
    /// Needed
    ///
    /// The site does not work without these.
    category Necessary: exempt {
        cookie | duration;
        /// Keeps you signed in
        SESSION = "session" | 2 weeks;
    }
}

cookie_decl::declare_cookies! {
    policy;
    /// Needed
    ///
    /// The site does not work without these.
    category Necessary: exempt {
        cookie | duration;
        /// Remembers the language
        LANGUAGE = "lang" | 1 year;
    }
}

fn main() {}
