//! Exports a table in the formats of other tools. What those tools make of it in a browser is in
//! `tests/browser/exported.rs`.

mod cookieconsent;
#[cfg(feature = "import")]
mod imported_again;
mod klaro;
mod lists;
mod shop;
mod tcf;

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::{Export, Exported, Format};

fn exported(format: Format) -> Exported {
    Export::new(&PolicyFile::from(shop::POLICY))
        .write(format)
        .unwrap()
}

/// Asserts that a remark has this text.
#[track_caller]
fn remarks_on(exported: &Exported, text: &str) {
    let remarks = exported.remarks.join("\n");
    assert!(remarks.contains(text), "{remarks}");
}

#[test]
fn an_unknown_language_is_an_error_that_names_those_of_the_table() {
    let file = PolicyFile::from(shop::POLICY);
    let error = Export::new(&file).language("fr").write(Format::Klaro);
    assert_eq!(
        error.unwrap_err().to_string(),
        "the table is not in the language `fr`; it has en, de"
    );
}

#[test]
fn an_unknown_provider_is_an_error_that_names_those_of_the_table() {
    let file = PolicyFile::from(shop::POLICY);
    let error = Export::new(&file)
        .provider("Meta")
        .write(Format::TcfDisclosures);
    assert_eq!(
        error.unwrap_err().to_string(),
        "the table has no provider `Meta`; it has Ads, Matomo, Shop"
    );
}

#[test]
fn an_unknown_format_is_an_error_that_names_the_known_ones() {
    let error = "osano".parse::<Format>().unwrap_err();
    assert!(error.ends_with("tcf-disclosures, cookieconsent, klaro, gtm, open-cookie-database"));
    assert_eq!("gtm".parse(), Ok(Format::Gtm));
}
