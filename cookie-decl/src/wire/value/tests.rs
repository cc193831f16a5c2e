//! Writing values and reading them back.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::{String, ToString as _};
use core::fmt;
use core::str::FromStr;

use proptest::prelude::*;

use crate::wire::value::encoders::{Maybe, Percent};
use crate::wire::value::{CookieValue, IntoValue, ValueError};

/// Returns the text that `set` writes for a row with values of type `V`.
#[allow(clippy::needless_pass_by_value, reason = "as `set` takes it")]
fn text<V>(value: impl IntoValue<V>) -> Result<String, ValueError> {
    value.encoded().map(Cow::into_owned)
}

fn character(character: char) -> Result<String, ValueError> {
    Err(ValueError::Character { character })
}

/// A user's own type.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Locale {
    En,
    Fr,
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self == Self::En { "en" } else { "fr" })
    }
}

impl FromStr for Locale {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::En, Self::Fr]
            .into_iter()
            .find(|locale| locale.to_string() == text)
            .ok_or(())
    }
}

#[test]
fn what_can_be_displayed_is_a_value() {
    assert_eq!(text::<u32>(42).as_deref(), Ok("42"));
    assert_eq!(text::<i8>(-1).as_deref(), Ok("-1"));
    assert_eq!(text::<bool>(true).as_deref(), Ok("true"));
    assert_eq!(text::<char>('x').as_deref(), Ok("x"));
    assert_eq!(text::<Locale>(Locale::Fr).as_deref(), Ok("fr"));
    assert_eq!(Locale::decode("en"), Ok(Locale::En));
}

#[test]
fn references_and_texts_are_accepted() {
    let abc = String::from("abc");
    assert_eq!(text::<Locale>(&Locale::Fr).as_deref(), Ok("fr"));
    assert_eq!(text::<String>("abc").as_deref(), Ok("abc"));
    assert_eq!(text::<String>(&abc).as_deref(), Ok("abc"));
    assert_eq!(text::<String>(Cow::Borrowed("abc")).as_deref(), Ok("abc"));
    assert_eq!(text::<String>(abc).as_deref(), Ok("abc"));
}

#[test]
fn a_borrowed_text_is_not_copied() {
    assert!(matches!(
        IntoValue::<String>::encoded(&"abc"),
        Ok(Cow::Borrowed("abc"))
    ));
}

#[test]
fn the_value_of_an_encoder_is_accepted_without_it() {
    assert_eq!(text::<Percent<String>>("a b").as_deref(), Ok("a%20b"));
    assert_eq!(
        text::<Percent<String>>(String::from("a b")).as_deref(),
        Ok("a%20b")
    );
    assert_eq!(
        text::<Percent<String>>(&String::from("a b")).as_deref(),
        Ok("a%20b")
    );
    assert_eq!(
        text::<Percent<String>>(Percent("a b".to_owned())).as_deref(),
        Ok("a%20b")
    );
    assert_eq!(text::<Percent<char>>(' ').as_deref(), Ok("%20"));
    assert_eq!(text::<Maybe<u32>>(Some(42)).as_deref(), Ok("42"));
    assert_eq!(text::<Maybe<u32>>(None).as_deref(), Ok(""));
    assert_eq!(text::<Maybe<u32>>(Maybe(Some(42))).as_deref(), Ok("42"));
}

#[test]
fn encoders_nest() {
    let some = Maybe(Some(Percent("a b".to_owned())));
    assert_eq!(text(&some).as_deref(), Ok("a%20b"));
    assert_eq!(Maybe::decode("a%20b"), Ok(some));
}

#[test]
fn exactly_the_cookie_octets_pass() {
    // The ranges of RFC 6265bis section 4.1.1.
    let octets = |c| matches!(c, '\x21' | '\x23'..='\x2B' | '\x2D'..='\x3A' | '\x3C'..='\x5B' | '\x5D'..='\x7E');
    for c in ('\0'..='\u{17F}').chain(['\u{200B}', '\u{2028}', '\u{FF1B}', '🍪']) {
        let expected = if octets(c) {
            Ok(c.to_string())
        } else {
            character(c)
        };
        assert_eq!(text::<char>(c), expected);
    }
}

#[test]
fn the_first_wrong_character_is_the_one_named() {
    assert_eq!(text::<String>("ab c;d"), character(' '));
}

