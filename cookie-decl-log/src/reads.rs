//! What people ask of a log.

use std::collections::BTreeMap;
use std::ops::Range;

use cookie_decl::consent_log::{ShownText, VisitorId};
use cookie_decl_core::date::Date;
use serde::Serialize;

use crate::connection::Connection;
use crate::error::Error;
use crate::record::{COLUMNS, Linked, Record, choices};
use crate::value::{Value, number};

/// How many events are in memory at a time.
pub(crate) const PAGE: usize = 1_000;

/// What visitors decided on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Day {
    /// The day in UTC, such as `2026-11-27`.
    pub day: String,
    /// How often a banner was shown, without the last second before a crash. This is a statistic:
    /// unlike an event, it can be lost or counted twice when a connection is cut.
    pub shown: u64,
    /// The decisions about each category. A visitor who answers again is counted again.
    pub categories: Vec<Count>,
}

/// How visitors decided about one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Count {
    /// The identifier of the category.
    pub category: String,
    /// How many decisions granted it.
    pub granted: u64,
    /// How many decisions denied it.
    pub denied: u64,
}

/// What pruning left of one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Month {
    /// The month in UTC, such as `2026-11`.
    pub month: String,
    /// The decisions that were removed.
    pub categories: Vec<Count>,
}

/// Counts by a text such as a day, then by category.
pub(crate) type Counts = BTreeMap<String, BTreeMap<String, (u64, u64)>>;

/// Adds the decisions of several events with the same choices.
pub(crate) fn add(counts: &mut Counts, when: String, json: &str, events: u64) -> Result<(), Error> {
    let of_time = counts.entry(when).or_default();
    for choice in choices(json)? {
        let (granted, denied) = of_time.entry(choice.category).or_default();
        match choice.granted {
            Some(true) => *granted += events,
            Some(false) => *denied += events,
            None => {}
        }
    }
    Ok(())
}

fn counts(of_time: BTreeMap<String, (u64, u64)>) -> Vec<Count> {
    let count = |(category, (granted, denied))| Count {
        category,
        granted,
        denied,
    };
    of_time.into_iter().map(count).collect()
}

pub(crate) fn day(days: u64) -> String {
    let Date { year, month, day } = Date::from_seconds(days.saturating_mul(86_400));
    format!("{year:04}-{month:02}-{day:02}")
}

impl Connection {
    pub(crate) async fn knows(&mut self, visitor: VisitorId) -> Result<bool, Error> {
        let sql = "SELECT seq FROM event WHERE visitor = $1 LIMIT 1";
        Ok(!self.query(sql, &[visitor.0.into()]).await?.is_empty())
    }

    pub(crate) async fn history(&mut self, visitor: VisitorId) -> Result<Vec<Record>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM event WHERE visitor = $1 ORDER BY at, shard, seq");
        let rows = self.query(&sql, &[visitor.0.into()]).await?;
        rows.into_iter()
            .map(|row| Linked::read(row)?.entry.try_into())
            .collect()
    }

    /// Returns the text with this hash in hexadecimal.
    pub(crate) async fn text_of(&mut self, hash: &str) -> Result<Option<ShownText>, Error> {
        let digits = hash.as_bytes().chunks(2);
        let byte = |digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok();
        let hash: Option<Vec<u8>> = digits.map(byte).collect();
        match hash.and_then(|hash| hash.try_into().ok()) {
            Some(hash) => self.text(hash).await,
            None => Ok(None),
        }
    }

    pub(crate) async fn text(&mut self, hash: [u8; 32]) -> Result<Option<ShownText>, Error> {
        let sql = "SELECT language, json FROM shown_text WHERE hash = $1";
        let Some(mut row) = self.query(sql, &[hash.into()]).await?.pop() else {
            return Ok(None);
        };
        Ok(Some(ShownText {
            language: row.text()?,
            json: row.text()?,
        }))
    }

    pub(crate) async fn count(&mut self, time: Range<u64>) -> Result<Vec<Day>, Error> {
        let range = [number(time.start), number(time.end)].map(Value::from);
        let days = [time.start / 86_400, time.end.div_ceil(86_400)]
            .map(number)
            .map(Value::from);
        let sql = "SELECT at / 86400, choices, count(*) FROM event \
                   WHERE at >= $1 AND at < $2 GROUP BY 1, 2";
        let mut decided = Counts::new();
        for mut row in self.query(sql, &range).await? {
            let when = day(row.unsigned()?);
            add(&mut decided, when, &row.text()?, row.unsigned()?)?;
        }
        let sql = "SELECT day, shown FROM counted WHERE day >= $1 AND day < $2";
        let mut shown = BTreeMap::new();
        for mut row in self.query(sql, &days).await? {
            let when = day(row.unsigned()?);
            decided.entry(when.clone()).or_default();
            shown.insert(when, row.unsigned()?);
        }
        let of_day = |(day, of_day): (String, _)| Day {
            shown: shown.get(&day).copied().unwrap_or(0),
            day,
            categories: counts(of_day),
        };
        Ok(decided.into_iter().map(of_day).collect())
    }

    pub(crate) async fn pruned(&mut self) -> Result<Vec<Month>, Error> {
        let sql = "SELECT month, category, granted, denied FROM pruned";
        let mut months = Counts::new();
        for mut row in self.query(sql, &[]).await? {
            let of_month = months.entry(row.text()?).or_default();
            of_month.insert(row.text()?, (row.unsigned()?, row.unsigned()?));
        }
        let of_month = |(month, of_month)| Month {
            month,
            categories: counts(of_month),
        };
        Ok(months.into_iter().map(of_month).collect())
    }

    /// Returns the first events after a place, in the order of shards.
    pub(crate) async fn page(
        &mut self,
        after: ([u8; 16], i64),
        limit: usize,
    ) -> Result<Vec<Linked>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM event WHERE (shard, seq) > ($1, $2) \
             ORDER BY shard, seq LIMIT {limit}"
        );
        let rows = self.query(&sql, &[after.0.into(), after.1.into()]).await?;
        rows.into_iter().map(Linked::read).collect()
    }

    pub(crate) async fn add_shown(&mut self, days: &BTreeMap<u64, u64>) -> Result<(), Error> {
        let sql = "INSERT INTO counted (day, shown) VALUES ($1, $2) \
                   ON CONFLICT (day) DO UPDATE SET shown = counted.shown + excluded.shown";
        for (day, shown) in days {
            self.execute(sql, &[number(*day).into(), number(*shown).into()])
                .await?;
        }
        Ok(())
    }
}
