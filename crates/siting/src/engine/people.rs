//! Branching on who goes where, once it is decided what opens: needed where people
//! are not divided, are unequal loads, or lead on to other needs.

use super::fill::ArcBound;
use super::problem::{Domain, NONE, Problem};
use super::tree::Fate;
use crate::instance::Solution;
use crate::primal::payments::{Payable, pay};

/// How people are divided: position of an arc in [`super::problem::LaneArcs`].
#[derive(Debug, Clone, Copy)]
pub(super) enum Cut {
    /// All of the arc's demand use it, or nobody does.
    All(u32),
    /// At most so many use it, or more.
    AtMost(u32, u32),
    /// Nobody of its demand goes elsewhere, or nobody uses it.
    Elsewhere,
}

/// Bounds that together allow every assignment; `None` when all is decided.
pub(super) fn split(
    problem: &Problem<'_>,
    domain: &Domain,
    bounds: &[ArcBound],
    people: &[f32],
) -> Option<(Cut, Vec<Vec<ArcBound>>)> {
    let mut best: Option<(f64, u32, f64, f64, f64)> = None;
    for lane in problem
        .lanes
        .iter()
        .filter(|lane| domain.may_open(lane.facility as usize))
    {
        for arc in lane.arcs.clone() {
            let row = &problem.rows[problem.arcs.row[arc] as usize];
            let (least, most) = limits(bounds, arc as u32, row.most);
            if least >= most {
                continue;
            }
            let taken = f64::from(people.get(arc).copied().unwrap_or(0.0)).clamp(least, most);
            // How far it is from a decision.
            let unsure = if row.single && is_shared(problem, bounds, arc as u32) {
                let share = taken / row.most;
                1.0 + share.min(1.0 - share)
            } else {
                let part = taken - taken.floor();
                part.min(1.0 - part) + 1e-3 * (taken - least).min(most - taken)
            };
            if best.is_none_or(|best| unsure > best.0) {
                best = Some((unsure, arc as u32, least, most, taken));
            }
        }
    }
    let (_, arc, least, most, taken) = best?;
    let row = problem.arcs.row[arc as usize];
    if problem.rows[row as usize].single && is_shared(problem, bounds, arc) {
        let mut alone = bounds.to_vec();
        for other in arcs_of(problem, row) {
            let (_, most) = limits(&alone, other, problem.rows[row as usize].most);
            if most > 0.0 {
                set(&mut alone, other, 0.0, 0.0);
            }
        }
        // Where others bring people, how many go there stays open.
        let all = if problem.rows[row as usize].grows {
            least
        } else {
            most
        };
        set(&mut alone, arc, all, most);
        let mut without = bounds.to_vec();
        set(&mut without, arc, 0.0, 0.0);
        let cut = if problem.rows[row as usize].grows {
            Cut::Elsewhere
        } else {
            Cut::All(arc)
        };
        return Some((cut, vec![alone, without]));
    }
    let few = taken.floor().min(most - 1.0).max(least);
    let (mut fewer, mut more) = (bounds.to_vec(), bounds.to_vec());
    set(&mut fewer, arc, least, few);
    set(&mut more, arc, few + 1.0, most);
    Some((Cut::AtMost(arc, few as u32), vec![fewer, more]))
}

/// Whether the people of an arc's row may still go elsewhere, too.
fn is_shared(problem: &Problem<'_>, bounds: &[ArcBound], arc: u32) -> bool {
    let row = problem.arcs.row[arc as usize];
    let most = problem.rows[row as usize].most;
    !problem.rows[row as usize].grows
        || arcs_of(problem, row).any(|other| other != arc && limits(bounds, other, most).1 > 0.0)
}

/// What decided levels and bounds leave.
pub(super) fn only_answer(
    problem: &Problem<'_>,
    levels: &[Option<usize>],
    bounds: &[ArcBound],
) -> Fate {
    let (open, site_payment) = match pay(problem.instance, levels) {
        Payable::By(paid) => paid,
        Payable::Never => return Fate::Empty,
        Payable::Unknown => return Fate::Unpaid,
    };
    let solution = Solution {
        open,
        site_payment,
        flow: Vec::new(),
        unmet: Vec::new(),
    };
    match assigned(problem, bounds, solution) {
        Some(solution) => Fate::Assigned(Box::new(solution)),
        None => Fate::Empty,
    }
}

/// The assignment that decided bounds leave; `None` where it serves too many.
fn assigned(problem: &Problem<'_>, bounds: &[ArcBound], paid: Solution) -> Option<Solution> {
    let instance = problem.instance;
    let mut flow = vec![0; instance.arcs.len()];
    for &(arc, least, _) in bounds {
        flow[problem.arcs.origin[arc as usize] as usize] = least as u32;
    }
    let mut solution = Solution { flow, ..paid };
    let mut left = solution.people(instance);
    for (arc, persons) in instance.arcs.iter().zip(&solution.flow) {
        left[arc.demand] = left[arc.demand].checked_sub(u64::from(*persons))?;
    }
    solution.unmet = left.into_iter().map(|left| left as u32).collect();
    Some(solution)
}

fn limits(bounds: &[ArcBound], arc: u32, most: f64) -> (f64, f64) {
    match bounds.binary_search_by_key(&arc, |bound| bound.0) {
        Ok(at) => (bounds[at].1, bounds[at].2.min(most)),
        Err(_) => (0.0, most),
    }
}

fn set(bounds: &mut Vec<ArcBound>, arc: u32, least: f64, most: f64) {
    match bounds.binary_search_by_key(&arc, |bound| bound.0) {
        Ok(at) => bounds[at] = (arc, least, most),
        Err(at) => bounds.insert(at, (arc, least, most)),
    }
}

/// All arcs of a row into lanes.
fn arcs_of<'p>(problem: &'p Problem<'_>, row: u32) -> impl Iterator<Item = u32> + 'p {
    let lanes = problem.lanes.iter().filter(|lane| lane.facility != NONE);
    lanes
        .flat_map(|lane| lane.arcs.clone())
        .filter(move |&arc| problem.arcs.row[arc] == row)
        .map(|arc| arc as u32)
}
