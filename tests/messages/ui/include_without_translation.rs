//! Translations that a library lacks are lines to paste.

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy in crate::cookies;

        /// Needed
        ///
        /// The shop does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps your choice
            PREFERENCES: Consent = "__Host-preferences" | 6 months;
            #[allow(exempt_third_party, exempt_too_long, unused_allow)]
            include include_vendor::captcha;
        }

        translation pl {
            "Needed" => "Niezbędne";
            "The shop does not work without these." => "Sklep bez nich nie działa.";
            "Keeps your choice" => "Zapamiętuje wybór";
        }
    }
}

fn main() {}
