//! A table in WebAssembly.
#![allow(
    clippy::missing_errors_doc,
    clippy::needless_pass_by_value,
    reason = "a test calls it from JavaScript"
)]

#[cfg(feature = "front")]
pub mod front;
#[cfg(feature = "shop")]
pub mod shop;

use wasm_bindgen::prelude::wasm_bindgen;

/// Greets, as a program without a table may.
#[wasm_bindgen]
pub fn greet(name: String) -> Result<String, String> {
    if name.is_empty() {
        return Err(String::from("nobody is there"));
    }
    Ok(format!("Hello {name}"))
}
