//! Nextcloud, after the chapter "Cookies" of its administration manual and the defaults of `config.sample.php`. One
//! product, many installations: web root, HTTPS and the lifetime of "remember me" are configuration.

use core::time::Duration as Time;

use cookie_decl::table::{Duration, Gate, SameSite};

/// The administrator's settings in `config.php`.
pub(crate) struct Config {
    /// `overwritewebroot`: where Nextcloud is installed, `/` or `/nextcloud`.
    pub(crate) webroot: String,
    /// `overwriteprotocol`: whether it is reached over HTTPS.
    pub(crate) https: bool,
    /// `remember_login_cookie_lifetime`, in seconds
    pub(crate) remember: u64,
}

impl Config {
    /// Browsers accept the prefix `__Host-` only over HTTPS and for the whole host.
    fn prefixed(&self) -> bool {
        self.https && self.webroot == "/"
    }
}

cookie_decl::declare_cookies! {
    /// Cookies
    ///
    /// Nextcloud stores what it needs to work, all of it from your own server.
    pub(crate) policy with config: Config in crate::nextcloud;

    print note "Type" | cookie "Name" | purpose "Purpose" | "Personal data" | duration "Lifetime";

    cookie | note | "Personal data" | duration;

    /// Cookies stored by Nextcloud
    ///
    /// None of these is used to follow you; nobody else receives them.
    category Necessary: exempt {
        with attributes = HttpOnly SameSite=Lax Secure={ config.https } Path={ config.webroot.clone() };

        /// Carries the random identifier of your session
        INSTANCE = "oc{instance}" | "Session cookie" | "No" | session;
        /// Carries the random key that your session's data is decrypted with
        PASSPHRASE = "oc_sessionPassphrase" | "Session cookie" | "No" | session;

        #[allow(exempt_too_long, reason = "as published")]
        with note = "Same-site cookie, set until 2100-12-31, which browsers cut" | "Personal data" = "No" | duration = 400 days {
            /// Shows that a request comes from this site itself
            STRICT_HOST = "__Host-nc_sameSiteCookiestrict" | _ | _ | _ | attributes = Secure HttpOnly SameSite=Strict | when = { config.prefixed() };
            /// Shows that a request comes from this site itself
            STRICT = "nc_sameSiteCookiestrict" | _ | _ | _ | attributes = .. SameSite=Strict | when = { !config.prefixed() };
            /// Shows that you followed a link to this site
            LAX_HOST = "__Host-nc_sameSiteCookielax" | _ | _ | _ | attributes = Secure HttpOnly | when = { config.prefixed() };
            /// Shows that you followed a link to this site
            LAX = "nc_sameSiteCookielax" | _ | _ | _ | when = { !config.prefixed() };
        }

        #[allow(exempt_too_long, reason = "the bound for those who configure it longer")]
        with note = "Remember-me cookie" | duration = { Time::from_secs(config.remember) } max 400 days "15 days unless configured otherwise" {
            /// Keeps your login name, to sign you in again
            USERNAME = "nc_username" | _ | "Yes: the user name" | _;
            /// Proves together with your name that you signed in here
            TOKEN = "nc_token" | _ | "No" | _;
            /// Keeps the first session's identifier, to continue it
            SESSION_ID = "nc_session_id" | _ | "No" | _;
        }

        /// Tells the page that a download has begun
        DOWNLOAD = "ocDownloadStarted" | "Download helper" | "No" | 20 seconds | attributes = .. !HttpOnly;
    }
}

fn config(webroot: &str, https: bool) -> Config {
    Config {
        webroot: webroot.to_owned(),
        https,
        remember: 1_296_000,
    }
}

#[test]
fn a_prefix_over_https_only() {
    let (plain, secure) = (config("/", false), config("/", true));
    assert!(
        POLICY
            .at(&secure)
            .find("__Host-nc_sameSiteCookielax")
            .is_some()
    );
    assert!(POLICY.at(&secure).find("nc_sameSiteCookielax").is_none());
    assert!(
        POLICY
            .at(&plain)
            .find("__Host-nc_sameSiteCookielax")
            .is_none()
    );
    assert!(POLICY.at(&plain).find("nc_sameSiteCookielax").is_some());
    assert!(
        POLICY
            .at(&config("/cloud", true))
            .find("nc_sameSiteCookiestrict")
            .is_some()
    );
    assert!(STRICT.at(&plain).is_on() && !STRICT_HOST.at(&plain).is_on());
}

#[test]
fn attributes_follow_the_configuration() {
    let cloud = config("/cloud", true);
    let attributes = PASSPHRASE.at(&cloud).attributes().unwrap();
    assert_eq!(attributes.path(), "/cloud");
    assert!(attributes.secure() && attributes.http_only());
    assert!(
        !PASSPHRASE
            .at(&config("/", false))
            .attributes()
            .unwrap()
            .secure()
    );
    let strict = STRICT.at(&cloud).attributes().unwrap();
    assert_eq!(
        (strict.same_site(), strict.path()),
        (SameSite::Strict, "/cloud")
    );
    assert!(!DOWNLOAD.at(&cloud).attributes().unwrap().http_only());
}

#[test]
fn the_session_bears_the_name_of_the_instance() {
    let secure = config("/", true);
    let row = POLICY.at(&secure).find("oc6wp9sjado5").unwrap();
    assert_eq!(row.note(), Some("Session cookie"));
    assert_eq!(
        POLICY
            .at(&secure)
            .find("oc_sessionPassphrase")
            .unwrap()
            .name(),
        "oc_sessionPassphrase"
    );
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 10);
    assert_eq!(POLICY.categories()[0].gate(), Gate::Exempt);
    assert_eq!(USERNAME.own("Personal data"), Some("Yes: the user name"));
    assert!(matches!(USERNAME.duration(), Duration::RunTime { .. }));
    assert_eq!(DOWNLOAD.duration().max_age(), Some(20));
}
