mod markup;
mod script;
mod server;
mod waiting;

use std::fs;

use crate::policy_file::PolicyFile;
use crate::report::{Finding, Place, Rule};
use crate::scan::{Scan, clippy_toml, table};

mod cookies {
    #![allow(unreachable_pub, reason = "a table is `pub`")]
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::scan::tests::cookies;
        provider Tiles = "Tiles" { domain: "tiles.example", domain: "{region}.pictures.example", third_party }
        provider Clips = "Clips" { domain: "clips.example" }
        provider Counter = "Counter" { domain: "counter.example" }
        provider Films = "Films" { domain: "films.example" }
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "session" | 2 weeks;
            /// Remembers your choice
            PREFERENCES: Consent = "prefs" | 6 months;
            /// Remembers light or dark
            "theme" | 1 year | set_by = script;
            /// The proxy's
            "lb" | session | set_by = other;
        }
        /// Audience
        category Statistics: opt_in {
            /// Counts
            RECENT = "recent" | 30 days;
            /// Recognises you
            "_pk_id.{site}" | 13 months | set_by = script;
            /// Keeps pictures
            "pictures" | persistent | storage = other("Cache storage") | set_by = script;
            /// Keeps the count
            "visits" | persistent | storage = local_storage;
        }
        /// Maps
        category Maps: opt_in {
            /// Tells you apart
            "tiles" | 1 day | provider = Tiles | set_by = "tiles.example";
        }
        /// Videos
        category Videos: opt_in(by provider) {
            /// Tells browsers apart
            "clip" | 1 day | provider = Clips | set_by = third_party;
            /// Tells browsers apart
            "film" | 1 day | provider = Films | set_by = third_party;
        }
        /// Counting
        category Counting: opt_in(advanced, signals(matomo)) {
            /// Counts visits
            "count" | 1 day | provider = Counter | set_by = script;
        }
        retired { "old" Path="/"; }
    }
}

/// Scans one file of this name.
fn scan(name: &str, text: &str) -> Vec<Finding> {
    scan_with(&[(name, text)], |scan| scan)
}

fn scan_with(files: &[(&str, &str)], options: impl FnOnce(Scan<'_>) -> Scan<'_>) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let file = PolicyFile::from(cookies::POLICY);
    let report = options(Scan::new(&file)).paths([folder.path()]);
    assert!(report.notes.is_empty(), "{report}");
    report.findings
}

/// Returns the rule and the subject of each finding.
fn found(name: &str, text: &str) -> Vec<(Rule, String)> {
    let findings = scan(name, text).into_iter();
    findings.map(|it| (it.rule, it.subject)).collect()
}

#[track_caller]
fn assert_found(name: &str, text: &str, expected: &[(Rule, &str)]) {
    let found = found(name, text);
    let found: Vec<_> = found
        .iter()
        .map(|(rule, subject)| (*rule, &**subject))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_finding_has_line_column_and_the_row_to_type() {
    let findings = scan("app.js", "\n  localStorage.setItem('visit', 1);");
    let [finding] = &findings[..] else {
        panic!("{findings:?}");
    };
    assert!(
        matches!(
            finding.place,
            Place::Source {
                line: 2,
                column: 3,
                ..
            }
        ),
        "{finding}"
    );
    assert!(
        finding.help.starts_with("if it is `visits`, use that name"),
        "{finding}"
    );
    assert!(
        finding
            .help
            .contains("\"visit\" | persistent | storage = local_storage;"),
        "{finding}"
    );
}

#[test]
fn a_row_to_type_names_a_storage_as_the_table_writes_it() {
    for (code, row) in [
        (
            "caches.open('v1');",
            r#""v1" | persistent | storage = other("Cache storage") | set_by = script;"#,
        ),
        (
            "navigator.serviceWorker.register('/sw.js');",
            r#""/sw.js" | persistent | storage = other("Service worker") | set_by = script;"#,
        ),
    ] {
        let findings = scan("app.js", code);
        assert!(findings[0].help.contains(row), "{}", findings[0]);
    }
}

#[test]
fn a_baseline_hides_what_it_lists_and_reports_what_no_longer_occurs() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("app.js");
    let baseline = folder.path().join("known.json");
    let file = PolicyFile::from(cookies::POLICY);
    let scan = || Scan::new(&file).baseline(&baseline).paths([&script]);
    fs::write(&script, "localStorage.a = 1;").unwrap();
    let path = script.display().to_string();
    let entry = serde_json::json!([{ "rule": "undeclared", "file": path, "subject": "a" }]);
    fs::write(&baseline, entry.to_string()).unwrap();
    assert!(scan().is_clean());
    fs::write(&script, "localStorage.b = 1;").unwrap();
    let rules: Vec<_> = scan().findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::Undeclared, Rule::Outdated]);
}

#[test]
fn a_first_table_has_a_row_for_each_name() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("main.rs"),
        r#"fn f() { Cookie::new("__Host-session", "1"); Cookie::new("cart", "1"); }"#,
    )
    .unwrap();
    fs::write(folder.path().join("app.js"), "localStorage.theme = 1;").unwrap();
    let text = table([folder.path()]);
    for row in [
        "SESSION = \"__Host-session\" | 30 days;",
        "CART = \"cart\" | 30 days;",
        "\"theme\" | persistent | storage = local_storage;",
    ] {
        assert!(text.contains(row), "{text}");
    }
}

#[test]
fn the_lints_are_valid_in_a_clippy_configuration() {
    let text = clippy_toml();
    assert_eq!(
        text.matches("allow-invalid = true").count(),
        text.lines().count() - 2
    );
}
