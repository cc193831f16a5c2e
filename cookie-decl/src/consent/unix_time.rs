//! Times as people have them.

/// A time: seconds since 1970, or with the feature `http` a `SystemTime`.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
/// # #[cfg(feature = "http")]
/// cookies::Consent::decide(std::time::SystemTime::now());
/// cookies::Consent::decide(1_795_305_600);
/// ```
pub trait UnixTime {
    /// The seconds since 1970, or 0 for an earlier time.
    fn seconds(self) -> u64;
}

impl UnixTime for u64 {
    fn seconds(self) -> u64 {
        self
    }
}

#[cfg(feature = "http")]
impl UnixTime for std::time::SystemTime {
    fn seconds(self) -> u64 {
        let since = self.duration_since(Self::UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    }
}
