//! The attributes of a cookie (RFC 6265bis section 4.1.2).

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use crate::run_time::{Config, Setting};

/// The attributes of a row as the table declares them.
///
/// Evaluating each `{ expr }` turns them into [`Attributes`].
#[derive(Debug, Clone)]
pub struct DeclaredAttributes {
    #[doc(hidden)]
    pub secure: Setting<bool>,
    #[doc(hidden)]
    pub http_only: Setting<bool>,
    #[doc(hidden)]
    pub partitioned: Setting<bool>,
    #[doc(hidden)]
    pub same_site: Setting<SameSite>,
    #[doc(hidden)]
    pub path: Setting<Cow<'static, str>>,
    #[doc(hidden)]
    pub domain: Setting<Option<Cow<'static, str>>>,
}

impl DeclaredAttributes {
    /// The attributes of a row that has none of its own: `SameSite=Lax` and `Path=/`.
    pub const BASE: Self = Self {
        secure: Setting::Fixed(false),
        http_only: Setting::Fixed(false),
        partitioned: Setting::Fixed(false),
        same_site: Setting::Fixed(SameSite::Lax),
        path: Setting::Fixed(Cow::Borrowed("/")),
        domain: Setting::Fixed(None),
    };

    /// Evaluates the attributes under a configuration.
    pub(crate) fn at(&self, config: Config<'_>) -> Attributes {
        Attributes {
            secure: self.secure.at(config),
            http_only: self.http_only.at(config),
            partitioned: self.partitioned.at(config),
            same_site: self.same_site.at(config),
            path: self.path.at(config),
            domain: self.domain.at(config),
        }
    }
}

/// The attributes that a cookie is sent with.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration | attributes;
/// #         /// Keeps the visitor signed in
/// #         SESSION = "sessionid" | 2 weeks | Secure HttpOnly Path="/app";
/// #     }
/// # } }
/// use cookie_decl::table::SameSite;
/// let attributes = cookies::SESSION.attributes().unwrap();
/// assert!(attributes.secure() && attributes.http_only() && !attributes.partitioned());
/// assert_eq!(attributes.path(), "/app");
/// assert_eq!(attributes.domain(), None);
/// assert_eq!(attributes.same_site(), SameSite::Lax); // sent even if the table does not name it
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributes {
    secure: bool,
    http_only: bool,
    partitioned: bool,
    same_site: SameSite,
    path: Cow<'static, str>,
    domain: Option<Cow<'static, str>>,
}

impl Attributes {
    #[cfg(feature = "http")]
    pub(crate) fn new(
        secure: bool,
        http_only: bool,
        partitioned: bool,
        same_site: SameSite,
        path: String,
        domain: Option<String>,
    ) -> Self {
        let (path, domain) = (path.into(), domain.map(Cow::Owned));
        Self {
            secure,
            http_only,
            partitioned,
            same_site,
            path,
            domain,
        }
    }

    /// `Secure`: browsers send the cookie only over HTTPS.
    pub fn secure(&self) -> bool {
        self.secure
    }

    /// `HttpOnly`: scripts cannot read the cookie.
    pub fn http_only(&self) -> bool {
        self.http_only
    }

    /// `Partitioned`: browsers keep one for each site that embeds this one (CHIPS).
    pub fn partitioned(&self) -> bool {
        self.partitioned
    }

    /// `SameSite`: whether requests from other sites contain the cookie.
    pub fn same_site(&self) -> SameSite {
        self.same_site
    }

    /// `Path`: the part of the site that the cookie is sent to.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// `Domain`: the domain that the cookie is sent to, subdomains included.
    ///
    /// `None`: for this host alone.
    pub fn domain(&self) -> Option<&str> {
        self.domain.as_deref()
    }

    /// Whether the attributes have this scope. Browsers keep one cookie of a name for each scope.
    ///
    /// The scope consists of path, domain (RFC 6265bis section 5.7) and partition (CHIPS).
    pub(crate) fn has_scope(&self, path: &str, domain: Option<&str>, partitioned: bool) -> bool {
        self.path() == path
            && is_same_domain(self.domain(), domain)
            && self.partitioned == partitioned
    }

    pub(crate) fn is_same_scope(&self, other: &Self) -> bool {
        self.has_scope(other.path(), other.domain(), other.partitioned)
    }

    /// Returns the attributes with another domain, or for this host alone.
    pub(crate) fn with_domain(&self, domain: Option<String>) -> Self {
        Self {
            domain: domain.map(Cow::Owned),
            ..self.clone()
        }
    }

    #[cfg(feature = "http")]
    pub(crate) fn with_path(&self, path: String) -> Self {
        Self {
            path: Cow::Owned(path),
            ..self.clone()
        }
    }

    #[cfg(feature = "http")]
    pub(crate) fn with_partitioned(&self, partitioned: bool) -> Self {
        Self {
            partitioned,
            ..self.clone()
        }
    }

    pub(crate) fn with_secure(&self) -> Self {
        Self {
            secure: true,
            ..self.clone()
        }
    }

    /// Returns the attributes as a script can write them: browsers refuse `HttpOnly` from it.
    #[cfg(feature = "http")]
    pub(crate) fn of_script(&self) -> Self {
        Self {
            http_only: false,
            ..self.clone()
        }
    }

    /// Writes `Path` and `Domain` as they follow a value in a header.
    pub(crate) fn write_scope(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("; Path=")?;
        out.write_str(&self.path)?;
        let Some(domain) = &self.domain else {
            return Ok(());
        };
        out.write_str("; Domain=")?;
        out.write_str(domain)
    }

    /// Writes the attributes that are not in the scope.
    pub(crate) fn write_rest(&self, out: &mut impl fmt::Write) -> fmt::Result {
        if self.secure {
            out.write_str("; Secure")?;
        }
        if self.http_only {
            out.write_str("; HttpOnly")?;
        }
        out.write_str("; SameSite=")?;
        out.write_str(self.same_site.as_str())?;
        if self.partitioned {
            out.write_str("; Partitioned")?;
        }
        Ok(())
    }
}

/// Compares domains case-insensitively.
pub(crate) fn is_same_domain(domain: Option<&str>, other: Option<&str>) -> bool {
    match (domain, other) {
        (Some(domain), Some(other)) => domain.eq_ignore_ascii_case(other),
        (domain, other) => domain == other,
    }
}

/// The `SameSite` attribute (RFC 6265bis section 5.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SameSite {
    /// The cookie is never sent with a request from another site.
    Strict,
    /// The cookie is sent with a request from another site only if the visitor follows a link.
    Lax,
    /// The cookie is sent with every request; browsers demand `Secure`.
    None,
}

impl SameSite {
    /// Returns the value in the header.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strict => "Strict",
            Self::Lax => "Lax",
            Self::None => "None",
        }
    }
}
