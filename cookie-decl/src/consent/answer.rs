//! The format of the visitor's answer in its cookie.
//!
//! ```text
//! value = group [ *( "~" group ) "~" check ]
//!                              the newest group first, then those of other tables or releases
//! group = time *( "." part )   the statements of one decision
//! time  = seconds since 1970 in hexadecimal
//! part  = mark [ *shown / id ] mark: 8 digits of base64url, a statement at that time
//! shown = key seconds          4 and 5 digits: a row whose facts depend on the deployment
//! id    = 22 digits            16 random bytes: the visitor, with `consent tied`
//! check = 8 digits: a hash of all before it
//! ```
//!
//! A mark is a hash of its statement and the time, and the check is a hash of all groups. So any
//! change breaks them; no single bit turns "no" into "yes". A table cannot read another table's
//! marks but keeps them, so visitors who switch between two tables are not asked each time.
//!
//! Two tables with `consent tied` that share the cookie share the identifier.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::hash::Hasher as _;

use cookie_decl_core::fnv::{Fnv, fnv};

use crate::consent::digits::{digits, number, push_id, push_mark, push_number, read_id};
use crate::consent::question::Question;
use crate::run_time::{Config, Setting};
use crate::table::category::CategoryInfo;
use crate::table::declaration::Declaration;
use crate::table::duration::Duration;
use crate::wire::request::{RequestCookies, position, split};

/// How far the clocks of servers may differ, in seconds.
pub(crate) const SKEW: u64 = 300;

/// The precision of the time, in seconds.
///
/// A second that is kept for six months could identify a visitor; many visitors share a minute.
pub(crate) const PRECISION: u64 = 60;

/// The most groups of a value that are read, and so the most tables that can share a cookie.
pub(super) const MOST_GROUPS: usize = 4;

/// The most rows whose facts are written one by one, because the answer has to fit into a cookie.
const MOST_SHOWN: usize = 128;

/// The most categories of a table, which is the number of bits of a set of them.
pub(super) const MOST_CATEGORIES: usize = 64;

/// A visitor's decision about each category of a table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Decision {
    /// The set of categories that the visitor grants, one bit for each.
    pub(super) granted: u64,
    /// The set of categories that the visitor denies.
    pub(super) denied: u64,
    /// The set of categories that need no further question.
    ///
    /// The visitor was shown them as they are now, or they have no row in this deployment.
    pub(super) covered: u64,
    /// The set of categories that the visitor had not been asked about when they granted another.
    pub(super) unasked: u64,
    /// The time of the decision, in seconds since 1970.
    pub(super) decided_at: Option<u64>,
    /// Whether the request has an answer, even one that cannot be read.
    pub(super) is_present: bool,
    pub(super) is_expired: bool,
    /// Whether the answer was set with an earlier scope of its row.
    pub(super) is_elsewhere: bool,
    /// The identifier of the visitor, with `consent tied`.
    pub(super) id: Option<[u8; 16]>,
}

/// The meaning of a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Statement {
    /// The visitor denies the category, which was shown as it is now.
    Denied,
    /// The visitor grants the category, which was shown as it is now.
    Granted,
    /// The visitor denies the category whatever its contents, so a refusal survives an edit.
    Refused,
    /// The mark is followed by the facts that the visitor was shown of this deployment's rows.
    Shown,
    /// The cookie was set with the scope that its row has now.
    Scope,
    /// The visitor was not asked about the category, and granted another.
    Unasked,
    /// The mark is followed by the identifier of the visitor.
    Visitor,
}

impl Statement {
    /// The mark of the statement about a thing at a time: 48 bits of a hash.
    pub(super) fn mark(self, about: u64, at: u64) -> u64 {
        mix(mix(about ^ at.rotate_left(32)) ^ self as u64) >> 16
    }
}

