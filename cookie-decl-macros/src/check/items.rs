//! The items of the table: which occur once, and what refers to another.

use std::mem;

use cookie_decl_core::date::Date;
use cookie_decl_core::markup::{Block, is_link};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::ext::IdentExt as _;

use crate::ast::{self, Cells, ColumnKind, ConsentItem, Keys, Text, Visibility};
use crate::check::listed::Place;
use crate::check::row::CategoryContext;
use crate::check::{
    addresses, attributes, by_provider, gate, listed, markup, retired, row, translations, wording,
};
use crate::errors::{Allow, Errors, line_of_first};
use crate::model::{Break, Category, Controller, Declaration, Part, Provider, Reader, Table};
use crate::rules::Rule;
use crate::texts::is_blank;
use crate::vocabulary::{self, Item, ProviderKey};

/// Resolves the table, and checks its items.
pub(super) fn resolve(table: ast::Table, errors: &mut Errors) -> Table {
    let ast::Table {
        policies,
        languages,
        dates,
        versions,
        controllers,
        consents,
        prints,
        providers,
        parts,
        includes: _,
        proofs,
        holes: _,
        retired,
        wording,
        translations: translated,
    } = table;
    let policy = one(policies, "policy", |policy| policy.keyword, errors);
    let language = one(languages, "language", |tag| tag.span, errors);
    let date = one(dates, "date", |date| date.span, errors);
    let version = one(versions, "version", |version| version.span, errors);
    let (elsewhere, tied) = match one(consents, "`consent`", ConsentItem::span, errors) {
        Some(ConsentItem::Elsewhere(name)) => (Some(name), None),
        Some(ConsentItem::Tied(word)) => (None, Some(word)),
        None => (None, None),
    };
    let controller = one(controllers, "controller", |it| it.keyword, errors);
    let print = one(prints, "`print`", |print| print.keyword, errors);
    if let Some(tag) = &language {
        translations::check_tag(tag, errors);
    }
    let policy = policy.unwrap_or_else(|| {
        // An item that was not understood may be the policy.
        if errors.count() == 0 {
            let first = parts.iter().find_map(|part| match part {
                ast::Part::Category(category) => Some(category.ident.span()),
                ast::Part::Section(_) | ast::Part::About(_) => None,
            });
            let message = "the policy is missing: write `pub policy;` above the categories";
            errors.push(first.unwrap_or_else(Span::call_site), message);
        }
        ast::PolicyItem {
            docs: ast::Docs::default(),
            visibility: Visibility::Public(Span::call_site()),
            keyword: Span::call_site(),
            site: None,
            config: None,
            path: None,
            export: None,
        }
    });
    let path = policy.path.and_then(|path| from_the_root(path, errors));
    let site = policy.site.and_then(|site| addresses::site(&site, errors));
    let (title, introduction) = title(&policy.docs.paragraphs, &policy.docs.allows, errors);
    let language = language.map_or_else(|| "en".to_owned(), |tag| tag.tag);
    let mut resolved = Table {
        visibility: policy.visibility,
        reader: Reader::Compiler,
        allows: policy.docs.allows.clone(),
        keyword: policy.keyword,
        title,
        introduction,
        site,
        config: policy.config,
        path,
        export: policy.export,
        last_updated: date.and_then(|date| iso_date(date, errors)),
        version: version.map(|version| version.text),
        controller: controller.map(|controller| resolve_controller(controller, errors)),
        elsewhere: elsewhere.filter(|name| {
            let is_blank = is_blank(&name.text);
            if is_blank {
                errors.push(name.span, "visitors read who asks them: write a name");
            }
            !is_blank
        }),
        tied,
        print: Vec::new(),
        providers: resolve_providers(providers, errors),
        categories: Vec::new(),
        parts: Vec::new(),
        declarations: Vec::new(),
        listed: Vec::new(),
        proofs: Vec::new(),
        retired: Vec::new(),
        wording: wording::resolve(wording, &language, None, errors),
        language,
        translations: translations::resolve(translated, &policy.docs.allows, errors),
    };
    let listed = resolve_parts(parts, &policy.docs.allows, &mut resolved, errors);
    listed::resolve(listed, &mut resolved, errors);
    resolve_print(print, &policy.docs.allows, &mut resolved, errors);
    resolve_proofs(proofs, &mut resolved);
    can_be_exported(&resolved, errors);
    let retired = retired.into_iter();
    resolved.retired = retired
        .map(|retired| retired::resolve(retired, errors))
        .collect();
    resolved
}

