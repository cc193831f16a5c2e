//! The advice that findings give.

use crate::policy_file::PolicyFile;

pub(crate) const SET_AS_DECLARED: &str =
    "set it by the constant of its row, which has the declared attributes";

pub(crate) const KEEP_AS_DECLARED: &str = "set it by the constant of its row, which has the declared duration; or change the row, \
     which visitors read";

pub(crate) const REMOVE_AS_DECLARED: &str =
    "remove it with `.removal()` of its constant, which has the attributes of the row";

pub(crate) const LEAVE_IT_TO_THE_SCRIPT: &str =
    "leave it to the script, or take `set_by = script` out of its row";

/// Says how to set a cookie of a category that visitors decide about.
pub(crate) fn set_if(category: &str) -> String {
    format!(
        "set it with `.set_if(visitor.consent(), ..)` of its constant, which sends it only to \
         visitors who grant `{category}`"
    )
}

/// Says how to let a script wait for a category.
#[cfg(any(feature = "scan", feature = "browse", feature = "walk-url"))]
pub(crate) fn let_script_wait(category: &str) -> String {
    format!(
        "let the script wait: \
         `<script type=\"text/plain\" data-cookie-category=\"{category}\" ..>`"
    )
}

/// Says how to let the code of a finding wait for a category: an element by itself, or else the
/// script that the code is in.
#[cfg(feature = "scan")]
pub(crate) fn let_wait(code: &str, category: &str) -> String {
    let element = code
        .strip_prefix('<')
        .and_then(|it| it.split([' ', '>']).next());
    let how = match element {
        None | Some("script") => return let_script_wait(category),
        Some(name @ ("iframe" | "img")) => {
            format!("`<{name} data-cookie-category=\"{category}\" data-src=..>`")
        }
        Some(_) => format!("`<template data-cookie-category=\"{category}\">` around it"),
    };
    format!("let the element wait: `visitor.embed(Category::{category}, ..)`, or {how}")
}

/// Says what to do about something that has no row. `row` is the row to add.
pub(crate) fn declare(file: &PolicyFile, name: &str, row: &str) -> String {
    let add = format!("add a row to the table, `{row}`");
    match file.nearest(name) {
        Some(near) if near.name == name => format!(
            "the table has `{name}` with `storage = {}` and `set_by = {}`; change that row, or {add}",
            near.storage, near.set_by
        ),
        Some(near) => format!("if it is `{}`, use that name; if not, {add}", near.name),
        None => format!("do not store it, or {add}"),
    }
}
