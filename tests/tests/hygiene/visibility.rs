//! Each visibility, with `cookie!` used beside the table, above it, and in another module.

/// Writes the same rows under a `policy` line.
macro_rules! table {
    ($($policy:tt)*) => {
        cookie_decl::declare_cookies! {
            $($policy)*

            provider Us = "Us";

            /// Needed
            ///
            /// The site does not work without these.
            category Necessary: exempt {
                cookie | duration;
                /// Keeps the visitor signed in
                SESSION = "sessionid" | 2 weeks | provider = Us;
            }
        }
    };
}

/// Asserts that everything that a table generates can be reached through its module.
macro_rules! expect {
    ($($cookies:ident)::*) => {{
        let session: cookie_decl::Cookie<cookie_decl::Exempt<$($cookies)::*::category::Necessary>, String> =
            $($cookies)::*::SESSION;
        assert_eq!(session.name(), "sessionid");
        assert_eq!($($cookies)::*::cookie!("sessionid").name(), "sessionid");
        assert_eq!($($cookies)::*::Category::ALL, [$($cookies)::*::Category::Necessary]);
        assert_eq!($($cookies)::*::Provider::Us.title(), "Us");
        assert_eq!($($cookies)::*::POLICY.find("sessionid").unwrap().name(), "sessionid");
    }};
}

mod private {
    table! { policy in crate::visibility::private; }

    #[test]
    fn beside_a_private_table() {
        expect!(self);
        assert_eq!(cookie!("sessionid").name(), "sessionid");
    }
}

mod private_without_in {
    table! { policy; }

    #[test]
    fn beside_a_private_table_without_in() {
        assert_eq!(SESSION.name(), cookie!("sessionid").name());
        let _: Category = Category::Necessary;
    }

    mod below {
        use super::{SESSION, cookie};

        #[test]
        fn below_a_private_table() {
            assert_eq!(SESSION.name(), cookie!("sessionid").name());
        }
    }
}

mod pub_self {
    table! { pub(self) policy in crate::visibility::pub_self; }

    #[test]
    fn beside_a_table_of_its_own_module() {
        expect!(self);
    }
}

mod pub_super {
    table! { pub(super) policy in crate::visibility::pub_super; }
}

mod pub_crate {
    table! { pub(crate) policy in crate::visibility::pub_crate; }
}

mod pub_crate_without_in {
    table! { pub(crate) policy; }
}

mod nest {
    pub(super) mod pub_in_super {
        table! { pub(in super::super) policy in crate::visibility::nest::pub_in_super; }
    }

    pub(super) mod pub_in_path {
        table! { pub(in crate::visibility) policy in crate::visibility::nest::pub_in_path; }
    }

    mod pub_in_self {
        table! { pub(in self) policy in crate::visibility::nest::pub_in_self; }

        #[test]
        fn beside_a_table_in_self() {
            expect!(self);
        }
    }
}

pub mod public {
    table! { pub policy in crate::visibility::public; }
}

mod public_without_in {
    table! { pub policy; }
}

#[test]
fn above_the_table() {
    expect!(pub_super);
    expect!(pub_crate);
    expect!(nest::pub_in_super);
    expect!(nest::pub_in_path);
    expect!(public);
}

#[test]
fn without_in_the_constants_have_to_be_in_scope() {
    {
        use pub_crate_without_in::SESSION;
        assert_eq!(
            SESSION.name(),
            pub_crate_without_in::cookie!("sessionid").name()
        );
    }
    {
        use public_without_in::*;
        assert_eq!(SESSION.name(), cookie!("sessionid").name());
    }
}

mod far {
    mod away {
        #[test]
        fn far_from_the_table() {
            use crate::visibility::public::cookie;
            use crate::visibility::{nest, pub_crate, public};
            expect!(pub_crate);
            expect!(public);
            expect!(nest::pub_in_path);
            assert_eq!(cookie!("sessionid").name(), "sessionid");
            assert_eq!(
                crate::visibility::public::cookie!("sessionid").name(),
                "sessionid"
            );
        }
    }
}
