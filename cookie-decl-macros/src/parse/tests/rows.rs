//! Mistakes in a row: one message each, at what is wrong, and the rows around it are understood.

use crate::tests::{Said, exempt, understood};

/// Asserts that one thing is said between two good rows, where it underlines what, and that all rows are understood.
#[track_caller]
fn says(row: &str, at: &str, text: &str) {
    says_of(&format!("BEFORE = \"before\" | 1 day;\n{row}\nAFTER = \"after\" | 2 days;"), at, text);
    // The row below is as often one without a constant, or has a text above it.
    says_of(&format!("BEFORE = \"before\" | 1 day;\n{row}\n/// After\nAFTER = \"after\" | 2 days;"), at, text);
}

#[track_caller]
fn says_of(rows: &str, at: &str, text: &str) {
    let (policy, said) = understood(&exempt(rows));
    let same = matches!(said.as_slice(), [said] if said.at == at && said.text.contains(text));
    assert!(same, "expected `{at}`: {text:?}, not {said:#?}, of\n{rows}");
    let constants: Vec<_> =
        policy.rows.iter().filter_map(|row| row.constant.as_ref()).map(|c| c.ident.to_string()).collect();
    for constant in ["BEFORE", "X", "AFTER"] {
        let declared = rows.contains(&format!("{constant} =")) || rows.contains(&format!("{constant}:"));
        assert_eq!(constants.contains(&constant.to_owned()), declared, "{constant} of\n{rows}");
    }
    assert_eq!(policy.rows.last().map(|row| row.name.text.as_str()), Some("after"));
}

/// The same for a cell of a column, in a row that is fine otherwise.
#[track_caller]
fn cell_says(cell: &str, at: &str, text: &str) {
    says(&format!("X = \"x\" | 1 day | {cell};"), at, text);
}

/// The same for the cell `duration`.
#[track_caller]
fn duration_says(duration: &str, at: &str, text: &str) {
    says(&format!("X = \"x\" | {duration};"), at, text);
}

const EDGE: &str = "no `|` at the edge of the table: a row starts with its name and ends with `;`";

#[test]
fn pipe_at_both_edges() {
    says("| X = \"x\" | 1 day |", "|", EDGE);
    says("| X = \"x\" | 1 day |;", "|", EDGE);
}

#[test]
fn pipe_at_the_left_edge() {
    says("| X = \"x\" | 1 day;", "|", EDGE);
}

#[test]
fn pipe_at_the_right_edge() {
    says("X = \"x\" | 1 day |;", "|", EDGE);
}

#[test]
fn table_of_markdown() {
    let rows = "| cookie | duration |\n|---|---|\n| \"a\" | 1 day |\n| \"b\" | 2 days |\n| C = \"c\" | 3 days |";
    let table = format!("policy; #[allow(no_purpose)] category C: opt_out {{\n{rows}\n}}");
    let (policy, said) = understood(&table);
    let lines: Vec<_> = said.iter().map(|said| said.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6], "{said:#?}");
    assert_eq!(policy.rows.len(), 3);
}

#[test]
fn line_of_dashes() {
    for line in ["---|---", "|---|---|", "--- | ---;", ":---|---:", "-----"] {
        let (_, said) = understood(&exempt(&format!("{line}\nX = \"x\" | 1 day;")));
        let same = matches!(said.as_slice(), [Said { text, line: 9, .. }] if text.contains("no line between the header and the rows"));
        assert!(same, "{said:#?} of {line}");
    }
}

#[test]
fn duration_in_quotes() {
    duration_says("\"2 weeks\"", "\"2 weeks\"", "a duration has no quotes: `2 weeks`");
    duration_says("\"36 mois\"", "\"36 mois\"", "a duration has no quotes: `36 months`");
    duration_says("\"a while\"", "\"a while\"", "a duration has no quotes: `2 weeks`");
    duration_says("\"session\"", "\"session\"", "a duration has no quotes: `session`");
}

