//! Finds the items of a table, and reads those that are short.

use proc_macro2::{Delimiter, Ident, Span, TokenTree};
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{
    About, Attributes, ColumnKind, ColumnName, ConsentItem, Docs, Header, Part, Print, Retired,
    Table, Text, Translation, Visibility,
};
use crate::errors::Errors;
use crate::parse::cell::{header, value};
use crate::parse::docs::{docs, no_allow, no_docs, tag};
use crate::parse::hole::hole;
use crate::parse::policy::{policy, visibility};
use crate::parse::provider::{controller, provider};
use crate::parse::section::section;
use crate::parse::tokens::{
    any_ident, at_item, eat_word, end_of_line, item_starts, lines, next_word, pass_one,
    peek_string, peek_word, rest_of_line, row_starts, semicolon, skip_until, string,
};
use crate::parse::wording::wording;
use crate::parse::{category, fluent, include};
use crate::texts::is_blank;
use crate::vocabulary::{self, Item, List};

/// Reads all items.
pub(super) fn items(input: ParseStream<'_>, table: &mut Table, errors: &mut Errors) {
    let mut header = None;
    while !input.is_empty() {
        let read = if peek_word(input, "hole") {
            hole(input, table, errors)
        } else {
            item(input, &mut header, table, errors)
        };
        if let Err(error) = read {
            errors.push_syn(&error);
            recover(input);
        }
    }
}

/// After a mistake, skips to the next item.
fn recover(input: ParseStream<'_>) {
    // The wrong word may be the first of an item.
    let mut last = input.parse::<TokenTree>().ok();
    while !input.is_empty() && !item_starts(input) {
        if matches!(&last, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace) {
            break;
        }
        if matches!(&last, Some(TokenTree::Punct(punct)) if punct.as_char() == ';') {
            return;
        }
        last = input.parse::<TokenTree>().ok();
    }
    if !matches!(&last, Some(TokenTree::Punct(punct)) if punct.as_char() == ';') {
        input.parse::<Option<Token![;]>>().ok();
    }
}

