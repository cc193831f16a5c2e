//! nginx as a caching proxy in front of a local port.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use cookie_decl_tests_port::free_port;

/// A running proxy.
pub(crate) struct Nginx {
    process: Mutex<Child>,
    port: u16,
    folder: PathBuf,
}

/// A response that came through the proxy.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// The names are in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Nginx {
    /// Returns `None` without nginx.
    pub(crate) fn start(upstream: u16) -> Option<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
        let program = folders
            .map(|folder| folder.join("nginx"))
            .find(|program| program.is_file())?;
        let port = free_port();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("nginx-{}-{port}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder can be made");
        let configuration = folder.join("nginx.conf");
        fs::write(&configuration, self::configuration(&folder, port, upstream))
            .expect("it can be written");
        let process = Command::new(program)
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(&configuration)
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.join("error.log")).expect("the log can be written"))
            .spawn()
            .expect("it starts");
        let deadline = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = || fs::read_to_string(folder.join("error.log")).unwrap_or_default();
            assert!(
                Instant::now() < deadline,
                "nginx does not listen: {}",
                log()
            );
            thread::sleep(Duration::from_millis(20));
        }
        Some(Self {
            process: Mutex::new(process),
            port,
            folder,
        })
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send("GET", path, headers, "")
    }

    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let host = if headers.iter().any(|(name, _)| *name == "Host") {
            ""
        } else {
            "Host: localhost\r\n"
        };
        let fields = headers.iter().filter(|(_, value)| !value.is_empty());
        let fields: Vec<_> = fields
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{host}{}\r\n{body}",
            fields.concat()
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut reply = String::new();
        stream
            .read_to_string(&mut reply)
            .expect("it answers in text");
        let (head, body) = reply.split_once("\r\n\r\n").expect("a head and a body");
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok())
            .expect("a status");
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Reply {
            status,
            headers,
            body: body.to_owned(),
        }
    }

    pub(crate) fn stop(&self) {
        let mut process = self.process.lock().expect("nobody panics here");
        let _ = process.kill();
        let _ = process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A configuration as sites have it: a cache that also keeps responses with `Set-Cookie`, and
/// headers of 4 KB.
fn configuration(folder: &Path, port: u16, upstream: u16) -> String {
    let folder = folder.display();
    format!(
        "daemon off;
        master_process off;
        pid {folder}/nginx.pid;
        error_log stderr;
        events {{}}
        http {{
            access_log off;
            client_body_temp_path {folder}/body;
            proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi;
            scgi_temp_path {folder}/scgi;
            large_client_header_buffers 4 16k;
            proxy_cache_path {folder}/cache keys_zone=pages:1m;
            server {{
                listen 127.0.0.1:{port};
                location / {{
                    proxy_pass http://127.0.0.1:{upstream};
                    proxy_set_header Host $http_host;
                    proxy_cache pages;
                    proxy_ignore_headers Set-Cookie;
                    proxy_buffer_size 4k;
                    proxy_buffers 8 4k;
                    add_header X-Cache $upstream_cache_status always;
                }}
            }}
        }}"
    )
}
