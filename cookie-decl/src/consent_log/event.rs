//! What an implementation of a log needs: events for its tests, names to store, and the text as a
//! document.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::consent_log::{Action, Event, ShownText, Via};
use crate::html::Html;
use crate::page::Page;

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
    /// Returns the word that logs store, such as `agree`.
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
    /// Returns the word that logs store, such as `banner`.
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

/// The pieces in the JSON of a [`ShownText`], as HTML.
#[derive(Default, serde::Deserialize, serde::Serialize)]
#[serde(default)]
pub(crate) struct Pieces {
    pub(crate) banner: String,
    pub(crate) form: String,
    /// The question beside an element, for each category.
    pub(crate) embeds: Vec<String>,
    pub(crate) page: String,
}

impl ShownText {
    /// Returns the text as an HTML document that can be read and printed without the site.
    ///
    /// It has the words, their order and the buttons. What visitors can unfold on the site is
    /// unfolded. It does not have the site's stylesheet, so keep a picture of each version if
    /// colours matter.
    ///
    /// ```
    /// use cookie_decl::consent_log::ShownText;
    /// let json = r#"{"banner": "<p>May we count visitors?</p>", "form": "", "page": ""}"#;
    /// let text = ShownText { language: "en".to_owned(), json: json.to_owned() };
    /// assert!(text.html().starts_with("<!DOCTYPE html><html lang=\"en\">"));
    /// assert!(text.html().contains("<h1>Banner</h1><p>May we count visitors?</p>"));
    /// ```
    pub fn html(&self) -> String {
        let pieces: Pieces = serde_json::from_str(&self.json).unwrap_or_default();
        let mut html = Html::new(1);
        html.element("html", &[("lang", &self.language)], |html| {
            html.element("head", &[], |html| {
                html.void("meta", &[("charset", "utf-8")]);
                html.element("title", &[], |html| html.text("What visitors were shown"));
                html.element("style", &[], |html| html.trusted(Page::STYLESHEET));
            });
            html.element("body", &[], |html| {
                let embeds = pieces.embeds.concat();
                for (name, piece) in [
                    ("Banner", pieces.banner),
                    ("Form", pieces.form),
                    ("Beside an element", embeds),
                    ("Policy page", pieces.page),
                ] {
                    html.heading(0, &[], name);
                    // Nobody can unfold something on paper.
                    html.trusted(&piece.replace("<details", "<details open"));
                }
            });
        });
        format!("<!DOCTYPE html>{}", html.finish())
    }
}
