//! Tests of the guard in servers: as a tower layer, in hyper and axum, and with the jars of other
//! frameworks.
//!
//! `cargo bench -p cookie-decl-tests-guard --bench load` is the run under load.
//!
//! The examples of the README, and of the chapters that use a server, are doctests of this crate: they need axum, tower and
//! tokio.

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/server.md")]
struct Server;

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/browser.md")]
struct Browser;

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/signals.md")]
struct Signals;

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/testing.md")]
struct Testing;

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/recipes.md")]
struct Recipes;
