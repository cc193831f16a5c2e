//! Constants, categories and providers, in the table and in code.

use crate::editor::Editor;
use crate::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    valid_table_has_no_mistakes
    constant_shows_its_row
    constant_in_the_table_shows_its_row
    constant_leads_to_its_row
    constant_is_renamed_in_the_table_and_in_code
    constant_is_renamed_from_the_table
    category_shows_its_title_and_description
    category_leads_to_the_table
    category_is_renamed_in_the_table_and_in_code
    provider_shows_its_title
    provider_leads_to_the_table
    provider_in_a_cell_leads_to_its_declaration
    provider_is_renamed_in_all_cells_and_in_code
    name_of_a_cookie_shows_its_row
    name_of_a_cookie_leads_to_its_row
    name_of_a_cookie_stays_when_its_constant_is_renamed
    generated_names_lead_to_the_policy
    module_of_the_table_completes
    categories_complete_in_code
    providers_complete_in_code
    methods_of_a_constant_complete
    methods_of_the_policy_complete
];

fn valid_table_has_no_mistakes(editor: &mut Editor) {
    let mistakes = editor.mistakes();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
}

const RECENT: &str = "`recent`: Remembers what you looked at last\n\nCategory Audience measurement, \
                      provider Example Shop, duration 30 days.";

fn constant_shows_its_row(editor: &mut Editor) {
    editor.assert_shows("RE$0CENT.set_if", &[RECENT]);
}

fn constant_in_the_table_shows_its_row(editor: &mut Editor) {
    editor.assert_shows("RE$0CENT = \"recent\"", &[RECENT]);
}

fn constant_leads_to_its_row(editor: &mut Editor) {
    editor.assert_leads(
        "RE$0CENT.set_if",
        "RECENT = \"recent\" | Shop | 30 days | Secure;",
    );
}

/// Returns a file in which `new` replaces each `old`.
fn renamed(editor: &Editor, old: &str, new: &str) -> String {
    editor.text().replace(old, new)
}

fn constant_is_renamed_in_the_table_and_in_code(editor: &mut Editor) {
    let expected = renamed(editor, "RECENT", "LAST");
    editor.rename(editor.at("RE$0CENT.set_if"), "LAST");
    assert_eq!(editor.text(), expected);
}

fn constant_is_renamed_from_the_table(editor: &mut Editor) {
    let expected = renamed(editor, "RECENT", "LAST");
    editor.rename(editor.at("RE$0CENT = \"recent\""), "LAST");
    assert_eq!(editor.text(), expected);
}

const STATISTICS: &str =
    "Audience measurement (stored with consent only)\n\nTells us which pages are read.";

fn category_shows_its_title_and_description(editor: &mut Editor) {
    editor.assert_shows("Category::Stat$0istics", &[STATISTICS]);
    editor.assert_shows("category::Stat$0istics", &[STATISTICS]);
    editor.assert_shows("category Stat$0istics: opt_in", &[STATISTICS]);
}

fn category_leads_to_the_table(editor: &mut Editor) {
    editor.assert_leads("Category::Stat$0istics", "category Statistics: opt_in {");
    editor.assert_leads("category::Stat$0istics", "category Statistics: opt_in {");
}

/// The type has its own definition, and is renamed separately.
fn category_is_renamed_in_the_table_and_in_code(editor: &mut Editor) {
    let expected = renamed(editor, "Category::Statistics", "Category::Audience")
        .replace("category Statistics", "category Audience");
    editor.rename(editor.at("Category::Stat$0istics"), "Audience");
    assert_eq!(editor.text(), expected);
}

fn provider_shows_its_title(editor: &mut Editor) {
    for place in [
        "Provider::Mat$0omo",
        "provider Mat$0omo =",
        "| Mat$0omo | 13 months",
    ] {
        editor.assert_shows(place, &["Matomo (self-hosted)"]);
    }
}

fn provider_leads_to_the_table(editor: &mut Editor) {
    let declaration = "provider Matomo = \"Matomo (self-hosted)\";";
    editor.assert_leads("Provider::Mat$0omo", declaration);
}

fn provider_in_a_cell_leads_to_its_declaration(editor: &mut Editor) {
    let declaration = "provider Matomo = \"Matomo (self-hosted)\";";
    editor.assert_leads("| Mat$0omo | 13 months", declaration);
}

fn provider_is_renamed_in_all_cells_and_in_code(editor: &mut Editor) {
    let expected = renamed(editor, "Matomo", "Piwik").replace("\"Piwik ", "\"Matomo ");
    editor.rename(editor.at("Provider::Mat$0omo"), "Piwik");
    assert_eq!(editor.text(), expected);
}

fn name_of_a_cookie_shows_its_row(editor: &mut Editor) {
    editor.assert_shows("cookie!(\"rec$0ent\")", &[RECENT]);
}

fn name_of_a_cookie_leads_to_its_row(editor: &mut Editor) {
    let row = "RECENT = \"recent\" | Shop | 30 days | Secure;";
    editor.assert_leads("cookie!(\"rec$0ent\")", row);
}

/// The name of the cookie stays, even if the constant is spelled like it.
fn name_of_a_cookie_stays_when_its_constant_is_renamed(editor: &mut Editor) {
    editor.replace("RECENT = \"recent\"", "RECENT = \"RECENT\"");
    editor.replace("cookie!(\"recent\")", "cookie!(\"RECENT\")");
    editor.rename(editor.at("RE$0CENT.set_if"), "LAST");
    assert!(
        editor.text().contains("LAST = \"RECENT\""),
        "{}",
        editor.text()
    );
    assert!(
        editor.text().contains("cookie!(\"RECENT\")"),
        "{}",
        editor.text()
    );
}

fn generated_names_lead_to_the_policy(editor: &mut Editor) {
    let policy =
        "pub policy for \"https://www.shop.example\" with config: crate::Config in crate::cookies;";
    for place in [
        "POLI$0CY.at",
        "{Cate$0gory, Consent",
        "Category, Con$0sent",
        "Prov$0ider, RECENT",
    ] {
        editor.assert_leads(place, policy);
    }
}

fn module_of_the_table_completes(editor: &mut Editor) {
    let at = editor.replace("let config =", "cookies::$0; let config =");
    let names = [
        "SESSION", "RECENT", "POLICY", "Category", "Consent", "cookie!",
    ];
    editor.assert_offers(at, &names);
}

fn categories_complete_in_code(editor: &mut Editor) {
    editor.assert_offers(
        editor.at("Category::$0Statistics"),
        &["Necessary", "Statistics", "ALL"],
    );
    editor.assert_offers(
        editor.at("category::$0Statistics"),
        &["Necessary", "Statistics"],
    );
}

fn providers_complete_in_code(editor: &mut Editor) {
    editor.assert_offers(editor.at("Provider::$0Matomo"), &["Shop", "Matomo", "ALL"]);
}

fn methods_of_a_constant_complete(editor: &mut Editor) {
    editor.assert_offers(
        editor.at("RECENT.$0set_if"),
        &["set_if", "set", "get", "name"],
    );
}

fn methods_of_the_policy_complete(editor: &mut Editor) {
    editor.assert_offers(
        editor.at("POLICY.at(&config).$0find"),
        &["find", "page", "withdraw"],
    );
}
