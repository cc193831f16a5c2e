//! `opt_in(by provider)`: a choice for each provider of the rows.

use crate::model::Table;
use crate::tests::{assert_says, checked, messages};

const GOOGLE: &str = "\"NID\" | Google | 6 months;";
const META: &str = "\"_fbp\" | Meta | 3 months;";

fn table(gate: &str, rows: &str) -> String {
    with_other(gate, rows, "")
}

/// A table with a category `Marketing`, and with another below.
fn with_other(gate: &str, rows: &str, other: &str) -> String {
    format!(
        "#[allow(no_purpose, no_consent_row, unused_allow)] policy;
        provider Google = \"Google Inc.\";
        provider Meta = \"Meta\";
        cookie | provider | duration;
        /// Advertising
        ///
        /// Why.
        category Marketing: {gate} {{ with set_by = script; {rows} }}
        {other}"
    )
}

fn idents(table: &Table) -> Vec<String> {
    let categories = table.categories.iter();
    categories.map(|it| it.ident.to_string()).collect()
}

#[test]
fn each_provider_has_a_category_in_the_order_of_the_rows() {
    let rows = [META, GOOGLE, "\"_gcl\" | Google | 3 months;"].concat();
    for gate in ["opt_in(by provider)", "opt_out(gpc, by provider)"] {
        let table = checked(&table(gate, &rows));
        assert_eq!(idents(&table), ["MarketingMeta", "MarketingGoogle"]);
        let of: Vec<_> = table.declarations.iter().map(|it| it.category).collect();
        assert_eq!(of, [0, 1, 1]);
        assert_eq!(table.parts.len(), 1, "the page has one section");
    }
}

#[test]
fn every_option_counts_for_each_provider() {
    let gate = "opt_in(by provider, revision 3, gpc, consent_mode(ad_storage), tcf(1), also \"8f81bb5b69bed8a9\")";
    for category in checked(&table(gate, &[GOOGLE, META].concat())).categories {
        assert_eq!((category.revision, category.gpc), (3, true));
        assert_eq!((category.consent_mode.len(), category.tcf.len()), (1, 1));
        assert_eq!(category.also[0].0, 0x8f81_bb5b_69be_d8a9);
    }
}

#[test]
fn other_ways_to_say_it_name_the_right_one() {
    let rows = [GOOGLE, META].concat();
    for gate in [
        "opt_in(per provider)",
        "opt_in(by providers)",
        "opt_in(by each provider)",
        "opt_in(by_provider)",
        "opt_in(by)",
        "opt_in by provider",
        "opt_in per provider",
    ] {
        assert_says(
            &table(gate, &rows),
            &["a choice for each provider is an option in parentheses: `opt_in(by provider)`"],
        );
    }
    assert_says(
        &table("opt_in(by provider gpc)", &rows),
        &["expected `,` between the options"],
    );
    assert_says(
        &table("opt_in(by provider, by provider)", &rows),
        &["this option is written twice"],
    );
}

#[test]
fn exempt_category_has_no_choice_for_each_provider() {
    assert_says(
        &table("exempt(by provider)", &[GOOGLE, META].concat()),
        &["visitors do not choose in an exempt category, so there is no choice for each provider"],
    );
}

#[test]
fn each_row_names_its_provider() {
    let message = "no provider, but visitors choose `by provider`: name one, `provider = Google`";
    for row in [
        "\"a\" | _ | 1 day;",
        "\"a\" | none | 1 day;",
        "\"a\", \"b\" | _ | 1 day;",
    ] {
        let rows = [GOOGLE, row].concat();
        assert_says(&table("opt_in(by provider)", &rows), &[message]);
        assert_says(&table("opt_in", &rows), &[]);
    }
    assert_says(
        &table(
            "opt_in(by provider)",
            "with provider = Meta { \"a\" | _ | 1 day; } with provider = Google; \"b\" | _ | 1 day;",
        ),
        &[],
    );
    assert_says(
        &table("opt_in(by provider)", "\"a\" | Gogle | 1 day;"),
        &["unknown provider `Gogle`, did you mean `Google`?"],
    );
}

#[test]
fn category_without_rows_is_a_category() {
    let (text, gate) = (table("opt_in(by provider)", ""), "empty_category");
    assert!(messages(&text)[0].starts_with(gate), "as any other gate");
}

