//! Durations in words.

use alloc::string::String;
use core::time::Duration as Time;

use super::*;
use crate::page::document::Lifetime;

fn printed(duration: Duration, language: &'static str) -> String {
    let site = Site::of(
        Gate::Exempt,
        [Row {
            duration,
            // Other storage has no limit.
            storage: Storage::LocalStorage,
            ..cookie("a")
        }],
    );
    let page = site
        .language(language)
        .policy()
        .page()
        .columns([Column::Duration]);
    tables(&page.document())[0][1].remove(0)
}

fn english(duration: Duration) -> String {
    printed(duration, "en")
}

fn french(duration: Duration) -> String {
    printed(duration, "fr")
}

const UNITS: [Unit; 7] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Day,
    Unit::Week,
    Unit::Month,
    Unit::Year,
];

#[test]
fn a_duration_is_printed_in_the_unit_of_its_author() {
    assert_eq!(english(kept([Term::new(12, Unit::Month)])), "12 months");
    assert_eq!(english(kept([Term::new(14, Unit::Day)])), "14 days");
    assert_eq!(french(kept([Term::new(12, Unit::Month)])), "12 mois");
}

#[test]
fn one_is_singular_and_two_plural() {
    let both = |print: fn(Duration) -> String, unit| {
        [1, 2].map(|count| print(kept([Term::new(count, unit)])))
    };
    let expected = [
        ["1 second", "2 seconds"],
        ["1 minute", "2 minutes"],
        ["1 hour", "2 hours"],
        ["1 day", "2 days"],
        ["1 week", "2 weeks"],
        ["1 month", "2 months"],
        ["1 year", "2 years"],
    ];
    assert_eq!(UNITS.map(|unit| both(english, unit)), expected);
    let expected = [
        ["1 seconde", "2 secondes"],
        ["1 minute", "2 minutes"],
        ["1 heure", "2 heures"],
        ["1 jour", "2 jours"],
        ["1 semaine", "2 semaines"],
        ["1 mois", "2 mois"],
        ["1 an", "2 ans"],
    ];
    assert_eq!(UNITS.map(|unit| both(french, unit)), expected);
}

#[test]
fn session_and_rolling_durations_print_in_words() {
    assert_eq!(english(kept([Term::SESSION])), "browser session");
    assert_eq!(french(kept([Term::SESSION])), "session de navigation");
    let rolling = || kept([Term::rolling(30, Unit::Minute)]);
    assert_eq!(english(rolling()), "30 minutes after your last visit");
    assert_eq!(french(rolling()), "30 minutes après votre dernière visite");
}

/// A session and a length must not run together.
#[test]
fn alternatives_read_as_two_in_every_language() {
    let expected = [
        ("ar", "جلسة المتصفح، أو أسبوعان"),
        ("de", "Browsersitzung oder 2 Wochen"),
        ("el", "συνεδρία περιήγησης, ή 2 εβδομάδες"),
        ("en", "browser session, or 2 weeks"),
        ("es", "sesión del navegador, o bien 2 semanas"),
        ("fr", "session de navigation, ou 2 semaines"),
        ("it", "sessione del browser, o 2 settimane"),
        ("ja", "ブラウザーを閉じるまで、または2週間"),
        ("nl", "browsersessie, of 2 weken"),
        ("pl", "sesja przeglądarki lub 2 tygodnie"),
        ("pt", "sessão do navegador, ou 2 semanas"),
        ("pt-BR", "sessão do navegador, ou 2 semanas"),
        ("sv", "webbläsarsession, eller 2 veckor"),
        ("uk", "сеанс браузера, або 2 тижні"),
        ("zh", "直到您关闭浏览器，或2周"),
    ];
    assert!(
        expected
            .iter()
            .map(|(language, _)| *language)
            .eq(texts::ALL.iter().map(|texts| texts.language()))
    );
    for (language, text) in expected {
        let duration = kept([Term::SESSION, Term::new(2, Unit::Week)]);
        assert_eq!(printed(duration, language), text);
    }
}

/// `o` becomes `u` before the sound of an o.
#[test]
fn spanish_alternatives_need_no_other_word_before_eight_and_eleven() {
    for count in [8, 11, 80] {
        let duration = kept([Term::new(1, Unit::Day), Term::new(count, Unit::Hour)]);
        let text = printed(duration, "es");
        assert_eq!(text, alloc::format!("1 día, o bien {count} horas"));
    }
}

