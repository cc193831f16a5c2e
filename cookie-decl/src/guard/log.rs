//! The options of a guard that records decisions.

use alloc::string::String;
use alloc::sync::Arc;

use http::HeaderMap;

use crate::consent::gate::Categories;
use crate::consent_log::{ConsentLog, Unrecorded};
use crate::guard::handle::Guard;

impl<K: Categories> Guard<K> {
    /// Records every decision in a log, so that the site can show who consented to what (GDPR,
    /// article 7(1)); see [`guide::consent_log`](crate::guide::consent_log).
    ///
    /// The response to a choice waits for the log. If the log fails, what the visitor denies still
    /// counts. What they grant in addition does not: they read that their choice was not saved, the
    /// status is 503, and the earlier answer about it stays.
    ///
    /// [`Visitor::decide_recorded`](crate::Visitor::decide_recorded) records a decision that the
    /// site's own code reads. Nothing is recorded for `consent elsewhere`. The target
    /// `wasm32-unknown-unknown` has no random numbers, so there every record fails.
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
    /// use cookie_decl::consent_log::{Action, MemoryLog, Via};
    ///
    /// let log = Arc::new(MemoryLog::new()); // or one of the crate `cookie-decl-log`
    /// let guard = Guard::new(cookies::POLICY).record(Arc::clone(&log));
    ///
    /// # let mut polled = core::pin::pin!(async {
    /// # use http::{HeaderMap, Method, Uri};
    /// # let headers = HeaderMap::from_iter([("sec-fetch-site".parse()?, "same-origin".parse()?)]);
    /// # let address = Uri::from_static("/cookies/preferences");
    /// let visitor = guard.visitor(&Method::POST, &address, &headers);
    /// guard.respond(&visitor, &Method::POST, &headers, b"choice=accept&via=banner").await;
    /// # Ok::<(), Box<dyn std::error::Error>>(()) });
    /// # let mut context = core::task::Context::from_waker(core::task::Waker::noop());
    /// # assert!(matches!(polled.as_mut().poll(&mut context), core::task::Poll::Ready(Ok(()))));
    /// let event = &log.events()[0];
    /// assert_eq!((event.action, event.via), (Action::Agree, Via::Banner));
    /// assert_eq!(event.choices[0].granted, Some(true));
    /// assert!(event.text.json.contains("Reject all"));
    /// ```
    pub fn record(self, log: impl ConsentLog + 'static) -> Self {
        self.set(|settings| settings.recording.log = Some(Arc::new(log)))
    }

    /// Sets what the site adds to each recorded decision, from the headers of the request. By
    /// default nothing is added.
    ///
    /// An address or a user agent is personal data, and the decision can be shown without it.
    /// Shorten an address, or hash it with a key that is changed and forgotten:
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use std::net::Ipv4Addr;
    /// use cookie_decl::Guard;
    /// use http::HeaderMap;
    ///
    /// /// The network of an IPv4 address that the proxy in front of this server sends.
    /// fn network(headers: &HeaderMap) -> Option<String> {
    ///     let address: Ipv4Addr = headers.get("x-real-ip")?.to_str().ok()?.parse().ok()?;
    ///     let [a, b, c, _] = address.octets();
    ///     Some(format!("{a}.{b}.{c}.0"))
    /// }
    ///
    /// let guard = Guard::new(cookies::POLICY).record_note(|headers| network(headers).unwrap_or_default());
    /// # let headers = HeaderMap::from_iter([("x-real-ip".parse().unwrap(), "192.0.2.7".parse().unwrap())]);
    /// assert_eq!(network(&headers).as_deref(), Some("192.0.2.0"));
    /// ```
    pub fn record_note(self, note: impl Fn(&HeaderMap) -> String + Send + Sync + 'static) -> Self {
        self.set(|settings| settings.recording.note = Some(Arc::new(note)))
    }

    /// Calls this function with each decision that the [log](Self::record) did not keep.
    ///
    /// They also go to `tracing`, as errors with the target `cookie_decl`.
    pub fn report_unrecorded(
        self,
        report: impl Fn(&Unrecorded<'_>) + Send + Sync + 'static,
    ) -> Self {
        self.set(|settings| settings.recording.report = Some(Arc::new(report)))
    }
}
