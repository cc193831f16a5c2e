//! The pages of a visit, and what visitors do on them.

/// A page, and the steps that a visitor takes on it.
///
/// A string becomes a page without steps. Each step waits until the page is quiet.
///
/// ```
/// use cookie_decl_audit::browse::Page;
///
/// let sign_in = Page::new("/sign-in").fill("[name=user]", "Ada").click("main button");
/// assert_eq!(sign_in.path(), "/sign-in");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub(crate) path: String,
    pub(crate) steps: Vec<Action>,
}

/// What a visitor does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    Fill(String, String),
    Click(String),
    Script(String),
}

impl Page {
    /// Creates a page from its path and query, or from its whole address.
    pub fn new(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            steps: Vec::new(),
        }
    }

    /// Returns the path and query, or the whole address.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Types a text into the field that a CSS selector finds, or selects the option with that
    /// value.
    pub fn fill(self, selector: impl Into<String>, text: impl Into<String>) -> Self {
        self.step(Action::Fill(selector.into(), text.into()))
    }

    /// Clicks the element that a CSS selector finds.
    pub fn click(self, selector: impl Into<String>) -> Self {
        self.step(Action::Click(selector.into()))
    }

    /// Runs a script in the page, and waits for its promise if it returns one.
    pub fn script(self, script: impl Into<String>) -> Self {
        self.step(Action::Script(script.into()))
    }

    fn step(mut self, step: Action) -> Self {
        self.steps.push(step);
        self
    }
}

impl From<&str> for Page {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}

impl From<String> for Page {
    fn from(path: String) -> Self {
        Self::new(path)
    }
}

impl From<&Page> for Page {
    fn from(page: &Page) -> Self {
        page.clone()
    }
}