#[test]
fn persistent_duration_prints_in_words() {
    assert_eq!(english(Duration::Persistent), "until you delete it");
}

/// The cell of a row's duration in English, in the three formats.
fn cells(row: Row) -> [String; 3] {
    cells_in(row, "en")
}

fn cells_in(row: Row, language: &'static str) -> [String; 3] {
    let policy = Site::of(Gate::OptIn, [row]).language(language).policy();
    let page = policy.page().columns([Column::Duration]);
    let between = |text: &str, start: &str, end: &str| {
        let (_, rest) = text.split_once(start).unwrap();
        rest.split_once(end).unwrap().0.to_string()
    };
    let title = policy.table().built_in.columns.duration;
    let markdown = page.markdown();
    let row = markdown
        .lines()
        .filter(|line| line.starts_with('|'))
        .nth(2)
        .unwrap();
    let text = page.text();
    let line = text
        .lines()
        .find(|line| line.trim_start().starts_with(title))
        .unwrap();
    [
        between(&page.html(), "<td role=\"cell\" data-label=\"", "</td>")
            .split_once('>')
            .unwrap()
            .1
            .to_string(),
        row.trim_matches(['|', ' ']).to_string(),
        line.split_once(title).unwrap().1.trim().to_string(),
    ]
}

/// A cookie that a script sets.
fn scripted(duration: Duration, text: impl Into<Option<&'static str>>, duration_too: bool) -> Row {
    Row {
        duration,
        duration_text: text.into(),
        duration_too,
        set_by: SetBy::Script,
        ..cookie("a")
    }
}

#[test]
fn a_cookie_of_over_400_days_prints_what_browsers_do() {
    let both = "2 years; browsers keep it for at most 400 days";
    let years = || kept([Term::new(2, Unit::Year)]);
    assert_eq!(cells(scripted(years(), None, false)), [both; 3]);
    let row = scripted(years(), "24 months or so", false);
    let both = "24 months or so; browsers keep it for at most 400 days";
    assert_eq!(cells(row), [both; 3]);
    let row = scripted(kept([Term::new(400, Unit::Day)]), None, false);
    assert_eq!(cells(row), ["400 days"; 3]);
}

#[test]
fn one_of_two_terms_over_400_days_prints_what_browsers_do() {
    let row = scripted(
        kept([Term::new(1, Unit::Day), Term::new(2, Unit::Year)]),
        None,
        false,
    );
    let both = "1 day, or 2 years; browsers keep it for at most 400 days";
    assert_eq!(cells(row), [both; 3]);
}

#[test]
fn other_storage_has_no_limit() {
    let row = Row {
        storage: Storage::LocalStorage,
        ..scripted(kept([Term::new(2, Unit::Year)]), None, false)
    };
    assert_eq!(cells(row), ["2 years"; 3]);
}

#[test]
fn a_text_that_contradicts_the_duration_is_printed_with_it() {
    let year = || kept([Term::new(1, Unit::Year)]);
    let both = "unlimited; browsers keep it for at most 1 year";
    assert_eq!(cells(scripted(year(), "unlimited", true)), [both; 3]);
    let both = "5 years; browsers keep it for at most 400 days";
    let row = scripted(kept([Term::new(400, Unit::Day)]), "5 years", true);
    assert_eq!(cells(row), [both; 3]);
    let row = scripted(kept([Term::SESSION]), "30 minutes", true);
    assert_eq!(cells(row), ["30 minutes (browser session)"; 3]);
    let row = Row {
        storage: Storage::LocalStorage,
        ..scripted(Duration::Persistent, "2 years", true)
    };
    assert_eq!(cells(row), ["2 years (until you delete it)"; 3]);
}

#[test]
fn the_limit_of_browsers_is_printed_in_every_language() {
    for texts in texts::ALL {
        let language = texts.language();
        let [before, after] = texts.duration.kept;
        let [html, markdown, text] = cells_in(
            scripted(kept([Term::new(2, Unit::Year)]), None, false),
            language,
        );
        let words = |count, unit| {
            let mut words = String::new();
            texts
                .duration
                .write(count, unit, false, &mut words)
                .unwrap();
            words
        };
        let days = words(400, Unit::Day);
        let expected = alloc::format!("{}{before}{days}{after}", words(2, Unit::Year));
        assert_eq!(html, expected, "{language}");
        assert_eq!(markdown, expected, "{language}");
        assert!(
            text.starts_with(&words(2, Unit::Year)[..]),
            "{language}: {text}"
        );
    }
}

