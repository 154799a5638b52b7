//! Points, and which of them lie within a radius.

/// Mean equatorial radius of the Earth, metres, with which the benchmarks reckon.
const EARTH: f64 = 6_378_100.0;

/// The straight distance of two points of a plane.
pub fn straight(a: [f64; 2], b: [f64; 2]) -> f64 {
    // The root of a whole square is exact.
    ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt()
}

/// Points among which those near others are found.
pub struct Points {
    /// By their first coordinate.
    sorted: Vec<([f64; 3], usize)>,
    radius: f64,
}

impl Points {
    /// Points of a plane, or of the globe (see [`on_globe`]), and the radius asked for.
    pub fn new(points: &[[f64; 3]], radius: f64) -> Self {
        let mut sorted: Vec<_> = points.iter().copied().zip(0..).collect();
        sorted.sort_by(|(a, _), (b, _)| a[0].total_cmp(&b[0]));
        Self { sorted, radius }
    }

    /// Indices of the points within the radius of another point, rising.
    pub fn near(&self, at: &[f64; 3], found: &mut Vec<usize>) {
        found.clear();
        let begin = self
            .sorted
            .partition_point(|(point, _)| point[0] < at[0] - self.radius);
        let within = self.sorted[begin..]
            .iter()
            .take_while(|(point, _)| point[0] <= at[0] + self.radius)
            .filter(|(point, _)| {
                let squares = (0..3).map(|axis| (point[axis] - at[axis]).powi(2));
                squares.sum::<f64>().sqrt() <= self.radius
            });
        found.extend(within.map(|(_, index)| *index));
        found.sort_unstable();
    }
}

/// A latitude and longitude as a point on a sphere of radius 1. The first coordinate is
/// along the axis: neighbours differ there as much as anywhere.
pub fn on_globe([latitude, longitude]: [f64; 2]) -> [f64; 3] {
    let (sin, cos) = latitude.to_radians().sin_cos();
    let (east, front) = longitude.to_radians().sin_cos();
    [sin, cos * front, cos * east]
}

/// The straight way through that sphere between points so many metres apart on the Earth.
pub fn chord(metres: f64) -> f64 {
    let angle = (metres / EARTH).min(std::f64::consts::PI);
    2.0 * (angle / 2.0).sin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_at_the_radius_are_within_and_none_beyond() {
        let points = [
            [0.0, 0.0, 0.0],
            [3.0, 4.0, 0.0],
            [5.0, 0.0, 0.0],
            [4.0, 4.0, 0.0],
        ];
        let mut found = Vec::new();
        Points::new(&points, 5.0).near(&points[0], &mut found);
        assert_eq!(found, [0, 1, 2]);
    }

    #[test]
    fn a_degree_of_latitude_is_111_km_anywhere() {
        for longitude in [-73.9, 0.0, 179.9] {
            let points = [on_globe([40.0, longitude]), on_globe([41.0, longitude])];
            let degree = EARTH.to_radians();
            let mut found = Vec::new();
            Points::new(&points, chord(degree - 0.01)).near(&points[0], &mut found);
            assert_eq!(found, [0]);
            Points::new(&points, chord(degree + 0.01)).near(&points[0], &mut found);
            assert_eq!(found, [0, 1]);
        }
    }
}
