//! Finds the rows for a cookie name.
//!
//! Literal names are in a perfect hash table, patterns in two prefix trees (by first and by last
//! text); the macro lays out both. A look-up compares with at most one literal name and a bounded
//! number of patterns, so hostile names cannot slow it down.

use core::ops::Range;

use crate::run_time::Config;
use crate::table::declaration::Declaration;
use cookie_decl_core::layout::index::{
    BEST, BRANCHES, CONDITIONAL, DROP, FACTOR, FLAGS, INNER, Key, MASK, NEXT, NODE, NONE, ROW,
    Reads, SEPARATED, SKIP, SLOT, START, TEXT, WHOLE, WORDS, words,
};

/// The look-up index of a table. Names are compared byte by byte (RFC 6265bis section 5.6).
#[derive(Debug, Clone, Copy)]
pub struct Index {
    /// The first row of each literal name.
    pub names: Names,
    /// Pairs of rows with the same literal name: a row and the next one.
    pub twins: &'static [(u16, u16)],
    /// The tree of patterns by the text that they start with.
    pub heads: Tree,
    /// The tree of patterns by the text that they end with, read backwards.
    pub tails: Tree,
    /// A slot for each pattern, by rank: the longest literal part first.
    ///
    /// A slot has the words of the pattern's text, its row, the pattern to try next, the byte
    /// between its two holes, the length of the text, and flags.
    pub patterns: &'static Slots<[u8]>,
}

/// The literal names, each in its own slot.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The seed of the hash. The macro chooses one for which pilots exist.
    pub seed: u64,
    /// The length of the longest name.
    pub longest: u16,
    /// The pilots: each sends the names that share it to different slots.
    pub pilots: &'static [u8],
    /// A slot for each name: its words, row, length and flags.
    ///
    /// No name has the length of a free slot.
    pub slots: &'static Slots<[u8]>,
}

/// A prefix tree, which distinguishes texts by the bytes at one end.
///
/// It reads only the bytes in which the texts differ. So it finds the only text that a name may
/// start with, or a longer text that starts with that one.
#[derive(Debug, Clone, Copy)]
pub struct Tree {
    /// The nodes, in the layout of [`cookie_decl_core::layout::index`].
    ///
    /// A node has the number of its first branch, the pattern to try first if no branch leads
    /// further, and its [`Reads`].
    pub nodes: &'static Slots<[u8]>,
}

/// Slots that are aligned so that none crosses a cache line.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
pub struct Slots<T: ?Sized>(pub T);

impl Index {
    /// Returns the index of a table without rows.
    pub const EMPTY: Self = Self {
        names: Names {
            seed: 0,
            longest: 0,
            pilots: &[],
            slots: &Slots([]),
        },
        twins: &[],
        heads: Tree { nodes: &Slots([]) },
        tails: Tree { nodes: &Slots([]) },
        patterns: &Slots([]),
    };

    /// Finds the first row for a name that this deployment has.
    // This is not generic, so it is compiled once, here, and not in every crate that looks up
    // names.
    pub(crate) fn first(
        &self,
        rows: &'static [Declaration],
        name: &str,
        config: Config<'_>,
    ) -> Option<&'static Declaration> {
        if let Some(found) = self.names.find(rows, name.as_bytes()) {
            if !found.is_conditional {
                return Some(found.row);
            }
            let mut twins = self.twins(rows, found.row);
            if let Some(row) = twins.find(|row| row.is_on(config)) {
                return Some(row);
            }
        }
        self.pattern(rows, name, 0, |row| row.is_on(config))
            .map(|(_, row)| row)
    }

    /// Finds all rows for a name.
    ///
    /// Exact names come first, and among them a cookie of the site before that of a third party or
    /// an item of another storage. Then come patterns, the one with the longest literal part first.
    pub(crate) fn rows<'n>(
        &'static self,
        rows: &'static [Declaration],
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        let exact = self
            .names
            .find(rows, name.as_bytes())
            .map(|found| self.twins(rows, found.row));
        let mut next = 0;
        let patterns = core::iter::from_fn(move || {
            let (rank, row) = self.pattern(rows, name, next, |_| true)?;
            next = rank + 1;
            Some(row)
        });
        exact.into_iter().flatten().chain(patterns)
    }

    /// Returns a row and all others with the same literal name.
    fn twins(
        &self,
        rows: &'static [Declaration],
        row: &'static Declaration,
    ) -> impl Iterator<Item = &'static Declaration> + use<> {
        let twins = self.twins;
        core::iter::successors(Some(row), move |row| {
            let is_same =
                |(twin, _): &&(u16, u16)| core::ptr::eq(&raw const rows[usize::from(*twin)], *row);
            let (_, next) = twins.iter().find(is_same)?;
            rows.get(usize::from(*next))
        })
    }

    /// Finds the first wanted pattern that matches a name, starting at a rank.
    #[inline]
    fn pattern(
        &self,
        rows: &'static [Declaration],
        name: &str,
        from: u16,
        is_wanted: impl Fn(&Declaration) -> bool,
    ) -> Option<(u16, &'static Declaration)> {
        let (patterns, _) = self.patterns.0.as_chunks::<SLOT>();
        if patterns.is_empty() {
            return None;
        }
        let row = |slot: &[u8; SLOT]| rows.get(usize::from(two(slot, ROW)));
        let matches = |slot: &[u8; SLOT]| match slot[FLAGS] & (WHOLE | SEPARATED | CONDITIONAL) {
            WHOLE => true,
            SEPARATED => is_separated(slot, name.as_bytes()),
            _ => row(slot).is_some_and(|row| row.matches(name) && is_wanted(row)),
        };
        let name = name.as_bytes();
        let first = self
            .heads
            .best::<false>(patterns, name, from..NONE, matches);
        let first = self
            .tails
            .best::<true>(patterns, name, from..first, matches);
        patterns
            .get(usize::from(first))
            .and_then(row)
            .map(|row| (first, row))
    }
}