#[test]
fn an_empty_value_is_valid() {
    assert_eq!(text::<String>("").as_deref(), Ok(""));
    assert_eq!(String::decode(""), Ok(String::new()));
}

#[test]
fn quotes_may_surround_the_whole_value() {
    assert_eq!(text::<String>("\"abc\"").as_deref(), Ok("\"abc\""));
    assert_eq!(text::<String>("\"\"").as_deref(), Ok("\"\""));
    for half in ["\"", "\"abc", "abc\"", "a\"b", "\"a\"b\"", "\"\"\""] {
        assert_eq!(text::<String>(half), character('"'), "{half}");
    }
}

#[test]
fn quotes_do_not_hide_wrong_characters() {
    assert_eq!(text::<String>("\"a;b\""), character(';'));
    assert_eq!(text::<String>("\"a b\""), character(' '));
}

#[test]
fn quotes_are_part_of_what_is_read() {
    assert_eq!(String::decode("\"abc\"").as_deref(), Ok("\"abc\""));
    assert_eq!(u32::decode("\"42\""), Err(ValueError::unreadable::<u32>()));
}

#[test]
fn a_display_that_fails_is_an_error() {
    #[derive(Debug)]
    struct Failing;

    impl fmt::Display for Failing {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    impl FromStr for Failing {
        type Err = ();

        fn from_str(_: &str) -> Result<Self, ()> {
            Ok(Self)
        }
    }

    assert_eq!(
        text::<Failing>(Failing),
        Err(ValueError::unwritable::<Failing>())
    );
    assert!(text::<Percent<Failing>>(Failing).is_err());
}

#[test]
fn some_with_an_empty_value_is_refused() {
    assert_eq!(
        text::<Maybe<String>>(Some(String::new())),
        Err(ValueError::EmptySome)
    );
    assert_eq!(
        text::<Maybe<Maybe<u32>>>(Some(Maybe(None))),
        Err(ValueError::EmptySome)
    );
}

#[test]
fn an_option_is_as_strict_as_its_value() {
    assert_eq!(
        text::<Maybe<String>>(Some("a;b".to_owned())),
        character(';')
    );
    assert!(Maybe::<u32>::decode("x").is_err());
}

#[test]
fn damaged_percent_signs_are_errors() {
    for damaged in [
        "%",
        "a%",
        "%2",
        "%2x",
        "%x2",
        "%%20",
        "%+1",
        "% 1",
        "%é0",
        "%FF",
        "%C3",
        "%ED%A0%80",
    ] {
        assert_eq!(
            Percent::<String>::decode(damaged),
            Err(ValueError::unreadable::<Percent<String>>()),
            "{damaged}"
        );
    }
}

#[test]
fn what_scripts_write_is_read() {
    // encodeURIComponent keeps A-Z a-z 0-9 - _ . ! ~ * ' ( ) and never writes `+`.
    assert_eq!(
        Percent::<String>::decode("a%2Bb+c%c3%A9*'()").as_deref_inner(),
        Ok("a+b+cé*'()")
    );
    // A value that a script did not encode.
    assert_eq!(
        Percent::<String>::decode("{\"a\":\"é\"}").as_deref_inner(),
        Ok("{\"a\":\"é\"}")
    );
}

/// Borrows the text, to compare it.
trait AsDerefInner {
    fn as_deref_inner(&self) -> Result<&str, &ValueError>;
}

impl AsDerefInner for Result<Percent<String>, ValueError> {
    fn as_deref_inner(&self) -> Result<&str, &ValueError> {
        self.as_ref().map(|Percent(text)| text.as_str())
    }
}

#[test]
fn a_percent_sign_is_encoded() {
    assert_eq!(text::<Percent<String>>("100%20").as_deref(), Ok("100%2520"));
}

#[test]
fn errors_name_the_character_and_keep_the_value() {
    let message = |value: &str| text::<String>(value).unwrap_err().to_string();
    assert_eq!(
        message("s3cret;"),
        "the value of a cookie cannot contain `;` (U+003B); `Percent` encodes it"
    );
    assert_eq!(
        message("s3cret\u{200B}"),
        "the value of a cookie cannot contain U+200B; `Percent` encodes it"
    );
    assert_eq!(
        message("s3cret 🍪"),
        "the value of a cookie cannot contain U+0020; `Percent` encodes it"
    );
    let error = u32::decode("s3cret").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the value of the cookie cannot be read as `u32`"
    );
}

