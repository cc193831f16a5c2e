//! What most front ends do with a table: keep the answer, and store, read and remove one cookie and
//! one item.

use wasm_bindgen::prelude::wasm_bindgen;

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        cookie | duration | set_by;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "preferences" | 6 months | server | attributes = .. !HttpOnly;
            /// Remembers whether you prefer dark colours
            THEME = "theme" | persistent | script | storage = local_storage;
        }
        /// Statistics
        category Statistics: opt_in {
            /// Remembers what you saw last
            RECENT: u32 = "recent" | 30 days | script;
        }
    }
}

use cookies::{Category, Consent, PREFERENCES, RECENT, THEME};

/// What went wrong, in words.
fn words(error: impl ToString) -> String {
    error.to_string()
}

/// Keeps the answer of the visitor.
#[wasm_bindgen]
pub fn answer(now: u64, accepts: bool) -> Result<(), String> {
    let consent = Consent::decide(now);
    let consent = if accepts {
        consent.grant(Category::Statistics)
    } else {
        consent
    };
    let cookie = PREFERENCES.set(&consent).map_err(words)?;
    cookie.store().map_err(words)
}

/// Stores a product, and returns the one before it.
#[wasm_bindgen]
pub fn show(product: u32) -> Result<Option<u32>, String> {
    let consent = Consent::from_page().map_err(words)?;
    let Some(ok) = consent.granted() else {
        return RECENT.remove().map(|()| None).map_err(words);
    };
    let before = RECENT.read(ok).map_err(words)?;
    RECENT.store(ok, product).map_err(words)?;
    Ok(before)
}

/// Keeps the theme, and returns the one before it.
#[wasm_bindgen]
pub fn theme(name: String) -> Result<Option<String>, String> {
    let before = THEME.read().map_err(words)?;
    THEME.store(&*name).map_err(words)?;
    Ok(before)
}
