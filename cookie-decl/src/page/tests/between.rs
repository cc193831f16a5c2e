//! What is between the rows of a category: sections, and rows of other categories.

mod cookies {
    crate::declare_cookies! {
        pub(super) policy;
        cookie | duration;
        /// Choice
        ///
        /// Your answers.
        category Choice: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
        }
        /// Accounts
        category Accounts: opt_in {
            /// Keeps you signed in
            "session" | 1 day | note = "a note";

            /// The forum
            ///
            /// Runs on **its own** host.
            section;
            /// Keeps you signed in there
            "_t" | 2 days;
        }
        /// Statistics
        ///
        /// Tell us which pages are read.
        category Statistics: opt_in {
            /// Counts visits
            "first" | 1 day;
            /// Keeps figures apart
            also "session";
            /// Counts pages
            "last" | 1 day;
            /// Also at the end
            also "_t" | note = "another note";
        }
        translation fr {
            "Choice" => "Choix";
            "Your answers." => "Vos réponses.";
            "Accounts" => "Comptes";
            "Remembers what you chose" => "Garde votre choix";
            "Keeps you signed in" => "Garde la session";
            "a note" => "une note";
            "The forum" => "Le forum";
            "Runs on **its own** host." => "Sur **son** hôte.";
            "Keeps you signed in there" => "Garde la session du forum";
            "Statistics" => "Statistiques";
            "Tell us which pages are read." => "Nous disent quelles pages sont lues.";
            "Counts visits" => "Compte les visites";
            "Keeps figures apart" => "Distingue les chiffres";
            "Counts pages" => "Compte les pages";
            "Also at the end" => "Aussi à la fin";
            "another note" => "une autre note";
        }
    }
}

use cookies::{Category, POLICY};

#[track_caller]
fn contains(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} in\n{page}");
    }
}

#[test]
fn a_section_has_the_rows_below_it_in_a_table_of_its_own() {
    contains(
        &POLICY.page().html_fragment(),
        &["<section>\n\
             <h4 id=\"cookie-category-Accounts-1\">The forum</h4>\n\
             <p>Runs on <strong>its own</strong> host.</p>\n\
             <div class=\"cookie-table\">\n\
             <table role=\"table\" aria-labelledby=\"cookie-category-Accounts-1\">\n"],
    );
    let markdown = POLICY.page().markdown();
    let (before, after) = markdown.split_once("#### The forum").unwrap();
    assert!(before.contains("| `session` |") && !before.contains("| `_t` |"));
    assert!(
        after.starts_with("\n\nRuns on **its own** host.\n\n| Cookie |"),
        "{after}"
    );
    contains(
        &POLICY.page().text(),
        &["The forum\n.........\n\nRuns on its own host.\n"],
    );
}

#[test]
fn a_listed_row_has_its_facts_and_a_purpose_of_its_own() {
    let html = POLICY.page().html_fragment();
    let statistics = html.split("cookie-category-Statistics").last().unwrap();
    let place = |text: &str| {
        statistics
            .find(text)
            .unwrap_or_else(|| panic!("{text} in\n{html}"))
    };
    assert!(place("Counts visits") < place("Keeps figures apart"));
    assert!(place("Keeps figures apart") < place("Counts pages"));
    assert!(place("Counts pages") < place("Also at the end"));
    contains(
        statistics,
        &[
            "<code dir=\"ltr\">session</code></th>\n<td role=\"cell\" data-label=\"Purpose\">Keeps figures apart</td>\n\
           <td role=\"cell\" data-label=\"Duration\">1 day</td>",
        ],
    );
    contains(statistics, &[">another note</td>", ">a note</td>"]);
}

#[test]
fn translations_reach_what_is_between_rows() {
    contains(
        &POLICY.page().language("fr").html_fragment(),
        &[
            "Le forum</h4>\n<p>Sur <strong>son</strong> hôte.</p>",
            ">Distingue les chiffres</td>",
            "une autre note",
        ],
    );
}

#[test]
fn look_up_and_gates_know_only_the_row_itself() {
    let found = POLICY.find("session").unwrap();
    assert_eq!(found.category().name(), "Accounts");
    assert_eq!(found.purpose(), Some("Keeps you signed in"));
    assert_eq!(POLICY.in_category(Category::Statistics).count(), 2);
    assert_eq!(POLICY.declarations().len(), 5);
    let listed: alloc::vec::Vec<_> = POLICY
        .listed_in(Category::Statistics)
        .map(|row| (row.name(), row.purpose().unwrap()))
        .collect();
    assert_eq!(
        listed,
        [
            ("session", "Keeps figures apart"),
            ("_t", "Also at the end")
        ]
    );
    assert_eq!(POLICY.listed_in(Category::Accounts).count(), 0);
}