/// The finalizer of splitmix64: every bit depends on every bit.
fn mix(mut value: u64) -> u64 {
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// The fingerprints of the states of a category whose answers count: the present one first.
pub(super) fn states(category: &CategoryInfo) -> impl Iterator<Item = u64> {
    let CategoryInfo {
        fingerprint, also, ..
    } = category;
    // A `chain` would be several times as long in WebAssembly.
    (0..=also.len()).map(|number| {
        if number == 0 {
            *fingerprint
        } else {
            also[number - 1]
        }
    })
}

/// The marks that deny, grant, refuse and leave open a category at a time.
pub(super) fn marks(category: &CategoryInfo, at: u64) -> [u64; 4] {
    let CategoryInfo {
        name, fingerprint, ..
    } = category;
    [
        Statement::Denied.mark(*fingerprint, at),
        Statement::Granted.mark(*fingerprint, at),
        Statement::Refused.mark(fnv(name.bytes()), at),
        Statement::Unasked.mark(fnv(name.bytes()), at),
    ]
}

/// The mark before the facts of a category, or `None` if no row depends on the deployment.
pub(super) fn shown(category: &CategoryInfo, at: u64) -> Option<u64> {
    let CategoryInfo {
        fingerprint,
        varies,
        ..
    } = category;
    varies.then(|| Statement::Shown.mark(*fingerprint, at))
}

/// The mark before the identifier of the visitor.
pub(super) fn visitor_mark(row: &Declaration, at: u64) -> u64 {
    Statement::Visitor.mark(fnv(row.name().bytes()), at)
}

/// A group of a value: the statements of one decision.
#[derive(Clone, Copy)]
pub(super) struct Group<'v> {
    pub(super) at: u64,
    parts: &'v [u8],
}

impl<'v> Group<'v> {
    /// Reads the groups of a value.
    ///
    /// A value with a wrong check has none: an older group must not count because a newer one is
    /// damaged.
    pub(super) fn all(value: &'v [u8]) -> impl Iterator<Item = Self> {
        let end = value.len().checked_sub(1 + 8);
        let groups = match end.and_then(|end| value.split_at_checked(end)) {
            Some((groups, [b'~', written @ ..])) if *written == check(groups) => groups,
            _ if position(value, b'~').is_some() => &[],
            _ => value,
        };
        groups
            .split(|byte| *byte == b'~')
            .take(MOST_GROUPS)
            .filter_map(|group| {
                let (time, parts) = split(group, b'.');
                let at = read_time(time)?;
                let parts = parts.unwrap_or_default();
                Some(Group { at, parts })
            })
    }

    /// Splits the parts. Each item is a whole part, the digits of its mark, and those after it.
    pub(super) fn parts(self) -> impl Iterator<Item = (&'v [u8], &'v [u8; 8], &'v [u8])> {
        self.parts.split(|byte| *byte == b'.').filter_map(|part| {
            let (mark, shown) = part.split_first_chunk()?;
            Some((part, mark, shown))
        })
    }

    /// The digits after a mark, or `None` if the group does not have the mark.
    fn after(self, mark: u64) -> Option<&'v [u8]> {
        let wanted = digits(mark);
        let mut parts = self.parts();
        parts.find_map(|(_, mark, after)| (*mark == wanted).then_some(after))
    }

    fn contains(self, mark: u64) -> bool {
        self.after(mark).is_some()
    }

    /// The identifier of the visitor.
    fn id(self, row: &Declaration) -> Option<[u8; 16]> {
        read_id(self.after(visitor_mark(row, self.at))?)
    }

    fn age(self, now: u64) -> Age {
        // The clock of the server that set the cookie may be ahead of this one's.
        if self.at > now.saturating_add(SKEW) {
            Age::Future
        } else {
            Age::Past(now.saturating_sub(self.at))
        }
    }
}

enum Age {
    Future,
    Past(u64),
}

/// Reads the decision from all answers of a request.
pub(super) fn read(
    question: &Question,
    config: Config<'_>,
    cookies: RequestCookies<'_>,
    now: u64,
) -> Decision {
    let mut decision = Decision::default();
    for category in question.asked() {
        // A category without rows needs no question.
        if !question.is_active(config, category) {
            decision.covered |= category.bit();
        }
    }
    // A deployment without the row has no answer, even if another deployment set the cookie.
    if let Some(row) = question.row_in(config) {
        let values = cookies.all_bytes(row.name());
        read_values(question, config, row, values, &mut decision, now);
    }
    decision
}

