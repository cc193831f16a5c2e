mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        cookie | duration;
        /// Keeps the visitor signed in
        SESSION = "sessionid" | 2 weeks;
    }
}

fn main() {}