#[test]
fn duration_without_a_blank() {
    duration_says("2weeks", "2weeks", "write a blank and the whole unit: `2 weeks`");
    duration_says("rolling 30minutes", "30minutes", "`30 minutes`");
}

#[test]
fn duration_abbreviated() {
    duration_says("14d", "14d", "write a blank and the whole unit: `14 days`");
    duration_says("1y", "1y", "`1 year`");
    duration_says("14 d", "d", "units are English words: `14 days`");
}

#[test]
fn duration_in_another_language() {
    duration_says("36 mois", "mois", "units are English words: `36 months`; the page prints them in its own language");
    duration_says("2 Wochen", "Wochen", "`2 weeks`");
}

#[test]
fn duration_of_a_misspelt_unit() {
    duration_says("2 weks", "weks", "unknown unit `weks`, did you mean `weeks`?");
    duration_says("2 Weeks", "Weeks", "`2 weeks`");
    duration_says("2 fortnights", "fortnights", "unknown unit `fortnights`: `seconds`, `minutes`");
}

#[test]
fn duration_without_a_unit() {
    duration_says("3600", "3600", "`3600` of what? `seconds`, `minutes`");
    duration_says("1 or 2 weeks", "1", "`1` of what?");
}

#[test]
fn duration_without_a_number() {
    duration_says("weeks", "weeks", "expected a duration such as `2 weeks`");
    duration_says("two weeks", "two", "expected a duration such as `2 weeks`");
    duration_says("-2 weeks", "-", "a duration is a positive number of units");
}

#[test]
fn duration_with_a_fraction() {
    duration_says("1.5 hours", "1.5", "a duration is a whole number of units, such as `90 minutes`");
}

#[test]
fn duration_too_large_to_count() {
    duration_says("99999999999 days", "99999999999", "this number is too large");
}

#[test]
fn duration_at_run_time_without_a_bound() {
    duration_says(
        "{ ttl() }",
        "{ ttl() }",
        "a duration that is only known at run time states its bound: `{ .. } max 4 weeks`",
    );
}

#[test]
fn duration_of_a_misspelt_word() {
    duration_says("sesion", "sesion", "unknown duration `sesion`, did you mean `session`?");
    duration_says("presistent", "presistent", "did you mean `persistent`?");
}

#[test]
fn attributes_with_commas() {
    cell_says(
        "attributes = Secure, HttpOnly",
        ",",
        "attributes are separated by blanks: `Secure HttpOnly SameSite=Lax`",
    );
    cell_says("attributes = Secure + HttpOnly", "+", "attributes are separated by blanks");
    cell_says("attributes = Secure, HttpOnly, SameSite=Lax", ",", "attributes are separated by blanks");
}

#[test]
fn attributes_with_semicolons() {
    says("X = \"x\" | 1 day | attributes = Secure; HttpOnly;", "HttpOnly", "attributes are separated by blanks");
}

#[test]
fn attribute_in_other_capitals() {
    cell_says("attributes = samesite=lax", "samesite", "unknown attribute `samesite`, did you mean `SameSite`? [X1]");
    cell_says("attributes = httponly Secure", "httponly", "did you mean `HttpOnly`? [X1]");
    cell_says("attributes = SameSite=lax", "lax", "unknown value of `SameSite` `lax`, did you mean `Lax`?");
}

#[test]
fn attribute_value_in_quotes() {
    cell_says("attributes = SameSite=\"Lax\"", "\"Lax\"", "expected `Strict`, `Lax` or `None`, without quotes");
}

#[test]
fn attribute_without_its_value() {
    cell_says("attributes = Secure SameSite", "SameSite", "`SameSite` has a value: `SameSite=Lax`");
    cell_says("attributes = Path Secure", "Path", "`Path` has a value: `Path=\"..\"`");
    cell_says("attributes = SameSite=", "SameSite", "`SameSite` has a value");
}

