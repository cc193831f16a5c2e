//! What a cookie's value may be, and how it is written and read.

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

/// A type that can be the value of a cookie.
///
/// Everything that is [`Display`] and [`FromStr`] is one: integers, `bool`, `char`, `String`, and types of your own.
/// It is sent as it is displayed, never encoded in silence. What a cookie cannot hold (RFC 6265bis section 4.1.1: a
/// blank, `;`, `,`, `\`, a quote inside, anything beyond ASCII) is an error, and an explicit encoder is the answer:
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
    /// The value as it stands in the header.
    ///
    /// # Errors
    /// [`ValueError`] when it is not cookie-octets (RFC 6265bis section 4.1.1), in quotes or without, or cannot be
    /// written.
    fn encode(&self) -> Result<Cow<'_, str>, ValueError>;

    /// The value out of a header. Quotes are part of it.
    ///
    /// # Errors
    /// [`ValueError`] when it is no such value. Visitors can send anything, so this is no surprise, and never a panic.
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

/// `to_string` would panic where `Display` fails.
fn displayed<T: Display>(value: &T) -> Result<String, ValueError> {
    let mut text = String::new();
    write!(text, "{value}").map_err(|_| ValueError::unwritable::<T>())?;
    Ok(text)
}

/// What can be given for a value of type `V`: the value, a reference to it, and what is as good as it.
///
/// A `String` may be given as `&str` or `Cow<str>`; what an encoder wraps, without the encoder.
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
    /// The value as it stands in the header.
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

/// Whether a text may be the value of a cookie: cookie-octets, in quotes or without (RFC 6265bis section 4.1.1) [V1].
pub(crate) fn check(value: &str) -> Result<(), ValueError> {
    let inner = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(value);
    match inner.chars().find(|c| !is_cookie_octet(*c)) {
        None => Ok(()),
        Some(character) => Err(ValueError::Character { character }),
    }
}

/// `cookie-octet` of RFC 6265bis section 4.1.1: visible ASCII but `"`, `,`, `;` and `\`.
fn is_cookie_octet(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\')
}

/// Why something is not the value of a cookie, or not the value that the table declares.
///
/// The message never holds the value: it may be a secret, and errors end in logs.
///
/// ```
/// use cookie_decl::error::ValueError;
/// let error = ValueError::Character { character: ';' };
/// assert_eq!(error.to_string(), "the value of a cookie cannot contain `;` (U+003B); `Percent` encodes it");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueError {
    /// A character is no cookie-octet (RFC 6265bis section 4.1.1); quotes may only stand around the whole value.
    Character {
        /// The first of them.
        character: char,
    },
    /// A [`Maybe`](crate::value::Maybe) holds a value that is written as nothing, which stands for `None`.
    EmptySome,
    /// The value cannot be written: its `Display` or `Serialize` reports an error.
    Unwritable {
        /// The name of the type.
        type_name: &'static str,
    },
    /// The text is no value of the type.
    Unreadable {
        /// The name of the type.
        type_name: &'static str,
    },
}

impl ValueError {
    /// The text of a cookie is no value of type `T`: for your own [`CookieValue::decode`].
    pub fn unreadable<T>() -> Self {
        Self::Unreadable {
            type_name: type_name::<T>(),
        }
    }

    /// A value of type `T` cannot be written: for your own [`CookieValue::encode`].
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

/// A character by its code point, since it may be invisible or look like another one.
pub(crate) fn write_character(f: &mut fmt::Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '`' => f.write_str("a backtick (U+0060)"),
        c if c.is_ascii_graphic() => write!(f, "`{c}` (U+{:04X})", u32::from(c)),
        c => write!(f, "U+{:04X}", u32::from(c)),
    }
}
