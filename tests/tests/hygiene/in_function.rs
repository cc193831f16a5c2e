//! A table in the body of a function, and one in a block inside it.

#[test]
fn in_the_body_of_a_function() {
    cookie_decl::declare_cookies! {
        policy;

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
    assert_eq!(SESSION.name(), "sessionid");
    assert_eq!(
        cookie!("sessionid").provider().unwrap().name(),
        Provider::Us.name()
    );
    assert_eq!("Necessary".parse(), Ok(Category::Necessary));
    assert_eq!(
        POLICY.find("sessionid").unwrap().category().name(),
        "Necessary"
    );

    let inner = {
        cookie_decl::declare_cookies! {
            policy;

            /// Needed
            ///
            /// The site does not work without these.
            category Necessary: exempt {
                cookie | duration;
                /// Keeps the visitor's basket
                BASKET = "basket" | 2 weeks;
            }
        }
        assert!(POLICY.find("sessionid").is_none());
        // This does not use `cookie!`: for Rust it is ambiguous with the one of the outer scope,
        // which also comes from a macro.
        BASKET.declaration()
    };
    assert_eq!(inner.name(), "basket");
}

#[test]
fn public_in_the_body_of_a_function() {
    cookie_decl::declare_cookies! {
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
    assert_eq!(cookie!("sessionid").name(), POLICY.declarations()[0].name());
}
