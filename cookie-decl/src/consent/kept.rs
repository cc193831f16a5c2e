//! Answers that are set again: beside a new one, or with another scope of their row.

use alloc::string::String;
use alloc::vec::Vec;

use crate::consent::answer::{
    Decision, Group, MOST_GROUPS, Statement, check, marks, read_values, scope, shown, states, time,
    visitor_mark, write,
};
use crate::consent::digits::{ID_DIGITS, digit, digits, push_mark};
use crate::consent::question::Question;
use crate::run_time::Config;
use crate::wire::request::RequestCookies;

/// The length of the longest value that is written, in bytes: servers refuse very long headers.
const LONGEST_VALUE: usize = 2_048;

impl<'v> Group<'v> {
    /// The well-formed parts. Others may have a character that cannot be set in a cookie again.
    pub(super) fn own_parts(self) -> impl Iterator<Item = (&'v [u8], &'v [u8; 8], &'v [u8])> {
        self.parts().filter(|(part, _, shown)| {
            (shown.len() % 9 == 0 || shown.len() == ID_DIGITS)
                && part.iter().all(|byte| digit(*byte).is_some())
        })
    }
}

/// Writes the value for a decision, and keeps other tables' answers of the request, the newest
/// first.
pub(super) fn write_with(
    question: &Question,
    decision: &Decision,
    config: Config<'_>,
    cookies: RequestCookies<'_>,
) -> Option<String> {
    let mut value = write(question, decision, config)?;
    let (at, row) = (decision.decided_at?, question.row()?);
    let scope = scope(row, config);
    let mut others: Vec<_> = cookies.all_bytes(row.name()).flat_map(Group::all).collect();
    others.sort_by_key(|group| core::cmp::Reverse(group.at));
    let kept = row.duration().max_age();
    let mut written = 1;
    for group in others {
        // A group with a later time, from another server's clock, would override this decision.
        let is_kept = group.at <= at && kept.is_none_or(|kept| at - group.at <= kept);
        let categories = || question.asked();
        let own =
            categories().flat_map(|it| marks(it, group.at).into_iter().chain(shown(it, group.at)));
        // Of two answers from the same time the one that denies counts, and this one replaces that
        // to an earlier state. An older one stays, for servers that still have that state.
        let earlier = categories()
            .filter(|_| group.at == at)
            .flat_map(|it| states(it).skip(1))
            .flat_map(|state| {
                [Statement::Denied, Statement::Granted, Statement::Shown]
                    .map(|statement| statement.mark(state, at))
            });
        let own = own.chain(earlier);
        // The identifier of a tied table that shares the cookie stays.
        let id = question.is_tied().then(|| visitor_mark(row, group.at));
        let own: Vec<_> = own
            .chain([Statement::Scope.mark(scope, group.at)])
            .chain(id)
            .map(digits)
            .collect();
        let foreign = group
            .own_parts()
            .filter(|(_, mark, _)| !own.contains(mark))
            .map(|(part, ..)| part);
        let foreign: Vec<_> = foreign.collect();
        let Ok(foreign) = String::from_utf8(foreign.join(&b'.')) else {
            continue;
        };
        let group = alloc::format!("~{}.{foreign}", time(group.at));
        let fits = written < MOST_GROUPS && value.len() + group.len() <= LONGEST_VALUE;
        if is_kept && !foreign.is_empty() && fits && !value.contains(&*group) {
            value.push_str(&group);
            written += 1;
        }
    }
    seal(&mut value);
    Some(value)
}

/// Adds the check, if there are several groups.
fn seal(value: &mut String) {
    if value.contains('~') {
        let check = check(value.as_bytes());
        value.push('~');
        value.extend(check.map(char::from));
    }
}

/// The newest answer of a request, to be set again with the present scope of its row.
///
/// The number is how many seconds of its time remain.
pub(super) fn moved(
    question: &Question,
    decision: &Decision,
    config: Config<'_>,
    cookies: RequestCookies<'_>,
    now: u64,
) -> Option<(String, u64)> {
    if !decision.is_elsewhere {
        return None;
    }
    let (at, row) = (decision.decided_at?, question.row()?);
    let is_newest = |value: &&[u8]| {
        let mut alone = Decision::default();
        read_values(
            question,
            config,
            row,
            core::iter::once(*value),
            &mut alone,
            now,
        );
        alone.decided_at == Some(at)
    };
    let value = cookies.all_bytes(row.name()).find(is_newest)?;
    let mut moved = String::new();
    for group in Group::all(value) {
        if moved.is_empty() {
            moved = time(group.at);
            push_mark(
                &mut moved,
                Statement::Scope.mark(scope(row, config), group.at),
            );
        } else {
            moved.extend(["~", &time(group.at)]);
        }
        for (part, ..) in group.own_parts() {
            moved.push('.');
            moved.push_str(core::str::from_utf8(part).ok()?);
        }
    }
    seal(&mut moved);
    let remaining = row
        .duration()
        .max_age()?
        .checked_sub(now.saturating_sub(at))?;
    (moved.len() <= LONGEST_VALUE && remaining > 0).then_some((moved, remaining))
}
