//! What the prefix of a name promises (RFC 6265bis sections 4.1.3 and 5.7; the layered-cookies
//! draft for `__Http-`). A value that is only known at run time is checked when the cookie is set.

use cookie_decl_core::browser::Prefix;

use crate::errors::{Errors, SourceRange};
use crate::model::{Attributes, Name, Setting};
use crate::rules::Rule;
use crate::vocabulary::RFC6265BIS;

/// Checks a cookie's attributes against the prefix of its name.
pub(super) fn check(name: &Name, attributes: &Attributes, range: SourceRange, errors: &mut Errors) {
    let Some(prefix) = Prefix::of(&name.text) else {
        return;
    };
    let mut broken = Vec::new();
    secure(attributes, &mut broken);
    if prefix.is_host() {
        host(attributes, &mut broken);
    }
    if prefix.is_http() {
        http(attributes, &mut broken);
    }
    if !broken.is_empty() {
        let prefix = prefix.as_str();
        let rule = match prefix {
            "__Secure-" => Rule::SecurePrefix,
            "__Host-" => Rule::HostPrefix,
            "__Http-" => Rule::HttpPrefix,
            _ => Rule::HostHttpPrefix,
        };
        let (broken, fixes): (Vec<_>, Vec<_>) = broken.into_iter().unzip();
        let message = format!(
            "browsers refuse a `{prefix}` cookie {} ({RFC6265BIS}): {}",
            broken.join(" and "),
            fixes.join(", ")
        );
        errors.push_rule(rule, range, message);
    }
}

/// What browsers refuse, and what to write instead.
type Broken = (&'static str, &'static str);

/// All prefixes promise it.
fn secure(attributes: &Attributes, broken: &mut Vec<Broken>) {
    if attributes.secure.fixed() == Some(&false) {
        broken.push(("without `Secure`", "add `Secure`"));
    }
}

/// `__Host-`: this host, everywhere on it.
fn host(attributes: &Attributes, broken: &mut Vec<Broken>) {
    if matches!(attributes.domain, Setting::Fixed(Some(_))) {
        broken.push((
            "with `Domain`",
            "leave out `Domain` (`__Secure-` allows it)",
        ));
    }
    if attributes.path.fixed().is_some_and(|path| path != "/") {
        broken.push(("with a `Path` other than `/`", "write `Path=/`"));
    }
}

/// `__Http-`: set by a server, never by a script.
fn http(attributes: &Attributes, broken: &mut Vec<Broken>) {
    if attributes.http_only.fixed() == Some(&false) {
        broken.push(("without `HttpOnly`", "add `HttpOnly`"));
    }
}
