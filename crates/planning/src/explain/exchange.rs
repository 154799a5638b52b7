//! One service after another is decided anew while the others stay: where a
//! search that ends at a gap leaves off, this goes on.

use super::one_service::OneService;
use crate::adapter::Problem;
use siting::instance::{FacilityKind, Instance, Solution};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// So often each service is decided anew at most.
const MOST_ROUNDS: usize = 3;

/// Answers one service's instance, from its start where there is one.
pub(crate) type Solve<'s> =
    dyn FnMut(&Instance, Option<&Solution>) -> ControlFlow<(), Option<Solution>> + 's;

/// Turns as long as it helps, and returns a solution that costs no more.
///
/// `solve` is given one service's instance and, where there is one, its start;
/// it answers `Continue(None)` where it finds nothing and breaks off when the
/// limits are over.
pub(crate) fn exchange(
    problem: &Problem<'_>,
    solution: Solution,
    solve: &mut Solve<'_>,
) -> Solution {
    let whole = &problem.instance;
    let (mut best, mut cost) = (solution.clone(), solution.cost(whole));
    let services = decided(problem);
    let turns = services.iter().cycle().take(services.len() * MOST_ROUNDS);
    let mut unchanged = 0;
    for &service in turns {
        if unchanged == services.len() {
            break;
        }
        unchanged += 1;
        let Some(anew) = OneService::new(problem, &best, service).anew() else {
            continue;
        };
        let found = match solve(&anew.instance, anew.start(&best).as_ref()) {
            ControlFlow::Continue(Some(found)) => found,
            ControlFlow::Continue(None) => continue,
            ControlFlow::Break(()) => break,
        };
        let found = anew.lifted(whole, &found, &best, None);
        let its_cost = found.cost(whole);
        if its_cost < cost && found.faults(whole).is_empty() {
            (best, cost) = (found, its_cost);
            unchanged = 1;
        }
    }
    best
}

/// Services of which something may open.
fn decided(problem: &Problem<'_>) -> BTreeSet<usize> {
    let may_open = |&at: &usize| {
        matches!(
            problem.instance.facilities[at].kind,
            FacilityKind::New { .. }
        )
    };
    (0..problem.facilities.len())
        .filter(may_open)
        .map(|at| problem.together[problem.services[at]])
        .collect()
}