/// Adds the values to a decision.
///
/// For each category the newest choice counts, and of two from the same time the one that denies.
pub(super) fn read_values<'v>(
    question: &Question,
    config: Config<'_>,
    row: &Declaration,
    values: impl Iterator<Item = &'v [u8]>,
    decision: &mut Decision,
    now: u64,
) {
    let kept = row.duration().max_age();
    let mut newest = [0; MOST_CATEGORIES];
    let scope = scope(row, config);
    // The time of the newest decision in a cookie with the present scope of the row.
    let mut in_scope_at = None;
    let mut id_at = None;
    let mut are_readable = true;
    for value in values {
        decision.is_present = true;
        let (mut decided_at, mut is_in_scope) = (None, false);
        for group in Group::all(value) {
            match group.age(now) {
                Age::Future => continue,
                Age::Past(age) if kept.is_some_and(|kept| age > kept) => {
                    decision.is_expired = true;
                    continue;
                }
                Age::Past(_) => {}
            }
            is_in_scope = is_in_scope || group.contains(Statement::Scope.mark(scope, group.at));
            if question.is_tied()
                && Some(group.at) > id_at
                && let Some(id) = group.id(row)
            {
                (decision.id, id_at) = (Some(id), Some(group.at));
            }
            for category in question.asked() {
                let Some(is_denied) = read_category(question, group, config, category, decision)
                else {
                    continue;
                };
                decided_at = decided_at.max(Some(group.at));
                let (bit, newest) = (category.bit(), &mut newest[usize::from(category.number)]);
                let Decision {
                    granted, denied, ..
                } = decision;
                let is_first = (*granted | *denied) & bit == 0;
                if is_first || group.at > *newest || group.at == *newest && is_denied {
                    *newest = group.at;
                    (*granted, *denied) = if is_denied {
                        (*granted & !bit, *denied | bit)
                    } else {
                        (*granted | bit, *denied & !bit)
                    };
                }
            }
        }
        decision.decided_at = decision.decided_at.max(decided_at);
        are_readable &= decided_at.is_some();
        if is_in_scope {
            in_scope_at = in_scope_at.max(decided_at);
        }
    }
    decision.is_expired &= decision.decided_at.is_none();
    if !are_readable {
        // One that cannot be read may have been about all categories.
        decision.unasked = 0;
    }
    decision.is_elsewhere = in_scope_at < decision.decided_at;
}

/// Whether a group denies a category, or `None` if it neither grants nor denies it.
fn read_category(
    question: &Question,
    group: Group<'_>,
    config: Config<'_>,
    category: &'static CategoryInfo,
    decision: &mut Decision,
) -> Option<bool> {
    let name = fnv(category.name.bytes());
    let is_refused = group.contains(Statement::Refused.mark(name, group.at));
    let (mut is_denied, mut is_granted, mut is_covered) = (false, false, false);
    for (number, state) in states(category).enumerate() {
        let part = |statement: Statement| group.after(statement.mark(state, group.at));
        let (denied, granted) = (part(Statement::Denied), part(Statement::Granted));
        let shown = part(Statement::Shown);
        is_denied |= denied.is_some();
        is_granted |= granted.is_some();
        is_covered |= (denied.or(granted).is_some())
            && match shown {
                Some(facts) => covers(facts, question, config, category),
                // In an earlier state without facts, every deployment showed the same.
                None => number > 0 || !category.varies,
            };
    }
    if is_covered {
        decision.covered |= category.bit();
    }
    if group.contains(Statement::Unasked.mark(name, group.at)) {
        decision.unasked |= category.bit();
    }
    if is_denied || is_refused {
        Some(true)
    } else {
        (is_granted && is_covered).then_some(false)
    }
}

/// Writes the value for a decision.
pub(super) fn write(
    question: &Question,
    decision: &Decision,
    config: Config<'_>,
) -> Option<String> {
    let (at, row) = (decision.decided_at?, question.row()?);
    let scope = scope(row, config);
    let mut value = time(at);
    push_mark(&mut value, Statement::Scope.mark(scope, at));
    if let Some(id) = decision.id.filter(|_| question.is_tied()) {
        push_mark(&mut value, visitor_mark(row, at));
        push_id(&mut value, id);
    }
    for category in question.asked() {
        let [denied, granted, refused, unasked] = marks(category, at);
        let bit = category.bit();
        let is_denied = decision.denied & bit != 0;
        if is_denied {
            push_mark(&mut value, refused);
        }
        if decision.unasked & bit != 0 {
            push_mark(&mut value, unasked);
        }
        // A category without a row in this deployment was not shown.
        if (decision.granted | decision.denied) & decision.covered & bit == 0
            || !question.is_active(config, category)
        {
            continue;
        }
        push_mark(&mut value, if is_denied { denied } else { granted });
        if let Some(shown) = shown(category, at) {
            push_mark(&mut value, shown);
            for fact in &facts(question, config, category) {
                push_number(&mut value, fact.key.into(), 4);
                push_number(&mut value, fact.seconds.into(), 5);
            }
        }
    }
    Some(value)
}

