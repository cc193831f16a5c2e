//! What the browser keeps.

use serde_json::Value;

use super::string;

/// A cookie as the browser keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredCookie {
    pub(crate) name: String,
    pub(crate) value: String,
    /// With a dot in front when subdomains get it too.
    pub(crate) domain: String,
    pub(crate) path: String,
    pub(crate) secure: bool,
    pub(crate) http_only: bool,
    /// `Strict`, `Lax`, `None`; `None` when the server did not say.
    pub(crate) same_site: Option<String>,
    /// Seconds since 1970; `None` for a session.
    pub(crate) expires: Option<u64>,
    pub(crate) partition: Option<Partition>,
}

/// Where a partitioned cookie is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Partition {
    pub(crate) top_level_site: String,
    /// Set inside another site's page.
    pub(crate) inside_another: bool,
}

impl StoredCookie {
    pub(super) fn read(cookie: &Value) -> Self {
        let partition = &cookie["partitionKey"];
        Self {
            name: string(&cookie["name"]),
            value: string(&cookie["value"]),
            domain: string(&cookie["domain"]),
            path: string(&cookie["path"]),
            secure: cookie["secure"] == true,
            http_only: cookie["httpOnly"] == true,
            same_site: cookie["sameSite"].as_str().map(String::from),
            expires: cookie["expires"]
                .as_f64()
                .filter(|seconds| *seconds >= 0.0)
                .map(seconds),
            partition: partition.is_object().then(|| Partition {
                top_level_site: string(&partition["topLevelSite"]),
                inside_another: partition["hasCrossSiteAncestor"] == true,
            }),
        }
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a date, filtered above"
)]
fn seconds(seconds: f64) -> u64 {
    seconds as u64
}
