//! Straight lines on the globe.

/// Great-circle distance of two points (latitude, longitude in degrees), in metres.
pub fn metres(a: (f64, f64), b: (f64, f64)) -> f64 {
    const EARTH_RADIUS_M: f64 = 6_371_008.8;
    let ((a_lat, a_lon), (b_lat, b_lon)) = (radians(a), radians(b));
    let half_lat = ((b_lat - a_lat) / 2.0).sin();
    let half_lon = ((b_lon - a_lon) / 2.0).sin();
    let square = half_lat * half_lat + a_lat.cos() * b_lat.cos() * half_lon * half_lon;
    2.0 * EARTH_RADIUS_M * square.min(1.0).sqrt().asin()
}

/// Seconds to walk the straight line at a pace in metres a second, rounded up.
pub fn seconds(a: (f64, f64), b: (f64, f64), pace_m_s: f64) -> u32 {
    (metres(a, b) / pace_m_s).ceil() as u32
}

fn radians((lat, lon): (f64, f64)) -> (f64, f64) {
    (lat.to_radians(), lon.to_radians())
}
