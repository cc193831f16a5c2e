//! The ways in which source stores and loads something, each beside code that does not.

use std::fs;

use cookie_decl_audit::{Place, PolicyFile, Rule, Scan};

mod markup;
mod rust;
mod script;

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::scan::cookies;
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "session" | 2 weeks;
            /// Remembers light or dark
            "theme" | 1 year | set_by = script;
        }
    }
}

/// Returns the rule, the subject, the line and the column of each finding in one file.
fn scan(name: &str, text: &str) -> Vec<(Rule, String, usize, usize)> {
    scan_files(&[(name, text)])
}

fn scan_files(files: &[(&str, &str)]) -> Vec<(Rule, String, usize, usize)> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let table = PolicyFile::from(cookies::POLICY);
    let report = Scan::new(&table).paths([folder.path()]);
    let findings = report.findings.into_iter().map(|it| match it.place {
        Place::Source { line, column, .. } => (it.rule, it.subject, line, column),
        place => panic!("{place}"),
    });
    findings.collect()
}

#[track_caller]
fn assert_rules(name: &str, text: &str, expected: &[(Rule, &str)]) {
    let found = scan(name, text);
    let found: Vec<_> = found.iter().map(|it| (it.0, &*it.1)).collect();
    assert_eq!(found, expected, "{text}");
}

/// Asserts that each code stores `tracker`.
#[track_caller]
fn assert_stores(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[(Rule::Undeclared, "tracker")]);
    }
}

/// Asserts that each code sends a request to `other.example`.
#[track_caller]
fn assert_asks(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[(Rule::UndeclaredHost, "other.example")]);
    }
}

#[track_caller]
fn assert_fine(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[]);
    }
}

#[test]
fn a_place_counts_characters_from_one() {
    let found = scan(
        "page.html",
        "<p>é</p>\n<b>ü</b><script>localStorage.a = 1</script>",
    );
    assert_eq!(found, [(Rule::Undeclared, "a".to_owned(), 2, 17)]);
    let found = scan(
        "main.rs",
        "fn f() {\n    let é = 1; Cookie::new(\"a\", \"1\");\n}",
    );
    assert_eq!(found, [(Rule::Undeclared, "a".to_owned(), 2, 16)]);
    let found = scan("main.rs", "\u{feff}fn f() { Cookie::new(\"a\", \"1\"); }");
    assert_eq!(found, [(Rule::Undeclared, "a".to_owned(), 1, 10)]);
}

#[test]
fn a_path_that_is_not_read_is_a_finding() {
    let table = PolicyFile::from(cookies::POLICY);
    let report = Scan::new(&table).paths(["no/such/folder"]);
    assert_eq!(report.findings[0].rule, Rule::Undecided);
    let found = scan("main.rs", "fn f( {");
    assert_eq!((found[0].0, found.len()), (Rule::Undecided, 1));
}

#[test]
fn a_row_that_code_only_reads_or_removes_is_never_set() {
    let code = |call| {
        format!(
            "declare_cookies! {{ category N: exempt {{ SESSION = \"session\" | 2 weeks; }} }} fn f() {{ {call}; }}"
        )
    };
    for call in [
        "SESSION.get(cookies)",
        "SESSION.removal()",
        "dbg!(SESSION.get(cookies))",
    ] {
        assert_rules("main.rs", &code(call), &[(Rule::NeverSeen, "session")]);
    }
    for call in [
        "SESSION.set(1)",
        "layer.with_name(SESSION.name())",
        "dbg!(SESSION.set(1))",
        "keep(SESSION)",
    ] {
        assert_rules("main.rs", &code(call), &[]);
    }
}

#[test]
fn a_comment_that_settles_nothing_is_outdated() {
    let code = |call| format!("fn f(row: Row) {{\n    // cookie-decl: session\n    {call}\n}}");
    assert_rules("main.rs", &code("Cookie::new(row.name(), \"1\");"), &[]);
    assert_rules(
        "main.rs",
        &code("row.save();"),
        &[(Rule::Outdated, "session")],
    );
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.rs"), "fn f() {}").unwrap();
    let table = PolicyFile::from(cookies::POLICY);
    let report = Scan::new(&table)
        .settle("main.rs", ["session"])
        .paths([folder.path()]);
    assert_eq!(report.findings[0].rule, Rule::Outdated);
}