fn item(
    input: ParseStream<'_>,
    columns: &mut Option<Header>,
    table: &mut Table,
    errors: &mut Errors,
) -> Result<()> {
    let docs = docs(input, errors);
    if input.is_empty() {
        let text = docs.paragraphs.first();
        errors.push(
            text.map_or_else(|| input.span(), |text| text.span),
            "expected an item below this text",
        );
        return Ok(());
    }
    if input.peek(Token![|]) && follows_word(input) {
        no_docs(&docs, "a header", errors);
        *columns = Some(header::header(input, errors));
        return Ok(());
    }
    let start = input.cursor();
    let visibility = visibility(input)?;
    let Some((item, keyword)) = keyword(input, errors)? else {
        return Ok(());
    };
    only_before_some(item, &visibility, &docs, errors);
    if item != Item::Header {
        any_ident(input)?;
    }
    match item {
        Item::Policy => {
            let before = errors.count();
            let policy = policy(input, docs, visibility, keyword, errors);
            table.policies.push(policy);
            if input.peek(token::Brace) {
                errors.push(
                    input.span(),
                    "the policy is one line, `pub policy;`: the other items are below it",
                );
                pass_one(input);
            } else if errors.count() > before {
                skip_until(input, |input| {
                    input.peek(Token![;]) || input.peek(Token![#]) || at_item(input)
                });
                input.parse::<Option<Token![;]>>()?;
            } else {
                end_of_line(input, start, "policy", errors);
            }
        }
        Item::Language => {
            table.languages.push(tag(input)?);
            end_of_line(input, start, "language", errors);
        }
        Item::LastUpdated => {
            table
                .dates
                .push(string(input, "a date such as `2026-11-26`")?.into());
            end_of_line(input, start, "date", errors);
        }
        Item::Version => {
            table.versions.push(version(input, errors)?);
            end_of_line(input, start, "version", errors);
        }
        Item::Controller => table
            .controllers
            .extend(controller(input, keyword, errors)?),
        Item::Consent => {
            table.consents.push(consent(input, keyword)?);
            end_of_line(input, start, "`consent`", errors);
        }
        Item::About => {
            let about = about(input, start, docs, keyword, errors);
            table.parts.push(Part::About(about));
        }
        Item::Print => {
            let columns = print(input, errors)?;
            table.prints.push(Print { keyword, columns });
            end_of_line(input, start, "`print`", errors);
        }
        Item::Provider => table
            .providers
            .extend(provider(input, docs, keyword, errors)?),
        Item::Header => table_header(input, keyword, columns, errors),
        Item::Section => {
            section(input, start, keyword, &docs, errors);
            table.parts.push(Part::Section(docs));
        }
        Item::Category => {
            let header = columns.as_deref();
            let category = category::category(input, docs, keyword, header, errors)?;
            let part = category.map(|category| Part::Category(Box::new(category)));
            table.parts.extend(part);
        }
        Item::Include => {
            let include = include::include(input, docs, keyword, false, errors)?;
            table.includes.push(include);
        }
        Item::Retired => retired(input, table, errors)?,
        Item::Wording => table.wording.extend(wording(input, errors)?),
        Item::Translation => {
            let translation = translation(input, docs, errors)?;
            table.translations.push(translation);
        }
    }
    Ok(())
}

/// Looks at the keyword of an item. `None` if there was only a `;`, which is reported.
fn keyword(input: ParseStream<'_>, errors: &mut Errors) -> Result<Option<(Item, Span)>> {
    if let Some(word) = next_word(input) {
        errors.word(List::Item, &word);
        let item = Item::parse(&word.to_string())
            .ok_or_else(|| Error::new(word.span(), unknown_item(input, &word)))?;
        return Ok(Some((item, word.span())));
    }
    if input.peek(LitStr) && (input.peek2(Token![|]) || input.peek2(Token![,])) {
        return Err(input.error(OUTSIDE));
    }
    if input.peek(Token![;]) {
        errors.push(input.span(), "remove this `;` after `}`");
        pass_one(input);
        return Ok(None);
    }
    let words = vocabulary::one_of(Item::WORDS);
    Err(input.error(format!("expected an item: {words}")))
}

/// Reports a visibility, an `#[allow(..)]` or a text before an item that takes none.
fn only_before_some(item: Item, visibility: &Visibility, docs: &Docs, errors: &mut Errors) {
    if let Visibility::Public(span) | Visibility::Restricted(span, _) = visibility
        && item != Item::Policy
    {
        errors.push(
            *span,
            "write the visibility at `policy`, for the whole table: `pub policy;`",
        );
    }
    if !matches!(
        item,
        Item::Policy | Item::Category | Item::Include | Item::Translation
    ) {
        no_allow(docs, errors);
    }
    if !matches!(
        item,
        Item::Policy | Item::Provider | Item::About | Item::Section | Item::Category
    ) {
        no_docs(docs, &format!("`{}`", item.word()), errors);
    }
}

/// Reads the rest of `consent elsewhere "OneTrust";` or `consent tied;`.
fn consent(input: ParseStream<'_>, keyword: Span) -> Result<ConsentItem> {
    const FORM: &str = "expected `consent elsewhere \"OneTrust\";`, if that tool asks visitors, or `consent tied;`, if \
                        the answer contains an identifier of the visitor";
    if let Some(word) = eat_word(input, "tied") {
        return Ok(ConsentItem::Tied(word));
    }
    if eat_word(input, "elsewhere").is_none() {
        return Err(Error::new(keyword, FORM));
    }
    let name = string(input, "the name of the tool that asks visitors")?;
    Ok(ConsentItem::Elsewhere(name.into()))
}

/// Reads the header of all categories.
fn table_header(
    input: ParseStream<'_>,
    keyword: Span,
    columns: &mut Option<Header>,
    errors: &mut Errors,
) {
    let header = header::header(input, errors);
    if columns.replace(header).is_some() {
        errors.push(
            keyword,
            "a table has one header outside of its categories; each category may have another",
        );
    }
}

/// Reads a version, which may be any text.
fn version(input: ParseStream<'_>, errors: &mut Errors) -> Result<Text> {
    let version = Text::from(string(input, "the version")?);
    if is_blank(&version.text) {
        errors.push(version.span, "the version is empty");
    }
    Ok(version)
}

/// Reads the rest of `about;` or `about none;`.
fn about(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    docs: Docs,
    keyword: Span,
    errors: &mut Errors,
) -> About {
    let is_none = eat_word(input, "none").is_some();
    if peek_string(input) {
        errors.push(
            input.span(),
            "write the text above, as `///`: it replaces the built-in explanation",
        );
        rest_of_line(input, start);
    } else if input.peek(Token![=]) || next_word(input).is_some() && !item_starts(input) {
        errors.push(
            input.span(),
            "write `about;` where the explanation of cookies is printed, or `about none;` to leave it out",
        );
        rest_of_line(input, start);
    } else {
        end_of_line(input, start, "`about`", errors);
    }
    if let Some(text) = docs.paragraphs.first().filter(|_| is_none) {
        errors.push(
            text.span,
            "`about none` prints nothing; to replace the built-in explanation with this text, write `about;`",
        );
    }
    About {
        docs,
        keyword,
        is_none,
    }
}

fn is_gate(word: &Ident) -> bool {
    vocabulary::Gate::parse(&word.to_string()).is_some()
}

/// Whether a word follows the next token.
fn follows_word(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    pass_one(&ahead);
    next_word(&ahead).is_some()
}

/// The message for a row between the items.
const OUTSIDE: &str = "a row belongs in a category: `category Necessary: exempt { .. }`";

fn unknown_item(input: ParseStream<'_>, word: &Ident) -> String {
    let word_text = word.to_string();
    if word_text == "with" {
        return "`with` shares cells in a category: write it inside the braces".to_owned();
    }
    if ["banner", "cmp", "consent_elsewhere", "elsewhere"].contains(&&*word_text) {
        return format!(
            "unknown item `{word}`; if another tool asks visitors, write `consent elsewhere \"OneTrust\";`"
        );
    }
    if ["consent_mode", "signals"].contains(&&*word_text) {
        return format!(
            "write `{word}(..)` into the gate of a category: `category Statistics: opt_in({word}(..))`"
        );
    }
    let ahead = input.fork();
    any_ident(&ahead).ok();
    if ahead.peek(Token![:])
        && ahead.parse::<Token![:]>().is_ok()
        && next_word(&ahead).is_some_and(|gate| is_gate(&gate))
    {
        return format!("a category starts with `category`: `category {word}: opt_in {{ .. }}`");
    }
    if row_starts(input) {
        return OUTSIDE.to_owned();
    }
    if input.peek2(Token![|]) {
        return header::HEADER.to_owned();
    }
    Item::unknown(&word_text)
}

fn print(input: ParseStream<'_>, errors: &mut Errors) -> Result<Vec<(ColumnName, Option<Text>)>> {
    let mut columns = Vec::new();
    loop {
        let column = header::column(input, errors)?;
        if column.name == ColumnKind::Known(vocabulary::Column::When) {
            errors.push(
                column.span,
                "`when` is not printed: it says which deployments have a row",
            );
        }
        if input.peek(Token![:]) || input.peek(Token![=]) {
            return Err(input.error(
                "a title comes after its column: `cookie \"Name\" | duration \"Expires\"`",
            ));
        }
        let title = if input.peek(LitStr) {
            Some(input.parse::<LitStr>()?.into())
        } else {
            None
        };
        let column_line = column.span.start().line;
        if column.name != ColumnKind::Known(vocabulary::Column::When) {
            columns.push((column, title));
        }
        if !header::between(input, column_line, errors) {
            return Ok(columns);
        }
    }
}

fn retired(input: ParseStream<'_>, table: &mut Table, errors: &mut Errors) -> Result<()> {
    if !input.peek(token::Brace) {
        return Err(input.error("retired cookies are in braces: `retired { \"old\"; }`"));
    }
    let content;
    syn::braced!(content in input);
    lines(&content, "row", errors, |errors| {
        // Never printed, so any text is a remark for colleagues.
        let docs = docs(&content, errors);
        let name = string(&content, "the name of a cookie that is no longer set")?.into();
        if content.peek(Token![|]) {
            return Err(content
                .error("a retired row has only a name and attributes: `\"old\" Path=\"/app\"`"));
        }
        let ended = content.peek(LitStr) || content.peek(Token![,]);
        let attributes = if ended {
            Attributes::default()
        } else {
            value::attributes(&content, errors)?
        };
        table.retired.push(Retired {
            allows: docs.allows,
            name,
            attributes,
        });
        let separated = content.peek(LitStr) || content.peek(Token![,]) && content.peek2(LitStr);
        if separated {
            errors.push(
                content.span(),
                "retired cookies are separated by `;`: `\"old\"; \"older\";`",
            );
            content.parse::<Option<Token![,]>>()?;
        }
        Ok(separated)
    });
    Ok(())
}

fn translation(input: ParseStream<'_>, docs: Docs, errors: &mut Errors) -> Result<Translation> {
    let (tag, allows) = (tag(input)?, docs.allows);
    if eat_word(input, "from").is_some() {
        let start = input.cursor();
        let path = string(input, "a path such as `\"locales/cookies.fr.ftl\"`")?;
        semicolon(input, start, "translation", errors);
        return Ok(fluent::read(
            Translation {
                tag,
                allows,
                file: None,
                texts: Vec::new(),
                wording: Vec::new(),
            },
            &path,
            errors,
        ));
    }
    let mut translation = Translation {
        tag,
        allows,
        file: None,
        texts: Vec::new(),
        wording: Vec::new(),
    };
    if !input.peek(token::Brace) {
        let forms = "`translation fr { \"text\" => \"texte\"; }`, or `translation fr from \"locales/cookies.fr.ftl\";`";
        return Err(input.error(format!(
            "expected the texts, or the file with the texts: {forms}"
        )));
    }
    let content;
    syn::braced!(content in input);
    lines(&content, "translation", errors, |errors| {
        if eat_word(&content, "wording").is_some() {
            translation.wording.extend(wording(&content, errors)?);
            return Ok(true);
        }
        let source = string(&content, "a text of the table")?;
        if !content.peek(Token![=>]) {
            return Err(content.error("expected `=>` between the text and its translation"));
        }
        content.parse::<Token![=>]>()?;
        let text = string(&content, "the translation")?;
        translation.texts.push((source.into(), text.into()));
        Ok(false)
    });
    Ok(translation)
}
