//! The warnings of the standard: a readable name, which `#[allow(..)]` takes, and the rule's id.

macro_rules! rules {
    ($($variant:ident = $name:literal $($id:literal)?),+ $(,)?) => {
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Rule { $($variant),+ }

        impl Rule {
            pub(crate) const ALL: &[Self] = &[$(Self::$variant),+];

            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The id in the standard, if it is from there.
            pub(crate) fn id(self) -> Option<&'static str> {
                match self { $(Self::$variant => [$($id,)? ""].into_iter().find(|id| !id.is_empty())),+ }
            }
        }
    };
}

rules! {
    NotAToken = "not_a_token" "N2",
    PrefixCase = "prefix_case" "N3",
    DeadPrefix = "dead_prefix" "N4",
    CaseTwins = "case_twins" "N5",
    PatternOverlap = "pattern_overlap" "N9",
    LooksLikePattern = "looks_like_pattern" "N10",
    TooLong = "too_long" "M1",
    UnstatedDuration = "unstated_duration" "M4",
    OtherQuantity = "other_quantity" "M5",
    PartitionedSameSite = "partitioned_same_site" "S4",
    ForeignDomain = "foreign_domain",
    NoDescription = "no_description" "C1b",
    ExemptThirdParty = "exempt_third_party" "C2",
    ExemptTooLong = "exempt_too_long" "C2",
    EmptyCategory = "empty_category",
    NoConsentRow = "no_consent_row" "C4",
    LongConsent = "long_consent" "C5",
    NoPurpose = "no_purpose",
    UnprintedNote = "unprinted_note" "M4",
    UnusedTranslation = "unused_translation",
}

impl Rule {
    /// What of the table can carry the `#[allow(..)]`.
    pub(crate) fn silenced_above(self) -> &'static str {
        match self {
            Self::NoDescription | Self::EmptyCategory | Self::NoConsentRow => "the category",
            Self::UnprintedNote => "the policy",
            Self::UnusedTranslation => "the translation",
            _ => "the row or its category",
        }
    }
}
