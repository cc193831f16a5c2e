//! A shop whose page stores what its table declares.

use cookie_decl::Gpc;
use cookie_decl::table::{Term, Unit};
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
            /// Keeps what you typed
            DRAFT: cookie_decl::value::Percent<String> = "draft" | session | script | storage = session_storage;
            /// Balances requests
            NODE = "node" | session | other;
        }
        /// Statistics
        category Statistics: opt_in {
            /// Remembers what you saw last
            RECENT: u32 = "recent" | 30 days or 1 day | script | attributes = SameSite=Strict Path="/";
            /// Counts each part of the site
            COUNT: u32 = "count_{part}" | 1 day | script;
            /// Remembers places
            PLACE = "place_{text}" | persistent | script | storage = local_storage;
        }
        /// Advertising
        category Marketing: opt_in(gpc) {
            /// Counts clicks
            CLICK = "click" | 1 day | script;
        }
    }
}

mod hidden {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        cookie | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-preferences" | 6 months;
        }
    }
}

use cookies::{CLICK, COUNT, Category, Consent, DRAFT, NODE, PLACE, PREFERENCES, RECENT};

/// What went wrong, in words.
fn words(error: impl ToString) -> String {
    error.to_string()
}

/// Says what the visitor grants.
#[wasm_bindgen]
pub fn granted() -> Result<String, String> {
    let consent = Consent::from_page().map_err(words)?;
    let all = [
        Category::Necessary,
        Category::Statistics,
        Category::Marketing,
    ];
    let granted = all.into_iter().filter(|category| consent.allows(*category));
    let mut words = String::new();
    for category in granted {
        words += category.name();
        words.push(' ');
    }
    if consent.gpc() == Gpc::ON {
        words += "with GPC";
    }
    Ok(words)
}

/// Keeps an answer that the visitor gives in the page.
#[wasm_bindgen]
pub fn decide(now: f64, accepts: bool) -> Result<(), String> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time"
    )]
    let now = now as u64;
    let consent = if accepts {
        Consent::accept_all(now)
    } else {
        Consent::decide(now)
    };
    PREFERENCES
        .set(&consent)
        .map_err(words)?
        .store()
        .map_err(words)
}

/// Reads an answer whose row is `HttpOnly`.
#[wasm_bindgen]
pub fn decide_hidden() -> Result<(), String> {
    hidden::Consent::from_page().map(drop).map_err(words)
}

/// Stores what needs consent to statistics; says whether it could.
#[wasm_bindgen]
pub fn store(recent: u32, part: String, place: String) -> Result<bool, String> {
    let consent = Consent::from_page().map_err(words)?;
    let Some(ok) = consent.granted() else {
        return Ok(false);
    };
    RECENT.store(ok, recent).map_err(words)?;
    COUNT
        .with([&part])
        .map_err(words)?
        .store(ok, 1)
        .map_err(words)?;
    let place_of_text = PLACE.with(["a"]).map_err(words)?;
    place_of_text.store(ok, &*place).map_err(words)?;
    let read = (
        RECENT.read(ok).map_err(words)?,
        COUNT.read(ok).map_err(words)?,
        place_of_text.read(ok).map_err(words)?,
    );
    if read != (Some(recent), Some(1), Some(place)) {
        return Err(String::from("it reads something else"));
    }
    Ok(true)
}

/// Stores the first cookie for the other duration of its row.
#[wasm_bindgen]
pub fn store_for_a_day() -> Result<(), String> {
    let consent = Consent::from_page().map_err(words)?;
    let ok = consent.granted().ok_or("denied")?;
    RECENT
        .store_for(ok, Term::new(1, Unit::Day), 7)
        .map_err(words)
}

/// Stores a click.
#[wasm_bindgen]
pub fn click() -> Result<bool, String> {
    let consent = Consent::from_page().map_err(words)?;
    let stored = consent.granted().map(|ok| CLICK.store(ok, "1"));
    stored
        .transpose()
        .map(|stored| stored.is_some())
        .map_err(words)
}

/// Reads a cookie that anybody may have written.
#[wasm_bindgen]
pub fn recent() -> Result<Option<u32>, String> {
    let consent = Consent::from_page().map_err(words)?;
    RECENT
        .read(consent.granted().ok_or("denied")?)
        .map_err(words)
}

/// Stores a family without its holes, and a row that is not of scripts.
#[wasm_bindgen]
pub fn mistakes() -> Result<Vec<String>, String> {
    let consent = Consent::from_page().map_err(words)?;
    let ok = consent.granted().ok_or("denied")?;
    let mistakes = [
        COUNT.store(ok, 1),
        NODE.store("1"),
        PLACE.with(["a"]).map_err(words)?.store(ok, "a b"),
    ];
    Ok(mistakes
        .into_iter()
        .filter_map(|it| it.err().map(words))
        .collect())
}

/// Keeps any text for this session, and reads it again.
#[wasm_bindgen]
pub fn draft(text: String) -> Result<Option<String>, String> {
    DRAFT.store(&*text).map_err(words)?;
    Ok(DRAFT.read().map_err(words)?.map(|it| it.0))
}

/// Removes everything; that needs no consent.
#[wasm_bindgen]
pub fn remove() -> Result<(), String> {
    RECENT.remove().map_err(words)?;
    COUNT
        .with(["shop"])
        .map_err(words)?
        .remove()
        .map_err(words)?;
    PLACE.remove().map_err(words)?;
    DRAFT.remove().map_err(words)
}
