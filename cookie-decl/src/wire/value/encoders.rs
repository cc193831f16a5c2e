//! Encoders: wrapper types for values that a cookie cannot have unchanged.
//!
//! An encoder must not implement both `Display` and `FromStr`, which already make a cookie value.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Display;
use core::str::FromStr;

use crate::wire::percent;
use crate::wire::value::{CookieValue, IntoValue, ValueError, displayed, is_cookie_octet};

/// Any text as the value of a cookie, percent-encoded.
///
/// It is compatible with JavaScript's `encodeURIComponent` and `decodeURIComponent`. Characters
/// that a cookie can have are not encoded, except `%`.
///
/// ```
/// use cookie_decl::value::{CookieValue, Percent};
/// let value = Percent(String::from("100 % “café”; yes"));
/// let text = value.encode().unwrap();
/// assert_eq!(text, "100%20%25%20%E2%80%9Ccaf%C3%A9%E2%80%9D%3B%20yes");
/// assert_eq!(Percent::decode(&text), Ok(value));
/// assert!(Percent::<String>::decode("100%2").is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent<T>(pub T);

impl<T: Display + FromStr> CookieValue for Percent<T> {
    fn encode(&self) -> Result<Cow<'_, str>, ValueError> {
        Ok(percent_encoded(&displayed(&self.0)?).into_owned().into())
    }

    fn decode(text: &str) -> Result<Self, ValueError> {
        let text = percent::decode(text).ok_or_else(ValueError::unreadable::<Self>)?;
        text.parse()
            .map(Self)
            .map_err(|_| ValueError::unreadable::<Self>())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> IntoValue<Percent<T>> for T {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        Ok(percent_encoded(&displayed(self)?).into_owned().into())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> IntoValue<Percent<T>> for &T {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        Ok(percent_encoded(&displayed(*self)?).into_owned().into())
    }
}

macro_rules! texts {
    ($($text:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl IntoValue<Percent<String>> for $text {
                fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
                    Ok(percent_encoded(self))
                }
            }
        )+
    };
}

texts!(&str, Cow<'_, str>);

/// An `Option` as the value of a cookie. `None` is the empty value.
///
/// ```
/// use cookie_decl::value::{CookieValue, Maybe};
/// assert_eq!(Maybe(Some(42)).encode().unwrap(), "42");
/// assert_eq!(Maybe::<u32>(None).encode().unwrap(), "");
/// assert_eq!(Maybe::<u32>::decode(""), Ok(Maybe(None)));
/// assert!(Maybe(Some(String::new())).encode().is_err()); // would be read as `None`
/// ```
// `Option<T>` itself cannot be a `CookieValue`: the standard library could implement `Display` and
// `FromStr` for it some day, and then the two implementations would overlap (E0119).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Maybe<T>(pub Option<T>);

impl<T: CookieValue> CookieValue for Maybe<T> {
    fn encode(&self) -> Result<Cow<'_, str>, ValueError> {
        self.0.encoded()
    }

    fn decode(text: &str) -> Result<Self, ValueError> {
        if text.is_empty() {
            Ok(Self(None))
        } else {
            T::decode(text).map(|value| Self(Some(value)))
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: CookieValue> IntoValue<Maybe<T>> for Option<T> {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        match self {
            None => Ok(Cow::Borrowed("")),
            Some(value) => value.encode().and_then(|text| match &*text {
                "" => Err(ValueError::EmptySome),
                _ => Ok(text),
            }),
        }
    }
}

impl<T> From<Option<T>> for Maybe<T> {
    fn from(value: Option<T>) -> Self {
        Self(value)
    }
}

/// Any serde type as the value of a cookie: JSON, percent-encoded.
///
/// The names of fields and the quotes count towards the 4,096 bytes of a cookie.
///
/// ```
/// use cookie_decl::value::{CookieValue, Json};
/// #[derive(serde::Serialize, serde::Deserialize, PartialEq, Debug)]
/// struct View { theme: String, columns: Vec<u8> }
///
/// let view = Json(View { theme: "dark".into(), columns: vec![1, 2] });
/// let text = view.encode().unwrap();
/// assert_eq!(text, "{%22theme%22:%22dark%22%2C%22columns%22:[1%2C2]}");
/// assert_eq!(Json::decode(&text), Ok(view));
/// ```
// Percent-encoding rather than base64: scripts and their cookie libraries write and read it
// (`encodeURIComponent(JSON.stringify(value))`), people can read it in a browser's tools, and it
// needs no other dependency. It costs two bytes for each quote and comma; base64 costs a third.
#[cfg(feature = "json")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Json<T>(pub T);

#[cfg(feature = "json")]
fn json<T: serde::Serialize>(value: &T) -> Result<Cow<'static, str>, ValueError> {
    let text = serde_json::to_string(value).map_err(|_| ValueError::unwritable::<T>())?;
    Ok(percent_encoded(&text).into_owned().into())
}

#[cfg(feature = "json")]
impl<T: serde::Serialize + serde::de::DeserializeOwned> CookieValue for Json<T> {
    fn encode(&self) -> Result<Cow<'_, str>, ValueError> {
        json(&self.0)
    }

    fn decode(text: &str) -> Result<Self, ValueError> {
        // The error of serde_json is dropped, because it may contain the value.
        percent::decode(text)
            .and_then(|text| serde_json::from_str(&text).ok())
            .map(Self)
            .ok_or_else(ValueError::unreadable::<Self>)
    }
}

#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl<T: serde::Serialize> IntoValue<Json<T>> for T {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        json(self)
    }
}

#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl<T: serde::Serialize> IntoValue<Json<T>> for &T {
    fn encoded(&self) -> Result<Cow<'_, str>, ValueError> {
        json(*self)
    }
}

/// Encodes `%` and every character that a cookie cannot have as `%XX`.
fn percent_encoded(text: &str) -> Cow<'_, str> {
    percent::encode(text, |byte| {
        byte != b'%' && is_cookie_octet(char::from(byte))
    })
}
