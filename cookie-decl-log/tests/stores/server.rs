//! A PostgreSQL server of its own, on loopback, in a temporary folder.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

use cookie_decl_tests_port::free_port;
use tempfile::TempDir;

pub(crate) struct Server {
    folder: TempDir,
    has_tls: bool,
    port: u16,
    databases: AtomicU32,
    free: Mutex<Vec<String>>,
}

static SHARED: Mutex<Option<&'static Server>> = Mutex::new(None);

/// The server of all tests that leave it alone.
pub(crate) fn shared() -> &'static Server {
    let mut shared = SHARED.lock().expect("the server starts");
    shared.get_or_insert_with(|| Box::leak(Box::new(Server::start())))
}

pub(crate) fn stop_shared() {
    if let Some(server) = *SHARED.lock().expect("the server starts") {
        server.stop("immediate");
        fs::remove_dir_all(server.folder.path()).expect("it is ours");
    }
}

/// The folder of the latest version, where Debian has it.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let programs = versions.map(|version| version.expect("it can be read").path().join("bin"));
    programs.filter(|it| it.join("initdb").exists()).max()
}

impl Server {
    pub(crate) fn is_installed() -> bool {
        programs().is_some()
    }

    pub(crate) fn start() -> Self {
        Self::start_with(false)
    }

    /// A server with a certificate for its address, which is its own [authority](Self::authority).
    pub(crate) fn start_with_tls() -> Self {
        Self::start_with(true)
    }

    fn start_with(has_tls: bool) -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("it is ours");
        if is_root() {
            let mut chown = Command::new("chown");
            run(chown.arg("postgres").arg(folder.path()));
        }
        let server = Self {
            port: free_port(),
            folder,
            has_tls,
            databases: AtomicU32::new(0),
            free: Mutex::default(),
        };
        // Only a crash of the machine needs the disk, and nobody here crashes it.
        run(program("initdb")
            .args([
                "--auth=trust",
                "--username=site",
                "--encoding=UTF8",
                "--no-sync",
            ])
            .arg("--pgdata")
            .arg(server.data()));
        if has_tls {
            server.certify();
        }
        server.restart();
        server
    }

    /// Makes a certificate that signs itself.
    fn certify(&self) {
        let config = self.folder.path().join("openssl.cnf");
        let text = "[req]\ndistinguished_name = name\nx509_extensions = extensions\nprompt = no\n\
                    [name]\nCN = consent log\n\
                    [extensions]\nbasicConstraints = critical, CA:FALSE\n\
                    subjectAltName = IP:127.0.0.1\n";
        fs::write(&config, text).expect("the folder is there");
        run(program("/usr/bin/openssl")
            .stderr(Stdio::null())
            .args(["req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"])
            .args(["-pkeyopt", "ec_paramgen_curve:P-256", "-config"])
            .arg(config)
            .arg("-keyout")
            .arg(self.data().join("server.key"))
            .arg("-out")
            .arg(self.authority()));
    }

    pub(crate) fn authority(&self) -> PathBuf {
        self.data().join("server.crt")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn restart(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
             -c max_connections=60 -c shared_buffers=32MB -c ssl={}",
            self.port, self.has_tls
        );
        // After a kill it warns of a server that is not there.
        run(program("pg_ctl")
            .stderr(Stdio::null())
            .args([
                "start",
                "--wait",
                "--silent",
                "--options",
                &options,
                "--pgdata",
            ])
            .arg(self.data())
            .arg("--log")
            .arg(self.folder.path().join("log")));
    }

    pub(crate) fn stop(&self, mode: &str) {
        run(program("pg_ctl")
            .args(["stop", "--wait", "--silent", "--mode", mode, "--pgdata"])
            .arg(self.data()));
    }

    /// Kills every process of the server, as a machine does that has no memory left.
    pub(crate) fn kill(&self) {
        let file = fs::read_to_string(self.data().join("postmaster.pid")).expect("it runs");
        let pid = file.lines().next().expect("it has a number");
        run(Command::new("kill").args(["-9", pid]));
        // The others notice it, and end as well.
        while Path::new(&format!("/proc/{pid}")).exists() {
            sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Returns the address of a database that nobody uses.
    pub(crate) fn take_database(&self) -> String {
        let free = self.free.lock().expect("it is a list").pop();
        free.unwrap_or_else(|| {
            let number = self.databases.fetch_add(1, Ordering::Relaxed);
            let create = format!("CREATE DATABASE site_{number}");
            crate::store::execute(&self.url("postgres"), &create);
            self.url(&format!("site_{number}"))
        })
    }

    pub(crate) fn give_back(&self, database: String) {
        self.free.lock().expect("it is a list").push(database);
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://site@127.0.0.1:{}/{database}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be down already.
        let mut stop = program("pg_ctl");
        stop.args([
            "stop",
            "--wait",
            "--silent",
            "--mode",
            "immediate",
            "--pgdata",
        ]);
        let _ = stop.arg(self.data()).stderr(Stdio::null()).status();
    }
}

fn is_root() -> bool {
    fs::read_dir("/root").is_ok()
}

/// The server refuses to run as root.
fn program(name: &str) -> Command {
    let path = programs().expect("it is installed").join(name);
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(path);
        command
    } else {
        Command::new(path)
    };
    command
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command
}

fn run(command: &mut Command) {
    let status = command.status().expect("it can be started");
    assert!(status.success(), "{command:?}: {status}");
}
