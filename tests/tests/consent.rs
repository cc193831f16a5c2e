//! Setting, reading and removing with consent, and the visitor's answer.

use cookie_decl::consent::Reason;
use cookie_decl::error::{SetError, ValueError};
use cookie_decl::table::{Term, Unit};
use cookie_decl::{Consent as AnyConsent, Gpc, RequestCookies, SetCookie};

mod cookies {
    use std::fmt;
    use std::str::FromStr;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(super) enum Locale {
        En,
        Fr,
    }

    impl fmt::Display for Locale {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(if *self == Self::En { "en" } else { "fr" })
        }
    }

    impl FromStr for Locale {
        type Err = ();

        fn from_str(text: &str) -> Result<Self, ()> {
            match text {
                "en" => Ok(Self::En),
                "fr" => Ok(Self::Fr),
                _ => Err(()),
            }
        }
    }

    cookie_decl::declare_cookies! {
        pub(super) policy;
        provider Matomo = "Matomo";

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "__Host-session" | session or 2 weeks;
            /// Remembers the language
            LANGUAGE: Locale = "language" | 6 months | attributes = .. Path="/app" Domain="shop.example";
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Statistics
        category Statistics: opt_in {
            with provider = Matomo;
            cookie | duration;
            /// Counts
            RECENT: u32 = "recent" | 30 days;
            /// Counts by site
            RECENT_OF = "recent_{site}" | 30 days;
            /// Counts in all
            "recent_all" | 30 days;
            /// Recognises
            PK_ID = "_pk_id.{site}.{hash}" | 13 months | set_by = script;
            /// Remembers in the page
            MAP = "map" | persistent | set_by = script | storage = local_storage;
            /// Follows
            "fr" | 3 months | set_by = "ads.example";
        }

        /// Appearance
        category Appearance: opt_out {
            cookie | duration;
            /// Dark or light
            THEME = "theme" | 6 months;
        }

        /// Recommendations
        category Recommendations: opt_out(gpc) {
            cookie | duration;
            /// Tastes
            TASTE = "taste" | 6 months;
        }

        retired { "old_{id}" Path="/app"; }
    }
}

use cookies::{
    Category, Consent, LANGUAGE, Locale, MAP, PK_ID, POLICY, PREFERENCES, RECENT, RECENT_OF,
    SESSION, THEME, category,
};

const NOW: u64 = 1_795_305_600;
const NO_COOKIES: RequestCookies<'static> = RequestCookies::NONE;

/// Returns the answer as a browser sends it back.
fn sent_back(consent: &Consent, now: u64) -> Consent {
    let cookie = PREFERENCES.set(consent).unwrap();
    let header = format!("{}={}", cookie.name(), cookie.value());
    Consent::from_request(RequestCookies::from_header(&header), Gpc::OFF, now)
}

fn read(value: &str) -> Consent {
    let header = format!("preferences={value}");
    Consent::from_request(RequestCookies::from_header(&header), Gpc::OFF, NOW)
}

fn grants_nothing(consent: &Consent) -> bool {
    Category::ALL
        .iter()
        .all(|category| consent.choice(*category) != Some(true))
}

#[test]
fn an_exempt_cookie_is_set_as_its_row_says() {
    let cookie = SESSION.set("abc").unwrap().to_header_value();
    assert_eq!(
        cookie,
        "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax"
    );
    let cookie = LANGUAGE.set(Locale::Fr).unwrap().to_header_value();
    assert!(
        cookie.starts_with("language=fr; ") && cookie.contains("Max-Age=15552000"),
        "{cookie}"
    );
}

#[test]
fn another_duration_of_the_row_can_be_picked_and_no_other() {
    let cookie = SESSION.set_for(Term::new(2, Unit::Week), "abc").unwrap();
    assert_eq!(cookie.max_age(), Some(1_209_600));
    assert_eq!(
        SESSION
            .set_for(Term::new(3, Unit::Week), "abc")
            .unwrap_err(),
        SetError::Term
    );
}

