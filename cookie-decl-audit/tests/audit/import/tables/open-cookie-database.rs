// A first table, from the Open Cookie Database. Each TODO needs somebody who knows the site.
// Remove the rows that your site does not have. A row without a domain is taken to be set by a
// script: write `set_by = server` where your server sets the cookie.
cookie_decl::declare_cookies! {
    /// Cookie policy
    pub policy; // TODO: `pub policy in crate::cookies;`, the module that has the table

    provider Google = "Google" { privacy: "https://business.safety.google/privacy/" }
    provider Matomo = "Matomo";
    provider Shop = "Shop";
    provider AdsLtd = "Ads Ltd.";
    provider AdsAndMore = "Ads \"and\" more";
    provider ProviderALL = "ALL";
    provider Provider = "広告";

    cookie | provider | duration;

    /// Necessary
    ///
    /// TODO: what would not work without these
    category Necessary: exempt {
        // TODO: check that each is strictly necessary for what visitors ask for
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;
        /// TODO: why it is stored
        "session" | Shop | session | set_by = script;
    }

    /// Analytics
    category Analytics: opt_in {
        with set_by = script;
        /// Tells visitors apart
        "_ga" | Google | 2 years | function = "Google Analytics";
        /// Keeps the state of a visit, for one property
        "_ga_{id}" | Google | 2 years | function = "Google Analytics";
        /// Limits how often we ask
        "_gat", "_gat{id}" | Google | 1 minute | function = "Google Analytics";
        /// Recognises a "returning" visitor
        "_pk_id.{id}" | Matomo | 13 months;
    }

    /// Functional
    category Functional: opt_in {
        // TODO: `exempt` if these are strictly necessary for what visitors ask for
        with set_by = script;
        /// Remembers the colours
        "theme" | Shop | persistent | storage = local_storage;
        /// Counts \*_ga_\* and \<b>bold\</b> \[x](y) \&amp; \`code\` \\ end
        "marks" | Shop | 1 year;
        /// \- one - two
        "item" | Shop | 1 year;
        /// 1\. one 2. two
        "numbered" | Shop | 1 year;
        /// \# one
        "heading" | Shop | 1 year;
        /// \> one
        "quoted" | Shop | 1 year;
    }

    /// Security
    category Security: opt_in {
        // TODO: `exempt` if these are strictly necessary for what visitors ask for
        /// Protects your forms
        "csrf" | Shop | session | set_by = script;
    }

    /// TODO: a title that visitors understand
    category Category: opt_in {
        // TODO: `exempt` if these are strictly necessary for what visitors ask for
        /// Nobody knows
        "unsorted" | Shop | 1 day | set_by = script;
    }

    /// Marketing
    category Marketing: opt_in {
        with set_by = script;
        /// Chooses advertisements
        "dot" | AdsLtd | 90 days | set_by = "ads.example" | function = "Ads";
        /// Chooses advertisements
        "remark" | AdsLtd | 3 months | set_by = "ads.example" | function = "Ads";
        /// Chooses advertisements
        "choice" | AdsLtd | 1 year | set_by = "ads.example" | function = "Ads";
        /// Chooses advertisements
        "choice" | AdsLtd | 1 year | set_by = "banners.example" | function = "Ads";
        /// Chooses advertisements
        "maybe" | AdsLtd | 1 year | function = "Ads";
        /// Chooses advertisements
        "maybe" | AdsLtd | 1 year | set_by = "ads.example" | function = "Ads";
        /// Chooses advertisements
        "zero" | AdsLtd | 1 year | set_by = "ads.example" | function = "Ads";

        // TODO: the domain was `ads-[account].example.com`
        /// Chooses advertisements
        "account" | AdsLtd | 1 year | set_by = "example.com" | function = "Ads";

        // TODO: the domain was `somewhere`
        /// Chooses advertisements
        "odd" | AdsLtd | 1 year | function = "Ads";
        /// Chooses advertisements
        "tab" | AdsLtd | 389 days | function = "Ads";
        /// Chooses advertisements
        "softhyphen" | AdsLtd | 18 months | function = "Ads";
        /// Chooses advertisements
        "star_{id}" | AdsLtd | 30 minutes | function = "Ads";
        /// Chooses advertisements
        "sess_{number}" | AdsLtd | 90 seconds | function = "Ads";
        /// Chooses advertisements
        "pixel/conv/{id}" | AdsLtd | 1440 minutes | function = "Ads";
        /// Chooses advertisements
        "array[0]" | AdsLtd | 1 year | function = "Ads";
        /// Chooses advertisements
        "colon::" | AdsLtd | 1 year | function = "Ads";
        /// Chooses advertisements
        "Two Words" | AdsLtd | 1 year | function = "Ads";
        /// Chooses advertisements
        "{uid}-seen" | AdsLtd | 1 year | function = "Ads";
        /// Chooses advertisements
        "for_good" | AdsLtd | unknown "Persistent" | function = "Ads";
        /// Chooses advertisements
        "for_ever" | AdsLtd | unknown "forever" | function = "Ads";
        /// Chooses advertisements
        "varies" | AdsLtd | unknown "Varies" | function = "Ads";
        /// Chooses advertisements
        "a_date" | AdsLtd | unknown | function = "Ads"; // TODO: how long; it was "10 Nov 2030"
        /// Chooses advertisements
        "never_kept" | AdsLtd | unknown | function = "Ads"; // TODO: how long; it was "0 days"
        /// Chooses advertisements
        "short" | AdsLtd | 10 seconds "a few seconds" | function = "Ads";
        /// Chooses advertisements
        "misspelt" | AdsLtd | session | function = "Ads";
        /// Chooses advertisements
        "range" | AdsLtd | 30 seconds or 1 year "30 seconds till 1 year" | function = "Ads";
        /// Chooses advertisements
        "either" | AdsLtd | session or 30 days "Session to 30 days" | function = "Ads";
        /// Chooses advertisements
        "sliding" | AdsLtd | rolling 30 minutes | function = "Ads";
        /// Chooses advertisements
        "longer" | AdsLtd | 1 hour "1 hour or longer" | function = "Ads";
        /// Chooses advertisements
        "remember" | AdsLtd | 14 days or session "14 days if you select “Remember me”. Otherwise, Session." | function = "Ads";
        /// Chooses advertisements
        "many" | AdsLtd | 30 minutes or 3 weeks or 1 year "30 minutes, 3w or 1y depending on value" | function = "Ads";
        /// Chooses advertisements
        "no_time" | AdsLtd | unknown | function = "Ads"; // TODO: how long
        /// Chooses advertisements
        "twin" | AdsLtd | 1 year | function = "Ads";
        /// Says "\\" and a – hidden turn
        "quote" | AdsAndMore | 1 year | function = "Ads";
        /// Chooses advertisements
        "reserved" | ProviderALL | 1 year;
        /// Chooses advertisements
        "japanese" | Provider | 1 year;
    }
}

// Not imported:
// line 42, `twin`: line 40 has the same cookie; this has the lifetime "2 days" instead of "1 year", the provider "Other Ads Ltd." instead of "Ads Ltd."
// line 43, `*`: it would match every name
// line 44, `a=b`: `=` cannot be in the name of a cookie
// line 45: it has no name
