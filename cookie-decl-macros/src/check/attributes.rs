//! Attributes: what browsers refuse, ignore or read differently.

use super::{RFC6265BIS, names, warn};
use crate::errors::{Errors, Place};
use crate::keys::SameSite;
use crate::model::{Attributes, Row, SetBy, Storage, Text};
use crate::rules::Rule;
use crate::texts::{is_invisible, space};

pub(super) fn check(row: &Row, site: Option<&str>, errors: &mut Errors) {
    script_http_only(row, errors);
    let Some(attributes) = &row.attributes else { return };
    let place = row.places.attribute_list;
    same_site_none(attributes, place, errors);
    partitioned(attributes, place, row, errors);
    if let Some(site) = site {
        foreign_domain(attributes, place, site, row, errors);
    }
}

/// S1
fn same_site_none(attributes: &Attributes, place: Place, errors: &mut Errors) {
    if attributes.same_site.fixed() == Some(&SameSite::None) && attributes.secure.fixed() == Some(&false) {
        errors.push(place, format!("browsers refuse `SameSite=None` without `Secure` ({RFC6265BIS}, 5.7) [S1]"));
    }
}

/// S3 and S4
fn partitioned(attributes: &Attributes, place: Place, row: &Row, errors: &mut Errors) {
    if attributes.partitioned.fixed() != Some(&true) {
        return;
    }
    if attributes.secure.fixed() == Some(&false) {
        errors.push(place, "browsers refuse `Partitioned` without `Secure` (CHIPS) [S3]");
    }
    if attributes.same_site.fixed().is_some_and(|value| *value != SameSite::None) {
        let message = "`Partitioned` is for use inside other sites, where only `SameSite=None` is sent";
        warn(errors, &row.allows, Rule::PartitionedSameSite, place, message);
    }
}

/// H1: an attribute, or a name that demands it.
fn script_http_only(row: &Row, errors: &mut Errors) {
    if row.set_by != SetBy::Script || row.storage != Storage::Cookie {
        return;
    }
    let attribute = row.attributes.as_ref().and_then(|attributes| attributes.http_only.fixed());
    if attribute == Some(&true) {
        errors.push(row.places.set_by, "a script cannot set an `HttpOnly` cookie: `attributes = .. !HttpOnly` [H1]");
    } else if let (None, Some(prefix)) = (attribute, names::prefix(&row.name.text).filter(|it| it.ends_with("Http-"))) {
        errors.push(row.places.set_by, format!("a script cannot set a `{prefix}` cookie, which is `HttpOnly` [H1]"));
    }
}

/// Servers and scripts set cookies for the host of their page and the domains that it is in (RFC 6265bis section 5.7). One
/// table may serve several sites, so it is no mistake yet.
fn foreign_domain(attributes: &Attributes, place: Place, site: &str, row: &Row, errors: &mut Errors) {
    let Some(Some(domain)) = attributes.domain.fixed() else { return };
    let is_ours = !matches!(row.set_by, SetBy::ThirdParty(_)) && row.storage == Storage::Cookie;
    let Some(host) = host(site).filter(|_| is_ours) else { return };
    if !covers(&domain.to_ascii_lowercase(), host) {
        let message = format!("browsers refuse `Domain=\"{domain}\"` from `{host}`, which is not in that domain");
        warn(errors, &row.allows, Rule::ForeignDomain, place, message);
    }
}

/// The host of an origin; `None` where it is no name.
fn host(origin: &str) -> Option<&str> {
    let (_, authority) = origin.split_once("://")?;
    authority.split(':').next().filter(|host| !host.starts_with('['))
}

