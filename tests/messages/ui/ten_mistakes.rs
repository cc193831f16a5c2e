mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        provider Us = "Us";

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | provider | duration | attributes;
            /// 1
            A = "a" | Ours | 2 weeks | _;
            /// 2
            B = "b" | Us | "2 weeks" | _;
            /// 3
            C = "c" | Us | 2 weeks | Secure, HttpOnly;
            /// 4
            D = "d" | Us | 2 weeks;
            /// 5
            E = "e" | Us | 2 years | _;
            /// 6
            F = "f f" | Us | 2 weeks | _;
            /// 7
            G = "a" | Us | 2 weeks | _;
            /// 8
            "H" = "h" | Us | 2 weeks | _;
            /// 9
            I = "i" | Us | 2 weeks | SameSite=None;
            /// 10
            J = "j" | Us | 2 weeks | HttpsOnly;
            /// Right
            GOOD: u32 = "good" | Us | 2 weeks | _;
        }
    }
}

fn main() {
    // The rows that were understood exist: there are only the ten errors.
    let good: cookie_decl::Cookie<cookie_decl::Exempt<cookies::category::Necessary>, u32> = cookies::cookie!("good");
    let _ = (good, cookies::GOOD, cookies::B, cookies::cookie!("e"), cookies::POLICY.find("good"));
}
