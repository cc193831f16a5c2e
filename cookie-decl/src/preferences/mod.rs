//! The banner and the form in which a visitor grants or denies categories.

pub mod choices;
pub(crate) mod element;
pub(crate) mod frame;
pub(crate) mod look;
pub(crate) mod pieces;
pub(crate) mod placeholder;
pub mod script;
#[cfg(test)]
mod tests;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

pub use self::choices::BannerShape;
pub use self::element::{Button, Element};
pub use self::frame::{Frame, LanguageLink};
pub use self::look::{Look, Plain};
pub use self::placeholder::{Recipient, Waiting};
pub use crate::html::Html;
pub use crate::texts::ask::{Ask, State, States};

use self::choices::Choices;
use crate::consent::Consent;
use crate::consent::any::AnyConsent;
use crate::consent::gate::Categories;
use crate::policy::Policy;
use crate::run_time::{At, Config, WithConfig as _};
use crate::table::Table;
use crate::table::category::CategoryInfo;

/// The banner and the preferences form for one visitor.
///
/// No `opt_in` category is ticked beforehand, and the buttons to grant all and to deny all look the
/// same. The HTML works without a script and has nothing inline, so it works under
/// `default-src 'self'`. Every text of the table is escaped.
///
/// The pages of a `Guard` (feature `http`) handle what the form posts to
/// [`address`](Self::address).
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Remembers what you chose
/// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
/// #     }
/// #     /// Audience
/// #     category Statistics: opt_in {
/// #         cookie | duration;
/// #         /// Remembers what you looked at last
/// #         RECENT = "recent" | 30 days;
/// #     }
/// # } }
/// use cookie_decl::{Gpc, RequestCookies};
/// use cookies::{Consent, POLICY};
/// let cookies = RequestCookies::NONE;
/// let first_visit = Consent::from_request(cookies, Gpc::OFF, 1_795_305_600);
/// assert!(POLICY.preferences(&first_visit).banner().contains("Reject all"));
/// let denied = Consent::refuse_all(1_795_305_600);
/// assert!(!POLICY.preferences(&denied).banner().contains("Reject all")); // nothing to ask
/// assert!(POLICY.preferences(&denied).form().contains("name=\"allow\" value=\"Statistics\""));
/// ```
pub struct Preferences<'a> {
    choices: Choices<'a>,
    table: &'static Table,
    config: Config<'a>,
    heading_level: u8,
    look: &'a dyn Look,
    nonce: &'a str,
    /// The categories on which the `Content-Security-Policy` of the page depends.
    policed: Vec<&'static str>,
}

impl<K: Categories> Policy<K> {
    /// The banner and the form for a visitor, in the language of the table; see
    /// [`preferences_in`](Self::preferences_in).
    pub fn preferences(self, consent: &Consent<K>) -> Preferences<'static> {
        self.preferences_in(None, consent)
    }

    /// The banner and the form for a visitor in a language, a BCP 47 tag; see
    /// [`Page::language`](crate::Page::language).
    pub fn preferences_in(
        self,
        language: Option<&str>,
        consent: &Consent<K>,
    ) -> Preferences<'static> {
        self.with_config(Config::NONE)
            .preferences_in(language, consent)
    }
}

impl<'a, K: Categories> At<'a, Policy<K>> {
    /// The banner and the form for a visitor in a language; see [`Policy::preferences_in`].
    pub fn preferences_in(self, language: Option<&str>, consent: &Consent<K>) -> Preferences<'a> {
        Preferences::new(self.table(), self.config, language, consent.any())
    }
}

impl<'a> Preferences<'a> {
    pub(crate) fn new(
        table: &'static Table,
        config: Config<'a>,
        language: Option<&str>,
        consent: &AnyConsent,
    ) -> Self {
        Self {
            choices: Choices::new(table, config, language, consent),
            table,
            config,
            heading_level: 2,
            look: &Plain,
            nonce: "",
            policed: Vec::new(),
        }
    }

    /// Sets the path of the policy page, `/cookies` by default; the form is at `preferences` below
    /// it.
    pub fn address(mut self, path: &str) -> Self {
        self.choices.set_address(path);
        self
    }

    /// Adds a language to the addresses of the policy page and of the form.
    #[cfg(feature = "http")]
    pub(crate) fn asking_for(mut self, language: &str) -> Self {
        for address in [&mut self.choices.policy, &mut self.choices.action] {
            address.to_mut().extend(["?language=", language]);
        }
        self
    }

