//! The behaviour that every framework has.

cookie_decl_tests_frameworks::suite!(env!("CARGO_BIN_EXE_shop-rocket"));
cookie_decl_tests_frameworks::suite!(env!("CARGO_BIN_EXE_shop-rocket"); session_of_the_framework_is_kept);
