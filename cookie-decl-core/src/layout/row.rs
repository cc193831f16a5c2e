//! The numbers of a row: all that the macro writes about a row except its texts.

/// The number that means "the row does not have one".
pub const NONE: u16 = u16::MAX;

/// The numbers of a row: indices into the lists of its table.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    /// The offsets of the row's name, function, purpose and note in the joined texts of all rows,
    /// and the end of the note. A text that the row does not have is empty.
    pub texts: [u32; 5],
    /// The category.
    pub category: u16,
    /// The provider, or [`NONE`].
    pub provider: u16,
    /// The attributes, or [`NONE`].
    pub attributes: u16,
    /// The fields that most rows leave out, or [`NONE`].
    pub rare_fields: u16,
    /// The duration.
    pub duration: u16,
    /// The line of the name in the source.
    pub line: u32,
}

/// The size of [`Numbers`] in bytes.
pub const LENGTH: usize = 34;

impl Numbers {
    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
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
            rare_fields: two(bytes, 26),
            duration: two(bytes, 28),
            line: four(bytes, 30),
        }
    }

    /// Writes the fields in order, in little-endian bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; LENGTH] {
        let Self {
            texts,
            category,
            provider,
            attributes,
            rare_fields,
            duration,
            line,
        } = self;
        let mut bytes = [0; LENGTH];
        let (four, rest) = bytes.split_at_mut(4 * texts.len());
        let (two, last) = rest.split_at_mut(10);
        last.copy_from_slice(&line.to_le_bytes());
        for (bytes, text) in four.chunks_exact_mut(4).zip(texts) {
            bytes.copy_from_slice(&text.to_le_bytes());
        }
        for (bytes, number) in
            two.chunks_exact_mut(2)
                .zip([category, provider, attributes, rare_fields, duration])
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
