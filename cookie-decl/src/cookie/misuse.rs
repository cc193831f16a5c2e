//! Hidden methods that never compile. Calling one gives an error that says what to write.
//!
//! The method's `impl` needs a trait that nothing implements. rustc takes the text from that trait.

use crate::consent::Consent;
use crate::consent::gate::Exempt;
use crate::cookie::{Cookie, CookieFamily, Declared};
use crate::run_time::{At, Configured};
use crate::wire::request::RequestCookies;

/// What the server sets.
#[diagnostic::on_unimplemented(
    message = "the server does not set this cookie: its row says `set_by` or `storage`",
    label = "set by a script or a third party, or not a cookie",
    note = "read it with `get`, remove it with `removals`; a front end in WebAssembly stores it with `store` (feature \
            `web`); if the server sets it, remove `set_by` and `storage` from its row"
)]
pub trait SetByTheServer {}

/// A constant for one name.
#[diagnostic::on_unimplemented(
    message = "the name of this cookie has holes: fill them first",
    label = "`.with(..)` is missing",
    note = "write `CART.with([\"7\"])?.set(..)`, with one text for each hole of the name"
)]
pub trait OneName {}

/// What needs no configuration.
#[diagnostic::on_unimplemented(
    message = "this depends on the configuration of its table",
    label = "`.at(&config)` is missing",
    note = "write `SESSION.at(&config).set(..)`, `POLICY.at(&config).find(..)`, `POLICY.page().at(&config).html()`"
)]
pub trait WithoutConfiguration {}

/// What is read like any other cookie.
#[diagnostic::on_unimplemented(
    message = "the row of type `Consent` is read by `Consent::from_request`",
    label = "the consent is not read by its constant",
    note = "write `Consent::from_request(cookies, gpc, now)`, which handles Global Privacy Control and \
            duplicate cookies"
)]
pub trait ReadByName {}

macro_rules! misuse {
    ([$($generics:tt)*] $type:ty, $subject:ty: $needs:ident, $($method:ident)+) => {
        #[doc(hidden)]
        #[allow(missing_docs, reason = "never called")]
        impl<$($generics)*> $type
        where
            $subject: $needs,
        {
            $(pub fn $method(&self) {})+
        }
    };
}

misuse!([G, V] Declared<G, V>, Self: SetByTheServer, set set_for set_if removal);
misuse!([G, V] At<'_, Declared<G, V>>, Declared<G, V>: SetByTheServer, set set_for set_if removal);
misuse!([G, V] CookieFamily<G, V>, Self: OneName, set set_for set_if get get_if removal);
misuse!([G, V] At<'_, CookieFamily<G, V>>, CookieFamily<G, V>: OneName,
    set set_for set_if get get_if removal);
misuse!([C, T] Configured<C, T>, Self: WithoutConfiguration,
    set set_for set_if get get_if removal removals with attributes is_on find find_all withdraw withdraw_from
    withdraw_after preferences preferences_in consent html html_fragment write_html write_html_fragment markdown text
    document);

impl<C, K> Cookie<Exempt<C>, Consent<K>> {
    #[doc(hidden)]
    pub fn get(&self, _: RequestCookies<'_>)
    where
        Consent<K>: ReadByName,
    {
    }
}
