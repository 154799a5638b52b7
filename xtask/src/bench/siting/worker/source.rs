//! Instances by the words of the command line.

use super::euclid;
use super::measure::{Cost, cost};
use super::package::Package;
use serde_json::{Value, json};
use siting::formats::{self, Format, Options, Sense};
use siting::instance::{Demand, Instance};
use std::error::Error;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Packages reckon in cents, their costs are told in euros.
const CENTS: f64 = 100.0;

/// An instance, and how its costs are told.
pub struct Case {
    /// The instance.
    pub instance: Instance,
    /// Units of cost of the instance in one unit of the published values.
    pub unit: f64,
    /// Where as much as possible is to be covered: the most that there is, in published units.
    pub most: Option<f64>,
    /// The most by which rounding may have changed the objective of an answer, in published units.
    pub error: f64,
    /// What making the instance cost.
    pub made: Cost,
}

impl Case {
    /// Reads or makes the instance of a source.
    pub fn read(words: &[&str]) -> Result<Self, Box<dyn Error>> {
        let (made, cost) = cost(|| read(words));
        Ok(Self {
            made: cost,
            ..made?
        })
    }

    /// A cost in published units: what is covered, where covering is the aim.
    pub fn published(&self, cost: f64) -> f64 {
        let cost = cost / self.unit;
        self.most.map_or(cost, |most| most - cost)
    }

    /// How far a cost and its bound lie apart, as a share of the published objective.
    pub fn gap(&self, cost: f64, bound: f64) -> Option<f64> {
        let gap = (cost - bound) / self.unit / self.published(cost).abs().max(1e-9);
        gap.is_finite().then_some(gap.max(0.0))
    }

    /// What every run tells of its instance.
    pub fn about(&self) -> Value {
        json!({
            "demands": self.instance.demands.len(),
            "facilities": self.instance.facilities.len(),
            "arcs": self.instance.arcs.len(),
            "made_cpu": self.made.cpu,
            "error": self.error,
        })
    }
}

fn read(words: &[&str]) -> Result<Case, Box<dyn Error>> {
    let exact = |instance, unit| Case {
        instance,
        unit,
        most: None,
        error: 0.0,
        made: Cost::default(),
    };
    match words {
        ["euclid", points, open, seed] => {
            let instance = euclid::instance(points.parse()?, open.parse()?, seed.parse()?);
            Ok(exact(instance, 1.0))
        }
        ["package", dir] => Ok(exact(Package::read(Path::new(dir))?.instance()?, CENTS)),
        [format, file, rest @ ..] if !["euclid", "package"].contains(format) => {
            from_file(format, Path::new(file), rest)
        }
        _ => Err("a source has too few or too many words".into()),
    }
}

fn from_file(format: &str, file: &Path, words: &[&str]) -> Result<Case, Box<dyn Error>> {
    let format = Format::named(format).ok_or_else(|| format!("no format {format}"))?;
    let mut options = Options::default();
    for word in words {
        match word.split_once('=') {
            None if *word == "splittable" => options.splittable = true,
            Some(("capacity", number)) => options.capacity = Some(number.parse()?),
            Some(("radius", number)) => options.radius = Some(number.parse()?),
            Some(("p", number)) => options.p = Some(number.parse()?),
            _ => return Err(format!("no option {word}").into()),
        }
    }
    let stated = formats::read(format, &fs::read(file)?, &options)?;
    Ok(Case {
        instance: stated.instance,
        unit: stated.scale,
        most: match stated.sense {
            Sense::Minimise => None,
            Sense::MaximiseCovered { total } => Some(total),
        },
        error: stated.error,
        made: Cost::default(),
    })
}

/// Writes, for solvers that want a dense table, as 64-bit floating point numbers in the machine's
/// order: demands, facilities, most that may open; people of each demand; cost a person demand by
/// demand, not a number where there is no arc.
pub fn write_costs(case: &Case, out: &Path) -> Result<Value, Box<dyn Error>> {
    let Case { instance, unit, .. } = case;
    let (demands, facilities) = (instance.demands.len(), instance.facilities.len());
    let most = instance
        .ceilings
        .first()
        .map_or(facilities as f64, |ceiling| ceiling.cents as f64);
    let mut costs = vec![f64::NAN; demands * facilities];
    for arc in &instance.arcs {
        costs[arc.demand * facilities + arc.facility] = arc.cost as f64 / unit;
    }
    // Where covering is the aim, a person counts what is lost without.
    let weight = |demand: &Demand| {
        let each = if case.most.is_some() {
            demand.unmet_cost.unwrap_or(0) as f64 / unit
        } else {
            1.0
        };
        f64::from(demand.persons) * each
    };
    let head = [demands as f64, facilities as f64, most];
    let mut file = BufWriter::new(fs::File::create(out)?);
    for number in head
        .into_iter()
        .chain(instance.demands.iter().map(weight))
        .chain(costs)
    {
        file.write_all(&number.to_ne_bytes())?;
    }
    file.flush()?;
    Ok(case.about())
}
