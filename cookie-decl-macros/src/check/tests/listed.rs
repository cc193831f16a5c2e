//! Rows that another category lists too, and sections between rows.

use crate::tests::{assert_says, checked};

/// Two categories: `a` and `b_{x}` are declared in the first.
fn table(first: &str, second: &str, rows: &str) -> String {
    format!(
        "policy;
        /// T
        ///
        /// D
        #[allow(no_consent_row, unused_allow)]
        category First: {first} {{ cookie | duration; with purpose = \"p\"; \"a\" | 1 day; \"b_{{x}}\" | 1 day; }}
        /// U
        ///
        /// E
        #[allow(no_consent_row, unused_allow)]
        category Second: {second} {{
            cookie | duration;
            {rows}
            \"c\" | 1 day | purpose = \"p\";
        }}"
    )
}

#[test]
fn a_row_of_another_category_may_be_listed() {
    for rows in [
        "/// Why\nalso \"a\";",
        "also \"b_{x}\" | purpose = \"why\" | note = \"n\" | function = \"f\" | \"Own\" = \"o\";",
        "also \"a\" | purpose = none;",
        "/// Why\nalso \"b_{other}\";",
    ] {
        assert_says(&table("opt_in", "opt_out", rows), &[]);
    }
}

#[test]
fn what_cannot_be_listed_is_refused() {
    for (rows, message) in [
        (
            "/// Why\nalso \"b_{x}y\";",
            "no row declares \"b_{x}y\"; did you mean \"b_{x}\"?",
        ),
        (
            "/// Why\nalso \"nothing_like_it\";",
            "no row declares \"nothing_like_it\"; `also` lists a row that another category declares",
        ),
        (
            "/// Why\nalso \"c\";",
            "\"c\" is a row of this category already",
        ),
        (
            "/// Why\nalso \"a\" | duration = 2 days;",
            "the row of \"a\" in `First` says this; here it can have another purpose",
        ),
        (
            "also \"a\";",
            "visitors are not told what this is for here: write it above, as `///`",
        ),
        (
            "section;",
            "the section has no text: write it above, as `///`",
        ),
    ] {
        assert_says(&table("opt_in", "opt_in", rows), &[message]);
    }
}

#[test]
fn a_name_is_in_quotes_and_alone() {
    let named =
        "`also` is followed by the name of a row of another category, in quotes: `also \"_pcid\";`";
    for (rows, message) in [
        ("/// Why\nalso a;", named),
        ("/// Why\nalso [\"a\"];", named),
        ("/// Why\nalso = \"a\";", named),
        ("/// Why\nalso: \"a\";", named),
        ("/// Why\nalso any;", named),
        (
            "/// Why\nalso \"a\", \"b_{x}\";",
            "`also` lists one row: write another `also` for this name",
        ),
        (
            "/// Why\nalso \"a\" | 2 days;",
            "no header names the column of this cell: write it before the cell",
        ),
    ] {
        assert_says(&table("opt_in", "opt_in", rows), &[message]);
    }
    // A constant may have this name.
    assert_says(
        &table("opt_in", "opt_in", "/// Why\nalso = \"d\" | 2 days;"),
        &[],
    );
}

#[test]
fn a_section_is_a_line_between_groups() {
    for (rows, message) in [
        (
            "/// Head\nsection",
            "expected `;` at the end of the section",
        ),
        (
            "/// Head\nsection Forum;",
            "expected `;` at the end of the section",
        ),
        (
            "section = \"Forum\";",
            "write the text of a section above it, as `///`",
        ),
        (
            "/// Head\nsection { \"d\" | 1 day; }",
            "a section has no braces: it ends with `;`",
        ),
        (
            "with set_by = script {\n/// Head\nsection;\n\"d\" | 1 day | purpose = \"p\"; }",
            "a group contains only rows: close it with `}` above `section`",
        ),
        (
            "with set_by = script {\n/// Why\nalso \"a\"; }",
            "a group contains only rows: close it with `}` above `also`",
        ),
    ] {
        let table = table("opt_in", "opt_in", &format!("{rows}\n"));
        assert_says(&table, &[message]);
    }
}

#[test]
fn the_stricter_gate_declares_the_row() {
    let stricter = "`opt_in` is stricter than `exempt`: declare \"a\" here, and list it with `also` in `First`";
    assert_says(
        &table("exempt", "opt_in", "/// Why\nalso \"a\";"),
        &[stricter],
    );
    assert_says(&table("opt_in", "exempt", "/// Why\nalso \"a\";"), &[]);
    assert_says(&table("opt_out", "opt_out", "/// Why\nalso \"a\";"), &[]);
}

#[test]
fn a_name_that_two_categories_declare_leads_here() {
    assert_says(
        &table("opt_in", "opt_in", "\"a\" | 1 day | purpose = \"q\";"),
        &["list it here with `also \"a\";`"],
    );
}

#[test]
fn what_is_listed_is_part_of_the_consent() {
    let fingerprint =
        |rows: &str| checked(&table("opt_in", "opt_in", rows)).categories[1].fingerprint;
    let listed = fingerprint("/// Why\nalso \"a\";");
    assert_ne!(listed, fingerprint(""));
    assert_eq!(listed, fingerprint("/// Other words\nalso \"a\";"));
}

#[test]
fn sections_stand_between_rows() {
    let table = checked(&table(
        "opt_in",
        "opt_in",
        "/// Head\n///\n/// Text\nsection;",
    ));
    assert!(matches!(table.categories[1].breaks[..], [(2, _)]));
}
