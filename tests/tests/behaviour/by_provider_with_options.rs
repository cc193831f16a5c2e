//! A gate `by provider` beside its other options.

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy;
        provider Google = "Google";
        provider Meta = "Meta";
        cookie | provider | duration;

        /// Advertising
        #[allow(no_consent_row)]
        category Marketing: opt_in(by provider, revision 2, gpc) {
            /// Counts adverts
            "NID" | Google | 6 months | set_by = script;
            /// Tells browsers apart
            "_fbp" | Meta | 3 months | set_by = script;
        }
    }
}

#[test]
fn each_provider_is_a_category_to_ask_about() {
    let consent = cookies::Consent::decide(1_795_305_600_u64);
    assert!(
        consent
            .granted::<cookies::category::MarketingGoogle>()
            .is_none()
    );
}
