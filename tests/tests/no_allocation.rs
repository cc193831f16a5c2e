//! Nothing is allocated for a look-up, nor for reading a request: an allocator that counts says so.

use cookie_decl::{Gpc, RequestCookies};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: super::Config in crate::cookies;

        provider Us = "Us";

        /// Needed
        #[allow(no_description, exempt_too_long)]
        category Necessary: exempt {
            with provider = Us;
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Is there or not
            "preview" | 2 weeks | when = { config.preview };
            /// Tells pages apart
            PAGE = "page.{number}.{part}" | 2 weeks | attributes = .. Secure={ config.preview };
            /// Tells more apart
            "{shard}.shard" | 2 weeks;
        }
    }
}

pub(crate) struct Config {
    preview: bool,
}

mod asking {
    cookie_decl::declare_cookies! {
        pub(super) policy in crate::asking;

        /// Needed
        #[allow(no_description)]
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "preferences" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            "recent" | 30 days;
            /// Recognises a returning visitor
            "_pk_id.{site}" | 30 days;
        }
    }
}

fn allocations(of: impl FnOnce()) -> u64 {
    allocation_counter::measure(of).count_total
}

#[test]
fn the_allocator_counts() {
    assert_eq!(allocations(|| drop(std::hint::black_box(Box::new(1)))), 1);
}

#[test]
fn a_look_up_allocates_nothing() {
    let policy = cookies::POLICY.at(&Config { preview: true });
    let long = "page.".repeat(10_000);
    for name in ["sessionid", "preview", "page.1.2", "x.shard", "", "nobody", &long, "é\0\u{1F36A}"] {
        let count = allocations(|| {
            std::hint::black_box(policy.find(name));
            assert!(policy.find_all(name).count() < 3);
        });
        assert_eq!(count, 0, "for {:?}", &name[..name.len().min(20)]);
    }
}

#[test]
fn taking_a_name_apart_allocates_nothing() {
    let page = cookies::PAGE.pattern().expect("it has holes");
    let count = allocations(|| {
        let holes = page.holes("page.1.2.3").expect("it matches");
        assert!(holes.eq([("number", "1"), ("part", "2.3")]));
    });
    assert_eq!(count, 0);
}

#[test]
fn what_is_said_of_a_row_allocates_nothing() {
    use cookies::{Category, Provider};
    let count = allocations(|| {
        let row = cookies::POLICY.at(&Config { preview: true }).find("sessionid").expect("it is declared");
        assert_eq!(row.provider().map(cookie_decl::ProviderInfo::name), Some(Provider::Us.name()));
        assert_eq!(cookies::POLICY.in_category(Category::Necessary).len(), 4);
        assert_eq!(cookies::POLICY.by_provider(Provider::Us).count(), 4);
        assert_eq!("Necessary".parse(), Ok(Category::Necessary));
        assert!(cookies::cookie!("sessionid").attributes().is_some_and(|attributes| attributes.path() == "/"));
    });
    assert_eq!(count, 0);
}

#[test]
fn reading_a_request_and_its_answer_allocates_nothing() {
    use asking::{Category, Consent, POLICY, PREFERENCES};
    let now = 1_795_305_600;
    let answer = PREFERENCES.set(&Consent::accept_all(now)).expect("it is an answer");
    let header = format!("recent=1; _pk_id.7=2; {}={}", answer.name(), answer.value());
    let count = allocations(|| {
        let cookies = RequestCookies::from_header(&header);
        let consent = Consent::from_request(cookies, Gpc::OFF, now);
        assert!(consent.granted::<asking::category::Statistics>().is_some());
        let statistics = POLICY.in_category(Category::Statistics);
        let recent = cookies.iter().filter(|(name, _)| statistics.iter().any(|row| row.matches(name)));
        assert_eq!(recent.count(), 2);
    });
    assert_eq!(count, 0);
}
