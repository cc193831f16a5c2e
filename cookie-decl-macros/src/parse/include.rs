//! `include`: the rows of another table, and the tokens in which that table comes along.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{Cells, ColumnKind, ColumnName, Docs, Include, Part, Row, Table, Text};
use crate::errors::Errors;
use crate::parse::cell;
use crate::parse::docs::no_docs;
use crate::parse::row::{end_of_row, entries, names, peek_with};
use crate::parse::tokens::{
    any_ident, eat_word, end_of_line, next_word, peek_string, peek_word, semicolon, string,
};
use crate::vocabulary;

/// The message for an `include` without a path.
const FORM: &str = "`include` is followed by the path of an exported table: `include auth::auth_cookies in Necessary;`";

/// Reads the rest of an `include`, in a category or outside.
pub(super) fn include(
    input: ParseStream<'_>,
    docs: Docs,
    keyword: Span,
    in_category: bool,
    errors: &mut Errors,
) -> Result<Include> {
    let start = input.cursor();
    no_docs(&docs, "`include`", errors);
    let (path, name) = path(input)?;
    let mut include = Include {
        docs,
        path,
        name,
        values: Vec::new(),
        category: None,
        categories: Vec::new(),
        without: Vec::new(),
        without_signals: None,
        with: Cells::default(),
        rows: Vec::new(),
    };
    if input.peek(token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        values(&content, &mut include.values, errors);
    }
    if input.peek(Token![in]) {
        let word = input.parse::<Token![in]>()?;
        let category = input.parse::<Ident>();
        let category = category.map_err(|_| {
            Error::new(
                word.span,
                "expected the category that the rows go to: `in Necessary`",
            )
        })?;
        if in_category {
            errors.push(
                word.span,
                "the rows go to the category around it: remove `in`",
            );
        } else {
            include.category = Some(category);
        }
    }
    if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        changes(&content, &mut include, errors);
        input.parse::<Option<Token![;]>>()?;
    } else {
        end_of_line(input, start, "`include`", errors);
    }
    let is_placed = in_category || include.category.is_some() || !include.categories.is_empty();
    if !is_placed {
        let message = format!(
            "say which category takes the rows: `include {} in Necessary;`",
            include.name
        );
        errors.push(keyword, message);
    }
    if let Some((library, _)) = include.categories.first().filter(|_| in_category) {
        errors.push(library.span(), "all rows go to the category around it; to divide them, write the `include` outside of the categories");
        include.categories.clear();
    }
    Ok(include)
}

