//! How every production of the grammar is read.

use quote::ToTokens;

use crate::ast::{
    Attribute, AttributeValue, Cell, ColumnKind, Content, DurationValue, GateOptionValue, Part,
    Row, SetBy, Storage, Table, Term, Visibility,
};
use crate::rules::Rule;
use crate::tests::{assert_says, exempt, parsed};
use crate::vocabulary::{self, Column, Gate, ProviderKey, Unit};

/// Returns the category that is the first part of a table.
fn category(table: &Table) -> &crate::ast::Category {
    match &table.parts[0] {
        Part::Category(category) => category,
        Part::Section(_) | Part::About(_) => panic!("a section"),
    }
}

/// Returns the rows of a category.
fn rows(rows: &str) -> Vec<Row> {
    let table = parsed(&format!("category C: opt_in {{ {rows} }}"));
    match table.parts.into_iter().next() {
        Some(Part::Category(category)) => category.rows,
        _ => panic!("no category"),
    }
}

/// Returns a row with this cell.
fn row(cell: &str) -> Row {
    rows(&format!("\"x\" | {cell};")).remove(0)
}

#[allow(clippy::ref_option, reason = "the cells are fields")]
fn value<T>(cell: &Option<Cell<T>>) -> &T {
    match cell.as_ref().map(|cell| &cell.content) {
        Some(Content::Value(value)) => value,
        _ => panic!("no value"),
    }
}

fn terms(duration: &str) -> Vec<Term> {
    match &value(&row(&format!("duration = {duration}")).cells.duration).value {
        DurationValue::Terms(terms) => terms.clone(),
        _ => panic!("no terms"),
    }
}

fn attributes(attributes: &str) -> Vec<Attribute> {
    value(&row(&format!("attributes = {attributes}")).cells.attributes)
        .list
        .clone()
}

fn text(tokens: impl ToTokens) -> String {
    tokens.into_token_stream().to_string()
}

#[test]
fn empty_table() {
    let table = parsed("");
    assert!(table.policies.is_empty() && table.parts.is_empty());
}

#[test]
fn policy_alone() {
    let policy = &parsed("policy;").policies[0];
    assert!(matches!(policy.visibility, Visibility::Private));
    assert!(policy.site.is_none() && policy.config.is_none() && policy.path.is_none());
}

#[test]
fn policy_with_all_its_parts() {
    let table = parsed(
        "/// Title\n///\n/// One\n/// line.\n///\n/// Another.
        pub policy for \"https://a.example\" with config: crate::Config<'static> in crate::cookies;",
    );
    let policy = &table.policies[0];
    let paragraphs: Vec<_> = policy
        .docs
        .paragraphs
        .iter()
        .map(|text| text.text.as_str())
        .collect();
    assert_eq!(paragraphs, ["Title", "One line.", "Another."]);
    assert!(matches!(policy.visibility, Visibility::Public(_)));
    assert_eq!(
        policy.site.as_ref().map(|site| site.text.as_str()),
        Some("https://a.example")
    );
    let config = policy
        .config
        .as_ref()
        .expect("the policy has a configuration");
    assert_eq!(
        (config.name.to_string(), text(&config.ty)),
        ("config".into(), "crate :: Config <'static >".into())
    );
    assert_eq!(text(&policy.path), "crate :: cookies");
}

#[test]
fn policy_of_every_visibility() {
    for path in ["crate", "super", "self", "in crate::a"] {
        let table = parsed(&format!("pub({path}) policy;"));
        let Visibility::Restricted(_, tokens) = &table.policies[0].visibility else {
            panic!("{path} is restricted")
        };
        assert_eq!(text(tokens), path.replace("::", " :: "));
    }
}

#[test]
fn language() {
    assert_eq!(parsed("language pt-BR;").languages[0].tag, "pt-BR");
    assert_eq!(parsed("language es-419;").languages[0].tag, "es-419");
    assert_eq!(parsed("language as;").languages[0].tag, "as");
}

#[test]
fn print() {
    let table = parsed("print provider \"Who\" | cookie | \"Sites concerned\" | purpose \"Why\";");
    let columns: Vec<_> = table.prints[0]
        .columns
        .iter()
        .map(|(column, title)| {
            (
                column.name.word(),
                title.as_ref().map(|title| title.text.as_str()),
            )
        })
        .collect();
    let expected = [
        ("provider", Some("Who")),
        ("cookie", None),
        ("Sites concerned", None),
        ("purpose", Some("Why")),
    ];
    assert_eq!(columns, expected);
    assert!(table.prints[0].columns[2].0.name == ColumnKind::Own("Sites concerned".to_owned()));
}

