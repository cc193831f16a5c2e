//! Records the decisions of visitors. A grant that the log failed to record does not count.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::consent::Consent;
use crate::consent::answer::PRECISION;
use crate::consent::any::AnyConsent;
use crate::consent::gate::Categories;
use crate::consent_log::{Action, ConsentLog, Event, LogError, RecordedChoice, Via, VisitorId};
use crate::guard::any_visitor::AnyVisitor;
use crate::guard::recording::Shown;
use crate::guard::shown::shown;
use crate::guard::visitor::Visitor;
use crate::run_time::Config;
use crate::table::Table;
use crate::table::category::CategoryInfo;
use crate::wire::set_cookie::SetCookies;
use crate::wire::set_cookie::error::SetError;

/// What counts of a decision, from [`Visitor::decide_recorded`](crate::Visitor::decide_recorded).
#[derive(Clone)]
#[non_exhaustive]
pub struct Decided<K> {
    /// The consent from now on. If the log has failed, it grants nothing that the visitor's earlier
    /// answer did not grant.
    pub consent: Consent<K>,
    /// The cookies for the response: the answer, and the removals of denied cookies. Empty if the
    /// earlier answer stays.
    pub cookies: SetCookies,
    /// Whether the whole decision counts. Otherwise tell the visitor that it was not saved.
    pub is_saved: bool,
}

impl<K: Categories> Visitor<K> {
    /// Records a decision and returns what of it counts; see
    /// [`Guard::record`](crate::Guard::record).
    ///
    /// For a decision that the site's own code reads, such as a setting of an account. Without a
    /// log, all of it counts.
    ///
    /// # Errors
    /// Returns an error if the table has no row of type `Consent`, or if nothing was decided. A
    /// failure of the log is not an error, but then [`Decided::is_saved`] may be `false`.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Remembers what you chose
    /// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    /// #     }
    /// #     /// Audience
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT = "recent" | 30 days;
    /// #     }
    /// # } }
    /// use std::sync::Arc;
    /// use cookie_decl::Guard;
    /// use cookie_decl::consent_log::MemoryLog;
    /// use cookies::{Category, Consent};
    ///
    /// let log = Arc::new(MemoryLog::new());
    /// let guard = Guard::new(cookies::POLICY).record(Arc::clone(&log));
    /// # let visitor = guard.visitor(&http::Method::POST, &http::Uri::from_static("/account"), &http::HeaderMap::new());
    /// # let mut polled = core::pin::pin!(async {
    /// log.set_down(true);
    /// let grant = Consent::decide(visitor.now()).grant(Category::Statistics);
    /// let decided = visitor.decide_recorded(&grant).await?;
    /// assert!(!decided.is_saved && decided.cookies.is_empty());
    ///
    /// let denied = visitor.decide_recorded(&Consent::refuse_all(visitor.now())).await?;
    /// assert!(denied.is_saved); // a denial counts without a record
    /// # Ok::<(), cookie_decl::error::SetError>(()) });
    /// # let mut context = core::task::Context::from_waker(core::task::Waker::noop());
    /// # assert!(matches!(polled.as_mut().poll(&mut context), core::task::Poll::Ready(Ok(()))));
    /// ```
    pub async fn decide_recorded(&self, consent: &Consent<K>) -> Result<Decided<K>, SetError> {
        let AnyDecided {
            consent,
            cookies,
            is_saved,
        } = decide(self.any(), *consent.any(), Via::Site).await?;
        Ok(Decided {
            consent: Consent::new(consent),
            cookies,
            is_saved,
        })
    }
}

/// What counts of a decision; see [`Decided`].
pub(super) struct AnyDecided {
    pub(super) consent: AnyConsent,
    pub(super) cookies: SetCookies,
    pub(super) is_saved: bool,
}

