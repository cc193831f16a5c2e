//! The policy file: a whole table as JSON, which people review and programs without the table read.

pub(crate) mod check;
mod compare;
mod duration;
mod json;
pub(crate) mod lookup;
mod print;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use crate::policy_file::check::policy_file;
pub use crate::policy_file::compare::{AskedAgain, Comparison, Date, Difference, Weight};
pub use crate::policy_file::duration::{Duration, Term};
pub use crate::policy_file::json::ReadError;

/// The version of the format that this release writes.
pub const SCHEMA: u32 = 1;

/// A table: everything that visitors are told, and everything that cookies are checked against.
///
/// Rows and texts are sorted, so a difference between two files is a difference between two tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// The version of the format: [`SCHEMA`].
    pub schema: u32,
    /// The site, such as `https://shop.example`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The date of the last change, which visitors read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_updated: Option<String>,
    /// The version of the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Who decides what is stored and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller: Option<Controller>,
    /// Who asks visitors for consent instead of the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_elsewhere: Option<String>,
    /// Whether the visitor's answer contains a random identifier.
    #[serde(default, skip_serializing_if = "is_false")]
    pub consent_tied: bool,
    /// The language of the texts, a BCP 47 tag.
    pub language: String,
    /// The title of the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The paragraphs of the introduction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduction: Vec<String>,
    /// The parts of the page, in order.
    pub page: Vec<Part>,
    /// The categories by their identifiers. With `by provider`, there is one for each provider.
    pub categories: BTreeMap<String, Category>,
    /// The providers by their identifiers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub providers: BTreeMap<String, Provider>,
    /// The rows, sorted by category and name. A row with several names is here once for each name.
    pub rows: Vec<Row>,
    /// The cookies that the site no longer sets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<Retired>,
    /// The texts in other languages: by the language's tag, then by the text of the table.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
    /// The built-in texts that the site replaces: by the language's tag, then by their keys.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub wording: BTreeMap<String, BTreeMap<String, String>>,
}

/// A part of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Part {
    /// The rows of a category, by its identifier in the table.
    Category(String),
    /// The site's own prose.
    Section {
        /// The heading.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heading: Option<String>,
        /// The paragraphs.
        paragraphs: Vec<String>,
    },
    /// The site's own explanation of cookies. Without paragraphs, the page has none.
    About {
        /// The heading.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heading: Option<String>,
        /// The paragraphs.
        paragraphs: Vec<String>,
    },
    /// The built-in explanation of cookies.
    BuiltInAbout,
}

/// A category: rows that visitors decide about together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// What the category needs before something is stored.
    pub gate: Gate,
    /// The title that visitors read.
    pub title: String,
    /// What the category is a part of if visitors choose for each provider (`by provider`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_provider: Option<OfProvider>,
    /// The paragraphs that visitors read.
    pub description: Vec<String>,
    /// The revision, from `revision N`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub revision: u32,
    /// Whether `Sec-GPC: 1` denies the category.
    #[serde(default, skip_serializing_if = "is_false")]
    pub gpc: bool,
    /// Signals of Google's consent mode.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consent_mode: Vec<String>,
    /// Signals to other vendors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signals: Vec<String>,
    /// Whether the tags of the category are loaded before the visitor agrees, and are told so.
    #[serde(default, skip_serializing_if = "is_false")]
    pub advanced: bool,
    /// Purposes of the Transparency and Consent Framework.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcf: Vec<u8>,
    /// The hash of what visitors answer about: 16 hexadecimal digits.
    pub fingerprint: String,
    /// Earlier fingerprints whose answers still count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The names of the rows in their order on the page.
    pub rows: Vec<String>,
    /// The rows of other categories that the page lists here as well (`also`), in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<Listed>,
    /// The prose between the rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Prose>,
}

/// What a category is a part of if visitors choose for each provider (`by provider`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfProvider {
    /// The identifier of the category in the table.
    pub category: String,
    /// The identifier of the provider.
    pub provider: String,
}

