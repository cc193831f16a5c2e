//! Setting, reading and removing, behind the gate: an exempt cookie needs no proof, every other one takes a
//! [`Granted`] first.
// The methods are written out for each gate: a proof that is an argument makes a forgotten one rustc's own E0061, which
// names the category.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::consent::gate::{
    Categories, CategoryType, Exempt, GateType, Gated, OptIn, OptOut, Unconfigured,
};
use crate::consent::{Consent, Granted, withdraw};
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

/// A constant that stands for one cookie, whose name is known.
pub trait Named {
    #[doc(hidden)]
    fn row(&self) -> &'static Declaration;
    #[doc(hidden)]
    fn cookie_name(&self) -> Cow<'static, str>;
}

impl<G: GateType, V> Named for Cookie<G, V> {
    fn row(&self) -> &'static Declaration {
        self.declaration()
    }

    fn cookie_name(&self) -> Cow<'static, str> {
        self.name().into()
    }
}

impl<G: GateType, V> Named for FamilyMember<G, V> {
    fn row(&self) -> &'static Declaration {
        self.family.declaration()
    }

    fn cookie_name(&self) -> Cow<'static, str> {
        self.name.clone().into()
    }
}

impl<T: Named> At<'_, T> {
    fn set_encoded(
        &self,
        value: Result<Cow<'_, str>, ValueError>,
        term: Option<Term>,
    ) -> Result<SetCookie, SetError> {
        SetCookie::set(
            self.value.row(),
            self.config,
            self.value.cookie_name(),
            &value?,
            term,
        )
    }

    fn read<V: CookieValue>(&self, cookies: RequestCookies<'_>) -> Result<Option<V>, ReadError> {
        let name = self.value.cookie_name();
        let value = cookies.first(&name).map(V::decode).transpose();
        value.map_err(|reason| ReadError::new(name, reason))
    }

    /// The cookie's removal, with the same name, domain, path and all that its prefix demands.
    ///
    /// # Errors
    /// When an attribute that is known at run time only is none that browsers take.
    pub fn removal(&self) -> Result<SetCookie, SetError> {
        SetCookie::removal(self.value.row(), self.config, self.value.cookie_name())
    }
}

/// The methods of one kind of constant behind one gate.
macro_rules! access {
    ($kind:ident, $gate:ident $(, $ok:ident: $proof:ty)?) => {
        impl<C: CategoryType, V: CookieValue> At<'_, $kind<$gate<C>, V>> {
            /// The cookie with a value, for the response.
            ///
            /// # Errors
            /// When the value is not one that a cookie can have (RFC 6265bis section 4.1.1), name and value are over
            /// 4096 bytes, or an attribute that is known at run time only is none that browsers take.
            pub fn set(&self, $($ok: $proof,)? value: impl IntoValue<V>) -> Result<SetCookie, SetError> {
                $(let _ = $ok;)?
                self.set_encoded(value.encoded(), None)
            }

            /// The same for another of the durations that the row allows.
            ///
            /// # Errors
            /// As `set`, and when the row does not allow the duration.
            pub fn set_for(
                &self,
                $($ok: $proof,)?
                duration: Term,
                value: impl IntoValue<V>,
            ) -> Result<SetCookie, SetError> {
                $(let _ = $ok;)?
                self.set_encoded(value.encoded(), Some(duration))
            }

            /// The value that a request brings; `None` when it brings none.
            ///
            /// # Errors
            /// When the value is none of this type.
            pub fn get(&self, $($ok: $proof,)? cookies: RequestCookies<'_>) -> Result<Option<V>, ReadError> {
                $(let _ = $ok;)?
                self.read(cookies)
            }
        }

        impl<C: CategoryType, V: CookieValue> $kind<$gate<C>, V> {
            /// The cookie with a value, for the response.
            ///
            /// # Errors
            /// When the value is not one that a cookie can have (RFC 6265bis section 4.1.1), name and value are over
            /// 4096 bytes, or an attribute that is known at run time only is none that browsers take.
            pub fn set(&self, $($ok: $proof,)? value: impl IntoValue<V>) -> Result<SetCookie, SetError> {
                self.clone().with_config(Config::NONE).set($($ok,)? value)
            }

            /// The same for another of the durations that the row allows.
            ///
            /// # Errors
            /// As `set`, and when the row does not allow the duration.
            pub fn set_for(
                &self,
                $($ok: $proof,)?
                duration: Term,
                value: impl IntoValue<V>,
            ) -> Result<SetCookie, SetError> {
                self.clone().with_config(Config::NONE).set_for($($ok,)? duration, value)
            }

            /// The value that a request brings; `None` when it brings none.
            ///
            /// # Errors
            /// When the value is none of this type.
            pub fn get(&self, $($ok: $proof,)? cookies: RequestCookies<'_>) -> Result<Option<V>, ReadError> {
                self.clone().with_config(Config::NONE).get($($ok,)? cookies)
            }
        }
    };
}

