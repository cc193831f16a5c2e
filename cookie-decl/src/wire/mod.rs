//! Cookies in headers (RFC 6265bis): what a request contains, and what a response sets.

pub(crate) mod percent;
#[cfg(feature = "http")]
pub(crate) mod received;
pub(crate) mod request;
pub(crate) mod set_cookie;
pub mod value;
