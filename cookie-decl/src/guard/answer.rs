//! What a visitor posts: who may post it, what it says, and where they go back to.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{self, HeaderMap, HeaderValue};
use http::uri::Authority;

use super::Guard;
use crate::preferences::choices::is_asked;
use crate::preferences::is_path;
use crate::{Categories, Consent};

/// The longest form that is read, in bytes.
pub(super) const LONGEST_FORM: usize = 16 * 1024;

/// What the form says.
pub(super) struct Answer<K> {
    pub(super) consent: Consent<K>,
    pub(super) return_to: Option<String>,
}

impl<K: Categories> Guard<K> {
    /// `None` when it says something else than the three things that the form can say, or more than one of them.
    pub(super) fn read_answer(&self, form: &[u8], now: u64) -> Option<Answer<K>> {
        let (mut choice, mut allowed, mut return_to) = (None, Vec::new(), None);
        for (name, value) in form_urlencoded::parse(form) {
            match &*name {
                "choice" if choice.is_some() => return None,
                "choice" => choice = Some(value),
                "allow" => allowed.push(value),
                "return" => return_to = return_address(&value).map(str::to_string),
                _ => {}
            }
        }
        let is_allowed = |category: &K| {
            let name = self.settings.table.categories()[category.index()].name();
            allowed.iter().any(|allowed: &Cow<'_, str>| allowed == name)
        };
        let consent = match &*choice? {
            "accept" => Consent::accept_all(now),
            "refuse" => Consent::refuse_all(now),
            "save" => K::ALL
                .iter()
                .copied()
                .filter(is_allowed)
                .fold(Consent::decide(now), Consent::grant),
            _ => return None,
        };
        Some(Answer { consent, return_to })
    }

    /// What an answer says and when it was given, so that it is known again when it comes back. It is no secret, and
    /// proves nothing: it only decides which of two texts is shown. Empty without an answer.
    pub(super) fn mark(&self, consent: &Consent<K>) -> String {
        let Some(at) = consent.decided_at() else {
            return String::new();
        };
        let policy = self.policy();
        let asked = K::ALL
            .iter()
            .filter(|category| is_asked(policy, **category));
        let answers = asked.map(|category| match consent.answer(*category) {
            Some(true) => 'y',
            Some(false) => 'n',
            None => '-',
        });
        alloc::format!("{at:x}.").chars().chain(answers).collect()
    }

    /// Whether the answer with this mark came back; `None` when the visitor has answered once more since.
    pub(super) fn came_back(&self, expected: &str, consent: &Consent<K>) -> Option<bool> {
        let at = expected
            .split_once('.')
            .and_then(|(at, _)| u64::from_str_radix(at, 16).ok());
        match (consent.decided_at(), at) {
            (Some(decided), Some(at)) if decided > at => None,
            (decided, _) => Some(decided.is_some() && self.mark(consent) == expected),
        }
    }

    /// Whether a post comes from a page of this site: `Sec-Fetch-Site` says so, or else `Origin` (W3C Fetch Metadata;
    /// RFC 6454). A post that says neither comes from no browser of today.
    pub(super) fn is_from_here(&self, host: Option<&Authority>, headers: &HeaderMap) -> bool {
        let mut sites = headers
            .get_all("sec-fetch-site")
            .iter()
            .map(HeaderValue::as_bytes);
        match (sites.next(), sites.next()) {
            (Some(b"same-origin"), None) => true,
            // A sibling domain may be somebody else's, and browsers say nothing to a site without TLS.
            (None | Some(b"same-site"), None) => self.is_from_origin(host, headers),
            _ => false,
        }
    }

    /// Whether `Origin` is this host or the site of the table.
    fn is_from_origin(&self, host: Option<&Authority>, headers: &HeaderMap) -> bool {
        let one = |name| {
            let mut values = headers.get_all(name).iter();
            values
                .next()
                .filter(|_| values.next().is_none())?
                .to_str()
                .ok()
        };
        let Some(origin) = one(header::ORIGIN) else {
            return false;
        };
        // A proxy may have written another host; the table knows the site.
        if self
            .settings
            .table
            .site()
            .is_some_and(|site| site.eq_ignore_ascii_case(origin))
        {
            return true;
        }
        // HTTP/2 has the host in the address (RFC 9113 section 8.3.1), which counts more also in HTTP/1.1 (RFC 9112
        // section 3.2.2). Behind a proxy the scheme is not known here.
        let host = host
            .cloned()
            .or_else(|| one(header::HOST)?.parse::<Authority>().ok());
        let (Some((scheme, origin)), Some(host)) = (origin.split_once("://"), host) else {
            return false;
        };
        let default_port = match scheme {
            "http" => ":80",
            "https" => ":443",
            _ => return false,
        };
        // Browsers leave the default port out, and some proxies write it.
        let host = host.as_str();
        host.strip_suffix(default_port)
            .unwrap_or(host)
            .eq_ignore_ascii_case(origin)
    }
}

/// Whether a body is what a form sends. One without a type is read as such: nothing else is posted here.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    headers.get_all(header::CONTENT_TYPE).iter().all(|value| {
        let text = value.to_str().unwrap_or_default();
        let essence = text.split(';').next().unwrap_or_default().trim();
        essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
    })
}

/// A path of this site, with its query, which can stand in a header.
pub(super) fn return_address(path: &str) -> Option<&str> {
    let is_plain = path.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    (is_path(path) && is_plain && path.len() <= 2048).then_some(path)
}