/// The hash of several groups, in digits.
pub(super) fn check(groups: &[u8]) -> [u8; 8] {
    digits(fnv(groups.iter().copied()) >> 16)
}

/// The facts that a visitor is shown of a row that depends on the deployment.
#[derive(Clone, Copy, Default)]
struct Fact {
    /// 24 bits of a hash of the row's name and scope.
    key: u32,
    /// The duration, if it is known only at run time; otherwise 0.
    seconds: u32,
}

/// The facts of a category's rows that are switched on.
///
/// Very many rows are summed up in one fact.
fn facts(question: &Question, config: Config<'_>, category: &'static CategoryInfo) -> Vec<Fact> {
    let mut facts = Vec::new();
    for row in question.rows_of(category) {
        if row.varies() && row.is_on(config) {
            facts.push(fact(row, config));
        }
    }
    if facts.len() > (MOST_SHOWN / question.categories().len()).max(1) {
        let sum = facts.iter().fold(Fact::default(), |all, fact| Fact {
            // A sum does not depend on the order of the rows.
            key: all.key.wrapping_add(fact.key) & KEY,
            seconds: all.seconds.max(fact.seconds),
        });
        facts = alloc::vec![sum];
    }
    facts
}

const KEY: u32 = (1 << 24) - 1;

fn fact(row: &Declaration, config: Config<'_>) -> Fact {
    let scope = row
        .declared_attributes()
        .map(|attributes| (&attributes.path, &attributes.domain));
    let (path, domain) = match scope {
        Some((Setting::Fixed(path), Setting::Fixed(domain))) => {
            (&**path, domain.as_deref().unwrap_or_default())
        }
        _ => ("", ""),
    };
    let mut hash = Fnv::default();
    for text in [row.name(), path, domain] {
        hash.write(text.as_bytes());
        hash.write(&[0]);
    }
    let seconds = match row.stated_duration() {
        Duration::RunTime { max, value } => value(config)
            .as_secs()
            .min(max.seconds().unwrap_or(u64::MAX)),
        _ => 0,
    };
    // The seconds have five digits, which is up to 34 years.
    Fact {
        key: (hash.finish() >> 40) as u32 & KEY,
        seconds: u32::try_from(seconds)
            .unwrap_or(u32::MAX)
            .min((1 << 30) - 1),
    }
}

/// Whether the visitor was shown all present facts.
///
/// A row that was switched on later was not shown, nor was a longer duration.
fn covers(
    shown: &[u8],
    question: &Question,
    config: Config<'_>,
    category: &'static CategoryInfo,
) -> bool {
    let (shown, _) = shown.as_chunks::<9>();
    facts(question, config, category).iter().all(|fact| {
        shown.iter().any(|shown| {
            let (key, seconds) = shown.split_at(4);
            number(key) == Some(fact.key.into())
                && number(seconds).is_some_and(|then| then >= u64::from(fact.seconds))
        })
    })
}

/// A hash of the scope that a row's cookie is set with.
pub(super) fn scope(row: &Declaration, config: Config<'_>) -> u64 {
    let Some(attributes) = row.attributes_in(config) else {
        return 0;
    };
    let mut hash = Fnv::default();
    for byte in attributes.domain().unwrap_or_default().bytes() {
        hash.write(&[byte.to_ascii_lowercase()]);
    }
    hash.write(&[0, u8::from(attributes.partitioned())]);
    hash.write(attributes.path().as_bytes());
    hash.finish()
}

pub(super) fn time(at: u64) -> String {
    let mut text = String::with_capacity(128);
    write!(text, "{at:x}").expect("a `String` takes everything");
    text
}

/// Reads seconds in hexadecimal, exactly as [`time`] writes them.
fn read_time(text: &[u8]) -> Option<u64> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let is_canonical = text == b"0" || !text.starts_with(b"0") && (1..=16).contains(&text.len());
    let read = || {
        text.iter()
            .try_fold(0, |time, byte| Some(time << 4 | u64::from(digit(*byte)?)))
    };
    if is_canonical { read() } else { None }
}
