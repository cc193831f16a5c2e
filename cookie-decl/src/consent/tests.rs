//! What an answer covers, and for how long, after edits of the table and in other deployments.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::sync::atomic::AtomicU64;

use super::{Consent, Reason};
use crate::consent::gate::Categories;
use crate::consent::gpc::Gpc;
use crate::policy::Policy;
use crate::run_time::{At, Config, WithConfig as _};
use crate::wire::request::RequestCookies;

const NOW: u64 = 1_795_305_600;
const DAY: u64 = 86_400;

/// Declares a table with the answer in `prefs` and these categories besides `Necessary`.
macro_rules! table {
    ($module:ident, { $($policy:tt)* } $($categories:tt)*) => {
        #[allow(unreachable_pub, reason = "a policy as a user would write it")]
        mod $module {
            crate::declare_cookies! {
                $($policy)*
                /// Needed
                ///
                /// The site does not work without these.
                category Necessary: exempt {
                    cookie | duration;
                    /// Remembers what you chose
                    PREFERENCES: Consent = "prefs" | 6 months;
                }
                $($categories)*
            }
        }
    };
}

macro_rules! release {
    ($module:ident, $statistics:ident, $appearance:ident, $time:literal $unit:ident) => {
        table! {
            $module, { pub policy; }
            /// Audience
            category $statistics: opt_in {
                cookie | duration;
                /// Counts
                "recent" | $time $unit;
            }
            /// Appearance
            category $appearance: opt_out {
                cookie | duration;
                /// Dark or light
                "theme" | $time $unit;
            }
        }
    };
}

release!(first, Statistics, Appearance, 30 days);
release!(edited, Statistics, Appearance, 31 days);
release!(other, Audience, Look, 1 week);

table! {
    narrowed, { pub policy; }
    /// Audience
    category Statistics: opt_in(also "164199ae0f275b57") {
        cookie | duration;
        /// Counts
        "recent" | 29 days;
    }
    /// Appearance
    category Appearance: opt_out(also "e15abc9daf0ba3f3") {
        cookie | duration;
        /// Dark or light
        "theme" | 29 days;
    }
}

fn policy<K: Categories>(policy: Policy<K>) -> At<'static, Policy<K>> {
    policy.with_config(Config::NONE)
}

/// The name and value of an answer to a table, for a visitor with these cookies.
fn pair<K: Categories>(policy: At<'_, Policy<K>>, consent: &Consent<K>, cookies: &str) -> String {
    format!(
        "prefs={}",
        consent
            .any()
            .value_with(policy.config, RequestCookies::from_header(cookies))
            .unwrap()
    )
}

fn read<K: Categories>(policy: At<'_, Policy<K>>, cookies: &str) -> Consent<K> {
    policy.consent(RequestCookies::from_header(cookies), Gpc::OFF, NOW)
}

#[test]
fn an_objection_stands_whatever_becomes_of_the_answer() {
    let answer = pair(
        policy(first::POLICY),
        &first::Consent::refuse_all(NOW - 60),
        "",
    );
    let old = pair(
        policy(first::POLICY),
        &first::Consent::refuse_all(NOW - 181 * DAY),
        "",
    );
    let cut = &answer[..answer.len() - 1];
    let later = pair(
        policy(first::POLICY),
        &first::Consent::refuse_all(NOW + DAY),
        "",
    );
    for cookies in [
        &answer,
        cut,
        &format!("{answer}; {answer}"),
        &old,
        &later,
        "prefs=",
        "prefs=x",
        "prefs=1234",
    ] {
        let consent = read(policy(first::POLICY), cookies);
        assert!(!consent.allows(first::Category::Appearance), "{cookies}");
        assert!(
            consent.any().removes(first::Category::Appearance.info()),
            "{cookies}"
        );
    }
    let bytes = RequestCookies::from_header(b"prefs=\xFF");
    assert!(
        !policy(first::POLICY)
            .consent(bytes, Gpc::OFF, NOW)
            .allows(first::Category::Appearance)
    );
    // After an edit of a row, an opt-in category is asked about again. No other choice changes.
    let consent = read(policy(edited::POLICY), &answer);
    assert_eq!(consent.choice(edited::Category::Appearance), Some(false));
    assert_eq!(
        consent.needs_prompt(),
        Some(Reason::Changed(alloc::vec![edited::Category::Statistics]))
    );
}

