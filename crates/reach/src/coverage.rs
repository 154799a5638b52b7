//! Who gets a place when the nearest are served first.

use crate::Seconds;
use crate::nearest::is_within;

/// How far the supply goes, in the unit of need.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// What of each place's need is met.
    pub met: Vec<f64>,
    /// What of each site's supply is taken.
    pub taken: Vec<f64>,
}

/// Coverage limited by capacity: the shortest way first, a site serves a place
/// until the site is full or the place has what it needs; nobody travels longer
/// than the limit. What is left over is unmet. Of equal ways the earlier place
/// goes first, then the earlier site.
///
/// After N. Ray and S. Ebener, "AccessMod 3.0: computing geographic coverage
/// and accessibility to health care services using anisotropic movement of
/// patients", International Journal of Health Geographics 7 (2008) 63, who fill
/// site after site in a chosen order; here all sites are filled at once, so
/// that no order has to be chosen.
pub fn coverage(need: &[f64], supply: &[f64], seconds: &Seconds, limit_min: f64) -> Coverage {
    let (mut open, mut free) = (need.to_vec(), supply.to_vec());
    let mut ways: Vec<(u32, usize, usize)> = (0..need.len())
        .flat_map(|place| {
            let ways = seconds.of_place(place).enumerate();
            ways.filter_map(move |(site, way)| Some((way?, place, site)))
        })
        .filter(|(way, _, _)| is_within(*way, limit_min))
        .collect();
    ways.sort_unstable();
    for (_, place, site) in ways {
        let given = open[place].min(free[site]);
        open[place] -= given;
        free[site] -= given;
    }
    let used = |of: &[f64], left: &[f64]| of.iter().zip(left).map(|(of, left)| of - left).collect();
    Coverage {
        met: used(need, &open),
        taken: used(supply, &free),
    }
}
