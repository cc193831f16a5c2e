//! Crate docs come here.
#![no_std]

extern crate alloc;

mod attributes;
mod category;
mod config;
mod consent;
mod cookie;
mod declaration;
mod duration;
mod hash;
mod lookup;
mod name;
mod page;
mod policy;
mod provider;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use attributes::{Attributes, DeclaredAttributes, SameSite};
pub use category::{CategoryInfo, Exempt, Gate, GateType, OptIn, OptOut};
pub use config::{Config, Configured, Value};
pub use consent::{CategoryType, Consent};
pub use cookie::{Bound, Cookie, CookieFamily, Declared};
pub use declaration::{Declaration, SetBy, Storage};
pub use duration::{Duration, Term, Unit};
pub use name::{Holes, NameError, Pattern, UnknownName};
pub use page::document::{self, Document};
pub use page::{Column, Page};
pub use policy::{Policy, PolicyAt, Retired, Table};
pub use provider::ProviderInfo;

/// The table.
#[macro_export]
macro_rules! declare_cookies {
    ($($table:tt)*) => {
        $crate::__private::declare_cookies! { [$crate] $($table)* }
    };
}
