//! *Vendor Device Storage & Operational Disclosures* 1.1 of IAB Europe's Transparency and Consent
//! Framework.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::export::rows::{domain, groups, host};
use crate::export::texts::Texts;
use crate::policy_file::lookup::literals;
use crate::policy_file::{Gate, PolicyFile, Row};

#[derive(Serialize)]
struct Document {
    disclosures: Vec<Disclosure>,
    domains: Vec<Host>,
}

#[derive(Serialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Disclosure {
    identifier: String,
    r#type: &'static str,
    /// In seconds, of cookies only. 0 ends with the session.
    max_age_seconds: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cookie_refresh: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    domains: Vec<String>,
    purposes: BTreeSet<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

#[derive(Serialize)]
struct Host {
    domain: String,
    purposes: BTreeSet<u8>,
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    used_for: Option<String>,
}

pub(crate) fn write(
    file: &PolicyFile,
    texts: &Texts<'_>,
    vendor: Option<&str>,
    remarks: &mut Vec<String>,
) -> String {
    let is_vendors = |row: &&Row| match vendor {
        Some(vendor) => row.provider.as_deref() == Some(vendor),
        None => is_sites(file, row),
    };
    let groups = groups(file);
    let rows = groups.iter().flat_map(|group| &group.rows).copied();
    let rows: Vec<_> = rows.filter(is_vendors).collect();
    let mut disclosures = Vec::new();
    for row in &rows {
        match disclosure(file, texts, row, remarks) {
            Ok(disclosure) if disclosures.contains(&disclosure) => {}
            Ok(disclosure) => disclosures.push(disclosure),
            Err(reason) => remarks.push(format!("`{}` is left out: {reason}", row.name)),
        }
    }
    let listed = groups
        .iter()
        .filter(|group| group.rows.iter().any(is_vendors));
    for group in listed {
        let name = group.name;
        match (group.gate == Gate::OptIn, group.tcf.contains(&1)) {
            (true, false) => remarks.push(format!(
                "`{name}` needs consent, and only purpose 1 says so: add it to `tcf`"
            )),
            (false, true) => remarks.push(format!(
                "`{name}` needs no consent, but purpose 1 in its `tcf` says that it does"
            )),
            _ => {}
        }
    }
    let domains = domains(file, texts, vendor, &rows);
    if domains.is_empty() {
        remarks
            .push("the table names no domain, and the specification needs all of them".to_owned());
    }
    let document = Document {
        disclosures,
        domains,
    };
    let text = serde_json::to_string_pretty(&document);
    text.expect("every value can be written as JSON") + "\n"
}

/// Whether the site itself stores the item of a row.
fn is_sites(file: &PolicyFile, row: &Row) -> bool {
    let provider = row
        .provider
        .as_ref()
        .and_then(|name| file.providers.get(name));
    let is_others = provider.is_some_and(|provider| provider.third_party);
    !is_others && row.set_by != "third_party" && domain(row).is_none()
}

fn disclosure(
    file: &PolicyFile,
    texts: &Texts<'_>,
    row: &Row,
    remarks: &mut Vec<String>,
) -> Result<Disclosure, String> {
    let name = &row.name;
    if row.any {
        return Err("the format lists names".to_owned());
    }
    if row.storage == "pixel" {
        return Err("a pixel stores nothing".to_owned());
    }
    let identifier = identifier(name)?;
    if literals(name).len() > 1 && identifier.replace('*', "") != literals(name).concat() {
        remarks.push(format!(
            "`{name}` is written as `{identifier}`, which matches more names"
        ));
    }
    let is_cookie = row.storage == "cookie";
    let max_age_seconds = row.duration.max_age().filter(|_| is_cookie);
    if is_cookie && max_age_seconds.is_none() {
        remarks.push(format!(
            "the specification needs the seconds of `{name}`, and the table states no time"
        ));
    }
    let domains = domains_of(file, row);
    if domains.is_empty() {
        remarks.push(format!(
            "the specification needs a domain for `{name}`, and the table states none"
        ));
    }
    Ok(Disclosure {
        identifier,
        r#type: if is_cookie { "cookie" } else { "web" },
        max_age_seconds,
        cookie_refresh: max_age_seconds.map(|_| row.duration.is_rolling()),
        domains,
        purposes: purposes(file, row),
        description: row.purpose.as_ref().map(|purpose| texts.plain(purpose)),
    })
}