/// A row of another category that this category lists as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The name as the row declares it.
    pub name: String,
    /// Why it is stored, in this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// A heading and paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// The heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

/// What a category needs before something is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Nothing.
    Exempt,
    /// The visitor's grant.
    OptIn,
    /// Nothing, until the visitor denies the category.
    OptOut,
}

impl Gate {
    /// Returns the gate as the table writes it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exempt => "exempt",
            Self::OptIn => "opt_in",
            Self::OptOut => "opt_out",
        }
    }
}

/// Somebody who is responsible for rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The name that visitors read.
    pub title: String,
    /// The address of the privacy policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<String>,
    /// The address of the page where visitors object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opt_out: Option<String>,
    /// The address for questions: `mailto:..`, or a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The provider's domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// Whether somebody other than the site reads what is stored.
    #[serde(default, skip_serializing_if = "is_false")]
    pub third_party: bool,
    /// The provider's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Where it transfers data to, and the safeguard for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<String>,
}

/// Who decides what is stored and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// The name that visitors read.
    pub title: String,
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The address for questions: `mailto:..`, or a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The address of the data protection officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
    /// The address of the privacy policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<String>,
    /// The supervisory authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
}

/// One declared name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The identifier of the category.
    pub category: String,
    /// The name. It may have holes, such as `_ga_{container}`. For `any`, it is `any`.
    pub name: String,
    /// Where the item is stored, as the table writes it: `cookie`, `local_storage`, …
    #[serde(default = "cookie", skip_serializing_if = "is_cookie")]
    pub storage: String,
    /// Who stores it: `server`, `script`, `other`, `third_party`, or a third party's domain.
    pub set_by: String,
    /// The identifier of the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The part of the site that uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// Why it is stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// How long it is kept.
    #[cfg_attr(test, schemars(with = "String"))]
    pub duration: Duration,
    /// The text that visitors read instead of the duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_text: Option<String>,
    /// The attributes of a cookie, if the table declares them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Attributes>,
    /// Why the site may process the data: a point of article 6(1) of the GDPR.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// A remark for visitors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The site's own columns: cells by title.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Whether the row is for every cookie of a third party's domain (`any`).
    #[serde(default, skip_serializing_if = "is_false")]
    pub any: bool,
    /// Whether the row depends on the deployment: it has `when`, or a duration in braces.
    #[serde(default, skip_serializing_if = "is_false")]
    pub varies: bool,
    /// The table that the row was included from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub included_from: Option<String>,
    /// The date of that table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts_of: Option<String>,
}

/// The attributes that a cookie is sent with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attributes {
    /// `Path`.
    pub path: String,
    /// `Domain`; `None` for the host alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// `SameSite`.
    pub same_site: String,
    /// `Secure`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub secure: bool,
    /// `HttpOnly`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub http_only: bool,
    /// `Partitioned`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub partitioned: bool,
}

/// Writes the attributes as a `Set-Cookie` field does.
impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Path={}", self.path)?;
        if let Some(domain) = &self.domain {
            write!(f, "; Domain={domain}")?;
        }
        for (is_set, flag) in [
            (self.secure, "Secure"),
            (self.http_only, "HttpOnly"),
            (self.partitioned, "Partitioned"),
        ] {
            if is_set {
                write!(f, "; {flag}")?;
            }
        }
        write!(f, "; SameSite={}", self.same_site)
    }
}

/// A cookie that the site no longer sets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// The name, which may have holes.
    pub name: String,
    /// The `Path` that it was set with. `{ .. }` if it is known only at run time.
    pub path: String,
    /// The `Domain` that it was set with. `{ .. }` if it is known only at run time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}

fn cookie() -> String {
    "cookie".to_owned()
}

fn is_cookie(storage: &str) -> bool {
    storage == "cookie"
}