/// The contents of a name's slot.
struct Found {
    row: &'static Declaration,
    is_conditional: bool,
}

impl Names {
    #[allow(
        clippy::inline_always,
        reason = "a look-up is one call, and this is most of its work"
    )]
    #[inline(always)]
    fn find(&self, rows: &'static [Declaration], name: &[u8]) -> Option<Found> {
        let (slots, _) = self.slots.0.as_chunks::<SLOT>();
        if name.len() > usize::from(self.longest) {
            return None;
        }
        let key = Key::new(name, self.seed);
        let pilot = self.pilots.get(key.pilot(self.pilots.len()))?;
        let slot = slots.get(key.slot(*pilot, slots.len()))?;
        if !has_words(slot, key.words) || usize::from(two(slot, NEXT)) != name.len() {
            return None;
        }
        let row = rows.get(usize::from(two(slot, ROW)))?;
        let is_same = name.len() <= WORDS || row.is_called(name);
        is_same.then_some(Found {
            row,
            is_conditional: slot[FLAGS] & CONDITIONAL != 0,
        })
    }
}

impl Tree {
    /// Returns the lowest of `ranks` whose pattern matches a name, or the end of `ranks`.
    #[inline]
    fn best<const FROM_END: bool>(
        &self,
        patterns: &[[u8; SLOT]],
        name: &[u8],
        mut ranks: Range<u16>,
        matches: impl Fn(&[u8; SLOT]) -> bool,
    ) -> u16 {
        let mut rank = self.start::<FROM_END>(name);
        while let Some(slot) = patterns.get(usize::from(rank)) {
            if ranks.contains(&rank) && has_text::<FROM_END>(slot, name) && matches(slot) {
                ranks.end = rank;
                if slot[FLAGS] & BEST != 0 {
                    break;
                }
            }
            rank = two(slot, NEXT);
        }
        ranks.end
    }

    /// Returns the rank of the pattern to try first.
    #[inline]
    fn start<const FROM_END: bool>(&self, name: &[u8]) -> u16 {
        let (nodes, _) = self.nodes.0.as_chunks::<NODE>();
        let Some(mut node) = nodes.first() else {
            return NONE;
        };
        let four = |node: &[u8; NODE], at: usize| {
            u32::from_le_bytes([node[at], node[at + 1], node[at + 2], node[at + 3]])
        };
        let next = |node: &[u8; NODE]| {
            let reads = Reads {
                skip: node[SKIP],
                mask: four(node, MASK),
                factor: four(node, FACTOR),
                drop: node[DROP],
            };
            let window = reads.window(name, FROM_END)?;
            nodes.get(four(node, BRANCHES) as usize + reads.branch(window))
        };
        // The first steps, which most names need, do not check for a leaf, because the processor
        // could not predict the check. The branch of a leaf is the leaf itself.
        let most = if FROM_END { 1 } else { 2 };
        let mut steps = 0;
        while (steps < most || four(node, MASK) != 0)
            && let Some(further) = next(node)
        {
            node = further;
            steps += 1;
        }
        u16::from_le_bytes([node[START], node[START + 1]])
    }
}