/// The rows of an exported table lead back to its constants, and are the same in every deployment.
fn can_be_exported(table: &Table, errors: &mut Errors) {
    let Some(name) = &table.export else { return };
    if !matches!(table.visibility, Visibility::Public(_)) || table.path.is_none() {
        let message = format!(
            "other crates have to reach the constants of this table: `pub policy in crate::cookies export {name};`"
        );
        errors.push(name.span(), message);
    }
    if table.config.is_some() {
        let message = "a table `with config` cannot be exported: those who include it do not have its configuration";
        errors.push(name.span(), message);
    }
}

/// Finds the numbers of the categories that prove those of libraries.
fn resolve_proofs(proofs: Vec<ast::Proof>, table: &mut Table) {
    let number = |ident| table.categories.iter().position(|it| it.ident == ident);
    let found = proofs
        .into_iter()
        .filter_map(|proof| Some((proof.library, number(proof.category)?)));
    table.proofs = found.collect();
}

/// Takes the only item of its kind. Of several, it takes the first and reports the others.
fn one<T>(items: Vec<T>, what: &str, span: impl Fn(&T) -> Span, errors: &mut Errors) -> Option<T> {
    let mut items = items.into_iter();
    let first = items.next()?;
    for other in items {
        let line = line_of_first(span(&first), span(&other));
        errors.push(span(&other), format!("a table has one {what}{line}"));
    }
    Some(first)
}

/// Checks that the date is one: pages print it in words.
fn iso_date(date: Text, errors: &mut Errors) -> Option<String> {
    if Date::parse(&date.text).is_none() {
        errors.push(
            date.span,
            format!(
                "`{}` is not a date: write year, month and day, `last_updated \"2026-11-26\";`",
                date.text
            ),
        );
        return None;
    }
    Some(date.text)
}

/// Splits paragraphs into a title and the text below it.
fn title(
    paragraphs: &[Text],
    allows: &[Allow],
    errors: &mut Errors,
) -> (Option<String>, Vec<String>) {
    let Some((first, rest)) = paragraphs.split_first() else {
        return (None, Vec::new());
    };
    let title = markup::title(first, allows, errors);
    (
        Some(title),
        rest.iter().map(|text| text.text.clone()).collect(),
    )
}

