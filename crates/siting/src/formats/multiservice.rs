//! Several services at shared sites, as JSON: `nd` demand points, `ns` sites, and by service
//! `demand`, `standard`, `module_size` and `module_cost`. A service opens at a site in one to
//! `levels` modules, of which at least `min_utilisation` is used; sites (`site_cost`) and modules
//! are paid from one `budget` and cost nothing else. Minimised are minutes (`travel_time[site][point]`, within
//! the service's standard) times demand, and six times the standard for whoever is left without.

use super::instance::Kind;
use super::location::MOST_ARCS;
use super::numbers::Document;
use super::scale::{Scale, capacity, decimals_of, people};
use super::{FormatError, Sense, Stated};
use crate::instance::{
    Arc, Ceiling, Demand, Facility, FacilityKind, Instance, Level, Opening, Payment, Site, Window,
};

/// How many standards a person left without counts as.
const UNMET: f64 = 6.0;
/// How the file says so.
const UNMET_PENALTY: &str = "demand*standard*6";

/// What the file has; lists by service, or a row a service or a site.
struct File {
    points: usize,
    sites: usize,
    levels: usize,
    min_utilisation: f64,
    budget: f64,
    travel_time: Vec<f64>,
    demand: Vec<f64>,
    standard: Vec<f64>,
    module_size: Vec<f64>,
    module_cost: Vec<f64>,
    site_cost: Vec<f64>,
}

/// Reads the problem.
pub fn read(file: &[u8]) -> Result<Stated, FormatError> {
    File::new(file)?.stated()
}

impl File {
    fn new(file: &[u8]) -> Result<Self, FormatError> {
        let document = Document::new(file)?;
        let (points, sites) = (document.count("nd"), document.count("ns"));
        let services = document.field("standard").and_then(|list| list.as_array());
        let services = services.map_or(0, Vec::len);
        if let Some(penalty) = document.field("unmet_penalty")
            && penalty != UNMET_PENALTY
        {
            document.kind("unmet_penalty", Kind::Text(UNMET_PENALTY), penalty);
        }
        let file = Self {
            points,
            sites,
            levels: document.count("levels"),
            min_utilisation: document.amount("min_utilisation"),
            budget: document.amount("budget"),
            travel_time: document.matrix("travel_time", sites, points),
            demand: document.matrix("demand", services, points),
            standard: document.amounts("standard", services),
            module_size: document.amounts("module_size", services),
            module_cost: document.amounts("module_cost", services),
            site_cost: document.amounts("site_cost", sites),
        };
        document.end()?;
        // Levels are few; a count of many is a mistake, and each makes a level of every site.
        let pairs = points
            .checked_mul(sites)
            .and_then(|pairs| pairs.checked_mul(services));
        let levels = file
            .levels
            .checked_mul(sites)
            .and_then(|levels| levels.checked_mul(services));
        if pairs.is_none_or(|pairs| pairs > MOST_ARCS)
            || levels.is_none_or(|levels| levels > MOST_ARCS / 100)
        {
            return Err(FormatError::Arcs(MOST_ARCS));
        }
        Ok(file)
    }

    fn stated(&self) -> Result<Stated, FormatError> {
        let services = self.standard.len();
        // What everybody left without costs: no way costs more.
        let by_service = self.demand.chunks(self.points).zip(&self.standard);
        let sum: f64 = by_service
            .map(|(demand, standard)| demand.iter().sum::<f64>() * standard * UNMET)
            .sum();
        // Units as small as fit beside exact costs, so that windows are as good as exact.
        let minutes = decimals_of(&self.travel_time).max(decimals_of(&self.standard));
        let minutes = Scale::of(minutes, sum)?;
        let finest = Scale::of(
            u32::MAX,
            (sum * minutes.factor).max(self.demand.iter().sum()),
        )?;
        let exact = Scale::of(decimals_of(&self.demand), 1.0)?;
        let units = Scale {
            factor: finest.factor.min(exact.factor * 100.0),
            is_exact: exact.is_exact && exact.factor <= finest.factor,
        };
        if !units.is_exact || !minutes.is_exact {
            return Err(FormatError::Sum);
        }
        let money = self
            .site_cost
            .iter()
            .chain(&self.module_cost)
            .copied()
            .chain([self.budget]);
        let money: Vec<f64> = money.collect();
        let drawn = self.levels as f64 * self.sites as f64 * money.iter().sum::<f64>();
        let money = Scale::of(decimals_of(&money), drawn)?;

        let mut instance = Instance {
            ceilings: vec![Ceiling {
                cents: money.whole(self.budget),
            }],
            ..Instance::default()
        };
        for (site, cost) in self.site_cost.iter().enumerate() {
            instance.sites.push(Site {
                openings: vec![Opening {
                    fixed_cost: 0,
                    payments: vec![draw(money.whole(*cost))],
                }],
                max_places: None,
            });
            instance
                .facilities
                .extend((0..services).map(|service| Facility {
                    kind: FacilityKind::New {
                        site,
                        levels: self.levels(service, units, money),
                    },
                }));
        }
        for service in 0..services {
            let standard = self.standard[service];
            for point in 0..self.points {
                let demand = instance.demands.len();
                instance.demands.push(Demand {
                    persons: people(units.whole(self.demand[service * self.points + point]))?,
                    unmet_cost: Some(minutes.whole(standard * UNMET)),
                    ..Demand::default()
                });
                let ways = (0..self.sites).map(|site| self.travel_time[site * self.points + point]);
                let ways = ways.enumerate().filter(|(_, way)| *way <= standard);
                instance.arcs.extend(ways.map(|(site, way)| Arc {
                    demand,
                    facility: site * services + service,
                    cost: minutes.whole(way),
                    load: 1,
                }));
            }
        }
        // Windows are whole units: each may lose one, at most at the price of being left without.
        let dearest = self.standard.iter().copied().fold(0.0, f64::max) * UNMET;
        let facilities = instance.facilities.len() as f64;
        Ok(Stated {
            scale: minutes.factor * units.factor,
            error: facilities * dearest / units.factor,
            sense: Sense::Minimise,
            sites: (0..self.sites as u64).collect(),
            instance,
        })
    }

    fn levels(&self, service: usize, units: Scale, money: Scale) -> Vec<Level> {
        let levels = (1..=self.levels).map(|modules| {
            let size = self.module_size[service] * modules as f64;
            let least = size * self.min_utilisation * units.factor;
            Level {
                places: 0,
                windows: vec![Window {
                    min_load: (least * (1.0 - f64::EPSILON)).ceil() as i64,
                    capacity: capacity(size, units.factor),
                }],
                phase: 0,
                fixed_cost: 0,
                payments: vec![draw(
                    money.whole(self.module_cost[service]) * modules as i64,
                )],
            }
        });
        levels.collect()
    }
}

fn draw(money: i64) -> Payment {
    Payment {
        draws: vec![(0, money)],
        ..Payment::default()
    }
}
