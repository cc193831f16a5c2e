mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Statistics
        #[allow(no_consent_row)]
        category Statistics: opt_in {
            cookie | duration | set_by;
            /// Limits the number of requests
            "_gat{_name?}" | 1 minute | script;
        }
    }
}

fn main() {}
