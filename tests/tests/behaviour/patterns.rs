//! Names with holes: what they match, and how values are read and filled.

use cookie_decl::error::NameError;
use cookie_decl::table::Pattern;

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        #[allow(no_description, reason = "this is about names")]
        category Necessary: exempt {
            cookie | duration;

            /// A hole at the end
            END = "_ga_{container}" | 1 day;
            /// Holes with a separator
            TWO = "_pk_id.{site}.{hash}" | 1 day;
            /// A hole at the start
            START = "{shard}-sid" | 1 day;
            /// A hole between texts
            BETWEEN = "a{x}a" | 1 day;
            /// Holes around a text
            AROUND = "{left}--{right}" | 1 day;
            /// A long separator that begins as it ends
            OVERLAP = "<{x}aba{y}>" | persistent | set_by = script | storage = local_storage;
            /// Texts beyond ASCII
            WIDE = "é{x}é{y}\u{1F36A}" | persistent | set_by = script | storage = local_storage;
        }
    }
}

fn pattern(row: &cookie_decl::Declaration) -> &'static Pattern {
    row.pattern().expect("the row has holes")
}

#[track_caller]
fn holes<'n>(row: &cookie_decl::Declaration, name: &'n str) -> Vec<&'n str> {
    let pattern = pattern(row);
    assert_eq!(pattern.matches(name), pattern.holes(name).is_some());
    assert_eq!(row.matches(name), pattern.matches(name));
    pattern
        .holes(name)
        .map_or_else(Vec::new, |holes| holes.map(|(_, value)| value).collect())
}

#[test]
fn a_hole_takes_one_character_or_more() {
    assert_eq!(holes(&cookies::END, "_ga_"), [""; 0]);
    assert_eq!(holes(&cookies::END, "_ga_1"), ["1"]);
    assert_eq!(holes(&cookies::END, "_ga_\u{1F36A}"), ["\u{1F36A}"]);
    assert_eq!(holes(&cookies::END, "x_ga_1"), [""; 0]);
    assert_eq!(holes(&cookies::START, "-sid"), [""; 0]);
    assert_eq!(holes(&cookies::START, "1-sid"), ["1"]);
    assert_eq!(holes(&cookies::START, "-sid-sid"), ["-sid"]);
    assert_eq!(holes(&cookies::TWO, "_pk_id.1."), [""; 0]);
    assert_eq!(holes(&cookies::TWO, "_pk_id..1"), [""; 0]);
    assert_eq!(holes(&cookies::TWO, "_pk_id.1"), [""; 0]);
}

#[test]
fn the_texts_before_and_after_a_hole_never_share_a_character() {
    assert_eq!(holes(&cookies::BETWEEN, "a"), [""; 0]);
    assert_eq!(holes(&cookies::BETWEEN, "aa"), [""; 0]);
    assert_eq!(holes(&cookies::BETWEEN, "aaa"), ["a"]);
    assert_eq!(holes(&cookies::BETWEEN, "abcaa"), ["bca"]);
}

#[test]
fn every_hole_but_the_last_takes_as_little_as_possible() {
    assert_eq!(holes(&cookies::TWO, "_pk_id.1.1fff"), ["1", "1fff"]);
    assert_eq!(holes(&cookies::TWO, "_pk_id.1.2.3"), ["1", "2.3"]);
    assert_eq!(holes(&cookies::TWO, "_pk_id...."), [".", "."]);
    assert_eq!(holes(&cookies::AROUND, "-----"), ["-", "--"]);
    assert_eq!(holes(&cookies::OVERLAP, "<ababa>"), [""; 0]);
    assert_eq!(holes(&cookies::OVERLAP, "<aabac>"), ["a", "c"]);
    assert_eq!(holes(&cookies::OVERLAP, "<aababa>"), ["a", "ba"]);
}

#[test]
fn characters_of_several_bytes_are_never_cut() {
    assert_eq!(
        holes(&cookies::WIDE, "é\u{1F36A}éé\u{1F36A}"),
        ["\u{1F36A}", "é"]
    );
    assert_eq!(holes(&cookies::WIDE, "éééé\u{1F36A}"), ["é", "é"]);
    assert_eq!(holes(&cookies::WIDE, "ééé\u{1F36A}"), [""; 0]);
    // The second byte of "é" alone is not a match.
    assert_eq!(holes(&cookies::WIDE, "éãéx\u{1F36A}"), ["ã", "x"]);
}

#[test]
fn holes_are_named_in_order() {
    let two = pattern(&cookies::TWO);
    assert_eq!(two.hole_names().collect::<Vec<_>>(), ["site", "hash"]);
    assert_eq!(two.hole_names().len(), 2);
    assert_eq!(
        two.holes("_pk_id.1.f").unwrap().collect::<Vec<_>>(),
        [("site", "1"), ("hash", "f")]
    );
    // The iterator does not start again.
    let mut holes = two.holes("_pk_id.1.f").unwrap();
    assert_eq!(holes.by_ref().count(), 2);
    assert_eq!((holes.next(), holes.next()), (None, None));
}

