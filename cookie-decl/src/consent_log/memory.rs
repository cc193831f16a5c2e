//! A log for tests.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::future::ready;
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::consent_log::{ConsentLog, Event, LogError, LogFuture, VisitorId};

/// A log in memory, for tests. It forgets everything when it is dropped.
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
/// use cookie_decl::consent_log::{Action, MemoryLog};
///
/// let log = Arc::new(MemoryLog::new());
/// let guard = Guard::new(cookies::POLICY).record(Arc::clone(&log));
/// # let mut polled = core::pin::pin!(async {
/// # let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &http::HeaderMap::new());
/// visitor.decide_recorded(&cookies::Consent::accept_all(visitor.now())).await?;
/// # Ok::<(), cookie_decl::error::SetError>(()) });
/// # let mut context = core::task::Context::from_waker(core::task::Waker::noop());
/// # assert!(matches!(polled.as_mut().poll(&mut context), core::task::Poll::Ready(Ok(()))));
/// assert_eq!(log.events()[0].action, Action::Agree);
/// ```
#[derive(Debug, Default)]
pub struct MemoryLog {
    events: Mutex<Vec<Arc<Event>>>,
    shown: AtomicU64,
    is_down: AtomicBool,
}

impl MemoryLog {
    /// Creates an empty log.
    pub fn new() -> Self {
        Self::default()
    }

    /// The events, in the order in which they were recorded.
    pub fn events(&self) -> Vec<Arc<Event>> {
        self.all().clone()
    }

    /// How many banners were shown.
    pub fn banners(&self) -> u64 {
        self.shown.load(Ordering::Relaxed)
    }

    /// Sets whether the log fails, as one whose database is down.
    pub fn set_down(&self, is_down: bool) {
        self.is_down.store(is_down, Ordering::Relaxed);
    }

    fn all(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Event>>> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer<T: Send + 'static>(&self, result: impl FnOnce() -> T) -> LogFuture<T> {
        let is_down = self.is_down.load(Ordering::Relaxed);
        Box::pin(ready(if is_down {
            Err(LogError::new("the log is set down"))
        } else {
            Ok(result())
        }))
    }
}

impl ConsentLog for MemoryLog {
    fn record(&self, event: Arc<Event>) -> LogFuture<()> {
        self.answer(|| {
            let mut all = self.all();
            if !all.iter().any(|other| other.key == event.key) {
                all.push(event);
            }
        })
    }

    fn knows(&self, visitor: VisitorId) -> LogFuture<bool> {
        self.answer(|| {
            let mut all = self.all().clone().into_iter();
            all.any(|event| event.visitor == Some(visitor))
        })
    }

    fn shown(&self, _: u64) {
        self.shown.fetch_add(1, Ordering::Relaxed);
    }
}
