//! What the look of banner, form and pages is made of.

use alloc::string::String;
use alloc::vec::Vec;

use crate::html::Html;
use crate::page::document::{Block, Inline, Stored, Text};
use crate::preferences::choices::{Choice, Choices};
use crate::preferences::placeholder::Waiting;
use crate::texts::direction::direction_of_language;
use crate::wire::percent;

/// Prints the form that posts a choice.
///
/// `via` says where the form is, for the log; empty for the form itself.
pub(super) fn form(
    html: &mut Html,
    choices: &Choices<'_>,
    via: &str,
    content: impl FnOnce(&mut Html),
) {
    let attributes = [
        ("method", "post"),
        ("action", &*choices.action),
        ("data-cookie-choice", "true"),
        ("data-failed", choices.texts.failed),
        // These stop Turbo and htmx from handling the form.
        ("data-turbo", "false"),
        ("data-hx-boost", "false"),
    ];
    html.element("form", &attributes, |html| {
        hidden(html, "return", &choices.return_to);
        if !via.is_empty() {
            hidden(html, "via", via);
        }
        content(html);
    });
}

/// Prints a field that visitors do not see.
pub(super) fn hidden(html: &mut Html, name: &str, value: &str) {
    let attributes = [("type", "hidden"), ("name", name), ("value", value)];
    html.void("input", &attributes);
}

/// Prints that the answer contains an identifier, with `consent tied`.
pub(super) fn identifier(html: &mut Html, choices: &Choices<'_>) {
    if let Some(cookie) = choices.identifier_in {
        let [before, after] = choices.texts.identifier;
        html.element("p", &[], |html| {
            html.text(before);
            html.element("code", &[("dir", "ltr")], |html| html.text(cookie));
            html.text(after);
        });
    }
}

/// Prints why the visitor is asked again.
pub(super) fn reason(html: &mut Html, choices: &Choices<'_>) {
    if let Some(reason) = &choices.reason {
        html.element("p", &[("data-cookie-reason", "true")], |html| {
            html.text(reason);
        });
    }
}

/// Prints a paragraph with the titles of the selected categories, if there are any.
pub(crate) fn titles(
    html: &mut Html,
    around: [&str; 2],
    choices: &Choices<'_>,
    which: impl Fn(&Choice<'_>) -> bool,
) {
    let mut titles: Vec<_> = choices.gated().filter(|choice| which(choice)).collect();
    titles.dedup_by(|choice, before| choice.is_with(before));
    if titles.is_empty() {
        return;
    }
    let [before, after] = around;
    html.element("p", &[], |html| {
        html.text(before);
        for (index, choice) in titles.into_iter().enumerate() {
            html.text(if index > 0 {
                choices.texts.separator
            } else {
                ""
            });
            site_text(html, "span", choice.heading(), choices);
        }
        html.text(after);
    });
}

/// Prints a link to a page of the site.
pub(super) fn link(html: &mut Html, path: &str, text: &str) {
    html.element("a", &[("href", path)], |html| html.text(text));
}

/// The address of the form, with the path to return to.
pub(super) fn form_address(choices: &Choices<'_>) -> String {
    let has_query = choices.action.contains('?');
    let join = if has_query { "&" } else { "?" };
    [&*choices.action, &query(join, &choices.return_to)].concat()
}

/// The query with the path to return to; empty without a path.
pub(crate) fn query(join: &str, return_to: &str) -> String {
    let mut query = String::new();
    if !return_to.is_empty() {
        query.extend([join, "return="]);
    }
    query.push_str(&percent::encode(return_to, |byte| {
        byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte)
    }));
    query
}

/// Prints the names of a row, why it is stored, by whom and for how long.
pub(super) fn stored_row(html: &mut Html, stored: &Stored, choices: &Choices<'_>) {
    for (index, name) in stored.names.iter().enumerate() {
        html.text(if index > 0 {
            choices.texts.separator
        } else {
            ""
        });
        html.element("code", &[("dir", "ltr")], |html| html.text(name));
    }
    html.void("br", &[]);
    html.text(stored.purpose.as_deref().unwrap_or_default());
    let facts = [&stored.provider, &stored.duration];
    for (index, fact) in facts.into_iter().flatten().enumerate() {
        if index > 0 {
            html.text(" · ");
        } else if stored.purpose.is_some() {
            html.void("br", &[]);
        }
        html.text(fact);
    }
}

/// Prints a paragraph or a list of the site.
pub(super) fn site_block(html: &mut Html, block: &Block<'_>, choices: &Choices<'_>) {
    let language = language_of_site(choices);
    match block {
        Block::Paragraph { content } | Block::Heading { content } => {
            html.element("p", &language, |html| inline(html, content));
        }
        Block::List { items } => html.element("ul", &language, |html| {
            for item in items {
                html.element("li", &[], |html| inline(html, item));
            }
        }),
        Block::Table(_) => {}
    }
}

fn inline(html: &mut Html, content: &[Inline<'_>]) {
    for piece in content {
        match piece {
            Inline::Text { text } => html.text(text.as_str()),
            Inline::Strong { text } => html.element("strong", &[], |html| html.text(text.as_str())),
            Inline::Code { text } => {
                html.element("code", &[("dir", "ltr")], |html| html.text(text));
            }
            Inline::Link { text, href } => link(html, href.as_str(), text.as_str()),
        }
    }
}

/// Prints a text of the site, marked with its language if that differs from the built-in texts'.
pub(super) fn site_text(
    html: &mut Html,
    element: &'static str,
    text: &Text<'_>,
    choices: &Choices<'_>,
) {
    let language = other_language(text, choices);
    if language[0].1.is_empty() && element == "span" {
        html.text(text.as_str());
    } else {
        html.element(element, &language, |html| html.text(text.as_str()));
    }
}

/// The language and the direction of a text, if its language is not that of the built-in texts;
/// empty otherwise.
pub(super) fn other_language<'c>(
    text: &Text<'_>,
    choices: &Choices<'c>,
) -> [(&'static str, &'c str); 2] {
    if matches!(text, Text::Site(_)) {
        language_of_site(choices)
    } else {
        [("lang", ""), ("dir", "")]
    }
}

/// The language and the direction of the site's texts; empty if it is that of the built-in texts.
pub(super) fn language_of_site<'c>(choices: &Choices<'c>) -> [(&'static str, &'c str); 2] {
    let is_other = choices.language != choices.built_in_language;
    let (tag, direction) = if is_other {
        let direction = direction_of_language(choices.language);
        (choices.language, direction.as_str())
    } else {
        ("", "")
    };
    [("lang", tag), ("dir", direction)]
}

/// Prints who receives data once an element loads.
pub(super) fn recipients_of(html: &mut Html, waiting: &Waiting<'_>, choices: &Choices<'_>) {
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