/// Whether a host is this domain, or below it.
fn covers(domain: &str, host: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

/// A1 and L2
pub(super) fn check_path(path: &Text, errors: &mut Errors) {
    let Text { text: path, span: place } = path;
    let place = *place;
    if !path.starts_with('/') {
        errors.push(place, format!("the path {path:?} does not start with `/`: browsers ignore it [A1]"));
    } else if let Some(c) = path.chars().find(|c| !is_in_addresses(*c)) {
        errors.push(place, format!("{c:?} stands in no path of an address, so the cookie would never be sent [A1]"));
    } else if path.len() > 1024 {
        errors.push(place, "a path over 1024 bytes: browsers ignore it, and the cookie is sent elsewhere [L2]");
    }
}

/// A browser compares with the path of the address, where all others are `%XX`, end the path or part it (WHATWG URL); a
/// `;` ends the attribute.
fn is_in_addresses(c: char) -> bool {
    matches!(c, '!'..='~') && !"\"#;<>?\\^`{|}".contains(c)
}

/// D1, D2 and L2, of what names a domain.
pub(super) fn check_domain(domain: &Text, errors: &mut Errors) {
    if let Some(message) = wrong_domain(&domain.text) {
        errors.push(domain.span, message);
    }
}

/// The same of `Domain`, which no site may share with a whole top-level domain (RFC 6265bis section 5.7). Of the other
/// public suffixes there is a list, which changes every week.
pub(super) fn check_domain_attribute(domain: &Text, errors: &mut Errors) {
    let message = wrong_domain(&domain.text).or_else(|| {
        let text = &domain.text;
        let reason = "browsers refuse a domain without a dot, or keep the cookie on this host; leave `Domain` out";
        (!text.contains('.')).then(|| format!("`{text}` is no domain: {reason} [D1]"))
    });
    if let Some(message) = message {
        errors.push(domain.span, message);
    }
}

fn wrong_domain(domain: &str) -> Option<String> {
    if domain.starts_with('.') {
        let rest = domain.trim_start_matches(['.', ' ']);
        let reason = if rest.is_empty() {
            "a dot alone is no domain".to_owned()
        } else {
            format!("drop the dot: `{rest}` covers its subdomains as well")
        };
        return Some(format!("{reason} [D2]"));
    }
    if domain.len() > 1024 {
        return Some("a domain over 1024 bytes: browsers ignore it, and the cookie stays on this host [L2]".to_owned());
    }
    let reason = if domain.is_empty() {
        "it is empty; without `Domain` the cookie stays on this host".to_owned()
    } else if domain.contains("://") {
        "it has a scheme; write the host alone".to_owned()
    } else if domain.contains('/') {
        "it has a path; write the host alone".to_owned()
    } else if let Some((at, c)) = domain.char_indices().find(|(_, c)| c.is_whitespace() || is_invisible(*c)) {
        let alone = domain[..at].contains('.') && wrong_domain(&domain[..at]).is_none();
        let advice = if alone { format!("; write `{}` alone", &domain[..at]) } else { String::new() };
        format!("it holds {}{advice}", space(c))
    } else if domain.contains('*') {
        "a domain covers its subdomains without `*`".to_owned()
    } else if domain.parse::<std::net::IpAddr>().is_ok() || domain.starts_with('[') {
        "an address is no domain; without `Domain` the cookie stays on this host".to_owned()
    } else if domain.contains(':') {
        "it has a port; cookies are sent to all ports".to_owned()
    } else if domain.ends_with('.') {
        "it ends with a dot; browsers would ignore it".to_owned()
    } else if !domain.is_ascii() {
        "it has letters beyond ASCII; write its `xn--` form (punycode)".to_owned()
    } else if let Some(reason) = domain.split('.').find_map(wrong_label) {
        reason
    } else if ends_in_a_number(domain) {
        "browsers read an address in what ends in a number; without `Domain` the cookie stays on this host".to_owned()
    } else {
        return None;
    };
    Some(format!("`{domain}` is no domain: {reason} [D1]"))
}

/// What browsers read as an IPv4 address, as `127.1` and `0x7f000001` are (URL standard, section 3.5).
pub(super) fn ends_in_a_number(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or_default();
    let hex = last.strip_prefix("0x").or_else(|| last.strip_prefix("0X"));
    last.chars().all(|c| c.is_ascii_digit()) || hex.is_some_and(|hex| hex.chars().all(|c| c.is_ascii_hexdigit()))
}

/// Why this is no label of a host name (RFC 1123 section 2.1).
fn wrong_label(label: &str) -> Option<String> {
    if label.is_empty() {
        return Some("one dot follows another".to_owned());
    }
    if let Some(c) = label.chars().find(|c| !(c.is_ascii_alphanumeric() || *c == '-')) {
        let out = "without `Domain` the cookie stays on this host";
        return Some(format!("`{c}` is in no host name, which is made of letters, digits, hyphens and dots; {out}"));
    }
    if label.len() > 63 {
        return Some("a label between dots has 63 letters at most".to_owned());
    }
    let edge = label.starts_with('-') || label.ends_with('-');
    edge.then(|| "a label between dots begins and ends with a letter or a digit".to_owned())
}