#[cfg(feature = "json")]
mod json {
    use alloc::collections::BTreeMap;
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;
    use crate::wire::value::encoders::Json;

    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    struct View {
        theme: String,
        columns: Vec<u32>,
        last: Option<bool>,
    }

    #[test]
    fn a_serde_type_is_accepted_with_and_without_its_encoder() {
        let view = View {
            theme: "a;b".into(),
            columns: vec![1, 2],
            last: None,
        };
        let expected = "{%22theme%22:%22a%3Bb%22%2C%22columns%22:[1%2C2]%2C%22last%22:null}";
        assert_eq!(text::<Json<View>>(&view).as_deref(), Ok(expected));
        assert_eq!(
            text::<Json<View>>(&Json(view.clone())).as_deref(),
            Ok(expected)
        );
        assert_eq!(
            text::<Json<View>>(Json(view.clone())).as_deref(),
            Ok(expected)
        );
        assert_eq!(text::<Json<View>>(view).as_deref(), Ok(expected));
        assert_eq!(text::<Json<u32>>(42).as_deref(), Ok("42"));
    }

    #[test]
    fn what_json_cannot_say_is_an_error() {
        let map = BTreeMap::from([(vec![1], 2)]);
        assert_eq!(
            text::<Json<BTreeMap<Vec<u8>, u8>>>(&map),
            Err(ValueError::unwritable::<BTreeMap<Vec<u8>, u8>>())
        );
    }

    #[test]
    fn damaged_json_is_an_error() {
        let deep = "[".repeat(100_000);
        for damaged in [
            "",
            "{",
            "%7B",
            "{}",
            "{%22theme%22:1}",
            "nul",
            "%",
            "%FF",
            "[1]x",
            &deep,
        ] {
            assert_eq!(
                Json::<View>::decode(damaged),
                Err(ValueError::unreadable::<Json<View>>())
            );
        }
    }

    #[test]
    fn what_scripts_write_as_json_is_read() {
        // encodeURIComponent(JSON.stringify({theme: "é", columns: [1], last: true}))
        let script =
            "%7B%22theme%22%3A%22%C3%A9%22%2C%22columns%22%3A%5B1%5D%2C%22last%22%3Atrue%7D";
        assert_eq!(
            Json::decode(script),
            Ok(Json(View {
                theme: "é".into(),
                columns: vec![1],
                last: Some(true)
            }))
        );
    }

    proptest! {
        #[test]
        fn every_serde_value_comes_back(theme: String, columns: Vec<u32>, last: Option<bool>) {
            let view = Json(View { theme, columns, last });
            let encoded = view.encode().unwrap();
            prop_assert_eq!(super::super::check(&encoded), Ok(()));
            prop_assert_eq!(Json::decode(&encoded), Ok(view));
        }

        #[test]
        fn no_text_makes_json_panic(text in ".*|([\\[\\]{}:,\"0-9a-z%]|%22|%2C)*") {
            let _ = Json::<View>::decode(&text);
            let _ = Json::<BTreeMap<String, f64>>::decode(&text);
        }
    }
}

proptest! {
    #[test]
    fn every_text_comes_back_percent_encoded(text: String) {
        let value = Percent(text);
        let encoded = value.encode().unwrap();
        prop_assert_eq!(super::check(&encoded), Ok(()));
        prop_assert_eq!(Percent::decode(&encoded), Ok(value));
    }

    #[test]
    fn no_text_makes_decoding_panic(text in ".*|(%[0-9A-Fa-f]{0,2}|é|x)*") {
        let _ = Percent::<String>::decode(&text);
        let _ = Maybe::<Percent<u32>>::decode(&text);
        let _ = char::decode(&text);
    }

    #[test]
    fn what_is_written_as_it_is_comes_back(text in "[ -~]{0,12}", number: i64) {
        prop_assert_eq!(i64::decode(&number.encode().unwrap()), Ok(number));
        if let Ok(encoded) = text.encode() {
            prop_assert_eq!(&*encoded, &*text);
            prop_assert_eq!(String::decode(&encoded), Ok(text.clone()));
        }
    }

    #[test]
    fn an_option_comes_back(value: Option<i32>) {
        prop_assert_eq!(Maybe::decode(&Maybe(value).encode().unwrap()), Ok(Maybe(value)));
    }
}
