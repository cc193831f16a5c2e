//! The result of a check: findings with their places, and how they are printed.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// All findings of one check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The findings, in reading order.
    pub findings: Vec<Finding>,
    /// What was not checked, and why.
    pub notes: Vec<String>,
}

/// One difference between a site and its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// Where it was found.
    pub place: Place,
    /// The name of the cookie or item, the host of a request, or a step of a walk. Empty if it is
    /// not known.
    pub subject: String,
    /// What was found: a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Where a finding was made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// A place in the source; lines and columns count from 1.
    Source {
        /// The path, as it was passed to the check.
        file: String,
        /// The line.
        line: usize,
        /// The column, in characters.
        column: usize,
    },
    /// A request or page, and the visitor who made it.
    Visit {
        /// The method and path of the request, or the address of the page.
        request: String,
        /// The visitor, such as `never asked`.
        visitor: String,
    },
    /// The table itself.
    Table,
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $rule:ident = $name:literal,)+) => {
        /// What is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $doc])+ $rule,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule),+];

            /// Returns the name of the rule, such as `undeclared`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }

            /// Returns the rule as a sentence: the text of its documentation.
            pub const fn about(self) -> &'static str {
                match self {
                    $(Self::$rule => concat!($($doc),+),)+
                }
            }
        }
    };
}

rules! {
    /// The table does not declare the name.
    Undeclared = "undeclared",
    /// The table does not declare a host that a page sends requests to.
    UndeclaredHost = "undeclared_host",
    /// The source does not show the name.
    Undecided = "undecided",
    /// Something is stored without the constant of its row, or outside of the guard.
    PastTheTable = "past_the_table",
    /// Something is stored or loaded that the visitor did not allow.
    NotConsented = "not_consented",
    /// The category in `data-cookie-category` is not one of the table.
    UnknownCategory = "unknown_category",
    /// An attribute differs from the declared one.
    NotAsDeclared = "not_as_declared",
    /// A cookie is kept for longer than the table declares.
    TooLong = "too_long",
    /// A cookie is kept for less time than the table declares.
    TooShort = "too_short",
    /// Something is still stored after the visitor denied it.
    Survived = "survived",
    /// The table declares something that nothing stored.
    NeverSeen = "never_seen",
    /// A comment, setting or baseline is about a finding that no longer occurs.
    Outdated = "outdated",
    /// A shared cache may keep a response that depends on the visitor.
    Cached = "cached",
    /// A response breaks a rule of the guard.
    Guard = "guard",
    /// The application did not respond, or refused a step to some visitors.
    Failed = "failed",
}

impl FromStr for Rule {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let rule = Self::ALL.iter().find(|rule| rule.name() == name);
        rule.copied().ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|rule| rule.name()).collect();
            format!("`{name}` is not a rule: {}", names.join(", "))
        })
    }
}

impl Report {
    /// Whether there are no findings.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Returns the number of findings in words.
    #[must_use]
    pub fn count(&self) -> String {
        match self.findings.len() {
            0 => "no findings".to_owned(),
            1 => "1 finding".to_owned(),
            count => format!("{count} findings"),
        }
    }

    /// Removes the findings about a subject that break this rule, and notes the reason.
    ///
    /// ```
    /// use cookie_decl_audit::{Report, Rule};
    /// let mut report = Report::default();
    /// report.allow(Rule::NeverSeen, "order", "the payment page needs the bank's answer");
    /// assert_eq!(report.notes, ["`order` (never_seen) is allowed, but was not found"]);
    /// ```
    pub fn allow(&mut self, rule: Rule, subject: &str, reason: &str) {
        let before = self.findings.len();
        self.findings
            .retain(|it| it.rule != rule || it.subject != subject);
        let rule = rule.name();
        self.notes.push(if self.findings.len() < before {
            format!("`{subject}` ({rule}) is allowed: {reason}")
        } else {
            format!("`{subject}` ({rule}) is allowed, but was not found")
        });
    }

    /// Asserts that there are no findings.
    ///
    /// # Panics
    /// With all findings, if there are any.
    #[track_caller]
    pub fn assert_clean(&self) {
        assert!(self.is_clean(), "\n{self}");
    }
}

impl Finding {
    /// Creates a finding. Its place is added later.
    pub(crate) fn new(rule: Rule, subject: &str, message: String, help: String) -> Self {
        Self {
            rule,
            place: Place::Table,
            subject: subject.to_owned(),
            message,
            help,
        }
    }
}

/// Writes the findings as text for people.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}\n")?;
        }
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        f.write_str(&self.count())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rule,
            place,
            message,
            help,
            ..
        } = self;
        write!(f, "{place}: {message} [{}]", rule.name())?;
        if help.is_empty() {
            Ok(())
        } else {
            write!(f, "\n    help: {help}")
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source { file, line, column } => write!(f, "{file}:{line}:{column}"),
            Self::Visit { request, visitor } => write!(f, "{request} ({visitor})"),
            Self::Table => f.write_str("the table"),
        }
    }
}
