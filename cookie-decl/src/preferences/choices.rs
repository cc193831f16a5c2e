//! The questions and the answers as data, which the banner and the form are printed from.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cookie_decl_core::date::Date;

use crate::consent::Reason;
use crate::consent::any::AnyConsent;
use crate::page::document::{Block, Stored, Text};
use crate::page::record;
use crate::run_time::Config;
use crate::table::Table;
use crate::table::category::{CategoryInfo, Gate};
use crate::table::declaration::Declaration;
use crate::table::language::Language;
use crate::texts::ask::{Ask, State};
use crate::texts::direction::Direction;
use crate::texts::direction::direction_of_language;

/// Where the banner is shown.
///
/// Without scripts each works by plain forms. In each, accept and reject have the same weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum BannerShape {
    /// A bar where the layout prints it, best first in `body`. It covers nothing.
    #[default]
    Bar,
    /// A box in the corner at the end of the window.
    ///
    /// It covers a part of the page, but never the element with the focus: the stylesheet reserves
    /// its height below the page and when the browser scrolls.
    Corner,
    /// A dialog in the middle of the window, which keeps the focus.
    ///
    /// Escape closes it for this page view. Nothing is decided then, and the next page asks again.
    /// Without scripts it is a bar.
    Dialog,
}

impl BannerShape {
    /// The value of `data-cookie-banner`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Corner => "corner",
            Self::Dialog => "dialog",
        }
    }
}

/// The questions to a visitor, and the visitor's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Choices<'a> {
    /// The language of the site's own texts, a BCP 47 tag.
    pub language: &'static str,
    /// The language of the built-in texts: English if the library has none in
    /// [`language`](Self::language).
    pub built_in_language: &'static str,
    /// The direction that the built-in texts are written in.
    pub direction: Direction,
    /// The title of the policy page.
    pub title: Text<'a>,
    /// Whether the site has the form: a row that keeps the answer, and something to choose.
    pub has_form: bool,
    /// Whether the visitor has to be asked.
    pub is_open: bool,
    /// Where the banner is shown.
    pub banner_shape: BannerShape,
    /// Why the visitor is asked again, in words.
    pub reason: Option<Cow<'a, str>>,
    /// When the visitor decided, in words.
    pub decided: Option<Cow<'a, str>>,
    /// The name of the cookie that contains an identifier of the visitor, with `consent tied`.
    pub identifier_in: Option<&'static str>,
    /// The categories, in the order of the table. Those that can be denied and are empty in this
    /// deployment are left out.
    pub categories: Vec<Choice<'a>>,
    /// What is loaded whatever the visitor chooses, once for each category of the table
    /// (`advanced`).
    pub advanced: Vec<Advanced<'a>>,
    /// The address of the policy page.
    pub policy: Cow<'a, str>,
    /// The address of the form, which also receives it.
    pub action: Cow<'a, str>,
    /// The path that the visitor returns to.
    pub return_to: Cow<'a, str>,
    /// Whether the visitor has just chosen, and the browser sent the answer back.
    pub is_saved: bool,
    /// Whether the visitor has just chosen, and the browser did not send the answer back.
    pub has_failed: bool,
    /// The built-in texts.
    pub texts: &'static Ask,
}

/// A category in the form, exempt ones included.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Choice<'a> {
    /// The category's identifier.
    pub name: &'static str,
    /// The title that visitors read. With `by provider`, it ends with the name of the provider.
    pub title: Text<'a>,
    /// The category of the table and the provider, if visitors choose for each provider
    /// (`by provider`).
    pub of_provider: Option<OfProvider<'a>>,
    /// The description.
    pub description: Vec<Block<'a>>,
    /// What is loaded whatever the visitor chooses, in words (`advanced`). With `by provider`, it is
    /// about this provider.
    pub advanced: Option<Cow<'a, str>>,
    /// What is stored, by whom and for how long; only for the form.
    pub stored: Vec<Stored>,
    /// What has to happen before anything is stored.
    pub gate: Gate,
    /// Whether the category is allowed now, and why.
    pub state: State,
    /// The [`state`](Self::state) in words.
    pub status: &'static str,
    /// Whether its cookies may be stored and read now.
    pub is_allowed: bool,
    /// Whether the visitor's Global Privacy Control signal denies it, whatever they choose.
    pub is_signalled: bool,
}

/// What a choice is a part of if visitors choose for each provider (`by provider`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct OfProvider<'a> {
    /// The identifier of the category in the table. Choices of one category follow each other.
    pub category: &'static str,
    /// The title of the category.
    pub title: Text<'a>,
    /// The name of the provider.
    pub provider: Text<'a>,
}

/// What a category of the table loads whatever the visitor chooses (`advanced`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Advanced<'a> {
    /// The title of the category.
    pub title: Text<'a>,
    /// What is loaded, in words, with the names of all its providers.
    pub sentence: Cow<'a, str>,
}

impl<'a> Choice<'a> {
    /// The title of the category in the table, without the name of a provider.
    pub fn heading(&self) -> &Text<'a> {
        let part = self.of_provider.as_ref();
        part.map_or(&self.title, |part| &part.title)
    }

    /// Whether the table declares both in one category.
    pub(super) fn is_with(&self, other: &Self) -> bool {
        self.of_provider.is_some() && self.category() == other.category()
    }

    /// The identifier of the category in the table.
    pub(super) fn category(&self) -> &'static str {
        let part = self.of_provider.as_ref();
        part.map_or(self.name, |part| part.category)
    }
}

