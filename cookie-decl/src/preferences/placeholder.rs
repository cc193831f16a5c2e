//! What a visitor sees where an element waits for consent, and where a part of a page is older than
//! their choice.

use alloc::string::String;
use alloc::vec::Vec;

use crate::html::Html;
use crate::preferences::choices::{Choice, Choices};
use crate::preferences::look::{Button, Element, Look, form, form_address, link, site_text};
use crate::run_time::Config;
use crate::table::Table;
use crate::table::category::CategoryInfo;
use crate::table::declaration::{Declaration, SetBy};
use crate::table::provider::ProviderInfo;

/// An element that waits for consent, for [`Look::placeholder`].
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
    /// The `width` and `height` of the element, in CSS pixels, if its tag has them.
    pub size: Option<[u32; 2]>,
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
    fn name(&self, choices: &Choices<'_>) -> String {
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
    category: &CategoryInfo,
    html: &str,
) -> Vec<Recipient> {
    let (mut all, mut named) = (Vec::new(), Vec::new());
    let rows = table.rows_of(category).iter();
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

/// The `width` and `height` of the first tag.
pub(super) fn size(html: &str) -> Option<[u32; 2]> {
    let tag = html.split('>').next()?;
    let value = |name: &str| {
        let mut attributes = tag.split_ascii_whitespace();
        let value = attributes.find_map(|it| it.strip_prefix(name)?.strip_prefix('='))?;
        value.trim_matches(['"', '\'', '/']).parse().ok()
    };
    Some([value("width")?, value("height")?])
}

/// Prints an element that the visitor allows, or in its place what it waits for.
pub(super) fn embed(
    html: &mut Html,
    look: &dyn Look,
    waiting: &Waiting<'_>,
    choices: &Choices<'_>,
    nonce: &str,
    element: &str,
) {
    let name = waiting.category.name;
    let attributes = [
        ("class", look.class(Element::Embed)),
        ("role", "group"),
        ("aria-label", &*waiting.name(choices)),
        // The script moves the focus here: the button that had it is gone.
        ("tabindex", "-1"),
        ("data-cookie-embed", name),
    ];
    html.element("div", &attributes, |html| {
        // Also beside the element, for a visitor who denies the category later.
        look.placeholder(html, waiting, choices);
        // Scripts start in one way, whether consent was given before or after the page was loaded.
        let has_scripts = element.to_ascii_lowercase().contains("<script");
        if waiting.category.is_allowed && !has_scripts {
            html.trusted(element);
        } else {
            let attributes = [("data-cookie-category", name), ("nonce", nonce)];
            html.element("template", &attributes, |html| html.trusted(element));
        }
    });
}

/// Prints the placeholder; see [`Look::placeholder`].
pub(super) fn placeholder<L: Look + ?Sized>(
    look: &L,
    html: &mut Html,
    waiting: &Waiting<'_>,
    choices: &Choices<'_>,
) {
    let (texts, category) = (choices.texts, waiting.category);
    let attributes = [
        ("class", look.class(Element::Placeholder)),
        ("lang", choices.built_in_language),
        ("dir", choices.direction.as_str()),
        ("data-cookie-placeholder", "true"),
        ("hidden", if category.is_allowed { "hidden" } else { "" }),
    ];
    html.element("div", &attributes, |html| {
        if let Some([width, height]) = waiting.size {
            // A strict `Content-Security-Policy` forbids `style`.
            let [width, height] = [width, height].map(|side| alloc::format!("{side}"));
            let size = [
                ("width", &*width),
                ("height", &height),
                ("aria-hidden", "true"),
            ];
            html.element("svg", &size, |_| {});
        }
        html.element("div", &[], |html| {
            html.element("p", &[], |html| {
                let [before, after] = texts.needs;
                html.text(before);
                site_text(html, "span", &category.title, choices);
                html.text(after);
            });
            if !waiting.recipients.is_empty() {
                html.element("p", &[], |html| recipients_of(html, waiting, choices));
            }
            if category.is_signalled {
                html.element("p", &[], |html| html.text(category.status));
            }
            buttons(look, html, waiting, choices);
            if choices.has_form {
                html.element("p", &[], |html| {
                    link(html, &form_address(choices), texts.settings);
                });
            }
        });
    });
}

fn recipients_of(html: &mut Html, waiting: &Waiting<'_>, choices: &Choices<'_>) {
    let [before, after] = choices.texts.recipients;
    html.text(before);
    for (index, recipient) in waiting.recipients.iter().enumerate() {
        html.text(if index > 0 {
            choices.texts.separator
        } else {
            ""
        });
        match recipient.privacy {
            Some(privacy) => link(html, privacy, recipient.name),
            None => html.text(recipient.name),
        }
    }
    html.text(after);
}

fn buttons<L: Look + ?Sized>(
    look: &L,
    html: &mut Html,
    waiting: &Waiting<'_>,
    choices: &Choices<'_>,
) {
    let (texts, category) = (choices.texts, waiting.category);
    html.element("div", &[("class", look.class(Element::Buttons))], |html| {
        if waiting.can_load_once {
            let once = [
                ("type", "button"),
                ("class", look.class(Element::Button)),
                ("data-cookie-once", "true"),
            ];
            html.element("button", &once, |html| {
                html.text(texts.once);
                html.text(&waiting.name(choices));
            });
        }
        if choices.has_form && !category.is_signalled {
            let text = [texts.always, category.title.as_str()].concat();
            form(html, choices, |html| {
                let allow = [
                    ("type", "hidden"),
                    ("name", "allow"),
                    ("value", category.name),
                ];
                html.void("input", &allow);
                let button = Button {
                    choice: "grant",
                    text: &text,
                };
                look.button(html, &button);
            });
        }
    });
    let failed = [("role", "alert"), ("data-cookie-failed", "true")];
    html.element("p", &failed, |_| {});
}

/// Prints the notice; see [`Look::reload_notice`].
pub(super) fn reload_notice<L: Look + ?Sized>(
    look: &L,
    html: &mut Html,
    categories: &str,
    choices: &Choices<'_>,
) {
    let attributes = [
        ("class", look.class(Element::Reload)),
        ("role", "status"),
        ("lang", choices.built_in_language),
        ("dir", choices.direction.as_str()),
    ];
    html.element("div", &attributes, |html| {
        let attributes = [("data-cookie-reload", categories), ("hidden", "hidden")];
        html.element("div", &attributes, |html| {
            html.element("p", &[], |html| html.text(choices.texts.stale));
            let button = [("type", "button"), ("class", look.class(Element::Button))];
            html.element("button", &button, |html| html.text(choices.texts.reload));
        });
    });
}
