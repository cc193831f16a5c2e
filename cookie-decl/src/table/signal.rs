//! What vendors' scripts are told about the visitor's choice.

/// How a vendor's script is told about the visitor's choice (`signals(..)` of a gate).
///
/// The signals of Google's consent mode are [`CategoryInfo::consent_mode`].
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// /// Audience
/// # #[allow(empty_category, no_consent_row)]
/// category Statistics: opt_in(signals(clarity_analytics, matomo)) {
///     // ..
/// }
/// # } }
/// use cookie_decl::table::Signal;
/// # use cookies::Category;
/// let signals = Category::Statistics.info().signals();
/// assert_eq!(signals, [Signal::ClarityAnalytics, Signal::Matomo]);
/// assert_eq!(signals[1].word(), "matomo");
/// ```
///
/// [`CategoryInfo::consent_mode`]: crate::table::CategoryInfo::consent_mode
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Signal {
    /// Microsoft Clarity: `analytics_Storage` of `clarity("consentv2", {..})`.
    ClarityAnalytics,
    /// Microsoft Clarity: `ad_Storage` of `clarity("consentv2", {..})`.
    ClarityAds,
    /// Microsoft Advertising: `ad_storage` of `uetq.push("consent", "update", {..})`.
    Uet,
    /// The pixel of Meta: `fbq("consent", "grant")` and `fbq("consent", "revoke")`.
    Meta,
    /// Matomo, which sends nothing without consent: `requireConsent` and `setConsentGiven`.
    Matomo,
    /// Matomo, which counts visits without cookies before consent: `requireCookieConsent`,
    /// `setCookieConsentGiven` and `forgetCookieConsentGiven`.
    MatomoCookies,
    /// The pixel of TikTok: `ttq.holdConsent()`, `ttq.grantConsent()` and `ttq.revokeConsent()`.
    #[cfg_attr(feature = "serde", serde(rename = "tiktok"))]
    TikTok,
    /// The tag of Pinterest: `pintrk("setconsent", true)` and `pintrk("setconsent", false)`.
    Pinterest,
}

impl Signal {
    /// Returns the word of the table, such as `clarity_analytics`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ClarityAnalytics => "clarity_analytics",
            Self::ClarityAds => "clarity_ads",
            Self::Uet => "uet",
            Self::Meta => "meta",
            Self::Matomo => "matomo",
            Self::MatomoCookies => "matomo_cookies",
            Self::TikTok => "tiktok",
            Self::Pinterest => "pinterest",
        }
    }
}
