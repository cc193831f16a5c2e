//! Values that are known only at run time: `{ expr }` in the table.

use core::any::Any;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

/// The configuration that the `{ expr }` of a table are evaluated with, with its type erased.
///
/// [`Configured`] ensures that it has the type in the table's `policy … with config: Type`.
#[derive(Clone, Copy)]
pub struct Config<'a>(Option<&'a dyn Any>);

impl<'a> Config<'a> {
    /// The configuration of a table without a configuration type.
    pub const NONE: Self = Self(None);

    #[cfg(feature = "http")]
    pub(crate) fn from_any(config: &'a dyn Any) -> Self {
        Self(Some(config))
    }

    pub(crate) fn new<C: 'static>(config: &'a C) -> Self {
        Self(Some(config))
    }

    /// Returns the configuration as a value of its type.
    #[doc(hidden)]
    pub fn get<C: 'static>(self) -> &'a C {
        self.0
            .and_then(<dyn Any>::downcast_ref)
            .expect("`Configured` passes a configuration of its own table's type")
    }
}

impl fmt::Debug for Config<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "Config(..)"
        } else {
            "Config(none)"
        })
    }
}

/// A value of the table, fixed or evaluated at run time.
#[derive(Debug, Clone, Copy)]
pub enum Setting<T: 'static> {
    /// Written in the table.
    Fixed(T),
    /// `{ expr }`.
    RunTime(fn(Config<'_>) -> T),
}

impl<T: Clone> Setting<T> {
    /// Evaluates the value under a configuration.
    pub fn at(&self, config: Config<'_>) -> T {
        match self {
            Self::Fixed(value) => value.clone(),
            Self::RunTime(value) => value(config),
        }
    }
}

/// A constant of a table `with config: C`, which needs the configuration to be used.
///
/// [`at`](Self::at) takes the configuration. What does not depend on it is available without it.
///
/// ```
/// pub struct Config { tls: bool, analytics: bool }
///
/// mod cookies { cookie_decl::declare_cookies! {
///     pub policy with config: crate::Config;
///     /// Needed
///     ///
///     /// The site does not work without these.
///     category Necessary: exempt {
///         cookie | duration;
///         /// Keeps the visitor signed in
///         SESSION = "sessionid" | 2 weeks | attributes = .. Secure={ config.tls };
///         /// Switches the analytics of editors on
///         EDITOR = "editor" | 2 weeks | when = { config.analytics };
///     }
/// } }
/// # fn main() {
/// let config = Config { tls: false, analytics: false };
/// assert_eq!(cookies::SESSION.name(), "sessionid");
/// assert!(!cookies::SESSION.at(&config).attributes().unwrap().secure());
/// assert!(cookies::POLICY.at(&config).find("editor").is_none());
/// # }
/// ```
pub struct Configured<C, T> {
    pub(crate) value: T,
    config: PhantomData<fn(&C)>,
}

impl<C, T> Configured<C, T> {
    #[doc(hidden)]
    pub const fn new(value: T) -> Self {
        Self {
            value,
            config: PhantomData,
        }
    }
}

impl<C: 'static, T: WithConfig + Clone> Configured<C, T> {
    /// Returns the constant under this configuration.
    pub fn at<'a>(&self, config: &'a C) -> T::Output<'a> {
        self.value.clone().with_config(Config::new(config))
    }
}

impl<C, T: Clone> Clone for Configured<C, T> {
    fn clone(&self) -> Self {
        Self::new(self.value.clone())
    }
}

impl<C, T: Copy> Copy for Configured<C, T> {}

impl<C, T: fmt::Debug> fmt::Debug for Configured<C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// Gives access to what does not depend on the configuration.
impl<C, T: Deref> Deref for Configured<C, T> {
    type Target = T::Target;

    fn deref(&self) -> &T::Target {
        &self.value
    }
}

/// A constant of a table under a configuration, from [`Configured::at`].
#[derive(Clone, Copy, Debug)]
pub struct At<'a, T> {
    pub(crate) value: T,
    pub(crate) config: Config<'a>,
}

impl<T: Deref> Deref for At<'_, T> {
    type Target = T::Target;

    fn deref(&self) -> &T::Target {
        &self.value
    }
}

/// A constant that a [`Configured`] can contain.
pub trait WithConfig {
    /// Returns the constant under a configuration.
    type Output<'a>;

    #[doc(hidden)]
    fn with_config(self, config: Config<'_>) -> Self::Output<'_>;
}
