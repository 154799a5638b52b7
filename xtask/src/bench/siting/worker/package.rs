//! Region packages and their problems.

use domain::{Cents, DemandPoint, Region};
use planning::adapter::Problem;
use siting::instance::Instance;
use std::error::Error;
use std::path::Path;

/// A sound package and its demand.
pub struct Package {
    /// The region.
    pub region: Region,
    /// Its demand points.
    pub points: Vec<DemandPoint>,
}

impl Package {
    /// Reads a package.
    pub fn read(dir: &Path) -> Result<Self, Box<dyn Error>> {
        let checked = dataset::check(dir);
        let faults = checked.faults.len();
        let region = checked
            .region
            .ok_or_else(|| format!("{}: {faults} faults; see tuvak check", dir.display()))?;
        let points = demand::demand(&region).points;
        Ok(Self { region, points })
    }

    /// Its problem, with the scenario's budget.
    pub fn problem(&self) -> Problem<'_> {
        let budget = self.region.scenario.budget_eur.map(Cents::from_eur);
        Problem::new(&self.region, &self.points, budget)
    }

    /// The instance of its problem.
    pub fn instance(&self) -> Result<Instance, Box<dyn Error>> {
        let problem = self.problem();
        if problem.impossible.is_empty() {
            Ok(problem.instance)
        } else {
            Err("its locks demand what may not open".into())
        }
    }
}