#[test]
fn without_an_answer_nobody_objected() {
    let consent = read(policy(first::POLICY), "recent=1");
    assert!(consent.allows(first::Category::Appearance));
    assert!(!consent.any().removes(first::Category::Appearance.info()));
    // A grant is not an objection, but a category that has changed since is denied until the
    // visitor grants it again.
    let answer = pair(policy(first::POLICY), &first::Consent::accept_all(NOW), "");
    assert!(read(policy(first::POLICY), &answer).allows(first::Category::Appearance));
    let consent = read(policy(edited::POLICY), &answer);
    assert!(!consent.allows(edited::Category::Appearance));
    assert_eq!(
        consent.choice(edited::Category::Appearance),
        None,
        "they are not said to have refused"
    );
}

#[test]
fn two_tables_with_one_cookie_do_not_ask_in_turns() {
    let (one, two) = (policy(first::POLICY), policy(other::POLICY));
    let mut cookies = pair(one, &first::Consent::accept_all(NOW - 600), "");
    cookies = pair(two, &other::Consent::refuse_all(NOW - 300), &cookies);
    for round in 0..5 {
        let (a, b) = (read(one, &cookies), read(two, &cookies));
        assert_eq!((a.needs_prompt(), b.needs_prompt()), (None, None));
        assert!(a.allows(first::Category::Statistics) && !b.allows(other::Category::Audience));
        // Each table writes its answer again and keeps the other's.
        cookies = pair(
            one,
            &first::Consent::accept_all(NOW - 200 + 60 * round),
            &cookies,
        );
        cookies = pair(
            two,
            &other::Consent::refuse_all(NOW - 200 + 60 * round),
            &cookies,
        );
    }
    assert!(cookies.len() < 200, "{cookies}");
}

#[test]
fn a_refusal_to_one_release_holds_for_the_other_one() {
    let (old, new) = (policy(first::POLICY), policy(edited::POLICY));
    let mut cookies = pair(old, &first::Consent::accept_all(NOW - 600), "");
    assert!(read(new, &cookies).needs_prompt().is_some());
    cookies = pair(new, &edited::Consent::refuse_all(NOW - 300), &cookies);
    let consent = read(old, &cookies);
    assert!(!consent.allows(first::Category::Statistics));
    assert_eq!(consent.needs_prompt(), None);
    // A visitor who grants both is asked by neither.
    cookies = pair(new, &edited::Consent::accept_all(NOW - 200), &cookies);
    assert_eq!(
        (
            read(old, &cookies).needs_prompt(),
            read(new, &cookies).needs_prompt()
        ),
        (None, None)
    );
    assert!(read(new, &cookies).allows(edited::Category::Statistics));
}

#[test]
fn what_others_wrote_is_kept_within_bounds() {
    let one = policy(first::POLICY);
    let consent = first::Consent::accept_all(NOW);
    let group = |time: u64, parts: usize| format!("{time:x}{}", ".abcdefgh".repeat(parts));
    let written = |groups: &[String]| pair(one, &consent, &format!("prefs={}", groups.join("~")));
    let own = written(&[]);
    let sealed = |groups: &[String]| {
        let joined = groups.join("~");
        let check = super::answer::check(joined.as_bytes());
        format!("{joined}~{}", String::from_utf8(check.to_vec()).unwrap())
    };
    let value = String::from(own.strip_prefix("prefs=").unwrap());
    let kept = sealed(&[value, group(NOW - 60, 2)]);
    assert_eq!(written(&[group(NOW - 60, 2)]), format!("prefs={kept}"));
    // Groups that are too long, too old, dated in the future or empty are not kept.
    for left_out in [
        group(NOW - 60, 300),
        group(NOW - 181 * DAY, 1),
        group(NOW + DAY, 1),
        group(NOW - 60, 0),
    ] {
        assert_eq!(written(&[left_out]), own);
    }
    let many: Vec<_> = (1..9).map(|minute| group(NOW - 60 * minute, 1)).collect();
    assert_eq!(written(&[sealed(&many)]).matches('~').count(), 4);
    assert_eq!(written(&many), own, "without the check");
    let huge = format!("prefs={}", "7f.".repeat(2_000));
    assert!(pair(one, &consent, &huge).len() < 4_000);
    assert_eq!(written(&["6b.\u{e9}bcdefg".into(), "x".into()]), own);
    // A character that a cookie cannot have would make every choice an error.
    for odd in [
        "abcdefgh\"",
        "abcdefgh x",
        "abcdefgh,",
        "abcdefgh\\",
        "abcdefgh\u{e9}",
        "abcdefgh<x>",
        "abcdefgh1",
    ] {
        assert_eq!(written(&[format!("{:x}.{odd}", NOW - 60)]), own, "{odd}");
    }
}

