//! What the table says of a category.

/// A category of the table, its type forgotten: what `Category::info()` of the generated enum gives.
#[derive(Debug)]
pub struct CategoryInfo {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub description: &'static [&'static str],
    #[doc(hidden)]
    pub gate: Gate,
    #[doc(hidden)]
    pub revision: u32,
    #[doc(hidden)]
    pub gpc: bool,
    #[doc(hidden)]
    pub fingerprint: u64,
    #[doc(hidden)]
    pub consent_mode: &'static [&'static str],
    #[doc(hidden)]
    pub tcf: &'static [u8],
    /// Whether what is in it depends on the deployment: `when`, or a duration in braces.
    #[doc(hidden)]
    pub varies: bool,
    /// The rows of the category are those from here on …
    #[doc(hidden)]
    pub first: u16,
    /// … up to here, this one not included.
    #[doc(hidden)]
    pub end: u16,
}

impl CategoryInfo {
    /// The category's identifier in the table, such as `Statistics`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The title that visitors read.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The description that visitors read, a paragraph each.
    pub fn description(&self) -> &'static [&'static str] {
        self.description
    }

    /// What has to happen before something of this category is stored.
    pub fn gate(&self) -> Gate {
        self.gate
    }

    /// The revision of the category (`revision N`): a higher one asks every visitor again.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// A number for what an answer to this category is about: gate, names, providers, storage, who stores it, durations
    /// and [`revision`](Self::revision), not wording or order. When it changes, visitors are asked again.
    pub const fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// Whether `Sec-GPC: 1` denies this category (`gpc`).
    pub fn gpc(&self) -> bool {
        self.gpc
    }

    /// The signals of Google's consent mode v2 that follow this category (`consent_mode(..)`).
    pub fn consent_mode(&self) -> &'static [&'static str] {
        self.consent_mode
    }

    /// The purposes of the IAB's Transparency and Consent Framework that this category stands for (`tcf(..)`).
    pub fn tcf(&self) -> &'static [u8] {
        self.tcf
    }
}

/// What has to happen before something of a category is stored on the visitor's device
/// (ePrivacy directive article 5(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Gate {
    /// Nothing: it is strictly necessary for what the visitor asked for.
    Exempt,
    /// The visitor has to agree first.
    OptIn,
    /// It is allowed until the visitor objects.
    OptOut,
}
