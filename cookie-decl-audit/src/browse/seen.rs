//! What the browser keeps and requests, without values.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::browse::hosts::{host_of, path_of};
use crate::declared::Cookie;
use crate::policy_file::Attributes;

/// Where something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Cookie,
    LocalStorage,
    SessionStorage,
    Database,
    Cache,
    ServiceWorker,
}

impl Kind {
    const STORAGES: &[(Self, &str)] = &[
        (Self::LocalStorage, "local_storage"),
        (Self::SessionStorage, "session_storage"),
        (Self::Database, "indexed_db"),
        (Self::Cache, "caches"),
        (Self::ServiceWorker, "service_workers"),
    ];

    /// Returns the storage as the table writes it; `None` if the table has no word for it.
    pub(crate) fn word(self) -> Option<&'static str> {
        match self {
            Self::Cookie => Some("cookie"),
            Self::LocalStorage => Some("local_storage"),
            Self::SessionStorage => Some("session_storage"),
            Self::Database => Some("indexed_db"),
            Self::Cache | Self::ServiceWorker => None,
        }
    }

    /// Names the kind of an item in a message.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Cookie => "cookie",
            Self::LocalStorage => "local storage",
            Self::SessionStorage => "session storage",
            Self::Database => "database",
            Self::Cache => "cache",
            Self::ServiceWorker => "service worker",
        }
    }
}

/// Something that the browser keeps.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The host that keeps it. For a cookie: its domain without the dot.
    pub(crate) host: String,
    /// What else is known about a cookie.
    pub(crate) cookie: Option<Cookie>,
}

/// How long a visit may take, in seconds. A cookie that was renewed in that time is the same one.
const VISIT: u64 = 300;

/// What identifies an item: kind, host, name and path.
pub(crate) type Identity = (Kind, String, String, String);

impl Item {
    /// Returns what identifies the item.
    pub(crate) fn identity(&self) -> Identity {
        let path = self.cookie.as_ref().map(|cookie| &cookie.attributes.path);
        let path = path.cloned().unwrap_or_default();
        (self.kind, self.host.clone(), self.name.clone(), path)
    }

    /// Whether it is an item from before, not set again with other attributes or for longer.
    pub(crate) fn is_still(&self, before: &Self) -> bool {
        let is_as_before = match (&self.cookie, &before.cookie) {
            (Some(now), Some(before)) => {
                let longest = before.left.map(|left| left + VISIT);
                now.attributes == before.attributes && now.left <= longest
            }
            (None, None) => true,
            _ => false,
        };
        is_as_before && self.identity() == before.identity()
    }

    /// Reads a cookie of the protocol. `now` is in seconds since 1970.
    pub(crate) fn cookie(cookie: &Value, now: f64) -> Self {
        let domain = text(&cookie["domain"]);
        let host = domain.trim_start_matches('.').to_owned();
        let expires = cookie["expires"].as_f64().filter(|at| *at >= 0.0);
        Self {
            kind: Kind::Cookie,
            name: text(&cookie["name"]),
            cookie: Some(Cookie {
                attributes: Attributes {
                    path: text(&cookie["path"]),
                    domain: domain.starts_with('.').then(|| host.clone()),
                    same_site: text(&cookie["sameSite"]),
                    secure: cookie["secure"] == true,
                    http_only: cookie["httpOnly"] == true,
                    partitioned: cookie["partitionKey"].is_object(),
                },
                left: expires.map(|at| whole_seconds(at - now)),
            }),
            host,
        }
    }
}

/// A script that returns what a frame keeps: names only.
pub(crate) const NAMES: &str = "(async () => {
    const kept = { origin: self.origin };
    const read = async (storage, names) => {
        try { kept[storage] = await names(); } catch {}
    };
    await read('local_storage', () => Object.keys(localStorage));
    await read('session_storage', () => Object.keys(sessionStorage));
    await read('indexed_db', async () => {
        // The browser does it after what the page has asked for: a new database is listed late.
        const nothing = indexedDB.deleteDatabase(`cookie-decl ${Math.random()}`);
        await new Promise((done) => nothing.onsuccess = nothing.onerror = done);
        return (await indexedDB.databases()).map(({ name }) => name);
    });
    await read('caches', () => caches.keys());
    await read('service_workers', async () =>
        (await navigator.serviceWorker.getRegistrations()).map((it) =>
            (it.active ?? it.waiting ?? it.installing)?.scriptURL ?? it.scope));
    return kept;
})()";

/// Returns the items in the result of [`NAMES`].
pub(crate) fn items_of_frame(kept: &Value) -> Vec<Item> {
    let Some(host) = kept["origin"].as_str().and_then(host_of) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    for (kind, storage) in Kind::STORAGES {
        for name in kept[storage].as_array().into_iter().flatten() {
            let name = name.as_str().unwrap_or_default();
            items.push(Item {
                kind: *kind,
                name: match kind {
                    Kind::ServiceWorker => path_of(name).to_owned(),
                    _ => name.to_owned(),
                },
                host: host.clone(),
                cookie: None,
            });
        }
    }
    items
}

/// A request to a host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Request {
    pub(crate) host: String,
    /// What started it, in words.
    pub(crate) starter: String,
}

/// A cookie that a response sent and the browser refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Refused {
    pub(crate) name: String,
    /// The host of the response.
    pub(crate) host: String,
    /// The reason, in the words of the protocol.
    pub(crate) reason: String,
}

/// What was seen on a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    /// The page, as it was passed to the check.
    pub(crate) page: String,
    /// What the browser keeps now, from this page and those before.
    pub(crate) items: Vec<Item>,
    pub(crate) requests: BTreeSet<Request>,
    pub(crate) refused: BTreeSet<Refused>,
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "browsers keep cookies for 400 days at most"
)]
fn whole_seconds(seconds: f64) -> u64 {
    seconds.max(0.0) as u64
}
