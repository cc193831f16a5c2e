//! The languages of the portal.

use std::fmt;
use std::str::FromStr;

use cookie_decl::Visitor;

use crate::cookies::{Category, LANGUAGE};

/// A language of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    French,
    Arabic,
}

impl Language {
    pub(crate) const ALL: [Self; 3] = [Self::English, Self::French, Self::Arabic];

    /// The visitor's language: the one that they chose, or one that their browser accepts.
    pub(crate) fn of(visitor: &Visitor<Category>) -> Self {
        visitor.language().parse().unwrap_or(Self::English)
    }

    /// The tag of the language that the visitor chose, if they chose one.
    pub(crate) fn chosen(visitor: &Visitor<Category>) -> Option<String> {
        let chosen = LANGUAGE.get(visitor.cookies()).ok()?;
        chosen.map(|language: Self| language.to_string())
    }

    /// The tag, as the cookie keeps it.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Arabic => "ar",
        }
    }

    /// The language's own name.
    pub(crate) const fn name(self) -> &'static str {
        self.pick(["English", "Français", "العربية"])
    }

    /// The direction of its script.
    pub(crate) const fn direction(self) -> &'static str {
        self.pick(["ltr", "ltr", "rtl"])
    }

    /// Picks the text in this language.
    pub(crate) const fn pick(self, texts: [&'static str; 3]) -> &'static str {
        texts[self as usize]
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or(())
    }
}
