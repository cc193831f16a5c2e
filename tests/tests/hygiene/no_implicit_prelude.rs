//! A module without a prelude: only `::` paths and imports are in scope.
#![no_implicit_prelude]

mod cookies {
    ::cookie_decl::declare_cookies! {
        /// Cookies
        ///
        /// What we store.
        pub(super) policy for "https://example.org" with config: super::Config in crate::no_implicit_prelude::cookies;

        provider Us = "Us" { privacy: "https://example.org/privacy", third_party, country: "AE" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Us;
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | attributes = .. Secure={ config.tls } Path={ "/app" } Domain={ ::core::option::Option::Some("example.org") };
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | { ::core::time::Duration::ZERO } max 12 months | when = { true };
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Audience
        category Statistics: opt_in {
            cookie | duration | set_by;
            /// Tells visitors apart
            "_pk_id.{site}.{hash}" | 13 months | script;
        }

        retired { "old" Path="/old"; }
        wording { accept = "Yes to everything"; }
        translation fr {
            wording { reject = "Non"; }
            "AE" => "AE";
            "Cookies" => "Cookies";
            "What we store." => "Ce que nous conservons.";
            "Needed" => "Nécessaires";
            "The site does not work without these." => "Le site ne fonctionne pas sans eux.";
            "Keeps the visitor signed in" => "Garde la session";
            "Keeps the visitor's language" => "Garde la langue";
            "Remembers the answer" => "Garde la réponse";
            "Audience" => "Mesure d’audience";
            "Tells visitors apart" => "Distingue les visiteurs";
        }
    }
}

pub(crate) struct Config {
    tls: bool,
}

#[::core::prelude::v1::test]
fn without_a_prelude() {
    let config = Config { tls: true };
    let attributes = cookies::cookie!("sessionid")
        .at(&config)
        .attributes()
        .unwrap();
    ::std::assert!(attributes.secure());
    ::std::assert_eq!(
        attributes.domain(),
        ::core::option::Option::Some("example.org")
    );
    ::std::assert_eq!(cookies::Category::ALL.len(), 2);
    ::std::assert_eq!(
        cookies::Provider::Us.info().country(),
        ::core::option::Option::Some("AE")
    );
    ::std::assert!(cookies::POLICY.at(&config).find("_pk_id.1.2").is_some());
    ::std::assert!(cookies::POLICY.retired()[0].matches("old"));
}