/// The same methods for those who have a consent and not the proof yet.
macro_rules! access_if {
    ($kind:ident, $gate:ident) => {
        impl<C: Gated, V: CookieValue> At<'_, $kind<$gate<C>, V>> {
            /// The cookie with a value, if the visitor allows its category; `None` if not.
            ///
            /// # Errors
            /// As `set`.
            pub fn set_if(
                &self,
                consent: &Consent<C::Set>,
                value: impl IntoValue<V>,
            ) -> Result<Option<SetCookie>, SetError> {
                consent.granted().map(|ok| self.set(ok, value)).transpose()
            }

            /// The value in a request, if the visitor allows its category; `None` if not, and where the request has none.
            ///
            /// # Errors
            /// As `get`.
            pub fn get_if(
                &self,
                consent: &Consent<C::Set>,
                cookies: RequestCookies<'_>,
            ) -> Result<Option<V>, ReadError> {
                Ok(consent
                    .granted()
                    .map(|ok| self.get(ok, cookies))
                    .transpose()?
                    .flatten())
            }
        }

        impl<C: Gated, V: CookieValue> $kind<$gate<C>, V> {
            /// The cookie with a value, if the visitor allows its category; `None` if not.
            ///
            /// # Errors
            /// As `set`.
            pub fn set_if(
                &self,
                consent: &Consent<C::Set>,
                value: impl IntoValue<V>,
            ) -> Result<Option<SetCookie>, SetError> {
                self.clone()
                    .with_config(Config::NONE)
                    .set_if(consent, value)
            }

            /// The value in a request, if the visitor allows its category; `None` if not, and where the request has none.
            ///
            /// # Errors
            /// As `get`.
            pub fn get_if(
                &self,
                consent: &Consent<C::Set>,
                cookies: RequestCookies<'_>,
            ) -> Result<Option<V>, ReadError> {
                self.clone()
                    .with_config(Config::NONE)
                    .get_if(consent, cookies)
            }
        }
    };
}

access_if!(Cookie, OptIn);
access_if!(Cookie, OptOut);
access_if!(FamilyMember, OptIn);
access_if!(FamilyMember, OptOut);

