//! Sites with a capacity and a fixed cost, customers with a demand: what most
//! benchmarks have in common.

use super::error::FormatError;
use super::scale::{Scale, capacity, decimals_of, of_demands, people};
use super::{Sense, Stated};
use crate::instance::{
    Arc, Ceiling, Demand, Facility, FacilityKind, Instance, Level, Payment, Site, Window,
};

/// More possible assignments than this are refused.
pub const MOST_ARCS: usize = 100_000_000;

/// A location problem as files state it.
pub struct Location {
    /// Capacity and fixed cost of each site.
    pub sites: Vec<Place>,
    /// Demand of each customer.
    pub demands: Vec<f64>,
    /// What serving each customer at each site costs, a row a customer.
    pub costs: Vec<f64>,
    /// Whether these are costs of a unit of demand rather than of all of a customer's.
    pub per_unit: bool,
}

/// A site.
pub struct Place {
    /// In units of demand.
    pub capacity: f64,
    /// What opening it costs.
    pub fixed: f64,
}

/// How customers may be served.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Each by one site.
    Single,
    /// Each by any sites, in whole units of demand.
    Divided,
    /// Each by any site, which has room for all.
    Uncapacitated,
}

impl Location {
    /// The problem as an instance. A customer who must be served at one site is one
    /// person with a load, so that its cost is exact; one who may be divided is as many
    /// persons as it has units of demand.
    pub fn stated(self, service: Service) -> Result<Stated, FormatError> {
        let Self {
            sites,
            demands,
            mut costs,
            per_unit,
        } = self;
        let per_site = |row: &[f64]| row.iter().copied().fold(0.0, f64::max);
        let fixed: Vec<f64> = sites.iter().map(|site| site.fixed).collect();
        let mut sum: f64 = fixed.iter().sum();
        for (row, demand) in costs.chunks(sites.len()).zip(&demands) {
            sum += per_site(row) * if per_unit { *demand } else { 1.0 };
        }
        let units = match service {
            Service::Uncapacitated => vec![1; demands.len()],
            Service::Single | Service::Divided => {
                let scale = of_demands(&demands)?;
                demands.iter().map(|demand| scale.whole(*demand)).collect()
            }
        };
        let unit_of_demand = match service {
            Service::Uncapacitated => 1.0,
            Service::Single | Service::Divided => of_demands(&demands)?.factor,
        };
        // From here on the costs are those of what is multiplied by whole numbers.
        let is_whole_customer = service != Service::Divided && !per_unit;
        for (row, &units) in costs.chunks_mut(sites.len()).zip(&units) {
            let by = match per_unit {
                true => unit_of_demand,
                false if is_whole_customer || units == 0 => 1.0,
                false => units as f64,
            };
            for cost in row.iter_mut().filter(|_| by != 1.0) {
                *cost /= by;
            }
        }
        let scale = Scale::of(decimals_of(&costs).max(decimals_of(&fixed)), sum)?;
        let paid: i64 = if is_whole_customer {
            demands.len() as i64
        } else {
            units.iter().map(|units| (*units).max(1)).sum()
        };

        let mut instance = Instance::default();
        // Whoever costs something but needs no room is served in a state with room for all.
        let weightless = |row: &[f64], units: i64| {
            service == Service::Divided && units == 0 && row.iter().any(|cost| *cost != 0.0)
        };
        let rows = || costs.chunks(sites.len()).zip(&units);
        let beside = match per_unit {
            true => 0,
            false => rows()
                .filter(|(row, units)| weightless(row, **units))
                .count(),
        };
        for site in &sites {
            let room = match service {
                Service::Uncapacitated => demands.len() as i64,
                Service::Single | Service::Divided => capacity(site.capacity, unit_of_demand),
            };
            open_site(&mut instance, 1, room, scale.whole(site.fixed), Vec::new());
            if let Some(Facility {
                kind: FacilityKind::New { levels, .. },
            }) = instance.facilities.last_mut()
                && beside > 0
            {
                levels[0].windows.push(Window {
                    min_load: 0,
                    capacity: beside as i64,
                });
            }
        }
        instance.arcs.reserve_exact(costs.len());
        for (customer, (row, &units)) in costs.chunks(sites.len()).zip(&units).enumerate() {
            let is_beside = beside > 0 && weightless(row, units);
            let (persons, load, times) = match service {
                Service::Divided if is_beside => (1, 1, 1),
                Service::Divided => (units, 1, 1),
                Service::Single if per_unit => (1, units, units),
                Service::Single => (1, units, 1),
                Service::Uncapacitated => (1, 1, 1),
            };
            instance.demands.push(Demand {
                persons: people(persons)?,
                single_source: service == Service::Single,
                state: usize::from(is_beside),
                ..Demand::default()
            });
            instance
                .arcs
                .extend(row.iter().enumerate().map(|(site, cost)| Arc {
                    demand: customer,
                    facility: site,
                    cost: scale.whole(*cost) * times,
                    load,
                }));
        }
        Ok(Stated {
            scale: scale.factor,
            error: scale.error(paid as f64 + sites.len() as f64),
            sense: Sense::Minimise,
            sites: (1..=sites.len() as u64).collect(),
            instance,
        })
    }
}

/// Adds a site with one facility of one level, which has the same capacity in each state.
pub fn open_site(
    instance: &mut Instance,
    states: usize,
    capacity: i64,
    fixed_cost: i64,
    draws: Vec<(usize, i64)>,
) {
    let window = Window {
        min_load: 0,
        capacity,
    };
    let level = Level {
        places: 0,
        windows: vec![window; states],
        phase: 0,
        fixed_cost,
        payments: vec![Payment {
            draws,
            ..Payment::default()
        }],
    };
    instance.facilities.push(Facility {
        kind: FacilityKind::New {
            site: instance.sites.len(),
            levels: vec![level],
        },
    });
    instance.sites.push(Site::default());
}

/// Adds sites of which at most `p` open, each with room for so much.
pub fn open_at_most(instance: &mut Instance, sites: usize, p: u32, capacity: i64) {
    let ceiling = instance.ceilings.len();
    instance.ceilings.push(Ceiling { cents: p.into() });
    for _ in 0..sites {
        open_site(instance, 1, capacity, 0, vec![(ceiling, 1)]);
    }
}

/// The product of two counts, if so many possible assignments are allowed.
pub fn pairs(a: usize, b: usize) -> Result<usize, FormatError> {
    let pairs = a.checked_mul(b).filter(|pairs| *pairs <= MOST_ARCS);
    pairs.ok_or(FormatError::Arcs(MOST_ARCS))
}

/// A matrix of so many rows, turned over its diagonal.
pub fn transposed(matrix: &[f64], rows: usize) -> Vec<f64> {
    let columns = matrix.len() / rows.max(1);
    let mut turned = Vec::with_capacity(matrix.len());
    for column in 0..columns {
        turned.extend((0..rows).map(|row| matrix[row * columns + column]));
    }
    turned
}
