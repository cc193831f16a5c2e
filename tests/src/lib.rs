//! Tests of the workspace. The examples of the README are doctests of this crate.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
