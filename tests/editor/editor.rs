//! An editor with an open sample: what a user types, points at and reads.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Value, json};

use crate::client::{Client, uri};

const SAMPLE: &str = include_str!("sample.rs");

/// Marks the cursor in a piece of text.
const CURSOR: &str = "$0";

pub(crate) struct Editor {
    client: Client,
    file: PathBuf,
    text: String,
    version: u32,
}

/// A place in the sample: line and column in bytes, from 0.
#[derive(Clone, Copy)]
pub(crate) struct At(u64, u64);

/// A mistake that the editor underlines.
#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) at: String,
    pub(crate) message: String,
}

impl Editor {
    /// Writes the sample crate and opens it. The error says what is missing.
    pub(crate) fn open() -> Result<Self, &'static str> {
        if let Some(missing) = Client::missing() {
            return Err(missing);
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample");
        let file = folder.join("src/main.rs");
        fs::create_dir_all(folder.join("src")).expect("a folder can be made");
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let workspace = workspace.canonicalize().expect("it is there");
        let manifest = format!(
            "[package]\nname = \"sample\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\ncookie-decl = {{ path = '{}' }}\n\n[workspace]\n",
            workspace.join("cookie-decl").display()
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("a file can be written");
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).expect("it is there");
        fs::write(&file, SAMPLE).expect("a file can be written");
        let mut client = Client::start(&folder);
        client.notify(
            "textDocument/didOpen",
            &json!({ "textDocument": {
                "uri": uri(&file), "languageId": "rust", "version": 0, "text": SAMPLE,
            } }),
        );
        Ok(Self {
            client,
            file,
            text: SAMPLE.to_owned(),
            version: 0,
        })
    }

    /// Restores the sample before each test.
    pub(crate) fn reset(&mut self) {
        if self.text != SAMPLE {
            self.change(SAMPLE.to_owned());
        }
    }

    /// Replaces a piece of the text, and returns the place of the cursor `$0` in the new piece.
    pub(crate) fn replace(&mut self, old: &str, new: &str) -> At {
        let start = self.find(old);
        let cursor = start + new.find(CURSOR).unwrap_or(new.len());
        let new = new.replace(CURSOR, "");
        let mut text = self.text.clone();
        text.replace_range(start..start + old.len(), &new);
        self.change(text);
        self.position(cursor)
    }

    /// Returns the place of the cursor `$0` in a piece of the text.
    pub(crate) fn at(&self, piece: &str) -> At {
        let cursor = piece.find(CURSOR).expect("there is a cursor");
        self.position(self.find(&piece.replace(CURSOR, "")) + cursor)
    }

    fn find(&self, piece: &str) -> usize {
        let mut found = self.text.match_indices(piece);
        match (found.next(), found.next()) {
            (Some((start, _)), None) => start,
            (None, _) => panic!("the sample has no `{piece}`"),
            _ => panic!("the sample has `{piece}` more than once"),
        }
    }

    fn position(&self, offset: usize) -> At {
        let before = &self.text[..offset];
        let line = before.matches('\n').count();
        let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        At(line as u64, column as u64)
    }

    fn change(&mut self, text: String) {
        self.text = text;
        self.version += 1;
        let params = json!({
            "textDocument": { "uri": uri(&self.file), "version": self.version },
            "contentChanges": [{ "text": self.text }],
        });
        self.client.notify("textDocument/didChange", &params);
    }

    fn ask(&mut self, method: &str, at: At, more: &Value) -> Value {
        let mut params = json!({
            "textDocument": { "uri": uri(&self.file) },
            "position": { "line": at.0, "character": at.1 },
        });
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        self.client.request(method, &params)
    }