#[test]
fn attribute_with_a_value_that_it_has_not() {
    cell_says("attributes = Secure=true HttpOnly", "true", "`Secure` is there or it is not");
    cell_says("attributes = !Path=\"/x\" Secure", "=", "`!Path` takes the attribute away, and has no value");
}

#[test]
fn path_and_domain_without_quotes() {
    cell_says("attributes = Path=/x", "/x", "a path is quoted: `Path=\"/x\"`");
    cell_says("attributes = Path=/x HttpOnly Secure", "/x", "a path is quoted: `Path=\"/x\"`");
    cell_says("attributes = Domain=example.com Secure", "example.com", "a domain is quoted: `Domain=\"example.com\"`");
}

#[test]
fn lifetime_among_the_attributes() {
    for (attribute, at) in [
        ("Max-Age=3600", "Max-Age"),
        ("Max-Age = 3600 Secure", "Max-Age"),
        ("Secure MaxAge=3600 HttpOnly", "MaxAge"),
        ("max_age=3600", "max_age"),
        ("Expires=\"Wed, 21 Oct 2026\" Secure", "Expires"),
    ] {
        cell_says(
            &format!("attributes = {attribute}"),
            at,
            "how long a cookie is kept stands in the column `duration`",
        );
    }
}

#[test]
fn two_dots_behind_an_attribute() {
    cell_says("attributes = Secure ..", "..", "`..` stands first");
}

#[test]
fn attributes_in_quotes() {
    cell_says(
        "attributes = \"Secure HttpOnly\"",
        "\"Secure HttpOnly\"",
        "attributes have no quotes: `Secure HttpOnly SameSite=Lax`",
    );
}

#[test]
fn name_without_quotes() {
    says("X = sessionid | 1 day;", "sessionid", "expected the name of the cookie in quotes");
    says("sessionid | 1 day;", "sessionid", "expected `= \"cookie name\"` after `sessionid`");
}

#[test]
fn constant_in_quotes() {
    says("\"SID\" = \"sessionid\" | 1 day;", "\"SID\"", "a constant is an identifier: `SESSION = \"sessionid\"`");
    says("\"SID\": \"sessionid\" | 1 day;", "\"SID\"", "a constant is an identifier");
}

#[test]
fn constant_with_a_colon_and_no_type() {
    says("X: = \"x\" | 1 day;", "X", "`X:` has no type: `X: Locale = \"..\"`");
}

#[test]
fn colon_for_the_equals_sign_of_a_name() {
    says("X: \"x\" | 1 day;", ":", "expected `=` in front of the name: `X = \"..\"`");
}

#[test]
fn row_written_as_a_constant_of_rust() {
    says("const X: &str = \"x\" | 1 day;", "const", "no `const`: a row is `NAME = \"cookie name\" | ..;`");
    says("let X = \"x\" | 1 day;", "let", "no `let`: a row is");
}

#[test]
fn missing_semicolon_between_rows() {
    says("X = \"x\" | 1 day", "day", "expected `;` at the end of the row");
    says("X = \"x\" | 1 day | attributes = Secure", "Secure", "expected `;` at the end of the row");
    says("X = \"x\" | 1 day | attributes = ..", ".", "expected `;` at the end of the row");
}

#[test]
fn missing_semicolon_behind_the_last_row() {
    says_of("BEFORE = \"before\" | 1 day;\nAFTER = \"after\" | 2 days", "days", "expected `;` at the end of the row");
}

#[test]
fn comma_for_the_semicolon() {
    says("X = \"x\" | 1 day,", ",", "cells are parted by `|`, and a row ends with `;`");
}

#[test]
fn semicolon_twice() {
    says("X = \"x\" | 1 day;;", ";", "no `;` here: a row ends with one");
}

#[test]
fn missing_cell() {
    says("X = \"x\";", "\"x\"", "this row has no cell for `duration`; `_` stands for what `with` or the default says");
}

