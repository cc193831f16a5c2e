mod by_provider;

use std::collections::BTreeMap;
use std::env;
use std::fs;

use crate::policy_file::check::check;
use crate::policy_file::{
    Category, Comparison, Date, Gate, Part, PolicyFile, Provider, Row, SCHEMA, Term, Weight,
};

fn row(category: &str, name: &str) -> Row {
    Row {
        category: category.into(),
        name: name.into(),
        storage: "cookie".into(),
        set_by: "script".into(),
        provider: Some("Acme".into()),
        function: None,
        purpose: Some("Counts visits".into()),
        duration: "6 months".parse().unwrap(),
        duration_text: None,
        attributes: None,
        basis: None,
        note: None,
        columns: [].into(),
        any: false,
        varies: false,
        included_from: None,
        facts_of: None,
    }
}

fn category(gate: Gate, rows: &[&str]) -> Category {
    Category {
        gate,
        title: "Title".into(),
        of_provider: None,
        description: vec!["Description".into()],
        revision: 0,
        gpc: false,
        consent_mode: Vec::new(),
        signals: Vec::new(),
        advanced: false,
        tcf: Vec::new(),
        fingerprint: "0000000000000001".into(),
        also: Vec::new(),
        rows: rows.iter().copied().map(String::from).collect(),
        listed: Vec::new(),
        sections: Vec::new(),
    }
}

fn file() -> PolicyFile {
    PolicyFile {
        schema: SCHEMA,
        site: None,
        last_updated: Some("2026-11-01".into()),
        version: None,
        controller: None,
        consent_elsewhere: None,
        consent_tied: false,
        language: "en".into(),
        title: Some("Cookies".into()),
        introduction: vec!["Hello.".into()],
        page: vec![
            Part::Category("Needed".into()),
            Part::Category("Statistics".into()),
        ],
        categories: [
            ("Needed".into(), category(Gate::Exempt, &["session"])),
            ("Statistics".into(), category(Gate::OptIn, &["_ga", "_gid"])),
        ]
        .into(),
        providers: [(
            "Acme".into(),
            Provider {
                title: "Acme".into(),
                privacy: None,
                opt_out: None,
                contact: None,
                address: None,
                domains: Vec::new(),
                third_party: false,
                country: None,
                transfer: None,
            },
        )]
        .into(),
        rows: vec![
            row("Needed", "session"),
            row("Statistics", "_ga"),
            row("Statistics", "_gid"),
        ],
        retired: Vec::new(),
        translations: [("fr".into(), [("Cookies".into(), "Témoins".into())].into())].into(),
        wording: [(
            "fr".into(),
            [
                ("back".into(), "Revenir".into()),
                ("question".into(), "Oui à {categories} ?".into()),
            ]
            .into(),
        )]
        .into(),
    }
}

/// The built-in texts that the site replaces in French.
fn french(file: &mut PolicyFile) -> &mut BTreeMap<String, String> {
    file.wording.get_mut("fr").expect("there are some")
}

/// The file after an edit.
fn edited(edit: impl FnOnce(&mut PolicyFile)) -> PolicyFile {
    let mut file = file();
    edit(&mut file);
    file
}

/// As [`edited`], where the edit changes what visitors of `Statistics` answered about.
fn edited_facts(edit: impl FnOnce(&mut PolicyFile)) -> PolicyFile {
    edited(|file| {
        statistics(file).fingerprint = "0000000000000002".into();
        edit(file);
    })
}

fn statistics(file: &mut PolicyFile) -> &mut Category {
    file.categories.get_mut("Statistics").unwrap()
}

/// The only difference to the first file: its weight and message.
fn only(edit: impl FnOnce(&mut PolicyFile)) -> (Weight, String) {
    let comparison = Comparison::of(&file(), &edited(edit));
    let [difference] = &comparison.differences[..] else {
        panic!("{comparison}");
    };
    (
        difference.weight,
        format!("{}: {}", difference.subject, difference.message),
    )
}

fn weight(edit: impl FnOnce(&mut PolicyFile)) -> Weight {
    only(edit).0
}

#[test]
fn same_tables_have_no_difference() {
    let comparison = Comparison::of(&file(), &file());
    assert!(comparison.is_empty());
    assert_eq!(comparison.to_string(), "The tables say the same.\n");
}

