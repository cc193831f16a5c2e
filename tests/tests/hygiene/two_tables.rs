//! Several tables in a crate, side by side and in nested modules, with and without `in`.

pub mod shop {
    cookie_decl::declare_cookies! {
        pub policy in crate::two_tables::shop;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor's basket
            BASKET = "basket" | 2 weeks;
        }
    }

    pub mod admin {
        cookie_decl::declare_cookies! {
            pub policy in crate::two_tables::shop::admin;

            /// Needed
            ///
            /// The site does not work without these.
            category Necessary: exempt {
                cookie | duration;
                /// Keeps the clerk's basket
                BASKET = "basket" | 1 day;
                /// Keeps the clerk signed in
                CLERK = "clerk" | 1 day;
            }
        }
    }
}

mod blog {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            READER = "reader" | 2 weeks;
        }
    }

    pub(super) mod comments {
        cookie_decl::declare_cookies! {
            pub(in crate::two_tables) policy;

            /// Needed
            ///
            /// The site does not work without these.
            category Necessary: exempt {
                cookie | duration;
                /// Keeps what the visitor writes
                DRAFT = "draft" | 2 weeks;
            }
        }

        #[test]
        fn the_inner_table_is_meant_inside() {
            assert_eq!(cookie!("draft").name(), "draft");
        }
    }

    #[test]
    fn the_outer_table_is_meant_outside() {
        assert_eq!(cookie!("reader").name(), "reader");
    }
}

#[test]
fn each_has_its_own_macro() {
    assert_eq!(
        shop::cookie!("basket").duration().max_age(),
        Some(14 * 86_400)
    );
    assert_eq!(
        shop::admin::cookie!("basket").duration().max_age(),
        Some(86_400)
    );
    assert_eq!(shop::admin::cookie!("clerk").name(), "clerk");
    assert!(shop::POLICY.find("clerk").is_none());
}

#[test]
fn without_in_a_macro_means_the_constants_that_are_in_scope() {
    use blog::READER;
    assert_eq!(blog::cookie!("reader").name(), READER.name());
    let draft = {
        use blog::comments::*;
        cookie!("draft")
    };
    assert_eq!(draft.name(), "draft");
}
