//! Mistakes in a row. Each has one message at the right place, and the rows around it are
//! understood.

use crate::tests::{Message, assert_says, exempt, understood};

/// Asserts the only message for what is between two good rows, and what it underlines. All rows
/// must be understood.
#[track_caller]
pub(super) fn says(row: &str, at: &str, text: &str) {
    says_of(
        &format!("BEFORE = \"before\" | 1 day;\n{row}\nAFTER = \"after\" | 2 days;"),
        at,
        text,
    );
    // The row below may also be without a constant, or have a text above it.
    says_of(
        &format!("BEFORE = \"before\" | 1 day;\n{row}\n/// After\nAFTER = \"after\" | 2 days;"),
        at,
        text,
    );
}

#[track_caller]
fn says_of(rows: &str, at: &str, text: &str) {
    let (table, reported) = understood(&exempt(rows));
    let same = matches!(reported.as_slice(), [reported] if reported.at == at && reported.text.contains(text));
    assert!(
        same,
        "expected `{at}`: {text:?}, not {reported:#?}, of\n{rows}"
    );
    let constants: Vec<_> = table
        .declarations
        .iter()
        .filter_map(|row| row.constant.as_ref())
        .map(|c| c.ident.to_string())
        .collect();
    for constant in ["BEFORE", "X", "AFTER"] {
        let declared =
            rows.contains(&format!("{constant} =")) || rows.contains(&format!("{constant}:"));
        assert_eq!(
            constants.contains(&constant.to_owned()),
            declared,
            "{constant} of\n{rows}"
        );
    }
    assert_eq!(
        table.declarations.last().map(|row| row.name.text.as_str()),
        Some("after")
    );
}

/// Asserts the only message for a cell in a row that is otherwise good.
#[track_caller]
pub(super) fn cell_says(cell: &str, at: &str, text: &str) {
    says(&format!("X = \"x\" | 1 day | {cell};"), at, text);
}

const EDGE: &str = "remove the `|` at the edge: a row starts with its name and ends with `;`";

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
    let (table, reported) = understood(&table);
    let lines: Vec<_> = reported.iter().map(|reported| reported.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6], "{reported:#?}");
    assert_eq!(table.declarations.len(), 3);
}

#[test]
fn line_of_dashes() {
    for line in ["---|---", "|---|---|", "--- | ---;", ":---|---:", "-----"] {
        let (_, reported) = understood(&exempt(&format!("{line}\nX = \"x\" | 1 day;")));
        let same = matches!(reported.as_slice(), [Message { text, line: 9, .. }] if text.contains("remove this line between the header and the rows"));
        assert!(same, "{reported:#?} of {line}");
    }
}

#[test]
fn name_without_quotes() {
    says(
        "X = sessionid | 1 day;",
        "sessionid",
        "expected the name of the cookie in quotes",
    );
    says(
        "sessionid | 1 day;",
        "sessionid",
        "expected `= \"cookie name\"` after `sessionid`",
    );
}

#[test]
fn constant_in_quotes() {
    says(
        "\"SID\" = \"sessionid\" | 1 day;",
        "\"SID\"",
        "a constant is an identifier without quotes: `SESSION = \"sessionid\"`",
    );
    says(
        "\"SID\": \"sessionid\" | 1 day;",
        "\"SID\"",
        "a constant is an identifier",
    );
}

#[test]
fn constant_with_a_colon_and_no_type() {
    says(
        "X: = \"x\" | 1 day;",
        "X",
        "`X:` needs a type: `X: Locale = \"..\"`",
    );
}

#[test]
fn colon_for_the_equals_sign_of_a_name() {
    says(
        "X: \"x\" | 1 day;",
        ":",
        "expected `=` before the name: `X = \"..\"`",
    );
}

#[test]
fn forgotten_equals_sign_of_a_name() {
    let text = "expected `=` before the name: `X = \"..\"`";
    for row in [
        "X \"x\" | 1 day;",
        "X: Locale \"x\" | 1 day;",
        "X: Option<u8> \"x\" | 1 day;",
    ] {
        let (table, reported) = understood(&exempt(row));
        assert!(
            matches!(reported.as_slice(), [reported] if reported.at == "\"x\"" && reported.text == text),
            "{reported:#?}"
        );
        assert!(
            table.declarations[0]
                .constant
                .as_ref()
                .is_some_and(|constant| constant.ident == "X"),
            "{row}"
        );
        assert_eq!(table.declarations[0].name.text, "x");
    }
}

#[test]
fn row_written_as_a_constant_of_rust() {
    says(
        "const X: &str = \"x\" | 1 day;",
        "const",
        "remove `const`: a row is `NAME = \"cookie name\" | ..;`",
    );
    says("let X = \"x\" | 1 day;", "let", "remove `let`: a row is");
}

