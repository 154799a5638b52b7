//! OR-Library's capacitated warehouse location: `m n`; for each of m sites capacity and
//! fixed cost; for each of n customers its demand and what serving all of it costs at
//! each site. A capacity may be the word `capacity`, which an option fills in.
//!
//! Beasley (1988), An algorithm for solving large capacitated warehouse location problems.

use super::error::{Choice, Expected, FormatError};
use super::location::{Location, Place, Service, pairs};
use super::tokens::{Tokens, parse};
use super::{Format, Stated};

/// Reads the capacitated problem; demand may be divided.
pub fn read(file: &[u8], capacity: Option<f64>) -> Result<Stated, FormatError> {
    let (location, is_open) = location(file, capacity)?;
    match (is_open, capacity) {
        (true, None) => Err(FormatError::Needed {
            choice: Choice::Capacity,
        }),
        (false, Some(_)) => Err(FormatError::Unfit {
            choice: Choice::Capacity,
            format: Format::OrlibCap,
        }),
        _ => location.stated(Service::Divided),
    }
}

/// Reads the problem without its capacities.
pub fn read_uncapacitated(file: &[u8]) -> Result<Stated, FormatError> {
    let (location, _) = location(file, None)?;
    location.stated(Service::Uncapacitated)
}

/// The problem, and whether the file leaves a capacity open.
fn location(file: &[u8], capacity: Option<f64>) -> Result<(Location, bool), FormatError> {
    let mut tokens = Tokens::new(file);
    let (m, n) = (tokens.count()?, tokens.count()?);
    pairs(m, n)?;
    tokens.expect(
        m.checked_mul(n)
            .and_then(|pairs| pairs.checked_add(2 * m + n)),
    )?;
    let mut is_open = false;
    let mut sites = Vec::with_capacity(m);
    for _ in 0..m {
        let word = tokens.next();
        let given = match word {
            Some(b"capacity") => {
                is_open = true;
                Some(capacity.unwrap_or(0.0))
            }
            word => word.and_then(parse).filter(|capacity| *capacity >= 0.0),
        };
        sites.push(Place {
            capacity: given.ok_or_else(|| tokens.fault(Expected::Capacity, word))?,
            fixed: tokens.amount()?,
        });
    }
    let mut demands = Vec::with_capacity(n);
    let mut costs = Vec::with_capacity(m * n);
    for _ in 0..n {
        demands.push(tokens.amount()?);
        for _ in 0..m {
            costs.push(tokens.amount()?);
        }
    }
    tokens.end()?;
    let location = Location {
        sites,
        demands,
        costs,
        per_unit: false,
    };
    Ok((location, is_open))
}
