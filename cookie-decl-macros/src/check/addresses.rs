//! Addresses: of the site, which is compared with what browsers send, and of pages that are linked.

use std::net::{Ipv4Addr, Ipv6Addr};

use cookie_decl_core::browser::ends_in_a_number;

use crate::ast::Text;
use crate::errors::Errors;
use crate::texts::{is_invisible, refusal, space};

/// The origin of a site as browsers write it in `Origin`: scheme, host and port (WHATWG URL, 4.7;
/// RFC 6454).
pub(super) fn site(site: &Text, errors: &mut Errors) -> Option<String> {
    // Invisible characters have been reported.
    if refusal(&site.text).is_some() {
        return None;
    }
    match origin(&site.text) {
        Ok(origin) => Some(origin),
        Err(message) => {
            errors.push(site.span, message);
            None
        }
    }
}

fn origin(text: &str) -> Result<String, String> {
    let Some((scheme, rest)) = scheme(text) else {
        return Err(format!(
            "the address of a site starts with `https://`{}",
            write(text, &format!("https://{text}"))
        ));
    };
    let (authority, after) = rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()));
    let (user, host) = authority
        .rsplit_once('@')
        .map_or((None, authority), |(user, host)| (Some(user), host));
    let Authority { host, port } =
        Authority::parse(host).map_err(|reason| format!("the site {text:?} {reason}"))?;
    let host = host
        .ascii_host()
        .map_err(|reason| format!("the site {text:?} {reason}"))?;
    let port = port.filter(|port| *port != if scheme == "https" { 443 } else { 80 });
    let origin = format!(
        "{scheme}://{host}{}",
        port.map_or_else(String::new, |port| format!(":{port}"))
    );
    let surplus = match (user, after.chars().next()) {
        (Some(_), _) => "a user name",
        (_, None) => return Ok(origin),
        (_, Some('/')) if after == "/" => return Ok(origin),
        (_, Some('?')) => "a query",
        (_, Some('#')) => "a fragment",
        _ => "a path",
    };
    Err(format!(
        "a site has no {}: write {origin:?}",
        surplus.trim_start_matches("a ")
    ))
}

/// Suggests another address, if that is right.
fn write(text: &str, instead: &str) -> String {
    let fits = !text.contains("://") && !text.is_empty();
    let origin = if fits { origin(instead).ok() } else { None };
    origin.map_or_else(String::new, |origin| format!(": write {origin:?}"))
}

/// Checks the address of a page.
pub(super) fn link(what: &str, link: &Text, errors: &mut Errors) {
    let Text { text, span } = link;
    if refusal(text).is_some() {
        return;
    }
    let Some((_, rest)) = scheme(text) else {
        errors.push(
            *span,
            format!("the address of a {what} starts with `https://`"),
        );
        return;
    };
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let reason = if let Some(c) = text.chars().find(|c| c.is_whitespace()) {
        Some(format!(
            "contains {}: an address has `%20` instead",
            space(c)
        ))
    } else if authority.contains('@') {
        Some("has a user name, which visitors may take for the host".to_owned())
    } else {
        Authority::parse(authority)
            .and_then(|authority| authority.host.check())
            .err()
    };
    if let Some(reason) = reason {
        errors.push(*span, format!("the address of a {what} {reason}"));
    }
}

/// Splits off the scheme, `http` or `https` in any case, and its `://`.
fn scheme(text: &str) -> Option<(&'static str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = ["https", "http"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(scheme))?;
    Some((scheme, rest))
}

/// Host and port. The reasons of errors are verbs after "the address".
struct Authority<'t> {
    host: Host<'t>,
    port: Option<u16>,
}

struct Host<'t>(&'t str);

impl<'t> Authority<'t> {
    fn parse(authority: &'t str) -> Result<Self, String> {
        // The colons of an IPv6 address are in brackets.
        let start = authority.rfind(']').map_or(0, |bracket| bracket + 1);
        let (host, port) = match authority[start..].find(':') {
            Some(colon) => (
                &authority[..start + colon],
                Some(&authority[start + colon + 1..]),
            ),
            None => (authority, None),
        };
        let port = match port {
            None => None,
            Some(digits) => {
                let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
                let port = digits.parse().ok().filter(|port| is_number && *port > 0);
                Some(port.ok_or_else(|| {
                    format!("has the port `{digits}`: a port is a number from 1 to 65535")
                })?)
            }
        };
        Ok(Self {
            host: Host(host),
            port,
        })
    }
}

impl Host<'_> {
    /// Checks what the host of every address must be, ASCII or not.
    fn check(&self) -> Result<(), String> {
        let Self(host) = self;
        if host.is_empty() {
            return Err("has no host".to_owned());
        }
        if let Some(c) = host.chars().find(|c| c.is_whitespace() || is_invisible(*c)) {
            return Err(format!("contains {} in its host", space(c)));
        }
        if let Some(address) = host.strip_prefix('[') {
            let address = address
                .strip_suffix(']')
                .and_then(|address| address.parse::<Ipv6Addr>().ok());
            return address
                .map(drop)
                .ok_or_else(|| format!("has the host `{host}`, which is not an IPv6 address"));
        }
        if let Some(c) = host
            .chars()
            .find(|c| c.is_ascii() && !(c.is_ascii_alphanumeric() || "-._".contains(*c)))
        {
            return Err(format!("contains `{c}`, which is not allowed in a host"));
        }
        if host
            .split('.')
            .any(|label| label.is_empty() || label.len() > 63)
            || host.len() > 253
        {
            return Err(format!(
                "has the host `{host}`: each part between its dots has 1 to 63 letters"
            ));
        }
        if ends_in_a_number(host) && host.parse::<Ipv4Addr>().is_err() {
            return Err(format!(
                "has the host `{host}`, which browsers read as an IPv4 address: write all four numbers"
            ));
        }
        Ok(())
    }

    /// The host as browsers send it.
    fn ascii_host(&self) -> Result<String, String> {
        self.check()?;
        let Self(host) = self;
        if !host.is_ascii() {
            return Err(
                "has letters beyond ASCII: write the `xn--` form of its host (punycode)".to_owned(),
            );
        }
        let address = host
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']')?.parse::<Ipv6Addr>().ok());
        Ok(address.map_or_else(
            || host.to_ascii_lowercase(),
            |address| format!("[{address}]"),
        ))
    }
}
