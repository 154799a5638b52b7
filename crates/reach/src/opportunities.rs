//! What a place reaches, whoever else does: counts within a time, gravity, and
//! the time to the k-th site.
//!
//! `supply` has a number for each site (places, hours, or 1 to count sites).

use crate::{Decay, Seconds, Weights, Zone};

/// Cumulative opportunities: `C_i = Σ_j S_j·[t_ij ≤ T]`, in the unit of supply;
/// the limit itself is within.
///
/// M. Wachs and T. G. Kumagai, "Physical accessibility as a social indicator",
/// Socio-Economic Planning Sciences 7 (1973) 437–456.
pub fn cumulative(supply: &[f64], seconds: &Seconds, limit_min: f64) -> Vec<f64> {
    gravity(supply, &Weights::new(seconds, &Decay::Binary { limit_min }))
}

/// Cumulative opportunities averaged over the cut-offs `from_min`,
/// `from_min + step_min`, … up to `to_min`, so that no single cut-off decides.
/// A step that is not above 0, or an end below the start, leaves the first
/// cut-off alone.
///
/// D. B. Tomasiello, D. Herszenhut, J. L. A. Oliveira, C. K. V. Braga and
/// R. H. M. Pereira, "A time interval metric for cumulative opportunity
/// accessibility", Applied Geography 157 (2023) 103007; they take the median or
/// the mean, here it is the mean.
pub fn cumulative_interval(
    supply: &[f64],
    seconds: &Seconds,
    from_min: f64,
    to_min: f64,
    step_min: f64,
) -> Vec<f64> {
    let steps = ((to_min - from_min) / step_min + 1e-9).floor();
    // A step of 0 gives infinity or no number: one cut-off.
    let steps = if step_min > 0.0 && steps.is_finite() && steps > 0.0 {
        steps as u32
    } else {
        0
    };
    // Cut-offs as zones: the more of them lie at or beyond a way, the more it counts.
    let cutoffs = 1.0 + f64::from(steps);
    let zones = (0..=steps).map(f64::from).map(|step| Zone {
        to_min: from_min + step * step_min,
        weight: (cutoffs - step) / cutoffs,
    });
    let decay = Decay::Step {
        zones: zones.collect(),
    };
    gravity(supply, &Weights::new(seconds, &decay))
}

/// Gravity: `A_i = Σ_j S_j·f(t_ij)`, in the unit of supply.
///
/// W. G. Hansen, "How accessibility shapes land use", Journal of the American
/// Institute of Planners 25 (1959) 73–76.
pub fn gravity(supply: &[f64], weights: &Weights) -> Vec<f64> {
    weights
        .rows()
        .map(|row| row.iter().zip(supply).map(|(w, s)| w * s).sum())
        .collect()
}

/// The shortest time within which a place reaches at least `amount` of supply,
/// seconds; absent where all that it reaches is less.
pub fn seconds_to(supply: &[f64], seconds: &Seconds, amount: f64) -> Vec<Option<u32>> {
    (0..seconds.places())
        .map(|place| {
            let ways = seconds.of_place(place).zip(supply);
            let mut ways: Vec<(u32, f64)> = ways
                .filter_map(|(way, supply)| Some((way?, *supply)))
                .collect();
            ways.sort_by_key(|(way, _)| *way);
            let mut reached = 0.0;
            let enough = ways.iter().find(|(_, supply)| {
                reached += supply;
                reached >= amount
            });
            enough.map(|(way, _)| *way)
        })
        .collect()
}

/// Seconds to the `k`-th nearest site, counted from 1; absent where fewer are
/// within reach.
pub fn kth_nearest(seconds: &Seconds, k: usize) -> Vec<Option<u32>> {
    seconds_to(&vec![1.0; seconds.sites()], seconds, k as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_place(minutes: &[u32]) -> Seconds {
        Seconds::new(1, minutes.len(), |_, site| Some(60 * minutes[site]))
    }

    #[test]
    fn an_interval_without_a_step_is_its_first_cutoff() {
        let (seconds, supply) = (one_place(&[10, 20]), [3.0, 5.0]);
        for (from, to, step) in [(10.0, 30.0, 0.0), (10.0, 5.0, 1.0), (10.0, 30.0, -1.0)] {
            assert_eq!(
                cumulative_interval(&supply, &seconds, from, to, step),
                [3.0]
            );
        }
    }

    #[test]
    fn the_kth_nearest_is_counted_from_1() {
        let seconds = one_place(&[30, 10, 20]);
        let minutes = |k| kth_nearest(&seconds, k)[0].map(|way| way / 60);
        assert_eq!(
            [minutes(1), minutes(2), minutes(3), minutes(4)],
            [Some(10), Some(20), Some(30), None]
        );
    }
}
