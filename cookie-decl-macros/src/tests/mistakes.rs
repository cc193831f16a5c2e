//! Mistakes that newcomers made in the tables of real sites. Each is one message.

use super::{exempt, krate, messages, tokens};

/// The messages for rows of an exempt category.
fn of_rows(rows: &str) -> Vec<String> {
    messages(&exempt(rows))
}

/// The only message for rows of an exempt category.
fn one(rows: &str) -> String {
    let messages = of_rows(rows);
    assert_eq!(messages.len(), 1, "{messages:#?}");
    messages.into_iter().next().unwrap_or_default()
}

/// A table with this header, and two rows below it.
fn headed(header: &str) -> Vec<String> {
    messages(&format!(
        "pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Needed: exempt {{
            {header};
            /// One
            \"one\" | 2 weeks;
            /// Two
            TWO = \"two\" | 2 weeks;
        }}"
    ))
}

#[test]
fn a_wrong_header_is_one_mistake_not_one_a_row() {
    for (header, says) in [
        ("cookie | expires", "unknown column `expires`"),
        ("cookie, duration", "columns are separated by `|`"),
        ("name | duration", "a header starts with `cookie`"),
        (
            "cookie | duration | Sites concerned",
            "unknown column `Sites`",
        ),
        (
            "cookie | duration | duration",
            "the column `duration` is in the header twice",
        ),
    ] {
        let messages = headed(header);
        assert!(messages[0].starts_with(says), "{messages:#?}");
        // Only the rows with too few cells have an error.
        assert!(
            messages[1..]
                .iter()
                .all(|message| message.starts_with("this row has no cell")),
            "{messages:#?}"
        );
    }
}

#[test]
fn cells_of_a_column_that_is_wrong_leave_the_others_in_place() {
    let rows = "cookie | durration | note; /// One\n \"one\" | 2 weeks | \"kept\"; /// Two\n \"two\" | 1 day | none;";
    let table = format!("pub policy; /// A\n category A: opt_out {{ {rows} }}");
    assert_eq!(messages(&table).len(), 1);
}

#[test]
fn names_and_cells_mixed_up() {
    for row in [
        "\"a\", 2 weeks;",
        "\"a\" / \"b\" | 2 weeks;",
        "\"a\" and \"b\" | 2 weeks;",
    ] {
        assert_eq!(
            one(&format!("/// A\n {row}")),
            "names are separated by `,`, cells by `|`"
        );
    }
    assert_eq!(
        one("/// A\n \"a\", \"b\", | 2 weeks;"),
        "remove this `,` after the last name"
    );
    assert!(one("/// A\n pub A = \"a\" | 2 weeks;").starts_with("remove `pub`"));
    assert!(one("/// A\n const A: u8 = \"a\" | 2 weeks;").starts_with("remove `const`"));
}

#[test]
fn a_missing_cell_is_reported_once() {
    assert!(one("/// A\n \"a\";").starts_with("this row has no cell for `duration`"));
}

#[test]
fn attributes_as_columns_strings_or_statements() {
    for cell in ["Secure = true", "http_only = true", "Secure HttpOnly"] {
        let message = one(&format!("/// A\n \"a\" | 2 weeks | {cell};"));
        assert!(
            message.starts_with("attributes are together in one cell"),
            "{message}"
        );
    }
    let message = one("/// A\n \"a\" | 2 weeks | domain = \"a.example\";");
    assert!(
        message.contains("is an attribute, `attributes = .. Domain=\"..\"`")
            && message.contains("which sets it is `set_by = \"..\"`"),
        "{message}"
    );
    let message = one(
        "/// A\n \"a\" | 2 weeks | attributes = Secure; HttpOnly; SameSite=Lax; /// B\n \"b\" | 1 day;",
    );
    assert_eq!(
        message,
        "attributes are separated by spaces: `Secure HttpOnly SameSite=Lax`"
    );
    assert!(
        one("/// A\n \"a\" | 2 weeks | attributes = \"Secure\";")
            .starts_with("attributes have no quotes")
    );
    assert!(
        one("/// A\n \"a\" | 2 weeks | attributes = .. -HttpOnly;")
            .starts_with("an attribute is removed")
    );
    assert!(one("/// A\n \"a\" | 2 weeks | note \"seen\";").ends_with("`note = ..`"));
}

