use std::path::Path;

use tokio::runtime::Builder;

use super::entry;
use crate::connection::{Connection, Target};
use crate::error::Failure;

async fn open(path: &Path) -> Connection {
    let target = Target::Sqlite(path.to_owned());
    Connection::open(&target).await.expect("it can be created")
}

#[test]
fn full_disk_keeps_all_of_a_batch_or_nothing() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let runtime = Builder::new_current_thread().build().expect("it starts");
    runtime.block_on(async {
        let mut log = open(&folder.path().join("consent.db")).await;
        let pages = log.query("PRAGMA page_count", &[]).await.unwrap().pop();
        let pages = pages.unwrap().int().unwrap() + 20;
        let limit = format!("PRAGMA max_page_count = {pages}");
        log.query(&limit, &[]).await.unwrap();
        let mut kept = 0;
        let batch = |number| [entry(number), entry(number + 1), entry(number + 2)];
        let failure = loop {
            match log.append(&batch(kept)).await {
                Ok(()) => kept += 3,
                Err(failure) => break failure,
            }
        };
        assert!(kept > 10);
        let Failure::Refused(error) = failure else {
            panic!("nothing of it is in the file: {failure:?}");
        };
        assert!(error.to_string().contains("full"), "{error}");
        // Somebody makes room.
        log.query("PRAGMA max_page_count = 4294967294", &[])
            .await
            .unwrap();
        log.append(&batch(kept)).await.unwrap();
        let verified = log.verify().await.unwrap();
        assert_eq!(verified.events, u64::from(kept) + 3);
        assert!(verified.is_whole(), "{verified:?}");
    });
}