/// Records a decision, and returns what of it counts.
pub(super) async fn decide(
    visitor: &AnyVisitor,
    consent: AnyConsent,
    via: Via,
) -> Result<AnyDecided, SetError> {
    let (settings, request) = (visitor.settings(), visitor.request());
    let before = request.consent_untracked();
    let recording = &settings.recording;
    let whole = |consent, cookies| AnyDecided {
        consent,
        cookies,
        is_saved: true,
    };
    let Some(log) = &recording.log else {
        if settings.table.is_tied() {
            tracing::warn!(target: "cookie_decl", "`consent tied` needs `Guard::record`: the answer has no identifier");
        }
        let consent = consent.tied(None);
        return Ok(whole(consent, visitor.answer(&consent)?));
    };
    let key = random();
    let id = identifier(settings.table, &**log, before.id().map(VisitorId)).await;
    let known = id.as_ref().map_or(before.id(), |id| id.map(|id| id.0));
    let consent = consent.tied(known);
    // Before the event is recorded: if the answer cannot be sent, there is no decision.
    let cookies = visitor.answer(&consent)?;
    let Shown { text, page } = shown(settings, visitor.language());
    let event = Arc::new(Event {
        key: *key.as_ref().unwrap_or(&[0; 16]),
        at: time(visitor),
        action: action(before, &consent, settings.config()),
        via,
        choices: choices(visitor, |category| consent.choice(category)),
        language: text.language.clone(),
        text,
        page,
        release: RELEASE,
        visitor: known.map(VisitorId),
        note: note(visitor),
    });
    let recorded = match (key, id) {
        (Ok(_), Ok(_)) => log.record(Arc::clone(&event)).await,
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    let Err(error) = recorded else {
        return Ok(whole(consent, cookies));
    };
    recording.report(&event, &error);
    let (config, consent) = (settings.config(), consent.tied(before.id()));
    // A denial counts even if nobody can prove it.
    if !consent.gains(before, config) {
        return Ok(whole(consent, visitor.answer(&consent)?));
    }
    Ok(match consent.without_gains(before, config) {
        Some(rest) => AnyDecided {
            consent: rest,
            cookies: visitor.answer(&rest)?,
            is_saved: false,
        },
        None => AnyDecided {
            consent: *before,
            cookies: SetCookies::default(),
            is_saved: false,
        },
    })
}

impl<K> fmt::Debug for Decided<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decided")
            .field("consent", &self.consent)
            .field("cookies", &self.cookies)
            .field("is_saved", &self.is_saved)
            .finish()
    }
}

/// The version of this crate.
pub(super) const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// The identifier that the answer will have: that of the request if the log knows it, or a new one.
/// `None` if the table is not tied.
async fn identifier(
    table: &Table,
    log: &dyn ConsentLog,
    present: Option<VisitorId>,
) -> Result<Option<VisitorId>, LogError> {
    if !table.is_tied() {
        return Ok(None);
    }
    match known(log, present).await? {
        Some(known) => Ok(Some(known)),
        None => random().map(|id| Some(VisitorId(id))),
    }
}

/// The identifier of a request if the log knows it. Another one may have been made up.
pub(super) async fn known(
    log: &dyn ConsentLog,
    present: Option<VisitorId>,
) -> Result<Option<VisitorId>, LogError> {
    match present {
        Some(id) => Ok(log.knows(id).await?.then_some(id)),
        None => Ok(None),
    }
}

/// The time of an event. Without `consent tied` it is only as precise as that of the answer:
/// together with the site's access log, a second would tell whose event it is.
pub(super) fn time(visitor: &AnyVisitor) -> u64 {
    let now = visitor.now();
    if visitor.settings().table.is_tied() {
        now
    } else {
        now - now % PRECISION
    }
}

/// What a visitor did, from the answer before and the new one.
fn action(before: &AnyConsent, consent: &AnyConsent, config: Config<'_>) -> Action {
    let is_again = before.decided_at().is_some();
    let mut asked = consent.question().asked_in(config);
    let grants = asked.any(|category| consent.choice(category) == Some(true));
    if consent.gains(before, config) {
        if is_again {
            Action::Change
        } else {
            Action::Agree
        }
    } else if before.gains(consent, config) {
        Action::Withdraw
    } else if grants {
        Action::Agree
    } else {
        Action::Refuse
    }
}

/// The decision about each category. This deployment asks about those with rows only.
pub(super) fn choices(
    visitor: &AnyVisitor,
    choice: impl Fn(&CategoryInfo) -> Option<bool>,
) -> Vec<RecordedChoice> {
    let (question, config) = (visitor.settings().question, visitor.settings().config());
    let choices = question.asked().map(|category| RecordedChoice {
        category: category.name,
        fingerprint: category.fingerprint,
        granted: choice(category).filter(|_| question.is_active(config, category)),
    });
    choices.collect()
}

/// What the site adds.
pub(super) fn note(visitor: &AnyVisitor) -> String {
    let note = visitor.settings().recording.note.as_ref();
    let note = note.zip(visitor.request().headers());
    note.map_or(String::new(), |(note, headers)| note(headers))
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
fn random() -> Result<[u8; 16], LogError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(LogError::new)?;
    Ok(bytes)
}

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn random() -> Result<[u8; 16], LogError> {
    Err(LogError::new("this target has no random numbers"))
}
