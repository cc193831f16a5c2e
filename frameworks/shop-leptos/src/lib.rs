//! A shop with Leptos: pages from the server, and islands that store what the table declares.
//!
//! ```text
//! cargo leptos serve         # in this folder, with cargo-leptos
//! cargo run -p shop-leptos   # the server alone: its islands stay as the server rendered them
//! ```

pub mod cookies;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod server_functions;

/// Called by the script of the page.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/frameworks/leptos.md")]
struct Chapter;
