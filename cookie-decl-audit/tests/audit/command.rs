//! The command `cookies`: what it prints, and its exit code.

use std::fs;
use std::process::{Command, Output};

use cookie_decl_audit::PolicyFile;
use tempfile::TempDir;

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy in crate::command::cookies;
        cookie | duration;
        /// Needed
        ///
        /// We would ask you on every page.
        category Necessary: exempt {
            /// Remembers your choice
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Counts
            COUNTER = "counter" | 30 days;
        }
    }
}

/// Creates a folder with the policy file of the table, and one with a looser gate.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = PolicyFile::from(cookies::POLICY).to_json();
    fs::write(folder.path().join("old.json"), &text).unwrap();
    let looser = text.replace("\"opt_in\"", "\"exempt\"");
    fs::write(folder.path().join("new.json"), looser).unwrap();
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cookies"));
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn equal_files_exit_with_zero() {
    let (code, text, _) = run(&folder(), &["diff", "old.json", "old.json"]);
    assert_eq!((code, &*text), (Some(0), "The tables say the same.\n"));
}

#[test]
fn a_difference_exits_with_one() {
    let (code, text, _) = run(&folder(), &["diff", "old.json", "new.json"]);
    assert_eq!(code, Some(1));
    assert!(
        text.starts_with(
            "Gate loosened:\n  Statistics: the gate changed from `opt_in` to `exempt`"
        ),
        "{text}"
    );
}

#[test]
fn each_format_of_a_difference_is_printed() {
    let folder = folder();
    let format = |format| {
        run(
            &folder,
            &["diff", "old.json", "new.json", "--format", format],
        )
        .1
    };
    assert!(format("markdown").starts_with("### Gate loosened\n\n- **Statistics**"));
    let json: serde_json::Value = serde_json::from_str(&format("json")).unwrap();
    assert_eq!(json["differences"][0]["weight"], "gate_loosened");
}

#[test]
fn a_failure_of_the_command_exits_with_two_and_says_why() {
    let folder = folder();
    for (arguments, reason) in [
        (
            &["diff", "old.json", "none.json"][..],
            "cookies: none.json: ",
        ),
        (
            &["diff", "old.json"],
            "cookies: the later policy file is missing",
        ),
        (&["dif"], "cookies: `dif` is not a command"),
        (&["diff", "--format", "yaml"], "`yaml` is not a format"),
        (&[], "cookies: the command is missing"),
    ] {
        let (code, _, error) = run(&folder, arguments);
        assert_eq!(code, Some(2));
        assert!(error.contains(reason), "{error}");
    }
}

#[cfg(feature = "export")]
#[test]
fn an_export_is_printed_and_its_remarks_are_apart() {
    let folder = folder();
    let export = ["export", "klaro", "--policy", "old.json"];
    let (code, text, error) = run(&folder, &export);
    assert_eq!(code, Some(0));
    assert!(text.contains("var klaroConfig = {"), "{text}");
    assert!(
        error.starts_with("note: Klaro does not remove `counter` after a denial: it is `HttpOnly`"),
        "{error}"
    );
}

#[cfg(feature = "export")]
#[test]
fn an_export_of_what_is_not_there_exits_with_two() {
    let folder = folder();
    for (arguments, reason) in [
        (&["export"][..], "cookies: the format is missing"),
        (
            &["export", "osano"],
            "`osano` is not a format that can be exported",
        ),
        (
            &["export", "gtm", "--policy", "old.json", "--language", "fr"],
            "cookies: the table is not in the language `fr`; it has en",
        ),
        (
            &[
                "export",
                "tcf-disclosures",
                "--policy",
                "old.json",
                "--provider",
                "Ads",
            ],
            "cookies: the table has no provider `Ads`; it has none",
        ),
    ] {
        let (code, _, error) = run(&folder, arguments);
        assert_eq!(code, Some(2));
        assert!(error.contains(reason), "{error}");
    }
}

