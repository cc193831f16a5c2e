//! Global Privacy Control.

/// The visitor's Global Privacy Control signal.
///
/// ```
/// use cookie_decl::Gpc;
/// assert!(Gpc::from_headers(["1"]).is_on());
/// assert!(Gpc::from_headers(["0", "1"]).is_on()); // one field with `1` is enough
/// assert!(!Gpc::from_headers(["true"]).is_on());
/// assert!(!Gpc::from_headers([]).is_on());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gpc(bool);

impl Gpc {
    /// The visitor does not send the signal.
    pub const OFF: Self = Self(false);
    /// The visitor sends the signal.
    pub const ON: Self = Self(true);

    /// Reads the `Sec-GPC` fields of a request.
    ///
    /// The signal is on if the value of at least one field is exactly `1`.
    pub fn from_headers<'h>(values: impl IntoIterator<Item = &'h str>) -> Self {
        Self(values.into_iter().any(|value| value == "1"))
    }

    /// Whether the visitor sends the signal.
    pub const fn is_on(self) -> bool {
        self.0
    }
}
