mod counter {
    cookie_decl::export_cookies! {
        export counter;
        last_updated "2026-11-27";
        signals(matomo);
        provider Counter = "Counter";
        with provider = Counter | set_by = script;
        cookie | duration;
        /// Counts visits
        "visits" | 2 weeks;
    }
}

mod cookies {
    cookie_decl::declare_cookies! {
        policy;
        consent elsewhere "OneTrust";
        provider Maps = "Maps";

        /// Audience
        category Statistics: opt_in(advanced) {
            include crate::counter::counter;
            cookie | provider | duration;
            /// Counts maps
            "maps" | Maps | 2 weeks | set_by = script;
        }
    }
}

fn main() {}
