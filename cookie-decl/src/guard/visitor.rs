//! One request: the visitor's answer, and what follows from it for the response.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::OnceLock;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::uri::{Authority, PathAndQuery};
use http::{Method, Uri};

use super::finding::Quoted;
use super::{Guard, Settings};
use crate::preferences::Preferences;
use crate::withdraw;
use crate::{Categories, Consent, Declaration, Gpc, Reason, RequestCookies, SetCookie, SetError};

/// The visitor behind a request: what they agreed to, and the cookies that they bring.
///
/// It is cheap to clone. What is asked of it is noted, so that no shared cache serves one visitor's answer to another.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Remembers what you chose
/// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
/// #     }
/// #     /// Audience
/// #     category Statistics: opt_in {
/// #         cookie | duration;
/// #         /// Remembers what you looked at last
/// #         RECENT = "recent" | 30 days;
/// #     }
/// # } }
/// use cookie_decl::Guard;
/// use cookies::{Category, Consent};
/// use http::header::{COOKIE, HeaderMap};
/// let guard = Guard::new(cookies::POLICY);
/// let request = HeaderMap::from_iter([(COOKIE, "recent=42".parse()?)]);
/// let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/basket"), &request);
/// assert!(!visitor.consent().allows(Category::Statistics)); // nobody asked yet
/// assert!(visitor.banner().contains("Refuse all"));
/// // The visitor refuses: the answer is kept, and what they brought all the same is removed.
/// let cookies = visitor.decide(&Consent::refuse_all(visitor.now()))?;
/// assert_eq!((cookies[0].name(), cookies[1].name()), ("__Host-cookie_preferences", "recent"));
/// assert!(cookies[1].is_removal());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Visitor<K> {
    request: Arc<Request<K>>,
}

struct Request<K> {
    guard: Guard<K>,
    method: Method,
    host: Option<Authority>,
    /// The `Host` field, where there are cookies.
    host_field: Option<HeaderValue>,
    /// Whether the browser says that the response is a page (W3C Fetch Metadata).
    is_navigation: Option<bool>,
    path: Option<PathAndQuery>,
    /// The `Cookie` fields, joined.
    cookies: Option<HeaderValue>,
    gpc: Gpc,
    /// Read when somebody needs it, as the answer is: most responses do not.
    now: OnceLock<u64>,
    consent: OnceLock<Consent<K>>,
    accept_language: Option<HeaderValue>,
    /// Whether the response depends on the answer.
    is_asked: AtomicBool,
    /// Whether it depends on the signal, and not on more of the answer.
    is_signal_asked: AtomicBool,
    /// Whether it depends on the languages that the browser accepts.
    is_language_asked: AtomicBool,
}

static SEC_GPC: HeaderName = HeaderName::from_static("sec-gpc");
/// The most removals of answers that are kept elsewhere: what is denied has to have room in the response as well.
const MOST_OTHERS: usize = 8;

static SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

impl<K: Categories> Guard<K> {
    /// The visitor behind a request, as it came: `uri` is the address that visitors know, with no prefix taken off by a
    /// router. Read it before [`hide`](Self::hide).
    pub fn visitor(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Visitor<K> {
        let (mut cookies, mut are_split, mut accept_language, mut gpc) =
            (None, false, None, Gpc::OFF);
        let (mut host, mut is_navigation) = (None, None);
        // Once through all of them costs less than to look for each.
        for (name, value) in headers {
            if *name == header::COOKIE {
                are_split |= cookies.replace(value).is_some();
            } else if *name == header::ACCEPT_LANGUAGE {
                accept_language.get_or_insert(value);
            } else if *name == header::HOST {
                host.get_or_insert(value);
            } else if *name == SEC_GPC && value == "1" {
                gpc = Gpc::ON;
            } else if *name == SEC_FETCH_DEST {
                is_navigation = Some(matches!(
                    value.as_bytes(),
                    b"document" | b"iframe" | b"frame"
                ));
            }
        }
        // Not `Arc::new`, which copies it from where it was just written: a copy for which the processor has to wait.
        let request = Arc::new_cyclic(|_| Request {
            guard: self.clone(),
            method: method.clone(),
            host: uri.authority().cloned(),
            host_field: cookies.and(host).cloned(),
            is_navigation,
            path: uri.path_and_query().cloned(),
            // One is shared with the request.
            cookies: if are_split {
                Some(joined(headers))
            } else {
                cookies.cloned()
            },
            gpc,
            now: OnceLock::new(),
            consent: OnceLock::new(),
            accept_language: accept_language.cloned(),
            is_asked: AtomicBool::new(false),
            is_signal_asked: AtomicBool::new(false),
            is_language_asked: AtomicBool::new(false),
        });
        Visitor { request }
    }

    /// The row that keeps the visitor's answer, in this deployment.
    pub(super) fn consent_row(&self) -> Option<&'static Declaration> {
        let policy = self.policy();
        policy.consent_row().filter(|row| row.is_on(policy.config))
    }
}

