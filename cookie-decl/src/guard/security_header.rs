//! Writes the `Content-Security-Policy` of the table into pages.

use alloc::vec::Vec;

use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::consent::any::AnyConsent;
use crate::guard::request::Request;
use crate::guard::settings::Settings;
use crate::table::category::{CategoryInfo, Gate};
use crate::table::declaration::{Declaration, SetBy};
use crate::table::provider::ProviderInfo;

/// Returns the identifiers of the categories on whose choice the policy depends. The script reloads
/// a page when such a choice changes, because a page keeps the policy that it was served with.
pub(super) fn categories(settings: &Settings) -> Vec<&'static str> {
    let categories = settings.table.categories().iter();
    let gated = categories.filter(|category| {
        settings.security.is_some()
            && depends_on_consent(category)
            && domains(settings, category).next().is_some()
    });
    gated.map(CategoryInfo::name).collect()
}

/// Whether the visitor decides what a category loads. Tags of an `advanced` one are always loaded.
fn depends_on_consent(category: &CategoryInfo) -> bool {
    category.gate() != Gate::Exempt && !category.is_advanced()
}

/// The domains that the rows of a category name.
fn domains(
    settings: &Settings,
    category: &'static CategoryInfo,
) -> impl Iterator<Item = &'static str> {
    let rows = settings.table.rows_of(category);
    let rows = rows.filter(|row| row.is_on(settings.config()));
    let domains = rows.flat_map(|row: &Declaration| {
        let own = match row.set_by() {
            SetBy::ThirdParty(domain) => domain,
            _ => None,
        };
        let provider = row.provider().map_or(&[][..], ProviderInfo::domains);
        own.into_iter().chain(provider.iter().copied())
    });
    // In a header, other domains are only valid in Punycode.
    domains
        .filter(|domain| domain.is_ascii())
        .map(without_holes)
}

/// Returns the domain of all hosts that a domain with holes matches, because a header cannot have
/// holes.
fn without_holes(domain: &'static str) -> &'static str {
    let after = domain.rsplit_once('}').map_or(domain, |(_, after)| after);
    let fixed = after.split_once('.').filter(|_| after.len() < domain.len());
    fixed.map_or(domain, |(_, fixed)| fixed)
}

/// Adds the policy to an HTML response that has none. `answer` is the answer that the response
/// sets.
pub(super) fn write(request: &Request, answer: Option<&AnyConsent>, response: &mut HeaderMap) {
    let security = request.settings.security.as_deref();
    if security.is_some_and(|policy| !response.contains_key(policy.name())) {
        append(request, answer, response);
    }
}

/// Adds the policy to an HTML response, even beside another one: browsers obey both.
pub(super) fn append(request: &Request, answer: Option<&AnyConsent>, response: &mut HeaderMap) {
    let settings = &*request.settings;
    let Some(policy) = &settings.security else {
        return;
    };
    if !is_html(response) {
        return;
    }
    let consent = answer.unwrap_or_else(|| request.consent_untracked());
    let mut allowed: Vec<&str> = Vec::new();
    for category in settings.table.categories() {
        let domains = domains(settings, category).collect::<Vec<_>>();
        if depends_on_consent(category) && !domains.is_empty() {
            request.vary_on_consent();
        }
        if category.is_advanced() || consent.allows(category) {
            for domain in domains {
                if !allowed.contains(&domain) {
                    allowed.push(domain);
                }
            }
        }
    }
    // The domains and the site's own texts are plain ASCII.
    if let Ok(value) = HeaderValue::try_from(policy.text(&allowed, request.nonce())) {
        response.append(policy.name(), value);
    }
}

fn is_html(response: &HeaderMap) -> bool {
    let field = response.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let essence = field
        .unwrap_or_default()
        .split(|byte| *byte == b';')
        .next()
        .unwrap_or_default()
        .trim_ascii();
    essence.eq_ignore_ascii_case(b"text/html")
        || essence.eq_ignore_ascii_case(b"application/xhtml+xml")
}
