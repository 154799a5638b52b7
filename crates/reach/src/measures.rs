//! The measures of every place, and their means over people.

use crate::round::{four_decimals, mean, two_decimals};
use crate::*;

/// How each place shares what is free, unrounded.
pub(crate) fn sharing(
    need: &[f64],
    supply: &[f64],
    seconds: &Seconds,
    limit_min: f64,
) -> Vec<Sharing> {
    let all_in_catchment = Weights::new(seconds, &Decay::Binary { limit_min });
    let two_step = two_step(need, supply, &all_in_catchment).place_ratios;
    let zones = Weights::new(seconds, &Decay::zones(limit_min));
    let modified = modified_two_step(need, supply, &zones).place_ratios;
    let three_step = three_step(need, supply, &zones).place_ratios;
    let balanced = balanced(need, supply, &zones).place_ratios;
    let met = coverage(need, supply, seconds, limit_min).met;
    (0..need.len())
        .map(|place| Sharing {
            two_step: two_step[place],
            modified_two_step: modified[place],
            three_step: three_step[place],
            balanced: balanced[place],
            covered: if need[place] > 0.0 {
                met[place] / need[place]
            } else {
                0.0
            },
        })
        .collect()
}

/// What each place reaches, unrounded.
pub(crate) fn opportunities(
    supply: &[f64],
    seconds: &Seconds,
    (standard_min, limit_min): (f64, f64),
    decay: &Decay,
) -> Vec<Opportunities> {
    let within = cumulative(supply, seconds, limit_min);
    let interval = cumulative_interval(supply, seconds, standard_min, limit_min, 1.0);
    let gravity = gravity(supply, &Weights::new(seconds, decay));
    let second = kth_nearest(seconds, 2);
    (0..seconds.places())
        .map(|place| Opportunities {
            second_nearest: second[place].map(|way| f64::from(way) / 60.0),
            cumulative: within[place],
            cumulative_interval: interval[place],
            gravity: gravity[place],
        })
        .collect()
}

/// The decay of the gravity measure: fitted to the trips of the plan where it
/// has any, else to the ways `(persons, minutes)` to the nearest site.
pub(crate) fn gravity_decay(
    flows: &[(f64, f64)],
    to_nearest: &[(f64, f64)],
    standard_min: f64,
) -> GravityDecay {
    let (trips, times) = if flows.is_empty() {
        (Trips::Nearest, to_nearest)
    } else {
        (Trips::Plan, flows)
    };
    // The decay is rounded before it is used: who has the answer can repeat it.
    let fit = fit(times).ok().map(|fit| Fit {
        decay: rounded(fit.decay),
        persons: fit.persons,
        mean_min: two_decimals(fit.mean_min),
        log_likelihood: four_decimals(fit.log_likelihood),
    });
    let half_at_standard = rounded(Decay::Exponential {
        per_min: std::f64::consts::LN_2 / standard_min.max(1.0),
    });
    GravityDecay {
        decay: fit
            .as_ref()
            .map_or(half_at_standard, |fit| fit.decay.clone()),
        trips,
        fit,
    }
}

/// A decay that can be fitted, with six decimals per minute, or two in minutes.
fn rounded(decay: Decay) -> Decay {
    match decay {
        Decay::Exponential { per_min } => Decay::Exponential {
            per_min: (per_min * 1e6).round() / 1e6,
        },
        Decay::Gaussian { sigma_min } => Decay::Gaussian {
            sigma_min: two_decimals(sigma_min).max(0.01),
        },
        other => other,
    }
}

impl Sharing {
    /// The mean over people; coverage over need.
    pub(crate) fn mean(of: &[Self], persons: &[f64], need: &[f64]) -> Self {
        let over = |weights: &[f64], value: fn(&Self) -> f64| {
            mean(weights.iter().copied().zip(of.iter().map(value)))
        };
        Self {
            two_step: over(persons, |at| at.two_step),
            modified_two_step: over(persons, |at| at.modified_two_step),
            three_step: over(persons, |at| at.three_step),
            balanced: over(persons, |at| at.balanced),
            covered: over(need, |at| at.covered),
        }
    }

    pub(crate) fn rounded(self) -> Self {
        Self {
            two_step: four_decimals(self.two_step),
            modified_two_step: four_decimals(self.modified_two_step),
            three_step: four_decimals(self.three_step),
            balanced: four_decimals(self.balanced),
            covered: four_decimals(self.covered),
        }
    }
}

impl Opportunities {
    /// The mean over people.
    pub(crate) fn mean(of: &[Self], persons: &[f64]) -> Self {
        let over =
            |value: fn(&Self) -> f64| mean(persons.iter().copied().zip(of.iter().map(value)));
        let seconds: Vec<(f64, f64)> = persons
            .iter()
            .zip(of)
            .filter(|(persons, _)| **persons > 0.0)
            .filter_map(|(persons, at)| Some((*persons, at.second_nearest?)))
            .collect();
        Self {
            second_nearest: (!seconds.is_empty()).then(|| mean(seconds.into_iter())),
            cumulative: over(|at| at.cumulative),
            cumulative_interval: over(|at| at.cumulative_interval),
            gravity: over(|at| at.gravity),
        }
    }

    pub(crate) fn rounded(self) -> Self {
        Self {
            second_nearest: self.second_nearest.map(two_decimals),
            cumulative: four_decimals(self.cumulative),
            cumulative_interval: four_decimals(self.cumulative_interval),
            gravity: four_decimals(self.gravity),
        }
    }
}
