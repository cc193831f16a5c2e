//! Tasks and contenders: timed in turn, in one run, so that other load on the machine affects all
//! of them.

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fmt, iter};

/// A contender, which does a task a number of times.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    run: Box<dyn FnMut(u64)>,
}

impl Contender {
    pub(crate) fn new<T>(name: &'static str, mut work: impl FnMut() -> T + 'static) -> Self {
        let run = move |times| {
            for _ in 0..times {
                black_box(work());
            }
        };
        Self {
            name,
            run: Box::new(run),
        }
    }
}

/// The goal for our time, compared with a peer's.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    /// At most this many times the peer's time.
    Ratio(f64),
    /// At most this much more than the peer's time.
    More(f64),
    /// No goal: the peer is only shown.
    None,
}

impl Bound {
    fn holds(self, ours: f64, theirs: f64) -> Option<bool> {
        match self {
            Self::Ratio(most) => Some(ours <= most * theirs),
            Self::More(most) => Some(ours - theirs <= most),
            Self::None => None,
        }
    }
}

/// A task: our contender, then the peers with the goal against each.
pub(crate) struct Work {
    pub(crate) name: String,
    pub(crate) ours: Contender,
    pub(crate) peers: Vec<(Contender, Bound)>,
}

const ROUNDS: usize = 201;
const BATCH: Duration = Duration::from_micros(400);

impl Work {
    /// Prints a line for each peer.
    pub(crate) fn measure(mut self, group: &str) {
        let mut contenders = vec![&mut self.ours];
        contenders.extend(self.peers.iter_mut().map(|(peer, _)| peer));
        let times: Vec<u64> = contenders
            .iter_mut()
            .map(|contender| batch(contender))
            .collect();
        let mut seconds = vec![Vec::new(); contenders.len()];
        for round in 0..ROUNDS {
            for turn in 0..contenders.len() {
                // The order changes, so that no contender always follows the same one.
                let turn = if round % 2 == 0 {
                    turn
                } else {
                    contenders.len() - 1 - turn
                };
                let start = Instant::now();
                (contenders[turn].run)(times[turn]);
                #[allow(clippy::cast_precision_loss, reason = "some thousands")]
                seconds[turn].push(start.elapsed().as_secs_f64() / times[turn] as f64);
            }
        }
        let counts = contenders.iter().zip(&times);
        let counts: Vec<_> = counts
            .map(|(one, times)| instructions(group, &self.name, one.name, *times))
            .collect();
        for (index, (peer, bound)) in self.peers.iter().enumerate() {
            let ratios = seconds[0]
                .iter()
                .zip(&seconds[index + 1])
                .map(|(ours, theirs)| ours / theirs)
                .collect();
            Line {
                work: &self.name,
                unit: Unit::Seconds,
                ours: median(seconds[0].clone()),
                peer: peer.name,
                theirs: median(seconds[index + 1].clone()),
                ratio: Some(median(ratios)),
                bound: *bound,
                instructions: counts[0].zip(counts[index + 1]),
            }
            .print();
        }
    }

    /// Does a task a number of times and nothing else, so that its instructions can be counted.
    pub(crate) fn run_once(mut self, name: &str, times: u64) {
        let peers = self.peers.iter_mut().map(|(peer, _)| peer);
        let contender = iter::once(&mut self.ours)
            .chain(peers)
            .find(|one| one.name == name);
        (contender.expect("the counted run does the same works").run)(times);
    }
}

/// Returns how often a contender does the task in a batch.
fn batch(contender: &mut Contender) -> u64 {
    let mut times = 1;
    loop {
        let time = || {
            let start = Instant::now();
            (contender.run)(times);
            start.elapsed()
        };
        // The machine may have been busy once.
        if iter::repeat_with(time).take(3).all(|time| time >= BATCH) {
            return times;
        }
        times *= 2;
    }
}

/// Returns the instructions of doing a task once, if valgrind is installed: those of many runs,
/// less those of fewer.
fn instructions(group: &str, work: &str, contender: &str, batch: u64) -> Option<f64> {
    let many = u32::try_from(batch).unwrap_or(u32::MAX).clamp(1, 500);
    let count = |times: u32| {
        let mut valgrind = Command::new("valgrind");
        valgrind
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(env::current_exe().ok()?);
        valgrind.args(["--once", group, work, contender, &times.to_string()]);
        let output = valgrind
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        let text = String::from_utf8(output.stderr).ok()?;
        text.lines()
            .find_map(|line| line.split_once("Collected :"))?
            .1
            .trim()
            .parse::<f64>()
            .ok()
    };
    Some((count(2 * many)? - count(many)?) / f64::from(many))
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[derive(Clone, Copy)]
pub(crate) enum Unit {
    Seconds,
    Bytes,
}

/// A line of the output.
pub(crate) struct Line<'a> {
    pub(crate) work: &'a str,
    pub(crate) unit: Unit,
    pub(crate) ours: f64,
    pub(crate) peer: &'a str,
    pub(crate) theirs: f64,
    /// The ratio of the medians, if nothing better is known.
    pub(crate) ratio: Option<f64>,
    pub(crate) bound: Bound,
    pub(crate) instructions: Option<(f64, f64)>,
}

impl Line<'_> {
    pub(crate) fn head() {
        println!(
            "{:36} {:>10}  {:26} {:>10} {:>7}  {:>10}  {:5}  {:>15}",
            "work", "ours", "peer", "theirs", "ratio", "bound", "holds", "instructions"
        );
    }

    pub(crate) fn print(&self) {
        let ratio = self.ratio.unwrap_or(self.ours / self.theirs);
        let bound = match self.bound {
            Bound::Ratio(most) => format!("{most:.2}"),
            Bound::More(most) => format!("+{}", Amount(most, self.unit)),
            Bound::None => String::new(),
        };
        let holds = match self.bound {
            Bound::Ratio(most) => Some(ratio <= most),
            bound => bound.holds(self.ours, self.theirs),
        };
        let holds = holds.map_or("", |holds| if holds { "yes" } else { "NO" });
        let counts = self.instructions.map_or(String::new(), |(ours, theirs)| {
            format!("{ours:.0} / {theirs:.0}")
        });
        println!(
            "{:36} {:>10}  {:26} {:>10} {ratio:>7.2}  {bound:>10}  {holds:5}  {counts:>15}",
            self.work,
            Amount(self.ours, self.unit).to_string(),
            self.peer,
            Amount(self.theirs, self.unit).to_string(),
        );
    }
}

/// Writes a number with at least three digits.
struct Amount(f64, Unit);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            Unit::Bytes => write!(f, "{:.0} B", self.0),
            Unit::Seconds if self.0 < 1e-6 => write!(f, "{:.1} ns", self.0 * 1e9),
            Unit::Seconds if self.0 < 1e-3 => write!(f, "{:.2} µs", self.0 * 1e6),
            Unit::Seconds if self.0 < 1.0 => write!(f, "{:.2} ms", self.0 * 1e3),
            Unit::Seconds => write!(f, "{:.2} s", self.0),
        }
    }
}