#[test]
fn missing_semicolon_between_rows() {
    says(
        "X = \"x\" | 1 day",
        "day",
        "expected `;` at the end of the row",
    );
    says(
        "X = \"x\" | 1 day | attributes = Secure",
        "Secure",
        "expected `;` at the end of the row",
    );
    says(
        "X = \"x\" | 1 day | attributes = ..",
        ".",
        "expected `;` at the end of the row",
    );
}

#[test]
fn missing_semicolon_after_the_last_row() {
    says_of(
        "BEFORE = \"before\" | 1 day;\nAFTER = \"after\" | 2 days",
        "days",
        "expected `;` at the end of the row",
    );
}

#[test]
fn comma_for_the_semicolon() {
    says(
        "X = \"x\" | 1 day,",
        ",",
        "cells are separated by `|`, not by `,`, and a row ends with `;`",
    );
}

#[test]
fn semicolon_twice() {
    says(
        "X = \"x\" | 1 day;;",
        ";",
        "remove this `;`: it ends a row, and is not written after `}`",
    );
}

#[test]
fn semicolon_between_the_cells() {
    let text = "remove this `;`: it ends a row, and cells are separated by `|`";
    says("X = \"x\"; | 1 day;", ";", text);
    says("X = \"x\"; | 1 day | note = \"n\";", ";", text);
    says("X = \"x\" | 1 day; | note = \"n\";", ";", text);
}

#[test]
fn missing_cell_after_its_pipe() {
    says(
        "X = \"x\" | ;",
        "\"x\"",
        "this row has no cell for `duration`",
    );
}

#[test]
fn missing_cell() {
    says(
        "X = \"x\";",
        "\"x\"",
        "this row has no cell for `duration`; `_` takes the value of `with` or the default",
    );
}

#[test]
fn missing_cells_are_named_by_what_is_there() {
    let rows = |row: &str| {
        format!(
            "cookie | function | duration | attributes;\nBEFORE = \"before\" | \"f\" | 1 day | _;\n{row}\nAFTER = \"after\" | \"f\" | 2 days | _;"
        )
    };
    says_of(
        &rows("X = \"x\" | 2 weeks | Secure;"),
        "\"x\"",
        "this row has no cell for `function`;",
    );
    says_of(
        &rows("X = \"x\" | \"f\" | Secure;"),
        "\"x\"",
        "this row has no cell for `duration`;",
    );
    says_of(
        &rows("X = \"x\" | \"f\" | 2 weeks;"),
        "\"x\"",
        "this row has no cell for `attributes`;",
    );
    says_of(
        &rows("X = \"x\" | 2 weeks;"),
        "\"x\"",
        "this row has no cells for `function` and `attributes`;",
    );
    says_of(
        &rows("X = \"x\";"),
        "\"x\"",
        "no cells for `function`, `duration` and `attributes`;",
    );
}

#[test]
fn surplus_cell_between_others_is_one_mistake() {
    let text = "one cell too many: the header has `cookie` and `duration`";
    says("X = \"x\" | Acme | 1 day;", "Acme", text);
    says("X = \"x\" | \"extra\" | 1 day;", "\"extra\"", text);
    says("X = \"x\" | 1 day | 2 days;", "2 days", text);
}

#[test]
fn surplus_cell() {
    says(
        "X = \"x\" | 1 day | \"what\";",
        "\"what\"",
        "one cell too many: the header has `cookie` and `duration`",
    );
    says(
        "X = \"x\" | 1 day | \"what\" | \"else\";",
        "\"what\"",
        "one cell too many",
    );
}

#[test]
fn surplus_text_is_told_to_name_its_column() {
    says(
        "X = \"x\" | 1 day | \"my note\";",
        "\"my note\"",
        "`duration`; name its column, `note = \"..\"`",
    );
    assert_says(&exempt("\"x\" | 1 day | note = \"my note\";"), &[]);
}

#[test]
fn surplus_cell_of_a_column_without_quotes() {
    cell_says(
        "Legal basis = \"n\"",
        "Legal basis = \"n\"",
        "a column of your own is in quotes: `\"Legal basis\" = ..`",
    );
    cell_says(
        "Sector = \"n\"",
        "Sector",
        "unknown column `Sector`: `provider`, `function`, `purpose`, `duration`, `attributes`, `set_by`, `party`, `storage`, `basis`, `note` or `when` (a column of your own is in quotes: `\"Sector\"`)",
    );
    assert_says(&exempt("\"x\" | 1 day | \"Legal basis\" = \"n\";"), &[]);
}