#[test]
fn a_refusal_outweighs_what_a_fast_clock_wrote() {
    let (old, new) = (policy(first::POLICY), policy(edited::POLICY));
    let cookies = pair(old, &first::Consent::accept_all(NOW + 240), "");
    let cookies = pair(new, &edited::Consent::refuse_all(NOW), &cookies);
    assert!(!read(old, &cookies).allows(first::Category::Statistics));
    assert!(!read(new, &cookies).allows(edited::Category::Statistics));
}

#[test]
fn no_damage_to_a_refusal_revives_an_older_consent() {
    let (old, new) = (policy(first::POLICY), policy(edited::POLICY));
    let cookies = pair(old, &first::Consent::accept_all(NOW - 6_000), "");
    let cookies = pair(new, &edited::Consent::refuse_all(NOW - 60), &cookies);
    assert!(
        cookies.matches('~').count() == 2
            && !read(old, &cookies).allows(first::Category::Statistics)
    );
    let start = "prefs=".len();
    for at in start..cookies.len() {
        let cut = format!("{}{}", &cookies[..at], &cookies[at + 1..]);
        for byte in ["A", "0", ".", "~", "x"] {
            let changed = format!("{}{byte}{}", &cookies[..at], &cookies[at + 1..]);
            for damaged in [
                &cut,
                &changed,
                &String::from(&cookies[..at]),
                &format!("prefs={}", &cookies[at..]),
            ] {
                assert!(
                    *damaged == cookies || !read(old, damaged).allows(first::Category::Statistics),
                    "{damaged}"
                );
            }
        }
    }
}

#[test]
fn a_time_is_no_finer_than_a_minute() {
    let value = |now| pair(policy(first::POLICY), &first::Consent::accept_all(now), "");
    assert_eq!(value(NOW + 59), value(NOW));
    assert_ne!(value(NOW + 60), value(NOW));
    assert_eq!(first::Consent::decide(NOW + 59).decided_at(), Some(NOW));
}

struct Deployment {
    analytics: bool,
    more: bool,
    seconds: AtomicU64,
}

table! {
    deployed, { pub(super) policy with config: super::Deployment; }
    /// Audience
    category Statistics: opt_in {
        cookie | duration;
        /// Counts
        "recent" | { core::time::Duration::from_secs(config.seconds.load(core::sync::atomic::Ordering::Relaxed)) }
            max 400 days | when = { config.analytics };
        /// Counts more
        "more" | 1 day | when = { config.analytics && config.more };
    }
}

fn deployment(analytics: bool, more: bool, seconds: u64) -> Deployment {
    Deployment {
        analytics,
        more,
        seconds: seconds.into(),
    }
}

/// Whether a visitor who granted everything in one deployment is asked again in another.
fn asks(before: &Deployment, after: &Deployment) -> bool {
    let (before, after) = (deployed::POLICY.at(before), deployed::POLICY.at(after));
    let cookies = pair(before, &deployed::Consent::accept_all(NOW), "");
    let consent = read(after, &cookies);
    assert_eq!(
        consent.allows(deployed::Category::Statistics),
        consent.needs_prompt().is_none()
    );
    consent.needs_prompt().is_some()
}

