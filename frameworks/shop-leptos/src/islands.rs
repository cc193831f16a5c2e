//! What also runs in the browser, as WebAssembly.

use cookie_decl::value::Percent;
use cookie_decl::web::PageError;
use leptos::prelude::*;

use crate::cookies::{Consent, NOTE, VIEWS};

/// Counts the products that a visitor looked at, if they allow `Statistics`.
#[island]
pub fn Views() -> impl IntoView {
    let views = RwSignal::new(None);
    // An effect runs in the browser alone.
    Effect::new(move || match count() {
        Ok(count) => views.set(count),
        Err(error) => leptos::logging::error!("{error}"),
    });
    view! { <p id="views">{move || views.get()}</p> }
}

fn count() -> Result<Option<u32>, PageError> {
    let consent = Consent::from_page()?;
    let Some(ok) = consent.granted() else {
        return Ok(None);
    };
    let views = VIEWS.read(ok)?.unwrap_or(0).saturating_add(1);
    VIEWS.store(ok, views)?;
    Ok(Some(views))
}

/// Keeps what a visitor types until they close the tab.
#[island]
pub fn Note() -> impl IntoView {
    let note = RwSignal::new(String::new());
    Effect::new(move || {
        if let Ok(Some(Percent(kept))) = NOTE.read() {
            note.set(kept);
        }
    });
    let keep = move |event| {
        if let Err(error) = NOTE.store(event_target_value(&event)) {
            leptos::logging::error!("{error}");
        }
    };
    view! { <textarea id="note" aria-label="Note" prop:value=note on:input=keep></textarea> }
}
