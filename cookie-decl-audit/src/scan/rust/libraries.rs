//! The names in libraries that store something, on a server and in WebAssembly.

/// A layer or setting that makes a library set a cookie.
pub(crate) struct Layer {
    /// The type and its constructor.
    pub(crate) path: &'static str,
    /// The methods that name the cookie.
    pub(crate) naming: &'static [&'static str],
    /// The name if none of them is called.
    pub(crate) default: &'static str,
}

const fn layer(
    path: &'static str,
    naming: &'static [&'static str],
    default: &'static str,
) -> Layer {
    Layer {
        path,
        naming,
        default,
    }
}

pub(crate) const LAYERS: [Layer; 19] = [
    layer("SessionManagerLayer::new", &["with_name"], "id"),
    layer(
        "SessionMiddleware::new",
        &["cookie_name", "with_cookie_name"],
        "id",
    ),
    layer("SessionMiddleware::builder", &["cookie_name"], "id"),
    layer("CookieSession::signed", &["name"], "actix-session"),
    layer("CookieSession::private", &["name"], "actix-session"),
    layer("CookieIdentityPolicy::new", &["name"], "actix-identity"),
    layer("SessionLayer::new", &["with_cookie_name"], "axum.sid"),
    layer("SessionConfig::default", &["with_session_name"], "session"),
    layer("SessionConfig::new", &["with_session_name"], "session"),
    layer("CookieConfig::new", &["name"], "poem-session"),
    layer("CookieConfig::default", &["name"], "poem-session"),
    layer("CookieConfig::signed", &["name"], "poem-session"),
    layer("CookieConfig::private", &["name"], "poem-session"),
    layer(
        "SessionHandler::builder",
        &["cookie_name"],
        "salvo.session.id",
    ),
    layer("CookieMessageStore::builder", &["cookie_name"], "_flash"),
    layer("CsrfConfig::default", &["with_cookie_name"], "Csrf_Token"),
    layer("CsrfConfig::new", &["with_cookie_name"], "Csrf_Token"),
    layer("Flash::success", &[], "_flash"),
    layer("Flash::error", &[], "_flash"),
];

/// The constructors of cookies. The first argument has the name.
pub(crate) const COOKIES: [&str; 10] = [
    "Cookie::new",
    "Cookie::build",
    "Cookie::named",
    "Cookie::from",
    "Cookie::new_with_str",
    "CookieBuilder::new",
    "Cookie::from_parts",
    "RemovalCookie::new",
    "ResponseCookie::new",
    "ResponseCookie::build",
];

/// The crates whose `Cookie` belongs to a client or is only read.
pub(crate) const CLIENTS: [&str; 12] = [
    "reqwest",
    "cookie_store",
    "headers",
    "thirtyfour",
    "fantoccini",
    "chromiumoxide",
    "headless_chrome",
    "ureq",
    "isahc",
    "surf",
    "wreq",
    "playwright",
];

/// The functions that store something in a browser: the path, the argument with the name, and the
/// storage.
pub(crate) const STORES: [(&str, usize, &str); 22] = [
    ("LocalStorage::set", 0, "local_storage"),
    ("SessionStorage::set", 0, "session_storage"),
    ("wasm_cookies::set", 0, "cookie"),
    ("wasm_cookies::set_raw", 0, "cookie"),
    ("cookies::set", 0, "cookie"),
    ("cookies::set_raw", 0, "cookie"),
    ("use_cookie", 0, "cookie"),
    ("use_cookie_with_options", 0, "cookie"),
    ("use_local_storage", 0, "local_storage"),
    ("use_local_storage_with_options", 0, "local_storage"),
    ("use_session_storage", 0, "session_storage"),
    ("use_session_storage_with_options", 0, "session_storage"),
    ("use_storage", 1, "local_storage"),
    ("use_storage_with_options", 1, "local_storage"),
    ("use_persistent", 0, "local_storage"),
    ("use_synced_storage", 0, "local_storage"),
    ("new_synced_storage", 0, "local_storage"),
    ("set_local_storage", 0, "local_storage"),
    ("use_local_storage_state", 0, "local_storage"),
    ("indexed_db_open", 0, "indexed_db"),
    ("Rexie::builder", 0, "indexed_db"),
    ("IdbDatabase::open", 0, "indexed_db"),
];

/// The functions of WebAssembly that send a request.
pub(crate) const ASKS: [&str; 6] = [
    "EventSource::new",
    "WebSocket::open",
    "WebSocket::new",
    "HtmlImageElement::set_src",
    "Worker::new",
    "use_event_source",
];
