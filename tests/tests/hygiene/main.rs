//! The table works wherever Rust allows an item. Each module is a situation. This file is one too:
//! a table at the root of a crate, with the macro `cookie!` beside it.

#![allow(
    unreachable_pub,
    reason = "a table may be `pub` where nothing outside can see it"
)]

mod in_function;
mod no_implicit_prelude;
mod own_macro;
mod shadowed;
mod silenced_warning;
mod two_tables;
mod visibility;

cookie_decl::declare_cookies! {
    pub policy in crate;

    /// Needed
    ///
    /// The site does not work without these.
    category Necessary: exempt {
        cookie | duration;
        /// Keeps the visitor signed in
        SESSION = "sessionid" | 2 weeks;
    }
}

#[test]
fn at_the_root_of_the_crate() {
    assert_eq!(SESSION.name(), "sessionid");
    assert_eq!(cookie!("sessionid").name(), "sessionid");
    assert_eq!(
        crate::cookie!("sessionid").category().name(),
        Category::Necessary.name()
    );
    assert!(POLICY.find("sessionid").is_some());
}