/// Checks that the path starts at the root, because `cookie!` is used anywhere in the crate.
/// Otherwise guesses the path that was meant.
fn from_the_root(path: TokenStream, errors: &mut Errors) -> Option<TokenStream> {
    let first = path.clone().into_iter().next()?;
    let word = first.to_string();
    if matches!(word.as_str(), "crate" | "$crate") {
        return Some(path);
    }
    let span = first.span();
    let can_be_guessed =
        matches!(first, TokenTree::Ident(_)) && !matches!(word.as_str(), "self" | "super");
    let meant = can_be_guessed.then(|| quote_spanned!(span=> crate::#path));
    let shown = meant.as_ref().map_or_else(
        || "crate::cookies".to_owned(),
        |path| path.to_string().replace(' ', ""),
    );
    errors.push(
        span,
        format!("name the module of the table from the root of the crate: `in {shown}`"),
    );
    meant
}

fn resolve_providers(providers: Vec<ast::Provider>, errors: &mut Errors) -> Vec<Provider> {
    let mut resolved: Vec<Provider> = Vec::new();
    for provider in providers {
        if is_taken(
            &provider.ident,
            resolved.iter().map(|other| &other.ident),
            "provider",
            errors,
        ) {
            continue;
        }
        if is_blank(&provider.title.text) {
            errors.push(provider.title.span, "the name of the provider is empty");
        }
        let keys = &provider.keys;
        for (key, span, _) in keys {
            if matches!(key, ProviderKey::Officer | ProviderKey::Authority) {
                let message = format!(
                    "`{}` is about the `controller`, who decides what is stored",
                    key.word()
                );
                errors.push(*span, message);
            }
        }
        let domains: Vec<_> = keys
            .iter()
            .filter(|(key, ..)| *key == ProviderKey::Domain)
            .filter_map(|(_, _, value)| value.as_ref())
            .map(|domain| attributes::third_party_domain(domain, errors))
            .collect();
        let text = |key, errors: &mut Errors| value(keys, key, errors).map(|text| text.text);
        resolved.push(Provider {
            ident: provider.ident,
            title: provider.title.text,
            privacy: page(keys, ProviderKey::Privacy, "privacy policy", errors),
            opt_out: page(keys, ProviderKey::OptOut, "page for objections", errors),
            contact: contact(keys, ProviderKey::Contact, errors),
            address: text(ProviderKey::Address, errors),
            domains,
            third_party: keys.iter().any(|(key, ..)| *key == ProviderKey::ThirdParty),
            country: text(ProviderKey::Country, errors),
            transfer: text(ProviderKey::Transfer, errors),
        });
    }
    resolved
}

fn resolve_controller(controller: ast::Controller, errors: &mut Errors) -> Controller {
    let ast::Controller { title, keys, .. } = controller;
    if is_blank(&title.text) {
        errors.push(title.span, "the name of the controller is empty");
    }
    for (key, span, _) in &keys {
        if !key.is_of(Item::Controller) {
            errors.push(*span, format!("`{}` is about a `provider`", key.word()));
        }
    }
    Controller {
        title: title.text,
        privacy: page(&keys, ProviderKey::Privacy, "privacy policy", errors),
        contact: contact(&keys, ProviderKey::Contact, errors),
        address: value(&keys, ProviderKey::Address, errors).map(|text| text.text),
        officer: contact(&keys, ProviderKey::Officer, errors),
        authority: value(&keys, ProviderKey::Authority, errors).map(|text| text.text),
    }
}

/// The value of a key that may be written once.
fn value(keys: &Keys, wanted: ProviderKey, errors: &mut Errors) -> Option<Text> {
    let mut found = keys.iter().filter(|(key, ..)| *key == wanted);
    let (_, first, value) = found.next()?;
    for (key, span, _) in found {
        let line = line_of_first(*first, *span);
        errors.push(*span, format!("`{}` is written twice{line}", key.word()));
    }
    value.clone()
}

/// The address of a page.
fn page(keys: &Keys, key: ProviderKey, what: &str, errors: &mut Errors) -> Option<String> {
    let text = value(keys, key, errors)?;
    addresses::link(what, &text, errors);
    Some(text.text)
}

/// The address of a page, or of e-mail.
fn contact(keys: &Keys, key: ProviderKey, errors: &mut Errors) -> Option<String> {
    let text = value(keys, key, errors)?;
    let is_page = text.text.contains("://");
    if is_page {
        addresses::link("contact", &text, errors);
        return Some(text.text);
    }
    let address = text.text.strip_prefix("mailto:").unwrap_or(&text.text);
    let link = format!("mailto:{address}");
    let has_host = address
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !has_host || !is_link(&link) {
        let message = format!(
            "`{}` is an e-mail address or starts with `https://`; a postal address is `address`",
            key.word()
        );
        errors.push(text.span, message);
    }
    Some(link)
}

/// Whether an identifier is taken, by another of its kind or by a generated constant.
fn is_taken<'o>(
    ident: &Ident,
    mut others: impl Iterator<Item = &'o Ident>,
    what: &str,
    errors: &mut Errors,
) -> bool {
    if ident == "ALL" {
        errors.push(
            ident.span(),
            format!("`ALL` lists every {what}; choose another identifier"),
        );
        return true;
    }
    let first = others.find(|other| *other == ident);
    if let Some(first) = first {
        let line = line_of_first(first.span(), ident.span());
        let message = format!("the {what} `{ident}` is declared twice{line}");
        errors.push(ident.span(), message);
    }
    first.is_some()
}

fn resolve_parts(
    parts: Vec<ast::Part>,
    policy_allows: &[Allow],
    table: &mut Table,
    errors: &mut Errors,
) -> Vec<Place> {
    let mut listed = Vec::new();
    let providers = table.providers.iter().enumerate();
    let provider_numbers = providers
        .map(|(number, provider)| (provider.ident.to_string(), number))
        .collect();
    let mut first_about = None;
    for part in parts {
        let mut category = match part {
            ast::Part::Section(docs) => {
                let (heading, paragraphs) = section(docs, policy_allows, errors);
                table.parts.push(Part::Section {
                    heading,
                    paragraphs,
                });
                continue;
            }
            ast::Part::About(about) => {
                let is_built_in = about.docs.paragraphs.is_empty() && !about.is_none;
                table.parts.push(if is_built_in {
                    Part::BuiltInAbout
                } else {
                    let (heading, paragraphs) = section(about.docs, policy_allows, errors);
                    Part::About {
                        heading,
                        paragraphs,
                    }
                });
                if let Some(first) = first_about {
                    let line = line_of_first(first, about.keyword);
                    errors.push(about.keyword, format!("a table has one `about`{line}"));
                }
                first_about.get_or_insert(about.keyword);
                continue;
            }
            ast::Part::Category(category) => category,
        };
        if is_taken(
            &category.ident,
            table.categories.iter().map(|other| &other.declared),
            "category",
            errors,
        ) {
            continue;
        }
        let (index, first) = (table.categories.len(), table.declarations.len());
        let mut allows = category.docs.allows.clone();
        allows.extend_from_slice(policy_allows);
        let mut resolved = resolve_category(&category, policy_allows, errors);
        resolved.allows.clone_from(&allows);
        let is_by_provider = by_provider::is_by_provider(&category, errors);
        let breaks = mem::take(&mut category.breaks);
        let context = CategoryContext {
            number: index,
            with: &category.with,
            providers: &table.providers,
            provider_numbers: &provider_numbers,
            allows: &allows,
            is_by_provider,
        };
        let listed_before = listed.len();
        let mut rows = Rows {
            first,
            declarations: Vec::new(),
            breaks: Vec::new(),
            listed: &mut listed,
        };
        rows.resolve(&category.rows, breaks, &context, errors);
        let mut declarations = rows.declarations;
        resolved.breaks = rows.breaks;
        let categories = if is_by_provider {
            by_provider::split(
                resolved,
                &category,
                &mut declarations,
                &table.providers,
                errors,
            )
        } else {
            let (brought, providers) = (&category.brought, &table.providers);
            gate::all_are_told(brought, &declarations, providers, &resolved, errors);
            gate::bring(category.brought.iter(), &mut resolved, errors);
            vec![resolved]
        };
        let mut taken = categories.iter();
        if taken.any(|category| by_provider::is_taken(category, table, errors)) {
            listed.truncate(listed_before);
            continue;
        }
        table.parts.push(Part::Category(index));
        table.categories.extend(categories);
        table.declarations.extend(declarations);
    }
    listed
}

/// The rows of a category, with what is between them.
struct Rows<'l> {
    /// The number of the first declaration.
    first: usize,
    declarations: Vec<Declaration>,
    breaks: Vec<(usize, Break)>,
    /// The rows that are listed so far, which are found when all rows are known.
    listed: &'l mut Vec<Place>,
}

