//! The errors of the library.

pub use crate::cookie::error::{Error, ReadError};
pub use crate::table::pattern::NameError;
pub use crate::table::unknown_name::UnknownName;
pub use crate::wire::set_cookie::error::SetError;
pub use crate::wire::value::ValueError;
