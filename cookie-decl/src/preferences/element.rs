//! The pieces of the look that have a class of their own.

/// A button that sends the form.
#[derive(Debug, Clone, Copy)]
pub struct Button<'a> {
    /// The value that it sends: `accept`, `refuse`, `save` or `grant`.
    pub choice: &'a str,
    /// The text of the button.
    pub text: &'a str,
}

/// A piece of the look with its own class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Element {
    /// The body of a page.
    Page,
    /// The links to other languages.
    Languages,
    /// The banner.
    Banner,
    /// The preferences form.
    Form,
    /// The dialog around the form, which the script opens.
    Dialog,
    /// The summary of the visitor's choices.
    Summary,
    /// The links to the policy and the form.
    Links,
    /// A category in the form.
    Category,
    /// A provider in the form, within its category.
    Provider,
    /// The status of a category.
    Status,
    /// The row of buttons.
    Buttons,
    /// A button.
    Button,
    /// The link to the form.
    Choose,
    /// The message after saving.
    Message,
    /// An element that may wait for consent, with its placeholder.
    Embed,
    /// What a visitor sees where an element waits for consent.
    Placeholder,
}

impl Element {
    /// The classes in the built-in stylesheet, such as `cookie-ui cookie-banner`.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Page => "cookie-page",
            Self::Languages => "cookie-languages",
            Self::Banner => "cookie-ui cookie-banner",
            Self::Dialog => "cookie-ui cookie-dialog",
            Self::Form => "cookie-ui cookie-preferences",
            Self::Summary => "cookie-ui cookie-summary",
            Self::Links => "cookie-links",
            Self::Category => "cookie-category",
            Self::Provider => "cookie-category cookie-provider",
            Self::Status => "cookie-status",
            Self::Buttons => "cookie-buttons",
            Self::Button => "cookie-button",
            Self::Choose => "cookie-choose",
            Self::Message => "cookie-ui cookie-message",
            Self::Embed => "cookie-embed",
            Self::Placeholder => "cookie-ui cookie-placeholder",
        }
    }
}
