//! A database of a university, after `pax.peaceagreements.org/cookies/`: what is stored in each cookie, a visualisation
//! of others, Google's opt-out.

cookie_decl::declare_cookies! {
    language en-GB;

    /// Cookies we use
    pub(crate) policy for "https://pax.peaceagreements.org" in crate::peace_agreements;

    print cookie "Name" | "Data stored" | purpose "Purpose" | duration "Expires";

    provider Microsoft = "Microsoft Power BI";
    provider Google = "Google Analytics" {
        privacy: "https://policies.google.com/privacy", opt_out: "https://tools.google.com/dlpage/gaoptout", third_party
    }

    cookie | duration | "Data stored";

    /// Strictly necessary cookies
    ///
    /// The site cannot follow your way through it, or guard its forms, without these.
    category Necessary: exempt {
        /// Keeps what you chose, so that the question stays small on your next visits
        #[allow(long_consent, reason = "a year, as published")]
        CHOICE: Consent = "cookieconsent_status" | 1 year | "what you chose about cookies";
        /// Keeps together what you enter and where you go. It does not name you, and is linked with nothing else we have
        SESSION = "sessionid" | 2 weeks | "a random number or text";
        /// Shows that a request comes from this site, against forged ones
        CSRF = "csrftoken" | 1 year | "a random text of the server, for your session";
        /// Spreads the visitors over several servers, where a page shows a chart of Power BI
        "ARRAffinity" | session | "the server in Azure" | provider = Microsoft | set_by = other;
    }

    /// Google Analytics cookies
    ///
    /// They help us to see how the site is used.
    category Analytics: opt_in {
        with provider = Google | set_by = script | "Data stored" = "a random number or text for your browser, when you came, and from where";

        /// Shows how the site is used
        "_ga", "_gat", "_gid" | unknown | _;
    }
}

#[test]
fn an_opt_out_of_others_is_a_link_at_their_name() {
    let page = POLICY.page().html();
    assert!(
        page.contains("https://tools.google.com/dlpage/gaoptout"),
        "{page}"
    );
    assert_eq!(SESSION.own("Data stored"), Some("a random number or text"));
}

#[test]
fn the_table_is_complete() {
    assert_eq!(POLICY.declarations().len(), 7);
}
