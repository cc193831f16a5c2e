//! One suite for the servers of all frameworks, over a real connection. It knows nothing of a
//! framework: a server is a program that listens on the port in `PORT`, and serves the rows of
//! `examples/shop-axum/src/cookies.rs` with these routes:
//!
//! | route | what it does |
//! |---|---|
//! | `/` | prints `Visitor::head` and `Visitor::banner` |
//! | `/set` | sets `recent=42` and `offer=7` with `set_if` |
//! | `/rogue` | sets `tracker=1` in the framework's own way |
//! | `/long` | sets `session=abc` for ten years |
//! | `/granted` | responds `Charts` to a visitor who grants `Statistics` |
//! | `/cookies-seen` | responds with the names of the request's cookies, if the server hides denied ones |
//! | `/visits` | counts the visits of a session, if the framework has sessions |

#![allow(
    missing_docs,
    clippy::missing_panics_doc,
    reason = "the names of the tests say what they prove"
)]

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/frameworks.md")]
struct Frameworks;

pub mod client;
pub mod suite;

/// Makes a test of each behaviour, for the program at a path.
#[macro_export]
macro_rules! suite {
    ($program:expr) => {
        $crate::suite! { $program;
            first_visit_is_asked_and_sets_no_cookie
            refusal_is_kept_and_nothing_else_is_set
            agreement_is_kept_and_cookies_are_set
            withdrawal_removes_the_cookie
            page_removes_a_denied_cookie
            undeclared_cookie_is_dropped
            cookie_that_lives_too_long_is_shortened
            response_with_a_cookie_is_kept_from_shared_caches
            response_of_a_visitor_is_private
            assets_are_cached_and_revalidated
            choice_from_another_site_is_refused
            global_privacy_control_denies_what_is_opt_out
            form_without_a_script_returns_to_the_page
            too_large_form_is_refused
            page_of_a_missing_grant_is_in_the_visitors_language
            handler_runs_with_a_grant
            policy_page_lists_the_table
            head_has_no_body
            other_methods_are_refused
            unknown_page_is_guarded
        }
    };
    ($program:expr; $($test:ident)*) => {$(
        #[test]
        fn $test() {
            $crate::suite::$test(&$crate::client::Server::start($program));
        }
    )*};
}
