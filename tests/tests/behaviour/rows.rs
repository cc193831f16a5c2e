//! The facts of each row, read from lists that all rows share.

use cookie_decl::Declaration;
use cookie_decl::table::{Duration, ProviderInfo, Term, Unit};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        provider Nobody = "Nobody";
        provider Linked = "Linked" { privacy: "https://linked.example/privacy" }
        provider Placed = "Placed" { domain: "placed.example" }
        provider Abroad = "Abroad" { country: "Ireland" }
        provider Away = "Away" { domain: "away.example", third_party, country: "Iceland" }
        provider Last = "Last";

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            "seconds" | 30 seconds | purpose = "Lives for seconds";
            "minutes" | 20 minutes | function = "Für alle" | purpose = "Lives for minutes" | note = "Ünd mehr";
            "hours" | 3 hours | function = "Sign-in" | purpose = "Lives for hours";
            "days" | 2 days | purpose = "Lives for days" | note = "No more";
            "weeks" | 6 weeks | purpose = "Lives for weeks";
            "months" | 4 months | purpose = "Lives for months";
            "years" | 1 year | purpose = "Lives for a year";
            "session" | session | purpose = "Lives for a session";
            "rolling" | rolling 20 minutes | purpose = "Lives on";
            "several" | session or 20 minutes | purpose = "Lives for this or that";
            #[allow(unstated_duration)]
            "unstated" | _ | purpose = "Lives" | set_by = script;
            "stored" | persistent | purpose = "Stays" | storage = local_storage | set_by = script;
            "again" | 3 hours | purpose = "Lives for hours as well";
        }
    }
}

use cookies::{POLICY, Provider};

fn row(name: &str) -> &'static Declaration {
    POLICY.find(name).unwrap()
}

#[test]
fn each_unit_is_the_one_that_was_written() {
    let written = [
        ("seconds", 30, Unit::Second),
        ("minutes", 20, Unit::Minute),
        ("hours", 3, Unit::Hour),
        ("days", 2, Unit::Day),
        ("weeks", 6, Unit::Week),
        ("months", 4, Unit::Month),
        ("years", 1, Unit::Year),
        ("again", 3, Unit::Hour),
    ];
    for (name, count, unit) in written {
        assert_eq!(
            row(name).duration().terms(),
            [Term {
                count,
                unit,
                rolling: false
            }],
            "{name}"
        );
    }
}

#[test]
fn a_duration_of_another_kind_is_read_among_the_others() {
    let rolling = Term {
        count: 20,
        unit: Unit::Minute,
        rolling: true,
    };
    assert_eq!(row("session").duration().terms(), [Term::SESSION]);
    assert_eq!(row("rolling").duration().terms(), [rolling]);
    assert_eq!(
        row("several").duration().terms(),
        [
            Term::SESSION,
            Term {
                rolling: false,
                ..rolling
            }
        ]
    );
    assert!(matches!(row("unstated").duration(), Duration::Unstated));
    assert!(matches!(row("stored").duration(), Duration::Persistent));
}

#[test]
fn texts_that_a_row_leaves_out_are_not_those_of_its_neighbours() {
    let texts = |name| {
        let row = row(name);
        (row.name(), row.function(), row.purpose(), row.note())
    };
    assert_eq!(
        texts("seconds"),
        ("seconds", None, Some("Lives for seconds"), None)
    );
    assert_eq!(
        texts("minutes"),
        (
            "minutes",
            Some("Für alle"),
            Some("Lives for minutes"),
            Some("Ünd mehr")
        )
    );
    assert_eq!(
        texts("hours"),
        ("hours", Some("Sign-in"), Some("Lives for hours"), None)
    );
    assert_eq!(
        texts("days"),
        ("days", None, Some("Lives for days"), Some("No more"))
    );
}

#[test]
fn a_provider_has_what_the_table_says_and_nothing_of_its_neighbours() {
    let known = |provider: Provider| {
        let info: &ProviderInfo = provider.info();
        (
            info.title(),
            info.privacy(),
            info.domains(),
            info.country(),
            info.third_party(),
        )
    };
    assert_eq!(
        known(Provider::Nobody),
        ("Nobody", None, &[][..], None, false)
    );
    assert_eq!(
        known(Provider::Linked),
        (
            "Linked",
            Some("https://linked.example/privacy"),
            &[][..],
            None,
            false
        )
    );
    assert_eq!(
        known(Provider::Placed),
        ("Placed", None, &["placed.example"][..], None, false)
    );
    assert_eq!(
        known(Provider::Abroad),
        ("Abroad", None, &[][..], Some("Ireland"), false)
    );
    assert_eq!(
        known(Provider::Away),
        ("Away", None, &["away.example"][..], Some("Iceland"), true)
    );
    assert_eq!(known(Provider::Last), ("Last", None, &[][..], None, false));
}
