//! The module with which the site's own scripts store what the table declares.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::guard::asset::Asset;
use crate::guard::handle::Guard;
use crate::guard::settings::Settings;
use crate::run_time::Config;
use crate::table::attributes::Attributes;
use crate::table::category::{CategoryInfo, Gate};
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::table::duration::Duration;
use crate::wire::set_cookie::lifetime;

/// The minified `table.js`, which a browser test writes. It reads `TABLE` once.
const SCRIPT: &str = include_str!("table.min.js");

/// What the module reads.
#[derive(serde::Serialize)]
struct TableJson {
    /// The categories that need no consent, and the others.
    exempt: Vec<&'static str>,
    gated: Vec<&'static str>,
    rows: Vec<RowJson>,
}

#[derive(serde::Serialize)]
struct RowJson {
    name: &'static str,
    category: &'static str,
    /// The storage as scripts call it, or `cookie`.
    storage: &'static str,
    /// Who stores it instead of the site's own scripts.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    /// Whether no script can see the cookie.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    hidden: bool,
    /// The attributes of a cookie, as they follow its value.
    #[serde(skip_serializing_if = "String::is_empty")]
    attributes: String,
    /// The durations of a cookie as the table writes them, with their seconds. A session has none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    durations: Vec<(String, Option<u64>)>,
}

impl<K> Guard<K> {
    /// Returns the address of the module with which the site's own scripts store what the table
    /// declares: `/cookies/table.js`, with its hash.
    ///
    /// The guard serves it, and no page of the guard loads it.
    /// [`guide::browser`](crate::guide::browser) says what it exports.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// let guard = cookie_decl::Guard::new(cookies::POLICY);
    /// assert!(guard.table_module().starts_with("/cookies/table.js?"));
    /// ```
    pub fn table_module(&self) -> String {
        let settings = &self.settings;
        alloc::format!("{}/table.js?{}", settings.address, module(settings).hash())
    }
}

/// The module for this deployment, made when it is first needed.
pub(super) fn module(settings: &Settings) -> &Asset {
    settings.module.get_or_init(|| {
        let (exempt, gated): (Vec<_>, Vec<_>) = settings
            .table
            .categories()
            .iter()
            .partition(|category| category.gate() == Gate::Exempt);
        let rows = settings.table.declarations().iter();
        let table = TableJson {
            exempt: exempt.into_iter().map(CategoryInfo::name).collect(),
            gated: gated.into_iter().map(CategoryInfo::name).collect(),
            rows: rows
                .filter(|row| row.is_on(settings.config()))
                .filter_map(|row| self::row(row, settings.config()))
                .collect(),
        };
        Asset::of_table(SCRIPT, &table)
    })
}

/// A row of this site, whose names and items scripts can reach.
fn row(row: &Declaration, config: Config<'_>) -> Option<RowJson> {
    let by = match row.set_by() {
        SetBy::Script => None,
        SetBy::Server => Some("the server"),
        SetBy::Other => Some("something else"),
        SetBy::ThirdParty(_) => return None,
    };
    let storage = match row.storage() {
        Storage::Cookie => "cookie",
        Storage::LocalStorage => "localStorage",
        Storage::SessionStorage => "sessionStorage",
        _ => return None,
    };
    let attributes = (storage == "cookie").then(|| row.attributes_or_base(row.name(), config));
    Some(RowJson {
        name: row.name(),
        category: row.category().name(),
        storage,
        by,
        hidden: attributes.as_ref().is_some_and(Attributes::http_only),
        durations: if attributes.is_some() {
            durations(row.duration(), config)
        } else {
            Vec::new()
        },
        attributes: attributes.map(|it| written(&it)).unwrap_or_default(),
    })
}

fn durations(duration: Duration, config: Config<'_>) -> Vec<(String, Option<u64>)> {
    let seconds = |term| lifetime(duration, term, config).map(|(seconds, _)| seconds);
    if let Duration::RunTime { max, .. } = duration {
        let seconds = seconds(None).map(|seconds| (max.to_string(), seconds));
        return seconds.into_iter().collect();
    }
    let terms = duration.terms().iter();
    let terms = terms.filter_map(|term| Some((term.to_string(), seconds(Some(*term)).ok()?)));
    terms.collect()
}

/// The attributes as a script writes them.
fn written(attributes: &Attributes) -> String {
    let (attributes, mut text) = (attributes.of_script(), String::new());
    let scope = attributes.write_scope(&mut text);
    let rest = attributes.write_rest(&mut text);
    scope.and(rest).expect("a `String` takes everything");
    text
}
