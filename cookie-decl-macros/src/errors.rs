//! The errors and warnings of a table, collected and reported together.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::rules::Rule;
use crate::vocabulary::List;

/// The errors and warnings so far. Stages add to them and go on. They are reported once, at the
/// end.
#[derive(Default)]
pub(crate) struct Errors {
    mistakes: Vec<(Option<Rule>, SourceRange, String)>,
    warnings: Vec<(Rule, SourceRange, String)>,
    words: Vec<(List, Ident)>,
    /// The names in all `#[allow(..)]`, and whether each has silenced something.
    allows: Vec<(Span, bool)>,
    reported: bool,
    /// Where other tables are included, and their names.
    included: Vec<((usize, usize), String)>,
    /// The names of the row that is read.
    row: Option<String>,
}

impl Errors {
    /// Adds an error. Messages are lower case without a full stop, with backticks around what the
    /// user wrote.
    pub(crate) fn push(&mut self, range: impl Into<SourceRange>, message: impl Into<String>) {
        let (range, message) = self.about(range.into(), message.into());
        self.mistakes.push((None, range, message));
    }

    /// Adds an error that breaks a rule. The message links to the rule.
    pub(crate) fn push_rule(
        &mut self,
        rule: Rule,
        range: impl Into<SourceRange>,
        message: impl Into<String>,
    ) {
        let (range, message) = self.about(range.into(), message.into());
        self.mistakes.push((Some(rule), range, message));
    }

    /// Everything at this place is from another table.
    pub(crate) fn include(&mut self, place: Span, table: &Ident) {
        let place = SourceRange::from(place).line_and_column();
        if !self.included.iter().any(|(known, _)| *known == place) {
            self.included.push((place, table.to_string()));
        }
    }

    /// Notes which row is read, because all rows of an included table are at one place.
    pub(crate) fn row(&mut self, name: Option<&str>) {
        self.row = name
            .filter(|_| !self.included.is_empty())
            .map(str::to_owned);
    }

    /// The table that is included at a place.
    fn included_at(&self, range: SourceRange) -> Option<&str> {
        let is_here = |place: &(usize, usize)| *place == range.line_and_column();
        let found = self.included.iter().find(|(place, _)| is_here(place));
        found.map(|(_, table)| table.as_str())
    }

    /// How to silence a warning.
    fn silencer(&self, rule: Rule, range: SourceRange) -> String {
        match self.included_at(range) {
            Some(_) => format!(
                "`#[allow({})]` above the `include` silences this",
                rule.name()
            ),
            None => rule.silencer(),
        }
    }

    /// The message, with the row if it is from another table.
    fn about(&self, range: SourceRange, message: String) -> (SourceRange, String) {
        let table = self.included_at(range);
        let message = match (table, &self.row) {
            (None, _) => message,
            (Some(table), None) => format!("in `{table}`: {message}"),
            (Some(table), Some(row)) => format!("in `{table}`, row `{row}`: {message}"),
        };
        (range, message)
    }

    /// Takes the names in the `#[allow(..)]` of another table as used: they are about that table.
    pub(crate) fn use_allows(&mut self, read: impl FnOnce(&mut Self)) {
        let first = self.allows.len();
        read(self);
        self.allows[first..]
            .iter_mut()
            .for_each(|(_, used)| *used = true);
    }

    /// Forgets everything: the table is read again when it is whole.
    pub(crate) fn postpone(mut self) {
        self.reported = true;
    }

    /// Adds an error of syn.
    pub(crate) fn push_syn(&mut self, error: &syn::Error) {
        self.push(error.span(), error.to_string());
    }

    /// Returns the number of errors. A step that increases it has found one.
    pub(crate) fn count(&self) -> usize {
        self.mistakes.len()
    }

    /// Notes a word as written, whether or not it is known. Editors explain and complete it.
    pub(crate) fn word(&mut self, list: List, word: &Ident) {
        self.words.push((list, word.clone()));
    }

    pub(crate) fn words(&self) -> &[(List, Ident)] {
        &self.words
    }

    /// Reports something that is valid but rarely intended, unless an `#[allow(..)]` silences it.
    pub(crate) fn warn(
        &mut self,
        allows: &[Allow],
        rule: Rule,
        range: impl Into<SourceRange>,
        message: impl Into<String>,
    ) {
        match allows.iter().find(|allow| **allow == rule) {
            Some(allow) => self.allows[allow.number].1 = true,
            None => {
                let (range, message) = self.about(range.into(), message.into());
                self.warnings.push((rule, range, message));
            }
        }
    }

