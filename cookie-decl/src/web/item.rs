//! What one constant stores, without its types.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::consent::withdraw::scopes_of;
use crate::run_time::Config;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::table::duration::Term;
use crate::table::pattern::NameError;
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

fn keep(cookie: Result<SetCookie, SetError>) -> Result<(), PageError> {
    cookie?.store()
}

impl Item<'_> {
    fn place(&self) -> Result<Place, PageError> {
        match (self.row.set_by(), self.row.storage()) {
            (SetBy::ThirdParty(_), _) => Err(PageError::NotOfScripts),
            (_, Storage::Cookie) => Ok(Place::Cookies),
            (_, storage @ (Storage::LocalStorage | Storage::SessionStorage)) => {
                Items::of(storage).map(Place::Items)
            }
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
        if !matches!(self.row.set_by(), SetBy::Script) {
            return Err(PageError::NotOfScripts);
        }
        if !self.row.is_on(self.config) {
            return Err(SetError::Off.into());
        }
        let name: Cow<'static, str> = match (self.name, self.row.pattern()) {
            (Some(name), _) => String::from(name).into(),
            (None, Some(pattern)) => {
                let hole = pattern.hole_names().next().unwrap_or_default();
                return Err(NameError::Missing { hole }.into());
            }
            (None, None) => self.row.name().into(),
        };
        let value = value.map_err(SetError::from)?;
        match self.place()? {
            Place::Cookies => keep(SetCookie::set_by_script(
                self.row,
                self.config,
                name,
                &value,
                term,
            )),
            Place::Items(items) => items.set(&name, &value),
        }
    }

    /// What the place keeps of it: names and values.
    fn kept(&self, place: &Place) -> Result<Vec<(String, String)>, PageError> {
        let mut kept = Vec::new();
        match place {
            Place::Cookies => {
                let cookies = page::cookies()?;
                for (name, value) in RequestCookies::from_header(&cookies).iter() {
                    if self.is(name) {
                        kept.push((name.into(), value.into()));
                    }
                }
            }
            Place::Items(items) => {
                for number in 0..items.count() {
                    if let Some(name) = items.name(number)
                        && self.is(&name)
                        && let Some(value) = items.get(&name)?
                    {
                        kept.push((name, value));
                    }
                }
            }
        }
        Ok(kept)
    }

    /// The first name with its value.
    pub(super) fn read(&self) -> Result<Option<(String, String)>, PageError> {
        let mut kept = self.kept(&self.place()?)?;
        kept.truncate(1);
        Ok(kept.pop())
    }

    /// Removes all its names, in all scopes that the table and the host allow.
    pub(super) fn remove(&self) -> Result<(), PageError> {
        let place = self.place()?;
        // A name that the page has twice is removed twice, which does no harm.
        for (name, _) in &self.kept(&place)? {
            match &place {
                Place::Cookies => {
                    let host = page::host()?;
                    for scope in scopes_of(self.row, name, self.config, &[&host]) {
                        if let Some(removal) = scope.removal(name) {
                            keep(removal)?;
                        }
                    }
                }
                Place::Items(items) => items.remove(name)?,
            }
        }
        Ok(())
    }
}