    /// Returns the Markdown that is shown at a place, or an empty text if nothing is shown.
    pub(crate) fn hover(&mut self, at: At) -> String {
        let hover = self.ask("textDocument/hover", at, &Value::Null);
        hover["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Returns the lines of the definitions.
    pub(crate) fn definition(&mut self, at: At) -> Vec<String> {
        let found = self.ask("textDocument/definition", at, &Value::Null);
        let found = found.as_array().cloned().unwrap_or_default();
        found.iter().map(|found| self.line(found)).collect()
    }

    fn line(&self, location: &Value) -> String {
        let path = location["uri"]
            .as_str()
            .and_then(|uri| uri.strip_prefix("file://"));
        let path = Path::new(path.expect("it is in a file"));
        let text = if path == self.file {
            self.text.clone()
        } else {
            fs::read_to_string(path).expect("it is there")
        };
        let line = location["range"]["start"]["line"].as_u64();
        let line = line.and_then(|line| usize::try_from(line).ok());
        let line = line.and_then(|line| text.lines().nth(line));
        line.expect("it is in the file").trim().to_owned()
    }

    /// Returns what the editor offers to type at a place.
    pub(crate) fn completions(&mut self, at: At) -> Vec<String> {
        let list = self.ask("textDocument/completion", at, &Value::Null);
        let items = list.get("items").unwrap_or(&list);
        let items = items.as_array().cloned().unwrap_or_default();
        let label = |item: &Value| item["label"].as_str().unwrap_or_default().to_owned();
        items.iter().map(label).collect()
    }

    /// Renames the item at a place everywhere.
    pub(crate) fn rename(&mut self, at: At, name: &str) {
        let edit = self.ask("textDocument/rename", at, &json!({ "newName": name }));
        let [file] = edit["documentChanges"]
            .as_array()
            .map_or(&[][..], Vec::as_slice)
        else {
            panic!("not an edit of one file: {edit}");
        };
        assert_eq!(file["textDocument"]["uri"], uri(&self.file));
        let mut edits = file["edits"].as_array().cloned().unwrap_or_default();
        let place = |place: &Value| (place["line"].as_u64(), place["character"].as_u64());
        edits.sort_by_key(|edit| place(&edit["range"]["start"]));
        let mut text = self.text.clone();
        for edit in edits.iter().rev() {
            let range = &edit["range"];
            let [start, end] = ["start", "end"].map(|side| self.offset(&range[side]));
            text.replace_range(start..end, edit["newText"].as_str().unwrap_or_default());
        }
        self.change(text);
    }

    fn offset(&self, position: &Value) -> usize {
        let number = |key: &str| {
            position[key]
                .as_u64()
                .and_then(|number| number.try_into().ok())
        };
        let (line, column) = (number("line"), number("character"));
        let line: usize = line.expect("it is a number");
        let lines = self.text.split_inclusive('\n').take(line);
        lines.map(str::len).sum::<usize>() + column.unwrap_or(0)
    }

    /// Returns what is underlined.
    pub(crate) fn mistakes(&mut self) -> Vec<Mistake> {
        let params = json!({ "textDocument": { "uri": uri(&self.file) } });
        let report = self.client.request("textDocument/diagnostic", &params);
        let items = report["items"].as_array().cloned().unwrap_or_default();
        let mistake = |item: &Value| {
            let range = &item["range"];
            let [start, end] = ["start", "end"].map(|side| self.offset(&range[side]));
            Mistake {
                at: self.text[start..end].to_owned(),
                message: item["message"].as_str().unwrap_or_default().to_owned(),
            }
        };
        items.iter().map(mistake).collect()
    }

    /// Asserts that a hover shows these texts.
    #[track_caller]
    pub(crate) fn assert_shows(&mut self, place: &str, texts: &[&str]) {
        let hover = self.hover(self.at(place));
        for text in texts {
            assert!(
                hover.contains(text),
                "at `{place}`, not `{text}` but:\n{hover}"
            );
        }
    }

    /// Asserts that the only definition is on this line.
    #[track_caller]
    pub(crate) fn assert_leads(&mut self, place: &str, line: &str) {
        assert_eq!(self.definition(self.at(place)), [line], "at `{place}`");
    }

    /// Asserts that all of these are offered.
    #[track_caller]
    pub(crate) fn assert_offers(&mut self, at: At, labels: &[&str]) {
        let offered = self.completions(at);
        for label in labels {
            assert!(
                offered.iter().any(|other| other == label),
                "no `{label}` in {offered:?}"
            );
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn close(&mut self) {
        self.client.stop();
    }
}