#[test]
fn a_value_that_a_cookie_cannot_have_is_refused() {
    assert!(matches!(
        SESSION.set("a;b"),
        Err(SetError::Value(ValueError::Character { character: ';' }))
    ));
}

#[test]
fn absent_unreadable_and_present_are_three_things() {
    assert_eq!(LANGUAGE.get(NO_COOKIES), Ok(None));
    assert_eq!(
        LANGUAGE.get(RequestCookies::from_header("language=fr")),
        Ok(Some(Locale::Fr))
    );
    assert!(
        LANGUAGE
            .get(RequestCookies::from_header("language=xx"))
            .is_err()
    );
}

#[test]
fn a_gated_cookie_is_set_and_read_with_a_proof() {
    let consent = Consent::accept_all(NOW);
    let ok = consent.granted().unwrap();
    assert_eq!(RECENT.set(ok, 42).unwrap().value(), "42");
    assert_eq!(
        RECENT.get(ok, RequestCookies::from_header("recent=42")),
        Ok(Some(42))
    );
    let member = RECENT_OF.with(["7"]).unwrap();
    assert_eq!(member.set(ok, "x").unwrap().name(), "recent_7");
    assert_eq!(member.removal().unwrap().name(), "recent_7");
}

#[test]
fn a_gated_cookie_is_set_and_read_where_the_visitor_allows_it() {
    let request = RequestCookies::from_header("recent=42; theme=dark");
    let (yes, no) = (Consent::accept_all(NOW), Consent::refuse_all(NOW));
    assert_eq!(RECENT.set_if(&yes, 42).unwrap().unwrap().value(), "42");
    assert_eq!(RECENT.set_if(&no, 42).unwrap(), None);
    assert_eq!(RECENT.get_if(&yes, request), Ok(Some(42)));
    assert_eq!(RECENT.get_if(&no, request), Ok(None));
    assert_eq!(RECENT.get_if(&yes, NO_COOKIES), Ok(None));
    let member = RECENT_OF.with(["7"]).unwrap();
    assert_eq!(
        member.set_if(&yes, "x").unwrap().unwrap().name(),
        "recent_7"
    );
    assert_eq!(member.set_if(&no, "x").unwrap(), None);
    // A value that a cookie cannot have is an error only if the cookie would be set.
    assert!(THEME.set_if(&yes, "a;b").is_err());
    assert_eq!(THEME.set_if(&no, "a;b"), Ok(None));
}

#[test]
fn a_removal_has_the_scope_of_the_row() {
    let removal = LANGUAGE.removal().unwrap();
    assert!(removal.is_removal());
    assert_eq!(
        (removal.attributes().path(), removal.attributes().domain()),
        ("/app", Some("shop.example"))
    );
}

#[test]
fn without_an_answer_the_gates_decide() {
    let consent = Consent::from_request(NO_COOKIES, Gpc::OFF, NOW);
    let allowed = Category::ALL
        .iter()
        .map(|category| consent.allows(*category))
        .collect::<Vec<_>>();
    assert_eq!(allowed, [true, false, true, true]);
    assert!(consent.granted::<category::Statistics>().is_none());
    assert!(THEME.set(consent.granted().unwrap(), "dark").is_ok());
    assert_eq!(consent.needs_prompt(), Some(Reason::NeverAsked));
}

#[test]
fn the_signal_denies_and_never_grants() {
    let consent = Consent::from_request(NO_COOKIES, Gpc::ON, NOW);
    let allowed = |consent: &Consent| {
        Category::ALL
            .iter()
            .map(|it| consent.allows(*it))
            .collect::<Vec<_>>()
    };
    assert_eq!(allowed(&consent), [true, false, false, false]);
    // The visitor's own answer counts, except in a category with `gpc`.
    assert_eq!(
        allowed(&Consent::accept_all(NOW).with_gpc(Gpc::ON)),
        [true, true, true, false]
    );
}

