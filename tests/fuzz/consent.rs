//! Damaged answers of visitors.

use bolero::{TypeGenerator, check};
use cookie_decl::{Gpc, RequestCookies};

use crate::SHORT;
use crate::edit::Edit;

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers the answer
            PREFERENCES: Consent = "p" | 6 months;
        }

        /// Statistics
        category Statistics: opt_in {
            cookie | duration;
            /// Counts
            "recent" | 30 days;
        }

        /// Advertising
        category Advertising: opt_in(gpc) {
            cookie | duration;
            /// Follows
            "ad" | 30 days;
        }

        /// Appearance
        category Appearance: opt_out {
            cookie | duration;
            /// Dark or light
            "theme" | 6 months;
        }
    }
}

use cookies::{Category, Consent, PREFERENCES};

const GATED: [Category; 3] = [
    Category::Statistics,
    Category::Advertising,
    Category::Appearance,
];
const SIX_MONTHS: u64 = 6 * 30 * 86_400;
const SKEW: u64 = 300;

#[derive(Debug, TypeGenerator)]
struct Visit {
    grants: [bool; 3],
    at: u64,
    /// Small numbers are as likely as large ones.
    shift: u8,
    later: i32,
    gpc: bool,
    edits: Vec<Edit>,
    /// Whether copied parts may come from the opposite answer.
    opposite: bool,
}

fn field(consent: &Consent) -> String {
    let cookie = PREFERENCES.set(consent).expect("it is decided");
    format!("{}={}", cookie.name(), cookie.value())
}

fn consent(at: u64, grants: [bool; 3]) -> Consent {
    let granted = GATED.into_iter().zip(grants).filter(|(_, grant)| *grant);
    granted.fold(Consent::decide(at), |consent, (category, _)| {
        consent.grant(category)
    })
}

#[test]
fn any_answer() {
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|visit: &Visit| {
            let at = visit.at >> (visit.shift % 64);
            // About a year before or after.
            let now = at.saturating_add_signed(i64::from(visit.later / 64));
            let sent = consent(at, visit.grants);
            let opposite = field(&consent(at, visit.grants.map(|grant| !grant)));
            let own = field(&sent);
            let texts = [own.as_str(), if visit.opposite { &opposite } else { "; p" }];
            let header = Edit::all(&visit.edits, &texts.map(str::as_bytes));
            let gpc = if visit.gpc { Gpc::ON } else { Gpc::OFF };
            let cookies = RequestCookies::from_header(&header);
            let read = Consent::from_request(cookies, gpc, now);

            let at = at - at % 60;
            let in_time = at <= now.saturating_add(SKEW) && now.saturating_sub(at) <= SIX_MONTHS;
            if visit.edits.is_empty() && in_time {
                assert_eq!(read, sent.with_gpc(gpc));
            }
            // A damaged answer, in any bytes, is an answer. Only spaces and tabs around the name
            // are ignored.
            let is_p = |name: &[u8]| {
                name.trim_ascii() == b"p" && name.iter().all(|byte| b" \tp".contains(byte))
            };
            let is_named = |pair: &[u8]| {
                pair.contains(&b'=') && pair.split(|byte| *byte == b'=').next().is_some_and(is_p)
            };
            let is_present = header.split(|byte| *byte == b';').any(is_named);
            for (index, category) in GATED.into_iter().enumerate() {
                let granted = read.choice(category) == Some(true);
                assert!(
                    !granted || visit.grants[index] || visit.opposite,
                    "{category:?} was refused"
                );
                assert!(!granted || is_present && in_time);
                // The signal denies and never grants.
                let [on, off] = [Gpc::ON, Gpc::OFF].map(|gpc| read.with_gpc(gpc).allows(category));
                assert!(off || !on);
            }
            // An objection remains valid, whatever happened to the answer.
            assert!(
                !is_present
                    || !read.allows(Category::Appearance)
                    || read.choice(Category::Appearance) == Some(true)
            );
            assert!(read.allows(Category::Necessary));
            // The new answer can be read, and is short.
            let decided = field(&consent(now, visit.grants));
            assert!(decided.len() < 4_000);
        });
}
