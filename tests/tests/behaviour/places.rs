//! The place of a row in the source.

#[macro_use]
mod shared;

mod cookies {
    shared_rows! {
        pub policy;
        /// Own
        ///
        /// This site needs these.
        category Own: exempt {
            cookie | duration;
            /// Remembers the language
            "own" | 2 weeks;
        }
    }
}

#[test]
fn a_row_that_a_macro_of_another_file_writes_has_no_line() {
    let place = |name| {
        let row = cookies::POLICY.find(name).expect("the row is declared");
        row.place().to_string().replace('\\', "/")
    };
    let own = place("own");
    assert!(own.ends_with("behaviour/places.rs:15"), "{own}");
    let shared = place("shared");
    assert!(shared.ends_with("behaviour/places.rs"), "{shared}");
}
