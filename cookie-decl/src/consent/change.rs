//! Compares a decision with the earlier one: what it adds, and the identifier that both have.

use crate::consent::answer::PRECISION;
use crate::consent::any::AnyConsent;
use crate::run_time::Config;
use crate::table::category::{CategoryInfo, Gate};

impl AnyConsent {
    /// A decision at `now` that grants one more category and leaves the others as they are, also
    /// those that the visitor has not been asked about.
    pub(crate) fn also_grant(mut self, category: &CategoryInfo, now: u64) -> Self {
        self.decision.unasked = self.not_asked() & !category.bit();
        self.decision.decided_at = Some(now - now % PRECISION);
        self.decision.is_present = true;
        self.decision.is_expired = false;
        self.grant(category)
    }

    /// The set of categories that the visitor has not been asked about.
    fn not_asked(&self) -> u64 {
        let open = self.question.asked().filter(|it| self.choice(it).is_none());
        let unasked = open.filter(|it| match it.gate {
            // An answer that cannot be read may have objected to it.
            Gate::OptOut => !self.decision.is_present,
            _ => self.decision.decided_at.is_none(),
        });
        unasked.fold(self.decision.unasked, |set, it| set | it.bit())
    }

    /// The set of categories with rows in this deployment that this decision grants and `before`
    /// did not.
    fn gained(&self, before: &Self, config: Config<'_>) -> u64 {
        self.decision.granted & !before.decision.granted & self.active(config)
    }

    /// The set of categories that a visitor is asked about in this deployment.
    fn active(&self, config: Config<'_>) -> u64 {
        let active = self.question.asked_in(config);
        active.fold(0, |set, it| set | it.bit())
    }

    /// Whether this decision grants something that `before` did not.
    pub(crate) fn gains(&self, before: &Self, config: Config<'_>) -> bool {
        self.gained(before, config) != 0
    }

    /// This decision without what it grants in addition to `before`. `None` if it denies nothing
    /// in addition either.
    pub(crate) fn without_gains(mut self, before: &Self, config: Config<'_>) -> Option<Self> {
        let gained = self.gained(before, config);
        let active = self.active(config);
        let (new, old) = (&mut self.decision, &before.decision);
        new.granted &= !gained;
        new.denied |= old.denied & gained;
        new.covered = (new.covered & !gained) | (old.covered & gained);
        new.unasked = (new.unasked & !gained) | (before.not_asked() & gained & !old.denied);
        (new.denied & !old.denied & active != 0).then_some(self)
    }

    /// The identifier of the visitor in the answer, if the table has `consent tied`.
    pub(crate) fn id(&self) -> Option<[u8; 16]> {
        self.decision.id
    }

    /// The same decision with this identifier of the visitor, or without any.
    pub(crate) fn tied(mut self, id: Option<[u8; 16]>) -> Self {
        self.decision.id = id;
        self
    }
}
