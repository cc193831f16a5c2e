//! The text of a file: lines, columns, and the comments that settle names.

use std::ops::Range;

use crate::report::Place;

/// The beginnings of comments, in all languages that are read.
const COMMENTS: [&str; 8] = ["//", "/*", "*", "<!--", "{#", "{{!", "<%#", "@*"];

/// The ends of comments.
const ENDS: [&str; 7] = ["*/", "-->", "#}", "--}}", "}}", "%>", "*@"];

/// The mark of a comment that settles a name.
const MARK: &str = "cookie-decl:";

pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
    lines: Vec<usize>,
    settled: Vec<Settled>,
}

/// A comment that names what the code after it stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settled {
    /// The line of the comment, counted from 1.
    pub(crate) line: usize,
    /// The lines that it is about.
    reach: Range<usize>,
    /// The names. Empty if nothing is stored.
    pub(crate) names: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: String, text: String) -> Self {
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let settled = settled(&text);
        Self {
            path,
            text,
            lines,
            settled,
        }
    }

    /// Returns the line and the column of a byte, in characters and counted from 1.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    pub(crate) fn place(&self, offset: usize) -> Place {
        let (line, column) = self.position(offset);
        Place::Source {
            file: self.path.clone(),
            line,
            column,
        }
    }

    /// Returns the comment about the code at this byte.
    pub(crate) fn settled(&self, offset: usize) -> Option<&Settled> {
        let (line, _) = self.position(offset);
        self.settled
            .iter()
            .find(|comment| comment.reach.contains(&line))
    }

    /// Returns all comments that settle something.
    pub(crate) fn comments(&self) -> &[Settled] {
        &self.settled
    }
}

fn settled(text: &str) -> Vec<Settled> {
    if !text.contains(MARK) {
        return Vec::new();
    }
    let lines: Vec<_> = text.lines().collect();
    let comments = lines.iter().enumerate().filter_map(|(index, line)| {
        let (before, after) = line.split_once(MARK)?;
        if !COMMENTS
            .iter()
            .any(|mark| before.trim_end().ends_with(mark))
        {
            return None;
        }
        let end = ENDS.iter().filter_map(|end| after.find(end)).min();
        let after = &after[..end.unwrap_or(after.len())];
        let words = after
            .split(',')
            .filter_map(|part| part.split_whitespace().next());
        let names: Vec<_> = words.map(str::to_owned).collect();
        let names = match names.first().map(String::as_str) {
            None => return None,
            Some("none") => Vec::new(),
            Some(_) => names,
        };
        // A comment alone on its line is about the first line of code below it.
        let is_comment = |line: &str| {
            let line = line.trim_start();
            COMMENTS.iter().any(|mark| line.starts_with(mark))
        };
        let code = if is_comment(line) {
            let below = lines[index + 1..]
                .iter()
                .take_while(|line| is_comment(line));
            index + 1 + below.count()
        } else {
            index
        };
        Some(Settled {
            line: index + 1,
            reach: index + 1..code + 2,
            names,
        })
    });
    comments.collect()
}
