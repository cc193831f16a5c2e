//! x
use proc_macro::TokenStream;
/// x
#[proc_macro]
pub fn declare_cookies(input: TokenStream) -> TokenStream {
    input
}
/// x
#[proc_macro]
pub fn undeclared(input: TokenStream) -> TokenStream {
    input
}