#[test]
fn missing_cells_are_named_by_what_is_there() {
    let rows = |row: &str| {
        format!(
            "cookie | function | duration | attributes;\nBEFORE = \"before\" | \"f\" | 1 day | _;\n{row}\nAFTER = \"after\" | \"f\" | 2 days | _;"
        )
    };
    says_of(&rows("X = \"x\" | 2 weeks | Secure;"), "\"x\"", "this row has no cell for `function`;");
    says_of(&rows("X = \"x\" | \"f\" | Secure;"), "\"x\"", "this row has no cell for `duration`;");
    says_of(&rows("X = \"x\" | \"f\" | 2 weeks;"), "\"x\"", "this row has no cell for `attributes`;");
    says_of(&rows("X = \"x\" | 2 weeks;"), "\"x\"", "this row has no cells for `function` and `attributes`;");
    says_of(&rows("X = \"x\";"), "\"x\"", "no cells for `function`, `duration` and `attributes`;");
}

#[test]
fn surplus_cell() {
    says("X = \"x\" | 1 day | \"what\";", "\"what\"", "one cell too many: the header has `cookie` and `duration`");
    says("X = \"x\" | 1 day | \"what\" | \"else\";", "\"what\"", "one cell too many");
}

#[test]
fn cells_in_the_wrong_order() {
    let rows = "cookie | function | duration;\nBEFORE = \"before\" | \"f\" | 1 day;\nX = \"x\" | 2 weeks | \"f\";\nAFTER = \"after\" | \"f\" | 2 days;";
    says_of(rows, "2 weeks", "this is a `duration`, and the header has `function` here");
}

#[test]
fn cell_of_the_wrong_kind() {
    says("X = \"x\" | Secure;", "Secure", "expected a duration such as `2 weeks`");
}

#[test]
fn forgotten_header() {
    let table = "policy; #[allow(no_purpose)] category N: opt_out {\nX = \"x\" | 1 day;\n}";
    let (policy, said) = understood(table);
    assert_eq!((said.len(), said[0].at.as_str(), policy.rows.len()), (1, "1 day", 1), "{said:#?}");
    assert!(said[0].text.contains("no header says what this cell is: write `cookie | duration;` above the rows"));
}

#[test]
fn header_that_does_not_start_with_cookie() {
    for header in ["function | duration;", "provider | cookie | duration;"] {
        let (_, said) = understood(&format!("policy; category N: opt_out {{ {header} }}"));
        assert!(matches!(said.as_slice(), [said] if said.text.contains("a header starts with `cookie`")), "{said:#?}");
    }
}

#[test]
fn unknown_column() {
    cell_says("nte = \"n\"", "nte", "unknown column `nte`, did you mean `note`?");
    cell_says("expiry = 2 weeks", "expiry", "unknown column `expiry`, did you mean `duration`?");
}

#[test]
fn colon_for_the_equals_sign_of_a_cell() {
    cell_says("note: \"n\"", ":", "a column and its cell are joined by `=`: `note = \"..\"`");
}

#[test]
fn column_twice() {
    cell_says("duration = 2 days", "duration", "the column `duration` twice for this row");
    cell_says("note = \"n\" | note = \"m\"", "note", "the column `note` twice for this row");
    cell_says("\"Sites\" = \"n\" | \"Sites\" = \"m\"", "\"Sites\"", "the column `Sites` twice for this row");
}

#[test]
fn named_cell_without_quotes() {
    cell_says("note = because", "because", "expected a text in quotes");
}

#[test]
fn provider_in_quotes() {
    cell_says(
        "provider = \"Acme\"",
        "\"Acme\"",
        "a provider is declared once, `provider Name = \"..\";`, and named here by its identifier",
    );
}

