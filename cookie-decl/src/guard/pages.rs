//! The pages: the policy, the form, and what is responded to a choice.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{self, HeaderMap};
use http::{Method, Response, StatusCode};

use crate::guard::addresses::{PAGES, is_page, return_address};
use crate::guard::answer_json::answer_json;
use crate::guard::any_visitor::AnyVisitor;
use crate::guard::caches::keep_private;
use crate::guard::gpc;
use crate::guard::language;
use crate::guard::links::{SCRIPT, STYLE};
use crate::guard::mark::{came_back, mark};
use crate::guard::page_response::{
    finish_choice, not_allowed, private, see_other, unframed, unlisted, with_cookies,
};
use crate::guard::post::{self, LONGEST_FORM};
use crate::guard::record::{self, AnyDecided};
use crate::guard::security_header;
use crate::guard::settings::Settings;
use crate::guard::table_module::module;
use crate::html::Html;
use crate::preferences::choices::Choices;
use crate::preferences::element::Element;
use crate::preferences::frame::Frame;
use crate::preferences::pieces::{query, titles};
use crate::table::category::CategoryInfo;
use crate::table::language::Language;
use crate::wire::set_cookie::SetCookies;

/// The paths of all pages.
pub(super) fn paths(settings: &Settings) -> Vec<String> {
    let address = &*settings.address;
    let below = PAGES.map(|page| format!("{address}{page}"));
    let policy = (!address.is_empty()).then(|| String::from(address));
    let gpc = gpc::address(settings).map(String::from);
    below.into_iter().chain(policy).chain(gpc).collect()
}

/// Whether one of the pages has this path.
pub(super) fn serves(settings: &Settings, path: &str) -> bool {
    settings.below(path).is_some_and(is_page) || gpc::address(settings) == Some(path)
}

/// Responds to a request for one of the pages, and with 404 to any other.
pub(super) async fn respond(
    visitor: &AnyVisitor,
    method: &Method,
    headers: &HeaderMap,
    body: &[u8],
) -> Response<String> {
    let (settings, request) = (visitor.settings(), visitor.request());
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let mut response = match (settings.below(request.path()), is_read) {
        (Some("" | "/"), true) => policy_page(visitor),
        (Some("/preferences"), true) if settings.has_form() => form_page(visitor, headers),
        (Some("/preferences"), false) if *method == Method::POST => {
            post(visitor, headers, body).await
        }
        (Some("/choice"), true) => unlisted(answer_json(
            visitor,
            visitor.consent(),
            SetCookies::default(),
        )),
        (Some("/style.css"), true) => STYLE.respond(request.query(), headers),
        (Some("/script.js"), true) => SCRIPT.respond(request.query(), headers),
        (Some("/signals.js"), true) => match &settings.signals {
            Some(signals) => signals.script.respond(request.query(), headers),
            None => refuse(visitor, &Refusal::Missing),
        },
        (Some("/table.js"), true) => module(settings).respond(request.query(), headers),
        (Some("/preferences"), false) => not_allowed("GET, HEAD, POST"),
        (Some(page), false) if is_page(page) => not_allowed("GET, HEAD"),
        _ if gpc::address(settings) == Some(request.path()) => {
            if is_read {
                gpc::respond(settings)
            } else {
                not_allowed("GET, HEAD")
            }
        }
        _ => refuse(visitor, &Refusal::Missing),
    };
    // Beside that of `unframed`.
    security_header::append(request, None, response.headers_mut());
    keep_private(request, response.headers_mut());
    response
}

/// Whether the body of a request has to be read: only that of a form.
#[cfg(feature = "tower")]
pub(super) fn reads_body(visitor: &AnyVisitor, method: &Method) -> bool {
    let (settings, request) = (visitor.settings(), visitor.request());
    *method == Method::POST && settings.below(request.path()) == Some("/preferences")
}

/// Responds to a form whose body is too long, or did not arrive as a whole.
#[cfg(any(feature = "tower", feature = "actix", feature = "rocket"))]
pub(super) fn refuse_body(visitor: &AnyVisitor, is_too_long: bool) -> Response<String> {
    let refusal = if is_too_long {
        Refusal::TooLong
    } else {
        Refusal::Unreadable
    };
    let mut response = refuse(visitor, &refusal);
    keep_private(visitor.request(), response.headers_mut());
    response
}

/// Why a request gets a page that only says so.
enum Refusal {
    /// Nothing is at the address.
    Missing,
    /// The choice may come from another site.
    Foreign,
    /// The body is not from a form.
    NoForm,
    /// The form is longer than any that is sent here.
    TooLong,
    /// The form has no choice, or more than one.
    Unreadable,
    /// The answer cannot be kept.
    Internal,
}

