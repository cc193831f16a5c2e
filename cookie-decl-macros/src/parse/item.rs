//! The items of a table, except categories.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::buffer::Cursor;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{
    About, Attributes, ColumnKind, ColumnName, Config, ConsentItem, Controller, Docs, Header, Keys,
    Part, PolicyItem, Print, Provider, Retired, Table, Text, Translation, Visibility,
};
use crate::errors::Errors;
use crate::parse::cell::{header, value};
use crate::parse::docs::{docs, no_allow, no_docs, tag};
use crate::parse::section::section;
use crate::parse::tokens::{
    any_ident, eat_word, end_of_line, item_starts, lines, next_word, pass_one, peek_string,
    peek_word, rest_of_line, row_starts, semicolon, skip_until, string, tokens_until,
};
use crate::parse::wording::wording;
use crate::parse::{category, fluent, include};
use crate::texts::is_blank;
use crate::vocabulary::{self, Item, List, ProviderKey};

/// Reads all items.
pub(super) fn items(input: ParseStream<'_>, table: &mut Table, errors: &mut Errors) {
    let mut header = None;
    while !input.is_empty() {
        if let Err(error) = item(input, &mut header, table, errors) {
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

/// Whether an item's keyword is next.
fn at_item(input: ParseStream<'_>) -> bool {
    next_word(input).is_some_and(|word| Item::parse(&word.to_string()).is_some())
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

fn visibility(input: ParseStream<'_>) -> Result<Visibility> {
    let Some(span) = eat_word(input, "pub") else {
        return Ok(Visibility::Private);
    };
    if input.peek(token::Paren) {
        let TokenTree::Group(group) = input.parse::<TokenTree>()? else {
            unreachable!("a parenthesis was peeked")
        };
        return Ok(Visibility::Restricted(span, group.stream()));
    }
    Ok(Visibility::Public(span))
}

/// Reads the parts after the keyword. A wrong one is reported and left out.
fn policy(
    input: ParseStream<'_>,
    docs: Docs,
    visibility: Visibility,
    keyword: Span,
    errors: &mut Errors,
) -> PolicyItem {
    let mut policy = PolicyItem {
        docs,
        visibility,
        keyword,
        site: None,
        config: None,
        path: None,
        export: None,
    };
    let mut read = || -> Result<()> {
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            policy.site = Some(string(input, "the address of the site")?.into());
        }
        if eat_word(input, "with").is_some() {
            let name = any_ident(input)?;
            if !input.peek(Token![:]) || input.peek(Token![::]) {
                return Err(Error::new(
                    name.span(),
                    "expected a name, `:` and the type of the configuration: `with config: crate::Config`",
                ));
            }
            input.parse::<Token![:]>()?;
            let ty = tokens_until(input, |input| {
                let part = input.peek(Token![in]) || input.peek(Token![for]) && input.peek2(LitStr);
                let next_item =
                    input.span().start().line > name.span().start().line && item_starts(input);
                part || next_item || input.peek(Token![;])
            });
            if ty.is_empty() {
                return Err(Error::new(
                    name.span(),
                    "expected the type of the configuration: `with config: crate::Config`",
                ));
            }
            policy.config = Some(Config { name, ty });
        }
        if input.peek(Token![in]) {
            let word = input.parse::<Token![in]>()?;
            policy.path = Some(path(input, word.span)?);
        }
        if eat_word(input, "export").is_some() {
            let name = input.parse::<Ident>();
            policy.export = Some(name.map_err(|_| {
                input.error("expected the name of the table for `include`: `export shop_cookies`")
            })?);
        }
        let part = input.peek(Token![for]) || peek_word(input, "with");
        let ended = input.peek(Token![;]) || input.peek(Token![#]) || input.peek(token::Brace);
        if part || policy.path.is_none() && !ended && !input.is_empty() && !at_item(input) {
            return Err(input.error(
                "expected `for \"https://..\"`, `with config: Type`, `in crate::module`, `export name` (in this order) or `;`",
            ));
        }
        Ok(())
    };
    if let Err(error) = read() {
        errors.push_syn(&error);
    }
    policy
}

/// Reads a path after the word `in`.
fn path(input: ParseStream<'_>, word: Span) -> Result<TokenStream> {
    let mut path = TokenStream::new();
    loop {
        let colons = input.parse::<Option<Token![::]>>()?;
        if colons.is_none() && !path.is_empty() {
            return Ok(path);
        }
        // If the path is half typed, the item below is not part of it.
        let next_item = input.span().start().line > word.start().line && item_starts(input);
        let Some(name) = next_word(input).filter(|_| !next_item) else {
            let place = colons.map_or(word, |colons| colons.spans[1]);
            return Err(Error::new(
                place,
                "expected the module that the table is in: `in crate::cookies`",
            ));
        };
        any_ident(input)?;
        path.extend(quote!(#colons #name));
    }
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

/// What is half typed is a provider without a title, if it has an identifier, so that rows can name it.
fn provider(
    input: ParseStream<'_>,
    docs: Docs,
    keyword: Span,
    errors: &mut Errors,
) -> Result<Option<Provider>> {
    let start = input.cursor();
    if item_starts(input) {
        errors.push(keyword, "expected `Name = \"..\";` after `provider`");
        return Ok(None);
    }
    if input.peek(LitStr) {
        return Err(input.error(
            "a provider has an identifier that rows refer to: `provider Matomo = \"Matomo\";`",
        ));
    }
    let ident = input.parse::<Ident>()?;
    let title = title(input, &ident, errors);
    let is_titled = title.is_ok();
    let title = title.unwrap_or_else(|error| {
        errors.push_syn(&error);
        Text {
            text: ident.to_string(),
            span: ident.span(),
        }
    });
    let mut provider = Provider {
        docs,
        ident,
        title,
        keys: Vec::new(),
    };
    if !is_titled {
        rest_of_line(input, start);
        return Ok(Some(provider));
    }
    no_docs(&provider.docs, "a provider", errors);
    if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        keys(&content, Item::Provider, &mut provider.keys, errors);
    } else {
        end_of_line(input, start, "provider", errors);
    }
    Ok(Some(provider))
}

/// `= "Matomo"`
fn title(input: ParseStream<'_>, ident: &Ident, errors: &mut Errors) -> Result<Text> {
    let joint = input.span();
    if input.peek(Token![:]) {
        errors.push(
            joint,
            format!("expected `=` between a provider and its name: `provider {ident} = \"..\";`"),
        );
    } else if !input.peek(Token![=]) {
        let message =
            format!("expected `=` and the name that visitors read: `provider {ident} = \"..\";`");
        return Err(Error::new(ident.span(), message));
    }
    input.parse::<TokenTree>()?;
    let what = "the provider's name";
    if input.is_empty() || input.peek(Token![;]) || item_starts(input) {
        return Err(Error::new(joint, format!("expected {what} in quotes")));
    }
    Ok(string(input, what)?.into())
}

/// `"Example Ltd" { contact: ".." }`
fn controller(
    input: ParseStream<'_>,
    keyword: Span,
    errors: &mut Errors,
) -> Result<Option<Controller>> {
    let start = input.cursor();
    if input.peek(Token![=]) {
        errors.push(
            input.span(),
            "the controller has no identifier: `controller \"..\" { contact: \"..\" }`",
        );
        pass_one(input);
    }
    if item_starts(input) {
        errors.push(
            keyword,
            "expected the controller's name: `controller \"..\";`",
        );
        return Ok(None);
    }
    let title = string(input, "the controller's name")?.into();
    let mut controller = Controller {
        keyword,
        title,
        keys: Vec::new(),
    };
    if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        keys(&content, Item::Controller, &mut controller.keys, errors);
    } else {
        end_of_line(input, start, "controller", errors);
    }
    Ok(Some(controller))
}

/// How several domains are written.
const AGAIN: &str =
    "and `domain` is written again for another domain: `domain: \"..\", domain: \"..\"`";

fn keys(content: &ParseBuffer<'_>, of: Item, keys: &mut Keys, errors: &mut Errors) {
    while !content.is_empty() {
        let mut read = || -> Result<()> {
            if next_word(content).is_none() {
                return Err(content.error(format!("expected a key and its value, {AGAIN}")));
            }
            let word = any_ident(content)?;
            errors.word(List::ProviderKey, &word);
            let key = ProviderKey::parse(&word.to_string()).ok_or_else(|| {
                Error::new(word.span(), ProviderKey::unknown_of(of, &word.to_string()))
            })?;
            let has_value = content.peek(Token![:]) || content.peek(Token![=]);
            if key == ProviderKey::ThirdParty && has_value {
                errors.push(word.span(), "`third_party` has no value");
                skip_until(content, |content| content.peek(Token![,]));
            }
            let value = if key != ProviderKey::ThirdParty && has_value {
                if content.peek(Token![=]) {
                    errors.push(
                        content.span(),
                        format!("expected `:` between a key and its value: `{word}: \"..\"`"),
                    );
                }
                content.parse::<TokenTree>()?;
                if key == ProviderKey::Domain && content.peek(token::Bracket) {
                    return Err(content.error(format!("a key has one value, {AGAIN}")));
                }
                Some(string(content, "the value")?.into())
            } else {
                None
            };
            if key != ProviderKey::ThirdParty && value.is_none() {
                errors.push(
                    word.span(),
                    format!("`{word}` needs a value: `{word}: \"..\"`"),
                );
            }
            keys.push((key, word.span(), value));
            if !content.is_empty() && !content.peek(Token![,]) {
                return Err(content.error("expected `,` between the keys"));
            }
            Ok(())
        };
        if let Err(error) = read() {
            errors.push_syn(&error);
            skip_until(content, |content| content.peek(Token![,]));
        }
        content.parse::<Option<Token![,]>>().ok();
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
