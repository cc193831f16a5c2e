//! The built-in texts of the banner and the form.

/// The present state of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum State {
    /// The category is exempt, so it is always allowed.
    Always,
    /// The visitor granted the category.
    Agreed,
    /// The visitor denied the category.
    Refused,
    /// The visitor has not answered, so the category is denied.
    Undecided,
    /// The visitor has not objected, so the category is allowed.
    Unobjected,
    /// The visitor's Global Privacy Control signal denies the category.
    Signal,
}

/// The built-in texts of the banner and the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Ask {
    /// The heading of the banner.
    pub heading: &'static str,
    /// The question of the banner, around the categories' titles.
    pub question: [&'static str; 2],
    /// The sentence about what is in use unless the visitor objects, around the categories' titles.
    pub unobjected: [&'static str; 2],
    /// The text between two titles.
    pub separator: &'static str,
    /// The link to the policy page.
    pub policy: &'static str,
    /// The button that grants every category.
    pub accept: &'static str,
    /// The button that denies every category that can be denied.
    pub refuse: &'static str,
    /// The link to the form.
    pub choose: &'static str,
    /// The button that sends the form.
    pub save: &'static str,
    /// The title of the form.
    pub settings: &'static str,
    /// The explanation of the form.
    pub explanation: &'static str,
    /// The text before a category's title, at its checkbox.
    pub allow: &'static str,
    /// The line that unfolds what a category stores.
    pub stored: &'static str,
    /// The heading of the visitor's present choice.
    pub present: &'static str,
    /// The sentence about the time of the answer, around the date.
    pub decided: [&'static str; 2],
    /// The sentence about the identifier in the answer, around the name of its cookie.
    pub identifier: [&'static str; 2],
    /// The message after saving.
    pub saved: &'static str,
    /// The message if saving failed.
    pub failed: &'static str,
    /// The reason for asking again, around the titles of the categories that changed.
    pub changed: [&'static str; 2],
    /// The reason for asking again if the answer is too old.
    pub expired: &'static str,
    /// The link back to the page that the visitor came from.
    pub back: &'static str,
    /// The sentence about content that waits, around the category's title.
    pub needs: [&'static str; 2],
    /// The sentence about who receives data once the content loads, around their names.
    pub recipients: [&'static str; 2],
    /// The button that loads the content once, before the names of those who receive data.
    pub once: &'static str,
    /// The button that grants the category of the content, before its title.
    pub always: &'static str,
    /// The notice that a part of the page is older than the visitor's choice.
    pub stale: &'static str,
    /// The link that reloads the page.
    pub reload: &'static str,
    /// The states of categories.
    pub states: States,
}

/// The texts of the states of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[allow(
    missing_docs,
    reason = "the fields are the variants of `State`, some also for `advanced` categories"
)]
#[non_exhaustive]
pub struct States {
    pub always: &'static str,
    pub agreed: &'static str,
    pub refused: &'static str,
    pub undecided: &'static str,
    pub unobjected: &'static str,
    pub signal: &'static str,
    pub refused_advanced: &'static str,
    pub undecided_advanced: &'static str,
    pub signal_advanced: &'static str,
}

impl States {
    /// Programs of an `advanced` category are loaded even while it is denied, so no text of it says
    /// that it is not in use.
    pub(crate) const fn text(&self, state: State, is_advanced: bool) -> &'static str {
        match (state, is_advanced) {
            (State::Always, _) => self.always,
            (State::Agreed, _) => self.agreed,
            (State::Unobjected, _) => self.unobjected,
            (State::Refused, false) => self.refused,
            (State::Undecided, false) => self.undecided,
            (State::Signal, false) => self.signal,
            (State::Refused, true) => self.refused_advanced,
            (State::Undecided, true) => self.undecided_advanced,
            (State::Signal, true) => self.signal_advanced,
        }
    }
}
