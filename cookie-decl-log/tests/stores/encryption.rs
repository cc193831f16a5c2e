//! Connections to PostgreSQL that are encrypted.

use cookie_decl_log::Settings;

use crate::site::{DAY, assert_sound, event, keys, record};
use crate::store::Store;
use crate::{Fault, Server};

pub(crate) const TESTS: &[Fault] = &[
    ("connection_is_encrypted_if_the_address_says_so", encrypted),
    ("certificate_of_an_unknown_authority_is_refused", unknown),
    ("certificate_for_another_name_is_refused", another_name),
    ("server_without_encryption_is_refused", without),
];

fn required(store: &Store) -> Settings {
    store.settings_at(&format!("{}?sslmode=require", store.place))
}

fn refused(settings: Settings) -> String {
    let log = settings.open();
    log.err()
        .expect("nobody knows who the server is")
        .to_string()
}

fn encrypted(server: &Server) {
    let store = Store::postgres(server);
    let ssl = "SELECT count(*) FROM pg_stat_ssl WHERE ssl";
    let plain = store.open();
    assert_eq!(store.number(ssl), 0);
    let log = required(&store).authority(server.authority()).open();
    let log = log.unwrap();
    assert_eq!(store.number(ssl), 1);
    record(&log, event(1, DAY)).unwrap();
    // Reads have connections of their own.
    assert_eq!(keys(&log).len(), 1);
    assert_sound(&log, &[]);
    drop(plain);
}

fn unknown(server: &Server) {
    let error = refused(required(&Store::postgres(server)));
    assert!(error.contains("UnknownIssuer"), "{error}");
}

fn another_name(server: &Server) {
    let mut store = Store::postgres(server);
    store.place = store.place.replace("127.0.0.1", "localhost");
    let error = refused(required(&store).authority(server.authority()));
    assert!(error.contains("not valid for name"), "{error}");
}

fn without(_: &Server) {
    let server = Server::start();
    let error = refused(required(&Store::postgres(&server)));
    assert!(error.contains("server does not support TLS"), "{error}");
}
