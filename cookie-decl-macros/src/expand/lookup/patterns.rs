//! Names with holes, found by a text that they start or end with. Each end has a tree that reads
//! only those bytes in which the texts differ.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::iter::successors;

use cookie_decl_core::layout::index::{
    BEST, BRANCHES, DROP, FACTOR, MASK, NODE, NONE, Reads, SEPARATED, SKIP, SLOT, START, WHOLE,
    WORDS, words,
};

use crate::expand::lookup::slots::{flags, is_elsewhere, slot};
use crate::expand::tokens::small;
use crate::map::Map;
use crate::model::{Declaration, Pattern};

pub(super) struct Patterns {
    pub(super) heads: Vec<u8>,
    pub(super) tails: Vec<u8>,
    /// A slot for each pattern, by rank: longest literal part first.
    pub(super) slots: Vec<u8>,
}

/// The most branches that a node gets only to keep them sparse.
const ROOMY: usize = 4096;

/// The texts at one end of the names, each with the ranks of its patterns. Texts at the end of a
/// name are reversed: both are read from their end of the name inwards.
type Texts = BTreeMap<Vec<u8>, Vec<u16>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Head,
    Tail,
}

impl Patterns {
    pub(super) fn new(declarations: &[Declaration]) -> Self {
        let ranked = ranked(declarations);
        let [heads, tails] = texts(&ranked);
        let mut slots = vec![[0; SLOT]; ranked.len()];
        for (texts, end) in [(&heads, End::Head), (&tails, End::Tail)] {
            for (text, ranks) in texts {
                // After the patterns with this text come those with the longest text that it starts
                // with, and so on.
                let shorter = successors(longest_start(texts, text), |(text, _)| {
                    longest_start(texts, text)
                });
                let shorter: Vec<_> = shorter.flat_map(|(_, ranks)| ranks).copied().collect();
                for (index, rank) in ranks.iter().enumerate() {
                    let next = ranks[index + 1..].iter().chain(&shorter).next();
                    let best = if shorter.iter().all(|other| rank < other) {
                        BEST
                    } else {
                        0
                    };
                    let rank = usize::from(*rank);
                    slots[rank] = ranked[rank].slot(text, end, next.copied(), best);
                }
            }
        }
        Self {
            heads: tree(&heads),
            tails: tree(&tails),
            slots: slots.concat(),
        }
    }
}

/// A declaration with a pattern.
struct Ranked<'d> {
    number: u16,
    pattern: &'d Pattern,
    flags: u8,
}

impl<'d> Ranked<'d> {
    fn ends(&self) -> [&'d str; 2] {
        [&self.pattern.head, self.pattern.tail()]
    }

    /// The slot of the pattern, which is found by a text at one end.
    fn slot(&self, text: &[u8], end: End, next: Option<u16>, best: u8) -> [u8; SLOT] {
        let pattern = self.pattern;
        let is_all = pattern.head.len() + pattern.tail().len() == text.len();
        let whole = if pattern.holes.len() == 1 && is_all {
            WHOLE
        } else {
            0
        };
        // A single byte between two holes.
        let (inner, parted) = match &pattern.holes[..] {
            [(_, inner), (_, tail)] if tail.is_empty() && end == End::Head && is_all => {
                match inner.as_bytes() {
                    [byte] => (*byte, SEPARATED),
                    [byte, ..] => (*byte, 0),
                    [] => (0, 0),
                }
            }
            _ => (0, 0),
        };
        let mut text = text.to_vec();
        if end == End::Tail {
            text.reverse();
        }
        let length = u8::try_from(text.len()).expect("it is cut to fit");
        slot(
            words(&text),
            [self.number, next.unwrap_or(NONE)],
            [inner, length, self.flags | whole | parted | best],
        )
    }
}

/// The patterns, longest literal part first. Of equals, the one with more text comes first, then
/// the site's own, then the one declared first.
fn ranked(declarations: &[Declaration]) -> Vec<Ranked<'_>> {
    let numbered = declarations.iter().enumerate();
    let mut patterns: Vec<_> = numbered
        .filter_map(|(number, declaration)| {
            Some((number, declaration, declaration.name.pattern.as_ref()?))
        })
        .collect();
    patterns.sort_by_key(|(number, declaration, pattern)| {
        let longest = pattern.literals().map(str::len).max();
        let total: usize = pattern.literals().map(str::len).sum();
        let is_elsewhere = is_elsewhere(declaration);
        (Reverse(longest), Reverse(total), is_elsewhere, *number)
    });
    let ranked = patterns.into_iter();
    ranked
        .map(|(number, declaration, pattern)| Ranked {
            number: small(number),
            pattern,
            flags: flags(declaration),
        })
        .collect()
}

