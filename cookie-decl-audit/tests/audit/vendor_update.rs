//! An update of a vendor's crate in which one duration changes. The site's own text stays as it is.

use std::panic::catch_unwind;
use std::process::Command;
use std::{fs, str};

use cookie_decl_audit::policy_file::{Comparison, Weight};
use cookie_decl_audit::{PolicyFile, policy_file};

/// A release of a vendor's crate, and a site that includes its table.
macro_rules! release {
    ($name:ident, $measure:ident, $date:literal, $duration:literal $unit:ident) => {
        mod $name {
            pub(crate) mod vendor {
                cookie_decl::export_cookies! {
                    /// Example Measure
                    export $measure;
                    last_updated $date;
                    provider Example = "Example Inc." { domain: "measure.example", third_party }
                    with provider = Example | set_by = script;
                    cookie | duration;
                    /// Tells visitors apart
                    "_ms_id" | $duration $unit;
                    /// Tells visits apart
                    "_ms_visit" | 30 minutes;
                }
            }
            pub(crate) mod site {
                cookie_decl::declare_cookies! {
                    pub policy;
                    cookie | duration;
                    /// Needed
                    ///
                    /// Without it we would ask you on every page.
                    category Necessary: exempt {
                        /// Remembers your choice about cookies
                        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
                    }
                    /// Audience
                    category Statistics: opt_in {
                        include crate::vendor_update::$name::vendor::$measure;
                    }
                    /// Advertising
                    category Marketing: opt_in {
                        /// Remembers which advertisement brought you here
                        CAMPAIGN = "campaign" | 7 days;
                    }
                }
            }
        }
    };
}
release!(before, measure_1, "2026-01-10", 13 months);
release!(after, measure_2, "2026-11-20", 24 months);

fn files() -> (PolicyFile, PolicyFile) {
    (before::site::POLICY.into(), after::site::POLICY.into())
}

#[test]
fn the_comparison_names_the_row_and_the_category_that_is_asked_about_again() {
    let (before, after) = files();
    let comparison = Comparison::of(&before, &after);
    let found = comparison.differences.iter();
    let found = found.filter(|it| it.weight != Weight::Editorial);
    let found: Vec<_> = found.map(|it| (&*it.subject, &*it.message)).collect();
    let longer = "the duration changed from `13 months` to `24 months`";
    assert_eq!(found, [("`_ms_id`", longer)]);
    let asked = comparison.asked_again.iter();
    let asked: Vec<_> = asked.map(|it| &*it.category).collect();
    assert_eq!(asked, ["Statistics"]);
}

#[test]
fn nothing_else_that_visitors_read_or_answer_differs() {
    let (before, mut after) = files();
    for (new, old) in after.rows.iter_mut().zip(&before.rows) {
        assert_eq!(new.duration != old.duration, new.name == "_ms_id");
        new.duration = old.duration.clone();
        // The policy file names the table of a row, because reviewers want to know it.
        (new.included_from, new.facts_of) = (old.included_from.clone(), old.facts_of.clone());
    }
    let fingerprint = |file: &PolicyFile| file.categories["Statistics"].fingerprint.clone();
    assert_ne!(fingerprint(&after), fingerprint(&before));
    let category = after.categories.get_mut("Statistics").unwrap();
    category.fingerprint = fingerprint(&before);
    assert_eq!(after, before);
}

#[test]
fn the_test_of_the_committed_file_fails() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cookie-policy.json");
    fs::write(&path, files().0.to_json()).unwrap();
    policy_file(before::site::POLICY, &path);
    let failure = catch_unwind(|| policy_file(after::site::POLICY, &path)).unwrap_err();
    let message = failure.downcast_ref::<String>().unwrap();
    assert!(message.contains("_ms_id"), "{message}");
}

#[test]
fn the_command_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = files();
    fs::write(folder.path().join("before.json"), before.to_json()).unwrap();
    fs::write(folder.path().join("after.json"), after.to_json()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cookies"));
    let command = command.args(["diff", "before.json", "after.json"]);
    let output = command.current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = str::from_utf8(&output.stdout).unwrap();
    let expected = "Asks visitors again:\n  Statistics\n\n\
                    Material:\n  `_ms_id`: the duration changed from `13 months` to `24 months`\n\n";
    assert!(text.starts_with(expected), "{text}");
}

/// An update that changes only what vendors are told.
mod told {
    cookie_decl::export_cookies! {
        export told_before;
        last_updated "2026-01-10";
        signals(clarity_analytics);
        cookie | duration;
        /// Tells visitors apart
        "_ms_id" | 13 months | set_by = script;
    }
    cookie_decl::export_cookies! {
        export told_after;
        last_updated "2026-11-20";
        signals(clarity_analytics, clarity_ads);
        consent_mode(analytics_storage);
        cookie | duration;
        /// Tells visitors apart
        "_ms_id" | 13 months | set_by = script;
    }
    macro_rules! site {
        ($name:ident, $table:ident) => {
            pub(super) mod $name {
                cookie_decl::declare_cookies! {
                    pub policy;
                    cookie | duration;
                    /// Needed
                    ///
                    /// Without it we would ask you on every page.
                    category Necessary: exempt {
                        /// Remembers your choice about cookies
                        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
                    }
                    /// Audience
                    category Statistics: opt_in {
                        include crate::vendor_update::told::$table;
                    }
                }
            }
        };
    }
    site!(before, told_before);
    site!(after, told_after);
}

#[test]
fn signals_of_an_update_are_in_the_difference_and_ask_nobody_again() {
    let (before, after) = (told::before::POLICY.into(), told::after::POLICY.into());
    let comparison = Comparison::of(&before, &after);
    assert!(comparison.asked_again.is_empty());
    let found = comparison.differences.iter();
    let found = found.filter(|it| it.weight == Weight::Material);
    let found: Vec<_> = found.map(|it| (&*it.subject, &*it.message)).collect();
    let differ = "its signals (`consent_mode`, `signals`, `tcf`) differ";
    assert_eq!(found, [("Statistics", differ)]);
}
