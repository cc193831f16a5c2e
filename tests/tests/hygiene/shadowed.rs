//! A module in which the names of the standard library and of this library mean something else.

mod cookies {
    #![allow(
        dead_code,
        unused_macros,
        reason = "the shadowing items must not be used"
    )]

    mod core {}
    mod std {}
    mod alloc {}
    mod cookie_decl {}
    mod serde {}
    struct Cookie;
    struct CookieFamily;
    struct Declared;
    struct Declaration;
    struct Policy;
    struct Table;
    struct Config;
    struct Configured;
    struct Exempt;
    struct OptIn;
    struct String;
    struct Cow;
    struct Duration;
    struct Option;
    struct Result;
    trait Into {}
    trait From {}
    trait TryFrom {}
    trait FromStr {}
    trait Debug {}
    trait Clone {}
    trait Copy {}
    trait PartialEq {}
    trait Eq {}
    trait Hash {}
    trait Display {}
    trait Default {}
    #[allow(non_snake_case)]
    fn Some() {}
    #[allow(non_snake_case)]
    fn Ok() {}
    #[allow(non_snake_case)]
    fn Err() {}
    #[allow(non_upper_case_globals)]
    const None: () = ();
    pub(super) struct Flags {
        pub(super) on: bool,
    }
    static TABLE: Flags = Flags { on: true };
    static ROW: Flags = Flags { on: true };
    static ROWS: Flags = Flags { on: true };
    static LEGEND: Flags = Flags { on: true };
    static PROVIDERS: Flags = Flags { on: true };
    macro_rules! compile_error {
        () => {};
    }
    macro_rules! undeclared {
        () => {};
    }

    ::cookie_decl::declare_cookies! {
        pub(super) policy in crate::shadowed::cookies;

        provider Us = "Us" { domain: "example.org" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Us;
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | attributes = .. Path={ "/app" } Domain={ "example.org" };
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | { ::std::time::Duration::ZERO } max 12 months;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
            /// Expressions see what is around the table, whatever its name
            FLAGS = "flags" | session | attributes = .. Secure={ TABLE.on && ROW.on && ROWS.on && LEGEND.on && PROVIDERS.on };
            /// Named as what the expansion uses
            ATTRIBUTES = "attributes" | session;
            /// Named as what the expansion uses
            CATEGORIES = "categories" | session;
        }

        /// Audience
        category Statistics: opt_in {
            cookie | duration | set_by;
            /// Tells visitors apart
            VISITOR = "_pk_id.{site}.{hash}" | 13 months | script;
            /// Tells visits apart
            VISIT = "visit.{id}" | 13 months | server;
        }

        /// As the prelude calls them
        #[allow(empty_category)] category Some: opt_out {}
        /// As the prelude calls them
        #[allow(empty_category)] category Option: opt_out {}
    }
}

#[test]
fn beside_shadowed_names() {
    use cookies::{ATTRIBUTES, CATEGORIES, Category, POLICY, Provider, SESSION, cookie};
    let session: cookie_decl::Cookie<cookie_decl::Exempt<cookies::category::Necessary>, String> =
        SESSION;
    assert_eq!(session.attributes().unwrap().path(), "/app");
    assert_eq!(
        cookie!("_pk_id.{site}.{hash}").set_by(),
        cookie_decl::table::SetBy::Script
    );
    assert_eq!(
        (ATTRIBUTES.name(), CATEGORIES.name()),
        ("attributes", "categories")
    );
    assert_eq!("Option".parse(), Ok(Category::Option));
    assert_eq!(POLICY.by_provider(Provider::Us).count(), 6);
    assert!(cookie!("flags").attributes().unwrap().secure());
}
