//! A shop with eight services, which would be 55 lines of rows and providers.

use crate::languages;

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy for "https://shop.example";
        category Necessary: exempt {
            include cookie_decl_vendors::tower_sessions(name = "__Host-session");
            include cookie_decl_vendors::stripe(domain = "shop.example");
        }
        category Optional: opt_in {
            include cookie_decl_vendors::ga4(container = "ABC123", domain = "shop.example");
            include cookie_decl_vendors::google_ads(domain = "shop.example");
            include cookie_decl_vendors::meta_pixel(domain = "shop.example");
            include cookie_decl_vendors::hotjar(site = "123456", domain = "shop.example");
            include cookie_decl_vendors::youtube;
            include cookie_decl_vendors::intercom(app = "abcdef", domain = "shop.example");
        }
        translation ar {}
        translation de {}
        translation el {}
        translation es {}
        translation fr {}
        translation it {}
        translation ja {}
        translation nl {}
        translation pl {}
        translation pt {}
        translation pt-BR {}
        translation sv {}
        translation uk {}
        translation zh {}
    }
}

#[test]
fn a_shop_of_eight_lines_prints_the_same_rows_in_every_language() {
    let rows = |language: &str| {
        let page = cookies::POLICY.page().language(language.to_owned());
        let document = page.document();
        document.sections.iter().flat_map(|section| &section.blocks).count()
    };
    assert!(cookies::POLICY.table().declarations().len() > 45);
    for language in languages::languages() {
        assert_eq!(rows(language), rows("en"), "{language}");
    }
    let page = cookies::POLICY.page().language("ja").text();
    assert!(page.contains("_hjSession_123456") && page.contains("訪問者を区別します"));
    let ga = cookies::POLICY.find("_ga_ABC123").unwrap();
    let attributes = cookies::POLICY.attributes(ga).unwrap();
    assert_eq!(attributes.domain(), Some("shop.example"));
}