#[test]
fn consent_covers_what_was_shown() {
    let shown = deployment(true, true, 3_600);
    assert!(!asks(&shown, &shown));
    assert!(
        asks(&deployment(true, false, 3_600), &shown),
        "a row was switched on"
    );
    assert!(
        !asks(&shown, &deployment(true, false, 3_600)),
        "a row was switched off"
    );
    assert!(
        asks(&shown, &deployment(true, true, 3_601)),
        "it is kept longer"
    );
    assert!(
        !asks(&shown, &deployment(true, true, 3_599)),
        "it is kept less long"
    );
    assert!(asks(
        &deployment(true, true, 60),
        &deployment(true, true, 390 * DAY)
    ));
}

#[test]
fn nothing_is_asked_of_what_nobody_uses() {
    let off = deployment(false, false, 60);
    let consent = read(deployed::POLICY.at(&off), "");
    assert_eq!(consent.needs_prompt(), None);
    // A grant does not count if the category had no row at that time.
    let cookies = pair(
        deployed::POLICY.at(&off),
        &deployed::Consent::accept_all(NOW),
        "",
    );
    let on = deployment(true, false, 60);
    let consent = read(deployed::POLICY.at(&on), &cookies);
    assert!(!consent.allows(deployed::Category::Statistics));
    assert_eq!(consent.needs_prompt(), Some(Reason::NeverAsked));
}

#[test]
fn a_refusal_covers_what_is_switched_on_later() {
    let cookies = pair(
        deployed::POLICY.at(&deployment(true, false, 60)),
        &deployed::Consent::refuse_all(NOW),
        "",
    );
    let on = deployment(true, true, 60);
    let consent = read(deployed::POLICY.at(&on), &cookies);
    assert_eq!(consent.choice(deployed::Category::Statistics), Some(false));
    assert_eq!(
        consent.needs_prompt(),
        Some(Reason::Changed(alloc::vec![deployed::Category::Statistics]))
    );
}

