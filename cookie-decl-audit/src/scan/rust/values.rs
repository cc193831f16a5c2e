//! Questions about a single value.

use syn::{Expr, Lit};

use crate::scan::rust::libraries::COOKIES;

/// Returns the value without the calls that turn it into a header.
pub(crate) fn unwrapped(value: &Expr) -> &Expr {
    match value {
        Expr::MethodCall(it)
            if it.args.len() <= 1
                && matches!(
                    it.method.to_string().as_str(),
                    "parse"
                        | "unwrap"
                        | "expect"
                        | "into"
                        | "try_into"
                        | "clone"
                        | "map_err"
                        | "ok"
                ) =>
        {
            unwrapped(&it.receiver)
        }
        Expr::MethodCall(it)
            if it.args.is_empty()
                && matches!(
                    it.method.to_string().as_str(),
                    "to_string"
                        | "encoded"
                        | "as_str"
                        | "stripped"
                        | "to_owned"
                        | "as_bytes"
                        | "iter"
                        | "into_iter"
                        | "iter_mut"
                ) =>
        {
            unwrapped(&it.receiver)
        }
        Expr::Call(it) if it.args.len() == 1 => {
            let is_value = matches!(&*it.func, Expr::Path(path) if path.path.segments.iter().any(|it| it.ident == "HeaderValue"));
            match it.args.first() {
                Some(first) if is_value => unwrapped(first),
                _ => value,
            }
        }
        Expr::Try(it) => unwrapped(&it.expr),
        Expr::Reference(it) => unwrapped(&it.expr),
        Expr::Paren(it) => unwrapped(&it.expr),
        _ => value,
    }
}

pub(crate) fn plain(value: &Expr) -> &Expr {
    match value {
        Expr::Reference(it) => plain(&it.expr),
        Expr::Paren(it) => plain(&it.expr),
        Expr::MethodCall(it) if it.args.is_empty() => match it.method.to_string().as_str() {
            "clone" | "into" | "build" | "finish" => plain(&it.receiver),
            _ => value,
        },
        value => value,
    }
}

pub(crate) fn cookie_constructor(path: &syn::Path) -> bool {
    COOKIES.contains(&last_two(path).as_str())
}

/// Returns the name of a variable.
pub(crate) fn variable(value: &Expr) -> Option<String> {
    match value {
        Expr::Path(it) => it.path.get_ident().map(ToString::to_string),
        _ => None,
    }
}

/// Returns the last segment of a path, or an empty text if the path has no segment.
pub(crate) fn last(path: &syn::Path) -> String {
    let last = path.segments.last();
    last.map(|it| it.ident.to_string()).unwrap_or_default()
}

/// Returns the last two segments of a path, such as `Cookie::new`.
pub(crate) fn last_two(path: &syn::Path) -> String {
    let segments: Vec<_> = path
        .segments
        .iter()
        .map(|it| it.ident.to_string())
        .collect();
    segments[segments.len().saturating_sub(2)..].join("::")
}

/// Whether a value is `""`, which is not the name of a cookie.
pub(crate) fn is_empty(value: &Expr) -> bool {
    matches!(value, Expr::Lit(it) if matches!(&it.lit, Lit::Str(text) if text.value().is_empty()))
}

pub(crate) fn is_set_cookie(value: &Expr) -> bool {
    match value {
        Expr::Path(it) => it
            .path
            .segments
            .last()
            .is_some_and(|it| it.ident == "SET_COOKIE" || it.ident == "SetCookie"),
        Expr::Lit(it) => {
            matches!(&it.lit, Lit::Str(text) if text.value().eq_ignore_ascii_case("set-cookie"))
        }
        Expr::Call(it) => it.args.len() == 1 && it.args.first().is_some_and(is_set_cookie),
        Expr::MethodCall(it) => it.args.is_empty() && is_set_cookie(&it.receiver),
        Expr::Reference(it) => is_set_cookie(&it.expr),
        _ => false,
    }
}

/// Whether a cookie with this duration or date expires at once.
pub(crate) fn is_past(value: &Expr) -> bool {
    is_zero(value)
        || matches!(value, Expr::Call(it)
            if matches!(&*it.func, Expr::Path(path)
                if path.path.segments.last().is_some_and(|it| it.ident == "now_utc" || it.ident == "now")))
}

/// Whether a duration or date is `0`, `ZERO` or the beginning of 1970.
pub(crate) fn is_zero(value: &Expr) -> bool {
    match value {
        Expr::Path(it) => {
            it.path.segments.last().is_some_and(|it| {
                it.ident == "ZERO" || it.ident == "UNIX_EPOCH" || it.ident == "MIN"
            })
        }
        Expr::Call(it) => match &*it.func {
            Expr::Path(path)
                if path
                    .path
                    .segments
                    .last()
                    .is_some_and(|it| it.ident == "zero") =>
            {
                true
            }
            _ => it.args.first().is_some_and(is_zero),
        },
        Expr::Lit(it) => matches!(&it.lit, Lit::Int(number) if number.base10_digits() == "0"),
        Expr::Unary(it) => matches!(it.op, syn::UnOp::Neg(_)),
        Expr::MethodCall(it) => is_zero(&it.receiver),
        _ => false,
    }
}
