//! The published page as HTML.

use askama::Template as _;
use cookie_decl::{Declaration, Policy};
use maud::{DOCTYPE, html};

use crate::harness::{Bound, Contender, Work};
use crate::tables::{page_10, page_100, page_2300};

pub(crate) fn works() -> Vec<Work> {
    vec![work(10, page_10::POLICY), work(100, page_100::POLICY), work(2_300, page_2300::POLICY)]
}

fn work<K: 'static>(count: usize, policy: Policy<K>) -> Work {
    Work {
        name: format!("page, HTML, {count} rows"),
        ours: Contender::new("page", move || policy.page().html()),
        peers: vec![
            (Contender::new("askama", move || by_askama(policy.declarations())), Bound::Ratio(1.0)),
            (Contender::new("maud", move || by_maud(policy.declarations())), Bound::Ratio(1.0)),
        ],
    }
}

/// The same cells; the texts around the tables are left out.
#[derive(askama::Template)]
#[template(
    source = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Cookies</title></head><body>\n\
              <h1>Cookies</h1><table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Provider</th>\
              <th scope=\"col\">Purpose</th><th scope=\"col\">Function</th><th scope=\"col\">Duration</th></tr></thead>\
              <tbody>\n{% for row in rows %}<tr>\n<th scope=\"row\"><code dir=\"ltr\">{{ row.name() }}</code></th>\n\
              <td>{{ self::provider(row) }}</td>\n<td>{{ self::text(row.purpose()) }}</td>\n<td>{{ self::text(row.function()) }}</td>\n\
              <td>{{ row.duration().terms()[0].count }} days</td>\n</tr>\n{% endfor %}</tbody></table></body></html>",
    ext = "html"
)]
struct Page {
    rows: &'static [Declaration],
}

fn by_askama(rows: &'static [Declaration]) -> String {
    Page { rows }.render().expect("a string takes all")
}

fn by_maud(rows: &'static [Declaration]) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head { meta charset="utf-8"; title { "Cookies" } }
            body {
                h1 { "Cookies" }
                table {
                    thead { tr { @for title in ["Name", "Provider", "Purpose", "Function", "Duration"] {
                        th scope="col" { (title) }
                    } } }
                    tbody { @for row in rows {
                        tr {
                            th scope="row" { code dir="ltr" { (row.name()) } }
                            td { (provider(row)) }
                            td { (text(row.purpose())) }
                            td { (text(row.function())) }
                            td { (row.duration().terms()[0].count) " days" }
                        }
                    } }
                }
            }
        }
    }
    .into_string()
}

fn provider(row: &Declaration) -> &'static str {
    row.provider().map_or("", |provider| provider.title())
}

fn text(text: Option<&'static str>) -> &'static str {
    text.unwrap_or_default()
}