#[test]
fn provider_without_keys() {
    let provider = &parsed("provider P = \"Name\";").providers[0];
    assert_eq!(
        (
            provider.ident.to_string().as_str(),
            provider.title.text.as_str()
        ),
        ("P", "Name")
    );
    assert!(provider.keys.is_empty());
}

#[test]
fn provider_with_keys() {
    let provider =
        "provider P = \"Name\" { privacy: \"p\", third_party, domain: \"d\", country: \"c\", }";
    let table = parsed(&format!("{provider} provider Q = \"Q\" {{}}"));
    let keys: Vec<_> = table.providers[0]
        .keys
        .iter()
        .map(|(key, _, value)| (*key, value.as_ref().map(|value| value.text.as_str())))
        .collect();
    let expected = [
        (ProviderKey::Privacy, Some("p")),
        (ProviderKey::ThirdParty, None),
        (ProviderKey::Domain, Some("d")),
        (ProviderKey::Country, Some("c")),
    ];
    assert_eq!(keys, expected);
}

#[test]
fn section() {
    let table = parsed("/// Heading\n///\n/// Text.\nsection; category C: opt_in { }");
    let Part::Section(docs) = &table.parts[0] else {
        panic!("the first part is the section")
    };
    assert_eq!(docs.paragraphs.len(), 2);
    assert!(matches!(table.parts[1], Part::Category(_)));
}

#[test]
fn category_with_every_gate() {
    for (word, gate) in [
        ("exempt", Gate::Exempt),
        ("opt_in", Gate::OptIn),
        ("opt_out", Gate::OptOut),
    ] {
        let table = parsed(&format!(
            "/// T\n#[allow(no_purpose, no_description)] category Name: {word} {{ }}"
        ));
        let category = category(&table);
        assert_eq!(
            (category.ident.to_string().as_str(), category.gate),
            ("Name", Some(gate))
        );
        assert_eq!(category.docs.allows, [Rule::NoPurpose, Rule::NoDescription]);
        assert!(category.options.is_empty());
    }
}

#[test]
fn options_of_a_gate() {
    let table = parsed(
        "category C: opt_in(revision 3, gpc, consent_mode(ad_storage, analytics_storage), tcf(1, 8), signals(uet), advanced) { }",
    );
    let options: Vec<_> = category(&table)
        .options
        .iter()
        .map(|option| &option.value)
        .collect();
    assert!(matches!(options[0], GateOptionValue::Revision(3)));
    assert!(matches!(options[1], GateOptionValue::Gpc));
    assert!(matches!(options[2], GateOptionValue::ConsentMode(signals) if signals.len() == 2));
    assert!(matches!(options[3], GateOptionValue::Tcf(purposes) if purposes[1].0 == 8));
    assert!(matches!(options[4], GateOptionValue::Signals(signals) if signals.len() == 1));
    assert!(matches!(options[5], GateOptionValue::Advanced));
}

#[test]
fn header_of_the_table_is_that_of_categories_below() {
    let table = parsed("cookie | note; category C: opt_in { \"x\" | \"n\"; }");
    assert_eq!(value(&category(&table).rows[0].cells.note).text, "n");
}

#[test]
fn header_of_a_category_is_its_own() {
    let table = parsed("cookie | note; category C: opt_in { cookie | function; \"x\" | \"f\"; } ");
    let cells = &category(&table).rows[0].cells;
    assert!(cells.note.is_none());
    assert_eq!(value(&cells.function).text, "f");
}

