//! The accessibility checks of axe-core.

use std::fmt;

use serde_json::Value;

use super::npm::File;
use super::{Page, string};

/// The script.
pub(crate) const AXE: &File = &File {
    package: "axe-core@4.14.1",
    path: "axe-core/axe.min.js",
};

/// What a rule of axe-core finds wrong.
#[derive(Debug)]
pub(crate) struct Violation {
    pub(crate) rule: String,
    pub(crate) help: String,
    /// Selectors of the elements.
    pub(crate) elements: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}: {}",
            self.rule,
            self.help,
            self.elements.join(", ")
        )
    }
}

impl Page<'_> {
    /// What axe-core finds wrong with the page, sizes of targets included. The policy of the page does not stop it.
    #[track_caller]
    pub(crate) fn axe(&self, script: &str) -> Vec<Violation> {
        self.evaluate(&format!("{script}; undefined"));
        let found = self
            .evaluate("axe.run({ rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations)");
        let elements = |violation: &Value| -> Vec<String> {
            let nodes = violation["nodes"].as_array().expect("a list");
            nodes
                .iter()
                .map(|node| node["target"].to_string())
                .collect()
        };
        let read = |violation: &Value| Violation {
            rule: string(&violation["id"]),
            help: string(&violation["help"]),
            elements: elements(violation),
        };
        found.as_array().expect("a list").iter().map(read).collect()
    }
}
