//! What the script reads after a choice, and when it asks for the visitor's answer.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use cookie_decl_core::pattern::write_expression;
use http::Response;

use crate::consent::any::AnyConsent;
use crate::guard::addresses::return_address;
use crate::guard::any_visitor::AnyVisitor;
use crate::guard::links::granted;
use crate::guard::mark::mark;
use crate::guard::page_response::{private, with_cookies};
use crate::guard::settings::Settings;
use crate::guard::shown::preferences;
use crate::preferences::choices::BannerShape;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::wire::set_cookie::SetCookies;

/// The JSON for the script about the visitor's answer.
#[derive(serde::Serialize)]
struct AnswerJson<'a> {
    granted: Vec<&'static str>,
    /// The new texts of the page: the attribute `data-cookie-…` of the element, and the text.
    say: Vec<(String, &'a str)>,
    /// What the server cannot remove, or not surely: the storage as scripts call it, or `cookie`,
    /// and a regular expression for the name.
    remove: Vec<(&'static str, String)>,
    /// Identifies the answer.
    mark: String,
    /// Whether the visitor has to be asked.
    open: bool,
    /// The part of the page that the script asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
}

/// The JSON response for the script.
pub(super) fn answer_json(
    visitor: &AnyVisitor,
    consent: &AnyConsent,
    cookies: SetCookies,
) -> Response<String> {
    let settings = visitor.settings();
    let preferences = preferences(settings, visitor.language(), consent);
    let choices = preferences.choices();
    let statuses = choices
        .categories
        .iter()
        .map(|choice| (format!("status={}", choice.name), choice.status));
    let decided = choices.decided.as_deref().unwrap_or_default();
    let others = [("decided", decided), ("message", choices.texts.saved)].into_iter();
    let answer = AnswerJson {
        granted: granted(settings, consent),
        say: statuses
            .chain(others.map(|(place, text)| (place.to_string(), text)))
            .collect(),
        remove: removals_for_scripts(settings, consent),
        mark: mark(settings.config(), consent),
        open: choices.is_open,
        html: part(visitor),
    };
    let json = serde_json::to_string(&answer).expect("texts are JSON");
    with_cookies(private("application/json", json), cookies)
}

/// What the script puts into the page, if it asks for something: the form in a dialog, or the banner
/// for a page that is the same for everybody.
fn part(visitor: &AnyVisitor) -> Option<String> {
    let part = visitor.request().parameter("part")?;
    let path = visitor.request().parameter("return").unwrap_or_default();
    let preferences = visitor.preferences();
    let preferences = preferences.return_to(String::from(return_address(&path).unwrap_or("/")));
    match (&*part, visitor.settings().banner_shape) {
        ("form", _) if preferences.choices().has_form => Some(preferences.dialog()),
        ("banner", _) if !preferences.choices().is_open => None,
        ("banner", shape) => {
            visitor.count_banner();
            // A bar would move the text that the visitor is reading.
            let shape = match shape {
                BannerShape::Bar => BannerShape::Corner,
                shape => shape,
            };
            Some(preferences.banner_shape(shape).banner())
        }
        _ => None,
    }
}

/// What is denied and kept where no server can remove it, or not surely; see
/// [`AnswerJson::remove`].
fn removals_for_scripts(settings: &Settings, consent: &AnyConsent) -> Vec<(&'static str, String)> {
    let (rows, config) = (settings.table.declarations(), settings.config());
    let is_allowed = |row: &Declaration| consent.allows(row.category());
    let denied = rows.iter().filter(|row| !is_allowed(row));
    let named = denied.filter_map(|row| {
        let storage = match row.storage() {
            // Its scope is unknown, and a script sees more paths and domains than a request does.
            Storage::Cookie if is_seen_by_scripts(settings, row) => "cookie",
            Storage::LocalStorage => "localStorage",
            Storage::SessionStorage => "sessionStorage",
            Storage::IndexedDb => "indexedDB",
            _ => return None,
        };
        // A name that an allowed category declares exactly is kept, as in the server's removals.
        let others = rows
            .iter()
            .filter(|other| other.storage() == row.storage() && is_allowed(other));
        let exact = others.filter(|other| other.pattern().is_none() && other.is_on(config));
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

/// Whether something other than the server sets a cookie, and scripts can see it.
fn is_seen_by_scripts(settings: &Settings, row: &Declaration) -> bool {
    let is_set = matches!(row.set_by(), SetBy::Script | SetBy::Other);
    is_set
        && !settings
            .attributes(row)
            .is_some_and(|attributes| attributes.http_only())
}

/// A JavaScript regular expression for the pattern with these literals, which excludes the names in
/// `kept`.
fn regular_expression(literals: &[&str], kept: &[&str]) -> String {
    let mut expression = String::new();
    let (literals, kept) = (literals.iter().copied(), kept.iter().copied());
    write_expression(literals, kept, &mut expression).expect("a `String` takes everything");
    expression
}
