//! The behaviour that every framework has.

cookie_decl_tests_frameworks::suite!(env!("CARGO_BIN_EXE_shop-dioxus"));