#[test]
fn a_loosened_gate_comes_first() {
    let file = edited_facts(|file| {
        file.title = Some("Biscuits".into());
        statistics(file).gate = Gate::OptOut;
        file.rows[1].purpose = None;
    });
    let text = Comparison::of(&self::file(), &file).to_string();
    assert!(
        text.starts_with(
            "Gate loosened:\n  Statistics: the gate changed from `opt_in` to `opt_out`: it is now stored until the visitor \
             denies it\n"
        ),
        "{text}"
    );
}

#[test]
fn a_stricter_gate_is_material() {
    let stricter = |file: &mut PolicyFile| {
        file.categories.get_mut("Needed").unwrap().gate = Gate::OptOut;
    };
    let comparison = Comparison::of(&file(), &edited(stricter));
    assert_eq!(comparison.differences[0].weight, Weight::Material);
}

#[test]
fn a_row_that_moves_to_an_exempt_category_loosens_its_gate() {
    let (weight, message) = only(|file| file.rows[1].category = "Needed".into());
    assert_eq!(weight, Weight::GateLoosened);
    assert!(message.starts_with("`_ga`: it moved from `Statistics` (opt_in) to `Needed` (exempt)"));
}

#[test]
fn a_signal_that_no_longer_denies_loosens_the_gate() {
    let with_gpc = edited(|file| statistics(file).gpc = true);
    let loosened = Comparison::of(&with_gpc, &file());
    assert_eq!(loosened.differences[0].weight, Weight::GateLoosened);
    assert_eq!(weight(|file| statistics(file).gpc = true), Weight::Material);
}

#[test]
fn tags_that_no_longer_wait_loosen_the_gate_and_ask_again() {
    let advanced = edited(|file| {
        statistics(file).advanced = true;
        statistics(file).fingerprint = "00000000000000aa".to_owned();
    });
    let loosened = Comparison::of(&file(), &advanced);
    assert_eq!(loosened.differences[0].weight, Weight::GateLoosened);
    assert_eq!(loosened.asked_again.len(), 1);
    assert_eq!(loosened.asked_again[0].also, None);
    let back = Comparison::of(&advanced, &file());
    assert_eq!(back.differences[0].weight, Weight::Material);
    assert!(
        back.asked_again[0].also.is_some(),
        "answers can still count"
    );
}

#[test]
fn another_signal_is_material() {
    let signals = |file: &mut PolicyFile| statistics(file).signals = vec!["meta".to_owned()];
    assert_eq!(weight(signals), Weight::Material);
}

#[test]
fn identifier_in_the_answer_is_material() {
    let tied = edited(|file| file.consent_tied = true);
    for (old, new, message) in [
        (
            file(),
            tied.clone(),
            "now contains an identifier, which connects their decisions",
        ),
        (tied, file(), "no longer contains an identifier"),
    ] {
        let differences = Comparison::of(&old, &new).differences;
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0].weight, Weight::Material);
        assert_eq!(
            differences[0].message,
            format!("the visitor's answer {message}")
        );
    }
}

#[test]
fn recipient_purpose_duration_and_storage_are_material() {
    let edits: [fn(&mut PolicyFile); 8] = [
        |file| file.rows[1].provider = None,
        |file| file.providers.get_mut("Acme").unwrap().third_party = true,
        |file| file.providers.get_mut("Acme").unwrap().country = Some("US".into()),
        |file| file.rows[1].purpose = Some("Counts visits, for advertisers".into()),
        |file| file.rows[1].duration = "7 months".parse().unwrap(),
        |file| file.rows[1].duration_text = Some("a moment".into()),
        |file| file.rows[1].storage = "local_storage".into(),
        |file| file.rows[1].set_by = "ads.example".into(),
    ];
    for edit in edits {
        assert_eq!(weight(edit), Weight::Material);
    }
}

#[test]
fn wording_order_and_translations_are_editorial() {
    let edits: [fn(&mut PolicyFile); 12] = [
        |file| drop(french(file).insert("back".into(), "Retour".into())),
        |file| drop(french(file).remove("back")),
        |file| drop(french(file).insert("question".into(), "Oui à {categories}…".into())),
        |file| file.rows[1].purpose = Some("counts visits.".into()),
        |file| file.rows[1].included_from = Some("ga4".into()),
        |file| file.rows[1].note = Some("New".into()),
        |file| file.rows[1].duration = "180 days".parse().unwrap(),
        |file| file.introduction = vec!["Good day.".into()],
        |file| file.page.reverse(),
        |file| statistics(file).rows.reverse(),
        |file| {
            let french = file.translations.get_mut("fr").unwrap();
            french.insert("Cookies".into(), "Biscuits".into());
        },
        |file| drop(file.translations.remove("fr")),
    ];
    for edit in edits {
        assert_eq!(weight(edit), Weight::Editorial);
    }
}

