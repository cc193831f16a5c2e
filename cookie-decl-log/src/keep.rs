//! How long events stay: retention, and the right to erasure.

use cookie_decl::consent_log::VisitorId;

use crate::connection::Connection;
use crate::error::Error;
use crate::reads::{Counts, add, day};
use crate::value::{Value, number};

/// How many events one commit removes, so that those who write do not wait for long.
const STEP: u64 = 5_000;

impl Connection {
    /// Erases who the visitor is. Their decisions stay, and nobody can tell whose they were.
    pub(crate) async fn erase(&mut self, visitor: VisitorId) -> Result<u64, Error> {
        let sql = "UPDATE event SET visitor = NULL, note = '', salt = NULL WHERE visitor = $1";
        let erased = self.execute(sql, &[visitor.0.into()]).await?;
        self.tidy(0).await?;
        Ok(erased)
    }

    /// Removes the events before a time. Each shard keeps the hash at its cut.
    pub(crate) async fn prune(&mut self, before: i64) -> Result<u64, Error> {
        let shards = "SELECT id FROM shard JOIN event ON shard = id AND seq = cut \
                      WHERE at < $1 ORDER BY id";
        let mut removed = 0;
        for mut row in self.query(shards, &[before.into()]).await? {
            let shard = row.bytes()?;
            loop {
                let events = self.prune_shard(shard, before).await?;
                removed += events;
                if events < STEP {
                    break;
                }
            }
        }
        self.tidy(before).await?;
        Ok(removed)
    }

    /// Removes the first events of a shard.
    ///
    /// They are removed in their order. An event from a clock that was set back waits for the
    /// events before it, at most a day.
    async fn prune_shard(&mut self, shard: [u8; 16], before: i64) -> Result<u64, Error> {
        self.begin().await?;
        let id = || Value::from(shard);
        // Nobody else prunes it meanwhile.
        self.execute("UPDATE shard SET cut = cut WHERE id = $1", &[id()])
            .await?;
        let sql =
            format!("SELECT at, seq, hash FROM event WHERE shard = $1 ORDER BY seq LIMIT {STEP}");
        let mut last = None;
        for mut row in self.query(&sql, &[id()]).await? {
            if row.int()? >= before {
                break;
            }
            last = Some((row.int()?, row.bytes::<32>()?));
        }
        let Some((last, hash)) = last else {
            return self.commit().await.map(|()| 0);
        };
        let cut = last + 1;
        self.add_pruned(shard, cut).await?;
        let sql = "UPDATE shard SET cut = $1, cut_hash = $2 WHERE id = $3";
        self.execute(sql, &[cut.into(), hash.into(), id()]).await?;
        self.forget_keys(shard, cut).await?;
        let sql = "DELETE FROM event WHERE shard = $1 AND seq < $2";
        let removed = self.execute(sql, &[id(), cut.into()]).await?;
        self.commit().await?;
        Ok(removed)
    }

    /// Adds the decisions before the cut to the totals of their months.
    async fn add_pruned(&mut self, shard: [u8; 16], cut: i64) -> Result<(), Error> {
        let sql = "SELECT at / 86400, choices, count(*) FROM event \
                   WHERE shard = $1 AND seq < $2 GROUP BY 1, 2";
        let mut months = Counts::new();
        for mut row in self.query(sql, &[shard.into(), cut.into()]).await? {
            let month = day(row.unsigned()?)[..7].to_owned();
            add(&mut months, month, &row.text()?, row.unsigned()?)?;
        }
        let sql = "INSERT INTO pruned (month, category, granted, denied) \
                   VALUES ($1, $2, $3, $4) ON CONFLICT (month, category) DO UPDATE SET \
                   granted = pruned.granted + excluded.granted, \
                   denied = pruned.denied + excluded.denied";
        for (month, categories) in months {
            for (category, (granted, denied)) in categories {
                let [granted, denied] = [granted, denied].map(|count| Value::Int(number(count)));
                let values = [(&*month).into(), (&*category).into(), granted, denied];
                self.execute(sql, &values).await?;
            }
        }
        Ok(())
    }
}
