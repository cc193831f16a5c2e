//! What the handlers of a framework can take from the visitor.

use crate::consent::Consent;
use crate::consent::gate::{Categories, Gated};
use crate::consent::granted::Granted;
use crate::guard::rejection::{MissingLayer, NotGranted};
use crate::guard::visitor::Visitor;

/// Passes everything that a handler can take to a macro of a framework, with the error and its status.
macro_rules! for_each_extract {
    ($extract:ident) => {
        $extract! {
            [K: crate::consent::gate::Categories] crate::guard::visitor::Visitor<K>,
                crate::guard::rejection::MissingLayer, 500;
            [K: crate::consent::gate::Categories] crate::consent::Consent<K>,
                crate::guard::rejection::MissingLayer, 500;
            [C: crate::consent::gate::Gated] crate::consent::granted::Granted<'static, C>,
                crate::guard::rejection::NotGranted, 403;
        }
    };
}
pub(super) use for_each_extract;

/// What a handler can take, from the visitor that the guard has read.
pub(super) trait Extract: Sized {
    type Set: Categories;
    type Error;

    fn from_visitor(visitor: Option<&Visitor<Self::Set>>) -> Result<Self, Self::Error>;
}

impl<K: Categories> Extract for Visitor<K> {
    type Set = K;
    type Error = MissingLayer;

    fn from_visitor(visitor: Option<&Self>) -> Result<Self, MissingLayer> {
        visitor.cloned().ok_or(MissingLayer)
    }
}

impl<K: Categories> Extract for Consent<K> {
    type Set = K;
    type Error = MissingLayer;

    fn from_visitor(visitor: Option<&Visitor<K>>) -> Result<Self, MissingLayer> {
        visitor
            .map(|visitor| *visitor.consent())
            .ok_or(MissingLayer)
    }
}

impl<C: Gated> Extract for Granted<'static, C> {
    type Set = C::Set;
    type Error = NotGranted;

    fn from_visitor(visitor: Option<&Visitor<C::Set>>) -> Result<Self, NotGranted> {
        let visitor = visitor.ok_or(NotGranted::MissingLayer(MissingLayer))?;
        let granted = visitor.granted().map(Granted::for_request);
        granted.map_err(NotGranted::Denied)
    }
}
