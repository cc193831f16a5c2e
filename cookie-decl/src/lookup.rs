//! From a name to its rows: a hash table over the literal names, laid out at compile time, then the patterns.

use crate::Declaration;
use crate::hash::hash;

/// Where the rows of a name stand. Names are the same bytes or they are different (RFC 6265bis section 5.6).
#[derive(Debug, Clone, Copy)]
pub struct Index {
    /// Chosen at compile time so that clusters are short.
    pub seed: u64,
    /// An open-addressing table of row numbers plus one, 0 for a free slot, two bytes each, little endian. Its length
    /// is a power of two and at least twice the number of rows in it. Rows with one name follow each other.
    pub slots: &'static [u8],
    /// The rows with holes in their names, longest literal part first.
    pub patterns: &'static [u16],
}

impl Index {
    /// All rows that stand for a name: exact ones first, a cookie of the site itself before what third parties or other
    /// storages call the same, then patterns, the one with the longest literal part first.
    pub(crate) fn rows<'n>(
        self,
        rows: &'static [Declaration],
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        let exact = self.exact(name).map(|row| &rows[row]).filter(move |row| row.cookie == name);
        let patterns = self.patterns.iter().map(|row| &rows[usize::from(*row)]);
        exact.chain(patterns.filter(move |row| row.matches(name)))
    }

    /// The rows from the name's slot to the end of the cluster.
    fn exact(self, name: &str) -> impl Iterator<Item = usize> + use<> {
        let (slots, _) = self.slots.as_chunks::<2>();
        // Without slots the mask is all ones, and there is nothing at the start either.
        let mask = slots.len().wrapping_sub(1);
        #[allow(clippy::cast_possible_truncation, reason = "the mask takes the low bits")]
        let start = if slots.is_empty() { 0 } else { hash(name, self.seed) as usize & mask };
        (start..).map_while(move |slot| {
            let row = u16::from_le_bytes(*slots.get(slot & mask)?);
            usize::from(row).checked_sub(1)
        })
    }
}
