//! Distance decay: the nearer a site, the more it counts.

/// Weights of the three zones of a catchment: thirds of the limit. They follow
/// a Gaussian curve and are the slower of the two sets of W. Luo and Y. Qi, "An
/// enhanced two-step floating catchment area (E2SFCA) method for measuring
/// spatial accessibility to primary care physicians", Health & Place 15 (2009)
/// 1100–1107, whose zones are 0–10, 10–20 and 20–30 minutes.
pub const WEIGHTS: [f64; 3] = [1.0, 0.68, 0.22];

/// The weight of a way of `seconds` in a catchment of `limit_min` minutes; a
/// zone includes its farther edge, and beyond the limit the weight is 0.
pub fn weight(seconds: u32, limit_min: f64) -> f64 {
    let (way, limit) = (3.0 * f64::from(seconds), 60.0 * limit_min);
    (1..)
        .zip(WEIGHTS)
        .find(|(zone, _)| way <= f64::from(*zone) * limit)
        .map_or(0.0, |(_, weight)| weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_includes_its_farther_edge() {
        let at = |minutes: u32| weight(60 * minutes, 30.0);
        assert_eq!(
            [at(0), at(10), at(11), at(20), at(21), at(30), at(31)],
            [1.0, 1.0, 0.68, 0.68, 0.22, 0.22, 0.0]
        );
    }
}
