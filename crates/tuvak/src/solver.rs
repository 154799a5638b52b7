//! Which solver plans.

use siting::engine::Engine;
use siting::solver::Solver;

/// The solver behind every command that plans.
pub fn solver() -> impl Solver {
    Engine
}
