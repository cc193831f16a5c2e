//! A look-up, reading a request, and writing HTML allocate nothing, as a counting allocator shows.

use std::fmt;

use cookie_decl::{Gpc, RequestCookies};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: super::Config in crate::cookies;

        provider Us = "Us";

        /// Needed
        #[allow(no_description)]
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
    for name in [
        "sessionid",
        "preview",
        "page.1.2",
        "x.shard",
        "",
        "nobody",
        &long,
        "é\0\u{1F36A}",
    ] {
        let count = allocations(|| {
            std::hint::black_box(policy.find(name));
            assert!(policy.find_all(name).count() < 3);
        });
        assert_eq!(count, 0, "for {:?}", &name[..name.len().min(20)]);
    }
}

#[test]
fn reading_the_holes_of_a_name_allocates_nothing() {
    let page = cookies::PAGE.pattern().expect("it has holes");
    let count = allocations(|| {
        let holes = page.holes("page.1.2.3").expect("it matches");
        assert!(holes.eq([("number", "1"), ("part", "2.3")]));
    });
    assert_eq!(count, 0);
}

#[test]
fn reading_a_row_allocates_nothing() {
    use cookies::{Category, Provider};
    let count = allocations(|| {
        let row = cookies::POLICY
            .at(&Config { preview: true })
            .find("sessionid")
            .expect("it is declared");
        assert_eq!(
            row.provider().map(cookie_decl::table::ProviderInfo::name),
            Some(Provider::Us.name())
        );
        assert_eq!(cookies::POLICY.in_category(Category::Necessary).count(), 4);
        assert_eq!(cookies::POLICY.by_provider(Provider::Us).count(), 4);
        assert_eq!("Necessary".parse(), Ok(Category::Necessary));
        assert!(
            cookies::cookie!("sessionid")
                .attributes()
                .is_some_and(|attributes| attributes.path() == "/")
        );
    });
    assert_eq!(count, 0);
}

#[test]
fn reading_a_request_and_its_answer_allocates_nothing() {
    use asking::{Category, Consent, POLICY, PREFERENCES};
    let now = 1_795_305_600;
    let answer = PREFERENCES
        .set(&Consent::accept_all(now))
        .expect("it is an answer");
    let header = format!("recent=1; _pk_id.7=2; {}={}", answer.name(), answer.value());
    let count = allocations(|| {
        let cookies = RequestCookies::from_header(&header);
        let consent = Consent::from_request(cookies, Gpc::OFF, now);
        assert!(consent.granted::<asking::category::Statistics>().is_some());
        let statistics = POLICY.in_category(Category::Statistics);
        let recent = cookies
            .iter()
            .filter(|(name, _)| statistics.clone().any(|row| row.matches(name)));
        assert_eq!(recent.count(), 2);
    });
    assert_eq!(count, 0);
}

mod portal {
    cookie_decl::declare_cookies! {
        language en;
        /// Cookies
        ///
        /// What we "store" & why.
        pub(super) policy for "https://shop.example";

        provider Ads = "Ads & friends" { privacy: "https://ads.example/privacy", country: "Ireland", third_party }

        /// Who we are
        ///
        /// A shop.
        section;

        /// Needed
        ///
        /// Nothing works without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "session_of_the_shop" | session or 2 weeks;
            /// Keeps the basket
            BASKET = "basket" | rolling 30 minutes | attributes = .. Path="/shop" | "Team" = "Basket";
            /// Keeps the other basket
            OTHER = "basket" | 12 months | attributes = .. Path="/other";
            /// Remembers what you chose
            CHOICE: Consent = "choice" | 6 months;
        }

        /// Advertising
        ///
        /// Shows what you may like.
        category Advertising: opt_out(gpc) {
            with provider = Ads;
            cookie | duration | set_by;
            /// Counts
            any | 13 months | "ads.example";
            /// Tells pages apart
            "_ad_{campaign}.{number}", "_ad" | 13 months | script;
            /// Keeps what you looked at
            "seen" | persistent | script | attributes = _ | storage = local_storage;
        }

        translation fr {
            "Cookies" => "Cookies";
            "What we \"store\" & why." => "Ce que nous gardons.";
            "Who we are" => "Qui nous sommes";
            "A shop." => "Une boutique.";
            "Needed" => "Nécessaires";
            "Nothing works without these." => "Rien ne marche sans eux.";
            "Keeps the visitor signed in" => "Garde la session";
            "Keeps the basket" => "Garde le panier";
            "Keeps the other basket" => "Garde l'autre panier";
            "Remembers what you chose" => "Garde votre choix";
            "Team" => "Équipe";
            "Basket" => "Panier";
            "Advertising" => "Publicité";
            "Shows what you may like." => "Montre ce que vous aimerez.";
            "Counts" => "Compte";
            "Tells pages apart" => "Distingue les pages";
            "Keeps what you looked at" => "Garde ce que vous avez vu";
            "Ireland" => "Irlande";
        }
    }
}

/// Discards everything that is written to it.
struct Nowhere(usize);

impl fmt::Write for Nowhere {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

#[test]
fn the_html_of_a_page_allocates_nothing() {
    for language in ["en", "fr"] {
        let page = portal::POLICY
            .page()
            .language(language)
            .settings("/cookies")
            .last_updated("2026-11-22")
            .security(true);
        let (mut all, mut part) = (Nowhere(0), Nowhere(0));
        let count = allocations(|| {
            page.write_html(&mut all).expect("writing cannot fail");
            page.write_html_fragment(&mut part)
                .expect("writing cannot fail");
        });
        assert_eq!(count, 0, "in {language}");
        assert_eq!(
            [all.0, part.0],
            [page.html().len(), page.html_fragment().len()]
        );
    }
}