#[test]
fn filled_values_are_read_back() {
    let two = pattern(&cookies::TWO);
    assert_eq!(two.fill(["1", "1fff"]).as_deref(), Ok("_pk_id.1.1fff"));
    // The last hole may contain the separator, and a hole may begin with it.
    assert_eq!(two.fill(["1", "2.3"]).as_deref(), Ok("_pk_id.1.2.3"));
    assert_eq!(two.fill([".", "x"]).as_deref(), Ok("_pk_id...x"));
    assert_eq!(holes(&cookies::TWO, "_pk_id...x"), [".", "x"]);
    assert_eq!(pattern(&cookies::BETWEEN).fill(["a"]).as_deref(), Ok("aaa"));
    assert_eq!(
        pattern(&cookies::START).fill(["-sid"]).as_deref(),
        Ok("-sid-sid")
    );
    // The values can be any text: a `String` of the caller, or values from another pattern.
    assert_eq!(
        pattern(&cookies::END).fill([String::from("x")]).as_deref(),
        Ok("_ga_x")
    );
}

#[test]
fn values_that_would_be_read_back_differently_are_refused() {
    let ambiguous = |hole| Err(NameError::Ambiguous { hole });
    assert_eq!(pattern(&cookies::TWO).fill(["1.2", "3"]), ambiguous("site"));
    assert_eq!(pattern(&cookies::TWO).fill(["..", "3"]), ambiguous("site"));
    assert_eq!(
        pattern(&cookies::AROUND).fill(["x-", "y"]),
        ambiguous("left")
    );
    assert_eq!(
        pattern(&cookies::AROUND).fill(["---", "y"]),
        ambiguous("left")
    );
    assert_eq!(
        pattern(&cookies::OVERLAP).fill(["xab", "y"]),
        ambiguous("x")
    );
    let error = pattern(&cookies::TWO).fill(["1.2", "3"]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the value for `{site}` contains the text that follows the hole"
    );
}

#[test]
fn a_name_needs_as_many_values_as_holes() {
    let two = pattern(&cookies::TWO);
    assert_eq!(two.fill([""; 0]), Err(NameError::Missing { hole: "site" }));
    assert_eq!(two.fill(["1"]), Err(NameError::Missing { hole: "hash" }));
    assert_eq!(
        two.fill(["1", "2", "3"]),
        Err(NameError::TooMany { holes: 2 })
    );
    assert_eq!(two.fill(["1", ""]), Err(NameError::Empty { hole: "hash" }));
    assert_eq!(
        two.fill(["1"]).unwrap_err().to_string(),
        "the hole `{hash}` has no value"
    );
    assert_eq!(
        two.fill(["1", "2", "3"]).unwrap_err().to_string(),
        "there are more values than holes: the name has 2"
    );
}

#[test]
fn a_hole_of_a_cookie_takes_only_characters_of_a_name() {
    let end = pattern(&cookies::END);
    for character in [
        ' ',
        ';',
        '=',
        ',',
        '"',
        '(',
        '/',
        '{',
        '\t',
        '\n',
        '\0',
        '\u{7f}',
        'é',
        '\u{200b}',
        '\u{1F36A}',
    ] {
        let value = format!("x{character}");
        assert_eq!(
            end.fill([value]),
            Err(NameError::Character {
                hole: "container",
                character
            })
        );
    }
    assert!(end.fill(["!#$%&'*+-.^_`|~09azAZ"]).is_ok());
    let error = end.fill(["a\u{200b}"]).unwrap_err().to_string();
    assert_eq!(
        error,
        "the value for `{container}` contains U+200B, which is not allowed in the name of a cookie"
    );
}

#[test]
fn a_name_that_is_not_a_cookie_takes_any_character() {
    assert_eq!(
        pattern(&cookies::OVERLAP).fill(["; é", "\n"]).as_deref(),
        Ok("<; éaba\n>")
    );
    assert_eq!(
        pattern(&cookies::WIDE).fill(["é", "\u{1F36A}"]).as_deref(),
        Ok("ééé\u{1F36A}\u{1F36A}")
    );
}

/// The look-up compares the byte between two holes separately.
#[test]
fn the_text_between_two_holes_has_characters_on_both_sides() {
    let two = pattern(&cookies::TWO);
    for behind in [
        "1.2", "1.", ".2", ".", "", "1", "12", "..", "...", "1..2", ".1.", "é.é", "é", "1.2.3",
        "1..", "..2",
    ] {
        let name = format!("_pk_id.{behind}");
        assert_eq!(
            cookies::POLICY.find(&name).is_some(),
            two.matches(&name),
            "{name}"
        );
    }
    assert!(two.matches("_pk_id...."), "each hole is a dot");
    assert!(!two.matches("_pk_id.1.") && !two.matches("_pk_id..2"));
}