#[test]
fn another_question_or_button_is_material() {
    let edits: [fn(&mut PolicyFile); 3] = [
        |file| drop(french(file).insert("question".into(), "Et {categories} ?".into())),
        |file| drop(french(file).remove("question")),
        |file| drop(french(file).insert("accept".into(), "D’accord".into())),
    ];
    for edit in edits {
        let comparison = Comparison::of(&file(), &edited(edit));
        let [difference] = comparison.differences.as_slice() else {
            panic!("{comparison:?}");
        };
        assert_eq!(difference.weight, Weight::Material);
        assert!(difference.subject.starts_with("wording fr, `"));
        assert!(difference.message.contains("raise `revision`"));
    }
}

#[test]
fn update_of_an_included_table_is_named_beside_what_it_changed() {
    let of = |duration: &str, date: &str| {
        edited(|file| {
            let row = &mut file.rows[1];
            row.duration = duration.parse().unwrap();
            row.included_from = Some("ga4".into());
            row.facts_of = Some(date.into());
        })
    };
    let comparison = Comparison::of(&of("6 months", "2026-11-01"), &of("2 years", "2026-11-26"));
    let text = comparison.to_markdown();
    for line in [
        "- `_ga`: the duration changed from `6 months` to `2 years`",
        "- `_ga`: it was from `ga4` of 2026-11-01, and is from `ga4` of 2026-11-26 now",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn a_renamed_hole_is_editorial() {
    let before = edited(|file| file.rows[1].name = "_ga_{a}".into());
    let after = edited(|file| file.rows[1].name = "_ga_{b}".into());
    let comparison = Comparison::of(&before, &after);
    assert_eq!(comparison.differences[0].weight, Weight::Editorial);
}

#[test]
fn another_fingerprint_asks_again() {
    let file = edited_facts(|file| file.rows[1].duration = "7 months".parse().unwrap());
    let [asked] = &Comparison::of(&self::file(), &file).asked_again[..] else {
        panic!("one category");
    };
    assert_eq!((&*asked.category, &asked.also), ("Statistics", &None));
}

#[test]
fn a_category_that_only_narrowed_can_keep_its_answers() {
    let narrower = edited_facts(|file| {
        file.rows.remove(2);
        file.rows[1].duration = "3 months".parse().unwrap();
        statistics(file).rows.pop();
    });
    let comparison = Comparison::of(&file(), &narrower);
    assert_eq!(
        comparison.asked_again[0].also.as_deref(),
        Some("0000000000000001")
    );
    assert!(
        comparison
            .to_string()
            .contains("`opt_in(also \"0000000000000001\")`")
    );

    let with_also = PolicyFile {
        categories: narrower
            .categories
            .into_iter()
            .map(|(name, category)| {
                let also = vec!["0000000000000001".into()];
                (name, Category { also, ..category })
            })
            .collect(),
        ..file()
    };
    assert!(Comparison::of(&file(), &with_also).asked_again.is_empty());
}

#[test]
fn keeping_answers_to_a_category_that_grew_is_the_first_line() {
    let grown = edited_facts(|file| {
        statistics(file).also.push("0000000000000001".into());
        file.rows.push(row("Statistics", "new"));
    });
    let comparison = Comparison::of(&file(), &grown);
    assert_eq!(comparison.differences[0].weight, Weight::GateLoosened);
    assert!(comparison.differences[0].message.contains("`also`"));
}

#[test]
fn a_new_date_is_needed_for_more_than_wording() {
    let wording = edited(|file| file.rows[1].note = Some("New".into()));
    assert!(!Comparison::of(&file(), &wording).needs_new_date());
    let material = edited(|file| file.rows[1].storage = "local_storage".into());
    assert!(Comparison::of(&file(), &material).needs_new_date());
    let dated = PolicyFile {
        last_updated: Some("2026-11-26".into()),
        ..material
    };
    let comparison = Comparison::of(&file(), &dated);
    assert_eq!(comparison.date, Date::Moved("2026-11-26".into()));
    assert!(!comparison.needs_new_date());
}

#[test]
fn markdown_has_a_heading_for_each_weight() {
    let file = edited_facts(|file| file.rows[1].note = Some("New".into()));
    let text = Comparison::of(&self::file(), &file).to_markdown();
    assert!(
        text.contains("### Asks visitors again\n\n- **Statistics**"),
        "{text}"
    );
    assert!(
        text.contains("### Editorial\n\n- `_ga`: the note changed from nothing to \"New\""),
        "{text}"
    );
}

#[test]
fn names_with_holes_are_found() {
    let file = edited(|file| file.rows[1].name = "_ga_{container}".into());
    assert_eq!(file.find("cookie", "_ga_X1")[0].name, "_ga_{container}");
    assert!(file.find("cookie", "_ga_").is_empty());
    assert!(file.find("local_storage", "_ga_X1").is_empty());
    assert_eq!(file.nearest("_gdi").unwrap().name, "_gid");
    assert!(file.nearest("basket").is_none());
}

#[test]
fn durations_of_a_table_are_read() {
    let terms = |text: &str| text.parse().map(|it: super::Duration| it.terms().to_vec());
    assert_eq!(terms("_"), Ok(vec![]));
    assert_eq!(terms("persistent"), Ok(vec![Term::Persistent]));
    assert_eq!(terms("unknown"), Ok(vec![Term::Unknown]));
    assert_eq!(
        terms("session or 1 day"),
        Ok(vec![Term::Session, Term::Time(86_400)])
    );
    assert_eq!(
        terms("{ .. } max rolling 30 minutes"),
        Ok(vec![Term::Time(1_800)])
    );
    assert_eq!(terms("1 month"), Ok(vec![Term::Time(31 * 86_400)]));
    assert_eq!(terms("soon"), Err("`soon` is not a duration".into()));
}

#[test]
fn an_unknown_duration_is_the_longest() {
    let kept = |text: &str| edited_facts(|file| file.rows[1].duration = text.parse().unwrap());
    let also = |before: &str, after: &str| {
        let (mut before, after) = (kept(before), kept(after));
        statistics(&mut before).fingerprint = "0000000000000001".into();
        let comparison = Comparison::of(&before, &after);
        assert_eq!(comparison.differences[0].weight, Weight::Material);
        comparison.asked_again[0].also.is_some()
    };
    assert!(also("unknown", "1 year") && also("unknown", "persistent"));
    assert!(!also("1 year", "unknown") && !also("persistent", "unknown"));
}

#[test]
fn a_file_of_a_later_release_is_refused_with_the_reason() {
    let later = file()
        .to_json()
        .replace("\"schema\": 1", "\"schema\": 2, \"new\": true");
    let error = PolicyFile::from_json(&later).unwrap_err().to_string();
    assert!(error.contains("update `cookie-decl-audit`"), "{error}");
    let unknown = file()
        .to_json()
        .replace("\"schema\": 1", "\"schema\": 1, \"new\": true");
    assert!(
        PolicyFile::from_json(&unknown)
            .unwrap_err()
            .to_string()
            .contains("unknown field")
    );
}

#[test]
fn a_row_without_its_category_is_refused() {
    let file = edited(|file| file.rows[1].category = "Other".into());
    let error = PolicyFile::from_json(&file.to_json()).unwrap_err();
    assert!(error.to_string().contains("`Other`"), "{error}");
}

#[test]
fn a_missing_policy_file_is_written_on_request_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("policy.json");
    assert!(
        check(&file(), &path, "")
            .unwrap_err()
            .contains("COOKIE_DECL_BLESS=1")
    );
    assert!(!path.exists());
    check(&file(), &path, "1").unwrap();
    check(&file(), &path, "").unwrap();
}

#[test]
fn a_material_difference_is_not_written_under_the_old_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("policy.json");
    fs::write(&path, file().to_json()).unwrap();
    let material = edited(|file| file.rows[1].storage = "local_storage".into());
    assert!(
        check(&material, &path, "")
            .unwrap_err()
            .contains("Material")
    );
    assert!(
        check(&material, &path, "1")
            .unwrap_err()
            .contains("was not written")
    );
    check(&material, &path, "same_date").unwrap();
    assert_eq!(PolicyFile::read(&path).unwrap(), material);
}

#[test]
fn the_published_schema_is_that_of_the_code() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../docs/policy-file.schema.json"
    );
    let schema = schemars::schema_for!(PolicyFile);
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if env::var_os("BLESS").is_some() {
        fs::write(path, &text).unwrap();
    }
    assert_eq!(
        fs::read_to_string(path).unwrap_or_default(),
        text,
        "BLESS=1 writes it"
    );
}
