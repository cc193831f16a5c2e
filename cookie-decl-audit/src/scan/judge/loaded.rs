//! Compares the hosts that code sends requests to with the table.

use std::collections::BTreeSet;

use crate::help::let_wait;
use crate::policy_file::lookup::is_within;
use crate::policy_file::{self, PolicyFile};
use crate::report::Rule;
use crate::scan::judge::Judge;
use crate::scan::resolve::Located;
use crate::scan::site::Gate;

impl Judge<'_> {
    pub(super) fn load(&mut self, at: &Located, address: &str) {
        let Some(host) = host_of(address) else {
            return;
        };
        if self.is_own(&host) {
            return;
        }
        let table = self.table();
        let categories = categories_of(table, &host);
        let Some(categories) = categories else {
            let code = &at.site.code;
            self.find(
                at,
                Rule::UndeclaredHost,
                &host,
                format!("`{code}` sends a request to `{host}`, which no row or provider of the table names"),
                format!(
                    "serve the file yourself; or declare what the host stores, `any | .. | set_by = \
                     \"{host}\"`, and let the element wait for its category"
                ),
            );
            return;
        };
        let is_gated = |name: &&String| {
            let category = &table.categories[*name];
            category.gate != policy_file::Gate::Exempt && !category.advanced
        };
        let all_gated = !categories.is_empty() && categories.iter().all(is_gated);
        let is_wrong = match &at.site.gate {
            Gate::Open => all_gated,
            Gate::Waits(category) => all_gated && !categories.contains(&category),
            Gate::Unseen => false,
        };
        if is_wrong {
            let category = categories[0].clone();
            self.find(
                at,
                Rule::NotConsented,
                &host,
                format!(
                    "`{}` sends a request to `{host}`, which is in `{category}`, {}",
                    at.site.code,
                    self.at_once(&category)
                ),
                let_wait(&at.site.code, &category),
            );
        }
    }

    fn is_own(&self, host: &str) -> bool {
        let site = self.table().site.as_deref().and_then(host_of);
        let is_local =
            matches!(host, "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".localhost");
        let own = self.settings.own_hosts.iter().map(String::as_str);
        let is_own = own
            .chain(site.as_deref())
            .any(|own| own.eq_ignore_ascii_case(host));
        is_own || is_local
    }
}

/// Returns the host of an address. `None` if the address is relative, or if the source does not
/// show the host.
fn host_of(address: &str) -> Option<String> {
    let address = address.trim().to_ascii_lowercase();
    let rest = ["https://", "http://", "wss://", "ws://", "//"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))?;
    let host = rest.split(['/', '?', '#', '"', '\'']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.split(':').next()?.to_owned();
    let is_host = host.contains('.') || host == "localhost";
    (is_host && !host.contains(['{', '}', '$', ' ', '<'])).then_some(host)
}

/// Returns the categories of the rows that a host belongs to; `None` if the table does not name the
/// host.
fn categories_of<'f>(table: &'f PolicyFile, host: &str) -> Option<Vec<&'f String>> {
    let host = host.to_ascii_lowercase();
    let is_below =
        |domain: &str| is_within(&host, &domain.trim_start_matches('.').to_ascii_lowercase());
    let providers: Vec<_> = table
        .providers
        .iter()
        .filter(|(_, provider)| provider.domains.iter().any(|it| is_below(it)))
        .map(|(name, _)| name)
        .collect();
    let rows = table.rows.iter().filter(|row| {
        is_below(&row.set_by)
            || row
                .provider
                .as_ref()
                .is_some_and(|name| providers.contains(&name))
    });
    let categories: BTreeSet<_> = rows.map(|row| &row.category).collect();
    (!categories.is_empty() || !providers.is_empty()).then(|| categories.into_iter().collect())
}