macro_rules! many {
    ($($name:literal)*) => {
        table! {
            many, { pub(super) policy with config: super::Deployment; }
            /// Audience
            category Statistics: opt_in {
                cookie | duration | when;
                $(#[allow(no_purpose)] $name | 1 day | { config.analytics };)*
                #[allow(no_purpose)] "more" | 1 day | { config.more };
            }
        }
    };
}
many!("0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "a" "b" "c" "d" "e" "f" "g" "h" "i" "j" "k" "l" "m" "n" "o" "p" "q" "r"
    "s" "t" "u" "v" "w" "x" "y" "z" "A0" "B0" "C0" "D0" "E0" "F0" "G0" "H0" "I0" "J0" "K0" "L0" "M0" "N0" "O0" "P0"
    "Q0" "R0" "S0" "T0" "U0" "V0" "W0" "X0" "Y0" "Z0" "A1" "B1" "C1" "D1");

#[test]
fn very_many_rows_of_a_deployment_fit_into_an_answer() {
    let (all, fewer) = (deployment(true, true, 1), deployment(true, false, 1));
    let cookies = pair(many::POLICY.at(&all), &many::Consent::accept_all(NOW), "");
    assert!(cookies.len() < 100, "{cookies}");
    assert_eq!(read(many::POLICY.at(&all), &cookies).needs_prompt(), None);
    assert!(
        read(many::POLICY.at(&fewer), &cookies)
            .needs_prompt()
            .is_some()
    );
}

#[test]
fn an_answer_to_an_earlier_state_counts_where_the_table_says_so() {
    let (old, new) = (policy(first::POLICY), policy(narrowed::POLICY));
    let earlier = |policy: &crate::table::Table| {
        [1, 2].map(|category| policy.categories()[category].fingerprint())
    };
    let also = [1, 2].map(|category| narrowed::POLICY.categories()[category].also()[0]);
    assert_eq!(also, earlier(&first::POLICY));

    let granted = pair(old, &first::Consent::accept_all(NOW - 600), "");
    let consent = read(new, &granted);
    assert!(consent.allows(narrowed::Category::Statistics));
    assert!(consent.allows(narrowed::Category::Appearance));
    assert_eq!(consent.needs_prompt(), None);

    let refused = pair(old, &first::Consent::refuse_all(NOW - 600), "");
    let consent = read(new, &refused);
    assert!(!consent.allows(narrowed::Category::Statistics));
    assert!(!consent.allows(narrowed::Category::Appearance));
    assert_eq!(consent.needs_prompt(), None);
}

#[test]
fn an_answer_to_any_other_state_does_not_count() {
    let (other, new) = (policy(edited::POLICY), policy(narrowed::POLICY));
    let granted = pair(other, &edited::Consent::accept_all(NOW - 600), "");
    let consent = read(new, &granted);
    assert!(!consent.allows(narrowed::Category::Statistics));
    assert!(consent.needs_prompt().is_some());
}

#[test]
fn a_grant_replaces_a_refusal_of_the_earlier_state_in_the_same_minute() {
    let (old, new) = (policy(first::POLICY), policy(narrowed::POLICY));
    let refused = pair(old, &first::Consent::refuse_all(NOW - 300), "");
    let granted = pair(new, &narrowed::Consent::accept_all(NOW - 300), &refused);
    assert!(read(new, &granted).allows(narrowed::Category::Statistics));
}

#[test]
fn a_later_refusal_outweighs_a_grant_of_the_earlier_state() {
    let (old, new) = (policy(first::POLICY), policy(narrowed::POLICY));
    let granted = pair(old, &first::Consent::accept_all(NOW - 600), "");
    let refused = pair(new, &narrowed::Consent::refuse_all(NOW - 300), &granted);
    assert!(!read(new, &refused).allows(narrowed::Category::Statistics));
    assert!(!read(old, &refused).allows(first::Category::Statistics));
}

table! {
    always, { pub(super) policy with config: super::Deployment; }
    /// Audience
    category Statistics: opt_in {
        cookie | duration;
        /// Counts
        "recent" | 400 days;
        /// Counts more
        "more" | 1 day;
    }
}

#[test]
fn a_row_that_every_deployment_has_now_asks_those_who_were_not_shown_it() {
    let off = deployment(true, false, 60);
    let before = deployed::POLICY.at(&off);
    let granted = pair(before, &deployed::Consent::accept_all(NOW), "");
    let consent = read(always::POLICY.at(&off), &granted);
    assert!(!consent.allows(always::Category::Statistics));
    assert!(consent.needs_prompt().is_some());
}

table! {
    switched, { pub(super) policy with config: super::Deployment; }
    /// Audience
    category Statistics: opt_in(also "c067a4f98f13ef7b") {
        cookie | duration;
        /// Counts
        "recent" | 400 days;
        /// Counts more
        "more" | 1 day | when = { config.more };
    }
}

#[test]
fn an_answer_to_all_rows_covers_those_that_a_deployment_switches_on() {
    let on = deployment(true, true, 60);
    let earlier = always::POLICY.categories()[1].fingerprint();
    assert_eq!(switched::POLICY.categories()[1].also(), [earlier]);
    let granted = pair(
        always::POLICY.at(&on),
        &always::Consent::accept_all(NOW),
        "",
    );
    assert!(read(switched::POLICY.at(&on), &granted).allows(switched::Category::Statistics));
}

table! {
    fewer, { pub(super) policy with config: super::Deployment; }
    /// Audience
    category Statistics: opt_in(also "d8ebb3487a24790b") {
        cookie | duration;
        /// Counts more
        "more" | 1 day | when = { config.analytics && config.more };
    }
}

#[test]
fn an_answer_to_an_earlier_state_covers_only_the_rows_that_its_deployment_showed() {
    let (on, off) = (deployment(true, true, 60), deployment(true, false, 60));
    let earlier = deployed::POLICY.categories()[1].fingerprint();
    assert_eq!(fewer::POLICY.categories()[1].also(), [earlier]);
    let allows = |shown: &Deployment| {
        let before = deployed::POLICY.at(shown);
        let granted = pair(before, &deployed::Consent::accept_all(NOW), "");
        read(fewer::POLICY.at(&on), &granted).allows(fewer::Category::Statistics)
    };
    assert!(allows(&on));
    assert!(!allows(&off));
}
