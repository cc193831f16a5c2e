//! The proof that a category is allowed.

use core::fmt;
use core::marker::PhantomData;

use crate::consent::gate::{CategoryType, Gated, Includes, info};

/// The proof that category `C` is allowed, from [`Consent::granted`](crate::Consent::granted).
///
/// It borrows the consent that it comes from, and there is no other way to make one.
///
/// axum, actix-web and Rocket pass it to a handler, which does not run without consent then. A
/// handler with `Option<Granted<'static, C>>` always runs.
pub struct Granted<'c, C> {
    consent: PhantomData<&'c ()>,
    category: PhantomData<fn() -> C>,
}

impl<C> Granted<'_, C> {
    /// Only a consent that allows the category may call it.
    pub(super) const fn new() -> Self {
        Self {
            consent: PhantomData,
            category: PhantomData,
        }
    }

    /// The proof for the rest of a request.
    #[cfg(any(feature = "axum", feature = "actix", feature = "rocket"))]
    pub(crate) fn for_request(self) -> Granted<'static, C> {
        Granted {
            consent: PhantomData,
            category: self.category,
        }
    }
}

impl<'c, C: Gated> Granted<'c, C> {
    /// The proof for a category of a library, whose rows the table of `C` includes.
    ///
    /// The compiler infers the library's category from the cookie, or from the function that takes
    /// the proof.
    ///
    /// ```
    /// mod auth {
    ///     cookie_decl::declare_cookies! {
    ///         pub policy in crate::auth export auth_cookies;
    ///         /// Devices
    ///         #[allow(no_consent_row)]
    ///         category Devices: opt_in {
    ///             cookie | duration;
    ///             /// Remembers this device
    ///             DEVICE = "device" | 30 days;
    ///         }
    ///     }
    /// }
    ///
    /// mod cookies {
    ///     cookie_decl::declare_cookies! {
    ///         pub policy in crate::cookies;
    ///         /// Needed
    ///         ///
    ///         /// Without it we would ask you on every page.
    ///         category Necessary: exempt {
    ///             cookie | duration;
    ///             /// Remembers your choice
    ///             PREFERENCES: Consent = "__Host-preferences" | 6 months;
    ///         }
    ///         /// Comfort
    ///         category Comfort: opt_in {
    ///             include crate::auth::auth_cookies;
    ///         }
    ///     }
    /// }
    ///
    /// # fn main() {
    /// let consent = cookies::Consent::accept_all(1_795_305_600); // seconds since 1970
    /// let proof = consent.granted::<cookies::category::Comfort>().unwrap();
    /// let cookie = auth::DEVICE.set(proof.included(), "7").unwrap();
    /// assert_eq!(cookie.name(), "device");
    /// # }
    /// ```
    pub fn included<L: Gated>(self) -> Granted<'c, L>
    where
        C: Includes<L>,
    {
        Granted {
            consent: self.consent,
            category: PhantomData,
        }
    }
}

impl<C> Clone for Granted<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Granted<'_, C> {}

impl<C: CategoryType> fmt::Debug for Granted<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Granted({})", info(C::CATEGORY).name)
    }
}
