//! Distance decay: the nearer a site, the more it counts.

use crate::Seconds;
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

/// Weights of the three zones of a catchment: thirds of the limit. They are
/// those of W. Luo and Y. Qi, "An enhanced two-step floating catchment area
/// (E2SFCA) method for measuring spatial accessibility to primary care
/// physicians", Health & Place 15 (2009) 1100–1107, for zones of 0–10, 10–20
/// and 20–30 minutes; `docs/reach.md` says how they were checked.
pub const WEIGHTS: [f64; 3] = [1.0, 0.68, 0.22];

/// The last whole second within an edge in minutes; a third of a limit that is
/// a whole second is not lost to rounding.
fn whole_seconds(edge_min: f64) -> u32 {
    (60.0 * edge_min + 1e-6).floor() as u32
}

/// How much a site counts at a distance: 1 at the door, less farther away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case", tag = "kind")]
pub enum Decay {
    /// 1 up to the limit, which is included; 0 beyond (Luo and Wang 2003).
    Binary {
        /// Minutes.
        limit_min: f64,
    },
    /// Zones from near to far, each with its farther edge; 0 beyond the last
    /// (Luo and Qi 2009).
    Step {
        /// The zones, nearest first.
        zones: Vec<Zone>,
    },
    /// `exp(−β·t)` (Wilson 1971).
    Exponential {
        /// β, per minute.
        per_min: f64,
    },
    /// `t^−α`, and 1 below one minute (Hansen 1959).
    Power {
        /// α.
        exponent: f64,
    },
    /// `exp(−t² ÷ 2σ²)` (Ingram 1971, Dai 2010).
    Gaussian {
        /// σ, minutes.
        sigma_min: f64,
    },
    /// `g(0) ÷ g(t)` with `g(t) = 1 + exp(π·(t − m) ÷ (s·√3))`: hardly less up
    /// to the median, hardly anything well beyond it (Bauer and Groneberg 2016).
    Logistic {
        /// m, minutes.
        median_min: f64,
        /// s, minutes.
        deviation_min: f64,
    },
}

/// A zone of a catchment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// The farther edge, minutes, included.
    pub to_min: f64,
    /// What a site in the zone counts.
    pub weight: f64,
}

impl Decay {
    /// The zones of E2SFCA in a catchment of `limit_min` minutes: its thirds,
    /// with [`WEIGHTS`].
    pub fn zones(limit_min: f64) -> Self {
        let zones = (1..).zip(WEIGHTS).map(|(third, weight)| Zone {
            to_min: f64::from(third) * limit_min / 3.0,
            weight,
        });
        Self::Step {
            zones: zones.collect(),
        }
    }

    /// The weight of a way of so many seconds.
    pub fn weight(&self, seconds: u32) -> f64 {
        let minutes = f64::from(seconds) / 60.0;
        let reaches = |edge_min: f64| seconds <= whole_seconds(edge_min);
        match self {
            Self::Binary { limit_min } => f64::from(u8::from(reaches(*limit_min))),
            Self::Step { zones } => {
                let zone = zones.iter().find(|zone| reaches(zone.to_min));
                zone.map_or(0.0, |zone| zone.weight)
            }
            Self::Exponential { per_min } => (-per_min * minutes).exp(),
            Self::Power { exponent } => minutes.max(1.0).powf(-exponent),
            Self::Gaussian { sigma_min } => {
                let sigmas = minutes / sigma_min;
                (-0.5 * sigmas * sigmas).exp()
            }
            Self::Logistic {
                median_min,
                deviation_min,
            } => {
                let g = |minutes: f64| {
                    1.0 + (PI * (minutes - median_min) / (deviation_min * 3f64.sqrt())).exp()
                };
                g(0.0) / g(minutes)
            }
        }
    }
}

/// What every site counts at every place.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    places: usize,
    sites: usize,
    weights: Vec<f64>,
}

impl Weights {
    /// Weighs every way; a pair without one counts 0.
    pub fn new(seconds: &Seconds, decay: &Decay) -> Self {
        Self {
            places: seconds.places(),
            sites: seconds.sites(),
            weights: seconds.weighted(|way| decay.weight(way)),
        }
    }

    /// How many sites there are.
    pub fn sites(&self) -> usize {
        self.sites
    }

    /// The weights at each place, site by site.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        (0..self.places).map(|place| &self.weights[place * self.sites..(place + 1) * self.sites])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(decay: &Decay, minutes: [u32; 7]) -> [f64; 7] {
        minutes.map(|minutes| decay.weight(60 * minutes))
    }

    #[test]
    fn a_zone_includes_its_farther_edge() {
        assert_eq!(
            at(&Decay::zones(30.0), [0, 10, 11, 20, 21, 30, 31]),
            [1.0, 1.0, 0.68, 0.68, 0.22, 0.22, 0.0]
        );
    }

    #[test]
    fn a_large_matrix_is_weighed_as_each_of_its_ways() {
        let way = |place: usize, site: usize| {
            (place != site).then_some((700 * place + 130 * site) as u32)
        };
        let seconds = Seconds::new(15, 500, way);
        for decay in [Decay::zones(400.0), Decay::Gaussian { sigma_min: 20.0 }] {
            let each = (0..15).flat_map(|place| (0..500).map(move |site| way(place, site)));
            let each = each.map(|way| way.map_or(0.0, |way| decay.weight(way)));
            let weights = Weights::new(&seconds, &decay).weights;
            assert_eq!(weights, each.collect::<Vec<_>>(), "{decay:?}");
        }
    }

    #[test]
    fn an_edge_that_is_no_whole_minute_is_met_to_the_second() {
        let zones = Decay::zones(40.0);
        let met: Vec<f64> = [800, 801, 1600, 1601, 2400, 2401]
            .map(|seconds| zones.weight(seconds))
            .to_vec();
        assert_eq!(met, [1.0, 0.68, 0.68, 0.22, 0.22, 0.0]);
    }

    /// What supports the published weights: a Gaussian curve, taken at the
    /// nearer edges of the zones, gives them to two decimals.
    #[test]
    fn the_weights_lie_on_one_gaussian_curve() {
        let sigma_min = (263f64 / 2.0).sqrt();
        let curve = Decay::Gaussian { sigma_min };
        let at_nearer_edges = [0, 10, 20].map(|minutes| curve.weight(60 * minutes));
        for (weight, on_curve) in WEIGHTS.iter().zip(at_nearer_edges) {
            assert!((weight - on_curve).abs() < 0.005, "{weight}, {on_curve}");
        }
    }

    #[test]
    fn every_decay_is_1_at_the_door_and_never_rises() {
        for decay in [
            Decay::Binary { limit_min: 30.0 },
            Decay::zones(45.0),
            Decay::Exponential { per_min: 0.05 },
            Decay::Power { exponent: 1.5 },
            Decay::Gaussian { sigma_min: 20.0 },
            Decay::Logistic {
                median_min: 30.0,
                deviation_min: 10.0,
            },
        ] {
            assert_eq!(decay.weight(0), 1.0, "{decay:?}");
            let falls = (0..7200).all(|way| decay.weight(way + 1) <= decay.weight(way));
            assert!(falls, "{decay:?}");
        }
    }
}
