//! How the look-up tables are laid out. This file stands in both crates, word for word: the macro lays the tables out,
//! the library looks names up in them. A test compares the two.

/// The longest text that its [`words`] stand for.
pub(crate) const WORDS: usize = 24;
/// The bytes of a slot: the words of a text, and eight more.
pub(crate) const SLOT: usize = WORDS + 8;
/// A flag of a slot: the row may be switched off.
pub(crate) const CONDITIONAL: u8 = 1;
/// A flag of a pattern: what has its text and something more is its name.
pub(crate) const WHOLE: u8 = 2;
/// A flag of a pattern: those to look at after it all rank behind it.
pub(crate) const BEST: u8 = 4;
/// A flag of a pattern: what has its text, and behind that a certain byte between others, is its name.
pub(crate) const PARTED: u8 = 8;
/// No pattern.
pub(crate) const NONE: u16 = u16::MAX;

/// A text of at most 24 bytes as words, some of them the same: two texts of one length with the same words are the same.
/// That costs less than branches which depend on the length.
#[inline]
pub(crate) fn words(text: &[u8]) -> [u64; 3] {
    let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) else { return short(text) };
    let second = text.get(8.min(text.len() - 8)..).and_then(|text| text.first_chunk()).unwrap_or(last);
    [first, second, last].map(|bytes| u64::from_le_bytes(*bytes))
}

/// Less than eight bytes.
#[inline]
fn short(text: &[u8]) -> [u64; 3] {
    let (first, last) = match (text.first_chunk(), text.last_chunk(), text) {
        (Some(first), Some(last), _) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        (_, _, [first, .., last]) => (u32::from_le_bytes([*first, text[text.len() / 2], *last, 0]), 0),
        _ => (text.first().copied().map_or(0, u32::from), 0),
    };
    [first.into(), last.into(), 0]
}

/// What a name is looked up by.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    /// Of its end, 24 bytes at most.
    pub(crate) words: [u64; 3],
    hash: u64,
}

impl Key {
    /// Of a folded-multiply hash. The names are the site's own, so it needs to be fast and fixed, not secret.
    #[inline]
    pub(crate) fn of(mut text: &[u8], seed: u64) -> Self {
        let mut state = seed ^ KEYS[2].wrapping_mul(text.len() as u64);
        while text.len() > WORDS
            && let Some((chunk, rest)) = text.split_first_chunk()
        {
            state = fold(state ^ u64::from_le_bytes(*chunk), KEYS[0]);
            text = rest;
        }
        let words = words(text);
        Self { words, hash: fold(words[0] ^ state, words[2] ^ KEYS[0]) ^ words[1].wrapping_mul(KEYS[1]) }
    }

    /// Which of the pilots says where the name stands.
    #[inline]
    pub(crate) fn pilot(self, pilots: usize) -> usize {
        reduce(self.hash, pilots)
    }

    /// Where the name stands, if anywhere.
    #[inline]
    pub(crate) fn slot(self, pilot: u8, slots: usize) -> usize {
        reduce((self.hash ^ u64::from(pilot).wrapping_mul(KEYS[2])).wrapping_mul(KEYS[1]), slots)
    }
}

/// What a node of a tree reads of a name, to choose one of its branches.
#[derive(Clone, Copy, Default)]
pub(crate) struct Reads {
    /// How many bytes it skips.
    pub(crate) skip: u8,
    /// Which of the next four count, the first of them lowest. A shorter name may do. 0 in a leaf, which reads nothing and
    /// leads to itself.
    pub(crate) mask: u32,
    /// What they are multiplied with.
    pub(crate) factor: u32,
    /// How many bits of the product do not count, less than 32.
    pub(crate) drop: u8,
}

impl Reads {
    /// The bytes that it reads, counted from the start or the end of a name.
    #[inline]
    pub(crate) fn window(self, name: &[u8], from_end: bool) -> Option<u32> {
        let skip = usize::from(self.skip);
        let rest = if from_end { name.get(..name.len().checked_sub(skip)?) } else { name.get(skip..) }?;
        let word = match (rest.first_chunk(), rest.last_chunk()) {
            (Some(_), Some(bytes)) if from_end => u32::from_be_bytes(*bytes),
            (Some(bytes), _) => u32::from_le_bytes(*bytes),
            _ if self.mask >> (8 * rest.len()) != 0 => return None,
            _ if from_end => rest.iter().fold(0, |word, byte| word << 8 | u32::from(*byte)),
            _ => rest.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)),
        };
        Some(word & self.mask)
    }

    /// The branch that these bytes take.
    #[inline]
    pub(crate) fn branch(self, window: u32) -> usize {
        (window.wrapping_mul(self.factor) >> self.drop) as usize
    }
}

const KEYS: [u64; 3] = [0x9e37_79b9_7f4a_7c15, 0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb];

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// A number below a count, by the upper half of a hash.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "it is less than the count")]
fn reduce(hash: u64, count: usize) -> usize {
    (((hash >> 32) * count as u64) >> 32) as usize
}
