//! What a table costs, compared with what people would use instead:
//! `cargo bench -p cookie-decl-speed`.
//!
//! It prints one table: the task, our time and a peer's, the ratio, the goal, and whether it is
//! reached. Times are medians of batches that take turns. If valgrind is installed, it also counts
//! the instructions of both, which do not depend on other load. Words select some of the tasks:
//! `-- find page`.

use std::env;

use self::harness::{Line, Work};

mod compile;
mod find;
mod harness;
mod layer;
mod page;
mod random;
mod request;

#[allow(missing_docs, clippy::too_many_lines, reason = "written by `build.rs`")]
mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

type Works = fn() -> Vec<Work>;

const GROUPS: &[(&str, Works)] = &[
    ("find", find::works),
    ("request", request::works),
    ("layer", layer::works),
    ("page", page::works),
];

const BUILDS: &[(&str, fn())] = &[
    ("size", compile::sizes),
    ("compile", compile::times),
    ("clean", compile::clean_builds),
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [once, group, work, contender, times] = &arguments[..]
        && once == "--once"
    {
        let works = GROUPS
            .iter()
            .find(|(name, _)| name == group)
            .map(|(_, works)| works());
        let work = works
            .into_iter()
            .flatten()
            .find(|one| one.name == *work)
            .expect("the argument is the name of a task");
        return work.run_once(contender, times.parse().expect("it is a number"));
    }
    // `cargo test --benches` needs only a short run, which measures nothing but checks that all do
    // the same.
    if !arguments.iter().any(|argument| argument == "--bench") {
        for (_, works) in GROUPS {
            drop(works());
        }
        return;
    }
    let words: Vec<_> = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let is_chosen = |group: &str| words.is_empty() || words.iter().any(|word| *word == group);
    Line::head();
    for (group, works) in GROUPS.iter().filter(|(group, _)| is_chosen(group)) {
        for work in works() {
            work.measure(group);
        }
    }
    BUILDS
        .iter()
        .filter(|(group, _)| is_chosen(group))
        .for_each(|(_, print)| print());
}
