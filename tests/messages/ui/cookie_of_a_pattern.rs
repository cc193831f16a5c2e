mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what was looked at
            RECENT = "recent_{shop}" | 2 weeks;
            /// Groups the pages of one visit
            "_pk_ses.{site}" | 1 day;
        }
    }
}

fn main() {
    cookies::cookie!("recent_7").name();
    cookies::cookie!("_pk_ses.1").name();
}
