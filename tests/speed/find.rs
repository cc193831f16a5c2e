//! Look-up of exact names and patterns, declared or not.

use std::collections::HashMap;

use crate::harness::{Bound, Contender, Work};
use crate::random::Random;
use crate::tables;
use cookie_decl_core::layout::index::{Key, SLOT};

pub(crate) fn works() -> Vec<Work> {
    let mut works = Vec::new();
    macro_rules! exact {
        ($($table:ident $count:literal),*) => {$(
            let table = &tables::$table::POLICY;
            for (what, names) in [("hit", tables::$table::NAMES), ("miss", tables::$table::OTHERS)] {
                let names = names.to_vec();
                let peers = Peers { exact: tables::$table::NAMES, phf: &tables::$table::PHF, by_match: tables::$table::by_match };
                let most_of_phf = if $count >= 100 { 0.3 } else { 1.0 };
                works.push(Work {
                    name: format!("find, {} names, {what}", $count),
                    ours: Contender::new("find", cycle(&names, |name| table.find(name))),
                    peers: peers.all(&names, Bound::Ratio(most_of_phf), Bound::Ratio(1.0), |_| None),
                });
            }
        )*};
    }
    exact!(exact_10 10, exact_100 100, exact_1000 1_000, exact_2500 2_500);
    works.push(hostile());
    works.extend(patterns());
    works
}

/// Names chosen by somebody who knows the table: each has the slot, the length and the end of a
/// declared name, so that the two must be compared.
fn hostile() -> Work {
    use tables::exact_2500::{NAMES, POLICY};
    let slots = &POLICY.index.names;
    let slot = |name: &[u8]| {
        let key = Key::new(name, slots.seed);
        key.slot(
            slots.pilots[key.pilot(slots.pilots.len())],
            slots.slots.0.len() / SLOT,
        )
    };
    // The first eight bytes count up until the slot is the same.
    let collision = |name: &&str| {
        let mut other = name.as_bytes().to_vec();
        loop {
            for byte in other.iter_mut().take(8) {
                *byte = if *byte == b'z' {
                    b'a'
                } else {
                    byte.wrapping_add(1).max(b'a')
                };
                if *byte != b'a' {
                    break;
                }
            }
            if slot(&other) == slot(name.as_bytes()) {
                break String::from_utf8(other).expect("it is ASCII");
            }
        }
    };
    let declared: Vec<&str> = NAMES
        .iter()
        .copied()
        .filter(|name| name.len() > 4)
        .take(128)
        .collect();
    let chosen: Vec<String> = declared.iter().map(collision).collect();
    assert!(
        chosen.iter().all(|name| POLICY.find(name).is_none()),
        "none of them is declared"
    );
    let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
    let exact = Contender::new("an exact hit", cycle(&declared, |name| POLICY.find(name)));
    Work {
        name: "find, 2500 names, chosen to collide".to_owned(),
        ours: Contender::new("find", cycle(&chosen, |name| POLICY.find(name))),
        peers: vec![(exact, Bound::Ratio(1.5))],
    }
}

fn patterns() -> Vec<Work> {
    use tables::many_patterns;
    use tables::patterns::{HITS, NAMES, OTHERS, PHF, POLICY, by_match};
    let work = |what, names: &[&'static str], names_of_many: &[&str]| {
        let peers = Peers {
            exact: NAMES,
            phf: &PHF,
            by_match,
        };
        let scan = |name: &str| {
            let rows = POLICY.declarations().iter();
            let row = rows
                .enumerate()
                .skip(NAMES.len())
                .find(|(_, row)| row.pattern().is_some_and(|p| p.matches(name)));
            row.and_then(|(index, _)| u16::try_from(index).ok())
        };
        let mut peers = peers.all(names, Bound::Ratio(1.0), Bound::Ratio(1.0), scan);
        // This compares an exact name in the same table, and ten times as many patterns.
        let exact = Contender::new("an exact hit", cycle(NAMES, |name| POLICY.find(name)));
        let many = Contender::new(
            "the same of 2,600",
            cycle(names_of_many, |name| many_patterns::POLICY.find(name)),
        );
        peers.splice(
            0..0,
            [(exact, Bound::Ratio(20.0 / 7.0)), (many, Bound::None)],
        );
        Work {
            name: format!("find, 260 patterns of 2,500, {what}"),
            ours: Contender::new("find", cycle(names, |name| POLICY.find(name))),
            peers,
        }
    };
    // A name that a pattern matches is not a miss.
    let others = OTHERS
        .iter()
        .copied()
        .filter(|name| POLICY.find(name).is_none())
        .collect::<Vec<_>>();
    let others_of_many = many_patterns::OTHERS.iter().copied();
    let others_of_many: Vec<_> = others_of_many
        .filter(|name| many_patterns::POLICY.find(name).is_none())
        .collect();
    vec![
        work("hit", HITS, many_patterns::HITS),
        work("miss", &others, &others_of_many),
    ]
}

#[derive(Clone, Copy)]
struct Peers {
    exact: &'static [&'static str],
    phf: &'static phf::Map<&'static str, u16>,
    by_match: fn(&str) -> Option<u16>,
}

impl Peers {
    fn all(
        self,
        names: &[&'static str],
        phf: Bound,
        others: Bound,
        then: impl Fn(&str) -> Option<u16> + Copy + 'static,
    ) -> Vec<(Contender, Bound)> {
        let pairs = || self.exact.iter().copied().zip(0_u16..);
        let std: HashMap<&str, u16> = pairs().collect();
        let foldhash: HashMap<&str, u16, foldhash::fast::RandomState> = pairs().collect();
        let Self {
            phf: phf_map,
            by_match,
            ..
        } = self;
        let std = cycle(names, move |name| {
            std.get(name).copied().or_else(|| then(name))
        });
        let foldhash = cycle(names, move |name| {
            foldhash.get(name).copied().or_else(|| then(name))
        });
        vec![
            (
                Contender::new(
                    "phf 0.14",
                    cycle(names, move |name| {
                        phf_map.get(name).copied().or_else(|| then(name))
                    }),
                ),
                phf,
            ),
            (Contender::new("HashMap", std), others),
            (Contender::new("HashMap with foldhash", foldhash), others),
            (
                Contender::new(
                    "match",
                    cycle(names, move |name| by_match(name).or_else(|| then(name))),
                ),
                others,
            ),
        ]
    }
}

/// Visits the names in an order that a branch predictor cannot learn.
fn cycle<T, F: Fn(&str) -> T>(names: &[&str], find: F) -> impl FnMut() -> T + use<T, F> {
    const QUERIES: usize = 1 << 13;
    let mut random = Random::new(11);
    // The names are copied, so that no pointer is that of the table.
    let queries: Vec<String> = (0..QUERIES).map(|_| random.of(names).to_owned()).collect();
    let mut next = 0;
    move || {
        next = (next + 1) % QUERIES;
        find(std::hint::black_box(&queries[next]))
    }
}
