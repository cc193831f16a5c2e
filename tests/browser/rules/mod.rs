//! What the rules of a declaration forbid, against what the browser does with it. Where a table would not compile, the
//! same attributes come from a configuration, so that our answer and the browser's stand side by side.

mod changed;
mod lifetimes;
mod refused;

use cookie_decl::SetCookie;
use cookie_decl::error::SetError;
use cookie_decl::table::SameSite;

use crate::Test;
use crate::client::{Context, StoredCookie};
use crate::server::{Answer, Server};

pub(crate) const TESTS: &[&[Test]] = &[refused::TESTS, changed::TESTS, lifetimes::TESTS];

struct Config {
    secure: bool,
    http_only: bool,
    same_site: SameSite,
    partitioned: bool,
    path: String,
    domain: Option<String>,
    seconds: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            secure: true,
            http_only: true,
            same_site: SameSite::Lax,
            partitioned: false,
            path: "/".to_owned(),
            domain: None,
            seconds: 3_600,
        }
    }
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: crate::rules::Config;
        /// Needed
        ///
        /// The browser says what it thinks of them.
        category Necessary: exempt {
            with duration = session;
            with attributes = Secure={ config.secure } HttpOnly={ config.http_only } SameSite={ config.same_site }
                Partitioned={ config.partitioned } Path={ &config.path } Domain={ config.domain.clone() };
            cookie | purpose;

            PLAIN = "plain" | "has no prefix";
            SECURE = "__Secure-a" | "has a prefix";
            HOST = "__Host-a" | "has a prefix";
            HTTP = "__Http-a" | "has a prefix";
            HOST_HTTP = "__Host-Http-a" | "has a prefix";
            FAMILY = "seen_{page}" | "has any name";
            #[allow(exempt_too_long, reason = "the longest that there is")]
            LONG = "long" | "is kept long" | duration = { std::time::Duration::from_secs(config.seconds) } max 400 days;
        }
    }
}

/// What the browser makes of a `Set-Cookie` line.
struct Verdict {
    kept: Option<StoredCookie>,
    reasons: Vec<String>,
}

/// Where the line comes from; without a `Path`, the cookie gets `/here`.
const PLACE: &str = "/here/is";

fn verdict(visitor: &Context<'_>, line: &str) -> Verdict {
    let server = Server::start([(PLACE, Answer::html("").header("Set-Cookie", line))]);
    let page = visitor.page();
    page.navigate(&server.url(PLACE));
    let reasons = page
        .blocked_cookies()
        .into_iter()
        .flat_map(|blocked| blocked.reasons)
        .collect();
    Verdict {
        kept: visitor.cookies().pop(),
        reasons,
    }
}

/// We refuse it, and the browser refuses it for the reason that it gives.
#[track_caller]
fn refused(
    visitor: &Context<'_>,
    ours: &Result<SetCookie, SetError>,
    error: &SetError,
    line: &str,
    reason: &str,
) {
    assert_eq!(ours.as_ref(), Err(error));
    refused_line(visitor, line, reason);
}

#[track_caller]
fn refused_line(visitor: &Context<'_>, line: &str, reason: &str) {
    let verdict = verdict(visitor, line);
    assert_eq!(
        (verdict.kept, verdict.reasons),
        (None, vec![reason.to_owned()]),
        "{line}"
    );
}

/// We refuse it, since the browser keeps another cookie than was written.
#[track_caller]
fn changed(
    visitor: &Context<'_>,
    ours: &Result<SetCookie, SetError>,
    error: &SetError,
    line: &str,
) -> StoredCookie {
    assert_eq!(ours.as_ref(), Err(error));
    kept(visitor, line)
}

#[track_caller]
fn kept(visitor: &Context<'_>, line: &str) -> StoredCookie {
    verdict(visitor, line)
        .kept
        .unwrap_or_else(|| panic!("refused: {line}"))
}
