//! The words of the table: what they mean, and which ones fit where the user types.

use crate::editor::Editor;
use crate::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    words_explain_themselves
    word_leads_to_its_explanation
    gates_complete
    signals_complete
    columns_complete_in_a_header
    columns_complete_after_with
    columns_complete_in_a_row
    providers_complete_in_cells
    providers_complete_in_a_row_that_is_begun
    attributes_complete
    values_of_same_site_complete
    set_by_completes
    units_complete
    keys_of_built_in_texts_complete
    items_complete
    lines_of_a_category_complete
    module_of_the_table_leads_there
    module_of_the_table_completes_in_the_table
];

fn words_explain_themselves(editor: &mut Editor) {
    for (place, text) in [
        ("pub pol$0icy for", "Declares the policy, once"),
        ("cat$0egory Statistics", "Rows with one gate"),
        ("Statistics: opt$0_in", "The visitor is asked first."),
        ("coo$0kie | provider", "The columns of the rows below"),
        ("cookie | provider | dura$0tion", "How long it is kept"),
        ("wi$0th provider", "Cells that rows share"),
        ("with prov$0ider", "Who is responsible"),
        ("with set$0_by", "Who stores it"),
        ("set_by = scr$0ipt", "A script in the page."),
        (
            "2 weeks | attri$0butes",
            "The attributes that it is sent with",
        ),
        ("Secure Http$0Only", "Hidden from scripts."),
        (
            "Same$0Site=Lax",
            "Whether requests from other sites contain it",
        ),
        ("SameSite=L$0ax", "only when the visitor follows a link"),
        ("rol$0ling 30", "Starts again with every visit"),
        ("13 mon$0ths", "30 days each."),
        ("wor$0ding {", "instead of built-in ones"),
        ("acc$0ept =", "The button that grants every category."),
        ("inc$0lude crate", "The rows of a library's table"),
    ] {
        editor.assert_shows(place, &[text]);
    }
}

fn word_leads_to_its_explanation(editor: &mut Editor) {
    editor.assert_leads("Statistics: opt$0_in", "opt_in,");
}

const GATES: &[&str] = &["exempt", "opt_in", "opt_out"];
const SIGNALS: &[&str] = &["clarity_ads", "clarity_analytics", "matomo", "meta", "uet"];
const COLUMNS: &[&str] = &[
    "attributes",
    "duration",
    "note",
    "provider",
    "set_by",
    "when",
];
const ATTRIBUTES: &[&str] = &[
    "Domain",
    "HttpOnly",
    "Partitioned",
    "Path",
    "SameSite",
    "Secure",
];
const PROVIDERS: &[&str] = &["Matomo", "Shop"];

/// Types each of these, and asserts what is offered at the cursor.
#[track_caller]
fn assert_completes(editor: &mut Editor, old: &str, typed: &[&str], labels: &[&str]) {
    for new in typed {
        editor.reset();
        let at = editor.replace(old, new);
        editor.assert_offers(at, labels);
    }
}

fn gates_complete(editor: &mut Editor) {
    let typed = [
        "Statistics: $0 {",
        "Statistics: op$0 {",
        "Statistics: opt_in$0 {",
    ];
    assert_completes(editor, "Statistics: opt_in {", &typed, GATES);
}

fn signals_complete(editor: &mut Editor) {
    let typed = [
        "Statistics: opt_in(signals($0)) {",
        "Statistics: opt_in(signals(meta, ma$0)) {",
    ];
    assert_completes(editor, "Statistics: opt_in {", &typed, SIGNALS);
}

fn columns_complete_in_a_header(editor: &mut Editor) {
    let typed = [
        "cookie | $0",
        "cookie | $0;",
        "cookie | prov$0",
        "cookie | duration | $0;",
    ];
    let header = "cookie | provider | duration | attributes;";
    assert_completes(editor, header, &typed, COLUMNS);
}

