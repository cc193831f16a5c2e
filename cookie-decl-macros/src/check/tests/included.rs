//! The rows of other tables: where they go, what changes them, and what is wrong with them.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::check::check;
use crate::declare::{declare, export_cookies, included};
use crate::errors::Errors;
use crate::model::{Reader, Table};
use crate::parse::parse;
use crate::tests::{krate, tokens};

const AUTH: &str = r#"
    last_updated "2026-11-24";
    /// Cookies
    pub policy in crate::cookies export auth;
    provider Auth = "Auth" { country: "Ireland" }
    /// Session
    ///
    /// Why.
    category Session: exempt {
        with provider = Auth;
        cookie | duration;
        /// Keeps you signed in
        SESSION = "sid" | 2 weeks | attributes = .. Path="/app";
        /// Keeps the choice
        CHOICE: Consent = "choice" | 6 months;
    }
    /// Devices
    category Devices: opt_in {
        cookie | duration;
        /// Remembers this device
        DEVICE: crate::Device = "device" | 30 days;
    }
    translation fr {
        "Cookies" => "Cookies"; "Session" => "Session"; "Why." => "Pourquoi."; "Devices" => "Appareils";
        "Keeps you signed in" => "Garde la session"; "Keeps the choice" => "Garde le choix";
        "Remembers this device" => "Reconnaît l'appareil"; "Ireland" => "Irlande";
    }"#;

const VENDOR: &str = r#"
    export vendor;
    last_updated "2026-11-20";
    provider Acme = "Acme" { domain: "{host}", domain: "acme.example", privacy: "https://{host}/privacy" }
    with provider = Acme | set_by = script | attributes = .. Domain="{domain}" !HttpOnly;
    cookie | duration;
    /// Tells visitors apart
    "_id.{site}", "_id" | 13 months;
    /// Tries cookies
    "_test" | session | set_by = "{host}";
    /// Is run by the site
    "own" | 1 day;
    retired { "_old"; }
    translation de { "Tells visitors apart" => "Unterscheidet"; "Tries cookies" => "Probiert"; "Is run by the site" => "Läuft hier"; }
    translation fr { "Tells visitors apart" => "Distingue"; "Tries cookies" => "Essaie"; "Is run by the site" => "Tourne ici"; }"#;

/// What a table gives to those who include it.
fn exported(table: &str) -> TokenStream {
    let expansion = if table.contains("policy") {
        declare(tokens(table), &krate(), Reader::Compiler)
    } else {
        export_cookies(tokens(table), &krate())
    };
    assert!(
        !expansion.to_string().contains("compile_error"),
        "{expansion}"
    );
    given(expansion)
}

/// The table in the macro that an expansion ends with.
fn given(expansion: TokenStream) -> TokenStream {
    let mut inside = expansion;
    for _ in 0..2 {
        inside = groups(inside, Delimiter::Brace).pop().unwrap();
    }
    let call = groups(inside, Delimiter::Brace).pop().unwrap();
    groups(call, Delimiter::Brace).remove(0)
}

fn groups(tokens: TokenStream, delimiter: Delimiter) -> Vec<TokenStream> {
    let groups = tokens.into_iter().filter_map(|tree| match tree {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    });
    groups.collect()
}

/// Checks a site that includes tables in this order, and returns the messages after their lines.
pub(super) fn with(tables: &[&str], site: &str) -> (Table, Vec<String>) {
    checked(tables.iter().map(|table| exported(table)).collect(), site)
}

fn checked(exported: Vec<TokenStream>, site: &str) -> (Table, Vec<String>) {
    let mut errors = Errors::default();
    let table = check(parse(tokens(site), &mut errors), exported, &mut errors);
    let messages = errors.messages().into_iter();
    let messages = messages.map(|(range, text)| format!("{}: {text}", range.start.start().line));
    let messages = messages.collect();
    errors.report(&krate());
    (table, messages)
}

