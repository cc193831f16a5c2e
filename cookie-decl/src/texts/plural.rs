//! The plural rules of CLDR, each named after the languages that follow it.
//!
//! <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>

/// The forms of a number with its unit. Each starts with `{n}` or leaves the number out.
///
/// The variant is the rule, and has the forms that the rule needs. The page prints only whole
/// numbers, so there are no forms for fractions.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Forms {
    /// Japanese and Chinese.
    Same(&'static str),
    /// Dutch, English, German, Greek and Swedish. `one` is for 1.
    Germanic {
        one: &'static str,
        other: &'static str,
    },
    /// Italian, Spanish and the Portuguese of Portugal. `one` is for 1.
    ///
    /// CLDR has another form for whole millions, but in digits they read like other numbers.
    Romance {
        one: &'static str,
        other: &'static str,
    },
    /// French and the Portuguese of Brazil. `one` is for 0 and 1; millions are as in Italian.
    French {
        one: &'static str,
        other: &'static str,
    },
    /// `one` is for 1, `few` for numbers that end in 2 to 4, but not in 12 to 14.
    Polish {
        one: &'static str,
        few: &'static str,
        many: &'static str,
    },
    /// `one` is for numbers that end in 1, but not in 11; `few` is as in Polish.
    Ukrainian {
        one: &'static str,
        few: &'static str,
        many: &'static str,
    },
    /// `few` is for numbers that end in 03 to 10, `many` for those that end in 11 to 99.
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
    /// The CLDR category of a number.
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
    pub(super) fn form(&self, n: u32) -> &'static str {
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
