//! Events outside the guard: for those who keep them.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::consent_log::{Action, Event, ShownText, Via};

impl Event {
    /// Creates an event as the guard does, without choices, visitor and note. This is for tests of
    /// a log.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use cookie_decl::consent_log::{Action, Event, ShownText, Via};
    /// let text = Arc::new(ShownText { language: "fr".to_owned(), json: "{}".to_owned() });
    /// let event = Event::new([7; 16], 1_795_305_600, Action::Refuse, Via::Banner, text);
    /// assert_eq!(event.language, "fr");
    /// ```
    pub fn new(key: [u8; 16], at: u64, action: Action, via: Via, text: Arc<ShownText>) -> Self {
        Self {
            key,
            at,
            action,
            via,
            choices: Vec::new(),
            language: text.language.clone(),
            text,
            page: 0,
            release: env!("CARGO_PKG_VERSION"),
            visitor: None,
            note: String::new(),
        }
    }
}

impl Action {
    /// Returns the word by which logs keep it, such as `agree`.
    ///
    /// ```
    /// # use cookie_decl::consent_log::Action;
    /// assert_eq!(Action::Withdraw.name(), "withdraw");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Refuse => "refuse",
            Self::Change => "change",
            Self::Withdraw => "withdraw",
            Self::Object => "object",
        }
    }
}

impl Via {
    /// Returns the word by which logs keep it, such as `banner`.
    ///
    /// ```
    /// # use cookie_decl::consent_log::Via;
    /// assert_eq!(Via::Embed.name(), "embed");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Banner => "banner",
            Self::Form => "form",
            Self::Embed => "embed",
            Self::Gpc => "gpc",
            Self::Site => "site",
        }
    }
}