/// A site with an exempt category and one that asks.
pub(super) fn site(items: &str, exempt: &str, asked: &str) -> String {
    format!(
        "pub policy;
provider Shop = \"Shop\";
{items}
/// Needed
///
/// Why.
category Needed: exempt {{
    with provider = Shop;
    cookie | duration;
    /// Choice
    MINE: Consent = \"mine\" | 6 months;
{exempt}
}}
/// Asked
#[allow(empty_category, unused_allow)]
category Asked: opt_in {{
{asked}
}}"
    )
}

#[track_caller]
pub(super) fn fine(tables: &[&str], site: &str) -> Table {
    let (table, messages) = with(tables, site);
    assert!(messages.is_empty(), "{messages:#?} of\n{site}");
    table
}

/// A site that includes a library's table, which includes a vendor's.
#[track_caller]
fn fine_nested(library: &str, vendor: &str, site: &str) -> Table {
    let (library, vendor) = (tokens(library), vec![exported(vendor)]);
    let library = given(included(&krate(), library, vendor, &[], Reader::Compiler));
    let (table, messages) = checked(vec![library], site);
    assert!(messages.is_empty(), "{messages:#?} of\n{site}");
    table
}

/// Asserts one message, which contains this part.
#[track_caller]
pub(super) fn refused(tables: &[&str], site: &str, part: &str) {
    let (_, messages) = with(tables, site);
    let [message] = messages.as_slice() else {
        panic!("expected {part:?}, not {messages:#?} of\n{site}");
    };
    assert!(message.contains(part), "expected {part:?}, not {message:?}");
}

fn names(table: &Table) -> Vec<(&str, usize)> {
    let rows = table.declarations.iter();
    rows.map(|row| (row.name.text.as_str(), row.category))
        .collect()
}

const DIVIDED: &str = "include auth::auth { Session in Needed; Devices in Asked; }";

#[test]
fn rows_go_where_the_site_says() {
    let table = fine(&[AUTH], &site(DIVIDED, "", ""));
    assert_eq!(names(&table), [("mine", 0), ("sid", 0), ("device", 1)]);
    let table = fine(&[AUTH], &site("", "", "include auth::auth;"));
    assert_eq!(names(&table), [("mine", 0), ("sid", 1), ("device", 1)]);
    let table = fine(&[AUTH], &site("include auth::auth in Asked;", "", ""));
    assert_eq!(names(&table), [("mine", 0), ("sid", 1), ("device", 1)]);
}

#[test]
fn rows_stay_in_the_place_of_their_include() {
    let rows = "\"a\" | 1 day | purpose = \"p\";
        include vendor::vendor;
        /// H
        section;
        \"z\" | 1 day | purpose = \"p\";";
    let table = fine(
        &[VENDOR],
        &site("", "", &format!("cookie | duration; {rows}")),
    );
    let names: Vec<_> = names(&table).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["mine", "a", "_id.{site}", "_id", "_test", "own", "z"]
    );
    assert_eq!(table.categories[1].breaks[0].0, 6);
}

#[test]
fn visitors_are_asked_about_included_rows_as_about_typed_ones() {
    let typed = "provider Acme = \"Acme\" { domain: \"acme.example\" }
        /// Asked
        category Asked: opt_in {
            with provider = Acme | set_by = script;
            cookie | duration;
            /// Tells visitors apart
            \"_id.7\", \"_id\" | 13 months;
        }";
    let needed = site("", "", "");
    let (needed, _) = needed.split_once("/// Asked").unwrap();
    let typed = crate::tests::checked(&format!("{needed} {typed}"));
    let include = "include vendor::vendor(site = \"7\") { without \"_test\", \"own\"; }";
    let included = fine(&[VENDOR], &site("", "", include));
    assert_eq!(
        included.categories[1].fingerprint,
        typed.categories[1].fingerprint
    );
}

