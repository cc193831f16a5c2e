mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy;
        /// Statistics
        #[allow(no_consent_row)]
        #[allow(empty_category)] category Statistics: opt_in {}
    }
}

mod other {
    cookie_decl::declare_cookies! {
        pub(crate) policy;
        /// Statistics
        #[allow(no_consent_row)]
        #[allow(empty_category)] category Statistics: opt_in {}
    }
}

fn main() {
    let consent = other::Consent::refuse_all(0);
    let _ = cookies::POLICY.withdraw(&consent, cookie_decl::RequestCookies::from_header(""));
}
