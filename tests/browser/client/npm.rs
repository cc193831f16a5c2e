//! Files of npm packages, which are fetched once and never committed.

use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::{Mutex, PoisonError};
use std::{fs, io};

use super::{WORKSHOP, in_path};

/// A file of a package.
pub(crate) struct File {
    /// With its version.
    pub(crate) package: &'static str,
    /// Below `node_modules`.
    pub(crate) path: &'static str,
}

impl File {
    /// What is in it, or why that is not there.
    pub(crate) fn read(&self) -> Result<String, String> {
        fs::read_to_string(self.fetch()?).map_err(|error| error.to_string())
    }

    /// Where it is, or why it is not there.
    pub(crate) fn fetch(&self) -> Result<PathBuf, String> {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let name = self.package.replace('/', "-");
        let kept = Path::new(WORKSHOP).join(&name);
        if !kept.exists() {
            in_path("npm")
                .ok_or_else(|| format!("there is no npm, which fetches {}", self.package))?;
            // Under a name of its own until it is whole: another run may fetch it too.
            let fetched = Path::new(WORKSHOP).join(format!("{name}-{}", process::id()));
            let npm = run(Command::new("npm")
                .args([
                    "install",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                ])
                .arg(&fetched)
                .arg(self.package));
            npm.map_err(|error| format!("npm cannot fetch {}: {error}", self.package))?;
            if fs::rename(&fetched, &kept).is_err() {
                let _ = fs::remove_dir_all(&fetched);
            }
        }
        Ok(kept.join("node_modules").join(self.path))
    }
}

/// What a program says, or what went wrong.
pub(crate) fn run(program: &mut Command) -> Result<String, String> {
    let output = program
        .output()
        .map_err(|error: io::Error| error.to_string())?;
    let [said, complained] =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    if output.status.success() {
        Ok(said)
    } else {
        // Some compilers print errors on standard output.
        Err(said + &complained)
    }
}