#[test]
fn place_of_the_rows_is_needed_once() {
    refused(
        &[AUTH],
        &site("include auth::auth;", "", ""),
        "say which category takes the rows: `include auth in Necessary;`",
    );
    refused(
        &[AUTH],
        &site("", "", "include auth::auth in Asked;"),
        "remove `in`",
    );
    refused(
        &[AUTH],
        &site("", "", "include auth::auth { Session in Needed; }"),
        "outside of the categories",
    );
    refused(
        &[AUTH],
        &site("include auth::auth { Session in Needed; }", "", ""),
        "say which category takes the rows of `Devices`",
    );
    refused(
        &[AUTH],
        &site(
            "include auth::auth { Sesion in Needed; Session in Needed; Devices in Asked; }",
            "",
            "",
        ),
        "unknown category `Sesion`, did you mean `Session`?",
    );
    let (_, messages) = with(&[AUTH], &site("include auth::auth in Askd;", "", ""));
    assert!(
        messages[0].contains("unknown category `Askd`, did you mean `Asked`?"),
        "{messages:?}"
    );
}

#[test]
fn half_typed_row_above_an_include_is_one_mistake() {
    for row in ["\"a\" | 30", "\"a\" | 1 day | attributes = SameSite="] {
        let asked = format!("cookie | duration; {row}\ninclude vendor::vendor;");
        let (table, messages) = with(&[VENDOR], &site("", "", &asked));
        assert_eq!(messages.len(), 1, "{messages:#?}");
        assert_eq!(table.declarations.len(), 6);
    }
}

#[test]
fn row_that_the_library_asks_about_is_not_stored_without() {
    refused(
        &[AUTH],
        &site("", "include auth::auth;", ""),
        "12: in `auth`: the category `Devices` of the library is `opt_in`, and `Needed` is only `exempt`: `device`",
    );
}

#[test]
fn cells_are_those_of_the_other_table() {
    let table = fine(&[AUTH], &site(DIVIDED, "", ""));
    let session = &table.declarations[1];
    assert_eq!(table.providers[session.provider.unwrap()].title, "Auth");
    let included = session.included.as_ref().unwrap();
    assert_eq!(included.last_updated.as_deref(), Some("2026-11-24"));
    assert_eq!(table.proofs.len(), 1);
}

#[test]
fn row_without_a_provider_takes_that_of_the_site() {
    let own =
        "export own; last_updated \"2026-11-20\"; cookie | duration; /// P\n \"own\" | 1 day;";
    let table = fine(&[own], &site("", "include own::own;", ""));
    let provider = table.declarations[1].provider.unwrap();
    assert_eq!(table.providers[provider].title, "Shop");
}

#[test]
fn holes_take_values() {
    let values =
        "include vendor::vendor(site = \"7\", host = \"m.example\", domain = \"shop.example\");";
    let table = fine(&[VENDOR], &site("", "", values));
    assert_eq!(table.declarations[1].name.text, "_id.7");
    let provider = &table.providers[1];
    assert_eq!(provider.domains, ["m.example", "acme.example"]);
    assert_eq!(
        provider.privacy.as_deref(),
        Some("https://m.example/privacy")
    );
    let domain = |table: &Table| {
        table.declarations[1]
            .attributes
            .as_ref()
            .unwrap()
            .domain
            .fixed()
            .cloned()
    };
    assert_eq!(domain(&table), Some(Some("shop.example".to_owned())));
    let table = fine(&[VENDOR], &site("", "", "include vendor::vendor;"));
    assert_eq!(table.declarations[1].name.text, "_id.{site}");
    assert_eq!(
        (&table.providers[1].domains[..], &table.providers[1].privacy),
        (&["acme.example".to_owned()][..], &None)
    );
    assert_eq!(domain(&table), Some(None));
    refused(
        &[VENDOR],
        &site("", "", "include vendor::vendor(sit = \"7\");"),
        "unknown hole of `vendor` `sit`, did you mean `site`?",
    );
    // Each hole once, however often it is there.
    refused(
        &[VENDOR],
        &site("", "", "include vendor::vendor(number = \"7\");"),
        "unknown hole of `vendor` `number`: `domain`, `host` or `site`",
    );
    refused(
        &[VENDOR],
        &site("", "", "include vendor::vendor(site = \"\");"),
        "the text of `{site}` is empty",
    );
    refused(
        &[VENDOR],
        &site("", "", "include vendor::vendor(\"7\");"),
        "expected the name of a hole",
    );
}

