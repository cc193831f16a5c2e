//! `Set-Cookie` headers that code writes by hand.

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Lit, Token};

use crate::scan::rust::values::{is_set_cookie, unwrapped, variable};
use crate::scan::rust::visit::Reader;
use crate::scan::site::{By, Name};

impl Reader<'_> {
    /// Looks for the name and value of a header among arguments.
    pub(super) fn arguments(&mut self, arguments: &Punctuated<Expr, Token![,]>) {
        let mut all = arguments.iter().peekable();
        while let Some(argument) = all.next() {
            if is_set_cookie(argument)
                && let Some(value) = all.peek()
                && !matches!(value, Expr::Lit(it) if !matches!(it.lit, Lit::Str(_)))
            {
                self.header(argument, value);
            }
        }
    }

    /// Reads the value of a `Set-Cookie` header.
    fn header(&mut self, at: &impl Spanned, value: &Expr) {
        let value = unwrapped(value);
        // A cookie that became a header was judged where it was made.
        if self.names.row(value).is_some() || self.makes_cookie(value) {
            return;
        }
        if variable(value).is_some_and(|name| self.is_site(&name)) {
            return;
        }
        let parts = self.names.parts(value);
        let name = Name::of_cookie(&parts);
        let removal = self.removing;
        self.removing |= Name::age(&parts).seconds() == Some(0);
        self.store(at, "Set-Cookie", By::Server, "cookie", name);
        self.removing = removal;
    }
}
