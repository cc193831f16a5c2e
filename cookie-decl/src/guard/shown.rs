//! The text that visitors are shown before they decide, as the log keeps it.

use alloc::string::String;
use alloc::sync::Arc;
use std::sync::PoisonError;

use crate::consent::any::AnyConsent;
use crate::consent::gpc::Gpc;
use crate::consent_log::ShownText;
use crate::consent_log::event::Pieces;
use crate::guard::recording::Shown;
use crate::guard::security_header;
use crate::guard::settings::Settings;
use crate::preferences::Preferences;
use crate::wire::request::RequestCookies;

/// Banner and form in a language of the table, without anything of one request.
pub(super) fn preferences<'a>(
    settings: &'a Settings,
    language: &str,
    consent: &AnyConsent,
) -> Preferences<'a> {
    Preferences::new(settings.table, settings.config(), Some(language), consent)
        .address(&settings.address)
        .look(&*settings.look)
        .banner_shape(settings.banner_shape)
        .policed(security_header::categories(settings))
}

/// Returns what visitors are shown in a language of the table. It is made once.
pub(super) fn shown(settings: &Settings, language: &'static str) -> Shown {
    let texts = &settings.recording.texts;
    let mut texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
    let shown = texts.entry(language);
    shown.or_insert_with(|| make(settings, language)).clone()
}

/// Makes banner, form, questions and page for a visitor who has not decided, without anything of
/// one request.
fn make(settings: &Settings, language: &'static str) -> Shown {
    let (question, config) = (settings.question, settings.config());
    let nobody = AnyConsent::read(question, config, RequestCookies::NONE, Gpc::OFF, 0);
    let preferences = preferences(settings, language, &nobody);
    let embeds = question
        .asked()
        .map(|category| preferences.embed(category, ""));
    let form = String::from(&*preferences.choices().action);
    let mut page = settings.policy_page().language(language).settings(form);
    if let Some(options) = &settings.page {
        page = options(page);
    }
    let evidence = page.evidence();
    let json = serde_json::to_string(&Pieces {
        banner: preferences.banner(),
        form: preferences.form(),
        // This deployment does not ask about a category without rows.
        embeds: embeds.filter(|embed| !embed.is_empty()).collect(),
        page: page.html_fragment(),
    });
    let text = ShownText {
        language: language.into(),
        json: json.expect("texts are JSON"),
    };
    Shown {
        text: Arc::new(text),
        page: evidence,
    }
}