#[test]
fn durations_in_other_words() {
    for (duration, says) in [
        ("\"persistent\"", "a duration has no quotes: `persistent`"),
        ("\"session\"", "a duration has no quotes: `session`"),
        (
            "forever",
            "write `persistent` for an item that is kept until somebody deletes it",
        ),
        ("up to 2 weeks", "a duration starts with the longest time"),
        ("1-2 years", "alternatives are separated by `or`"),
        ("session / 2 weeks", "alternatives are separated by `or`"),
        ("30 minutes, 2 weeks", "alternatives are separated by `or`"),
        ("30 minutes rolling", "`rolling` comes first"),
        ("2 weeks or persistent", "`persistent` has no alternatives"),
        (
            "2 weeks or unknown",
            "`unknown` has no alternatives: write the time that is known",
        ),
        ("unknown or 2 weeks", "`unknown` has no alternatives"),
        (
            "until \"it is renewed\"",
            "a duration starts with the longest time",
        ),
        ("varies", "if no time is known, write `unknown`"),
        ("unspecified", "if no time is known, write `unknown`"),
        ("\"unknown\"", "a duration has no quotes: `unknown`"),
        (
            "\"until you sign out\"",
            "a duration has no quotes: write `2 weeks`, and after it a text to print if you need one; if no time is \
             known, `unknown \"until you sign out\"`",
        ),
        ("-70 days", "a duration is a positive number"),
    ] {
        let message = one(&format!("/// A\n \"a\" | {duration};"));
        assert!(message.starts_with(says), "{duration}: {message}");
    }
}

#[test]
fn who_sets_it_in_other_words() {
    assert!(
        one("/// A\n \"a\" | 1 day | set_by = javascript;").ends_with("did you mean `script`?")
    );
    assert!(
        one("/// A\n \"a\" | 1 day | set_by = google.com;")
            .starts_with("a third party's domain is in quotes")
    );
}

#[test]
fn a_text_may_name_shorter_times_beside_the_right_one() {
    let quiet = [
        "rolling 2 minutes \"2 minutes, extended every 30 seconds\"",
        "{ x() } max 30 days \"15 days by default\"",
    ];
    for duration in quiet {
        assert_eq!(of_rows(&format!("/// A\n \"a\" | {duration};")), [""; 0]);
    }
    for duration in [
        "6 months \"1 year\"",
        "6 months \"6 months or 2 years\"",
        "1 year \"1 day\"",
        "session \"1 day\"",
    ] {
        assert!(
            one(&format!("/// A\n \"a\" | {duration};")).ends_with("the duration before it [M5]")
        );
    }
}

#[test]
fn web_storage_is_a_script_s() {
    assert_eq!(
        of_rows("/// A\n \"a\" | 1 day | storage = local_storage;"),
        [""; 0]
    );
    assert!(
        one("/// A\n \"a\" | 1 day | storage = local_storage | set_by = server;")
            .starts_with("a server stores")
    );
    // An unknown storage may be one that keeps things for good.
    assert!(
        one("/// A\n \"a\" | persistent | storage = localStorage;").starts_with("unknown storage")
    );
}

#[test]
fn the_answer_is_a_cookie_of_the_server() {
    let message = one("/// A\n A: Consent = \"a\" | 6 months | set_by = script;");
    assert!(message.starts_with("the row of type `Consent` is one cookie that the server sets"));
}

#[test]
fn placeholders_of_other_languages() {
    for (name, hole) in [("wp_${hash}", "`wp_{hash}`"), ("wp_%s_in", "`wp_{id}_in`")] {
        let message = one(&format!("/// A\n \"{name}\" | 1 day;"));
        assert!(
            message.starts_with("looks_like_pattern") && message.contains(hole),
            "{message}"
        );
    }
    assert_eq!(
        of_rows("/// A\n \"a%d0%b0\" | 1 day;"),
        [""; 0],
        "an encoded letter"
    );
    assert!(one("/// A\n \"*\" | 1 day;").contains("write `any`"));
}

