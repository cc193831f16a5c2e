//! One request: the facts about the visitor, and which of them the response depends on.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::OnceLock;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::uri::{Authority, PathAndQuery};
use http::{Method, Uri};

use crate::consent::any::AnyConsent;
use crate::consent::gpc::Gpc;
use crate::consent::withdraw::host_of;
use crate::guard::settings::Settings;
use crate::wire::request::RequestCookies;

static SEC_GPC: HeaderName = HeaderName::from_static("sec-gpc");
static SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

pub(super) struct Request {
    pub(super) settings: Arc<Settings>,
    method: Method,
    host: Option<Authority>,
    /// The `Host` field, if there are cookies.
    host_field: Option<HeaderValue>,
    /// Whether the browser says that the response is a page (W3C Fetch Metadata).
    is_navigation: Option<bool>,
    path: Option<PathAndQuery>,
    /// The `Cookie` fields, joined.
    cookies: Option<HeaderValue>,
    gpc: Gpc,
    /// They are read on demand, like the consent, because most responses need neither.
    now: OnceLock<u64>,
    consent: OnceLock<AnyConsent>,
    accept_language: Option<HeaderValue>,
    /// All fields, if the site reads them for its log.
    headers: Option<Box<HeaderMap>>,
    /// The nonce of the response's `Content-Security-Policy`, if the handler has one.
    nonce: OnceLock<Box<str>>,
    varies_on_consent: AtomicBool,
    varies_on_signal: AtomicBool,
    varies_on_language: AtomicBool,
}

impl Request {
    pub(super) fn new(
        settings: &Arc<Settings>,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Self {
        let (mut cookies, mut are_split, mut accept_language, mut gpc) =
            (None, false, None, Gpc::OFF);
        let (mut host, mut is_navigation) = (None, None);
        // One pass over all fields is faster than looking up each one.
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
        Self {
            settings: Arc::clone(settings),
            method: method.clone(),
            host: uri.authority().cloned(),
            host_field: cookies.and(host).cloned(),
            is_navigation,
            path: uri.path_and_query().cloned(),
            // A single field shares the memory of the request.
            cookies: if are_split {
                Some(joined(headers))
            } else {
                cookies.cloned()
            },
            gpc,
            now: OnceLock::new(),
            consent: OnceLock::new(),
            accept_language: accept_language.cloned(),
            headers: settings
                .recording
                .note
                .as_ref()
                .map(|_| Box::new(headers.clone())),
            nonce: OnceLock::new(),
            varies_on_consent: AtomicBool::new(false),
            varies_on_signal: AtomicBool::new(false),
            varies_on_language: AtomicBool::new(false),
        }
    }

    /// The same request after a decision.
    pub(super) fn after(&self, consent: AnyConsent) -> Self {
        Self {
            settings: Arc::clone(&self.settings),
            method: self.method.clone(),
            host: self.host.clone(),
            host_field: self.host_field.clone(),
            is_navigation: self.is_navigation,
            path: self.path.clone(),
            cookies: self.cookies.clone(),
            gpc: self.gpc,
            now: self.now.clone(),
            consent: OnceLock::from(consent),
            accept_language: self.accept_language.clone(),
            headers: self.headers.clone(),
            nonce: self.nonce.clone(),
            varies_on_consent: AtomicBool::new(true),
            varies_on_signal: AtomicBool::new(self.varies_on_signal()),
            varies_on_language: AtomicBool::new(self.varies_on_language()),
        }
    }

    /// The time of the request in seconds since 1970.
    pub(super) fn now(&self) -> u64 {
        *self.now.get_or_init(|| (self.settings.clock)())
    }

    /// Reads the consent without marking the response as depending on it.
    pub(super) fn consent_untracked(&self) -> &AnyConsent {
        self.consent.get_or_init(|| {
            let read = self.settings.read_consent.as_deref();
            match read.and_then(|read| read(self.cookies())) {
                Some(consent) => consent.with_gpc(self.gpc()),
                None => AnyConsent::read(
                    self.settings.question,
                    self.settings.config(),
                    self.cookies(),
                    self.gpc(),
                    self.now(),
                ),
            }
        })
    }

    /// The consent, if it has been read.
    pub(super) fn known_consent(&self) -> Option<&AnyConsent> {
        self.consent.get()
    }

    /// The hosts that the request may be for: that of the request, which may be a proxy's, and that
    /// of the table.
    pub(super) fn hosts(&self) -> [&str; 2] {
        let field = || self.host_field.as_ref()?.to_str().ok();
        let named = self.host().map(Authority::as_str).or_else(field);
        [named, self.settings.table.site()].map(|host| host.map(host_of).unwrap_or_default())
    }

    pub(super) fn is_navigation(&self) -> Option<bool> {
        self.is_navigation
    }

    /// Whether the request may be for a page that the visitor opens.
    pub(super) fn may_be_page(&self) -> bool {
        self.method == Method::GET && self.is_navigation != Some(false)
    }

    pub(super) fn is_head(&self) -> bool {
        self.method == Method::HEAD
    }

    /// All fields, if the site reads them for its log.
    pub(super) fn headers(&self) -> Option<&HeaderMap> {
        self.headers.as_deref()
    }

    pub(super) fn varies_on_consent(&self) -> bool {
        self.varies_on_consent.load(Ordering::Relaxed)
    }

    pub(super) fn varies_on_signal(&self) -> bool {
        self.varies_on_signal.load(Ordering::Relaxed)
    }

    pub(super) fn varies_on_language(&self) -> bool {
        self.varies_on_language.load(Ordering::Relaxed)
    }

    /// Marks the response as depending on the consent.
    pub(super) fn vary_on_consent(&self) {
        self.varies_on_consent.store(true, Ordering::Relaxed);
    }

    /// Marks the response as depending on the visitor's signal.
    pub(super) fn vary_on_signal(&self) {
        self.varies_on_signal.store(true, Ordering::Relaxed);
    }

    /// Marks the response as depending on the languages that the browser accepts.
    pub(super) fn vary_on_language(&self) {
        self.varies_on_language.store(true, Ordering::Relaxed);
    }

    /// The nonce that the handler uses.
    pub(super) fn nonce(&self) -> Option<&str> {
        self.nonce.get().map(|nonce| &**nonce)
    }

    /// Keeps the nonce of the handler for the `Content-Security-Policy`, if it is base64.
    pub(super) fn use_nonce(&self, nonce: &str) {
        let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte);
        if !nonce.is_empty() && nonce.bytes().all(is_base64) {
            self.nonce.get_or_init(|| nonce.into());
        }
    }

