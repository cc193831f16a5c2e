//! What one constant stores, without its types.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::consent::withdraw;
use crate::run_time::Config;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::table::duration::Term;
use crate::web::error::PageError;
use crate::web::page::{self, Items};
use crate::wire::request::RequestCookies;
use crate::wire::set_cookie::SetCookie;
use crate::wire::set_cookie::error::SetError;
use crate::wire::value::ValueError;

/// A row, or one name of it.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) row: &'static Declaration,
    pub(super) config: Config<'a>,
    /// The name with its holes filled; `None` for all names of the row.
    pub(super) name: Option<&'a str>,
}

/// Where a script keeps it.
enum Place {
    Cookies,
    Items(Items),
}

impl Item<'_> {
    fn place(&self) -> Result<Place, PageError> {
        match (self.row.set_by(), self.row.storage()) {
            (SetBy::ThirdParty(_), _) => Err(PageError::NotOfScripts),
            (_, Storage::Cookie) => Ok(Place::Cookies),
            (_, Storage::LocalStorage) => Items::local().map(Place::Items),
            (_, Storage::SessionStorage) => Items::session().map(Place::Items),
            _ => Err(PageError::NotOfScripts),
        }
    }

    fn is(&self, name: &str) -> bool {
        self.name
            .map_or_else(|| self.row.matches(name), |own| own == name)
    }

    pub(super) fn store(
        &self,
        value: Result<Cow<'_, str>, ValueError>,
        term: Option<Term>,
    ) -> Result<(), PageError> {
        if self.row.set_by() != SetBy::Script {
            return Err(PageError::NotOfScripts);
        }
        if !self.row.is_on(self.config) {
            return Err(SetError::Off.into());
        }
        let name: Cow<'static, str> = match (self.name, self.row.pattern()) {
            (Some(name), _) => String::from(name).into(),
            // It says which hole has no value.
            (None, Some(pattern)) => pattern.fill::<[&str; 0]>([])?.into(),
            (None, None) => self.row.name().into(),
        };
        let value = value.map_err(SetError::from)?;
        match self.place()? {
            Place::Cookies => {
                SetCookie::set_by_script(self.row, self.config, name, &value, term)?.store()
            }
            Place::Items(items) => items.set(&name, &value),
        }
    }

    /// The first name with its value.
    pub(super) fn read(&self) -> Result<Option<(String, String)>, PageError> {
        match self.place()? {
            Place::Cookies => {
                let cookies = page::cookies()?;
                let mut pairs = RequestCookies::from_header(&cookies).iter();
                let pair = pairs.find(|(name, _)| self.is(name));
                Ok(pair.map(|(name, value)| (name.into(), value.into())))
            }
            Place::Items(items) => {
                let Some(name) = items.names().into_iter().find(|name| self.is(name)) else {
                    return Ok(None);
                };
                let value = items.get(&name)?;
                Ok(value.map(|value| (name, value)))
            }
        }
    }

    /// Removes all its names, in all scopes that the table and the host allow.
    pub(super) fn remove(&self) -> Result<(), PageError> {
        match self.place()? {
            Place::Cookies => {
                let (host, cookies) = (page::host()?, page::cookies()?);
                let cookies = RequestCookies::from_header(&cookies);
                let mut names = cookies.names().filter(|name| self.is(name));
                // A name that the page has twice is removed twice, which does no harm.
                names.try_for_each(|name| {
                    withdraw::removals_of(self.row, name, self.config, Some(&host))
                        .try_for_each(|removal| removal?.store())
                })
            }
            Place::Items(items) => {
                let mut names = items.names().into_iter().filter(|name| self.is(name));
                names.try_for_each(|name| items.remove(&name))
            }
        }
    }
}
