//! The behaviour that every framework has.

cookie_decl_tests_frameworks::suite!(env!("CARGO_BIN_EXE_shop-actix"));
cookie_decl_tests_frameworks::suite!(env!("CARGO_BIN_EXE_shop-actix"); denied_cookies_are_hidden session_of_the_framework_is_kept);
