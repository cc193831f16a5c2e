//! The tables of two real portals, with the headings and cells that they publish, in the same
//! order.

use super::*;

const HEADING: &str =
    "Cookies necessary for the platform to function properly/functionality cookies";

fn portal() -> Policy<()> {
    static PROVIDERS: [ProviderInfo; 1] = [provider("Opendatasoft")];
    let row = |name, function, purpose| Row {
        provider: Some(&PROVIDERS[0]),
        function: Some(function),
        purpose: Some(purpose),
        ..cookie(name)
    };
    let rows = [
        row(
            "sessionid",
            "Authentication (front and back office)",
            "To remember the user from one page to another",
        ),
        row(
            "django_language",
            "Language selection (front and back office)",
            "To remember the visitor's language",
        ),
        row(
            "csrftoken",
            "API (CSRF) (front et back office)",
            "To retrieve data via API calls",
        ),
        row(
            "cookies_preferences",
            "Choices related to your cookie preferences",
            "To remember the visitor's cookie preferences",
        ),
    ];
    let necessary = CategoryInfo {
        title: HEADING,
        ..category("Necessary", Gate::Exempt)
    };
    let site = Site::new().category(necessary, rows);
    let site = site.providers(&PROVIDERS).with(|table| {
        table.title = Some("Cookies policy");
        table.print = &[
            (Column::Provider, Some("Service provider's name")),
            (Column::Function, Some("Function and location")),
            (Column::Cookie, Some("Cookie name(s)")),
            (Column::Purpose, Some("Purposes")),
        ];
    });
    site.policy()
}

#[test]
fn the_portals_table_has_their_cells_in_their_order() {
    let expected = [
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
    assert_eq!(table(portal()), expected);
}

#[test]
fn one_table_serves_both_portals() {
    for host in ["data.ajman.ae", "data.gouv.nc"] {
        let page = portal().page().site(["https://", host].concat());
        let document = page.document();
        assert_eq!(document.title.as_str(), "Cookies policy");
        let used = section(&document, "cookie-used");
        assert_eq!(sentence(&used.heading), ["Cookies used on ", host].concat());
        assert_eq!(sentence(&used.sections[0].heading), HEADING);
    }
}