#[cfg(feature = "scan")]
mod scan {
    use super::{folder, fs, run};

    #[test]
    fn source_as_the_table_says_exits_with_zero() {
        let folder = folder();
        fs::write(
            folder.path().join("app.js"),
            "document.cookie = 'old=; Max-Age=0';",
        )
        .unwrap();
        let (code, text, error) = run(&folder, &["scan", "app.js", "--policy", "old.json"]);
        assert_eq!((code, &*text, &*error), (Some(0), "no findings\n", ""));
    }

    #[test]
    fn a_finding_exits_with_one_and_is_printed_in_each_format() {
        let folder = folder();
        fs::write(folder.path().join("app.js"), "\nlocalStorage.visits = 1;").unwrap();
        let scan = |format| {
            run(
                &folder,
                &["scan", "app.js", "--policy", "old.json", "--format", format],
            )
        };
        let (code, text, _) = scan("text");
        assert_eq!(code, Some(1));
        assert!(text.starts_with("undeclared app.js:2:1\n"), "{text}");
        assert!(
            scan("github")
                .1
                .starts_with("::error file=app.js,line=2,col=1,title=undeclared::")
        );
        for (format, key) in [("json", "findings"), ("sarif", "runs")] {
            let text = scan(format).1;
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert!(json[key].is_array(), "{text}");
        }
    }

    #[test]
    fn a_missing_policy_file_exits_with_two() {
        let (code, _, error) = run(&folder(), &["scan", "app.js"]);
        assert_eq!(code, Some(2));
        assert!(
            error.starts_with("cookies: cookie-policy.json: "),
            "{error}"
        );
    }

    #[test]
    fn a_first_table_and_lints_are_printed() {
        let folder = folder();
        fs::write(folder.path().join("app.js"), "localStorage.visits = 1;").unwrap();
        assert!(
            run(&folder, &["init", "app.js"])
                .1
                .contains("\"visits\" | persistent")
        );
        assert!(run(&folder, &["lints"]).1.starts_with("disallowed-methods"));
    }
}

#[cfg(feature = "import")]
mod import {
    use super::{folder, fs, run};

    const LIST: &str =
        "Name,Category,Provider,Expiry\n_ga,Statistics,.shop.example,1 year\n,Statistics,,1 year\n";

    #[test]
    fn a_list_is_printed_as_a_table_and_says_what_is_left_out() {
        let folder = folder();
        fs::write(folder.path().join("list.csv"), LIST).unwrap();
        let (code, text, error) = run(&folder, &["import", "list.csv", "--host", "shop.example"]);
        assert_eq!(code, Some(0));
        assert!(
            text.contains("\"_ga\" | 1 year | set_by = script;"),
            "{text}"
        );
        assert_eq!(
            error,
            "not imported: line 3: it has no name\n\
             list.csv is a list of Cookiebot: 1 row imported, 1 not\n"
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_exits_with_two() {
        let folder = folder();
        fs::write(folder.path().join("list.csv"), LIST).unwrap();
        for (arguments, reason) in [
            (&["import", "none.csv"][..], "cookies: none.csv: "),
            (
                &["import", "old.json"],
                "cookies: old.json: the format of the file is not known",
            ),
            (
                &["import", "list.csv", "--as", "klaro"],
                "cookies: list.csv: the file is not a configuration of Klaro",
            ),
            (
                &["import", "list.csv", "--as", "osano"],
                "`osano` is not a format",
            ),
            (&["import"], "cookies: the file to import is missing"),
        ] {
            let (code, _, error) = run(&folder, arguments);
            assert_eq!(code, Some(2));
            assert!(error.contains(reason), "{error}");
        }
    }
}

#[cfg(feature = "export")]
#[test]
fn types_are_printed() {
    let (code, text, _) = run(&folder(), &["types", "--policy", "old.json"]);
    assert_eq!(code, Some(0));
    assert!(
        text.contains("export type Category = \"Necessary\" | \"Statistics\";"),
        "{text}"
    );
}