impl Rows<'_> {
    fn resolve(
        &mut self,
        rows: &[ast::Row],
        breaks: Vec<(usize, ast::Break)>,
        category: &CategoryContext<'_>,
        errors: &mut Errors,
    ) {
        let mut breaks = breaks.into_iter().peekable();
        for (number, row) in rows.iter().enumerate() {
            while let Some((_, found)) = breaks.next_if(|(before, _)| *before <= number) {
                self.add_break(found, category, errors);
            }
            let found = if row.included.is_some() {
                // It brings the cells of its own category.
                let with = &Cells::default();
                row::resolve(row, &CategoryContext { with, ..*category }, errors)
            } else {
                row::resolve(row, category, errors)
            };
            self.declarations.extend(found);
        }
        for (_, found) in breaks {
            self.add_break(found, category, errors);
        }
    }

    fn add_break(
        &mut self,
        found: ast::Break,
        category: &CategoryContext<'_>,
        errors: &mut Errors,
    ) {
        let found = match found {
            ast::Break::Section(docs) => {
                let (heading, paragraphs) = section(docs, category.allows, errors);
                Break::Section {
                    heading,
                    paragraphs,
                }
            }
            ast::Break::Listed(row) => {
                self.listed.push(Place {
                    category: category.number,
                    row,
                    allows: category.allows.to_vec(),
                });
                Break::Listed(self.listed.len() - 1)
            }
        };
        let before = self.first + self.declarations.len();
        self.breaks.push((before, found));
    }
}

