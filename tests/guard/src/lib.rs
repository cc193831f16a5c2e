//! Tests of the guard in servers: as a tower layer, in hyper and axum, and around the jars of other frameworks.
//!
//! `cargo bench -p cookie-decl-tests-guard --bench load` is the run under load.
