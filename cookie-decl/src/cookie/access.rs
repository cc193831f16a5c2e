//! Setting, reading and removing through the constants.
//!
//! An exempt cookie needs no proof. For any other cookie, the methods take a [`Granted`].
// The methods are written out for each gate. The proof is an argument, so rustc reports a missing
// one itself (E0061) and names the category.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Deref;

use crate::consent::gate::{
    Categories, CategoryType, Exempt, GateType, Gated, OptIn, OptOut, Unconfigured,
};
use crate::consent::granted::Granted;
use crate::consent::{Consent, withdraw};
use crate::cookie::FamilyMember;
use crate::cookie::error::ReadError;
use crate::cookie::{Cookie, CookieFamily, Declared};
use crate::run_time::{At, Config, WithConfig as _};
use crate::table::declaration::Declaration;
use crate::table::duration::Term;
use crate::table::pattern::NameError;
use crate::wire::request::RequestCookies;
use crate::wire::set_cookie::SetCookie;
use crate::wire::set_cookie::error::SetError;
use crate::wire::value::{CookieValue, IntoValue, ValueError};

/// A constant, with or without a configuration.
trait Constant: Deref<Target = Declaration> {
    fn config(&self) -> Config<'_> {
        Config::NONE
    }
}

impl<G: GateType, V> Constant for Cookie<G, V> {}
impl<G: GateType, V> Constant for CookieFamily<G, V> {}
impl<G: GateType, V> Constant for FamilyMember<G, V> {}
impl<G: GateType, V> Constant for Declared<G, V> {}

impl<T: Constant> Constant for At<'_, T> {
    fn config(&self) -> Config<'_> {
        self.config
    }
}

/// A constant that names a single cookie.
trait Named: Constant {
    fn owned_name(&self) -> Cow<'static, str>;
}

impl<G: GateType, V> Named for Cookie<G, V> {
    fn owned_name(&self) -> Cow<'static, str> {
        self.name().into()
    }
}

impl<G: GateType, V> Named for FamilyMember<G, V> {
    fn owned_name(&self) -> Cow<'static, str> {
        self.name.clone().into()
    }
}

impl<T: Named> Named for At<'_, T> {
    fn owned_name(&self) -> Cow<'static, str> {
        self.value.owned_name()
    }
}

fn set(
    cookie: &impl Named,
    value: Result<Cow<'_, str>, ValueError>,
    term: Option<Term>,
) -> Result<SetCookie, SetError> {
    SetCookie::set(cookie, cookie.config(), cookie.owned_name(), &value?, term)
}

fn get<V: CookieValue>(
    cookie: &impl Named,
    cookies: RequestCookies<'_>,
) -> Result<Option<V>, ReadError> {
    let name = cookie.owned_name();
    let value = cookies.first(&name).map(V::decode).transpose();
    value.map_err(|reason| ReadError::new(name, reason))
}

/// Reading with a consent instead of the proof.
macro_rules! get_if {
    ($constant:ty, $ok:ident) => {
        impl<C: Gated, V: CookieValue> $constant {
            /// Reads the value in a request if the visitor's consent allows its category.
            ///
            /// Returns `None` if it does not, or if the request does not have the cookie.
            ///
            /// # Errors
            /// As `get`.
            pub fn get_if(
                &self,
                consent: &Consent<C::Set>,
                cookies: RequestCookies<'_>,
            ) -> Result<Option<V>, ReadError> {
                let value = consent.granted().map(|$ok| self.get($ok, cookies));
                Ok(value.transpose()?.flatten())
            }
        }
    };
}

