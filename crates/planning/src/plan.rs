//! From a region and its demand to the plan.

use crate::account::account;
use crate::adapter::Problem;
use crate::explain::{Explained, PART_GAP, WORK_LIMIT, exchange};
use crate::figure::Figure;
use crate::search::search;
use domain::plan::{Engine, PlanOptions, RegionHead, SCHEMA, Sensitivity, Stop};
use domain::{Cents, DemandPoint, Message, Plan, Region};
use siting::instance::{Instance, Solution};
use siting::solver::{self, Control, Outcome, Progress, SolveError, SolveOptions, Solver};
use std::ops::ControlFlow;
use std::time::Instant;

/// So often may the explanation lead to a better plan, which is then explained anew.
const MOST_ROUNDS: usize = 10;

/// What is being worked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The plan is being searched for.
    Search,
    /// What it would cost without each measure, and with each rejected candidate.
    Sites,
    /// What more money would buy.
    MoreMoney,
    /// Assumptions halved and doubled.
    Assumptions,
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// No plan respects all conditions: these clash.
    #[error("no plan respects all conditions")]
    Infeasible {
        /// The conditions, in plain words; without any one of them the others
        /// could hold.
        conditions: Vec<Message>,
    },
    /// The search ended before any plan was found, and before it was known that there is none.
    #[error("the search ended before any plan was found")]
    NothingFound {
        /// What any plan costs at least, where that was proven.
        bound: Option<Cents>,
    },
    /// The package asks for what cannot be done (an assumption that names an
    /// unknown figure).
    #[error("the package asks for what cannot be done: {}", .0.key)]
    Faulty(Message),
    /// The solver failed.
    #[error("the solver failed: {0}")]
    Failed(String),
}

/// Plans where services go, and explains it as far as `options.explain` asks.
///
/// `demand` and `notes` are the `demand` crate's; `plan.findings` is left empty
/// for the rules. Without `options.budget` the scenario's holds. The
/// explanation runs on `threads` threads, and the plan is the same whatever
/// their number. When `progress` answers [`Control::Stop`] during the search,
/// the best plan so far is taken; during the explanation, what was not
/// examined stays absent and a note says so.
///
/// # Errors
/// See [`PlanError`].
pub fn plan(
    region: &Region,
    demand: &[DemandPoint],
    notes: &[Message],
    options: &PlanOptions,
    threads: usize,
    solver: &dyn Solver,
    progress: &mut dyn FnMut(Stage, Progress) -> Control,
) -> Result<Plan, PlanError> {
    let figures = Figure::of_assumptions(region).map_err(PlanError::Faulty)?;
    let scenario_budget = region.scenario.budget_eur.map(Cents::from_eur);
    let options = PlanOptions {
        budget: options.budget.or(scenario_budget),
        ..options.clone()
    };
    let mut problem = Problem::new(region, demand, options.budget);
    let began = Instant::now();
    let outcome = search(&mut problem, &options, solver, progress)?;
    let mut outcome = exchanged(&problem, outcome, &options, solver, began, progress);
    let since = Instant::now();
    let mut rounds = 0;
    loop {
        problem.settle(&mut outcome);
        let mut plan = assemble(&problem, &outcome, &options, solver, notes)?;
        rounds += 1;
        let explained = Explained {
            problem: &problem,
            solution: &outcome.solution,
            objective: outcome.objective,
            options: &options,
            solver,
            since,
        };
        let adopts = rounds < MOST_ROUNDS;
        match explained.explain(&mut plan, &figures, adopts, threads, progress) {
            None => return Ok(plan),
            Some(better) => outcome = improved(&problem, outcome, better, options.gap),
        }
    }
}

/// The outcome with a better solution, for which the bound holds as well.
fn improved(problem: &Problem<'_>, before: Outcome, better: Solution, gap: f64) -> Outcome {
    let objective = better.cost(&problem.instance);
    let is_proven = problem.gap(objective, before.bound) <= gap;
    Outcome {
        solution: better,
        objective,
        stop: if is_proven {
            solver::Stop::Gap
        } else {
            before.stop
        },
        ..before
    }
}

