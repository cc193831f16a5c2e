//! Plural forms: each rule of CLDR by the languages that follow it.
//!
//! <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>

/// The forms of a word with a number: they begin with `{n}`, or leave it out. The variant is the rule, and asks for the
/// forms that it needs.
///
/// Only whole numbers are printed, so that forms for fractions are missing.
#[derive(Debug)]
pub(crate) enum Forms {
    /// Japanese and Chinese.
    Same(&'static str),
    /// Dutch, English, German, Greek and Swedish: `one` is for 1.
    Germanic {
        one: &'static str,
        other: &'static str,
    },
    /// Italian and Spanish: as in English. CLDR sets whole millions apart, which in digits read like any other number.
    Romance {
        one: &'static str,
        other: &'static str,
    },
    /// French and Portuguese: the same, and 0 is like 1.
    French {
        one: &'static str,
        other: &'static str,
    },
    /// `few` is for what ends in 2 to 4, but not in 12 to 14.
    Polish {
        one: &'static str,
        few: &'static str,
        many: &'static str,
    },
    /// The same, and `one` is for what ends in 1, but not in 11.
    Ukrainian {
        one: &'static str,
        few: &'static str,
        many: &'static str,
    },
    /// `few` is for what ends in 03 to 10, `many` for what ends in 11 to 99.
    Arabic {
        zero: &'static str,
        one: &'static str,
        two: &'static str,
        few: &'static str,
        many: &'static str,
        other: &'static str,
    },
}

/// A category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Forms {
    /// The category of a number by this rule.
    pub(super) fn category(&self, n: u32) -> Category {
        let is_one = match self {
            Self::Germanic { .. }
            | Self::Romance { .. }
            | Self::Polish { .. }
            | Self::Arabic { .. } => n == 1,
            Self::French { .. } => n < 2,
            Self::Ukrainian { .. } => n % 10 == 1 && n % 100 != 11,
            Self::Same(_) => false,
        };
        match self {
            _ if is_one => Category::One,
            Self::Romance { .. } | Self::French { .. } if n > 0 && n.is_multiple_of(1_000_000) => {
                Category::Many
            }
            Self::Same(_) | Self::Germanic { .. } | Self::Romance { .. } | Self::French { .. } => {
                Category::Other
            }
            Self::Polish { .. } | Self::Ukrainian { .. } => match (n % 10, n % 100) {
                (2..=4, ..12 | 15..) => Category::Few,
                _ => Category::Many,
            },
            Self::Arabic { .. } => match (n, n % 100) {
                (0, _) => Category::Zero,
                (2, _) => Category::Two,
                (_, 3..=10) => Category::Few,
                (_, 11..) => Category::Many,
                _ => Category::Other,
            },
        }
    }

    /// The form for a number.
    pub(super) fn of(&self, n: u32) -> &'static str {
        let category = self.category(n);
        match *self {
            Self::Same(form) => form,
            Self::Germanic { one, other }
            | Self::Romance { one, other }
            | Self::French { one, other } => {
                if category == Category::One {
                    one
                } else {
                    other
                }
            }
            Self::Polish { one, few, many } | Self::Ukrainian { one, few, many } => {
                match category {
                    Category::One => one,
                    Category::Few => few,
                    _ => many,
                }
            }
            Self::Arabic {
                zero,
                one,
                two,
                few,
                many,
                other,
            } => match category {
                Category::Zero => zero,
                Category::One => one,
                Category::Two => two,
                Category::Few => few,
                Category::Many => many,
                Category::Other => other,
            },
        }
    }
}
