//! How long events stay: retention, and the right to erasure.

use cookie_decl::consent_log::VisitorId;

use crate::connection::Connection;
use crate::error::Error;
use crate::reads::{Counts, add, day};
use crate::value::{Row, Value, number};

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
        let mut removed = 0;
        let shards = "SELECT id FROM shard WHERE cut < events ORDER BY id";
        for mut shard in self.query(shards, &[]).await? {
            removed += self.prune_shard(shard.bytes()?, before).await?;
        }
        self.tidy(before).await?;
        Ok(removed)
    }

    async fn prune_shard(&mut self, shard: [u8; 16], before: i64) -> Result<u64, Error> {
        self.begin().await?;
        // Nobody else prunes it meanwhile.
        self.execute("UPDATE shard SET cut = cut WHERE id = $1", &[shard.into()])
            .await?;
        let id = || Value::from(shard);
        // The events of a shard go in their order. What a clock that was set back has among them
        // waits for those before it, a day at most.
        let sql = "SELECT coalesce( \
                       (SELECT min(seq) FROM event WHERE shard = $1 AND at >= $2), \
                       (SELECT max(seq) + 1 FROM event WHERE shard = $1), 0)";
        let cut = one(self.query(sql, &[id(), before.into()]).await?)?.int()?;
        let last = [id(), (cut - 1).into()];
        let hash = self
            .query(
                "SELECT hash FROM event WHERE shard = $1 AND seq = $2",
                &last,
            )
            .await?;
        let Some(mut hash) = hash.into_iter().next() else {
            return self.commit().await.map(|()| 0);
        };
        self.add_pruned(shard, cut).await?;
        let sql = "UPDATE shard SET cut = $1, cut_hash = $2 WHERE id = $3";
        let values = [cut.into(), hash.bytes::<32>()?.into(), id()];
        self.execute(sql, &values).await?;
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

fn one(mut rows: Vec<Row>) -> Result<Row, Error> {
    rows.pop()
        .ok_or_else(|| Error::database("a row is missing"))
}