/// The outcome after each service was decided anew while the others stay, as
/// long as that helps and the time limit allows. A search that ends at a gap
/// leaves such plans unseen.
fn exchanged(
    problem: &Problem<'_>,
    outcome: Outcome,
    options: &PlanOptions,
    solver: &dyn Solver,
    began: Instant,
    progress: &mut dyn FnMut(Stage, Progress) -> Control,
) -> Outcome {
    if outcome.objective <= outcome.bound || outcome.stop == solver::Stop::Interrupted {
        return outcome;
    }
    let mut interrupted = false;
    let mut solve = |part: &Instance, start: Option<&Solution>| {
        let passed = || began.elapsed().as_secs_f64();
        let left = options.time_limit_s.map(|limit| limit - passed());
        if interrupted || left.is_some_and(|seconds| seconds <= 0.0) {
            return ControlFlow::Break(());
        }
        let limits = SolveOptions {
            gap: PART_GAP,
            time_limit_s: left,
            work_limit: Some(options.work_limit.unwrap_or(WORK_LIMIT).min(WORK_LIMIT)),
        };
        let mut far = |_| {
            let far = Progress {
                seconds: passed(),
                best: Some(outcome.objective),
                bound: Some(outcome.bound),
                nodes: outcome.nodes,
            };
            let control = progress(Stage::Search, far);
            interrupted |= control == Control::Stop;
            control
        };
        let solved = solver.solve(part, &limits, start, &mut far);
        ControlFlow::Continue(solved.ok().map(|outcome| outcome.solution))
    };
    let better = exchange(problem, outcome.solution.clone(), &mut solve);
    improved(problem, outcome, better, options.gap)
}

impl From<SolveError> for PlanError {
    fn from(error: SolveError) -> Self {
        match error {
            SolveError::Infeasible => Self::Infeasible {
                conditions: Vec::new(),
            },
            SolveError::NothingFound { bound } => Self::NothingFound {
                bound: bound.map(Cents),
            },
            SolveError::Failed(why) => Self::Failed(why),
        }
    }
}

fn assemble(
    problem: &Problem<'_>,
    outcome: &Outcome,
    options: &PlanOptions,
    solver: &dyn Solver,
    notes: &[Message],
) -> Result<Plan, PlanError> {
    let region = problem.region;
    let accounts = account(problem, &outcome.solution);
    let objective = accounts.costs.total();
    if objective.0 != outcome.objective {
        let said = Cents(outcome.objective);
        return Err(PlanError::Failed(format!(
            "the plan costs {objective} EUR, the solver said {said}"
        )));
    }
    let assumptions = region.info.assumptions.iter();
    Ok(Plan {
        schema: SCHEMA.to_owned(),
        objective,
        bound: Cents(outcome.bound),
        gap: problem.gap(outcome.objective, outcome.bound),
        stop: match outcome.stop {
            solver::Stop::Gap => Stop::Gap,
            solver::Stop::WorkLimit => Stop::WorkLimit,
            solver::Stop::TimeLimit => Stop::TimeLimit,
            solver::Stop::Interrupted => Stop::Interrupted,
            solver::Stop::Exhausted => Stop::Exhausted,
        },
        options: options.clone(),
        fingerprint: region.fingerprint.clone(),
        engine: Engine {
            name: "tuvak".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            solver: solver.name(),
        },
        region: RegionHead {
            id: region.info.id.clone(),
            name_lv: region.info.name_lv.clone(),
            name_en: region.info.name_en.clone(),
            year: region.scenario.year,
        },
        costs: accounts.costs,
        payments: accounts.payments,
        measures: accounts.measures,
        offers: accounts.offers,
        assignments: accounts.assignments,
        unmet: accounts.unmet,
        states: accounts.states,
        spread: accounts.spread,
        equity: accounts.equity,
        change: accounts.change,
        rejected: accounts.rejected,
        services: accounts.services,
        municipalities: accounts.municipalities,
        people_reached: accounts.people_reached,
        wishes: accounts.wishes,
        findings: Vec::new(),
        sensitivity: assumptions
            .map(|assumption| Sensitivity {
                figure: assumption.figure.clone(),
                reason: assumption.reason.clone(),
                runs: Vec::new(),
            })
            .collect(),
        more_money: None,
        notes: notes.iter().cloned().chain(travel_note(problem)).collect(),
    })
}

/// Says that travel times are estimated, where the package has none.
fn travel_note(problem: &Problem<'_>) -> Option<Message> {
    let travel = &problem.region.scenario.travel;
    let speeds = travel.speed_kmh.iter();
    let speeds: Vec<String> = speeds
        .map(|(profile, speed)| format!("{profile} {speed}"))
        .collect();
    (!problem.travel_is_measured).then(|| {
        Message::new("siting-travel-estimated")
            .with("detour", travel.detour)
            .with("speeds", speeds.join(", "))
    })
}
