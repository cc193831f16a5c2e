//! What a test observes of a request inside a guard.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::{Mutex, PoisonError};

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};

use crate::guard::finding::Finding;
use crate::guard::reports::Reports;
use crate::wire::received::{Clock, Field, Lifetime};

/// Lets a test observe a guard, which then sends every cookie unchanged.
///
/// The crate `cookie-decl-audit` puts it into the extensions of a request. These cannot come from
/// the network.
#[derive(Clone)]
pub struct Watch {
    /// The time in seconds since 1970.
    pub(super) now: u64,
    /// Each test has its own reports, so findings of other visitors do not count.
    pub(super) reports: Arc<Reports>,
    watched: Arc<Mutex<Watched>>,
}

/// What was seen since it was last taken.
#[derive(Debug, Default)]
pub struct Watched {
    /// The findings, with those that were reported before.
    pub findings: Vec<Finding>,
    /// The cookies of the responses, as the guard sends them.
    pub cookies: Vec<Received>,
    /// The address of the guard's pages. `None` if no response came through a guard.
    pub address: Option<String>,
}

/// A `Set-Cookie` field, as browsers read it.
#[derive(Debug, Clone)]
pub struct Received {
    /// The field.
    pub header: HeaderValue,
    /// The name, in which bytes that are not UTF-8 became `�`. Empty if the field has no name.
    pub name: String,
    /// The value.
    pub value: Vec<u8>,
    /// The path that it applies to.
    pub path: String,
    /// The domain that it applies to; `None` for the host alone.
    pub domain: Option<String>,
    /// `SameSite` as sent. `None` if it was not sent.
    pub same_site: Option<String>,
    /// Whether it has the attribute `Secure`.
    pub secure: bool,
    /// Whether it has the attribute `HttpOnly`.
    pub http_only: bool,
    /// Whether it has the attribute `Partitioned`.
    pub partitioned: bool,
    /// How long browsers keep it.
    pub lifetime: Lifetime,
}

impl Received {
    /// Reads the `Set-Cookie` fields of a response to a request for this path, at a time in seconds
    /// since 1970.
    pub fn all(response: &HeaderMap, path: &str, now: u64) -> Vec<Self> {
        let now = || now;
        let clock = Clock::new(&now, response);
        let fields = response.get_all(SET_COOKIE).iter();
        fields
            .map(|field| Self::read(field, path, &clock))
            .collect()
    }

    fn read(header: &HeaderValue, path: &str, clock: &Clock<'_>) -> Self {
        let field = Field::read(header);
        Self {
            header: header.clone(),
            name: String::from_utf8_lossy(field.name).into_owned(),
            value: field.value.into(),
            path: field.path(path).into_owned(),
            domain: field.domain().map(Cow::into_owned),
            same_site: field
                .same_site
                .map(|it| String::from_utf8_lossy(it).into_owned()),
            secure: field.secure,
            http_only: field.http_only,
            partitioned: field.partitioned,
            lifetime: field.lifetime(clock),
        }
    }
}

impl Watch {
    /// Starts to watch the requests of a visitor at a time in seconds since 1970.
    pub fn new(now: u64) -> Self {
        Self {
            now,
            reports: Arc::default(),
            watched: Arc::default(),
        }
    }

    /// Takes what was seen since the last call.
    pub fn take(&self) -> Watched {
        self.change(core::mem::take)
    }

    pub(super) fn found(&self, finding: &Finding) {
        self.change(|watched| watched.findings.push(finding.clone()));
    }

    pub(super) fn passed(&self, address: &str, cookies: Vec<Received>) {
        self.change(|watched| {
            watched.address = Some(address.into());
            watched.cookies.extend(cookies);
        });
    }

    fn change<T>(&self, change: impl FnOnce(&mut Watched) -> T) -> T {
        change(&mut self.watched.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
