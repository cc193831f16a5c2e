//! The list of built-in texts that every language has.

use core::fmt;

use cookie_decl_core::unit::Unit;
use cookie_decl_core::wording::Key;

use crate::texts::ask::Ask;
use crate::texts::date::{DateTexts, number};
use crate::texts::plural::Forms;

/// The imports of a language's file.
pub(super) mod prelude {
    pub(crate) use super::{
        About, BasisTexts, Choice, Columns, Controller, DurationTexts, PartyTexts, Providers,
        Refusals, Scope, SetByTexts, StorageTexts, Texts, Used,
    };
    pub(crate) use crate::texts::ask::{Ask, States};
    pub(crate) use crate::texts::date::DateTexts;
    pub(crate) use crate::texts::plural::Forms;
}

/// The built-in texts in one language.
///
/// An array of texts is one sentence around other texts; spaces are included.
#[derive(Clone, Copy)]
pub struct Texts {
    /// The language, a BCP 47 tag. It includes the regional forms that have no file of their
    /// own: `fr` is also for `fr-CA`, but `pt` is not for `pt-BR`.
    pub(crate) language: &'static str,
    /// The language's own name for itself.
    #[cfg_attr(
        not(feature = "http"),
        allow(dead_code, reason = "only served pages link to other languages")
    )]
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) columns: Columns,
    pub(crate) about: About,
    pub(crate) used: Used,
    pub(crate) scope: Scope,
    pub(crate) set_by: SetByTexts,
    pub(crate) party: PartyTexts,
    pub(crate) basis: BasisTexts,
    pub(crate) storage: StorageTexts,
    pub(crate) duration: DurationTexts,
    pub(crate) choice: Choice,
    pub(crate) ask: Ask,
    pub(crate) providers: Providers,
    pub(crate) controller: Controller,
    #[cfg_attr(
        not(feature = "http"),
        allow(dead_code, reason = "only served pages refuse a request")
    )]
    pub(crate) refusals: Refusals,
    /// Before the version of the policy.
    pub(crate) version: &'static str,
    /// Before a date.
    pub(crate) last_updated: &'static str,
    pub(crate) date: DateTexts,
    pub(crate) between_sentences: &'static str,
    /// The texts that the site has replaced, each with its words.
    pub(crate) wording: &'static [(Key, &'static [&'static str])],
}

/// The titles of the columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    pub(crate) cookie: &'static str,
    pub(crate) provider: &'static str,
    pub(crate) function: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) duration: &'static str,
    pub(crate) attributes: &'static str,
    pub(crate) set_by: &'static str,
    pub(crate) party: &'static str,
    pub(crate) storage: &'static str,
    pub(crate) basis: &'static str,
    pub(crate) note: &'static str,
}

