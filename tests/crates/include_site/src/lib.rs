//! A site with the cookies of two libraries in one table, with one consent.
#![no_std]

/// The table.
pub mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookies
        pub policy for "https://shop.example" in crate::cookies;

        provider Shop = "Shop";

        include include_auth::auth_cookies {
            Session in Necessary;
            Devices in Comfort;
            "_cap" | note = "At sign-in only";
        }

        /// Needed
        ///
        /// The shop does not work without these.
        category Necessary: exempt {
            with provider = Shop;
            cookie | duration;
            /// Keeps your choice
            PREFERENCES: Consent = "__Host-preferences" | 6 months;
        }

        /// Comfort
        category Comfort: opt_in {
            cookie | duration;
            /// Remembers what you saw
            RECENT = "recent" | 30 days;
        }

        /// Audience
        category Statistics: opt_in {
            include include_vendor::measure(site = "7", domain = "shop.example") {
                without "_ms_test";
                "_ms_id.{site}" | 6 months;
            }
        }

        translation de {
            "Cookies" => "Cookies";
            "Needed" => "Notwendig";
            "The shop does not work without these." => "Ohne sie läuft der Shop nicht.";
            "Keeps your choice" => "Merkt sich Ihre Wahl";
            "Comfort" => "Komfort";
            "Remembers what you saw" => "Merkt sich, was Sie gesehen haben";
            "Audience" => "Reichweite";
            "Keeps you signed in" => "Hält Sie angemeldet";
            "Remembers this device" => "Erkennt dieses Gerät wieder";
            "Where" => "Wo";
            "Everywhere" => "Überall";
            "At sign-in only" => "Nur bei der Anmeldung";
        }

        translation fr {
            "Cookies" => "Cookies";
            "Needed" => "Nécessaires";
            "The shop does not work without these." => "Sans eux, pas de boutique.";
            "Keeps your choice" => "Garde votre choix";
            "Comfort" => "Confort";
            "Remembers what you saw" => "Garde ce que vous avez vu";
            "Audience" => "Audience";
            "At sign-in only" => "À la connexion seulement";
            "Tells visits apart" => "Sépare les visites";
        }
    }
}
