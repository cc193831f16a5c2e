//! Asking: the banner and the form with which a visitor agrees, refuses, chooses and withdraws.

pub mod choices;
pub(crate) mod look;
pub mod script;
#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

pub use self::look::{Button, Element, Frame, LanguageLink, Look, Plain};
pub use crate::html::Html;
pub use crate::texts::ask::{Ask, State, States};

use self::choices::Choices;
use crate::consent::Consent;
use crate::consent::gate::Categories;
use crate::policy::Policy;
use crate::run_time::{At, Config, WithConfig as _};

/// The banner and the preferences form for one visitor, on their way to HTML.
///
/// Nothing that needs agreement is ticked beforehand, and agreeing, refusing and choosing weigh the same. It is plain HTML that works without
/// any script, with nothing inline, so that `default-src 'self'` holds. Whatever the table says is escaped.
///
/// What the form posts to [`address`](Self::address) is answered by the pages of a `Guard` (feature `http`).
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Remembers what you chose
/// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
/// #     }
/// #     /// Audience
/// #     category Statistics: opt_in {
/// #         cookie | duration;
/// #         /// Remembers what you looked at last
/// #         RECENT = "recent" | 30 days;
/// #     }
/// # } }
/// use cookie_decl::{Gpc, RequestCookies};
/// use cookies::{Consent, POLICY};
/// let first_visit = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, 1_795_305_600);
/// assert!(POLICY.preferences(&first_visit).banner().contains("Refuse all"));
/// let refused = Consent::refuse_all(1_795_305_600);
/// assert_eq!(POLICY.preferences(&refused).banner(), ""); // nothing to ask
/// assert!(POLICY.preferences(&refused).form().contains("name=\"allow\" value=\"Statistics\""));
/// ```
pub struct Preferences<'a> {
    choices: Choices<'a>,
    heading_level: u8,
    look: &'a dyn Look,
}

impl<K: Categories> Policy<K> {
    /// The banner and the form for a visitor, in the language of the table; see
    /// [`preferences_in`](Self::preferences_in).
    pub fn preferences(self, consent: &Consent<K>) -> Preferences<'static> {
        self.preferences_in(None, consent)
    }

    /// The banner and the form for a visitor in a language, a BCP 47 tag; see
    /// [`Page::language`](crate::Page::language).
    pub fn preferences_in(
        self,
        language: Option<&str>,
        consent: &Consent<K>,
    ) -> Preferences<'static> {
        self.with_config(Config::NONE)
            .preferences_in(language, consent)
    }
}

impl<K: Categories> At<'_, Policy<K>> {
    /// The banner and the form for a visitor in a language; see [`Policy::preferences_in`].
    pub fn preferences_in(
        self,
        language: Option<&str>,
        consent: &Consent<K>,
    ) -> Preferences<'static> {
        Preferences {
            choices: Choices::new(self.config, language, consent),
            heading_level: 2,
            look: &Plain,
        }
    }
}

impl<'a> Preferences<'a> {
    /// The path under which the site answers: the policy page itself, and `preferences` below it; `/cookies` at first.
    pub fn address(mut self, path: &str) -> Self {
        self.choices.set_address(path);
        self
    }

    /// The same in an address that asks for a language.
    #[cfg(feature = "http")]
    pub(crate) fn asking_for(mut self, language: &str) -> Self {
        for address in [&mut self.choices.policy, &mut self.choices.action] {
            address.to_mut().extend(["?language=", language]);
        }
        self
    }

    /// Where the visitor goes back to after choosing: a path of the site. Whatever else it is, another site's address
    /// or a script, is no way back, so that what a request says may be given.
    pub fn return_to(mut self, path: impl Into<Cow<'a, str>>) -> Self {
        let path = path.into();
        self.choices.return_to = if is_path(&path) {
            path
        } else {
            Cow::Borrowed("")
        };
        self
    }

    /// Whether the visitor comes from choosing, and is told that it was saved: only where the answer came back.
    pub fn saved(mut self, saved: bool) -> Self {
        self.choices.is_saved = saved;
        self
    }

    /// Whether the visitor comes from choosing, and is told that it could not be saved: their browser keeps no cookies of
    /// this site.
    pub fn failed(mut self, failed: bool) -> Self {
        self.choices.has_failed = failed;
        self
    }

    /// The level of the headings, 1 to 6; 2 at first.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level.clamp(1, 6);
        self
    }

    /// How it looks, where the site replaces single pieces.
    pub fn look(mut self, look: &'a dyn Look) -> Self {
        self.look = look;
        self
    }

    /// What is asked and answered, as data.
    pub fn choices(&self) -> &Choices<'a> {
        &self.choices
    }

    /// The banner, for the site's own layout; nothing when there is nothing to ask.
    pub fn banner(&self) -> String {
        let mut html = Html::new(self.heading_level);
        if self.choices.is_open {
            self.look.banner(&mut html, &self.choices);
        }
        html.finish()
    }

    /// The form in which each category is chosen.
    pub fn form(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.form(&mut html, &self.choices);
        html.finish()
    }

    /// What the visitor chose, and how to change it with one click; stands on the policy page.
    pub fn summary(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.summary(&mut html, &self.choices);
        html.finish()
    }

    /// The links to the policy page and, if there is something to choose, to the form: for the footer of every page.
    pub fn links(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.links(&mut html, &self.choices);
        html.finish()
    }
}

/// Whether a browser takes it for a path of the same site.
pub(crate) fn is_path(path: &str) -> bool {
    // Browsers read `\` as `/`, and leave out tabs and line ends.
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control())
}

impl fmt::Debug for Preferences<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preferences")
            .field("choices", &self.choices)
            .finish_non_exhaustive()
    }
}
