//! The public region: what the package holds besides people who need help.

use crate::cell::{LEAST, block};
use domain::{Institution, Offer, Place, Region};

/// The region without needs, moves, bundles and counts of target groups. Of institutions' people only
/// multiples of 5 stay; a population under 5 is absent.
pub fn region(region: &Region) -> Region {
    Region {
        needs: Vec::new(),
        bundles: Vec::new(),
        moves: Vec::new(),
        offers: (region.offers.iter())
            .map(|row| Offer {
                places_taken: 0,
                ..row.clone()
            })
            .collect(),
        institutions: region.institutions.iter().map(institution).collect(),
        places: (region.places.iter())
            .map(|row| Place {
                population: row.population.filter(|&persons| persons >= LEAST),
                ..row.clone()
            })
            .collect(),
        population: region
            .population
            .iter()
            .filter(|row| row.target_group.is_none() && row.persons >= LEAST)
            .cloned()
            .collect(),
        fingerprint: String::new(),
        ..region.clone()
    }
}

fn institution(row: &Institution) -> Institution {
    let protected =
        |count: Option<u32>| count.map(|count| block(count).0).filter(|&count| count > 0);
    Institution {
        residents: protected(row.residents),
        admissions_per_year: protected(row.admissions_per_year),
        waiting: protected(row.waiting),
        ..row.clone()
    }
}
