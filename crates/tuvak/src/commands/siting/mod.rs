//! `tuvak siting solve`: a location problem from a file, in the file's own terms.

mod clash;
mod refuse;

use super::{End, cause, write_file};
use crate::cli::{SitingFile, SitingTask};
use crate::memory::Stages;
use crate::progress::{self, Show};
use crate::say::Voice;
use crate::solver::{Certifying, solver};
use ::siting::formats::{Sense, Stated, read, solution_json};
use ::siting::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver, Stop};
use domain::Message;
use serde_json::{Value, json};

/// The gap to which what is not covered is searched, however little is covered.
const FINEST: f64 = 1e-12;
/// Gaps of less are within what solvers reckon with.
const PRECISION: f64 = 2e-9;

/// Solves a problem and tells the answer.
pub fn run(voice: &Voice, task: &SitingTask) -> Result<End, End> {
    // It fails only where there is a pool already, and a program runs one command.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(task.threads)
        .build_global();
    if let (Some(out), Some(certificate)) = (&task.out, &task.certificate)
        && out == certificate
    {
        let message = Message::new("cli-usage-same-file")
            .with("one", "out")
            .with("other", "certificate");
        return Err(voice.refuse(&message, End::Usage));
    }
    let mut stages = Stages::start();
    let stated = stated(voice, &task.file)?;
    stages.end("read");
    let certifying = task.certificate.as_ref().map(|_| Certifying::default());
    let outcome = match &certifying {
        Some(certifying) => search(voice, task, &stated, certifying),
        None => search(voice, task, &stated, &solver()),
    };
    stages.end("solve");
    if let (Some(file), Some(text)) = (
        &task.certificate,
        certifying.and_then(Certifying::certificate),
    ) {
        write_file(voice, file, text.as_bytes())?;
    }
    let answer = match outcome {
        Ok(outcome) => {
            if let Some(out) = &task.out {
                let json = solution_json(&stated.instance, &outcome.solution);
                write_file(voice, out, format!("{json}\n").as_bytes())?;
            }
            tell(voice, task, &stated, &outcome)
        }
        Err(SolveError::Infeasible) => {
            voice.say(&Message::new("format-infeasible"));
            Answer {
                conditions: clash::tell(voice, task, &stated),
                ..Answer::without("infeasible", End::Infeasible)
            }
        }
        Err(SolveError::NothingFound { bound }) => {
            voice.say(&Message::new("cli-nothing-found"));
            let bound = bound.map(|bound| stated.objective(bound));
            if let Some(bound) = bound {
                voice.say(&Message::new("format-bound").with("bound", number(voice, bound)));
            }
            Answer {
                bound,
                ..Answer::without("stopped", End::NothingFound)
            }
        }
        Err(SolveError::Failed(why)) => {
            let message = Message::new("cli-solver-failed").with("why", why);
            return Err(voice.refuse(&message, End::Faults));
        }
    };
    stages.tell(voice);
    voice.object(&answer.object(&stages.as_json()));
    Ok(answer.end)
}

/// Reads a problem.
pub(super) fn stated(voice: &Voice, of: &SitingFile) -> Result<Stated, End> {
    let file = std::fs::read(&of.path).map_err(|error| {
        let message = Message::new("cli-cannot-read")
            .with("file", of.path.display().to_string())
            .with("why", cause(voice, &error));
        voice.refuse(&message, End::Faults)
    })?;
    let stated = read(of.format, &file, &of.options)
        .map_err(|error| refuse::refuse(voice, &of.path, &error))?;
    let instance = &stated.instance;
    voice.say(
        &Message::new("format-read")
            .with("demands", instance.demands.len())
            .with("facilities", instance.facilities.len())
            .with("arcs", instance.arcs.len()),
    );
    Ok(stated)
}

/// Searches until the gap is proven, in the file's terms.
fn search(
    voice: &Voice,
    task: &SitingTask,
    stated: &Stated,
    solver: &dyn Solver,
) -> Result<Outcome, SolveError> {
    let options = SolveOptions {
        // A share of what is covered is another share of what is not: it is seen to below.
        gap: match stated.sense {
            Sense::Minimise => task.gap,
            Sense::MaximiseCovered { .. } => FINEST,
        },
        time_limit_s: task.time_limit,
        work_limit: task.work_limit,
    };
    progress::listen();
    let mut show = Show::new(voice);
    let mut update = |progress: Progress| {
        let control = show.say(|| line(voice, stated, &progress));
        let known = progress.best.zip(progress.bound);
        if known.is_some_and(|(best, bound)| is_proven(stated, best, bound, task.gap)) {
            return Control::Stop;
        }
        control
    };
    solver.solve(&stated.instance, &options, None, &mut update)
}

