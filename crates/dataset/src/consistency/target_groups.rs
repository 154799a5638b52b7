//! A target group that a row may name is one to which some service is given.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use domain::TargetGroup;
use std::collections::BTreeSet;

pub fn check(draft: &Draft, log: &mut Log) {
    if !draft.is_whole(&["services"]) {
        return;
    }
    let region = &draft.region;
    let known: BTreeSet<&str> = region
        .services
        .iter()
        .flat_map(|row| &row.target_groups)
        .map(TargetGroup::as_str)
        .collect();
    let obstacles = region.obstacles.iter();
    let obstacles = obstacles.map(|row| ("obstacles.csv", row.line, &row.target_group));
    let population = region.population.iter();
    let population = population.map(|row| ("population.csv", row.line, &row.target_group));
    for (file, line, group) in obstacles.chain(population) {
        if let Some(group) = group
            && !known.contains(group.as_str())
        {
            let at = At::file(file).line(line).column("target_group");
            let known = known.iter().copied();
            log.fault(Fault::unknown("unknown-group", at, group.as_str(), known));
        }
    }
}
