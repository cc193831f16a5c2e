//! From a name to its rows: hash tables over the literal names and over where patterns start or end, laid out at compile
//! time. What a name costs is bounded by the longest cluster, which nobody outside can make longer.

use crate::Declaration;
use crate::config::Config;
use crate::hash::{WORDS, gate, hash, start, tag, words};

/// Where the rows of a name stand. Names are the same bytes or they are different (RFC 6265bis section 5.6).
#[derive(Debug, Clone, Copy)]
pub struct Index {
    /// The rows with literal names. Rows with one name follow each other.
    pub names: Slots,
    /// The rows with holes in their names, longest literal part first. The numbers of patterns are places in here.
    pub patterns: &'static [u16],
    /// The patterns by a text that they start or end with.
    pub anchors: &'static [Anchors],
    /// The patterns with too little text at both ends.
    pub loose: &'static [u16],
}

impl Index {
    /// Of no rows.
    pub const EMPTY: Self =
        Self { names: Slots { seed: 0, tags: &[], numbers: &[] }, patterns: &[], anchors: &[], loose: &[] };
}

/// A hash table of numbers, in buckets of eight.
#[derive(Debug, Clone, Copy)]
pub struct Slots {
    /// Chosen at compile time so that few buckets are full.
    pub seed: u64,
    /// A byte of the hash for each slot, never 0; 0 for a free one. A bucket is taken from its start, and what it has no
    /// room for is in the next one. The count of buckets is 0 or a power of two.
    pub tags: &'static [u8],
    /// The numbers in the slots, two bytes each, little endian.
    pub numbers: &'static [u8],
}

/// Patterns by a text at one end of the name, as long as it is outermost bytes, and 31 bytes at most.
#[derive(Debug, Clone, Copy)]
pub struct Anchors {
    /// Whether it is the end of the name, not its start.
    pub is_tail: bool,
    /// How many outermost bytes choose which lengths to try.
    pub width: u8,
    /// For each slot of the outermost bytes a bit for each length that such a text has, four bytes, little endian.
    pub lengths: &'static [u8],
    /// The patterns by that text.
    pub patterns: Slots,
}

impl Slots {
    /// The numbers that stand for a text; hardly ever others, which the caller tells apart.
    #[inline]
    fn of(self, text: &[u8]) -> impl Iterator<Item = u16> + use<> {
        let ((buckets, _), (numbers, _)) = (self.tags.as_chunks::<8>(), self.numbers.as_chunks::<2>());
        let mask = buckets.len().wrapping_sub(1);
        let hash = if buckets.is_empty() { 0 } else { hash(text, self.seed) };
        let wanted = u64::from_le_bytes([tag(hash); 8]);
        let bucket_at = move |bucket: usize| buckets.get(bucket).map_or(0, |tags| u64::from_le_bytes(*tags));
        let mut bucket = start(hash) & mask;
        let mut tags = bucket_at(bucket);
        let mut found = zero_bytes(tags ^ wanted);
        core::iter::from_fn(move || {
            while found == 0 {
                // A bucket whose last slot is free is the last one.
                if tags >> 56 == 0 {
                    return None;
                }
                bucket = (bucket + 1) & mask;
                tags = bucket_at(bucket);
                found = zero_bytes(tags ^ wanted);
            }
            let slot = 8 * bucket + found.trailing_zeros() as usize / 8;
            found &= found - 1;
            numbers.get(slot).map(|number| u16::from_le_bytes(*number))
        })
    }
}

/// A bit for each byte that is 0; seldom for others as well, but never for those alone.
#[inline]
fn zero_bytes(bytes: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    bytes.wrapping_sub(ONES) & !bytes & (ONES << 7)
}

impl Anchors {
    /// Goes through the patterns that may stand for a name.
    #[inline]
    fn each(self, name: &[u8], mut look_at: impl FnMut(u16)) {
        let outer = |length: usize| {
            let start = if self.is_tail { name.len().checked_sub(length)? } else { 0 };
            name.get(start..start + length)
        };
        let (slots, _) = self.lengths.as_chunks::<4>();
        let Some(bytes) = outer(self.width.into()) else { return };
        let mut lengths = slots.get(gate(bytes, slots.len())).map_or(0, |lengths| u32::from_le_bytes(*lengths));
        while lengths != 0
            && let Some(anchor) = outer(lengths.trailing_zeros() as usize)
        {
            self.patterns.of(anchor).for_each(&mut look_at);
            lengths &= lengths - 1;
        }
    }
}

impl Index {
    /// The first of the rows that stand for a name and that this deployment has.
    // Compiled here, with all that it calls, and not once more in every crate that looks something up.
    pub(crate) fn first(
        self,
        rows: &'static [Declaration],
        name: &str,
        config: Config<'_>,
    ) -> Option<&'static Declaration> {
        let exact = self.exact(rows, name).find(|row| row.is_on(config));
        if exact.is_some() || self.patterns.is_empty() {
            return exact;
        }
        self.matching(rows, name).find(|row| row.is_on(config))
    }

    /// All rows that stand for a name: exact ones first, a cookie of the site itself before what third parties or other
    /// storages call the same, then patterns, the one with the longest literal part first.
    pub(crate) fn rows<'n>(
        self,
        rows: &'static [Declaration],
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        self.exact(rows, name).chain(self.matching(rows, name))
    }

    #[inline]
    fn exact<'n>(
        self,
        rows: &'static [Declaration],
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        let named = self.names.of(name.as_bytes()).map(|row| &rows[usize::from(row)]);
        named.filter(move |row| is_same(row.cookie.as_bytes(), name.as_bytes()))
    }

    #[inline]
    fn matching<'n>(
        self,
        rows: &'static [Declaration],
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        let mut next = 0;
        core::iter::from_fn(move || {
            let pattern = self.pattern(rows, name, next)?;
            next = pattern + 1;
            Some(self.row(rows, pattern))
        })
    }

    /// The first pattern that stands for a name, from a number on.
    fn pattern(self, rows: &'static [Declaration], name: &str, from: u16) -> Option<u16> {
        let mut first = None;
        let mut look_at = |pattern: u16| {
            let is_earlier = pattern >= from && first.is_none_or(|first| pattern < first);
            if is_earlier && self.row(rows, pattern).matches(name) {
                first = Some(pattern);
            }
        };
        for anchors in self.anchors {
            anchors.each(name.as_bytes(), &mut look_at);
        }
        self.loose.iter().copied().for_each(look_at);
        first
    }

    fn row(self, rows: &'static [Declaration], pattern: u16) -> &'static Declaration {
        &rows[usize::from(self.patterns[usize::from(pattern)])]
    }
}

/// Whether two texts are the same, a short one without a call.
#[inline]
fn is_same(text: &[u8], other: &[u8]) -> bool {
    if text.len() != other.len() || text.len() > WORDS {
        return text == other;
    }
    let differences = words(text).into_iter().zip(words(other)).map(|(word, other)| word ^ other);
    differences.fold(0, |all, difference| all | difference) == 0
}