/// Takes away the includes of the table itself, whose macro would wait for itself.
pub(super) fn not_itself(table: &mut Table, errors: &mut Errors) {
    let policies = table.policies.iter();
    let own = policies.filter_map(|policy| {
        let (path, name) = (policy.path.as_ref()?, policy.export.as_ref()?);
        Some(quote!(#path::#name).to_string())
    });
    let own: Vec<String> = own.collect();
    let mut keep = |include: &Include| {
        let is_other = !own.contains(&include.path.to_string());
        if !is_other {
            errors.push(include.name.span(), "a table cannot include itself");
        }
        is_other
    };
    table.includes.retain(&mut keep);
    for part in &mut table.parts {
        if let Part::Category(category) = part {
            category.includes.retain(|placed| keep(&placed.include));
        }
    }
}

/// Reads a path, and returns its last word too.
fn path(input: ParseStream<'_>) -> Result<(TokenStream, Ident)> {
    let mut path = TokenStream::new();
    let mut last = None;
    loop {
        let colons = input.parse::<Option<Token![::]>>()?;
        match last {
            Some(name) if colons.is_none() => return Ok((path, name)),
            _ => {}
        }
        if next_word(input).is_none() {
            return Err(input.error(FORM));
        }
        let word = any_ident(input)?;
        path.extend(quote!(#colons #word));
        last = Some(word);
    }
}

/// `container = "ABC", domain = "shop.example"`
fn values(content: ParseStream<'_>, values: &mut Vec<(Ident, Text)>, errors: &mut Errors) {
    while !content.is_empty() {
        let mut read = || -> Result<()> {
            const VALUE: &str = "expected the name of a hole and its text: `container = \"ABC\"`";
            let name = any_ident(content).map_err(|error| Error::new(error.span(), VALUE))?;
            content
                .parse::<Token![=]>()
                .map_err(|error| Error::new(error.span(), VALUE))?;
            let text = Text::from(string(content, "the text of the hole")?);
            if text.text.is_empty() {
                errors.push(text.span, format!("the text of `{{{name}}}` is empty"));
            }
            values.push((name, text));
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
            Ok(())
        };
        if let Err(error) = read() {
            errors.push_syn(&error);
            content.parse::<TokenStream>().ok();
        }
    }
}

/// Reads what differs from the table that is included.
fn changes(content: ParseStream<'_>, include: &mut Include, errors: &mut Errors) {
    let duration = [Some(ColumnName {
        name: ColumnKind::Known(vocabulary::Column::Duration),
        span: include.name.span(),
    })];
    entries(content, errors, |docs, errors| {
        let start = content.cursor();
        if peek_with(content) {
            no_docs(&docs, "`with`", errors);
            let keyword = any_ident(content)?;
            let cells = cell::with(content, keyword.span(), errors);
            semicolon(content, start, "`with`", errors);
            include.with.add(cells, errors);
            return Ok(());
        }
        if peek_word(content, "without") && (content.peek2(LitStr) || content.peek2(syn::Ident)) {
            no_docs(&docs, "`without`", errors);
            any_ident(content)?;
            if let Some(signals) = eat_word(content, "signals") {
                include.without_signals = Some(signals);
                semicolon(content, start, "`without`", errors);
                return Ok(());
            }
            include
                .without
                .push(string(content, "the name of a row")?.into());
            while content.peek(Token![,]) {
                content.parse::<Token![,]>()?;
                include
                    .without
                    .push(string(content, "the name of a row")?.into());
            }
            semicolon(content, start, "`without`", errors);
            return Ok(());
        }
        if next_word(content).is_some() && content.peek2(Token![in]) {
            no_docs(&docs, "a category", errors);
            let library = any_ident(content)?;
            eat_word(content, "in");
            include.categories.push((library, content.parse()?));
            semicolon(content, start, "category", errors);
            return Ok(());
        }
        if !peek_string(content) {
            return Err(content.error(
                "expected what differs from the table: `without \"name\";`, `with provider = Us;`, `Theirs in Ours;`, \
                 or a row by its name, `\"name\" | 6 months;`",
            ));
        }
        let before = errors.count();
        let names = names(content, errors)?;
        // Only the duration needs no name.
        let has_duration = content.peek(Token![|]) && !is_named(content);
        let header = if has_duration { &duration[..] } else { &[] };
        let cells = cell::row(content, Some(header), names[0].span, false, errors);
        end_of_row(content, start, false, errors.count() == before, errors);
        content.parse::<Option<Token![;]>>()?;
        include.rows.push(Row {
            docs,
            names,
            cells,
            group: Cells::default(),
            included: None,
        });
        Ok(())
    });
}

/// Whether `| column = cell` is next.
fn is_named(content: ParseStream<'_>) -> bool {
    let ahead = content.fork();
    ahead.parse::<Token![|]>().ok();
    let has_column = peek_string(&ahead) || next_word(&ahead).is_some();
    has_column && (ahead.peek2(Token![=]) || ahead.peek2(Token![:]))
}

/// A table as the macro passes it that `export` made.
///
/// `[module] { items } [ { nested tables }.. ] [ "text".. ] "fr" [ "texte".. ] ..`
pub(crate) struct Exported {
    /// The module of the constants; empty if the table has none.
    pub(crate) module: TokenStream,
    pub(crate) items: TokenStream,
    /// The tables that it includes itself.
    pub(crate) nested: Vec<TokenStream>,
    pub(crate) texts: Vec<String>,
    /// Each language's tag, and its texts in the order of `texts`.
    pub(crate) translations: Vec<(String, TokenStream)>,
}

/// Reads an exported table. `None` is one whose own crate does not compile.
pub(crate) fn exported(tokens: TokenStream) -> Option<Exported> {
    let mut trees = tokens.into_iter();
    let mut group = || match trees.next() {
        Some(TokenTree::Group(group)) => Some(group.stream()),
        _ => None,
    };
    let (module, items, nested, texts) = (group()?, group()?, group()?, group()?);
    if items.is_empty() {
        return None;
    }
    let mut translations = Vec::new();
    while let (Some(tag), Some(TokenTree::Group(texts))) = (trees.next(), trees.next()) {
        translations.push((literal(&tag), texts.stream()));
    }
    Some(Exported {
        module,
        items,
        nested: groups(nested),
        texts: literals(texts),
        translations,
    })
}

/// The insides of groups.
pub(crate) fn groups(tokens: TokenStream) -> Vec<TokenStream> {
    let groups = tokens.into_iter().filter_map(|tree| match tree {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    groups.collect()
}

/// The texts of strings.
pub(crate) fn literals(tokens: TokenStream) -> Vec<String> {
    tokens.into_iter().map(|tree| literal(&tree)).collect()
}

/// Fast path: without escapes, the text is what is between the quotes.
fn literal(tree: &TokenTree) -> String {
    let text = tree.to_string();
    let inside = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match inside.filter(|text| !text.contains('\\')) {
        Some(inside) => inside.to_owned(),
        None => syn::parse_str::<LitStr>(&text).map_or(text, |text| text.value()),
    }
}

/// Moves tokens to another place. Their names still resolve as before.
pub(crate) fn moved(tokens: TokenStream, place: Span) -> TokenStream {
    let moved = |mut tree: TokenTree| {
        if let TokenTree::Group(group) = &tree {
            let inside = moved(group.stream(), place);
            let span = group.span();
            tree = Group::new(group.delimiter(), inside).into();
            tree.set_span(place.resolved_at(span));
        } else {
            tree.set_span(place.resolved_at(tree.span()));
        }
        tree
    };
    tokens.into_iter().map(moved).collect()
}
