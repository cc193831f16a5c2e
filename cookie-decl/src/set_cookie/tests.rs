//! Fields as they are written, and what is refused.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};

use super::{SetCookie, SetError};
use crate::{Config, Term, Unit, ValueError};

mod cookies {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
        }
    }
}

fn set(value: &str) -> Result<SetCookie, SetError> {
    SetCookie::set(cookies::SESSION.declaration(), Config::NONE, Cow::Borrowed("sessionid"), value, None)
}

#[test]
fn a_row_gives_everything_but_the_value() {
    assert_eq!(
        set("abc").unwrap().to_string(),
        "sessionid=abc; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax"
    );
}
