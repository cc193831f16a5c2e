//! The statement that the site obeys Global Privacy Control.

use alloc::format;
use alloc::string::String;

use http::Response;

use crate::guard::asset::typed;
use crate::guard::settings::{Mode, Settings};

/// The path of the statement in the specification (Global Privacy Control, "GPC Support Resource").
const ADDRESS: &str = "/.well-known/gpc.json";

/// Returns the address of the statement if the site makes it.
///
/// A guard that only reports does not make it: cookies that the signal denies would pass.
pub(super) fn address(settings: &Settings) -> Option<&'static str> {
    let is_obeyed = settings.mode != Mode::Report;
    (settings.states_gpc && is_obeyed).then_some(ADDRESS)
}

/// Responds with the statement.
pub(super) fn respond(settings: &Settings) -> Response<String> {
    let date = settings.table.last_updated();
    let date = date.map(|date| format!(",\"lastUpdate\":\"{date}\""));
    let date = date.unwrap_or_default();
    typed("application/json", format!("{{\"gpc\":true{date}}}"))
}
