//! The script that tells vendors what the visitor grants. It is made from the signals of the table.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::consent::gate::Categories;
use crate::consent::question::Question;
use crate::guard::asset::Asset;
use crate::guard::handle::Guard;
use crate::guard::settings::SentSignals;
use crate::run_time::Config;
use crate::table::category::CategoryInfo;
use crate::table::signal::Signal;

/// The minified `signals.js`, which a browser test writes. It reads `TABLE` once.
const SCRIPT: &str = include_str!("signals.min.js");

/// Signals with the categories that have them. One is granted if all of its categories are.
type Signals = BTreeMap<&'static str, Vec<&'static str>>;

/// What the script reads.
#[derive(serde::Serialize)]
struct TableJson {
    #[serde(skip_serializing_if = "Signals::is_empty")]
    google: Signals,
    vendors: Signals,
    wait_for_update: u32,
    ads_data_redaction: bool,
    url_passthrough: bool,
}

/// How Google's tags behave in consent mode, for [`Guard::consent_mode`](super::Guard::consent_mode).
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
/// /// Audience
/// category Statistics: opt_in(consent_mode(analytics_storage)) {
///     // ..
/// #     cookie | duration | set_by;
/// #     /// Recognises a returning visitor
/// #     "_ga" | 13 months | script;
/// }
/// # } }
/// use cookie_decl::Guard;
/// use cookie_decl::guard::ConsentMode;
/// let google = ConsentMode::new().wait_for_update(1_000).url_passthrough(true);
/// let guard = Guard::new(cookies::POLICY).consent_mode(google);
/// assert!(guard.head().starts_with("<script src=\"/cookies/signals.js?"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentMode {
    wait_for_update: u32,
    ads_data_redaction: bool,
    url_passthrough: bool,
}

impl ConsentMode {
    /// Creates the default settings: tags wait for 500 milliseconds, and click identifiers are
    /// redacted and not passed on.
    pub const fn new() -> Self {
        Self {
            wait_for_update: 500,
            ads_data_redaction: true,
            url_passthrough: false,
        }
    }

    /// Sets for how many milliseconds Google's tags wait for what the visitor chose
    /// (`wait_for_update`), before they go on with everything denied. The default is 500.
    #[must_use]
    pub const fn wait_for_update(mut self, milliseconds: u32) -> Self {
        self.wait_for_update = milliseconds;
        self
    }

    /// Sets whether Google's tags leave out the identifiers of advertising clicks while
    /// `ad_storage` is denied (`ads_data_redaction`). The default is `true`.
    #[must_use]
    pub const fn ads_data_redaction(mut self, redact: bool) -> Self {
        self.ads_data_redaction = redact;
        self
    }

    /// Sets whether Google's tags pass the identifiers of advertising clicks from page to page, in
    /// the addresses of links, while they may not store them (`url_passthrough`). The default is
    /// `false`.
    #[must_use]
    pub const fn url_passthrough(mut self, pass: bool) -> Self {
        self.url_passthrough = pass;
        self
    }
}

impl Default for ConsentMode {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Categories> Guard<K> {
    /// Sets how Google's tags behave in consent mode. Without `consent_mode(..)` in the table it has
    /// no effect.
    ///
    /// [`guide::signals`](crate::guide::signals) says what is sent when.
    pub fn consent_mode(self, google: ConsentMode) -> Self {
        self.set(|settings| {
            settings.signals = sent_signals(settings.question, settings.config(), google);
        })
    }
}

/// What a table with signals sends in this deployment; `None` without signals.
pub(super) fn sent_signals(
    question: &'static Question,
    config: Config<'_>,
    options: ConsentMode,
) -> Option<Arc<SentSignals>> {
    let (mut google, mut vendors) = (Signals::new(), Signals::new());
    let shown = question.categories().iter();
    for category in shown.filter(|category| question.is_shown(config, category)) {
        for signal in category.consent_mode() {
            google.entry(signal).or_default().push(category.name());
        }
        for signal in category.signals() {
            let categories = vendors.entry(Signal::word(*signal)).or_default();
            categories.push(category.name());
        }
    }
    if google.is_empty() && vendors.is_empty() {
        return None;
    }
    let table = TableJson {
        google,
        vendors,
        wait_for_update: options.wait_for_update,
        ads_data_redaction: options.ads_data_redaction,
        url_passthrough: options.url_passthrough,
    };
    let told = question
        .asked_in(config)
        .filter(|it| !(it.consent_mode().is_empty() && it.signals().is_empty()));
    Some(Arc::new(SentSignals {
        script: Asset::of_table(SCRIPT, &table),
        told: names(told.clone()),
        advanced: names(told.filter(|it| it.is_advanced())),
    }))
}

/// The identifiers of categories, separated by spaces.
fn names<'c>(categories: impl Iterator<Item = &'c CategoryInfo>) -> String {
    let names: Vec<_> = categories.map(CategoryInfo::name).collect();
    names.join(" ")
}
