//! `BLESS=1 cargo test -p cookie-decl-macros rules` writes the page of all rules, to be read before it is kept.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::{env, fs};

use super::{exempt, messages};
use crate::rules::{Level, Rule};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../cookie-decl/docs/rules.md");

/// The chapters, by the first letters of the ids in them.
const CHAPTERS: &[(&str, &str)] = &[
    ("N", "Names"),
    ("P", "Prefixes"),
    ("L", "Limits"),
    ("M", "Durations"),
    ("SDAHX", "Attributes"),
    ("C", "Consent"),
    ("T", "Texts"),
];

/// What cannot be checked before the server runs: the variant, what it means, and the rule that it checks.
const SET_ERRORS: &[(&str, &str, &str)] = &[
    (
        "Name, EmptyName",
        "The name with its holes filled is not a token, or is empty.",
        "N1, N2",
    ),
    ("TooLong", "Name and value are over 4,096 bytes.", "L1"),
    (
        "PathTooLong, DomainTooLong",
        "The attribute is over 1,024 bytes.",
        "L2",
    ),
    (
        "Value",
        "The value contains a character that a cookie cannot have; no value is encoded silently.",
        "V1",
    ),
    (
        "Term",
        "The duration is not one of those that the row names.",
        "M5",
    ),
    (
        "ZeroDuration",
        "The duration is under a second, which would remove the cookie.",
        "M3",
    ),
    ("SameSiteNone", "`SameSite=None` without `Secure`.", "S1"),
    ("Partitioned", "`Partitioned` without `Secure`.", "S3"),
    (
        "DomainAddress, DomainTop, Domain",
        "The domain is not one that browsers accept.",
        "D1",
    ),
    ("DomainDot", "The domain starts with a dot.", "D2"),
    (
        "PathStart, PathCharacter",
        "The path is not one that browsers accept.",
        "A1",
    ),
    (
        "PrefixSecure, PrefixDomain, PrefixPath, PrefixHttpOnly",
        "The prefix of the name demands another attribute.",
        "P1 to P4",
    ),
];

/// What the guard finds in a response or request, by the name that it reports.
const VIOLATIONS: &[(&str, &str)] = &[
    ("undeclared", "The table does not declare the cookie."),
    (
        "not_consented",
        "The visitor does not allow the category of the cookie.",
    ),
    (
        "not_set_by_server",
        "The table says that a script sets the cookie.",
    ),
    (
        "not_as_declared",
        "An attribute is not the one that the table declares.",
    ),
    (
        "too_long",
        "The cookie is kept for longer than the page says.",
    ),
    (
        "ambiguous",
        "Browsers read an attribute of the cookie differently.",
    ),
    ("too_large", "Name and value are over 4,096 bytes (L1)."),
    ("twice", "The response sets the same cookie again."),
    ("nameless", "The field does not name a cookie."),
    (
        "removal_refused",
        "Browsers refuse the removal for the reason that they would refuse the cookie.",
    ),
    (
        "removal_elsewhere",
        "The removal names another path or domain than the cookie has.",
    ),
    (
        "survived",
        "The browser still sends the cookie after its removal.",
    ),
    (
        "undeclared_in_request",
        "The request contains a cookie that the table does not declare.",
    ),
    (
        "not_consented_in_request",
        "The request contains a cookie of a category that the visitor does not allow.",
    ),
];

