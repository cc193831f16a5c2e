//! Tables that a user's own macro writes, and `cookie!` inside one.

macro_rules! one_table {
    ($module:ident, $category:ident, $constant:ident: $ty:ty = $name:literal, $path:literal, $lifetime:expr) => {
        mod $module {
            cookie_decl::declare_cookies! {
                pub(super) policy in crate::own_macro::$module;

                provider Us = "Us";

                /// Needed
                ///
                /// The site does not work without these.
                category $category: exempt {
                    with provider = Us;
                    cookie | duration | attributes;
                    /// Keeps the visitor signed in
                    $constant: $ty = $name | { $lifetime } max 2 weeks | Secure Path=$path;
                    /// Keeps the visitor's language
                    LANGUAGE = "language" | 2 weeks | _;
                }
            }
        }
    };
}

one_table!(shop, Necessary, SESSION: u32 = "session", "/shop", core::time::Duration::from_secs(1));
one_table!(blog, Required, SID: String = "sid", "/blog", core::time::Duration::from_secs(2));

macro_rules! name_of {
    ($name:literal) => {
        shop::cookie!($name).name()
    };
}

macro_rules! name_of_tokens {
    ($($name:tt)*) => {
        shop::cookie!($($name)*).name()
    };
}

macro_rules! nested {
    ($name:literal) => {
        name_of!($name)
    };
}

#[test]
fn a_macro_that_writes_tables() {
    let session: cookie_decl::Cookie<cookie_decl::Exempt<shop::category::Necessary>, u32> =
        shop::SESSION;
    assert_eq!(session.attributes().unwrap().path(), "/shop");
    assert_eq!(blog::cookie!("sid").name(), "sid");
    assert_eq!(shop::LANGUAGE.name(), blog::LANGUAGE.name());
    assert_eq!(blog::Category::Required.title(), "Needed");
}

#[test]
fn a_macro_that_forwards_the_name() {
    assert_eq!(name_of!("session"), "session");
    assert_eq!(name_of_tokens!("session"), "session");
    assert_eq!(nested!("session"), "session");
    assert_eq!(nested!(r#"session"#), "session");
}
