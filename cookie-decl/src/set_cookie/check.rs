//! What is checked when the cookie is set. The table's checks are the same, but `{ expr }`, holes and values are only
//! known now.

use core::net::IpAddr;

use super::SetError;
use crate::name::is_token_character;
use crate::{Attributes, SameSite};

/// N1 and N2: the name of a cookie that we set is a token (RFC 9110 section 5.6.2).
pub(super) fn token(name: &str) -> Result<(), SetError> {
    name_of(name, is_token_character)
}

/// The name of a cookie that somebody else may have set: browsers take more than tokens, and it has to go all the same.
/// What would change the header, and what not every framework can send, is refused (RFC 6265bis section 5.6).
pub(super) fn removable(name: &str) -> Result<(), SetError> {
    let blanks_at_ends = name.starts_with(' ') || name.ends_with(' ');
    name_of(name, |c| matches!(c, ' '..='~') && c != ';' && c != '=' && !(c == ' ' && blanks_at_ends))
}

fn name_of(name: &str, allowed: impl Fn(char) -> bool) -> Result<(), SetError> {
    if name.is_empty() {
        return Err(SetError::EmptyName);
    }
    match name.chars().find(|c| !allowed(*c)) {
        None => Ok(()),
        Some(character) => Err(SetError::Name { character }),
    }
}

/// L1: the most bytes of name and value that browsers take (RFC 6265bis section 5.6).
pub(crate) const LONGEST_PAIR: usize = 4_096;

/// L2: the most bytes of an attribute that browsers take (RFC 6265bis section 5.6).
pub(crate) const LONGEST_ATTRIBUTE: usize = 1_024;

pub(super) fn length(name: &str, value: &str) -> Result<(), SetError> {
    match name.len() + value.len() {
        0..=LONGEST_PAIR => Ok(()),
        bytes => Err(SetError::TooLong { bytes }),
    }
}

/// Whether browsers take these attributes, for this name.
pub(crate) fn attributes(name: &str, attributes: &Attributes) -> Result<(), SetError> {
    path(attributes.path())?;
    attributes.domain().map_or(Ok(()), domain)?;
    if !attributes.secure() {
        if attributes.same_site() == SameSite::None {
            return Err(SetError::SameSiteNone);
        }
        if attributes.partitioned() {
            return Err(SetError::Partitioned);
        }
    }
    prefix(name, attributes)
}

/// A1 and L2
fn path(path: &str) -> Result<(), SetError> {
    if !path.starts_with('/') {
        return Err(SetError::PathStart);
    }
    if let Some(character) = path.chars().find(|c| !is_in_addresses(*c)) {
        return Err(SetError::PathCharacter { character });
    }
    if path.len() > LONGEST_ATTRIBUTE {
        return Err(SetError::PathTooLong { bytes: path.len() });
    }
    Ok(())
}

/// A browser compares with the path of the address, where all others are `%XX`, end the path or part it (WHATWG URL); a
/// `;` ends the attribute.
fn is_in_addresses(c: char) -> bool {
    matches!(c, '!'..='~') && !"\"#;<>?\\^`{|}".contains(c)
}

/// D1, D2 and L2
fn domain(domain: &str) -> Result<(), SetError> {
    if domain.starts_with('.') {
        return Err(SetError::DomainDot);
    }
    if domain.len() > LONGEST_ATTRIBUTE {
        return Err(SetError::DomainTooLong { bytes: domain.len() });
    }
    if domain.parse::<IpAddr>().is_ok() {
        return Err(SetError::DomainAddress);
    }
    if !domain.split('.').all(is_label) {
        return Err(SetError::Domain);
    }
    if ends_in_a_number(domain) {
        return Err(SetError::DomainAddress);
    }
    if domain.contains('.') { Ok(()) } else { Err(SetError::DomainTop) }
}

/// What browsers read as an IPv4 address, as `127.1` and `0x7f000001` are (URL standard, section 3.5).
fn ends_in_a_number(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or_default();
    let hex = last.strip_prefix("0x").or_else(|| last.strip_prefix("0X"));
    last.bytes().all(|byte| byte.is_ascii_digit())
        || hex.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Letters, digits and hyphens (RFC 1123 section 2.1).
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Whether the name's prefix demands `Secure`, in whatever capitals (RFC 6265bis sections 4.1.3 and 5.7; the
/// layered-cookies draft for `__Http-`).
pub(crate) fn demands_secure(name: &str) -> bool {
    prefix_of(name).is_some()
}

fn prefix_of(name: &str) -> Option<&'static str> {
    // The longest first.
    let prefixes = ["__Host-Http-", "__Host-", "__Secure-", "__Http-"];
    let begins = |prefix: &&str| {
        name.as_bytes().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    prefixes.into_iter().find(begins)
}

/// P1 to P4
fn prefix(name: &str, attributes: &Attributes) -> Result<(), SetError> {
    let Some(prefix) = prefix_of(name) else { return Ok(()) };
    if !attributes.secure() {
        return Err(SetError::PrefixSecure { prefix });
    }
    if prefix.starts_with("__Host-") {
        if attributes.domain().is_some() {
            return Err(SetError::PrefixDomain { prefix });
        }
        if attributes.path() != "/" {
            return Err(SetError::PrefixPath { prefix });
        }
    }
    if prefix.ends_with("Http-") && !attributes.http_only() {
        return Err(SetError::PrefixHttpOnly { prefix });
    }
    Ok(())
}