/// Sorts the patterns by their heads or their tails: by that which fewer patterns share, or the
/// longer of equals. Patterns without a text at either end are with the heads.
fn texts(ranked: &[Ranked<'_>]) -> [Texts; 2] {
    let mut shared_by: [Map<&str, usize>; 2] = [Map::default(), Map::default()];
    for ranked in ranked {
        for (shared_by, text) in shared_by.iter_mut().zip(ranked.ends()) {
            *shared_by.entry(text).or_default() += 1;
        }
    }
    let (mut heads, mut tails) = (Texts::new(), Texts::new());
    for (rank, ranked) in ranked.iter().enumerate() {
        let ends = ranked.ends();
        let [head, tail] = [0, 1].map(|end| {
            let text = ends[end];
            (text.is_empty(), shared_by[end][text], Reverse(text.len()))
        });
        let (texts, text): (_, Vec<u8>) = if tail < head {
            (&mut tails, ends[1].bytes().rev().take(WORDS).collect())
        } else {
            (&mut heads, ends[0].bytes().take(WORDS).collect())
        };
        texts.entry(text).or_default().push(small(rank));
    }
    [heads, tails]
}

/// The longest other text that this text starts with.
fn longest_start<'t>(texts: &'t Texts, text: &[u8]) -> Option<(&'t Vec<u8>, &'t Vec<u16>)> {
    (0..text.len())
        .rev()
        .find_map(|length| texts.get_key_value(&text[..length]))
}

/// Lays out the nodes of the tree, the root first.
fn tree(texts: &Texts) -> Vec<u8> {
    if texts.is_empty() {
        return Vec::new();
    }
    let mut nodes = vec![Node::leaf(NONE)];
    grow(
        &mut nodes,
        0,
        &texts
            .iter()
            .map(|(text, ranks)| (text.as_slice(), ranks[0]))
            .collect::<Vec<_>>(),
    );
    for (index, node) in nodes
        .iter_mut()
        .enumerate()
        .filter(|(_, node)| node.reads.drop == 0)
    {
        // A leaf reads nothing and leads to itself: an extra step costs less than a mispredicted
        // end of the loop.
        (node.branches, node.reads.drop) = (index, 31);
    }
    nodes.iter().flat_map(Node::bytes).collect()
}

#[derive(Clone)]
struct Node {
    /// The pattern to try first if no branch leads further.
    start: u16,
    /// The number of its first branch.
    branches: usize,
    reads: Reads,
}

/// The texts that each branch leads to, with the first pattern of each.
type ByBranch<'t> = BTreeMap<usize, Vec<(&'t [u8], u16)>>;

impl Node {
    fn leaf(start: u16) -> Self {
        Self {
            start,
            branches: 0,
            reads: Reads::default(),
        }
    }

    fn bytes(&self) -> [u8; NODE] {
        let Self {
            start,
            branches,
            reads:
                Reads {
                    skip,
                    mask,
                    factor,
                    drop,
                },
        } = *self;
        let branches = u32::try_from(branches).expect("there are 65,534 rows at most");
        let mut node = [0; NODE];
        for (at, word) in [(BRANCHES, branches), (FACTOR, factor), (MASK, mask)] {
            node[at..at + 4].copy_from_slice(&word.to_le_bytes());
        }
        node[START..SKIP].copy_from_slice(&start.to_le_bytes());
        (node[SKIP], node[DROP]) = (skip, drop);
        node
    }
}

/// Grows a leaf into the tree of these texts, which are sorted.
fn grow(nodes: &mut Vec<Node>, place: usize, mut texts: &[(&[u8], u16)]) {
    // What all these texts start with needs no branch: each branch leads to it as well.
    while let [(text, start), longer @ ..] = texts
        && longer.iter().all(|(longer, _)| longer.starts_with(text))
    {
        nodes[place].start = *start;
        texts = longer;
    }
    if texts.is_empty() {
        return;
    }
    let (reads, by_branch) = apart(texts, if place == 0 { 16 } else { 8 });
    let (branches, leaf) = (nodes.len(), Node::leaf(nodes[place].start));
    nodes.extend(vec![leaf; 1 << (32 - reads.drop)]);
    nodes[place] = Node {
        branches,
        reads,
        ..nodes[place]
    };
    for (branch, texts) in by_branch {
        grow(nodes, branches + branch, &texts);
    }
}

