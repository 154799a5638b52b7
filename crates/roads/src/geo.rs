//! Coordinates, distances and bearings on the WGS 84 ellipsoid, for spans of up to some tens of kilometres.

/// A place in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LatLon {
    /// Latitude, positive to the north.
    pub lat: f64,
    /// Longitude, positive to the east.
    pub lon: f64,
}

/// A place in units of 1e-7 degree, as OpenStreetMap stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fixed {
    pub lat: i32,
    pub lon: i32,
}

pub(crate) const UNIT: f64 = 1e-7;
pub(crate) const HALF_TURN: i64 = 1_800_000_000;

impl LatLon {
    pub(crate) fn fixed(self) -> Fixed {
        Fixed {
            lat: (self.lat / UNIT).round() as i32,
            lon: (self.lon / UNIT).round() as i32,
        }
    }

    /// Whether both are finite and within the range of the earth.
    #[must_use]
    pub fn is_valid(self) -> bool {
        self.lat.abs() <= 90.0 && self.lon.abs() <= 180.0
    }
}

/// Longitude difference `to - from` the short way round, in 1e-7 degree.
pub(crate) fn lon_difference(from: i32, to: i32) -> i64 {
    let mut d = i64::from(to) - i64::from(from);
    if d > HALF_TURN {
        d -= 2 * HALF_TURN;
    } else if d < -HALF_TURN {
        d += 2 * HALF_TURN;
    }
    d
}

/// Metres that one degree of latitude and of longitude span at a latitude in degrees.
pub(crate) fn metres_per_degree(lat: f64) -> (f64, f64) {
    const A: f64 = 6_378_137.0;
    const E2: f64 = 0.006_694_379_990_14;
    let (sin, cos) = lat.to_radians().sin_cos();
    let w2 = 1.0 - E2 * sin * sin;
    let w = w2.sqrt();
    let meridian = A * (1.0 - E2) / (w2 * w);
    let parallel = A / w * cos;
    (meridian.to_radians(), parallel.to_radians())
}

/// East and north offset in metres from one place to another.
fn offset(from: Fixed, to: Fixed) -> (f64, f64) {
    let middle = (f64::from(from.lat) + f64::from(to.lat)) * 0.5 * UNIT;
    let (ky, kx) = metres_per_degree(middle);
    let x = lon_difference(from.lon, to.lon) as f64 * UNIT * kx;
    let y = (f64::from(to.lat) - f64::from(from.lat)) * UNIT * ky;
    (x, y)
}

/// Distance in metres. Within 0.01 % up to 100 km; ferries are longer only between the polyline's points.
pub(crate) fn metres(from: Fixed, to: Fixed) -> f64 {
    let (x, y) = offset(from, to);
    (x * x + y * y).sqrt()
}

/// Bearing from one place to another in 1/65536 turn, clockwise from north.
pub(crate) fn bearing(from: Fixed, to: Fixed) -> u16 {
    let (x, y) = offset(from, to);
    let turns = x.atan2(y) / std::f64::consts::TAU;
    (turns * 65_536.0).round() as i64 as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Fixed {
        LatLon { lat, lon }.fixed()
    }

    #[test]
    fn a_degree_of_latitude_is_longer_near_the_pole() {
        assert!((metres(at(0.0, 20.0), at(1.0, 20.0)) - 110_574.4).abs() < 1.0);
        assert!((metres(at(56.0, 20.0), at(57.0, 20.0)) - 111_341.0).abs() < 15.0);
    }

    #[test]
    fn the_antimeridian_is_no_gap() {
        let d = metres(at(-17.0, 179.999), at(-17.0, -179.999));
        assert!((d - 213.0).abs() < 1.0, "{d}");
    }

    #[test]
    fn bearings_go_clockwise_from_north() {
        assert_eq!(bearing(at(57.0, 24.0), at(57.1, 24.0)), 0);
        assert_eq!(bearing(at(57.0, 24.0), at(57.0, 24.001)), 16_384);
        assert_eq!(bearing(at(57.0, 24.0), at(56.9, 24.0)), 32_768);
        assert_eq!(bearing(at(57.0, 24.0), at(57.0, 23.999)), 49_152);
    }
}
