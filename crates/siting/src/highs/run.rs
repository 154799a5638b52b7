//! One run of HiGHS on a thread of its own, watched through its log.
//!
//! The library's safe interface knows no callbacks. HiGHS flushes its log
//! after every line and each better answer to a file after writing it, so both
//! are read while it works. A run that is stopped is left behind: its thread
//! ends with its own limits or with the process.

use crate::solver::{Control, SolveError};
use highs::{HighsModelStatus, HighsSolutionStatus, RowProblem, Sense};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// When a run may end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Relative gap.
    pub relative_gap: f64,
    /// Absolute gap in units of the objective.
    pub absolute_gap: f64,
    /// Moment of wall clock.
    pub deadline: Option<Instant>,
    /// Branch-and-bound nodes.
    pub nodes: Option<u64>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The gap is proven.
    Gap,
    /// There is no answer.
    Infeasible,
    /// The node limit.
    Nodes,
    /// The deadline.
    Time,
    /// The watcher stopped it.
    Stopped,
}

/// What a run found.
#[derive(Debug)]
pub(super) struct Run {
    pub end: End,
    /// Values of the columns of the best answer.
    pub columns: Option<Vec<f64>>,
    /// Lower bound in units of the objective.
    pub bound: f64,
    pub nodes: u64,
}

/// A line of the log of the branch and bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Seen {
    pub nodes: u64,
    /// In units of the objective.
    pub bound: f64,
    /// In units of the objective.
    pub best: f64,
}

const GLANCE: Duration = Duration::from_millis(100);
/// HiGHS looks at the clock only between its steps.
const GRACE: Duration = Duration::from_secs(3);

/// Runs HiGHS on one thread until a limit or until `watch` says stop.
///
/// # Errors
/// [`SolveError::Failed`] when HiGHS cannot solve the program.
pub(super) fn run(
    problem: RowProblem,
    start: Option<Vec<f64>>,
    limits: Limits,
    watch: &mut dyn FnMut(Option<Seen>) -> Control,
) -> Result<Run, SolveError> {
    let files = Files::new()?;
    let columns = problem.num_cols();
    let (sender, receiver) = mpsc::channel();
    let (log, answers) = (files.log.clone(), files.answers.clone());
    thread::spawn(move || {
        // The receiver is gone when the run was stopped.
        let _ = sender.send(solve(problem, start, limits, &log, &answers));
    });
    loop {
        let seen = files.seen();
        let late = limits
            .deadline
            .is_some_and(|deadline| Instant::now() > deadline + GRACE);
        let stop = watch(seen) == Control::Stop;
        if late || stop {
            return Ok(Run {
                end: if stop { End::Stopped } else { End::Time },
                columns: files.answer(columns),
                bound: seen.map_or(f64::NEG_INFINITY, |seen| seen.bound),
                nodes: seen.map_or(0, |seen| seen.nodes),
            });
        }
        match receiver.recv_timeout(GLANCE) {
            Ok(ended) => {
                let mut run = ended?;
                run.nodes = files.nodes();
                return Ok(run);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                return Err(SolveError::Failed("its thread broke off".to_owned()));
            }
        }
    }
}

fn solve(
    problem: RowProblem,
    start: Option<Vec<f64>>,
    limits: Limits,
    log: &str,
    answers: &str,
) -> Result<Run, SolveError> {
    let failed = |what: &str| SolveError::Failed(what.to_owned());
    let mut model = problem
        .try_optimise(Sense::Minimise)
        .map_err(|_| failed("it refuses the program"))?;
    let seconds = |deadline: Instant| {
        deadline
            .saturating_duration_since(Instant::now())
            .as_secs_f64()
    };
    model.set_option("output_flag", true);
    model.set_option("log_to_console", false);
    model.set_option("log_file", log);
    model.set_option("mip_improving_solution_file", answers);
    model.set_option("mip_improving_solution_report_sparse", true);
    model.set_option("mip_min_logging_interval", 0.2);
    model.set_option("threads", 1);
    model.set_option("parallel", "off");
    model.set_option("random_seed", 0);
    model.set_option("mip_rel_gap", limits.relative_gap.max(0.0));
    model.set_option("mip_abs_gap", limits.absolute_gap);
    if let Some(nodes) = limits.nodes {
        model.set_option("mip_max_nodes", i32::try_from(nodes).unwrap_or(i32::MAX));
    }
    if let Some(deadline) = limits.deadline {
        model.set_option("time_limit", seconds(deadline));
    }
    if let Some(start) = start {
        model
            .try_set_solution(Some(&start), None, None, None)
            .map_err(|_| failed("it refuses the start"))?;
    }
    let solved = model
        .try_solve()
        .map_err(|_| failed("it cannot solve the program"))?;
    let end = match solved.status() {
        HighsModelStatus::Optimal => End::Gap,
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => End::Infeasible,
        HighsModelStatus::ReachedSolutionLimit => End::Nodes,
        HighsModelStatus::ReachedTimeLimit => End::Time,
        other => return Err(SolveError::Failed(format!("it ends with {other:?}"))),
    };
    let mip = solved.mip_gap().is_finite();
    let feasible = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let dual = solved
        .double_info_value(c"mip_dual_bound")
        .unwrap_or(f64::NEG_INFINITY);
    Ok(Run {
        end,
        columns: feasible.then(|| solved.get_solution().columns().to_vec()),
        bound: if mip || end != End::Gap {
            dual
        } else {
            solved.objective_value()
        },
        nodes: 0,
    })
}

