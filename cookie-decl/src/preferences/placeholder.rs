//! What an element that waits for consent is, and who receives data once it loads.

use alloc::string::String;
use alloc::vec::Vec;

use crate::preferences::choices::{Choice, Choices};
use crate::run_time::Config;
use crate::table::Table;
use crate::table::category::CategoryInfo;
use crate::table::declaration::{Declaration, SetBy};
use crate::table::provider::ProviderInfo;

/// An element that waits for consent, for [`Look::placeholder`](super::Look::placeholder).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Waiting<'a> {
    /// The category that the element waits for.
    pub category: &'a Choice<'a>,
    /// The third parties that receive data once the element loads.
    pub recipients: &'a [Recipient],
    /// Whether the element can load without an answer: not where the page's
    /// `Content-Security-Policy` depends on the answer.
    pub can_load_once: bool,
    /// The `height` of the element, in CSS pixels, if its tag has it.
    pub height: Option<u32>,
}

/// A third party that receives data once an element loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recipient {
    /// The provider's title, or the domain of a row without a provider.
    pub name: &'static str,
    /// The address of its privacy policy.
    pub privacy: Option<&'static str>,
}

impl Waiting<'_> {
    /// What the visitor sees named: the recipients, or else the category.
    pub(super) fn name(&self, choices: &Choices<'_>) -> String {
        let names: Vec<_> = self.recipients.iter().map(|it| it.name).collect();
        if names.is_empty() {
            self.category.title.as_str().into()
        } else {
            names.join(choices.texts.separator)
        }
    }
}

/// The third parties of a category. Where the HTML has the domain of some, the others receive
/// nothing.
pub(super) fn recipients(
    table: &'static Table,
    config: Config<'_>,
    category: &'static CategoryInfo,
    html: &str,
) -> Vec<Recipient> {
    let (mut all, mut named) = (Vec::new(), Vec::new());
    let rows = table.rows_of(category);
    for row in rows.filter(|row| row.is_on(config)) {
        let Some((recipient, domains)) = recipient(row) else {
            continue;
        };
        // A domain with holes is known by what is after them.
        let is_in_html = |domain: &&str| {
            let fixed = domain.rsplit('}').next().unwrap_or(domain);
            !fixed.is_empty() && html.contains(fixed)
        };
        let is_named = domains.iter().any(is_in_html);
        for list in [Some(&mut all), is_named.then_some(&mut named)] {
            if let Some(list) = list.filter(|list| !list.contains(&recipient)) {
                list.push(recipient);
            }
        }
    }
    if named.is_empty() { all } else { named }
}

/// The third party of a row, with its domains.
fn recipient(row: &Declaration) -> Option<(Recipient, Vec<&'static str>)> {
    let own = match row.set_by() {
        SetBy::ThirdParty(domain) => Some(domain),
        _ => None,
    };
    let provider = row.provider();
    if own.is_none() && !provider.is_some_and(ProviderInfo::third_party) {
        return None;
    }
    let own = own.flatten();
    let name = provider.map(ProviderInfo::title).or(own)?;
    let privacy = provider.and_then(ProviderInfo::privacy);
    let mut domains = provider.map_or_else(Vec::new, |it| it.domains().to_vec());
    domains.extend(own);
    Some((Recipient { name, privacy }, domains))
}

/// The `height` of the first tag.
pub(super) fn height(html: &str) -> Option<u32> {
    let tag = html.split('>').next()?;
    let mut attributes = tag.split_ascii_whitespace();
    let value = attributes.find_map(|it| it.strip_prefix("height="))?;
    value.trim_matches(['"', '\'', '/']).parse().ok()
}
