//! What is asked and answered as data: the banner and the form are printed from nothing else.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::category::info;
use crate::consent::is_active;
use crate::page::document::{Direction, Text};
use crate::page::{Date, Language, direction};
use crate::{Categories, Consent, Gate, PolicyAt, Reason};

/// What a visitor is asked, and has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Choices<'a> {
    /// The language of the site's own texts, a BCP 47 tag.
    pub language: &'static str,
    /// The language of the built-in texts: English where the library does not speak [`language`](Self::language).
    pub built_in_language: &'static str,
    /// The direction that the built-in texts are written in.
    pub direction: Direction,
    /// Whether the visitor has to be asked now.
    pub is_open: bool,
    /// Why the visitor is asked again.
    pub reason: Option<Cow<'a, str>>,
    /// When the visitor decided, in words.
    pub decided: Option<Cow<'a, str>>,
    /// The categories, in the order of the table, but for those that can be refused and have nothing in this deployment.
    pub categories: Vec<Choice<'a>>,
    /// The address of the policy page.
    pub policy: Cow<'a, str>,
    /// The address of the form, which it is also posted to.
    pub action: Cow<'a, str>,
    /// Where the visitor goes back to.
    pub return_to: Cow<'a, str>,
    /// Whether the visitor comes from choosing, and the answer came back.
    pub is_saved: bool,
    /// Whether the visitor comes from choosing, and the answer did not come back.
    pub has_failed: bool,
    /// The built-in texts.
    pub texts: &'static Ask,
}

/// A category that is asked about, or that needs no agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Choice<'a> {
    /// The category's identifier in the table.
    pub name: &'static str,
    /// The title that visitors read.
    pub title: Text<'a>,
    /// The description, a paragraph each.
    pub description: Vec<Text<'a>>,
    /// What has to happen before something is stored.
    pub gate: Gate,
    /// What holds now.
    pub state: State,
    /// The same in words.
    pub status: &'static str,
    /// Whether what is in it is stored and read now.
    pub is_allowed: bool,
}

/// What holds for a category now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum State {
    /// It needs no agreement.
    Always,
    /// The visitor agreed.
    Agreed,
    /// The visitor refused.
    Refused,
    /// Nobody answered, and so it is denied.
    Undecided,
    /// Nobody objected, and so it is allowed.
    Unobjected,
    /// The visitor's Global Privacy Control signal denies it.
    Signal,
}

/// The built-in texts of the banner and the form.
#[derive(Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Ask {
    /// The heading of the banner.
    pub heading: &'static str,
    /// What the banner asks, around the categories' titles.
    pub question: [&'static str; 2],
    /// What is in use unless the visitor objects, around the categories' titles.
    pub unobjected: [&'static str; 2],
    /// Between the titles.
    pub separator: &'static str,
    /// The link to the policy page.
    pub policy: &'static str,
    /// Agrees to everything.
    pub accept: &'static str,
    /// Refuses everything that can be refused.
    pub refuse: &'static str,
    /// Goes to the form.
    pub choose: &'static str,
    /// Sends the form.
    pub save: &'static str,
    /// The title of the form.
    pub settings: &'static str,
    /// What the form is for.
    pub explanation: &'static str,
    /// Before a category's title, at its box.
    pub allow: &'static str,
    /// The heading of what the visitor chose.
    pub present: &'static str,
    /// Around the date of the answer.
    pub decided: [&'static str; 2],
    /// After saving.
    pub saved: &'static str,
    /// When saving failed.
    pub failed: &'static str,
    /// Why the visitor is asked again: around the titles of the categories that changed.
    pub changed: [&'static str; 2],
    /// Why the visitor is asked again: the answer is too old.
    pub expired: &'static str,
    /// The way back.
    pub back: &'static str,
    /// The states of categories.
    pub states: States,
}

/// What holds for a category, in words.
#[derive(Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[allow(missing_docs, reason = "the fields are the variants of `State`")]
#[non_exhaustive]
pub struct States {
    pub always: &'static str,
    pub agreed: &'static str,
    pub refused: &'static str,
    pub undecided: &'static str,
    pub unobjected: &'static str,
    pub signal: &'static str,
}

impl<'a> Choices<'a> {
    pub(crate) fn new<K: Categories>(
        policy: PolicyAt<'_, K>,
        wanted: Option<&str>,
        consent: &Consent<K>,
    ) -> Self {
        let table = K::TABLE;
        let language = Language::choose(table, wanted);
        let texts = language.texts;
        let reason = consent.needs_prompt();
        let reason_text = match &reason {
            Some(Reason::Expired) => Some(texts.ask.expired.into()),
            Some(Reason::Changed(categories)) => {
                let titles: Vec<_> = categories
                    .iter()
                    .map(|category| language.translate(info(*category).title))
                    .collect();
                let [before, after] = texts.ask.changed;
                Some(
                    [before, &titles.join(texts.ask.separator), after]
                        .concat()
                        .into(),
                )
            }
            _ => None,
        };
        let shown = K::ALL
            .iter()
            .filter(|category| is_shown(policy, **category));
        let categories = shown.map(|category| {
            let (info, state) = (info(*category), state(*category, consent));
            Choice {
                name: info.name,
                title: language.site(info.title),
                description: info
                    .description
                    .iter()
                    .map(|text| language.site(text))
                    .collect(),
                gate: info.gate,
                state,
                status: texts.ask.states.of(state),
                is_allowed: consent.allows(*category),
            }
        });
        let mut choices = Self {
            language: language.tag,
            built_in_language: texts.language,
            direction: direction(texts.language),
            is_open: reason.is_some()
                && table
                    .consent_row()
                    .is_some_and(|row| row.is_on(policy.config)),
            reason: reason_text,
            decided: consent.decided_at().map(|at| {
                let [before, after] = texts.ask.decided;
                [before, &texts.date.of(Date::of_seconds(at)), after]
                    .concat()
                    .into()
            }),
            categories: categories.collect(),
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

    pub(super) fn set_address(&mut self, path: &str) {
        let path = path.trim_end_matches('/');
        self.policy = if path.is_empty() {
            "/".into()
        } else {
            String::from(path).into()
        };
        self.action = format!("{path}/preferences").into();
    }

    /// The categories that can be refused.
    pub fn gated(&self) -> impl Iterator<Item = &Choice<'a>> {
        self.categories
            .iter()
            .filter(|choice| choice.gate != Gate::Exempt)
    }
}

impl States {
    const fn of(&self, state: State) -> &'static str {
        match state {
            State::Always => self.always,
            State::Agreed => self.agreed,
            State::Refused => self.refused,
            State::Undecided => self.undecided,
            State::Unobjected => self.unobjected,
            State::Signal => self.signal,
        }
    }
}

/// Whether a category is among those that visitors see where they choose: one that can be refused has to have something
/// in this deployment that could be.
pub(crate) fn is_shown<K: Categories>(policy: PolicyAt<'_, K>, category: K) -> bool {
    info(category).gate == Gate::Exempt || is_active(policy, category)
}

/// Whether visitors are asked about a category.
#[cfg(feature = "http")]
pub(crate) fn is_asked<K: Categories>(policy: PolicyAt<'_, K>, category: K) -> bool {
    info(category).gate != Gate::Exempt && is_shown(policy, category)
}

fn state<K: Categories>(category: K, consent: &Consent<K>) -> State {
    let gate = info(category).gate;
    match (gate, consent.answer(category), consent.allows(category)) {
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
