//! `Category` and `Provider`, and the categories as types.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::{deeper, docs, visibility};
use crate::keys::Gate;
use crate::model::Policy;

/// `enum Category`, and `mod category` with the same as types.
pub(super) fn categories(policy: &Policy, krate: &Ident) -> TokenStream {
    let span = policy.span();
    let variants = policy
        .categories
        .iter()
        .map(|category| (&category.ident, docs::category(category)));
    let category = enumeration(
        "Category",
        "category",
        "CategoryInfo",
        "categories",
        variants,
        policy,
        krate,
    );
    let vis = visibility(&policy.visibility, span);
    let mut types = TokenStream::new();
    let mut impls = TokenStream::new();
    for category in &policy.categories {
        let (ident, docs) = (&category.ident, docs::category(category));
        let span = policy.span().located_at(ident.span());
        let vis = deeper(&policy.visibility, span);
        types.extend(quote_spanned!(span=> #docs #vis enum #ident {}));
        impls.extend(quote_spanned! {span=>
            impl #krate::CategoryType for category::#ident {
                type Set = Category;
                const CATEGORY: Category = Category::#ident;
            }
        });
        if category.gate != Gate::Exempt {
            impls.extend(quote_spanned!(span=> impl #krate::Gated for category::#ident {}));
        }
    }
    // What depends on a configuration is reached through `at` alone.
    let unconfigured = policy
        .config
        .is_none()
        .then(|| quote_spanned!(span=> impl #krate::Unconfigured for Category {}));
    quote_spanned! {span=>
        #category
        #unconfigured
        impl #krate::Categories for Category {
            const TABLE: &'static #krate::Table = POLICY.table();
            const ALL: &'static [Self] = Self::ALL;

            #[inline]
            fn index(self) -> usize {
                self as usize
            }
        }
        /// The categories of this table as types, for the gates of its cookies.
        #vis mod category { #types }
        #impls
    }
}

/// `enum Provider`, when the table names providers.
pub(super) fn providers(policy: &Policy, krate: &Ident) -> TokenStream {
    if policy.providers.is_empty() {
        return TokenStream::new();
    }
    let variants = policy
        .providers
        .iter()
        .map(|provider| (&provider.ident, docs::provider(provider)));
    let provider = enumeration(
        "Provider",
        "provider",
        "ProviderInfo",
        "providers",
        variants,
        policy,
        krate,
    );
    quote_spanned! {policy.span()=>
        #provider
        impl #krate::Providers for Provider {
            #[inline]
            fn info(self) -> &'static #krate::ProviderInfo {
                Self::info(self)
            }
        }
    }
}

// Each function is `#[inline]`: most are used by few, and only those are compiled.
fn enumeration<'p>(
    name: &str,
    what: &str,
    info: &str,
    list: &str,
    variants: impl Iterator<Item = (&'p Ident, TokenStream)>,
    policy: &Policy,
    krate: &Ident,
) -> TokenStream {
    let span = policy.span();
    let vis = visibility(&policy.visibility, span);
    let number_of = format!("number_of_{what}");
    let [name, info, list, number_of] =
        [name, info, list, &number_of].map(|word| Ident::new(word, span));
    let (idents, docs): (Vec<_>, Vec<_>) = variants.unzip();
    let of_this_table = format!("Every {what} of this table, in the order of the table.");
    let doc = format!("A {what} of this table.");
    let title = format!("The {what}'s name as visitors read it, in the language of the table.");
    let private = quote_spanned!(span=> #krate::__private);
    let derives = ["PartialEq", "Hash"].map(|name| Ident::new(name, Span::mixed_site()));
    quote_spanned! {span=>
        #[doc = #doc]
        #[derive(#(#private::#derives),*)]
        #vis enum #name { #(#docs #idents),* }

        // Derived, these would come with a trait and with bodies that each table has to have checked.
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

        impl #name {
            #[doc = #of_this_table]
            #vis const ALL: &'static [Self] = &[#(Self::#idents),*];

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
            #vis const fn info(self) -> &'static #krate::#info {
                &POLICY.table().#list()[self as usize]
            }
        }

        // Derived, it would say each name once more.
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
            type Err = #krate::UnknownName;

            #[inline]
            fn from_str(name: &str) -> #private::Result<Self, Self::Err> {
                #private::nth(Self::ALL, POLICY.table().#number_of(name))
            }
        }

        impl<'n> #private::TryFrom<&'n str> for #name {
            type Error = #krate::UnknownName;

            #[inline]
            fn try_from(name: &'n str) -> #private::Result<Self, Self::Error> {
                #private::FromStr::from_str(name)
            }
        }

        #krate::__private::impl_serde!(#name);
    }
}
