//! What browsers accept (RFC 6265bis).

/// The most bytes of a cookie's name and value together (RFC 6265bis section 5.6).
pub const LONGEST_PAIR: usize = 4_096;

/// The most bytes of an attribute's value (RFC 6265bis section 5.6).
pub const LONGEST_ATTRIBUTE: usize = 1_024;

/// The longest time that browsers keep a cookie: 400 days, in seconds (RFC 6265bis section 5.5).
pub const LONGEST_AGE: u64 = 400 * 86_400;

/// Whether a name may contain a character: a `tchar` of RFC 9110 section 5.6.2.
pub fn is_token(c: char) -> bool {
    // Not `contains`, for whose search WebAssembly needs much code; so are texts split as bytes.
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '!' | '#'
                | '$'
                | '%'
                | '&'
                | '\''
                | '*'
                | '+'
                | '-'
                | '.'
                | '^'
                | '_'
                | '`'
                | '|'
                | '~'
        )
}

/// The first character that is not allowed.
// It takes a function, so that a program in WebAssembly has the search once.
pub fn first_other(text: &str, is_allowed: fn(char) -> bool) -> Option<char> {
    text.chars().find(|c| !is_allowed(*c))
}

/// A prefix of a cookie name that browsers know (RFC 6265bis section 4.1.3).
///
/// `__Http-` is in the layered-cookies draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefix(&'static str);

impl Prefix {
    /// All prefixes, the longest first.
    pub const ALL: [&str; 4] = ["__Host-Http-", "__Host-", "__Secure-", "__Http-"];

    /// Finds the prefix of a name, case-insensitively as browsers do.
    ///
    /// Every prefix demands `Secure`.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|prefix| begins_with(name, prefix))
            .map(Self)
    }

    /// Returns the canonical spelling.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether the prefix demands `Path=/` and forbids `Domain`.
    pub fn is_host(self) -> bool {
        self.0.starts_with("__Host-")
    }

    /// Whether the prefix demands `HttpOnly`.
    pub fn is_http(self) -> bool {
        self.0.ends_with("Http-")
    }
}

/// Whether a name begins with a prefix, case-insensitively.
pub fn begins_with(name: &str, prefix: &str) -> bool {
    name.as_bytes()
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// Why browsers would ignore a `Path`, or never send the cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// It does not start with `/`.
    Start,
    /// This character cannot occur in the path of an address.
    Character(char),
    /// It is longer than [`LONGEST_ATTRIBUTE`].
    TooLong,
}

/// Checks a `Path`.
///
/// # Errors
/// Returns the first fault.
pub fn check_path(path: &str) -> Result<(), PathFault> {
    if !path.as_bytes().starts_with(b"/") {
        return Err(PathFault::Start);
    }
    if let Some(character) = first_other(path, is_in_paths) {
        return Err(PathFault::Character(character));
    }
    if path.len() > LONGEST_ATTRIBUTE {
        Err(PathFault::TooLong)
    } else {
        Ok(())
    }
}

/// Whether a character occurs in the path of an address.
///
/// Browsers compare a `Path` with the path of the address. There, other characters are written as
/// `%XX`, end the path, or separate its parts (URL standard). A `;` ends the attribute.
fn is_in_paths(c: char) -> bool {
    matches!(c, '!'..='~')
        && !matches!(
            c,
            '"' | '#' | ';' | '<' | '>' | '?' | '\\' | '^' | '`' | '{' | '|' | '}'
        )
}

/// Why browsers would refuse or ignore a `Domain`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DomainFault {
    /// It starts with a dot.
    Dot,
    /// It is longer than [`LONGEST_ATTRIBUTE`].
    TooLong,
    /// It is an IP address.
    Address,
    /// It does not consist of letters, digits, hyphens and `_`, separated by dots.
    Malformed,
    /// It ends in a number, so browsers read it as an IP address.
    Number,
    /// It has no dot: a top-level domain, or a host such as `localhost`.
    Top,
}

