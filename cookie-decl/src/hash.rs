//! The hash that the look-up table is laid out with. This file stands in both crates, word for word: the macro lays
//! the table out, the library looks names up in it. A test compares the two.

/// A folded-multiply hash. The names are the site's own, so it needs to be fast and fixed, not secret.
pub(crate) fn hash(name: &str, seed: u64) -> u64 {
    let mut state = seed ^ name.len() as u64;
    let (chunks, rest) = name.as_bytes().as_chunks::<8>();
    for chunk in chunks {
        state = fold(state ^ u64::from_le_bytes(*chunk));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    fold(state ^ u64::from_le_bytes(last))
}

fn fold(value: u64) -> u64 {
    let product = u128::from(value) * 0x9e37_79b9_7f4a_7c15;
    #[allow(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
    let (low, high) = (product as u64, (product >> 64) as u64);
    low ^ high
}
