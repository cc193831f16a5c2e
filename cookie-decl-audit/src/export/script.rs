//! Values in JavaScript.

use std::fmt::{self, Write as _};

/// A value that a configuration contains.
pub(crate) enum Value {
    Bool(bool),
    Number(u64),
    Text(String),
    /// The source of a regular expression.
    Expression(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// The longest value in one line.
const WIDTH: usize = 90;

impl Value {
    /// Returns an object with the fields that have a value.
    pub(crate) fn object<const N: usize>(fields: [(&str, Option<Self>); N]) -> Self {
        let fields = fields.into_iter();
        let fields = fields.filter_map(|(key, value)| Some((key.to_owned(), value?)));
        Self::Object(fields.collect())
    }

    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn write(&self, indent: usize, out: &mut String) -> fmt::Result {
        let start = out.len();
        self.write_line(out)?;
        if out.len() - start + indent <= WIDTH {
            return Ok(());
        }
        let (open, close, items): (_, _, Vec<_>) = match self {
            Self::List(items) => ('[', ']', items.iter().map(|item| (None, item)).collect()),
            Self::Object(fields) => {
                let fields = fields.iter().map(|(key, value)| (Some(key), value));
                ('{', '}', fields.collect())
            }
            _ => return Ok(()),
        };
        out.truncate(start);
        out.push(open);
        let inner = indent + 4;
        for (key, value) in items {
            write!(out, "\n{:inner$}", "")?;
            if let Some(key) = key {
                write_key(key, out)?;
            }
            value.write(inner, out)?;
            out.push(',');
        }
        write!(out, "\n{:indent$}{close}", "")
    }

    /// Writes the value in one line.
    fn write_line(&self, out: &mut String) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(out, "{value}"),
            Self::Number(value) => write!(out, "{value}"),
            Self::Text(text) => write!(out, "{}", quoted(text)),
            Self::Expression(source) => write!(out, "/{source}/"),
            Self::List(items) => {
                out.push('[');
                for (number, item) in items.iter().enumerate() {
                    out.push_str(if number > 0 { ", " } else { "" });
                    item.write_line(out)?;
                }
                out.push(']');
                Ok(())
            }
            Self::Object(fields) if fields.is_empty() => out.write_str("{}"),
            Self::Object(fields) => {
                out.push('{');
                for (number, (key, value)) in fields.iter().enumerate() {
                    out.push_str(if number > 0 { ", " } else { " " });
                    write_key(key, out)?;
                    value.write_line(out)?;
                }
                out.write_str(" }")
            }
        }
    }
}

fn write_key(key: &str, out: &mut String) -> fmt::Result {
    let is_letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$');
    let is_name =
        key.starts_with(is_letter) && key.chars().all(|c| is_letter(c) || c.is_ascii_digit());
    if is_name {
        write!(out, "{key}: ")
    } else {
        write!(out, "{}: ", quoted(key))
    }
}

/// A JSON string is one of JavaScript, too (ECMA-262 since 2019).
fn quoted(text: &str) -> serde_json::Value {
    text.into()
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(0, &mut text)?;
        f.write_str(&text)
    }
}
