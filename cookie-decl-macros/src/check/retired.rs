//! Retired cookies. Browsers refuse to remove what they refuse to set, so the rules about names and
//! attributes apply.

use crate::ast;
use crate::check::names::Subject;
use crate::check::{attributes, holes, names, prefixes};
use crate::errors::{Errors, SourceRange};
use crate::model::{Attributes, Retired};

pub(super) fn resolve(retired: ast::Retired, errors: &mut Errors) -> Retired {
    let ast::Retired {
        allows,
        name,
        attributes,
    } = retired;
    Retired {
        attributes: attributes::resolve(Attributes::base(), &attributes, errors),
        name: holes::resolve(name.text, name.span, errors),
        allows,
    }
}

pub(super) fn check(retired: &Retired, site: Option<&str>, errors: &mut Errors) {
    let Retired {
        name,
        attributes,
        allows,
    } = retired;
    let range = SourceRange::from(name.span);
    names::check(&Subject::retired(retired), errors);
    prefixes::check(name, attributes, range, errors);
    attributes::check_values(attributes, range, site, allows, errors);
}