#[test]
fn identifiers_do_not_clash() {
    let rows = [GOOGLE, META].concat();
    let rest = "#[allow(empty_category)]";
    let other = |name: &str| format!("{rest} category {name}: opt_out {{ }}");
    let gate = "opt_in(by provider)";
    assert_says(&with_other(gate, &rows, &other("MarketingOther")), &[]);
    assert_says(
        &with_other(gate, &rows, &other("MarketingMeta")),
        &[
            "the category `MarketingMeta` and the choice for `Meta` in `Marketing` would both be `MarketingMeta`: choose another identifier; the first is on line 8",
        ],
    );
    assert_says(
        &with_other(gate, &rows, &other("Marketing")),
        &["the category `Marketing` is declared twice"],
    );
    let two = "provider AdsMeta = \"A\"; category Market: opt_in(by provider) { \"x\" | AdsMeta | 1 day; }
        category MarketAds: opt_in(by provider) { \"y\" | Meta | 1 day; }";
    assert_says(
        &with_other(gate, &rows, two),
        &[
            "the choice for `Meta` in `MarketAds` and the choice for `AdsMeta` in `Market` would both be `MarketAdsMeta`",
        ],
    );
}

#[test]
fn an_earlier_state_is_that_of_the_category_or_of_one_provider() {
    let gate = "opt_in(by provider, also \"8f81bb5b69bed8a9\", also Meta(\"8f81bb5b69bed8aa\", \"8f81bb5b69bed8ab\"))";
    let table_ = checked(&table(gate, &[GOOGLE, META].concat()));
    let also: Vec<_> = table_.categories.iter().map(|it| it.also.len()).collect();
    assert_eq!(also, [1, 3]);
    for (gate, message) in [
        (
            "opt_in(also Google \"8f81bb5b69bed8a9\")",
            "`also` names a provider only where visitors choose `by provider`",
        ),
        (
            "opt_in(by provider, also Mata \"8f81bb5b69bed8a9\")",
            "unknown provider of these rows `Mata`, did you mean `Meta`?",
        ),
        (
            "opt_in(by provider, also Meta)",
            "`also` needs an earlier fingerprint",
        ),
    ] {
        assert_says(&table(gate, &[GOOGLE, META].concat()), &[message]);
    }
}

#[test]
fn another_provider_leaves_the_fingerprints_of_the_others() {
    let fingerprint = |rows: &[&str]| {
        let table = checked(&table("opt_in(by provider)", &rows.concat()));
        let google = |it: &&crate::model::Category| it.ident == "MarketingGoogle";
        table.categories.iter().find(google).unwrap().fingerprint
    };
    let alone = fingerprint(&[GOOGLE]);
    assert_eq!(fingerprint(&[META, GOOGLE]), alone);
    assert_ne!(
        fingerprint(&[META, GOOGLE, "\"_gcl\" | Google | 1 day;"]),
        alone
    );
    let plain = checked(&table("opt_in", GOOGLE)).categories[0].fingerprint;
    assert_ne!(
        plain, alone,
        "what was granted without `by provider` does not count"
    );
}

#[test]
fn listed_row_is_about_the_choice_for_its_provider() {
    let other = |rows: &str| {
        let rows = ["\"x\" | Meta | 1 day;", rows].concat();
        with_other(
            "opt_in(by provider)",
            &[GOOGLE, META].concat(),
            &format!("category Other: opt_out(by provider) {{ {rows} }}"),
        )
    };
    let table = checked(&other("/// Why\nalso \"_fbp\";"));
    assert_eq!(table.listed[0].category, 2);
    assert_says(
        &other("/// Why\nalso \"NID\";"),
        &[
            "visitors choose `by provider` in `Other`, and none of its rows has the provider of \"NID\"",
        ],
    );
    assert_says(
        &with_other(
            "opt_in(by provider)",
            &[GOOGLE, META, "/// Why\nalso \"NID\";"].concat(),
            "",
        ),
        &["\"NID\" is a row of this category already"],
    );
    assert_says(
        &with_other(
            "opt_in(by provider)",
            &[GOOGLE, META, "\"NID\" | Meta | 1 day;"].concat(),
            "",
        ),
        &["`NID` is declared twice with the same domain and path [N8]"],
    );
}

#[test]
fn texts_of_the_category_are_translated_once() {
    let text = with_other(
        "opt_in(by provider)",
        &[
            GOOGLE,
            META,
            "/// One\n///\n/// Two\nsection; /// Last\n\"l\" | Meta | 1 day;",
        ]
        .concat(),
        "translation de { \"Advertising\" => \"Werbung\"; \"Why.\" => \"Darum.\"; \"One\" => \"Eins\"; \"Two\" => \"Zwei\"; }",
    );
    assert_says(
        &text,
        &["translate these lines and add them:\n\"Last\" => \"\";"],
    );
}

#[test]
fn there_are_at_most_64_choices() {
    let number = |count: usize| {
        let providers = (0..count).map(|it| format!("provider P{it} = \"P\";"));
        let rows = (0..count).map(|it| format!("\"x{it}\" | P{it} | 1 day;"));
        let (providers, rows): (String, String) = (providers.collect(), rows.collect());
        with_other("opt_in(by provider)", &rows, &providers)
    };
    assert_says(&number(64), &[]);
    assert_says(
        &number(65),
        &[
            "visitors choose about at most 64 categories, and `by provider` makes one for each provider",
        ],
    );
}
