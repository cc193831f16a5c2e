//! The names in browsers and libraries that store something or send a request.

/// The functions of libraries that store something: the path, the argument with the name, and the
/// storage.
pub(crate) const SETS: [(&str, usize, &str); 24] = [
    ("cookieStore::set", 0, "cookie"),
    ("Cookies::set", 0, "cookie"),
    ("cookies::set", 0, "cookie"),
    ("$::cookie", 0, "cookie"),
    ("setCookie", 0, "cookie"),
    ("nookies::set", 1, "cookie"),
    ("useLocalStorage", 0, "local_storage"),
    ("useLocalStorageState", 0, "local_storage"),
    ("useStorage", 0, "local_storage"),
    ("atomWithStorage", 0, "local_storage"),
    ("persisted", 0, "local_storage"),
    ("useSessionStorage", 0, "session_storage"),
    ("useSessionStorageState", 0, "session_storage"),
    ("localforage::setItem", 0, "indexed_db"),
    ("indexedDB::open", 0, "indexed_db"),
    ("openDB", 0, "indexed_db"),
    ("Dexie", 0, "indexed_db"),
    ("caches::open", 0, "cache_storage"),
    ("serviceWorker::register", 0, "service_worker"),
    ("idbKeyval::set", 0, "indexed_db"),
    ("lscache::set", 0, "local_storage"),
    ("persist", 1, "local_storage"),
    ("makePersisted", 1, "local_storage"),
    ("persistentAtom", 0, "local_storage"),
];

/// The functions that send a request: the path, and the argument with the address.
pub(crate) const ASKS: [(&str, usize); 24] = [
    ("fetch", 0),
    ("import", 0),
    ("importScripts", 0),
    ("sendBeacon", 0),
    ("WebSocket", 0),
    ("EventSource", 0),
    ("Worker", 0),
    ("SharedWorker", 0),
    ("Request", 0),
    ("Audio", 0),
    ("axios", 0),
    ("axios::get", 0),
    ("axios::post", 0),
    ("$::get", 0),
    ("$::post", 0),
    ("$::ajax", 0),
    ("$::getJSON", 0),
    ("$::getScript", 0),
    ("serviceWorker::register", 0),
    ("tileLayer", 0),
    ("loadScript", 0),
    ("htmx::ajax", 1),
    ("FontFace", 1),
    ("addModule", 0),
];

/// The modules whose default export has a name of the importer's choice.
pub(crate) const MODULES: [(&str, &str); 6] = [
    ("js-cookie", "Cookies"),
    ("universal-cookie", "Cookies"),
    ("cookie-store", "cookieStore"),
    ("localforage", "localforage"),
    ("dexie", "Dexie"),
    ("axios", "axios"),
];

/// The methods of an `XMLHttpRequest`.
pub(crate) const METHODS: [&str; 6] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

/// The objects of a browser that code renames.
pub(crate) const OBJECTS: [&str; 5] = [
    "document",
    "indexedDB",
    "caches",
    "cookieStore",
    "navigator",
];

/// A component that stores something.
pub(crate) struct Component {
    pub(crate) module: &'static str,
    pub(crate) name: &'static str,
    /// The attribute that names what is stored.
    pub(crate) naming: &'static str,
    /// The name if the attribute is missing.
    pub(crate) default: &'static str,
    pub(crate) storage: &'static str,
}

pub(crate) const COMPONENTS: [Component; 1] = [Component {
    module: "next-themes",
    name: "ThemeProvider",
    naming: "storageKey",
    default: "theme",
    storage: "local_storage",
}];
