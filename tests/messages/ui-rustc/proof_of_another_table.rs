#[path = "shared/cookies.rs"]
mod cookies;

mod other {
    cookie_decl::declare_cookies! {
        pub(crate) policy;
        /// Statistics
        #[allow(no_consent_row)]
        #[allow(empty_category)] category Statistics: opt_in {}
    }
}

fn main() {
    let consent = other::Consent::accept_all(0);
    let Some(ok) = consent.granted() else { return };
    let _ = cookies::RECENT.set(ok, "42");
}
