//! The categories of a table.

/// A category of the table, from `Category::info()` of the generated enum.
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
    pub also: &'static [u64],
    #[doc(hidden)]
    pub consent_mode: &'static [&'static str],
    #[doc(hidden)]
    pub tcf: &'static [u8],
    /// Whether a row of the category depends on the deployment: `when`, or a duration in braces.
    #[doc(hidden)]
    pub varies: bool,
    /// The number of the category's first row. What is between the rows: each entry comes before
    /// the declaration with this number.
    #[doc(hidden)]
    pub breaks: &'static [(u16, Break)],
    #[doc(hidden)]
    pub first: u16,
    /// The number after the category's last row.
    #[doc(hidden)]
    pub end: u16,
}

/// What is between the rows of a category.
#[doc(hidden)]
#[derive(Debug)]
pub enum Break {
    /// A heading and paragraphs, after which another table begins.
    Section(Option<&'static str>, &'static [&'static str]),
    /// The listed row with this number.
    Listed(u16),
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

    /// The paragraphs of the description that visitors read.
    pub fn description(&self) -> &'static [&'static str] {
        self.description
    }

    /// The gate, which says whether the visitor is asked before something is stored.
    pub fn gate(&self) -> Gate {
        self.gate
    }

    /// The revision of the category (`revision N`). A higher one asks every visitor again.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// A hash of what visitors answer about. When it changes, visitors are asked again.
    ///
    /// It covers gate, names, providers, storage, `set_by`, durations and
    /// [`revision`](Self::revision), but not wording or order.
    pub const fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// Earlier fingerprints whose answers still count (`also`).
    pub fn also(&self) -> &'static [u64] {
        self.also
    }

    /// Whether `Sec-GPC: 1` denies this category (`gpc`).
    pub fn gpc(&self) -> bool {
        self.gpc
    }

    /// The signals of Google's consent mode v2 that follow this category (`consent_mode(..)`).
    pub fn consent_mode(&self) -> &'static [&'static str] {
        self.consent_mode
    }

    /// The purposes of the IAB's Transparency and Consent Framework in this category (`tcf(..)`).
    pub fn tcf(&self) -> &'static [u8] {
        self.tcf
    }

    /// The text between the rows: headings with their paragraphs.
    pub fn sections(
        &self,
    ) -> impl Iterator<Item = (Option<&'static str>, &'static [&'static str])> + use<> {
        self.breaks.iter().filter_map(|(_, found)| match found {
            Break::Section(heading, paragraphs) => Some((*heading, *paragraphs)),
            Break::Listed(_) => None,
        })
    }

    /// Whether the category measures how visitors use the site, by its identifier or its signals.
    pub(crate) fn is_statistics(&self) -> bool {
        let has = |word: &str| {
            let name = self.name.as_bytes().windows(word.len());
            name.into_iter()
                .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        };
        self.consent_mode.contains(&"analytics_storage")
            || [
                "statist", "analyt", "audience", "measur", "metric", "perform",
            ]
            .into_iter()
            .any(has)
    }
}

/// What a category needs before something is stored (ePrivacy directive article 5(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Gate {
    /// The visitor is not asked, because what is stored is strictly necessary for the service that
    /// they requested.
    Exempt,
    /// The visitor must grant the category first.
    OptIn,
    /// The category is allowed until the visitor denies it.
    OptOut,
}