    /// Sets the path of the site that the visitor returns to after choosing.
    ///
    /// Anything else, such as another site's address or a script, is ignored, so a text from the
    /// request is safe.
    pub fn return_to(mut self, path: impl Into<Cow<'a, str>>) -> Self {
        let path = path.into();
        self.choices.return_to = if is_path(&path) {
            path
        } else {
            Cow::Borrowed("")
        };
        self
    }

    /// Sets whether to say that the choice was saved: only if the browser sent the answer back.
    pub fn saved(mut self, saved: bool) -> Self {
        self.choices.is_saved = saved;
        self
    }

    /// Sets whether to say that the choice was not saved, because the browser keeps no cookies of
    /// the site.
    pub fn failed(mut self, failed: bool) -> Self {
        self.choices.has_failed = failed;
        self
    }

    /// Sets the level of the headings, 1 to 6; 2 by default.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level.clamp(1, 6);
        self
    }

    /// Sets where the banner is shown: in a bar, by default.
    pub fn banner_shape(mut self, shape: BannerShape) -> Self {
        self.choices.banner_shape = shape;
        self
    }

    /// Replaces the look of the banner and the form.
    pub fn look(mut self, look: &'a dyn Look) -> Self {
        self.look = look;
        self
    }

    /// Sets the nonce of the guard's script, without which that script inserts nothing.
    #[cfg(feature = "http")]
    pub(crate) fn nonce(mut self, nonce: &'a str) -> Self {
        self.nonce = nonce;
        self
    }

    /// Sets the categories on which the `Content-Security-Policy` of the page depends.
    #[cfg(feature = "http")]
    pub(crate) fn policed(mut self, categories: Vec<&'static str>) -> Self {
        self.policed = categories;
        self
    }

    /// The questions and the visitor's answers, as data.
    pub fn choices(&self) -> &Choices<'a> {
        &self.choices
    }

    /// The banner for the site's own layout.
    ///
    /// If there is nothing to ask, it is only the place of the message that a choice was saved,
    /// which is not seen until then.
    pub fn banner(&self) -> String {
        let mut html = Html::new(self.heading_level);
        let choices = &self.choices;
        if choices.is_open {
            self.look.banner(&mut html, choices);
        } else if choices.has_form {
            self.look.message(&mut html, choices);
            if choices.decided.is_some() {
                self.look.saved(&mut html, choices);
            }
        }
        html.finish()
    }

    /// The form with a box for each category that can be denied, and with what each stores.
    pub fn form(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.form(&mut html, &self.choices_of_form());
        html.finish()
    }

    /// The form in a dialog, which the script opens.
    #[cfg(feature = "http")]
    pub(crate) fn dialog(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.dialog(&mut html, &self.choices_of_form());
        html.finish()
    }

    /// A banner is on every page, so only the form reads the rows.
    fn choices_of_form(&self) -> Choices<'a> {
        let mut choices = self.choices.clone();
        choices.add_stored(self.table, self.config);
        choices
    }

    /// What the visitor chose, with buttons to change it, for the policy page.
    pub fn summary(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.summary(&mut html, &self.choices);
        html.finish()
    }

    /// The links for the footer of every page: the policy and, if there is something to choose, the
    /// form.
    pub fn links(&self) -> String {
        let mut html = Html::new(self.heading_level);
        self.look.links(&mut html, &self.choices);
        html.finish()
    }

    /// An element of a page that may load only with consent to a category, such as a map or a
    /// video.
    ///
    /// If the visitor allows the category, the HTML is printed as it is. Otherwise a placeholder
    /// says in their language what the element waits for and which third parties then receive data,
    /// with two buttons: to load it once, and to grant the category. The HTML itself waits in a
    /// `template`. Browsers load nothing from there, and the script inserts it after the choice.
    /// Without the script the second button loads the page anew. HTML with a `<script>` always waits
    /// for the script; see [`script`].
    ///
    /// The HTML is not escaped. A number in `height` of its first tag is the height of the
    /// placeholder. The placeholder names the third parties of the category's rows. If the HTML has the domain of
    /// some of them, it names only these. The element and its placeholder are in a `div`, and the
    /// placeholder has a form, so both need a place outside of `p` and `form`.
    ///
    /// Empty if this deployment has no row in the category, because then nobody is asked about it.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     provider Videos = "Example Videos" { privacy: "https://videos.example/", domain: "videos.example", third_party }
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Remembers what you chose
    /// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    /// #     }
    /// #     /// Videos
    /// #     category Media: opt_in {
    /// #         cookie | duration | provider | set_by;
    /// #         /// Plays videos
    /// #         "player" | 1 day | Videos | "videos.example";
    /// #     }
    /// # } }
    /// use cookies::{Category, Consent, POLICY};
    /// // provider Videos = "Example Videos" { domain: "videos.example", third_party }
    /// // category Media: opt_in { .. }
    /// let video = r#"<iframe src="https://videos.example/1" title="How we roast"></iframe>"#;
    /// let denied = Consent::refuse_all(1_795_305_600);
    /// let waits = POLICY.preferences(&denied).embed(Category::Media, video);
    /// assert!(waits.contains("Load this once: Example Videos"));
    /// assert!(waits.contains("Always allow: Videos"));
    /// assert!(waits.contains(&format!("<template data-cookie-category=\"Media\">{video}</template>")));
    ///
    /// let granted = Consent::accept_all(1_795_305_600);
    /// let loads = POLICY.preferences(&granted).embed(Category::Media, video);
    /// assert!(loads.contains(video) && !loads.contains("<template"));
    /// ```
    pub fn embed(&self, category: impl Into<&'static CategoryInfo>, html: &str) -> String {
        let (info, mut out) = (category.into(), Html::new(self.heading_level));
        let mut all = self.choices.categories.iter();
        if let Some(category) = all.find(|choice| choice.name == info.name()) {
            let waiting = Waiting {
                category,
                recipients: &placeholder::recipients(self.table, self.config, info, html),
                can_load_once: !self.policed.contains(&info.name()),
                height: placeholder::height(html),
            };
            self.print_embed(&mut out, &waiting, html);
        }
        out.finish()
    }

    fn print_embed(&self, html: &mut Html, waiting: &Waiting<'_>, element: &str) {
        let category = waiting.category;
        let attributes = [
            ("class", self.look.class(Element::Embed)),
            ("role", "group"),
            ("aria-label", &*waiting.name(&self.choices)),
            // The script moves the focus here: the button that had it is gone.
            ("tabindex", "-1"),
            ("data-cookie-embed", category.name),
        ];
        html.element("div", &attributes, |html| {
            // Also beside the element, for a visitor who denies the category later.
            self.look.placeholder(html, waiting, &self.choices);
            // Scripts start in one way, whether the page was loaded before or after the grant.
            let has_scripts = element.to_ascii_lowercase().contains("<script");
            if category.is_allowed && !has_scripts {
                html.trusted(element);
            } else {
                let attributes = [
                    ("data-cookie-category", category.name),
                    ("nonce", self.nonce),
                ];
                html.element("template", &attributes, |html| html.trusted(element));
            }
        });
    }

    /// A notice with a link that reloads the page, for a part of it that the server printed as
    /// the visitor's answer for these categories asks.
    ///
    /// The script shows it once that answer has changed, also in another tab. A page that is
    /// loaded again has no such part.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Audience
    /// #     #[allow(no_consent_row)]
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT = "recent" | 30 days;
    /// #     }
    /// # } }
    /// use cookies::{Category, Consent, POLICY};
    /// let denied = Consent::refuse_all(1_795_305_600);
    /// let notice = POLICY.preferences(&denied).reload_notice([Category::Statistics]);
    /// assert!(notice.contains("data-cookie-reload=\"Statistics\" hidden"));
    /// ```
    pub fn reload_notice(
        &self,
        categories: impl IntoIterator<Item = impl Into<&'static CategoryInfo>>,
    ) -> String {
        let names = categories.into_iter().map(|it| it.into().name());
        let names: Vec<_> = names.collect();
        let mut html = Html::new(self.heading_level);
        self.look
            .reload_notice(&mut html, &names.join(" "), &self.choices);
        html.finish()
    }
}

/// Whether browsers read a text as a path of the same site.
pub(crate) fn is_path(path: &str) -> bool {
    // Browsers read `\` as `/`, and skip tabs and line ends.
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control())
}

impl fmt::Debug for Preferences<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preferences")
            .field("choices", &self.choices)
            .finish_non_exhaustive()
    }
}
