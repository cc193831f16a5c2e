//! The test that compares the committed policy file with the table.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::policy_file::compare::Comparison;
use crate::policy_file::{PolicyFile, ReadError};

/// The environment variable that rewrites committed files.
pub(crate) const BLESS: &str = "COOKIE_DECL_BLESS";

/// Compares the committed policy file with the table. Call it in a test.
///
/// The file is the table as people review it. If the two differ, the test fails and prints what the
/// differences mean for visitors: which gates were loosened, which categories are asked about
/// again, what is material, and what is only wording.
///
/// `COOKIE_DECL_BLESS=1` writes the file. If more than the wording differs, the date in the table
/// (`last_updated`) must change first; `COOKIE_DECL_BLESS=same_date` keeps it.
///
/// A relative path starts at the package. A table `with config` has one file for each
/// configuration: `policy_file(POLICY.at(&config), "cookie-policy.shop.json")`.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// You could not stay signed in.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Keeps you signed in
/// #         SESSION = "__Host-session" | 2 weeks;
/// #     }
/// # } }
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("cookie-policy.json");
/// # std::fs::write(&path, cookie_decl_audit::PolicyFile::from(cookies::POLICY).to_json()).unwrap();
/// # /*
/// #[test]
/// fn the_policy_file_is_reviewed() {
///     cookie_decl_audit::policy_file(POLICY, "cookie-policy.json");
/// }
/// # */
/// # cookie_decl_audit::policy_file(cookies::POLICY, &path);
/// ```
///
/// # Panics
/// If the file differs from the table, is missing, or cannot be read.
#[track_caller]
pub fn policy_file(policy: impl Into<PolicyFile>, path: impl AsRef<Path>) {
    let bless = env::var(BLESS).unwrap_or_default();
    if let Err(message) = check(&policy.into(), path.as_ref(), &bless) {
        panic!("\n{message}");
    }
}

/// Returns what the test prints for this value of [`BLESS`]; `None` if it passes.
pub(crate) fn check(table: &PolicyFile, path: &Path, bless: &str) -> Result<(), String> {
    let name = path.display();
    let write = || {
        fs::write(path, table.to_json())
            .map_err(|error| format!("{name} cannot be written: {error}"))
    };
    let committed = match PolicyFile::read(path) {
        Ok(committed) => committed,
        Err(ReadError::Io(error)) if error.kind() == ErrorKind::NotFound => {
            return if bless.is_empty() {
                Err(format!(
                    "{name} does not exist yet: run the test with {BLESS}=1, read the file, and commit it"
                ))
            } else {
                write()
            };
        }
        // A file of another release, or one that a merge broke, is also replaced.
        Err(_) if !bless.is_empty() => return write(),
        Err(error) => return Err(format!("{name}: {error}")),
    };
    if committed == *table {
        return Ok(());
    }
    let comparison = Comparison::of(&committed, table);
    match bless {
        "" => Err(format!(
            "The table differs from {name}.\n\n{comparison}\nIf that is what visitors shall read, run the test with \
             {BLESS}=1 and commit the file."
        )),
        "same_date" => write(),
        _ if comparison.needs_new_date() => Err(format!(
            "{name} was not written.\n\n{comparison}\nTo keep the date, use {BLESS}=same_date."
        )),
        _ => write(),
    }
}
