//! What a provider has, as bits of a byte.

/// The address of a privacy policy.
pub const PRIVACY: u8 = 1;
/// A domain.
pub const DOMAIN: u8 = 2;
/// A country.
pub const COUNTRY: u8 = 4;
/// It is a third party.
pub const THIRD_PARTY: u8 = 8;