/// The heading and the paragraphs of a section.
fn section(
    docs: ast::Docs,
    allows: &[Allow],
    errors: &mut Errors,
) -> (Option<String>, Vec<String>) {
    let first = docs.paragraphs.first().map(|text| Block::new(&text.text));
    // A single paragraph is text; a heading has text below it.
    let has_heading = match first {
        Some(Block::Heading(_)) => true,
        Some(Block::Paragraph(_)) => docs.paragraphs.len() > 1,
        _ => false,
    };
    if has_heading {
        title(&docs.paragraphs, allows, errors)
    } else {
        let paragraphs = docs.paragraphs.into_iter();
        (None, paragraphs.map(|text| text.text).collect())
    }
}

fn resolve_category(
    category: &ast::Category,
    policy_allows: &[Allow],
    errors: &mut Errors,
) -> Category {
    let allows = [&category.docs.allows[..], policy_allows].concat();
    let (title, description) = title(&category.docs.paragraphs, &allows, errors);
    let mut resolved = Category {
        title: title.unwrap_or_else(|| category.ident.unraw().to_string()),
        ident: category.ident.clone(),
        declared: category.ident.clone(),
        of_provider: None,
        description,
        // The strictest, if it is missing or wrong.
        gate: category.gate.unwrap_or(vocabulary::Gate::OptIn),
        has_gate: category.gate.is_some(),
        revision: 0,
        gpc: false,
        consent_mode: Vec::new(),
        signals: Vec::new(),
        advanced: None,
        tcf: Vec::new(),
        also: Vec::new(),
        fingerprint: 0,
        breaks: Vec::new(),
        allows: Vec::new(),
    };
    gate::resolve(category, &mut resolved, errors);
    resolved
}

fn resolve_print(
    print: Option<ast::Print>,
    allows: &[Allow],
    table: &mut Table,
    errors: &mut Errors,
) {
    let Some(print) = print else { return };
    let mut own: Vec<&str> = Vec::new();
    for (title, _) in table
        .declarations
        .iter()
        .flat_map(|declaration| &declaration.own)
    {
        if !own.contains(&title.as_str()) {
            own.push(title);
        }
    }
    let mut columns: Vec<(ColumnKind, Option<String>)> = Vec::new();
    for (column, title) in print.columns {
        if columns.iter().any(|(other, _)| *other == column.name) {
            errors.push(
                column.span,
                format!("the column `{}` is printed twice", column.name.word()),
            );
            continue;
        }
        // A cell that was not understood may be one of this column.
        if let ColumnKind::Own(title) = &column.name
            && errors.count() == 0
            && !own.contains(&title.as_str())
        {
            let message = if own.is_empty() {
                format!(
                    "no row has a cell `\"{title}\"`; write the title of a column after it: `cookie \"{title}\"`"
                )
            } else {
                vocabulary::unknown("column", title, &own)
            };
            errors.push(column.span, message);
        }
        columns.push((column.name, title.map(|title| title.text)));
    }
    // M4: a note may be all that a visitor learns about a duration.
    let prints_notes = columns
        .iter()
        .any(|(column, _)| *column == ColumnKind::Known(vocabulary::Column::Note));
    if !prints_notes
        && table
            .declarations
            .iter()
            .any(|declaration| declaration.note.is_some())
    {
        let message = "rows have notes for visitors, but no column prints them: add `note`";
        errors.warn(allows, Rule::UnprintedNote, print.keyword, message);
    }
    table.print = columns;
}
