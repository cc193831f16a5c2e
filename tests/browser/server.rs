//! A server of canned answers on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// An answer of the server.
#[derive(Clone)]
pub(crate) struct Answer {
    status: &'static str,
    headers: Vec<String>,
    body: String,
}

impl Answer {
    pub(crate) fn html(body: &str) -> Self {
        let body = format!("<!DOCTYPE html><html lang=en><title>Test</title><main>{body}</main>");
        Self {
            status: "200 OK",
            headers: vec!["Content-Type: text/html; charset=utf-8".to_owned()],
            body,
        }
    }

    pub(crate) fn javascript(body: &str) -> Self {
        Self {
            status: "200 OK",
            headers: vec!["Content-Type: text/javascript; charset=utf-8".to_owned()],
            body: body.to_owned(),
        }
    }

    pub(crate) fn redirect(to: &str) -> Self {
        Self {
            status: "303 See Other",
            headers: vec![format!("Location: {to}")],
            body: String::new(),
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push(format!("{name}: {value}"));
        self
    }
}

/// Answers by path on a port of its own, until the tests end.
pub(crate) struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<Vec<String>>>>,
}

impl Server {
    pub(crate) fn start(answers: impl Into<Vec<(&'static str, Answer)>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
        let port = listener.local_addr().expect("it has a number").port();
        let (answers, requests) = (Arc::new(answers.into()), Arc::new(Mutex::new(Vec::new())));
        let seen = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answers, seen) = (Arc::clone(&answers), Arc::clone(&seen));
                // Browsers open connections that they never use, so none may hold up the others.
                thread::spawn(move || serve(stream, &answers, &seen));
            }
        });
        Self { port, requests }
    }

    /// The address of a path. Every name under `localhost` is this machine.
    pub(crate) fn at(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    pub(crate) fn url(&self, path: &str) -> String {
        self.at("localhost", path)
    }

    /// The lines of the requests for a path, the first being `GET /path HTTP/1.1`.
    pub(crate) fn requests(&self, path: &str) -> Vec<Vec<String>> {
        let requests = self.requests.lock().expect("nobody panics here");
        requests
            .iter()
            .filter(|lines| path_of(lines) == path)
            .cloned()
            .collect()
    }

    /// What the last request for a path brought as `Cookie`.
    pub(crate) fn cookies(&self, path: &str) -> String {
        let requests = self.requests(path);
        let lines = requests
            .last()
            .unwrap_or_else(|| panic!("nobody asked for {path}"));
        lines
            .iter()
            .find_map(|line| line.strip_prefix("Cookie: "))
            .unwrap_or_default()
            .to_owned()
    }
}

fn path_of(lines: &[String]) -> &str {
    lines
        .first()
        .and_then(|line| line.split(' ').nth(1))
        .unwrap_or_default()
}

fn serve(mut stream: TcpStream, answers: &[(&str, Answer)], seen: &Mutex<Vec<Vec<String>>>) {
    let Ok(reader) = stream.try_clone().map(BufReader::new) else {
        return;
    };
    let lines: Vec<String> = reader
        .lines()
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let path = path_of(&lines);
    let missing = Answer {
        status: "404 Not Found",
        ..Answer::html("Nothing is here.")
    };
    let answer = answers
        .iter()
        .find(|(known, _)| *known == path)
        .map_or(&missing, |(_, answer)| answer);
    let Answer {
        status,
        headers,
        body,
    } = answer;
    let mut head = vec![format!("HTTP/1.1 {status}")];
    head.extend_from_slice(headers);
    head.extend([
        format!("Content-Length: {}", body.len()),
        "Connection: close".to_owned(),
    ]);
    let answer = format!("{}\r\n\r\n{body}", head.join("\r\n"));
    seen.lock().expect("nobody panics here").push(lines);
    // The browser may have gone.
    let _ = stream.write_all(answer.as_bytes());
}