const ANALYTICS: &str = "export analytics; last_updated \"2026-11-20\";
    hole container: after \"G-\"; hole key: first 3;
    cookie | duration; /// P\n \"_ga_{container}\", \"AMP_{key}\" | 1 year;";

#[test]
fn value_is_the_whole_identifier_of_which_names_have_a_part() {
    let names_with = |values: &str| {
        let include = format!("include analytics::analytics({values});");
        let table = fine(&[ANALYTICS], &site("", &include, ""));
        [1, 2].map(|row: usize| table.declarations[row].name.text.clone())
    };
    assert_eq!(
        names_with("container = \"G-AB1\", key = \"xyzab\""),
        ["_ga_AB1", "AMP_xyz"].map(str::to_owned)
    );
    assert_eq!(
        names_with("container = \"AB1\", key = \"ab\""),
        ["_ga_AB1", "AMP_ab"].map(str::to_owned)
    );
    assert_eq!(
        names_with(""),
        ["_ga_{container}", "AMP_{key}"].map(str::to_owned)
    );
}

#[test]
fn part_of_a_value_is_taken_for_a_library_that_passes_the_hole_on() {
    let library = "last_updated \"2026-11-20\"; pub policy in crate::cookies export library;
        /// Audience
        category Audience: opt_in { include analytics::analytics(container = \"{id}\"); }";
    let library = library.replace("/// Audience", "/// Audience\n#[allow(no_consent_row)]");
    let site = site(
        "",
        "",
        "include library::library(id = \"G-AB1\", key = \"abcd\");",
    );
    let table = fine_nested(&library, ANALYTICS, &site);
    assert_eq!(table.declarations[1].name.text, "_ga_AB1");
    assert_eq!(table.declarations[2].name.text, "AMP_abc");
}

#[test]
fn part_of_a_value_is_for_a_hole_that_the_table_has() {
    let mistake = |hole: &str| {
        let table = ANALYTICS.replace("hole key: first 3;", hole);
        export_cookies(tokens(&table), &krate()).to_string()
    };
    assert!(
        mistake("hole keys: first 3;")
            .contains("unknown hole of `analytics` `keys`, did you mean `key`?")
    );
    for wrong in ["hole key;", "hole key: last 3;", "hole key: first;"] {
        assert!(
            mistake(wrong).contains("expected the name of a hole and the part"),
            "{wrong}"
        );
    }
    refused(
        &[],
        &site("hole key: first 3;", "", ""),
        "`hole` belongs in a table that is only exported",
    );
}

#[test]
fn value_in_braces_that_is_not_a_name_is_taken_as_it_is() {
    for value in ["{}", "{7}", "{a-b}"] {
        let values = format!("include analytics::analytics(container = {value:?});");
        let (table, _) = with(&[ANALYTICS], &site("", &values, ""));
        assert_eq!(table.declarations[1].name.text, format!("_ga_{value}"));
    }
}

#[test]
fn vendor_without_rows_is_told_when_a_table_with_rows_includes_it() {
    let nothing = "export nothing; last_updated \"2026-11-20\"; provider Quiet = \"Quiet\";";
    let library = "last_updated \"2026-11-20\"; pub policy in crate::cookies export library;
        /// Audience
        #[allow(no_consent_row)]
        category Audience: opt_in {
            include nothing::nothing;
            cookie | duration;
            /// P\n OWN = \"own\" | 1 day;
        }";
    let table = fine_nested(library, nothing, &site("", "", "include library::library;"));
    assert!(
        table
            .providers
            .iter()
            .any(|provider| provider.title == "Quiet")
    );
}

#[test]
fn name_that_is_one_hole_is_said_by_the_include() {
    let session = "export session; last_updated \"2026-11-20\"; cookie | duration;
        /// P\n \"{name}\" | session;";
    let included = |include: &str| site("", include, "");
    let table = fine(
        &[session],
        &included("include session::session(name = \"sid\");"),
    );
    assert!(names(&table).iter().any(|(name, _)| *name == "sid"));
    refused(
        &[session],
        &included("include session::session;"),
        "the row would match every cookie: write its name, `session(name = \"..\")`",
    );
}

#[test]
fn attributes_that_all_wait_for_a_value_are_not_stated() {
    let vendor = "export vendor; last_updated \"2026-11-20\"; cookie | duration;
        /// P\n \"_id\" | 1 day | set_by = script | attributes = Domain=\"{domain}\";";
    let attributes = |include: &str| {
        let table = fine(&[vendor], &site("", "", include));
        table.declarations.last().unwrap().attributes.is_some()
    };
    assert!(attributes(
        "include vendor::vendor(domain = \"shop.example\");"
    ));
    assert!(!attributes("include vendor::vendor;"));
}

#[test]
fn row_is_left_out_or_changed_by_its_name() {
    let changes = "include vendor::vendor { without \"_id\", \"own\"; /// Why not\n \"_id.{site}\" | 6 months | note = \"n\"; with function = \"f\"; }";
    let table = fine(&[VENDOR], &site("", "", changes));
    let row = &table.declarations[1];
    assert_eq!(
        names(&table),
        [("mine", 0), ("_id.{site}", 1), ("_test", 1)]
    );
    assert_eq!(row.purpose.as_ref().unwrap().text, "Why not");
    assert_eq!(row.note.as_ref().unwrap().text, "n");
    assert_eq!(row.function.as_ref().unwrap().text, "f");
    for unknown in ["without \"_tst\";", "\"_tst\" | 1 day;"] {
        refused(
            &[VENDOR],
            &site("", "", &format!("include vendor::vendor {{ {unknown} }}")),
            "unknown row of `vendor` `_tst`, did you mean `_test`?",
        );
    }
    refused(
        &[VENDOR],
        &site("", "", "include vendor::vendor { nothing; }"),
        "expected what differs from the table",
    );
}

#[test]
fn what_the_library_sets_itself_stays_as_it_is() {
    let changed = |cells: &str| {
        site(
            &format!(
                "include auth::auth {{ Session in Needed; Devices in Asked; \"sid\" {cells}; }}"
            ),
            "",
            "",
        )
    };
    refused(
        &[AUTH],
        &changed("| 1 day"),
        "the library sets `sid` itself, so this table cannot change its `duration`",
    );
    refused(
        &[AUTH],
        &changed("| attributes = Secure"),
        "the library sets `sid` itself, so this table cannot change its `attributes`",
    );
    fine(&[AUTH], &changed("| note = \"n\""));
}

#[test]
fn one_company_is_one_provider() {
    let other = "export other; last_updated \"2026-11-20\"; provider Acme = \"Acme\" { domain: \"other.example\" }
        cookie | duration; /// P\n \"o\" | 1 day | provider = Acme | set_by = script;";
    let include = "include vendor::vendor; include other::other;";
    let table = fine(&[VENDOR, other], &site("", "", include));
    assert_eq!(
        table.providers[1].domains,
        ["acme.example", "other.example"]
    );
    let stranger = other.replace("\"Acme\"", "\"Stranger\"");
    refused(
        &[VENDOR, &stranger],
        &site("", "", include),
        "the provider `Acme` is \"Stranger\" here, and \"Acme\" in a table above",
    );
    let declared = site("provider Acme = \"Ours\";", "", include);
    let table = fine(&[VENDOR, &stranger], &declared);
    assert_eq!(table.providers.len(), 2);
    assert_eq!(table.providers[1].title, "Ours");
}

#[test]
fn provider_without_rows_comes_along_only_if_its_table_has_none() {
    let nothing = "export nothing; last_updated \"2026-11-20\"; provider Plain = \"Plain\" { domain: \"plain.example\" }";
    let table = fine(&[nothing], &site("", "include plain::nothing;", ""));
    assert_eq!(table.providers[1].title, "Plain");
    let left_out =
        "include vendor::vendor { without \"_id\", \"_id.{site}\", \"_test\", \"own\"; }";
    let table = fine(&[VENDOR], &site("", "", left_out));
    assert_eq!(table.providers.len(), 1);
}

#[test]
fn clash_names_both() {
    refused(
        &[AUTH, AUTH],
        &site(
            "",
            "",
            "include auth::auth;\ninclude auth::auth { without \"device\"; }",
        ),
        "in `auth`: `sid` is declared twice with the same domain and path, first in `auth`; the first is on line",
    );
}

#[test]
fn warning_is_at_the_include_and_names_the_row() {
    let include = "include vendor::vendor { without \"own\", \"_id\", \"_id.{site}\"; }";
    let (_, messages) = with(&[VENDOR], &site("", include, ""));
    let [message] = messages.as_slice() else {
        panic!("{messages:?}");
    };
    assert!(
        message.starts_with("12: exempt_third_party: in `vendor`, row `_test`: "),
        "{message}"
    );
    assert!(
        message.ends_with("`#[allow(exempt_third_party)]` above the `include` silences this"),
        "{message}"
    );
    fine(
        &[VENDOR],
        &site("", &format!("#[allow(exempt_third_party)] {include}"), ""),
    );
}

#[test]
fn silenced_warning_of_the_other_table_stays_silent() {
    let odd = "export odd; last_updated \"2026-11-20\"; cookie | duration;
        /// P\n #[allow(not_a_token)] \"AMCV_{id}@Org\" | 1 day | set_by = script;";
    fine(&[odd], &site("", "", "include odd::odd;"));
    let other = "export odd; last_updated \"2026-11-20\"; cookie | duration;
        /// P\n #[allow(pattern_overlap, unused_allow)] \"A_{id}\" | 1 day | set_by = script;";
    fine(&[other], &site("", "", "include odd::odd;"));
}

fn translated(language: &str, texts: &str) -> String {
    let own = "\"Needed\" => \"N\"; \"Why.\" => \"P\"; \"Choice\" => \"C\"; \"Asked\" => \"D\";";
    format!("translation {language} {{ {own} {texts} }}")
}

fn text<'t>(table: &'t Table, source: &str) -> Option<&'t str> {
    let mut texts = table.translations[0].texts.iter();
    texts
        .find(|(text, _)| text.text == source)
        .map(|(_, text)| text.text.as_str())
}

