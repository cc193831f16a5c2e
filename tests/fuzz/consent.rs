//! The visitor's answer, damaged.

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

const GATED: [Category; 3] = [Category::Statistics, Category::Advertising, Category::Appearance];
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
    /// Whether what is copied may be of the opposite answer.
    opposite: bool,
}

fn field(consent: &Consent) -> String {
    let cookie = PREFERENCES.set(consent).expect("it is decided");
    format!("{}={}", cookie.name(), cookie.value())
}

fn consent(at: u64, grants: [bool; 3]) -> Consent {
    let granted = GATED.into_iter().zip(grants).filter(|(_, grant)| *grant);
    granted.fold(Consent::decide(at), |consent, (category, _)| consent.grant(category))
}

/// The only value of the answer in a request, in its parts.
fn parts(header: &[u8]) -> Vec<&str> {
    let mut values = RequestCookies::from_header_bytes(header).all("p");
    let value = values.next().filter(|_| values.next().is_none());
    value.unwrap_or_default().split('.').collect()
}

#[test]
fn any_answer() {
    check!().with_type().with_test_time(SHORT).for_each(|visit: &Visit| {
        let at = visit.at >> (visit.shift % 64);
        // About a year before or behind.
        let now = at.saturating_add_signed(i64::from(visit.later / 64));
        let sent = consent(at, visit.grants);
        let opposite = field(&consent(at, visit.grants.map(|grant| !grant)));
        let own = field(&sent);
        let texts = [own.as_str(), if visit.opposite { &opposite } else { "; p" }];
        let header = Edit::all(&visit.edits, &texts.map(str::as_bytes));
        let gpc = if visit.gpc { Gpc::ON } else { Gpc::OFF };
        let read = Consent::from_request(RequestCookies::from_header_bytes(&header), gpc, now);

        let in_time = at <= now.saturating_add(SKEW) && now.saturating_sub(at) <= SIX_MONTHS;
        if visit.edits.is_empty() && in_time {
            assert_eq!(read, sent.with_gpc(gpc));
        }
        let (whole, other, found) = (parts(texts[0].as_bytes()), parts(opposite.as_bytes()), parts(&header));
        for (index, category) in GATED.into_iter().enumerate() {
            // A mark counts when it is there once, its opposite is not, and the time is what it was made at.
            let times = |mark| found.iter().skip(1).take(64).filter(|part| **part == mark).count();
            let answer = match (times(whole[index + 1]), times(other[index + 1])) {
                (1, 0) if in_time && found[0] == whole[0] => sent.answer(category),
                (0, 1) if in_time && found[0] == whole[0] => sent.answer(category).map(|granted| !granted),
                _ => None,
            };
            assert_eq!(read.answer(category), answer, "{category:?}");
            let granted = read.answer(category) == Some(true);
            assert!(!granted || visit.grants[index] || visit.opposite, "{category:?} was refused");
            // The signal denies and never grants.
            let [on, off] = [Gpc::ON, Gpc::OFF].map(|gpc| read.with_gpc(gpc).allows(category));
            assert!(off || !on);
        }
        assert!(read.allows(Category::Necessary));
    });
}
