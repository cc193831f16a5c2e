//! The typed constants: whose cookie it is, and of which category.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::config::{At, Config};
use crate::{Attributes, Declaration};

macro_rules! typed {
    ($(#[$doc:meta])* $name:ident<$($parameter:ident),+>) => {
        $(#[$doc])*
        pub struct $name<$($parameter),+> {
            declaration: &'static Declaration,
            types: PhantomData<fn() -> ($($parameter,)+)>,
        }

        impl<$($parameter),+> $name<$($parameter),+> {
            #[doc(hidden)]
            pub const fn new(declaration: &'static Declaration) -> Self {
                Self { declaration, types: PhantomData }
            }

            /// The row, for `const` contexts, where deref does not reach.
            pub const fn declaration(&self) -> &'static Declaration {
                self.declaration
            }

            /// The attributes that the cookie is sent with, `{ expr }` evaluated now; `None` when it is not a cookie,
            /// or when somebody else sets it and the table does not say with which attributes.
            pub fn attributes(&self) -> Option<Attributes> {
                self.declaration.attributes.map(|attributes| attributes.at(Config::NONE))
            }
        }

        impl<$($parameter),+> Clone for $name<$($parameter),+> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<$($parameter),+> Copy for $name<$($parameter),+> {}

        impl<$($parameter),+> fmt::Debug for $name<$($parameter),+> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(self.declaration).finish()
            }
        }

        impl<$($parameter),+> Deref for $name<$($parameter),+> {
            type Target = Declaration;

            fn deref(&self) -> &Declaration {
                self.declaration
            }
        }

        impl<$($parameter: 'static),+> At for $name<$($parameter),+> {
            type Output<'a> = Bound<'a, Self>;

            fn at(self, config: Config<'_>) -> Bound<'_, Self> {
                Bound { value: self, config }
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
    /// What somebody else sets, or what is not a cookie: declared, but never set by the application.
    Declared<G>
}

/// A typed constant under a configuration, from [`Configured::at`](crate::Configured::at).
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a, T> {
    value: T,
    config: Config<'a>,
}

impl<T: Deref<Target = Declaration>> Bound<'_, T> {
    /// The attributes under this configuration; see [`Cookie::attributes`].
    pub fn attributes(&self) -> Option<Attributes> {
        self.declared_attributes().map(|attributes| attributes.at(self.config))
    }

    /// Whether this deployment has the row (`when`).
    pub fn is_on(&self) -> bool {
        self.when.at(self.config)
    }
}

impl<T: Deref<Target = Declaration>> Deref for Bound<'_, T> {
    type Target = Declaration;

    fn deref(&self) -> &Declaration {
        &self.value
    }
}
