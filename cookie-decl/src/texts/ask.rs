//! The built-in texts of the banner and the form.

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

impl States {
    pub(crate) const fn of(&self, state: State) -> &'static str {
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
