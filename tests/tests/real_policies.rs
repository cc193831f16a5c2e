//! The cookie tables of real websites, written down as their users would: what they published stays true in the table.

#[path = "../real/commission.rs"]
mod commission;
#[path = "../real/discourse.rs"]
mod discourse;
#[path = "../real/gov_uk.rs"]
mod gov_uk;
#[path = "../real/nextcloud.rs"]
mod nextcloud;
#[path = "../real/nhs.rs"]
mod nhs;
#[path = "../real/storefront.rs"]
mod storefront;