#[test]
fn header_with_every_column() {
    let rows = rows(
        "cookie | provider | function | purpose | duration | attributes | set_by | storage | note | when | \"Own\";
        \"x\" | P | \"f\" | \"p\" | session | Secure | script | pixel | \"n\" | { true } | \"o\";",
    );
    let cells = &rows[0].cells;
    assert_eq!(value(&cells.provider).to_string(), "P");
    assert_eq!(value(&cells.function).text, "f");
    assert_eq!(value(&cells.purpose).text, "p");
    assert!(matches!(
        value(&cells.duration).value,
        DurationValue::Terms(_)
    ));
    assert_eq!(value(&cells.attributes).list.len(), 1);
    assert!(matches!(
        value(&cells.set_by),
        SetBy::Known(vocabulary::SetBy::Script)
    ));
    assert!(matches!(
        value(&cells.storage),
        Storage::Known(vocabulary::Storage::Pixel)
    ));
    assert_eq!(value(&cells.note).text, "n");
    assert_eq!(text(&value(&cells.when).tokens), "true");
    assert!(
        matches!(&cells.own[0], (title, Cell { content: Content::Value(own), .. }) if title == "Own" && own.text == "o")
    );
}

#[test]
fn with_of_a_category() {
    let table =
        parsed("category C: opt_in { with provider = P | duration = 1 day; with note = \"n\"; }");
    let with = &category(&table).with;
    assert_eq!(value(&with.provider).to_string(), "P");
    assert_eq!(value(&with.note).text, "n");
    assert!(with.duration.is_some() && with.function.is_none());
}

#[test]
fn group() {
    let rows = rows("with note = \"n\" | \"Own\" = \"o\" { \"a\"; \"b\" | note = _; } \"c\";");
    assert_eq!(value(&rows[0].group.note).text, "n");
    assert_eq!(rows[1].group.own.len(), 1);
    assert!(rows[0].cells.note.is_none() && rows[2].group.note.is_none());
}

#[test]
fn row_with_a_text_and_a_warning() {
    let row = rows("#[allow(no_purpose)] /// Purpose\n#[allow(case_twins, reason = \"r\")] \"x\";")
        .remove(0);
    assert_eq!(row.docs.paragraphs[0].text, "Purpose");
    assert_eq!(row.docs.allows, [Rule::NoPurpose, Rule::CaseTwins]);
}

#[test]
fn names_of_every_form() {
    let rows = rows("A = \"a\"; B: Option<Vec<u8>> = \"b\"; \"c\"; any; any = \"d\"; \"e_{id}\";");
    let names: Vec<_> = rows
        .iter()
        .map(|row| {
            let name = &row.names[0];
            let constant = name.constant.as_ref();
            (
                constant.map(|c| c.ident.to_string()),
                constant.and_then(|c| c.ty.as_ref().map(text)),
                name.text.clone(),
            )
        })
        .collect();
    let some = |text: &str| Some(text.to_owned());
    let expected = [
        (some("A"), None, some("a")),
        (some("B"), some("Option < Vec < u8 >>"), some("b")),
        (None, None, some("c")),
        (None, None, None),
        (some("any"), None, some("d")),
        (None, None, some("e_{id}")),
    ];
    assert_eq!(names, expected);
}

#[test]
fn type_of_a_name_may_hold_any_mark() {
    for ty in [
        "Vec2<dyn Tr<Item = u8>>",
        "[u8; 4]",
        "fn(u8) -> u8",
        "a::B::<C, D>",
        "(A, B)",
        "::a::B",
    ] {
        let row = rows(&format!("X: {ty} = \"x\";")).remove(0);
        let read = row.names[0]
            .constant
            .as_ref()
            .and_then(|constant| constant.ty.as_ref().map(text));
        assert_eq!(
            read.map(|ty| ty.replace(' ', "")),
            Some(ty.replace(' ', ""))
        );
    }
}

#[test]
fn several_names_in_a_row() {
    let row = rows("A = \"a\", \"b\", C: u8 = \"c\" | note = \"n\";").remove(0);
    let names: Vec<_> = row
        .names
        .iter()
        .filter_map(|name| name.text.as_deref())
        .collect();
    assert_eq!(names, ["a", "b", "c"]);
    assert_eq!(value(&row.cells.note).text, "n");
}

#[test]
fn columns_as_names_of_constants() {
    let rows = rows(
        "cookie | note; CATEGORY = \"a\" | \"n\"; cookie = \"b\" | \"n\"; POLICY_ID = \"c\" | \"n\";",
    );
    assert_eq!(rows.len(), 3);
}

#[test]
fn named_cells_after_the_others() {
    let row =
        rows("cookie | duration; \"x\" | 1 day | note = \"n\" | \"Own\" = \"o\" | when = { a() };")
            .remove(0);
    assert_eq!(
        (
            value(&row.cells.note).text.as_str(),
            row.cells.own[0].0.as_str()
        ),
        ("n", "Own")
    );
    assert_eq!(text(&value(&row.cells.when).tokens), "a ()");
}

