//! A consent to the categories of any table.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::consent::answer::{self, Decision};
use crate::consent::gpc::Gpc;
#[cfg(feature = "http")]
use crate::consent::kept;
use crate::consent::question::Question;
use crate::consent::reason::Reason;
use crate::run_time::Config;
use crate::table::category::{CategoryInfo, Gate};
use crate::wire::request::RequestCookies;

/// A consent without the type of its table's categories; see [`Consent`](crate::consent::Consent).
// The code that works with it is compiled once, not again for each table.
#[derive(Clone, Copy)]
pub(crate) struct AnyConsent {
    pub(super) question: &'static Question,
    pub(super) decision: Decision,
    gpc: Gpc,
}

impl AnyConsent {
    /// Reads the answer in a request to this deployment.
    pub(crate) fn read(
        question: &'static Question,
        config: Config<'_>,
        cookies: RequestCookies<'_>,
        gpc: Gpc,
        now: u64,
    ) -> Self {
        Self {
            question,
            decision: answer::read(question, config, cookies, now),
            gpc,
        }
    }

    pub(crate) fn decide(question: &'static Question, now: u64) -> Self {
        let asked = question.asked().fold(0, |bits, it| bits | it.bit());
        let decision = Decision {
            decided_at: Some(now - now % answer::PRECISION),
            denied: asked,
            covered: asked,
            is_present: true,
            ..Decision::default()
        };
        Self {
            question,
            decision,
            gpc: Gpc::OFF,
        }
    }

    pub(crate) fn accept_all(question: &'static Question, now: u64) -> Self {
        let decided = Self::decide(question, now);
        question.asked().fold(decided, Self::grant)
    }

    pub(crate) fn grant(mut self, category: &CategoryInfo) -> Self {
        if category.gate != Gate::Exempt {
            self.decision.granted |= category.bit();
            self.decision.denied &= !category.bit();
            self.decision.covered |= category.bit();
        }
        self
    }

    pub(super) fn deny(mut self, category: &CategoryInfo) -> Self {
        if category.gate != Gate::Exempt {
            self.decision.granted &= !category.bit();
            self.decision.denied |= category.bit();
            self.decision.covered |= category.bit();
        }
        self
    }

    pub(crate) fn with_gpc(mut self, gpc: Gpc) -> Self {
        self.gpc = gpc;
        self
    }

    pub(crate) fn allows(&self, category: &CategoryInfo) -> bool {
        let choice = self.choice(category);
        match category.gate {
            Gate::Exempt => true,
            _ if self.is_signalled(category) => false,
            Gate::OptIn => choice == Some(true),
            Gate::OptOut => choice.unwrap_or(
                !self.gpc.is_on() && (!self.decision.is_present || self.is_unasked(category)),
            ),
        }
    }

    /// Whether stored cookies of a category are removed: only if the visitor has answered.
    #[cfg(feature = "http")]
    pub(crate) fn removes(&self, category: &CategoryInfo) -> bool {
        self.choice(category) == Some(false)
            || self.decision.is_present && category.gate == Gate::OptOut && !self.allows(category)
    }

    /// Whether the answer says that the visitor was not asked about a category.
    fn is_unasked(&self, category: &CategoryInfo) -> bool {
        self.decision.unasked & category.bit() != 0
    }

    /// Whether the visitor's signal overrides the answer and denies a category.
    pub(crate) fn is_signalled(&self, category: &CategoryInfo) -> bool {
        category.gpc && self.gpc.is_on()
    }

    pub(crate) fn choice(&self, category: &CategoryInfo) -> Option<bool> {
        match (
            self.decision.granted & category.bit() != 0,
            self.decision.denied & category.bit() != 0,
        ) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    pub(crate) fn decided_at(&self) -> Option<u64> {
        self.decision.decided_at
    }

    pub(crate) fn needs_prompt(&self) -> Option<Reason<&'static CategoryInfo>> {
        let open: Vec<_> = self
            .question
            .asked()
            .filter(|it| it.gate == Gate::OptIn && self.decision.covered & it.bit() == 0)
            .filter(|it| !self.is_signalled(it))
            .collect();
        match (
            open.is_empty(),
            self.decision.is_expired,
            self.decision.decided_at,
        ) {
            (true, ..) => None,
            (_, true, _) => Some(Reason::Expired),
            (_, _, None) => Some(Reason::NeverAsked),
            _ if open.iter().all(|it| self.is_unasked(it)) => Some(Reason::NeverAsked),
            _ => Some(Reason::Changed(
                open.into_iter().filter(|it| !self.is_unasked(it)).collect(),
            )),
        }
    }

    pub(crate) fn gpc(&self) -> Gpc {
        self.gpc
    }

    /// What the table asks.
    pub(crate) fn question(&self) -> &'static Question {
        self.question
    }

    /// Whether the answer was set with an earlier scope of its row.
    #[cfg(feature = "http")]
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.decision.is_elsewhere
    }

    /// The value of the cookie that keeps the answer, or `None` if nothing was decided.
    pub(crate) fn value(&self, config: Config<'_>) -> Option<String> {
        answer::write(self.question, &self.decision, config)
    }

    /// The value of the cookie that keeps the answer, with the answers of other tables from
    /// `cookies`.
    #[cfg(feature = "http")]
    pub(crate) fn value_with(
        &self,
        config: Config<'_>,
        cookies: RequestCookies<'_>,
    ) -> Option<String> {
        kept::write_with(self.question, &self.decision, config, cookies)
    }

    /// The newest answer of a request, to be set again with the present scope of its row.
    ///
    /// The number is how many seconds of its time remain.
    #[cfg(feature = "http")]
    pub(crate) fn moved(
        &self,
        config: Config<'_>,
        cookies: RequestCookies<'_>,
        now: u64,
    ) -> Option<(String, u64)> {
        kept::moved(self.question, &self.decision, config, cookies, now)
    }
}

impl PartialEq for AnyConsent {
    fn eq(&self, other: &Self) -> bool {
        let facts = |consent: &Self| {
            (
                consent.decision.granted,
                consent.decision.denied,
                consent.decision.decided_at,
                consent.decision.is_expired,
                consent.gpc,
            )
        };
        facts(self) == facts(other)
    }
}

impl fmt::Debug for AnyConsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Consent");
        for category in self.question.asked() {
            out.field(category.name, &self.choice(category));
        }
        out.field("decided_at", &self.decision.decided_at)
            .field("gpc", &self.gpc.is_on())
            .finish_non_exhaustive()
    }
}
