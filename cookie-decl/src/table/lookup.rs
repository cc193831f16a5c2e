//! From a name to its rows: a perfect hash table of the literal names, and trees over the texts that patterns start or
//! end with, laid out at compile time. A name is held against one literal name at most, and against the patterns whose
//! text it may start or end with: whoever chooses the names that are looked up cannot make it more.

use core::ops::Range;

use crate::run_time::Config;
use crate::table::declaration::Declaration;
use cookie_decl_core::layout::index::{
    BEST, BRANCHES, CONDITIONAL, DROP, FACTOR, FLAGS, INNER, Key, MASK, NEXT, NODE, NONE, PARTED,
    ROW, Reads, SKIP, SLOT, START, TEXT, WHOLE, WORDS, words,
};

/// Where the rows of a name stand. Names are the same bytes or they are different (RFC 6265bis section 5.6).
#[derive(Debug, Clone, Copy)]
pub struct Index {
    /// The first row of each literal name.
    pub names: Names,
    /// A row with a literal name, and the next one with the same.
    pub twins: &'static [(u16, u16)],
    /// The patterns by the text that they start with.
    pub heads: Tree,
    /// The patterns by the text that they end with, from its end.
    pub tails: Tree,
    /// A slot for each pattern, longest literal part first: the words of its text, its row, the pattern to look at next,
    /// the byte between its two holes, the length of the text, and flags.
    pub patterns: &'static Slots<[u8]>,
}

/// Literal names, each in a slot of its own.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// Chosen at compile time so that there are pilots.
    pub seed: u64,
    /// The length of the longest name.
    pub longest: u16,
    /// What sends the names that share it to slots of their own.
    pub pilots: &'static [u8],
    /// The words of a name, its row, its length, and flags. A free slot has a length that no name has.
    pub slots: &'static Slots<[u8]>,
}

/// A tree that tells texts apart by the bytes at one end: it reads those bytes only in which the texts differ, so what
/// it comes to is the one text that a name may start with, or one that starts with that one.
#[derive(Debug, Clone, Copy)]
pub struct Tree {
    /// For each node, where its branches begin, the `factor` and `mask` of what it reads (four bytes each, little
    /// endian), the pattern to start with if no branch leads further (two), and the `skip` and `drop` of what it reads.
    pub nodes: &'static Slots<[u8]>,
}

/// Slots that no line of the cache divides: two are one.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
pub struct Slots<T: ?Sized>(pub T);

impl Index {
    /// Of no rows.
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

    /// The first of the rows that stand for a name and that this deployment has.
    // Compiled here, with all that it calls, and not once more in every crate that looks something up.
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

    /// All rows that stand for a name: exact ones first, a cookie of the site itself before what third parties or other
    /// storages call the same, then patterns, the one with the longest literal part first.
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

    /// A row and all others with the same literal name.
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

    /// The first pattern that stands for a name, of those with this rank or a later one.
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
        let stands = |slot: &[u8; SLOT]| match slot[FLAGS] & (WHOLE | PARTED | CONDITIONAL) {
            WHOLE => true,
            PARTED => is_parted(slot, name.as_bytes()),
            _ => row(slot).is_some_and(|row| row.matches(name) && is_wanted(row)),
        };
        let name = name.as_bytes();
        let first = self.heads.best::<false>(patterns, name, from..NONE, stands);
        let first = self.tails.best::<true>(patterns, name, from..first, stands);
        patterns
            .get(usize::from(first))
            .and_then(row)
            .map(|row| (first, row))
    }
}

/// What stands in the slot of a name.
struct Found {
    row: &'static Declaration,
    is_conditional: bool,
}

impl Names {
    #[allow(
        clippy::inline_always,
        reason = "a look-up is one call, and this is most of it"
    )]
    #[inline(always)]
    fn find(&self, rows: &'static [Declaration], name: &[u8]) -> Option<Found> {
        let (slots, _) = self.slots.0.as_chunks::<SLOT>();
        if name.len() > usize::from(self.longest) {
            return None;
        }
        let key = Key::of(name, self.seed);
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
    /// The lowest of some ranks whose pattern stands for a name, or the end of them.
    #[inline]
    fn best<const FROM_END: bool>(
        &self,
        patterns: &[[u8; SLOT]],
        name: &[u8],
        mut ranks: Range<u16>,
        stands: impl Fn(&[u8; SLOT]) -> bool,
    ) -> u16 {
        let mut rank = self.start::<FROM_END>(name);
        while let Some(slot) = patterns.get(usize::from(rank)) {
            if ranks.contains(&rank) && has_text::<FROM_END>(slot, name) && stands(slot) {
                ranks.end = rank;
                if slot[FLAGS] & BEST != 0 {
                    break;
                }
            }
            rank = two(slot, NEXT);
        }
        ranks.end
    }

    /// The pattern to start with.
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
        // As many steps as most names need, without a look at whether it is a leaf, which nothing could foresee.
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

/// Two bytes of a slot.
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

/// Whether a name has the text of a pattern at an end, and something more.
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

/// Whether what stands behind the text of a pattern has its byte, and something on both sides of that.
#[inline]
fn is_parted(slot: &[u8; SLOT], name: &[u8]) -> bool {
    matches!(&name[slot[TEXT].into()..], [_, inner @ .., _] if inner.contains(&slot[INNER]))
}

#[cfg(test)]
impl Index {
    /// What the macro would lay out for some rows, if it cared neither for time nor for space.
    pub(crate) fn of_few(rows: &[Declaration]) -> Self {
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
                let key = Key::of(row.name().as_bytes(), seed);
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
        // All of them loose, one after the other.
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
            names: names.expect("some seed sends all names apart"),
            twins: Vec::leak(literal().filter_map(next).collect()),
            heads: Tree {
                nodes: Box::leak(Box::new(Slots(root))),
            },
            tails: Tree { nodes: &Slots([]) },
            patterns: Box::leak(Box::new(Slots(slots))),
        }
    }
}
