//! A small client of Chromium's devtools protocol, over a pair of pipes. Whatever goes wrong in the browser fails the
//! test with a panic, at the line of the test.

pub(crate) mod axe;
mod connection;
pub(crate) mod npm;
mod page;
mod store;

use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use serde_json::{Value, json};

pub(crate) use connection::PATIENCE;
pub(crate) use page::{Blocked, Page};
pub(crate) use store::{Partition, StoredCookie};

type Connection = connection::Connection<ChildStdin>;

/// Where tests may write.
pub(crate) const WORKSHOP: &str = env!("CARGO_TARGET_TMPDIR");

const FLAGS: &[&str] = &[
    "--remote-debugging-pipe",
    "--headless",
    "--no-sandbox", // which refuses to run as root, as containers do
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Domains with parents, which `localhost` does not have.
    "--host-resolver-rules=MAP shop.example 127.0.0.1, MAP *.shop.example 127.0.0.1, \
     MAP *.vendor.example 127.0.0.1",
];

/// Debian's Chromium blocks the cookies of third parties otherwise. Of [`WITHOUT_COOKIES`] it keeps none.
const PREFERENCES: &str = r#"{"profile":{"cookie_controls_mode":0,"block_third_party_cookies":false,
    "content_settings":{"exceptions":{"cookies":{"http://without-cookies.localhost,*":{"setting":2}}}}}}"#;

/// A host for which the visitor has switched cookies off.
pub(crate) const WITHOUT_COOKIES: &str = "without-cookies.localhost";

/// A browser without a window, in an empty profile.
pub(crate) struct Browser {
    process: Child,
    connection: Arc<Connection>,
    profile: PathBuf,
}

impl Browser {
    /// The program: `CHROMIUM` of the environment, or one that is installed under a usual name.
    pub(crate) fn find() -> Option<PathBuf> {
        let named = env::var_os("CHROMIUM").map(PathBuf::from);
        named.or_else(|| {
            ["chromium", "chromium-browser", "google-chrome"]
                .into_iter()
                .find_map(in_path)
        })
    }

    /// The same engine without settings and windows, unless `CHROMIUM` asks for another program.
    pub(crate) fn find_shell() -> Option<PathBuf> {
        match env::var_os("CHROMIUM") {
            Some(_) => None,
            None => in_path("chromium-headless-shell"),
        }
    }

    pub(crate) fn launch(program: &Path) -> Self {
        let name = program.file_name().unwrap_or_default().display();
        let profile = Path::new(WORKSHOP).join(format!("{name}-{}", process::id()));
        fs::create_dir_all(profile.join("Default")).expect("the profile can be written");
        fs::write(profile.join("Default/Preferences"), PREFERENCES)
            .expect("the profile can be written");
        let log = fs::File::create(profile.with_extension("log")).expect("the log can be written");
        let mut data = std::ffi::OsString::from("--user-data-dir=");
        data.push(&profile);
        // The browser wants its pipes at 3 and 4; the shell puts them there without `unsafe`.
        let mut process = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >&2"#])
            .arg(program)
            .args(FLAGS)
            .arg(data)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("there is a shell");
        let pipes = process.stdin.take().zip(process.stdout.take());
        let (commands, messages) = pipes.expect("both are piped");
        Self {
            process,
            connection: Connection::open(commands, messages),
            profile,
        }
    }

    /// What one visitor has: cookies and storage that no other test sees.
    #[track_caller]
    pub(crate) fn context(&self) -> Context<'_> {
        Context::new(&self.connection)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked politely it ends its children too, so that nobody writes into the profile any more.
        let _ = self.connection.call("", "Browser.close", json!({}));
        let deadline = Instant::now() + Duration::from_secs(5);
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The cookies and pages of one visitor.
pub(crate) struct Context<'b> {
    connection: &'b Connection,
    id: String,
}

impl<'b> Context<'b> {
    #[track_caller]
    fn new(connection: &'b Connection) -> Self {
        let reply = connection
            .call("", "Target.createBrowserContext", json!({}))
            .unwrap_or_else(|e| panic!("{e}"));
        Self {
            connection,
            id: string(&reply["browserContextId"]),
        }
    }

    /// Another visitor, in the same browser.
    #[track_caller]
    pub(crate) fn another(&self) -> Self {
        Self::new(self.connection)
    }

    /// A new tab.
    #[track_caller]
    pub(crate) fn page(&self) -> Page<'_> {
        let target = json!({ "url": "about:blank", "browserContextId": self.id });
        let target = string(&self.call("Target.createTarget", target)["targetId"]);
        let attached = self.call(
            "Target.attachToTarget",
            json!({ "targetId": target, "flatten": true }),
        );
        Page::open(self.connection, string(&attached["sessionId"]), target)
    }

    /// A new tab that nobody looks into: the browser makes pages ahead in no other one.
    #[track_caller]
    pub(crate) fn open_unseen(&self, url: &str) {
        self.call(
            "Target.createTarget",
            json!({ "url": url, "browserContextId": self.id }),
        );
    }

    /// Everything in the browser's cookie store: `HttpOnly`, of any site and path, partitioned.
    #[track_caller]
    pub(crate) fn cookies(&self) -> Vec<StoredCookie> {
        let reply = self.call("Storage.getCookies", json!({ "browserContextId": self.id }));
        reply["cookies"]
            .as_array()
            .expect("a list")
            .iter()
            .map(StoredCookie::read)
            .collect()
    }

    /// The one stored cookie of this name.
    #[track_caller]
    pub(crate) fn cookie(&self, name: &str) -> Option<StoredCookie> {
        let mut found = self.cookies();
        found.retain(|cookie| cookie.name == name);
        assert!(found.len() < 2, "`{name}` is stored twice: {found:?}");
        found.pop()
    }

    /// Puts a cookie there that no server sent: a `CookieParam` of the protocol, with `name`, `value`, `url`.
    #[track_caller]
    pub(crate) fn set_cookie(&self, cookie: &Value) {
        self.call(
            "Storage.setCookies",
            json!({ "cookies": [cookie], "browserContextId": self.id }),
        );
    }

    #[track_caller]
    fn call(&self, method: &str, parameters: Value) -> Value {
        self.connection
            .call("", method, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }
}

impl Drop for Context<'_> {
    fn drop(&mut self) {
        // Closes its pages.
        let _ = self.connection.call(
            "",
            "Target.disposeBrowserContext",
            json!({ "browserContextId": self.id }),
        );
    }
}

/// The program of this name.
pub(crate) fn in_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

fn string(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("not a text: {value}"))
        .to_owned()
}