#[test]
fn empty_cells() {
    let row =
        rows("cookie | note | function | purpose | provider; \"x\" | _ | none || P;").remove(0);
    assert!(matches!(
        row.cells.note.map(|cell| cell.content),
        Some(Content::Default)
    ));
    assert!(matches!(
        row.cells.function.map(|cell| cell.content),
        Some(Content::Nothing)
    ));
    assert!(matches!(
        row.cells.purpose.map(|cell| cell.content),
        Some(Content::Default)
    ));
}

#[test]
fn text_over_several_lines() {
    assert_eq!(
        value(&row("note = \"one \"\n\"two\"").cells.note).text,
        "one two"
    );
    assert_eq!(
        value(&row("note = r#\"a \"quoted\" b\"#").cells.note).text,
        "a \"quoted\" b"
    );
}

#[test]
fn durations_of_every_unit() {
    let units = [
        Unit::Second,
        Unit::Minute,
        Unit::Hour,
        Unit::Day,
        Unit::Week,
        Unit::Month,
        Unit::Year,
    ];
    for (unit, word) in units.into_iter().zip(Unit::WORDS) {
        assert_eq!(terms(&format!("2 {word}"))[0].time, Some((2, unit)));
        assert_eq!(
            terms(&format!("1 {}", &word[..word.len() - 1]))[0].time,
            Some((1, unit))
        );
    }
}

#[test]
fn durations_of_every_form() {
    assert_eq!(terms("session")[0].time, None);
    assert!(terms("rolling 30 minutes")[0].rolling && !terms("30 minutes")[0].rolling);
    let times: Vec<_> = terms("session or 2 weeks or rolling 1_0 days")
        .iter()
        .map(|term| term.time)
        .collect();
    assert_eq!(times, [None, Some((2, Unit::Week)), Some((10, Unit::Day))]);
    assert!(matches!(
        value(&row("duration = persistent").cells.duration).value,
        DurationValue::Persistent
    ));
    let row = row("duration = { ttl() } max 4 weeks");
    let DurationValue::RunTime(expr, max) = &value(&row.cells.duration).value else {
        panic!("no expression")
    };
    assert_eq!(
        (text(&expr.tokens), max.time),
        ("ttl ()".to_owned(), Some((4, Unit::Week)))
    );
}

#[test]
fn text_printed_for_a_duration() {
    for duration in [
        "session",
        "2 weeks",
        "persistent",
        "session or 2 weeks",
        "{ ttl() } max 4 weeks",
    ] {
        let row = row(&format!("duration = {duration} \"a while\""));
        assert_eq!(
            value(&row.cells.duration)
                .text
                .as_ref()
                .map(|text| text.text.as_str()),
            Some("a while")
        );
    }
}

#[test]
fn attributes_of_every_form() {
    use vocabulary::Attribute::{Domain, HttpOnly, Partitioned, Path, SameSite, Secure};
    let list =
        attributes("Secure HttpOnly Partitioned SameSite=Strict Path=\"/a\" Domain=\"a.example\"");
    let keys: Vec<_> = list.iter().map(|attribute| attribute.key).collect();
    assert_eq!(
        keys,
        [Secure, HttpOnly, Partitioned, SameSite, Path, Domain]
    );
    assert!(matches!(list[0].value, AttributeValue::Flag));
    assert!(matches!(
        list[3].value,
        AttributeValue::SameSite(vocabulary::SameSite::Strict)
    ));
    assert!(matches!(&list[4].value, AttributeValue::Text(path) if path.text == "/a"));
    assert!(matches!(&list[5].value, AttributeValue::Text(domain) if domain.text == "a.example"));
}

#[test]
fn attributes_at_run_time() {
    for key in vocabulary::Attribute::WORDS {
        let list = attributes(&format!("{key}={{ a() }}"));
        assert!(
            matches!(&list[0].value, AttributeValue::RunTime(expr) if text(&expr.tokens) == "a ()"),
            "{key}"
        );
    }
}

