//! The values that both databases take and return.

use crate::error::Error;

/// A value of a column or of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::Blob(value.to_vec())
    }
}

/// The values of one result, read from left to right.
pub(crate) struct Row(std::vec::IntoIter<Value>);

impl Row {
    pub(crate) fn new(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    pub(crate) fn int(&mut self) -> Result<i64, Error> {
        match self.0.next() {
            Some(Value::Int(value)) => Ok(value),
            other => Err(unexpected(other.as_ref())),
        }
    }

    /// A count or a time.
    pub(crate) fn unsigned(&mut self) -> Result<u64, Error> {
        u64::try_from(self.int()?).map_err(Error::database)
    }

    pub(crate) fn text(&mut self) -> Result<String, Error> {
        match self.0.next() {
            Some(Value::Text(value)) => Ok(value),
            other => Err(unexpected(other.as_ref())),
        }
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let found = self.optional_bytes()?;
        found.ok_or_else(|| unexpected(Some(&Value::Null)))
    }

    pub(crate) fn optional_bytes<const N: usize>(&mut self) -> Result<Option<[u8; N]>, Error> {
        match self.0.next() {
            Some(Value::Null) => Ok(None),
            Some(Value::Blob(value)) => match value.try_into() {
                Ok(value) => Ok(Some(value)),
                Err(value) => Err(unexpected(Some(&Value::Blob(value)))),
            },
            other => Err(unexpected(other.as_ref())),
        }
    }
}

fn unexpected(value: Option<&Value>) -> Error {
    Error::database(format!("a column has the unexpected value {value:?}"))
}

/// Returns a time as both databases keep it. A time after the year 9999 is the last second of it.
pub(crate) fn seconds(at: u64) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX).min(253_402_300_799)
}

/// Returns a count as both databases keep it.
pub(crate) fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
