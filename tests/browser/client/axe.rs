//! The accessibility checks of axe-core, which is fetched once and never committed.

use std::path::Path;
use std::process::{self, Command};
use std::{fmt, fs};

use serde_json::Value;

use super::{Page, WORKSHOP, in_path, string};

const PACKAGE: &str = "axe-core@4.14.1";

/// The script, or why there is none.
pub(crate) fn script() -> Result<String, String> {
    let kept = Path::new(WORKSHOP).join(PACKAGE);
    if !kept.exists() {
        in_path("npm").ok_or("there is no npm, which fetches axe-core")?;
        // Under a name of its own until it is whole: another run may fetch it too.
        let fetched = Path::new(WORKSHOP).join(format!("axe-core-{}", process::id()));
        let npm = Command::new("npm")
            .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
            .arg(&fetched)
            .arg(PACKAGE)
            .output()
            .map_err(|error| error.to_string())?;
        if !npm.status.success() {
            return Err(format!("npm cannot fetch {PACKAGE}: {}", String::from_utf8_lossy(&npm.stderr)));
        }
        if fs::rename(&fetched, &kept).is_err() {
            let _ = fs::remove_dir_all(&fetched);
        }
    }
    fs::read_to_string(kept.join("node_modules/axe-core/axe.min.js")).map_err(|error| error.to_string())
}

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
        write!(f, "{}: {}: {}", self.rule, self.help, self.elements.join(", "))
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
            nodes.iter().map(|node| node["target"].to_string()).collect()
        };
        let read = |violation: &Value| Violation {
            rule: string(&violation["id"]),
            help: string(&violation["help"]),
            elements: elements(violation),
        };
        found.as_array().expect("a list").iter().map(read).collect()
    }
}
