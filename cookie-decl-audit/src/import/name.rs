//! Reads names with parts that vary, as other tools write them.

use std::fmt;

use cookie_decl_core::browser::LONGEST_PAIR;

use crate::import::text::clean_name;

/// A name, as a table writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Hole(String),
}

/// If a part that varies may be missing, there are two names.
const ENDS_OF_A_WORD: &[char] = &['_', '-', '.', ':', '/', '|'];

impl Name {
    /// Returns the name without the names of its holes.
    pub(crate) fn shape(&self) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Hole(_) => "{}",
        });
        pieces.collect()
    }

    pub(crate) fn is_exact(&self) -> bool {
        !self.0.iter().any(|piece| matches!(piece, Piece::Hole(_)))
    }

    fn push_text(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.0.push(Piece::Text(text.to_owned())),
        }
    }

    /// Adds a part that varies. Two adjacent ones become one.
    fn push_hole(&mut self, wanted: &str) {
        if matches!(self.0.last(), Some(Piece::Hole(_))) {
            return;
        }
        let is_taken = |name: &str| {
            let mut pieces = self.0.iter();
            pieces.any(|piece| matches!(piece, Piece::Hole(hole) if hole == name))
        };
        let numbers = (2..).map(|number| format!("{wanted}{number}"));
        let free = std::iter::once(wanted.to_owned())
            .chain(numbers)
            .find(|name| !is_taken(name));
        self.0.extend(free.map(Piece::Hole));
    }

    fn ends_in_a_hole(&self) -> bool {
        matches!(self.0.last(), Some(Piece::Hole(_)))
    }

    fn ends_a_word(&self) -> bool {
        matches!(self.0.last(), Some(Piece::Text(text)) if text.ends_with(ENDS_OF_A_WORD))
    }

    /// Returns the name, and the name with something after it.
    fn with_end(self) -> Vec<Self> {
        if self.ends_in_a_hole() {
            return vec![self];
        }
        let mut longer = self.clone();
        longer.push_hole("id");
        if self.ends_a_word() || self.0.is_empty() {
            vec![longer]
        } else {
            vec![self, longer]
        }
    }

    /// Returns why a table cannot have the name.
    fn check(&self) -> Result<(), String> {
        let mut texts = self.0.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(&**text),
            Piece::Hole(_) => None,
        });
        let text: String = texts.clone().collect();
        if self.0.is_empty() {
            return Err("it has no name".to_owned());
        }
        if text.is_empty() {
            return Err("it would match every name".to_owned());
        }
        if text.len() > LONGEST_PAIR {
            return Err("the name is longer than browsers accept".to_owned());
        }
        match texts.find_map(|text| text.chars().find(|c| matches!(c, ';' | '=' | '{' | '}'))) {
            Some(c) => Err(format!("`{c}` cannot be in the name of a cookie")),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => f.write_str(text)?,
                Piece::Hole(name) => write!(f, "{{{name}}}")?,
            }
        }
        Ok(())
    }
}

