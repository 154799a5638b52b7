//! Avella and Boccia's test bed: two counts; demands; capacities; fixed costs; and for each
//! site what a unit of demand of each customer costs there. Which count is that of the
//! sites is known by how many numbers the file has.
//!
//! Avella and Boccia (2009), A cutting plane algorithm for the capacitated facility
//! location problem.

use super::Stated;
use super::error::FormatError;
use super::location::{Location, Place, Service, pairs, transposed};
use super::tokens::Tokens;

/// Reads the problem; each customer goes to one site unless demand may be divided.
pub fn read(file: &[u8], is_splittable: bool) -> Result<Stated, FormatError> {
    let mut tokens = Tokens::new(file);
    let (a, b) = (tokens.count()?, tokens.count()?);
    let pairs = pairs(a, b)?;
    let is_customers_first = a != b && tokens.count_left() == pairs + a + 2 * b;
    let (sites, customers) = if is_customers_first { (b, a) } else { (a, b) };
    tokens.expect(Some(pairs + customers + 2 * sites))?;
    let demands = tokens.amounts(customers)?;
    let capacities = tokens.amounts(sites)?;
    let fixed = tokens.amounts(sites)?;
    let costs = transposed(&tokens.amounts(pairs)?, sites);
    tokens.end()?;
    let places = capacities.into_iter().zip(fixed);
    let location = Location {
        sites: places
            .map(|(capacity, fixed)| Place { capacity, fixed })
            .collect(),
        demands,
        costs,
        per_unit: true,
    };
    location.stated(if is_splittable {
        Service::Divided
    } else {
        Service::Single
    })
}