#[test]
fn every_answer_comes_back_as_it_was() {
    let gated = [
        Category::Statistics,
        Category::Appearance,
        Category::Recommendations,
    ];
    for bits in 0..8_u8 {
        let mut consent = Consent::decide(NOW + 59);
        for (index, category) in gated.into_iter().enumerate() {
            consent = if bits >> index & 1 == 1 {
                consent.grant(category)
            } else {
                consent.deny(category)
            };
        }
        let read = sent_back(&consent, NOW + 60);
        assert_eq!(read, consent);
        assert_eq!((read.decided_at(), read.needs_prompt()), (Some(NOW), None));
    }
}

#[test]
fn an_exempt_category_is_neither_granted_nor_denied() {
    let consent = Consent::refuse_all(NOW).deny(Category::Necessary);
    assert_eq!(consent.choice(Category::Necessary), None);
    assert!(consent.allows(Category::Necessary));
}

#[test]
fn an_answer_counts_for_the_duration_of_its_row() {
    let six_months = 6 * 30 * 86_400;
    assert!(sent_back(&Consent::accept_all(NOW), NOW + six_months).allows(Category::Statistics));
    let expired = sent_back(&Consent::accept_all(NOW), NOW + six_months + 1);
    assert!(!expired.allows(Category::Statistics));
    assert_eq!(expired.needs_prompt(), Some(Reason::Expired));
}

#[test]
fn an_answer_from_the_future_does_not_count() {
    assert_eq!(
        sent_back(&Consent::accept_all(NOW), NOW - 3_600).needs_prompt(),
        Some(Reason::NeverAsked)
    );
}

#[test]
fn an_answer_by_a_clock_that_was_never_set_comes_back() {
    let consent = Consent::accept_all(0);
    assert_eq!(sent_back(&consent, 60), consent);
}

#[test]
fn a_time_in_another_notation_does_not_count() {
    let value = PREFERENCES
        .set(&Consent::accept_all(NOW))
        .unwrap()
        .value()
        .to_owned();
    let (time, marks) = value.split_once('.').unwrap();
    assert!(!grants_nothing(&read(&value)));
    let ways = [
        format!("0{time}"),
        format!("{time:0>16}"),
        format!("{time:0>17}"),
        format!("+{time}"),
    ];
    for time in
        ways.into_iter()
            .chain([time.to_uppercase(), format!("1{time:0>16}"), String::new()])
    {
        assert!(grants_nothing(&read(&format!("{time}.{marks}"))), "{time}");
    }
}

#[test]
fn a_duplicate_answer_counts_once() {
    let value = PREFERENCES
        .set(&Consent::accept_all(NOW))
        .unwrap()
        .value()
        .to_owned();
    let header = format!("preferences={value}; preferences={value}");
    let consent = Consent::from_request(RequestCookies::from_header(&header), Gpc::OFF, NOW);
    assert_eq!(consent, Consent::accept_all(NOW));
}

#[test]
fn a_damaged_answer_never_grants_what_was_denied() {
    let refused = PREFERENCES
        .set(&Consent::refuse_all(NOW))
        .unwrap()
        .value()
        .to_owned();
    let octets = (0x21..0x7f_u8).filter(|byte| !b"\",;\\".contains(byte));
    for byte in octets {
        for at in 0..refused.len() {
            let replaced = format!(
                "{}{}{}",
                &refused[..at],
                char::from(byte),
                &refused[at + 1..]
            );
            let inserted = format!("{}{}{}", &refused[..at], char::from(byte), &refused[at..]);
            for value in [replaced, inserted] {
                assert!(grants_nothing(&read(&value)), "{value}");
            }
        }
    }
    for (start, end) in
        (0..=refused.len()).flat_map(|start| (start..=refused.len()).map(move |end| (start, end)))
    {
        let removed = format!("{}{}", &refused[..start], &refused[end..]);
        let repeated = format!("{}{}", &refused[..end], &refused[start..]);
        assert!(
            grants_nothing(&read(&removed)) && grants_nothing(&read(&repeated)),
            "{removed} {repeated}"
        );
    }
}

