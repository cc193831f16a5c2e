//! A table beside imports of the types of its constants. It must compile. The lints of clippy need
//! `cargo clippy`.
#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic
)]

/// The table.
mod cookies {
    use cookie_decl::{Cookie, CookieFamily, Declared, Exempt, OptIn};

    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Keeps the visitor's baskets
            BASKET: u32 = "basket_{number}" | 1 day;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Audience
        category Statistics: opt_in {
            cookie | duration;

            /// Tells visitors apart
            PK_ID = "_pk_id" | 13 months | set_by = script;
        }
    }

    /// The type that a constant has.
    pub(super) type Session = Cookie<Exempt<category::Necessary>, String>;
    /// Another one.
    pub(super) type Basket = CookieFamily<Exempt<category::Necessary>, u32>;
    /// And a third.
    pub(super) type PkId = Declared<OptIn<category::Statistics>>;

    /// The constants by their types.
    pub(super) fn all() -> (Session, Basket, PkId) {
        (SESSION, BASKET, PK_ID)
    }
}

fn main() {
    cookies::all();
}
