//! The exact solver: one mixed-integer program, solved by HiGHS.
//!
//! The program ([`model`]) is the strong formulation on what the instance
//! admits ([`limits`]). Every answer is made whole and exact in cents before it
//! counts ([`exact`]), and no bound is claimed beyond HiGHS's own tolerances.

mod exact;
mod floor;
mod limits;
mod locks;
mod model;
mod neighbourhood;
mod parts;
mod payments;
mod run;
mod search;

use crate::instance::{Instance, Solution};
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver};

/// HiGHS behind the [`Solver`] interface.
///
/// ```
/// use siting::highs::Highs;
/// use siting::instance::*;
/// use siting::solver::{Control, SolveOptions, Solver};
///
/// // Four people; a place with room for three costs 10.00 a year, going there
/// // 1.00 each, being left without 9.00 each.
/// let window = Window { min_load: 0, capacity: 3 };
/// let level = Level { places: 3, windows: vec![window], phase: 0, fixed_cost: 1_000, payments: vec![Payment::default()] };
/// let instance = Instance {
///     demands: vec![Demand { persons: 4, unmet_cost: Some(900), ..Demand::default() }],
///     facilities: vec![Facility { kind: FacilityKind::New { site: 0, levels: vec![level] } }],
///     sites: vec![Site::default()],
///     arcs: vec![Arc { demand: 0, facility: 0, cost: 100, load: 1 }],
///     ..Instance::default()
/// };
/// let options = SolveOptions { gap: 0.0, time_limit_s: None, work_limit: None };
/// let outcome = Highs.solve(&instance, &options, None, &mut |_| Control::Continue).unwrap();
/// assert_eq!(outcome.objective, 1_000 + 3 * 100 + 900);
/// assert_eq!(outcome.solution.unmet, [1]);
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Highs;

impl Solver for Highs {
    fn name(&self) -> String {
        let (major, minor, patch) = (
            highs_sys::HIGHS_VERSION_MAJOR,
            highs_sys::HIGHS_VERSION_MINOR,
            highs_sys::HIGHS_VERSION_PATCH,
        );
        format!("HiGHS {major}.{minor}.{patch}")
    }

    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        search::search(instance, options, start, progress)
    }
}

/// The best answer that HiGHS finds for the instance in which only these new
/// facilities may open (what exists stays), within the gap, time and work of the
/// options: the kernel of a search whose bounds come from elsewhere. `may_open`
/// has an entry for each facility. A start that opens anything else is not used.
///
/// `go_on` is asked from time to time on the caller's thread. `None` where
/// nothing was found, be it that there is nothing.
pub fn kernel(
    instance: &Instance,
    may_open: &[bool],
    start: Option<&Solution>,
    options: &SolveOptions,
    go_on: &mut dyn FnMut() -> Control,
) -> Option<Solution> {
    let outcome = search::kernel(instance, may_open, options, start, &mut |_| go_on());
    outcome.ok().map(|outcome| outcome.solution)
}