fn page() -> String {
    let mut page = String::from(
        "# Rules

<!-- Written by `BLESS=1 cargo test -p cookie-decl-macros rules`. -->

What a table, a cookie or a response is checked for. An error stops the build. A warning is for what is allowed but rarely
intended: `#[allow(name)]` above the row, the group, the category or the policy silences it, and
`#[allow(name, reason = \"..\")]` says why. RFC 6265bis is `draft-ietf-httpbis-rfc6265bis-22`.
",
    );
    for (letters, chapter) in CHAPTERS {
        write!(page, "\n## {chapter}\n").unwrap();
        let mut last = "";
        for facts in Rule::ALL.iter().map(|rule| rule.facts()) {
            if !facts.id.starts_with(|letter| letters.contains(letter)) {
                continue;
            }
            if facts.id != last {
                write!(page, "\n### {}\n", facts.id).unwrap();
                last = facts.id;
            }
            let level = match facts.level {
                Level::Error => "Error",
                Level::Warning => "Warning",
            };
            write!(
                page,
                "\n{level} `{}`: {}\\\nSource: {}.\n\n```text\n{}\n```\n",
                facts.name, facts.reason, facts.source, facts.example
            )
            .unwrap();
        }
    }
    page.push_str(
        "
## At run time

### V1

The value of a cookie is made of cookie-octets: visible ASCII without `\"`, `,`, `;` and `\\`, or such a text in quotes. Another
value is `ValueError::Character`. `Percent` encodes any text.\\
Source: RFC 6265bis, section 4.1.1.

### `SetError`

Values of `{ expr }`, holes and cookie values are known only at run time. They are checked when the cookie is set.

| variant | meaning | rule |
|---|---|---|
",
    );
    for (variants, meaning, rule) in SET_ERRORS {
        let variants = variants.replace(", ", "`, `");
        writeln!(page, "| `{variants}` | {meaning} | {rule} |").unwrap();
    }
    page.push_str(
        "
### Violations

The guard reports these names. `Mode::Enforce` also removes the cookie from the response, or shortens one that is kept for
too long. A removal that does nothing, and what a request contains, is only reported.

| name | meaning |
|---|---|
",
    );
    for (name, meaning) in VIOLATIONS {
        writeln!(page, "| `{name}` | {meaning} |").unwrap();
    }
    page
}

#[test]
fn the_page_is_the_list() {
    let page = page();
    if env::var_os("BLESS").is_some() {
        fs::write(PAGE, &page).expect("the page can be written");
    }
    let kept = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(page == kept, "`BLESS=1` writes {PAGE}");
}

/// Whether an example consists of rows, which need no other item around them.
fn is_of_rows(example: &str) -> bool {
    let items = [
        "category ",
        "translation ",
        "print ",
        "// in",
        "// policy",
        "// a name",
        "// `Path`",
    ];
    !items.iter().any(|item| example.contains(item))
}

#[test]
fn an_example_is_wrong_where_it_says_so_and_right_elsewhere() {
    let rules = || Rule::ALL.iter().copied();
    assert!(
        rules()
            .filter(|rule| is_of_rows(rule.facts().example))
            .count()
            > 30
    );
    for rule in rules().filter(|rule| is_of_rows(rule.facts().example)) {
        let id = format!("[{}]", rule.id());
        let marked = |line: &&str| line.contains("// error") || line.contains("// warning");
        let all = rule.facts().example.lines();
        let right: Vec<_> = all.clone().filter(|line| !marked(line)).collect();
        let is_found = |rows: &[&str]| {
            let messages = messages(&exempt(&rows.join("\n")));
            messages.iter().any(|text| text.contains(&id))
        };
        assert!(!is_found(&right), "{rule:?}: {right:#?}");
        let all: Vec<_> = all.collect();
        assert_eq!(is_found(&all), right != all, "{rule:?}: {all:#?}");
    }
}

#[test]
fn every_rule_has_a_chapter_and_its_own_name() {
    let mut names = HashSet::new();
    for rule in Rule::ALL {
        let in_chapter = |(letters, _): &&(&str, &str)| letters.contains(&rule.id()[..1]);
        assert_eq!(CHAPTERS.iter().filter(in_chapter).count(), 1, "{rule:?}");
        assert!(names.insert(rule.name()), "{rule:?}");
    }
}

#[test]
fn a_message_leads_to_its_rule_on_the_page() {
    for rule in Rule::ALL {
        let link = rule.link();
        let (_, anchor) = link.split_once('#').expect("a link has an anchor");
        let heading = format!("\n### {}\n", anchor.to_uppercase().replace("C1B", "C1b"));
        assert_eq!(page().matches(&heading).count(), 1, "{rule:?}");
    }
}
