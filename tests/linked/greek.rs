//! A program whose table is in English and Greek.

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookies
        pub(crate) policy;
        /// Needed
        ///
        /// The site does not work without it.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            "sessionid" | session;
        }
        translation el {
            "Cookies" => "Cookies";
            "Needed" => "Απαραίτητα";
            "The site does not work without it." => "Ο ιστότοπος δεν λειτουργεί χωρίς αυτό.";
            "Keeps you signed in" => "Σας κρατά συνδεδεμένους";
        }
    }
}

fn main() {
    println!("{}", cookies::POLICY.page().html());
}
