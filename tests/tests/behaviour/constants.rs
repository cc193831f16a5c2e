//! The types of the constants, and what they provide.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use cookie_decl::Configured;
use cookie_decl::constants::At;
use cookie_decl::value::{Maybe, Percent};
use cookie_decl::{Cookie, CookieFamily, Declared, Exempt, OptIn, OptOut, Policy};

mod plain {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        provider Matomo = "Matomo" { domain: "matomo.example" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Keeps the visitor's language
            LANGUAGE: super::Locale = "language" | 12 months;
            /// Counts open tabs
            TABS: u8 = "tabs" | session;
            /// Holds the basket, and the one before
            BASKET: cookie_decl::value::Maybe<cookie_decl::value::Percent<String>> = "basket", OLD_BASKET = "basket_old" | 1 day;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
            /// Set only over HTTPS
            SECURE = "secure" | 1 day | attributes = .. Secure={ true };
        }

        /// Audience
        category Statistics: opt_in {
            cookie | duration;

            /// Measures what is opened again
            RECENT = "recent" | 30 days;
            /// Measures what is opened again, for each
            RECENT_FOR: u32 = "recent.{dataset}" | 30 days;
            /// Tells visitors apart
            VISITOR = "_pk_id.{site}.{hash}" | 13 months | set_by = script;
            /// Balances the load
            BALANCER = "lb" | session | set_by = other;
            /// Tells visitors apart elsewhere
            ELSEWHERE = "uid" | 13 months | set_by = "ads.example";
            /// Tells visitors apart at the provider's
            PROVIDERS_OWN = "pid" | 13 months | set_by = third_party | provider = Matomo;
        }

        /// Appearance
        category Appearance: opt_out {
            cookie | duration;

            /// Remembers the theme
            THEME = "theme" | 1 year;
            /// Remembers the text size
            SIZE: u8 = "size" | 1 year | set_by = script;
            /// Remembers the columns
            COLUMNS = "columns.{table}" | persistent | set_by = script | storage = local_storage;
            /// Remembers columns that the server asks to store
            LOCAL = "local" | persistent | storage = local_storage;
        }
    }
}

#[derive(Debug, PartialEq)]
struct Locale(String);

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Locale {
    type Err = fmt::Error;

    fn from_str(text: &str) -> Result<Self, fmt::Error> {
        Ok(Self(text.to_owned()))
    }
}

#[test]
fn a_scripts_cookie_is_read_with_its_type() {
    let consent = plain::Consent::accept_all(1_795_305_600);
    let read = |header: &'static str| {
        let cookies = cookie_decl::RequestCookies::from_header(header);
        plain::SIZE.get_if(&consent, cookies)
    };
    assert_eq!(read("size=3"), Ok(Some(3)));
    assert_eq!(read("other=3"), Ok(None));
    assert!(read("size=large").is_err());
    let denied = plain::Consent::refuse_all(1_795_305_600);
    let cookies = cookie_decl::RequestCookies::from_header("size=3");
    assert_eq!(plain::SIZE.get_if(&denied, cookies), Ok(None));
}

#[test]
fn the_gate_the_category_and_the_value_are_in_the_type() {
    use plain::category::{Appearance, Necessary, Statistics};
    let session: Cookie<Exempt<Necessary>, String> = plain::SESSION;
    let _: Cookie<Exempt<Necessary>, Locale> = plain::LANGUAGE;
    let _: Cookie<Exempt<Necessary>, u8> = plain::TABS;
    let _: Cookie<Exempt<Necessary>, Maybe<Percent<String>>> = plain::BASKET;
    let _: Cookie<Exempt<Necessary>, String> = plain::OLD_BASKET;
    let _: Cookie<Exempt<Necessary>, plain::Consent> = plain::PREFERENCES;
    let _: Cookie<OptIn<Statistics>, String> = plain::RECENT;
    let _: Cookie<OptOut<Appearance>, String> = plain::THEME;
    assert_eq!(session.name(), "sessionid");
}

#[test]
fn a_name_with_holes_is_a_family() {
    let family: CookieFamily<OptIn<plain::category::Statistics>, u32> = plain::RECENT_FOR;
    assert_eq!(
        family.pattern().unwrap().hole_names().collect::<Vec<_>>(),
        ["dataset"]
    );
}

#[test]
fn what_somebody_else_sets_is_only_declared() {
    use plain::category::{Appearance, Statistics};
    let visitor: Declared<OptIn<Statistics>> = plain::VISITOR;
    let _: Declared<OptIn<Statistics>> = plain::BALANCER;
    let elsewhere: Declared<OptIn<Statistics>> = plain::ELSEWHERE;
    let own: Declared<OptIn<Statistics>> = plain::PROVIDERS_OWN;
    let columns: Declared<OptOut<Appearance>> = plain::COLUMNS;
    let local: Declared<OptOut<Appearance>> = plain::LOCAL;
    assert_eq!(visitor.set_by(), cookie_decl::table::SetBy::Script);
    assert_eq!(elsewhere.domain(), Some("ads.example"));
    assert_eq!(
        own.set_by(),
        cookie_decl::table::SetBy::ThirdParty(Some("matomo.example"))
    );
    assert!(columns.attributes().is_none() && columns.pattern().is_some());
    assert_eq!(local.storage(), cookie_decl::table::Storage::LocalStorage);
}

#[test]
fn an_expression_without_a_configuration_changes_no_type() {
    let secure: Cookie<Exempt<plain::category::Necessary>, String> = plain::SECURE;
    assert!(secure.attributes().unwrap().secure());
    let _: Policy<plain::Category> = plain::POLICY;
}

