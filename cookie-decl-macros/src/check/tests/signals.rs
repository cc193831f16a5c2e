//! The signals that included rows bring.

use super::included::{fine, refused, site, with};
use crate::model::{Category, Table};
use crate::tests::assert_says;

const COUNTER: &str = r#"
    export counter;
    last_updated "2026-11-20";
    consent_mode(analytics_storage, ad_storage);
    signals(matomo);
    provider Counter = "Counter";
    with provider = Counter | set_by = script;
    cookie | duration;
    /// Counts
    "count" | 1 day;
    /// Counts again
    "again" | 1 day;"#;

const PIXELS: &str = r#"
    export pixels;
    last_updated "2026-11-20";
    signals(meta, matomo);
    provider Pixels = "Pixels";
    with provider = Pixels | set_by = script;
    cookie | duration;
    /// Tells browsers apart
    "pixel" | 1 day;"#;

const LIBRARY: &str = r#"
    last_updated "2026-11-24";
    pub policy in crate::cookies export library;
    #[allow(no_consent_row)]
    category Devices: opt_in(consent_mode(functionality_storage), signals(tiktok)) {
        cookie | duration;
        /// Remembers this device
        "device" | 30 days | set_by = script;
    }"#;

/// The signals of a category.
fn words(category: &Category) -> Vec<&str> {
    let types = category.consent_mode.iter().map(String::as_str);
    let signals = category.signals.iter().map(|(signal, _)| signal.word());
    types.chain(signals).collect()
}

fn asked(table: &Table) -> Vec<&str> {
    words(&table.categories[1])
}

/// The site, whose category that asks has these options and includes.
fn gate(options: &str, asked: &str) -> String {
    site("", "", asked).replace("Asked: opt_in", &format!("Asked: opt_in({options})"))
}

#[test]
fn category_gets_the_signals_of_the_included_rows() {
    let table = fine(&[COUNTER], &site("", "", "include vendors::counter;"));
    assert_eq!(asked(&table), ["analytics_storage", "ad_storage", "matomo"]);
    assert!(words(&table.categories[0]).is_empty());
    let outside = site("include vendors::counter in Asked;", "", "");
    assert_eq!(asked(&fine(&[COUNTER], &outside)), asked(&table));
}

#[test]
fn signals_of_several_includes_and_of_the_gate_are_merged() {
    let includes = "include vendors::counter; include vendors::pixels;";
    let site = gate("consent_mode(ad_storage), signals(uet, meta)", includes);
    let table = fine(&[COUNTER, PIXELS], &site);
    let merged = ["ad_storage", "analytics_storage", "uet", "meta", "matomo"];
    assert_eq!(asked(&table), merged);
}

#[test]
fn rows_of_a_library_bring_the_signals_of_its_gate() {
    let table = fine(&[LIBRARY], &site("", "", "include auth::library;"));
    assert_eq!(asked(&table), ["functionality_storage", "tiktok"]);
}

#[test]
fn rows_that_are_left_out_bring_no_signal() {
    let without = |names| format!("include vendors::counter {{ without {names}; }}");
    let table = fine(&[COUNTER], &site("", "", &without("\"count\", \"again\"")));
    assert!(asked(&table).is_empty());
    let table = fine(&[COUNTER], &site("", "", &without("\"again\"")));
    assert_eq!(asked(&table).len(), 3);
}

#[test]
fn site_can_leave_the_signals_out() {
    let include = "include vendors::counter { without signals; without \"again\"; }";
    let table = fine(&[COUNTER], &site("", "", include));
    assert!(asked(&table).is_empty());
    assert_eq!(table.declarations.len(), 2);
    let without = COUNTER
        .replace("consent_mode(analytics_storage, ad_storage);", "")
        .replace("signals(matomo);", "");
    refused(
        &[&without],
        &site("", "", include),
        "`counter` brings no signals",
    );
    let wrong = "include vendors::counter { without signal; }";
    refused(
        &[COUNTER],
        &site("", "", wrong),
        "expected the name of a row",
    );
}

#[test]
fn only_the_choice_about_the_provider_of_the_rows_gets_the_signals() {
    let includes = "include vendors::counter; include vendors::pixels;";
    let table = fine(
        &[COUNTER, PIXELS],
        &gate("by provider, signals(uet)", includes),
    );
    assert_eq!(
        words(&table.categories[1]),
        ["analytics_storage", "ad_storage", "uet", "matomo"]
    );
    assert_eq!(words(&table.categories[2]), ["uet", "meta", "matomo"]);
}

#[test]
fn only_a_provider_with_a_signal_is_advanced() {
    let rows = "include vendors::pixels; cookie | duration | provider;
        /// Counts
        \"visits\" | 1 day | Shop | set_by = script;";
    let table = fine(&[PIXELS], &gate("by provider, advanced", rows));
    let advanced = table.categories[1..].iter().map(Category::is_advanced);
    let of: Vec<_> = table.categories[1..]
        .iter()
        .map(|it| it.ident.to_string())
        .zip(advanced)
        .collect();
    assert_eq!(
        of,
        [
            ("AskedPixels".to_owned(), true),
            ("AskedShop".to_owned(), false)
        ]
    );
}

