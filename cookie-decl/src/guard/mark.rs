//! The mark that identifies an answer.

use alloc::string::String;

use crate::consent::any::AnyConsent;
use crate::run_time::Config;

/// Identifies an answer by its time and its choices. Empty without an answer.
///
/// It is not a secret and proves nothing: it only decides which of two texts is shown.
pub(super) fn mark(config: Config<'_>, consent: &AnyConsent) -> String {
    let Some(at) = consent.decided_at() else {
        return String::new();
    };
    let asked = consent.question().asked_in(config);
    let answers = asked.map(|category| match consent.choice(category) {
        Some(true) => 'y',
        Some(false) => 'n',
        None => '-',
    });
    alloc::format!("{at:x}.").chars().chain(answers).collect()
}

/// Whether the answer with this mark came back; `None` if the visitor has answered again since.
pub(super) fn came_back(config: Config<'_>, expected: &str, consent: &AnyConsent) -> Option<bool> {
    let at = expected
        .split_once('.')
        .and_then(|(at, _)| u64::from_str_radix(at, 16).ok());
    match (consent.decided_at(), at) {
        (Some(decided), Some(at)) if decided > at => None,
        (decided, _) => Some(decided.is_some() && mark(config, consent) == expected),
    }
}
