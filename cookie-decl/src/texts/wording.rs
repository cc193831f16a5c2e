//! Built-in texts that a site has replaced.

use alloc::string::String;
use alloc::vec::Vec;
use core::slice::from_mut;

use cookie_decl_core::unit::Unit;
use cookie_decl_core::wording::Key;

use crate::texts::built_in::Texts;

/// The built-in texts with other words at some keys. Each has as many words as its template.
pub const fn reworded(texts: &Texts, wording: &'static [(Key, &'static [&'static str])]) -> Texts {
    let mut texts = *texts;
    texts.wording = wording;
    let mut number = 0;
    while number < wording.len() {
        let (key, words) = wording[number];
        place(&mut texts, key).copy_from_slice(words);
        number += 1;
    }
    texts
}

/// For programs that print these texts elsewhere than on a page.
impl Texts {
    /// Returns the words of a text.
    pub fn words(&self, key: Key) -> Vec<&'static str> {
        let mut texts = *self;
        place(&mut texts, key).to_vec()
    }

    /// Returns the text between two titles.
    pub const fn separator(&self) -> &'static str {
        self.ask.separator
    }

    /// Returns a time in words.
    ///
    /// # Panics
    /// Never: a `String` takes everything.
    pub fn time(&self, count: u32, unit: Unit) -> String {
        let mut text = String::new();
        let written = self.duration.write(count, unit, false, &mut text);
        written.expect("a `String` takes everything");
        text
    }
}