#[test]
fn surplus_cell_of_a_lifetime() {
    for column in ["expires", "max_age", "Duration"] {
        let text = format!("unknown column `{column}`, did you mean `duration`?");
        cell_says(&format!("{column} = 3 days"), column, &text);
        // The row has no missing cell either.
        says(&format!("X = \"x\" | {column} = 3 days;"), column, &text);
    }
    cell_says(
        "Expires = 3 days",
        "Expires = 3 days",
        "the lifetime of a cookie is in the column `duration`",
    );
}

#[test]
fn column_of_the_header_named_in_its_row() {
    let text =
        "`duration` is a column of the header: write its cell in its place, without `duration =`";
    says("X = \"x\" | duration = 2 weeks;", "duration", text);
    let rows = |row: &str| {
        let after = "AFTER = \"after\" | \"f\" | 2 days | _;";
        format!("cookie | function | duration | attributes;\n{row}\n{after}")
    };
    for row in [
        "X = \"x\" | \"f\" | Secure | duration = 2 weeks;",
        "X = \"x\" | \"f\" | duration = 2 weeks | attributes = Secure;",
        "X = \"x\" | duration = 2 weeks;",
    ] {
        says_of(&rows(row), "duration", text);
    }
}

#[test]
fn cells_in_the_wrong_order() {
    let rows = "cookie | function | duration;\nBEFORE = \"before\" | \"f\" | 1 day;\nX = \"x\" | 2 weeks | \"f\";\nAFTER = \"after\" | \"f\" | 2 days;";
    says_of(
        rows,
        "2 weeks",
        "this is a `duration`, but the header has `function` here",
    );
}

#[test]
fn cell_of_the_wrong_kind() {
    says(
        "X = \"x\" | Secure;",
        "Secure",
        "expected a duration such as `2 weeks`",
    );
}

#[test]
fn forgotten_header() {
    let table = "policy; #[allow(no_purpose)] category N: opt_out {\nX = \"x\" | 1 day;\n}";
    let (table, reported) = understood(table);
    assert_eq!(
        (
            reported.len(),
            reported[0].at.as_str(),
            table.declarations.len()
        ),
        (1, "1 day", 1),
        "{reported:#?}"
    );
    assert!(reported[0].text.contains(
        "there is no header that says what this cell is: write `cookie | duration;` above the rows"
    ));
}

#[test]
fn header_that_does_not_start_with_cookie() {
    for header in ["function | duration;", "provider | cookie | duration;"] {
        let (_, reported) = understood(&format!("policy; category N: opt_out {{ {header} }}"));
        assert!(
            matches!(reported.as_slice(), [reported] if reported.text.contains("a header starts with `cookie`")),
            "{reported:#?}"
        );
    }
}

#[test]
fn unknown_column() {
    cell_says(
        "nte = \"n\"",
        "nte",
        "unknown column `nte`, did you mean `note`?",
    );
    cell_says(
        "expiry = 2 weeks",
        "expiry",
        "unknown column `expiry`, did you mean `duration`?",
    );
}

#[test]
fn colon_for_the_equals_sign_of_a_cell() {
    cell_says(
        "note: \"n\"",
        ":",
        "expected `=` between a column and its cell: `note = \"..\"`",
    );
}

#[test]
fn column_twice() {
    cell_says(
        "duration = 2 days",
        "duration",
        "the cell for `duration` is written twice; the first is on line 8",
    );
    cell_says(
        "note = \"n\" | note = \"m\"",
        "note",
        "the cell for `note` is written twice",
    );
    cell_says(
        "\"Sites\" = \"n\" | \"Sites\" = \"m\"",
        "\"Sites\"",
        "the cell for `Sites` is written twice",
    );
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
        "write the identifier of a provider here, without quotes; `provider Name = \"..\";` declares it",
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
    cell_says(
        "storage = session",
        "session",
        "did you mean `session_storage`?",
    );
    cell_says(
        "storage = database",
        "database",
        "unknown storage `database`: `cookie`, `local_storage`",
    );
    cell_says(
        "storage = \"Cache\"",
        "\"Cache\"",
        "write another storage as `other(\"..\")`",
    );
    cell_says(
        "storage = other",
        "other",
        "`other` needs the name of the storage: `other(\"Cache storage\")`",
    );
}

#[test]
fn unknown_storage_is_not_a_cookie_that_is_kept_for_good() {
    says(
        "X = \"x\" | persistent | storage = local;",
        "local",
        "did you mean `local_storage`?",
    );
}

#[test]
fn unknown_set_by() {
    cell_says(
        "set_by = javascript",
        "javascript",
        "unknown `set_by` `javascript`, did you mean `script`?",
    );
    cell_says("set_by = sript", "sript", "did you mean `script`?");
    cell_says(
        "set_by = ads.example",
        "ads",
        "a third party's domain is in quotes: `set_by = \"ads.example\"`",
    );
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
        "`#[deprecated]` has no meaning in a table; only `///` and `#[allow(..)]` have one",
    );
}

