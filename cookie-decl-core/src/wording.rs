//! The built-in texts that a site can replace: their keys, and the form of each text.
//!
//! The form is a template, such as `…{categories}…`, in which `…` means words. What is between the
//! words is fixed: holes that the library fills, brackets around the words of a link, asterisks
//! around emphasized words.

use core::fmt;

/// Passes the list of keys to a macro: chapters, each with the place, the variant, the key and the
/// template of its texts.
#[doc(hidden)]
#[macro_export]
macro_rules! wording_keys {
    ($then:ident) => {
        $then! {
            "The banner and the form" {
                /// The heading of the banner.
                BannerHeading = banner_heading "…"
                /// What the banner asks consent for. `{categories}`: the titles of the `opt_in` categories.
                Question = question "…{categories}…"
                /// What the banner says is in use. `{categories}`: the titles of the `opt_out` categories.
                Unobjected = unobjected "…{categories}…"
                /// The link to the policy page.
                ReadPolicy = read_policy "…"
                /// The button that grants every category.
                Accept = accept "…"
                /// The button that denies every category that can be denied.
                Reject = reject "…"
                /// The link from the banner to the form.
                Choose = choose "…"
                /// The button that sends the form.
                Save = save "…"
                /// The title of the form, and the link to it.
                Settings = settings "…"
                /// The explanation of the form.
                Explanation = explanation "…"
                /// The label of a box of the form. `{category}`: the title of the category, or the name of the provider.
                Allow = allow "…{category}"
                /// The line of the form that unfolds what a category stores.
                Stored = stored "…"
                /// The heading of the visitor's present choice.
                PresentChoice = present_choice "…"
                /// When the visitor chose. `{date}`: the date.
                Decided = decided "…{date}…"
                /// What the visitor's answer contains, with `consent tied`. `{cookie}`: the name of its cookie.
                Identifier = identifier "…{cookie}…"
                /// The message after a choice was saved.
                Saved = saved "…"
                /// The message if a choice could not be saved.
                Failed = failed "…"
                /// Why the visitor is asked again. `{categories}`: the titles of the changed categories.
                Changed = changed "…{categories}…"
                /// Why the visitor is asked again if the answer is too old.
                Expired = expired "…"
                /// The link from the form back to the page before it.
                Back = back "…"
                /// What an element that waits needs consent for. `{category}`: the title of the category.
                WaitsFor = waits_for "…{category}…"
                /// Who receives data once the element loads. `{recipients}`: their names.
                Recipients = recipients "…{recipients}…"
                /// The button that loads the element once. `{recipients}`: who then receives data.
                LoadOnce = load_once "…{recipients}"
                /// The button that grants the category of the element. `{category}`: its title.
                AlwaysAllow = always_allow "…{category}"
                /// The notice that a part of the page is older than the visitor's choice.
                OlderThanChoice = older_than_choice "…"
                /// The link in the notice that reloads the page.
                Reload = reload "…"
                /// The state of an `exempt` category.
                StateAlways = state_always "…"
                /// The state of a category that the visitor granted.
                StateGranted = state_granted "…"
                /// The state of a category that the visitor denied.
                StateDenied = state_denied "…"
                /// The state of an `opt_in` category before the visitor chooses.
                StateUndecided = state_undecided "…"
                /// The state of an `opt_out` category before the visitor chooses.
                StateUnobjected = state_unobjected "…"
                /// The state of a category that the signal of the visitor's browser denies.
                StateSignal = state_signal "…"
                /// The state of an `advanced` category that the visitor denied.
                StateDeniedAdvanced = state_denied_advanced "…"
                /// The state of an `advanced` category with `opt_in` before the visitor chooses.
                StateUndecidedAdvanced = state_undecided_advanced "…"
                /// The state of an `advanced` category that the signal of the visitor's browser denies.
                StateSignalAdvanced = state_signal_advanced "…"
            }
            "The policy page" {
                /// The title of a policy that has none in the table.
                Title = title "…"
                /// The heading of the rows. `{site}`: the site.
                UsedOn = used_on "…{site}…"
                /// The heading of the rows, if no site is named.
                Used = used "…"
                /// Instead of the rows, for a table without categories.
                UsedNothing = used_nothing "…"
                /// What angle brackets in a name mean. `{example}`: a hole in them.
                VaryingName = varying_name "…{example}…"
                /// The sentence about the gate `exempt`.
                Exempt = exempt "…"
                /// The sentence about the gate `opt_in`.
                OptIn = opt_in "…"
                /// The sentence about the gate `opt_out`.
                OptOut = opt_out "…"
                /// How visitors object. The words in brackets are the link to the form.
                Object = object "…[…]…"
                /// How visitors object, on a page without a link to the form.
                ObjectNoLink = object_no_link "…"
                /// What the signal Global Privacy Control does, in a category with `gpc`.
                Gpc = gpc "…"
                /// What the signal Global Privacy Control does, in other `opt_out` categories.
                GpcUnlessChosen = gpc_unless_chosen "…"
                /// What is loaded whatever visitors choose, in an `advanced` category. `{providers}`: their names.
                Advanced = advanced "…{providers}…"
                /// What is loaded whatever visitors choose, in an `advanced` category without providers.
                AdvancedUnnamed = advanced_unnamed "…"
                /// Instead of a category's rows, if it has none.
                Empty = empty "…"
                /// Instead of a name, for `any`. `{domain}`: the third party's domain.
                AnyOf = any_of "…{domain}…"
                /// Instead of a name, for `any` without a domain.
                Any = any "…"
                /// After a name that several rows have. `{path}`: the path of the row.
                ScopePath = scope_path "…{path}"
                /// After a name that several rows have. `{domain}`: the domain of the row.
                ScopeDomain = scope_domain "…{domain}"
                /// The heading about the visitor's choice.
                ChoiceHeading = choice_heading "…"
                /// Where visitors change their choice. The words in brackets are the link to the form.
                Choice = choice "…[…]…"
                /// Where visitors change their choice, with `consent elsewhere`. `{name}`: who asks them.
                ChoiceElsewhere = choice_elsewhere "…{name}…"
                /// Where visitors change their choice, on a page without a link, about `opt_in` categories.
                ChoiceNoLink = choice_no_link "…"
                /// Where visitors change their choice, on a page without a link, about `opt_out` categories.
                ChoiceObjectNoLink = choice_object_no_link "…"
                /// What visitors can do in their browser.
                ChoiceBrowser = choice_browser "…"
                /// Before the version of the policy. `{version}`: the version.
                Version = version "…{version}"
                /// Before the date of the last change. `{date}`: the date.
                LastUpdated = last_updated "…{date}"
            }
            "The explanation of cookies" {
                /// The heading.
                AboutHeading = about_heading "…"
                /// What a cookie is.
                AboutCookies = about_cookies "…"
                /// What websites use cookies for.
                AboutUses = about_uses "…"
                /// What else websites store, on a page that lists more than cookies.
                AboutStorage = about_storage "…"
                /// The sentence before the kinds of cookies.
                AboutKinds = about_kinds "…"
                /// Necessary cookies. The words between the asterisks are their name.
                AboutNecessary = about_necessary "**…**…"
                /// Cookies for statistics. The words between the asterisks are their name.
                AboutStatistics = about_statistics "**…**…"
                /// First-party cookies. The words between the asterisks are their name.
                AboutFirstParty = about_first_party "**…**…"
                /// Third-party cookies. The words between the asterisks are their name.
                AboutThirdParty = about_third_party "**…**…"
            }
            "The titles of columns" {
                /// The column of the names.
                ColumnCookie = column_cookie "…"
                /// The column `provider`.
                ColumnProvider = column_provider "…"
                /// The column `function`.
                ColumnFunction = column_function "…"
                /// The column `purpose`.
                ColumnPurpose = column_purpose "…"
                /// The column `duration`.
                ColumnDuration = column_duration "…"
                /// The column `attributes`.
                ColumnAttributes = column_attributes "…"
                /// The column `set_by`.
                ColumnSetBy = column_set_by "…"
                /// The column `party`.
                ColumnParty = column_party "…"
                /// The column `storage`.
                ColumnStorage = column_storage "…"
                /// The column `basis`.
                ColumnBasis = column_basis "…"
                /// The column `note`.
                ColumnNote = column_note "…"
            }
            "The cells of columns" {
                /// `set_by`: `server`.
                SetByServer = set_by_server "…"
                /// `set_by`: `script`.
                SetByScript = set_by_script "…"
                /// `set_by`: `other`.
                SetByOther = set_by_other "…"
                /// `set_by`: `third_party`.
                SetByThirdParty = set_by_third_party "…"
                /// `set_by`: a third party's domain. `{domain}`: the domain.
                SetByDomain = set_by_domain "…{domain}…"
                /// `party`: a first party's.
                PartyFirst = party_first "…"
                /// `party`: a third party's.
                PartyThird = party_third "…"
                /// `basis`: `consent`.
                BasisConsent = basis_consent "…"
                /// `basis`: `contract`.
                BasisContract = basis_contract "…"
                /// `basis`: `legal_obligation`.
                BasisLegalObligation = basis_legal_obligation "…"
                /// `basis`: `vital_interests`.
                BasisVitalInterests = basis_vital_interests "…"
                /// `basis`: `public_task`.
                BasisPublicTask = basis_public_task "…"
                /// `basis`: `legitimate_interests`.
                BasisLegitimateInterests = basis_legitimate_interests "…"
                /// `storage`: `cookie`.
                StorageCookie = storage_cookie "…"
                /// `storage`: `local_storage`.
                StorageLocal = storage_local "…"
                /// `storage`: `session_storage`.
                StorageSession = storage_session "…"
                /// `storage`: `indexed_db`.
                StorageIndexedDb = storage_indexed_db "…"
                /// `storage`: `pixel`.
                StoragePixel = storage_pixel "…"
                /// `duration`: under a second.
                DurationUnderASecond = duration_under_a_second "…"
                /// `duration`: `rolling`. `{duration}`: the time.
                DurationRolling = duration_rolling "…{duration}…"
                /// `duration`: `session`.
                DurationSession = duration_session "…"
                /// `duration`: `session`, of session storage.
                DurationTab = duration_tab "…"
                /// `duration`: `persistent`.
                DurationPersistent = duration_persistent "…"
                /// `duration`: `unknown`.
                DurationUnknown = duration_unknown "…"
                /// `duration`: that of a pixel.
                DurationNothing = duration_nothing "…"
                /// `duration`: alternatives. `{first}` and `{second}`: the times.
                DurationOr = duration_or "{first}…{second}"
                /// `duration`: longer than browsers keep a cookie. `{duration}`: the time; `{longest}`: that of browsers.
                DurationKept = duration_kept "{duration}…{longest}…"
            }
            "Providers and the controller" {
                /// The heading of the providers.
                ProvidersHeading = providers_heading "…"
                /// The sentence before the providers.
                ProvidersIntroduction = providers_introduction "…"
                /// `third_party`.
                ProviderThirdParty = provider_third_party "…"
                /// `country`. `{country}`: the country.
                ProviderCountry = provider_country "…{country}"
                /// `domain`. `{domain}`: the domain.
                ProviderDomain = provider_domain "…{domain}"
                /// `privacy`, also of the controller. `{address}`: the address.
                ProviderPrivacy = provider_privacy "…{address}"
                /// `opt_out`. `{address}`: the address.
                ProviderOptOut = provider_opt_out "…{address}"
                /// `contact`, also of the controller. `{address}`: the address.
                ProviderContact = provider_contact "…{address}"
                /// `address`, also of the controller. `{address}`: the address.
                ProviderAddress = provider_address "…{address}"
                /// `transfer`. `{transfer}`: where data is transferred to.
                ProviderTransfer = provider_transfer "…{transfer}"
                /// The heading of the controller.
                ControllerHeading = controller_heading "…"
                /// `officer`. `{address}`: the address.
                ControllerOfficer = controller_officer "…{address}"
                /// `authority`. `{authority}`: the authority.
                ControllerAuthority = controller_authority "…{authority}"
            }
            "Pages that refuse a request" {
                /// The heading if a choice was not saved.
                NotSaved = not_saved "…"
                /// Why: the choice may come from another site.
                NotSavedForeign = not_saved_foreign "…"
                /// Why: the form is too long or incomplete.
                NotSavedUnreadable = not_saved_unreadable "…"
                /// Why: a fault of the server.
                NotSavedInternal = not_saved_internal "…"
                /// The heading at an address without a page.
                NotFound = not_found "…"
                /// The sentence at an address without a page.
                NotFoundAddress = not_found_address "…"
            }
        }
    };
}