/// Returns a name with one `*` at an end, which is all that the specification has.
fn identifier(name: &str) -> Result<String, String> {
    match *literals(name) {
        [_] => Ok(name.to_owned()),
        [head, ..] if !head.is_empty() => Ok(format!("{head}*")),
        [.., tail] if !tail.is_empty() => Ok(format!("*{tail}")),
        _ => Err("a name has to begin or end with a fixed text".to_owned()),
    }
}

/// Returns the domains that an item is stored for. A cookie with `Domain` is one of subdomains,
/// too.
fn domains_of(file: &PolicyFile, row: &Row) -> Vec<String> {
    if let Some(domain) = domain(row) {
        return vec![wildcard(domain)];
    }
    if row.set_by == "third_party" {
        let provider = row
            .provider
            .as_ref()
            .and_then(|name| file.providers.get(name));
        return provider.map_or_else(Vec::new, |provider| provider.domains.clone());
    }
    let attributes = row.attributes.as_ref();
    match attributes.and_then(|attributes| attributes.domain.as_deref()) {
        Some("{ .. }") => Vec::new(),
        Some(domain) => vec![domain.to_owned(), format!("*.{domain}")],
        None => host(file).map(String::from).into_iter().collect(),
    }
}

/// Returns a domain with `*` for its first labels with holes.
fn wildcard(domain: &str) -> String {
    match domain.rfind('}') {
        Some(end) => format!("*{}", domain[end..].trim_start_matches(|c| c != '.')),
        None => domain.to_owned(),
    }
}

/// Returns the purposes of all categories that list a row.
fn purposes(file: &PolicyFile, row: &Row) -> BTreeSet<u8> {
    let listing = file.categories.iter().filter(|(name, category)| {
        **name == row.category || category.listed.iter().any(|listed| listed.name == row.name)
    });
    listing
        .flat_map(|(_, category)| category.tcf.iter().copied())
        .collect()
}

/// Returns the domains of the vendor, with what its rows use them for.
fn domains(file: &PolicyFile, texts: &Texts<'_>, vendor: Option<&str>, rows: &[&Row]) -> Vec<Host> {
    let mut found: BTreeMap<String, (BTreeSet<u8>, BTreeSet<String>)> = BTreeMap::new();
    let own = host(file).filter(|_| vendor.is_none());
    let providers = file.providers.iter();
    let providers = providers.filter(|(name, provider)| match vendor {
        Some(vendor) => *name == vendor,
        None => !provider.third_party,
    });
    for (_, provider) in providers {
        found.extend(
            provider
                .domains
                .iter()
                .map(|it| (it.clone(), Default::default())),
        );
    }
    found.extend(own.map(|host| (host.to_owned(), Default::default())));
    for row in rows {
        let stored_by = match domain(row) {
            Some(domain) => vec![wildcard(domain)],
            // The domain of the site is not the vendor's.
            None if vendor.is_some() => {
                let provider = row
                    .provider
                    .as_ref()
                    .and_then(|name| file.providers.get(name));
                provider.map_or_else(Vec::new, |provider| provider.domains.clone())
            }
            None => own.map(String::from).into_iter().collect(),
        };
        for domain in stored_by {
            let (purposes, functions) = found.entry(domain).or_default();
            purposes.extend(self::purposes(file, row));
            functions.extend(row.function.as_ref().map(|text| texts.plain(text)));
        }
    }
    let domains = found.into_iter().map(|(domain, (purposes, functions))| {
        let functions: Vec<_> = functions.into_iter().collect();
        Host {
            domain,
            purposes,
            used_for: Some(functions.join(", ")).filter(|text| !text.is_empty()),
        }
    });
    domains.collect()
}