// rustc prints the line of a gate when the proof is missing.
access!(Cookie, Exempt);
access!(Cookie, OptIn, ok: Granted<'_, C>); // from `consent.granted()`; `set_if` takes the consent itself
access!(Cookie, OptOut, ok: Granted<'_, C>); // from `consent.granted()`; `set_if` takes the consent itself
access!(FamilyMember, Exempt);
access!(FamilyMember, OptIn, ok: Granted<'_, C>); // from `consent.granted()`; `set_if` takes the consent itself
access!(FamilyMember, OptOut, ok: Granted<'_, C>); // from `consent.granted()`; `set_if` takes the consent itself

/// Reading what others set.
macro_rules! read_others {
    ($gate:ident $(, $ok:ident: $proof:ty)?) => {
        impl<C: CategoryType> Declared<$gate<C>> {
            /// The first value that a request brings, of a name that the row stands for; `None` of what no request
            /// to this server brings: another domain's cookies, and what is not a cookie.
            pub fn get<'r>(&self, $($ok: $proof,)? cookies: RequestCookies<'r>) -> Option<&'r str> {
                $(let _ = $ok;)?
                withdraw::cookies_of(self, cookies).map(|(_, value)| value).next()
            }
        }
    };
}

read_others!(Exempt);
read_others!(OptIn, ok: Granted<'_, C>);
read_others!(OptOut, ok: Granted<'_, C>);

/// Removing all that a row stands for.
macro_rules! removals {
    ($kind:ident $(, $value:ident)?) => {
        impl<G: GateType $(, $value)?> At<'_, $kind<G $(, $value)?>> {
            /// The removals of what a request brings of the row; none of what a server cannot remove.
            ///
            /// # Errors
            /// When a name or an attribute that is known at run time only is none that browsers take.
            pub fn removals(&self, cookies: RequestCookies<'_>) -> Result<Vec<SetCookie>, SetError> {
                withdraw::removals(self.value.declaration(), self.config, site::<G>(), cookies)
            }
        }

        impl<G: GateType $(, $value)?> $kind<G $(, $value)?> {
            /// The removals of what a request brings of the row; none of what a server cannot remove.
            ///
            /// # Errors
            /// When a name or an attribute that is known at run time only is none that browsers take.
            pub fn removals(&self, cookies: RequestCookies<'_>) -> Result<Vec<SetCookie>, SetError> {
                self.with_config(Config::NONE).removals(cookies)
            }
        }
    };
}

/// The site of the table that a gate is of.
fn site<G: GateType>() -> Option<&'static str> {
    <<G::Category as CategoryType>::Set as Categories>::TABLE.site()
}

removals!(CookieFamily, V);
removals!(Declared);

/// The row that keeps the visitor's answer: set here, and read with [`Consent::from_request`] only, which takes the
/// Global Privacy Control and a doubled answer into account.
impl<C: CategoryType, K: Categories> At<'_, Cookie<Exempt<C>, Consent<K>>> {
    /// The cookie with a visitor's answer, for the response.
    ///
    /// # Errors
    /// When nothing was decided, or an attribute that is known at run time only is none that browsers take.
    pub fn set(&self, consent: &Consent<K>) -> Result<SetCookie, SetError> {
        let answer = consent
            .value(self.config, RequestCookies::from_header(""))
            .ok_or(SetError::Undecided)?;
        self.set_encoded(Ok(answer.into()), None)
    }
}

impl<C: CategoryType, K: Categories> Cookie<Exempt<C>, Consent<K>> {
    /// The cookie with a visitor's answer, for the response.
    ///
    /// # Errors
    /// When nothing was decided, or an attribute that is known at run time only is none that browsers take.
    pub fn set(&self, consent: &Consent<K>) -> Result<SetCookie, SetError>
    where
        K: Unconfigured,
    {
        self.with_config(Config::NONE).set(consent)
    }
}

impl<G: GateType, V> Cookie<G, V> {
    /// The cookie's removal; see [`At::removal`].
    ///
    /// # Errors
    /// When an attribute that is known at run time only is none that browsers take.
    pub fn removal(&self) -> Result<SetCookie, SetError> {
        self.with_config(Config::NONE).removal()
    }
}

impl<G: GateType, V> FamilyMember<G, V> {
    /// The cookie's removal; see [`At::removal`].
    ///
    /// # Errors
    /// When an attribute that is known at run time only is none that browsers take.
    pub fn removal(&self) -> Result<SetCookie, SetError> {
        self.clone().with_config(Config::NONE).removal()
    }
}

impl<G: GateType, V> CookieFamily<G, V> {
    /// The cookie whose name has these values in its holes, in order.
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
    /// The cookie whose name has these values in its holes, under this configuration; see [`CookieFamily::with`].
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