/// Implements the methods of one kind of constant with one gate.
macro_rules! access {
    ($constant:ty $(, $ok:ident: $proof:ty)?) => {
        impl<C: CategoryType, V: CookieValue> $constant {
            /// Sets the cookie to a value, in the response.
            ///
            /// # Errors
            /// If a cookie cannot have the value (RFC 6265bis section 4.1.1), if name and value are
            /// over 4,096 bytes, or if an attribute that is known only at run time has a value that
            /// browsers would refuse.
            pub fn set(&self, $($ok: $proof,)? value: impl IntoValue<V>) -> Result<SetCookie, SetError> {
                $(let _ = $ok;)?
                set(self, value.encoded(), None)
            }

            /// Sets the cookie for another duration of its row.
            ///
            /// # Errors
            /// As `set`, and if the row does not have the duration.
            pub fn set_for(
                &self,
                $($ok: $proof,)?
                duration: Term,
                value: impl IntoValue<V>,
            ) -> Result<SetCookie, SetError> {
                $(let _ = $ok;)?
                set(self, value.encoded(), Some(duration))
            }

            /// Reads the value in a request, or `None` if the request does not have the cookie.
            ///
            /// # Errors
            /// If the text is not a value of the cookie's type.
            pub fn get(&self, $($ok: $proof,)? cookies: RequestCookies<'_>) -> Result<Option<V>, ReadError> {
                $(let _ = $ok;)?
                get(self, cookies)
            }
        }

        $(
            impl<C: Gated, V: CookieValue> $constant {
                /// Sets the cookie if the visitor's consent allows its category.
                ///
                /// Returns `None` if it does not.
                ///
                /// # Errors
                /// As `set`.
                pub fn set_if(
                    &self,
                    consent: &Consent<C::Set>,
                    value: impl IntoValue<V>,
                ) -> Result<Option<SetCookie>, SetError> {
                    consent.granted().map(|$ok| self.set($ok, value)).transpose()
                }
            }

            get_if!($constant, $ok);
        )?
    };
}

