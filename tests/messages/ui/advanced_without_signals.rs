mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Audience
        category Statistics: opt_out(advanced) {
            cookie | duration;
            /// Counts visits
            "visits" | 2 weeks | set_by = script;
        }
    }
}

fn main() {}
