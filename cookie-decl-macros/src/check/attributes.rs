//! Attributes: what browsers refuse, ignore or read differently.

use cookie_decl_core::browser::{self, DomainFault, LONGEST_ATTRIBUTE, PathFault, Prefix};

use crate::ast::{self, AttributeValue, Text};
use crate::errors::{Errors, SourceRange};
use crate::model::{Attributes, Declaration, SetBy, Setting, Storage};
use crate::rules::Rule;
use crate::texts::{is_invisible, space};
use crate::vocabulary::{self, RFC6265BIS, SameSite};

/// Resolves a list of attributes. After `..`, it adds to `outer`.
pub(super) fn resolve(
    outer: Attributes,
    list: &ast::Attributes,
    errors: &mut Errors,
) -> Attributes {
    let mut resolved = if list.inherit {
        outer
    } else {
        Attributes::base()
    };
    for attribute in &list.list {
        let flag = match &attribute.value {
            AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
            value => Setting::Fixed(matches!(value, AttributeValue::Flag)),
        };
        match attribute.key {
            vocabulary::Attribute::Secure => resolved.secure = flag,
            vocabulary::Attribute::HttpOnly => resolved.http_only = flag,
            vocabulary::Attribute::Partitioned => resolved.partitioned = flag,
            vocabulary::Attribute::SameSite => {
                resolved.same_site = match &attribute.value {
                    AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
                    AttributeValue::SameSite(value) => Setting::Fixed(*value),
                    _ => continue,
                };
            }
            vocabulary::Attribute::Path => {
                resolved.path = match &attribute.value {
                    AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
                    AttributeValue::Text(text) => {
                        check_path(text, errors);
                        Setting::Fixed(text.text.clone())
                    }
                    _ => Setting::Fixed("/".to_owned()),
                };
            }
            vocabulary::Attribute::Domain => {
                resolved.domain = match &attribute.value {
                    AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
                    AttributeValue::Text(text) => {
                        check_domain_attribute(text, errors);
                        Setting::Fixed(Some(text.text.clone()))
                    }
                    _ => Setting::Fixed(None),
                };
            }
        }
    }
    resolved
}

pub(super) fn check(declaration: &Declaration, site: Option<&str>, errors: &mut Errors) {
    script_http_only(declaration, errors);
    let Some(attributes) = &declaration.attributes else {
        return;
    };
    let is_third_party = matches!(declaration.set_by, SetBy::ThirdParty(_));
    let is_ours = !is_third_party && declaration.storage == Storage::Cookie;
    let (range, site) = (declaration.ranges.attribute_list, site.filter(|_| is_ours));
    check_values(attributes, range, site, &declaration.allows, errors);
}

/// Checks attributes against each other, and against the site that sets them.
pub(super) fn check_values(
    attributes: &Attributes,
    range: SourceRange,
    site: Option<&str>,
    allows: &[Rule],
    errors: &mut Errors,
) {
    same_site_none(attributes, range, errors);
    partitioned(attributes, range, allows, errors);
    if let Some(host) = site.and_then(host) {
        foreign_domain(attributes, range, host, allows, errors);
    }
}

/// S1
fn same_site_none(attributes: &Attributes, range: SourceRange, errors: &mut Errors) {
    if attributes.same_site.fixed() == Some(&SameSite::None)
        && attributes.secure.fixed() == Some(&false)
    {
        errors.push_rule(
            Rule::SameSiteNone,
            range,
            format!("browsers refuse `SameSite=None` without `Secure` ({RFC6265BIS}, 5.7)"),
        );
    }
}

/// S3 and S4
fn partitioned(attributes: &Attributes, range: SourceRange, allows: &[Rule], errors: &mut Errors) {
    if attributes.partitioned.fixed() != Some(&true) {
        return;
    }
    if attributes.secure.fixed() == Some(&false) {
        errors.push_rule(
            Rule::PartitionedInsecure,
            range,
            "browsers refuse `Partitioned` without `Secure` (CHIPS)",
        );
    }
    if attributes
        .same_site
        .fixed()
        .is_some_and(|value| *value != SameSite::None)
    {
        let message = "`Partitioned` is for pages inside other sites, where browsers send only `SameSite=None` cookies";
        errors.warn(allows, Rule::PartitionedSameSite, range, message);
    }
}

/// H1: the script's cookie has the attribute, or a name that demands it.
fn script_http_only(declaration: &Declaration, errors: &mut Errors) {
    if declaration.set_by != SetBy::Script || declaration.storage != Storage::Cookie {
        return;
    }
    let attribute = declaration
        .attributes
        .as_ref()
        .and_then(|attributes| attributes.http_only.fixed());
    if attribute == Some(&true) {
        errors.push_rule(
            Rule::ScriptHttpOnly,
            declaration.ranges.set_by,
            "a script cannot set an `HttpOnly` cookie: write `attributes = .. !HttpOnly`",
        );
    } else if let (None, Some(prefix)) = (
        attribute,
        Prefix::of(&declaration.name.text)
            .filter(|prefix| prefix.is_http())
            .map(Prefix::as_str),
    ) {
        errors.push_rule(
            Rule::ScriptHttpOnly,
            declaration.ranges.set_by,
            format!("a script cannot set a `{prefix}` cookie, which is `HttpOnly`"),
        );
    }
}

/// Servers and scripts set cookies for the host of their page and the domains around it (RFC
/// 6265bis section 5.7). A warning only: one table may serve several sites.
fn foreign_domain(
    attributes: &Attributes,
    range: SourceRange,
    host: &str,
    allows: &[Rule],
    errors: &mut Errors,
) {
    let Some(Some(domain)) = attributes.domain.fixed() else {
        return;
    };
    if !browser::is_within(host, domain) {
        let message = format!(
            "browsers refuse `Domain=\"{domain}\"` from `{host}`, which is not in that domain"
        );
        errors.warn(allows, Rule::ForeignDomain, range, message);
    }
}