#[test]
fn translations_come_along_in_the_languages_of_the_site() {
    let items = format!("{DIVIDED} {}", translated("fr", ""));
    let table = fine(&[AUTH], &site(&items, "", ""));
    assert_eq!(
        text(&table, "Keeps you signed in"),
        Some("Garde la session")
    );
    assert_eq!(text(&table, "Ireland"), Some("Irlande"));
    assert_eq!(text(&table, "Keeps the choice"), None);
    let table = fine(
        &[VENDOR],
        &site(&translated("de-AT", ""), "", "include vendor::vendor;"),
    );
    assert_eq!(text(&table, "Tries cookies"), Some("Probiert"));
    let own = translated("fr", "\"Tries cookies\" => \"Teste\";");
    let table = fine(&[VENDOR], &site(&own, "", "include vendor::vendor;"));
    assert_eq!(text(&table, "Tries cookies"), Some("Teste"));
}

#[test]
fn missing_translation_is_a_line_to_paste() {
    let items = format!("{DIVIDED} {}", translated("de", ""));
    refused(
        &[AUTH],
        &site(&items, "", ""),
        "\"Keeps you signed in\" => \"\";\n\"Remembers this device\" => \"\";\n\"Ireland\" => \"\";",
    );
}

#[test]
fn site_in_another_language_reads_the_translation() {
    let french = site(
        &format!("language fr; {DIVIDED} {}", translated("en", "")),
        "",
        "",
    );
    let table = fine(&[AUTH], &french);
    assert_eq!(
        table.declarations[1].purpose.as_ref().unwrap().text,
        "Garde la session"
    );
    assert_eq!(table.providers[1].country.as_deref(), Some("Irlande"));
    assert_eq!(
        text(&table, "Garde la session"),
        Some("Keeps you signed in")
    );
    let polish = site("language pl;", "", "include vendor::vendor;");
    refused(
        &[VENDOR],
        &polish,
        "in `vendor`: these texts are not in `pl`, the language of this table: [\"Tells visitors apart\"",
    );
}

