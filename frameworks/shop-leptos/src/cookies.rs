//! The table of the shops whose pages also store something.

cookie_decl::declare_cookies! {
    language en;

    /// Cookie policy
    pub policy in crate::cookies;

    cookie | duration | set_by;

    /// Needed for the shop to work
    ///
    /// Without these you could not stay signed in.
    category Necessary: exempt {
        /// Keeps you signed in
        SESSION = "session" | 2 weeks | server;
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months | server | attributes = .. !HttpOnly;
        /// Keeps the note that you are writing
        NOTE: cookie_decl::value::Percent<String> = "note" | session | script | storage = session_storage;
    }

    /// Audience measurement
    category Statistics: opt_in {
        /// Remembers which product you saw last
        RECENT: u32 = "recent" | 30 days | server;
        /// Counts the products that you looked at
        VIEWS: u32 = "views" | 30 days | script;
    }

    /// Offers
    category Offers: opt_out {
        /// Remembers which offer you saw
        OFFER: u32 = "offer" | 7 days | server;
    }

    translation fr {
        "Cookie policy" => "Politique relative aux cookies";
        "Needed for the shop to work" => "Nécessaires au fonctionnement de la boutique";
        "Without these you could not stay signed in." => "Sans eux, vous ne pourriez pas rester connecté.";
        "Keeps you signed in" => "Vous garde connecté";
        "Remembers your choice about cookies" => "Se souvient de votre choix sur les cookies";
        "Keeps the note that you are writing" => "Conserve la note que vous écrivez";
        "Audience measurement" => "Mesure d’audience";
        "Remembers which product you saw last" => "Se souvient du dernier produit que vous avez vu";
        "Counts the products that you looked at" => "Compte les produits que vous avez regardés";
        "Offers" => "Offres";
        "Remembers which offer you saw" => "Se souvient de l’offre que vous avez vue";
    }
}
