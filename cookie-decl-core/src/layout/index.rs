//! The look-up tables: a perfect hash table of names, and trees over the texts that patterns start or end with.

/// The longest text that its [`words`] stand for.
pub const WORDS: usize = 24;
/// The bytes of a slot: the words of a text, and eight more.
pub const SLOT: usize = WORDS + 8;
/// Where a slot has the number of its row, in two bytes.
pub const ROW: usize = 24;
/// Where the slot of a name has the name's length, and that of a pattern the next pattern, in two bytes.
pub const NEXT: usize = 26;
/// Where the slot of a pattern has the byte between two holes.
pub const INNER: usize = 29;
/// Where the slot of a pattern has the length of its text.
pub const TEXT: usize = 30;
/// Where a slot has its flags.
pub const FLAGS: usize = 31;
/// The bytes of a node.
pub const NODE: usize = 16;
/// Where a node has the number of its first branch, in four bytes.
pub const BRANCHES: usize = 0;
/// Where a node has its [`factor`](Reads::factor), in four bytes.
pub const FACTOR: usize = 4;
/// Where a node has its [`mask`](Reads::mask), in four bytes.
pub const MASK: usize = 8;
/// Where a node has the pattern to start with, in two bytes.
pub const START: usize = 12;
/// Where a node has its [`skip`](Reads::skip).
pub const SKIP: usize = 14;
/// Where a node has its [`drop`](Reads::drop).
pub const DROP: usize = 15;
/// A flag of a slot: the row may be switched off.
pub const CONDITIONAL: u8 = 1;
/// A flag of a pattern: what has its text and something more is its name.
pub const WHOLE: u8 = 2;
/// A flag of a pattern: those to look at after it all rank behind it.
pub const BEST: u8 = 4;
/// A flag of a pattern: what has its text, and behind that a certain byte between others, is its name.
pub const PARTED: u8 = 8;
/// No pattern.
pub const NONE: u16 = u16::MAX;

/// A text of at most 24 bytes as words, some of them the same: two texts of one length with the same words are the same.
/// That costs less than branches which depend on the length.
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

/// Less than eight bytes.
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

/// What a name is looked up by.
#[derive(Clone, Copy)]
pub struct Key {
    /// Of its end, 24 bytes at most.
    pub words: [u64; 3],
    hash: u64,
}

impl Key {
    /// Of a folded-multiply hash. The names are the site's own, so it needs to be fast and fixed, not secret.
    #[inline]
    pub fn of(mut text: &[u8], seed: u64) -> Self {
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

    /// Which of the pilots says where the name stands.
    #[inline]
    pub fn pilot(self, pilots: usize) -> usize {
        reduce(self.hash, pilots)
    }

    /// Where the name stands, if anywhere.
    #[inline]
    pub fn slot(self, pilot: u8, slots: usize) -> usize {
        reduce(
            (self.hash ^ u64::from(pilot).wrapping_mul(KEYS[2])).wrapping_mul(KEYS[1]),
            slots,
        )
    }
}

/// What a node of a tree reads of a name, to choose one of its branches.
#[derive(Clone, Copy, Default)]
pub struct Reads {
    /// How many bytes it skips.
    pub skip: u8,
    /// Which of the next four count, the first of them lowest. A shorter name may do. 0 in a leaf, which reads nothing and
    /// leads to itself.
    pub mask: u32,
    /// What they are multiplied with.
    pub factor: u32,
    /// How many bits of the product do not count, less than 32.
    pub drop: u8,
}

impl Reads {
    /// The bytes that it reads, counted from the start or the end of a name.
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

    /// The branch that these bytes take.
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
    reason = "the two halves are what is wanted"
)]
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
