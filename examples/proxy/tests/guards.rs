//! An application that knows nothing of consent, behind the proxy.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use cookie_decl_tests_frameworks::client::{Browser, Server};
use cookie_decl_tests_port::free_port;

/// The proxy in front of an application that sets all its cookies at once, as applications in other
/// languages do.
fn proxy() -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let upstream = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        listener
            .incoming()
            .for_each(|stream| respond(&stream.unwrap()));
    });
    start(&upstream)
}

fn start(upstream: &str) -> Server {
    let listen = |port: u16| format!("127.0.0.1:{port}");
    let program = env!("CARGO_BIN_EXE_proxy");
    Server::start_with(program, |port| {
        ["--upstream", upstream, "--listen", &listen(port)]
            .map(String::from)
            .to_vec()
    })
}

fn respond(mut stream: &TcpStream) {
    let head: Vec<_> = BufReader::new(stream)
        .lines()
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let cookies = head.iter().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("cookie: ")
            .map(str::to_owned)
    });
    let cookies = cookies.unwrap_or_default();
    let forwarded = head
        .iter()
        .any(|line| line.eq_ignore_ascii_case("x-forwarded-for: 127.0.0.1"));
    let hop = head
        .iter()
        .any(|line| line.to_ascii_lowercase().starts_with("x-hop"));
    let attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";
    let page = format!(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\
         Set-Cookie: session=abc; Max-Age=315360000; {attributes}\r\n\
         Set-Cookie: recent=42; Max-Age=2592000; {attributes}\r\n\
         Set-Cookie: tracker=1\r\n\r\n\
         <p>{} with [{cookies}], forwarded: {forwarded}, hop: {hop}</p>",
        head[0],
    );
    _ = stream.write_all(page.as_bytes());
}

#[test]
fn only_what_is_declared_and_allowed_reaches_the_visitor() {
    let server = proxy();
    let mut visitor = Browser::new(&server);
    let response = visitor.get("/shop?page=2");
    assert!(
        response.body.contains("GET /shop?page=2 HTTP/1.1 with []"),
        "{}",
        response.body
    );
    let session = response.set_cookie("session").unwrap();
    assert!(session.contains("Max-Age=1209600"), "{session}");
    assert_eq!(response.set_cookies().len(), 1);
    visitor.choose("choice=accept");
    assert_eq!(visitor.get("/").set_cookies().len(), 2);
}

#[test]
fn denied_cookie_does_not_reach_the_application() {
    let server = proxy();
    let mut visitor = Browser::new(&server);
    visitor.choose("choice=refuse");
    visitor.cookies.insert("recent".to_owned(), "42".to_owned());
    visitor
        .cookies
        .insert("session".to_owned(), "abc".to_owned());
    let response = visitor.get("/");
    assert!(
        response.body.contains("session=abc") && !response.body.contains("recent"),
        "{}",
        response.body
    );
}

#[test]
fn application_reads_whom_it_serves() {
    let server = proxy();
    let response = Browser::new(&server).get("/");
    assert!(
        response.body.contains("forwarded: true"),
        "{}",
        response.body
    );
}

#[test]
fn field_for_one_connection_stays_there() {
    let server = proxy();
    let mut visitor = Browser::new(&server);
    visitor
        .headers
        .extend([("Connection", "x-hop"), ("X-Hop", "1")]);
    let response = visitor.get("/");
    assert!(response.body.contains("hop: false"), "{}", response.body);
}

#[test]
fn pages_are_those_of_the_table() {
    let server = proxy();
    let mut visitor = Browser::new(&server);
    assert!(
        visitor
            .get("/cookies")
            .body
            .contains("Remembers which product you saw last")
    );
    assert_eq!(visitor.choose("choice=refuse").status, 303);
}

#[test]
fn missing_application_is_a_bad_gateway() {
    let server = start(&format!("http://127.0.0.1:{}", free_port()));
    assert_eq!(Browser::new(&server).get("/").status, 502);
}
