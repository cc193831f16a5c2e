//! The printed pages beside those that the portals publish.

use std::process::{Command, Output};

use scraper::{ElementRef, Html, Selector};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_policy-page"))
        .args(arguments)
        .output()
        .expect("the example runs")
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("the page is UTF-8")
}

fn select<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element
        .select(&Selector::parse(selector).expect("the selector is valid"))
        .collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// The cells of each row, the titles first.
fn rows(table: ElementRef<'_>) -> Vec<Vec<String>> {
    select(table, "tr")
        .into_iter()
        .map(|row| select(row, "th, td").into_iter().map(text).collect())
        .collect()
}

const TITLE: &str = "Cookies policy";
const INTRODUCTION: &str = "In order to provide you with the best service possible, we use cookies to ensure it \
                            functions properly, and to perform web analytics.";
const HEADING: &str =
    "Cookies necessary for the platform to function properly/functionality cookies";
const TABLE: [[&str; 4]; 5] = [
    [
        "Service provider's name",
        "Function and location",
        "Cookie name(s)",
        "Purposes",
    ],
    [
        "Opendatasoft",
        "Authentication (front and back office)",
        "sessionid",
        "To remember the user from one page to another",
    ],
    [
        "Opendatasoft",
        "Language selection (front and back office)",
        "django_language",
        "To remember the visitor's language",
    ],
    [
        "Opendatasoft",
        "API (CSRF) (front et back office)",
        "csrftoken",
        "To retrieve data via API calls",
    ],
    [
        "Opendatasoft",
        "Choices related to your cookie preferences",
        "cookies_preferences",
        "To remember the visitor's cookie preferences",
    ],
];

/// Both portals publish the same table; the host of the site is all that differs.
fn is_the_published_page(portal: &str, host: &str) {
    let page = Html::parse_document(&printed(&[portal]));
    let root = page.root_element();
    assert_eq!(
        select(root, "h1").into_iter().map(text).collect::<Vec<_>>(),
        [TITLE]
    );
    assert_eq!(text(select(root, "p")[0]), INTRODUCTION);
    assert!(
        select(root, "h2")
            .into_iter()
            .any(|heading| text(heading) == format!("Cookies used on {host}"))
    );
    assert_eq!(text(select(root, "h3")[0]), HEADING);
    assert_eq!(rows(select(root, "table")[0]), TABLE);
}

#[test]
fn ajman_has_the_cells_of_the_published_page_in_their_order() {
    is_the_published_page("ajman", "data.ajman.ae");
}

#[test]
fn nc_has_the_cells_of_the_published_page_in_their_order() {
    is_the_published_page("nc", "data.gouv.nc");
}

#[test]
fn the_other_formats_have_every_cell() {
    for format in ["markdown", "text", "json"] {
        let page = printed(&["nc", "--format", format]);
        for cell in TABLE.as_flattened() {
            assert!(page.contains(cell), "{cell:?} in {format}");
        }
    }
}

#[test]
fn columns_are_those_of_the_command_line() {
    let page = Html::parse_document(&printed(&[
        "ajman",
        "--columns",
        "cookie,duration",
        "--security",
    ]));
    let rows = rows(select(page.root_element(), "table")[0]);
    assert_eq!(rows[0], ["Cookie name(s)", "Duration", "Attributes"]);
    assert_eq!(
        rows[1],
        [
            "sessionid",
            "2 weeks",
            "Secure; HttpOnly; SameSite=Lax; Path=/"
        ]
    );
}

#[test]
fn json_holds_the_machine_values() {
    let page: serde_json::Value =
        serde_json::from_str(&printed(&["nc", "--format", "json"])).expect("it is JSON");
    assert_eq!(page["title"], TITLE);
    assert_eq!(page["site"], "https://data.gouv.nc");
}

#[test]
fn the_help_names_every_option() {
    let help = printed(&["--help"]);
    for word in [
        "ajman",
        "nc",
        "--format",
        "--columns",
        "--security",
        "--settings",
        "--last-updated",
    ] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn a_wrong_command_line_gives_one_line_and_exit_code_2() {
    for (arguments, expected) in [
        (
            &["atlantis"][..],
            "unknown portal `atlantis`: `ajman` or `nc`",
        ),
        (
            &["nc", "--format", "pdf"],
            "unknown format `pdf`: `html`, `markdown`, `text` or `json`",
        ),
        (&["nc", "--columns", "colour"], "unknown column `colour`"),
        (&[], "which portal? `ajman` or `nc`"),
        (&["nc", "ajman"], "unexpected argument"),
    ] {
        let output = run(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            output.stdout.is_empty() && error.lines().count() == 1 && error.contains(expected),
            "{error}"
        );
    }
}
