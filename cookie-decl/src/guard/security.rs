//! A `Content-Security-Policy` from the table: a page may load from the site itself, and from the
//! domains of rows that the visitor allows.

use alloc::string::String;
use alloc::vec::Vec;

use http::header::{CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_REPORT_ONLY, HeaderName};

/// A `Content-Security-Policy` from the table, for
/// [`Guard::security_policy`](super::Guard::security_policy).
///
/// Its `default-src` is `'self'` and the domains of rows in the categories that the visitor allows:
/// the domain of a third party (`set_by`), and the `domain` of a provider. Those of `advanced`
/// categories are always among them. Their subdomains and all ports are included, as for cookies.
/// Browsers then load nothing else, whatever a script or a template requests.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     provider Videos = "Videos" { privacy: "https://videos.example/", domain: "videos.example", third_party }
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Remembers what you chose
/// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
/// #     }
/// #     /// Videos
/// #     category Media: opt_in {
/// #         cookie | duration | provider | set_by;
/// #         /// Plays videos
/// #         "player" | 1 day | Videos | "videos.example";
/// #     }
/// # } }
/// use cookie_decl::Guard;
/// use cookie_decl::guard::SecurityPolicy;
/// use cookies::{Consent, POLICY, PREFERENCES};
/// use http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HeaderMap, HeaderValue};
///
/// let policy = SecurityPolicy::enforced().add("img-src", "data:").add("base-uri", "'none'");
/// let guard = Guard::new(POLICY).security_policy(policy).clock(|| 1_795_305_600);
/// let header = |cookie: HeaderValue| {
///     let request = HeaderMap::from_iter([(COOKIE, cookie)]);
///     let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &request);
///     let html = HeaderValue::from_static("text/html");
///     let mut response = HeaderMap::from_iter([(CONTENT_TYPE, html)]);
///     guard.finish(&visitor, &mut response);
///     response[CONTENT_SECURITY_POLICY].clone()
/// };
/// let first_visit = header("theme=dark".parse()?);
/// assert_eq!(first_visit, "default-src 'self'; img-src 'self' data:; base-uri 'none'");
///
/// let answer = PREFERENCES.set(&Consent::accept_all(1_795_305_600))?;
/// let granted = header(format!("{}={}", answer.name(), answer.value()).parse()?);
/// assert!(granted.to_str()?.starts_with("default-src 'self' videos.example:* *.videos.example:*;"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct SecurityPolicy {
    is_enforced: bool,
    /// The directives with the site's own sources, each directive once.
    additions: Vec<(String, Vec<String>)>,
}

impl SecurityPolicy {
    /// A policy in `Content-Security-Policy-Report-Only`: browsers report what they would refuse,
    /// in the console and to a `report-to` that you [add](Self::add).
    pub const fn report_only() -> Self {
        Self {
            is_enforced: false,
            additions: Vec::new(),
        }
    }

    /// A policy in `Content-Security-Policy`: browsers refuse everything else.
    pub const fn enforced() -> Self {
        Self {
            is_enforced: true,
            additions: Vec::new(),
        }
    }

    /// Adds the site's own sources to a directive, or any other directive.
    ///
    /// A directive that loads something, such as `img-src`, has the sources of the table as well,
    /// and those added to `default-src`. With the source `'none'` it allows nothing. Directives
    /// that load nothing, such as `form-action`, `frame-ancestors`, `base-uri` and `report-to`,
    /// have only what is added here.
    ///
    /// # Panics
    /// Panics if the text has a `;`, a `,`, or a character that no header may contain, because the
    /// policy would mean something else.
    #[must_use]
    pub fn add(mut self, directive: &str, sources: &str) -> Self {
        let is_plain = |text: &str| {
            text.bytes()
                .all(|byte| matches!(byte, b' '..=b'~') && byte != b';' && byte != b',')
        };
        assert!(
            is_plain(directive) && is_plain(sources),
            "`{directive} {sources}` is not one directive: call `add` for each, without `;` and `,`"
        );
        let directive = directive.trim().to_ascii_lowercase();
        let sources = sources.split_ascii_whitespace().map(String::from);
        match self
            .additions
            .iter_mut()
            .find(|(other, _)| *other == directive)
        {
            Some((_, known)) => known.extend(sources),
            None => self.additions.push((directive, sources.collect())),
        }
        self
    }

    pub(super) fn name(&self) -> HeaderName {
        if self.is_enforced {
            CONTENT_SECURITY_POLICY
        } else {
            CONTENT_SECURITY_POLICY_REPORT_ONLY
        }
    }

    /// Returns the directives for these domains of the table.
    pub(super) fn text(&self, domains: &[&str], nonce: Option<&str>) -> String {
        // A table names no ports, and a source without a port means only the default port.
        let subdomains = domains
            .iter()
            .flat_map(|domain| ["", "*."].map(|start| alloc::format!("{start}{domain}:*")));
        let mut base: Vec<String> = [String::from("'self'")]
            .into_iter()
            .chain(subdomains)
            .collect();
        let added = |directive: &str| {
            let known = self.additions.iter().find(|(name, _)| name == directive);
            known.map_or(&[][..], |(_, sources)| &**sources)
        };
        extend(&mut base, added("default-src"));
        let nonce = nonce.map(|nonce| alloc::format!("'nonce-{nonce}'"));
        let with_nonce: &[&str] = if nonce.is_some() {
            &["script-src", "style-src"]
        } else {
            &[]
        };
        let names = self.additions.iter().map(|(name, _)| &**name);
        let others = names.filter(|name| *name != "default-src" && !with_nonce.contains(name));
        let mut text = alloc::format!("default-src {}", base.join(" "));
        for name in with_nonce.iter().copied().chain(others) {
            let mut sources = Vec::new();
            if loads(name) && !added(name).iter().any(|source| source == "'none'") {
                sources.clone_from(&base);
            }
            if with_nonce.contains(&name) {
                sources.extend(nonce.clone());
            }
            extend(&mut sources, added(name));
            text.extend(["; ", name]);
            for source in &sources {
                text.extend([" ", source]);
            }
        }
        text
    }
}

/// Adds the sources that are missing.
fn extend(sources: &mut Vec<String>, more: &[String]) {
    for source in more {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
}

/// Whether a directive limits where something is loaded from, with `default-src` as its fallback
/// (CSP 3, section 6.8.1).
fn loads(directive: &str) -> bool {
    directive.contains("-src")
}
