//! The items that the generated code of `declare_cookies!` refers to. Not for use by hand.

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use core::clone::Clone;
pub use core::cmp::{Eq, PartialEq};
pub use core::convert::{From, TryFrom};
pub use core::fmt::{self, Debug};
pub use core::hash::Hash;
pub use core::marker::Copy;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::u8;
pub use core::result::Result;
pub use core::str::FromStr;
pub use core::{compile_error, concat, env, file, include_bytes};

#[cfg(all(feature = "macros", not(rust_analyzer)))]
pub use cookie_decl_macros::{declare_cookies, included};
#[cfg(all(feature = "macros", rust_analyzer))]
pub use cookie_decl_macros::{
    declare_cookies_in_editor as declare_cookies, included_in_editor as included,
};
#[cfg(feature = "macros")]
pub use cookie_decl_macros::{export_cookies, undeclared};
#[cfg(feature = "serde")]
pub use serde;

pub use crate::__impl_serde as impl_serde;
pub use crate::consent::gate::{Categories, CategoryType, Gated, Unconfigured};
pub use crate::policy::Policy;
pub use crate::run_time::{Config, Setting};
pub use crate::table::attributes::{DeclaredAttributes, SameSite};
pub use crate::table::basis::LegalBasis;
pub use crate::table::category::{Break, CategoryInfo, Gate, OfProvider};
pub use crate::table::column::Column;
pub use crate::table::declaration::{Declaration, RareFields, SetBy, Storage, TableData, rows};
pub use crate::table::duration::{Duration, Term, Unit, durations};
pub use crate::table::lookup::{Index, Names, Slots, Tree};
pub use crate::table::pattern::Pattern;
pub use crate::table::provider::{ControllerInfo, ProviderInfo, Providers, providers};
pub use crate::table::signal::Signal;
pub use crate::table::translation::Translation;
pub use crate::table::unknown_name::UnknownName;
pub use crate::table::words;
pub use crate::table::{Part, Retired, Table};
pub use crate::texts::built_in::Texts;
pub use crate::texts::wording::reworded;
pub use cookie_decl_core::layout::row::{NONE, Numbers};
pub use cookie_decl_core::wording::Key;

/// The built-in texts, one module for each language.
pub mod texts {
    pub use crate::texts::*;
}

use crate::cookie::{Cookie, CookieFamily, Declared};
use crate::run_time::Configured;

use crate::wire::value::CookieValue;

/// Looks up a value of a generated enum by its number.
///
/// # Errors
/// If there is no number.
#[inline]
pub fn nth<T: Copy>(all: &[T], number: Result<usize, UnknownName>) -> Result<T, UnknownName> {
    number.map(|number| all[number])
}

/// A constant whose cookie has a value of a known type.
pub trait Typed {
    /// The type of the value.
    type Value;
}

impl<G, V> Typed for Cookie<G, V> {
    type Value = V;
}

impl<G, V> Typed for CookieFamily<G, V> {
    type Value = V;
}

impl<G, V> Typed for Declared<G, V> {
    type Value = V;
}

impl<C, T: Typed> Typed for Configured<C, T> {
    type Value = T::Value;
}

/// What generated code uses of the table `C`, so that no lint calls it unused.
pub trait Uses<C> {
    fn table();
    fn constants();
}

/// Compiles if the type of a constant's value is one that a cookie can have.
pub fn has_a_value<T: Typed<Value = V>, V: CookieValue>(_: T) {}

/// A type that `Path={ expr }` can have.
#[diagnostic::on_unimplemented(
    message = "`Path={{ .. }}` is a text, not `{Self}`",
    note = "it may be `&str`, `&String`, `String` or `Cow<'static, str>`"
)]
pub trait IntoPath {
    /// The path.
    fn into_path(self) -> Cow<'static, str>;
}

/// A type that `Domain={ expr }` can have.
#[diagnostic::on_unimplemented(
    message = "`Domain={{ .. }}` is a text or an `Option` of one, not `{Self}`",
    note = "it may be `&str`, `&String`, `String`, `Cow<'static, str>`, `Option` of these, or `&Option<String>`"
)]
pub trait IntoDomain {
    /// The domain, if there is one.
    fn into_domain(self) -> Option<Cow<'static, str>>;
}

macro_rules! texts {
    ($($text:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl IntoPath for $text {
                fn into_path(self) -> Cow<'static, str> {
                    Cow::Owned(self.into())
                }
            }

            #[diagnostic::do_not_recommend]
            impl IntoDomain for $text {
                fn into_domain(self) -> Option<Cow<'static, str>> {
                    Some(self.into_path())
                }
            }

            #[diagnostic::do_not_recommend]
            impl IntoDomain for Option<$text> {
                fn into_domain(self) -> Option<Cow<'static, str>> {
                    self.map(IntoPath::into_path)
                }
            }
        )+
    };
}

// Borrowed values of the configuration are cloned: they may not outlive the response.
texts!(&str, &String, String, Cow<'static, str>);

#[diagnostic::do_not_recommend]
impl IntoDomain for &Option<String> {
    fn into_domain(self) -> Option<Cow<'static, str>> {
        self.as_deref().into_domain()
    }
}

/// Implements serde for a generated enum, by the names of its variants. Empty without the feature.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($name:ident) => {
        impl $crate::__private::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer, $name::ALL, $name::name)
            }
        }
    };
}

/// Implements serde for a generated enum, by the names of its variants. Empty without the feature.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($name:ident) => {};
}

/// Deserializes a value of a generated enum by its name.
///
/// # Errors
/// If no value has the name, or if the input is not a string.
#[cfg(feature = "serde")]
pub fn deserialize<'de, T: Copy, D: serde::Deserializer<'de>>(
    deserializer: D,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(NameVisitor(all, name))
}

#[cfg(feature = "serde")]
#[derive(Debug)]
struct NameVisitor<T: 'static>(&'static [T], fn(T) -> &'static str);

#[cfg(feature = "serde")]
impl<T: Copy> serde::de::Visitor<'_> for NameVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one of")?;
        self.0
            .iter()
            .try_for_each(|value| write!(f, " `{}`", self.1(*value)))
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<T, E> {
        let known = self.0.iter().copied().find(|value| self.1(*value) == name);
        known.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(name), &self))
    }
}
