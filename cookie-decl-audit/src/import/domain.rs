//! Reads the column for the domain: whose cookie it is.

use cookie_decl_core::browser::{check_domain, is_within};

use crate::import::text::clean_name;

/// The content of a cell.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Domains {
    /// Whether the cookie is the site's own.
    pub(crate) is_own: bool,
    /// The domains of third parties.
    pub(crate) others: Vec<String>,
    /// The text that a table cannot express, such as a domain with a part that varies.
    pub(crate) unread: Option<String>,
}

/// The words for the site's own domain.
const OWN: &[&str] = &[
    "first party",
    "first-party",
    "1st party",
    "own domain",
    "this site",
    "this website",
    "your domain",
    "current domain",
    "self",
];

/// Reads a cell. `hosts` are the site's own.
pub(crate) fn read(cell: &str, hosts: &[String]) -> Domains {
    let mut domains = Domains::default();
    let cell = without_remarks(cell);
    for part in cell
        .split([',', ';', '\n'])
        .flat_map(|part| part.split(" or "))
    {
        let part = part.trim();
        // `demdex.net or` means the site or this domain.
        let bare = part.strip_suffix(" or").unwrap_or(part);
        let bare = bare.strip_prefix("or ").unwrap_or(bare);
        domains.is_own |= bare != part;
        add(bare, hosts, &mut domains);
    }
    domains.is_own |= domains.others.is_empty();
    domains
}

fn add(part: &str, hosts: &[String], domains: &mut Domains) {
    let name = clean_name(part).to_lowercase();
    if name.is_empty() || name == "or" || OWN.contains(&&*name) {
        domains.is_own = true;
        return;
    }
    let Some(domain) = one(&name) else {
        domains.unread = Some(part.to_owned());
        return;
    };
    if domain != bare(&name) {
        domains.unread = Some(part.to_owned());
    }
    if hosts
        .iter()
        .any(|host| is_within(host, domain) || is_within(domain, host))
    {
        domains.is_own = true;
    } else if !domains.others.iter().any(|other| other == domain) {
        domains.others.push(domain.to_owned());
    }
}

/// Whether a text is a domain, not the name of a company.
pub(crate) fn is_domain(text: &str) -> bool {
    let text = without_remarks(text);
    text.split([',', '\n'])
        .flat_map(|part| part.split(" or "))
        .all(|part| one(&clean_name(part).to_lowercase()).is_some())
}

/// Returns the domain in an address, or in a name with parts that vary.
fn one(name: &str) -> Option<&str> {
    let host = bare(name);
    // `ads-[account].adhese.com`
    let fixed = host
        .rfind([']', '}', '>', '*', '#'])
        .map_or(Some(host), |mark| {
            let (_, after) = host.split_at(mark);
            after.split_once('.').map(|(_, domain)| domain)
        })?;
    check_domain(fixed).is_ok().then_some(fixed)
}

/// Returns a host without the rest of its address, and without leading dots.
fn bare(name: &str) -> &str {
    let host = name.split_once("://").map_or(name, |(_, rest)| rest);
    let host = host.split(['/', '?']).next().unwrap_or(host);
    let host = host.strip_prefix("*.").unwrap_or(host);
    let host = host.trim_start_matches('.').trim_end_matches('.');
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Removes what is in parentheses, such as `(3rd party)`.
fn without_remarks(cell: &str) -> String {
    let mut depth = 0_u32;
    let kept = cell.chars().filter(|c| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others(cell: &str) -> Vec<String> {
        let domains = read(cell, &[]);
        assert!(!domains.is_own, "{cell}");
        domains.others
    }

    #[test]
    fn dots_remarks_and_invisible_characters_are_dropped() {
        assert_eq!(others(".nexx360.io"), ["nexx360.io"]);
        assert_eq!(others("Inspectlet.com (3rd party)"), ["inspectlet.com"]);
        assert_eq!(others(".commander1.com\u{200b}"), ["commander1.com"]);
        assert_eq!(others("https://ads.example/pixel?id=1"), ["ads.example"]);
        assert_eq!(others("*.ads.example:443"), ["ads.example"]);
    }

    #[test]
    fn a_choice_is_each_of_its_domains() {
        assert_eq!(
            others(".bing.com (3rd party) or .microsoft.com (3rd party)"),
            ["bing.com", "microsoft.com"]
        );
        for cell in ["or demdex.net (3rd party)", "demdex.net (3rd party) or"] {
            let domains = read(cell, &[]);
            assert!(domains.is_own, "{cell}");
            assert_eq!(domains.others, ["demdex.net"]);
        }
    }

    #[test]
    fn a_cell_without_a_domain_is_the_sites_own() {
        for cell in ["", " (1st party)", "First party"] {
            assert!(read(cell, &[]).is_own, "{cell}");
        }
        let hosts = ["shop.example".to_owned()];
        assert!(read(".shop.example", &hosts).is_own);
        assert!(read("www.shop.example", &hosts).is_own);
        assert!(!read("workshop.example", &hosts).is_own);
    }

    #[test]
    fn a_domain_that_varies_is_a_todo() {
        let domains = read("ads-[account].adhese.com", &[]);
        assert_eq!(domains.others, ["adhese.com"]);
        assert_eq!(domains.unread.as_deref(), Some("ads-[account].adhese.com"));
        let domains = read("somewhere", &[]);
        assert!(domains.is_own && domains.unread.is_some());
    }

    #[test]
    fn a_company_is_not_a_domain() {
        assert!(is_domain(".google.com"));
        assert!(!is_domain("Google Inc."));
        assert!(!is_domain("Google"));
        assert!(!is_domain("127.0.0.1"));
    }
}
