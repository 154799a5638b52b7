//! Capacitated location under scenarios of demand, as JSON: `n_facilities`, `n_customers`,
//! `n_scenarios`, `capacities`, `fixed_costs`, `costs[facility][customer]` and
//! `demands[scenario][customer]`. Sites open before it is known which scenario comes; each is
//! as likely as the others, everybody is served in each, and `costs` are those of a unit of
//! demand. Where `demands` is one list of numbers there is one scenario, and `costs` are
//! those of all of a customer's demand.
//!
//! This is how the benchmark asu-opt-lab/BendersDecomposition states the first (its published
//! objectives are reproduced) and generates the second.

use super::location::{Location, Place, Service, open_site, pairs, transposed};
use super::numbers::Document;
use super::scale::{Scale, capacity, decimals_of, of_demands, people};
use super::{FormatError, Sense, Stated};
use crate::instance::{Arc, Demand, Instance};

/// Reads the problem.
pub fn read(file: &[u8]) -> Result<Stated, FormatError> {
    let document = Document::new(file)?;
    let facilities = document.count("n_facilities");
    let customers = document.count("n_customers");
    let capacities = document.amounts("capacities", facilities);
    let fixed = document.amounts("fixed_costs", facilities);
    let costs = document.matrix("costs", facilities, customers);
    let demands = document.field("demands").and_then(|demands| demands.get(0));
    let is_certain = demands.is_some_and(serde_json::Value::is_number);
    let (scenarios, demands) = if is_certain {
        (1, document.amounts("demands", customers))
    } else {
        let scenarios = document.count("n_scenarios");
        (scenarios, document.matrix("demands", scenarios, customers))
    };
    document.end()?;
    pairs(pairs(facilities, customers)?, scenarios)?;
    let places = capacities.into_iter().zip(fixed);
    let location = Location {
        sites: places
            .map(|(capacity, fixed)| Place { capacity, fixed })
            .collect(),
        demands,
        costs: transposed(&costs, facilities),
        per_unit: !is_certain,
    };
    let stated = if is_certain {
        location.stated(Service::Divided)
    } else {
        under_scenarios(&location, scenarios)
    }?;
    Ok(Stated {
        sites: (0..facilities as u64).collect(),
        ..stated
    })
}

/// Each scenario is a state. Costs are those of all scenarios together: the mean times
/// how many there are.
fn under_scenarios(location: &Location, scenarios: usize) -> Result<Stated, FormatError> {
    let Location {
        sites,
        demands,
        costs,
        ..
    } = location;
    let times = scenarios as f64;
    let customers = demands.len() / scenarios;
    let of_demands = of_demands(demands)?;
    let costs: Vec<f64> = costs.iter().map(|cost| cost / of_demands.factor).collect();
    let fixed: Vec<f64> = sites.iter().map(|site| site.fixed * times).collect();
    let rows = || costs.chunks(sites.len());
    let dearest: Vec<f64> = rows()
        .map(|row| row.iter().copied().fold(0.0, f64::max) * of_demands.factor)
        .collect();
    let served: f64 = demands
        .iter()
        .zip(dearest.iter().cycle())
        .map(|(demand, cost)| demand * cost)
        .sum();
    let sum = served + fixed.iter().sum::<f64>();
    let scale = Scale::of(decimals_of(&costs).max(decimals_of(&fixed)), sum)?;

    let mut instance = Instance::default();
    for (site, fixed) in sites.iter().zip(&fixed) {
        let room = capacity(site.capacity, of_demands.factor);
        open_site(
            &mut instance,
            scenarios,
            room,
            scale.whole(*fixed),
            Vec::new(),
        );
    }
    instance.arcs.reserve_exact(demands.len() * sites.len());
    let mut units = 0;
    for (demand, (amount, row)) in demands.iter().zip(rows().cycle()).enumerate() {
        let persons = of_demands.whole(*amount);
        units += persons;
        instance.demands.push(Demand {
            persons: people(persons)?,
            state: demand / customers,
            ..Demand::default()
        });
        instance
            .arcs
            .extend(row.iter().enumerate().map(|(facility, cost)| Arc {
                demand,
                facility,
                cost: scale.whole(*cost),
                load: 1,
            }));
    }
    Ok(Stated {
        instance,
        scale: scale.factor * times,
        error: scale.error(units as f64 + sites.len() as f64) / times,
        sense: Sense::Minimise,
        sites: Vec::new(),
    })
}
