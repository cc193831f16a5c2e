//! Tables of each visibility, nothing of them used, under every lint that looks at generated code.
//! That it compiles is the test; the lints of clippy need `cargo clippy`.
#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic
)]
// Not with the test harness, which allows some of it.
#![cfg_attr(not(test), forbid(dead_code, unused_imports, unused_macros))]

// The rows are tokens from outside of this macro: clippy does not look at what a macro wrote itself.
macro_rules! tables {
    ($($rows:tt)*) => {
        mod private {
            cookie_decl::declare_cookies! {
                /// Cookies
                ///
                /// What we store.
                policy for "https://example.org";
                $($rows)*
            }
        }

        mod pub_crate {
            cookie_decl::declare_cookies! {
                /// Cookies
                ///
                /// What we store.
                pub(crate) policy for "https://example.org" in crate::pub_crate;
                $($rows)*
            }
        }

        /// Public.
        pub mod public {
            cookie_decl::declare_cookies! {
                /// Cookies
                ///
                /// What we store.
                pub policy for "https://example.org" in crate::public;
                $($rows)*
            }
        }

        // `unreachable_pub` is right here: this `pub` means `pub(crate)`.
        #[allow(unreachable_pub)]
        mod public_in_private {
            cookie_decl::declare_cookies! {
                /// Cookies
                ///
                /// What we store.
                pub policy for "https://example.org" in crate::public_in_private;
                $($rows)*
            }
        }
    };
}

include!("table.rs");

fn main() {}