/// What is left between an answer and a bound, as a share of the greater of both: of the
/// answer where it is a cost.
fn gap(stated: &Stated, best: i64, bound: i64) -> f64 {
    let (best, bound) = (stated.objective(best), stated.objective(bound));
    let between = match stated.sense {
        Sense::Minimise => best - bound,
        Sense::MaximiseCovered { .. } => bound - best,
    };
    if between <= 0.0 {
        0.0
    } else {
        between / best.abs().max(bound.abs())
    }
}

/// Whether a gap is proven as well as whole numbers and floats can tell.
fn is_proven(stated: &Stated, best: i64, bound: i64, asked: f64) -> bool {
    let between = (best.saturating_sub(bound)) as f64 / stated.scale;
    gap(stated, best, bound) <= asked + PRECISION || between <= stated.error
}

/// How far a search has come.
fn line(voice: &Voice, stated: &Stated, progress: &Progress) -> Message {
    let message = match (progress.best, progress.bound) {
        (Some(best), Some(bound)) => figures(voice, "format-progress", stated, best, bound),
        (Some(best), None) => Message::new("format-progress-unproven")
            .with("best", number(voice, stated.objective(best))),
        (None, _) => Message::new("format-progress-nothing"),
    };
    message.with("seconds", progress.seconds.round())
}

fn figures(voice: &Voice, key: &str, stated: &Stated, best: i64, bound: i64) -> Message {
    Message::new(key)
        .with("best", number(voice, stated.objective(best)))
        .with("bound", number(voice, stated.objective(bound)))
        .with("gap", percent(voice, gap(stated, best, bound)))
}

/// A number of the file with as many decimals as benchmarks publish.
pub(super) fn number(voice: &Voice, value: f64) -> String {
    let decimals = if value.fract() == 0.0 { 0 } else { 3 };
    voice.texts.number(value, decimals)
}

fn percent(voice: &Voice, share: f64) -> String {
    voice.texts.number(share * 100.0, 4)
}

/// What is told of a search in the object.
struct Answer {
    status: &'static str,
    figures: Option<[f64; 2]>,
    bound: Option<f64>,
    nodes: Option<u64>,
    open: Vec<u64>,
    /// What clashes.
    conditions: Vec<Value>,
    end: End,
}

impl Answer {
    /// An end without an answer.
    fn without(status: &'static str, end: End) -> Self {
        Self {
            status,
            figures: None,
            bound: None,
            nodes: None,
            open: Vec::new(),
            conditions: Vec::new(),
            end,
        }
    }

    fn object(&self, stages: &Value) -> Value {
        let [objective, gap] = match self.figures {
            Some(figures) => figures.map(Some),
            None => [None; 2],
        };
        json!({
            "status": self.status,
            "objective": objective,
            "bound": self.bound,
            "gap": gap,
            "conditions": self.conditions,
            "nodes": self.nodes,
            "open": self.open,
            "seconds": stages["seconds"],
            "peak_mib": stages["peak_mib"],
        })
    }
}

/// Tells an answer to people.
fn tell(voice: &Voice, task: &SitingTask, stated: &Stated, outcome: &Outcome) -> Answer {
    let Outcome {
        objective, bound, ..
    } = *outcome;
    let open = outcome.solution.sites_open(&stated.instance);
    let open = open.zip(&stated.sites);
    let open: Vec<u64> = open
        .filter_map(|(is_open, number)| is_open.then_some(*number))
        .collect();
    voice.say(&figures(voice, "format-answer", stated, objective, bound));
    let sites: Vec<String> = open.iter().map(u64::to_string).collect();
    voice.say(
        &Message::new("format-open")
            .with("count", open.len())
            .with("sites", sites.join(" ")),
    );
    if stated.error > 0.0 {
        let error = format!("{:.1e}", stated.error);
        voice.say(&Message::new("format-rounding").with("error", error));
    }
    let is_proven = is_proven(stated, objective, bound, task.gap);
    let gap = gap(stated, objective, bound);
    if !is_proven {
        match outcome.stop {
            Stop::Gap => {}
            Stop::WorkLimit => voice.say(&Message::new("cli-stop-work_limit")),
            Stop::TimeLimit => voice.say(&Message::new("cli-stop-time_limit")),
            Stop::Interrupted => voice.say(&Message::new("cli-stop-interrupted")),
            Stop::Exhausted => voice.say(&Message::new("cli-stop-exhausted")),
        }
        voice.say(
            &Message::new(match outcome.stop {
                Stop::Exhausted => "format-gap-stays",
                _ => "format-gap-open",
            })
            .with("gap", percent(voice, gap))
            .with("asked", percent(voice, task.gap)),
        );
    }
    Answer {
        status: if is_proven { "optimal" } else { "stopped" },
        figures: Some([stated.objective(objective), gap]),
        bound: Some(stated.objective(bound)),
        nodes: Some(outcome.nodes),
        open,
        conditions: Vec::new(),
        end: if is_proven { End::Done } else { End::GapOpen },
    }
}