/// Chooses what a node reads: what tells most of its texts apart. Returns it with the texts by
/// branch. `room` is the wanted number of branches for each different value. No text
/// is the start of all others.
fn apart<'t>(texts: &[(&'t [u8], u16)], room: usize) -> (Reads, ByBranch<'t>) {
    let shortest = texts.iter().map(|(text, _)| text.len()).min().unwrap_or(0);
    let shortest = u8::try_from(shortest).expect("they are cut to fit");
    let windows = (0..shortest).map(|skip| {
        // Four bytes, or fewer if a text is shorter.
        let reads = Reads {
            skip,
            mask: u32::MAX >> (8 * 4_u8.saturating_sub(shortest - skip)),
            ..Reads::default()
        };
        let window = |text| reads.window(text, false).expect("no text is shorter");
        (
            reads,
            texts
                .iter()
                .map(|(text, _)| window(text))
                .collect::<Vec<_>>(),
        )
    });
    let count = |windows: &[u32]| windows.iter().collect::<HashSet<_>>().len();
    let windows = windows.max_by_key(|(reads, windows)| (count(windows), Reverse(reads.skip)));
    let (reads, windows) = windows.expect("there are texts, and none of them is empty");
    // At least two branches for each window, so that undeclared names seldom take a branch that
    // leads on; but what is read often must stay in the cache.
    let count = count(&windows);
    let least = (2 * count)
        .max((room * count).min(ROOMY))
        .next_power_of_two()
        .ilog2();
    let way = |factor, drop| {
        let reads = Reads {
            factor,
            drop,
            ..reads
        };
        let mut by_branch = ByBranch::new();
        for (text, window) in texts.iter().zip(&windows) {
            by_branch
                .entry(reads.branch(*window))
                .or_default()
                .push(*text);
        }
        (reads, by_branch)
    };
    // One of eight factors nearly always separates the texts. If not, try more branches.
    let mut ways = (least..32).filter_map(|bits| {
        // An odd factor gives different products for different windows.
        let factors = (0..8).map(|turn| 0x9b37_79b5_u32.rotate_left(4 * turn));
        let ways = factors.map(|factor| way(factor, u8::try_from(32 - bits).unwrap_or(1)));
        ways.min_by_key(|(_, by_branch)| Reverse(by_branch.len()))
    });
    let apart = ways.find(|(_, by_branch)| by_branch.len() > 1);
    apart.expect("some bits tell two windows apart")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pattern that the tree comes to for a name, and how many nodes it went through.
    fn start(nodes: &[u8], name: &[u8]) -> (u16, usize) {
        let (nodes, _) = nodes.as_chunks::<16>();
        let (mut node, mut steps) = (nodes[0], 0);
        loop {
            let [.., low, high, skip, drop] = node;
            let [branches, factor, mask] = [0, 4, 8]
                .map(|at| u32::from_le_bytes(*node[at..].first_chunk().expect("there are more")));
            let reads = Reads {
                skip,
                mask,
                factor,
                drop,
            };
            let window = reads.window(name, false).filter(|_| mask > 0);
            let Some(window) = window else {
                return (u16::from_le_bytes([low, high]), steps);
            };
            node = nodes[branches as usize + reads.branch(window)];
            steps += 1;
        }
    }

    fn texts(texts: impl IntoIterator<Item = impl Into<Vec<u8>>>) -> Texts {
        texts
            .into_iter()
            .zip(0..)
            .map(|(text, rank)| (text.into(), vec![rank]))
            .collect()
    }

    #[test]
    fn a_name_leads_to_all_texts_that_it_starts_with() {
        let texts = texts(["_ga_", "_ga", "_gid_", "_pk_id.", "_pk_ses.", "_pk_", "x"]);
        let nodes = tree(&texts);
        for text in texts.keys() {
            for more in ["", "1", "\u{fe}", "_session_of_the_visitor"] {
                let name = [text, more.as_bytes()].concat();
                let (found, _) = start(&nodes, &name);
                let found = texts.iter().find(|(_, ranks)| ranks[0] == found);
                let tried: Vec<_> =
                    successors(found, |(text, _)| longest_start(&texts, text)).collect();
                for text in texts.iter().filter(|(text, _)| name.starts_with(text)) {
                    assert!(
                        tried.contains(&text),
                        "{}: {}",
                        name.escape_ascii(),
                        text.0.escape_ascii()
                    );
                }
            }
        }
    }

    /// Whatever name a visitor sends, and however many patterns there are, a look-up visits few
    /// nodes.
    #[test]
    fn the_way_is_short_among_many_texts() {
        let many = |count: u16| {
            let texts = texts((0..count).map(|number| format!("shop_{}_{number}_", number % 7)));
            let nodes = tree(&texts);
            let steps = texts.iter().map(|(text, ranks)| {
                let (found, steps) = start(&nodes, text);
                assert_eq!(found, ranks[0]);
                steps
            });
            assert!(
                nodes.len() / 16 < 32 * usize::from(count),
                "{count}: {}",
                nodes.len() / 16
            );
            steps.max().unwrap_or(0)
        };
        let steps = [10, 260, 5_000].map(many);
        assert!(steps.iter().all(|steps| *steps <= 6), "{steps:?}");
    }
}