/// Checks a `Domain`.
///
/// # Errors
/// Returns the first fault.
pub fn check_domain(domain: &str) -> Result<(), DomainFault> {
    if domain.as_bytes().starts_with(b".") {
        return Err(DomainFault::Dot);
    }
    if domain.len() > LONGEST_ATTRIBUTE {
        return Err(DomainFault::TooLong);
    }
    if is_address(domain) {
        return Err(DomainFault::Address);
    }
    if !domain.as_bytes().split(|byte| *byte == b'.').all(is_label) {
        return Err(DomainFault::Malformed);
    }
    if ends_in_a_number(domain) {
        return Err(DomainFault::Number);
    }
    if has_dot(domain) {
        Ok(())
    } else {
        Err(DomainFault::Top)
    }
}

// Not `contains`; see `is_token`.
fn has_dot(domain: &str) -> bool {
    domain.bytes().any(|byte| byte == b'.')
}

/// Whether browsers read a host as an IPv4 address.
///
/// They do so for `127.1` and `0x7f000001`, and ignore a dot at the end (URL standard, section 3.5).
pub fn ends_in_a_number(host: &str) -> bool {
    let mut labels = host.as_bytes().rsplit(|byte| *byte == b'.');
    let last = labels.find(|label| !label.is_empty());
    match last.unwrap_or_default() {
        [b'0', b'x' | b'X', hex @ ..] => hex.iter().all(u8::is_ascii_hexdigit),
        last => last.iter().all(u8::is_ascii_digit),
    }
}

/// Whether somebody who wrote this means an IP address.
// Its numbers do not matter: browsers keep no cookie for a domain of this form. `core::net` would
// be a large part of a program in WebAssembly.
fn is_address(domain: &str) -> bool {
    let count = |wanted| domain.bytes().filter(|byte| *byte == wanted).count();
    let consists_of = |is_digit: fn(&u8) -> bool| {
        let mut bytes = domain.bytes();
        bytes.all(|byte| is_digit(&byte) || matches!(byte, b'.' | b':'))
    };
    match count(b':') {
        0 => count(b'.') == 3 && consists_of(u8::is_ascii_digit),
        1 => false,
        _ => consists_of(u8::is_ascii_hexdigit),
    }
}

/// Whether a label has only letters, digits, inner hyphens (RFC 1123 section 2.1) and `_`, which
/// browsers accept.
fn is_label(label: &[u8]) -> bool {
    (1..=63).contains(&label.len())
        && label
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && !matches!(label, [b'-', ..] | [.., b'-'])
}

/// Whether a host is this domain or a subdomain of it.
pub fn is_within(host: &str, domain: &str) -> bool {
    let below = host
        .len()
        .checked_sub(domain.len())
        .and_then(|start| Some((host.get(..start)?, host.get(start..)?)));
    below.is_some_and(|(below, end)| {
        end.eq_ignore_ascii_case(domain) && (below.is_empty() || below.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_at_the_end_of_a_host_is_not_a_number() {
        assert!(!ends_in_a_number("shop.example."));
        assert!(ends_in_a_number("127.0.0.1."));
    }

    #[test]
    fn prefixes_are_known_in_any_capitals_and_the_longest_first() {
        let of = |name| Prefix::of(name).map(Prefix::as_str);
        assert_eq!(of("__Host-a"), Some("__Host-"));
        assert_eq!(of("__HOST-http-a"), Some("__Host-Http-"));
        assert_eq!(of("__secure-"), Some("__Secure-"));
        assert_eq!(of("__Host"), None);
        assert_eq!(of("é__Host-"), None);
    }

    #[test]
    fn a_host_is_within_its_domains_only() {
        assert!(is_within("www.shop.example", "shop.example"));
        assert!(is_within("Shop.Example", "shop.example"));
        assert!(!is_within("workshop.example", "shop.example"));
        assert!(!is_within("example", "shop.example"));
        assert!(!is_within("é.example", "x.example"));
    }
}
