//! The browser: where it is installed, how it is started, and how it ends.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use serde_json::json;

use crate::browse::connection::{Client, Connection};
use crate::browse::error::BrowseError;

/// The usual names of the program, the fastest first.
const NAMES: &[&str] = &[
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const FLAGS: &[&str] = &[
    "--remote-debugging-pipe",
    "--headless",
    // In a container it runs as root, which it refuses with a sandbox.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-popup-blocking",
    "--mute-audio",
];

/// Third-party cookies are kept, as in the browsers of many visitors.
const PREFERENCES: &str =
    r#"{"profile":{"cookie_controls_mode":0,"block_third_party_cookies":false}}"#;

/// How long the browser may take to end.
const ENDING: Duration = Duration::from_secs(5);

/// Finds the program that visits the site: the one in the environment variable `CHROMIUM`, or an
/// installed Chromium or Chrome with a usual name.
///
/// A test can call it to skip itself where no browser is installed.
///
/// ```
/// match cookie_decl_audit::browse::chromium() {
///     Ok(program) => assert!(program.is_file()),
///     Err(reason) => assert!(reason.to_string().contains("CHROMIUM")),
/// }
/// ```
///
/// # Errors
/// If no browser is installed, or if `CHROMIUM` names a program that does not exist.
pub fn chromium() -> Result<PathBuf, BrowseError> {
    match env::var("CHROMIUM") {
        Ok(name) if !name.is_empty() => find(&name).ok_or_else(|| {
            BrowseError::Missing(format!("`CHROMIUM` is `{name}`, which is not a program"))
        }),
        _ => NAMES.iter().find_map(|name| find(name)).ok_or_else(|| {
            let message = "there is no Chromium: install `chromium` or Google Chrome, or name the \
                           program in the environment variable `CHROMIUM`";
            BrowseError::Missing(message.to_owned())
        }),
    }
}

/// Finds a program by its path or its name.
fn find(name: &str) -> Option<PathBuf> {
    if name.contains('/') {
        return Some(PathBuf::from(name)).filter(|path| path.is_file());
    }
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// A running browser with an empty profile. Dropping it ends the browser and removes the profile.
pub(crate) struct Chromium {
    process: Child,
    connection: Option<Connection>,
    profile: Profile,
}

impl Chromium {
    pub(crate) fn start(program: &Path, flags: &[String]) -> Result<Self, BrowseError> {
        let failed =
            |what: &str, error: std::io::Error| BrowseError::Browser(format!("{what}: {error}"));
        let profile = Profile::new()
            .map_err(|error| failed("the browser's profile cannot be written", error))?;
        let log = fs::File::create(profile.log())
            .map_err(|error| failed("the browser's log cannot be written", error))?;
        let mut folder = OsString::from("--user-data-dir=");
        folder.push(&profile.0);
        // The browser reads from descriptor 3 and writes to 4. The shell can open these.
        let process = Command::new("/bin/sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >&2"#])
            .arg(program)
            .args(FLAGS)
            .arg(folder)
            .args(flags)
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn();
        let process = process.map_err(|error| failed("`/bin/sh` cannot be started", error))?;
        let mut browser = Self {
            process,
            connection: None,
            profile,
        };
        let pipes = browser
            .process
            .stdin
            .take()
            .zip(browser.process.stdout.take());
        let (commands, messages) = pipes.expect("both are piped");
        browser.connection = Some(Connection::open(commands, messages));
        Ok(browser)
    }

    pub(crate) fn client(&self) -> Client<'_> {
        let connection = self.connection.as_ref();
        connection.expect("it is there from the start").client()
    }

    /// Returns the last lines that the browser wrote.
    pub(crate) fn last_words(&self) -> String {
        let log = fs::read(self.profile.log()).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<_> = log.lines().collect();
        lines[lines.len().saturating_sub(5)..].join("\n")
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Closed by a command, it ends its children too. Then no process writes into the profile.
        let _ = self.client().send("", "Browser.close", json!({}));
        let deadline = Instant::now() + ENDING;
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A temporary folder, removed when dropped.
struct Profile(PathBuf);

impl Profile {
    fn new() -> std::io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("cookie-decl-{}-{count}", process::id());
        let folder = env::temp_dir().join(name);
        // The folder has cookies: only this user may read it, and an existing one may be somebody
        // else's.
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        let profile = Self(folder);
        fs::create_dir(profile.0.join("Default"))?;
        fs::write(profile.0.join("Default/Preferences"), PREFERENCES)?;
        Ok(profile)
    }

    fn log(&self) -> PathBuf {
        self.0.join("chromium.log")
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A child that is still ending may write once more.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}