#[test]
fn nested_table_comes_along_with_its_languages_and_date() {
    let shop = "last_updated \"2026-11-25\"; language fr; /// Biscuits\n pub policy in crate::shop export shop;
        /// Audience\n #[allow(no_consent_row)] category Audience: opt_in { include vendor::vendor; }";
    let items = format!("include shop::shop in Asked; {}", translated("de", ""));
    let table = fine_nested(shop, VENDOR, &site(&items, "", ""));
    let row = &table.declarations[1];
    assert_eq!(
        (
            row.name.text.as_str(),
            row.purpose.as_ref().unwrap().text.as_str()
        ),
        ("_id.{site}", "Tells visitors apart")
    );
    let included = row.included.as_ref().unwrap();
    assert_eq!(
        (included.table.as_str(), included.last_updated.as_deref()),
        ("vendor", Some("2026-11-20"))
    );
    assert_eq!(text(&table, "Tells visitors apart"), Some("Unterscheidet"));
}

#[test]
fn exported_table_can_be_reached_and_is_the_same_everywhere() {
    let says = |table: &str| crate::tests::messages(table).join("\n");
    assert!(
        says("policy in crate::a export a;").contains("other crates have to reach the constants")
    );
    assert!(says("pub policy export a;").contains("`pub policy in crate::cookies export a;`"));
    assert!(says("pub policy with config: C in crate::a export a;").contains("cannot be exported"));
    assert_eq!(says("pub policy in crate::a export a;"), "");
    assert!(
        says("pub policy in crate::a export a; include crate::a::a in A;")
            .contains("a table cannot include itself")
    );
    assert!(says("pub policy; include \"a\" in A;").contains("the path of an exported table"));
}

