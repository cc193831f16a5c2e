//! The typed constants of a table.

mod access;
pub(crate) mod error;
mod misuse;

use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::consent::gate::{Categories, CategoryType, GateType};
use crate::run_time::{At, Config, WithConfig};
use crate::table::attributes::Attributes;
use crate::table::declaration::Declaration;

macro_rules! typed {
    ($(#[$doc:meta])* $name:ident<G, V $(= $default:ty)?>) => {
        $(#[$doc])*
        // It has only the number of the row, because the type leads to the table. With a reference
        // to the table in each constant, the compiler would check the whole table for each of them.
        pub struct $name<G, V $(= $default)?> {
            row: u16,
            types: PhantomData<fn() -> (G, V)>,
        }

        impl<G: GateType, V> $name<G, V> {
            #[doc(hidden)]
            pub const fn new(row: u16) -> Self {
                Self { row, types: PhantomData }
            }

            /// Returns the declaration. In `const` contexts, deref is not available.
            pub const fn declaration(&self) -> &'static Declaration {
                &<<G::Category as CategoryType>::Set as Categories>::TABLE.rows[self.row as usize]
            }

            /// Returns the constant under a configuration.
            ///
            /// This constant does not depend on it, but has the method so that all constants of a
            /// table `with config` can be used alike.
            pub fn at<C: 'static>(self, config: &C) -> At<'_, Self> {
                self.with_config(Config::new(config))
            }

            /// Evaluates the attributes that the cookie is sent with.
            ///
            /// Returns `None` if it is not a cookie, or if somebody else sets it and the table does
            /// not declare its attributes.
            pub fn attributes(&self) -> Option<Attributes> {
                self.attributes_in(Config::NONE)
            }
        }

        impl<G, V> Clone for $name<G, V> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<G, V> Copy for $name<G, V> {}

        impl<G: GateType, V> fmt::Debug for $name<G, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(self.declaration()).finish()
            }
        }

        impl<G: GateType, V> Deref for $name<G, V> {
            type Target = Declaration;

            fn deref(&self) -> &Declaration {
                self.declaration()
            }
        }

        impl<G, V> WithConfig for $name<G, V> {
            type Output<'a> = At<'a, Self>;

            fn with_config(self, config: Config<'_>) -> At<'_, Self> {
                At { value: self, config }
            }
        }
    };
}

typed! {
    /// A cookie that the application sets, with gate `G` and a value of type `V`.
    ///
    /// The gate is [`Exempt`](crate::Exempt), [`OptIn`](crate::OptIn) or [`OptOut`](crate::OptOut)
    /// of a category.
    Cookie<G, V>
}

typed! {
    /// Cookies that the application sets, with holes in their name.
    ///
    /// [`with`](Self::with) fills the holes and returns one of the cookies.
    CookieFamily<G, V>
}

typed! {
    /// A cookie or stored item that a script or somebody else sets.
    ///
    /// The application can read its cookies from a request, as values of type `V`, and remove them.
    Declared<G, V = String>
}

/// One cookie of a [`CookieFamily`], from [`CookieFamily::with`].
pub struct FamilyMember<G, V> {
    pub(crate) family: CookieFamily<G, V>,
    pub(crate) name: String,
}

impl<G: GateType, V> FamilyMember<G, V> {
    /// Returns the name with its holes filled.
    pub fn cookie_name(&self) -> &str {
        &self.name
    }
}

impl<G, V> Clone for FamilyMember<G, V> {
    fn clone(&self) -> Self {
        Self {
            family: self.family,
            name: self.name.clone(),
        }
    }
}

impl<G: GateType, V> fmt::Debug for FamilyMember<G, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FamilyMember")
            .field(&self.name)
            .field(self.family.declaration())
            .finish()
    }
}

impl<G: GateType, V> Deref for FamilyMember<G, V> {
    type Target = Declaration;

    fn deref(&self) -> &Declaration {
        &self.family
    }
}

impl<G, V> WithConfig for FamilyMember<G, V> {
    type Output<'a> = At<'a, Self>;

    fn with_config(self, config: Config<'_>) -> At<'_, Self> {
        At {
            value: self,
            config,
        }
    }
}

impl<T: Deref<Target = Declaration>> At<'_, T> {
    /// Evaluates the attributes of the cookie under this configuration; see [`Cookie::attributes`].
    pub fn attributes(&self) -> Option<Attributes> {
        self.attributes_in(self.config)
    }

    /// Whether this deployment has the row (`when`).
    pub fn is_on(&self) -> bool {
        Declaration::is_on(self, self.config)
    }
}