#[test]
fn a_contradicted_mark_is_a_denial() {
    let value = |consent: &Consent| PREFERENCES.set(consent).unwrap().value().to_owned();
    let granted = value(&Consent::accept_all(NOW));
    let denied = value(&Consent::refuse_all(NOW));
    let (_, marks) = denied.split_once('.').unwrap();
    let contradicted = read(&format!("{granted}.{marks}"));
    assert_eq!(contradicted, Consent::refuse_all(NOW));
    let (_, marks) = granted.split_once('.').unwrap();
    assert_eq!(
        read(&format!("{granted}.{marks}")),
        Consent::accept_all(NOW)
    );
}

#[test]
fn only_a_category_that_an_answer_lacks_is_asked_again() {
    let value = PREFERENCES
        .set(&Consent::accept_all(NOW))
        .unwrap()
        .value()
        .to_owned();
    // An answer has the time, the scope, and a mark for each category.
    let parts: Vec<_> = value.split('.').collect();
    assert_eq!(parts.len(), 5);
    let consent = read(&[&parts[..2], &parts[3..]].concat().join("."));
    assert_eq!(
        consent.needs_prompt(),
        Some(Reason::Changed(vec![Category::Statistics]))
    );
    assert_eq!(consent.choice(Category::Appearance), Some(true));
}

#[test]
fn an_answer_is_short() {
    let length = |consent| PREFERENCES.set(&consent).unwrap().value().len();
    assert!(length(Consent::accept_all(NOW)) <= 12 + 9 * 4);
    assert!(length(Consent::refuse_all(NOW)) <= 12 + 9 * 7);
}

#[test]
fn an_undecided_consent_cannot_be_kept() {
    let consent = Consent::from_request(NO_COOKIES, Gpc::OFF, NOW);
    assert_eq!(PREFERENCES.set(&consent).unwrap_err(), SetError::Undecided);
}

#[test]
fn withdrawing_removes_the_cookies_of_the_request() {
    let header = "recent=1; recent_7=2; _pk_id.1.abc=3; theme=dark; __Host-session=s; fr=4; old_9=5; other=6";
    let withdrawal = POLICY.withdraw(
        &Consent::refuse_all(NOW),
        RequestCookies::from_header(header),
    );
    let mut names: Vec<_> = withdrawal
        .removals
        .iter()
        .map(|removal| removal.name().to_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["_pk_id.1.abc", "old_9", "recent", "recent_7", "theme"]
    );
    assert!(withdrawal.removals.iter().all(SetCookie::is_removal));
    let kept: Vec<_> = withdrawal
        .not_removable
        .iter()
        .map(|(row, _)| row.name())
        .collect();
    assert_eq!(kept, ["map", "fr"]);
    assert!(withdrawal.failed.is_empty());
}

#[test]
fn a_cookie_that_a_request_repeats_is_removed_once() {
    let header = RequestCookies::from_header("recent=1; recent=2; old_9=3; old_9=4");
    let withdrawal = POLICY.withdraw(&Consent::refuse_all(NOW), header);
    assert_eq!(
        withdrawal
            .removals
            .iter()
            .map(SetCookie::name)
            .collect::<Vec<_>>(),
        ["recent", "old_9"]
    );
}

#[test]
fn a_cookie_is_removed_whatever_its_value_is() {
    let header = RequestCookies::from_header(b"recent=\xFF; _pk_id.1.abc=\xC3");
    let withdrawal = POLICY.withdraw(&Consent::refuse_all(NOW), header);
    assert_eq!(
        withdrawal
            .removals
            .iter()
            .map(SetCookie::name)
            .collect::<Vec<_>>(),
        ["recent", "_pk_id.1.abc"]
    );
    assert_eq!(PK_ID.removals(header).unwrap().len(), 1);
}