/// Says in the visitor's language why a request is refused, and links to the pages.
fn refuse(visitor: &AnyVisitor, refusal: &Refusal) -> Response<String> {
    let language = Language::choose(visitor.settings().table, Some(visitor.language()));
    let texts = &language.texts.refusals;
    let (status, heading, reason) = match refusal {
        Refusal::Missing => (StatusCode::NOT_FOUND, texts.missing, texts.nowhere),
        Refusal::Foreign => (StatusCode::FORBIDDEN, texts.unsaved, texts.foreign),
        Refusal::NoForm => (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            texts.unsaved,
            texts.unreadable,
        ),
        Refusal::TooLong => (
            StatusCode::PAYLOAD_TOO_LARGE,
            texts.unsaved,
            texts.unreadable,
        ),
        Refusal::Unreadable => (StatusCode::BAD_REQUEST, texts.unsaved, texts.unreadable),
        Refusal::Internal => (
            StatusCode::INTERNAL_SERVER_ERROR,
            texts.unsaved,
            texts.internal,
        ),
    };
    // The address that was refused is no place to return to.
    let preferences = visitor.preferences().return_to("");
    let page = notice(visitor, preferences.choices(), heading, |html| {
        html.element("p", &[], |html| html.text(reason));
    });
    let mut response = unlisted(page);
    *response.status_mut() = status;
    response
}

/// Says in the visitor's language which consent a page needs, and links to the form. The form
/// returns to the page.
pub(super) fn needs_consent(visitor: &AnyVisitor, category: &CategoryInfo) -> String {
    let preferences = visitor.preferences();
    let choices = preferences.choices();
    let texts = choices.texts;
    let name = category.name();
    let page = notice(visitor, choices, texts.settings, |html| {
        titles(html, texts.needs, choices, |choice| choice.name == name);
    });
    page.into_body()
}

/// A page with a heading, a few words, and links to the pages of the guard.
fn notice(
    visitor: &AnyVisitor,
    choices: &Choices<'_>,
    heading: &str,
    words: impl FnOnce(&mut Html),
) -> Response<String> {
    let look = &*visitor.settings().look;
    let attributes = [
        ("class", look.class(Element::Form)),
        ("lang", choices.built_in_language),
        ("dir", choices.direction.as_str()),
    ];
    let mut html = Html::new(1);
    html.element("div", &attributes, |html| {
        html.heading(0, &[], heading);
        words(html);
        look.links(html, choices);
    });
    framed(visitor, choices.built_in_language, heading, &html.finish())
}

fn policy_page(visitor: &AnyVisitor) -> Response<String> {
    let settings = visitor.settings();
    let preferences = visitor.preferences().heading_level(3);
    let choices = preferences.choices();
    let (policy, form) = (choices.policy.clone(), choices.action.clone());
    let preferences = preferences.return_to(policy);
    let mut page = settings.policy_page().language(visitor.language());
    let preferences = preferences.saved(answer_came_back(visitor) == Some(true));
    // Without anything to choose there is no form to link to.
    if settings.has_form() {
        page = page.settings(form).summary(preferences.summary());
    }
    if let Some(options) = &settings.page {
        page = options(page);
    }
    let (language, title) = page.title();
    let title = with_message(preferences.choices(), &title);
    framed(visitor, language, &title, &page.html_fragment())
}

/// The title of a page, which a screen reader reads first.
fn with_message(choices: &Choices<'_>, title: &str) -> String {
    if choices.is_saved {
        format!("{} {title}", choices.texts.saved)
    } else {
        title.to_string()
    }
}

/// Whether the answer came back that the visitor has just given. Browsers do not report whether
/// they keep a cookie.
fn answer_came_back(visitor: &AnyVisitor) -> Option<bool> {
    let mark = visitor.request().parameter("saved")?;
    came_back(visitor.settings().config(), &mark, visitor.consent())
}

fn form_page(visitor: &AnyVisitor, headers: &HeaderMap) -> Response<String> {
    let settings = visitor.settings();
    let return_to = visitor.request().parameter("return");
    let return_to = return_to.and_then(|path| return_address(&path).map(String::from));
    let came_back = answer_came_back(visitor);
    if let (Some(true), Some(return_to)) = (came_back, &return_to) {
        return see_other(&confirming(visitor, return_to));
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
        let title = with_message(choices, choices.texts.settings);
        unlisted(framed(visitor, choices.built_in_language, &title, content))
    };
    // In a frame of another site browsers keep no answer. Show only the message, so that there is
    // nothing to click unawares.
    if choices.has_failed && is_for_a_frame(headers) {
        let mut html = Html::new(1);
        settings.look.message(&mut html, choices);
        return page(&html.finish());
    }
    unframed(page(&preferences.form()))
}