#[test]
fn an_unknown_duration_prints_the_words_of_the_site_alone() {
    let row = scripted(Duration::Unknown, "varies", false);
    assert_eq!(cells(row), ["varies"; 3]);
    let row = scripted(Duration::Unknown, None, false);
    assert_eq!(cells(row), ["not stated by the provider"; 3]);
    assert_eq!(french(Duration::Unknown), "non précisée par le fournisseur");
}

#[test]
fn words_without_an_end_are_printed_with_the_limit_of_browsers() {
    let both = "unlimited; browsers keep it for at most 400 days";
    assert_eq!(
        cells(scripted(Duration::Unknown, "unlimited", true)),
        [both; 3]
    );
}

#[test]
fn a_session_of_session_storage_ends_with_the_tab() {
    let row = |duration| Row {
        storage: Storage::SessionStorage,
        ..scripted(duration, None, false)
    };
    assert_eq!(cells(row(kept([Term::SESSION]))), ["tab session"; 3]);
    let terms = kept([Term::SESSION, Term::new(30, Unit::Minute)]);
    assert_eq!(cells(row(terms)), ["tab session, or 30 minutes"; 3]);
}

#[test]
fn a_pixel_keeps_nothing() {
    let row = |duration, text| Row {
        storage: Storage::Pixel,
        attributes: None,
        ..scripted(duration, text, false)
    };
    for duration in [Duration::Unstated, kept([Term::SESSION])] {
        assert_eq!(
            cells(row(duration, None)),
            ["nothing is stored on your device"; 3]
        );
    }
    let text = "as long as you read";
    assert_eq!(cells(row(kept([Term::SESSION]), Some(text))), [text; 3]);
}

#[test]
fn programs_read_what_browsers_keep() {
    let lifetimes = |row: Row| {
        let policy = Site::of(Gate::OptIn, [row]).policy();
        let page = policy.page();
        let document = page.document();
        let mut blocks = document.sections.iter().flat_map(|it| &it.blocks).chain(
            document
                .sections
                .iter()
                .flat_map(|it| &it.sections)
                .flat_map(|it| &it.blocks),
        );
        blocks
            .find_map(|block| match block {
                Block::Table(table) => Some(table.rows[0].lifetimes.clone()),
                _ => None,
            })
            .unwrap()
    };
    let years = kept([Term::new(2, Unit::Year)]);
    let time = |days: u64| Lifetime::Time {
        seconds: days * 86_400,
        rolling: false,
    };
    assert_eq!(lifetimes(scripted(years, None, false)), [time(400)]);
    let stored = Row {
        storage: Storage::LocalStorage,
        ..scripted(years, None, false)
    };
    assert_eq!(lifetimes(stored), [time(730)]);
    let unknown = scripted(Duration::Unknown, "varies", false);
    assert_eq!(lifetimes(unknown), [Lifetime::Unknown]);
    let pixel = Row {
        storage: Storage::Pixel,
        ..scripted(kept([Term::SESSION]), None, false)
    };
    assert_eq!(lifetimes(pixel), []);
}

#[test]
fn unstated_duration_prints_a_dash() {
    let unstated = Row {
        duration: Duration::Unstated,
        ..cookie("a")
    };
    let rows = table(Site::of(Gate::Exempt, [unstated, cookie("b")]).policy());
    assert_eq!(rows, [["Cookie", "Duration"], ["a", "–"], ["b", "2 weeks"]]);
}

#[test]
fn duration_text_of_the_table_replaces_the_duration() {
    let text = "as long as it takes";
    let max = Term::new(2, Unit::Week);
    let value = |_: crate::run_time::Config<'_>| Time::ZERO;
    for duration in [
        Duration::Term(Term::new(1, Unit::Day)),
        Duration::Persistent,
        Duration::RunTime { max, value },
    ] {
        let row = Row {
            duration,
            duration_text: Some(text),
            ..cookie("a")
        };
        assert_eq!(
            table(Site::of(Gate::Exempt, [row]).policy())[1],
            ["a", text]
        );
    }
}

#[test]
fn run_time_duration_prints_its_value_in_the_largest_unit() {
    let max = Term::new(400, Unit::Day);
    let print = |value| english(Duration::RunTime { max, value });
    assert_eq!(print(|_| Time::from_secs(1_209_600)), "2 weeks");
    assert_eq!(print(|_| Time::from_secs(365 * 86_400)), "1 year");
    assert_eq!(print(|_| Time::from_secs(60 * 86_400)), "2 months");
    assert_eq!(print(|_| Time::from_secs(5_400)), "90 minutes");
    assert_eq!(print(|_| Time::from_secs(61)), "61 seconds");
}