#[test]
fn inner_text_above_a_row() {
    says(
        "//! Purpose\nX = \"x\" | 1 day;",
        "//! Purpose",
        "a text is above what it describes: write `///`, not `//!`",
    );
}

#[test]
fn text_below_the_last_row() {
    let (_, reported) = understood(&exempt("X = \"x\" | 1 day;\n/// Purpose\n"));
    assert!(
        matches!(reported.as_slice(), [reported] if reported.text.contains("expected a row below this text") && reported.at == "/// Purpose"),
        "{reported:#?}"
    );
}

#[test]
fn text_above_a_header_or_with() {
    for rows in [
        "/// T\nwith note = \"n\"; X = \"x\" | 1 day;",
        "/// T\nwith note = \"n\" { X = \"x\" | 1 day; }",
    ] {
        let (_, reported) = understood(&exempt(rows));
        assert!(
            matches!(reported.as_slice(), [reported] if reported.text.contains("`with` prints no text") && reported.at == "/// T"),
            "{reported:#?}"
        );
    }
}

#[test]
fn nested_with() {
    says(
        "with note = \"n\" { with function = \"f\" { Y = \"y\" | 1 day; } X = \"x\" | 1 day; }",
        "with",
        "a group contains only rows; write all that they share in one `with`: `with a = .. | b = .. {`",
    );
}

#[test]
fn header_in_a_group() {
    says(
        "with note = \"n\" { cookie | duration; X = \"x\" | 1 day; }",
        "cookie",
        "a group contains only rows; write all that they share in one `with`: `with a = .. | b = .. {`",
    );
}

#[test]
fn semicolon_after_a_group() {
    says(
        "with note = \"n\" { X = \"x\" | 1 day; };",
        ";",
        "remove this `;`: it ends a row, and is not written after `}`",
    );
}

#[test]
fn with_without_a_value() {
    says(
        "with note; X = \"x\" | 1 day;",
        "note",
        "expected `=` after `note`",
    );
    says(
        "with cookie = \"c\"; X = \"x\" | 1 day;",
        "cookie",
        "a name cannot be shared: write it in its row",
    );
    says(
        "with nte = \"n\"; X = \"x\" | 1 day;",
        "nte",
        "unknown column `nte`, did you mean `note`?",
    );
}

#[test]
fn with_without_a_cell() {
    for rest in [";", "| note = \"n\";", "\n"] {
        says(
            &format!("with provider = {rest} X = \"x\" | 1 day;"),
            "=",
            "expected a cell after `provider =`",
        );
    }
}

/// Asserts the only message for a half-typed `with` above a header. The rows must be understood.
#[track_caller]
fn above_header_says(with: &str, at: &str, text: &str) {
    let header = "cookie | duration;\n#[allow(no_purpose)]\nX = \"x\" | 1 day;";
    let table = format!(
        "pub policy;\n/// Needed\n///\n/// Why.\ncategory Necessary: exempt {{\n{with}\n{header}\n}}"
    );
    let (policy, reported) = understood(&table);
    let same =
        matches!(reported.as_slice(), [message] if message.at == at && message.text.contains(text));
    assert!(
        same,
        "expected `{at}`: {text:?}, not {reported:#?}, of\n{table}"
    );
    assert_eq!(policy.declarations.len(), 1);
}

#[test]
fn with_that_is_half_typed() {
    let message = "expected `column = cell` after `with`";
    above_header_says("with", "with", message);
    above_header_says("with prov", "prov", message);
    above_header_says("with note", "note", "expected `=` after `note`");
    above_header_says("with note =", "=", "expected a cell after `note =`");
    above_header_says(
        "with storage = indexed_db",
        "indexed_db",
        "expected `;` at the end of the `with`",
    );
}

#[test]
fn group_whose_with_is_half_typed_keeps_its_rows() {
    says(
        "with set { X = \"x\" | 1 day; }",
        "set",
        "expected `column = cell` after `with`",
    );
}

#[test]
fn colon_for_the_equals_sign_of_with() {
    says(
        "with provider: Acme; X = \"x\" | 1 day;",
        ":",
        "expected `=` between a column and its cell: `note = \"..\"`",
    );
    says(
        "with provider: Acme { X = \"x\" | 1 day; }",
        ":",
        "expected `=` between a column and its cell: `note = \"..\"`",
    );
}

#[test]
fn with_that_names_a_column_twice() {
    says(
        "with note = \"n\"; with note = \"m\"; X = \"x\" | 1 day;",
        "note",
        "the cell for `note` is written twice",
    );
    says(
        "with note = \"n\" | note = \"m\"; X = \"x\" | 1 day;",
        "note",
        "the cell for `note` is written twice",
    );
}
