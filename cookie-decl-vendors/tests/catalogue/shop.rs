//! A shop with eight services, which would be 55 lines of rows and providers.

use cookie_decl::table::Signal;

use crate::languages;

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy for "https://shop.example";
        #[allow(no_description, reason = "the rows are what is tried here")]
        category Necessary: exempt {
            cookie | duration;
            /// Remembers your choice
            CHOICE: Consent = "__Host-choice" | 6 months;
            include cookie_decl_vendors::tower_sessions(name = "__Host-session");
            #[allow(exempt_third_party, exempt_too_long, reason = "payments are protected from fraud")]
            include cookie_decl_vendors::stripe(domain = "shop.example");
        }
        category Optional: opt_in {
            include cookie_decl_vendors::ga4(container = "G-ABC123", domain = "shop.example");
            include cookie_decl_vendors::google_ads(domain = "shop.example");
            include cookie_decl_vendors::meta_pixel(domain = "shop.example");
            include cookie_decl_vendors::hotjar(site = "123456", domain = "shop.example");
            include cookie_decl_vendors::youtube;
            include cookie_decl_vendors::intercom(app = "abcdef", domain = "shop.example");
        }
        translation ar { "Necessary" => "ضرورية"; "Optional" => "اختيارية"; "Remembers your choice" => "تتذكّر اختياركم"; }
        translation de { "Necessary" => "Notwendig"; "Optional" => "Freiwillig"; "Remembers your choice" => "Merkt sich Ihre Wahl"; }
        translation el { "Necessary" => "Απαραίτητα"; "Optional" => "Προαιρετικά"; "Remembers your choice" => "Θυμάται την επιλογή σας"; }
        translation es { "Necessary" => "Necesarias"; "Optional" => "Opcionales"; "Remembers your choice" => "Recuerda su elección"; }
        translation fr { "Necessary" => "Nécessaires"; "Optional" => "Facultatifs"; "Remembers your choice" => "Retient votre choix"; }
        translation it { "Necessary" => "Necessari"; "Optional" => "Facoltativi"; "Remembers your choice" => "Ricorda la scelta"; }
        translation ja { "Necessary" => "必須"; "Optional" => "任意"; "Remembers your choice" => "選択を記憶します"; }
        translation nl { "Necessary" => "Noodzakelijk"; "Optional" => "Optioneel"; "Remembers your choice" => "Onthoudt uw keuze"; }
        translation pl { "Necessary" => "Niezbędne"; "Optional" => "Opcjonalne"; "Remembers your choice" => "Zapamiętuje wybór"; }
        translation pt { "Necessary" => "Necessários"; "Optional" => "Opcionais"; "Remembers your choice" => "Memoriza a escolha"; }
        translation pt-BR { "Necessary" => "Necessários"; "Optional" => "Opcionais"; "Remembers your choice" => "Lembra sua escolha"; }
        translation sv { "Necessary" => "Nödvändiga"; "Optional" => "Valfria"; "Remembers your choice" => "Minns ditt val"; }
        translation uk { "Necessary" => "Необхідні"; "Optional" => "Необов’язкові"; "Remembers your choice" => "Запам’ятовує ваш вибір"; }
        translation zh { "Necessary" => "必要"; "Optional" => "可选"; "Remembers your choice" => "记住您的选择"; }
    }
}

#[test]
fn a_shop_of_eight_lines_prints_the_same_rows_in_every_language() {
    let rows = |language: &str| {
        let page = cookies::POLICY.page().language(language.to_owned());
        let document = page.document();
        document
            .sections
            .iter()
            .flat_map(|section| &section.blocks)
            .count()
    };
    assert!(cookies::POLICY.table().declarations().len() > 45);
    for language in languages::languages() {
        assert_eq!(rows(language), rows("en"), "{language}");
    }
    let page = cookies::POLICY.page().language("ja").text();
    assert!(page.contains("_hjSession_123456") && page.contains("訪問者を区別します"));
    let optional = cookies::Category::Optional.info();
    let types = [
        "analytics_storage",
        "ad_storage",
        "ad_user_data",
        "ad_personalization",
    ];
    assert_eq!(optional.consent_mode(), types);
    assert_eq!(optional.signals(), [Signal::Meta]);
    let ga = cookies::POLICY.find("_ga_ABC123").unwrap();
    let attributes = cookies::POLICY.attributes(ga).unwrap();
    assert_eq!(attributes.domain(), Some("shop.example"));
}
