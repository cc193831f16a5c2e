//! A collaborative editor, after `doc/cookies.md` of Etherpad: two tables, of the program and of its HTTP API, with
//! sample value, domain, path, expiry, `HttpOnly`, `Secure` and use.

use cookie_decl::table::SetBy;

/// The settings of an installation.
pub(crate) struct Settings {
    /// Whether it is reached over HTTPS.
    pub(crate) https: bool,
}

cookie_decl::declare_cookies! {
    /// Cookies
    ///
    /// Which cookies Etherpad uses. There is more in [the discussion](https://github.com/ether/etherpad-lite/issues/3563).
    pub(crate) policy with settings: Settings in crate::etherpad;

    print cookie "Name" | "Sample value" | "Domain" | "Path" | duration "Expires" | "Http-only" | "Secure" | purpose "Usage";

    cookie | duration | "Sample value" | "Path" | "Http-only";

    /// Cookies of the editor
    ///
    /// You could not write with others without these.
    #[allow(exempt_too_long, reason = "as published: the settings stay until the year 3000")]
    category Editor: exempt {
        with "Domain" = "example.org" | "Secure" = "yes" | set_by = script;

        /// Is the session of the [Express web framework](https://expressjs.com). After a reverse proxy that keeps
        /// visitors on one server, set `trustProxy: true` in `settings.json`; it is set in
        /// [webaccess.js](https://github.com/ether/etherpad-lite/blob/develop/src/node/hooks/express/webaccess.js)
        SESSION = "ep_express_sid" | session | "s%3A7yCNjRmTW8ylGQ53I2IhOwYF9..." | "/" | "yes" | set_by = server;
        /// Is the language of the editor, such as `en-GB` or `it`; it is set in
        /// [pad_editor.js](https://github.com/ether/etherpad-lite/blob/develop/src/static/js/pad_editor.js)
        "language" | session | "en" | "/" | "no";
        with attributes = Path="/p" | duration = unknown "until the year 3000" {
            /// Keeps your settings, such as font, chat and the colours of authors; see
            /// https://github.com/ether/etherpad-lite/issues/3179
            "prefs" | _ | "%7B%22epThemesExtTheme%22..." | "/p" | "no" | when = { settings.https };
            /// Keeps your settings, such as font, chat and the colours of authors; see
            /// https://github.com/ether/etherpad-lite/issues/3179
            "prefsHttp" | _ | "%7B%22epThemesExtTheme%22..." | "/p" | "no" | when = { !settings.https };
        }
        /// Is a random token of twenty characters after `t.` for you as an author in all pads of the web interface,
        /// not in the HTTP API. [Your browser makes it](https://github.com/ether/etherpad-lite/blob/develop/src/static/js/pad.js),
        /// and [the server reads it](https://github.com/ether/etherpad-lite/blob/develop/src/node/db/SecurityManager.js)
        "token" | 60 days | "t.tFzkihhhBf4xKEpCK3PU" | "/" | "no";

        /// Cookies of the HTTP API
        ///
        /// Programs that use the API may set another one.
        section;

        /// Links an author with groups, or with several if it lists sessions with commas; see
        /// [the API](https://github.com/ether/etherpad-lite/blob/develop/doc/api/http_api.md#session)
        "sessionID" | unknown "until the date that the session was made with" | "s.1c70968b333b25476a2c7bdd0e0bed17" | none | none | set_by = other | "Secure" = none;
    }
}

#[test]
fn one_of_two_names_by_configuration() {
    let (plain, secure) = (Settings { https: false }, Settings { https: true });
    assert!(POLICY.at(&secure).find("prefs").is_some());
    assert!(POLICY.at(&secure).find("prefsHttp").is_none());
    assert!(POLICY.at(&plain).find("prefsHttp").is_some());
    let page = POLICY.page().at(&secure).text();
    let ends = "until the year 3000; browsers keep it for at most 400 days";
    assert!(page.contains(ends), "{page}");
}

#[test]
fn the_second_table_has_the_columns_of_the_page() {
    let settings = Settings { https: true };
    let row = POLICY.at(&settings).find("sessionID").unwrap();
    assert_eq!(row.set_by(), SetBy::Other);
    let page = POLICY.page().at(&settings).markdown();
    let (_, second) = page.split_once("#### Cookies of the HTTP API").unwrap();
    assert!(
        second.contains(
            "| Name | Sample value | Domain | Path | Expires | Http-only | Secure | Usage |"
        ),
        "{page}"
    );
    assert!(
        second.contains("until the date that the session was made with"),
        "{page}"
    );
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 6);
}
