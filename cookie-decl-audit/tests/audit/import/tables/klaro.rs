// A first table, from the configuration of another banner. Each TODO needs somebody who knows the
// site. A row without a domain is taken to be set by a script: write `set_by = server` where your
// server sets the cookie, and `set_by = script` where a domain is your own.
cookie_decl::declare_cookies! {
    language de; // TODO: translate the English texts below

    /// Cookie policy
    pub policy; // TODO: `pub policy in crate::cookies;`, the module that has the table

    provider Matomo = "Matomo";
    provider Laden = "Laden";
    provider Plauderei = "Plauderei";

    cookie | provider | duration;

    /// Necessary
    ///
    /// TODO: what would not work without these
    category Necessary: exempt {
        // TODO: check that each is strictly necessary for what visitors ask for
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;

        // TODO: remove this row when the earlier banner is gone; `retired` removes its cookie
        /// Remembers your choice about cookies
        "consent" | _ | 150 days | set_by = script;
        /// Merkt sich den Warenkorb
        "basket" | Laden | unknown | set_by = script | function = "Einkaufen"; // TODO: how long
    }

    /// Besucherzahlen
    ///
    /// Wir zählen mit.
    category Analytics: opt_in {
        with set_by = script;
        // TODO: the service also has the purpose `shopping`
        /// Zählt Besuche
        "_pk_{id}" | Matomo | unknown | attributes = Domain="shop.example"; // TODO: how long

        // TODO: the service also has the purpose `shopping`
        /// Zählt Besuche
        "piwik_ignore" | Matomo | unknown; // TODO: how long

        // TODO: the service also has the purpose `shopping`
        /// Zählt Besuche
        "mtm_consent" | Matomo | unknown | attributes = Path="/shop" Domain="shop.example"; // TODO: how long
    }

    /// Fragen
    category ChatOptOut: opt_out {
        // TODO: `chat_[0-9]+$` also matches other beginnings
        /// Hält das Gespräch offen
        "chat_{id}" | Plauderei | 2 hours | set_by = script;
    }

    /// Video
    category Video: opt_in {
        // TODO: what is stored for this, or remove the category
    }

    translation en {
        "Cookie policy" => "Cookie policy"; // TODO: translate
        "Necessary" => "Necessary"; // TODO: translate
        "TODO: what would not work without these" => "TODO: what would not work without these"; // TODO: translate
        "Remembers your choice about cookies" => "Remembers your choice about cookies"; // TODO: translate
        "Merkt sich den Warenkorb" => "Remembers the basket";
        "Einkaufen" => "Shopping";
        "Besucherzahlen" => "Numbers of visitors";
        "Wir zählen mit." => "We count.";
        "Zählt Besuche" => "Counts visits";
        "Fragen" => "Fragen"; // TODO: translate
        "Hält das Gespräch offen" => "Hält das Gespräch offen"; // TODO: translate
        "Video" => "Video"; // TODO: translate
    }
}

// Not imported:
// service `youtube`: the configuration does not say what it stores
// service `shop`, `(?!x)basket`: the expression `(?!x)basket` is not a name with parts that vary
