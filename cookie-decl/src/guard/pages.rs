//! The pages: the policy, the form, what it is answered with, stylesheet and script.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use std::sync::LazyLock;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Response, StatusCode};

use super::answer::{is_form, return_address};
use super::{Guard, Visitor};
use crate::preferences::choices::{is_asked, is_shown};
use crate::preferences::{Frame, Html, query};
use crate::{Categories, CategoryInfo, Consent, Declaration, SetBy, SetCookie, Storage};
use cookie_decl_core::fnv::fnv;

/// What is the same for everybody, addressed by its content: a page that links it gets what it was made for.
struct Asset {
    content_type: &'static str,
    body: &'static str,
    /// Of the body. It need not be the same in another build.
    hash: String,
}

static STYLE: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("text/css; charset=utf-8", include_str!("style.css")));
/// `script.js` without what only its readers need. A test of the browser's suite makes it.
static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "text/javascript; charset=utf-8",
        include_str!("script.min.js").trim_end(),
    )
});

/// The pages below the address.
pub(super) const PAGES: [&str; 5] = ["/", "/preferences", "/choice", "/style.css", "/script.js"];

/// What the script needs to know of an answer.
#[derive(serde::Serialize)]
struct State<'a> {
    granted: Vec<&'static str>,
    /// What the page says from now on: the place, an attribute `data-cookie-…`, and the text.
    say: Vec<(String, &'a str)>,
    /// What only scripts can remove, or not the server alone: the storage as scripts call it, or `cookie`, and a regular
    /// expression of the name.
    remove: Vec<(&'static str, String)>,
    /// The answer that this is about, so that it is known again.
    mark: String,
    /// Whether the visitor has to be asked.
    open: bool,
}

impl<K: Categories> Guard<K> {
    /// Whether a request is for one of the pages.
    pub fn is_page(&self, path: &str) -> bool {
        self.below(path)
            .is_some_and(|page| page.is_empty() || PAGES.contains(&page))
    }

    /// The response to a request for one of the pages; 404 for every other one.
    ///
    /// `body` is that of a `POST`, of which more than 16 KiB need not be read.
    pub fn respond(
        &self,
        visitor: &Visitor<K>,
        method: &Method,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Response<String> {
        let is_read = matches!(*method, Method::GET | Method::HEAD);
        let mut response = match (self.below(visitor.path()), is_read) {
            (Some("" | "/"), true) => self.policy_page(visitor),
            (Some("/preferences"), true) if self.can_choose() => self.form_page(visitor, headers),
            (Some("/preferences"), false) if *method == Method::POST => {
                self.answer(visitor, headers, body)
            }
            (Some("/choice"), true) => unlisted(self.state(visitor, visitor.consent(), Vec::new())),
            (Some("/style.css"), true) => STYLE.respond(visitor.query(), headers),
            (Some("/script.js"), true) => SCRIPT.respond(visitor.query(), headers),
            (Some("/preferences"), false) => not_allowed("GET, HEAD, POST"),
            (Some("" | "/" | "/choice" | "/style.css" | "/script.js"), false) => {
                not_allowed("GET, HEAD")
            }
            _ => status(StatusCode::NOT_FOUND),
        };
        visitor.keep_private(response.headers_mut());
        response
    }

    /// Whether the body of a request is read, which costs: only that of a form.
    #[cfg(feature = "tower")]
    pub(super) fn reads_body(&self, visitor: &Visitor<K>, method: &Method) -> bool {
        *method == Method::POST && self.below(visitor.path()) == Some("/preferences")
    }

    /// The response to a form that was not read: because it is too long, or because it broke off.
    #[cfg(feature = "tower")]
    pub(super) fn refuse_body(is_too_long: bool) -> Response<String> {
        status(if is_too_long {
            StatusCode::PAYLOAD_TOO_LARGE
        } else {
            StatusCode::BAD_REQUEST
        })
    }

    /// The path below the address of the pages.
    fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(&*self.settings.address)
            .filter(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    fn policy_page(&self, visitor: &Visitor<K>) -> Response<String> {
        let preferences = visitor.preferences().heading_level(3);
        let choices = preferences.choices();
        let (policy, form) = (choices.policy.clone(), choices.action.clone());
        let preferences = preferences.return_to(policy);
        let mut page = self.policy().page().language(visitor.language());
        // Without anything to choose there is no form to link to.
        if self.can_choose() {
            page = page.settings(form).summary(preferences.summary());
        }
        if let Some(options) = &self.settings.page {
            page = options(page);
        }
        let (language, title) = page.title();
        self.framed(visitor, language, &title, &page.html_fragment())
    }

    fn form_page(&self, visitor: &Visitor<K>, headers: &HeaderMap) -> Response<String> {
        let query = visitor.query();
        let (mut return_to, mut saved) = (None, None);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "return" => return_to = return_address(&value).map(String::from),
                "saved" => saved = Some(value),
                _ => {}
            }
        }
        // Browsers do not say whether they keep a cookie: it comes back or it does not.
        let came_back = saved.and_then(|mark| self.came_back(&mark, visitor.consent()));
        if let (Some(true), Some(return_to)) = (came_back, &return_to) {
            return see_other(return_to);
        }
        let preferences = visitor
            .preferences()
            .return_to(return_to.unwrap_or_default())
            .heading_level(1);
        let preferences = preferences
            .saved(came_back == Some(true))
            .failed(came_back == Some(false));
        let choices = preferences.choices();
        let page = |content: &str| {
            let title = choices.texts.settings;
            unlisted(self.framed(visitor, choices.built_in_language, title, content))
        };
        // In a frame of another site browsers keep no answer. It is said, and there is nothing to be clicked unawares.
        if choices.has_failed && is_for_a_frame(headers) {
            let mut html = Html::new(1);
            self.settings.look.message(&mut html, choices);
            return page(&html.finish());
        }
        unframed(page(&preferences.form()))
    }

    fn framed(
        &self,
        visitor: &Visitor<K>,
        language: &str,
        title: &str,
        content: &str,
    ) -> Response<String> {
        let mut html = Html::new(1);
        let mut head = Html::new(1);
        head.trusted(&visitor.head());
        if let Some(address) = &self.settings.stylesheet {
            head.void("link", &[("rel", "stylesheet"), ("href", address)]);
        }
        let head = head.finish();
        let languages = visitor.language_links(visitor.language());
        let frame = Frame {
            language,
            title,
            head: &head,
            content,
            languages: &languages,
        };
        self.settings.look.document(&mut html, &frame);
        private("text/html; charset=utf-8", html.finish())
    }

    fn answer(&self, visitor: &Visitor<K>, headers: &HeaderMap, body: &[u8]) -> Response<String> {
        if !self.can_choose() {
            return status(StatusCode::NOT_FOUND);
        }
        visitor.ask();
        if !self.is_from_here(visitor.host(), headers) {
            let reason = "a choice is taken from pages of this site only: neither `Sec-Fetch-Site` nor `Origin` says so";
            tracing::debug!(target: "cookie_decl", "{reason}");
            return explained(StatusCode::FORBIDDEN, reason);
        }
        if !is_form(headers) {
            return status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        if body.len() > super::answer::LONGEST_FORM {
            return status(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let Some(answer) = self.read_answer(body, visitor.now()) else {
            return status(StatusCode::BAD_REQUEST);
        };
        let consent = answer.consent.with_gpc(visitor.gpc());
        let cookies = match visitor.decide(&consent) {
            Ok(cookies) => cookies,
            Err(error) => {
                tracing::error!(target: "cookie_decl", "the answer cannot be kept: {error}");
                return status(StatusCode::INTERNAL_SERVER_ERROR);
            }
        };
        if headers
            .get(header::ACCEPT)
            .is_some_and(|accept| accept == "application/json")
        {
            return decided(self.state(visitor, &consent, cookies));
        }
        // By way of the form, which sees whether the answer comes back. To the form itself there is no other way.
        let is_form = |path: &String| {
            self.below(path.split('?').next().unwrap_or_default()) == Some("/preferences")
        };
        let return_to = answer
            .return_to
            .filter(|path| !is_form(path))
            .unwrap_or_default();
        let (address, saved, back) = (
            &self.settings.address,
            self.mark(&consent),
            query("&", &return_to),
        );
        let language = visitor
            .asked_language()
            .map(|tag| format!("&language={tag}"))
            .unwrap_or_default();
        let response = see_other(&format!(
            "{address}/preferences?saved={saved}{back}{language}"
        ));
        decided(with_cookies(response, cookies))
    }

    /// The state of things for the script.
    fn state(
        &self,
        visitor: &Visitor<K>,
        consent: &Consent<K>,
        cookies: Vec<SetCookie>,
    ) -> Response<String> {
        let preferences = self
            .policy()
            .preferences_in(Some(visitor.language()), consent);
        let choices = preferences.choices();
        let statuses = choices
            .categories
            .iter()
            .map(|choice| (format!("status={}", choice.name), choice.status));
        let decided = choices.decided.as_deref().unwrap_or_default();
        let others = [("decided", decided), ("message", choices.texts.saved)].into_iter();
        let state = State {
            granted: self.granted(consent),
            say: statuses
                .chain(others.map(|(place, text)| (place.to_string(), text)))
                .collect(),
            remove: self.left_to_scripts(consent),
            mark: self.mark(consent),
            open: choices.is_open,
        };
        let json = serde_json::to_string(&state).expect("texts are JSON");
        with_cookies(private("application/json", json), cookies)
    }

    /// The categories of what may start.
    fn granted(&self, consent: &Consent<K>) -> Vec<&'static str> {
        let policy = self.policy();
        let categories = K::ALL.iter().zip(policy.categories());
        let allowed = categories
            .filter(|(category, _)| is_shown(policy, **category) && consent.allows(**category));
        allowed.map(|(_, info)| info.name()).collect()
    }

    /// What is denied and kept where no server can remove it, or not surely; see [`State::remove`].
    fn left_to_scripts(&self, consent: &Consent<K>) -> Vec<(&'static str, String)> {
        let policy = self.policy();
        let is_allowed = |row: &Declaration| consent.allows(row.category_in());
        let denied = policy.rows.iter().filter(|row| !is_allowed(row));
        let named = denied.filter_map(|row| {
            let storage = match row.storage() {
                // Nobody says with which scope: a script sees more of it than a request does.
                Storage::Cookie if self.is_seen_by_scripts(row) => "cookie",
                Storage::LocalStorage => "localStorage",
                Storage::SessionStorage => "sessionStorage",
                Storage::IndexedDb => "indexedDB",
                _ => return None,
            };
            // What an allowed category declares as exactly is not the denied one's, as where the server removes.
            let others = policy
                .rows
                .iter()
                .filter(|other| other.storage() == row.storage() && is_allowed(other));
            let exact =
                others.filter(|other| other.pattern().is_none() && other.is_on(policy.config));
            let kept: Vec<_> = exact
                .map(Declaration::name)
                .filter(|name| row.matches(name))
                .collect();
            match row.pattern() {
                Some(pattern) => Some((storage, regular_expression(&pattern.literals(), &kept))),
                None if kept.is_empty() => Some((storage, regular_expression(&[row.name()], &[]))),
                None => None,
            }
        });
        named.collect()
    }

    /// Whether a cookie is set by a script, or by what else there is on the site, and not hidden from scripts.
    fn is_seen_by_scripts(&self, row: &Declaration) -> bool {
        let is_set = matches!(row.set_by(), SetBy::Script | SetBy::Other);
        is_set
            && !self
                .policy()
                .attributes(row)
                .is_some_and(|attributes| attributes.http_only())
    }

    /// Whether there is something to choose, and a row that remembers it.
    fn can_choose(&self) -> bool {
        let policy = self.policy();
        self.consent_row().is_some() && K::ALL.iter().any(|category| is_asked(policy, *category))
    }

    /// The links for the `head` of a page that is the same for every visitor: the script asks for the answer itself.
    ///
    /// A `Content-Security-Policy` of `default-src 'self'` lets all of it in. One that lists `trusted-types` has to name
    /// `cookie-decl`. What the script does, and what it tells other scripts, is in
    /// [`preferences::script`](crate::preferences::script).
    pub fn head(&self) -> String {
        self.links(None, "")
    }

    /// The same for a page whose `Content-Security-Policy` names scripts by a nonce: the script then starts only what has
    /// the same one, `<script type="text/plain" data-cookie-category="Statistics" nonce="..">`, and nothing that was
    /// injected into the page.
    pub fn head_with_nonce(&self, nonce: &str) -> String {
        self.links(None, nonce)
    }

    pub(super) fn head_for(&self, consent: &Consent<K>) -> String {
        self.links(Some(consent), "")
    }

    fn links(&self, consent: Option<&Consent<K>>, nonce: &str) -> String {
        let address = &*self.settings.address;
        let mut html = Html::new(1);
        let style = format!("{address}/style.css?{}", STYLE.hash);
        html.void(
            "link",
            &[("rel", "stylesheet"), ("href", &style), ("nonce", nonce)],
        );
        let script = format!("{address}/script.js?{}", SCRIPT.hash);
        let categories: Vec<_> = self
            .settings
            .table
            .categories()
            .iter()
            .map(CategoryInfo::name)
            .collect();
        let granted = consent
            .map(|consent| self.granted(consent).join(" "))
            .map(|names| {
                // A blank where nothing is granted: an empty attribute is left out.
                if names.is_empty() {
                    String::from(" ")
                } else {
                    names
                }
            });
        let attributes = [
            ("src", &*script),
            ("defer", "defer"),
            ("nonce", nonce),
            ("data-categories", &categories.join(" ")),
            ("data-granted", &granted.unwrap_or_default()),
            (
                "data-mark",
                &consent
                    .map(|consent| self.mark(consent))
                    .unwrap_or_default(),
            ),
        ];
        html.element("script", &attributes, |_| {});
        html.finish()
    }
}

impl<K: Categories> Visitor<K> {
    /// The links for the `head` of the site's own layout, where its `Content-Security-Policy` names scripts by a nonce; see
    /// [`Guard::head_with_nonce`].
    pub fn head_with_nonce(&self, nonce: &str) -> String {
        self.guard().links(Some(self.consent()), nonce)
    }
}

impl Asset {
    fn new(content_type: &'static str, body: &'static str) -> Self {
        Self {
            content_type,
            body,
            hash: format!("{:016x}", fnv(body.bytes())),
        }
    }

    fn respond(&self, query: &str, headers: &HeaderMap) -> Response<String> {
        let tag = format!("\"{}\"", self.hash);
        let is_known = headers
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .any(|field| names_tag(field.as_bytes(), &tag));
        let mut response = if is_known {
            let mut response = Response::new(String::new());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response
        } else {
            typed(self.content_type, self.body.to_string())
        };
        // Under its own hash it never changes. Under another one, of a release before or after this one, it will.
        let is_this = query == self.hash;
        let cache = if is_this {
            "public, max-age=31536000, immutable"
        } else {
            "public, no-cache"
        };
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        // It is hexadecimal.
        if let Ok(tag) = HeaderValue::try_from(tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// Whether an `If-None-Match` field names an entity tag, weakly compared (RFC 9110 section 13.1.2).
fn names_tag(field: &[u8], tag: &str) -> bool {
    if field.trim_ascii() == b"*" {
        return true;
    }
    // A tag may have a comma in it, and no quote: every second part is one.
    field
        .split(|byte| *byte == b'"')
        .skip(1)
        .step_by(2)
        .any(|part| part == tag.trim_matches('"').as_bytes())
}

/// What scripts find a name with, of which these parts stand around the holes, and which is none of the `kept`.
fn regular_expression(parts: &[&str], kept: &[&str]) -> String {
    let mut expression = String::from("^");
    for name in kept {
        expression.extend(["(?!", &escaped(name), "$)"]);
    }
    let parts: Vec<_> = parts.iter().map(|part| escaped(part)).collect();
    // A hole is never empty.
    expression.push_str(&parts.join("[^]+"));
    expression.push('$');
    expression
}

/// A text as a regular expression.
fn escaped(text: &str) -> String {
    let mut expression = String::new();
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            expression.push('\\');
        }
        expression.push(character);
    }
    expression
}

fn with_cookies(mut response: Response<String>, cookies: Vec<SetCookie>) -> Response<String> {
    for cookie in cookies {
        response
            .headers_mut()
            .append(header::SET_COOKIE, cookie.into());
    }
    response
}

/// What is for this visitor alone.
fn private(content_type: &'static str, body: String) -> Response<String> {
    let mut response = typed(content_type, body);
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // Under `no-referrer` browsers post the form with `Origin: null`, and the choice would be refused.
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    response
}

/// To a path of this site, which is printable ASCII.
fn see_other(path: &str) -> Response<String> {
    let mut response = private("text/plain; charset=utf-8", String::new());
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(location) = HeaderValue::try_from(path) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// A response to a choice: pages that the browser fetched in advance show the earlier answer (Clear Site Data, section 3.1).
fn decided(mut response: Response<String>) -> Response<String> {
    let ahead = HeaderValue::from_static("\"prefetchCache\", \"prerenderCache\"");
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), ahead);
    unlisted(unframed(response))
}

/// What no search engine lists.
fn unlisted(mut response: Response<String>) -> Response<String> {
    let name = HeaderName::from_static("x-robots-tag");
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static("noindex"));
    response
}

/// What no other site shows in a frame, where a click could be meant for something else.
fn unframed(mut response: Response<String>) -> Response<String> {
    let policy = HeaderValue::from_static("frame-ancestors 'self'");
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Whether the browser says that it will show the response inside of another page (W3C Fetch Metadata).
fn is_for_a_frame(headers: &HeaderMap) -> bool {
    headers
        .get("sec-fetch-dest")
        .is_some_and(|destination| destination == "iframe" || destination == "frame")
}

fn status(code: StatusCode) -> Response<String> {
    explained(code, &code.to_string())
}

fn explained(code: StatusCode, reason: &str) -> Response<String> {
    let mut response = typed("text/plain; charset=utf-8", String::from(reason));
    *response.status_mut() = code;
    response
}

fn not_allowed(allowed: &'static str) -> Response<String> {
    let mut response = status(StatusCode::METHOD_NOT_ALLOWED);
    response
        .headers_mut()
        .insert(header::ALLOW, HeaderValue::from_static(allowed));
    response
}

fn typed(content_type: &'static str, body: String) -> Response<String> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    response
}
