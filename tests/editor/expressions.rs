//! Rust in the table: types, and `{ expr }`.

use crate::editor::Editor;
use crate::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    type_leads_to_its_definition
    type_completes
    path_in_a_type_completes
    expression_leads_to_its_definition
    expression_completes
    configuration_shows_its_type
];

fn type_leads_to_its_definition(editor: &mut Editor) {
    editor.assert_leads("crate::Co$0unt", "type Count = u32;");
}

fn type_completes(editor: &mut Editor) {
    let at = editor.replace("BASKET: crate::Count", "BASKET: $0Con");
    editor.assert_offers(at, &["Consent", "crate::"]);
}

fn path_in_a_type_completes(editor: &mut Editor) {
    let at = editor.replace("BASKET: crate::Count", "BASKET: crate::C$0");
    editor.assert_offers(at, &["Count", "Config"]);
}

fn expression_leads_to_its_definition(editor: &mut Editor) {
    editor.assert_leads("config.ke$0pt()", "fn kept(&self) -> Duration {");
}

fn expression_completes(editor: &mut Editor) {
    let at = editor.replace("config.kept()", "config.$0");
    editor.assert_offers(at, &["kept", "basket"]);
}

fn configuration_shows_its_type(editor: &mut Editor) {
    editor.assert_shows("{ con$0fig.kept()", &["config: &Config"]);
}
