//! A server as a program, and a browser that keeps its cookies.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use cookie_decl_tests_port::free_port;

/// A program that listens, stopped when the test ends.
#[derive(Debug)]
pub struct Server {
    program: Child,
    port: u16,
}

impl Server {
    /// Starts the program at a path, and waits until it listens.
    pub fn start(path: &str) -> Self {
        Self::start_with(path, |_| Vec::new())
    }

    /// Starts the program with arguments for a port.
    pub fn start_with(path: &str, arguments: impl FnOnce(u16) -> Vec<String>) -> Self {
        let port = free_port();
        let program = Command::new(path)
            .args(arguments(port))
            .env("PORT", port.to_string())
            .stdout(Stdio::null())
            .spawn();
        let mut server = Self {
            program: program.expect("the program is built"),
            port,
        };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.program.try_wait().expect("it can be asked");
            assert!(ended.is_none(), "{path} ended: {ended:?}");
            sleep(Duration::from_millis(10));
        }
        server
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.program.kill();
        _ = self.program.wait();
    }
}

/// A response as it arrived.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Response {
    fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("a response has a head");
        let (first, fields) = head.split_once("\r\n").unwrap_or((head, ""));
        let status = first.split(' ').nth(1).expect("a response has a status");
        let pair = |field: &str| {
            let (name, value) = field.split_once(':').expect("a field has a colon");
            (name.to_ascii_lowercase(), value.trim().to_owned())
        };
        Self {
            status: status.parse().expect("it is a number"),
            headers: fields.split("\r\n").map(pair).collect(),
            body: body.to_owned(),
        }
    }

    /// All values of a field, joined as caches read them.
    pub fn header(&self, name: &str) -> String {
        self.all(name).join(", ")
    }

    /// The `Set-Cookie` fields.
    pub fn set_cookies(&self) -> Vec<&str> {
        self.all("set-cookie")
    }

    /// The `Set-Cookie` field of one cookie.
    pub fn set_cookie(&self, name: &str) -> Option<&str> {
        let mut all = self.set_cookies().into_iter();
        all.find(|field| field.split('=').next() == Some(name))
    }

    fn all(&self, name: &str) -> Vec<&str> {
        let fields = self.headers.iter().filter(|(other, _)| other == name);
        fields.map(|(_, value)| &**value).collect()
    }
}

/// A visitor's browser.
#[derive(Debug)]
pub struct Browser {
    address: String,
    pub cookies: BTreeMap<String, String>,
    /// Fields of each request.
    pub headers: Vec<(&'static str, &'static str)>,
}

impl Browser {
    pub fn new(server: &Server) -> Self {
        Self {
            address: server.address(),
            cookies: BTreeMap::new(),
            headers: Vec::new(),
        }
    }

    /// Follows a link.
    pub fn get(&mut self, path: &str) -> Response {
        self.send("GET", path, &[("Sec-Fetch-Dest", "document")], "")
    }

    /// Sends the form of the preferences.
    pub fn choose(&mut self, form: &str) -> Response {
        let headers = [
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.send("POST", "/cookies/preferences", &headers, form)
    }

    /// Sends a request, and keeps the cookies of the response.
    ///
    /// # Panics
    /// Panics if the server does not respond.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Response {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let cookies = cookies.join("; ");
        let mut all = vec![("Host", &*self.address)];
        all.extend(&self.headers);
        all.extend(headers);
        if !cookies.is_empty() {
            all.push(("Cookie", &cookies));
        }
        let length = body.len().to_string();
        if method == "POST" {
            all.push(("Content-Length", &length));
        }
        // Without chunks, and the server closes the connection.
        let mut request = format!("{method} {path} HTTP/1.0\r\n");
        for (name, value) in all {
            request.extend([name, ": ", value, "\r\n"]);
        }
        request.extend(["\r\n", body]);
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        stream
            .write_all(request.as_bytes())
            .expect("the server reads");
        let mut response = Vec::new();
        // A server that refuses a form does not read all of it, and resets the connection.
        let read = stream.read_to_end(&mut response);
        assert!(
            read.is_ok() || !response.is_empty(),
            "{method} {path}: {read:?}"
        );
        let response = Response::read(&response);
        self.keep(&response);
        response
    }

    fn keep(&mut self, response: &Response) {
        for field in response.set_cookies() {
            let (pair, attributes) = field.split_once(';').unwrap_or((field, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
