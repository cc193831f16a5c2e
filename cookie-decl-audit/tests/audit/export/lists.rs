//! The lists as CSV.

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::export::{Export, Format};

use super::{exported, remarks_on, shop};

#[test]
fn tag_manager_gets_the_consent_types_of_each_provider() {
    let exported = exported(Format::Gtm);
    assert_eq!(
        exported.text,
        "Category,Title,Gate,Consent types,Provider,Domains\n\
         Necessary,Needed,exempt,,The shop,\n\
         Statistics,Audience,opt_in,analytics_storage,Matomo,\n\
         Statistics,Audience,opt_in,analytics_storage,The shop,\n\
         Marketing,Advertising,opt_in,ad_storage,Ads & Co,ads.example cdn.ads.example\n\
         Marketing,Advertising,opt_in,ad_storage,The shop,\n\
         Hints,Hints,opt_out,,The shop,\n"
    );
    remarks_on(&exported, "`Hints` has no consent types");
    assert_eq!(exported.remarks.len(), 1);
}

mod vendors {
    cookie_decl::export_cookies! {
        export pixel;
        last_updated "2026-11-27";
        signals(meta);
        provider Pixel = "Pixel Inc." { domain: "pixel.example", third_party }
        cookie | duration;
        with provider = Pixel | set_by = script;
        /// Counts clicks
        "pixel" | 1 day;
    }
    cookie_decl::export_cookies! {
        export advertisements;
        last_updated "2026-11-27";
        consent_mode(ad_storage, ad_user_data);
        provider Advertisements = "Ads Inc." { domain: "ads.example", third_party }
        cookie | duration;
        with provider = Advertisements | set_by = script;
        /// Counts advertisements
        "ads" | 1 day;
    }
}

mod by_provider {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        cookie | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Advertising
        category Marketing: opt_in(by provider) {
            include crate::export::lists::vendors::pixel;
            include crate::export::lists::vendors::advertisements;
        }
    }
}

#[test]
fn tag_manager_gets_the_types_that_each_included_vendor_brings() {
    let file = PolicyFile::from(by_provider::POLICY);
    let exported = Export::new(&file).write(Format::Gtm).unwrap();
    assert_eq!(
        exported.text,
        "Category,Title,Gate,Consent types,Provider,Domains\n\
         Necessary,Needed,exempt,,,\n\
         Marketing,Advertising,opt_in,ad_storage ad_user_data,Ads Inc.,ads.example\n\
         Marketing,Advertising,opt_in,,Pixel Inc.,pixel.example\n"
    );
    remarks_on(&exported, "`MarketingPixel` has no consent types");
    assert_eq!(exported.remarks.len(), 1);
}

#[test]
fn the_open_cookie_database_gets_the_beginning_of_a_name_that_varies() {
    let exported = exported(Format::OpenCookieDatabase);
    for line in [
        ",Counter,Statistics,_pk_,,Tells visitors apart,13 months,Matomo,https://matomo.example/privacy,1",
        ",Matomo,Statistics,a_,,Tells campaigns apart,rolling 30 days,Matomo,https://matomo.example/privacy,1",
        ",The shop,Statistics,scroll,,Remembers how far you read,persistent (local storage),The shop,,0",
        ",Auction,Marketing,ad,ads.example,Picks advertisements,1 year,Ads & Co,,0",
    ] {
        assert!(
            exported.text.lines().any(|other| other == line),
            "{exported:?}"
        );
    }
    assert_eq!(
        exported.remarks,
        [
            "`a_{campaign}_z` is written as every name that begins with `a_`",
            "`{day}_seen` is left out: the database needs a fixed text at the beginning of the name",
        ]
    );
}

#[test]
fn one_provider_can_be_contributed() {
    let file = PolicyFile::from(shop::POLICY);
    let export = Export::new(&file).provider("Ads");
    let exported = export.write(Format::OpenCookieDatabase).unwrap();
    assert_eq!(exported.text.lines().count(), 3);
}

#[test]
fn a_cell_with_a_comma_or_a_quote_is_quoted() {
    let mut file = PolicyFile::from(shop::POLICY);
    for row in &mut file.rows {
        row.purpose = Some("Says \"yes\", twice".to_owned());
    }
    let exported = Export::new(&file)
        .write(Format::OpenCookieDatabase)
        .unwrap();
    assert!(exported.text.contains(",\"Says \"\"yes\"\", twice\","));
}
