//! The numbers of a row: what the macro writes about it, besides its texts.

/// The number of what a row does not have.
pub const NONE: u16 = u16::MAX;

/// The numbers of a row.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    /// Where its name, function, purpose and note begin among the texts of all rows, and where the last of them ends. One
    /// that it does not have is empty.
    pub texts: [u32; 5],
    /// The number of its category.
    pub category: u16,
    /// Who stands behind the cookie: the number of the provider, or [`NONE`].
    pub provider: u16,
    /// The number of its attributes, or [`NONE`].
    pub attributes: u16,
    /// The number of what most rows leave out, or [`NONE`].
    pub more: u16,
    /// The number of its duration.
    pub duration: u16,
}

/// How many bytes they are.
pub const LENGTH: usize = 30;

impl Numbers {
    /// What [`to_bytes`](Self::to_bytes) has written.
    #[inline]
    pub const fn from_bytes(bytes: &[u8; LENGTH]) -> Self {
        Self {
            texts: [
                four(bytes, 0),
                four(bytes, 4),
                four(bytes, 8),
                four(bytes, 12),
                four(bytes, 16),
            ],
            category: two(bytes, 20),
            provider: two(bytes, 22),
            attributes: two(bytes, 24),
            more: two(bytes, 26),
            duration: two(bytes, 28),
        }
    }

    /// All of them in the order of the fields, little endian.
    #[must_use]
    pub fn to_bytes(self) -> [u8; LENGTH] {
        let Self {
            texts,
            category,
            provider,
            attributes,
            more,
            duration,
        } = self;
        let mut bytes = [0; LENGTH];
        let (four, two) = bytes.split_at_mut(4 * texts.len());
        for (bytes, text) in four.chunks_exact_mut(4).zip(texts) {
            bytes.copy_from_slice(&text.to_le_bytes());
        }
        for (bytes, number) in two
            .chunks_exact_mut(2)
            .zip([category, provider, attributes, more, duration])
        {
            bytes.copy_from_slice(&number.to_le_bytes());
        }
        bytes
    }
}

#[inline]
const fn four(bytes: &[u8; LENGTH], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

#[inline]
const fn two(bytes: &[u8; LENGTH], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}