#[test]
fn unknown_storage() {
    cell_says(
        "storage = localstorage",
        "localstorage",
        "unknown storage `localstorage`, did you mean `local_storage`?",
    );
    cell_says("storage = local", "local", "did you mean `local_storage`?");
    cell_says("storage = session", "session", "did you mean `session_storage`?");
    cell_says("storage = database", "database", "unknown storage `database`: `cookie`, `local_storage`");
    cell_says("storage = \"Cache\"", "\"Cache\"", "a storage that is not listed is `other(\"..\")`");
    cell_says("storage = other", "other", "`other` names the storage: `other(\"Cache storage\")`");
}

#[test]
fn unknown_storage_is_no_cookie_that_is_kept_for_good() {
    says("X = \"x\" | persistent | storage = local;", "local", "did you mean `local_storage`?");
}

#[test]
fn unknown_set_by() {
    cell_says("set_by = javascript", "javascript", "unknown `set_by` `javascript`, did you mean `script`?");
    cell_says("set_by = sript", "sript", "did you mean `script`?");
    cell_says("set_by = ads.example", "ads", "a third party's domain is quoted: `set_by = \"ads.example\"`");
}

#[test]
fn condition_without_braces() {
    cell_says(
        "when = cfg!(feature = \"x\")",
        "cfg",
        "expected a condition in braces: `when = { cfg!(feature = \"..\") }`",
    );
    cell_says("when = true", "true", "expected a condition in braces");
}

#[test]
fn cfg_on_a_row() {
    says(
        "#[cfg(feature = \"x\")] X = \"x\" | 1 day;",
        "cfg",
        "the table cannot see `#[cfg]`; write the column `when = { cfg!(feature = \"..\") }` instead",
    );
}

#[test]
fn other_attribute_on_a_row() {
    says(
        "#[deprecated] X = \"x\" | 1 day;",
        "deprecated",
        "`#[deprecated]` means nothing in a table; only `///` and `#[allow(..)]` do",
    );
}

#[test]
fn inner_text_above_a_row() {
    says("//! Purpose\nX = \"x\" | 1 day;", "//! Purpose", "texts stand above what they describe: `///`, not `//!`");
}

#[test]
fn text_below_the_last_row() {
    let (_, said) = understood(&exempt("X = \"x\" | 1 day;\n/// Purpose\n"));
    assert!(
        matches!(said.as_slice(), [said] if said.text.contains("expected a row below this text") && said.at == "/// Purpose"),
        "{said:#?}"
    );
}

#[test]
fn text_above_a_header_or_with() {
    for rows in ["/// T\nwith note = \"n\"; X = \"x\" | 1 day;", "/// T\nwith note = \"n\" { X = \"x\" | 1 day; }"] {
        let (_, said) = understood(&exempt(rows));
        assert!(
            matches!(said.as_slice(), [said] if said.text.contains("`with` prints no text") && said.at == "/// T"),
            "{said:#?}"
        );
    }
}

#[test]
fn nested_with() {
    says(
        "with note = \"n\" { with function = \"f\" { Y = \"y\" | 1 day; } X = \"x\" | 1 day; }",
        "with",
        "a group holds rows only",
    );
}

#[test]
fn header_in_a_group() {
    says("with note = \"n\" { cookie | duration; X = \"x\" | 1 day; }", "cookie", "a group holds rows only");
}

#[test]
fn semicolon_behind_a_group() {
    says("with note = \"n\" { X = \"x\" | 1 day; };", ";", "no `;` here: a row ends with one, a `}` needs none");
}

#[test]
fn with_without_a_value() {
    says("with note; X = \"x\" | 1 day;", "note", "expected `=` after `note`");
    says("with cookie = \"c\"; X = \"x\" | 1 day;", "cookie", "a name is not shared: it stands in its row");
    says("with nte = \"n\"; X = \"x\" | 1 day;", "nte", "unknown column `nte`, did you mean `note`?");
}

#[test]
fn with_that_names_a_column_twice() {
    says("with note = \"n\"; with note = \"m\"; X = \"x\" | 1 day;", "note", "`with` names the column `note` twice");
    says("with note = \"n\" | note = \"m\"; X = \"x\" | 1 day;", "note", "the column `note` twice");
}
