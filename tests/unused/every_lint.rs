//! A table with the lints of rustc that are off by default.
#![deny(
    warnings,
    future_incompatible,
    rust_2018_idioms,
    rust_2024_compatibility,
    nonstandard_style,
    let_underscore
)]
#![deny(
    ambiguous_negative_literals,
    explicit_outlives_requirements,
    impl_trait_redundant_captures,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_unsafe_on_extern,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_results,
    variant_size_differences
)]
#![allow(deprecated)]
// The warning `case_twins` below is here for its generated code. The test harness would allow some
// of the lints.
#![cfg_attr(
    not(test),
    forbid(
        unsafe_code,
        unused_qualifications,
        non_upper_case_globals,
        missing_docs
    )
)]

macro_rules! tables {
    ($($rows:tt)*) => {
        /// A public table.
        pub mod cookies {
            cookie_decl::declare_cookies! {
                /// Cookies
                pub policy in crate::cookies;

                $($rows)*

                #[allow(empty_category)] category Fourth: opt_out {}
                #[allow(empty_category)] category Fifth: opt_out {}
                #[allow(empty_category)] category Sixth: opt_out {}
                #[allow(empty_category)] category Seventh: opt_out {}
                #[allow(empty_category)] category r#Eighth: opt_out {}
            }
        }

        /// A table for its own module only.
        mod own {
            cookie_decl::declare_cookies! {
                policy;

                $($rows)*

                /// Needed
                #[allow(no_description)]
                category Third: exempt {
                    cookie | duration;
                    /// In small letters
                    "SessionId" | 1 day;
                }
            }
        }
    };
}

include!("table.rs");

fn main() {}
