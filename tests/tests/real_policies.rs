//! The cookie tables of real websites, written as their users would. The table says what they
//! published.

#[path = "../real/arabic.rs"]
mod arabic;
#[path = "../real/bath.rs"]
mod bath;
#[path = "../real/charcount.rs"]
mod charcount;
#[path = "../real/commission.rs"]
mod commission;
#[path = "../real/discourse.rs"]
mod discourse;
#[path = "../real/etherpad.rs"]
mod etherpad;
#[path = "../real/github.rs"]
mod github;
#[path = "../real/gov_uk.rs"]
mod gov_uk;
#[path = "../real/laravel.rs"]
mod laravel;
#[path = "../real/network_rail.rs"]
mod network_rail;
#[path = "../real/nextcloud.rs"]
mod nextcloud;
#[path = "../real/nhs.rs"]
mod nhs;
#[path = "../real/parley.rs"]
mod parley;
#[path = "../real/peace_agreements.rs"]
mod peace_agreements;
#[path = "../real/storefront.rs"]
mod storefront;
