//! A real proxy between visitors and the guard: what nginx caches, and which header sizes it
//! accepts.
//!
//! Without nginx, the tests are ignored and say so. With `CI=true` they fail.

mod nginx;

use std::env;
use std::process::ExitCode;
use std::sync::LazyLock;

use axum::Router;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::Html;
use axum::routing::get;
use cookie_decl::{Guard, Visitor};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use tokio::runtime::{Builder, Runtime};

use nginx::{Nginx, Reply};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy for "https://www.shop.example" in crate::cookies;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
            /// Keeps you signed in
            SESSION = "sid" | session;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            with set_by = script {
                /// Recognises a returning visitor
                "_pk_id.{site}.{hash}" | 13 months;
            }
        }
    }
}

use cookies::{Category, Consent, PREFERENCES, SESSION};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("threads can start")
});

/// A handler whose response says nothing to caches about the visitor.
type Caching = [(&'static str, &'static str); 1];

const PUBLIC: Caching = [("cache-control", "public, max-age=600")];
const ACCEL: Caching = [("x-accel-expires", "600")];

fn app() -> Router {
    // Everybody without a session gets one.
    let session = |caching: Caching| {
        get(move |headers: HeaderMap| async move {
            let visitor = headers["x-visitor"]
                .to_str()
                .expect("it is text")
                .to_owned();
            (
                caching,
                SESSION.set(&visitor).expect("it is a value"),
                format!("For {visitor}"),
            )
        })
    };
    let page = get(|visitor: Visitor<Category>| async move {
        Html(format!("{}{}", visitor.head(), visitor.banner()))
    });
    let public = get(|visitor: Visitor<Category>| async move { (PUBLIC, Html(visitor.head())) });
    Router::new()
        .route("/public", session(PUBLIC))
        .route("/accel", session(ACCEL))
        .route("/page", page)
        .route("/public-page", public)
}

/// The application with and without its guard, each behind its own proxy.
struct Sites {
    guarded: Nginx,
    bare: Nginx,
}

impl Sites {
    fn start() -> Option<Self> {
        let guard = Guard::new(cookies::POLICY);
        let guarded = app().merge(guard.routes()).layer(guard.clone());
        Some(Self {
            guarded: Nginx::start(serve(guarded))?,
            bare: Nginx::start(serve(app()))?,
        })
    }
}

/// Serves on a local port, which it returns.
fn serve(app: Router) -> u16 {
    let listener = RUNTIME
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .expect("there is a port");
    let port = listener.local_addr().expect("it has a number").port();
    RUNTIME.spawn(async move { axum::serve(listener, app).await.expect("it serves") });
    port
}

fn visit(site: &Nginx, path: &str, visitor: &str) -> Reply {
    site.get(path, &[("X-Visitor", visitor)])
}

fn proxy_without_the_guard_gives_one_visitors_session_to_the_next(sites: &Sites) {
    for path in ["/public", "/accel"] {
        visit(&sites.bare, path, "ada");
        let second = visit(&sites.bare, path, "bob");
        assert_eq!(second.header("x-cache"), Some("HIT"));
        assert!(
            second
                .header("set-cookie")
                .is_some_and(|cookie| cookie.starts_with("sid=ada;")),
            "{second:?}"
        );
    }
}

fn session_is_for_its_own_visitor_only(sites: &Sites) {
    for path in ["/public", "/accel"] {
        for visitor in ["ada", "bob"] {
            let reply = visit(&sites.guarded, path, visitor);
            assert_eq!(reply.header("x-cache"), Some("MISS"), "{path}");
            let own = format!("sid={visitor};");
            assert!(
                reply
                    .header("set-cookie")
                    .is_some_and(|cookie| cookie.starts_with(&own)),
                "{reply:?}"
            );
        }
    }
}

/// Returns the cookie pair of an answer.
fn answer(consent: &Consent) -> String {
    let cookie = PREFERENCES.set(consent).expect("it is decided");
    format!("{}={}", cookie.name(), cookie.value())
}

fn now() -> u64 {
    std::time::SystemTime::UNIX_EPOCH
        .elapsed()
        .expect("it is later")
        .as_secs()
}

fn page_says_to_each_visitor_what_they_agreed_to(sites: &Sites) {
    let (agreed, refused) = (
        answer(&Consent::accept_all(now())),
        answer(&Consent::refuse_all(now())),
    );
    for path in ["/page", "/public-page"] {
        for (cookie, grants) in [
            (&agreed, true),
            (&refused, false),
            (&agreed, true),
            (&String::new(), false),
        ] {
            let reply = sites.guarded.get(path, &[("Cookie", cookie)]);
            assert_eq!(
                reply.body.contains("granted=\"Necessary Statistics\""),
                grants,
                "{path} {cookie}: {}",
                reply.body
            );
        }
    }
}

fn refusal_with_150_cookies_passes_a_head_of_4_kilobytes(sites: &Sites) {
    let cookies: Vec<_> = (0..150)
        .map(|number| format!("_pk_id.1.{number:016x}=1"))
        .collect();
    let headers = [
        ("Host", "www.shop.example"),
        ("Sec-Fetch-Site", "same-origin"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Cookie", &cookies.join("; ")),
    ];
    let reply = sites
        .guarded
        .send("POST", "/cookies/preferences", &headers, "choice=refuse");
    assert_eq!(reply.status, 303, "{reply:?}");
    assert!(
        reply
            .header("set-cookie")
            .is_some_and(|cookie| cookie.starts_with("__Host-cookie_preferences="))
    );
    assert!(
        reply
            .headers
            .iter()
            .filter(|(name, _)| name == SET_COOKIE.as_str())
            .count()
            > 3
    );
}

/// A test with its name.
type Test = (&'static str, fn(&Sites));

macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}

const TESTS: &[Test] = tests![
    proxy_without_the_guard_gives_one_visitors_session_to_the_next
    session_is_for_its_own_visitor_only
    page_says_to_each_visitor_what_they_agreed_to
    refusal_with_150_cookies_passes_a_head_of_4_kilobytes
];

/// With `CI=true`, nothing may be missing.
fn missing(reason: &str) -> Result<Completion, Failed> {
    match env::var_os("CI") {
        Some(ci) if ci == "true" => Err(reason.into()),
        _ => Ok(Completion::ignored_with(reason)),
    }
}

fn main() -> ExitCode {
    static SITES: LazyLock<Option<Sites>> = LazyLock::new(Sites::start);
    let trial = |(name, test): Test| {
        Trial::ignorable_test(name, move || match &*SITES {
            Some(sites) => {
                test(sites);
                Ok(Completion::Completed)
            }
            None => missing("nginx is not in PATH or /usr/sbin"),
        })
    };
    let conclusion = libtest_mimic::run(
        &Arguments::from_args(),
        TESTS.iter().copied().map(trial).collect(),
    );
    // The proxies are in a static, which is never dropped, so nginx would keep running.
    if let Some(sites) = &*SITES {
        sites.guarded.stop();
        sites.bare.stop();
    }
    conclusion.exit_code()
}