/// Reads a name as lists publish it: `_ga_*`, `_ga_#`, `_ga_<id>`, `_ga_XXX`.
///
/// # Errors
/// Returns why a table cannot have the name.
pub(crate) fn published(text: &str, is_prefix: bool) -> Result<Vec<Name>, String> {
    let text = clean_name(text);
    let mut name = Name(Vec::new());
    let mut rest = &*text;
    while let Some(c) = rest.chars().next() {
        match mark(rest) {
            Some((hole, length)) => {
                name.push_hole(&hole);
                rest = &rest[length..];
            }
            None => {
                name.push_text(&rest[..c.len_utf8()]);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    name.check()?;
    Ok(if is_prefix {
        name.with_end()
    } else {
        vec![name]
    })
}

/// Reads a mark for a part that varies. Returns the name of the part and the length of the mark.
fn mark(text: &str) -> Option<(String, usize)> {
    let run = |c: char| text.chars().take_while(|other| *other == c).count();
    let between = |open: &str, close: char| {
        let inside = text.strip_prefix(open)?.split_once(close)?.0;
        let hole = hole(inside)?;
        Some((hole, open.len() + inside.len() + close.len_utf8()))
    };
    let id = |length| Some(("id".to_owned(), length));
    match text.chars().next()? {
        c @ ('*' | '#') => id(run(c)),
        c @ ('x' | 'X') if run(c) >= 3 => id(run(c)),
        // A number, as in `pm_sess_NNN`.
        'N' if run('N') >= 3 => Some(("number".to_owned(), run('N'))),
        '<' => between("<", '>'),
        '{' if text.starts_with("{{") => {
            between("{{", '}').map(|(hole, length)| (hole, length + 1))
        }
        '{' => between("{", '}'),
        '$' => between("${", '}'),
        // A class of characters with a count.
        '[' => {
            let (_, count) = text.split_once("]{")?;
            let (_, after) = count.split_once('}')?;
            id(text.len() - after.len())
        }
        '%' => ["%INTEGER%", "%s", "%d"]
            .iter()
            .find(|format| text.starts_with(**format))
            .filter(|format| {
                let next = text[format.len()..].chars().next();
                !next.is_some_and(|next| next.is_ascii_hexdigit())
            })
            .and_then(|format| id(format.len())),
        _ => None,
    }
}

/// Returns a name for a part that varies, from the words for it.
fn hole(words: &str) -> Option<String> {
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' {
            c.to_ascii_lowercase()
        } else {
            '_'
        }
    };
    let is_named = words.starts_with(|c: char| c.is_ascii_alphabetic());
    match words.chars().next() {
        None => None,
        Some(_) if is_named && !words.contains(['{', '}', '<', '>']) => {
            Some(words.chars().map(letter).collect())
        }
        Some(_) => Some("id".to_owned()),
    }
}

/// Reads a regular expression such as `^_ga` or `^(_ga|_gid)_.*$`.
///
/// # Errors
/// Returns why it is not a name with parts that vary.
pub(crate) fn expression(source: &str) -> Result<Vec<Name>, String> {
    let mut body = source.strip_prefix('^').unwrap_or(source);
    // Names of other rows, which the expression excludes.
    while let Some((_, after)) = body.strip_prefix("(?!").and_then(|it| it.split_once("$)")) {
        body = after;
    }
    let mut reader = Expression {
        chars: body.chars().peekable(),
    };
    let read = reader.alternatives(0);
    let names = read
        .filter(|_| reader.chars.peek().is_none())
        .ok_or_else(|| format!("the expression `{source}` is not a name with parts that vary"))?;
    let mut found = Vec::new();
    for Sequence { name, is_closed } in names {
        if name.0.is_empty() {
            return Err("it would match every name".to_owned());
        }
        let all = if is_closed {
            vec![name]
        } else {
            name.with_end()
        };
        for name in all {
            name.check()?;
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    Ok(found)
}

struct Expression<'s> {
    chars: std::iter::Peekable<std::str::Chars<'s>>,
}

/// One of the names that an expression matches.
#[derive(Clone)]
struct Sequence {
    name: Name,
    /// Whether the name ends here (`$`).
    is_closed: bool,
}

/// A part of an expression, without its count.
enum Part {
    Text(char),
    Class,
    Group(Vec<Sequence>),
}

/// The most names. Nobody reads a longer list.
const MOST_NAMES: usize = 32;

impl Expression<'_> {
    fn alternatives(&mut self, depth: usize) -> Option<Vec<Sequence>> {
        let mut found = Vec::new();
        loop {
            found.extend(self.sequence(depth)?);
            if found.len() > MOST_NAMES {
                return None;
            }
            if self.chars.next_if_eq(&'|').is_none() {
                return Some(found);
            }
            self.chars.next_if_eq(&'^');
        }
    }

    fn sequence(&mut self, depth: usize) -> Option<Vec<Sequence>> {
        let mut found = vec![Sequence {
            name: Name(Vec::new()),
            is_closed: false,
        }];
        while let Some(c) = self.chars.next_if(|c| !matches!(c, '|' | ')')) {
            let part = match c {
                '$' => {
                    for sequence in &mut found {
                        sequence.is_closed = true;
                    }
                    continue;
                }
                '.' => Part::Class,
                '[' => self.class()?,
                '\\' => match self.chars.next()? {
                    'd' | 'w' | 'S' => Part::Class,
                    c if c.is_ascii_alphanumeric() => return None,
                    c => Part::Text(c),
                },
                '(' => {
                    if self.chars.next_if_eq(&'?').is_some() {
                        self.chars.next_if_eq(&':')?;
                    }
                    self.chars.next_if_eq(&'^');
                    let group = self.alternatives((depth < 16).then_some(depth + 1)?)?;
                    self.chars.next_if_eq(&')')?;
                    Part::Group(group)
                }
                '*' | '+' | '?' | '{' | '}' | ']' | '^' => return None,
                c => Part::Text(c),
            };
            let count = self.count()?;
            found = add(found, &part, count)?;
        }
        Some(found)
    }

    /// A class of one character means that character, unless it excludes it.
    fn class(&mut self) -> Option<Part> {
        let is_negated = self.chars.next_if_eq(&'^').is_some();
        let mut inside = String::new();
        loop {
            match self.chars.next()? {
                ']' => break,
                '\\' => inside.extend(self.chars.next().map(|c| if c == 'd' { '-' } else { c })),
                c => inside.push(c),
            }
        }
        let mut chars = inside.chars();
        Some(match (chars.next(), chars.next()) {
            (Some(only), None) if only != '-' && !is_negated => Part::Text(only),
            _ => Part::Class,
        })
    }

    fn count(&mut self) -> Option<Count> {
        let count = match self.chars.next_if(|c| "*+?{".contains(*c)) {
            Some('*') => Count::Any,
            Some('+') => Count::Some,
            Some('?') => Count::Maybe,
            Some(_) => {
                self.chars.find(|c| *c == '}')?;
                Count::Some
            }
            None => return Some(Count::One),
        };
        // The lazy form matches the same names.
        self.chars.next_if_eq(&'?');
        Some(count)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Count {
    One,
    Maybe,
    Some,
    Any,
}

fn add(before: Vec<Sequence>, part: &Part, count: Count) -> Option<Vec<Sequence>> {
    let mut found = Vec::new();
    for sequence in before {
        if sequence.is_closed {
            return None;
        }
        match part {
            Part::Text(c) if matches!(count, Count::One | Count::Maybe) => {
                if count == Count::Maybe {
                    found.push(sequence.clone());
                }
                let mut with = sequence;
                with.name.push_text(&c.to_string());
                found.push(with);
            }
            Part::Text(_) => return None,
            Part::Class => {
                // `_ga_.*` is a name with something after the `_`.
                let may_be_missing = matches!(count, Count::Any | Count::Maybe)
                    && !sequence.name.ends_a_word()
                    && !sequence.name.ends_in_a_hole()
                    && !sequence.name.0.is_empty();
                if may_be_missing {
                    found.push(sequence.clone());
                }
                let mut with = sequence;
                with.name.push_hole("id");
                found.push(with);
            }
            Part::Group(group) => {
                if matches!(count, Count::Some | Count::Any) {
                    return None;
                }
                if count == Count::Maybe {
                    found.push(sequence.clone());
                }
                for inner in group {
                    let mut with = sequence.clone();
                    with.is_closed = inner.is_closed;
                    for piece in &inner.name.0 {
                        match piece {
                            Piece::Text(text) => with.name.push_text(text),
                            Piece::Hole(hole) => with.name.push_hole(hole),
                        }
                    }
                    found.push(with);
                }
            }
        }
        if found.len() > MOST_NAMES {
            return None;
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: Result<Vec<Name>, String>) -> Vec<String> {
        found.unwrap().iter().map(Name::to_string).collect()
    }

    #[test]
    fn each_mark_of_a_part_that_varies_is_a_hole() {
        for (text, name) in [
            ("SSPR_*", "SSPR_{id}"),
            ("_gac_UA-#-##", "_gac_UA-{id}-{id2}"),
            ("cart_<Cart Id>", "cart_{cart_id}"),
            ("cart_{cart}", "cart_{cart}"),
            ("cart_{{cart}}", "cart_{cart}"),
            ("cart_${cart}", "cart_{cart}"),
            ("_hjSession_XXXX", "_hjSession_{id}"),
            ("pm_sess_NNN", "pm_sess_{number}"),
            ("pagead/conv/%INTEGER%", "pagead/conv/{id}"),
            ("key_[a-f0-9]{32}", "key_{id}"),
            ("a%d0", "a%d0"),
            ("a[0]", "a[0]"),
        ] {
            assert_eq!(names(published(text, false)), [name], "{text}");
        }
    }

    #[test]
    fn a_prefix_is_a_name_too_unless_a_separator_ends_it() {
        assert_eq!(names(published("_gat", true)), ["_gat", "_gat{id}"]);
        assert_eq!(names(published("_ga_", true)), ["_ga_{id}"]);
        assert_eq!(names(published("_ga_*", true)), ["_ga_{id}"]);
    }

    #[test]
    fn a_text_that_cannot_be_a_name_says_why() {
        for (text, reason) in [
            ("\t", "no name"),
            ("*", "every name"),
            ("a=b", "`=`"),
            ("a}", "`}`"),
        ] {
            let error = published(text, false).unwrap_err();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }

    #[test]
    fn an_expression_is_the_names_that_it_matches() {
        for (source, expected) in [
            ("^_ga", &["_ga", "_ga{id}"][..]),
            ("^(_ga)", &["_ga", "_ga{id}"]),
            ("^_pk_.*$", &["_pk_{id}"]),
            ("^_g.*$", &["_g", "_g{id}"]),
            ("^_gid$", &["_gid"]),
            ("^(_ga|_gid)$", &["_ga", "_gid"]),
            ("^_ga$|^_gid$", &["_ga", "_gid"]),
            (r"^wp\.cart-\d+$", &["wp.cart-{id}"]),
            ("^a[_]b?$", &["a_", "a_b"]),
            ("^[A-Z]{2,3}_x$", &["{id}_x"]),
            ("^_pk_[^]+$", &["_pk_{id}"]),
            ("^_pk_[^.]+$", &["_pk_{id}"]),
            ("^(?!_pk_ignore$)(?!_pk_x$)_pk_.+$", &["_pk_{id}"]),
        ] {
            assert_eq!(names(expression(source)), expected, "{source}");
        }
    }

    #[test]
    fn an_expression_that_is_not_a_name_is_an_error() {
        for source in [".*", "", "^(?!_ga)", "^(a+)+$", "^a$b", r"^\u0061", "^(a"] {
            assert!(expression(source).is_err(), "{source}");
        }
    }
}
