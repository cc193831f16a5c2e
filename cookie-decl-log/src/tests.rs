//! Cases that cannot be caused from outside of the crate.

#[cfg(feature = "sqlite")]
mod full_disk;

use std::sync::Arc;

use cookie_decl::consent_log::{Action, Event, ShownText, Via};

use crate::chain::{Shard, sealed, text};
use crate::record::{Entry, hex};

fn entry(number: u8) -> Entry {
    let shown = Arc::new(ShownText {
        language: "en".to_owned(),
        json: "{}".to_owned(),
    });
    let event = Event::new([number; 16], 1_795_737_600, Action::Agree, Via::Form, shown);
    Entry::new(&event, text("{}"), sealed(Some([5; 16]), "x".repeat(500)))
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
