//! The look of the banner, the form and the pages, which a site can replace piece by piece.

use crate::html::Html;
use crate::preferences::choices::{BannerShape, Choice, Choices};
use crate::preferences::element::{Button, Element};
use crate::preferences::frame::{Frame, LanguageLink};
use crate::preferences::pieces::{
    form, form_address, hidden, identifier, language_of_site, link, other_language, query, reason,
    recipients_of, site_block, site_text, stored_row, titles,
};
use crate::preferences::placeholder::Waiting;
use crate::table::category::Gate;
use crate::texts::ask::State;
use crate::texts::direction::direction_of_language;

/// The look of the banner, the form and the pages.
///
/// Each method prints one piece. A site overrides the pieces that it wants to change.
///
/// For other classes, override [`class`](Self::class).
///
/// # Custom properties
///
/// For other colours and sizes, a stylesheet of the site sets custom properties, on `:root` or on
/// single pieces:
///
/// | property | what it sets | contrast (WCAG 2.2) |
/// |---|---|---|
/// | `--cookie-text` | texts | 4.5:1 with `--cookie-background` |
/// | `--cookie-background` | the ground of banner, form and pages | |
/// | `--cookie-accent` | links, boxes, and the line at banner and message | 4.5:1 with `--cookie-background` |
/// | `--cookie-button-background` | the ground of the buttons to grant all and to deny all, and the text of the button to save; `--cookie-accent` by default | 4.5:1 with `--cookie-background` |
/// | `--cookie-button-text` | the text of the buttons to grant all and to deny all; `--cookie-background` by default | 4.5:1 with `--cookie-button-background` |
/// | `--cookie-border` | lines between categories and in tables | 3:1 with `--cookie-background` |
/// | `--cookie-banner-border` | the border of the banner, such as `2px solid gray` | |
/// | `--cookie-shadow` | the shadow of a banner in the corner and of a dialog | |
/// | `--cookie-radius` | the corners of buttons, boxes and dialogs | |
/// | `--cookie-corner` | `inset-inline` of a banner in the corner: `1rem auto` puts it at the start | |
/// | `--cookie-space` | the space around and between the pieces; `1rem` by default | |
/// | `--cookie-width` | the greatest width of bar and pages; `64rem` by default | |
/// | `--cookie-heading-size` | the size of the headings of banner, form and summary | |
/// | `--cookie-font` | the font; that of the site by default | |
///
/// The buttons to grant all and to deny all have one ground and one text, so neither can stand out.
/// Without a value of the site, colours follow `color-scheme`.
///
/// ```
/// use cookie_decl::preferences::{Button, Html, Look, Element};
/// struct Bootstrap;
/// impl Look for Bootstrap {
///     fn class(&self, piece: Element) -> &str {
///         match piece {
///             Element::Button => "btn btn-outline-primary",
///             _ => piece.class(),
///         }
///     }
/// }
/// let mut html = Html::new(2);
/// Bootstrap.button(&mut html, &Button { choice: "refuse", text: "Reject all" });
/// assert!(html.finish().contains("class=\"btn btn-outline-primary\""));
/// ```
pub trait Look: Send + Sync {
    /// Returns the class of a piece.
    fn class(&self, piece: Element) -> &str {
        piece.class()
    }

    /// Prints a page around its content, for example in the site's own layout.
    fn document(&self, html: &mut Html, frame: &Frame<'_>) {
        html.trusted("<!DOCTYPE html>\n");
        html.element(
            "html",
            &[
                ("lang", frame.language),
                ("dir", direction_of_language(frame.language).as_str()),
            ],
            |html| {
                html.element("head", &[], |html| {
                    html.void("meta", &[("charset", "utf-8")]);
                    html.void(
                        "meta",
                        &[
                            ("name", "viewport"),
                            ("content", "width=device-width, initial-scale=1"),
                        ],
                    );
                    html.element("title", &[], |html| html.text(frame.title));
                    html.trusted(frame.head);
                });
                html.element("body", &[("class", self.class(Element::Page))], |html| {
                    self.languages(html, frame.languages);
                    html.element("main", &[], |html| html.trusted(frame.content));
                });
            },
        );
        html.trusted("\n");
    }

