mod axum {
    pub struct Json<T>(pub T);
}

mod cookies {
    use crate::axum::Json;

    cookie_decl::declare_cookies! {
        pub(crate) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers the theme
            THEME: Json<u32> = "theme" | 1 day;
        }
    }
}

fn main() {}
