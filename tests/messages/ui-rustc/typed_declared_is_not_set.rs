mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Counts the visits
            VISITS: u32 = "visits" | 1 day | set_by = script;
        }
    }
}

fn main() {
    let _ = cookies::VISITS.set(42);
}
