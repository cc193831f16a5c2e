//! The flags of a provider.

/// It has the address of a privacy policy.
pub const PRIVACY: u8 = 1;
/// It has a domain.
pub const DOMAIN: u8 = 2;
/// It has a country.
pub const COUNTRY: u8 = 4;
/// It is a third party.
pub const THIRD_PARTY: u8 = 8;
