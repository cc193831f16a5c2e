//! The published page as HTML, compared with templates that print the same page from the same rows.

use askama::Template as _;
use cookie_decl::{Declaration, Policy};
use maud::{PreEscaped, html};

use crate::harness::{Bound, Contender, Work};
use crate::tables::{page_10, page_100, page_2300};

pub(crate) fn works() -> Vec<Work> {
    vec![
        work(10, page_10::POLICY),
        work(100, page_100::POLICY),
        work(2_300, page_2300::POLICY),
    ]
}

fn work<K: 'static>(count: usize, policy: Policy<K>) -> Work {
    let rows: Vec<_> = policy.declarations().iter().map(Row::new).collect();
    let rows: &'static [Row] = rows.leak();
    // Whoever writes a template links the stylesheet as well.
    let page = policy.page().stylesheet("/policy.css");
    let ours = page.html();
    assert_eq!(
        with_our_entities(&by_askama(rows)),
        ours,
        "askama prints another page"
    );
    assert_eq!(
        with_our_entities(&by_maud(rows)),
        ours,
        "maud prints another page"
    );
    Work {
        name: format!("page, HTML, {count} rows"),
        ours: Contender::new("page", move || page.html()),
        peers: vec![
            (
                Contender::new("askama", move || by_askama(rows)),
                Bound::Ratio(1.0),
            ),
            (
                Contender::new("maud", move || by_maud(rows)),
                Bound::Ratio(1.0),
            ),
        ],
    }
}

/// Libraries escape differently: askama writes numbers, and maud does not escape `'`, which no text
/// here has.
fn with_our_entities(html: &str) -> String {
    html.replace("&#34;", "&quot;")
        .replace("&#38;", "&amp;")
        .replace("&#60;", "&lt;")
        .replace("&#62;", "&gt;")
}

/// What does not depend on the rows is markup, as in a template written by hand. What is in the
/// rows is escaped.
const BEFORE: PreEscaped<&str> = PreEscaped(include_str!("templates/before.html"));
const AFTER: PreEscaped<&str> = PreEscaped(include_str!("templates/after.html"));

#[derive(askama::Template)]
#[template(
    source = "{% include \"before.html\" %}\n\
              {% for row in rows %}<tr role=\"row\">\n\
              <th role=\"rowheader\" scope=\"row\" data-label=\"Cookie\"><code dir=\"ltr\">{{ row.name }}</code></th>\n\
              <td role=\"cell\" data-label=\"Provider\">{% if loop.first %}<a href=\"#cookie-provider-Matomo\">\
              {{ row.provider }}</a>{% else %}{{ row.provider }}{% endif %}</td>\n\
              <td role=\"cell\" data-label=\"Purpose\">{{ row.purpose }}</td>\n\
              <td role=\"cell\" data-label=\"Function\">{{ row.function }}</td>\n\
              <td role=\"cell\" data-label=\"Duration\">{{ row.days }} day{% if row.days != 1 %}s{% endif %}</td>\n\
              </tr>\n{% endfor %}{% include \"after.html\" %}\n",
    ext = "html"
)]
struct Page {
    rows: &'static [Row],
}

fn by_askama(rows: &'static [Row]) -> String {
    Page { rows }
        .render()
        .expect("writing to a `String` cannot fail")
}

fn by_maud(rows: &'static [Row]) -> String {
    html! {
        (BEFORE)
        @for (index, row) in rows.iter().enumerate() {
            tr role="row" {
                "\n" th role="rowheader" scope="row" data-label="Cookie" { code dir="ltr" { (row.name) } }
                "\n" td role="cell" data-label="Provider" {
                    @if index == 0 { a href="#cookie-provider-Matomo" { (row.provider) } } @else { (row.provider) }
                }
                "\n" td role="cell" data-label="Purpose" { (row.purpose) }
                "\n" td role="cell" data-label="Function" { (row.function) }
                "\n" td role="cell" data-label="Duration" { (row.days) " day" @if row.days != 1 { "s" } }
                "\n"
            }
            "\n"
        }
        (AFTER)
    }
    .into_string()
}

/// A row, as a site without a table would have it.
struct Row {
    name: &'static str,
    provider: &'static str,
    purpose: &'static str,
    function: &'static str,
    days: u32,
}

impl Row {
    fn new(row: &Declaration) -> Self {
        Self {
            name: row.name(),
            provider: row.provider().map_or("", |provider| provider.title()),
            purpose: row.purpose().unwrap_or_default(),
            function: row.function().unwrap_or_default(),
            days: row.duration().terms()[0].count,
        }
    }
}