#[test]
fn attributes_that_start_from_others() {
    let row = row("attributes = .. !HttpOnly !Path Partitioned");
    let attributes = value(&row.cells.attributes);
    assert!(attributes.inherit);
    assert!(matches!(attributes.list[0].value, AttributeValue::Taken));
    assert!(matches!(attributes.list[2].value, AttributeValue::Flag));
    assert!(
        value(&self::row("attributes = ..").cells.attributes)
            .list
            .is_empty()
    );
}

#[test]
fn setters_of_every_form() {
    for (word, key) in vocabulary::SetBy::WORDS
        .iter()
        .map(|word| (word, vocabulary::SetBy::parse(word)))
    {
        let row = row(&format!("set_by = {word}"));
        assert!(
            matches!(value(&row.cells.set_by), SetBy::Known(read) if Some(*read) == key),
            "{word}"
        );
    }
    assert!(
        matches!(value(&row("set_by = \"a.example\"").cells.set_by), SetBy::Domain(text) if text.text == "a.example")
    );
}

#[test]
fn storages_of_every_form() {
    for word in vocabulary::Storage::WORDS
        .iter()
        .filter(|word| **word != "other")
    {
        let row = row(&format!("storage = {word}"));
        assert!(
            matches!(value(&row.cells.storage), Storage::Known(read) if read.word() == *word),
            "{word}"
        );
    }
    let row = row("storage = other(\"Cache storage\")");
    assert!(
        matches!(value(&row.cells.storage), Storage::Other(text) if text.text == "Cache storage")
    );
}

#[test]
fn every_column_has_a_cell_of_its_own() {
    for column in Column::WORDS.iter().filter(|word| **word != "party") {
        let cells = row(&format!("{column} = none")).cells;
        let filled = [
            cells.provider.is_some(),
            cells.function.is_some(),
            cells.purpose.is_some(),
            cells.duration.is_some(),
            cells.attributes.is_some(),
            cells.set_by.is_some(),
            cells.storage.is_some(),
            cells.basis.is_some(),
            cells.note.is_some(),
            cells.when.is_some(),
        ];
        assert_eq!(
            filled.iter().filter(|filled| **filled).count(),
            1,
            "{column}"
        );
    }
}

#[test]
fn retired() {
    let table = parsed("retired { /// Why\n\"a\"; \"b_{id}\" Secure Path=\"/x\"; }");
    assert_eq!(
        (
            table.retired[0].name.text.as_str(),
            table.retired[0].attributes.list.len()
        ),
        ("a", 0)
    );
    assert_eq!(
        (
            table.retired[1].name.text.as_str(),
            table.retired[1].attributes.list.len()
        ),
        ("b_{id}", 2)
    );
}

#[test]
fn translation() {
    let table = parsed(
        "#[allow(unused_translation)] translation pt-BR { \"a\" => \"b\"; \"c\" => \"d\"; }",
    );
    let translation = &table.translations[0];
    let texts: Vec<_> = translation
        .texts
        .iter()
        .map(|(a, b)| (a.text.as_str(), b.text.as_str()))
        .collect();
    assert_eq!(
        (translation.tag.tag.as_str(), texts),
        ("pt-BR", vec![("a", "b"), ("c", "d")])
    );
    assert_eq!(translation.allows, [Rule::UnusedTranslation]);
}

#[test]
fn example_of_the_design() {
    let table = parsed(include_str!("../../tests/design.txt"));
    assert_eq!((table.providers.len(), table.parts.len()), (2, 2));
    assert_eq!(category(&table).rows.len(), 4);
}

#[test]
fn nesting_too_deep_for_the_stack_is_a_mistake() {
    for (open, close) in [
        ("{", "}"),
        ("(", ")"),
        ("[", "]"),
        ("with note = \"a\" {", "}"),
    ] {
        for times in [1_000, 100_000] {
            let nested = [open.repeat(times), close.repeat(times)].concat();
            let row = format!(r#""a" | 1 day | when = {{ {nested} }};"#);
            assert_says(
                &exempt(&row),
                &["braces and parentheses are nested over 128 deep"],
            );
            assert_says(
                &format!("policy; {nested}"),
                &["braces and parentheses are nested over 128 deep"],
            );
        }
    }
}

#[test]
fn nesting_of_an_expression_is_fine() {
    let nested = ["{".repeat(100), "true".to_owned(), "}".repeat(100)].concat();
    assert_says(&exempt(&format!(r#""a" | 1 day | when = {nested};"#)), &[]);
}
