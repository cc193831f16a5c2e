//! The functions of `page.rs` for targets without a page, so that shared code compiles.
#![allow(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "as in a page"
)]

use alloc::string::String;

use crate::table::declaration::Storage;
use crate::web::error::PageError;

pub(super) fn cookies() -> Result<String, PageError> {
    Err(PageError::NoPage)
}

pub(super) fn write_cookie(_: &str) -> Result<(), PageError> {
    Err(PageError::NoPage)
}

pub(super) fn host() -> Result<String, PageError> {
    Err(PageError::NoPage)
}

pub(super) fn has_gpc() -> Result<bool, PageError> {
    Err(PageError::NoPage)
}

pub(super) fn now() -> u64 {
    0
}

pub(super) enum Items {}

impl Items {
    pub(super) fn of(_: Storage) -> Result<Self, PageError> {
        Err(PageError::NoPage)
    }

    pub(super) fn count(&self) -> u32 {
        match *self {}
    }

    pub(super) fn name(&self, _: u32) -> Option<String> {
        match *self {}
    }

    pub(super) fn get(&self, _: &str) -> Result<Option<String>, PageError> {
        match *self {}
    }

    pub(super) fn set(&self, _: &str, _: &str) -> Result<(), PageError> {
        match *self {}
    }

    pub(super) fn remove(&self, _: &str) -> Result<(), PageError> {
        match *self {}
    }
}
