//! What the code that `declare_cookies!` writes refers to. Not for use by hand.

pub use alloc::borrow::Cow;
pub use core::clone::Clone;
pub use core::cmp::{Eq, PartialEq};
pub use core::convert::{From, Into, TryFrom};
pub use core::fmt;
pub use core::hash::Hash;
pub use core::marker::Copy;
pub use core::option::Option::{self, None, Some};
pub use core::primitive;
pub use core::result::Result::{self, Err, Ok};
pub use core::str::FromStr;
pub use core::time::Duration as StdDuration;

pub use cookie_decl_macros::{declare_cookies, undeclared};
#[cfg(feature = "serde")]
pub use serde;

pub use crate::config::{Config, Value};
pub use crate::lookup::Index;
pub use crate::page::Translation;
pub use crate::policy::{Part, Table};
