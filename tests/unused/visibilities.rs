//! Tables of each visibility, all unused, with every lint for generated code. It must compile. The
//! lints of clippy need `cargo clippy`.
#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic
)]
// The test harness would allow some of the lints.
#![cfg_attr(not(test), forbid(dead_code, unused_imports, unused_macros))]

// The rows are tokens from outside of this macro, because clippy does not check what a macro wrote
// itself.
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