#[test]
fn run_time_duration_under_a_second_prints_less_than_a_second() {
    for value in [
        (|_| Time::from_millis(900)) as fn(crate::run_time::Config<'_>) -> Time,
        |_| Time::ZERO,
    ] {
        let duration = || Duration::RunTime {
            max: Term::new(1, Unit::Day),
            value,
        };
        assert_eq!(english(duration()), "less than a second");
        assert_eq!(french(duration()), "moins d’une seconde");
        let rolling = || Duration::RunTime {
            max: Term::rolling(1, Unit::Day),
            value,
        };
        assert_eq!(
            english(rolling()),
            "less than a second after your last visit"
        );
        assert_eq!(
            french(rolling()),
            "moins d’une seconde après votre dernière visite"
        );
    }
}

#[test]
fn a_run_time_duration_never_exceeds_its_bound() {
    let max = Term::new(12, Unit::Month);
    let print = |value| english(Duration::RunTime { max, value });
    assert_eq!(print(|_| Time::from_secs(360 * 86_400)), "12 months");
    assert_eq!(print(|_| Time::MAX), "12 months");
}

mod declared {
    crate::declare_cookies! {
        pub(super) policy for "https://www.shop.example";
        print cookie | duration | party;
        provider Google = "Google" { domain: "google.example", third_party }
        /// Statistics
        #[allow(no_purpose, no_consent_row, other_quantity)]
        category Statistics: opt_in {
            cookie | duration;
            with provider = Google | set_by = script;
            "a" | 2 years;
            "b" | 400 days "5 years";
            "c" | 1 year "unlimited" | set_by = third_party;
            "d" | unknown "varies";
            "e" | unknown "permanent";
            "f" | unknown;
            "g" | 1 year "twelve months";
            "h" | session | storage = session_storage;
            "i" | none | storage = pixel;
            "j" | unknown "permanent" | storage = local_storage;
        }
        translation fr {
            "Statistics" => "Statistiques";
            "5 years" => "5 ans";
            "unlimited" => "illimité";
            "varies" => "variable";
            "permanent" => "permanent";
            "twelve months" => "2 ans";
        }
    }
}

#[test]
fn a_declared_table_prints_what_is_true() {
    let printed = |language: &'static str| {
        let page = declared::POLICY.page().language(language);
        tables(&page.document()).remove(0)
    };
    let english = printed("en");
    let most = "browsers keep it for at most";
    let rows: Vec<[String; 3]> = [
        [
            "a",
            &*alloc::format!("2 years; {most} 400 days"),
            "first party",
        ],
        [
            "b",
            &*alloc::format!("5 years; {most} 400 days"),
            "first party",
        ],
        [
            "c",
            &*alloc::format!("unlimited; {most} 1 year"),
            "third party",
        ],
        ["d", "varies", "first party"],
        [
            "e",
            &*alloc::format!("permanent; {most} 400 days"),
            "first party",
        ],
        ["f", "not stated by the provider", "first party"],
        // The French text names another time.
        [
            "g",
            &*alloc::format!("twelve months; {most} 1 year"),
            "first party",
        ],
        ["h (session storage)", "tab session", "first party"],
        [
            "i (tracking pixel)",
            "nothing is stored on your device",
            "third party",
        ],
        ["j (local storage)", "permanent", "first party"],
    ]
    .map(|row| row.map(String::from))
    .into();
    assert_eq!(english[1..], rows);
    let french = printed("fr");
    assert_eq!(french[0], ["Cookie", "Durée", "Interne ou tiers"]);
    let long = "2 ans\u{a0}; les navigateurs le conservent au maximum";
    assert_eq!(
        french[1],
        ["a", &*alloc::format!("{long} 400 jours"), "interne"]
    );
    assert_eq!(french[7], ["g", &*alloc::format!("{long} 1 an"), "interne"]);
}

#[test]
fn a_row_of_another_table_has_no_words() {
    let one = Site::of(Gate::Exempt, [cookie("a")]).policy();
    let other = Site::of(Gate::Exempt, [cookie("a")]).policy();
    let row = |policy: &Policy<_>| &policy.declarations()[0];
    assert!(one.page().duration(row(&one)).is_some());
    assert_eq!(one.page().duration(row(&other)), None);
}