/// The host of an origin; `None` if it is an IPv6 address.
fn host(origin: &str) -> Option<&str> {
    let (_, authority) = origin.split_once("://")?;
    authority
        .split(':')
        .next()
        .filter(|host| !host.starts_with('['))
}

/// A1 and L2
pub(super) fn check_path(path: &Text, errors: &mut Errors) {
    let Text {
        text: path,
        span: range,
    } = path;
    let (rule, message) = match browser::check_path(path) {
        Ok(()) => return,
        Err(PathFault::Start) => (
            Rule::InvalidPath,
            format!("the path {path:?} does not start with `/`: browsers ignore it"),
        ),
        Err(PathFault::Character(c)) => (
            Rule::InvalidPath,
            format!("no address has a path with {c:?}, so the cookie would never be sent"),
        ),
        Err(PathFault::TooLong) => (
            Rule::LongAttribute,
            format!(
                "this path is over {LONGEST_ATTRIBUTE} bytes: browsers ignore it and send the cookie elsewhere"
            ),
        ),
    };
    errors.push_rule(rule, *range, message);
}

/// D1, D2 and L2, for anything that names a domain.
pub(super) fn check_domain(domain: &Text, errors: &mut Errors) {
    if let Some((rule, message)) = wrong_domain(&domain.text) {
        errors.push_rule(rule, domain.span, message);
    }
}

/// D1, D2 and L2 for `Domain`. It cannot be a top-level domain, which a site would share with all
/// its neighbours (RFC 6265bis section 5.7). The list of other public suffixes changes every week,
/// so it is not checked.
pub(super) fn check_domain_attribute(domain: &Text, errors: &mut Errors) {
    let found = wrong_domain(&domain.text).or_else(|| {
        let text = &domain.text;
        let reason = "browsers refuse a domain without a dot, or keep the cookie on this host; leave `Domain` out";
        let message = || format!("`{text}` is not a domain: {reason}");
        (!text.contains('.')).then(|| (Rule::InvalidDomain, message()))
    });
    if let Some((rule, message)) = found {
        errors.push_rule(rule, domain.span, message);
    }
}

fn wrong_domain(domain: &str) -> Option<(Rule, String)> {
    let reason = match browser::check_domain(domain) {
        // A top-level domain is wrong in `Domain` only.
        Ok(()) | Err(DomainFault::Top) => return None,
        Err(DomainFault::Dot) => {
            let rest = domain.trim_start_matches(['.', ' ']);
            let reason = if rest.is_empty() {
                "a dot alone is not a domain".to_owned()
            } else {
                format!("drop the dot: `{rest}` covers its subdomains too")
            };
            return Some((Rule::LeadingDot, reason));
        }
        Err(DomainFault::TooLong) => {
            let limit = LONGEST_ATTRIBUTE;
            let message = format!(
                "this domain is over {limit} bytes: browsers ignore it, and the cookie stays on this host"
            );
            return Some((Rule::LongAttribute, message));
        }
        Err(DomainFault::Address) => ADDRESS.to_owned(),
        Err(DomainFault::Number) => {
            "browsers read a name that ends in a number as an address; without `Domain` the cookie stays on this host"
                .to_owned()
        }
        Err(DomainFault::Malformed) => malformed(domain),
    };
    let message = format!("`{domain}` is not a domain: {reason}");
    Some((Rule::InvalidDomain, message))
}

const ADDRESS: &str = "it is an address; without `Domain` the cookie stays on this host";

/// What is wrong with a domain that does not consist of letters, digits and hyphens.
fn malformed(domain: &str) -> String {
    if domain.is_empty() {
        "it is empty; without `Domain` the cookie stays on this host".to_owned()
    } else if domain.contains("://") {
        "it has a scheme; write only the host".to_owned()
    } else if domain.contains('/') {
        "it has a path; write only the host".to_owned()
    } else if let Some((at, c)) = domain
        .char_indices()
        .find(|(_, c)| c.is_whitespace() || is_invisible(*c))
    {
        let alone = domain[..at].contains('.') && wrong_domain(&domain[..at]).is_none();
        let advice = if alone {
            format!("; write only `{}`", &domain[..at])
        } else {
            String::new()
        };
        format!("it contains {}{advice}", space(c))
    } else if domain.contains('*') {
        "it covers its subdomains without `*`".to_owned()
    } else if domain.starts_with('[') {
        ADDRESS.to_owned()
    } else if domain.contains(':') {
        "it has a port; cookies are sent to all ports".to_owned()
    } else if domain.ends_with('.') {
        "it ends with a dot; browsers would ignore it".to_owned()
    } else if !domain.is_ascii() {
        "it has letters beyond ASCII; write its `xn--` form (punycode)".to_owned()
    } else {
        domain.split('.').find_map(wrong_label).unwrap_or_default()
    }
}

/// Why this is not a label of a host name (RFC 1123 section 2.1).
fn wrong_label(label: &str) -> Option<String> {
    if label.is_empty() {
        return Some("one dot follows another".to_owned());
    }
    if let Some(c) = label
        .chars()
        .find(|c| !(c.is_ascii_alphanumeric() || *c == '-'))
    {
        let out = "without `Domain` the cookie stays on this host";
        return Some(format!(
            "a host name has letters, digits, hyphens and dots, and not `{c}`; {out}"
        ));
    }
    if label.len() > 63 {
        return Some("a label between dots has at most 63 letters".to_owned());
    }
    let edge = label.starts_with('-') || label.ends_with('-');
    edge.then(|| "a label between dots begins and ends with a letter or a digit".to_owned())
}
