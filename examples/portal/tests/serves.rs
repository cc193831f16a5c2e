//! The program of the README's first command.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use cookie_decl_log::Log;
use tempfile::TempDir;

/// The program, stopped when the test ends.
struct Portal {
    program: Child,
    address: String,
    /// Where decisions are recorded.
    folder: TempDir,
}

impl Portal {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_portal"));
        let mut program = program
            .args(["--port", "0", "--database"])
            .arg(folder.path().join("consent.db"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let mut lines = lines.map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).unwrap();
        let (_, port) = line
            .trim_end()
            .trim_end_matches('/')
            .rsplit_once(':')
            .unwrap();
        Self {
            program,
            address: format!("127.0.0.1:{port}"),
            folder,
        }
    }

    /// What a visitor reads of a page.
    fn read(&self, path: &str) -> String {
        let page = self.get(path);
        let (_, page) = page.split_once("<body").unwrap();
        let without_code: String = page
            .split("<code")
            .map(|part| part.split_once("</code>").map_or(part, |(_, after)| after))
            .collect();
        without_code
            .split('<')
            .map(|part| part.split_once('>').map_or("", |(_, text)| text))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path}"), "", "")
    }

    fn send(&self, start: &str, headers: &str, body: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            connection,
            "{start} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
             Content-Length: {length}\r\n{headers}\r\n{body}"
        )
        .unwrap();
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
    assert!(
        home.contains("Reject all") && !home.to_lowercase().contains("set-cookie"),
        "{home}"
    );
    let policy = portal.get("/cookies");
    assert!(
        policy.starts_with("HTTP/1.1 200") && policy.contains("Recognises a returning visitor"),
        "{policy}"
    );
    assert!(portal.get("/nothing").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_decision_is_in_the_file_before_the_visitor_reads_that_it_was_saved() {
    let portal = Portal::start();
    let headers = "Sec-Fetch-Site: same-origin\r\n\
                   Content-Type: application/x-www-form-urlencoded\r\n";
    let body = "choice=refuse&via=banner";
    let response = portal.send("POST /cookies/preferences", headers, body);
    assert!(
        response
            .to_lowercase()
            .contains("set-cookie: __host-cookie_preferences="),
        "{response}"
    );
    let log = Log::sqlite(portal.folder.path().join("consent.db"))
        .open()
        .unwrap();
    let days = log.count(0..u64::MAX).unwrap();
    assert!(
        days[0]
            .categories
            .iter()
            .all(|it| (it.granted, it.denied) == (0, 1)),
        "{days:?}"
    );
}

#[test]
fn the_guards_pages_know_who_visits() {
    let page = Portal::start().get("/cookies/preferences?language=en");
    assert!(page.contains("Sign in"), "{page}");
    assert!(page.contains("class=\"cookie-links\""), "{page}");
}

/// The words of a text, but for names and addresses.
fn words(text: &str) -> impl Iterator<Item = &str> {
    const NAMES: [&str; 11] = [
        "Open",
        "Data",
        "Portal",
        "Matomo",
        "self",
        "hosted",
        "Example",
        "Tiles",
        "English",
        "Français",
        "العربية",
    ];
    let words = text
        .split_whitespace()
        .filter(|word| !word.contains("://") && !word.contains("data.example.org"));
    let words = words.flat_map(|word| word.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() > 2 && !NAMES.contains(word))
}

#[test]
fn no_english_word_is_left_on_a_french_or_arabic_page() {
    // Words that French spells alike.
    let french = [
        "Contact",
        "Cookie",
        "Cookies",
        "cookie",
        "cookies",
        "chose",
        "exceptions",
        "image",
        "local",
        "minutes",
        "page",
        "pages",
        "session",
        "simple",
        "site",
        "sites",
    ];
    let portal = Portal::start();
    let pages = ["/cookies", "/cookies/preferences"];
    let english: Vec<String> = pages
        .iter()
        .map(|page| portal.read(&format!("{page}?language=en")))
        .collect();
    let english: Vec<&str> = english.iter().flat_map(|page| words(page)).collect();
    for (language, alike) in [("fr", &french[..]), ("ar", &[])] {
        for page in pages {
            let page = portal.read(&format!("{page}?language={language}"));
            let left: Vec<_> = words(&page)
                .filter(|word| english.contains(word) && !alike.contains(word))
                .collect();
            assert_eq!(left, [""; 0], "{page}");
            assert!(words(&page).count() > 40, "{page}");
        }
    }
}
