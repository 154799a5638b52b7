//! Region packages and their problems.

use super::measure::cost;
use domain::{Cents, DemandPoint, Region};
use planning::adapter::Problem;
use serde_json::{Value, json};
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

/// What reading a package and putting it into the solver's terms costs.
pub fn read(dir: &Path) -> Result<Value, Box<dyn Error>> {
    let (package, read) = cost(|| Package::read(dir));
    let package = package?;
    let (problem, stated) = cost(|| package.problem());
    let instance = &problem.instance;
    Ok(json!({
        "persons": package.points.iter().map(|point| point.persons).sum::<u32>(),
        "demands": instance.demands.len(),
        "facilities": instance.facilities.len(),
        "arcs": instance.arcs.len(),
        "read_cpu": read.cpu,
        "stated_cpu": stated.cpu,
    }))
}
