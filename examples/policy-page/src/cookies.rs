//! The cookies of an open-data portal: the one table that both portals run.

cookie_decl::declare_cookies! {
    language en;

    /// Cookies policy
    ///
    /// In order to provide you with the best service possible, we use cookies to ensure it
    /// functions properly, and to perform web analytics.
    pub(crate) policy in crate::cookies;

    print provider "Service provider's name" | function "Function and location" | cookie "Cookie name(s)" | purpose "Purposes";

    provider Opendatasoft = "Opendatasoft";
    provider Matomo = "Matomo (self-hosted)" { privacy: "https://matomo.org/privacy-policy/" }

    /// Cookies necessary for the platform to function properly/functionality cookies
    #[allow(no_description, reason = "the portals publish none")]
    category Necessary: exempt {
        with provider = Opendatasoft | attributes = Secure HttpOnly SameSite=Lax;
        cookie | function | duration;

        /// To remember the user from one page to another
        SESSION = "sessionid" | "Authentication (front and back office)" | 2 weeks;
        /// To remember the visitor's language
        LANGUAGE = "django_language" | "Language selection (front and back office)" | 12 months;
        // "front et back office" is what both portals publish.
        /// To retrieve data via API calls
        CSRF = "csrftoken" | "API (CSRF) (front et back office)" | 12 months | attributes = .. !HttpOnly;
        /// To remember the visitor's cookie preferences
        PREFERENCES: Consent = "cookies_preferences" | "Choices related to your cookie preferences" | 6 months | attributes = .. !HttpOnly;
    }

    /// Audience measurement
    ///
    /// Helps us to see which pages are read. Set only with your agreement.
    category Statistics: opt_in {
        with provider = Matomo | function = "Analytics";
        cookie | duration;

        with set_by = script {
            /// To recognise a returning visitor
            "_pk_id.{site}.{hash}" | 13 months;
            /// To group the pages of one visit
            "_pk_ses.{site}.{hash}" | rolling 30 minutes;
        }
        /// To measure which data sets are opened again
        RECENT = "recent" | 30 days;
    }
}
