//! All mistakes of a table, collected and reported at once.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::rules::Rule;

/// Everything there is to say about a table. Stages push into it and go on; it is reported once, at the end.
#[derive(Default)]
pub(crate) struct Errors {
    mistakes: Vec<(Place, String)>,
    warnings: Vec<(Rule, Place, String)>,
    reported: bool,
}

impl Errors {
    /// A mistake. Lower case, no full stop, backticks round what the user wrote.
    pub(crate) fn push(&mut self, place: impl Into<Place>, message: impl Into<String>) {
        self.mistakes.push((place.into(), message.into()));
    }

    /// A mistake that syn found.
    pub(crate) fn push_syn(&mut self, error: &syn::Error) {
        self.push(error.span(), error.to_string());
    }

    /// How many there are: more behind a step than before it means that the step met one.
    pub(crate) fn count(&self) -> usize {
        self.mistakes.len()
    }

    /// Something that is allowed and rarely meant. The caller has asked whether the table silences it.
    pub(crate) fn warn(&mut self, rule: Rule, place: impl Into<Place>, message: impl Into<String>) {
        self.warnings.push((rule, place.into(), message.into()));
    }

    /// The items that make the compiler say it, in the order of the table.
    pub(crate) fn report(mut self, krate: &Ident) -> TokenStream {
        self.sort();
        self.reported = true;
        let mut out = TokenStream::new();
        // rustc resolves the imports in between, and then expands what waited for them from the last to the first.
        for (place, message) in self.mistakes.iter().rev() {
            out.extend(compile_error(krate, *place, message));
        }
        for (rule, place, message) in &self.warnings {
            let name = Ident::new(rule.name(), place.start);
            let note = note(*rule, message);
            // The only warning a macro can give on stable: a use of something deprecated, at the place in question.
            // A function, whose name no lint wants in capitals.
            out.extend(quote! {
                const _: fn() = {
                    #[deprecated(note = #note)]
                    fn #name() {}
                    #name
                };
            });
        }
        out
    }

    /// By place. A cell that rows share is checked for each of them, and is wrong once.
    fn sort(&mut self) {
        self.mistakes
            .sort_by_key(|(place, _)| place.line_and_column());
        self.mistakes
            .dedup_by(|(a, x), (b, y)| x == y && a.line_and_column() == b.line_and_column());
        self.warnings
            .sort_by_key(|(_, place, _)| place.line_and_column());
        self.warnings
            .dedup_by(|(_, a, x), (_, b, y)| x == y && a.line_and_column() == b.line_and_column());
    }

    /// What `report` would say: the errors, then the warnings behind their names.
    #[cfg(test)]
    pub(crate) fn said(&mut self) -> Vec<(Place, String)> {
        self.sort();
        let mistakes = self.mistakes.clone().into_iter();
        let warnings = self
            .warnings
            .iter()
            .map(|(rule, place, text)| (*place, format!("{}: {}", rule.name(), note(*rule, text))));
        mistakes.chain(warnings).collect()
    }
}

/// The text of a warning: what is odd, by which rule, and how to say that it is meant.
fn note(rule: Rule, message: &str) -> String {
    let name = rule.name();
    let id = rule.id().map_or_else(String::new, |id| format!(" [{id}]"));
    format!(
        "{message}{id}; `#[allow({name})]` above {} silences this",
        rule.silenced_above()
    )
}

impl Drop for Errors {
    fn drop(&mut self) {
        let dropped = !self.reported && !self.mistakes.is_empty();
        debug_assert!(
            !dropped || std::thread::panicking(),
            "errors were collected and never reported"
        );
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
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self {
            start: span,
            end: span,
        }
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
