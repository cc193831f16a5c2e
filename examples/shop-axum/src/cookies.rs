//! The table of all shops.

cookie_decl::declare_cookies! {
    language en;

    /// Cookie policy
    pub(crate) policy in crate::cookies;

    cookie | duration;

    /// Needed for the shop to work
    ///
    /// Without these you could not stay signed in.
    category Necessary: exempt {
        /// Keeps you signed in
        SESSION = "session" | 2 weeks;
        /// Remembers your choice about cookies
        PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    }

    /// Audience measurement
    category Statistics: opt_in {
        /// Remembers which product you saw last
        RECENT: u32 = "recent" | 30 days;
    }

    /// Offers
    category Offers: opt_out {
        /// Remembers which offer you saw
        OFFER: u32 = "offer" | 7 days;
    }

    translation fr {
        "Cookie policy" => "Politique relative aux cookies";
        "Needed for the shop to work" => "Nécessaires au fonctionnement de la boutique";
        "Without these you could not stay signed in." => "Sans eux, vous ne pourriez pas rester connecté.";
        "Keeps you signed in" => "Vous garde connecté";
        "Remembers your choice about cookies" => "Se souvient de votre choix sur les cookies";
        "Audience measurement" => "Mesure d’audience";
        "Remembers which product you saw last" => "Se souvient du dernier produit que vous avez vu";
        "Offers" => "Offres";
        "Remembers which offer you saw" => "Se souvient de l’offre que vous avez vue";
    }
}