/// Reads a number of two bytes from a slot.
#[inline]
fn two(slot: &[u8; SLOT], at: usize) -> u16 {
    u16::from_le_bytes([slot[at], slot[at + 1]])
}

#[inline]
fn has_words(slot: &[u8; SLOT], words: [u64; 3]) -> bool {
    let (chunks, _) = slot.as_chunks::<8>();
    let differences = chunks
        .iter()
        .zip(words)
        .map(|(chunk, word)| u64::from_le_bytes(*chunk) ^ word);
    differences.fold(0, |all, difference| all | difference) == 0
}

/// Whether a name starts or ends with the text of a pattern and is longer than that.
#[inline]
fn has_text<const FROM_END: bool>(slot: &[u8; SLOT], name: &[u8]) -> bool {
    let length = usize::from(slot[TEXT]);
    let more = name.len().saturating_sub(length);
    more > 0
        && has_words(
            slot,
            words(if FROM_END {
                &name[more..]
            } else {
                &name[..length]
            }),
        )
}

/// Whether the rest of the name, after the text, has the pattern's byte between other bytes.
#[inline]
fn is_separated(slot: &[u8; SLOT], name: &[u8]) -> bool {
    matches!(&name[slot[TEXT].into()..], [_, inner @ .., _] if inner.contains(&slot[INNER]))
}

#[cfg(test)]
impl Index {
    /// A simple index for a few rows. The index of the macro is smaller and faster.
    pub(crate) fn of_rows(rows: &[Declaration]) -> Self {
        use alloc::boxed::Box;
        use alloc::vec::Vec;

        const COUNT: usize = 512;
        let number = |index| u16::try_from(index).expect("there are few rows");
        let write = |slots: &mut [u8], at: usize, words: [u64; 3], known: [u16; 4]| {
            let words = words.into_iter().flat_map(u64::to_le_bytes);
            let bytes: Vec<u8> = words
                .chain(known.into_iter().flat_map(u16::to_le_bytes))
                .collect();
            slots[SLOT * at..][..SLOT].copy_from_slice(&bytes);
        };
        let literal = || {
            rows.iter()
                .enumerate()
                .filter(|(_, row)| !row.is_any() && row.pattern().is_none())
        };
        let is_first = |(index, row): &(usize, &Declaration)| {
            rows[..*index].iter().all(|it| it.name() != row.name())
        };
        let next = |(index, row): (usize, &Declaration)| {
            let next =
                literal().find(|(next, other)| *next > index && other.name() == row.name())?;
            Some((number(index), number(next.0)))
        };
        let names = (0..).find_map(|seed| {
            let mut slots = [0; SLOT * COUNT];
            (0..COUNT).for_each(|free| write(&mut slots, free, [0; 3], [0, u16::MAX, 0, 0]));
            let mut taken = [false; COUNT];
            for (index, row) in literal().filter(is_first) {
                let key = Key::new(row.name().as_bytes(), seed);
                let slot = key.slot(0, COUNT);
                if core::mem::replace(&mut taken[slot], true) {
                    return None;
                }
                let flags = u16::from(CONDITIONAL) << 8;
                write(
                    &mut slots,
                    slot,
                    key.words,
                    [number(index), number(row.name().len()), 0, flags],
                );
            }
            Some(Names {
                seed,
                longest: u16::MAX,
                pilots: &[0],
                slots: Box::leak(Box::new(Slots(slots))),
            })
        });
        // A list of all patterns, without trees.
        let patterns: Vec<usize> = (0..rows.len())
            .filter(|index| rows[*index].pattern().is_some())
            .collect();
        let mut slots = [0; SLOT * COUNT];
        for (rank, index) in patterns.iter().enumerate() {
            let next = if rank + 1 < patterns.len() {
                number(rank + 1)
            } else {
                NONE
            };
            write(
                &mut slots,
                rank,
                [0; 3],
                [number(*index), next, 0, u16::from(CONDITIONAL) << 8],
            );
        }
        let start = if patterns.is_empty() { NONE } else { 0 };
        let mut root = [0; NODE];
        root[START..SKIP].copy_from_slice(&u16::to_le_bytes(start));
        Self {
            names: names.expect("some seed sends each name to its own slot"),
            twins: Vec::leak(literal().filter_map(next).collect()),
            heads: Tree {
                nodes: Box::leak(Box::new(Slots(root))),
            },
            tails: Tree { nodes: &Slots([]) },
            patterns: Box::leak(Box::new(Slots(slots))),
        }
    }
}
