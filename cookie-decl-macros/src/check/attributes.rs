//! Attributes: what browsers refuse, ignore or read differently.

use cookie_decl_core::browser::{self, DomainFault, LONGEST_ATTRIBUTE, PathFault, Prefix};

use crate::ast::{self, AttributeValue, Text};
use crate::check::holes;
use crate::errors::{Allow, Errors, SourceRange};
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
    allows: &[Allow],
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
fn partitioned(attributes: &Attributes, range: SourceRange, allows: &[Allow], errors: &mut Errors) {
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
    allows: &[Allow],
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

/// D1, D2 and L2, for the domain of a third party. Returns it without a dot in front, which policies
/// write and browsers drop.
///
/// A part that varies is a hole: `{region}.ads.example`.
pub(super) fn third_party_domain(domain: &Text, errors: &mut Errors) -> String {
    let bare = domain.text.strip_prefix('.');
    let bare = bare.filter(|bare| !bare.is_empty()).unwrap_or(&domain.text);
    let word = bare.to_lowercase().replace([' ', '-'], "_");
    let wrong = if vocabulary::SetBy::parse(&word).is_some() {
        let reason = format!("`{word}` has no quotes");
        Some(invalid(bare, &reason))
    } else if bare.contains(['{', '}']) {
        wrong_hole(bare)
    } else {
        wrong_domain(bare, Owner::ThirdParty)
    };
    if let Some((rule, message)) = wrong {
        errors.push_rule(rule, domain.span, message);
    }
    bare.to_owned()
}

/// D1, D2 and L2 for `Domain`. It cannot be a top-level domain, which a site would share with all
/// its neighbours (RFC 6265bis section 5.7). The list of other public suffixes changes every week,
/// so it is not checked.
pub(super) fn check_domain_attribute(domain: &Text, errors: &mut Errors) {
    let found = wrong_domain(&domain.text, Owner::Site).or_else(|| {
        let text = &domain.text;
        let reason = "browsers refuse a domain without a dot, or keep the cookie on this host; leave `Domain` out";
        let message = || format!("`{text}` is not a domain: {reason}");
        (!text.contains('.')).then(|| (Rule::InvalidDomain, message()))
    });
    if let Some((rule, message)) = found {
        errors.push_rule(rule, domain.span, message);
    }
}

/// Whose domain it is.
#[derive(Clone, Copy, PartialEq)]
enum Owner {
    Site,
    ThirdParty,
}

impl Owner {
    /// Adds what happens without `Domain`, which a third party's domain is not.
    fn advise(self, reason: &str) -> String {
        match self {
            Self::Site => {
                format!("{reason}; without `Domain` the cookie stays on this host")
            }
            Self::ThirdParty => reason.to_owned(),
        }
    }
}

fn wrong_domain(domain: &str, owner: Owner) -> Option<(Rule, String)> {
    let reason = match browser::check_domain(domain) {
        // A top-level domain is wrong in `Domain` only.
        Ok(()) | Err(DomainFault::Top) => return None,
        Err(DomainFault::Dot) => {
            let rest = domain.trim_start_matches(['.', ' ']);
            let reason = if rest.is_empty() {
                "a dot alone is not a domain".to_owned()
            } else if rest.contains(char::is_whitespace) {
                return wrong_domain(rest, owner);
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
        Err(DomainFault::Address) => owner.advise(ADDRESS),
        Err(DomainFault::Number) => {
            owner.advise("browsers read a name that ends in a number as an address")
        }
        Err(DomainFault::Malformed) => malformed(domain, owner),
    };
    Some(invalid(domain, &reason))
}

fn invalid(domain: &str, reason: &str) -> (Rule, String) {
    let message = format!("`{domain}` is not a domain: {reason}");
    (Rule::InvalidDomain, message)
}

const ADDRESS: &str = "it is an address";

/// What is wrong with a domain that does not consist of letters, digits and hyphens.
fn malformed(domain: &str, owner: Owner) -> String {
    if domain.is_empty() {
        owner.advise("it is empty")
    } else if domain.contains(['{', '}']) {
        "a server sends one domain: what varies is a Rust expression, `Domain={ config.domain }`"
            .to_owned()
    } else if domain.contains("://") {
        format!("it has a scheme; write only {}", host_in(domain))
    } else if let Some(c) = domain
        .chars()
        .find(|c| c.is_whitespace() || is_invisible(*c))
    {
        format!("it contains {}{}", space(c), instead(domain, owner))
    } else if domain.contains('/') {
        format!("it has a path; write only {}", host_in(domain))
    } else if let Some(rest) = domain.strip_prefix("*.")
        && wrong_domain(rest, owner).is_none()
    {
        format!("it covers its subdomains without `*`: write `{rest}`")
    } else if let Some(hole) = holes::suggestion(domain, &Storage::LocalStorage)
        && owner == Owner::ThirdParty
        && hole != domain
        && wrong_hole(&hole).is_none()
    {
        format!("write a part that varies as a hole: `{hole}`")
    } else if domain.contains('*') {
        "it covers its subdomains without `*`".to_owned()
    } else if domain.starts_with('[') {
        owner.advise(ADDRESS)
    } else if domain.contains(':') {
        "it has a port; cookies are sent to all ports".to_owned()
    } else if domain.ends_with('.') {
        "it ends with a dot; browsers would ignore it".to_owned()
    } else if !domain.is_ascii() {
        "it has letters beyond ASCII; write its `xn--` form (punycode)".to_owned()
    } else {
        let label = domain
            .split('.')
            .find_map(|label| wrong_label(label, owner));
        let domains = domains_in(domain);
        match label {
            Some(reason) if domains.len() > 1 => format!("{reason}{}", instead(domain, owner)),
            reason => reason.unwrap_or_default(),
        }
    }
}

/// The domains in a text with remarks.
fn domains_in(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| c.is_whitespace() || ",;/()[]".contains(c));
    let words = words.map(|word| word.trim_matches('.'));
    words
        .filter(|word| browser::check_domain(word).is_ok())
        .collect()
}

/// What to write instead of a text with a domain and a remark, or with several domains.
fn instead(text: &str, owner: Owner) -> String {
    let is_visible = |c: &char| c.is_whitespace() || !is_invisible(*c);
    let text = &*text.chars().filter(is_visible).collect::<String>();
    match &domains_in(text)[..] {
        [] => String::new(),
        [domain] if owner == Owner::ThirdParty && has_remark(text, domain) => {
            format!("; write only `{domain}`, and a remark for visitors in `note`")
        }
        [domain] => format!("; write only `{domain}`"),
        domains => format!(
            "; write a row for each domain, {}",
            vocabulary::one_of(domains)
        ),
    }
}

/// Whether a text says more than a domain.
fn has_remark(text: &str, domain: &str) -> bool {
    text.replacen(domain, "", 1).contains(char::is_alphanumeric)
}

/// The host of an address, as a message names it.
fn host_in(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if browser::check_domain(host).is_ok() {
        format!("`{host}`")
    } else {
        "the host".to_owned()
    }
}

/// Why this is not a domain with holes. After them comes a domain, so that they do not match other
/// people's.
fn wrong_hole(domain: &str) -> Option<(Rule, String)> {
    let pattern = match holes::parse(domain) {
        Ok(Some(pattern)) => pattern,
        Ok(None) => return wrong_domain(domain, Owner::ThirdParty),
        Err(message) => return Some((Rule::WrongHole, message)),
    };
    let filled = pattern.literals().collect::<Vec<_>>().join("x");
    if let Some((rule, message)) = wrong_domain(&filled, Owner::ThirdParty) {
        return Some((rule, message.replacen(&filled, domain, 1)));
    }
    let fixed = pattern.tail().split_once('.').map(|(_, fixed)| fixed);
    let is_domain = fixed.is_some_and(|fixed| browser::check_domain(fixed).is_ok());
    (!is_domain).then(|| {
        invalid(
            domain,
            "a part that varies is in front of a domain, `{region}.ads.example`",
        )
    })
}

/// Why this is not a label of a host name (RFC 1123 section 2.1). Browsers accept `_` as well.
fn wrong_label(label: &str, owner: Owner) -> Option<String> {
    if label.is_empty() {
        return Some("one dot follows another".to_owned());
    }
    if let Some(c) = label
        .chars()
        .find(|c| !(c.is_ascii_alphanumeric() || "-_".contains(*c)))
    {
        let reason = format!("a host name has letters, digits, hyphens and dots, and not `{c}`");
        return Some(owner.advise(&reason));
    }
    if label.len() > 63 {
        return Some("a label between dots has at most 63 letters".to_owned());
    }
    let edge = label.starts_with('-') || label.ends_with('-');
    edge.then(|| "a label between dots begins and ends with a letter or a digit".to_owned())
}
