//! The generated `Category` and `Provider`.

use std::collections::HashSet;

use cookie_decl::Declaration;
use cookie_decl::error::UnknownName;
use cookie_decl::table::{Gate, Signal};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        provider Us = "Us & \"partners\"";
        provider Matomo = "Matomo (self-hosted)" {
            privacy: "https://matomo.org/privacy-policy/", domain: "matomo.example", third_party, country: "New Zealand"
        }

        /// Strictly
        /// necessary
        ///
        /// The site does not
        /// work without these.
        ///
        /// Really.
        category Necessary: exempt {
            cookie | duration | provider;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | Us;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months | Us;
        }

        /// Audience
        category Statistics: opt_in(revision 3, gpc, consent_mode(analytics_storage, ad_storage), signals(matomo, meta), advanced, tcf(1, 8)) {
            cookie | duration | provider;
            /// Tells visits apart
            VISIT = "visit" | 1 day | Matomo;
        }

        #[allow(empty_category)] category r#Untitled: opt_out {}
    }
}

use cookies::{Category, POLICY, Provider};

#[test]
fn all_are_listed_in_the_order_of_the_table() {
    assert_eq!(
        Category::ALL,
        [
            Category::Necessary,
            Category::Statistics,
            Category::Untitled
        ]
    );
    assert_eq!(Provider::ALL, [Provider::Us, Provider::Matomo]);
    assert_eq!(
        Category::ALL.iter().copied().collect::<HashSet<_>>().len(),
        3
    );
}

#[test]
fn a_category_knows_what_the_table_says_of_it() {
    assert_eq!(Category::Necessary.name(), "Necessary");
    assert_eq!(Category::Necessary.title(), "Strictly necessary");
    assert_eq!(Category::Untitled.title(), "Untitled");
    let info = Category::Necessary.info();
    assert_eq!(
        info.description(),
        ["The site does not work without these.", "Really."]
    );
    assert_eq!(
        (info.gate(), info.revision(), info.gpc()),
        (Gate::Exempt, 0, false)
    );
    let info = Category::Statistics.info();
    assert_eq!(
        (info.gate(), info.revision(), info.gpc()),
        (Gate::OptIn, 3, true)
    );
    assert_eq!(info.consent_mode(), ["analytics_storage", "ad_storage"]);
    assert_eq!(info.signals(), [Signal::Matomo, Signal::Meta]);
    assert_eq!(Signal::MatomoCookies.word(), "matomo_cookies");
    assert!(info.is_advanced());
    assert_eq!(info.tcf(), [1, 8]);
    assert!(!Category::Necessary.info().is_advanced());
    assert_eq!(Category::Untitled.info().gate(), Gate::OptOut);
}

#[test]
fn a_provider_knows_what_the_table_says_of_it() {
    assert_eq!(Provider::Us.title(), "Us & \"partners\"");
    let info = Provider::Us.info();
    assert_eq!(
        (
            info.privacy(),
            info.domains(),
            info.country(),
            info.third_party()
        ),
        (None, &[][..], None, false)
    );
    let info = Provider::Matomo.info();
    assert_eq!(info.name(), "Matomo");
    assert_eq!(info.privacy(), Some("https://matomo.org/privacy-policy/"));
    assert_eq!(
        (info.domains(), info.country()),
        (&["matomo.example"][..], Some("New Zealand"))
    );
    assert!(info.third_party());
}

#[test]
fn names_come_back_from_display_from_str_and_try_from() {
    for category in Category::ALL {
        let name = category.to_string();
        assert_eq!(name, category.name());
        assert_eq!(name.parse(), Ok(*category));
        assert_eq!(Category::try_from(name.as_str()), Ok(*category));
    }
    for provider in Provider::ALL {
        assert_eq!(provider.to_string().parse(), Ok(*provider));
    }
}

#[test]
fn an_unknown_name_is_an_error_that_says_so() {
    for name in [
        "",
        "necessary",
        "Necessary ",
        "Strictly necessary",
        "Matomo",
        "Nécessary",
        "\0",
    ] {
        let error: UnknownName = name.parse::<Category>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the table has no category with this name"
        );
    }
    let error = Provider::try_from("Necessary").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the table has no provider with this name"
    );
    let _: &dyn std::error::Error = &error;
}

#[test]
fn serde_writes_the_name_and_reads_it_back() {
    for category in Category::ALL {
        let json = serde_json::to_string(category).unwrap();
        assert_eq!(json, format!("\"{category}\""));
        assert_eq!(serde_json::from_str::<Category>(&json).unwrap(), *category);
        // The text is borrowed, owned, or has an escape.
        assert_eq!(
            serde_json::from_value::<Category>(category.name().into()).unwrap(),
            *category
        );
    }
    assert_eq!(
        serde_json::from_str::<Provider>(r#""\u0055s""#).unwrap(),
        Provider::Us
    );
}

#[test]
fn serde_refuses_an_unknown_name() {
    let error = serde_json::from_str::<Category>("\"Marketing\"")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`Necessary` `Statistics` `Untitled`"),
        "{error}"
    );
    assert!(serde_json::from_str::<Category>("0").is_err());
    assert!(serde_json::from_str::<Provider>("null").is_err());
}

#[test]
fn the_categories_as_types_lead_to_their_values() {
    fn category<C: cookie_decl::consent::CategoryType>() -> C::Set {
        C::CATEGORY
    }
    assert_eq!(
        category::<cookies::category::Statistics>(),
        Category::Statistics
    );
}

#[test]
fn rows_are_found_by_category_and_by_provider() {
    let names = |category| {
        POLICY
            .in_category(category)
            .map(Declaration::name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(Category::Necessary.info()),
        ["sessionid", "preferences"]
    );
    assert_eq!(names(Category::Statistics.info()), ["visit"]);
    assert_eq!(names(Category::Untitled.info()), [""; 0]);
    assert_eq!(POLICY.in_category(Category::Statistics).count(), 1);
    let by = |provider| {
        POLICY
            .by_provider(provider)
            .map(Declaration::name)
            .collect::<Vec<_>>()
    };
    assert_eq!(by(Provider::Us), ["sessionid", "preferences"]);
    assert_eq!(by(Provider::Matomo), ["visit"]);
    let from = POLICY
        .declarations()
        .iter()
        .map(|row| row.category().name())
        .collect::<Vec<_>>();
    assert_eq!(from, ["Necessary", "Necessary", "Statistics"]);
}
