//! All mistakes of a table, collected and reported at once.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::rules::Rule;

/// Everything there is to say about a table. Stages push into it and go on; it is reported once, at the end.
#[derive(Default)]
pub(crate) struct Errors {
    errors: Vec<(Place, String)>,
    warnings: Vec<(Rule, Place, String)>,
    reported: bool,
}

impl Errors {
    /// A mistake. Lower case, no full stop, backticks round what the user wrote.
    ///
    /// What several names of a row have in common is said once.
    pub(crate) fn push(&mut self, place: impl Into<Place>, message: impl Into<String>) {
        let (place, message) = (place.into(), message.into());
        if !self.errors.iter().any(|(other, said)| place.starts_with(*other) && *said == message) {
            self.errors.push((place, message));
        }
    }

    /// A mistake that syn found.
    pub(crate) fn push_syn(&mut self, error: &syn::Error) {
        self.push(error.span(), error.to_string());
    }

    /// Something that is allowed and rarely meant. The caller has asked whether the table silences it.
    pub(crate) fn warn(&mut self, rule: Rule, place: impl Into<Place>, message: impl Into<String>) {
        let (place, message) = (place.into(), message.into());
        if !self.warnings.iter().any(|(_, other, said)| place.starts_with(*other) && *said == message) {
            self.warnings.push((rule, place, message));
        }
    }

    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        let warnings = self.warnings.iter().map(|(rule, _, text)| format!("{}: {text}", rule.name()));
        self.errors.iter().map(|(_, text)| text.clone()).chain(warnings).collect()
    }

    /// The items that make the compiler say it, in the order of the table.
    pub(crate) fn report(mut self, krate: &Ident) -> TokenStream {
        self.reported = true;
        self.errors.sort_by_key(|(place, _)| place.line_and_column());
        self.warnings.sort_by_key(|(_, place, _)| place.line_and_column());
        let mut out = TokenStream::new();
        // rustc resolves the imports in between, and then expands what waited for them from the last to the first.
        for (place, message) in self.errors.iter().rev() {
            out.extend(compile_error(krate, *place, message));
        }
        for (rule, place, message) in &self.warnings {
            let name = Ident::new(rule.name(), place.start);
            let id = rule.id().map_or_else(String::new, |id| format!(" [{id}]"));
            let note = format!("{message}{id}; `#[allow({name})]` above the row or its category silences this");
            // The only warning a macro can give on stable: a use of something deprecated, at the place in question.
            out.extend(quote! {
                const _: () = {
                    #[deprecated(note = #note)]
                    #[allow(non_upper_case_globals)]
                    const #name: () = ();
                    #name
                };
            });
        }
        out
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        if cfg!(debug_assertions) && !self.reported && !std::thread::panicking() && !self.errors.is_empty() {
            panic!("errors were collected and never reported");
        }
    }
}

/// Where something was typed, from its first token to its last.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl Place {
    fn line_and_column(self) -> (usize, usize) {
        let start = self.start.start();
        (start.line, start.column)
    }

    fn starts_with(self, other: Self) -> bool {
        self.line_and_column() == other.line_and_column()
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { start: span, end: span }
    }
}

/// `compile_error!` at a place, by a path that resolves in every crate and edition.
///
/// Its name has the span of the place and no other, or rustc adds a note on the macro to every error.
pub(crate) fn compile_error(krate: &Ident, place: impl Into<Place>, message: &str) -> TokenStream {
    let Place { start, end } = place.into();
    let name = Ident::new("__cookie_decl_error", start);
    let mut message = Group::new(Delimiter::Brace, quote!(#message));
    message.set_span(end);
    let call = quote_spanned!(start=> #name!);
    quote! {
        const _: () = {
            use #krate::__private::compile_error as #name;
            #call #message
        };
    }
}

/// The `$crate` of cookie-decl, shown at another place but still resolved as itself.
pub(crate) fn located(krate: &Ident, span: Span) -> Ident {
    let mut krate = krate.clone();
    krate.set_span(span.resolved_at(krate.span()));
    krate
}
