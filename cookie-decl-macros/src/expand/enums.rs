//! `Category` and `Provider`, the categories as types, and the type of the visitor's consent.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::expand::docs;
use crate::expand::visibility::{deeper, visibility};
use crate::model::Table;
use crate::vocabulary::Gate;

/// Writes `enum Category`, and `mod category` with a type for each category.
pub(super) fn categories(table: &Table, krate: &Ident) -> TokenStream {
    let span = table.span();
    let categories = table.categories.iter();
    let category = Enumeration {
        name: "Category",
        noun: "category",
        info: "CategoryInfo",
        list: "categories",
        variants: categories
            .map(|category| (&category.ident, docs::category(category, table)))
            .collect(),
    };
    let category = category.expand(table, krate);
    let vis = visibility(&table.visibility, span);
    let module = table.name("category");
    let mut types = TokenStream::new();
    let mut impls = TokenStream::new();
    for category in &table.categories {
        let (ident, docs) = (&category.ident, docs::category(category, table));
        let reference = table.reference(ident);
        let span = table.span().located_at(reference.span());
        let vis = deeper(&table.visibility, span);
        types.extend(quote_spanned!(span=> #docs #vis enum #ident {}));
        impls.extend(quote_spanned! {span=>
            impl #krate::__private::CategoryType for category::#reference {
                type Set = Category;
                const CATEGORY: Category = Category::#reference;
            }
        });
        if category.gate != Gate::Exempt {
            impls.extend(
                quote_spanned!(span=> impl #krate::__private::Gated for category::#reference {}),
            );
        }
    }
    // What depends on a configuration can only be reached through `at`.
    let unconfigured = table
        .config
        .is_none()
        .then(|| quote_spanned!(span=> impl #krate::__private::Unconfigured for Category {}));
    quote_spanned! {span=>
        #category
        #unconfigured
        impl #krate::__private::Categories for Category {
            const TABLE: &'static #krate::__private::Table = POLICY.table();
            const ALL: &'static [Self] = Self::ALL;

            #[inline]
            fn index(self) -> usize {
                self as usize
            }
        }
        /// The categories of this table as types, for the gates of its cookies.
        #vis mod #module { #types }
        #impls
    }
}

/// Writes `enum Provider`, if the table has providers.
pub(super) fn providers(table: &Table, krate: &Ident) -> TokenStream {
    if table.providers.is_empty() {
        return TokenStream::new();
    }
    let providers = table.providers.iter();
    let provider = Enumeration {
        name: "Provider",
        noun: "provider",
        info: "ProviderInfo",
        list: "providers",
        variants: providers
            .map(|provider| (&provider.ident, docs::provider(provider, table)))
            .collect(),
    };
    let provider = provider.expand(table, krate);
    quote_spanned! {table.span()=>
        #provider
        impl #krate::__private::Providers for Provider {
            #[inline]
            fn info(self) -> &'static #krate::__private::ProviderInfo {
                Self::info(self)
            }
        }
    }
}

/// Writes the type of the visitor's consent.
pub(super) fn consent(table: &Table, krate: &Ident) -> TokenStream {
    let span = table.span();
    let vis = visibility(&table.visibility, span);
    let ident = table.name("Consent");
    quote_spanned! {span=>
        /// What a visitor agreed to, over the categories of this table.
        #vis type #ident = #krate::Consent<Category>;
    }
}

/// An enum of items that the table lists.
struct Enumeration<'t> {
    name: &'static str,
    /// What its values are called in documentation, and in the names of the library.
    noun: &'static str,
    /// The library's type of what the table says about a value.
    info: &'static str,
    /// The field of the library's table with those.
    list: &'static str,
    /// The variants and their documentation.
    variants: Vec<(&'t Ident, TokenStream)>,
}

impl Enumeration<'_> {
    // Each function is `#[inline]`: a program uses few of them, and rustc compiles only those.
    fn expand(&self, table: &Table, krate: &Ident) -> TokenStream {
        let Self {
            name,
            noun,
            variants,
            ..
        } = self;
        let span = table.span();
        let (defined, name) = (table.name(name), Ident::new(name, span));
        let vis = visibility(&table.visibility, span);
        let (idents, docs): (Vec<_>, Vec<_>) = variants.iter().cloned().unzip();
        let doc = format!("A {noun} of this table.");
        let private = quote_spanned!(span=> #krate::__private);
        let derives = ["PartialEq", "Hash"].map(|name| Ident::new(name, Span::mixed_site()));
        let methods = self.methods(&idents, table, krate);
        let conversions = self.conversions(&name, table, krate);
        quote_spanned! {span=>
            #[doc = #doc]
            #[derive(#(#private::#derives),*)]
            #vis enum #defined { #(#docs #idents),* }

            // Derived, these would need a trait and bodies that rustc checks for every table.
            #[automatically_derived]
            impl #private::Clone for #name {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }

            #[automatically_derived]
            impl #private::Copy for #name {}

            #[automatically_derived]
            impl #private::Eq for #name {}

            impl #name { #methods }

            #conversions

            #krate::__private::impl_serde!(#name);
        }
    }

    fn methods(&self, idents: &[&Ident], table: &Table, krate: &Ident) -> TokenStream {
        let noun = self.noun;
        let span = table.span();
        let vis = visibility(&table.visibility, span);
        let [info, list] = [self.info, self.list].map(|word| Ident::new(word, span));
        let references = idents.iter().map(|ident| table.reference(ident));
        let all = format!("Every {noun} of this table, in the order of the table.");
        let title = format!("The {noun}'s name as visitors read it, in the language of the table.");
        quote_spanned! {span=>
            #[doc = #all]
            #vis const ALL: &'static [Self] = &[#(Self::#references),*];

            /// The identifier in the table.
            #[inline]
            #vis const fn name(self) -> &'static str {
                self.info().name
            }

            #[doc = #title]
            #[inline]
            #vis const fn title(self) -> &'static str {
                self.info().title
            }

            /// Everything that the table says of it.
            #[inline]
            #vis const fn info(self) -> &'static #krate::__private::#info {
                &POLICY.table().#list()[self as usize]
            }
        }
    }

    /// To text and back.
    fn conversions(&self, name: &Ident, table: &Table, krate: &Ident) -> TokenStream {
        let span = table.span();
        let private = quote_spanned!(span=> #krate::__private);
        let number_of = Ident::new(&format!("number_of_{}", self.noun), span);
        quote_spanned! {span=>
            // A derived one would contain each name once more.
            impl #private::fmt::Debug for #name {
                #[inline]
                fn fmt(&self, f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
                    f.write_str(self.name())
                }
            }

            impl #private::fmt::Display for #name {
                #[inline]
                fn fmt(&self, f: &mut #private::fmt::Formatter<'_>) -> #private::fmt::Result {
                    f.write_str(self.name())
                }
            }

            impl #private::FromStr for #name {
                type Err = #krate::__private::UnknownName;

                #[inline]
                fn from_str(name: &str) -> #private::Result<Self, Self::Err> {
                    #private::nth(Self::ALL, POLICY.table().#number_of(name))
                }
            }

            impl<'n> #private::TryFrom<&'n str> for #name {
                type Error = #krate::__private::UnknownName;

                #[inline]
                fn try_from(name: &'n str) -> #private::Result<Self, Self::Error> {
                    #private::FromStr::from_str(name)
                }
            }
        }
    }
}

/// That a category of this table proves one of a library.
pub(super) fn proofs(table: &Table, krate: &Ident) -> TokenStream {
    let proofs = table.proofs.iter().map(|(library, number)| {
        let category = table.reference(&table.categories[*number].ident);
        quote!(impl #krate::consent::Includes<#library> for category::#category {})
    });
    proofs.collect()
}
