//! The categories of a table.

use crate::table::signal::Signal;

/// A category of the table, from `Category::info()` of the generated enum.
#[derive(Debug)]
pub struct CategoryInfo {
    /// The place of the category in the table.
    #[doc(hidden)]
    pub number: u16,
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub of_provider: Option<OfProvider>,
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
    pub signals: &'static [Signal],
    #[doc(hidden)]
    pub advanced: bool,
    #[doc(hidden)]
    pub tcf: &'static [u8],
    /// Whether a row of the category depends on the deployment: `when`, or a duration in braces.
    #[doc(hidden)]
    pub varies: bool,
    /// What is between the rows: each entry comes before the declaration with this number.
    #[doc(hidden)]
    pub breaks: &'static [(u16, Break)],
    /// The number of the first row, and that after the last. With `by provider`, the rows of the
    /// other providers are between them.
    #[doc(hidden)]
    pub first: u16,
    #[doc(hidden)]
    pub end: u16,
}

/// What a category is a part of if visitors choose for each provider (`by provider`), from
/// [`CategoryInfo::of_provider`].
#[derive(Debug)]
pub struct OfProvider {
    #[doc(hidden)]
    pub category: &'static str,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub provider: &'static str,
    #[doc(hidden)]
    pub provider_title: &'static str,
}

impl OfProvider {
    /// The identifier of the category in the table, such as `Marketing`.
    pub fn category(&self) -> &'static str {
        self.category
    }

    /// The title of the category in the table, such as "Advertising".
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The provider's identifier in the table, such as `Google`.
    pub fn provider(&self) -> &'static str {
        self.provider
    }

    /// The provider's name as visitors read it.
    pub fn provider_title(&self) -> &'static str {
        self.provider_title
    }
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
    /// The bit of the category in a set of the table's categories.
    pub(crate) fn bit(&self) -> u64 {
        1 << self.number
    }

    /// The category's identifier, such as `Statistics`; with `by provider`, that of the provider
    /// follows: `MarketingGoogle`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The title that visitors read; with `by provider`, the name of the provider follows:
    /// "Advertising – Google".
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The category of the table and the provider, if visitors choose for each provider
    /// (`by provider`).
    ///
    /// ```
    /// mod cookies {
    ///     cookie_decl::declare_cookies! {
    ///         pub policy;
    ///         provider Google = "Google Inc.";
    ///         provider Meta = "Meta";
    ///         /// Advertising
    ///         category Marketing: opt_out(by provider) {
    ///             cookie | provider | duration;
    ///             /// Tells browsers apart
    ///             "NID" | Google | 6 months | set_by = third_party;
    ///             /// Tells browsers apart
    ///             "_fbp" | Meta | 3 months | set_by = script;
    ///         }
    ///     }
    /// }
    /// let google = cookies::Category::MarketingGoogle.info();
    /// assert_eq!(google.title(), "Advertising – Google Inc.");
    /// let part = google.of_provider().expect("visitors choose for each provider");
    /// assert_eq!((part.category(), part.title()), ("Marketing", "Advertising"));
    /// assert_eq!((part.provider(), part.provider_title()), ("Google", "Google Inc."));
    /// ```
    pub fn of_provider(&self) -> Option<&OfProvider> {
        self.of_provider.as_ref()
    }

    /// The identifier of the category in the table.
    pub(crate) fn declared(&self) -> &'static str {
        self.of_provider
            .as_ref()
            .map_or(self.name, |part| part.category)
    }

    /// The title of the category in the table.
    pub(crate) fn heading(&self) -> &'static str {
        self.of_provider
            .as_ref()
            .map_or(self.title, |part| part.title)
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
    /// It covers gate, names, providers, storage, `set_by`, durations,
    /// [`revision`](Self::revision) and `advanced`, but not wording, order or signals.
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

    /// The signals to other vendors that follow this category (`signals(..)`).
    pub fn signals(&self) -> &'static [Signal] {
        self.signals
    }

    /// Whether the tags of this category are loaded before the visitor agrees, and are told so
    /// (`advanced`).
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// /// Audience
    /// # #[allow(empty_category, no_consent_row)]
    /// category Statistics: opt_in(advanced, consent_mode(analytics_storage)) {
    ///     // ..
    /// }
    /// # } }
    /// # use cookies::Category;
    /// assert!(Category::Statistics.info().is_advanced());
    /// ```
    pub fn is_advanced(&self) -> bool {
        self.advanced
    }

    /// The purposes of the IAB's Transparency and Consent Framework in this category (`tcf(..)`).
    pub fn tcf(&self) -> &'static [u8] {
        self.tcf
    }

    /// The text between the rows: headings with their paragraphs. With `by provider`, the
    /// categories of all providers have the same.
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
            let name = self.declared().as_bytes().windows(word.len());
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