fn columns_complete_after_with(editor: &mut Editor) {
    let typed = ["with $0", "with $0;", "with prov$0", "with prov$0 = Shop;"];
    assert_completes(editor, "with provider = Shop;", &typed, COLUMNS);
    assert_completes(
        editor,
        "with set_by = script {",
        &["with $0 {", "with se$0 {"],
        COLUMNS,
    );
}

fn columns_complete_in_a_row(editor: &mut Editor) {
    let typed = ["30 days | Secure | $0;", "30 days | Secure | no$0;"];
    assert_completes(editor, "30 days | Secure;", &typed, COLUMNS);
    let typed = ["2 weeks | attr$0 = Secure HttpOnly"];
    assert_completes(
        editor,
        "2 weeks | attributes = Secure HttpOnly",
        &typed,
        COLUMNS,
    );
}

fn providers_complete_in_cells(editor: &mut Editor) {
    assert_completes(
        editor,
        "| Shop | 30",
        &["| $0 | 30", "| Sh$0 | 30"],
        PROVIDERS,
    );
    let typed = [
        "with provider = $0;",
        "with provider = $0",
        "with provider = Sh$0;",
    ];
    assert_completes(editor, "with provider = Shop;", &typed, PROVIDERS);
}

fn providers_complete_in_a_row_that_is_begun(editor: &mut Editor) {
    let typed = ["\"recent\" | $0", "\"recent\" | $0;", "\"recent\" | Sh$0"];
    assert_completes(
        editor,
        "\"recent\" | Shop | 30 days | Secure;",
        &typed,
        PROVIDERS,
    );
}

fn attributes_complete(editor: &mut Editor) {
    let typed = [
        "30 days | $0;",
        "30 days | Sec$0;",
        "30 days | Secure $0;",
        "30 days | $0",
    ];
    assert_completes(editor, "30 days | Secure;", &typed, ATTRIBUTES);
}

fn values_of_same_site_complete(editor: &mut Editor) {
    let typed = ["SameSite=$0;", "SameSite=L$0;"];
    assert_completes(editor, "SameSite=Lax;", &typed, &["Lax", "None", "Strict"]);
}

fn set_by_completes(editor: &mut Editor) {
    let typed = ["with set_by = $0 {", "with set_by = sc$0 {"];
    let labels = ["other", "script", "server", "third_party"];
    assert_completes(editor, "with set_by = script {", &typed, &labels);
}

fn units_complete(editor: &mut Editor) {
    let typed = ["rolling 30 $0 |", "rolling 30 min$0 |"];
    assert_completes(
        editor,
        "rolling 30 minutes |",
        &typed,
        &["days", "minutes", "weeks"],
    );
}

fn keys_of_built_in_texts_complete(editor: &mut Editor) {
    assert_completes(
        editor,
        "wording { accept = \"Accept everything\"; }",
        &[
            "wording { $0 }",
            "wording { acc$0 }",
            "wording { acc$0 = \"Accept everything\"; }",
        ],
        &["accept", "banner_heading", "reject"],
    );
}

fn items_complete(editor: &mut Editor) {
    let provider = "provider Shop = \"Example Shop\";";
    let typed = [format!("{provider} $0"), format!("{provider} cat$0")];
    let typed = typed.each_ref().map(String::as_str);
    assert_completes(
        editor,
        provider,
        &typed,
        &["category", "print", "provider", "translation"],
    );
}

fn lines_of_a_category_complete(editor: &mut Editor) {
    let header = "cookie | provider | duration | attributes;";
    let typed = [format!("{header} $0"), format!("{header} wi$0")];
    let typed = typed.each_ref().map(String::as_str);
    assert_completes(editor, header, &typed, &["any", "cookie", "with"]);
}

fn module_of_the_table_leads_there(editor: &mut Editor) {
    editor.assert_leads("in crate::cook$0ies;", "mod cookies {");
}

fn module_of_the_table_completes_in_the_table(editor: &mut Editor) {
    assert_completes(
        editor,
        "in crate::cookies;",
        &["in crate::$0;"],
        &["cookies"],
    );
}
