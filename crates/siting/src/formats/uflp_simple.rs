//! UflLib's simple format: a line with a name; `n m 0`; for each of n sites its number,
//! its fixed cost and what serving each of m customers costs there.
//!
//! Hoefer (2003), UflLib.

use super::Stated;
use super::error::FormatError;
use super::location::{Location, Place, Service, pairs, transposed};
use super::tokens::Tokens;

/// Reads an uncapacitated problem.
pub fn read(file: &[u8]) -> Result<Stated, FormatError> {
    let mut tokens = Tokens::new(file);
    // The name may be of several words.
    tokens.skip_line();
    let (sites, customers) = (tokens.count()?, tokens.count()?);
    tokens.whole()?;
    pairs(sites, customers)?;
    tokens.expect(
        customers
            .checked_add(2)
            .and_then(|row| row.checked_mul(sites)),
    )?;
    let mut numbers = Vec::with_capacity(sites);
    let mut places = Vec::with_capacity(sites);
    let mut costs = Vec::with_capacity(sites * customers);
    for _ in 0..sites {
        numbers.push(u64::from(tokens.whole()?));
        places.push(Place {
            capacity: 0.0,
            fixed: tokens.amount()?,
        });
        for _ in 0..customers {
            costs.push(tokens.amount()?);
        }
    }
    tokens.end()?;
    let location = Location {
        demands: vec![1.0; customers],
        costs: transposed(&costs, sites),
        sites: places,
        per_unit: false,
    };
    let stated = location.stated(Service::Uncapacitated)?;
    Ok(Stated {
        sites: numbers,
        ..stated
    })
}