/// The `Cookie` fields of a request as one: HTTP/2 and HTTP/3 may split them (RFC 9113 section 8.2.3).
fn joined(headers: &HeaderMap) -> HeaderValue {
    let fields: Vec<_> = headers
        .get_all(header::COOKIE)
        .iter()
        .map(HeaderValue::as_bytes)
        .collect();
    HeaderValue::try_from(fields.join(&b"; "[..])).expect("it is made of header values")
}

impl<K: Categories> Visitor<K> {
    /// What the visitor agreed to.
    pub fn consent(&self) -> &Consent<K> {
        self.ask();
        self.answer()
    }

    /// The cookies that the request brought, those included that are [hidden](Guard::hide_denied) from the application.
    pub fn cookies(&self) -> RequestCookies<'_> {
        self.ask();
        self.request_cookies()
    }

    /// Whether the visitor has to be asked, and why.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        self.consent().needs_prompt()
    }

    /// The time of the request in seconds since 1970, for [`Consent::decide`]: the clock is read once.
    pub fn now(&self) -> u64 {
        *self.request.now.get_or_init(|| (self.settings().clock)())
    }

    /// The links for the `head` of the site's own layout: stylesheet and script.
    pub fn head(&self) -> String {
        self.guard().head_for(self.consent())
    }

    /// The banner for the site's own layout; nothing when there is nothing to ask.
    pub fn banner(&self) -> String {
        self.preferences().banner()
    }

    /// Banner, form and summary for this visitor, who comes back to this page.
    pub fn preferences(&self) -> Preferences<'_> {
        let path = self.request.path.as_ref().map_or("/", PathAndQuery::as_str);
        let settings = self.settings();
        let preferences = self
            .guard()
            .policy()
            .preferences_in(Some(self.language()), self.consent());
        let mut preferences: Preferences<'_> =
            preferences.address(&settings.address).look(&*settings.look);
        if let Some(language) = self.asked_language() {
            preferences = preferences.asking_for(language);
        }
        preferences.return_to(super::answer::return_address(path).unwrap_or("/"))
    }

    /// The cookies for a response in which the visitor decides: the answer, and the removals of what is denied.
    ///
    /// # Errors
    /// When the table has no row of type `Consent`, or nothing was decided.
    pub fn decide(&self, consent: &Consent<K>) -> Result<Vec<SetCookie>, SetError> {
        let policy = self.guard().policy();
        let row = policy.consent_row().ok_or(SetError::NoConsentRow)?;
        let answer = consent
            .value(policy, self.request_cookies())
            .ok_or(SetError::Undecided)?;
        let mut cookies = alloc::vec![SetCookie::set(
            row,
            policy.config,
            row.name().into(),
            &answer,
            None
        )?];
        let consent = consent.with_gpc(self.gpc());
        let others = self.other_answers(row);
        let names = self.request_cookies().names();
        let withdrawal = policy.remove(others, names, &self.hosts(), 0, |category| {
            !consent.allows(category)
        });
        if let Some((name, error)) = withdrawal.failed.first() {
            let (name, count) = (Quoted(name), withdrawal.failed.len());
            tracing::warn!(target: "cookie_decl", "{name} and {} others cannot be removed: {error}", count - 1);
        }
        cookies.extend(withdrawal.removals);
        Ok(cookies)
    }

    /// The removals of answers that are kept anywhere but where the row is now, if the request has one.
    fn other_answers(&self, row: &Declaration) -> Vec<SetCookie> {
        let policy = self.guard().policy();
        let Some(attributes) = policy.attributes(row) else {
            return Vec::new();
        };
        let is_double = self
            .request_cookies()
            .all_bytes(row.name())
            .nth(1)
            .is_some();
        if !is_double && !self.answer().is_elsewhere() {
            return Vec::new();
        }
        let parents = self.hosts().into_iter().flat_map(withdraw::parents);
        let mut domains: Vec<_> = parents
            .chain(attributes.domain().map(String::from))
            .map(Some)
            .collect();
        domains.push(None);
        domains.sort();
        domains.dedup();
        let directories = self
            .path()
            .match_indices('/')
            .skip(1)
            .take(2)
            .map(|(end, _)| &self.path()[..end]);
        let paths = core::iter::once("/").chain(directories);
        let scopes = paths.flat_map(|path| domains.iter().map(move |domain| (path, domain)));
        let scopes = scopes.map(|(path, domain)| {
            attributes
                .with_domain(domain.clone())
                .with_path(path.into())
        });
        // The partitioned twin, or the one that is not.
        let twin = attributes.with_partitioned(!attributes.partitioned());
        let scopes = scopes
            .chain([twin])
            .filter(|scope| !scope.is_same_scope(&attributes));
        let removals =
            scopes.filter_map(|scope| SetCookie::removal_with(scope, row.name().into()).ok());
        removals.take(MOST_OTHERS).collect()
    }

    /// The answer, without noting that the response depends on it.
    pub(super) fn answer(&self) -> &Consent<K> {
        self.request.consent.get_or_init(|| {
            self.guard()
                .policy()
                .consent(self.request_cookies(), self.gpc(), self.now())
        })
    }

    /// The answer, if somebody needed it.
    pub(super) fn known_answer(&self) -> Option<&Consent<K>> {
        self.request.consent.get()
    }

    /// The hosts that the request may be for: the one that it names, and that of the table, which a proxy hides.
    pub(super) fn hosts(&self) -> [&str; 2] {
        let field = || self.request.host_field.as_ref()?.to_str().ok();
        let named = self.host().map(Authority::as_str).or_else(field);
        [named, self.settings().table.site()]
            .map(|host| host.map(withdraw::host_of).unwrap_or_default())
    }

    pub(super) fn is_navigation(&self) -> Option<bool> {
        self.request.is_navigation
    }

    pub(super) fn is_asked(&self) -> bool {
        self.request.is_asked.load(Ordering::Relaxed)
    }

    pub(super) fn is_signal_asked(&self) -> bool {
        self.request.is_signal_asked.load(Ordering::Relaxed)
    }

    pub(super) fn is_language_asked(&self) -> bool {
        self.request.is_language_asked.load(Ordering::Relaxed)
    }

    /// From now on the response depends on the visitor's signal.
    pub(super) fn ask_signal(&self) {
        self.request.is_signal_asked.store(true, Ordering::Relaxed);
    }

    pub(super) fn request_cookies(&self) -> RequestCookies<'_> {
        let cookies = self.request.cookies.as_ref();
        RequestCookies::from_header_bytes(cookies.map_or(&[], HeaderValue::as_bytes))
    }

    pub(super) fn gpc(&self) -> Gpc {
        self.request.gpc
    }

    pub(super) fn host(&self) -> Option<&Authority> {
        self.request.host.as_ref()
    }

    pub(super) fn path(&self) -> &str {
        self.request.path.as_ref().map_or("", PathAndQuery::path)
    }

    pub(super) fn query(&self) -> &str {
        self.request
            .path
            .as_ref()
            .and_then(PathAndQuery::query)
            .unwrap_or_default()
    }

    pub(super) fn route(&self) -> String {
        format!("{} {}", self.request.method, self.path())
    }

    pub(super) fn settings(&self) -> &Settings<K> {
        &self.request.guard.settings
    }

    pub(super) fn guard(&self) -> &Guard<K> {
        &self.request.guard
    }

    pub(super) fn accept_language(&self) -> &str {
        let field = self.request.accept_language.as_ref();
        field
            .and_then(|field| field.to_str().ok())
            .unwrap_or_default()
    }

    /// From now on the response depends on the languages that the browser accepts.
    pub(super) fn ask_language(&self) {
        self.request
            .is_language_asked
            .store(true, Ordering::Relaxed);
    }

    /// From now on the response depends on the answer.
    pub(super) fn ask(&self) {
        self.request.is_asked.store(true, Ordering::Relaxed);
    }
}

impl<K> Clone for Visitor<K> {
    fn clone(&self) -> Self {
        Self {
            request: Arc::clone(&self.request),
        }
    }
}

impl<K: Categories> fmt::Debug for Visitor<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Visitor");
        out.field("route", &self.route())
            .field("consent", self.answer())
            .field("cookies", &self.request_cookies())
            .finish()
    }
}
