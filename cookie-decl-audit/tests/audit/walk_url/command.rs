//! `cookies walk URL`: what it prints, and its exit code.

use crate::walk_url::cookies::POLICY;
use crate::walk_url::{guarded, routes, serve};
use cookie_decl_audit::PolicyFile;
use std::fs;
use std::process::{Command, Output};

/// Runs the command. Returns its exit code, standard output and standard error.
fn command(address: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let text = PolicyFile::from(POLICY).to_json();
    fs::write(folder.path().join("cookie-policy.json"), text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cookies"));
    let command = command
        .args(["walk", address])
        .args(arguments)
        .current_dir(folder.path());
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

const SIGN_IN: &[&str] = &["/", "/sign-in", "POST /sign-in name=Ada"];

#[test]
fn the_command_exits_with_zero_and_shows_progress_only_in_a_terminal() {
    let address = serve(guarded(routes()));
    let (code, text, error) = command(&address, SIGN_IN);
    assert_eq!((code, &*text, &*error), (Some(0), "no findings\n", ""));
}

#[test]
fn the_command_exits_with_one_if_something_is_found() {
    let address = serve(guarded(routes()));
    let (code, text, _) = command(&address, &[]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.starts_with("never_seen the table\n"), "{text}");
    for (format, key) in [("json", "findings"), ("sarif", "runs")] {
        let (_, text, _) = command(&address, &["/", "--format", format]);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(json[key].is_array(), "{text}");
    }
    let (_, text, _) = command(&address, &["/", "--format", "github"]);
    assert!(text.starts_with("::error title=never_seen::"), "{text}");
}

#[test]
fn the_command_exits_with_two_if_it_cannot_walk() {
    let address = serve(guarded(routes()));
    for (address, arguments, reason) in [
        ("http://127.0.0.1:1", &["/"][..], "GET / (never asked): "),
        (
            &*address,
            &["basket"],
            "`basket` is not a path such as `/basket`",
        ),
        (
            &*address,
            &["POST /a\u{7f}b x=1"],
            "is not a path such as `/basket`",
        ),
        (&*address, &["--policy", "none.json"], "none.json: "),
        (
            &*address,
            &["--cookie", "all=banner=1"],
            "is not an answer with its cookie",
        ),
        (
            &*address,
            &["--policy-page", "/privacy", "/account"],
            "could not answer: ",
        ),
    ] {
        let (code, _, error) = command(address, arguments);
        assert_eq!(code, Some(2), "{error}");
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn the_command_takes_the_cookies_of_an_own_banner() {
    let address = serve(guarded(routes()));
    let cookies = [
        "/",
        "--cookie",
        "refused=banner=0",
        "--cookie",
        "granted=banner=1",
    ];
    let (code, text, error) = command(&address, &cookies);
    assert_eq!((code, &*error), (Some(1), ""), "{text}");
}

#[test]
fn the_command_leaves_out_findings_that_its_arguments_allow() {
    let address = serve(guarded(routes()));
    let (code, text, _) = command(&address, &["/sign-in", "--allow", "never_seen=recent"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(!text.contains("should set `recent`"), "{text}");
    assert!(text.contains("`recent` (never_seen) is allowed: on the command line"));
    let others =
        ["campaign", "__Host-csrf", "__Host-session"].map(|name| format!("never_seen={name}"));
    let mut line = vec!["/sign-in", "--allow", "never_seen=recent"];
    line.extend(others.iter().flat_map(|it| ["--allow", it]));
    let (code, text, error) = command(&address, &line);
    assert_eq!((code, &*error), (Some(0), ""), "{text}");
}

#[test]
fn the_command_names_the_rules_that_can_be_allowed() {
    let (code, _, error) = command("http://localhost", &["--allow", "unseen=order"]);
    assert_eq!(code, Some(2));
    assert!(
        error.contains("`unseen` is not a rule: undeclared, "),
        "{error}"
    );
    let (code, _, error) = command("http://localhost", &["--allow", "order"]);
    assert_eq!(code, Some(2));
    assert!(
        error.contains("`order` is not a rule with a name, such as"),
        "{error}"
    );
}
