//! The gate of a category, with its options.

use proc_macro2::{Ident, Span, TokenTree};
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Error, LitInt, LitStr, Result, Token, token};

use crate::ast::{GateOption, GateOptionValue, Text};
use crate::errors::Errors;
use crate::parse::tokens::{any_ident, next_word, peek_word, skip_until};
use crate::rules::Rule;
use crate::vocabulary::{self, Gate, GateGuess, List};

/// `: opt_in(revision 2)`
pub(super) fn gate(
    input: ParseStream<'_>,
    span: Span,
    errors: &mut Errors,
) -> (Option<Gate>, Vec<GateOption>) {
    let mut options = Vec::new();
    if input.peek(Token![=]) {
        errors.push(
            input.span(),
            "expected `:` between a category and its gate: `category Statistics: opt_in`",
        );
    } else if !input.peek(Token![:]) {
        errors.push_rule(Rule::NoGate,
            span,
            "a category says what its cookies need: `: exempt` (no consent), `: opt_in` (consent first) or `: opt_out` \
             (until the visitor objects)",
        );
        return (None, options);
    }
    input.parse::<TokenTree>().ok();
    let Ok(word) = any_ident(input) else {
        errors.push(
            input.span(),
            format!("expected a gate: {}", vocabulary::one_of(Gate::WORDS)),
        );
        return (None, options);
    };
    errors.word(List::Gate, &word);
    let text = word.to_string();
    // Continue with the gate that was meant, so that the rows have no errors.
    let gate = Gate::parse(&text).or_else(|| {
        let meant = guess_gate(&text, next_after_dash(input).as_deref());
        errors.push(word.span(), unknown_gate(&text, meant));
        meant.map(|meant| match meant {
            GateGuess::Gate(gate) => gate,
            GateGuess::ExemptOrOptIn => Gate::OptIn,
        })
    });
    if let Some(word) = next_word(input)
        && vocabulary::GateOption::guess(&word.to_string()) == Some(vocabulary::GateOption::By)
    {
        errors.push(word.span(), BY_PROVIDER);
        options.push(GateOption {
            span: word.span(),
            value: GateOptionValue::ByProvider,
        });
    }
    if input.peek(token::Paren) {
        let mut read = || -> Result<()> {
            let content;
            syn::parenthesized!(content in input);
            while !content.is_empty() {
                match gate_option(&content, errors) {
                    Ok(option) => options.push(option),
                    Err(error) => {
                        errors.push_syn(&error);
                        skip_until(&content, |content| content.peek(Token![,]));
                    }
                }
                if !content.is_empty() && content.parse::<Token![,]>().is_err() {
                    errors.push(content.span(), "expected `,` between the options");
                }
            }
            Ok(())
        };
        if let Err(error) = read() {
            errors.push_syn(&error);
        }
    }
    (gate, options)
}

fn next_after_dash(input: ParseStream<'_>) -> Option<String> {
    let (_, rest) = input
        .cursor()
        .punct()
        .filter(|(dash, _)| dash.as_char() == '-')?;
    rest.ident().map(|(ident, _)| ident.to_string())
}

/// Guesses the gate that the author meant.
fn guess_gate(word: &str, after_dash: Option<&str>) -> Option<GateGuess> {
    match (word, after_dash) {
        ("opt", Some("in")) => Some(GateGuess::Gate(Gate::OptIn)),
        ("opt", Some("out")) => Some(GateGuess::Gate(Gate::OptOut)),
        _ => Gate::guess(word),
    }
}

fn unknown_gate(word: &str, meant: Option<GateGuess>) -> String {
    match meant {
        Some(GateGuess::Gate(gate)) => {
            format!("unknown gate `{word}`, did you mean `{}`?", gate.word())
        }
        Some(GateGuess::ExemptOrOptIn) => format!(
            "unknown gate `{word}`: write `exempt` if what the visitor asked for does not work without these, and \
             `opt_in` otherwise"
        ),
        None => format!(
            "{}; `exempt` needs no consent, `opt_in` needs consent first, `opt_out` is allowed until the visitor objects",
            Gate::unknown(word)
        ),
    }
}