    /// Prints the links to the page in each language of the table.
    fn languages(&self, html: &mut Html, languages: &[LanguageLink<'_>]) {
        if languages.is_empty() {
            return;
        }
        html.element(
            "nav",
            &[("class", self.class(Element::Languages))],
            |html| {
                html.element("ul", &[], |html| {
                    for link in languages {
                        let current = if link.is_current { "page" } else { "" };
                        let attributes = [
                            ("href", &*link.address),
                            ("hreflang", link.tag),
                            ("lang", link.tag),
                            ("dir", direction_of_language(link.tag).as_str()),
                            ("aria-current", current),
                        ];
                        html.element("li", &[], |html| {
                            html.element("a", &attributes, |html| html.text(link.name));
                        });
                    }
                });
            },
        );
    }

    /// Prints the links to the policy page and, if there is something to choose, to the form.
    fn links(&self, html: &mut Html, choices: &Choices<'_>) {
        let attributes = [
            ("class", self.class(Element::Links)),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
        ];
        html.element("ul", &attributes, |html| {
            let language = other_language(&choices.title, choices);
            html.element("li", &language, |html| {
                link(html, &choices.policy, choices.title.as_str());
            });
            if choices.has_form {
                let address = [&*choices.action, &query("?", &choices.return_to)].concat();
                html.element("li", &[], |html| {
                    link(html, &address, choices.texts.settings);
                });
            }
        });
    }

    /// Prints the banner, which a layout shows while there is something to ask.
    ///
    /// It is best placed first in `body`, where the keyboard reaches it first and a bar covers
    /// nothing. The value of `data-cookie-banner` is the [shape](Choices::banner_shape). The script
    /// opens a `dialog`.
    fn banner(&self, html: &mut Html, choices: &Choices<'_>) {
        let texts = choices.texts;
        let is_dialog = choices.banner_shape == BannerShape::Dialog;
        let [element, open, focus] = if is_dialog {
            ["dialog", "open", "-1"]
        } else {
            ["section", "", ""]
        };
        let attributes = [
            ("class", self.class(Element::Banner)),
            ("aria-labelledby", "cookie-banner-heading"),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
            ("data-cookie-banner", choices.banner_shape.name()),
            // Otherwise search engines may show the banner instead of the page's own text.
            ("data-nosnippet", "true"),
            ("open", open),
        ];
        html.element(element, &attributes, |html| {
            let heading = [("id", "cookie-banner-heading"), ("tabindex", focus)];
            html.heading(0, &heading, texts.heading);
            if is_dialog {
                // While it is open, nothing outside is seen or read.
                self.message(html, choices);
            }
            reason(html, choices);
            let asked =
                |choice: &Choice<'_>| choice.gate == Gate::OptIn && choice.state != State::Signal;
            titles(html, texts.question, choices, asked);
            titles(html, texts.unobjected, choices, |choice| {
                choice.state == State::Unobjected
            });
            for advanced in &choices.advanced {
                html.element("p", &[], |html| {
                    site_text(html, "strong", &advanced.title, choices);
                    html.void("br", &[]);
                    html.text(&advanced.sentence);
                });
            }
            html.element("p", &[], |html| link(html, &choices.policy, texts.policy));
            short_form(self, html, choices, "banner");
        });
        // After the banner, because it stays when the banner is removed.
        self.message(html, choices);
    }

    /// Prints the form with a box for each category that can be denied.
    fn form(&self, html: &mut Html, choices: &Choices<'_>) {
        let texts = choices.texts;
        let attributes = [
            ("class", self.class(Element::Form)),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
        ];
        html.element("div", &attributes, |html| {
            html.heading(0, &[("tabindex", "-1")], texts.settings);
            self.message(html, choices);
            reason(html, choices);
            html.element("p", &[], |html| html.text(texts.explanation));
            identifier(html, choices);
            form(html, choices, "", |html| {
                for together in choices.categories.chunk_by(Choice::is_with) {
                    match together {
                        [choice, ..] if choice.of_provider.is_some() => {
                            self.providers(html, together, choices);
                        }
                        _ => together
                            .iter()
                            .for_each(|choice| self.category(html, choice, choices)),
                    }
                }
                // First, because the Enter key presses the first button of a form.
                buttons(self, html, &[("save", texts.save)]);
                buttons(
                    self,
                    html,
                    &[("accept", texts.accept), ("refuse", texts.refuse)],
                );
            });
            html.element("p", &[], |html| link(html, &choices.policy, texts.policy));
            if !choices.return_to.is_empty() {
                let back = [("href", &*choices.return_to), ("data-cookie-back", "true")];
                html.element("p", &[], |html| {
                    html.element("a", &back, |html| html.text(texts.back));
                });
            }
        });
    }

    /// Prints the form in a dialog, which the script puts at the end of `body`.
    ///
    /// The script moves the focus to the first element with `tabindex` in it. A link with
    /// `data-cookie-back` closes it, as Escape does.
    fn dialog(&self, html: &mut Html, choices: &Choices<'_>) {
        let attributes = [
            ("class", self.class(Element::Dialog)),
            ("aria-label", choices.texts.settings),
            ("lang", choices.built_in_language),
            ("data-cookie-dialog", "true"),
        ];
        html.element("dialog", &attributes, |html| self.form(html, choices));
    }

    /// Prints what the visitor chose, with buttons to change it, for the policy page.
    fn summary(&self, html: &mut Html, choices: &Choices<'_>) {
        let texts = choices.texts;
        let attributes = [
            ("class", self.class(Element::Summary)),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
        ];
        html.element("section", &attributes, |html| {
            html.heading(0, &[("id", "cookie-present")], texts.present);
            self.message(html, choices);
            reason(html, choices);
            html.element("dl", &[], |html| {
                for choice in &choices.categories {
                    html.element("div", &[], |html| {
                        site_text(html, "dt", &choice.title, choices);
                        self.status(html, "dd", choice);
                    });
                }
            });
            // Empty before the first choice; then the script fills it.
            html.element("p", &[("data-cookie-decided", "true")], |html| {
                html.text(choices.decided.as_deref().unwrap_or_default());
            });
            identifier(html, choices);
            short_form(self, html, choices, "");
        });
    }

    /// Prints a category in which visitors choose for each provider (`by provider`): its title and
    /// description, and a box for each provider.
    fn providers(&self, html: &mut Html, together: &[Choice<'_>], choices: &Choices<'_>) {
        let Some(first) = together.first() else {
            return;
        };
        let heading = first.heading();
        let id = alloc::format!("cookie-choice-{}-title", first.category());
        let attributes = [
            ("class", self.class(Element::Category)),
            ("role", "group"),
            ("aria-labelledby", &id),
        ];
        let [language, direction] = other_language(heading, choices);
        html.element("div", &attributes, |html| {
            let named = [("id", &*id), language, direction];
            html.element("strong", &named, |html| html.text(heading.as_str()));
            html.element("div", &[], |html| {
                for block in &first.description {
                    site_block(html, block, choices);
                }
            });
            for choice in together {
                self.category(html, choice, choices);
            }
        });
    }

    /// Prints a category in the form, with a box if it can be denied. A choice for one provider is
    /// below the title and the description of its category.
    fn category(&self, html: &mut Html, choice: &Choice<'_>, choices: &Choices<'_>) {
        let [id, title, about] = ["", "-title", "-about"]
            .map(|end| alloc::format!("cookie-choice-{}{end}", choice.name));
        let (element, name, description) = match &choice.of_provider {
            Some(part) => (Element::Provider, &part.provider, &[][..]),
            None => (Element::Category, &choice.title, &*choice.description),
        };
        let attributes = [
            ("class", self.class(element)),
            ("role", "group"),
            ("aria-labelledby", &title),
        ];
        let [language, direction] = other_language(name, choices);
        let named = [("id", &*title), language, direction];
        html.element("div", &attributes, |html| {
            if choice.gate == Gate::Exempt {
                html.element("strong", &named, |html| html.text(name.as_str()));
            } else {
                // A box is ticked only if the visitor ticked it, or has not objected to an
                // `opt_out` category.
                let checked = if choice.is_allowed { "checked" } else { "" };
                let attributes = [
                    ("type", "checkbox"),
                    ("name", "allow"),
                    ("value", choice.name),
                    ("id", &id),
                    ("aria-describedby", &about),
                    ("checked", checked),
                ];
                html.void("input", &attributes);
                html.element("label", &[("for", &id)], |html| {
                    html.text(choices.texts.allow);
                    html.element("strong", &named, |html| html.text(name.as_str()));
                });
            }
            html.element("div", &[("id", &about)], |html| {
                for block in description {
                    site_block(html, block, choices);
                }
                if let Some(advanced) = &choice.advanced {
                    html.element("p", &[], |html| html.text(advanced));
                }
                self.status(html, "p", choice);
            });
            self.stored(html, choice, choices);
        });
    }

    /// Prints what a category stores, by whom and for how long, which a visitor can unfold.
    fn stored(&self, html: &mut Html, choice: &Choice<'_>, choices: &Choices<'_>) {
        if choice.stored.is_empty() {
            return;
        }
        html.element("details", &[], |html| {
            html.element("summary", &[], |html| html.text(choices.texts.stored));
            html.element("ul", &language_of_site(choices), |html| {
                for stored in &choice.stored {
                    html.element("li", &[], |html| stored_row(html, stored, choices));
                }
            });
        });
    }

    /// Prints whether a category is allowed now, and why.
    fn status(&self, html: &mut Html, element: &'static str, choice: &Choice<'_>) {
        let attributes = [
            ("class", self.class(Element::Status)),
            ("data-cookie-status", choice.name),
        ];
        html.element(element, &attributes, |html| html.text(choice.status));
    }

    /// Prints a button that sends the form.
    ///
    /// It has to be a `button` with `name="choice"` and the [`choice`](Button::choice) as its
    /// `value`. The buttons to grant all and to deny all must look the same.
    fn button(&self, html: &mut Html, button: &Button<'_>) {
        let attributes = [
            ("type", "submit"),
            ("name", "choice"),
            ("value", button.choice),
            ("class", self.class(Element::Button)),
        ];
        html.element("button", &attributes, |html| html.text(button.text));
    }

    /// Prints the link to the form. With `data-cookie-choose` the script opens the form in place.
    fn choose(&self, html: &mut Html, choices: &Choices<'_>) {
        let attributes = [
            ("href", &*form_address(choices)),
            ("class", self.class(Element::Choose)),
            ("data-cookie-choose", "true"),
        ];
        html.element("a", &attributes, |html| html.text(choices.texts.choose));
    }

    /// Prints whether the choice was saved; empty if the visitor has not just chosen.
    fn message(&self, html: &mut Html, choices: &Choices<'_>) {
        let (role, text) = match (choices.is_saved, choices.has_failed) {
            (_, true) => ("alert", choices.texts.failed),
            (true, _) => ("status", choices.texts.saved),
            _ => ("status", ""),
        };
        // The script moves the focus here: the button that had it may be gone.
        let attributes = [
            ("class", self.class(Element::Message)),
            ("role", role),
            ("tabindex", "-1"),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
            ("data-cookie-message", "true"),
        ];
        html.element("p", &attributes, |html| html.text(text));
    }

    /// Prints that the choice was saved, hidden.
    ///
    /// Without scripts the visitor returns to the page with `#cookie-saved` in the address, and the
    /// stylesheet shows it there.
    fn saved(&self, html: &mut Html, choices: &Choices<'_>) {
        let attributes = [
            ("class", self.class(Element::Message)),
            ("id", "cookie-saved"),
            ("tabindex", "-1"),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
            ("data-nosnippet", "true"),
            ("hidden", "hidden"),
        ];
        html.element("p", &attributes, |html| {
            html.text(choices.texts.saved);
            html.text(" ");
            link(html, &form_address(choices), choices.texts.settings);
        });
    }

    /// Prints what a visitor sees where an element waits for consent.
    ///
    /// [`preferences::script`](crate::preferences::script) has the attributes that the script
    /// needs.
    fn placeholder(&self, html: &mut Html, waiting: &Waiting<'_>, choices: &Choices<'_>) {
        let (texts, category) = (choices.texts, waiting.category);
        let attributes = [
            ("class", self.class(Element::Placeholder)),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
            ("data-cookie-placeholder", "true"),
            ("hidden", if category.is_allowed { "hidden" } else { "" }),
        ];
        html.element("div", &attributes, |html| {
            if let Some(height) = waiting.height {
                // A strict `Content-Security-Policy` forbids `style`. The padding and the border are
                // outside.
                let height = alloc::format!("{}", height.saturating_sub(36));
                let size = [
                    ("width", "0"),
                    ("height", &*height),
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
                waiting_buttons(self, html, waiting, choices);
                if choices.has_form {
                    html.element("p", &[], |html| {
                        let attributes = [
                            ("href", &*form_address(choices)),
                            ("class", self.class(Element::Choose)),
                            ("data-cookie-choose", "true"),
                        ];
                        html.element("a", &attributes, |html| html.text(texts.settings));
                    });
                }
            });
        });
    }

    /// Prints the notice that a part of the page is older than the visitor's choice, for the
    /// identifiers of these categories. The script shows it.
    fn reload_notice(&self, html: &mut Html, categories: &str, choices: &Choices<'_>) {
        let attributes = [
            ("class", self.class(Element::Message)),
            ("data-cookie-reload", categories),
            ("hidden", "hidden"),
        ];
        // Screen readers read out what a status shows only if they knew the status before.
        let status = [
            ("role", "status"),
            ("lang", choices.built_in_language),
            ("dir", choices.direction.as_str()),
        ];
        html.element("div", &status, |html| {
            html.element("div", &attributes, |html| {
                html.element("p", &[], |html| html.text(choices.texts.stale));
                let address = match &*choices.return_to {
                    "" => "?",
                    path => path,
                };
                link(html, address, choices.texts.reload);
            });
        });
    }
}

/// Prints the form that grants or denies everything at once.
fn short_form<L: Look + ?Sized>(look: &L, html: &mut Html, choices: &Choices<'_>, via: &str) {
    let texts = choices.texts;
    form(html, choices, via, |html| {
        buttons(
            look,
            html,
            &[("accept", texts.accept), ("refuse", texts.refuse)],
        );
        look.choose(html, choices);
    });
}

/// Prints a row of buttons.
fn buttons<L: Look + ?Sized>(look: &L, html: &mut Html, buttons: &[(&str, &str)]) {
    html.element("div", &[("class", look.class(Element::Buttons))], |html| {
        for &(choice, text) in buttons {
            look.button(html, &Button { choice, text });
        }
    });
}

/// The default look.
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Look for Plain {}

/// Prints the buttons that load an element once, and that grant its category.
fn waiting_buttons<L: Look + ?Sized>(
    look: &L,
    html: &mut Html,
    waiting: &Waiting<'_>,
    choices: &Choices<'_>,
) {
    let (texts, category) = (choices.texts, waiting.category);
    let once = |html: &mut Html| {
        let attributes = [
            ("type", "button"),
            ("class", look.class(Element::Button)),
            ("data-cookie-once", "true"),
        ];
        if waiting.can_load_once {
            html.element("button", &attributes, |html| {
                html.text(texts.once);
                html.text(&waiting.name(choices));
            });
        }
    };
    let class = [("class", look.class(Element::Buttons))];
    if choices.has_form && !category.is_signalled {
        form(html, choices, "embed", |html| {
            hidden(html, "allow", category.name);
            html.element("div", &class, |html| {
                once(html);
                let text = &[texts.always, category.title.as_str()].concat();
                let choice = "grant";
                look.button(html, &Button { choice, text });
            });
        });
    } else {
        html.element("div", &class, once);
    }
    let failed = [("role", "alert"), ("data-cookie-failed", "true")];
    html.element("p", &failed, |_| {});
}