/// The files through which a run is watched, in a folder of their own that is
/// removed with it: what a run left behind opens later then comes to nothing.
struct Files {
    folder: PathBuf,
    log: String,
    answers: String,
}

static RUNS: AtomicU64 = AtomicU64::new(0);

impl Files {
    fn new() -> Result<Self, SolveError> {
        let run = RUNS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tuvak-{}-{run}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| SolveError::Failed(error.to_string()))?;
        let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
        Ok(Self {
            log: path("log"),
            answers: path("answers"),
            folder,
        })
    }

    fn lines(&self) -> String {
        fs::read(&self.log)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    fn seen(&self) -> Option<Seen> {
        self.lines().lines().rev().find_map(parse)
    }

    /// Nodes of the whole run, from its final report.
    fn nodes(&self) -> u64 {
        let log = self.lines();
        let reported = log
            .lines()
            .rev()
            .find_map(|line| line.trim().strip_prefix("Nodes")?.trim().parse().ok());
        reported.unwrap_or(0)
    }

    /// The last answer that is written to its end.
    fn answer(&self, columns: usize) -> Option<Vec<f64>> {
        let text = fs::read_to_string(&self.answers).ok()?;
        text.rsplit("# Columns")
            .find_map(|block| answer(block, columns))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        // Nothing depends on them any more.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// `-N`, then N lines `name value index`.
fn answer(block: &str, columns: usize) -> Option<Vec<f64>> {
    let mut lines = block.lines();
    let count: i64 = lines.next()?.trim().parse().ok()?;
    let mut values = vec![0.0; columns];
    for _ in 0..count.unsigned_abs() {
        let mut words = lines.next()?.split_whitespace().skip(1);
        let (value, index) = (words.next()?, words.next()?);
        *values.get_mut(index.parse::<usize>().ok()?)? = value.parse().ok()?;
    }
    // A last line without its end may be half a number.
    (lines.next().is_some() || block.ends_with('\n')).then_some(values)
}

/// ` S  nodes queue  leaves explored%  bound best gap …`, S (where an answer
/// came from) being absent in most lines.
fn parse(line: &str) -> Option<Seen> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let explored = words.iter().position(|word| word.ends_with('%'))?;
    let number = |word: &&str| word.trim_end_matches('*').parse::<f64>().ok();
    let nodes = words.get(explored.checked_sub(3)?)?;
    let (digits, thousands) = match nodes.strip_suffix('k') {
        Some(digits) => (digits, 1000),
        None => (*nodes, 1),
    };
    Some(Seen {
        nodes: digits.parse::<u64>().ok()? * thousands,
        bound: words.get(explored + 1).and_then(number)?,
        best: words.get(explored + 2).and_then(number)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_log_is_read_with_and_without_a_source() {
        let line = " T       0       0         0   0.00%   -1234.5         -1000.25           23.45%        0      0      0         0     0.0s";
        assert_eq!(
            parse(line),
            Some(Seen {
                nodes: 0,
                bound: -1234.5,
                best: -1000.25
            })
        );
        let line = "       12k      7         3  40.10%   17              inf                  inf      120     33      9     1234     1.2s";
        assert_eq!(
            parse(line),
            Some(Seen {
                nodes: 12_000,
                bound: 17.0,
                best: f64::INFINITY
            })
        );
        assert_eq!(parse("Presolve reductions: rows 12(-3)"), None);
    }

    #[test]
    fn an_answer_is_read_only_when_it_is_complete() {
        assert_eq!(
            answer(" -2\nNoName 1 0\nNoName 2.5 3\n", 4),
            Some(vec![1.0, 0.0, 0.0, 2.5])
        );
        assert_eq!(answer(" -2\nNoName 1 0\nNoName 2.", 4), None);
        assert_eq!(answer(" -2\nNoName 1 0\nNoName 2.5 3", 4), None);
    }
}