/// The message for other ways to say it.
const BY_PROVIDER: &str =
    "a choice for each provider is an option in parentheses: `opt_in(by provider)`";

const ALSO_NEEDS: &str =
    "`also` needs an earlier fingerprint of the category: `also \"8f81bb5b69bed8a9\"`";

fn gate_option(content: ParseStream<'_>, errors: &mut Errors) -> Result<GateOption> {
    let word = any_ident(content)?;
    errors.word(List::GateOption, &word);
    let text = word.to_string();
    let option = vocabulary::GateOption::guess(&text)
        .ok_or_else(|| Error::new(word.span(), vocabulary::GateOption::unknown(&text)))?;
    let value = match option {
        vocabulary::GateOption::By => {
            if text == "by" && peek_word(content, "provider") {
                any_ident(content)?;
            } else {
                errors.push(word.span(), BY_PROVIDER);
                skip_until(content, |content| content.peek(Token![,]));
            }
            GateOptionValue::ByProvider
        }
        vocabulary::GateOption::Revision => {
            if !content.peek(LitInt) {
                return Err(Error::new(
                    word.span(),
                    "`revision` needs a number: `revision 2`",
                ));
            }
            GateOptionValue::Revision(content.parse::<LitInt>()?.base10_parse()?)
        }
        vocabulary::GateOption::Also => {
            let provider = next_word(content).map(|_| any_ident(content)).transpose()?;
            let strings = if content.peek(token::Paren) {
                let list;
                syn::parenthesized!(list in content);
                let strings = Punctuated::<LitStr, Token![,]>::parse_terminated(&list)?;
                if strings.is_empty() {
                    return Err(Error::new(word.span(), ALSO_NEEDS));
                }
                strings
            } else if content.peek(LitStr) {
                Punctuated::from_iter([content.parse::<LitStr>()?])
            } else {
                return Err(Error::new(word.span(), ALSO_NEEDS));
            };
            GateOptionValue::Also(provider, strings.into_iter().map(Text::from).collect())
        }
        vocabulary::GateOption::Tcf if !content.peek(token::Paren) => {
            return Err(Error::new(word.span(), "`tcf` needs a list: `tcf(1, 8)`"));
        }
        vocabulary::GateOption::Gpc => GateOptionValue::Gpc,
        vocabulary::GateOption::Advanced => GateOptionValue::Advanced,
        vocabulary::GateOption::ConsentMode => {
            GateOptionValue::ConsentMode(signals(content, &word, CONSENT_MODE)?)
        }
        vocabulary::GateOption::Signals => {
            let signals = signals(content, &word, SIGNALS)?;
            for signal in &signals {
                errors.word(List::Signal, signal);
            }
            GateOptionValue::Signals(signals)
        }
        vocabulary::GateOption::Tcf => {
            let list;
            syn::parenthesized!(list in content);
            let numbers = Punctuated::<LitInt, Token![,]>::parse_terminated(&list)?;
            let mut purposes = Vec::new();
            for number in numbers {
                // A number that is too large is not a purpose; `check` reports it.
                purposes.push((number.base10_parse().unwrap_or(u8::MAX), number.span()));
            }
            GateOptionValue::Tcf(purposes)
        }
    };
    Ok(GateOption {
        span: word.span(),
        value,
    })
}

const CONSENT_MODE: &str = "`consent_mode` needs a list: `consent_mode(analytics_storage)`";

const SIGNALS: &str = "`signals` needs a list: `signals(meta)`";

/// `(analytics_storage, ad_storage)`
fn signals(content: ParseStream<'_>, word: &Ident, needs: &str) -> Result<Vec<Ident>> {
    if !content.peek(token::Paren) {
        return Err(Error::new(word.span(), needs));
    }
    let list;
    syn::parenthesized!(list in content);
    let signals = Punctuated::<Ident, Token![,]>::parse_terminated(&list)?;
    Ok(signals.into_iter().collect())
}