/// The words of a text.
#[allow(clippy::too_many_lines, reason = "a line for each key")]
pub(super) const fn place(texts: &mut Texts, key: Key) -> &mut [&'static str] {
    let Texts {
        columns,
        about,
        used,
        scope,
        set_by,
        party,
        basis,
        storage,
        duration,
        choice,
        ask,
        providers,
        controller,
        refusals,
        ..
    } = texts;
    match key {
        Key::BannerHeading => from_mut(&mut ask.heading),
        Key::Question => &mut ask.question,
        Key::Unobjected => &mut ask.unobjected,
        Key::ReadPolicy => from_mut(&mut ask.policy),
        Key::Accept => from_mut(&mut ask.accept),
        Key::Reject => from_mut(&mut ask.refuse),
        Key::Choose => from_mut(&mut ask.choose),
        Key::Save => from_mut(&mut ask.save),
        Key::Settings => from_mut(&mut ask.settings),
        Key::Explanation => from_mut(&mut ask.explanation),
        Key::Allow => from_mut(&mut ask.allow),
        Key::Stored => from_mut(&mut ask.stored),
        Key::PresentChoice => from_mut(&mut ask.present),
        Key::Decided => &mut ask.decided,
        Key::Identifier => &mut ask.identifier,
        Key::Saved => from_mut(&mut ask.saved),
        Key::Failed => from_mut(&mut ask.failed),
        Key::Changed => &mut ask.changed,
        Key::Expired => from_mut(&mut ask.expired),
        Key::Back => from_mut(&mut ask.back),
        Key::WaitsFor => &mut ask.needs,
        Key::Recipients => &mut ask.recipients,
        Key::LoadOnce => from_mut(&mut ask.once),
        Key::AlwaysAllow => from_mut(&mut ask.always),
        Key::OlderThanChoice => from_mut(&mut ask.stale),
        Key::Reload => from_mut(&mut ask.reload),
        Key::StateAlways => from_mut(&mut ask.states.always),
        Key::StateGranted => from_mut(&mut ask.states.agreed),
        Key::StateDenied => from_mut(&mut ask.states.refused),
        Key::StateUndecided => from_mut(&mut ask.states.undecided),
        Key::StateUnobjected => from_mut(&mut ask.states.unobjected),
        Key::StateSignal => from_mut(&mut ask.states.signal),
        Key::StateDeniedAdvanced => from_mut(&mut ask.states.refused_advanced),
        Key::StateUndecidedAdvanced => from_mut(&mut ask.states.undecided_advanced),
        Key::StateSignalAdvanced => from_mut(&mut ask.states.signal_advanced),
        Key::Title => from_mut(&mut texts.title),
        Key::UsedOn => &mut used.heading_on,
        Key::Used => from_mut(&mut used.heading),
        Key::UsedNothing => from_mut(&mut used.nothing),
        Key::VaryingName => &mut used.hole,
        Key::Exempt => from_mut(&mut used.exempt),
        Key::OptIn => from_mut(&mut used.opt_in),
        Key::OptOut => from_mut(&mut used.opt_out),
        Key::Object => &mut used.object,
        Key::ObjectNoLink => from_mut(&mut used.object_no_link),
        Key::Gpc => from_mut(&mut used.gpc),
        Key::GpcUnlessChosen => from_mut(&mut used.signal),
        Key::Advanced => &mut used.advanced,
        Key::AdvancedUnnamed => from_mut(&mut used.advanced_unnamed),
        Key::Empty => from_mut(&mut used.empty),
        Key::AnyOf => &mut used.any_of,
        Key::Any => from_mut(&mut used.any),
        Key::ScopePath => from_mut(&mut scope.path),
        Key::ScopeDomain => from_mut(&mut scope.domain),
        Key::ChoiceHeading => from_mut(&mut choice.heading),
        Key::Choice => &mut choice.link,
        Key::ChoiceElsewhere => &mut choice.elsewhere,
        Key::ChoiceNoLink => from_mut(&mut choice.no_link),
        Key::ChoiceObjectNoLink => from_mut(&mut choice.object_no_link),
        Key::ChoiceBrowser => from_mut(&mut choice.browser),
        Key::Version => from_mut(&mut texts.version),
        Key::LastUpdated => from_mut(&mut texts.last_updated),
        Key::AboutHeading => from_mut(&mut about.heading),
        Key::AboutCookies => from_mut(&mut about.cookies),
        Key::AboutUses => from_mut(&mut about.uses),
        Key::AboutStorage => from_mut(&mut about.storage),
        Key::AboutKinds => from_mut(&mut about.kinds),
        Key::AboutNecessary => &mut about.kind[0],
        Key::AboutStatistics => &mut about.kind[1],
        Key::AboutFirstParty => &mut about.kind[2],
        Key::AboutThirdParty => &mut about.kind[3],
        Key::ColumnCookie => from_mut(&mut columns.cookie),
        Key::ColumnProvider => from_mut(&mut columns.provider),
        Key::ColumnFunction => from_mut(&mut columns.function),
        Key::ColumnPurpose => from_mut(&mut columns.purpose),
        Key::ColumnDuration => from_mut(&mut columns.duration),
        Key::ColumnAttributes => from_mut(&mut columns.attributes),
        Key::ColumnSetBy => from_mut(&mut columns.set_by),
        Key::ColumnParty => from_mut(&mut columns.party),
        Key::ColumnStorage => from_mut(&mut columns.storage),
        Key::ColumnBasis => from_mut(&mut columns.basis),
        Key::ColumnNote => from_mut(&mut columns.note),
        Key::SetByServer => from_mut(&mut set_by.server),
        Key::SetByScript => from_mut(&mut set_by.script),
        Key::SetByOther => from_mut(&mut set_by.other),
        Key::SetByThirdParty => from_mut(&mut set_by.third_party),
        Key::SetByDomain => &mut set_by.third_party_domain,
        Key::PartyFirst => from_mut(&mut party.first),
        Key::PartyThird => from_mut(&mut party.third),
        Key::BasisConsent => from_mut(&mut basis.consent),
        Key::BasisContract => from_mut(&mut basis.contract),
        Key::BasisLegalObligation => from_mut(&mut basis.legal_obligation),
        Key::BasisVitalInterests => from_mut(&mut basis.vital_interests),
        Key::BasisPublicTask => from_mut(&mut basis.public_task),
        Key::BasisLegitimateInterests => from_mut(&mut basis.legitimate_interests),
        Key::StorageCookie => from_mut(&mut storage.cookie),
        Key::StorageLocal => from_mut(&mut storage.local_storage),
        Key::StorageSession => from_mut(&mut storage.session_storage),
        Key::StorageIndexedDb => from_mut(&mut storage.indexed_db),
        Key::StoragePixel => from_mut(&mut storage.pixel),
        Key::DurationUnderASecond => from_mut(&mut duration.less_than_a_second),
        Key::DurationRolling => &mut duration.rolling,
        Key::DurationSession => from_mut(&mut duration.session),
        Key::DurationTab => from_mut(&mut duration.tab),
        Key::DurationPersistent => from_mut(&mut duration.persistent),
        Key::DurationUnknown => from_mut(&mut duration.unknown),
        Key::DurationNothing => from_mut(&mut duration.nothing),
        Key::DurationOr => from_mut(&mut duration.or),
        Key::DurationKept => &mut duration.kept,
        Key::ProvidersHeading => from_mut(&mut providers.heading),
        Key::ProvidersIntroduction => from_mut(&mut providers.introduction),
        Key::ProviderThirdParty => from_mut(&mut providers.third_party),
        Key::ProviderCountry => from_mut(&mut providers.country),
        Key::ProviderDomain => from_mut(&mut providers.domain),
        Key::ProviderPrivacy => from_mut(&mut providers.privacy),
        Key::ProviderOptOut => from_mut(&mut providers.opt_out),
        Key::ProviderContact => from_mut(&mut providers.contact),
        Key::ProviderAddress => from_mut(&mut providers.address),
        Key::ProviderTransfer => from_mut(&mut providers.transfer),
        Key::ControllerHeading => from_mut(&mut controller.heading),
        Key::ControllerOfficer => from_mut(&mut controller.officer),
        Key::ControllerAuthority => from_mut(&mut controller.authority),
        Key::NotSaved => from_mut(&mut refusals.unsaved),
        Key::NotSavedForeign => from_mut(&mut refusals.foreign),
        Key::NotSavedUnreadable => from_mut(&mut refusals.unreadable),
        Key::NotSavedInternal => from_mut(&mut refusals.internal),
        Key::NotFound => from_mut(&mut refusals.missing),
        Key::NotFoundAddress => from_mut(&mut refusals.nowhere),
    }
}
