//! Rows that several sites share.

macro_rules! shared_rows {
    ($($row:tt)*) => {
        cookie_decl::declare_cookies! {
            $($row)*
            /// Shared
            ///
            /// All sites need these.
            category Shared: exempt {
                cookie | duration;
                /// Keeps the visitor signed in
                "shared" | 2 weeks;
            }
        }
    };
}