    pub(super) fn cookies(&self) -> RequestCookies<'_> {
        let cookies = self.cookies.as_ref();
        RequestCookies::from_header(cookies.map_or(&[][..], HeaderValue::as_bytes))
    }

    pub(super) fn gpc(&self) -> Gpc {
        self.gpc
    }

    pub(super) fn host(&self) -> Option<&Authority> {
        self.host.as_ref()
    }

    pub(super) fn path(&self) -> &str {
        self.path.as_ref().map_or("", PathAndQuery::path)
    }

    pub(super) fn path_and_query(&self) -> &str {
        self.path.as_ref().map_or("/", PathAndQuery::as_str)
    }

    pub(super) fn query(&self) -> &str {
        let path = self.path.as_ref();
        path.and_then(PathAndQuery::query).unwrap_or_default()
    }

    /// The last parameter of this name in the query.
    pub(super) fn parameter(&self, name: &str) -> Option<Cow<'_, str>> {
        let pairs = form_urlencoded::parse(self.query().as_bytes());
        pairs
            .filter(|(other, _)| other == name)
            .last()
            .map(|(_, value)| value)
    }

    /// Method and path, such as `GET /basket`.
    pub(super) fn route(&self) -> String {
        format!("{} {}", self.method, self.path())
    }

    pub(super) fn accept_language(&self) -> &str {
        let field = self.accept_language.as_ref();
        field
            .and_then(|field| field.to_str().ok())
            .unwrap_or_default()
    }
}

/// Returns the `Cookie` fields of a request as one field. HTTP/2 and HTTP/3 may split them (RFC
/// 9113 section 8.2.3).
fn joined(headers: &HeaderMap) -> HeaderValue {
    let fields: Vec<_> = headers
        .get_all(header::COOKIE)
        .iter()
        .map(HeaderValue::as_bytes)
        .collect();
    HeaderValue::try_from(fields.join(&b"; "[..])).expect("it consists of header values")
}