/// The address of a page to return to, where the visitor reads that the choice was saved: in the
/// summary of the policy page, or else where the layout prints the banner.
fn confirming(visitor: &AnyVisitor, return_to: &str) -> String {
    let settings = visitor.settings();
    let path = return_to.split('?').next().unwrap_or_default();
    if return_to.contains('#') {
        return_to.to_string()
    } else if matches!(settings.below(path), Some("" | "/")) {
        let join = if path == return_to { '?' } else { '&' };
        let mark = mark(settings.config(), visitor.consent());
        format!("{return_to}{join}saved={mark}#cookie-present")
    } else {
        format!("{return_to}#cookie-saved")
    }
}

fn framed(visitor: &AnyVisitor, language: &str, title: &str, content: &str) -> Response<String> {
    let settings = visitor.settings();
    let mut html = Html::new(1);
    let mut head = Html::new(1);
    head.trusted(&visitor.head());
    if let Some(address) = &settings.stylesheet {
        head.void("link", &[("rel", "stylesheet"), ("href", address)]);
    }
    let head = head.finish();
    let languages = language::links(visitor.request(), visitor.language());
    let typed = visitor.typed();
    let frame = Frame {
        language,
        title,
        head: &head,
        content,
        languages: &languages,
        visitor: &*typed,
    };
    settings.look.document(&mut html, &frame);
    private("text/html; charset=utf-8", html.finish())
}

/// Responds to a posted choice.
async fn post(visitor: &AnyVisitor, headers: &HeaderMap, body: &[u8]) -> Response<String> {
    let (settings, request) = (visitor.settings(), visitor.request());
    if !settings.has_form() {
        return refuse(visitor, &Refusal::Missing);
    }
    request.vary_on_consent();
    if !post::is_from_here(settings.table.site(), request.host(), headers) {
        tracing::debug!(
            target: "cookie_decl",
            "a choice is taken from pages of this site only: neither `Sec-Fetch-Site` nor `Origin` says so"
        );
        return refuse(visitor, &Refusal::Foreign);
    }
    if !post::is_form(headers) {
        return refuse(visitor, &Refusal::NoForm);
    }
    if body.len() > LONGEST_FORM {
        return refuse(visitor, &Refusal::TooLong);
    }
    let Some(choice) = post::read(body, request.consent_untracked(), visitor.now()) else {
        return refuse(visitor, &Refusal::Unreadable);
    };
    let consent = choice.consent.with_gpc(request.gpc());
    let decided = match record::decide(visitor, consent, choice.via).await {
        Ok(decided) => decided,
        Err(error) => {
            tracing::error!(target: "cookie_decl", "the answer cannot be kept: {error}");
            return refuse(visitor, &Refusal::Internal);
        }
    };
    if !decided.is_saved {
        let return_to = choice.return_to.unwrap_or_default();
        return finish_choice(unrecorded(visitor, decided, return_to));
    }
    let AnyDecided {
        consent, cookies, ..
    } = decided;
    if headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept == "application/json")
    {
        return finish_choice(answer_json(visitor, &consent, cookies));
    }
    // Redirect to the form, which finds out whether the answer comes back. Do not return from the
    // form to itself.
    let is_form = |path: &String| {
        settings.below(path.split('?').next().unwrap_or_default()) == Some("/preferences")
    };
    let return_to = choice
        .return_to
        .filter(|path| !is_form(path))
        .unwrap_or_default();
    let (address, saved, back) = (
        &settings.address,
        mark(settings.config(), &consent),
        query("&", &return_to),
    );
    let language = language::asked(request)
        .map(|tag| format!("&language={tag}"))
        .unwrap_or_default();
    let response = see_other(&format!(
        "{address}/preferences?saved={saved}{back}{language}"
    ));
    finish_choice(with_cookies(response, cookies))
}

/// The form, which says that the choice was not saved. The script reads that from its own form.
fn unrecorded(visitor: &AnyVisitor, decided: AnyDecided, return_to: String) -> Response<String> {
    // If the choice also denies something, that counts.
    let visitor = &visitor.after(decided.consent);
    let preferences = visitor.preferences().return_to(return_to);
    let preferences = preferences.heading_level(1).failed(true);
    let choices = preferences.choices();
    let (language, title) = (choices.built_in_language, choices.texts.settings);
    let mut response = framed(visitor, language, title, &preferences.form());
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    with_cookies(response, decided.cookies)
}

/// Whether the browser will show the response inside another page (W3C Fetch Metadata).
fn is_for_a_frame(headers: &HeaderMap) -> bool {
    headers
        .get("sec-fetch-dest")
        .is_some_and(|destination| destination == "iframe" || destination == "frame")
}
