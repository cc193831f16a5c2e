//! A progress line.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};

/// The length of the text after the count, in characters, at most.
const LONGEST: usize = 60;

/// Erases the line, and starts it again.
const CLEAR: &str = "\r\x1b[2K";

/// The line, on standard error if that is a terminal. It is erased at the end.
pub(crate) struct Progress {
    line: Option<Arc<Line>>,
}

struct Line {
    verb: &'static str,
    count: AtomicUsize,
    /// Several threads report at once.
    writing: Mutex<()>,
}

impl Progress {
    /// Starts a line such as `reading 17: src/main.rs`.
    pub(crate) fn new(verb: &'static str) -> Self {
        let line = Line {
            verb,
            count: AtomicUsize::new(0),
            writing: Mutex::new(()),
        };
        Self {
            line: io::stderr().is_terminal().then(|| Arc::new(line)),
        }
    }

    /// Returns a function that shows its argument.
    pub(crate) fn teller(&self) -> impl Fn(&str) + Send + Sync + 'static {
        let line = self.line.clone();
        move |what| {
            if let Some(line) = &line {
                let count = line.count.fetch_add(1, Ordering::Relaxed) + 1;
                let text = text(line.verb, count, what);
                let writing = line.writing.lock().unwrap_or_else(PoisonError::into_inner);
                // An error means that nobody is reading any more.
                let _ = write!(io::stderr(), "{CLEAR}{text}");
                drop(writing);
            }
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.line.is_some() {
            let _ = write!(io::stderr(), "{CLEAR}");
        }
    }
}

/// Makes one line of any text.
fn text(verb: &str, count: usize, what: &str) -> String {
    let length = what.chars().count();
    let start = length.saturating_sub(LONGEST);
    let end: String = what
        .chars()
        .skip(start)
        .filter(|it| !it.is_control())
        .collect();
    let cut = if start > 0 { "…" } else { "" };
    format!("{verb} {count}: {cut}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_keeps_its_end_in_one_line() {
        assert_eq!(text("reading", 3, "src/main.rs"), "reading 3: src/main.rs");
        let line = text("reading", 12, &format!("{}/main.rs\n", "x".repeat(200)));
        assert!(
            line.starts_with("reading 12: …xx") && line.ends_with("/main.rs"),
            "{line}"
        );
        assert!(line.chars().count() < 80);
    }
}
