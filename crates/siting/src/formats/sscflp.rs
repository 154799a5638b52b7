//! Single-source capacitated location in two layouts.
//!
//! *Sites first* (Holmberg, Rönnqvist and Yuan 1999): `J I`; capacity and fixed cost of each
//! of J sites; demands of I customers; for each site what serving all of each customer costs.
//! *Costs first* (Delmaire, Díaz, Fernández and Ortega 1999): `I J`; for each customer what
//! serving it costs at each site; demands; fixed costs; capacities.
//!
//! A file of the other layout than told is known by how many numbers it has, unless
//! there are as many customers as sites.

use super::Stated;
use super::error::FormatError;
use super::location::{Location, Place, Service, pairs, transposed};
use super::tokens::Tokens;

/// In which order the numbers stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Holmberg's.
    SitesFirst,
    /// That of Delmaire, Díaz and Fernández.
    CostsFirst,
}

/// Reads a single-source problem.
pub fn read(file: &[u8], layout: Layout) -> Result<Stated, FormatError> {
    let mut tokens = Tokens::new(file);
    let (a, b) = (tokens.count()?, tokens.count()?);
    let pairs = pairs(a, b)?;
    let (sites_first, costs_first) = (pairs + 2 * a + b, pairs + a + 2 * b);
    let left = tokens.count_left();
    let layout = match layout {
        Layout::SitesFirst if left == costs_first && a != b => Layout::CostsFirst,
        Layout::CostsFirst if left == sites_first && a != b => Layout::SitesFirst,
        as_told => as_told,
    };
    let location = match layout {
        Layout::SitesFirst => {
            tokens.expect(Some(sites_first))?;
            let mut sites = Vec::with_capacity(a);
            for _ in 0..a {
                let (capacity, fixed) = (tokens.amount()?, tokens.amount()?);
                sites.push(Place { capacity, fixed });
            }
            Location {
                sites,
                demands: tokens.amounts(b)?,
                costs: transposed(&tokens.amounts(pairs)?, a),
                per_unit: false,
            }
        }
        Layout::CostsFirst => {
            tokens.expect(Some(costs_first))?;
            let costs = tokens.amounts(pairs)?;
            let demands = tokens.amounts(a)?;
            let fixed = tokens.amounts(b)?;
            let capacities = tokens.amounts(b)?;
            let sites = capacities.into_iter().zip(fixed);
            Location {
                sites: sites
                    .map(|(capacity, fixed)| Place { capacity, fixed })
                    .collect(),
                demands,
                costs,
                per_unit: false,
            }
        }
    };
    tokens.end()?;
    location.stated(Service::Single)
}
