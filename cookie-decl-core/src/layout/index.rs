//! The look-up index: a perfect hash table of the literal names, and two prefix trees over the
//! texts that patterns start or end with.

/// The length in bytes of the longest text that [`words`] reads in full.
pub const WORDS: usize = 24;
/// The size of a slot in bytes: the words of a text, and eight more.
pub const SLOT: usize = WORDS + 8;
/// Offset in a slot: the number of the row, two bytes.
pub const ROW: usize = 24;
/// Offset in a slot: the length of the name, or the next pattern after a pattern, two bytes.
pub const NEXT: usize = 26;
/// Offset in a pattern's slot: the byte between two holes.
pub const INNER: usize = 29;
/// Offset in a pattern's slot: the length of its text.
pub const TEXT: usize = 30;
/// Offset in a slot: the flags.
pub const FLAGS: usize = 31;
/// The size of a node in bytes.
pub const NODE: usize = 16;
/// Offset in a node: the number of the first branch, four bytes.
pub const BRANCHES: usize = 0;
/// Offset in a node: the [`factor`](Reads::factor), four bytes.
pub const FACTOR: usize = 4;
/// Offset in a node: the [`mask`](Reads::mask), four bytes.
pub const MASK: usize = 8;
/// Offset in a node: the first pattern to try, two bytes.
pub const START: usize = 12;
/// Offset in a node: the [`skip`](Reads::skip).
pub const SKIP: usize = 14;
/// Offset in a node: the [`drop`](Reads::drop).
pub const DROP: usize = 15;
/// Flag of a slot: the row may be switched off.
pub const CONDITIONAL: u8 = 1;
/// Flag of a pattern: a name matches if it has the text and at least one more character.
pub const WHOLE: u8 = 2;
/// Flag of a pattern: all patterns to try after it have a lower rank.
pub const BEST: u8 = 4;
/// Flag of a pattern: the name's rest must have the [`INNER`] byte between other characters.
pub const SEPARATED: u8 = 8;
/// The number that means "no pattern".
pub const NONE: u16 = u16::MAX;

/// Reads a text of at most 24 bytes as three words, which may overlap.
///
/// Two texts of one length are equal if their words are. Overlapping reads cost less than branches
/// that depend on the length.
#[inline]
pub fn words(text: &[u8]) -> [u64; 3] {
    let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) else {
        return short(text);
    };
    let second = text
        .get(8.min(text.len() - 8)..)
        .and_then(|text| text.first_chunk())
        .unwrap_or(last);
    [first, second, last].map(|bytes| u64::from_le_bytes(*bytes))
}

/// Reads a text of less than eight bytes.
#[inline]
fn short(text: &[u8]) -> [u64; 3] {
    let (first, last) = match (text.first_chunk(), text.last_chunk(), text) {
        (Some(first), Some(last), _) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        (_, _, [first, .., last]) => (
            u32::from_le_bytes([*first, text[text.len() / 2], *last, 0]),
            0,
        ),
        _ => (text.first().copied().map_or(0, u32::from), 0),
    };
    [first.into(), last.into(), 0]
}

/// The key for the look-up of a name.
#[derive(Clone, Copy)]
pub struct Key {
    /// The words of the name's last 24 bytes.
    pub words: [u64; 3],
    hash: u64,
}

impl Key {
    /// Hashes a name by folded multiplication.
    ///
    /// The names in the index are the site's own, so the hash needs to be fast and stable, not
    /// secret.
    #[inline]
    pub fn new(mut text: &[u8], seed: u64) -> Self {
        let mut state = seed ^ KEYS[2].wrapping_mul(text.len() as u64);
        while text.len() > WORDS
            && let Some((chunk, rest)) = text.split_first_chunk()
        {
            state = fold(state ^ u64::from_le_bytes(*chunk), KEYS[0]);
            text = rest;
        }
        let words = words(text);
        Self {
            words,
            hash: fold(words[0] ^ state, words[2] ^ KEYS[0]) ^ words[1].wrapping_mul(KEYS[1]),
        }
    }

    /// Returns the number of the pilot that decides the name's slot.
    #[inline]
    pub fn pilot(self, pilots: usize) -> usize {
        reduce(self.hash, pilots)
    }

    /// Returns the number of the only slot that can have the name.
    #[inline]
    pub fn slot(self, pilot: u8, slots: usize) -> usize {
        reduce(
            (self.hash ^ u64::from(pilot).wrapping_mul(KEYS[2])).wrapping_mul(KEYS[1]),
            slots,
        )
    }
}

/// Which bytes of a name a node reads, and how they choose a branch.
#[derive(Clone, Copy, Default)]
pub struct Reads {
    /// How many bytes of the name to skip.
    pub skip: u8,
    /// Which of the next four bytes count. The first is in the lowest bits.
    ///
    /// The name may end before a byte that does not count. A leaf has 0: it reads nothing, and its
    /// only branch is the leaf itself.
    pub mask: u32,
    /// The multiplier of the bytes.
    pub factor: u32,
    /// How many low bits of the product to drop; less than 32.
    pub drop: u8,
}

impl Reads {
    /// Reads the bytes, counted from the start or the end of a name.
    #[inline]
    pub fn window(self, name: &[u8], from_end: bool) -> Option<u32> {
        let skip = usize::from(self.skip);
        let rest = if from_end {
            name.get(..name.len().checked_sub(skip)?)
        } else {
            name.get(skip..)
        }?;
        let word = match (rest.first_chunk(), rest.last_chunk()) {
            (Some(_), Some(bytes)) if from_end => u32::from_be_bytes(*bytes),
            (Some(bytes), _) => u32::from_le_bytes(*bytes),
            _ if self.mask >> (8 * rest.len()) != 0 => return None,
            _ if from_end => rest
                .iter()
                .fold(0, |word, byte| word << 8 | u32::from(*byte)),
            _ => rest
                .iter()
                .rev()
                .fold(0, |word, byte| word << 8 | u32::from(*byte)),
        };
        Some(word & self.mask)
    }

    /// Returns the branch for these bytes.
    #[inline]
    pub fn branch(self, window: u32) -> usize {
        (window.wrapping_mul(self.factor) >> self.drop) as usize
    }
}

/// Odd numbers that spread bits well.
pub const KEYS: [u64; 3] = [
    0x9e37_79b9_7f4a_7c15,
    0xbf58_476d_1ce4_e5b9,
    0x94d0_49bb_1331_11eb,
];

#[inline]
#[allow(
    clippy::cast_possible_truncation,
    reason = "both halves of the product are used"
)]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// Maps a hash to a number below a count, by its upper half.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "it is less than the count")]
fn reduce(hash: u64, count: usize) -> usize {
    (((hash >> 32) * count as u64) >> 32) as usize
}
