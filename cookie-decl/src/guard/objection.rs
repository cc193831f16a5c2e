//! Records that a visitor's Global Privacy Control signal overrides their answer.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::future::Future;
use core::pin::Pin;

use cookie_decl_core::fnv::fnv;

use crate::consent::any::AnyConsent;
use crate::consent::gate::Categories;
use crate::consent_log::{Action, Event, Via, VisitorId};
use crate::guard::any_visitor::AnyVisitor;
use crate::guard::mark::mark;
use crate::guard::record::{RELEASE, choices, known, note, time};
use crate::guard::recording::Shown;
use crate::guard::request::Request;
use crate::guard::settings::Settings;
use crate::guard::shown::shown;
use crate::guard::visitor::Visitor;
use crate::table::category::CategoryInfo;

impl<K: Categories> Visitor<K> {
    /// Records that the visitor's `Sec-GPC: 1` overrides a grant in their answer, once for each
    /// answer. The guard's layer calls this. In a framework without a layer, call it before each
    /// page.
    ///
    /// A failure is [reported](crate::Guard::report_unrecorded) and changes nothing.
    pub async fn record_objection(&self) {
        if let Some(objecting) = objection(self.any()) {
            objecting.await;
        }
    }
}

/// Records an objection. It ends without an error, because the response is the same without it.
pub(super) type Objecting = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Returns the future that records the objection of a request, if it has one that was not recorded
/// recently. The future is boxed because hardly any request has one.
#[inline]
pub(super) fn objection(visitor: &AnyVisitor) -> Option<Objecting> {
    let (settings, request) = (visitor.settings(), visitor.request());
    if settings.recording.log.is_none() || !request.gpc().is_on() || !request.may_be_page() {
        return None;
    }
    let key = key(settings, request)?;
    let is_due = settings.recording.is_due(key, visitor.now());
    is_due.then(|| Box::pin(object(visitor.clone(), key)) as Objecting)
}

/// Identifies the objection to an answer. `None` if the signal overrides no grant.
fn key(settings: &Settings, request: &Request) -> Option<[u8; 16]> {
    let config = settings.config();
    settings.consent_row()?;
    let consent = request.consent_untracked();
    let mut asked = settings.question.asked_in(config);
    if !asked.any(|category| is_overridden(consent, category)) {
        return None;
    }
    let mark = mark(config, consent);
    let id = consent.id().unwrap_or_default();
    // Two hashes, because each has only 64 bits.
    let halves = ["object", "signal"].map(|half| {
        let bytes = half.bytes().chain(id).chain(mark.bytes());
        fnv(bytes).to_be_bytes()
    });
    Some(core::array::from_fn(|byte| halves[byte / 8][byte % 8]))
}

/// Whether the answer grants a category that the signal denies.
fn is_overridden(consent: &AnyConsent, category: &CategoryInfo) -> bool {
    consent.choice(category) == Some(true) && consent.is_signalled(category)
}

async fn object(visitor: AnyVisitor, key: [u8; 16]) {
    let settings = visitor.settings();
    let Some(log) = &settings.recording.log else {
        return;
    };
    let consent = visitor.request().consent_untracked();
    let id = known(&**log, consent.id().map(VisitorId)).await;
    let Shown { text, page } = shown(settings, settings.table.language);
    let choice = |category: &CategoryInfo| {
        let is_denied = is_overridden(consent, category);
        consent
            .choice(category)
            .map(|granted| granted && !is_denied)
    };
    let event = Arc::new(Event {
        key,
        at: time(&visitor),
        action: Action::Object,
        via: Via::Gpc,
        choices: choices(&visitor, choice),
        language: text.language.clone(),
        text,
        page,
        release: RELEASE,
        visitor: *id.as_ref().unwrap_or(&None),
        note: note(&visitor),
    });
    let recorded = match id {
        Ok(_) => log.record(Arc::clone(&event)).await,
        Err(error) => Err(error),
    };
    match recorded {
        Ok(()) => settings.recording.is_recorded(key),
        Err(error) => settings.recording.report(&event, &error),
    }
}