#[test]
fn table_that_is_only_exported_has_rows_and_what_they_refer_to() {
    let says = |table: &str| export_cookies(tokens(table), &krate()).to_string();
    let rest =
        "last_updated \"2026-11-20\"; cookie | duration; /// P\n \"a\" | 1 day | set_by = script;";
    assert!(!says(&format!("export a; {rest}")).contains("compile_error"));
    for (table, message) in [
        (rest.to_owned(), "the table has no name"),
        (
            format!("export a; export b; {rest}"),
            "a table has one name",
        ),
        (
            "export a; cookie | duration; /// P\n \"a\" | 1 day;".to_owned(),
            "say when these facts were last true",
        ),
        (format!("export a; {rest} policy;"), "has no `policy`"),
        (
            format!("export a; {rest} category A: opt_in {{ }}"),
            "has no `category`",
        ),
        (
            format!("export a; {rest} /// T\n section;"),
            "has no `section`",
        ),
        (
            format!("export a; {rest} /// T\n B = \"b\" | 1 day;"),
            "has no constants",
        ),
        (
            format!("export a; {rest} /// T\n \"b\" | {{ x }} max 1 day;"),
            "has no `{ .. }`",
        ),
        (
            format!("export a; {rest} translation from \"locales/fr.ftl\";"),
            "a place for the language",
        ),
        (
            format!("export a; {rest} translation from x;"),
            "expected the files of all languages",
        ),
    ] {
        let said = says(&table);
        assert!(said.contains(message), "{message:?} is not in {said}");
    }
}