#[test]
fn constants_are_copies_that_threads_may_share() {
    fn shared<T: Send + Sync + Copy + fmt::Debug + 'static>(_: T) {}
    shared(plain::SESSION);
    shared(plain::LANGUAGE);
    shared(plain::PREFERENCES);
    shared(plain::RECENT_FOR);
    shared(plain::VISITOR);
    shared(plain::POLICY);
    shared(configured::SESSION);
    shared(configured::POLICY);
}

#[test]
fn a_constant_is_usable_in_constants() {
    const NAME: &str = plain::SESSION.declaration().name();
    static DECLARATION: &cookie_decl::Declaration = plain::RECENT.declaration();
    const KIND: plain::Category = plain::Category::ALL[0];
    const TITLE: &str = KIND.title();
    assert_eq!(
        (NAME, DECLARATION.name(), TITLE),
        ("sessionid", "recent", "Needed")
    );
}

#[test]
fn names_of_one_row_share_its_facts() {
    let [basket, old] = [plain::BASKET.declaration(), plain::OLD_BASKET.declaration()];
    assert_eq!((basket.name(), old.name()), ("basket", "basket_old"));
    assert_eq!(basket.purpose(), old.purpose());
    assert_eq!(basket.duration().max_age(), old.duration().max_age());
    assert!(!basket.continues() && old.continues());
}

pub(crate) struct Config {
    tls: bool,
    path: String,
    domain: Option<String>,
    lifetime: Duration,
    multilingual: bool,
}

impl Config {
    fn new(tls: bool) -> Self {
        let path = String::from(if tls { "/secure" } else { "/plain" });
        Self {
            tls,
            path,
            domain: tls.then(|| "example.org".to_owned()),
            lifetime: Duration::ZERO,
            multilingual: tls,
        }
    }
}

mod configured {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: super::Config;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | attributes = .. Secure={ config.tls } HttpOnly={ !config.tls } Partitioned={ false };
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 1 day | when = { config.multilingual };
            /// Holds the basket
            BASKET = "basket" | { config.lifetime } max 4 weeks | attributes = Path={ config.path.clone() };
            /// Is shared with the shop
            SHARED = "shared" | 1 day | attributes = Domain={ config.domain.clone() } SameSite={ if config.tls { cookie_decl::table::SameSite::Strict } else { cookie_decl::table::SameSite::Lax } };
            /// Keeps the form open
            FORM = "form.{id}" | 1 day | attributes = .. Secure={ let tls = config.tls; tls || config.multilingual };
            /// Is set by the proxy
            PROXY = "proxy" | 1 day | set_by = other | when = { config.tls };
            /// Does not depend on the configuration
            FIXED: bool = "fixed" | 1 day;
        }
    }
}

#[test]
fn a_row_with_an_expression_needs_the_configuration() {
    use configured::category::Necessary;
    let session: Configured<Config, Cookie<Exempt<Necessary>, String>> = configured::SESSION;
    let _: Configured<Config, Cookie<Exempt<Necessary>, u32>> = configured::LANGUAGE;
    let _: Configured<Config, Cookie<Exempt<Necessary>, String>> = configured::BASKET;
    let _: Configured<Config, CookieFamily<Exempt<Necessary>, String>> = configured::FORM;
    let _: Configured<Config, Declared<Exempt<Necessary>>> = configured::PROXY;
    let _: Configured<Config, Policy<configured::Category>> = configured::POLICY;
    let config = Config::new(true);
    let bound: At<'_, Cookie<Exempt<Necessary>, String>> = session.at(&config);
    assert_eq!(bound.name(), "sessionid");
}

#[test]
fn a_row_without_an_expression_needs_no_configuration() {
    let fixed: Cookie<Exempt<configured::category::Necessary>, bool> = configured::FIXED;
    assert!(fixed.attributes().unwrap().secure());
}

#[test]
fn expressions_are_evaluated_under_each_configuration() {
    for tls in [false, true] {
        let config = Config::new(tls);
        let session = configured::SESSION.at(&config).attributes().unwrap();
        assert_eq!(
            (session.secure(), session.http_only(), session.partitioned()),
            (tls, !tls, false)
        );
        assert_eq!(
            configured::BASKET.at(&config).attributes().unwrap().path(),
            config.path
        );
        let shared = configured::SHARED.at(&config).attributes().unwrap();
        assert_eq!(shared.domain(), config.domain.as_deref());
        assert_eq!(
            shared.same_site().as_str(),
            if tls { "Strict" } else { "Lax" }
        );
        assert_eq!(
            configured::FORM.at(&config).attributes().unwrap().secure(),
            tls
        );
        assert_eq!(configured::LANGUAGE.at(&config).is_on(), tls);
        assert_eq!(configured::PROXY.at(&config).is_on(), tls);
        assert!(configured::SESSION.at(&config).is_on());
    }
}

#[test]
fn what_does_not_depend_on_the_configuration_needs_none() {
    assert_eq!(configured::SESSION.name(), "sessionid");
    assert_eq!(configured::SESSION.category().name(), "Necessary");
    // This is the bound of a duration that is known at run time.
    assert_eq!(
        configured::BASKET.duration().max_age(),
        Some(4 * 7 * 86_400)
    );
    assert_eq!(configured::POLICY.declarations().len(), 7);
}

#[test]
fn every_constant_of_a_table_with_a_configuration_takes_it() {
    let config = Config::new(true);
    let fixed = configured::FIXED.at(&config).set(true).unwrap();
    assert_eq!(fixed, configured::FIXED.set(true).unwrap());
}