/// The explanation of cookies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About {
    pub(crate) heading: &'static str,
    /// What a cookie is.
    pub(crate) cookies: &'static str,
    /// What websites use them for.
    pub(crate) uses: &'static str,
    /// For a page that lists more than cookies.
    pub(crate) storage: &'static str,
    pub(crate) kinds: &'static str,
    /// Necessary, statistics, first-party and third-party cookies: the name of each, and the rest of
    /// the sentence.
    pub(crate) kind: [[&'static str; 2]; 4],
}

/// The texts around the tables of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Used {
    /// Around the site.
    pub(crate) heading_on: [&'static str; 2],
    pub(crate) heading: &'static str,
    /// For a table without categories.
    pub(crate) nothing: &'static str,
    /// Around a hole in angle brackets.
    pub(crate) hole: [&'static str; 2],
    pub(crate) exempt: &'static str,
    pub(crate) opt_in: &'static str,
    pub(crate) opt_out: &'static str,
    /// Before, in and after the link by which visitors object.
    pub(crate) object: [&'static str; 3],
    /// For a page that is given no link.
    pub(crate) object_no_link: &'static str,
    /// For a category in which the signal outweighs what the visitor chose.
    pub(crate) gpc: &'static str,
    /// For an `opt_out` category in which what the visitor chose outweighs the signal.
    pub(crate) signal: &'static str,
    /// For an `advanced` category: around the names of providers.
    pub(crate) advanced: [&'static str; 2],
    /// For an `advanced` category whose rows name no provider.
    pub(crate) advanced_unnamed: &'static str,
    /// For a category without rows.
    pub(crate) empty: &'static str,
    /// Around a domain.
    pub(crate) any_of: [&'static str; 2],
    pub(crate) any: &'static str,
}

/// The remark that tells apart two rows with the same name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    /// Around the remark.
    pub(crate) around: [&'static str; 2],
    pub(crate) separator: &'static str,
    /// Before the path.
    pub(crate) path: &'static str,
    /// Before the domain.
    pub(crate) domain: &'static str,
}

/// The texts for who stores a cookie.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SetByTexts {
    pub(crate) server: &'static str,
    pub(crate) script: &'static str,
    pub(crate) other: &'static str,
    pub(crate) third_party: &'static str,
    /// Around a domain.
    pub(crate) third_party_domain: [&'static str; 2],
}

/// The texts for whose cookie it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartyTexts {
    pub(crate) first: &'static str,
    pub(crate) third: &'static str,
}

/// The legal bases, in words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BasisTexts {
    pub(crate) consent: &'static str,
    pub(crate) contract: &'static str,
    pub(crate) legal_obligation: &'static str,
    pub(crate) vital_interests: &'static str,
    pub(crate) public_task: &'static str,
    pub(crate) legitimate_interests: &'static str,
}

/// The texts for where an item is stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StorageTexts {
    pub(crate) cookie: &'static str,
    pub(crate) local_storage: &'static str,
    pub(crate) session_storage: &'static str,
    pub(crate) indexed_db: &'static str,
    pub(crate) pixel: &'static str,
}

/// The texts for how long a cookie is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DurationTexts {
    pub(crate) second: Forms,
    pub(crate) minute: Forms,
    pub(crate) hour: Forms,
    pub(crate) day: Forms,
    pub(crate) week: Forms,
    pub(crate) month: Forms,
    pub(crate) year: Forms,
    pub(crate) less_than_a_second: &'static str,
    /// Around a time that starts again with every visit.
    pub(crate) rolling: [&'static str; 2],
    pub(crate) session: &'static str,
    /// Instead of `session`, for session storage.
    pub(crate) tab: &'static str,
    pub(crate) persistent: &'static str,
    /// For a time that nobody names.
    pub(crate) unknown: &'static str,
    /// For a pixel.
    pub(crate) nothing: &'static str,
    /// Between alternatives.
    pub(crate) or: &'static str,
    /// After a longer duration of a cookie: around the longest time that browsers keep it.
    pub(crate) kept: [&'static str; 2],
}

/// The texts about how visitors change their choice.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) heading: &'static str,
    /// Before, in and after the link.
    pub(crate) link: [&'static str; 3],
    /// Around the name of somebody who asks visitors instead of the site.
    pub(crate) elsewhere: [&'static str; 2],
    /// For a page that is given no link, about `opt_in` categories.
    pub(crate) no_link: &'static str,
    /// For a page that is given no link, about `opt_out` categories.
    pub(crate) object_no_link: &'static str,
    pub(crate) browser: &'static str,
}

/// The texts of the list of providers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Providers {
    pub(crate) heading: &'static str,
    pub(crate) introduction: &'static str,
    /// Between a provider's name and the facts about it.
    pub(crate) separator: &'static str,
    pub(crate) third_party: &'static str,
    /// Before the country.
    pub(crate) country: &'static str,
    /// Before the domain.
    pub(crate) domain: &'static str,
    /// Before the address of the privacy policy.
    pub(crate) privacy: &'static str,
    /// Before the address of the page where visitors object.
    pub(crate) opt_out: &'static str,
    /// Before the address for questions.
    pub(crate) contact: &'static str,
    /// Before the postal address.
    pub(crate) address: &'static str,
    /// Before the country that data is transferred to.
    pub(crate) transfer: &'static str,
}

/// The texts about who decides what is stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Controller {
    pub(crate) heading: &'static str,
    /// Before the address of the data protection officer.
    pub(crate) officer: &'static str,
    /// Before the supervisory authority.
    pub(crate) authority: &'static str,
}

/// The texts of a page that says why a request is refused.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(feature = "http"),
    allow(dead_code, reason = "only served pages refuse a request")
)]
pub(crate) struct Refusals {
    /// The heading above the next three.
    pub(crate) unsaved: &'static str,
    /// For a choice that may come from another site.
    pub(crate) foreign: &'static str,
    /// For a form that is too long or incomplete.
    pub(crate) unreadable: &'static str,
    /// For an answer that the server cannot keep.
    pub(crate) internal: &'static str,
    /// The heading above the next.
    pub(crate) missing: &'static str,
    /// For an address without a page.
    pub(crate) nowhere: &'static str,
}

impl Texts {
    /// The language, a BCP 47 tag.
    pub const fn language(&self) -> &'static str {
        self.language
    }

    /// The texts that the site has replaced, each with its words.
    pub const fn wording(&self) -> &'static [(Key, &'static [&'static str])] {
        self.wording
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl DurationTexts {
    /// Writes one duration.
    pub(crate) fn write(
        &self,
        count: u32,
        unit: Unit,
        rolling: bool,
        out: &mut impl fmt::Write,
    ) -> fmt::Result {
        let forms = match unit {
            Unit::Session => return out.write_str(self.session),
            Unit::Second => &self.second,
            Unit::Minute => &self.minute,
            Unit::Hour => &self.hour,
            Unit::Day => &self.day,
            Unit::Week => &self.week,
            Unit::Month => &self.month,
            Unit::Year => &self.year,
        };
        if rolling {
            out.write_str(self.rolling[0])?;
        }
        match count {
            0 => out.write_str(self.less_than_a_second)?,
            count => {
                let form = forms.form(count);
                match form.strip_prefix("{n}") {
                    Some(after) => {
                        number(count, out)?;
                        out.write_str(after)?;
                    }
                    None => out.write_str(form)?,
                }
            }
        }
        if rolling {
            out.write_str(self.rolling[1])
        } else {
            Ok(())
        }
    }
}
