//! A table as a user types it, and code that uses it.

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://www.shop.example" with config: crate::Config in crate::cookies;

        provider Shop = "Example Shop";
        provider Matomo = "Matomo (self-hosted)";

        wording { accept = "Accept everything"; }

        /// Needed for the shop to work
        ///
        /// Without these we could not keep you signed in.
        category Necessary: exempt {
            with provider = Shop;
            cookie | duration;

            /// Keeps you signed in
            SESSION = "__Host-session" | 2 weeks | attributes = Secure HttpOnly SameSite=Lax;
            /// Remembers what you chose on this page
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
            /// Counts the things in your basket
            BASKET: crate::Count = "basket" | { config.kept() } max 4 weeks;
        }

        /// Audience measurement
        ///
        /// Tells us which pages are read.
        category Statistics: opt_in {
            cookie | provider | duration | attributes;

            with set_by = script {
                /// Recognises a returning visitor
                "_pk_id.{site}.{hash}" | Matomo | 13 months | _;
                /// Groups the pages of one visit
                "_pk_ses.{site}.{hash}" | Matomo | rolling 30 minutes | _;
            }
            /// Remembers what you looked at last
            RECENT = "recent" | Shop | 30 days | Secure;

            include crate::counter::counter(site = "7");
        }
    }
}

mod counter {
    cookie_decl::export_cookies! {
        export counter;
        last_updated "2026-11-26";
        cookie | duration;
        /// Counts pages
        "_counter.{site}" | 1 day | set_by = other;
    }
}

use std::time::Duration;

use cookies::{Category, Consent, POLICY, Provider, RECENT, SESSION, category, cookie};

type Count = u32;

struct Config {
    basket: Duration,
}

impl Config {
    fn kept(&self) -> Duration {
        self.basket
    }
}

fn main() {
    let config = Config { basket: Duration::from_secs(3_600) };
    let consent = Consent::accept_all(1_795_305_600);
    let recent = RECENT.set_if(&consent, "42");
    let title = Category::Statistics.title();
    let marker: Option<category::Statistics> = None;
    let provider = Provider::Matomo.title();
    let named = cookie!("recent").name();
    println!("{recent:?} {title} {provider} {named} {}", marker.is_none());
    println!("{:?} {:?}", SESSION.name(), POLICY.at(&config).find("recent"));
}
