//! Tests of the guard in servers: as a tower layer, in hyper and axum, and around the jars of other frameworks.
//!
//! `cargo bench -p cookie-decl-tests-guard --bench load` is the run under load.
//!
//! The examples of the README are doctests of this crate, since one of them is a server.

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