#[test]
fn error_in_a_shared_cell_is_reported_once() {
    let message = one("/// A\n \"a\", \"b\" | 2 years | set_by = script;");
    assert!(message.starts_with("exempt_too_long"));
}

#[test]
fn a_group_may_be_silenced_and_nested_groups_lose_no_rows() {
    let rows = "#[allow(exempt_too_long)] with set_by = script { /// A\n \"a\" | 2 years; }";
    assert_eq!(of_rows(rows), [""; 0]);
    let nested = "with set_by = script { with note = \"n\" { /// A\n \"a\" | 1 day; } /// B\n \"b\" | 0 days; }";
    let messages = of_rows(nested);
    assert!(
        messages[0].starts_with("a group contains only rows")
            && messages[1].starts_with("a duration of zero"),
        "{messages:#?}"
    );
}

#[test]
fn nothing_is_dropped_silently() {
    let table = |items: &str| messages(&format!("pub policy; {items}"));
    let rows = "{ cookie | duration; /// A\n \"a\" | 1 day; }";
    let options = table(&format!(
        "/// A\n #[allow(no_consent_row)] category A: opt_in, revision 2 {rows}"
    ));
    assert!(
        options[0].contains("options of a gate are in parentheses") && options.len() == 1,
        "{options:#?}"
    );
    let allow = table("#[allow(no_purpose)] provider A = \"A\";");
    assert!(
        allow[0].starts_with("`#[allow(..)]` is allowed above") && allow.len() == 1,
        "{allow:#?}"
    );
    let dash = table(&format!("/// A\n category Third-Party: opt_out {rows}"));
    assert!(
        dash[0].starts_with("an identifier has no `-`") && dash.len() == 1,
        "{dash:#?}"
    );
}

#[test]
fn items_in_other_notations_are_one_mistake() {
    for (item, says) in [
        ("print cookie, duration;", "columns are separated by `|`"),
        ("print cookie: \"Name\" | duration;", "a title comes after"),
        (
            "retired { \"old\" | 2 weeks; }",
            "a retired row has only a name",
        ),
        (
            "/// A\n category A: opt_out {} translation fr { \"A\": \"B\", \"C\": \"D\" }",
            "expected `=>`",
        ),
    ] {
        let messages = messages(&format!("pub policy; {item}"));
        assert!(
            messages.len() == 1 && messages[0].starts_with(says),
            "{messages:#?}"
        );
    }
    let braces = messages("pub policy { /// A\n category A: opt_out {} }");
    assert!(
        braces.len() == 1 && braces[0].starts_with("the policy is one line"),
        "{braces:#?}"
    );
}

#[test]
fn a_retired_pattern_spares_what_is_declared() {
    let retired = |name: &str| {
        let table = format!(
            "pub policy; /// A\n category A: opt_out {{ cookie | duration; /// B\n \"city-tour\" | 1 day | \
             attributes = Secure; }} retired {{ \"{name}\" Secure; }}"
        );
        messages(&table)
    };
    let both = ["`city-tour` is declared, and would be removed"];
    assert_eq!(retired("{name}-tour"), both);
    assert_eq!(retired("{name}-tours"), [""; 0]);
}

#[test]
fn what_could_not_be_set_cannot_be_removed() {
    assert!(messages("pub policy; retired { \"__Host-old\"; }")[0].contains("without `Secure`"));
    assert!(messages("pub policy; retired { \"old\" SameSite=None; }")[0].contains("[S1]"));
    assert_eq!(
        messages("pub policy; retired { \"__Host-old\" Secure; }"),
        [""; 0]
    );
}

#[test]
fn two_tables_in_a_module_clash_first_on_a_name_that_says_so() {
    let table = tokens("policy; /// A\n #[allow(empty_category)] category A: opt_out {}");
    let expansion =
        crate::declare::declare(table, &krate(), crate::model::Reader::Compiler).to_string();
    assert!(
        expansion.starts_with("const _ONE_TABLE_PER_MODULE"),
        "{expansion}"
    );
}