macro_rules! keys {
    ($($chapter:literal { $(#[doc = $place:literal] $variant:ident = $name:ident $template:literal)+ })+) => {
        /// A built-in text that a site can replace.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each has its place")]
        pub enum Key { $($($variant,)+)+ }

        impl Key {
            /// The keys by chapters, in the order of the documentation.
            pub const CHAPTERS: &[(&str, &[Self])] = &[$(($chapter, &[$(Self::$variant),+])),+];

            /// The keys as a site writes them, in the same order.
            pub const NAMES: &[&str] = &[$($(stringify!($name)),+),+];

            /// Reads a key.
            pub fn parse(name: &str) -> Option<Self> {
                match name {
                    $($(stringify!($name) => Some(Self::$variant),)+)+
                    _ => None,
                }
            }

            /// The key as a site writes it.
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$variant => stringify!($name)),+),+ }
            }

            /// Where visitors read the text, and what its holes are.
            pub fn place(self) -> &'static str {
                match self { $($(Self::$variant => $place.trim_ascii()),+),+ }
            }

            /// The form of the text.
            pub const fn template(self) -> &'static str {
                match self { $($(Self::$variant => $template),+),+ }
            }
        }
    };
}

wording_keys!(keys);

impl Key {
    /// What is before, between and after the words of the text.
    fn fixed(self) -> impl Iterator<Item = &'static str> {
        self.template().split('…')
    }

    /// The number of words in the template, at most three.
    pub fn count(self) -> usize {
        self.fixed().count() - 1
    }

    /// Writes a text from its words.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(self, words: &[&str], out: &mut impl fmt::Write) -> fmt::Result {
        let mut words = words.iter();
        for fixed in self.fixed() {
            out.write_str(fixed)?;
            out.write_str(words.next().copied().unwrap_or_default())?;
        }
        Ok(())
    }

    /// Splits a text into its words; only the first [`count`](Self::count) of them are meant.
    ///
    /// # Errors
    /// When the text does not have the form of the template.
    pub fn split(self, text: &str) -> Result<[&str; 3], Mistake<'_>> {
        let mut words = [""; 3];
        let mut fixed = self.fixed();
        let first = fixed.next().unwrap_or_default();
        let mut rest = text.strip_prefix(first).ok_or(Mistake::Start(first))?;
        let mut number = 0;
        let mut next = fixed.next();
        while let Some(mark) = next {
            next = fixed.next();
            words[number] = match next {
                Some(_) => {
                    let (before, after) = rest.split_once(mark).ok_or(Mistake::Missing(mark))?;
                    rest = after;
                    before
                }
                None if rest.contains(mark) => rest.strip_suffix(mark).ok_or(Mistake::End(mark))?,
                None => return Err(Mistake::Missing(mark)),
            };
            number += 1;
        }
        // Nothing fixed is left in the words: it would be printed as it is.
        let mut marks = self.fixed().filter(|mark| !mark.is_empty());
        let repeated = marks.find(|mark| words.iter().any(|words| words.contains(mark)));
        if let Some(mark) = repeated {
            return Err(Mistake::Twice(mark));
        }
        match words.iter().find_map(|words| hole(words)) {
            Some(hole) => Err(Mistake::Unknown(hole)),
            None => Ok(words),
        }
    }
}

/// The first brace of a text, with what is in the braces.
fn hole(text: &str) -> Option<&str> {
    let start = text.find(['{', '}'])?;
    let end = text[start..]
        .find('}')
        .map_or(text.len(), |end| start + end + 1);
    Some(&text[start..end])
}

/// Why a text does not have the form of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake<'t> {
    /// This is missing.
    Missing(&'static str),
    /// The text does not start with this.
    Start(&'static str),
    /// The text does not end with this.
    End(&'static str),
    /// This is in the text again.
    Twice(&'static str),
    /// The library does not fill this hole.
    Unknown(&'t str),
}
