//! All mistakes of a table, collected and reported at once.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::rules::Rule;

/// Everything there is to say about a table. Stages push into it and go on; it is reported once, at the end.
#[derive(Default)]
pub(crate) struct Errors {
    errors: Vec<(Span, String)>,
    warnings: Vec<(Rule, Span, String)>,
    reported: bool,
}

impl Errors {
    /// A mistake. Lower case, no full stop, backticks round what the user wrote.
    pub(crate) fn push(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push((span, message.into()));
    }

    /// A mistake that syn found.
    pub(crate) fn push_syn(&mut self, error: &syn::Error) {
        self.push(error.span(), error.to_string());
    }

    /// Something that is allowed and rarely meant. The caller has asked whether the table silences it.
    pub(crate) fn warn(&mut self, rule: Rule, span: Span, message: impl Into<String>) {
        self.warnings.push((rule, span, message.into()));
    }

    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        let warnings = self.warnings.iter().map(|(rule, _, text)| format!("{}: {text}", rule.name()));
        self.errors.iter().map(|(_, text)| text.clone()).chain(warnings).collect()
    }

    /// The items that make the compiler say it, in the order of the table.
    pub(crate) fn report(mut self, krate: &Ident) -> TokenStream {
        self.reported = true;
        self.errors.sort_by_key(|(span, _)| place(*span));
        self.warnings.sort_by_key(|(_, span, _)| place(*span));
        let mut out = TokenStream::new();
        for (span, message) in &self.errors {
            out.extend(compile_error(krate, *span, message));
        }
        for (rule, span, message) in &self.warnings {
            let name = Ident::new(rule.name(), *span);
            let note =
                format!("{message}; `#[allow({name})]` above the row or its category silences this [{}]", rule.id());
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

/// `compile_error!` at a place, by a path that resolves in every crate and edition.
pub(crate) fn compile_error(krate: &Ident, span: Span, message: &str) -> TokenStream {
    let krate = located(krate, span);
    quote_spanned!(span=> #krate::__private::compile_error! { #message })
}

/// The `$crate` of cookie-decl, shown at another place but still resolved as itself.
pub(crate) fn located(krate: &Ident, span: Span) -> Ident {
    let mut krate = krate.clone();
    krate.set_span(span.resolved_at(krate.span()));
    krate
}

fn place(span: Span) -> (usize, usize) {
    let start = span.start();
    (start.line, start.column)
}
