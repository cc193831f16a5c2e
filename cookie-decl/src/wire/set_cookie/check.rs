//! The checks when a cookie is set.
//!
//! The macro checks the table in the same way, but `{ expr }`, holes and values are known only now.

use cookie_decl_core::browser::{
    self, DomainFault, LONGEST_PAIR, PathFault, Prefix, first_other, is_token,
};

use crate::table::attributes::{Attributes, SameSite};
use crate::wire::set_cookie::error::SetError;

/// N1 and N2: checks that the name is a token (RFC 9110 section 5.6.2), as for cookies that the
/// server sets.
pub(super) fn token(name: &str) -> Result<(), SetError> {
    characters(name, is_token)
}

/// Checks the name of a cookie that somebody else may have set.
///
/// Browsers accept more than tokens, and such a cookie must still be removable. Characters that
/// would change the header, or that not every framework can send, are refused (RFC 6265bis section
/// 5.6).
pub(super) fn removable(name: &str) -> Result<(), SetError> {
    if matches!(name.as_bytes(), [b' ', ..] | [.., b' ']) {
        return Err(SetError::Name { character: ' ' });
    }
    characters(name, |c| matches!(c, ' '..='~') && c != ';' && c != '=')
}

fn characters(name: &str, is_allowed: fn(char) -> bool) -> Result<(), SetError> {
    if name.is_empty() {
        return Err(SetError::EmptyName);
    }
    match first_other(name, is_allowed) {
        None => Ok(()),
        Some(character) => Err(SetError::Name { character }),
    }
}

/// L1: checks the length of name and value (RFC 6265bis section 5.6).
pub(super) fn length(name: &str, value: &str) -> Result<(), SetError> {
    match name.len() + value.len() {
        0..=LONGEST_PAIR => Ok(()),
        bytes => Err(SetError::TooLong { bytes }),
    }
}

/// Checks that browsers accept these attributes for this name.
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

/// A1 and L2: checks the `Path`.
fn path(path: &str) -> Result<(), SetError> {
    browser::check_path(path).map_err(|fault| match fault {
        PathFault::Start => SetError::PathStart,
        PathFault::Character(character) => SetError::PathCharacter { character },
        PathFault::TooLong => SetError::PathTooLong { bytes: path.len() },
    })
}

/// D1, D2 and L2: checks the `Domain`.
fn domain(domain: &str) -> Result<(), SetError> {
    browser::check_domain(domain).map_err(|fault| match fault {
        DomainFault::Dot => SetError::DomainDot,
        DomainFault::TooLong => SetError::DomainTooLong {
            bytes: domain.len(),
        },
        DomainFault::Address | DomainFault::Number => SetError::DomainAddress,
        DomainFault::Malformed => SetError::Domain,
        DomainFault::Top => SetError::DomainTop,
    })
}

/// P1 to P4: checks what the name's prefix demands.
fn prefix(name: &str, attributes: &Attributes) -> Result<(), SetError> {
    let Some(prefix) = Prefix::of(name) else {
        return Ok(());
    };
    if !attributes.secure() {
        return Err(SetError::PrefixSecure {
            prefix: prefix.as_str(),
        });
    }
    if prefix.is_host() {
        if attributes.domain().is_some() {
            return Err(SetError::PrefixDomain {
                prefix: prefix.as_str(),
            });
        }
        if attributes.path() != "/" {
            return Err(SetError::PrefixPath {
                prefix: prefix.as_str(),
            });
        }
    }
    if prefix.is_http() && !attributes.http_only() {
        return Err(SetError::PrefixHttpOnly {
            prefix: prefix.as_str(),
        });
    }
    Ok(())
}
