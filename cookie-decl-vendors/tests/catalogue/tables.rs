//! Each table of the catalogue alone, and all of them together.

#![allow(
    deprecated,
    reason = "a site has a row for consent, and no category without rows"
)]

use std::collections::BTreeMap;

use cookie_decl::Policy;
use cookie_decl::table::Table;

/// Names the tables. Parameters that a table cannot do without have a value.
macro_rules! for_each_table {
    ($then:ident) => {
        $then! {
            actix_session(name = "actix")
            adyen
            akamai
            amplitude
            auth0
            aws_load_balancer
            aws_waf
            axum_login(name = "axum")
            azure_app_service
            azure_application_gateway
            azure_front_door
            cloudflare
            cloudflare_load_balancing
            cloudflare_rate_limiting
            cloudflare_turnstile
            cloudflare_waiting_room
            crisp
            discourse
            disqus
            fastly
            ga4
            google_ads
            google_maps
            google_tag_manager
            hotjar
            hubspot
            hubspot_chat
            intercom
            keycloak
            klarna
            linkedin
            matomo
            matomo_cloud(domain = "site.example")
            matomo_cookieless
            matomo_opt_out
            meta_pixel
            microsoft_clarity
            microsoft_uet
            mixpanel
            optimizely
            paypal
            pinterest
            plausible
            posthog
            recaptcha
            rocket_flash
            rocket_private(name = "private")
            segment
            sentry
            sentry_replay
            soundcloud
            spotify
            stripe
            tiktok
            tower_sessions(name = "tower")
            umami
            vimeo
            vwo
            x
            youtube
            youtube_nocookie
            zendesk
        }
    };
}

macro_rules! alone {
    ($($name:ident $(($($value:tt)*))?)+) => {
        $(
            mod $name {
                cookie_decl::declare_cookies! {
                    pub(crate) policy for "https://site.example";
                    category All: opt_in {
                        include cookie_decl_vendors::$name $(($($value)*))?;
                    }
                }
            }
        )+

        /// Every table of the catalogue in a table of its own, by its name.
        pub(crate) const ALONE: &[(&str, &Table)] = &[$((stringify!($name), $name::POLICY.table())),+];
    };
}

for_each_table!(alone);

macro_rules! together {
    ($($name:ident $(($($value:tt)*))?)+) => {
        mod together {
            cookie_decl::declare_cookies! {
                pub(crate) policy for "https://site.example";
                category All: opt_in {
                    $(include cookie_decl_vendors::$name $(($($value)*))?;)+
                }
                translation ar { "All" => "All"; }
                translation de { "All" => "All"; }
                translation el { "All" => "All"; }
                translation es { "All" => "All"; }
                translation fr { "All" => "All"; }
                translation it { "All" => "All"; }
                translation ja { "All" => "All"; }
                translation nl { "All" => "All"; }
                translation pl { "All" => "All"; }
                translation pt { "All" => "All"; }
                translation pt-BR { "All" => "All"; }
                translation sv { "All" => "All"; }
                translation uk { "All" => "All"; }
                translation zh { "All" => "All"; }
            }
        }
    };
}

for_each_table!(together);

/// All tables of the catalogue in one.
pub(crate) const TOGETHER: Policy<together::Category> = together::POLICY;

/// Several tables of one company each describe it. In a site that includes two of them the first
/// description counts, so all have to be the same.
#[test]
fn a_company_is_described_in_one_way_in_all_tables() {
    let mut described = BTreeMap::new();
    let mut repeated = 0;
    for (name, table) in ALONE {
        for provider in table.providers() {
            let description = (
                (provider.title(), provider.country(), provider.third_party()),
                (provider.privacy(), provider.opt_out(), provider.contact()),
            );
            let (first, known) = described
                .entry(provider.name())
                .or_insert((name, description));
            assert_eq!(
                *known,
                description,
                "`{}` in {first} and {name}",
                provider.name()
            );
            repeated += usize::from(*first != name);
        }
    }
    assert!(repeated > 0);
}