    /// Notes a name in an `#[allow(..)]`.
    pub(crate) fn allow(&mut self, rule: Rule, name: Span) -> Allow {
        self.allows.push((name, false));
        Allow {
            rule,
            number: self.allows.len() - 1,
        }
    }

    /// Reports the names that silenced nothing, among those above an item or around it. Those
    /// around it are checked first, in a separate call.
    pub(crate) fn unused_allows(&mut self, allows: &[Allow]) {
        for Allow { rule, number } in allows {
            let (name, used) = &mut self.allows[*number];
            let (name, used) = (*name, std::mem::replace(used, true));
            if !used && *rule != Rule::UnusedAllow {
                let message = format!("`{}` silences nothing here: remove it", rule.name());
                self.warn(allows, Rule::UnusedAllow, name, message);
            }
        }
    }

    /// Writes items that make rustc print the errors and warnings in the order of the table.
    pub(crate) fn report(mut self, krate: &Ident) -> TokenStream {
        self.sort();
        self.reported = true;
        let mut out = TokenStream::new();
        // Last first: rustc expands these calls after it has resolved the imports between them,
        // from the last to the first.
        for (rule, range, message) in self.mistakes.iter().rev() {
            let message = match rule {
                Some(rule) => format!("{message}\n{}", rule.link()),
                None => message.clone(),
            };
            out.extend(compile_error(krate, *range, &message));
        }
        for (rule, range, message) in &self.warnings {
            let name = Ident::new(rule.name(), range.start);
            let note = format!(
                "{message}; {}\n{}",
                self.silencer(*rule, *range),
                rule.link()
            );
            // On stable Rust, a macro can only warn by using something deprecated. It is a
            // function, because no lint wants the name of one in capitals.
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

    /// Sorts by place. A cell that several names share is checked for each name, but its error is
    /// kept only once.
    fn sort(&mut self) {
        self.mistakes
            .sort_by_key(|(_, range, _)| range.line_and_column());
        self.mistakes
            .dedup_by(|(_, a, x), (_, b, y)| x == y && a.line_and_column() == b.line_and_column());
        self.warnings
            .sort_by_key(|(_, range, _)| range.line_and_column());
        self.warnings
            .dedup_by(|(_, a, x), (_, b, y)| x == y && a.line_and_column() == b.line_and_column());
    }

    /// Returns what `report` prints, with the id of each rule in brackets: the errors, then the
    /// warnings, each after its name.
    #[cfg(test)]
    pub(crate) fn messages(&mut self) -> Vec<(SourceRange, String)> {
        self.sort();
        let mistakes = self.mistakes.clone().into_iter();
        let mistakes = mistakes.map(|(rule, range, text)| match rule {
            Some(rule) => (range, format!("{text} [{}]", rule.id())),
            None => (range, text),
        });
        let warnings = self.warnings.iter().map(|(rule, range, text)| {
            let (name, id, silencer) = (rule.name(), rule.id(), self.silencer(*rule, *range));
            (*range, format!("{name}: {text} [{id}]; {silencer}"))
        });
        mistakes.chain(warnings).collect()
    }
}

/// A name in an `#[allow(..)]`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allow {
    rule: Rule,
    number: usize,
}

impl PartialEq<Rule> for Allow {
    fn eq(&self, rule: &Rule) -> bool {
        self.rule == *rule
    }
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

/// The place of something in the source: its first and last token.
#[derive(Clone, Copy)]
pub(crate) struct SourceRange {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl SourceRange {
    fn line_and_column(self) -> (usize, usize) {
        let start = self.start.start();
        (start.line, start.column)
    }
}

impl From<Span> for SourceRange {
    fn from(span: Span) -> Self {
        Self {
            start: span,
            end: span,
        }
    }
}

/// Names the line of the first of two equal things, for the error at the second. Empty if both are
/// on one line, or if a macro in another file wrote one of them.
pub(crate) fn line_of_first(first: Span, second: Span) -> String {
    let same_file = first.file() == second.file();
    let (first, second) = (first.start().line, second.start().line);
    if first == second || !same_file {
        String::new()
    } else {
        format!("; the first is on line {first}")
    }
}

/// Writes `compile_error!` with a path that resolves in every crate and edition.
///
/// Only the name of the call has the span of the place. Otherwise rustc would add a note about the
/// macro to every error.
pub(crate) fn compile_error(
    krate: &Ident,
    range: impl Into<SourceRange>,
    message: &str,
) -> TokenStream {
    let SourceRange { start, end } = range.into();
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

/// The `$crate` of `cookie-decl`, with another span. It still resolves as before.
pub(crate) fn located(krate: &Ident, span: Span) -> Ident {
    let mut krate = krate.clone();
    krate.set_span(span.resolved_at(krate.span()));
    krate
}
