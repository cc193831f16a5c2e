//! How the look-up tables are laid out. This file stands in both crates, word for word: the macro lays the tables out,
//! the library looks names up in them. A test compares the two.

/// The longest text that its [`words`] stand for.
pub(crate) const WORDS: usize = 32;

/// A text of at most 32 bytes as words, some of them the same: two texts of one length with the same words are the same.
/// That costs less than branches which depend on the length.
#[inline]
pub(crate) fn words(text: &[u8]) -> [u64; 4] {
    let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) else { return short(text) };
    let inner = |at: usize| text[at.min(text.len() - 8)..].first_chunk().map_or(0, |word| u64::from_le_bytes(*word));
    [u64::from_le_bytes(*first), inner(8), inner(16), u64::from_le_bytes(*last)]
}

/// Less than eight bytes.
#[inline]
fn short(text: &[u8]) -> [u64; 4] {
    let (first, last) = match (text.first_chunk(), text.last_chunk(), text) {
        (Some(first), Some(last), _) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        (_, _, [first, .., last]) => (u32::from_le_bytes([*first, text[text.len() / 2], *last, 0]), 0),
        _ => (text.first().copied().map_or(0, u32::from), 0),
    };
    [first.into(), last.into(), 0, 0]
}

/// A folded-multiply hash. The names are the site's own, so it needs to be fast and fixed, not secret.
#[inline]
pub(crate) fn hash(mut text: &[u8], seed: u64) -> u64 {
    let mut state = seed ^ text.len() as u64;
    while text.len() > WORDS
        && let Some((chunk, rest)) = text.split_first_chunk()
    {
        state = fold(state ^ u64::from_le_bytes(*chunk), KEYS[0]);
        text = rest;
    }
    let [a, b, c, d] = words(text);
    fold(a ^ state, b ^ KEYS[0]) ^ fold(c ^ KEYS[1], d ^ KEYS[2])
}

/// The bucket that a hash starts at, before the mask.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the mask takes the low bits")]
pub(crate) fn start(hash: u64) -> usize {
    hash as usize
}

/// What a slot keeps of a hash beside its place, never 0: texts that share a bucket seldom share this.
#[inline]
pub(crate) fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

/// The slot of the two or four bytes that a text starts or ends with.
#[inline]
pub(crate) fn gate(bytes: &[u8], slots: usize) -> usize {
    let word = match *bytes {
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
        [a, b] => u16::from_le_bytes([a, b]).into(),
        _ => 0,
    };
    start(u64::from(word).wrapping_mul(KEYS[0]) >> 32) & slots.wrapping_sub(1)
}

const KEYS: [u64; 3] = [0x9e37_79b9_7f4a_7c15, 0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb];

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    #[allow(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
    let (low, high) = (product as u64, (product >> 64) as u64);
    low ^ high
}
