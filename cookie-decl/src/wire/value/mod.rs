//! The values of cookies: how they are written, checked and read.

pub(crate) mod encoders;
#[cfg(test)]
mod tests;

#[cfg(feature = "json")]
pub use self::encoders::Json;
pub use self::encoders::{Maybe, Percent};

use alloc::borrow::Cow;
use alloc::string::String;
use core::any::type_name;
use core::fmt::{self, Display, Write as _};
use core::str::FromStr;

use cookie_decl_core::browser::first_other;

use crate::table::pattern::write_character;

/// A type that can be the value of a cookie.
///
/// Every type with [`Display`] and [`FromStr`] is one: integers, `bool`, `char`, `String`, and
/// types of your own. The value is sent as displayed; it is never encoded silently. A character
/// that a cookie cannot have is an error: a space, `;`, `,`, `\`, an inner quote, a control
/// character, or any that is not ASCII (RFC 6265bis section 4.1.1). For such values there are
/// encoders:
///
/// | type | for |
/// |---|---|
/// | [`Percent<T>`](crate::value::Percent) | any text |
/// | [`Maybe<T>`](crate::value::Maybe) | an `Option` |
/// | `Json<T>` (feature `json`) | any serde type |
///
/// ```
/// use cookie_decl::error::ValueError;
/// use cookie_decl::value::{CookieValue, Percent};
///
/// assert_eq!(42_u32.encode().unwrap(), "42");
/// assert_eq!(u32::decode("42"), Ok(42));
/// assert!(u32::decode("forty-two").is_err());
///
/// let text = String::from("bread; butter");
/// assert_eq!(text.encode(), Err(ValueError::Character { character: ';' }));
/// assert_eq!(Percent(text).encode().unwrap(), "bread%3B%20butter");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a cookie",
    label = "not the value of a cookie",
    note = "implement `Display` and `FromStr` for it; or wrap it: `Percent<T>` for any text, `Maybe<T>` for an \
            `Option<T>`, `cookie_decl::value::Json<T>` (feature `json`; not the `Json` of a web framework) for a serde type"
)]
pub trait CookieValue: Sized {
    /// Writes the value for the header.
    ///
    /// # Errors
    /// [`ValueError`] if the text does not consist of cookie-octets, in quotes or without (RFC
    /// 6265bis section 4.1.1), or if the value cannot be written.
    fn encode(&self) -> Result<Cow<'_, str>, ValueError>;

    /// Reads the value from a header. Quotes are part of the text.
    ///
    /// # Errors
    /// [`ValueError`] if the text is not a value of the type. Visitors can send anything, so an
    /// implementation must never panic.
    fn decode(text: &str) -> Result<Self, ValueError>;
}

#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> CookieValue for T {
    fn encode(&self) -> Result<Cow<'_, str>, ValueError> {
        let text = displayed(self)?;
        check(&text)?;
        Ok(Cow::Owned(text))
    }

    fn decode(text: &str) -> Result<Self, ValueError> {
        text.parse().map_err(|_| ValueError::unreadable::<T>())
    }
}

/// Displays a value, without the panic of `to_string` if `Display` fails.
fn displayed<T: Display>(value: &T) -> Result<String, ValueError> {
    let mut text = String::new();
    write!(text, "{value}").map_err(|_| ValueError::unwritable::<T>())?;
    Ok(text)
}

/// A type that can be passed for a value of type `V`.
///
/// These are the value, a reference to it, `&str` or `Cow<str>` for a `String`, and for an encoder
/// also the value that it wraps.
///
/// ```
/// use cookie_decl::value::{IntoValue, Maybe, Percent};
///
/// fn text<V>(value: impl IntoValue<V>) -> String {
///     value.encoded().unwrap().into_owned()
/// }
/// assert_eq!(text::<String>("abc"), "abc");
/// assert_eq!(text::<String>(&String::from("abc")), "abc");
/// assert_eq!(text::<u32>(42), "42");
/// assert_eq!(text::<Percent<String>>("a b"), "a%20b");
/// assert_eq!(text::<Maybe<u32>>(Some(42)), "42");
/// ```
#[diagnostic::on_unimplemented(
    message = "the value of this cookie is a `{V}`, not `{Self}`",
    label = "expected `{V}` or `&{V}`"
)]
pub trait IntoValue<V> {
    /// Writes the value for the header.
    ///
    /// # Errors
    /// As [`CookieValue::encode`].
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError>;
}

#[diagnostic::do_not_recommend]
impl<V: CookieValue> IntoValue<V> for V {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        self.encode()
    }
}

#[diagnostic::do_not_recommend]
impl<V: CookieValue> IntoValue<V> for &V {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        (*self).encode()
    }
}

macro_rules! texts {
    ($($text:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl IntoValue<String> for $text {
                fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
                    check(self)?;
                    Ok(Cow::Borrowed(self))
                }
            }
        )+
    };
}

texts!(&str, Cow<'_, str>);

/// V1: checks that a value consists of cookie-octets, in quotes or not (RFC 6265bis section 4.1.1).
pub(crate) fn check(value: &str) -> Result<(), ValueError> {
    // A text and not a `char`, for which WebAssembly needs more code.
    const QUOTE: &str = "\"";
    let inner = value
        .strip_prefix(QUOTE)
        .and_then(|rest| rest.strip_suffix(QUOTE))
        .unwrap_or(value);
    match first_other(inner, is_cookie_octet) {
        None => Ok(()),
        Some(character) => Err(ValueError::Character { character }),
    }
}

/// `cookie-octet` of RFC 6265bis section 4.1.1: visible ASCII except `"`, `,`, `;` and `\`.
fn is_cookie_octet(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\')
}

/// An error of writing or reading the value of a cookie.
///
/// The message never contains the value, which may be a secret, because errors end up in logs.
///
/// ```
/// use cookie_decl::error::ValueError;
/// let error = ValueError::Character { character: ';' };
/// assert_eq!(
///     error.to_string(),
///     "the value of a cookie cannot contain `;` (U+003B); `Percent` encodes it"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueError {
    /// A character is not a cookie-octet (RFC 6265bis section 4.1.1).
    ///
    /// Quotes are allowed only around the whole value.
    Character {
        /// The first such character.
        character: char,
    },
    /// A [`Maybe`](crate::value::Maybe) has a value whose text is empty, which would mean `None`.
    EmptySome,
    /// The value cannot be written: its `Display` or `Serialize` returns an error.
    Unwritable {
        /// The name of the type.
        type_name: &'static str,
    },
    /// The text is not a value of the type.
    Unreadable {
        /// The name of the type.
        type_name: &'static str,
    },
}

impl ValueError {
    /// Creates the error for your own [`CookieValue::decode`]: the text is not a value of type `T`.
    pub fn unreadable<T>() -> Self {
        Self::Unreadable {
            type_name: type_name::<T>(),
        }
    }

    /// Creates the error for your own [`CookieValue::encode`]: a value of type `T` cannot be
    /// written.
    pub fn unwritable<T>() -> Self {
        Self::Unwritable {
            type_name: type_name::<T>(),
        }
    }
}

impl Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Character { character } => {
                f.write_str("the value of a cookie cannot contain ")?;
                write_character(f, *character)?;
                f.write_str("; `Percent` encodes it")
            }
            Self::EmptySome => f.write_str("an empty value would be read back as `None`"),
            Self::Unwritable { type_name } => {
                write!(f, "this value of `{type_name}` cannot be written")
            }
            Self::Unreadable { type_name } => {
                write!(f, "the value of the cookie cannot be read as `{type_name}`")
            }
        }
    }
}

impl core::error::Error for ValueError {}