impl<'a> Choices<'a> {
    pub(crate) fn new(
        table: &'static Table,
        config: Config<'_>,
        wanted: Option<&str>,
        consent: &AnyConsent,
    ) -> Self {
        let question = consent.question();
        let language = Language::choose(table, wanted);
        let texts = language.texts;
        let reason = consent.needs_prompt();
        let shown = question.categories().iter();
        let shown: Vec<_> = shown.filter(|it| question.is_shown(config, it)).collect();
        let together = shown.chunk_by(|one, other| one.declared() == other.declared());
        let advanced_of = |categories: &[_]| advanced(table, config, language, categories);
        let advanced = together.filter_map(|categories| {
            Some(Advanced {
                title: Text::in_language(language, categories.first()?.heading()),
                sentence: advanced_of(categories)?,
            })
        });
        let categories = shown.iter().map(|category| {
            let state = state(category, consent);
            Choice {
                name: category.name,
                title: Text::Site(language.title_of(category)),
                of_provider: category.of_provider().map(|part| OfProvider {
                    category: part.category,
                    title: Text::in_language(language, part.title),
                    provider: Text::Site(part.provider_title.into()),
                }),
                description: record::prose(table, language, category.description),
                advanced: advanced_of(&[category]),
                stored: Vec::new(),
                gate: category.gate,
                state,
                status: texts.ask.states.text(state, category.is_advanced()),
                is_allowed: consent.allows(category),
                is_signalled: consent.is_signalled(category),
            }
        });
        let mut choices = Self {
            language: language.tag,
            built_in_language: texts.language,
            direction: direction_of_language(texts.language),
            title: match table.title {
                Some(title) => Text::in_language(language, title),
                None => Text::BuiltIn(texts.title.into()),
            },
            has_form: question.has_form(config),
            is_open: reason.is_some() && table.consent_row_in(config).is_some(),
            banner_shape: BannerShape::default(),
            reason: reason.and_then(|reason| reason_text(language, &reason)),
            decided: consent.decided_at().map(|at| {
                let [before, after] = texts.ask.decided;
                [before, &texts.date.in_words(Date::from_seconds(at)), after]
                    .concat()
                    .into()
            }),
            identifier_in: table.tied_row_in(config).map(Declaration::name),
            categories: categories.collect(),
            advanced: advanced.collect(),
            policy: Cow::Borrowed(""),
            action: Cow::Borrowed(""),
            return_to: Cow::Borrowed(""),
            is_saved: false,
            has_failed: false,
            texts: &texts.ask,
        };
        choices.set_address("/cookies");
        choices
    }

    /// Adds what each category stores.
    pub(super) fn add_stored(&mut self, table: &'static Table, config: Config<'_>) {
        for choice in &mut self.categories {
            let mut all = table.categories().iter();
            if let Some(category) = all.find(|category| category.name() == choice.name) {
                choice.stored = record::stored(table, config, Some(self.language), category);
            }
        }
    }

    pub(super) fn set_address(&mut self, path: &str) {
        let path = path.trim_end_matches('/');
        self.policy = if path.is_empty() {
            "/".into()
        } else {
            String::from(path).into()
        };
        self.action = format!("{path}/preferences").into();
    }

    /// The categories that can be denied.
    pub fn gated(&self) -> impl Iterator<Item = &Choice<'a>> {
        self.categories
            .iter()
            .filter(|choice| choice.gate != Gate::Exempt)
    }
}

/// What is loaded whatever the visitor chooses, in words; `None` if no category is `advanced`.
fn advanced(
    table: &'static Table,
    config: Config<'_>,
    language: Language,
    categories: &[&'static CategoryInfo],
) -> Option<Cow<'static, str>> {
    let mut advanced = categories.iter().filter(|it| it.is_advanced()).peekable();
    advanced.peek()?;
    let providers = advanced.flat_map(|it| table.providers_in(it, config));
    let names: Vec<_> = providers.map(|provider| provider.title).collect();
    let texts = language.texts;
    let [before, after] = texts.used.advanced;
    Some(if names.is_empty() {
        texts.used.advanced_unnamed.into()
    } else {
        let names = names.join(texts.ask.separator);
        [before, &names, after].concat().into()
    })
}

/// Why the visitor is asked again, in words; `None` if they are asked for the first time.
fn reason_text(
    language: Language,
    reason: &Reason<&'static CategoryInfo>,
) -> Option<Cow<'static, str>> {
    let texts = &language.texts.ask;
    match reason {
        Reason::Expired => Some(texts.expired.into()),
        Reason::Changed(categories) => {
            let titles: Vec<_> = categories
                .iter()
                .map(|category| language.title_of(category))
                .collect();
            let [before, after] = texts.changed;
            let text = [before, &titles.join(texts.separator), after].concat();
            Some(text.into())
        }
        _ => None,
    }
}

fn state(category: &CategoryInfo, consent: &AnyConsent) -> State {
    let gate = category.gate;
    match (gate, consent.choice(category), consent.allows(category)) {
        (Gate::Exempt, ..) => State::Always,
        (_, Some(false), _) => State::Refused,
        (_, Some(true), true) => State::Agreed,
        (_, None, true) => State::Unobjected,
        (_, Some(true), false) => State::Signal,
        (_, None, false) if consent.is_signalled(category) => State::Signal,
        (_, None, false) if gate == Gate::OptOut && consent.gpc().is_on() => State::Signal,
        (_, None, false) => State::Undecided,
    }
}
