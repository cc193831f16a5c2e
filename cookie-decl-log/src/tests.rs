//! Cases that cannot be caused from outside of the crate.

use std::path::Path;
use std::sync::Arc;

use cookie_decl::consent_log::{Action, Event, ShownText, Via};
use tokio::runtime::Builder;

use crate::chain::{Shard, sealed, text};
use crate::connection::{Connection, Target};
use crate::error::Failure;
use crate::record::{Entry, hex};

fn entry(number: u8) -> Entry {
    let shown = Arc::new(ShownText {
        language: "en".to_owned(),
        json: "{}".to_owned(),
    });
    let event = Event::new([number; 16], 1_795_737_600, Action::Agree, Via::Form, shown);
    Entry::new(&event, text("{}"), sealed(Some([5; 16]), "x".repeat(500)))
}

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

/// The two hashes were computed by a script that follows `docs/consent-log.md`.
#[test]
fn hash_is_as_documented() {
    let mut event = entry(7);
    event.release = "0.1.0".to_owned();
    event.personal.salt = Some([9; 16]);
    event.personal.visitor = Some([5; 16]);
    event.personal.note = "192.0.2.5".to_owned();
    event.personal.seal = Some(crate::chain::seal(&[9; 16], Some(&[5; 16]), "192.0.2.5"));
    let seal = event.personal.seal.map(|seal| hex(&seal));
    assert_eq!(
        seal.as_deref(),
        Some("c70963b3a4b3e5869992a0d95cb4f5922447e39e742141bcfad9f0759807b5ac")
    );
    let shard = Shard::with_id([1; 16]);
    let (_, linked) = shard.link([&event, &event]);
    assert_eq!(
        hex(&linked[1].hash),
        "9ec7ec803a6f841ac03846e17770b51e4ad782c4041f70be66f99061379f74f7"
    );
}

#[cfg(all(feature = "postgres", not(feature = "tls")))]
#[test]
fn encryption_without_its_feature_is_an_error_before_anybody_connects() {
    let log = crate::Log::postgres("postgres://site@127.0.0.1:1/site?sslmode=require").open();
    let error = log.err().map(|error| error.to_string());
    assert!(error.is_some_and(|error| error.contains("needs the feature `tls`")));
}
