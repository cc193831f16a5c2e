//! Cookies in the headers of requests and responses (RFC 6265bis).

pub(crate) mod percent;
#[cfg(feature = "http")]
pub(crate) mod received;
pub(crate) mod request;
pub(crate) mod set_cookie;
pub mod value;