#[test]
fn included_signals_are_enough_for_advanced() {
    let table = fine(&[PIXELS], &gate("advanced", "include vendors::pixels;"));
    assert!(table.categories[1].is_advanced());
}

/// Beside the signals of `counter`, nothing tells this provider what the visitor chose.
#[track_caller]
fn needs_a_signal(provider: &str, tables: &[&str], asked: &str) {
    let message = format!("no signal tells `{provider}` what the visitor chose");
    refused(tables, &gate("advanced", asked), &message);
    for mended in ["advanced, signals(meta)", "advanced, by provider", "gpc"] {
        fine(tables, &gate(mended, asked));
    }
}

#[test]
fn included_vendor_without_a_signal_is_refused_beside_advanced() {
    let includes = "include vendors::counter; include vendors::pixels;";
    let silent = PIXELS.replace("signals(meta, matomo);", "");
    needs_a_signal("Pixels", &[COUNTER, &silent], includes);
    fine(&[COUNTER, PIXELS], &gate("advanced", includes));
}

#[test]
fn included_vendor_whose_signals_are_left_out_is_refused_beside_advanced() {
    let includes = "include vendors::counter; include vendors::pixels { without signals; }";
    needs_a_signal("Pixels", &[COUNTER, PIXELS], includes);
}

#[test]
fn written_row_of_a_provider_without_a_signal_is_refused_beside_advanced() {
    let row = |provider: &str| {
        format!(
            "include vendors::counter;
            cookie | duration | provider;
            /// Counts here
            \"here\" | 1 day | {provider} | set_by = script;"
        )
    };
    needs_a_signal("Shop", &[COUNTER], &row("Shop"));
    // The page names nobody else who is told.
    fine(&[COUNTER], &gate("advanced", &row("Counter")));
    fine(&[COUNTER], &gate("advanced", &row("_")));
}

/// Its programs store nothing.
const LOADER: &str = r#"
    export loader;
    last_updated "2026-11-20";
    signals(tiktok);
    provider Loader = "Loader";"#;

#[test]
fn signals_of_a_table_without_rows_are_for_its_provider() {
    let asked = "include vendors::loader;
        cookie | duration | provider;
        /// Counts here
        \"here\" | 1 day | Loader | set_by = script;";
    let table = fine(&[LOADER], &gate("advanced", asked));
    assert_eq!(words(&table.categories[1]), ["tiktok"]);
    let table = fine(&[LOADER], &gate("by provider, advanced", asked));
    assert_eq!(words(&table.categories[1]), ["tiktok"]);
    let includes = "include vendors::loader; include vendors::counter;";
    let table = fine(&[LOADER, COUNTER], &gate("by provider", includes));
    assert!(!words(&table.categories[1]).contains(&"tiktok"));
}

#[test]
fn included_vendor_without_rows_and_signals_is_refused_beside_advanced() {
    let includes = "include vendors::loader; include vendors::counter;";
    let silent = LOADER.replace("signals(tiktok);", "");
    needs_a_signal("Loader", &[&silent, COUNTER], includes);
    fine(&[LOADER, COUNTER], &gate("advanced", includes));
    let includes = "include vendors::loader { without signals; } include vendors::counter;";
    needs_a_signal("Loader", &[LOADER, COUNTER], includes);
}

#[test]
fn mode_of_matomo_in_the_gate_wins_over_an_included_one() {
    let table = fine(
        &[COUNTER],
        &gate("signals(matomo_cookies)", "include vendors::counter;"),
    );
    assert_eq!(
        asked(&table),
        ["analytics_storage", "ad_storage", "matomo_cookies"]
    );
}

#[test]
fn mode_of_matomo_in_another_category_is_refused() {
    let items = "/// Other\ncategory Other: opt_out(signals(matomo_cookies)) { cookie | duration;
        /// Counts
        \"other\" | 1 day | set_by = script; }";
    refused(
        &[COUNTER],
        &site(items, "", "include vendors::counter;"),
        "[C7]",
    );
}

#[test]
fn wrong_signals_are_reported_where_the_table_is_exported() {
    let table = COUNTER
        .replace("matomo", "matmo")
        .replace("ad_storage", "ad_storag");
    let expansion =
        crate::declare::export_cookies(crate::tests::tokens(&table), &crate::tests::krate());
    let expansion = expansion.to_string();
    assert!(
        expansion.contains("unknown signal `matmo`, did you mean `matomo`?"),
        "{expansion}"
    );
    assert!(
        expansion.contains("did you mean `ad_storage`?"),
        "{expansion}"
    );
}

#[test]
fn signals_outside_of_a_gate_belong_into_it() {
    for item in ["consent_mode(ad_storage);", "signals(meta);"] {
        let (word, _) = item.split_once('(').unwrap();
        let table = format!("pub policy; {item} category X: opt_out {{ }}");
        let (_, messages) = with(&[], &table);
        let expected = format!("write `{word}(..)` into the gate of a category");
        assert!(messages[0].contains(&expected), "{messages:?}");
        assert_says(&format!("policy; {item}"), &[&expected]);
    }
}
