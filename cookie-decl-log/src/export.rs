//! The log for other programs: for a spreadsheet, for a database, and for a visitor.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use cookie_decl::consent_log::VisitorId;
use serde_json::json;

use crate::connection::Connection;
use crate::error::Error;
use crate::log::Log;
use crate::reads::PAGE;
use crate::record::Record;

impl Log {
    /// Writes the events of a time as CSV, with a line for each category of each event, and returns
    /// how many events it has written.
    ///
    /// The time is in seconds since 1970. Events come in the order in which each process has
    /// written them. A note that a spreadsheet could take for a formula begins with `'`; in
    /// [JSON](Self::export_json_lines) it is as the site wrote it.
    ///
    /// # Errors
    ///
    /// The database cannot be read, or `out` cannot be written.
    pub fn export_csv(&self, time: Range<u64>, out: impl Write + Send) -> Result<u64, Error> {
        let mut csv = csv::Writer::from_writer(out);
        let head = [
            "key",
            "at",
            "action",
            "via",
            "category",
            "fingerprint",
            "granted",
            "language",
            "text",
            "page",
            "release",
            "visitor",
            "note",
        ];
        csv.write_record(head).map_err(csv_error)?;
        let events = self.each(time, |record| {
            for choice in &record.choices {
                let granted = match choice.granted {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "",
                };
                csv.write_record([
                    &record.key,
                    &*record.at.to_string(),
                    &record.action,
                    &record.via,
                    &choice.category,
                    &choice.fingerprint,
                    granted,
                    &record.language,
                    &record.text,
                    &record.page,
                    &record.release,
                    record.visitor.as_deref().unwrap_or(""),
                    &without_formula(&record.note),
                ])
                .map_err(csv_error)?;
            }
            Ok(())
        })?;
        csv.flush().map_err(Error::Write)?;
        Ok(events)
    }

    /// Writes the events of a time as JSON, a [`Record`] on each line, and returns how many.
    ///
    /// The time is in seconds since 1970. Events come in the order in which each process has
    /// written them.
    ///
    /// # Errors
    ///
    /// The database cannot be read, or `out` cannot be written.
    pub fn export_json_lines(
        &self,
        time: Range<u64>,
        mut out: impl Write + Send,
    ) -> Result<u64, Error> {
        let events = self.each(time, |record| {
            let line = serde_json::to_string(record).map_err(Error::database)?;
            writeln!(out, "{line}").map_err(Error::Write)
        })?;
        out.flush().map_err(Error::Write)?;
        Ok(events)
    }

    fn each(
        &self,
        time: Range<u64>,
        mut write: impl FnMut(&Record) -> Result<(), Error> + Send,
    ) -> Result<u64, Error> {
        self.read(async move |database| {
            database.begin_snapshot().await?;
            let (mut place, mut events) = (([0; 16], -1), 0);
            loop {
                let page = database.page(place, PAGE).await?;
                let last = page.last().map(|last| (last.shard, last.seq));
                let is_last = page.len() < PAGE;
                for event in page {
                    let record = Record::try_from(event.entry)?;
                    if time.contains(&record.at) {
                        write(&record)?;
                        events += 1;
                    }
                }
                match last {
                    Some(last) if !is_last => place = last,
                    _ => return Ok(events),
                }
            }
        })
    }
}

/// Returns a text that spreadsheets show and do not compute. A visitor can have written a part of a
/// note, such as the name of the browser.
fn without_formula(text: &str) -> Cow<'_, str> {
    if text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
    ]) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn csv_error(error: csv::Error) -> Error {
    Error::Write(io::Error::from(error))
}

impl Connection {
    pub(crate) async fn export(&mut self, visitor: VisitorId) -> Result<String, Error> {
        let decisions = self.history(visitor).await?;
        let mut texts = BTreeMap::new();
        for record in &decisions {
            if texts.contains_key(&record.text) {
                continue;
            }
            let shown = self.text_of(&record.text).await?;
            texts.insert(record.text.clone(), shown.map(|shown| shown.json));
        }
        let visitor = visitor.to_string();
        let export = json!({ "visitor": visitor, "decisions": decisions, "texts": texts });
        serde_json::to_string_pretty(&export).map_err(Error::database)
    }
}
