//! A dive: what the mixture of relaxed plans is surest of is decided, the prices adapt,
//! and so on until everything is. It ends in an answer or near one.
//!
//! As in diving heuristics over columns (Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa 2019), with the planes
//! of the bundle in the place of columns.

use super::bundle::{Limits, Peak, climb};
use super::fill::ArcBound;
use super::lagrange::Relaxation;
use super::problem::{NONE, Problem};
use super::tree::{Node, levels, rounded};

/// Shares from which on, and up to which, the mixture counts as sure.
const SURE: f32 = 0.95;
const NEVER: f32 = 0.02;
/// At least one of so many that are undecided is decided in each step.
const PART: usize = 8;
/// Evaluations for each step.
const ITERATIONS: usize = 60;

/// Where a dive ended.
pub(super) struct Dived {
    pub levels: Vec<Option<usize>>,
    /// Arc (index into the instance's) and persons, where nobody is divided; perhaps not of everybody.
    pub flow: Vec<(u32, u32)>,
}

/// Dives from a node; `None` where what is decided leads to nothing below `threshold`.
pub(super) fn dive(
    relaxation: &mut Relaxation<'_, '_>,
    node: &Node,
    (best, threshold): (f64, f64),
    halt: &mut dyn FnMut(f64) -> bool,
) -> Option<Dived> {
    let problem = relaxation.problem;
    let mut domain = node.domain.clone();
    let mut prices = (*node.prices).clone();
    let mut people = People::new(problem, &node.bounds);
    loop {
        let wants_people =
            (0..problem.facilities.len()).all(|facility| domain.is_decided(facility));
        let limits = Limits {
            iterations: ITERATIONS,
            best,
            enough: threshold,
            least_gain: 0.002,
            stretch: 30,
            wants_people,
        };
        let peak = climb(
            relaxation,
            &domain,
            &people.bounds,
            prices,
            None,
            &limits,
            halt,
        );
        let is_lost = peak.bound >= threshold || halt(peak.bound);
        if is_lost && !wants_people {
            return None;
        }
        if !wants_people {
            let options = rounded(problem, &domain, &peak.openness);
            let open = shares(problem, &peak);
            let mut undecided: Vec<(f32, usize)> = (0..open.len())
                .filter(|&facility| !domain.is_decided(facility))
                .map(|facility| (open[facility], facility))
                .collect();
            undecided.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let at_least = undecided.len().div_ceil(PART).min(2);
            for (place, (share, facility)) in undecided.into_iter().enumerate() {
                let mask = &mut domain.masks[facility];
                let level = options[facility];
                if (share >= SURE || place < at_least && share > NEVER) && level != NONE {
                    *mask &= 1 << (level + 1);
                } else if (share >= SURE || place < at_least && share > NEVER) && *mask & !1 != 0 {
                    *mask &= !1;
                    *mask &= mask.wrapping_neg();
                } else if share <= NEVER && *mask & 1 == 1 {
                    *mask = 1;
                } else if share <= NEVER {
                    *mask &= mask.wrapping_neg();
                }
            }
        } else {
            let taken = &peak.openness[relaxation.level_value.len()..];
            if is_lost || !people.decide(problem, taken) {
                let flow = people.flow(problem);
                let levels = levels(problem, &domain);
                return Some(Dived { levels, flow });
            }
        }
        prices = peak.prices;
    }
}

/// How far each facility is open.
fn shares(problem: &Problem<'_>, peak: &Peak) -> Vec<f32> {
    let mut at = 0;
    let sum = |facility: &super::problem::Facility| {
        let first = at;
        at += facility.levels.len();
        peak.openness[first..at].iter().sum()
    };
    problem.facilities.iter().map(sum).collect()
}

/// Who goes where so far, of those who are not divided.
struct People {
    bounds: Vec<ArcBound>,
    /// Per row: its arcs; none where it is decided.
    arcs: Vec<Vec<u32>>,
    /// Per row: the arc decided on.
    chosen: Vec<Option<u32>>,
}

impl People {
    fn new(problem: &Problem<'_>, bounds: &[ArcBound]) -> Self {
        let mut arcs = vec![Vec::new(); problem.rows.len()];
        for lane in &problem.lanes {
            for arc in lane.arcs.clone() {
                let row = problem.arcs.row[arc] as usize;
                if problem.rows[row].single && !problem.rows[row].grows {
                    arcs[row].push(arc as u32);
                }
            }
        }
        Self {
            bounds: bounds.to_vec(),
            chosen: vec![None; arcs.len()],
            arcs,
        }
    }

    /// Decides for those of whom the mixture is surest; whether anybody was left to decide for.
    fn decide(&mut self, problem: &Problem<'_>, taken: &[f32]) -> bool {
        let mut undecided: Vec<(f32, usize, u32)> = Vec::new();
        for (row, arcs) in self.arcs.iter().enumerate() {
            let share = |&arc: &u32| taken[arc as usize] / problem.rows[row].most.max(1.0) as f32;
            let best = arcs
                .iter()
                .max_by(|a, b| share(a).total_cmp(&share(b)).then(b.cmp(a)));
            undecided.extend(best.map(|arc| (share(arc), row, *arc)));
        }
        undecided.retain(|&(share, ..)| share > NEVER);
        undecided.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let at_least = undecided.len().div_ceil(PART);
        for &(_, row, arc) in undecided.iter().take(at_least) {
            for other in std::mem::take(&mut self.arcs[row]) {
                let all = if other == arc {
                    problem.rows[row].most
                } else {
                    0.0
                };
                match self.bounds.binary_search_by_key(&other, |bound| bound.0) {
                    Ok(at) => self.bounds[at] = (other, all, all),
                    Err(at) => self.bounds.insert(at, (other, all, all)),
                }
            }
            self.chosen[row] = Some(arc);
        }
        !undecided.is_empty()
    }

    fn flow(&self, problem: &Problem<'_>) -> Vec<(u32, u32)> {
        let persons = |row: usize| problem.rows[row].persons as u32;
        let decided = self.chosen.iter().enumerate();
        decided
            .filter_map(|(row, arc)| Some((problem.arcs.origin[(*arc)? as usize], persons(row))))
            .collect()
    }
}
