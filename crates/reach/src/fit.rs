//! A decay fitted to how far people go.

use crate::Decay;
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

/// People behind a fit, at least: with 30 the fitted mean is known to about a
/// fifth (an exponential mean has the relative error 1 ÷ √n).
pub const LEAST_PERSONS: f64 = 30.0;
/// Different travel times behind a fit, at least.
pub const LEAST_TIMES: usize = 3;

/// A decay and how well it fits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// The decay.
    pub decay: Decay,
    /// Trips behind it, people.
    pub persons: f64,
    /// Their mean, minutes one way.
    pub mean_min: f64,
    /// Log-likelihood for each person, per minute; the higher, the better.
    pub log_likelihood: f64,
}

/// Why nothing can be fitted.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum FitError {
    /// Fewer trips than [`LEAST_PERSONS`].
    #[error("trips of {persons} people are too few to fit a decay, {LEAST_PERSONS} are needed")]
    TooFewPersons {
        /// How many there are.
        persons: f64,
    },
    /// Fewer different times than [`LEAST_TIMES`].
    #[error(
        "trips of {times} different times are too few to fit a decay, {LEAST_TIMES} are needed"
    )]
    TooFewTimes {
        /// How many there are.
        times: usize,
    },
}

/// The exponential decay of trips `(persons, minutes)` by maximum likelihood:
/// trip times are taken to have the density `β·exp(−β·t)`, so that
/// `β = Σ persons ÷ Σ persons·minutes`.
///
/// Decay from the frequencies of trip times: M. Iacono, K. Krizek and
/// A. El-Geneidy, "Access to destinations: how close is close enough? Estimating
/// accurate distance decay functions", Minnesota DOT report 2008-11.
///
/// # Errors
/// [`FitError`] where trips or their times are too few.
pub fn fit_exponential(trips: &[(f64, f64)]) -> Result<Fit, FitError> {
    let of = Moments::of(trips)?;
    let per_min = 1.0 / of.mean_min;
    Ok(of.fit(Decay::Exponential { per_min }, per_min.ln() - 1.0))
}

/// The Gaussian decay of trips `(persons, minutes)` by maximum likelihood: trip
/// times are taken to have the half-normal density `√(2 ÷ πσ²)·exp(−t² ÷ 2σ²)`,
/// so that `σ² = Σ persons·minutes² ÷ Σ persons`.
///
/// # Errors
/// As [`fit_exponential`].
pub fn fit_gaussian(trips: &[(f64, f64)]) -> Result<Fit, FitError> {
    let of = Moments::of(trips)?;
    let sigma_min = of.mean_square.sqrt();
    let log_likelihood = 0.5 * (2.0 / (PI * of.mean_square)).ln() - 0.5;
    Ok(of.fit(Decay::Gaussian { sigma_min }, log_likelihood))
}

/// The likelier of the two; both have one parameter, so that their likelihoods
/// compare as they are.
///
/// # Errors
/// As [`fit_exponential`].
pub fn fit(trips: &[(f64, f64)]) -> Result<Fit, FitError> {
    let (exponential, gaussian) = (fit_exponential(trips)?, fit_gaussian(trips)?);
    Ok(if gaussian.log_likelihood > exponential.log_likelihood {
        gaussian
    } else {
        exponential
    })
}

struct Moments {
    persons: f64,
    mean_min: f64,
    mean_square: f64,
}

impl Moments {
    fn of(trips: &[(f64, f64)]) -> Result<Self, FitError> {
        let made = || trips.iter().filter(|(persons, _)| *persons > 0.0);
        let persons: f64 = made().map(|(persons, _)| persons).sum();
        if persons < LEAST_PERSONS {
            return Err(FitError::TooFewPersons { persons });
        }
        let mut times: Vec<f64> = made().map(|(_, minutes)| *minutes).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        if times.len() < LEAST_TIMES {
            return Err(FitError::TooFewTimes { times: times.len() });
        }
        let mean = |of: fn(f64) -> f64| {
            let sum: f64 = made()
                .map(|(persons, minutes)| persons * of(*minutes))
                .sum();
            sum / persons
        };
        Ok(Self {
            persons,
            mean_min: mean(|minutes| minutes),
            mean_square: mean(|minutes| minutes * minutes),
        })
    }

    fn fit(&self, decay: Decay, log_likelihood: f64) -> Fit {
        Fit {
            decay,
            persons: self.persons,
            mean_min: self.mean_min,
            log_likelihood,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trips drawn evenly from a distribution, by its quantiles.
    fn drawn(quantile: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
        let n = 2000;
        (0..n)
            .map(|k| (2.0, quantile((f64::from(k) + 0.5) / f64::from(n))))
            .collect()
    }

    #[test]
    fn the_parameter_behind_the_trips_is_found() {
        let trips = drawn(|share| -(1.0 - share).ln() / 0.05);
        let Decay::Exponential { per_min } = fit(&trips).unwrap().decay else {
            panic!("exponential trips took another decay");
        };
        assert!((per_min - 0.05).abs() < 0.0002, "{per_min}");
    }

    #[test]
    fn trips_that_stay_near_take_the_gaussian() {
        // Evenly between 0 and 30 minutes: none of the long tail of an exponential.
        let trips = drawn(|share| 30.0 * share);
        let Decay::Gaussian { sigma_min } = fit(&trips).unwrap().decay else {
            panic!("trips without a tail took the exponential");
        };
        assert!((sigma_min - 300f64.sqrt()).abs() < 0.001, "{sigma_min}");
    }

    #[test]
    fn the_likelihood_is_highest_at_the_fit() {
        let trips = drawn(|share| 5.0 + 40.0 * share * share);
        let likelihood = |beta: f64| {
            let logs = trips.iter().map(|(n, t)| n * (beta.ln() - beta * t));
            logs.sum::<f64>() / trips.iter().map(|(n, _)| n).sum::<f64>()
        };
        let fit = fit_exponential(&trips).unwrap();
        let Decay::Exponential { per_min } = fit.decay else {
            panic!("not exponential");
        };
        assert!((likelihood(per_min) - fit.log_likelihood).abs() < 1e-12);
        for other in [0.99, 1.01] {
            assert!(likelihood(other * per_min) < fit.log_likelihood);
        }
    }

    #[test]
    fn too_few_trips_are_refused() {
        let few = fit(&[(10.0, 5.0), (19.0, 9.0)]).unwrap_err();
        assert_eq!(few, FitError::TooFewPersons { persons: 29.0 });
        assert!(fit(&[(10.0, 5.0), (19.0, 9.0), (1.0, 2.0)]).is_ok());
        let same = fit(&[(100.0, 5.0), (100.0, 7.0), (0.0, 9.0)]).unwrap_err();
        assert_eq!(same, FitError::TooFewTimes { times: 2 });
        assert!(same.to_string().contains("2 different times"));
    }
}
