//! The flags of a provider. Its texts are in this order; the domains follow.

/// It has the address of a privacy policy.
pub const PRIVACY: u8 = 1;
/// It has the address of a page for objections.
pub const OPT_OUT: u8 = 2;
/// It has an address for questions.
pub const CONTACT: u8 = 4;
/// It has a postal address.
pub const ADDRESS: u8 = 8;
/// It has a country.
pub const COUNTRY: u8 = 16;
/// It passes data on to another country.
pub const TRANSFER: u8 = 32;
/// It is a third party.
pub const THIRD_PARTY: u8 = 64;
