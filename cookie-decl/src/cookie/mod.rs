//! The typed constants: whose cookie it is, and of which category.

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
    ($(#[$doc:meta])* $name:ident<G $(, $value:ident)?>) => {
        $(#[$doc])*
        // The number of its row. The table is reached through the type: a constant that pointed there would be checked
        // by the compiler with all that is behind it.
        pub struct $name<G $(, $value)?> {
            row: u16,
            types: PhantomData<fn() -> (G, $($value)?)>,
        }

        impl<G: GateType $(, $value)?> $name<G $(, $value)?> {
            #[doc(hidden)]
            pub const fn new(row: u16) -> Self {
                Self { row, types: PhantomData }
            }

            /// The row, for `const` contexts, where deref does not reach.
            pub const fn declaration(&self) -> &'static Declaration {
                &<<G::Category as CategoryType>::Set as Categories>::TABLE.rows[self.row as usize]
            }

            /// The same under a configuration: where no `{ expr }` of the row depends on it, it makes no difference, so
            /// that every constant of a table `with config` can be used alike.
            pub fn at<C: 'static>(self, config: &C) -> At<'_, Self> {
                self.with_config(Config::new(config))
            }

            /// The attributes that the cookie is sent with, `{ expr }` evaluated now; `None` when it is not a cookie,
            /// or when somebody else sets it and the table does not say with which attributes.
            pub fn attributes(&self) -> Option<Attributes> {
                self.declared_attributes().map(|attributes| attributes.at(Config::NONE))
            }
        }

        impl<G $(, $value)?> Clone for $name<G $(, $value)?> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<G $(, $value)?> Copy for $name<G $(, $value)?> {}

        impl<G: GateType $(, $value)?> fmt::Debug for $name<G $(, $value)?> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(self.declaration()).finish()
            }
        }

        impl<G: GateType $(, $value)?> Deref for $name<G $(, $value)?> {
            type Target = Declaration;

            fn deref(&self) -> &Declaration {
                self.declaration()
            }
        }

        impl<G $(, $value)?> WithConfig for $name<G $(, $value)?> {
            type Output<'a> = At<'a, Self>;

            fn with_config(self, config: Config<'_>) -> At<'_, Self> {
                At { value: self, config }
            }
        }
    };
}

typed! {
    /// A cookie that the application sets: behind gate `G` ([`Exempt`](crate::Exempt), [`OptIn`](crate::OptIn),
    /// [`OptOut`](crate::OptOut)), with a value of type `V`.
    Cookie<G, V>
}

typed! {
    /// Cookies that the application sets, whose names have holes: one name for each value of the holes.
    CookieFamily<G, V>
}

typed! {
    /// What somebody else sets, or what is not a cookie: declared, but never set by the application, which may read and
    /// remove what the request brings of it.
    Declared<G>
}

/// One cookie of a [`CookieFamily`], from [`CookieFamily::with`].
pub struct FamilyMember<G, V> {
    pub(crate) family: CookieFamily<G, V>,
    pub(crate) name: String,
}

impl<G: GateType, V> FamilyMember<G, V> {
    /// The name with its holes filled.
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
    /// The attributes under this configuration; see [`Cookie::attributes`].
    pub fn attributes(&self) -> Option<Attributes> {
        self.declared_attributes()
            .map(|attributes| attributes.at(self.config))
    }

    /// Whether this deployment has the row (`when`).
    pub fn is_on(&self) -> bool {
        Declaration::is_on(self, self.config)
    }
}
