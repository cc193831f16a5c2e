//! The guard itself, which its layers and services contain.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

use http::{HeaderMap, Method, Uri};

use crate::guard::any_visitor::{AnyVisitor, Hooks};
use crate::guard::settings::Settings;
use crate::guard::watch::Watch;

/// Checks responses against the table, and serves the policy page and the preferences form.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Keeps you signed in
/// #         SESSION = "sessionid" | 2 weeks;
/// #     }
/// # } }
/// use cookie_decl::Guard;
/// use cookie_decl::guard::Violation;
/// use http::header::{HeaderMap, SET_COOKIE};
/// let guard = Guard::new(cookies::POLICY);
/// let uri = http::Uri::from_static("/basket");
/// let visitor = guard.visitor(&http::Method::GET, &uri, &HeaderMap::new());
///
/// let mut response = HeaderMap::new();
/// response.append(SET_COOKIE, cookies::SESSION.set("abc")?.into());
/// response.append(SET_COOKIE, "tracker=1; Path=/; SameSite=Lax".parse()?);
/// let findings = guard.finish(&visitor, &mut response);
/// assert_eq!(findings[0].violation, Violation::Undeclared);
/// assert_eq!(response.get_all(SET_COOKIE).iter().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// With the feature `tower` a guard is a layer. It puts the [`Visitor`](crate::Visitor) into the
/// extensions of each request, and checks the response. It must wrap all layers that set cookies,
/// such as session layers: add it last with `Router::layer`, or first in a `ServiceBuilder`.
pub struct Guard<K> {
    pub(super) settings: Arc<Settings>,
    pub(super) hooks: Hooks,
    categories: PhantomData<fn() -> K>,
}

impl<K> Guard<K> {
    pub(super) fn from_parts(settings: Arc<Settings>, hooks: Hooks) -> Self {
        Self {
            settings,
            hooks,
            categories: PhantomData,
        }
    }

    /// Reads the visitor of a request.
    pub(super) fn read(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> AnyVisitor {
        AnyVisitor::new(&self.settings, self.hooks.clone(), method, uri, headers)
    }

    /// Returns this guard, observed by a test if there is one.
    #[doc(hidden)]
    pub fn watched(&self, watch: Option<&Watch>) -> Cow<'_, Self> {
        let Some(watch) = watch else {
            return Cow::Borrowed(self);
        };
        let now = watch.now;
        let settings = Settings {
            clock: Arc::new(move || now),
            reports: Arc::clone(&watch.reports),
            watch: Some(watch.clone()),
            ..(*self.settings).clone()
        };
        Cow::Owned(Self::from_parts(Arc::new(settings), self.hooks.clone()))
    }
}

impl<K> Clone for Guard<K> {
    fn clone(&self) -> Self {
        Self::from_parts(Arc::clone(&self.settings), self.hooks.clone())
    }
}

impl<K> fmt::Debug for Guard<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings {
            table,
            address,
            mode,
            hides,
            ..
        } = &*self.settings;
        f.debug_struct("Guard")
            .field("policy", table)
            .field("address", address)
            .field("mode", mode)
            .field("hide_denied", hides)
            .finish_non_exhaustive()
    }
}
