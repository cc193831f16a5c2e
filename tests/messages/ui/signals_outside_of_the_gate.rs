mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        signals(meta);

        /// Audience
        category Statistics: opt_out {
            cookie | duration;
            /// Counts visits
            "visits" | 2 weeks | set_by = script;
        }
    }
}

fn main() {}
