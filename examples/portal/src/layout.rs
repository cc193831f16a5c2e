//! The layout of the portal, also for the guard's pages.

use cookie_decl::Visitor;
use cookie_decl::preferences::{Frame, Html, Look};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::cookies::Category;
use crate::language::Language;
use crate::session::{Sessions, account};

/// The portal's name.
const NAME: [&str; 3] = [
    "Open Data Portal",
    "Portail de données ouvertes",
    "بوابة البيانات المفتوحة",
];

/// A page of the portal.
pub(crate) struct Layout<'a> {
    pub(crate) language: Language,
    pub(crate) title: &'a str,
    /// The guard's links for the `head`.
    pub(crate) head: &'a str,
    /// Scripts that wait for consent.
    pub(crate) scripts: Markup,
    /// The banner, first in the `body`, so that it covers nothing and the keyboard reaches it
    /// first.
    pub(crate) banner: &'a str,
    /// The sign-in link or the visitor's name, at the end of the header.
    pub(crate) account: Markup,
    /// The guard's links, for the footer.
    pub(crate) links: &'a str,
    pub(crate) content: Markup,
}

impl Layout<'_> {
    pub(crate) fn page(self) -> Markup {
        let Self {
            language,
            title,
            head,
            scripts,
            banner,
            account,
            links,
            content,
        } = self;
        html! {
            (DOCTYPE)
            html lang=(language) dir=(language.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) " – " (language.pick(NAME)) }
                    link rel="stylesheet" href="/portal.css";
                    (PreEscaped(head))
                    (scripts)
                }
                body {
                    (PreEscaped(banner))
                    header class="portal-header" {
                        a href="/" { (language.pick(NAME)) }
                        form method="post" action="/language" {
                            @for other in Language::ALL {
                                button name="language" value=(other) lang=(other) dir=(other.direction())
                                    aria-pressed=[(other == language).then_some("true")] { (other.name()) }
                            }
                        }
                        (account)
                    }
                    main { (content) }
                    footer class="portal-footer" {
                        a href="/contact" { (language.pick(["Contact", "Contact", "اتصل بنا"])) }
                        (PreEscaped(links))
                    }
                }
            }
        }
    }
}

/// Puts the guard's pages into the portal's layout.
pub(crate) struct PortalLook(pub(crate) Sessions);

impl Look for PortalLook {
    fn document(&self, html: &mut Html, frame: &Frame<'_>) {
        let visitor = frame.visitor::<Visitor<Category>>();
        let layout = Layout {
            language: frame.language.parse().unwrap_or(Language::English),
            title: frame.title,
            head: frame.head,
            scripts: html! {},
            banner: "",
            account: visitor.map_or_else(Markup::default, |visitor| account(visitor, &self.0)),
            links: &visitor.map_or_else(String::new, Visitor::links),
            content: PreEscaped(frame.content.to_owned()),
        };
        html.trusted(&layout.page().into_string());
    }
}
