//! `cookie!`, which finds the constant by the name of the cookie.

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy in crate::cookie_macro::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Keeps a value of another type
            COUNT: u32 = "count" | 2 weeks;
            /// Is named with every mark that there is
            #[allow(looks_like_pattern, reason = "that is its name")]
            MARKS = "!#$%&'+-.^_`|~" | 1 day;
            /// Is a family
            PAGE = "page.{number}" | 1 day;
            /// Is only declared
            SCRIPTED = "scripted" | 1 day | set_by = script;
            /// Belongs to one part of the site
            SHOP = "scoped" | 1 day | attributes = .. Path="/shop";
            /// Belongs to another
            "scoped" | 1 day | attributes = .. Path="/blog";
            /// Has no constant
            "nameless" | 1 day;
            /// Is named as what the table calls others
            ANY = "any" | 1 day;
            /// Whatever they set
            #[allow(exempt_third_party, reason = "it must not interfere")]
            any | 1 day | set_by = "ads.example";
        }
    }
}

use cookies::cookie;

#[test]
fn it_is_the_constant_with_its_type() {
    let _: cookie_decl::Cookie<cookie_decl::Exempt<cookies::category::Necessary>, u32> =
        cookie!("count");
    let _: cookie_decl::CookieFamily<cookie_decl::Exempt<cookies::category::Necessary>, String> =
        cookie!("page.{number}");
    let _: cookie_decl::Declared<cookie_decl::Exempt<cookies::category::Necessary>> =
        cookie!("scripted");
    assert_eq!(cookie!("sessionid").name(), cookies::SESSION.name());
}

#[test]
fn it_is_an_expression_in_constants_as_well() {
    const SESSION: &str = cookie!("sessionid").declaration().name();
    assert_eq!(SESSION, "sessionid");
}

#[test]
fn a_literal_may_be_written_in_any_way() {
    assert_eq!(cookie!(r"sessionid").name(), "sessionid");
    assert_eq!(cookie!(r#"sessionid"#).name(), "sessionid");
    assert_eq!(cookie!("session\x69d").name(), "sessionid");
    assert_eq!(cookie!("!#$%&'+-.^_`|~").name(), cookies::MARKS.name());
    assert_eq!(cookie! { "sessionid" }.name(), "sessionid");
    assert_eq!(cookie!["sessionid"].name(), "sessionid");
}

macro_rules! forward_literal {
    ($name:literal) => {
        cookie!($name)
    };
}

macro_rules! forward_expression {
    ($name:expr) => {
        cookie!($name)
    };
}

macro_rules! forward_tokens {
    ($($name:tt)*) => {
        cookie!($($name)*)
    };
}

macro_rules! forward_twice {
    ($name:literal) => {
        forward_literal!($name)
    };
}

#[test]
fn another_macro_may_forward_the_literal() {
    assert_eq!(forward_literal!("count").name(), "count");
    assert_eq!(forward_expression!("count").name(), "count");
    assert_eq!(forward_tokens!("count").name(), "count");
    assert_eq!(forward_twice!("count").name(), "count");
    assert_eq!(forward_twice!(r"count").name(), "count");
}

#[test]
fn a_name_with_several_scopes_means_the_row_with_a_constant() {
    assert_eq!(cookie!("scoped").attributes().unwrap().path(), "/shop");
}

#[test]
fn a_cookie_can_be_named_any() {
    assert_eq!(cookie!("any").name(), cookies::ANY.name());
    assert_eq!(cookies::POLICY.find_all("any").count(), 1);
    assert!(!cookies::POLICY.find("any").unwrap().is_any());
    assert!(cookies::POLICY.find("nameless").is_some());
}