#[test]
fn cookies_that_the_response_sets_are_taken_out_and_removed() {
    let before = Consent::accept_all(NOW);
    let ok = before.granted().unwrap();
    let member = RECENT_OF.with(["7"]).unwrap();
    let mut set = vec![
        RECENT.set(ok, 1).unwrap(),
        SESSION.set("s").unwrap(),
        member.set(ok, "x").unwrap(),
    ];
    let consent = Consent::refuse_all(NOW).grant(Category::Appearance);
    let withdrawal = POLICY.withdraw_after(
        &mut set,
        &consent,
        RequestCookies::from_header("recent=1; theme=dark"),
    );
    assert_eq!(
        set.iter().map(SetCookie::name).collect::<Vec<_>>(),
        ["__Host-session"]
    );
    assert_eq!(
        withdrawal
            .removals
            .iter()
            .map(SetCookie::name)
            .collect::<Vec<_>>(),
        ["recent", "recent_7"]
    );
}

#[test]
fn a_cookie_of_a_script_is_read_only_with_consent() {
    let consent = Consent::accept_all(NOW);
    let ok = consent.granted().unwrap();
    let header = RequestCookies::from_header("recent=1; _pk_id.1.abc=3; map=zoom");
    assert_eq!(PK_ID.get(ok, header), Ok(Some("3".to_owned())));
    assert_eq!(PK_ID.get(ok, NO_COOKIES), Ok(None));
    assert_eq!(MAP.get(ok, header), Ok(None)); // local storage, which a cookie may be called like
}

#[test]
fn every_cookie_that_a_row_matches_can_be_removed() {
    let header = RequestCookies::from_header(
        "recent_7=1; recent_8=2; recent_7=3; recent=4; _pk_id.1.a=5; map=zoom",
    );
    let names = |removals: Vec<SetCookie>| {
        removals
            .iter()
            .map(|it| it.name().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(RECENT_OF.removals(header).unwrap()),
        ["recent_7", "recent_8"]
    );
    assert_eq!(names(PK_ID.removals(header).unwrap()), ["_pk_id.1.a"]);
    assert!(MAP.removals(header).unwrap().is_empty());
}

#[test]
fn a_cookie_of_two_rows_with_one_scope_is_removed_once() {
    let withdrawal = POLICY.withdraw(
        &Consent::refuse_all(NOW),
        RequestCookies::from_header("recent_all=1"),
    );
    assert_eq!(withdrawal.removals.len(), 1);
}

#[test]
fn a_retired_name_that_a_header_cannot_contain_is_reported() {
    let header = RequestCookies::from_header("old_\u{e9}=1");
    let withdrawal = POLICY.withdraw(&Consent::refuse_all(NOW), header);
    assert!(withdrawal.removals.is_empty());
    assert!(
        matches!(withdrawal.failed.as_slice(), [(name, SetError::Name { character: '\u{e9}' })] if name == "old_\u{e9}")
    );
}

#[test]
fn a_grant_removes_only_retired_cookies() {
    let header = RequestCookies::from_header("recent=1; theme=dark; old_9=5");
    let withdrawal = POLICY.withdraw(&Consent::accept_all(NOW), header);
    assert_eq!(withdrawal.removals.len(), 1);
    assert_eq!(withdrawal.removals[0].attributes().path(), "/app");
}

#[test]
fn a_consent_covers_the_categories_of_its_table() {
    fn over<K>(_: &AnyConsent<K>) -> &'static str {
        std::any::type_name::<K>()
    }
    assert!(over(&Consent::refuse_all(NOW)).ends_with("cookies::Category"));
}
