// The rows of all tables here. `tables!` of each binary writes them under its `policy` lines.
tables! {
    provider Site = "Us";
    provider AWS = "AWS \"CloudFront\" <b>*bold*</b> [link](x) OpenStreetMap PayPal" {
        privacy: "https://example.net/privacy", third_party, country: "US"
    }

    /// Needed by YouTube & PayPal: my_own_name, http://example.org/, Foo::bar() and `code
    ///
    /// The site does not work without these. - no list
    ///     no code
    /// 1. no number
    category NecessaryCookies: exempt {
        with provider = Site;
        cookie | duration | function;

        /// Keeps the visitor signed in
        SESSION = "sessionid" | 2 weeks | "Sign-in of OpenStreetMap";
        /// Keeps the visitor's language
        LANGUAGE: u32 = "language" | 12 months | "" | attributes = .. Path="/app";
        /// Remembers the answer
        PREFERENCES: Consent = "preferences" | 6 months | _;
        #[allow(no_purpose)]
        NO_TEXT = "a`tick" | session | _;
    }

    /// Audience
    category StatisticsCookies: opt_in(revision 2, gpc) {
        with provider = AWS;
        cookie | duration | set_by;

        /// Tells visitors apart
        "_pk_id.{site}.{hash}" | 13 months | script;
        /// Marks a visit
        VISIT = "visit.{id}" | session | server;
        /// Draws a map
        MAP = "map" | persistent | script | storage = local_storage;
    }

    wording { accept = "Yes & <no> \"quoted\" my_own_name"; question = "PayPal: {categories}?"; }

    #[allow(empty_category)] category OtherCookies: opt_out {}
}
