//! The visitor of any table.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::any::Any;

use http::{HeaderMap, Method, Uri};

use crate::consent::any::AnyConsent;
use crate::consent::withdraw::remove;
use crate::guard::addresses::return_address;
use crate::guard::finding::Quoted;
use crate::guard::language;
use crate::guard::links::links;
use crate::guard::removal::other_answers;
use crate::guard::request::Request;
use crate::guard::settings::Settings;
use crate::guard::shown::preferences;
use crate::preferences::Preferences;
use crate::wire::set_cookie::error::SetError;
use crate::wire::set_cookie::{SetCookie, SetCookies};

/// A visitor without the type of the table's categories; see [`Visitor`](crate::Visitor).
#[derive(Clone)]
pub(super) struct AnyVisitor {
    request: Arc<Request>,
    hooks: Hooks,
}

/// What the guard of a table adds to its visitors.
#[derive(Clone)]
pub(super) struct Hooks {
    pub(super) choose_language: Option<Arc<ChooseLanguage>>,
    /// Makes a [`Visitor`](crate::Visitor) with the type of the table's categories.
    pub(super) typed: fn(&AnyVisitor) -> Box<dyn Any>,
}

/// Chooses the language for a visitor.
pub(super) type ChooseLanguage = dyn Fn(&AnyVisitor) -> Option<String> + Send + Sync;

impl AnyVisitor {
    pub(super) fn new(
        settings: &Arc<Settings>,
        hooks: Hooks,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Self {
        Self {
            // `Arc::new` would copy the request that was just written, and the processor would wait
            // for it.
            request: Arc::new_cyclic(|_| Request::new(settings, method, uri, headers)),
            hooks,
        }
    }

    /// Returns the visitor of the same request after this decision, for the page that follows it.
    pub(super) fn after(&self, consent: AnyConsent) -> Self {
        Self {
            request: Arc::new(self.request.after(consent)),
            hooks: self.hooks.clone(),
        }
    }

    pub(super) fn consent(&self) -> &AnyConsent {
        self.request.vary_on_consent();
        self.request.consent_untracked()
    }

    pub(super) fn now(&self) -> u64 {
        self.request.now()
    }

    pub(super) fn language(&self) -> &'static str {
        let chosen = || self.hooks.choose_language.as_ref()?(self);
        language::choose(&self.request, chosen)
    }

    /// This visitor as a [`Visitor`](crate::Visitor).
    pub(super) fn typed(&self) -> Box<dyn Any> {
        (self.hooks.typed)(self)
    }

    pub(super) fn head(&self) -> String {
        self.head_with_nonce("")
    }

    pub(super) fn head_with_nonce(&self, nonce: &str) -> String {
        self.request.use_nonce(nonce);
        links(self.settings(), Some(self.consent()), nonce)
    }

    pub(super) fn banner(&self) -> String {
        let preferences = self.preferences();
        if preferences.choices().is_open {
            self.count_banner();
        }
        preferences.banner()
    }

    /// Counts a banner that asks this visitor.
    pub(super) fn count_banner(&self) {
        if let Some(log) = &self.settings().recording.log
            && !self.request.is_head()
        {
            log.shown(self.now());
        }
    }

    pub(super) fn preferences(&self) -> Preferences<'_> {
        let mut preferences = preferences(self.settings(), self.language(), self.consent());
        if let Some(language) = language::asked(&self.request) {
            preferences = preferences.asking_for(language);
        }
        let path = return_address(self.request.path_and_query());
        let nonce = self.request.nonce().unwrap_or_default();
        preferences.return_to(path.unwrap_or("/")).nonce(nonce)
    }

    pub(super) fn decide(&self, consent: AnyConsent) -> Result<SetCookies, SetError> {
        let has_log = self.settings().recording.log.is_some();
        if has_log {
            tracing::warn!(target: "cookie_decl", "a decision is not recorded: call `decide_recorded`");
        }
        let id = self.request.consent_untracked().id();
        self.answer(&consent.tied(id.filter(|_| has_log)))
    }

    /// Returns the cookies for a response to a choice.
    pub(super) fn answer(&self, consent: &AnyConsent) -> Result<SetCookies, SetError> {
        let (settings, request) = (self.settings(), self.request());
        let config = settings.config();
        let row = settings.table.consent_row();
        let row = row.ok_or(SetError::NoConsentRow)?;
        let answer = consent.value_with(config, request.cookies());
        let answer = answer.ok_or(SetError::Undecided)?;
        let answer = SetCookie::set(row, config, row.name().into(), &answer, None)?;
        let consent = consent.with_gpc(request.gpc());
        let withdrawal = remove(
            settings.table,
            config,
            other_answers(request, row),
            request.cookies().names(),
            &request.hosts(),
            0,
            |category| !consent.allows(category),
        );
        if let Some((name, error)) = withdrawal.failed.first() {
            let (name, count) = (Quoted(name), withdrawal.failed.len());
            tracing::warn!(target: "cookie_decl", "{name} and {} others cannot be removed: {error}", count - 1);
        }
        Ok([answer].into_iter().chain(withdrawal.removals).collect())
    }

    pub(super) fn request(&self) -> &Request {
        &self.request
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.request.settings
    }
}
