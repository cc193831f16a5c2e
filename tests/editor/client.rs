//! A language server, as an editor uses it: with JSON messages over its standard streams.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

const SERVER: &str = "rust-analyzer";

/// How long a message may take. The first one waits until the sample is built.
const PATIENCE: Duration = Duration::from_secs(300);

/// The server's answer while it processes an edit. The request must be sent again.
const AGAIN: [i64; 2] = [-32801, -32802];

pub(crate) struct Client {
    process: Child,
    stdin: ChildStdin,
    messages: Receiver<Value>,
    requests: u64,
}

impl Client {
    /// Returns what is missing, if the server cannot work here.
    pub(crate) fn missing() -> Option<&'static str> {
        // `rustup` has a proxy with that name even if the component is not installed.
        if output(SERVER, &["--version"]).is_none() {
            return Some("there is no rust-analyzer in PATH");
        }
        let source = output("rustc", &["--print", "sysroot"])
            .map(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library"));
        let has_source = source.is_some_and(|source| source.is_dir());
        (!has_source).then_some("rust-analyzer needs the component rust-src")
    }

    /// Starts the server for a crate, and waits until it has read the crate.
    pub(crate) fn start(folder: &Path) -> Self {
        let mut process = Command::new(SERVER)
            .current_dir(folder)
            // Without it, the server cannot read the metadata of the standard library, so it does
            // not know `println!`. The sample has the workspace's lock file.
            .env_remove("CARGO_NET_OFFLINE")
            // The dependencies of the sample are built already.
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."),
            )
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer can be started");
        let stdin = process.stdin.take().expect("the stream is piped");
        let stdout = process.stdout.take().expect("the stream is piped");
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Some(message) = receive(&mut stdout) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut client = Self {
            process,
            stdin,
            messages,
            requests: 0,
        };
        client.initialize(folder);
        client
    }

    fn initialize(&mut self, folder: &Path) {
        let root = uri(folder);
        self.request(
            "initialize",
            &json!({
                "processId": std::process::id(),
                "rootUri": root,
                "workspaceFolders": [{ "uri": root, "name": "sample" }],
                "capabilities": {
                    "general": { "positionEncodings": ["utf-8"] },
                    "textDocument": { "hover": { "contentFormat": ["markdown"] } },
                    "experimental": { "serverStatusNotification": true },
                },
                "initializationOptions": {
                    "checkOnSave": false,
                    "cachePriming": { "enable": false },
                },
            }),
        );
        self.notify("initialized", &json!({}));
        let ready = |message: &Value| {
            message["method"] == "experimental/serverStatus"
                && message["params"]["quiescent"] == true
        };
        let status = self.wait(ready);
        assert_eq!(status["params"]["health"], "ok", "{status}");
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    pub(crate) fn request(&mut self, method: &str, params: &Value) -> Value {
        loop {
            self.requests += 1;
            let id = self.requests;
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
            let is_answer = |message: &Value| message["id"] == id && message["method"].is_null();
            let mut answer = self.wait(is_answer);
            let error = &answer["error"];
            if error.is_null() {
                return answer["result"].take();
            }
            let again = error["code"]
                .as_i64()
                .is_some_and(|code| AGAIN.contains(&code));
            assert!(again, "{method}: {error}");
        }
    }

    /// Waits for a message, and skips the others.
    fn wait(&self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.messages.recv_timeout(PATIENCE);
            let message = message.expect("rust-analyzer answers");
            if is_wanted(&message) {
                return message;
            }
        }
    }

    fn send(&mut self, message: &Value) {
        let message = message.to_string();
        write!(
            self.stdin,
            "Content-Length: {}\r\n\r\n{message}",
            message.len()
        )
        .and_then(|()| self.stdin.flush())
        .expect("rust-analyzer reads");
    }

    /// The client is in a static, which is never dropped. So the server is stopped by hand.
    pub(crate) fn stop(&mut self) {
        self.request("shutdown", &Value::Null);
        self.notify("exit", &Value::Null);
        self.process.wait().expect("rust-analyzer ends");
    }
}

/// Returns what a program prints, if it succeeds.
fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

/// Returns the address of a file. The temporary folder of a build needs no escapes.
pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// Reads one message; `None` at the end.
fn receive(stdout: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stdout.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("Content-Length: ") {
            length = number.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    stdout.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
