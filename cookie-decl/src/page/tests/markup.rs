//! Texts of the table with lists, headings, emphasis, names and links.

use alloc::string::String;

use crate::page::document::{Block, Cell, Inline};

mod cookies {
    crate::declare_cookies! {
        /// Policy
        ///
        /// We keep *little*:
        ///
        /// - **accounts**, see [terms](https://a.example/terms?x=1&y=2)
        /// - `lang`, see [lang.js](https://a.example/lang.js)
        ///
        /// Write to mailto:us@a.example.
        #[allow(unprinted_markup, reason = "the test of it")]
        pub(super) policy;

        /// Controller
        ///
        /// # Address
        ///
        /// Street 1, see https://a.example/us.
        section;

        /// Needed
        ///
        /// For **accounts**.
        ///
        /// - a
        /// - b
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you **signed in**, see [our help](/help), <id> & 2 * 3
            "session" | 1 day;
            /// مرحبا **بالعالم** [رابط](https://a.example)
            "other" | 1 day "[24 hours](https://a.example/day)" | note = "`x` \\*" | "Own" = "https://b.example";
        }

        translation fr {
            "Policy" => "Politique";
            "We keep little:" => "Nous gardons peu :";
            "- **accounts**, see [terms](https://a.example/terms?x=1&y=2)" => "- les **comptes**, voir les [conditions](https://a.example/fr)";
            "- `lang`, see [lang.js](https://a.example/lang.js)" => "- `lang`";
            "Write to mailto:us@a.example." => "Écrivez à mailto:us@a.example.";
            "Controller" => "Responsable";
            "# Address" => "# Adresse";
            "Street 1, see https://a.example/us." => "Rue 1, voir https://a.example/us.";
            "Needed" => "Nécessaires";
            "For **accounts**." => "Pour les **comptes**.";
            "- a" => "- a";
            "- b" => "- b";
            "Keeps you **signed in**, see [our help](/help), <id> & 2 * 3" => "Vous garde **connecté**, voir [l’aide](/aide)";
            "مرحبا **بالعالم** [رابط](https://a.example)" => "x";
            "[24 hours](https://a.example/day)" => "[24 heures](https://a.example/day)";
            "`x` \\*" => "`x`";
            "Own" => "Propre";
            "https://b.example" => "https://b.example/fr";
        }
    }
}

fn html(language: &str) -> String {
    cookies::POLICY.page().language(language).html_fragment()
}

#[track_caller]
fn contains(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} in\n{page}");
    }
}

#[test]
fn html_has_lists_headings_emphasis_names_and_links() {
    contains(
        &html("en"),
        &[
            "<p>We keep little:</p>\n<ul>\n<li><strong>accounts</strong>, see \
             <a href=\"https://a.example/terms?x=1&amp;y=2\">terms</a></li>\n\
             <li><code dir=\"ltr\">lang</code>, see <a href=\"https://a.example/lang.js\">lang.js</a></li>\n</ul>\n",
            "<p>Write to <a href=\"mailto:us@a.example\" dir=\"ltr\">us@a.example</a>.</p>",
            "<h3>Address</h3>\n<p>Street 1, see <a href=\"https://a.example/us\" dir=\"ltr\">https://a.example/us</a>.</p>",
            "<p>For <strong>accounts</strong>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
            ">Keeps you <strong>signed in</strong>, see <a href=\"/help\">our help</a>, &lt;id&gt; &amp; 2 * 3</td>",
            "><a href=\"https://a.example/day\">24 hours</a></td>",
            "><code dir=\"ltr\">x</code> *</td>",
            "><a href=\"https://b.example\" dir=\"ltr\">https://b.example</a></td>",
        ],
    );
}

#[test]
fn a_text_in_the_other_direction_is_isolated_as_a_whole() {
    contains(
        &html("en"),
        &["><bdi>مرحبا <strong>بالعالم</strong> <a href=\"https://a.example\">رابط</a></bdi></td>"],
    );
}

#[test]
fn translations_have_their_own_marks() {
    contains(
        &html("fr"),
        &[
            "<li>les <strong>comptes</strong>, voir les <a href=\"https://a.example/fr\">conditions</a></li>",
            "<h3>Adresse</h3>",
            ">Vous garde <strong>connecté</strong>, voir <a href=\"/aide\">l’aide</a></td>",
        ],
    );
}

#[test]
fn markdown_writes_them_as_markdown() {
    contains(
        &cookies::POLICY.page().markdown(),
        &[
            "We keep little:\n\n- **accounts**, see [terms](https://a.example/terms?x=1&amp;y=2)\n- `lang`, see [lang.js](https://a.example/lang.js)\n\n",
            "### Address\n\nStreet 1, see <https://a.example/us>.",
            "| Keeps you **signed in**, see [our help](/help), \\<id\\> \\& 2 \\* 3 |",
        ],
    );
}

#[test]
fn text_has_the_words_and_the_addresses() {
    contains(
        &cookies::POLICY.page().text(),
        &[
            "- accounts, see terms (https://a.example/terms?x=1&y=2)\n- lang, see lang.js (https://a.example/lang.js)\n",
            "Write to us@a.example.",
            "Address\n.......\n",
            "Keeps you signed in, see our help (/help), <id> & 2 * 3",
        ],
    );
}

#[test]
fn the_document_has_them_as_pieces() {
    let page = cookies::POLICY.page();
    let document = page.document();
    assert!(matches!(&document.introduction[1], Block::List { items } if items.len() == 2));
    assert!(matches!(
        &document.sections[0].blocks[0],
        Block::Heading { .. }
    ));
    let category = document.sections.iter().flat_map(|it| &it.sections).next();
    let Some(Block::Table(table)) = category.and_then(|it| it.blocks.last()) else {
        panic!("{document:#?}");
    };
    assert!(
        table.rows[0]
            .cells
            .iter()
            .any(|cell| matches!(cell, Cell::Sentence { content }
        if matches!(&content[1], Inline::Strong { text } if text.as_str() == "signed in")))
    );
}

#[test]
fn the_form_prints_the_description_with_them() {
    let consent = cookies::Consent::refuse_all(0);
    contains(
        &cookies::POLICY.preferences(&consent).form(),
        &["<p>For <strong>accounts</strong>.</p><ul><li>a</li><li>b</li></ul>"],
    );
}
