//! The program of the README's first command.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The program, stopped when the test ends.
struct Portal {
    program: Child,
    address: String,
}

impl Portal {
    fn start() -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_portal"));
        let mut program = program.args(["--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let (_, port) = line.trim_end().trim_end_matches('/').rsplit_once(':').unwrap();
        Self { program, address: format!("127.0.0.1:{port}") }
    }

    fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut response = String::new();
        connection.read_to_string(&mut response).unwrap();
        response
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has noticed.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn a_first_visit_sets_nothing_and_is_asked() {
    let portal = Portal::start();
    let home = portal.get("/");
    assert!(home.starts_with("HTTP/1.1 200"), "{home}");
    assert!(home.contains("Refuse all") && !home.to_lowercase().contains("set-cookie"), "{home}");
    let policy = portal.get("/cookies");
    assert!(policy.starts_with("HTTP/1.1 200") && policy.contains("Recognises a returning visitor"), "{policy}");
    assert!(portal.get("/nothing").starts_with("HTTP/1.1 404"));
}
