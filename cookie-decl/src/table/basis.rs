//! Why a site may process personal data.

/// A legal basis of article 6(1) of the GDPR.
///
/// It says why the site may process what it reads. The [`Gate`] answers another question: whether
/// it may store anything on the device at all (ePrivacy directive, article 5(3)).
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The shop does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration | basis;
/// /// Keeps your basket
/// "basket" | 2 weeks | contract;
/// #     }
/// # } }
/// use cookie_decl::table::LegalBasis;
/// # use cookies::POLICY;
/// let basket = POLICY.find("basket").unwrap();
/// assert_eq!(basket.basis(), Some(LegalBasis::Contract));
/// ```
///
/// [`Gate`]: crate::table::Gate
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum LegalBasis {
    /// Consent, point (a).
    Consent,
    /// The performance of a contract, point (b).
    Contract,
    /// A legal obligation, point (c).
    LegalObligation,
    /// Vital interests, point (d).
    VitalInterests,
    /// A task in the public interest, point (e).
    PublicTask,
    /// Legitimate interests, point (f).
    LegitimateInterests,
}

impl LegalBasis {
    /// Returns the word of the table, such as `legitimate_interests`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "contract",
            Self::LegalObligation => "legal_obligation",
            Self::VitalInterests => "vital_interests",
            Self::PublicTask => "public_task",
            Self::LegitimateInterests => "legitimate_interests",
        }
    }
}
