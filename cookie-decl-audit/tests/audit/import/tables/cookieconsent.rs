// A first table, from the configuration of another banner. Each TODO needs somebody who knows the
// site. A row without a domain is taken to be set by a script: write `set_by = server` where your
// server sets the cookie, and `set_by = script` where a domain is your own.
cookie_decl::declare_cookies! {
    /// Cookie policy
    pub policy; // TODO: `pub policy in crate::cookies;`, the module that has the table

    provider GoogleAnalytics = "Google Analytics";
    provider YouTube = "YouTube";

    cookie | provider | duration;

    /// What we store
    ///
    /// We store little. More (https://shop.example/privacy)
    section;

    /// Strictly necessary
    ///
    /// Without these you could not shop.
    category Necessary: exempt {
        // TODO: check that each is strictly necessary for what visitors ask for
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;

        // TODO: remove this row when the earlier banner is gone; `retired` removes its cookie
        /// Remembers your choice about cookies
        "cc_shop" | _ | 182 days | set_by = script;
        /// Keeps your basket
        "basket" | _ | 2 weeks | set_by = script | "Used in" = "The shop";
    }

    /// Audience
    ///
    /// We count visits.
    ///
    /// Nobody else reads it.
    category Analytics: opt_in {
        with set_by = script;
        /// Tells visitors apart: it's a number
        "_ga" | GoogleAnalytics | 12 months;
        /// Counts
        "_gid", "_gat" | GoogleAnalytics | 1 day;
        /// TODO: why it is stored
        "track" | _ | unknown | set_by = "tracker.example"; // TODO: how long
        /// TODO: why it is stored
        "VISITOR_INFO1_LIVE" | YouTube | unknown; // TODO: how long
        /// TODO: why it is stored
        "_ga{id}" | _ | unknown; // TODO: how long
    }

    /// Ads
    category Ads: opt_in {
        // TODO: what is stored for this, or remove the category
    }

    translation pt-BR {
        "Cookie policy" => "Cookie policy"; // TODO: translate
        "What we store" => "O que guardamos";
        "We store little. More (https://shop.example/privacy)" => "Guardamos pouco. Mais (https://shop.example/privacy)";
        "Strictly necessary" => "Estritamente necessários";
        "Without these you could not shop." => "Sem eles, não seria possível comprar.";
        "Remembers your choice about cookies" => "Remembers your choice about cookies"; // TODO: translate
        "Keeps your basket" => "Guarda o seu carrinho";
        "Used in" => "Onde";
        "The shop" => "A loja";
        "Audience" => "Audiência";
        "We count visits." => "Contamos as visitas.";
        "Nobody else reads it." => "Mais ninguém o lê.";
        "Tells visitors apart: it's a number" => "Tells visitors apart: it's a number"; // TODO: translate
        "Counts" => "Counts"; // TODO: translate
        "TODO: why it is stored" => "TODO: why it is stored"; // TODO: translate
        "Ads" => "Ads"; // TODO: translate
    }
}

// Not imported:
// translation `fr`: its texts are in another file; copy them into this one
