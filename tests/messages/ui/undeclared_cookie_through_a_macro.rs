mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 1 day;
        }
    }
}

macro_rules! name_of {
    ($name:literal) => {
        cookies::cookie!($name).name()
    };
}

fn main() {
    name_of!("sesionid");
}
