use crate::import::Import;
use crate::import::imported::{Format, Imported};

fn import(text: &str) -> Imported {
    Import::new().read(text).unwrap()
}

fn error(text: &str) -> String {
    Import::new().read(text).unwrap_err().to_string()
}

fn has(imported: &Imported, row: &str) {
    assert!(imported.table.contains(row), "{}", imported.table);
}

#[test]
fn a_file_of_an_unknown_format_says_what_can_be_imported() {
    assert!(error("hello").contains("open-cookie-database, cookieconsent, klaro, cookiebot"));
    assert!(error("").contains("format of the file is not known"));
    assert!(error("a,b\n1,2\n").contains("format of the file is not known"));
    let klaro = Import::new().format(Format::Klaro);
    let error = klaro.read("var a = {};").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file is not a configuration of Klaro"
    );
}

#[test]
fn each_format_can_be_read_from_its_word() {
    for format in Format::ALL {
        assert_eq!(format.word().parse(), Ok(format));
    }
    assert!("osano".parse::<Format>().unwrap_err().contains("klaro"));
}

#[test]
fn a_list_with_semicolons_and_a_byte_order_mark_is_read() {
    let imported = import(
        "\u{feff}Name;Provider;Purpose;Expiry;Type;Category;Sites\n\
         _ga;www.ads.example;Counts;2 years;HTTP Cookie;Statistics;all\n\
         theme;Shop;Colours;Persistent;HTML Local Storage;Necessary;all\n",
    );
    assert_eq!(imported.format, Format::Cookiebot);
    has(
        &imported,
        "\"_ga\" | _ | 2 years | set_by = \"www.ads.example\";",
    );
    has(
        &imported,
        "\"theme\" | Shop | persistent | set_by = script | storage = local_storage;",
    );
    assert_eq!(
        imported.left_out[0].to_string(),
        "column `Sites`: a policy page has no such column"
    );
}

#[test]
fn a_domain_of_the_site_is_not_a_third_party() {
    let csv = "Name,Provider,Expiry,Category\n_ga,.shop.example,1 year,Statistics\n";
    has(&import(csv), "set_by = \"shop.example\"");
    let imported = Import::new()
        .own_host("www.shop.example")
        .read(csv)
        .unwrap();
    has(&imported, "\"_ga\" | 1 year | set_by = script;");
}

#[test]
fn the_script_of_cookiebot_is_read() {
    let imported = import(
        r#"CookieConsentDialog.cookieTableNecessary = [["csrf","shop.example","Protects forms","Session","HTTP Cookie","1","",""]];
           CookieConsentDialog.cookieTableAdvertising = [["id_#","Ads<br/>Banners","Follows you","1 year","HTTP Cookie","1","^id_[0-9]+$",""]];"#,
    );
    has(
        &imported,
        "\"csrf\" | _ | session | set_by = \"shop.example\";",
    );
    has(&imported, "provider AdsBanners = \"Ads, Banners\";");
    has(
        &imported,
        "\"id_{id}\" | AdsBanners | 1 year | set_by = script;",
    );
}

#[test]
fn a_configuration_of_cookieconsent_2_says_so() {
    assert!(error("cc.run({ current_lang: 'en', languages: { en: {} } });").contains("version 3"));
}

#[test]
fn a_configuration_as_json_is_read() {
    let imported = import(
        r#"{"mode": "opt-out",
            "categories": {"necessary": {"readOnly": true}, "ads": {"enabled": true}, "chat": {}},
            "language": {"default": "en", "translations": {"en": {"preferencesModal": {"sections": []}}}}}"#,
    );
    assert_eq!(imported.format, Format::CookieConsent);
    has(&imported, "category Ads: opt_out {");
    has(&imported, "category Chat: opt_in {");
    has(&imported, "\"cc_cookie\" | 182 days | set_by = script;");
}

#[test]
fn a_table_without_an_exempt_category_still_keeps_the_answer() {
    let imported = import("Name,Category,Expiry\na,Marketing,1 day\n");
    has(
        &imported,
        "category Necessary: exempt {\n        /// Remembers",
    );
}

#[test]
fn more_categories_than_a_table_may_have_are_listed() {
    let rows = (0..70).fold("Name,Category,Expiry\n".to_owned(), |rows, number| {
        format!("{rows}a{number},Category {number},1 day\n")
    });
    let imported = import(&rows);
    assert_eq!(imported.table.matches("\n    category ").count(), 64);
    assert_eq!(imported.left_out.len(), 7);
    assert!(
        imported
            .table
            .contains("// category `Category 69`: a table has at most 64")
    );
}

#[test]
fn a_text_cannot_end_its_line() {
    let imported = import(
        "Name,Category,Description,Expiry\n\"a\",Ads\u{2028}x,\"one\ntwo\u{202e}\",\"1\n day\"\n",
    );
    has(&imported, "/// one two\n");
    has(&imported, "\"a\" | 1 day | set_by = script;");
}
