//! Stores, reads and removes through the constants of rows that scripts store.
// The methods are written out for each gate, as on a server.

use alloc::string::String;
use core::fmt;
use core::ops::Deref;

use crate::consent::gate::{CategoryType, Exempt, GateType, OptIn, OptOut};
use crate::consent::granted::Granted;
use crate::cookie::Declared;
use crate::cookie::error::ReadError;
use crate::run_time::{At, Config};
use crate::table::declaration::Declaration;
use crate::table::duration::Term;
use crate::table::pattern::NameError;
use crate::web::error::PageError;
use crate::web::item::Item;
use crate::wire::value::{CookieValue, IntoValue};

/// One name of a row with holes, from [`Declared::with`].
pub struct Member<G, V> {
    row: Declared<G, V>,
    name: String,
}

impl<G: GateType, V> Member<G, V> {
    /// Returns the name with its holes filled.
    pub fn filled_name(&self) -> &str {
        &self.name
    }
}

impl<G, V> Clone for Member<G, V> {
    fn clone(&self) -> Self {
        Self {
            row: self.row,
            name: self.name.clone(),
        }
    }
}

impl<G: GateType, V> fmt::Debug for Member<G, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Member")
            .field(&self.name)
            .field(self.row.declaration())
            .finish()
    }
}

impl<G: GateType, V> Deref for Member<G, V> {
    type Target = Declaration;

    fn deref(&self) -> &Declaration {
        &self.row
    }
}

impl<G: GateType, V> Declared<G, V> {
    /// Returns the item with these values in the holes of its name, in order.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration | storage;
    /// #         /// Keeps what you typed
    /// #         DRAFT = "draft_{form}" | session | session_storage;
    /// #     }
    /// # } }
    /// // DRAFT = "draft_{form}" | session | session_storage;
    /// let draft = cookies::DRAFT.with(["contact"])?;
    /// assert_eq!(draft.filled_name(), "draft_contact");
    /// # Ok::<(), cookie_decl::error::NameError>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Pattern::fill`](crate::table::Pattern::fill).
    pub fn with<I>(&self, holes: I) -> Result<Member<G, V>, NameError>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let name = match self.pattern() {
            Some(pattern) => pattern.fill(holes)?,
            None if holes.into_iter().next().is_some() => {
                return Err(NameError::TooMany { holes: 0 });
            }
            None => self.name().into(),
        };
        Ok(Member { row: *self, name })
    }
}

impl<'a, G: GateType, V> At<'a, Declared<G, V>> {
    /// Returns the item with these values in the holes of its name; see [`Declared::with`].
    ///
    /// # Errors
    /// Those of [`Pattern::fill`](crate::table::Pattern::fill).
    pub fn with<I>(&self, holes: I) -> Result<At<'a, Member<G, V>>, NameError>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        Ok(At {
            value: self.value.with(holes)?,
            config: self.config,
        })
    }
}

/// A constant of a script's row, or one name of it.
trait Stored {
    fn item(&self) -> Item<'_>;
}

impl<G: GateType, V> Stored for Declared<G, V> {
    fn item(&self) -> Item<'_> {
        Item {
            row: self.declaration(),
            config: Config::NONE,
            name: None,
        }
    }
}

impl<G: GateType, V> Stored for Member<G, V> {
    fn item(&self) -> Item<'_> {
        Item {
            name: Some(&self.name),
            ..self.row.item()
        }
    }
}

impl<T: Stored> Stored for At<'_, T> {
    fn item(&self) -> Item<'_> {
        Item {
            config: self.config,
            ..self.value.item()
        }
    }
}

fn read<V: CookieValue>(item: Item<'_>) -> Result<Option<V>, PageError> {
    let Some((name, value)) = item.read()? else {
        return Ok(None);
    };
    let value = V::decode(&value).map_err(|reason| ReadError::new(name.into(), reason))?;
    Ok(Some(value))
}

/// Implements the methods of one kind of constant with one gate.
macro_rules! stored {
    ($constant:ty $(, $ok:ident: $proof:ty)?) => {
        impl<C: CategoryType, V: CookieValue> $constant {
            /// Stores a value in the page: as a cookie, or in local or session storage, as the row
            /// says.
            ///
            /// A cookie has the attributes of the row, and the first of its durations.
            ///
            /// # Errors
            /// If scripts do not store the row, if this deployment does not have it, if a cookie
            /// cannot have the value, if the browser refuses, and where there is no page.
            pub fn store(&self, $($ok: $proof,)? value: impl IntoValue<V>) -> Result<(), PageError> {
                $(let _ = $ok;)?
                self.item().store(value.encoded(), None)
            }

            /// Stores a cookie for another duration of its row.
            ///
            /// # Errors
            /// Those of `store`, and if the row does not have the duration.
            pub fn store_for(
                &self,
                $($ok: $proof,)?
                duration: Term,
                value: impl IntoValue<V>,
            ) -> Result<(), PageError> {
                $(let _ = $ok;)?
                self.item().store(value.encoded(), Some(duration))
            }

            /// Reads the value in the page, the first one of a row with holes.
            ///
            /// # Errors
            /// If the text is not a value of the type `V`, if the row is not one that scripts of
            /// the site can see, if the browser refuses, and where there is no page.
            pub fn read(&self $(, $ok: $proof)?) -> Result<Option<V>, PageError> {
                $(let _ = $ok;)?
                read(self.item())
            }
        }
    };
}

stored!(Declared<Exempt<C>, V>);
stored!(Declared<OptIn<C>, V>, ok: Granted<'_, C>); // `consent.granted()`
stored!(Declared<OptOut<C>, V>, ok: Granted<'_, C>); // `consent.granted()`
stored!(Member<Exempt<C>, V>);
stored!(Member<OptIn<C>, V>, ok: Granted<'_, C>); // `consent.granted()`
stored!(Member<OptOut<C>, V>, ok: Granted<'_, C>); // `consent.granted()`
stored!(At<'_, Declared<Exempt<C>, V>>);
stored!(At<'_, Declared<OptIn<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`
stored!(At<'_, Declared<OptOut<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`
stored!(At<'_, Member<Exempt<C>, V>>);
stored!(At<'_, Member<OptIn<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`
stored!(At<'_, Member<OptOut<C>, V>>, ok: Granted<'_, C>); // `consent.granted()`

/// Removes what a constant declares; a removal needs no proof.
macro_rules! removed {
    ($constant:ty) => {
        impl<G: GateType, V> $constant {
            /// Removes it from the page, with all names of a row with holes.
            ///
            /// A cookie is removed with the path of the row, on every domain that the host allows.
            ///
            /// # Errors
            /// If the row is not one that scripts of the site can see, if an attribute has a value
            /// that browsers would refuse, and where there is no page.
            pub fn remove(&self) -> Result<(), PageError> {
                self.item().remove()
            }
        }
    };
}

removed!(Declared<G, V>);
removed!(Member<G, V>);
removed!(At<'_, Declared<G, V>>);
removed!(At<'_, Member<G, V>>);