// rustc prints the line of the gate if the proof is missing.
access!(Cookie<Exempt<C>, V>);
access!(Cookie<OptIn<C>, V>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(Cookie<OptOut<C>, V>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(FamilyMember<Exempt<C>, V>);
access!(FamilyMember<OptIn<C>, V>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(FamilyMember<OptOut<C>, V>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(At<'_, Cookie<Exempt<C>, V>>);
access!(At<'_, Cookie<OptIn<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(At<'_, Cookie<OptOut<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(At<'_, FamilyMember<Exempt<C>, V>>);
access!(At<'_, FamilyMember<OptIn<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`
access!(At<'_, FamilyMember<OptOut<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`; or call `set_if`, `get_if`

/// Reads cookies that somebody else sets.
macro_rules! read_others {
    ($constant:ty $(, $ok:ident: $proof:ty)?) => {
        impl<C: CategoryType, V: CookieValue> $constant {
            /// Reads the first cookie of a request that matches the row.
            ///
            /// Returns `None` for another domain's cookies and for items that are not cookies:
            /// requests to this server never contain them.
            ///
            /// # Errors
            /// If the text is not a value of the type `V`.
            pub fn get(
                &self,
                $($ok: $proof,)?
                cookies: RequestCookies<'_>,
            ) -> Result<Option<V>, ReadError> {
                $(let _ = $ok;)?
                let Some((name, value)) = withdraw::cookies_of(self, cookies).next() else {
                    return Ok(None);
                };
                let value = V::decode(value).map(Some);
                value.map_err(|reason| ReadError::new(String::from(name).into(), reason))
            }
        }

        $(get_if!($constant, $ok);)?
    };
}

read_others!(Declared<Exempt<C>, V>);
read_others!(Declared<OptIn<C>, V>, ok: Granted<'_, C>);
read_others!(Declared<OptOut<C>, V>, ok: Granted<'_, C>);

/// Removes the cookie of a constant.
macro_rules! removal {
    ($constant:ty) => {
        impl<G: GateType, V> $constant {
            /// Removes the cookie.
            ///
            /// The removal has the name, domain and path of the row, and what a prefix demands.
            ///
            /// # Errors
            /// If an attribute that is known only at run time has a value that browsers would
            /// refuse.
            pub fn removal(&self) -> Result<SetCookie, SetError> {
                SetCookie::removal(self, self.config(), self.owned_name())
            }
        }
    };
}

removal!(Cookie<G, V>);
removal!(FamilyMember<G, V>);
removal!(At<'_, Cookie<G, V>>);
removal!(At<'_, FamilyMember<G, V>>);

/// Removes all cookies that match a row.
macro_rules! removals {
    ($constant:ty) => {
        impl<G: GateType, V> $constant {
            /// Removes all cookies of a request that match the row.
            ///
            /// Items that a server cannot remove are left out.
            ///
            /// # Errors
            /// If browsers would refuse a name, or an attribute that is known only at run time.
            pub fn removals(
                &self,
                cookies: RequestCookies<'_>,
            ) -> Result<Vec<SetCookie>, SetError> {
                withdraw::removals(self, self.config(), site::<G>(), cookies)
            }
        }
    };
}

/// Returns the site of the table that a gate belongs to.
fn site<G: GateType>() -> Option<&'static str> {
    <<G::Category as CategoryType>::Set as Categories>::TABLE.site()
}

removals!(CookieFamily<G, V>);
removals!(Declared<G, V>);
removals!(At<'_, CookieFamily<G, V>>);
removals!(At<'_, Declared<G, V>>);

/// The row that keeps the visitor's answer.
///
/// Set it here, but read it only with [`Consent::from_request`], which also handles Global Privacy
/// Control and duplicate cookies.
impl<C: CategoryType, K: Categories> At<'_, Cookie<Exempt<C>, Consent<K>>> {
    /// Sets the cookie to the visitor's answer, in the response.
    ///
    /// # Errors
    /// If nothing was decided, or if an attribute that is known only at run time has a value that
    /// browsers would refuse.
    pub fn set(&self, consent: &Consent<K>) -> Result<SetCookie, SetError> {
        let answer = consent
            .any()
            .value(self.config)
            .ok_or(SetError::Undecided)?;
        set(self, Ok(answer.into()), None)
    }
}

/// The row that keeps the visitor's answer.
///
/// Set it here, but read it only with [`Consent::from_request`], which also handles Global Privacy
/// Control and duplicate cookies.
impl<C: CategoryType, K: Categories> Cookie<Exempt<C>, Consent<K>> {
    /// Sets the cookie to the visitor's answer, in the response.
    ///
    /// # Errors
    /// If nothing was decided, or if an attribute that is known only at run time has a value that
    /// browsers would refuse.
    pub fn set(&self, consent: &Consent<K>) -> Result<SetCookie, SetError>
    where
        K: Unconfigured,
    {
        self.with_config(Config::NONE).set(consent)
    }
}

impl<G: GateType, V> CookieFamily<G, V> {
    /// Returns the cookie with these values in the holes of its name, in order.
    ///
    /// # Errors
    /// As [`Pattern::fill`](crate::table::Pattern::fill).
    #[allow(
        clippy::missing_panics_doc,
        reason = "a constant of this type has a pattern"
    )]
    pub fn with<I>(&self, holes: I) -> Result<FamilyMember<G, V>, NameError>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let pattern = self.pattern().expect("a family has holes in its name");
        Ok(FamilyMember {
            family: *self,
            name: pattern.fill(holes)?,
        })
    }
}

impl<'a, G: GateType, V> At<'a, CookieFamily<G, V>> {
    /// Returns the cookie with these values in the holes of its name; see [`CookieFamily::with`].
    ///
    /// # Errors
    /// As [`Pattern::fill`](crate::table::Pattern::fill).
    pub fn with<I>(&self, holes: I) -> Result<At<'a, FamilyMember<G, V>>, NameError>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        Ok(self.value.with(holes)?.with_config(self.config))
    }
}
