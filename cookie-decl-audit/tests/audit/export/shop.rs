//! A shop with everything that some format cannot say.

cookie_decl::declare_cookies! {
    /// Cookie policy
    ///
    /// We sell **shoes** & [boots](https://shop.example/boots).
    pub policy for "https://shop.example" in crate::export::shop;
    provider Shop = "The shop";
    provider Matomo = "Matomo" { privacy: "https://matomo.example/privacy" }
    provider Ads = "Ads & Co" { third_party, domain: "ads.example", domain: "cdn.ads.example" }
    cookie | provider | duration;

    /// Needed
    ///
    /// You could not buy anything.
    category Necessary: exempt {
        /// Remembers your choice
        PREFERENCES: Consent = "__Host-preferences" | Shop | 6 months;
        /// Keeps your basket
        "basket" | Shop | session or 2 weeks | set_by = script;
        /// Keeps what the counter may not count
        "_pk_ignore" | Shop | 1 year | set_by = script;
    }
    /// Audience
    ///
    /// We count visits.
    ///
    /// - Nobody else reads them.
    category Statistics: opt_in(consent_mode(analytics_storage), tcf(1, 8)) {
        with set_by = script;
        #[allow(pattern_overlap, reason = "the formats have to keep the names apart, too")]
        /// Tells visitors apart
        "_pk_{site}" | Matomo | 13 months | function = "Counter";
        /// Tells campaigns apart
        "a_{campaign}_z" | Matomo | rolling 30 days | attributes = Path="/shop" Domain="shop.example";
        /// Remembers how far you read
        "scroll" | Shop | persistent | storage = local_storage;
        /// Limits what we ask
        "{day}_seen" | Shop | unknown;
    }
    /// Advertising
    ///
    /// Pays for the shop.
    category Marketing: opt_in(by provider, gpc, consent_mode(ad_storage), tcf(3, 4)) {
        /// Picks advertisements
        "ad" | Ads | 1 year | set_by = "ads.example" | function = "Auction";
        /// Limits repetitions
        "cap" | Ads | 1 day | set_by = script;
        /// Counts sales
        SALE = "sale" | Shop | 1 day;
    }
    /// Hints
    ///
    /// Shows what others bought.
    category Hints: opt_out {
        /// Remembers what you saw
        "seen" | Shop | 7 days | set_by = script;
    }

    translation de {
        "Cookie policy" => "Cookie-Hinweise";
        "We sell **shoes** & [boots](https://shop.example/boots)." => "Wir verkaufen **Schuhe** & [Stiefel](https://shop.example/boots).";
        "Needed" => "Notwendig";
        "You could not buy anything." => "Sie könnten nichts kaufen.";
        "Remembers your choice" => "Merkt sich Ihre Auswahl";
        "Keeps your basket" => "Bewahrt Ihren Warenkorb";
        "Keeps what the counter may not count" => "Merkt sich, was nicht gezählt wird";
        "Audience" => "Besucherzahlen";
        "We count visits." => "Wir zählen Besuche.";
        "- Nobody else reads them." => "- Niemand sonst liest sie.";
        "Tells visitors apart" => "Unterscheidet Besucher";
        "Counter" => "Zähler";
        "Tells campaigns apart" => "Unterscheidet Kampagnen";
        "Remembers how far you read" => "Merkt sich, wie weit Sie gelesen haben";
        "Limits what we ask" => "Begrenzt unsere Fragen";
        "Advertising" => "Werbung";
        "Pays for the shop." => "Bezahlt den Laden.";
        "Picks advertisements" => "Wählt Anzeigen aus";
        "Auction" => "Auktion";
        "Limits repetitions" => "Begrenzt Wiederholungen";
        "Counts sales" => "Zählt Verkäufe";
        "Hints" => "Hinweise";
        "Shows what others bought." => "Zeigt, was andere gekauft haben.";
        "Remembers what you saw" => "Merkt sich, was Sie gesehen haben";
    }
}
