//! A `clippy.toml` that forbids what sets cookies without the table.

/// The functions, each with what to use instead.
const FORBIDDEN: [(&str, &str); 12] = [
    (
        "axum_extra::extract::cookie::CookieJar::add",
        "return the `SetCookie` of a constant",
    ),
    (
        "axum_extra::extract::cookie::CookieJar::remove",
        "return `CONSTANT.removal()`",
    ),
    (
        "axum_extra::extract::cookie::PrivateCookieJar::add",
        "return the `SetCookie` of a constant",
    ),
    (
        "axum_extra::extract::cookie::SignedCookieJar::add",
        "return the `SetCookie` of a constant",
    ),
    ("cookie::Cookie::new", "use `CONSTANT.set(..)`"),
    ("cookie::Cookie::build", "use `CONSTANT.set(..)`"),
    ("cookie::Cookie::named", "use `CONSTANT.set(..)`"),
    (
        "tower_cookies::Cookies::add",
        "return the `SetCookie` of a constant",
    ),
    (
        "tower_sessions::SessionManagerLayer::new",
        "name the cookie by its row, and allow it there",
    ),
    (
        "actix_web::HttpResponseBuilder::cookie",
        "append the header of a constant",
    ),
    (
        "actix_session::SessionMiddleware::new",
        "name the cookie by its row, and allow it there",
    ),
    (
        "rocket::http::CookieJar::add",
        "add the `SetCookie` of a constant",
    ),
];

/// Returns a `clippy.toml` that forbids functions of libraries that set cookies without the table.
///
/// Clippy warns about paths of crates that you do not use; delete those lines. A call that must
/// stay needs `#[expect(clippy::disallowed_methods, reason = "..")]`.
///
/// ```
/// let text = cookie_decl_audit::scan::clippy_toml();
/// assert!(text.starts_with("disallowed-methods = ["));
/// ```
#[must_use]
pub fn clippy_toml() -> String {
    let lines = FORBIDDEN.iter().map(|(path, reason)| {
        format!("    {{ path = \"{path}\", reason = \"{reason}\", allow-invalid = true }},\n")
    });
    format!("disallowed-methods = [\n{}]\n", lines.collect::<String>())
}
